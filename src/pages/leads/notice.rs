//! What is said above the board where its address asks for something that has been deleted.

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::workspace::Table;
use crate::present::board::{Gone, gone};
use crate::present::views::is_gone;
use crate::ui::{Button, Icon, IconView};

const NAMED: &[Table] = &[Table::People, Table::Teams, Table::Products];

/// That something is gone, and the way on.
#[component]
pub(super) fn GoneNotice(desk: Desk) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let part = Memo::new(move |_| {
        let address = desk.address.read();
        app.view(NAMED, |it| gone(it, lang.get(), &address.filter))
    });
    let view_is_gone = Memo::new(move |_| {
        let address = desk.address.read();
        app.view(&[Table::Views], |it| is_gone(it, &address))
    });
    let rest = move |without| {
        view! {
            <span data-testid="show-rest">
                <Button
                    label=move || lang.get().leads_show_rest()
                    on_press=move || desk.narrow(Clone::clone(&without))
                />
            </span>
        }
    };
    let of_part = move || {
        let Gone { words, without } = part.get()?;
        Some(notice(words, rest(without).into_any()))
    };
    let of_view = move || {
        view_is_gone.get().then(|| notice(lang.get().leads_view_gone().to_owned(), ().into_any()))
    };
    view! { <div class="board-notices">{of_view}{of_part}</div> }
}

fn notice(words: String, action: AnyView) -> impl IntoView {
    view! {
        <div class="notice" data-tone="warn" role="status" data-testid="gone-notice">
            <IconView icon=Icon::Warn />
            <p class="notice__words">{words}</p>
            {action}
        </div>
    }
}

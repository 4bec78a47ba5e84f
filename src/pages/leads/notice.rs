//! What is said above the board where its address asks for something that has been deleted, or leaves
//! leads out that have no day.

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::workspace::Table;
use crate::present::board::{Gone, MADE_OF, board, gone};
use crate::present::filter::undated;
use crate::present::format;
use crate::present::views::is_gone;
use crate::ui::{Button, Icon, IconView};

const NAMED: &[Table] = &[Table::People, Table::Teams, Table::Products];

const GONE: &str = "gone-notice";

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
        Some(notice(words, rest(without).into_any(), GONE))
    };
    let of_view = move || {
        let words = || lang.get().leads_view_gone().to_owned();
        view_is_gone.get().then(|| notice(words(), ().into_any(), GONE))
    };
    view! { <div class="board-notices">{of_view}{of_part}<Undated desk /></div> }
}

/// Where leads of certain days are shown: how many more have no day, and the way to them.
#[component]
fn Undated(desk: Desk) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let left = Memo::new(move |_| {
        let address = desk.address.read();
        let filter = undated(&address.filter)?;
        let (found, today) = (app.leads_meant(&filter.text), app.today().get());
        let board = app.view(&MADE_OF, |it| board(it, address.pipeline, &filter, &found, today));
        (board.shown != 0).then_some((board.shown as u64, filter))
    });
    let row = move || {
        let (count, filter) = left.get()?;
        let words = lang.get().leads_undated_left(&format::count(lang.get(), count));
        let show = view! {
            <span data-testid="show-undated">
                <Button
                    label=move || lang.get().leads_undated_show()
                    on_press=move || desk.narrow(filter.clone())
                />
            </span>
        };
        Some(notice(words, show.into_any(), "undated-notice"))
    };
    view! { {row} }
}

fn notice(words: String, action: AnyView, name: &'static str) -> impl IntoView {
    view! {
        <div class="notice" data-tone="warn" role="status" data-testid=name>
            <IconView icon=Icon::Warn />
            <p class="notice__words">{words}</p>
            {action}
        </div>
    }
}

//! Spreading a cell anew: by which way, and what that comes to before it is done.

use leptos::prelude::*;

use super::keys::focus_cell;
use super::told::{Preview, Told};
use super::{Asking, Desk};
use crate::domain::quota::{Edit, Way};
use crate::present::quotas::words;
use crate::ui::{Button, ButtonKind, Choice, Dialog, SelectField};

/// The dialog that spreads the chosen cell anew.
#[component]
pub(super) fn RespreadDialog(desk: Desk) -> impl IntoView {
    let Desk { app, lang, at, asking, .. } = desk;
    let open = Signal::derive(move || asking.get() == Some(Asking::Respread));
    let way = RwSignal::new(Way::Equal);
    let preview = Memo::new(move |_| {
        let cell = at.get().filter(|_| open.get())?;
        Some(Preview::of(desk, &[Edit::Respread(cell, way.get())]))
    });
    let close = move || asking.set(None);
    let apply = move || {
        close();
        if let Some(cell) = at.get_untracked() {
            desk.act(vec![Edit::Respread(cell, way.get_untracked())]);
            focus_cell(cell);
        }
    };
    let can_be_done = move || preview.read().as_ref().is_some_and(|it| it.can_be_done);
    let actions = move || {
        view! {
            <Button label=move || lang.get().cancel() on_press=close />
            <Button
                kind=ButtonKind::Primary
                label=move || lang.get().quotas_respread_apply()
                disabled=Signal::derive(move || !can_be_done())
                on_press=apply
                attr:data-testid="respread-apply"
            />
        }
    };
    let title = move || {
        let (lang, cell) = (lang.get(), at.get());
        let name = cell.map(|it| app.peek(|workspace| words::cell(workspace, lang, it)));
        lang.quotas_respread_title(&name.unwrap_or_default())
    };
    let ways = Signal::derive(move || {
        let lang = lang.get();
        Way::ALL.map(|it| Choice::new(it.as_str(), words::way(lang, it))).to_vec()
    });
    let sentences = Signal::derive(move || {
        preview.read().as_ref().map(|it| it.sentences.clone()).unwrap_or_default()
    });
    view! {
        <Dialog open title on_close=close actions>
            <SelectField
                label=move || lang.get().quotas_way()
                choices=ways
                value=Signal::derive(move || way.get().as_str().to_owned())
                hint=Signal::derive(move || words::about(lang.get(), way.get()).to_owned())
                on_change=move |name: String| {
                    Way::named(&name).into_iter().for_each(|it| way.set(it));
                }
                attr:data-testid="respread-way"
            />
            <Told sentences />
        </Dialog>
    }
}

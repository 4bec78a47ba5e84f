//! Spreading a cell anew: by which way, and what that comes to before it is done.

use leptos::prelude::*;

use super::keys::focus_cell;
use super::told::{Preview, Told, parts};
use super::{Asking, Desk};
use crate::domain::quota::{Edit, Way};
use crate::domain::workspace::Table;
use crate::present::quotas::words;
use crate::ui::{Choice, Dialog, FormActions, SelectField};

/// The dialog that spreads the chosen cell anew.
#[component]
pub(super) fn RespreadDialog(desk: Desk) -> impl IntoView {
    let Desk { app, lang, at, asking, split, .. } = desk;
    let open = Signal::derive(move || asking.get() == Some(Asking::Respread));
    let chosen = RwSignal::new(Way::Equal);
    // What was chosen for people may not be there for another split.
    let way = Memo::new(move |_| {
        let chosen = chosen.get();
        Way::of(split.get()).find(|it| *it == chosen).unwrap_or(Way::Equal)
    });
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
    let (sentences, disabled) = parts(preview);
    let actions = move || {
        view! {
            <FormActions
                name="respread-apply"
                label=Signal::derive(move || lang.get().quotas_respread_apply().to_owned())
                disabled
                on_cancel=close
                on_save=apply
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
        Way::of(split.get()).map(|it| Choice::new(it.as_str(), words::way(lang, it))).collect()
    });
    view! {
        <Dialog open title on_close=close actions>
            <SelectField
                label=move || lang.get().quotas_way()
                choices=ways
                value=Signal::derive(move || way.get().as_str().to_owned())
                hint=Signal::derive(move || {
                    let ramp = app.view(&[Table::Settings], |it| it.settings().ramp_shares());
                    words::about(lang.get(), way.get(), &ramp)
                })
                on_change=move |name: String| {
                    Way::named(&name).into_iter().for_each(|it| chosen.set(it));
                }
                attr:data-testid="respread-way"
            />
            <Told sentences />
        </Dialog>
    }
}

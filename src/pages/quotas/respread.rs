//! Spreading a cell anew: by which way or several, and what that comes to before it is done.

use leptos::prelude::*;

use super::keys::focus_cell;
use super::told::{Preview, Told, parts};
use super::{Asking, Desk};
use crate::domain::quota::{Edit, Way, Ways};
use crate::domain::workspace::Table;
use crate::present::quotas::words;
use crate::ui::{CheckField, Choice, Dialog, FormActions, SelectField};

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
    let also = RwSignal::new(Vec::<Way>::new());
    // The way that was chosen, and of the others those that go together with it and each other.
    let ways = Memo::new(move |_| {
        let known = |it: &Way| Way::of(split.get()).any(|way| way == *it);
        let also = also.get().into_iter().filter(known);
        also.fold(Ways::from(way.get()), Ways::with)
    });
    let preview = Memo::new(move |_| {
        let cell = at.get().filter(|_| open.get())?;
        Some(Preview::of(desk, &[Edit::Respread(cell, ways.get())]))
    });
    let close = move || asking.set(None);
    let apply = move || {
        close();
        if let Some(cell) = at.get_untracked() {
            desk.act(vec![Edit::Respread(cell, ways.get_untracked())]);
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
    let choices = Signal::derive(move || {
        let lang = lang.get();
        Way::of(split.get()).map(|it| Choice::new(it.as_str(), words::way(lang, it))).collect()
    });
    view! {
        <Dialog open title on_close=close actions>
            <SelectField
                label=move || lang.get().quotas_way()
                choices
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
            <Together desk way ways also />
            <Told sentences />
        </Dialog>
    }
}

/// The ways that go together with the chosen one; nothing where none does.
#[component]
fn Together(
    desk: Desk,
    way: Memo<Way>,
    ways: Memo<Ways>,
    also: RwSignal<Vec<Way>>,
) -> impl IntoView {
    let Desk { lang, split, .. } = desk;
    let offered = Memo::new(move |_| {
        let (first, ways) = (way.get(), ways.get());
        let fits = |it: &Way| *it != first && (ways.has(*it) || ways.goes_with(*it));
        Way::of(split.get()).filter(fits).collect::<Vec<_>>()
    });
    let field = move |it: Way| {
        let change = move |checked: bool| {
            also.update(|also| {
                also.retain(|other| *other != it);
                also.extend(checked.then_some(it));
            });
        };
        view! {
            <CheckField
                label=move || words::way(lang.get(), it)
                checked=Signal::derive(move || ways.get().has(it))
                on_change=change
                attr:data-testid=format!("respread-with-{}", it.as_str())
            />
        }
    };
    view! {
        <Show when=move || !offered.read().is_empty()>
            <fieldset class="quotas__with" data-testid="respread-with">
                <legend>{move || lang.get().quotas_with()}</legend>
                <For each=move || offered.get() key=|it| it.as_str() children=field />
                <p class="section__note" role="status">
                    {move || words::together(lang.get(), ways.get())}
                </p>
            </fieldset>
        </Show>
    }
}

//! Deleting a stage or a pipeline: how many leads are in it, and where they go.

use leptos::prelude::*;

use super::{Desk, settle};
use crate::domain::command::Command;
use crate::pages::common::Refused;
use crate::present::format;
use crate::present::pipelines::{Leaving, PIPELINE_TABLES, heirs};
use crate::ui::{Button, ButtonKind, Choice, Dialog, Icon, SelectField};

/// What is to be deleted, and the stage that takes its leads.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Deletion {
    leaving: Option<Leaving>,
    heir: String,
}

impl Deletion {
    /// Nothing is chosen yet.
    pub(super) fn of(leaving: Leaving) -> Deletion {
        Deletion { leaving: Some(leaving), heir: String::new() }
    }
}

/// The name of what is to be deleted, and how many leads are in it.
fn what(desk: Desk) -> Option<(Leaving, String, usize)> {
    let (leaving, pipelines) = (desk.deleting.draft.read().leaving?, desk.pipelines.read());
    let (name, leads) = match leaving {
        Leaving::Pipeline(id) => {
            let pipeline = pipelines.iter().find(|it| it.id == id)?;
            (pipeline.name.clone(), pipeline.leads)
        }
        Leaving::Stage(id) => {
            let stage = pipelines.iter().flat_map(|it| &it.stages).find(|it| it.id == id)?;
            (stage.name.clone(), stage.leads)
        }
    };
    Some((leaving, name, leads))
}

/// Asks where the leads go.
#[component]
pub(super) fn DeleteDialog(desk: Desk) -> impl IntoView {
    let Desk { app, lang, deleting: form, .. } = desk;
    let shown = Memo::new(move |_| what(desk));
    let leads = move || shown.get().map_or(0, |(_, _, leads)| leads);
    let title = move || match shown.get() {
        Some((Leaving::Stage(_), name, _)) => lang.get().stage_delete_ask(&name),
        Some((Leaving::Pipeline(_), name, _)) => lang.get().pipeline_delete_ask(&name),
        None => String::new(),
    };
    let delete = move || {
        let Deletion { leaving, heir } = form.draft.get_untracked();
        let heir = heir.parse().ok();
        match leaving {
            Some(Leaving::Stage(id)) => settle(app, form, Command::DeleteStage(id, heir)),
            Some(Leaving::Pipeline(id)) => settle(app, form, Command::DeletePipeline(id, heir)),
            None => form.close(),
        }
    };
    let label = move || match leads() {
        0 => lang.get().stage_delete().to_owned(),
        leads => lang.get().heir_delete_and_move(&format::count(lang.get(), leads as u64)),
    };
    let actions = move || {
        view! {
            <Button label=move || lang.get().cancel() on_press=move || form.close() />
            <Button
                kind=ButtonKind::Danger
                icon=Icon::Trash
                label
                on_press=delete
                attr:data-testid="delete-confirm"
            />
        }
    };
    view! {
        <Dialog open=form.is_open() title on_close=move || form.close() actions>
            <div class="form" data-testid="delete-form">
                <p data-testid="delete-words">
                    {move || match leads() {
                        0 => lang.get().heir_none().to_owned(),
                        leads => lang.get().heir_leads(&format::count(lang.get(), leads as u64)),
                    }}
                </p>
                <Show when=move || leads() != 0>
                    <HeirField desk />
                </Show>
                <Refused refusal=form.refusal() />
            </div>
        </Dialog>
    }
}

/// The stage that takes the leads.
#[component]
fn HeirField(desk: Desk) -> impl IntoView {
    let Desk { app, lang, deleting: form, .. } = desk;
    let offered = Memo::new(move |_| {
        let leaving = form.draft.read().leaving;
        leaving.map(|it| app.view(&PIPELINE_TABLES, |data| heirs(data, it))).unwrap_or_default()
    });
    let choices = move || {
        let none = Choice::new("", lang.get().heir_choose());
        let offered = offered.get().into_iter();
        [none]
            .into_iter()
            .chain(offered.map(|(id, name)| Choice::new(id.to_string(), name)))
            .collect()
    };
    let (heir, set_heir) = form.text(|draft| &mut draft.heir);
    view! {
        <Show
            when=move || !offered.read().is_empty()
            fallback=move || view! { <p class="field__hint">{move || lang.get().heir_no_pipeline()}</p> }
        >
            <SelectField
                label=move || lang.get().heir_stage()
                choices=Signal::derive(choices)
                value=heir
                on_change=set_heir
                attr:data-testid="delete-heir"
            />
        </Show>
    }
}

//! One pipeline: its name, its place among the others, its stages.

use leptos::prelude::*;

use super::delete::Deletion;
use super::stage::{StageRow, Staging};
use super::{Desk, settle};
use crate::domain::command::Command;
use crate::domain::id::PipelineId;
use crate::pages::common::MoveButtons;
use crate::pages::common::Refused;
use crate::present::pipelines::{Leaving, first_stages, shifted};
use crate::runtime::app::App;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Button, ButtonKind, ButtonLink, Dialog, FormActions, Icon, TextField};

/// The name of a pipeline as filled in.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Naming {
    id: PipelineId,
    name: String,
}

impl Naming {
    /// Of a new pipeline.
    pub(super) fn new(app: App) -> Naming {
        Naming { id: app.draw_id().into(), name: String::new() }
    }
}

/// A pipeline with its stages.
#[component]
pub(super) fn PipelineSection(desk: Desk, id: PipelineId) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let shown = Memo::new(move |_| desk.pipeline(id));
    let counts = move || shown.get().map(|it| it.counts).unwrap_or_default();
    let stages = Memo::new(move |_| {
        let stages = shown.get().map(|it| it.stages).unwrap_or_default();
        stages.into_iter().map(|it| it.id).collect::<Vec<_>>()
    });
    let board = BoardAddress { pipeline: Some(id), ..BoardAddress::default() };
    let delete = move || desk.deleting.show(Deletion::of(Leaving::Pipeline(id)));
    view! {
        <section class="section" data-testid="pipeline">
            <PipelineHead desk id />
            <p class="section__note" data-testid="pipeline-counts">{counts}</p>
            <ul class="list">
                <For each=move || stages.get() key=|stage| *stage children=move |stage| view! { <StageRow desk pipeline=id id=stage /> } />
            </ul>
            <div class="actions actions--start">
                <Button
                    icon=Icon::Plus
                    label=move || lang.get().stage_add()
                    on_press=move || desk.staging.show(Staging::new(app, id))
                    attr:data-testid="stage-add"
                />
                <ButtonLink icon=Icon::Board label=move || lang.get().pipeline_to_board() href=Route::Leads(board).href() attr:data-testid="pipeline-board" />
                <Button
                    kind=ButtonKind::Danger
                    icon=Icon::Trash
                    label=move || lang.get().pipeline_delete()
                    on_press=delete
                    attr:data-testid="pipeline-delete"
                />
            </div>
        </section>
    }
}

/// The name, and the way to another name or place.
#[component]
fn PipelineHead(desk: Desk, id: PipelineId) -> impl IntoView {
    let Desk { app, lang, pipelines, .. } = desk;
    let name = move || desk.pipeline(id).map(|it| it.name).unwrap_or_default();
    let several = Memo::new(move |_| 1 < pipelines.read().len());
    let ends = move || {
        let all = pipelines.read();
        [all.first(), all.last()].map(|it| it.is_none_or(|it| it.id == id)).into()
    };
    let shift = move |shift| app.act(Command::ArrangePipelines(shifted(desk.order(), id, shift)));
    let rename = move || desk.naming.show(Naming { id, name: untrack(name) });
    view! {
        <div class="section__head">
            <h2 class="section__title" data-testid="pipeline-title">{name}</h2>
            <span class="set-up__tools">
                <Show when=move || several.get()>
                    <MoveButtons kind="pipeline" name=Signal::derive(name) ends=Signal::derive(ends) on_move=shift />
                </Show>
                <Button icon=Icon::Edit label=move || lang.get().pipeline_rename() on_press=rename attr:data-testid="pipeline-rename" />
            </span>
        </div>
    }
}

/// The dialog with the name of a pipeline, new or known.
#[component]
pub(super) fn NameDialog(desk: Desk) -> impl IntoView {
    let Desk { app, lang, naming: form, .. } = desk;
    let known = Memo::new(move |_| desk.pipeline(form.draft.read().id));
    let save = move || {
        let Naming { id, name } = form.draft.get_untracked();
        let command = match known.get_untracked() {
            Some(_) => Command::RenamePipeline(id, name),
            None => {
                let stages = first_stages(lang.get_untracked()).into_iter();
                let stages = stages.map(|stage| (app.draw_id().into(), stage)).collect();
                Command::AddPipeline(id, name, stages)
            }
        };
        settle(app, form, command);
    };
    let title = move || match &*known.read() {
        Some(pipeline) => lang.get().pipeline_rename_what(&pipeline.name),
        None => lang.get().pipeline_new().to_owned(),
    };
    let begins = move || {
        let stages = first_stages(lang.get()).map(|it| it.name);
        [lang.get().pipeline_begin_hint(), &stages.join(" → ")].join(" ")
    };
    let (name, set_name) = form.text(|draft| &mut draft.name);
    let actions = move || {
        view! {
            <FormActions name="pipeline-save" on_cancel=move || form.close() on_save=save />
        }
    };
    view! {
        <Dialog open=form.is_open() title on_close=move || form.close() actions>
            <div class="form" data-testid="pipeline-form">
                <TextField label=move || lang.get().pipeline_name() value=name on_input=set_name on_enter=save attr:data-testid="pipeline-name" />
                <Show when=move || known.read().is_none()>
                    <p class="field__hint">{begins}</p>
                </Show>
                <Refused refusal=form.refusal() />
            </div>
        </Dialog>
    }
}

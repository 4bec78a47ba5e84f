//! One stage: its row, its place, its form.

use leptos::prelude::*;

use super::delete::Deletion;
use super::{Desk, settle};
use crate::domain::command::Command;
use crate::domain::id::{PipelineId, StageId};
use crate::domain::pipeline::{Outcome, Stage};
use crate::i18n::Lang;
use crate::pages::common::MoveButtons;
use crate::pages::common::Refused;
use crate::present::format;
use crate::present::pipelines::{Leaving, StageDraft, StageView, outcome_words, shifted, whole};
use crate::runtime::app::App;
use crate::ui::{
    Button, ButtonKind, Choice, Dialog, FormActions, Icon, IconView, SegmentedField, TextField,
};

/// A stage as filled in, and which one it is.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Staging {
    id: StageId,
    draft: StageDraft,
}

impl Staging {
    /// A new stage of a pipeline.
    pub(super) fn new(app: App, pipeline: PipelineId) -> Staging {
        let stage = Stage { pipeline: Some(pipeline), ..Stage::default() };
        Staging { id: app.draw_id().into(), draft: StageDraft::of(stage) }
    }

    fn of(app: App, id: StageId) -> Option<Staging> {
        let stage = app.peek(|it| it.stages.get(id).cloned())?;
        Some(Staging { id, draft: StageDraft::of(stage) })
    }
}

fn outcome_icon(outcome: Outcome) -> Option<Icon> {
    match outcome {
        Outcome::Open => None,
        Outcome::Won => Some(Icon::Won),
        Outcome::Lost => Some(Icon::Lost),
    }
}

/// A stage in the list of its pipeline: a tap opens it, the arrows move it.
#[component]
pub(super) fn StageRow(desk: Desk, pipeline: PipelineId, id: StageId) -> impl IntoView {
    let Desk { app, staging, .. } = desk;
    let stages = move || desk.pipeline(pipeline).map(|it| it.stages).unwrap_or_default();
    let shown = Memo::new(move |_| stages().into_iter().find(|it| it.id == id));
    let part = move |read: fn(StageView) -> String| shown.get().map(read).unwrap_or_default();
    let name = move || part(|it| it.name);
    let icon = move || outcome_icon(shown.get()?.outcome).map(|icon| view! { <IconView icon /> });
    let ends = move || {
        let all = stages();
        [all.first(), all.last()].map(|it| it.is_none_or(|it| it.id == id)).into()
    };
    let shift = move |shift| {
        let order = untrack(stages).into_iter().map(|it| it.id).collect();
        app.act(Command::ArrangeStages(pipeline, shifted(order, id, shift)));
    };
    let open = move |_| Staging::of(app, id).into_iter().for_each(|draft| staging.show(draft));
    view! {
        <li class="set-up__row" data-testid="stage-row">
            <button
                type="button"
                class="list__row"
                data-testid="stage-open"
                on:click=open
            >
                <span class="list__main">
                    <span class="set-up__name" data-outcome=move || part(|it| it.outcome.to_string())>
                        {icon}
                        <span class="list__name" data-testid="stage-title">{name}</span>
                    </span>
                    <span class="list__note">{move || part(|it| it.facts)}</span>
                </span>
                <IconView icon=Icon::Edit />
            </button>
            <MoveButtons kind="stage" name=Signal::derive(name) ends=Signal::derive(ends) on_move=shift />
        </li>
    }
}

/// The dialog with the fields of a stage, new or known.
#[component]
pub(super) fn StageDialog(desk: Desk) -> impl IntoView {
    let Desk { app, lang, staging: form, deleting, pipelines, .. } = desk;
    let known = Memo::new(move |_| {
        let id = form.draft.read().id;
        pipelines.read().iter().flat_map(|it| &it.stages).find(|it| it.id == id).cloned()
    });
    let save = move || {
        let Staging { id, draft } = form.draft.get_untracked();
        if let Some(stage) = draft.read() {
            settle(app, form, Command::SaveStage(id, Box::new(stage)));
        }
    };
    let delete = move || {
        form.close();
        deleting.show(Deletion::of(Leaving::Stage(form.draft.read_untracked().id)));
    };
    let title = move || match &*known.read() {
        Some(stage) => lang.get().stage_edit_what(&stage.name),
        None => lang.get().stage_new().to_owned(),
    };
    let actions = move || {
        view! {
            <Show when=move || known.read().is_some()>
                <Button
                    kind=ButtonKind::Danger
                    icon=Icon::Trash
                    label=move || lang.get().stage_delete()
                    on_press=delete
                    attr:data-testid="stage-delete"
                />
            </Show>
            <FormActions name="stage-save" on_cancel=move || form.close() on_save=save />
        }
    };
    view! {
        <Dialog open=form.is_open() title on_close=move || form.close() actions>
            <StageFields desk known on_enter=Callback::new(move |()| save()) />
        </Dialog>
    }
}

#[component]
fn StageFields(
    desk: Desk,
    known: Memo<Option<StageView>>,
    on_enter: Callback<()>,
) -> impl IntoView {
    let Desk { lang, staging: form, .. } = desk;
    let draft = form.draft;
    let (name, set_name) = form.text(|it| &mut it.draft.stage.name);
    let outcome = Memo::new(move |_| draft.read().draft.stage.outcome);
    let outcomes = move || {
        let choice = |it: Outcome| Choice::new(it.to_string(), outcome_words(lang.get(), it));
        [Outcome::Open, Outcome::Won, Outcome::Lost].map(choice).to_vec()
    };
    let choose = move |id: String| {
        if let Ok(outcome) = id.parse() {
            draft.update(|it| it.draft.stage.outcome = outcome);
        }
    };
    let turn = move || {
        let stage = known.get().filter(|it| it.outcome != outcome.get() && it.leads != 0)?;
        Some(lang.get().stage_turn(&format::count(lang.get(), stage.leads as u64)))
    };
    view! {
        <div class="form" data-testid="stage-form">
            <TextField label=move || lang.get().stage_name() value=name on_input=set_name on_enter=on_enter attr:data-testid="stage-name" />
            <div class="field">
                <span class="field__label" aria-hidden="true">{move || lang.get().stage_outcome()}</span>
                <SegmentedField
                    label=move || lang.get().stage_outcome()
                    choices=Signal::derive(outcomes)
                    value=Signal::derive(move || outcome.get().to_string())
                    on_change=choose
                />
                <p class="field__hint">{turn}</p>
            </div>
            <Show when=move || outcome.get() == Outcome::Open>
                <div class="form__row">
                    {number_field(desk, [Lang::stage_odds, Lang::stage_odds_hint], |it| &mut it.draft.odds, on_enter, "stage-odds")}
                    {number_field(desk, [Lang::stage_rotting, Lang::stage_rotting_hint], |it| &mut it.draft.rotting_days, on_enter, "stage-rotting")}
                </div>
            </Show>
            <Refused refusal=form.refusal() />
        </div>
    }
}

/// A whole number or nothing.
fn number_field(
    desk: Desk,
    [label, hint]: [fn(Lang) -> &'static str; 2],
    slot: fn(&mut Staging) -> &mut String,
    on_enter: Callback<()>,
    name: &'static str,
) -> impl IntoView {
    let lang = desk.lang;
    let (value, on_input) = desk.staging.text(slot);
    let error =
        move || whole(&value.read()).is_none().then(|| lang.get().stage_not_a_number().to_owned());
    view! {
        <TextField
            label=move || label(lang.get())
            hint=Signal::derive(move || hint(lang.get()).to_owned())
            value
            on_input
            on_enter
            error=Signal::derive(error)
            attr:data-testid=name
        />
    }
}

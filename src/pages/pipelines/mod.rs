//! Pipelines and their stages: added, renamed, put in order, deleted. Each change is one step that
//! can be undone; what is refused is said where the person is looking.

mod delete;
mod pipeline;
mod stage;

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::id::PipelineId;
use crate::i18n::Lang;
use crate::present::pipelines::{PIPELINE_TABLES, PipelineView, pipelines};
use crate::runtime::app::{App, use_app};
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, ButtonKind, EmptyPicture, EmptyState, Form, Icon};
use delete::{DeleteDialog, Deletion};
use pipeline::{NameDialog, Naming, PipelineSection};
use stage::{StageDialog, Staging};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    pipelines: Memo<Vec<PipelineView>>,
    naming: Form<Naming, Refusal>,
    staging: Form<Staging, Refusal>,
    deleting: Form<Deletion, Refusal>,
}

impl Desk {
    fn new(app: App) -> Desk {
        let lang = app.lang();
        let shown = Memo::new(move |_| app.view(&PIPELINE_TABLES, |it| pipelines(it, lang.get())));
        Desk {
            app,
            lang,
            pipelines: shown,
            naming: Form::closed(),
            staging: Form::closed(),
            deleting: Form::closed(),
        }
    }

    /// A pipeline as it is now.
    fn pipeline(self, id: PipelineId) -> Option<PipelineView> {
        self.pipelines.read().iter().find(|it| it.id == id).cloned()
    }

    fn order(self) -> Vec<PipelineId> {
        self.pipelines.read_untracked().iter().map(|it| it.id).collect()
    }
}

/// Every pipeline.
#[component]
pub fn PipelinesPage() -> impl IntoView {
    let desk = Desk::new(use_app());
    let Desk { app, lang, pipelines, .. } = desk;
    let ids = Memo::new(move |_| pipelines.read().iter().map(|it| it.id).collect::<Vec<_>>());
    let add = move || desk.naming.show(Naming::new(app));
    let empty = move || {
        view! { <EmptyState picture=EmptyPicture::Board sentence=move || lang.get().pipelines_none() /> }
    };
    view! {
        <div class="content content--narrow" data-testid="pipelines-page">
            <div class="set-up__head">
                <p class="section__note prose">{move || lang.get().pipelines_intro()}</p>
                <Button
                    kind=ButtonKind::Primary
                    icon=Icon::Plus
                    label=move || lang.get().pipeline_add()
                    on_press=add
                    attr:data-testid="pipeline-add"
                />
            </div>
            <Show when=move || !ids.read().is_empty() fallback=empty>
                <For each=move || ids.get() key=|id| *id children=move |id| view! { <PipelineSection desk id /> } />
            </Show>
        </div>
        <NameDialog desk />
        <StageDialog desk />
        <DeleteDialog desk />
    }
}

/// Gives a command; the form closes and the step is said, or the form says why not.
fn settle<T: Clone + Default + Send + Sync>(app: App, form: Form<T, Refusal>, command: Command) {
    form.settle(app.act_here(command));
}

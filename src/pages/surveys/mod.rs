//! What customers are asked: all surveys, bad answers that wait for a talk, and one survey in full.

mod compare;
mod editor;
mod hand;
mod replies;
mod survey;

pub use survey::SurveyPage;

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::id::SurveyId;
use crate::domain::survey::{Audience, Survey};
use crate::i18n::Lang;
use crate::present::surveys::{BadLine, SurveyLine, SurveysView, TABLES, Template, surveys_view};
use crate::runtime::app::{App, use_app};
use crate::runtime::refusal::Refusal;
use crate::runtime::route::Route;
use crate::ui::{Button, EmptyPicture, EmptyState, Form, Icon, IconView, Tone};
use editor::SurveySheet;

/// A survey that is written, with its id.
#[derive(Clone, Debug, Default, PartialEq)]
struct SurveyDraft {
    id: SurveyId,
    survey: Survey,
    /// Whether it has been answered, so that its questions stay.
    answered: bool,
}

type SurveyForm = Form<SurveyDraft, Refusal>;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    view: Memo<SurveysView>,
    form: SurveyForm,
}

/// All surveys.
#[component]
pub fn SurveysPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let view = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |it| surveys_view(it, lang.get(), today))
    });
    let desk = Desk { app, lang, view, form: Form::closed() };
    let empty = move || {
        let sentence = move || lang.get().surveys_empty();
        view! { <EmptyState picture=EmptyPicture::List sentence /> }
    };
    let manages = Memo::new(move |_| app.face().get().is_manager());
    view! {
        <div class="two-pane" data-testid="surveys-page">
            <div class="two-pane__main">
                <div class="content">
                    <Bad desk manages />
                    <Show when=move || !view.read().surveys.is_empty() fallback=empty>
                        <All desk />
                    </Show>
                    <Show when=move || manages.get()>
                        <Templates desk />
                    </Show>
                </div>
            </div>
            <SurveySheet app form=desk.form />
        </div>
    }
}

/// Bad answers that nobody has talked about yet.
#[component]
fn Bad(desk: Desk, manages: Memo<bool>) -> impl IntoView {
    let Desk { app, lang, view, .. } = desk;
    let row = move |line: BadLine| {
        let BadLine { id, survey, who, said, note } = line;
        let settle = manages.get().then(|| {
            view! {
                <Button
                    icon=Icon::Check
                    label=move || lang.get().survey_settle()
                    on_press=move || app.act(Command::SettleReply(id, true))
                    attr:data-testid="survey-settle"
                />
            }
        });
        view! {
            <li class="list__row surveys__bad" data-testid="survey-bad">
                <IconView icon=Icon::Warn />
                <a class="list__main surveys__link" href=Route::Survey(survey, Some(id)).href()>
                    <span class="list__name">{who}</span>
                    <span class="list__note" data-tone=Tone::Bad.as_str()>{said}</span>
                    <span class="list__note">{note}</span>
                </a>
                {settle}
            </li>
        }
    };
    let note = move || match view.read().bad.is_empty() {
        true => lang.get().surveys_bad_none(),
        false => lang.get().surveys_bad_note(),
    };
    view! {
        <section class="section" data-testid="surveys-bad">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().surveys_bad()}</h2>
            </div>
            <p class="section__note">{note}</p>
            <ul class="list">{move || view.read().bad.clone().into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

#[component]
fn All(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let row = move |SurveyLine { id, name, note, figure }: SurveyLine| {
        view! {
            <li>
                <a class="list__row" href=Route::Survey(id, None).href() data-testid="survey-row">
                    <span class="list__main">
                        <span class="list__name">{name}</span>
                        <span class="list__note">{note}</span>
                    </span>
                    <span class="list__figure">{figure}</span>
                    <IconView icon=Icon::Forward />
                </a>
            </li>
        }
    };
    view! {
        <section class="section">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().survey_all()}</h2>
            </div>
            <ul class="list">{move || view.read().surveys.clone().into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

/// Surveys to begin with.
#[component]
fn Templates(desk: Desk) -> impl IntoView {
    let Desk { app, lang, form, .. } = desk;
    let begin = move |template: Template| {
        let survey = template.survey();
        form.show(SurveyDraft { id: app.draw_id().into(), survey, answered: false });
    };
    let button = move |template: Template| {
        view! {
            <Button
                icon=Icon::Plus
                label=move || template.name(lang.get())
                on_press=move || begin(template)
                attr:data-testid=format!("survey-template-{template:?}")
            />
        }
    };
    let group = move |audience: Audience| {
        let own = Template::ALL.into_iter().filter(move |it| it.audience() == audience);
        view! {
            <h3 class="section__note">{move || lang.get().audience(audience)}</h3>
            <div class="actions actions--start">{own.map(button).collect_view()}</div>
        }
    };
    view! {
        <section class="section" data-testid="survey-templates">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().surveys_templates()}</h2>
            </div>
            {Audience::ALL.map(group).into_iter().collect_view()}
        </section>
    }
}

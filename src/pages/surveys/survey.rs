//! One survey: how it is handed out, what was answered, and how groups differ.

use leptos::prelude::*;

use super::compare::Compare;
use super::editor::SurveySheet;
use super::hand::HandOver;
use super::replies::{Replies, Singled};
use super::{SurveyDraft, SurveyForm};
use crate::domain::command::Command;
use crate::domain::id::SurveyId;
use crate::domain::survey::Survey;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::surveys::{
    AnswerRow, QuestionView, ReplyLine, ResultView, SHOWN, TABLES, results, single,
};
use crate::runtime::app::{App, use_app};
use crate::runtime::route::Route;
use crate::ui::{
    Button, ButtonKind, ButtonLink, Dialog, EmptyPicture, EmptyState, Form, Icon, Meter,
};

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) app: App,
    pub(super) lang: Signal<Lang>,
    pub(super) id: Memo<SurveyId>,
    pub(super) view: Memo<Option<ResultView>>,
    /// Whether the manager looks on, who alone changes anything here.
    pub(super) manages: Memo<bool>,
    /// The reply that is looked at before all others.
    pub(super) singled: Memo<Option<ReplyLine>>,
    form: SurveyForm,
    /// How many single replies are shown.
    pub(super) shown: RwSignal<usize>,
}

/// The survey in the address.
#[component]
pub fn SurveyPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let id = Memo::new(move |before| match &*app.route().read() {
        Route::Survey(id, _) => *id,
        _ => before.copied().unwrap_or_default(),
    });
    let singled = Memo::new(move |_| {
        let Route::Survey(id, Some(reply)) = *app.route().read() else { return None };
        let today = app.today().get();
        app.view(&TABLES, |it| single(it, lang.get(), id, reply, today))
    });
    let shown = RwSignal::new(SHOWN);
    let view = Memo::new(move |_| {
        let (id, today, shown) = (id.get(), app.today().get(), shown.get());
        app.view(&TABLES, |it| results(it, lang.get(), id, today, shown))
    });
    let manages = Memo::new(move |_| app.face().get().is_manager());
    let desk = Desk { app, lang, id, view, manages, singled, form: Form::closed(), shown };
    let known = Memo::new(move |_| view.read().is_some());
    let gone = move || {
        view! {
            <EmptyState picture=EmptyPicture::List sentence=move || lang.get().survey_unknown()>
                <ButtonLink
                    kind=ButtonKind::Primary
                    label=move || lang.get().survey_all()
                    href=Route::Surveys.href()
                />
            </EmptyState>
        }
    };
    view! {
        <div class="two-pane" data-testid="survey-page">
            <div class="two-pane__main">
                <Show when=move || known.get() fallback=gone>
                    <div class="content">
                        <Head desk />
                        <Show when=move || manages.get()>
                            <Singled desk />
                            <HandOver desk />
                        </Show>
                        <Answers desk />
                        <Compare desk />
                        <Show when=move || manages.get()>
                            <Replies desk />
                        </Show>
                    </div>
                </Show>
            </div>
            <SurveySheet app form=desk.form />
        </div>
    }
}

#[component]
fn Head(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, view, manages, form, .. } = desk;
    let deleting = RwSignal::new(false);
    let survey = move || view.read().as_ref().map(|it| it.survey.clone()).unwrap_or_default();
    let closed = Memo::new(move |_| survey().closed);
    let edit = move || {
        let (survey, count) = (survey(), view.read().as_ref().map_or(0, |it| it.count));
        form.show(SurveyDraft { id: id.get_untracked(), survey, answered: count != 0 });
    };
    let close = move || {
        let survey = survey();
        let survey = Survey { closed: !survey.closed, ..survey };
        app.act(Command::SaveSurvey(id.get_untracked(), Box::new(survey)));
    };
    let note = move || {
        let (lang, view) = (lang.get(), view.read());
        let view = view.as_ref()?;
        let count = lang.surveys_replies_count(&format::count(lang, view.count as u64));
        let mut parts = vec![lang.audience(view.survey.audience).to_owned(), count];
        parts.extend(view.survey.closed.then(|| lang.survey_closed().to_owned()));
        Some(parts.join(" · "))
    };
    let close_label = move || match closed.get() {
        true => lang.get().survey_reopen(),
        false => lang.get().survey_close(),
    };
    view! {
        <header class="section">
            <ButtonLink
                kind=ButtonKind::Link
                icon=Icon::Back
                label=move || lang.get().survey_all()
                href=Route::Surveys.href()
                attr:class="button way-back"
            />
            <div class="section__head">
                <div class="list__main">
                    <h2 data-testid="survey-heading">{move || lang.get().survey_said(&survey().name)}</h2>
                    <p class="section__note">{note}</p>
                </div>
                <Show when=move || manages.get()>
                    <div class="actions">
                        <Button icon=Icon::Edit label=move || lang.get().survey_edit() on_press=edit attr:data-testid="survey-edit" />
                        <Button icon=Icon::Pause label=close_label on_press=close attr:data-testid="survey-close" />
                        <Button
                            kind=ButtonKind::Danger
                            icon=Icon::Trash
                            label=move || lang.get().survey_delete()
                            on_press=move || deleting.set(true)
                        />
                    </div>
                </Show>
            </div>
        </header>
        <DeleteDialog desk open=deleting />
    }
}

#[component]
fn DeleteDialog(desk: Desk, open: RwSignal<bool>) -> impl IntoView {
    let Desk { app, lang, id, view, .. } = desk;
    let name = move || {
        let view = view.read();
        view.as_ref().map(|it| lang.get().survey_said(&it.survey.name)).unwrap_or_default()
    };
    let told = move || {
        let count = view.read().as_ref().map_or(0, |it| it.count);
        lang.get().survey_delete_told(&format::count(lang.get(), count as u64))
    };
    let delete = move || {
        open.set(false);
        app.act(Command::DeleteSurvey(id.get_untracked()));
        app.replace(Route::Surveys);
    };
    let actions = move || {
        view! {
            <Button label=move || lang.get().cancel() on_press=move || open.set(false) />
            <Button kind=ButtonKind::Danger label=move || lang.get().survey_delete() on_press=delete />
        }
    };
    view! {
        <Dialog open title=move || lang.get().survey_delete_ask(&name()) on_close=move || open.set(false) actions>
            <p>{told}</p>
        </Dialog>
    }
}

/// Every question with its figure and its answers.
#[component]
fn Answers(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let none = move || view.read().as_ref().is_some_and(|it| it.count == 0);
    // Bars without an answer say less than none.
    let questions = move || {
        let view = view.read();
        let answered = view.as_ref().filter(|it| it.count != 0);
        answered.map(|it| it.questions.clone()).unwrap_or_default()
    };
    view! {
        <section class="section" data-testid="survey-results">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().survey_results()}</h2>
            </div>
            <p class="section__note" hidden=move || !none()>{move || lang.get().survey_none_yet()}</p>
            {move || questions().into_iter().map(|it| view! { <Question lang question=it /> }).collect_view()}
        </section>
    }
}

#[component]
fn Question(lang: Signal<Lang>, question: QuestionView) -> impl IntoView {
    let QuestionView { words, score, answers, said, .. } = question;
    let score = score.map(|it| {
        let figure = it.figure.unwrap_or_else(|| "–".to_owned());
        view! {
            <p class="headline__line" data-testid="survey-score">
                <span class="headline__figure">{figure}</span>
                <span class="headline__of">{it.name}</span>
            </p>
            <p class="section__note">{it.note}</p>
            <p class="section__note">{it.how}</p>
        }
    });
    let row = |AnswerRow { answer, count, share }: AnswerRow| {
        let label = [answer.clone(), count.clone()].join(": ");
        view! {
            <li class="survey-bar">
                <span class="survey-bar__answer">{answer}</span>
                <Meter label share=Signal::stored(share) />
                <span class="list__figure">{count}</span>
            </li>
        }
    };
    let quote = |(words, who): (String, String)| {
        view! {
            <li class="list__row">
                <span class="list__main">
                    <span class="list__name">{words}</span>
                    <span class="list__note">{who}</span>
                </span>
            </li>
        }
    };
    let heard = (!said.is_empty()).then(|| lang.get().survey_words_said());
    view! {
        <div class="section survey-result" data-testid="survey-question-result">
            <h3 class="section__title">{words}</h3>
            {score}
            <ul class="survey-bars">{answers.into_iter().map(row).collect_view()}</ul>
            <p class="section__note">{heard}</p>
            <ul class="list">{said.into_iter().map(quote).collect_view()}</ul>
        </div>
    }
}

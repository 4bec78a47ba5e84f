//! A survey as it is written: its name, whom it asks, and its questions.

use leptos::prelude::*;

use super::SurveyForm;
use crate::domain::command::Command;
use crate::domain::survey::{Audience, Question, QuestionKind, UsualText};
use crate::i18n::Lang;
use crate::pages::common::Refused;
use crate::runtime::app::App;
use crate::runtime::route::Route;
use crate::ui::{
    AreaField, Button, Choice, FormActions, Icon, IconButton, SegmentedField, SelectField, Sheet,
    TextField,
};

/// The sheet; open while a survey is written.
#[component]
pub(super) fn SurveySheet(app: App, form: SurveyForm) -> impl IntoView {
    let lang = app.lang();
    let title = move || {
        let name = lang.get().survey_said(&form.draft.read().survey.name);
        if name.is_empty() { lang.get().surveys_add().to_owned() } else { name }
    };
    view! {
        <Sheet open=form.is_open() title on_close=move || form.close()>
            <Editor app form />
        </Sheet>
    }
}

#[component]
fn Editor(app: App, form: SurveyForm) -> impl IntoView {
    let (lang, draft) = (app.lang(), form.draft);
    let save = move || {
        let written = draft.get_untracked();
        let outcome = app.act_here(Command::SaveSurvey(written.id, Box::new(written.survey)));
        let taken = outcome.is_ok();
        form.settle(outcome);
        if taken {
            app.go(Route::Survey(written.id, None));
        }
    };
    let name = Signal::derive(move || lang.get().survey_said(&draft.read().survey.name));
    let set_name = move |text: String| draft.update(|it| it.survey.name = Lang::survey_kept(&text));
    let audiences =
        move || Audience::ALL.map(|it| Choice::new(it.as_str(), lang.get().audience(it))).to_vec();
    let set_audience = move |chosen: String| {
        let audience = Audience::ALL.into_iter().find(|it| it.as_str() == chosen);
        draft.update(|it| it.survey.audience = audience.unwrap_or_default());
    };
    let answered = Memo::new(move |_| draft.read().answered);
    let count = Memo::new(move |_| draft.read().survey.questions.len());
    let add = move || {
        let question = Question {
            kind: QuestionKind::Words,
            text: UsualText::Why.kept(),
            options: Vec::new(),
        };
        draft.update(|it| it.survey.questions.push(question));
    };
    let stays =
        move || view! { <p class="section__note">{move || lang.get().survey_questions_stay()}</p> };
    view! {
        <div class="form" data-testid="survey-editor">
            <TextField
                label=move || lang.get().survey_name()
                value=name
                on_input=set_name
                on_enter=save
                attr:data-testid="survey-name"
            />
            <SegmentedField
                label=move || lang.get().survey_audience()
                choices=Signal::derive(audiences)
                value=Signal::derive(move || draft.read().survey.audience.as_str().to_owned())
                on_change=set_audience
            />
            <Show when=move || !answered.get() fallback=stays>
                {move || (0..count.get()).map(|place| view! { <QuestionForm lang form place /> }).collect_view()}
                <Button
                    icon=Icon::Plus
                    label=move || lang.get().survey_add_question()
                    on_press=add
                    attr:data-testid="survey-add-question"
                />
            </Show>
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions name="survey-save" on_cancel=move || form.close() on_save=save />
            </div>
        </div>
    }
}

#[component]
fn QuestionForm(lang: Signal<Lang>, form: SurveyForm, place: usize) -> impl IntoView {
    let draft = form.draft;
    let read = move || draft.read().survey.questions.get(place).cloned();
    let change = move |set: &dyn Fn(&mut Question)| {
        draft.update(|it| it.survey.questions.get_mut(place).into_iter().for_each(set));
    };
    let kind = Memo::new(move |_| read().map_or(QuestionKind::Words, |it| it.kind));
    let kinds = move || {
        QuestionKind::ALL.map(|it| Choice::new(it.as_str(), lang.get().question_kind(it))).to_vec()
    };
    let set_kind = move |name: String| {
        if let Some(kind) = QuestionKind::named(&name) {
            change(&|it| it.kind = kind);
        }
    };
    let hint = move || match kind.get().has_usual_words() {
        true => lang.get().survey_question_usual(),
        false => "",
    };
    let said = move |text: &str| lang.get().survey_said(text);
    let options = move || {
        let options = read().map(|it| it.options).unwrap_or_default();
        options.iter().map(|it| said(it)).collect::<Vec<_>>().join("\n")
    };
    let set_options = move |text: String| {
        // A line that was just begun stays, or nobody could write the next option.
        change(&|it| it.options = text.split('\n').map(Lang::survey_kept).collect());
    };
    let take = move |()| {
        draft.update(|it| {
            if place < it.survey.questions.len() {
                it.survey.questions.remove(place);
            }
        });
    };
    let number = (place + 1).to_string();
    let [title, remove, own] = [number.clone(), number.clone(), number];
    view! {
        <fieldset class="survey-question" data-testid="survey-question" data-number=own>
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().survey_question(&title)}</h3>
                <IconButton
                    icon=Icon::Trash
                    label=move || lang.get().survey_remove_question(&remove)
                    on_press=take
                    attr:data-testid="survey-remove-question"
                />
            </div>
            <SelectField
                label=move || lang.get().survey_question_kind()
                choices=Signal::derive(kinds)
                value=Signal::derive(move || kind.get().as_str().to_owned())
                on_change=set_kind
            />
            <TextField
                label=move || lang.get().survey_question_text()
                value=Signal::derive(move || read().map(|it| said(&it.text)).unwrap_or_default())
                on_input=move |text: String| change(&|it| it.text = Lang::survey_kept(&text))
                hint=Signal::derive(move || hint().to_owned())
            />
            <Show when=move || kind.get() == QuestionKind::Choice>
                <AreaField
                    label=move || lang.get().survey_options()
                    value=Signal::derive(options)
                    on_input=set_options
                />
            </Show>
        </fieldset>
    }
}

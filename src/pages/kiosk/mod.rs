//! The survey in a customer's hands: one question a screen, large answers, thanks, gone.
//!
//! Nothing else is on the page. Who touches it for a while no more is taken to have left: what was
//! not sent goes, and it begins again. The way back asks for the PIN.

mod question;

use std::time::Duration;

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::face::Face;
use crate::domain::id::SurveyId;
use crate::domain::survey::{Answer, Question, SurveyReply};
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::LeaveFace;
use crate::present::surveys::issue_words;
use crate::runtime::app::{App, use_app};
use crate::runtime::kiosk;
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonKind, Icon};
use question::Asked;

/// Without a touch for so long, a customer has left.
const PATIENCE: Duration = Duration::from_secs(45);
/// The thanks stand so long.
const THANKS: Duration = Duration::from_secs(10);

/// Where a customer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// At a question, by its place.
    Question(usize),
    /// All is sent.
    Thanks,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    id: Memo<SurveyId>,
    questions: Memo<Vec<Question>>,
    step: RwSignal<Step>,
    answers: RwSignal<Vec<Answer>>,
}

/// The survey that the tablet was turned to.
#[component]
pub fn KioskPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let id = Memo::new(move |_| match (app.face().get(), &*app.route().read()) {
        (Face::Client(id), _) => id,
        (_, Route::Kiosk(id)) => *id,
        _ => SurveyId::default(),
    });
    let questions = Memo::new(move |_| {
        app.view(&[Table::Surveys], |it| {
            let survey = it.surveys.get(id.get()).filter(|it| !it.closed);
            survey.map(|it| it.questions.clone()).unwrap_or_default()
        })
    });
    let (step, answers) = (RwSignal::new(Step::Question(0)), RwSignal::new(Vec::new()));
    let desk = Desk { app, lang, id, questions, step, answers };
    let patience = Signal::derive(move || match step.get() {
        Step::Thanks => THANKS,
        Step::Question(_) => PATIENCE,
    });
    kiosk::when_idle(patience, move || desk.restart());
    let shown = move || {
        let questions = questions.read();
        match step.get() {
            Step::Thanks => view! { <Thanks desk /> }.into_any(),
            Step::Question(place) => match questions.get(place).cloned() {
                Some(question) => view! { <Asked desk place question /> }.into_any(),
                None => {
                    view! { <h1 class="kiosk__question">{move || lang.get().kiosk_gone()}</h1> }
                        .into_any()
                }
            },
        }
    };
    view! {
        <div class="kiosk" data-testid="kiosk">
            <div class="kiosk__stage">{shown}</div>
            <Staff desk />
        </div>
    }
}

impl Desk {
    /// Begins again, as for the next customer.
    fn restart(self) {
        let untouched = self.step.get_untracked() == Step::Question(0)
            && self.answers.with_untracked(Vec::is_empty);
        if !untouched {
            self.answers.set(Vec::new());
            self.step.set(Step::Question(0));
        }
    }

    /// What is answered at a place.
    fn answer(self, place: usize) -> Answer {
        self.answers.read().get(place).cloned().unwrap_or(Answer::Skipped)
    }

    fn put(self, place: usize, answer: Answer) {
        let all = self.questions.with_untracked(Vec::len);
        self.answers.update(|it| {
            it.resize(all, Answer::Skipped);
            it[place] = answer;
        });
    }

    /// Goes on from a place; sends after the last.
    fn next(self, place: usize) {
        match place + 1 < self.questions.with_untracked(Vec::len) {
            true => self.step.set(Step::Question(place + 1)),
            false => self.send(),
        }
    }

    /// Sends what was answered. Where nothing was, or it cannot be taken any more, the customer is
    /// thanked all the same: they can do nothing about it.
    fn send(self) {
        let all = self.questions.with_untracked(Vec::len);
        let mut answers = self.answers.get_untracked();
        answers.resize(all, Answer::Skipped);
        let (lead, customer) = kiosk::asked();
        let survey = Some(self.id.get_untracked());
        let reply = SurveyReply { survey, customer, lead, answers, ..SurveyReply::default() };
        let lang = self.lang.get_untracked();
        let issue = self.app.peek(|it| issue_words(it, lang, &reply));
        let id = self.app.draw_id().into();
        let _ = self.app.give(Command::TakeReply(id, Box::new(reply), issue));
        kiosk::forget();
        self.answers.set(Vec::new());
        self.step.set(Step::Thanks);
    }
}

#[component]
fn Thanks(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    view! {
        <h1 class="kiosk__question" data-testid="kiosk-thanks">{move || lang.get().kiosk_thanks()}</h1>
        <p class="kiosk__note">{move || lang.get().kiosk_thanks_note()}</p>
        <div class="actions kiosk__ways">
            <Button
                kind=ButtonKind::Quiet
                label=move || lang.get().kiosk_again()
                on_press=move || desk.restart()
            />
        </div>
    }
}

/// The way back for whoever has the PIN, and the language for the customer.
#[component]
fn Staff(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let asking = RwSignal::new(false);
    let other = move || match lang.get() {
        Lang::En => Lang::Zh,
        Lang::Zh => Lang::En,
    };
    let other_name = move || match other() {
        Lang::En => lang.get().settings_language_en(),
        Lang::Zh => lang.get().settings_language_zh(),
    };
    view! {
        <footer class="kiosk__foot">
            <Button
                kind=ButtonKind::Link
                label=other_name
                on_press=move || app.set_lang(other())
                attr:data-testid="kiosk-language"
            />
            <Button
                kind=ButtonKind::Link
                icon=Icon::Lock
                label=move || lang.get().kiosk_staff()
                on_press=move || asking.set(true)
                attr:data-testid="kiosk-staff"
            />
        </footer>
        <LeaveFace asking />
    }
}

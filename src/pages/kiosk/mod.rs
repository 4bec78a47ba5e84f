//! The survey in a customer's hands: one question a screen, large answers, thanks, gone.
//!
//! Nothing else is on the page. Who touches it for a while no more is taken to have left: what was
//! not sent goes, and it begins again, in the tablet's own language and about nobody in particular.
//! What could not be stored is kept and tried again. The way back asks for the PIN.

mod question;

use std::time::Duration;

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::face::Face;
use crate::domain::id::SurveyId;
use crate::domain::rejection::Rejection;
use crate::domain::survey::{Answer, Question, SurveyReply};
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::LeaveFace;
use crate::present::surveys::issue_words;
use crate::runtime::app::{App, use_app};
use crate::runtime::kiosk;
use crate::runtime::refusal::Refusal;
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
    /// What was answered could not be stored.
    NotSent,
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
    /// Whether somebody is asked for the PIN.
    leaving: RwSignal<bool>,
    /// Why the last answers were not stored.
    refused: RwSignal<Option<Refusal>>,
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
    let (leaving, refused) = (RwSignal::new(false), RwSignal::new(None));
    let desk = Desk { app, lang, id, questions, step, answers, leaving, refused };
    let patience = Signal::derive(move || match step.get() {
        Step::Thanks => THANKS,
        Step::Question(_) | Step::NotSent => PATIENCE,
    });
    kiosk::when_idle(patience, move || desk.left_alone());
    on_cleanup(move || app.show_own_lang());
    let shown = move || {
        let questions = questions.read();
        match step.get() {
            Step::Thanks => view! { <Thanks desk /> }.into_any(),
            Step::NotSent => view! { <NotSent desk /> }.into_any(),
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
    /// Nobody has touched the tablet for a while. Answers that wait to be stored are tried again, and
    /// are not given up for the next customer.
    fn left_alone(self) {
        self.leaving.set(false);
        match self.step.get_untracked() {
            Step::NotSent => self.send(),
            Step::Question(_) | Step::Thanks => self.restart(),
        }
    }

    /// Begins again, as for the next customer; who has not begun yet is still the one that it was
    /// handed to.
    fn restart(self) {
        self.app.show_own_lang();
        let untouched = self.step.get_untracked() == Step::Question(0)
            && self.answers.with_untracked(Vec::is_empty);
        if !untouched {
            // Where the storage lets nothing go it takes no answers, either.
            let _ = kiosk::forget();
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

    /// Sends what was answered; where that cannot be stored it is said, and the answers stay. Who has
    /// answered nothing is thanked all the same.
    fn send(self) {
        let all = self.questions.with_untracked(Vec::len);
        let mut answers = self.answers.get_untracked();
        answers.resize(all, Answer::Skipped);
        let (lead, customer) = kiosk::asked();
        let survey = Some(self.id.get_untracked());
        let reply = SurveyReply { survey, customer, lead, answers, ..SurveyReply::default() };
        // The meeting hears of it in its own language, not in the customer's.
        let lang = self.app.own_lang();
        let issue = self.app.peek(|it| issue_words(it, lang, &reply));
        let id = self.app.draw_id().into();
        match self.app.give(Command::TakeReply(id, Box::new(reply), issue)) {
            Ok(()) | Err(Refusal::Rejected(Rejection::ReplyEmpty)) => {
                let _ = kiosk::forget();
                self.answers.set(Vec::new());
                self.step.set(Step::Thanks);
            }
            Err(refusal) => {
                self.refused.set(Some(refusal));
                self.step.set(Step::NotSent);
            }
        }
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

/// The answers could not be stored: what happened, and another try.
#[component]
fn NotSent(desk: Desk) -> impl IntoView {
    let Desk { lang, refused, .. } = desk;
    let why = move || refused.get().map(|it| it.words(lang.get()));
    view! {
        <div role="alert">
            <h1 class="kiosk__question" data-testid="kiosk-not-sent">
                {move || lang.get().kiosk_not_sent()}
            </h1>
        </div>
        <p class="kiosk__note">{why}</p>
        <div class="actions kiosk__ways">
            <Button
                kind=ButtonKind::Primary
                label=move || lang.get().kiosk_send_again()
                on_press=move || desk.send()
                attr:data-testid="kiosk-send-again"
            />
        </div>
    }
}

/// The way back for whoever has the PIN, and the language for the customer.
#[component]
fn Staff(desk: Desk) -> impl IntoView {
    let Desk { app, lang, leaving, .. } = desk;
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
                on_press=move || app.show_lang(other())
                attr:data-testid="kiosk-language"
            />
            <Button
                kind=ButtonKind::Link
                icon=Icon::Lock
                label=move || lang.get().kiosk_staff()
                on_press=move || leaving.set(true)
                attr:data-testid="kiosk-staff"
            />
        </footer>
        <LeaveFace asking=leaving />
    }
}

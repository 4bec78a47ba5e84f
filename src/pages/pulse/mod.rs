//! The pulse: a blind ballot on the tablet that goes round, and what came of earlier rounds.
//!
//! While it goes round, the page holds counts and nothing else; they go with the page. At the end
//! one record is written.

mod ballot;
mod results;

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::face::Matter;
use crate::domain::pulse::BallotBox;
use crate::i18n::Lang;
use crate::present::format;
use crate::runtime::app::{App, use_app};
use crate::ui::{Button, ButtonKind, Icon, Tone};
use ballot::BallotForm;
use results::Rounds;

/// How far the round is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// None is underway.
    Idle,
    /// The tablet changes hands.
    Passing,
    /// Somebody answers.
    Answering,
    /// Somebody has answered, and is thanked.
    Thanked,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    stage: RwSignal<Stage>,
    ballots: RwSignal<BallotBox>,
}

/// A round, or what came of earlier ones.
#[component]
pub fn PulsePage() -> impl IntoView {
    let app = use_app();
    let (stage, ballots) = (RwSignal::new(Stage::Idle), RwSignal::new(BallotBox::default()));
    let desk = Desk { app, lang: app.lang(), stage, ballots };
    let shown = move || match stage.get() {
        Stage::Idle => view! { <Idle desk /> }.into_any(),
        Stage::Passing => view! { <Passing desk /> }.into_any(),
        Stage::Answering => view! { <BallotForm desk /> }.into_any(),
        Stage::Thanked => view! { <Thanked desk /> }.into_any(),
    };
    view! { <div class="content content--narrow" data-testid="pulse-page">{shown}</div> }
}

impl Desk {
    /// Ends the round: keeps what may be kept of it, once.
    fn end(self) {
        let all = self.ballots.get_untracked();
        self.ballots.set(BallotBox::default());
        self.stage.set(Stage::Idle);
        match all.kept(self.app.today().get_untracked()) {
            Some(pulse) => {
                self.app.act(Command::KeepPulse(self.app.draw_id().into(), Box::new(pulse)));
            }
            None => {
                let words = self.lang.get_untracked().pulse_too_few_ballots().to_owned();
                self.app.say(Tone::Warn, words);
            }
        }
    }
}

#[component]
fn Idle(desk: Desk) -> impl IntoView {
    let Desk { app, lang, stage, ballots } = desk;
    let begin = move || {
        ballots.set(BallotBox::default());
        stage.set(Stage::Passing);
    };
    let team = Memo::new(move |_| app.may_see(Matter::Work));
    view! {
        <section class="section">
            <p>{move || lang.get().pulse_lead()}</p>
            <p class="section__note">{move || lang.get().pulse_few_note()}</p>
            <div class="actions actions--start">
                <Button
                    kind=ButtonKind::Primary
                    icon=Icon::Play
                    label=move || lang.get().pulse_begin()
                    on_press=begin
                    attr:data-testid="pulse-begin"
                />
            </div>
        </section>
        <Show when=move || team.get()>
            <Rounds desk />
        </Show>
        <Offers desk />
    }
}

/// The tablet changes hands.
#[component]
fn Passing(desk: Desk) -> impl IntoView {
    let Desk { lang, stage, ballots, .. } = desk;
    let count = move || {
        let count = ballots.read().ballots();
        lang.get().pulse_count(&format::count(lang.get(), count as u64))
    };
    view! {
        <section class="round__screen" data-testid="pulse-passing">
            <h2 class="round__name">{move || lang.get().pulse_next()}</h2>
            <p class="headline__note" data-testid="pulse-count">{count}</p>
            <div class="actions actions--start">
                <Button
                    kind=ButtonKind::Primary
                    label=move || lang.get().pulse_answer()
                    on_press=move || stage.set(Stage::Answering)
                    attr:data-testid="pulse-answer"
                />
                <Button
                    icon=Icon::Check
                    label=move || lang.get().pulse_end()
                    on_press=move || desk.end()
                    attr:data-testid="pulse-end"
                />
                <Button
                    icon=Icon::Trash
                    label=move || lang.get().pulse_drop()
                    on_press=move || stage.set(Stage::Idle)
                />
            </div>
        </section>
    }
}

#[component]
fn Thanked(desk: Desk) -> impl IntoView {
    let Desk { lang, stage, .. } = desk;
    view! {
        <section class="round__screen" data-testid="pulse-thanks">
            <h2 class="round__name">{move || lang.get().pulse_thanks()}</h2>
            <div class="actions actions--start">
                <Button
                    kind=ButtonKind::Primary
                    label=move || lang.get().kiosk_next()
                    on_press=move || stage.set(Stage::Passing)
                    attr:data-testid="pulse-onward"
                />
            </div>
        </section>
        <Offers desk />
    }
}

/// What somebody who needs help can do.
#[component]
fn Offers(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let offers: [fn(Lang) -> &'static str; 4] = [
        Lang::pulse_offer_talk,
        Lang::pulse_offer_load,
        Lang::pulse_offer_rest,
        Lang::pulse_offer_help,
    ];
    let row = move |words: fn(Lang) -> &'static str| {
        view! { <li class="list__row">{move || words(lang.get())}</li> }
    };
    view! {
        <section class="section" data-testid="pulse-offers">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().pulse_offers()}</h2>
            </div>
            <ul class="list">{offers.map(row).into_iter().collect_view()}</ul>
        </section>
    }
}

//! The pulse: a blind ballot on the tablet that goes round, and what came of earlier rounds.
//!
//! While it goes round, the page holds counts and nothing else, and nothing else of the product can
//! be reached. At the end one record is written.

mod ballot;
mod results;

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::face::Matter;
use crate::domain::pulse::BallotBox;
use crate::i18n::Lang;
use crate::present::format;
use crate::runtime::app::{App, use_app};
use crate::runtime::platform::events;
use crate::ui::{Button, ButtonKind, Dialog, Icon, Tone};
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
    /// What goes round; none while nothing does.
    ballots: RwSignal<Option<BallotBox>>,
    /// Whether somebody is asked if the round shall be dropped.
    dropping: RwSignal<bool>,
}

/// A round, or what came of earlier ones.
#[component]
pub fn PulsePage() -> impl IntoView {
    let app = use_app();
    let ballots = app.ballots();
    let stage = RwSignal::new(match ballots.read_untracked().is_some() {
        true => Stage::Passing,
        false => Stage::Idle,
    });
    let desk = Desk { app, lang: app.lang(), stage, ballots, dropping: RwSignal::new(false) };
    ask_before_unload(desk);
    let shown = move || match stage.get() {
        Stage::Idle => view! { <Idle desk /> }.into_any(),
        Stage::Passing => view! { <Passing desk /> }.into_any(),
        Stage::Answering => view! { <BallotForm desk /> }.into_any(),
        Stage::Thanked => view! { <Thanked desk /> }.into_any(),
    };
    view! {
        <div class="content content--narrow" data-testid="pulse-page">{shown}</div>
        <DropRound desk />
    }
}

/// The browser asks before the page is closed or loaded anew, for as long as that would drop ballots or
/// the answers of whoever has the tablet: they are in no storage, so nothing brings them back.
fn ask_before_unload(desk: Desk) {
    let asking = window_event_listener_untyped("beforeunload", move |event| {
        if desk.may_lose() {
            events::ask_to_stay(&event);
        }
    });
    on_cleanup(move || asking.remove());
}

impl Desk {
    /// Whether something would be lost with the page.
    fn may_lose(self) -> bool {
        let count = self.ballots.with_untracked(|it| it.as_ref().map_or(0, BallotBox::ballots));
        count != 0 || self.stage.get_untracked() == Stage::Answering
    }

    /// Nothing goes round any more.
    fn over(self) {
        self.stage.set(Stage::Idle);
        self.ballots.set(None);
    }

    /// Drops the round; ballots that lie in it only after a question.
    fn drop_round(self) {
        match self.ballots.with_untracked(|it| it.as_ref().map_or(0, BallotBox::ballots)) {
            0 => self.over(),
            _ => self.dropping.set(true),
        }
    }

    /// Ends the round: keeps what may be kept of it, once.
    fn end(self) {
        let all = self.ballots.get_untracked().unwrap_or_default();
        self.over();
        match all.kept(self.app.today().get_untracked()) {
            Some(pulse) => {
                self.app.act(Command::KeepPulse(self.app.draw_id().into(), Box::new(pulse)));
            }
            None => {
                self.app.say(Tone::Warn, Lang::pulse_too_few_ballots);
            }
        }
    }
}

#[component]
fn Idle(desk: Desk) -> impl IntoView {
    let Desk { app, lang, stage, ballots, .. } = desk;
    let begin = move || {
        ballots.set(Some(BallotBox::default()));
        stage.set(Stage::Passing);
    };
    let team = Memo::new(move |_| app.may_see(Matter::Work));
    view! {
        <section class="section">
            <p>{move || lang.get().pulse_lead()}</p>
            <p class="section__note">{move || lang.get().pulse_few_note()}</p>
            <Show when=move || team.get()>
                <p data-testid="pulse-keep-open">{move || lang.get().pulse_keep_open()}</p>
                <div class="actions actions--start">
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Play
                        label=move || lang.get().pulse_begin()
                        on_press=begin
                        attr:data-testid="pulse-begin"
                    />
                </div>
            </Show>
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
        let count = ballots.read().as_ref().map_or(0, BallotBox::ballots);
        lang.get().pulse_count(&format::count(lang.get(), count as u64))
    };
    view! {
        <section class="round__screen" data-testid="pulse-passing">
            <h2 class="round__name">{move || lang.get().pulse_next()}</h2>
            <p class="headline__note" data-testid="pulse-count">{count}</p>
            <p class="section__note">{move || lang.get().pulse_keep_open()}</p>
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
                    on_press=move || desk.drop_round()
                    attr:data-testid="pulse-drop"
                />
            </div>
        </section>
    }
}

/// Whether ballots shall be dropped that were put in.
#[component]
fn DropRound(desk: Desk) -> impl IntoView {
    let Desk { lang, ballots, dropping, .. } = desk;
    let count = move || {
        let count = ballots.read().as_ref().map_or(0, BallotBox::ballots);
        lang.get().pulse_count(&format::count(lang.get(), count as u64))
    };
    let close = move || dropping.set(false);
    let sure = move || {
        close();
        desk.over();
    };
    let actions = move || {
        view! {
            <Button label=move || lang.get().cancel() on_press=close />
            <Button
                kind=ButtonKind::Danger
                label=move || lang.get().pulse_drop()
                on_press=sure
                attr:data-testid="pulse-drop-do"
            />
        }
    };
    view! {
        <Dialog open=dropping title=move || lang.get().pulse_drop_ask() on_close=close actions>
            <p>{count}</p>
        </Dialog>
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

//! The tablet changes hands: whose turn it is, how far everybody is, and the ways to end.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::goal::Bearer;
use crate::domain::id::RoundId;
use crate::domain::round::{Seen, Status};
use crate::i18n::Lang;
use crate::present::forecast::ForecastView;
use crate::present::format;
use crate::present::rounds::{Seat, seen};
use crate::runtime::past;
use crate::runtime::platform::after_paint;
use crate::runtime::route::Route;
use crate::ui::{Badge, Button, ButtonKind, ButtonLink, Dialog, Icon, Tone};

/// Whose turn it is, or the reveal.
#[component]
pub(super) fn Hand(desk: Desk) -> impl IntoView {
    let Desk { lang, round, .. } = desk;
    let period = move || {
        let period = round.read().as_ref().map(|it| format::period(lang.get(), it.period));
        lang.get().round_for(&period.unwrap_or_default())
    };
    let progress = move || round.read().as_ref().map(|it| it.progress(lang.get()));
    let next = Memo::new(move |_| round.read().as_ref().and_then(|it| it.next().cloned()));
    view! {
        <section class="round__screen" data-testid="round-hand">
            <p class="headline__note">
                {period} " · " <span data-testid="round-progress">{progress}</span>
            </p>
            {move || match next.get() {
                Some(seat) => view! { <Next desk seat /> }.into_any(),
                None => view! { <Done desk /> }.into_any(),
            }}
        </section>
        <Everybody desk />
        <Ways desk />
    }
}

/// Whoever has the tablet next.
#[component]
fn Next(desk: Desk, seat: Seat) -> impl IntoView {
    let Desk { app, lang, round, answering, .. } = desk;
    let Seat { id, name, .. } = seat;
    let [here, away] = [name.clone(), name.clone()];
    let skip = move || {
        if let Some(round) = round.with_untracked(|it| it.as_ref().map(|it| it.id)) {
            app.act(Command::SkipInRound(round, id));
        }
    };
    view! {
        <p class="round__hand">{move || lang.get().round_hand_to()}</p>
        <h2 class="round__name" data-testid="round-next">{name}</h2>
        <div class="actions actions--start">
            <Button
                kind=ButtonKind::Primary
                label=move || lang.get().round_i_am(&here)
                on_press=move || answering.set(Some(id))
                attr:data-testid="round-begin"
            />
            <Button
                label=move || lang.get().round_not_here(&away)
                on_press=skip
                attr:data-testid="round-skip"
            />
        </div>
    }
}

/// Nobody is left to answer.
#[component]
fn Done(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    view! {
        <h2 class="round__name">{move || lang.get().round_everybody_done()}</h2>
        <p class="section__note">{move || lang.get().round_ready()}</p>
        <Reveal desk kind=ButtonKind::Primary label=Signal::derive(move || lang.get().round_reveal().to_owned()) />
    }
}

/// Ends the round. The forecast it is compared with is worked out beforehand.
#[component]
fn Reveal(desk: Desk, kind: ButtonKind, label: Signal<String>) -> impl IntoView {
    let Desk { app, round, .. } = desk;
    let asked = Memo::new(move |_| round.read().as_ref().map(|it| (it.id, it.period, it.currency)));
    let compared = LocalResource::new(move || {
        let (asked, today) = (asked.get(), app.today().get());
        async move {
            after_paint().await;
            let Some((_, period, currency)) = asked else { return Seen::default() };
            let past = past::read(app).await;
            let forecast =
                app.peek(|it| ForecastView::new(it, period, Bearer::Company, today, past.passed()));
            forecast.map(|it| seen(&it, currency)).unwrap_or_default()
        }
    });
    let nothing = move || {
        let sealed = round.read().as_ref().map(|it| it.count(Status::Sealed));
        sealed.unwrap_or(0) == 0 || compared.get().is_none()
    };
    let reveal = move || {
        let (Some((id, period, _)), Some(seen)) = (asked.get_untracked(), compared.get_untracked())
        else {
            return;
        };
        app.replace(Route::Round(Some(period)));
        app.act(Command::RevealRound(id, seen));
    };
    view! {
        <Button
            kind
            icon=Icon::Eye
            label
            disabled=Signal::derive(nothing)
            on_press=reveal
            attr:data-testid="round-reveal"
        />
    }
}

/// Everybody with how far they are; a tap hands the tablet to one out of turn.
#[component]
fn Everybody(desk: Desk) -> impl IntoView {
    let Desk { lang, round, answering, .. } = desk;
    let seats =
        Memo::new(move |_| round.read().as_ref().map(|it| it.seats.clone()).unwrap_or_default());
    let row = move |Seat { id, name, status }: Seat| {
        let shown = name.clone();
        let label = Signal::derive(move || status_words(lang.get(), status).to_owned());
        let (tone, icon) = look(status);
        view! {
            <li class="list__row" data-testid="round-seat" data-status=format!("{status:?}")>
                <span class="list__main"><span class="list__name">{shown}</span></span>
                <Badge label tone icon />
                <Button
                    label=move || lang.get().round_open_for(&name)
                    on_press=move || answering.set(Some(id))
                />
            </li>
        }
    };
    view! {
        <section class="section" data-testid="round-everybody">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().round_all()}</h3>
            </div>
            <ul class="list">{move || seats.get().into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

fn look(status: Status) -> (Tone, Icon) {
    match status {
        Status::Waiting => (Tone::Plain, Icon::Clock),
        Status::Sealed => (Tone::Good, Icon::Lock),
        Status::Absent => (Tone::Warn, Icon::Info),
    }
}

fn status_words(lang: Lang, status: Status) -> &'static str {
    match status {
        Status::Waiting => lang.round_waiting(),
        Status::Sealed => lang.round_sealed(),
        Status::Absent => lang.round_absent(),
    }
}

/// Ending before everybody has answered, and dropping all of it.
#[component]
fn Ways(desk: Desk) -> impl IntoView {
    let Desk { lang, round, .. } = desk;
    let dropping = RwSignal::new(false);
    let waiting =
        Memo::new(move |_| round.read().as_ref().map_or(0, |it| it.count(Status::Waiting)));
    let label = Signal::derive(move || {
        let lang = lang.get();
        lang.round_end_now(&format::count(lang, waiting.get() as u64))
    });
    view! {
        <div class="actions actions--start">
            <Show when=move || waiting.get() != 0>
                <Reveal desk kind=ButtonKind::Quiet label />
            </Show>
            <ButtonLink
                icon=Icon::Back
                label=move || lang.get().round_later()
                href=Route::Forecast(None, Bearer::Company).href()
                attr:data-testid="round-later"
            />
            <Button
                icon=Icon::Trash
                label=move || lang.get().round_drop()
                on_press=move || dropping.set(true)
                attr:data-testid="round-drop"
            />
        </div>
        <DropDialog desk open=dropping />
    }
}

#[component]
fn DropDialog(desk: Desk, open: RwSignal<bool>) -> impl IntoView {
    let Desk { app, lang, round, .. } = desk;
    let said = move || {
        let sealed = round.read().as_ref().map_or(0, |it| it.count(Status::Sealed));
        lang.get().round_drop_preview(&format::count(lang.get(), sealed as u64))
    };
    let drop_it = move || {
        open.set(false);
        let id: Option<RoundId> = round.with_untracked(|it| it.as_ref().map(|it| it.id));
        if let Some(id) = id {
            app.act(Command::DropRound(id));
        }
    };
    let actions = move || {
        view! {
            <Button label=move || lang.get().cancel() on_press=move || open.set(false) />
            <Button
                kind=ButtonKind::Danger
                label=move || lang.get().round_drop()
                on_press=drop_it
                attr:data-testid="round-drop-do"
            />
        }
    };
    view! {
        <Dialog
            open
            title=move || lang.get().round_drop_question()
            on_close=move || open.set(false)
            actions
        >
            <p>{said}</p>
        </Dialog>
    }
}

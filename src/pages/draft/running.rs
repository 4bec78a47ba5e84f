//! A draft underway: whose turn it is, how long it still is, who comes next, and the ways on.

use leptos::prelude::*;

use super::Desk;
use super::ending::Ways;
use super::offers::Offers;
use super::shares::Shares;
use crate::domain::draft::Took;
use crate::i18n::Lang;
use crate::present::draft::{OnTurn, clock_words};
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonKind, ButtonLink, Icon};

/// The draft.
#[component]
pub(super) fn Running(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let is_on = Memo::new(move |_| view.read().on_turn.is_some());
    // One takes the place of the other, so that no lead moves under a finger when the time is up.
    let is_late = Memo::new(move |_| desk.is_over());
    let over = move || {
        view! {
            <p class="notice" data-testid="draft-over">
                <strong>{move || lang.get().draft_over()}</strong>
                " "
                {move || view.read().over.clone()}
            </p>
        }
    };
    view! {
        <div class="content draft" data-testid="draft-running">
            <div class="toolbar">
                <ButtonLink
                    icon=Icon::Back
                    label=move || lang.get().draft_to_assign()
                    href=Route::Assign(None).href()
                />
                <span class="toolbar__rest"><Ways desk /></span>
            </div>
            <div class="draft__columns">
                <div class="draft__main">
                    <Show when=move || is_on.get() fallback=over>
                        <TurnHead desk />
                        <div class="draft__slot">
                            <div role="status">
                                <Show when=move || is_late.get()>
                                    <TimeUp desk />
                                </Show>
                            </div>
                            <Show when=move || !is_late.get()>
                                <Next desk />
                            </Show>
                        </div>
                        <PassedOver desk />
                        <Offers desk />
                    </Show>
                </div>
                <Shares desk />
            </div>
        </div>
    }
}

/// Whose turn it is, large, with the clock.
#[component]
fn TurnHead(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let part = move |read: fn(&OnTurn) -> &String| {
        view.with(|it| it.on_turn.as_ref().map(|it| read(it).clone()).unwrap_or_default())
    };
    view! {
        <section class="draft__turn" data-over=move || desk.is_over().then_some("true")>
            <div class="draft__who">
                <p class="section__note">
                    {move || lang.get().draft_on_turn()} " · "
                    <span data-testid="draft-round">{move || part(|it| &it.place)}</span>
                </p>
                <h2 class="draft__name" aria-live="polite" data-testid="draft-name">
                    {move || part(|it| &it.name)}
                </h2>
            </div>
            <Clock desk />
        </section>
    }
}

/// What is left of the turn, and the pause; nothing where a turn has no limit.
#[component]
fn Clock(desk: Desk) -> impl IntoView {
    let Desk { lang, view, timer, .. } = desk;
    let seconds = Memo::new(move |_| view.read().seconds);
    let time = Memo::new(move |_| Some(clock_words(lang.get(), timer.left(seconds.get()?))));
    let is_paused = Memo::new(move |_| timer.is_paused());
    let meaning = move || {
        let paused = is_paused.get().then(|| lang.get().draft_paused());
        let parts: Vec<&str> = time.get().map(|it| it.1).into_iter().chain(paused).collect();
        parts.join(" · ")
    };
    view! {
        <Show when=move || seconds.read().is_some()>
            <div class="draft__clock" data-paused=move || is_paused.get().then_some("true")>
                <p role="timer" data-testid="draft-clock">
                    <span class="draft__time">{move || time.get().map(|it| it.0)}</span>
                    " "
                    <span class="section__note" data-testid="draft-clock-state">{meaning}</span>
                </p>
                {move || pause(desk, is_paused.get())}
            </div>
        </Show>
    }
}

fn pause(Desk { lang, timer, .. }: Desk, is_paused: bool) -> impl IntoView {
    let (icon, label): (Icon, fn(Lang) -> &'static str) = match is_paused {
        true => (Icon::Play, Lang::draft_resume),
        false => (Icon::Pause, Lang::draft_pause),
    };
    view! {
        <Button
            icon
            label=move || label(lang.get())
            on_press=move || timer.turn_over()
            attr:data-testid="draft-pause"
        />
    }
}

/// Who comes next.
#[component]
fn Next(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let next = Memo::new(move |_| view.read().next.clone());
    let name = |it: String| view! { <li class="draft__then">{it}</li> };
    view! {
        <Show when=move || !next.read().is_empty()>
            <div class="draft__next" data-testid="draft-next">
                <span class="section__note">{move || lang.get().draft_next()}</span>
                <ol class="draft__order">{move || next.get().into_iter().map(name).collect_view()}</ol>
            </div>
        </Show>
    }
}

/// Who is passed over, and why.
#[component]
fn PassedOver(desk: Desk) -> impl IntoView {
    let passed = Memo::new(move |_| desk.view.read().passed_over.clone());
    let line = |it: String| {
        view! { <p class="notice" data-tone="warn" data-testid="draft-passed-over">{it}</p> }
    };
    view! { {move || passed.get().into_iter().map(line).collect_view()} }
}

/// Once the time is up: what fits best is offered, nothing is taken.
#[component]
fn TimeUp(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let best = Memo::new(move |_| desk.best());
    let fits = move || best.get().map(|it| lang.get().draft_best(&it.title, &it.points));
    let take = move || {
        if let Some(best) = best.get_untracked() {
            desk.take(Took::Lead(best.id));
        }
    };
    view! {
        <div class="notice draft__up" data-tone="warn" data-testid="draft-time-up">
            <div>
                <p>{move || lang.get().draft_time_up()}</p>
                <p>{fits}</p>
            </div>
            <Button
                kind=ButtonKind::Primary
                label=move || lang.get().draft_take_best()
                on_press=take
                attr:data-testid="draft-take-best"
            />
        </div>
    }
}

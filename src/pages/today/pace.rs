//! How the quarter stands: the figure, the bar and one sentence.

use leptos::prelude::*;

use super::Desk;
use crate::domain::goal::Bearer;
use crate::present::format;
use crate::present::goals::paced::MeterView;
use crate::present::goals::words::{Standing, meter, pace_sentence};
use crate::present::goals::{GoalsView, Quota};
use crate::runtime::route::{MeetingPlace, Route};
use crate::ui::{ButtonKind, ButtonLink, Figure, FigureSize, Icon, Meter, Tone};

/// The pace of the quarter; without a goal what is won so far, and a way to set one.
#[component]
pub(super) fn Pace(desk: Desk) -> impl IntoView {
    let Desk { lang, view, opened, .. } = desk;
    let goals = Memo::new(move |_| view.read().goals.clone());
    let period = move || {
        goals.read().as_ref().map(|it| format::period(lang.get(), it.period)).unwrap_or_default()
    };
    let has_goal =
        Memo::new(move |_| goals.read().as_ref().is_some_and(|it| it.company.quota != Quota::None));
    let label = move || match has_goal.get() {
        true => lang.get().goals_headline(&period()),
        false => lang.get().today_won_so_far(&period()),
    };
    let won = move || {
        let won = goals.read().as_ref().map(|it| it.company.won);
        won.map(|it| format::money(lang.get(), it)).unwrap_or_default()
    };
    let of = move || {
        let quota = goals.read().as_ref()?.company.quota.amount()?;
        Some(lang.get().goals_of_quota(&format::money(lang.get(), quota)))
    };
    let sentence = move || {
        goals
            .read()
            .as_ref()
            .map(|it| pace_sentence(lang.get(), it, &it.company))
            .unwrap_or_default()
    };
    let goals_link = move || {
        let (words, kind) = match has_goal.get() {
            true => (lang.get().today_all_goals(), ButtonKind::Link),
            false => (lang.get().today_set_goal(), ButtonKind::Primary),
        };
        view! {
            <ButtonLink
                label=words
                kind
                icon=Icon::Goals
                href=Route::Goals(None).href()
                attr:data-testid="today-goals"
            />
        }
    };
    view! {
        <section class="headline" data-testid="today-pace">
            <p class="headline__note">{label}</p>
            <p class="today__figure">
                <Figure
                    value=won
                    label
                    size=FigureSize::Headline
                    on_explain=move || opened.set(true)
                    attr:data-testid="today-won"
                />
                <span class="headline__of">{of}</span>
            </p>
            <Show when=move || has_goal.get()>
                <PaceMeter desk goals />
            </Show>
            <p class="headline__sentence" data-testid="today-sentence">{sentence}</p>
            <div class="actions actions--start">
                {goals_link}
                <ButtonLink
                    kind=ButtonKind::Link
                    icon=Icon::Meet
                    label=move || lang.get().meetings_start()
                    href=Route::Meeting(MeetingPlace::Home).href()
                    attr:data-testid="today-meeting"
                />
            </div>
        </section>
    }
}

#[component]
fn PaceMeter(desk: Desk, goals: Memo<Option<GoalsView>>) -> impl IntoView {
    let lang = desk.lang;
    let bar = Memo::new(move |_| meter(lang.get(), goals.read().as_ref()?, Bearer::Company));
    let part = move |read: fn(&MeterView) -> f64| {
        Signal::derive(move || bar.read().as_ref().map_or(0.0, read))
    };
    let tone = move || match bar.read().as_ref().map(|it| it.standing) {
        Some(Standing::Reached) => Tone::Good,
        Some(Standing::Behind | Standing::Missed) => Tone::Warn,
        Some(Standing::OnPace | Standing::Ahead) | None => Tone::Accent,
    };
    let text = move || bar.read().as_ref().map(|it| it.text.clone()).unwrap_or_default();
    view! {
        <Meter
            label=move || lang.get().goals_attained(&text())
            share=part(|it| it.share)
            mark=part(|it| it.mark)
            tone=Signal::derive(tone)
        />
    }
}

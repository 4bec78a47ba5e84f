//! The SMART check of a goal: five letters in its row, which open into five sentences.

use leptos::prelude::*;

use super::Desk;
use super::measured::MeasuredDesk;
use crate::domain::goal::Bearer;
use crate::domain::quota::{Kept, Row, Split};
use crate::i18n::Lang;
use crate::present::forecast;
use crate::present::goals::words::row_name;
use crate::present::goals::{GoalsView, Phase};
use crate::present::indicators::TABLES;
use crate::present::quotas::WON_TABLES;
use crate::present::quotas::progress::Progress;
use crate::present::smart::expected::{Expected, Steps, likely, step};
use crate::present::smart::parts::{of_part, sought};
use crate::present::smart::reaching::{Attainables, Reaching};
use crate::present::smart::{History, Mark, history, of_amount, of_measure, sought_by_bearers};
use crate::runtime::app::App;
use crate::runtime::past;
use crate::runtime::platform::clock::{Turn, after_paint};
use crate::ui::Dialog;

/// What can be attained, by row; none while it is worked out.
pub(super) type Attained = Memo<Option<Attainables>>;

/// Works out what can be attained, one row after the other and each in pieces, so that the page
/// stays alive.
pub(super) fn attained(
    app: App,
    view: Memo<Option<GoalsView>>,
    parts: Memo<Vec<(Kept, Progress)>>,
) -> Attained {
    let read = past::followed(app);
    let found = LocalResource::new(move || {
        app.track(&forecast::TABLES);
        let (view, parts) = (view.get(), parts.get());
        let (today, past) = (app.today().get(), read.get());
        async move {
            let (view, past) = (view?, past?);
            let period = view.period;
            if view.phase == Phase::Over {
                return Some((period, Attainables::new()));
            }
            after_paint().await;
            let mut all = app.peek(|it| sought_by_bearers(it, &view, today));
            for (kept, progress) in &parts {
                after_paint().await;
                all.extend(app.peek(|it| sought(it, kept, progress)));
            }
            let mut reaching = Reaching::begin(view.span, today, all);
            let mut turn = Turn::begin();
            while !app.peek(|it| reaching.advance(it, past.passed())) {
                turn.give_way().await;
            }
            Some((period, reaching.finish()))
        }
    });
    // What was found stays until the next is; of another period it says nothing.
    Memo::new(move |_| {
        let (of, all) = found.get().flatten()?;
        let is_shown = view.read().as_ref().is_some_and(|it| it.period == of);
        is_shown.then_some(all)
    })
}

/// The marks of the amount somebody is to win.
#[component]
pub(super) fn AmountMarks(desk: Desk, bearer: Bearer) -> impl IntoView {
    let Desk { app, lang, view, attained, checked, .. } = desk;
    let marks = Memo::new(move |_| {
        let (view, today) = (view.read(), app.today().get());
        let attained = attained.read().as_ref().map(|it| it.get(&Row::from(bearer)).copied());
        let view = view.as_ref()?;
        app.view(&TABLES, |it| of_amount(it, lang.get(), view, bearer, attained, today))
    });
    let name = Signal::derive(move || {
        let view = view.read();
        let row = view.as_ref().and_then(|it| it.row(bearer));
        row.map(|it| row_name(lang.get(), it)).unwrap_or_default()
    });
    view! { <Letters lang id=bearer.to_string() name marks checked /> }
}

/// The marks of what a part of the company is to win.
#[component]
pub(super) fn PartMarks(desk: Desk, split: Split, row: Row) -> impl IntoView {
    let Desk { app, lang, attained, checked, .. } = desk;
    let marks = Memo::new(move |_| {
        let attained = attained.read().as_ref().map(|it| it.get(&row).copied());
        app.track(&TABLES);
        desk.of_split(split, |_, progress| {
            app.view(&WON_TABLES, |it| of_part(it, lang.get(), progress, row, attained))
        })
    });
    let name = Signal::derive(move || {
        let name = desk.of_split(split, |_, it| it.line(Some(row)).map(|it| it.name.clone()));
        name.unwrap_or_default()
    });
    view! { <Letters lang id=row.to_string() name marks checked /> }
}

/// The history of everybody by the indicator of the page.
pub(super) fn measured_history(desk: MeasuredDesk) -> Memo<History> {
    let MeasuredDesk { app, period, measure, view, .. } = desk;
    Memo::new(move |_| {
        let bearers = view.read();
        let bearers: Vec<Bearer> =
            bearers.iter().flat_map(|it| &it.rows).map(|it| it.bearer).collect();
        let (period, measure, today) = (period.get(), measure.get(), app.today().get());
        app.view(&TABLES, |it| history(it, period, measure, &bearers, today))
    })
}

/// Works out what the indicator of the page is likely to come to for everybody with a goal, step by
/// step and one after the other, so that the page stays alive; none while it is worked out.
pub(super) fn measured_expected(desk: MeasuredDesk) -> Memo<Option<Expected>> {
    let MeasuredDesk { app, period, measure, view, .. } = desk;
    let found = LocalResource::new(move || {
        app.track(&TABLES);
        let (period, measure, today) = (period.get(), measure.get(), app.today().get());
        let view = view.get();
        async move {
            let view = view.filter(|it| it.phase != Phase::Over)?;
            let rows: Vec<_> = view.rows.iter().filter(|it| it.progress.is_some()).collect();
            let bearers: Vec<Bearer> = rows.iter().map(|it| it.bearer).collect();
            let steps = app.peek(|it| Steps::of(it, period, view.nature, today));
            let Some(steps) = steps.filter(|_| !bearers.is_empty()) else {
                return Some(Expected::new());
            };
            let mut series = vec![Vec::new(); bearers.len()];
            for past in &steps.past {
                after_paint().await;
                let values = app.peek(|it| step(it, *past, measure, &bearers, today));
                series.iter_mut().zip(values).for_each(|(series, it)| series.push(it));
            }
            let mut expected = Expected::new();
            for (row, series) in rows.iter().zip(&series) {
                after_paint().await;
                let actual = row.progress.and_then(|it| it.actual);
                let found = likely(&steps, series, actual);
                expected.extend(found.map(|it| (row.bearer, it)));
            }
            Some(expected)
        }
    });
    Memo::new(move |_| found.get().flatten())
}

/// The marks of somebody's goal for the indicator of the page.
#[component]
pub(super) fn MeasureMarks(
    desk: MeasuredDesk,
    bearer: Bearer,
    history: Memo<History>,
    expected: Memo<Option<Expected>>,
) -> impl IntoView {
    let MeasuredDesk { app, lang, period, view, checked, .. } = desk;
    let marks = Memo::new(move |_| {
        let (view, history, today) = (view.read(), history.read(), app.today().get());
        let (view, of, expected) = (view.as_ref()?, (period.get(), bearer), expected.read());
        let known = (&*history, expected.as_ref());
        app.view(&TABLES, |it| of_measure(it, lang.get(), view, of, known, today))
    });
    let name = Signal::derive(move || {
        let view = view.read();
        view.as_ref().and_then(|it| it.row(bearer)).map(|it| it.name.clone()).unwrap_or_default()
    });
    view! { <Letters lang id=bearer.to_string() name marks checked /> }
}

/// The name of the goal whose check is open, and its marks. Both leave with the goal's row.
pub(super) type Checked = RwSignal<Option<(Signal<String>, Memo<Option<Vec<Mark>>>)>>;

/// Five letters; a tap opens what they say.
#[component]
fn Letters(
    lang: Signal<Lang>,
    /// The goal in test ids.
    id: String,
    /// Whose goal it is.
    name: Signal<String>,
    marks: Memo<Option<Vec<Mark>>>,
    checked: Checked,
) -> impl IntoView {
    let letter = |it: &Mark| {
        view! { <span class="smart__letter" data-grade=it.grade.as_str()>{it.letter}</span> }
    };
    let letters = move || {
        let marks = marks.read();
        marks.iter().flatten().map(letter).collect_view()
    };
    let label = move || {
        let (lang, marks) = (lang.get(), marks.read());
        let words = marks.iter().flatten();
        let words = words.map(|it| [it.name, it.grade.words(lang)].join(" "));
        let words: Vec<String> = words.collect();
        [lang.smart_title(), &words.join(lang.list_comma())].join(": ")
    };
    view! {
        <Show when=move || marks.read().is_some()>
            <button
                type="button"
                class="smart"
                aria-label=label
                data-testid=format!("smart-{id}")
                on:click=move |_| checked.set(Some((name, marks)))
            >
                {letters}
            </button>
        </Show>
    }
}

/// The five sentences of the goal that was tapped.
#[component]
pub(super) fn SmartDialog(lang: Signal<Lang>, checked: Checked) -> impl IntoView {
    let title = move || match checked.get().and_then(|(name, _)| name.try_get()) {
        Some(name) => lang.get().smart_of(&name),
        None => lang.get().smart_title().to_owned(),
    };
    let line = move |it: Mark| {
        let why = it.why.into_iter().map(|it| view! { <span>{it}</span> }).collect_view();
        let grade = it.grade;
        view! {
            <li class="smart__line" data-testid="smart-line" data-grade=grade.as_str()>
                <span class="smart__letter" data-grade=grade.as_str() aria-hidden="true">
                    {it.letter}
                </span>
                <span class="list__main">
                    <span class="list__name">{it.name} " · " {grade.words(lang.get())}</span>
                    <span class="list__note smart__why">{why}</span>
                </span>
            </li>
        }
    };
    let lines = move || {
        let marks = checked.get().and_then(|(_, marks)| marks.try_get()).flatten();
        marks.unwrap_or_default().into_iter().map(line).collect_view()
    };
    view! {
        <Dialog
            open=Signal::derive(move || checked.read().is_some())
            title
            on_close=move || checked.set(None)
        >
            <ul class="list" data-testid="smart-lines">{lines}</ul>
        </Dialog>
    }
}

//! What the rounds of a period said: the sum, everybody's range, the forecast and the goal.

use leptos::prelude::*;

use super::Desk;
use crate::domain::id::RoundId;
use crate::present::format;
use crate::present::rounds::{ROUND_TABLES, RangeOf, RangePart, RangeRow, RoundResult, rounds_of};
use crate::ui::{
    BarRow, ChartFrame, Choice, Column, Figure, FigureSize, IntervalBars, SelectField,
    Table as Grid, Tone,
};

/// The latest round of the period, or an earlier one that was chosen.
#[component]
pub(super) fn Results(desk: Desk) -> impl IntoView {
    let Desk { app, lang, period, .. } = desk;
    let rounds =
        Memo::new(move |_| app.view(&ROUND_TABLES, |it| rounds_of(it, lang.get(), period.get())));
    let chosen = RwSignal::new(None::<RoundId>);
    let shown = Memo::new(move |_| {
        let rounds = rounds.read();
        let kept = chosen.get().filter(|id| rounds.iter().any(|(it, _)| it == id));
        kept.or(rounds.first().map(|(id, _)| *id))
    });
    let result = Memo::new(move |_| {
        let id = shown.get()?;
        app.view(&ROUND_TABLES, |it| RoundResult::new(it, lang.get(), id))
    });
    let choices = Signal::derive(move || {
        let choice = |(id, title): &(RoundId, String)| Choice::new(id.to_string(), title.clone());
        rounds.read().iter().map(choice).collect::<Vec<_>>()
    });
    let none = move || {
        let lang = lang.get();
        let words = lang.round_none_yet(&format::period(lang, period.get()));
        view! { <p class="section__note" data-testid="round-none">{words}</p> }
    };
    let has_result = Memo::new(move |_| result.read().is_some());
    view! {
        <Show when=move || has_result.get() fallback=none>
            <span class="agenda__person" data-testid="round-which">
                <SelectField
                    label=move || lang.get().round_which()
                    choices
                    value=Signal::derive(move || {
                        shown.get().map(|it| it.to_string()).unwrap_or_default()
                    })
                    on_change=move |id: String| chosen.set(id.parse().ok())
                />
            </span>
            <Result desk result shown />
        </Show>
    }
}

#[component]
fn Result(
    desk: Desk,
    result: Memo<Option<RoundResult>>,
    shown: Memo<Option<RoundId>>,
) -> impl IntoView {
    let lang = desk.lang;
    let part = move |read: fn(&RoundResult) -> &String| {
        Signal::derive(move || result.read().as_ref().map(read).cloned().unwrap_or_default())
    };
    let rows = move |read: fn(&RoundResult) -> &Vec<RangeRow>| {
        Signal::derive(move || result.read().as_ref().map(read).cloned().unwrap_or_default())
    };
    let sentences =
        move || result.read().as_ref().map(|it| it.sentences.clone()).unwrap_or_default();
    let sentence = |words: String| view! { <p class="headline__sentence">{words}</p> };
    let explain = move |of, part| {
        desk.explained.set(shown.get_untracked().map(|id| (id, (of, part))));
    };
    let explain_any = Callback::new(move |(of, part)| explain(of, part));
    let goal = Signal::derive(move || result.read().as_ref().and_then(|it| it.goal));
    let goal_line = move || {
        let words = result.read().as_ref().map(|it| it.goal_words.clone()).unwrap_or_default();
        (!words.is_empty()).then(|| lang.get().forecast_goal_mark(&words))
    };
    view! {
        <section class="headline" data-testid="round-result">
            <p class="headline__note">{part(|it| &it.label)}</p>
            <p class="headline__line">
                <Figure
                    value=part(|it| &it.figure)
                    label=part(|it| &it.label)
                    size=FigureSize::Headline
                    on_explain=move || explain(RangeOf::Sum, RangePart::Commit)
                    attr:data-testid="round-figure"
                />
                <span class="headline__of">{part(|it| &it.of)}</span>
            </p>
            <div>{move || sentences().into_iter().map(sentence).collect_view()}</div>
        </section>
        <section class="section" data-testid="round-team">
            <Ranges
                desk
                sentence=Signal::derive(move || lang.get().round_sum_sentence().to_owned())
                rows=rows(|it| &it.team)
                reference=goal
                explain=explain_any
            />
            <p class="section__note">{goal_line}</p>
        </section>
        <section class="section" data-testid="round-ranges">
            <Ranges
                desk
                sentence=part(|it| &it.most)
                rows=rows(|it| &it.people)
                reference=Signal::derive(|| None)
                explain=explain_any
            />
        </section>
    }
}

/// Ranges as bars: the commit, with worst and best around it.
#[component]
fn Ranges(
    desk: Desk,
    sentence: Signal<String>,
    rows: Signal<Vec<RangeRow>>,
    reference: Signal<Option<f64>>,
    explain: Callback<(RangeOf, RangePart)>,
) -> impl IntoView {
    let bars = Signal::derive(move || {
        let bar = |(place, row): (usize, RangeRow)| BarRow {
            name: row.name,
            shown: row.shown,
            bar: row.bar,
            tone: if place == 0 && reference.get().is_some() { Tone::Accent } else { Tone::Plain },
        };
        rows.get().into_iter().enumerate().map(bar).collect::<Vec<_>>()
    });
    view! {
        <ChartFrame sentence table=move || view! { <RangeTable desk rows caption=sentence explain /> }>
            <IntervalBars rows=bars reference />
        </ChartFrame>
    }
}

#[component]
fn RangeTable(
    desk: Desk,
    rows: Signal<Vec<RangeRow>>,
    caption: Signal<String>,
    explain: Callback<(RangeOf, RangePart)>,
) -> impl IntoView {
    let lang = desk.lang;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("who", lang.round_who()),
            Column::figure("worst", lang.round_worst()),
            Column::figure("commit", lang.round_commit()),
            Column::figure("best", lang.round_best()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = move |row: RangeRow| {
        let RangeRow { of, name, amounts, .. } = row;
        let cells = amounts.into_iter().zip(RangePart::ALL).map(|(value, part)| {
            let label = [part.name(lang.get()), &name].join(" · ");
            let ask = move || explain.run((of, part));
            view! { <td class="figures"><Figure value label on_explain=ask /></td> }
        });
        let cells = cells.collect_view();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    };
    view! {
        <Grid caption columns>{move || rows.get().into_iter().map(row).collect_view()}</Grid>
    }
}

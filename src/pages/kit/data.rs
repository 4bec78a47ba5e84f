//! Figures, cards, charts, tables.

use super::text;
use crate::i18n::Lang;
use crate::present::chart::{Bar, Landing, Pace};
use crate::ui::*;
use leptos::prelude::*;

/// The headline of a page.
pub fn figures() -> AnyView {
    let lang = use_lang();
    view! {
        <div class="headline">
            <div>
                <Figure
                    value=text(Lang::kit_pace_figure)
                    label=text(Lang::kit_pace_label)
                    size=FigureSize::Headline
                    on_explain=|| ()
                />
            </div>
            <Meter label=text(Lang::kit_pace_sentence) share=0.62 mark=0.69 tone=Tone::Accent />
            <p class="headline__sentence">{text(Lang::kit_pace_sentence)}</p>
            <p class="headline__note">{move || lang.get().kit_of_goal()}</p>
        </div>
        <dl class="facts">
            <dt>{text(Lang::kit_customer)}</dt>
            <dd>{text(Lang::kit_customer_name)}</dd>
            <dt>{text(Lang::kit_amount)}</dt>
            <dd>
                <Figure value="¥1,280,000" label=text(Lang::kit_amount) on_explain=|| () />
            </dd>
        </dl>
    }
    .into_any()
}

/// Lead cards: fresh, late, without a next step, selected, lifted; and a target to drop on.
pub fn cards() -> AnyView {
    let fine = || card("3", 0.2, Tone::Plain, "");
    view! {
        {fine()}
        {card("24", 1.0, Tone::Warn, "missing")}
        <div data-density="compact">{fine()}</div>
        <div data-density="roomy">{fine()}</div>
        <section class="column" data-drop="here">
            <header class="column__head">
                <h3 class="column__stage">{text(Lang::kit_stage)}</h3>
                <span class="column__count">"12"</span>
                <span class="column__sum">"¥3,480,000"</span>
            </header>
            <div class="column__scroll">
                <div class="drop-gap"></div>
                {fine()}
            </div>
        </section>
    }
    .into_any()
}

fn card(days: &'static str, age: f64, tone: Tone, next: &'static str) -> AnyView {
    let lang = use_lang();
    let step =
        move || if next.is_empty() { lang.get().kit_next() } else { lang.get().kit_no_next() };
    view! {
        <article class="lead-card">
            <span class="lead-card__customer">{text(Lang::kit_customer_name)}</span>
            <span class="lead-card__amount">"¥128万"</span>
            <span class="lead-card__foot">
                <Avatar name="王小明" />
                <span class="lead-card__age">{days} <Meter label=days share=age tone /></span>
                <span class="lead-card__next" data-state=next>{step}</span>
            </span>
        </article>
    }
    .into_any()
}

/// The pace line and bars with intervals.
pub fn charts() -> AnyView {
    let lang = use_lang();
    let pace = Pace {
        expected: (0..=62).map(|day| f64::from(day) * 1000.0 / 62.0).collect(),
        actual: (0..=43_u32).map(|day| f64::from(day * day) * 0.335).collect(),
        goal: 1000.0,
        landing: Some(Landing { low: 820.0, likely: 930.0, high: 1060.0 }),
    };
    let short = move |amount: f64| match lang.get() {
        Lang::En => format!("{:.1}M", amount / 100.0),
        Lang::Zh => format!("{amount:.0}万"),
    };
    let dates = move || {
        [1_u8, 2, 3]
            .map(|month| (f64::from(month - 1) / 3.0, lang.get().month_name(month).to_owned()))
            .to_vec()
    };
    let row = |name: &str, value: f64, low: f64, high: f64, tone| BarRow {
        name: name.into(),
        shown: format!("{value:.0}%"),
        bar: Bar { value, interval: Some((low, high)) },
        tone,
    };
    let rows = vec![
        row("陈晓", 46.0, 38.0, 55.0, Tone::Accent),
        row("Maria Silva", 31.0, 17.0, 49.0, Tone::Plain),
        row("欧阳震华", 24.0, 12.0, 41.0, Tone::Plain),
    ];
    view! {
        <ChartFrame sentence=text(Lang::kit_pace_sentence) table=small_table>
            <PaceChart pace format=short dates />
        </ChartFrame>
        <ChartFrame sentence=text(Lang::kit_bars_sentence) table=small_table>
            <IntervalBars rows reference=Some(30.0) />
        </ChartFrame>
    }
    .into_any()
}

/// A sorted table and a list of ten thousand rows.
pub fn tables() -> AnyView {
    let lang = use_lang();
    let ids: Vec<usize> = (0..10_000).collect();
    let row = move |place: usize| {
        let name = move || lang.get().kit_row(place + 1);
        view! { <div class="list__row"><span class="list__name">{name}</span></div> }.into_any()
    };
    view! {
        {small_table()}
        <div class="kit__list">
            <WindowedList
                label=text(Lang::kit_rows_label)
                ids
                row_height=56
                row
            />
        </div>
    }
    .into_any()
}

fn small_table() -> impl IntoView {
    let lang = use_lang();
    let sorted = RwSignal::new(Some(SortedBy { column: "amount", order: SortOrder::Descending }));
    let columns = move || {
        let lang = lang.get();
        vec![
            Column::text("customer", lang.kit_customer()),
            Column::figure("amount", lang.kit_amount()),
        ]
    };
    view! {
        <Table caption=text(Lang::kit_charts) columns sorted on_sort=move |order| sorted.set(Some(order))>
            <tr>
                <th scope="row">{text(Lang::kit_customer_name)}</th>
                <td class="figures">"1,280,000"</td>
            </tr>
            <tr aria-selected="true">
                <th scope="row">{text(Lang::kit_customer_other)}</th>
                <td class="figures">"96,500"</td>
            </tr>
        </Table>
    }
}

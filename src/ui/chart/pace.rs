//! The pace line.

use crate::i18n::Lang;
use crate::present::chart::{Landing, Pace, PacePlot, Point, WordsSide, percent, plot_pace};
use crate::ui::lang::use_lang;
use leptos::prelude::*;

use super::words::{date_words, grid_line};

/// Beyond this share of the width there is no room for words at the right of a point, and short of
/// its mirror image none at the left.
const NEAR_THE_EDGE: f64 = 84.0;

/// What is reached against what should be reached by now, the goal, and where it is heading.
#[component]
pub fn PaceChart(
    /// The figures.
    #[prop(into)]
    pace: Signal<Pace>,
    /// Prints an amount, short: `1.2M`, `120万`.
    #[prop(into)]
    format: Callback<f64, String>,
    /// Words under the axis: the position of each, 0 to 1, and what it says.
    #[prop(into)]
    dates: Signal<Vec<(f64, String)>>,
) -> impl IntoView {
    let lang = use_lang();
    let plot = Memo::new(move |_| plot_pace(&pace.read()));
    let words = Memo::new(move |_| PaceWords::new(&pace.read(), format, lang.get()));
    let line = move |part: fn(&PacePlot) -> &String| move || plot.with(|plot| part(plot).clone());
    let ticks =
        move || plot.read().ticks.iter().map(|tick| grid_line(*tick, format)).collect_view();
    view! {
        <div class="plot-box">
            <div class="plot">
                <svg class="plot__picture" viewBox="0 0 100 100" preserveAspectRatio="none">
                    <path class="plot__band" d=line(|plot| &plot.band) />
                    <path class="plot__line plot__line--expected" d=line(|plot| &plot.expected) />
                    <path class="plot__line plot__line--likely" d=line(|plot| &plot.likely) />
                    <path class="plot__line plot__line--actual" d=line(|plot| &plot.actual) />
                </svg>
                <div class="plot__words">
                    {ticks} {move || words_at_lines(&plot.read(), words.get())}
                </div>
                <div class="plot__dates">
                    {move || dates.get().into_iter().map(date_words).collect_view()}
                </div>
            </div>
            <ul class="plot__key">{move || words_in_key(words.get())}</ul>
        </div>
    }
}

/// What the lines say.
#[derive(Clone, PartialEq)]
struct PaceWords {
    actual: String,
    due: String,
    goal: String,
    landing: Option<String>,
}

impl PaceWords {
    fn new(pace: &Pace, format: Callback<f64, String>, lang: Lang) -> PaceWords {
        let amount = |amount: f64| format.run(amount);
        let step = pace.actual.len().saturating_sub(1);
        let landing = |Landing { low, likely, high }: Landing| {
            lang.landing_line(&amount(likely), &amount(low), &amount(high))
        };
        PaceWords {
            actual: lang.actual_line(&amount(pace.actual.last().copied().unwrap_or(0.0))),
            due: lang.due_line(&amount(pace.expected.get(step).copied().unwrap_or(pace.goal))),
            goal: lang.goal_line(&amount(pace.goal)),
            landing: pace.landing.map(landing),
        }
    }
}

/// The words directly at the lines, where there is room for them.
fn words_at_lines(plot: &PacePlot, words: PaceWords) -> impl IntoView + use<> {
    let landing = words.landing.filter(|_| !plot.likely.is_empty()).map(|words| {
        let at = percent(plot.landing_words / 100.0);
        view! { <span class="plot__landing" style:inset-block-start=at>{words}</span> }
    });
    view! {
        <span class="plot__goal" style:inset-block-start=percent(plot.goal / 100.0)>
            <span class="plot__goal-words">{words.goal}</span>
        </span>
        <span class="plot__today" style:inset-inline-start=percent(plot.now.x / 100.0)></span>
        {point_words(plot.due, plot.sides.due, "due", words.due)}
        {point_words(plot.now, plot.sides.now, "actual", words.actual)}
        {landing}
    }
}

/// A point and its words, which stand on the free side of it.
fn point_words(point: Point, side: WordsSide, kind: &'static str, words: String) -> impl IntoView {
    let place = match point.x {
        x if NEAR_THE_EDGE < x => "end",
        x if x < 100.0 - NEAR_THE_EDGE => "start",
        _ => "middle",
    };
    view! {
        <span
            class="plot__point"
            data-kind=kind
            data-side=side.as_str()
            data-place=place
            style:inset-inline-start=percent(point.x / 100.0)
            style:inset-block-start=percent(point.y / 100.0)
        >
            <span class="plot__point-words">{words}</span>
        </span>
    }
}

/// The same words under the plot, where it is narrow.
fn words_in_key(words: PaceWords) -> impl IntoView {
    let landing = words.landing.map(|words| view! { <li data-kind="landing">{words}</li> });
    view! {
        <li data-kind="actual">{words.actual}</li>
        <li data-kind="due">{words.due}</li>
        {landing}
    }
}

//! The computed cells of a row with a goal: what was won, its pace, and where it lands. Every figure
//! opens how it was computed.

use leptos::prelude::*;

use crate::domain::money::Money;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::certificate::Figure as GoalFigure;
use crate::present::goals::paced::Paced;
use crate::present::goals::words::{Standing, signed, whole, whole_up};
use crate::ui::{Figure, Meter, Tone};

/// The colour of a standing; the sentence and the sign of the gap say the same in words.
pub(super) fn tone(standing: Option<Standing>) -> Tone {
    match standing {
        Some(Standing::Reached) => Tone::Good,
        Some(Standing::OnPace) => Tone::Accent,
        Some(Standing::Behind | Standing::Missed) => Tone::Warn,
        Some(Standing::Ahead) | None => Tone::Plain,
    }
}

/// The cells from what was won to where it lands.
#[component]
pub(super) fn PaceCells(
    lang: Signal<Lang>,
    /// How far the row has come.
    paced: Memo<Option<Paced>>,
    /// Tells which figure is to be explained.
    #[prop(into)]
    on_explain: Callback<GoalFigure>,
    /// The row in test ids.
    row: String,
    /// Where its forecast is, where it has a page.
    #[prop(optional, into)]
    forecast: Option<Signal<String>>,
) -> impl IntoView {
    let cell = move |figure: GoalFigure, amount: fn(&Paced) -> Option<Money>| {
        let shown = move || amount(paced.read().as_ref()?).map(|it| format::money(lang.get(), it));
        view! {
            <td class="figures">
                <FigureCell lang figure shown=Signal::derive(shown) on_explain />
            </td>
        }
    };
    let behind = move || {
        let gap = paced.read().as_ref()?.pace?.gap().minor;
        (gap < 0).then_some("behind")
    };
    let gap = move || {
        let gap = paced.read().as_ref()?.pace?.gap();
        Some(signed(lang.get(), whole(gap)))
    };
    let bar = Memo::new(move |_| paced.read().as_ref()?.meter(lang.get()));
    let text = move || bar.read().as_ref().map(|it| it.text.clone());
    view! {
        {cell(GoalFigure::Won, |it| Some(it.won))}
        {cell(GoalFigure::Expected, |it| Some(whole(it.pace?.expected)))}
        <td class="figures" data-state=behind>
            <FigureCell lang figure=GoalFigure::Gap shown=Signal::derive(gap) on_explain />
        </td>
        {cell(GoalFigure::Needed, |it| it.pace?.needed_a_day().map(whole_up))}
        <td class="goals__progress">
            <Show when=move || bar.read().is_some()>
                <span class="goals__bar">
                    <Meter
                        label=move || lang.get().goals_attained(&text().unwrap_or_default())
                        share=Signal::derive(move || bar.read().as_ref().map_or(0.0, |it| it.share))
                        mark=Signal::derive(move || bar.read().as_ref().map_or(0.0, |it| it.mark))
                        tone=Signal::derive(move || tone(bar.read().as_ref().map(|it| it.standing)))
                    />
                    <FigureCell
                        lang
                        figure=GoalFigure::Attainment
                        shown=Signal::derive(text)
                        on_explain
                    />
                </span>
                <Landing lang paced row=row.clone() forecast />
            </Show>
        </td>
    }
}

/// Where the row lands: by its forecast, with the way to its page; at its pace until that is known.
/// Where neither is, the place is kept, so that nothing moves from under a finger.
#[component]
fn Landing(
    lang: Signal<Lang>,
    paced: Memo<Option<Paced>>,
    row: String,
    forecast: Option<Signal<String>>,
) -> impl IntoView {
    let found = Memo::new(move |_| paced.read().as_ref()?.forecast_words(lang.get()));
    let meanwhile = Memo::new(move |_| {
        let (paced, lang) = (paced.read(), lang.get());
        let paced = paced.as_ref()?;
        Some(match paced.landing_words(lang) {
            Some(words) => (words, None),
            None => (paced.place_words(lang)?, Some("awaited")),
        })
    });
    move || {
        let test_id = format!("goal-forecast-{row}");
        Some(match (found.get(), forecast) {
            (Some(words), Some(href)) => view! {
                <a class="goals__landing" href=href.get() data-testid=test_id>{words}</a>
            }
            .into_any(),
            (Some(words), None) => {
                view! { <span class="goals__landing" data-testid=test_id>{words}</span> }.into_any()
            }
            (None, _) => {
                let (words, state) = meanwhile.get()?;
                view! { <span class="goals__landing" data-state=state>{words}</span> }.into_any()
            }
        })
    }
}

/// A figure that opens how it was computed; a dash where there is none.
#[component]
fn FigureCell(
    lang: Signal<Lang>,
    figure: GoalFigure,
    shown: Signal<Option<String>>,
    on_explain: Callback<GoalFigure>,
) -> impl IntoView {
    let label = move || figure.name(lang.get());
    view! {
        <Show
            when=move || shown.read().is_some()
            fallback=|| view! { <span class="goals__none">"–"</span> }
        >
            <Figure
                value=move || shown.get().unwrap_or_default()
                label
                on_explain=move || on_explain.run(figure)
            />
        </Show>
    }
}

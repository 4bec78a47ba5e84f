//! Indicators: the manager's own and the built-in ones, each with its formula and what it is worth
//! this quarter. A tap opens its people, and for one's own the form.

mod detail;
mod form;

use leptos::prelude::*;

use crate::domain::calendar::Period;
use crate::domain::indicator::Measure;
use crate::i18n::Lang;
use crate::pages::common::{MeasureCertificate, current_quarter};
use crate::present::format;
use crate::present::indicators::certificate::Asked;
use crate::present::indicators::{IndicatorRow, TABLES, list};
use crate::runtime::app::{App, use_app};
use crate::ui::{Button, ButtonKind, Icon};
use detail::IndicatorSheet;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    /// The current quarter, for which figures are shown.
    period: Memo<Period>,
    /// The indicator in the sheet, which may be new.
    chosen: RwSignal<Option<Measure>>,
    /// The value that is being explained.
    explained: RwSignal<Option<Asked>>,
}

/// All indicators.
#[component]
pub fn IndicatorsPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let period = Memo::new(move |_| current_quarter(app));
    let (chosen, explained) = (RwSignal::new(None), RwSignal::new(None));
    let desk = Desk { app, lang, period, chosen, explained };
    let listed = Memo::new(move |_| {
        let (lang, today) = (lang.get(), app.today().get());
        app.view(&TABLES, |it| list(it, lang, period.get(), today))
    });
    let rows = Memo::new(move |_| listed.read().0.clone());
    let note = |words: String| view! { <p class="section__note">{words}</p> };
    let notes = move || listed.read().1.clone().into_iter().map(note).collect_view();
    let add = move || desk.chosen.set(Some(Measure::Own(app.draw_id().into())));
    view! {
        <div class="two-pane" data-testid="indicators-page">
            <div class="two-pane__main">
                <div class="content">
                    <div class="toolbar">
                        <p class="section__note indicators__caption">
                            {move || lang.get().indicators_caption(&format::period(lang.get(), period.get()))}
                        </p>
                        <span class="toolbar__rest">
                            <Button
                                kind=ButtonKind::Primary
                                icon=Icon::Plus
                                label=move || lang.get().indicators_new()
                                on_press=add
                                attr:data-testid="indicators-new"
                            />
                        </span>
                    </div>
                    <Rows desk rows title=Lang::indicators_own is_own=true />
                    <Rows desk rows title=Lang::indicators_builtin is_own=false />
                    {notes}
                </div>
            </div>
            <IndicatorSheet desk />
        </div>
        <MeasureCertificate asked=desk.explained period />
    }
}

/// The indicators of one kind; each opens in the sheet.
#[component]
fn Rows(
    desk: Desk,
    rows: Memo<Vec<IndicatorRow>>,
    title: fn(Lang) -> &'static str,
    is_own: bool,
) -> impl IntoView {
    let Desk { lang, chosen, .. } = desk;
    let row = move |row: IndicatorRow| {
        let IndicatorRow { measure, name, formula, value } = row;
        let current = move || (chosen.get() == Some(measure)).then_some("true");
        view! {
            <li>
                <button
                    type="button"
                    class="list__row"
                    aria-current=current
                    data-testid="indicator-row"
                    data-measure=measure.to_string()
                    on:click=move |_| chosen.set(Some(measure))
                >
                    <span class="list__main">
                        <span class="list__name">{name}</span>
                        <span class="list__note">{formula}</span>
                    </span>
                    <span class="list__figure">{value}</span>
                </button>
            </li>
        }
    };
    let mine = Memo::new(move |_| {
        let of = |it: &&IndicatorRow| matches!(it.measure, Measure::Own(_)) == is_own;
        rows.read().iter().filter(of).cloned().collect::<Vec<_>>()
    });
    view! {
        <section class="section">
            <div class="section__head">
                <h2 class="section__title">{move || title(lang.get())}</h2>
            </div>
            <Show when=move || mine.read().is_empty()>
                <p class="section__note">{move || lang.get().indicators_own_none()}</p>
            </Show>
            <ul class="list">{move || mine.get().into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

//! One indicator: its formula, its people, the way to goals for it, and for one's own the form.

use leptos::prelude::*;

use super::Desk;
use super::form::IndicatorForm;
use crate::domain::command::Command;
use crate::domain::goal::Bearer;
use crate::domain::id::PersonId;
use crate::domain::indicator::Measure;
use crate::present::format;
use crate::present::indicators::certificate::Asked;
use crate::present::indicators::words::measure_name;
use crate::present::indicators::{FiguresView, IndicatorView, TABLES, one};
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonKind, ButtonLink, Figure, Icon, Sheet};

/// The sheet; open while an indicator is chosen.
#[component]
pub(super) fn IndicatorSheet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, chosen, .. } = desk;
    let title = move || {
        let Some(measure) = chosen.get() else { return String::new() };
        let name = app.view(&TABLES, |it| measure_name(it, lang.get(), measure));
        if name.is_empty() { lang.get().indicators_new().to_owned() } else { name }
    };
    let body = move || {
        Some(match chosen.get()? {
            Measure::Own(id) => view! { <OwnIndicator desk id /> }.into_any(),
            measure @ Measure::Builtin(_) => view! { <Facts desk measure /> }.into_any(),
        })
    };
    view! {
        <Sheet
            open=Signal::derive(move || chosen.read().is_some())
            title
            on_close=move || chosen.set(None)
        >
            {body}
        </Sheet>
    }
}

/// A built-in indicator.
#[component]
fn Facts(desk: Desk, measure: Measure) -> impl IntoView {
    let Desk { app, lang, period, .. } = desk;
    let view = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |it| one(it, lang.get(), measure, period.get(), today))
    });
    let formula = move || view.read().as_ref().map(|it| lang.get().measured_formula(&it.formula));
    let figures =
        Memo::new(move |_| view.read().as_ref().map(|it| it.figures.clone()).unwrap_or_default());
    view! {
        <div class="section" data-testid="indicator-detail">
            <p class="indicators__formula" data-testid="indicator-formula">{formula}</p>
            <p class="section__note">{move || view.read().as_ref().map(|it| it.nature)}</p>
            <GoalsLink desk measure view />
            <Figures desk measure figures />
        </div>
    }
}

/// The way to goals for an indicator, and how many are set.
#[component]
fn GoalsLink(desk: Desk, measure: Measure, view: Memo<Option<IndicatorView>>) -> impl IntoView {
    let Desk { lang, period, .. } = desk;
    let goals = move || view.read().as_ref().map(|it| it.goals).filter(|it| *it != 0);
    let told = move || {
        let count = format::count(lang.get(), goals()? as u64);
        Some(view! { <p class="section__note">{lang.get().indicators_goals_set(&count)}</p> })
    };
    view! {
        {told}
        <div class="actions actions--start">
            <ButtonLink
                icon=Icon::Goals
                label=move || lang.get().indicators_goals()
                href=Signal::derive(move || Route::Measured(period.get(), measure).href())
                attr:data-testid="indicator-goals"
            />
        </div>
    }
}

/// What an indicator is worth: the company, then people. Every value opens how it was computed.
#[component]
pub(super) fn Figures(desk: Desk, measure: Measure, figures: Memo<FiguresView>) -> impl IntoView {
    let Desk { lang, period, explained, .. } = desk;
    let explain = move |bearer: Bearer| {
        let of = figures.read_untracked().of.clone();
        explained.set(of.map(|(formula, shown)| Asked { measure, formula, shown, bearer }));
    };
    let row = move |(person, name, value): (PersonId, String, String)| {
        let label = name.clone();
        let on_explain = move |()| explain(Bearer::Person(person));
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="figures"><Figure value label on_explain /></td>
            </tr>
        }
    };
    let rows = move || figures.read().people.iter().cloned().map(row).collect_view();
    let notes = move || {
        let notes = figures.read().notes.clone();
        notes.into_iter().map(|it| view! { <p class="section__note">{it}</p> }).collect_view()
    };
    view! {
        <section class="section" data-testid="indicator-figures">
            <h3 class="section__title">
                {move || lang.get().indicators_preview(&format::period(lang.get(), period.get()))}
            </h3>
            <table class="table">
                <tbody>
                    <tr class="goals__company">
                        <th scope="row">{move || lang.get().goals_company()}</th>
                        <td class="figures">
                            <Figure
                                value=move || figures.read().company.clone()
                                label=move || lang.get().goals_company()
                                on_explain=move |()| explain(Bearer::Company)
                                attr:data-testid="indicator-company"
                            />
                        </td>
                    </tr>
                    {rows}
                </tbody>
            </table>
            <div data-testid="indicator-notes">{notes}</div>
        </section>
    }
}

/// An indicator of one's own: the form; once it is kept, goals for it and the way to delete it.
#[component]
fn OwnIndicator(desk: Desk, id: crate::domain::id::IndicatorId) -> impl IntoView {
    let Desk { app, lang, chosen, period, .. } = desk;
    let measure = Measure::Own(id);
    let view = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |it| one(it, lang.get(), measure, period.get(), today))
    });
    let is_known = move || app.view(&TABLES, |it| it.indicators.has(id));
    let delete = move || {
        app.act(Command::DeleteIndicator(id));
        if app.peek(|it| !it.indicators.has(id)) {
            chosen.set(None);
        }
    };
    view! {
        <div class="section" data-testid="indicator-detail">
            <IndicatorForm desk id />
            <Show when=is_known>
                <GoalsLink desk measure view />
                <div class="actions actions--start">
                    <Button
                        kind=ButtonKind::Danger
                        icon=Icon::Trash
                        label=move || lang.get().indicators_delete()
                        on_press=delete
                        attr:data-testid="indicator-delete"
                    />
                </div>
            </Show>
        </div>
    }
}

//! What became of what was said in rounds, and what is to be expected of the commits of today.

use leptos::prelude::*;

use crate::pages::common::{ForecastNav, SaidCertificate};
use crate::present::promises::{PROMISE_TABLES, PromisesView};
use crate::runtime::app::use_app;
use crate::runtime::route::Route;
use crate::ui::{
    ButtonKind, ButtonLink, Column, EmptyPicture, EmptyState, Figure, FigureSize, Table,
};

/// The promises.
#[component]
pub fn PromisesPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let view = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&PROMISE_TABLES, |it| PromisesView::new(it, lang.get(), today))
    });
    let explained = RwSignal::new(false);
    let paper = Memo::new(move |_| view.read().paper.clone().filter(|_| explained.get()));
    let none = Memo::new(move |_| view.read().ledger.is_empty());
    let empty = move || {
        view! {
            <EmptyState picture=EmptyPicture::Chart sentence=move || lang.get().promises_none()>
                <ButtonLink
                    kind=ButtonKind::Primary
                    label=move || lang.get().round_title()
                    href=Route::Round(None).href()
                />
            </EmptyState>
        }
    };
    view! {
        <div class="two-pane" data-testid="promises-page">
            <div class="two-pane__main">
                <div class="content goals">
                    <ForecastNav />
                    <Show when=move || !none.get() fallback=empty>
                        <Expected view explained />
                        <Reliability view />
                        <Ledger view />
                    </Show>
                </div>
            </div>
            <SaidCertificate paper on_close=move |()| explained.set(false) />
        </div>
    }
}

/// A row: what it is of, then figures.
fn row<const N: usize>((name, cells): (String, [String; N])) -> impl IntoView {
    let cell = |it: String| view! { <td class="figures">{it}</td> };
    view! { <tr><th scope="row">{name}</th>{cells.map(cell).into_iter().collect_view()}</tr> }
}

/// What is to be expected of the running period.
#[component]
fn Expected(view: Memo<PromisesView>, explained: RwSignal<bool>) -> impl IntoView {
    let lang = use_app().lang();
    let part = move |read: fn(&PromisesView) -> &String| {
        Signal::derive(move || read(&view.read()).clone())
    };
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("person", lang.promises_person()),
            Column::figure("commit", lang.promises_commit()),
            Column::figure("won", lang.promises_won()),
            Column::figure("part", lang.promises_part()),
            Column::figure("expected", lang.promises_expected()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let has = Memo::new(move |_| !view.read().expected.is_empty());
    let rows = move || view.read().expected.clone().into_iter().map(row).collect_view();
    view! {
        <section class="headline" data-testid="promises-headline">
            <p class="headline__note">{part(|it| &it.label)}</p>
            <p class="headline__line">
                {move || view.read().paper.is_some().then(|| view! {
                    <Figure
                        value=part(|it| &it.figure)
                        label=part(|it| &it.label)
                        size=FigureSize::Headline
                        on_explain=move || explained.set(true)
                        attr:data-testid="promises-figure"
                    />
                })}
                <span class="headline__of">{part(|it| &it.of)}</span>
            </p>
            <p class="headline__sentence">{part(|it| &it.sentence)}</p>
        </section>
        <Show when=move || has.get()>
            <section class="section" data-testid="promises-expected">
                <Table caption=part(|it| &it.label) columns>{rows}</Table>
                <p class="section__note prose">{part(|it| &it.formula)}</p>
            </section>
        </Show>
    }
}

/// Bias and calibration.
#[component]
fn Reliability(view: Memo<PromisesView>) -> impl IntoView {
    let lang = use_app().lang();
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("person", lang.promises_person()),
            Column::figure("count", lang.promises_count()),
            Column::figure("bias", lang.promises_bias()),
            Column::figure("within", lang.promises_within()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let has = Memo::new(move |_| !view.read().people.is_empty());
    let few = move || view.read().is_few.then(|| lang.get().promises_few());
    let rows = move || view.read().people.clone().into_iter().map(row).collect_view();
    view! {
        <Show when=move || has.get()>
            <section class="section" data-testid="promises-people">
                <Table caption=move || lang.get().promises_reliability() columns>{rows}</Table>
                <p class="section__note prose">{move || lang.get().promises_bias_formula()} " " {few}</p>
            </section>
        </Show>
    }
}

/// Every answer.
#[component]
fn Ledger(view: Memo<PromisesView>) -> impl IntoView {
    let lang = use_app().lang();
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("round", lang.round_which()),
            Column::text("period", lang.promises_period()),
            Column::text("person", lang.promises_person()),
            Column::figure("said", lang.promises_said()),
            Column::figure("actual", lang.promises_actual()),
            Column::figure("difference", lang.promises_difference()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = |[day, period, name, said, actual, difference]: [String; 6]| {
        view! {
            <tr data-testid="promises-row">
                <td>{day}</td>
                <td>{period}</td>
                <th scope="row">{name}</th>
                <td class="figures">{said}</td>
                <td class="figures">{actual}</td>
                <td class="figures">{difference}</td>
            </tr>
        }
    };
    let rows = move || view.read().ledger.clone().into_iter().map(row).collect_view();
    view! {
        <section class="section" data-testid="promises-ledger">
            <Table caption=move || lang.get().promises_ledger() columns>{rows}</Table>
        </section>
    }
}

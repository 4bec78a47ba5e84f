//! What became of what was said in rounds, and what is to be expected of the commits of today.

use leptos::prelude::*;

use crate::pages::common::{ForecastNav, SaidCertificate};
use crate::present::promises::{
    Came, Expectation, ExpectedRow, Figure as Of, LedgerRow, PROMISE_TABLES, PromisesView,
    ReliabilityRow, Reliable, certificate,
};
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
    let opened: Opened = RwSignal::new(None);
    let paper = Memo::new(move |_| {
        let (figure, today) = (opened.get()?, app.today().get());
        app.view(&PROMISE_TABLES, |it| certificate(it, lang.get(), today, figure))
    });
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
                        <Expected view opened />
                        <Reliability view opened />
                        <Ledger view opened />
                    </Show>
                </div>
            </div>
            <SaidCertificate paper on_close=move |()| opened.set(None) />
        </div>
    }
}

/// Which figure is being explained.
type Opened = RwSignal<Option<Of>>;

/// A cell with a figure that opens; what nothing is told of stands as it is.
fn cell(opened: Opened, label: String, value: String, figure: Option<Of>) -> AnyView {
    let explain = move || opened.set(figure);
    match figure {
        Some(_) if value != "–" => {
            view! { <td class="figures"><Figure value label on_explain=explain /></td> }.into_any()
        }
        _ => view! { <td class="figures">{value}</td> }.into_any(),
    }
}

/// A row: what it is of, then its figures, each with its column.
fn row<const N: usize>(
    opened: Opened,
    (name, cells): (String, [String; N]),
    figures: [(Of, &'static str); N],
) -> impl IntoView {
    let cells = cells.into_iter().zip(figures).map(|(value, (figure, column))| {
        cell(opened, [column, &name].join(" · "), value, Some(figure))
    });
    let cells = cells.collect_view();
    view! { <tr><th scope="row">{name}</th>{cells}</tr> }
}

fn pairs<const N: usize>(figures: [Of; N], columns: [&'static str; N]) -> [(Of, &'static str); N] {
    std::array::from_fn(|nth| (figures[nth], columns[nth]))
}

/// What is to be expected of the running period.
#[component]
fn Expected(view: Memo<PromisesView>, opened: Opened) -> impl IntoView {
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
    let figures = move |(who, name, cells): ExpectedRow| {
        let lang = lang.get();
        let columns = [
            lang.promises_commit(),
            lang.promises_won(),
            lang.promises_part(),
            lang.promises_expected(),
        ];
        let figures = Expectation::ALL.map(|it| Of::Expected(who, it));
        row(opened, (name, cells), pairs(figures, columns))
    };
    let rows = move || view.read().expected.clone().into_iter().map(figures).collect_view();
    view! {
        <section class="headline" data-testid="promises-headline">
            <p class="headline__note">{part(|it| &it.label)}</p>
            <p class="headline__line">
                {move || (!view.read().figure.is_empty()).then(|| view! {
                    <Figure
                        value=part(|it| &it.figure)
                        label=part(|it| &it.label)
                        size=FigureSize::Headline
                        on_explain=move || opened.set(Some(Of::Expected(None, Expectation::Expected)))
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
fn Reliability(view: Memo<PromisesView>, opened: Opened) -> impl IntoView {
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
    let figures = move |(who, name, cells): ReliabilityRow| {
        let lang = lang.get();
        let columns = [lang.promises_count(), lang.promises_bias(), lang.promises_within()];
        let figures = Reliable::ALL.map(|it| Of::Kept(who, it));
        row(opened, (name, cells), pairs(figures, columns))
    };
    let rows = move || view.read().people.clone().into_iter().map(figures).collect_view();
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
fn Ledger(view: Memo<PromisesView>, opened: Opened) -> impl IntoView {
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
    let row = move |row: LedgerRow| {
        let LedgerRow { round, person, words: [day, period, name], cells, known } = row;
        let lang = lang.get();
        let columns = [lang.promises_said(), lang.promises_actual(), lang.promises_difference()];
        let known = [true, known[0], known[1]];
        let cells = cells.into_iter().zip(Came::ALL.into_iter().zip(known).zip(columns));
        let cells = cells.map(|(value, ((came, known), column))| {
            let figure = known.then_some(Of::Said(round, person, came));
            cell(opened, [column, &name].join(" · "), value, figure)
        });
        let cells = cells.collect_view();
        view! {
            <tr data-testid="promises-row">
                <td>{day}</td>
                <td>{period}</td>
                <th scope="row">{name}</th>
                {cells}
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

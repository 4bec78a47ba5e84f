//! Quotas by product, sector, class, region or office, where there are any: how far each part has come,
//! where it will land, and its SMART check. Every figure opens how it was computed.

use leptos::prelude::*;

use super::Desk;
use super::cells::PaceCells;
use super::smart::PartMarks;
use super::table::columns;
use crate::domain::behind::Behind;
use crate::domain::calendar::Period;
use crate::domain::quota::{Kept, Row, Split, year_of};
use crate::pages::common::GoalCertificate;
use crate::present::format;
use crate::present::goals::Phase;
use crate::present::goals::certificate::Figure as GoalFigure;
use crate::present::goals::paced::Paced;
use crate::present::quotas::certified::certificate;
use crate::present::quotas::progress::{Line, Progress, planned_by};
use crate::present::quotas::{TABLES, WON_TABLES, words};
use crate::runtime::app::App;
use crate::runtime::route::Route;
use crate::ui::{ButtonLink, Column, Icon, Table as TableView};

/// Which figure is being explained: of which split and of which row.
pub(super) type Opened = RwSignal<Option<(Split, Option<Row>, GoalFigure)>>;

/// The splits that have quotas in a period, and how far they are.
pub(super) fn planned(app: App, period: Memo<Period>) -> Memo<Vec<(Kept, Progress)>> {
    Memo::new(move |_| {
        let (lang, period, today) = (app.lang().get(), period.get(), app.today().get());
        app.track(&WON_TABLES);
        app.view(&TABLES, |it| {
            let progress = |kept: Kept| {
                let progress = Progress::new(it, lang, &kept, period, today)?;
                Some((kept, progress))
            };
            planned_by(it, period).into_iter().filter_map(progress).collect::<Vec<_>>()
        })
    })
}

/// One section for each split that has quotas in the period.
#[component]
pub(super) fn GoalParts(desk: Desk) -> impl IntoView {
    let splits = Memo::new(move |_| {
        let parts = desk.parts.read();
        parts.iter().map(|(_, it)| it.split).collect::<Vec<Split>>()
    });
    view! {
        <For each=move || splits.get() key=|it| *it children=move |split| {
            view! { <Part desk split /> }
        } />
    }
}

#[component]
fn Part(desk: Desk, split: Split) -> impl IntoView {
    let Desk { app, lang, period, .. } = desk;
    let title = move || words::progress(lang.get(), split);
    let phase = Memo::new(move |_| desk.of_split(split, |_, it| Some(it.phase)));
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let mut columns = columns(lang, phase.get());
        columns[0] = Column::text("who", words::split(lang, split)).unsorted();
        columns
    });
    let grid = move || {
        let start = app.peek(|it| it.settings().fiscal_start());
        Route::Quotas(year_of(period.get(), start), split).href()
    };
    let rows = Memo::new(move |_| {
        let rows = |it: &Progress| it.lines.iter().map(|it| it.row).collect::<Vec<Option<Row>>>();
        desk.of_split(split, |_, it| Some(rows(it))).unwrap_or_default()
    });
    view! {
        <section
            class="section goals__table"
            data-phase=move || (phase.get() == Some(Phase::Over)).then_some("over")
            data-testid=format!("goals-by-{split}")
        >
            <div class="section__head">
                <h2 class="section__title">{title}</h2>
                <ButtonLink
                    icon=Icon::Table
                    label=move || lang.get().quotas_title()
                    href=Signal::derive(grid)
                />
            </div>
            <TableView caption=title columns>
                <For each=move || rows.get() key=|it| *it children=move |row| {
                    view! { <PartRow desk split row /> }
                } />
            </TableView>
            <p class="section__note">{move || words::counted(lang.get(), split)}</p>
        </section>
    }
}

#[component]
fn PartRow(desk: Desk, split: Split, row: Option<Row>) -> impl IntoView {
    let lang = desk.lang;
    let line: Memo<Option<Line>> =
        Memo::new(move |_| desk.of_split(split, |_, it| it.line(row).cloned()));
    let kind = match row {
        Some(Row::Company(_)) => "goals__company",
        _ => "goals__person",
    };
    let name = move || line.read().as_ref().map(|it| it.name.clone()).unwrap_or_default();
    let quota = move || {
        let quota = line.read().as_ref().and_then(|it| it.quota);
        quota.map_or("–".to_owned(), |it| format::money(lang.get(), it))
    };
    let paced = Memo::new(move |_| {
        let line = line.read();
        let line = line.as_ref()?;
        let paced = desk.of_split(split, |_, it| Some(Paced::of_line(it, line)))?;
        Some(Paced { lands: row.and_then(|it| desk.lands(it)), ..paced })
    });
    let id = row.map_or_else(|| format!("{split}:none"), |it| it.to_string());
    let marks = row.map(|row| view! { <PartMarks desk split row /> });
    view! {
        <tr class=kind data-testid=format!("part-row-{id}")>
            <th scope="row">{name}</th>
            <td class="figures">{quota}</td>
            <PaceCells
                lang
                paced
                on_explain=move |it| desk.explain_part(split, row, it)
                row=id.clone()
            />
            <td class="smart__cell">{marks}</td>
        </tr>
    }
}

/// How the figure that was tapped was computed.
#[component]
pub(super) fn PartSheet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, parts_opened: opened, .. } = desk;
    let paper = Memo::new(move |_| {
        let ((split, row, figure), lang) = (opened.get()?, lang.get());
        app.track(&WON_TABLES);
        desk.of_split(split, |kept, progress| {
            app.view(&TABLES, |it| certificate(it, lang, kept, progress, (row, figure)))
        })
    });
    let amount = move |record: Behind| {
        let Behind::Lead(id) = record else { return None };
        let paper = paper.read();
        let (_, amounts) = paper.as_ref()?;
        amounts.get(&id).copied().flatten().map(|it| format::money(lang.get_untracked(), it))
    };
    view! {
        <GoalCertificate
            paper=Memo::new(move |_| paper.read().as_ref().map(|(it, _)| it.clone()))
            amount=Callback::new(amount)
            on_close=move |()| opened.set(None)
        />
    }
}

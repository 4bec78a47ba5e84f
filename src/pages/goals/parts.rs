//! Quotas by product, sector, region or office, where there are any: what was won of each part
//! against its quota. Every figure opens how it was computed.

use leptos::prelude::*;

use super::Desk;
use crate::domain::behind::Behind;
use crate::domain::quota::{Row, Split, kept_by, year_of};
use crate::pages::common::GoalCertificate;
use crate::present::format;
use crate::present::quotas::progress::{Line, Progress, as_attainment, certificate, planned_by};
use crate::present::quotas::{TABLES, WON_TABLES, words};
use crate::runtime::route::Route;
use crate::ui::{ButtonLink, Column, Figure, Icon, Meter, Table as TableView};

/// Which figure is being explained: of which split and of which row.
pub(super) type Opened = RwSignal<Option<(Split, Option<Row>, PartFigure)>>;

/// A figure of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartFigure {
    /// What was won.
    Won,
    /// That as a part of the quota.
    Attainment,
}

/// One section for each split that has quotas in the period.
#[component]
pub(super) fn GoalParts(desk: Desk, parts_opened: Opened) -> impl IntoView {
    let Desk { app, lang, period, .. } = desk;
    let found = Memo::new(move |_| {
        let (lang, period) = (lang.get(), period.get());
        app.track(&WON_TABLES);
        app.view(&TABLES, |it| {
            let progress = |kept| Progress::new(it, lang, kept, period);
            planned_by(it, period).iter().filter_map(progress).collect::<Vec<Progress>>()
        })
    });
    move || {
        let section = |it| view! { <Part desk parts_opened progress=it /> };
        found.get().into_iter().map(section).collect_view()
    }
}

#[component]
fn Part(desk: Desk, parts_opened: Opened, progress: Progress) -> impl IntoView {
    let Desk { app, lang, period, .. } = desk;
    let Progress { split, lines, .. } = progress;
    let title = move || words::progress(lang.get(), split);
    let columns = Signal::derive(move || {
        let lang = lang.get();
        [
            Column::text("who", lang.quotas_split()),
            Column::figure("quota", lang.goals_quota()),
            Column::figure("won", lang.goals_won()),
            Column::text("attainment", lang.goals_attainment()),
        ]
        .map(Column::unsorted)
        .to_vec()
    });
    let grid = move || {
        let start = app.peek(|it| it.settings().fiscal_start());
        Route::Quotas(year_of(period.get(), start), split).href()
    };
    let open = move |row, figure| {
        desk.opened.set(None);
        parts_opened.set(Some((split, row, figure)));
    };
    let lines = lines.into_iter().map(|it| line_row(desk, it, open)).collect_view();
    view! {
        <section class="section goals__table" data-testid=format!("goals-by-{split}")>
            <div class="section__head">
                <h2 class="section__title">{title}</h2>
                <ButtonLink
                    icon=Icon::Table
                    label=move || lang.get().quotas_title()
                    href=Signal::derive(grid)
                />
            </div>
            <TableView caption=title columns>{lines}</TableView>
            <p class="section__note">{move || words::counted(lang.get(), split)}</p>
        </section>
    }
}

fn line_row(
    desk: Desk,
    line: Line,
    open: impl Fn(Option<Row>, PartFigure) + Copy + Send + Sync + 'static,
) -> AnyView {
    let lang = desk.lang;
    let Line { row, name, quota, won, attained } = line;
    let kind = match row {
        Some(Row::Company(_)) => "goals__company",
        _ => "goals__person",
    };
    let quota = quota.map_or("–".to_owned(), |it| format::money(lang.get_untracked(), it));
    let won = format::money(lang.get_untracked(), won);
    let bar = attained.map(|permille| {
        let text = format::percent(lang.get_untracked(), permille);
        let label = lang.get_untracked().goals_attained(&text);
        let share = permille as f64 / 1000.0;
        view! {
            <span class="goals__bar">
                <Meter label=move || label.clone() share=Signal::derive(move || share) />
                <Figure
                    value=text
                    label=move || lang.get().goals_attainment()
                    on_explain=move || open(row, PartFigure::Attainment)
                />
            </span>
        }
    });
    view! {
        <tr class=kind>
            <th scope="row">{name}</th>
            <td class="figures">{quota}</td>
            <td class="figures">
                <Figure
                    value=move || won.clone()
                    label=move || lang.get().goals_won()
                    on_explain=move || open(row, PartFigure::Won)
                />
            </td>
            <td class="goals__progress">{bar}</td>
        </tr>
    }
    .into_any()
}

/// How the figure that was tapped was computed.
#[component]
pub(super) fn PartSheet(desk: Desk, opened: Opened) -> impl IntoView {
    let Desk { app, lang, period, .. } = desk;
    let paper = Memo::new(move |_| {
        // One sheet at a time: that of the table above takes the place of this one.
        let (split, row, figure) = opened.get().filter(|_| desk.opened.get().is_none())?;
        let (lang, period) = (lang.get(), period.get());
        app.track(&WON_TABLES);
        app.view(&TABLES, |it| {
            let year = year_of(period, it.settings().fiscal_start())?;
            let kept = kept_by(it, year, split)?;
            let (paper, amounts) = certificate(it, lang, &kept, period, row)?;
            let paper = match figure {
                PartFigure::Won => paper,
                PartFigure::Attainment => {
                    let progress = Progress::new(it, lang, &kept, period)?;
                    let line = progress.lines.iter().find(|it| it.row == row)?;
                    as_attainment(lang, paper, line)?
                }
            };
            Some((paper, amounts))
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

//! How a figure of quotas by product, sector, class, region or office was computed.

use std::collections::BTreeMap;

use super::progress::{Line, Progress, pace_line, rates, won_by};
use super::words;
use crate::domain::calendar::Day;
use crate::domain::id::LeadId;
use crate::domain::money::Money;
use crate::domain::pace::course::Course;
use crate::domain::quota::{Kept, Row};
use crate::domain::rates::Conversion;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::certificate::{
    Certificate, Figure, computed, days_of, expected_by, last_counted,
};
use crate::present::rates::conversion_notes;

/// What each lead of a certificate adds, where that is not its whole amount.
pub type Added = BTreeMap<LeadId, Option<Money>>;

/// How a figure of a row was computed; of what leads do not say with no row. `None` where there is
/// no such figure.
pub fn certificate(
    workspace: &Workspace,
    lang: Lang,
    kept: &Kept,
    progress: &Progress,
    (row, figure): (Option<Row>, Figure),
) -> Option<(Certificate, Added)> {
    let line = progress.line(row)?;
    if let Figure::ExpectedBy(day) | Figure::WonBy(day) = figure {
        return by_day(workspace, lang, (kept, progress, line), (figure, day));
    }
    let last = progress.span.last;
    let (paper, added) = won(workspace, lang, (kept, progress, line), last);
    let mut inputs = Vec::new();
    let mut put = |name: &str, value: String| inputs.push((name.to_owned(), value));
    line.quota.into_iter().for_each(|it| put(lang.goals_quota(), format::money(lang, it)));
    if figure == Figure::Won {
        let attained = line.pace.and_then(|it| it.attainment_permille());
        let attained = attained.map(|it| format::percent(lang, it));
        attained.into_iter().for_each(|it| put(lang.goals_attainment(), it));
        inputs.extend(paper.inputs);
        return Some((Certificate { inputs, ..paper }, added));
    }
    let pace = line.pace?;
    put(lang.goals_won(), format::money(lang, line.won));
    inputs.extend(paper.inputs);
    inputs.extend(days_of(lang, &pace, progress.as_of));
    let (value, formula) = computed(lang, &pace, figure)?;
    let title = title(lang, progress, line, figure);
    Some((Certificate { title, value, formula, inputs, ..paper }, added))
}

/// What should be won of a row, or was, by the end of a day that the table of its pace has.
fn by_day(
    workspace: &Workspace,
    lang: Lang,
    (kept, progress, line): (&Kept, &Progress, &Line),
    (figure, day): (Figure, Day),
) -> Option<(Certificate, Added)> {
    let (row, pace, settings) = (line.row?, line.pace?, workspace.settings());
    let by = lang.goals_by_day(&format::day(lang, day));
    let title = [title(lang, progress, line, figure), by].join(" · ");
    if let Figure::ExpectedBy(_) = figure {
        let course = Course::of_row(kept, row, progress.period, &settings)?;
        let found = expected_by(lang, (&pace, &course), (progress.span.first, day), &settings);
        return Some((Certificate { title, ..found }, Added::new()));
    }
    let drawn = pace_line(workspace, lang, kept, progress, row)?;
    let at = drawn.table.iter().find(|it| it.day == day)?;
    let last = last_counted(progress.phase, &pace, (progress.span, day), &settings);
    let (paper, added) = won(workspace, lang, (kept, progress, line), last);
    Some((Certificate { title, value: format::money(lang, at.won?), ..paper }, added))
}

/// How what was won of a row until a day was computed.
fn won(
    workspace: &Workspace,
    lang: Lang,
    (kept, progress, line): (&Kept, &Progress, &Line),
    last: Day,
) -> (Certificate, Added) {
    let (split, rates) = (progress.split, rates(workspace, kept));
    let mut won = won_by(workspace, progress.span, split, &rates);
    let mut leads = match line.row {
        Some(Row::Company(_)) => won.whole.leads,
        row => won.parts.remove(&row).unwrap_or_default().leads,
    };
    let closes = |id: LeadId| workspace.leads.get(id).and_then(|it| it.closes);
    leads.retain(|(id, _)| closes(*id).is_some_and(|it| it <= last));
    let mut conversion = Conversion::default();
    for (id, _) in &leads {
        if let Some(amount) = workspace.leads.get(*id).and_then(|it| it.amount) {
            conversion.take(&rates, kept.currency, (*id, amount));
        }
    }
    let (first, last) = (format::day(lang, progress.span.first), format::day(lang, last));
    let count = format::count(lang, leads.len() as u64);
    let paper = Certificate {
        title: title(lang, progress, line, Figure::Won),
        value: format::money(lang, line.won),
        formula: match line.row {
            Some(Row::Company(_)) => lang.certificate_won_company(&first, &last),
            Some(_) => {
                lang.quotas_won_formula(&line.name, &first, &last, words::counted(lang, split))
            }
            None => lang.quotas_unsaid_formula(&first, &last, words::counted(lang, split)),
        },
        inputs: vec![(lang.certificate_deals().to_owned(), count)],
        notes: conversion_notes(lang, &conversion, &rates, kept.currency),
        leads: leads.iter().map(|(id, _)| *id).collect(),
    };
    (paper, leads.into_iter().collect())
}

fn title(lang: Lang, progress: &Progress, line: &Line, figure: Figure) -> String {
    [figure.name(lang), &format::period(lang, progress.period), &line.name].join(" · ")
}

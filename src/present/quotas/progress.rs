//! How far quotas by product, sector, region or office have come in a period: what was won of each
//! part, its share of the quota, and what no part has because leads do not say.

use std::collections::BTreeMap;

use super::words;
use crate::domain::arrange;
use crate::domain::calendar::{Period, Span};
use crate::domain::id::LeadId;
use crate::domain::money::{Money, Sums, share};
use crate::domain::quota::{Cell, Kept, Row, Split, kept_by, parts, portions, year_of};
use crate::domain::rates::{Conversion, Rates};
use crate::domain::split::split as divide;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::certificate::Certificate;
use crate::present::goals::won_in;
use crate::present::name_order::NameOrder;
use crate::present::rates::conversion_notes;

/// What was won of a part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// The sums of what counts for it.
    pub sums: Sums,
    /// The leads, the latest first, each with what of it counts.
    pub leads: Vec<(LeadId, Option<Money>)>,
}

impl Part {
    fn add(&mut self, id: LeadId, amount: Option<Money>) {
        amount.into_iter().for_each(|it| self.sums.add(it));
        self.leads.push((id, amount));
    }
}

/// What was won in a span, whole and by part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Won {
    /// All of it.
    pub whole: Part,
    /// By part; what no part has is under none.
    pub parts: BTreeMap<Option<Row>, Part>,
}

/// What was won in a span: a lead is won in the period that its close date lies in.
/// Amounts in other currencies are converted where their rates are known.
pub fn won_by(workspace: &Workspace, span: Span, split: Split, rates: &Rates) -> Won {
    let mut leads: Vec<_> = won_in(workspace, span).collect();
    arrange::by(&mut leads, |(a, first), (b, second)| {
        second.closes.cmp(&first.closes).then(a.cmp(b))
    });
    let mut won = Won::default();
    for (id, lead) in leads {
        won.whole.add(id, lead.amount.map(|it| rates.convert(it).unwrap_or(it)));
        for (row, amount) in converted(portions(workspace, split, lead), rates) {
            won.parts.entry(row).or_default().add(id, amount);
        }
    }
    won
}

/// Parts of an amount, converted so that they still add up to it.
fn converted(
    parts: Vec<(Option<Row>, Option<Money>)>,
    rates: &Rates,
) -> Vec<(Option<Row>, Option<Money>)> {
    let amounts: Vec<Money> = parts.iter().filter_map(|(_, it)| *it).collect();
    let Some(first) = amounts.first() else { return parts };
    let sum = amounts.iter().fold(0_i64, |sum, it| sum.saturating_add(it.minor));
    let Some(whole) = rates.convert(Money::new(sum, first.currency)) else { return parts };
    let weights: Vec<i64> = amounts.iter().map(|it| it.minor).collect();
    let mut shares = divide(whole.minor, &weights).into_iter();
    let part = |(row, part): (Option<Row>, Option<Money>)| {
        let share = part.and_then(|_| shares.next());
        (row, share.map(|it| Money::new(it, whole.currency)))
    };
    parts.into_iter().map(part).collect()
}

/// How far a row has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The row; none for what leads do not say.
    pub row: Option<Row>,
    /// Its name.
    pub name: String,
    /// The quota, where there is one.
    pub quota: Option<Money>,
    /// What was won, in the currency of the quotas.
    pub won: Money,
    /// Won as a part of the quota, in thousandths.
    pub attained: Option<i64>,
}

/// The splits in which something is planned for a period, each with the quotas of its year.
pub fn planned_by(workspace: &Workspace, period: Period) -> Vec<Kept> {
    let Some(year) = year_of(period, workspace.settings().fiscal_start()) else {
        return Vec::new();
    };
    let kept = Split::ALL.into_iter().filter(|it| *it != Split::People);
    let kept = kept.filter_map(|it| kept_by(workspace, year, it));
    kept.filter(|it| it.grid.amount(Cell { row: it.grid.whole().row, period }) != 0).collect()
}

/// The rates that amounts are converted by: the latest; none where the quotas are in another
/// currency than the team's own.
pub(super) fn rates(workspace: &Workspace, kept: &Kept) -> Rates {
    let rates = Rates::latest(workspace);
    if rates.home() == kept.currency { rates } else { Rates::none(kept.currency) }
}

/// How far all rows have come in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// The period.
    pub period: Period,
    /// What the company is split by.
    pub split: Split,
    /// The company first, then parts by name, then what leads do not say.
    pub lines: Vec<Line>,
}

impl Progress {
    /// The progress of a grid in a period; none for the grid of people, whose progress is that of
    /// their goals, and outside the calendar.
    pub fn new(workspace: &Workspace, lang: Lang, kept: &Kept, period: Period) -> Option<Progress> {
        let split = kept.grid.split();
        if split == Split::People {
            return None;
        }
        let span = period.span(workspace.settings().fiscal_start())?;
        let won = won_by(workspace, span, split, &rates(workspace, kept));
        let texts = parts(workspace, split);
        let name = |row: Row| match row {
            Row::Part(Split::Product, _) | Row::Company(_) | Row::Team(_) | Row::Person(_) => {
                row.name(workspace)
            }
            Row::Part(_, id) => texts.get(&id).cloned().unwrap_or_default(),
        };
        let line = |row: Option<Row>, name: String, of: &Part| {
            let quota = row.map(|row| kept.grid.amount(Cell { row, period })).filter(|it| *it != 0);
            let won = of.sums.of(kept.currency);
            let attained = quota.map(|it| share(won.minor, 1000, it));
            let quota = quota.map(|it| Money::new(it, kept.currency));
            Line { row, name, quota, won, attained }
        };
        let nothing = Part::default();
        let rows = kept.grid.seats().iter().map(|it| it.row);
        let mut below: Vec<Line> = rows
            .map(|it| line(Some(it), name(it), won.parts.get(&Some(it)).unwrap_or(&nothing)))
            .filter(|it| it.quota.is_some() || it.won.minor != 0)
            .collect();
        arrange::by_cached_key(&mut below, |it| (NameOrder::of(&it.name), it.row));
        let company = Row::Company(split);
        let mut lines = vec![line(Some(company), lang.goals_company().to_owned(), &won.whole)];
        lines.extend(below);
        let unsaid = won.parts.get(&None);
        lines.extend(unsaid.map(|it| line(None, lang.insight_unsaid().to_owned(), it)));
        Some(Progress { period, split, lines })
    }
}

/// How a row's share of its quota was computed: its certificate, of what was won ÷ quota.
pub fn as_attainment(lang: Lang, paper: Certificate, line: &Line) -> Option<Certificate> {
    let (quota, attained) = (line.quota?, line.attained?);
    let (won, quota) = (format::money(lang, line.won), format::money(lang, quota));
    let title = [lang.goals_attainment(), &paper.title].join(" · ");
    let mut inputs = vec![(lang.goals_won().to_owned(), won.clone())];
    let of_it = |name: &str| name == lang.goals_attainment();
    inputs.extend(paper.inputs.into_iter().filter(|(name, _)| !of_it(name)));
    Some(Certificate {
        title,
        value: format::percent(lang, attained),
        formula: lang.certificate_attainment(&won, &quota),
        inputs,
        ..paper
    })
}

/// How what was won of a row was computed.
pub fn certificate(
    workspace: &Workspace,
    lang: Lang,
    kept: &Kept,
    period: Period,
    row: Option<Row>,
) -> Option<(Certificate, BTreeMap<LeadId, Option<Money>>)> {
    let progress = Progress::new(workspace, lang, kept, period)?;
    let line = progress.lines.into_iter().find(|it| it.row == row)?;
    let split = kept.grid.split();
    let span = period.span(workspace.settings().fiscal_start())?;
    let mut won = won_by(workspace, span, split, &rates(workspace, kept));
    let part = match row {
        Some(Row::Company(_)) => won.whole,
        row => won.parts.remove(&row).unwrap_or_default(),
    };
    let (first, last) = (format::day(lang, span.first), format::day(lang, span.last));
    let quota = line.quota.map(|it| (lang.goals_quota().to_owned(), format::money(lang, it)));
    let attained = line.attained.map(|it| format::percent(lang, it));
    let attained = attained.map(|it| (lang.goals_attainment().to_owned(), it));
    let count = format::count(lang, part.leads.len() as u64);
    let count = (lang.certificate_deals().to_owned(), count);
    let (rates, mut conversion) = (rates(workspace, kept), Conversion::default());
    for (id, _) in &part.leads {
        if let Some(amount) = workspace.leads.get(*id).and_then(|it| it.amount) {
            conversion.take(&rates, kept.currency, (*id, amount));
        }
    }
    let paper = Certificate {
        title: [lang.goals_won(), &format::period(lang, period), &line.name].join(" · "),
        value: format::money(lang, line.won),
        formula: match row {
            Some(Row::Company(_)) => lang.certificate_won_company(&first, &last),
            Some(_) => {
                lang.quotas_won_formula(&line.name, &first, &last, words::counted(lang, split))
            }
            None => lang.quotas_unsaid_formula(&first, &last, words::counted(lang, split)),
        },
        inputs: quota.into_iter().chain(attained).chain([count]).collect(),
        notes: conversion_notes(lang, &conversion, &rates, kept.currency),
        leads: part.leads.iter().map(|(id, _)| *id).collect(),
    };
    Some((paper, part.leads.into_iter().collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Currency;

    // 50 of 200 is a quarter.
    #[test]
    fn a_share_of_a_quota_opens_what_was_won_of_it() {
        let money = |yuan: i64| Money::new(yuan * 100, Currency::CNY);
        let line = Line {
            row: None,
            name: "Pumps".to_owned(),
            quota: Some(money(200)),
            won: money(50),
            attained: Some(250),
        };
        let text = str::to_owned;
        let paper = Certificate {
            title: text("Won"),
            value: text("CN¥50"),
            formula: String::new(),
            inputs: vec![
                (text("Quota"), text("CN¥200")),
                (text(Lang::En.goals_attainment()), text("25%")),
            ],
            notes: Vec::new(),
            leads: vec![LeadId::drawn(1)],
        };
        let found = as_attainment(Lang::En, paper.clone(), &line).expect("a share");
        assert_eq!((&*found.value, &*found.formula), ("25%", "Won ÷ quota: CN¥50 ÷ CN¥200."));
        let inputs: Vec<&str> = found.inputs.iter().map(|it| &*it.1).collect();
        assert_eq!((inputs, found.leads.len()), (vec!["CN¥50", "CN¥200"], 1));
        assert_eq!(as_attainment(Lang::En, paper, &Line { quota: None, ..line }), None);
    }
}

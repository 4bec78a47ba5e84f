//! How far quotas by product, sector, class, region or office have come in a period: what was won of
//! each part, its pace, and what no part has because leads do not say.
//!
//! A part's pace goes by its months in the grid, as that of people who are planned there does.

use std::collections::BTreeMap;

use crate::domain::arrange;
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::id::LeadId;
use crate::domain::money::{Money, Sums};
use crate::domain::pace::course::Course;
use crate::domain::pace::{Pace, Projection};
use crate::domain::pipeline::Outcome;
use crate::domain::quota::{Cell, Kept, Row, Split, kept_by, names, portions, year_of};
use crate::domain::rates::Rates;
use crate::domain::split::split as divide;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::goals::chart::{Drawn, PaceLine, draw};
use crate::present::goals::projected::{is_enough, spans};
use crate::present::goals::{Phase, row_projection, won_in};
use crate::present::name_order::NameOrder;

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
    /// How many leads were won.
    pub deals: u64,
    /// The pace; none without a quota.
    pub pace: Option<Pace>,
    /// Where it lands at its pace, where enough is known to say.
    pub landing: Option<Projection>,
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
pub(in crate::present) fn rates(workspace: &Workspace, kept: &Kept) -> Rates {
    let rates = Rates::latest(workspace);
    if rates.home() == kept.currency { rates } else { Rates::none(kept.currency) }
}

/// How far all rows have come in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// The period.
    pub period: Period,
    /// Its days.
    pub span: Span,
    /// Where it lies.
    pub phase: Phase,
    /// The day by which pace is told: today, or the period's last day once it is over.
    pub as_of: Day,
    /// Today.
    pub today: Day,
    /// What the company is split by.
    pub split: Split,
    /// The company first, then parts by name, then what leads do not say.
    pub lines: Vec<Line>,
}

impl Progress {
    /// The progress of a grid in a period; none for the grid of people, whose progress is that of
    /// their goals, and outside the calendar.
    pub fn new(
        workspace: &Workspace,
        lang: Lang,
        kept: &Kept,
        period: Period,
        today: Day,
    ) -> Option<Progress> {
        let split = kept.grid.split();
        if split == Split::People {
            return None;
        }
        let span = period.span(workspace.settings().fiscal_start())?;
        let phase = Phase::of(span, today);
        let as_of = span.last.min(today);
        let scene = Scene { workspace, kept, rates: rates(workspace, kept), period, today };
        let won = won_by(workspace, span, split, &scene.rates);
        let names = names(workspace, split);
        let name = |row: Row| match row {
            Row::Part(_, id) => names.get(&id).cloned().unwrap_or_default(),
            Row::Company(_) | Row::Team(_) | Row::Person(_) => row.name(workspace),
        };
        let nothing = Part::default();
        let rows = kept.grid.seats().iter().map(|it| it.row);
        let mut below: Vec<Line> = rows
            .map(|it| scene.line(Some(it), name(it), won.parts.get(&Some(it)).unwrap_or(&nothing)))
            .filter(|it| it.quota.is_some() || it.won.minor != 0)
            .collect();
        arrange::by_cached_key(&mut below, |it| (NameOrder::of(&it.name), it.row));
        let company = Row::Company(split);
        let company = scene.line(Some(company), lang.goals_company().to_owned(), &won.whole);
        let mut lines = vec![company];
        lines.extend(below);
        let unsaid = won.parts.get(&None);
        lines.extend(unsaid.map(|it| scene.line(None, lang.insight_unsaid().to_owned(), it)));
        if phase == Phase::Running {
            scene.land(&mut lines);
        }
        Some(Progress { period, span, phase, as_of, today, split, lines })
    }

    /// The line of a row; of what leads do not say with none.
    pub fn line(&self, row: Option<Row>) -> Option<&Line> {
        self.lines.iter().find(|it| it.row == row)
    }
}

/// What lines are made from.
struct Scene<'a> {
    workspace: &'a Workspace,
    kept: &'a Kept,
    rates: Rates,
    period: Period,
    today: Day,
}

impl Scene<'_> {
    fn line(&self, row: Option<Row>, name: String, of: &Part) -> Line {
        let (period, currency) = (self.period, self.kept.currency);
        let amount = |row| Money::new(self.kept.grid.amount(Cell { row, period }), currency);
        let quota = row.map(amount).filter(|it| it.minor != 0);
        let won = of.sums.of(currency);
        let pace = row.zip(quota).and_then(|(row, quota)| self.pace(row, quota, won));
        let deals = of.leads.len() as u64;
        Line { row, name, quota, won, deals, pace, landing: None }
    }

    fn pace(&self, row: Row, quota: Money, won: Money) -> Option<Pace> {
        let settings = self.workspace.settings();
        let course = Course::of_row(self.kept, row, self.period, &settings)?;
        Some(Pace::new(quota, won.minor, &course, self.today, &settings))
    }

    /// Says where the lines land of which enough is known.
    fn land(&self, lines: &mut [Line]) {
        let says = |it: &&mut Line| it.pace.is_some() && is_enough(it.deals);
        let mut lines = lines.iter_mut().filter(says).peekable();
        let settings = self.workspace.settings();
        let Some(spans) = spans(self.period, &settings).filter(|_| lines.peek().is_some()) else {
            return;
        };
        let days = self.won_until_today();
        for line in lines {
            let own = line.row.and_then(|it| days.get(&it)).map(Vec::as_slice).unwrap_or_default();
            line.landing = row_projection(line.won, own, &spans, self.today, &settings);
        }
    }

    /// What was won of each row until today, and on which day.
    fn won_until_today(&self) -> BTreeMap<Row, Vec<(Day, i64)>> {
        let (workspace, split) = (self.workspace, self.kept.grid.split());
        let mut days: BTreeMap<Row, Vec<(Day, i64)>> = BTreeMap::new();
        for lead in workspace.leads.values() {
            let Some(closed) = lead.closes.filter(|it| *it <= self.today) else { continue };
            if lead.outcome(workspace) != Outcome::Won {
                continue;
            }
            let whole = lead.amount.map(|it| self.rates.convert(it).unwrap_or(it));
            let parts = converted(portions(workspace, split, lead), &self.rates);
            let company = (Some(Row::Company(split)), whole);
            for (row, amount) in parts.into_iter().chain([company]) {
                let amount = amount.filter(|it| it.currency == self.kept.currency);
                if let (Some(row), Some(amount)) = (row, amount) {
                    days.entry(row).or_default().push((closed, amount.minor));
                }
            }
        }
        days
    }
}

/// The pace of a row as a line; `None` without a quota, or without a working day.
pub fn pace_line(
    workspace: &Workspace,
    lang: Lang,
    kept: &Kept,
    progress: &Progress,
    row: Row,
) -> Option<PaceLine> {
    let (line, settings) = (progress.line(Some(row))?, workspace.settings());
    let Progress { period, span, phase, .. } = *progress;
    let course = &Course::of_row(kept, row, period, &settings)?;
    let mut won = won_by(workspace, span, progress.split, &rates(workspace, kept));
    let part = match row {
        Row::Company(_) => won.whole,
        row => won.parts.remove(&Some(row)).unwrap_or_default(),
    };
    let counted = |(id, amount): (LeadId, Option<Money>)| {
        let amount = amount.filter(|it| it.currency == kept.currency)?;
        Some((workspace.leads.get(id)?.closes?, amount.minor))
    };
    let won = part.leads.into_iter().filter_map(counted).collect();
    let (pace, landing) = (line.pace?, line.landing);
    draw(lang, Drawn { period, span, phase, pace, course, landing, won }, &settings)
}

#[cfg(test)]
mod tests;

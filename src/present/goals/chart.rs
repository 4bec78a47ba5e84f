//! The pace of a period as a line, working day by working day, and the same as a table.

use super::{GoalsView, Phase, counts_for, won_in};
use crate::domain::arrange;
use crate::domain::calendar::{Day, Period, Span, is_working_day};
use crate::domain::goal::Bearer;
use crate::domain::lead::Lead;
use crate::domain::money::Money;
use crate::domain::pace::course::{Course, Courses};
use crate::domain::pace::{Pace, Projection};
use crate::domain::rates::Rates;
use crate::domain::settings::Settings;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::chart::{self, major};
use crate::present::format;

/// The chart of a pace.
#[derive(Clone, Debug, PartialEq)]
pub struct PaceLine {
    /// Where the period lies.
    pub phase: Phase,
    /// The pace that it shows.
    pub pace: Pace,
    /// The figures, in major units, one a working day.
    pub line: chart::Pace,
    /// Words under the axis, with their places from 0 to 1.
    pub dates: Vec<(f64, String)>,
    /// The same figures, by week or month.
    pub table: Vec<PaceRow>,
}

/// How far it was at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaceRow {
    /// The day.
    pub day: Day,
    /// What should be won by then.
    pub expected: Money,
    /// What was won by then; nothing for days to come.
    pub won: Option<Money>,
}

/// What a line is drawn of.
#[derive(Clone, Debug)]
pub struct Drawn<'a> {
    /// The period.
    pub period: Period,
    /// Its days.
    pub span: Span,
    /// Where it lies.
    pub phase: Phase,
    /// How far the goal has come.
    pub pace: Pace,
    /// What of it should be won by when.
    pub course: &'a Course,
    /// Where it lands at its pace, where that can be said.
    pub landing: Option<Projection>,
    /// What was won of it, and on which day.
    pub won: Vec<(Day, i64)>,
}

/// The line of the company's goal; `None` without one, or without a working day.
pub fn pace_line(workspace: &Workspace, lang: Lang, view: &GoalsView) -> Option<PaceLine> {
    line_of(workspace, lang, view, Bearer::Company, view.projection)
}

/// The line of somebody's goal, which lands as it is said here; `None` without one, or without a
/// working day.
pub fn line_of(
    workspace: &Workspace,
    lang: Lang,
    view: &GoalsView,
    bearer: Bearer,
    landing: Option<Projection>,
) -> Option<PaceLine> {
    let pace = view.row(bearer)?.pace?;
    let rates = Rates::on(workspace, view.today);
    let counted = |lead: &Lead| {
        let amount = rates.convert_to(lead.amount?, pace.quota.currency)?;
        Some((lead.closes?, amount.minor))
    };
    let own = won_in(workspace, view.span).map(|(_, lead)| lead);
    let own = own.filter(|lead| counts_for(workspace, lead, bearer));
    let won = own.filter_map(counted).collect();
    let GoalsView { period, span, phase, .. } = *view;
    let course = &course_of(workspace, view, bearer)?;
    draw(lang, Drawn { period, span, phase, pace, course, landing, won }, &workspace.settings())
}

/// The course of somebody's goal; `None` without one.
pub(super) fn course_of(workspace: &Workspace, view: &GoalsView, bearer: Bearer) -> Option<Course> {
    if bearer == Bearer::Company {
        return view.course.clone();
    }
    let quota = view.row(bearer)?.quota.amount()?;
    let rates = Rates::on(workspace, view.today);
    Some(Courses::new(workspace, view.period, &rates)?.of(bearer, quota))
}

/// The line of a goal; `None` without a working day.
pub fn draw(lang: Lang, drawn: Drawn<'_>, settings: &Settings) -> Option<PaceLine> {
    let Drawn { period, span, phase, pace, course, landing, won } = drawn;
    let days: Vec<Day> = span.days().filter(|day| is_working_day(*day, settings)).collect();
    let won = summed(won);
    let rows = rows(phase, pace, &days, &won, |day| {
        course.reached(pace.quota.minor, day, settings).expected()
    });
    let start = PaceRow {
        day: span.first,
        expected: Money::new(0, pace.quota.currency),
        won: Some(Money::new(
            if pace.days_gone == 0 { pace.won.minor } else { 0 },
            pace.quota.currency,
        )),
    };
    let steps = || std::iter::once(&start).chain(&rows);
    let mut actual: Vec<f64> = steps().filter_map(|row| row.won).map(major).collect();
    // The line ends at the figure above it: what is won today, too, stands where today begins.
    if let Some(last) = actual.last_mut() {
        *last = major(pace.won);
    }
    let landing = landing.map(|it| chart::Landing {
        low: major(it.low),
        likely: major(it.likely),
        high: major(it.high),
    });
    let line = chart::Pace {
        expected: steps().map(|row| major(row.expected)).collect(),
        actual,
        goal: major(pace.quota),
        landing,
    };
    (!days.is_empty()).then(|| PaceLine {
        phase,
        pace,
        line,
        dates: dates(lang, period, span, &days),
        table: thinned(period, &rows),
    })
}

/// Each day something was won on, in order, with all that was won up to then.
fn summed(mut won: Vec<(Day, i64)>) -> Vec<(Day, i64)> {
    arrange::by_key(&mut won, |(day, _)| *day);
    let mut sum = 0_i64;
    for (_, minor) in &mut won {
        sum = sum.saturating_add(*minor);
        *minor = sum;
    }
    won
}

/// How far it was at the end of each working day that is over. The last day of a period that is
/// over holds all that was won in it, also on days off after it.
fn rows(
    phase: Phase,
    pace: Pace,
    days: &[Day],
    won: &[(Day, i64)],
    expected: impl Fn(Day) -> i64,
) -> Vec<PaceRow> {
    let money = |minor| Money::new(minor, pace.quota.currency);
    let row = |(place, day): (usize, &Day)| {
        let gone = place as i64 + 1;
        let before = won.partition_point(|(it, _)| it <= day);
        let so_far = || match phase == Phase::Over && gone == pace.days {
            true => pace.won.minor,
            false => before.checked_sub(1).map_or(0, |last| won[last].1),
        };
        let reached = phase != Phase::Ahead && gone <= pace.days_gone;
        PaceRow {
            day: *day,
            expected: money(expected(*day)),
            won: reached.then(|| money(so_far())),
        }
    };
    days.iter().enumerate().map(row).collect()
}

/// The rows that end a week, or a month in the table of a year, and the last.
fn thinned(period: Period, rows: &[PaceRow]) -> Vec<PaceRow> {
    let part = |day: Day| match period {
        Period::Year(_) => i64::from(day.year()) * 12 + i64::from(day.month()),
        Period::Quarter(..) | Period::Month(..) => (day.days_since(Day::EPOCH) + 3).div_euclid(7),
    };
    let ends = |(place, row): (usize, &PaceRow)| {
        let next = rows.get(place + 1);
        next.is_none_or(|next| part(next.day) != part(row.day)).then_some(*row)
    };
    rows.iter().enumerate().filter_map(ends).collect()
}

/// The first of each month under the axis, in a month of each week, and the last day.
fn dates(lang: Lang, period: Period, span: Span, days: &[Day]) -> Vec<(f64, String)> {
    let place =
        |day: Day| days.iter().filter(|it| **it < day).count() as f64 / days.len().max(1) as f64;
    let (starts, name): (Vec<Day>, fn(Lang, Day) -> String) = match period {
        Period::Year(_) => (months(span.first, 3, 4), month_name),
        Period::Quarter(..) => (months(span.first, 1, 3), month_name),
        Period::Month(..) => {
            ((0..4).map(|it| span.first.plus(7 * it)).collect(), format::day_short)
        }
    };
    let last = (1.0, format::day_short(lang, span.last));
    starts.into_iter().map(|day| (place(day), name(lang, day))).chain([last]).collect()
}

fn months(first: Day, step: u32, count: u32) -> Vec<Day> {
    (0..count).map(|it| first.plus_months(it * step)).collect()
}

fn month_name(lang: Lang, day: Day) -> String {
    lang.month_name(day.month() as u8).to_owned()
}

//! The goals of the running month read for the running week: what should be won in it, what was, and
//! what is missing to be on pace at its end. Where nobody has a goal for the month it is the goals of
//! the period that is looked at. Nothing is stored by week: the course of a period says what each
//! day should bring, so its weeks add up to its goal to the minor unit. A week that lies in two
//! periods counts with the days of the running one.

use super::certificate::{Certificate, Figure};
use super::words::row_name;
use super::{GoalRow, GoalsView, Tally, counts_for, won_in};
use crate::domain::arrange;
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::delivery::monday;
use crate::domain::goal::Bearer;
use crate::domain::id::LeadId;
use crate::domain::lead::Lead;
use crate::domain::money::Money;
use crate::domain::pace::course::Courses;
use crate::domain::rates::{Conversion, Rates};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::rates::conversion_notes;

/// The running week.
#[derive(Clone, Debug, PartialEq)]
pub struct WeekView {
    /// The period whose goals are read.
    pub period: Period,
    /// The days of the week that lie in it.
    pub span: Span,
    /// Whoever has a goal in the period: the company, then teams with their people.
    pub rows: Vec<WeekRow>,
}

/// One bearer's week.
#[derive(Clone, Debug, PartialEq)]
pub struct WeekRow {
    /// Whose it is.
    pub bearer: Bearer,
    /// The name.
    pub name: String,
    /// What should be won in the week.
    pub due: Money,
    /// What was won in it.
    pub won: Money,
    /// What should be won of the period by the end of the day before the week.
    pub before: Money,
    /// What should be won of it by the end of the week.
    pub by_end: Money,
    /// What was won of the period so far.
    pub so_far: Money,
}

impl WeekRow {
    /// What must still be won to be on pace at the end of the week; nothing once it is.
    pub fn missing(&self) -> Money {
        let missing = self.by_end.minor.saturating_sub(self.so_far.minor).max(0);
        Money::new(missing, self.by_end.currency)
    }
}

/// The running week of a period that holds today; none where it does not, or where nobody has a
/// goal in it or the running month.
pub fn week(workspace: &Workspace, lang: Lang, view: &GoalsView) -> Option<WeekView> {
    let today = view.today;
    let month = Period::Month(today.year(), today.month());
    if !view.span.holds(today) {
        return None;
    }
    let of_month = (view.period != month).then(|| GoalsView::new(workspace, month, today));
    let has_goals = |it: &GoalsView| it.rows().any(|row| row.quota.amount().is_some());
    let goals = of_month.flatten().filter(has_goals).unwrap_or_else(|| view.clone());
    let (first, last) = (monday(today), monday(today).plus(6));
    let span = Span { first: first.max(goals.span.first), last: last.min(goals.span.last) };
    let (settings, rates) = (workspace.settings(), Rates::on(workspace, today));
    let courses = Courses::new(workspace, goals.period, &rates)?;
    let tally = Tally::new(workspace, span, &rates);
    let row = |row: &GoalRow| {
        let quota = row.quota.amount()?;
        let course = courses.of(row.bearer, quota);
        let by = |day: Day| {
            let minor = course.reached(quota.minor, day, &settings).expected();
            Money::new(minor, quota.currency)
        };
        let (before, by_end) = (by(span.first.minus(1)), by(span.last));
        Some(WeekRow {
            bearer: row.bearer,
            name: row_name(lang, row),
            due: Money::new(by_end.minor - before.minor, quota.currency),
            won: tally.of(row.bearer, quota.currency).won_value.of(quota.currency),
            before,
            by_end,
            so_far: row.won,
        })
    };
    let rows: Vec<WeekRow> = goals.rows().filter_map(row).collect();
    (!rows.is_empty()).then_some(WeekView { period: goals.period, span, rows })
}

/// How a figure of a bearer's week was computed: what was won in it, or what should be.
pub fn certificate_of_week(
    workspace: &Workspace,
    lang: Lang,
    view: &WeekView,
    (bearer, figure): (Bearer, Figure),
) -> Option<Certificate> {
    let row = view.rows.iter().find(|it| it.bearer == bearer)?;
    let money = |it: Money| format::money(lang, it);
    let (first, last) = (format::day(lang, view.span.first), format::day(lang, view.span.last));
    let leads = leads(workspace, view.span, bearer);
    let (rates, mut conversion) = (Rates::latest(workspace), Conversion::default());
    for (id, lead) in &leads {
        if let Some(amount) = lead.amount {
            conversion.take(&rates, row.won.currency, (*id, amount));
        }
    }
    let (name, value, formula) = match figure {
        Figure::Won => {
            let formula = match bearer {
                Bearer::Company => lang.certificate_won_company(&first, &last),
                Bearer::Team(_) => lang.certificate_won_team(&row.name, &first, &last),
                Bearer::Person(_) => lang.certificate_won_person(&row.name, &first, &last),
            };
            (lang.goals_week_won(), row.won, formula)
        }
        Figure::Gap => {
            let formula = lang.goals_week_missing_formula(&money(row.by_end), &money(row.so_far));
            (lang.goals_week_missing(), row.missing(), formula)
        }
        _ => {
            let formula = lang.goals_week_formula(&last, &money(row.by_end), &money(row.before));
            (lang.goals_week_due(), row.due, formula)
        }
    };
    let input = |name: &str, amount| (name.to_owned(), money(amount));
    Some(Certificate {
        title: [name, &lang.goals_week_days(&first, &last), &row.name].join(" · "),
        value: money(value),
        formula,
        inputs: vec![
            input(lang.goals_week_due(), row.due),
            input(lang.goals_week_won(), row.won),
            input(lang.goals_week_by_end(), row.by_end),
            input(lang.goals_week_so_far(), row.so_far),
        ],
        notes: conversion_notes(lang, &conversion, &rates, row.won.currency),
        leads: leads.into_iter().map(|it| it.0).collect(),
    })
}

/// The leads won in a span for a bearer, the latest first.
fn leads(workspace: &Workspace, span: Span, bearer: Bearer) -> Vec<(LeadId, &Lead)> {
    let won = won_in(workspace, span).filter(|(_, it)| counts_for(workspace, it, bearer));
    let mut leads: Vec<(LeadId, &Lead)> = won.collect();
    arrange::by_key(&mut leads, |(id, it)| (std::cmp::Reverse(it.closes), *id));
    leads
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::goal::Goal;
    use crate::present::for_tests::*;

    const NOVEMBER: Period = Period::Month(2026, 11);

    /// Ann is to win 2,100 in November 2026, which has 21 weekdays; she won 300 on the 12th and 150
    /// on the 17th, and Bob 50.
    fn board() -> Workspace {
        let mut board = team();
        lead(&mut board, 1, Some(ANN), WON, 300, "2026-11-12");
        lead(&mut board, 2, Some(ANN), WON, 150, "2026-11-17");
        lead(&mut board, 3, Some(BOB), WON, 50, "2026-11-17");
        for (bearer, yuan) in [(Bearer::Person(ANN), 2_100), (Bearer::Company, 4_200)] {
            let (quota, period) = (Some(yuan_of(yuan)), Some(NOVEMBER));
            let goal = Goal { bearer: Some(bearer), period, quota, ..Goal::default() };
            put(&mut board, Goal::id_of(bearer, NOVEMBER), &goal);
        }
        board
    }

    fn told(period: Period, today: &str) -> Option<WeekView> {
        let board = board();
        let view = GoalsView::new(&board, period, day(today)).expect("a view");
        week(&board, Lang::En, &view)
    }

    /// The days of the week, then what Ann should win in it, what she did, and what is missing.
    #[track_caller]
    fn check(today: &str, span: [&str; 2], yuan: [i64; 3]) {
        let view = told(NOVEMBER, today).expect("a week");
        assert_eq!([view.span.first, view.span.last], span.map(day), "{today}");
        let row = view.rows.iter().find(|it| it.bearer == Bearer::Person(ANN)).expect("Ann");
        assert_eq!([row.due, row.won, row.missing()], yuan.map(yuan_of), "{today}");
    }

    // By `cal 11 2026` the month begins on a Sunday; its weeks from the 2nd on have five weekdays
    // each and the last, the 30th, has one: 100 a weekday.
    #[test]
    fn a_week_takes_its_weekdays_of_the_month() {
        check("2026-11-18", ["2026-11-16", "2026-11-22"], [500, 150, 1_050]);
        check("2026-11-10", ["2026-11-09", "2026-11-15"], [500, 300, 550]);
        check("2026-11-01", ["2026-11-01", "2026-11-01"], [0, 0, 0]);
        check("2026-11-30", ["2026-11-30", "2026-11-30"], [100, 0, 1_650]);
    }

    #[test]
    fn the_weeks_of_a_month_are_its_goal() {
        let weeks =
            ["2026-11-01", "2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30"];
        let due = weeks.map(|it| told(NOVEMBER, it).expect("a week").rows[0].due.minor);
        assert_eq!(due.iter().sum::<i64>(), 420_000);
    }

    #[test]
    fn only_a_period_that_holds_today_has_a_running_week() {
        assert!(told(Period::Quarter(2026, 4), "2026-11-18").is_some());
        assert_eq!(told(Period::Quarter(2026, 3), "2026-11-18"), None);
        assert_eq!(told(Period::Month(2026, 12), "2026-12-01"), None);
        assert_eq!(told(Period::Quarter(2026, 4), "2026-12-01"), None);
    }

    // The quarter has 66 weekdays: 6,600 of it are 100 each.
    #[test]
    fn without_a_goal_for_the_month_the_period_is_read() {
        let (mut board, quarter) = (team(), Period::Quarter(2026, 4));
        let (bearer, quota) = (Some(Bearer::Company), Some(yuan_of(6_600)));
        let goal = Goal { bearer, period: Some(quarter), quota, ..Goal::default() };
        put(&mut board, Goal::id_of(Bearer::Company, quarter), &goal);
        let view = GoalsView::new(&board, quarter, day("2026-11-18")).expect("a view");
        let week = week(&board, Lang::En, &view).expect("a week");
        assert_eq!((week.period, week.rows[0].due), (quarter, yuan_of(500)));
    }

    #[test]
    fn figures_of_a_week_open_their_leads() {
        let (board, view) = (board(), told(NOVEMBER, "2026-11-18").expect("a week"));
        let of = |bearer, figure| {
            let paper = certificate_of_week(&board, Lang::En, &view, (bearer, figure));
            paper.map(|it| (it.value, it.leads.len()))
        };
        assert_eq!(of(Bearer::Person(ANN), Figure::Won), Some(("CN¥150".to_owned(), 1)));
        assert_eq!(of(Bearer::Company, Figure::Won), Some(("CN¥200".to_owned(), 2)));
        let missing = of(Bearer::Person(ANN), Figure::Gap).map(|it| it.0);
        assert_eq!(missing.as_deref(), Some("CN¥1,050"));
        assert_eq!(of(Bearer::Person(ANN), Figure::Expected), Some(("CN¥500".to_owned(), 1)));
        assert_eq!(of(Bearer::Person(BOB), Figure::Won), None);
    }
}

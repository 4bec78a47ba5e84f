//! What holds for the whole team: its name, currency, fiscal year and days off.

use crate::domain::changes::Changes;
use crate::domain::label::Label;
use crate::domain::rejection::Rejection;
use crate::domain::settings::Settings;
use crate::domain::workspace::Workspace;

pub(super) fn save(workspace: &Workspace, settings: &Settings) -> Result<Changes, Rejection> {
    match settings.fiscal_month {
        Some(month) if !(1..=12).contains(&month) => {
            return Err(Rejection::FiscalMonthOutOfRange(month));
        }
        _ => {}
    }
    let mut changes = Changes::new(Label::SettingsSaved);
    changes.put(workspace, Settings::ID, settings);
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apply::apply;
    use crate::domain::calendar::{Day, Period, Span, is_working_day, working_days};
    use crate::domain::command::{Command, Context};
    use crate::domain::for_tests::{day, take};

    /// A workspace with such settings, saved as the page saves them.
    #[track_caller]
    fn saved(workspace: &Workspace, settings: Settings) -> Workspace {
        let (mut workspace, ctx) = (workspace.clone(), Context { today: day("2026-11-23") });
        let command = Command::SaveSettings(Box::new(settings));
        let changes = apply(&workspace, &command, &ctx).expect("they hold");
        take(&mut workspace, &changes);
        workspace
    }

    #[track_caller]
    fn check_periods(month: i64, of: &str, year: i32, quarter: u32, span: (&str, &str)) {
        let fiscal_month = Some(month);
        let workspace =
            saved(&Workspace::default(), Settings { fiscal_month, ..Settings::default() });
        let (start, of) = (workspace.settings().fiscal_start(), day(of));
        assert_eq!(start.year_of(of), Period::Year(year));
        assert_eq!(start.quarter_of(of), Period::Quarter(year, quarter));
        let expect = Span { first: day(span.0), last: day(span.1) };
        assert_eq!(start.quarter_of(of).span(start), Some(expect));
    }

    /// Fiscal years as their owners publish them: the United Kingdom's from April, that of the
    /// federal government of the United States from October (which names it by its end, where here
    /// a year is named by its beginning), Microsoft's from July.
    #[test]
    fn periods_follow_the_first_month_of_the_fiscal_year() {
        check_periods(4, "2027-03-31", 2026, 4, ("2027-01-01", "2027-03-31"));
        check_periods(4, "2026-04-01", 2026, 1, ("2026-04-01", "2026-06-30"));
        check_periods(10, "2026-11-23", 2026, 1, ("2026-10-01", "2026-12-31"));
        check_periods(7, "2026-02-28", 2025, 3, ("2026-01-01", "2026-03-31"));
        check_periods(1, "2026-12-31", 2026, 4, ("2026-10-01", "2026-12-31"));
    }

    fn stretch(first: &str, last: &str) -> Vec<Day> {
        Span { first: day(first), last: day(last) }.days().collect()
    }

    /// The holidays of China in 2026 by the notice of the State Council, with the weekend days that
    /// are worked for them. The Ministry of Human Resources counts 248 working days in a year (notice
    /// 2 of 2025), and those of October are 18.
    #[test]
    fn working_days_follow_holidays_and_weekend_days_that_are_worked() {
        let holidays = [
            stretch("2026-01-01", "2026-01-03"),
            stretch("2026-02-15", "2026-02-23"),
            stretch("2026-04-04", "2026-04-06"),
            stretch("2026-05-01", "2026-05-05"),
            stretch("2026-06-19", "2026-06-21"),
            stretch("2026-09-25", "2026-09-27"),
            stretch("2026-10-01", "2026-10-07"),
        ];
        let worked =
            ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"];
        let workspace = saved(
            &Workspace::default(),
            Settings {
                holidays: holidays.concat(),
                extra_working_days: worked.map(day).to_vec(),
                ..Settings::default()
            },
        );
        let settings = workspace.settings();
        let count = |period: Period| {
            period.span(settings.fiscal_start()).map(|it| working_days(it, &settings))
        };
        assert_eq!(count(Period::Year(2026)), Some(248));
        assert_eq!(count(Period::Month(2026, 10)), Some(18));
        assert!(is_working_day(day("2026-10-10"), &settings));
        assert!(!is_working_day(day("2026-10-05"), &settings));
    }

    /// Weekdays of 2026: 261. What is taken away again is worked again.
    #[test]
    fn days_off_that_are_taken_away_are_worked_again() {
        let holidays = stretch("2026-10-01", "2026-10-07");
        let with = saved(&Workspace::default(), Settings { holidays, ..Settings::default() });
        let without = saved(&with, Settings { holidays: Vec::new(), ..with.settings() });
        let of_year = |workspace: &Workspace| {
            let year = Span { first: day("2026-01-01"), last: day("2026-12-31") };
            working_days(year, &workspace.settings())
        };
        assert_eq!((of_year(&with), of_year(&without)), (256, 261));
    }

    #[test]
    fn a_month_that_is_none_is_refused_and_changes_nothing() {
        for month in [0, 13, -1] {
            let settings = Settings { fiscal_month: Some(month), ..Settings::default() };
            let command = Command::SaveSettings(Box::new(settings));
            let ctx = Context { today: day("2026-11-23") };
            let refused = apply(&Workspace::default(), &command, &ctx);
            assert_eq!(refused.err(), Some(Rejection::FiscalMonthOutOfRange(month)));
        }
    }
}

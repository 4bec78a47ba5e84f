//! The forecast as it is shown.

use super::*;
use crate::domain::id::LeadId;
use crate::domain::lead::Lead;
use crate::domain::pipeline::Outcome;
use crate::i18n::Lang;
use crate::present::for_tests::*;

/// Two years in which Ann wins a lead of 100 yuan on the tenth of each month and loses another.
fn history() -> Workspace {
    let mut workspace = team();
    for month in 0..24 {
        let first = day("2024-11-01").plus_months(month);
        for (nth, stage) in [(0, WON), (1, LOST)] {
            let id = u64::from(month) * 2 + nth;
            let lead = Lead {
                owner: Some(ANN),
                stage: Some(stage),
                amount: Some(yuan_of(100)),
                created: Some(first.minus(20)),
                closes: Some(first.plus(9)),
                ..Lead::default()
            };
            put(&mut workspace, LeadId::drawn(id + 1), &lead);
        }
    }
    workspace
}

fn view(workspace: &Workspace, bearer: Bearer) -> ForecastView {
    let period = "2026-Q4".parse().expect("a period");
    ForecastView::new(workspace, period, bearer, day("2026-11-20"), &Passed::default())
        .expect("a forecast")
}

#[test]
fn without_history_the_answer_is_plain() {
    let view = view(&team(), Bearer::Company);
    assert_eq!((view.landed.clone(), view.trend.ahead.len()), (None, 0));
    assert_eq!(words::sentences(Lang::En, &view), [Lang::En.forecast_nothing_closed()]);
}

#[test]
fn months_are_counted_to_the_last_that_is_over() {
    let trend = view(&history(), Bearer::Company).trend;
    assert_eq!((trend.past.len(), trend.ahead.len()), (24, 6));
    assert!(trend.past.iter().all(|it| it.won == yuan_of(100)));
    assert_eq!(trend.ahead[0].first, day("2026-11-01"));
    assert_eq!(trend.ahead[0].likely, yuan_of(100));
}

#[test]
fn a_person_without_leads_has_nothing_to_bring() {
    let view = view(&history(), Bearer::Person(CY));
    assert_eq!((view.outlook.won, view.trend.past.len()), (0, 0));
    assert_eq!(view.landed.map(|it| it.high), Some(yuan_of(0)));
}

#[test]
fn open_leads_without_an_amount_are_taken_at_what_leads_bring() {
    let mut workspace = history();
    let created = Some(day("2026-11-10"));
    let open = Lead { owner: Some(ANN), stage: Some(OPEN), created, ..Lead::default() };
    put(&mut workspace, LeadId::drawn(500), &open);
    let view = view(&workspace, Bearer::Company);
    assert_eq!((view.estimated, view.outlook.open[0].amount), (1, 10_000));
}

#[test]
fn the_odds_of_a_stage_come_from_leads_that_were_in_it() {
    let workspace = history();
    let passed = Passed::of([1, 3, 4].into_iter().map(|id| (LeadId::drawn(id), OPEN)));
    let odds = stages::odds(&workspace, &passed);
    let rate = odds[&OPEN].rate.expect("a rate");
    assert_eq!((rate.successes, rate.trials), (2, 3));
    let row = &stages::rows(&workspace, &odds)[0];
    assert!((row.value - (2.0 + 10.0 * 0.5) / 13.0).abs() < 1e-12);
    assert_eq!(stages::behind(&workspace, &passed, OPEN).len(), 3);
    assert!(workspace.leads.values().all(|it| it.outcome(&workspace) != Outcome::Open));
}

#[test]
fn a_chance_is_never_all_or_nothing() {
    assert_eq!(words::chance(Lang::En, 1.0), "over 99%");
    assert_eq!(words::chance(Lang::Zh, 0.0), "不到 1%");
    assert_eq!(words::chance(Lang::En, 0.624), "62%");
}

#[test]
fn what_is_expected_has_three_digits() {
    let about = |yuan| words::about(Lang::Zh, yuan_of(yuan));
    assert_eq!([about(5_492_816), about(999), about(0)], ["¥5,490,000", "¥999", "¥0"]);
}

//! Tests of the fair-quota X-ray.

use super::certificate::{FairFigure, certificate};
use super::*;
use crate::domain::apply::apply;
use crate::domain::command::{Command, Context};
use crate::domain::for_tests::take;
use crate::domain::goal::Goal;
use crate::domain::id::{AbsenceId, LeadId};
use crate::domain::quota::Split;
use crate::domain::rates::Rate;
use crate::present::for_tests::{ANN, BOB, CY, OPEN, WON, day, lead, put, team, yuan_of};

const QUARTER: Period = Period::Quarter(2026, 4);

/// Ann won 30 times 1,000 in the four quarters before, Bob 10 times; Cy is new.
fn workspace() -> Workspace {
    let mut workspace = team();
    for nth in 0..40 {
        let owner = if nth < 30 { ANN } else { BOB };
        lead(&mut workspace, 100 + nth, Some(owner), WON, 1000, "2026-05-05");
    }
    lead(&mut workspace, 1, Some(CY), OPEN, 4000, "2026-12-01");
    for (person, yuan) in [(ANN, 30_000), (BOB, 30_000), (CY, 30_001)] {
        let bearer = Bearer::Person(person);
        let goal = Goal {
            bearer: Some(bearer),
            period: Some(QUARTER),
            quota: Some(yuan_of(yuan)),
            ..Goal::default()
        };
        put(&mut workspace, Goal::id_of(bearer, QUARTER), &goal);
    }
    workspace
}

fn view(workspace: &Workspace, by: By) -> FairView {
    fair(workspace, Lang::En, (QUARTER, by), day("2026-10-05")).expect("a view")
}

#[track_caller]
fn check(by: By, expect: [(&str, Verdict); 3]) {
    let view = view(&workspace(), by);
    let found: Vec<(&str, Verdict)> =
        view.rows.iter().map(|it| (it.level.as_str(), it.verdict)).collect();
    assert_eq!(found, expect);
}

// Two of three are known, so they share two thirds of 90,001 as 3 to 1; Cy has the third.
#[test]
fn quotas_are_measured_by_each_yardstick() {
    let (much, little) = (Verdict::TooMuch, Verdict::TooLittle);
    check(
        By::Quarters,
        [
            ("CN¥45,000.50", Verdict::Unsure),
            ("CN¥15,000.17", much),
            ("CN¥30,000.33", Verdict::Level),
        ],
    );
    check(
        By::Days,
        [
            ("CN¥30,000.34", Verdict::Level),
            ("CN¥30,000.33", Verdict::Level),
            ("CN¥30,000.33", Verdict::Level),
        ],
    );
    check(
        By::Pipeline,
        [("CN¥0", Verdict::Unknown), ("CN¥0", Verdict::Unknown), ("CN¥90,001", little)],
    );
}

#[test]
fn an_absence_makes_a_level_quota_less() {
    let mut workspace = workspace();
    let (first, last) = (day("2026-10-01"), day("2026-12-31"));
    let absence =
        Absence { person: Some(CY), first: Some(first), last: Some(last), ..Absence::default() };
    put(&mut workspace, AbsenceId::drawn(1), &absence);
    assert_eq!(view(&workspace, By::Days).rows[2].level, "CN¥0");
}

#[test]
fn the_level_quotas_go_into_the_grid_as_one_step() {
    let mut workspace = workspace();
    let before = view(&workspace, By::All);
    let command = Command::EditQuotas(before.year, Split::People, before.edits());
    let changes = apply(&workspace, &command, &Context { today: day("2026-10-05") });
    take(&mut workspace, &changes.expect("changes"));
    let after = view(&workspace, By::All);
    assert_eq!((after.total, after.rows.len()), (before.total, 3));
    assert!(after.rows.iter().all(|it| it.edit.is_none() && it.verdict == Verdict::Level));
}

#[track_caller]
fn check_paper(person: PersonId, figure: FairFigure, expect: (&str, usize)) {
    let asked = (QUARTER, day("2026-10-05"));
    let found = certificate(&workspace(), Lang::En, asked, (person, figure));
    let (paper, added) = found.expect("a certificate");
    assert_eq!((&*paper.value, paper.leads.len(), added.len()), (expect.0, expect.1, expect.1));
}

// Ann has three quarters of the two thirds that Ann and Bob share by their history.
#[test]
fn every_figure_says_what_it_was_computed_from() {
    check_paper(ANN, FairFigure::Yardstick(By::Quarters), ("CN¥30,000", 30));
    check_paper(CY, FairFigure::Yardstick(By::Quarters), ("CN¥0", 0));
    // Everything that closed was won, so an open lead counts in full.
    check_paper(CY, FairFigure::Yardstick(By::Pipeline), ("CN¥4,000", 1));
    check_paper(BOB, FairFigure::Yardstick(By::Days), ("66", 0));
    check_paper(ANN, FairFigure::Level(By::Quarters), ("CN¥45,000.50", 30));
    check_paper(ANN, FairFigure::Level(By::All), (&*view(&workspace(), By::All).rows[0].level, 30));
}

/// What is told of ten dollars that Cy has open, where a dollar is so many millionths of a yuan.
#[track_caller]
fn check_dollars(millionths: Option<i64>, expect: (&str, &str)) {
    let mut workspace = workspace();
    let usd = Currency::USD;
    let mut dollars = workspace.leads.get(LeadId::drawn(1)).expect("a lead").clone();
    dollars.amount = Some(Money::new(1_000, usd));
    put(&mut workspace, LeadId::drawn(2), &dollars);
    if let Some(millionths) = millionths {
        let rate = Rate {
            currency: Some(usd),
            home: Some(Currency::CNY),
            day: Some(day("2026-10-01")),
            units: None,
            millionths,
        };
        put(&mut workspace, rate.id(), &rate);
    }
    let view = view(&workspace, By::Pipeline);
    assert_eq!((&*view.rows[2].yardsticks[2], &*view.notes[1]), expect);
}

#[test]
fn other_currencies_are_converted_or_told_to_be_left_out() {
    check_dollars(
        Some(7_000_000),
        (
            "CN¥4,070 · 33.3%",
            "≈ Amounts in other currencies are converted: 1 USD on 1 Oct 2026 = 7 CNY (leads: 1).",
        ),
    );
    check_dollars(
        None,
        (
            "CN¥4,000 · 33.3%",
            "Left out, because no rate to CNY is stated: USD (leads: 1). \
             Rates are stated in the settings.",
        ),
    );
}

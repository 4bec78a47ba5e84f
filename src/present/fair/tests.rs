//! Tests of the fair-quota X-ray.

use super::*;
use crate::domain::apply::apply;
use crate::domain::command::{Command, Context};
use crate::domain::for_tests::take;
use crate::domain::goal::Goal;
use crate::domain::id::AbsenceId;
use crate::domain::quota::Split;
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

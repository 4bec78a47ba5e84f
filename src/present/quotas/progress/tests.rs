//! How far parts of the company are, against sums made by hand from the calendar of 2026: October has
//! 22 weekdays, November 21, December 23.

use super::*;
use crate::domain::customer::Customer;
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::{CustomerId, LeadId, ObjectiveId};
use crate::domain::objective::Objective;
use crate::domain::quota::PartQuota;
use crate::present::for_tests::*;
use crate::present::goals::certificate::Figure;
use crate::present::quotas::certified::certificate;
use crate::present::smart::Grade;
use crate::present::smart::parts::{of_part, sought};

const QUARTER: Period = Period::Quarter(2026, 4);
const MINERS: CustomerId = CustomerId::drawn(1);

/// Mines are of class A and are to bring 100, 200 and 300 yuan in the months of the quarter. They
/// brought 150 in October and 12 on the day after; a customer without a class brought 8.
fn board() -> Workspace {
    let mut board = team();
    let class = "A".to_owned();
    put(&mut board, MINERS, &Customer { class, ..Customer::default() });
    for (month, yuan) in (10..).zip([100, 200, 300]) {
        let (split, period) = (Some(Split::Class), Some(Period::Month(2026, month)));
        let (part, quota) = ("a".to_owned(), Some(yuan_of(yuan)));
        let id = PartQuota::id_of(Split::Class, &part, Period::Month(2026, month));
        put(&mut board, id, &PartQuota { split, part, period, quota, locked: false });
    }
    lead(&mut board, 1, Some(ANN), WON, 150, "2026-10-30");
    lead(&mut board, 2, Some(BOB), WON, 12, "2026-11-16");
    lead(&mut board, 3, Some(CY), WON, 8, "2026-11-02");
    for id in [1, 2] {
        let mut own = board.leads.get(LeadId::drawn(id)).expect("a lead").clone();
        own.customer = Some(MINERS);
        put(&mut board, LeadId::drawn(id), &own);
    }
    board
}

fn kept(board: &Workspace) -> Kept {
    kept_by(board, 2026, Split::Class).expect("a year")
}

fn progress(board: &Workspace, today: &str) -> Progress {
    Progress::new(board, Lang::En, &kept(board), QUARTER, day(today)).expect("a split")
}

fn part(board: &Workspace) -> Row {
    kept(board).grid.seats()[0].row
}

// On the 16th of November 22 + 10 weekdays are over: 100 + 200 x 10 / 21 = 195.24 yuan should be won.
// 162 are, so 438 of the 600 are left for 34 weekdays, 12.89 each.
#[test]
fn a_part_has_the_pace_of_its_months() {
    let board = board();
    let found = progress(&board, "2026-11-16");
    let names: Vec<&str> = found.lines.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Company", "A", Lang::En.insight_unsaid()]);
    let line = found.line(Some(part(&board))).expect("a line");
    let pace = line.pace.expect("a pace");
    assert_eq!((line.won, line.deals, pace.expected.minor), (yuan_of(162), 2, 19_524));
    assert_eq!((pace.gap().minor, pace.needed_a_day().map(|it| it.minor)), (-3_324, Some(1_289)));
    assert_eq!(found.lines[0].won, yuan_of(170));
    assert_eq!(found.lines[2].pace, None);
}

#[test]
fn the_line_of_a_part_ends_where_it_is_and_its_days_open() {
    let board = board();
    let (kept, found, row) = (kept(&board), progress(&board, "2026-11-16"), part(&board));
    let drawn = pace_line(&board, Lang::En, &kept, &found, row).expect("a line");
    assert_eq!((drawn.line.goal, drawn.line.actual.last().copied()), (600.0, Some(162.0)));
    let at = drawn.table.iter().find(|it| it.day == day("2026-11-13")).expect("a Friday");
    assert_eq!((at.expected.minor, at.won), (19_524, Some(yuan_of(150))));
    for (figure, value, leads) in [
        (Figure::Won, "CN¥162", 2),
        (Figure::Expected, "CN¥195.24", 2),
        (Figure::Gap, "−CN¥33.24", 2),
        (Figure::Needed, "CN¥12.89", 2),
        (Figure::Attainment, "27%", 2),
        (Figure::ExpectedBy(at.day), "CN¥195.24", 0),
        (Figure::WonBy(at.day), "CN¥150", 1),
    ] {
        let asked = (Some(row), figure);
        let (paper, _) = certificate(&board, Lang::En, &kept, &found, asked).expect("a paper");
        assert_eq!((&*paper.value, paper.leads.len()), (value, leads), "{figure:?}");
    }
}

/// Six deals in each quarter: five in the period and two earlier periods are enough, as for people.
#[test]
fn a_part_lands_where_enough_is_known_of_it() {
    let mut board = board();
    assert_eq!(progress(&board, "2026-11-20").lines[1].landing, None);
    for quarter in 0..4_u64 {
        for nth in 0..6_u64 {
            let (id, on) =
                (10 * quarter + nth + 10, day("2026-01-05").plus(quarter * 91 + nth * 8));
            lead(&mut board, id, Some(ANN), WON, 10, &on.to_string());
            let mut own = board.leads.get(LeadId::drawn(id)).expect("a lead").clone();
            own.customer = Some(MINERS);
            put(&mut board, LeadId::drawn(id), &own);
        }
    }
    let found = progress(&board, "2026-11-20");
    let landing = found.lines[1].landing.expect("a landing");
    assert!(
        found.lines[1].won.minor <= landing.low.minor && landing.low.minor < landing.high.minor
    );
}

#[track_caller]
fn check_marks(board: &Workspace, today: &str, row: Row, expect: [Grade; 5]) {
    let found = progress(board, today);
    let marks = of_part(board, Lang::En, &found, row, None).expect("a goal");
    assert_eq!(marks.iter().map(|it| it.grade).collect::<Vec<_>>(), expect);
}

/// Specific and dated; measured but for a deal without a class; it hangs on the company's quota, and
/// on an objective once the company's goal of the quarter does.
#[test]
fn a_part_is_checked_as_other_goals_are() {
    use Grade::{Partly, Unknown, Yes};
    let mut board = board();
    let row = part(&board);
    check_marks(&board, "2026-11-16", row, [Yes, Partly, Unknown, Partly, Yes]);
    let company = Row::Company(Split::Class);
    check_marks(&board, "2026-11-16", company, [Yes, Yes, Unknown, Partly, Yes]);
    let objective = ObjectiveId::drawn(1);
    put(&mut board, objective, &Objective::default());
    let (bearer, period) = (Some(Bearer::Company), Some(QUARTER));
    let goal = Goal { bearer, period, objective: Some(objective), ..Goal::default() };
    put(&mut board, Goal::id_of(Bearer::Company, QUARTER), &goal);
    check_marks(&board, "2026-11-16", row, [Yes, Partly, Unknown, Yes, Yes]);
}

/// What is sought of a part is its quota, against what four earlier quarters brought it; of a period
/// that is over nothing is.
#[test]
fn what_earlier_periods_brought_a_part_is_known() {
    let mut board = board();
    for (id, on) in (50..).zip(["2025-11-03", "2026-02-03", "2026-05-04", "2026-08-03"]) {
        lead(&mut board, id, Some(ANN), WON, 10, on);
        let mut own = board.leads.get(LeadId::drawn(id)).expect("a lead").clone();
        own.customer = Some(MINERS);
        put(&mut board, LeadId::drawn(id), &own);
    }
    let kept = kept(&board);
    let found = sought(&board, &kept, &progress(&board, "2026-11-16"));
    let of_part = found.iter().find(|it| it.row == part(&board)).expect("a goal");
    let past = of_part.past.expect("enough");
    assert_eq!((of_part.quota, past.periods), (yuan_of(600), 4));
    assert_eq!((past.worst, past.best), (past.usual, past.usual));
    assert_eq!(sought(&board, &kept, &progress(&board, "2027-02-01")), []);
}

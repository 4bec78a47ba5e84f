//! Several ways together: which go together, and what they come to.

use super::*;
use crate::domain::calendar::Period;
use crate::domain::for_tests::{day, put};
use crate::domain::id::PersonId;
use crate::domain::people::Person;
use crate::domain::quota::{Edit, Rest, Row, edit_all, kept_by};

const ANN: PersonId = PersonId::drawn(1);
const BOB: PersonId = PersonId::drawn(2);
const CY: PersonId = PersonId::drawn(3);
const YEAR: i32 = 2026;
const QUARTER: Period = Period::Quarter(YEAR, 4);

#[test]
fn ways_go_together_where_they_decide_different_things() {
    let ways = |text: &str| text.parse::<Ways>().map(|it| it.to_string());
    for together in ["season+working-days+ramp+capacity", "last-year+working-days+ramp", "equal"] {
        assert_eq!(ways(together).as_deref(), Ok(together));
    }
    for apart in ["last-year+season", "last-year+capacity", "equal+season", "presence+ramp", "x"] {
        assert_eq!(ways(apart), Err(NotWays), "{apart}");
    }
    assert_eq!(ways("ramp+season").as_deref(), Ok("season+ramp"), "in one order");
}

/// Ann and Bob were there all along and can work on one and three leads; Cy joined in November.
fn team() -> Workspace {
    let mut board = Workspace::default();
    for (id, started, capacity) in
        [(ANN, "2020-01-01", Some(1)), (BOB, "2020-01-01", Some(3)), (CY, "2026-11-02", Some(2))]
    {
        let person = Person { started: started.parse().ok(), capacity, ..Person::default() };
        put(&mut board, id, &person);
    }
    board
}

/// What everybody has in October, November and December, in thousands of 1,200,000.
#[track_caller]
fn check(ways: &str, expect: [[i64; 3]; 3]) {
    let board = team();
    let whole = Cell { row: Row::Company(Split::People), period: QUARTER };
    let mut kept = kept_by(&board, YEAR, Split::People).expect("a year");
    let edits = [
        Edit::Set(whole, 120_000_000, Rest::Stays),
        Edit::Respread(whole, ways.parse().expect("ways")),
    ];
    edit_all(&board, &mut kept, &edits, day("2026-01-05")).expect("room");
    let of = |person, month| {
        let cell = Cell { row: Row::Person(person), period: Period::Month(YEAR, month) };
        kept.grid.amount(cell) / 100_000
    };
    let found = [ANN, BOB, CY].map(|it| [10, 11, 12].map(|month| of(it, month)));
    assert_eq!(found, expect, "{ways}");
    assert_eq!(kept.grid.amount(whole), 120_000_000);
}

// By `cal`: October 2026 has 22 weekdays, November 21, December 23; Cy is there on 21 and 23. By
// hand: 1 and 3 and 2 leads times days times a ramp of 250, 500 in November and December are
// 22 + 21 + 23 + 66 + 63 + 69 + 10.5 + 23 = 297.5 parts of 1,200.
#[test]
fn capacity_days_and_ramp_are_multiplied() {
    check("working-days+ramp+capacity", [[88, 84, 92], [266, 254, 278], [0, 42, 92]]);
}

// A joiner has the others' average share, though the cell gave everybody a third at first:
// 22 + 21 + 23 twice, and 21 × 0.25 + 23 × 0.5 = 16.75, are 148.75 parts of 1,200.
#[test]
fn without_capacity_everybody_keeps_the_share() {
    check("working-days+ramp", [[177, 169, 185], [177, 169, 185], [0, 42, 92]]);
}

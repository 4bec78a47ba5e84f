//! In what order leads stand in a column.
//!
//! Open leads: an overdue next step first, then the nearest expected close, then the largest
//! amount. Closed ones: the latest close first, then the largest amount. What is missing comes
//! last; the id breaks ties, so that the order is the same on every tablet.

use std::cmp::Reverse;

use crate::domain::calendar::Day;
use crate::domain::lead::Lead;
use crate::domain::money::Money;
use crate::domain::pipeline::Outcome;

/// The place of a lead among others, smallest first.
pub(super) type Key = (u8, i64, Reverse<i64>);

/// The place of a lead in a column of this outcome.
pub(super) fn key(lead: &Lead, outcome: Outcome, today: Day) -> Key {
    let day = lead.closes.map(|day| day.days_since(Day::EPOCH));
    let amount = Reverse(lead.amount.map_or(-1, comparable));
    match outcome {
        Outcome::Open => {
            let overdue = lead.next_step_on.is_some_and(|day| day < today);
            (u8::from(!overdue), day.unwrap_or(i64::MAX), amount)
        }
        Outcome::Won | Outcome::Lost => (0, day.map_or(i64::MAX, |day| -day), amount),
    }
}

/// Amounts in thousandths of a major unit. Currencies are not converted: this orders cards, it
/// computes nothing.
fn comparable(amount: Money) -> i64 {
    amount.minor.saturating_mul(1_000 / amount.currency.scale())
}

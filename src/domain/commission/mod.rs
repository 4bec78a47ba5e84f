//! What people are paid: a plan applied to deals, step by step.
//!
//! Amounts are whole minor units, rates exact fractions. **The one rounding rule:** what a deal
//! earns by a part of a plan is computed exactly and rounded once, to the nearest minor unit,
//! halves away from zero; where it lies in several tiers, the running sum of its pieces is rounded,
//! so that the pieces add up to the rounded whole. Everything else is sums: a payout is the sum of
//! its lines.
//!
//! Deals of the same day are taken together. Where they cross a tier's boundary, what they earn
//! together is rounded once, and each has its share of every tier by the largest remainder. Equal
//! remainders are told apart by what the deals are (`rank`), so no order among them can matter. What goes back on the same day comes off after what was sold.
//!
//! Whole deals are paid in the period of the day they count on. For each person and period the
//! steps are: the parts of the plan in their order, each with its own cap and floor; the cap and
//! the floor of the plan; holdback and release; clawback; draw; salary; guarantee.

pub mod accrual;
mod besides;
mod book;
mod by_deal;
pub mod check;
pub mod cycle;
mod earn;
pub mod facts;
pub mod follow;
pub mod format;
pub mod gather;
pub mod kept;
pub mod line;
pub mod making;
mod measure;
pub mod near;
pub mod overlap;
pub mod part_period;
mod parts;
pub mod pay;
pub mod plan;
pub mod proof;
mod rank;
pub mod reach;
mod settle;
pub mod sign;
mod spiff;
pub mod statement;
#[cfg(test)]
mod tests;
mod tier;
pub mod tiling;
pub mod unquoted;
mod walk;

pub use facts::{Deal, Facts, Member};
pub use line::{Kind, Line};
pub use pay::{CannotPay, Paid, Slip, pay};
pub use plan::Plan;

//! The written form of plans and facts: JSON, read strictly. What is not understood is refused with
//! its place; nothing is guessed and no key is passed over.

mod facts;
mod keys;
mod number;
mod part;
mod plan;
mod write;

use serde_json::Value;

pub use keys::{Why, Wrong};

use super::facts::Facts;
use super::plan::{Measure, Plan};
use crate::domain::exact::Exact;
use crate::domain::money::Currency;
use keys::Keys;

/// Reads a plan.
///
/// # Errors
/// [`Wrong`] with the place and the reason.
pub fn plan(value: &Value) -> Result<Plan, Wrong> {
    plan::read(&Keys::of("plan", value)?)
}

/// Reads a plan from its text.
///
/// # Errors
/// [`Wrong`] with the place and the reason.
pub fn plan_of_text(text: &str) -> Result<Plan, Wrong> {
    let value = serde_json::from_str(text);
    let value: Value = value.map_err(|_| Wrong { at: "plan".to_owned(), why: Why::NotJson })?;
    plan(&value)
}

/// Reads what happened, for a plan.
///
/// # Errors
/// [`Wrong`] with the place and the reason.
pub fn facts(value: &Value, plan: &Plan) -> Result<Asked, Wrong> {
    facts::read(&Keys::of("facts", value)?, plan)
}

/// What happened, and which period is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What happened.
    pub facts: Facts,
    /// The one period whose pay is asked for; none means all together.
    pub report: Option<super::cycle::Turn>,
}

/// Writes a plan as it is read.
pub fn print(plan: &Plan) -> String {
    write::plan(plan).to_string()
}

/// A number as it is written: a decimal where it has an end, a fraction where not.
pub fn print_number(number: Exact) -> String {
    number::print(number)
}

/// Minor units, which may be a part of one, as they are written.
pub fn print_sum(minor: Exact, currency: Currency) -> String {
    number::print_major(minor, currency.digits())
}

/// A boundary of a measure as it is written.
pub fn print_measured(at: Exact, measure: Measure, currency: Currency) -> String {
    if measure.is_in_money() { print_sum(at, currency) } else { print_number(at) }
}

//! Setting the quotas of all people at once.

use super::{GoalsView, Tally};
use crate::domain::calendar::Period;
use crate::domain::goal::Bearer;
use crate::domain::money::{Money, Sums, share};
use crate::domain::rates::Rates;
use crate::domain::split::split_in_steps;
use crate::domain::workspace::Workspace;

/// How everyone's quota is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// The same amount for everyone.
    Same(Money),
    /// An equal share of the company's quota; the shares are the quota, to the minor unit.
    Share,
    /// What each won in an earlier period, changed by so many thousandths.
    Grown(Period, i64),
}

/// Quotas for everyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The quotas, by person.
    pub quotas: Vec<(Bearer, Money)>,
    /// What they add up to.
    pub sum: Money,
    /// How many people keep what they have, because they won nothing in the earlier period.
    pub kept: usize,
}

/// Why quotas cannot be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFilled {
    /// There is nobody to set a quota for.
    Nobody,
    /// There is no company quota to share.
    NoCompanyQuota,
    /// Nobody won anything in the earlier period.
    NothingWon,
}

/// Quotas for all people in the rows of a period, not set yet.
///
/// # Errors
/// [`NotFilled`] where there is nothing to go by.
pub fn fill(workspace: &Workspace, view: &GoalsView, how: Fill) -> Result<Filled, NotFilled> {
    let people: Vec<Bearer> =
        view.groups.iter().flat_map(|group| &group.people).map(|row| row.bearer).collect();
    if people.is_empty() {
        return Err(NotFilled::Nobody);
    }
    let all = people.len();
    let quotas: Vec<(Bearer, Money)> = match how {
        Fill::Same(amount) => people.into_iter().map(|it| (it, amount)).collect(),
        Fill::Share => {
            let whole = view.company.quota.set().ok_or(NotFilled::NoCompanyQuota)?;
            let parts =
                split_in_steps(whole.currency.scale(), whole.minor, &vec![1; all]).into_iter();
            let parts = parts.map(|minor| Money::new(minor, whole.currency));
            people.into_iter().zip(parts).collect()
        }
        Fill::Grown(period, growth) => grown(workspace, view, &people, period, growth)?,
    };
    let currency = quotas.first().map_or(view.company.won.currency, |(_, it)| it.currency);
    let sum: Sums = quotas.iter().map(|(_, amount)| *amount).collect();
    Ok(Filled { kept: all - quotas.len(), sum: sum.of(currency), quotas })
}

/// Each one's won amount in an earlier period, changed by `growth` thousandths, rounded a person
/// to the minor unit. Who won nothing then gets none.
fn grown(
    workspace: &Workspace,
    view: &GoalsView,
    people: &[Bearer],
    period: Period,
    growth: i64,
) -> Result<Vec<(Bearer, Money)>, NotFilled> {
    let span = period.span(workspace.settings().fiscal_start()).ok_or(NotFilled::NothingWon)?;
    let tally = Tally::new(workspace, span, &Rates::latest(workspace));
    let currency = view.company.won.currency;
    let quota = |bearer: &Bearer| {
        let won = tally.of(*bearer, currency).won_value.of(currency);
        let minor = share(won.minor, (1000 + growth).max(0), 1000);
        (0 < minor).then(|| (*bearer, Money::new(minor, currency)))
    };
    let quotas: Vec<_> = people.iter().filter_map(quota).collect();
    if quotas.is_empty() { Err(NotFilled::NothingWon) } else { Ok(quotas) }
}

/// The period of the same kind a year before.
pub fn year_before(period: Period) -> Period {
    match period {
        Period::Year(year) => Period::Year(year - 1),
        Period::Quarter(year, quarter) => Period::Quarter(year - 1, quarter),
        Period::Month(year, month) => Period::Month(year - 1, month),
    }
}

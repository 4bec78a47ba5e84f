//! The addresses of the pay pages, below `#/pay`.

use crate::domain::calendar::Period;
use crate::domain::id::{PayPlanId, PersonId};

/// A page of pay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PayAddress {
    /// All plans.
    #[default]
    Plans,
    /// A plan, to be built.
    Plan(PayPlanId),
    /// What a plan pays in a period; none means the one that holds today.
    Period(PayPlanId, Option<Period>),
    /// What somebody is paid by a plan in a period.
    Statement(PayPlanId, PersonId, Period),
    /// What somebody would be paid.
    WhatIf(PayPlanId, PersonId, Period),
    /// A plan over the past.
    Replay(PayPlanId),
}

impl PayAddress {
    /// The page of the parts of an address behind `pay`; those that are not known lead to the plans.
    pub fn parse(parts: &[&str]) -> PayAddress {
        let read = || -> Option<PayAddress> {
            Some(match *parts {
                ["plan", plan] => PayAddress::Plan(plan.parse().ok()?),
                ["period", plan] => PayAddress::Period(plan.parse().ok()?, None),
                ["period", plan, period] => {
                    PayAddress::Period(plan.parse().ok()?, period.parse().ok())
                }
                ["statement", plan, person, period] => PayAddress::Statement(
                    plan.parse().ok()?,
                    person.parse().ok()?,
                    period.parse().ok()?,
                ),
                ["what-if", plan, person, period] => PayAddress::WhatIf(
                    plan.parse().ok()?,
                    person.parse().ok()?,
                    period.parse().ok()?,
                ),
                ["replay", plan] => PayAddress::Replay(plan.parse().ok()?),
                _ => return None,
            })
        };
        read().unwrap_or_default()
    }

    /// The address behind `#/pay`.
    pub fn printed(&self) -> String {
        match self {
            PayAddress::Plans => String::new(),
            PayAddress::Plan(plan) => format!("/plan/{plan}"),
            PayAddress::Period(plan, None) => format!("/period/{plan}"),
            PayAddress::Period(plan, Some(period)) => format!("/period/{plan}/{period}"),
            PayAddress::Statement(plan, person, period) => {
                format!("/statement/{plan}/{person}/{period}")
            }
            PayAddress::WhatIf(plan, person, period) => {
                format!("/what-if/{plan}/{person}/{period}")
            }
            PayAddress::Replay(plan) => format!("/replay/{plan}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_read_back() {
        let (plan, person) = (PayPlanId::drawn(7), PersonId::drawn(8));
        let period = Period::Month(2026, 5);
        for address in [
            PayAddress::Plans,
            PayAddress::Plan(plan),
            PayAddress::Period(plan, None),
            PayAddress::Period(plan, Some(period)),
            PayAddress::Statement(plan, person, period),
            PayAddress::WhatIf(plan, person, period),
            PayAddress::Replay(plan),
        ] {
            let printed = address.printed();
            let parts: Vec<&str> = printed.split('/').skip(1).collect();
            assert_eq!(PayAddress::parse(&parts), address);
        }
        assert_eq!(PayAddress::parse(&["plan", "?"]), PayAddress::Plans);
    }
}

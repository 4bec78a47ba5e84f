//! The addresses of the pay pages, below `#/pay`.

use crate::domain::calendar::Period;
use crate::domain::id::{LeadId, PayPlanId, PersonId};

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
    /// What pay has to know of a deal.
    Deal(LeadId),
    /// All statements of somebody, for themselves.
    Own(PersonId),
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
                ["deal", lead] => PayAddress::Deal(lead.parse().ok()?),
                ["own", person] => PayAddress::Own(person.parse().ok()?),
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
            PayAddress::Deal(lead) => format!("/deal/{lead}"),
            PayAddress::Own(person) => format!("/own/{person}"),
        }
    }

    /// Whose pay alone is looked at; none where it is that of several.
    pub fn whose(&self) -> Option<PersonId> {
        match self {
            PayAddress::Statement(_, person, _)
            | PayAddress::WhatIf(_, person, _)
            | PayAddress::Own(person) => Some(*person),
            PayAddress::Plans
            | PayAddress::Plan(_)
            | PayAddress::Period(..)
            | PayAddress::Replay(_)
            | PayAddress::Deal(_) => None,
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
            PayAddress::Deal(LeadId::drawn(9)),
            PayAddress::Own(person),
        ] {
            let printed = address.printed();
            let parts: Vec<&str> = printed.split('/').skip(1).collect();
            assert_eq!(PayAddress::parse(&parts), address);
        }
        assert_eq!(PayAddress::parse(&["plan", "?"]), PayAddress::Plans);
    }

    #[test]
    fn somebody_sees_their_own_pay_and_nothing_else() {
        use crate::domain::face::{Face, Matter};
        let (plan, ann, bob) = (PayPlanId::drawn(7), PersonId::drawn(1), PersonId::drawn(2));
        let period = Period::Month(2026, 5);
        let sees = |address: PayAddress| Face::Rep(ann).may_see(Matter::of_pay(address.whose()));
        for of in [ann, bob] {
            let own = [
                PayAddress::Statement(plan, of, period),
                PayAddress::WhatIf(plan, of, period),
                PayAddress::Own(of),
            ];
            assert!(own.into_iter().all(|it| sees(it) == (of == ann)));
        }
        for of_all in [
            PayAddress::Plans,
            PayAddress::Plan(plan),
            PayAddress::Period(plan, Some(period)),
            PayAddress::Replay(plan),
            PayAddress::Deal(LeadId::drawn(1)),
        ] {
            assert!(!sees(of_all));
            assert!(!Face::Room.may_see(Matter::of_pay(of_all.whose())));
        }
    }
}

//! Somebody's own statements: those that are closed, and the period that runs.

use std::cmp::Reverse;

use super::address::PayAddress;
use super::read;
use crate::domain::arrange;
use crate::domain::calendar::{Day, Period};
use crate::domain::commission::follow::begins_next;
use crate::domain::id::{PayPlanId, PersonId};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// A statement in the list of its owner.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnRow {
    /// The statement.
    pub address: PayAddress,
    /// When, and by which plan.
    pub name: String,
    /// What was paid, or that the period runs.
    pub note: String,
}

/// The statements of somebody, the latest first. Nothing is reckoned and nobody else is looked at.
pub fn own(workspace: &Workspace, lang: Lang, (person, today): (PersonId, Day)) -> Vec<OwnRow> {
    let mut all: Vec<(Period, PayPlanId, String)> = Vec::new();
    for slip in workspace.pay_slips.values().filter(|it| it.person == Some(person)) {
        let paid = slip.payout.map(|it| format::money(lang, it)).unwrap_or_default();
        all.extend(slip.period.zip(slip.plan).map(|(period, plan)| (period, plan, paid)));
    }
    let published = workspace.pay_plans.iter().filter(|(_, it)| it.published.is_some());
    for (id, known) in published.filter(|(_, it)| it.people.contains(&person)) {
        let Some(plan) = read(known) else { continue };
        let day = today.max(plan.from.unwrap_or(today)).min(plan.until.unwrap_or(today));
        if begins_next(workspace, id).is_some_and(|it| it <= today) {
            continue;
        }
        let Some(period) = plan.period_of(day) else { continue };
        if !all.iter().any(|it| (it.0, it.1) == (period, id)) {
            all.push((period, id, lang.pay_state_open().to_owned()));
        }
    }
    arrange::by_key(&mut all, |it| (Reverse(it.0), it.1));
    let row = |(period, plan, note): (Period, PayPlanId, String)| {
        let by = workspace.pay_plans.get(plan).map(|it| it.name.clone()).unwrap_or_default();
        OwnRow {
            address: PayAddress::Statement(plan, person, period),
            name: lang.sum_part(&format::period(lang, period), &by),
            note,
        }
    };
    all.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::commission::kept::{PayPlan, PaySlip};
    use crate::domain::for_tests::put;
    use crate::domain::money::{Currency, Money};
    use crate::present::for_tests::day;

    #[test]
    fn somebody_finds_their_own_statements_alone() {
        let mut workspace = Workspace::default();
        let (ann, bob) = (PersonId::drawn(1), PersonId::drawn(2));
        for (nth, person) in [(1, ann), (2, bob)] {
            let id = PayPlanId::drawn(nth);
            let plan = r#"{"currency":"CNY","period":"month","components":[{"rate":"5%"}]}"#;
            let (people, published) = (vec![person], Some(day("2026-01-01")));
            let (name, plan) = (format!("Plan {nth}"), plan.to_owned());
            put(
                &mut workspace,
                id,
                &PayPlan { name, plan, people, published, ..PayPlan::default() },
            );
            let period = Period::Month(2026, 5);
            let slip = PaySlip {
                plan: Some(id),
                person: Some(person),
                period: Some(period),
                payout: Some(Money::new(12_300, Currency::CNY)),
                ..PaySlip::default()
            };
            put(&mut workspace, PaySlip::id_of(id, person, period), &slip);
        }
        let rows = own(&workspace, Lang::En, (ann, day("2026-06-10")));
        let statement =
            |month| PayAddress::Statement(PayPlanId::drawn(1), ann, Period::Month(2026, month));
        let addresses: Vec<PayAddress> = rows.iter().map(|it| it.address).collect();
        assert_eq!(addresses, [statement(6), statement(5)]);
        assert!(rows.iter().all(|it| it.address.whose() == Some(ann)));
    }
}

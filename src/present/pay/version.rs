//! New versions of plans: whether one is offered, and as of when.

use super::read;
use crate::domain::calendar::Day;
use crate::domain::commission::follow::begins_next;
use crate::domain::id::PayPlanId;
use crate::domain::workspace::Workspace;

/// Whether a plan is changed by a new version alone: statements were closed by it, and none follows
/// it yet.
pub fn offers_version(workspace: &Workspace, id: PayPlanId) -> bool {
    let is_used = workspace.pay_slips.values().any(|it| it.plan == Some(id));
    is_used && begins_next(workspace, id).is_none()
}

/// The first day of the next period, of those that are still open.
pub fn next_open(workspace: &Workspace, id: PayPlanId, today: Day) -> Day {
    let Some(plan) = workspace.pay_plans.get(id).and_then(read) else { return today };
    let slips = workspace.pay_slips.values().filter(|it| it.plan == Some(id));
    let closed = slips.filter_map(|it| it.period).max();
    let running = plan.period_of(today);
    let next = closed.max(running).map(|it| it.next());
    next.and_then(|it| it.span(plan.start())).map_or(today, |it| it.first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Period;
    use crate::domain::commission::kept::{PayPlan, PaySlip};
    use crate::domain::for_tests::{day, put};
    use crate::domain::id::PersonId;

    #[test]
    fn a_version_is_offered_once_a_period_is_closed() {
        let mut workspace = Workspace::default();
        let (id, ann, period) = (PayPlanId::drawn(1), PersonId::drawn(1), Period::Month(2026, 5));
        let plan = r#"{"currency":"CNY","period":"month","components":[{"rate":"5%"}]}"#.to_owned();
        let published = Some(day("2026-01-01"));
        put(&mut workspace, id, &PayPlan { plan, published, ..PayPlan::default() });
        assert!(!offers_version(&workspace, id));
        let slip = PaySlip { plan: Some(id), period: Some(period), ..PaySlip::default() };
        put(&mut workspace, PaySlip::id_of(id, ann, period), &slip);
        assert!(offers_version(&workspace, id));
        assert_eq!(next_open(&workspace, id, day("2026-06-10")), day("2026-07-01"));
        assert_eq!(next_open(&workspace, id, day("2026-05-10")), day("2026-06-01"));
    }
}

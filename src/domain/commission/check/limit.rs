//! What bounds the payout of a period by a plan, each by itself.

use crate::domain::commission::plan::{Earning, Filled, Pays, Plan};

/// What bounds a payout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Limit {
    /// The most that is paid.
    Cap(i64),
    /// The least.
    Least,
}

fn earning_of(pays: &mut Pays) -> Option<&mut Earning> {
    match pays {
        Pays::Commission(earning) => Some(earning),
        Pays::Pool(pool) => match &mut pool.filled {
            Filled::Earning(earning) => Some(earning),
            Filled::Amount(_) => None,
        },
        Pays::Bonus(_) | Pays::Spiff(_) => None,
    }
}

/// The plan without caps, floors and guarantee of a period.
pub(super) fn without_limits(plan: &Plan) -> Plan {
    let mut free = Plan { cap: None, floor: None, guarantee: None, ..plan.clone() };
    for component in &mut free.components {
        if let Some(earning) = earning_of(&mut component.pays) {
            (earning.cap, earning.floor) = (None, None);
        }
    }
    free
}

/// The limits of a plan, each with the plan that has it alone.
pub(super) fn limits(plan: &Plan) -> Vec<(Limit, Plan)> {
    let free = without_limits(plan);
    let mut all = Vec::new();
    all.extend(plan.cap.map(|it| (Limit::Cap(it), Plan { cap: plan.cap, ..free.clone() })));
    all.extend(plan.floor.map(|_| (Limit::Least, Plan { floor: plan.floor, ..free.clone() })));
    let guaranteed = Plan { guarantee: plan.guarantee, ..free.clone() };
    all.extend(plan.guarantee.map(|_| (Limit::Least, guaranteed)));
    for (place, component) in plan.components.iter().enumerate() {
        let Some(known) = component.pays.earning() else { continue };
        let alone = |set: &dyn Fn(&mut Earning)| {
            let mut alone = free.clone();
            earning_of(&mut alone.components[place].pays).into_iter().for_each(set);
            alone
        };
        all.extend(known.cap.map(|cap| (Limit::Cap(cap), alone(&|it| it.cap = Some(cap)))));
        let floored = |least: i64| (Limit::Least, alone(&|it| it.floor = Some(least)));
        all.extend(known.floor.map(floored));
    }
    all
}

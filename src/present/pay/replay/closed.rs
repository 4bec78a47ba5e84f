//! What was paid in fact: closed statements with what was corrected of them since, and what the
//! records say of periods that are not closed.

use std::collections::BTreeMap;

use crate::domain::calendar::Period;
use crate::domain::commission::cycle::Turn;
use crate::domain::commission::gather::Gathered;
use crate::domain::commission::kept::PaySlip;
use crate::domain::commission::{Kind, Paid};
use crate::domain::id::{PayPlanId, PaySlipId, PersonId};
use crate::domain::workspace::Workspace;

/// What somebody was paid by a plan in some periods.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct InFact {
    /// The sum, in minor units.
    pub sum: i64,
    /// How many statements of it are closed.
    pub closed: usize,
}

/// What everybody is paid in each of some periods.
pub(super) type Worked = BTreeMap<(PersonId, Period), i64>;

/// What everybody is paid in each of some periods, as it is worked out.
pub(super) fn worked(gathered: &Gathered, paid: &Paid, within: (Period, Period)) -> Worked {
    let mut worked = Worked::new();
    for slip in &paid.slips {
        let Turn(Some(period)) = paid.turns[slip.turn] else { continue };
        if within.0 <= period && period <= within.1 {
            *worked.entry((gathered.people[slip.member], period)).or_default() += slip.payout();
        }
    }
    worked
}

/// What somebody was paid by a plan: what is closed as it was closed, the rest as it is worked out.
pub(super) fn in_fact(
    workspace: &Workspace,
    (plan, person): (PayPlanId, PersonId),
    (periods, worked): (&[Period], &Worked),
) -> InFact {
    let mut found = InFact::default();
    for period in periods {
        let id = PaySlip::id_of(plan, person, *period);
        match workspace.pay_slips.get(id) {
            Some(slip) => {
                found.sum += came_to(workspace, id, slip);
                found.closed += 1;
            }
            None => found.sum += worked.get(&(person, *period)).copied().unwrap_or(0),
        }
    }
    found
}

/// What a closed statement comes to with its corrections; those of other statements that were paid
/// with it are theirs.
fn came_to(workspace: &Workspace, id: PaySlipId, slip: &PaySlip) -> i64 {
    let of_others = slip.lines.iter().filter(|it| it.kind == Kind::TrueUp);
    let of_others: i64 = of_others.map(|it| it.amount).sum();
    crate::domain::apply::paid_so_far(workspace, id, slip) - of_others
}

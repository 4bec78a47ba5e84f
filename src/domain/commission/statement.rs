//! The lines of a statement: what the plan pays in the period, and corrections of closed statements
//! that were made in it.

use super::follow::versions;
use super::gather::Gathered;
use super::kept::{KeptLine, PaySlip};
use super::{Kind, Paid, Plan};
use crate::domain::calendar::{FiscalStart, Period};
use crate::domain::id::{PayPlanId, PersonId};
use crate::domain::workspace::Workspace;

/// Whose statement of when, by which plan.
#[derive(Clone, Copy, Debug)]
pub struct Of<'a> {
    /// The plan's record.
    pub id: PayPlanId,
    /// What it says.
    pub plan: &'a Plan,
    /// Who.
    pub person: PersonId,
    /// When.
    pub period: Period,
}

/// The lines of a statement.
pub fn lines(workspace: &Workspace, of: Of, (gathered, paid): (&Gathered, &Paid)) -> Vec<KeptLine> {
    let mut lines = gathered.lines_of(of.plan, paid, of.person, of.period);
    let Some(span) = of.period.span(FiscalStart::new(of.plan.year_starts)) else { return lines };
    // Also of the versions before, whose later corrections this one pays.
    let plans = versions(workspace, of.id);
    let is_own = |it: &&PaySlip| {
        it.plan.is_some_and(|it| plans.contains(&it))
            && it.person == Some(of.person)
            && it.period != Some(of.period)
    };
    for true_up in workspace.pay_true_ups.values() {
        let slip = workspace.pay_slips.find(true_up.slip).filter(is_own);
        let Some((slip, amount)) = slip.zip(true_up.amount) else { continue };
        if true_up.made.is_some_and(|it| span.holds(it)) {
            lines.push(KeptLine {
                kind: Kind::TrueUp,
                lead: None,
                amount: amount.minor,
                component: slip.period.map(|it| it.to_string()).unwrap_or_default(),
                base: String::new(),
                rate: String::new(),
                deal: true_up.reason.clone(),
            });
        }
    }
    lines
}

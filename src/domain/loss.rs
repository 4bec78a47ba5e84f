//! Why deals are lost: the reasons that are offered, and what was said of each loss.

use super::arrange;
use super::calendar::Day;
use super::id::{CompetitorId, DebriefId, LeadId, LossReasonId};
use super::money::Money;
use super::workspace::Workspace;

record! {
    /// A reason that is offered when a lead is lost.
    pub struct LossReason(LossReasonId) {
        /// The reason.
        name: String,
        /// The place among the reasons, ascending.
        place: i64,
    }
}

record! {
    /// What was said of a loss, all of it optional.
    pub struct Debrief(DebriefId) {
        /// The lead.
        lead: Option<LeadId>,
        /// The day it was lost.
        day: Option<Day>,
        /// Why.
        reason: String,
        /// Who got it.
        competitor: Option<CompetitorId>,
        /// At what price.
        price: Option<Money>,
        /// What would have won it.
        needed: String,
        /// What is done otherwise from now on.
        lesson: String,
    }
}

impl Debrief {
    /// The record of a loss: a lead may be lost again on another day.
    pub fn id_of(lead: LeadId, day: Day) -> DebriefId {
        DebriefId::of_key(&format!("debrief/{lead}/{day}"))
    }

    /// Whether nothing was said.
    pub fn is_blank(&self) -> bool {
        let Debrief { reason, competitor, price, needed, lesson, .. } = self;
        let silent = [reason, needed, lesson].iter().all(|it| it.trim().is_empty());
        silent && competitor.is_none() && price.is_none()
    }
}

/// The reasons that the manager has set, in their order; none means that nobody has yet.
pub fn ordered_reasons(workspace: &Workspace) -> Vec<(LossReasonId, &LossReason)> {
    let mut reasons: Vec<_> = workspace.loss_reasons.iter().collect();
    arrange::by_key(&mut reasons, |(id, it)| (it.place, *id));
    reasons
}

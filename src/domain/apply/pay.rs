//! The rules of pay: plans, closing of periods, corrections, questions.

use super::pay_plans::{delete_plan, new_version, save_plan};
use super::pay_signs::sign;
use crate::domain::arrange;
use crate::domain::calendar::{FiscalStart, Period};
use crate::domain::changes::Changes;
use crate::domain::command::Context;
use crate::domain::commission::Plan;
use crate::domain::commission::follow::{begins_next, paid_by};
use crate::domain::commission::format;
use crate::domain::commission::kept::{
    CreditTo, DealPay, KeptLine, PayDeed, PayDispute, PayPlan, PayRefused, PaySlip, PayTrueUp,
    WHOLE,
};
use crate::domain::commission::statement::{Of, lines};
use crate::domain::id::{LeadId, PayDisputeId, PayPlanId, PaySlipId, PayTrueUpId, PersonId};
use crate::domain::label::Label;
use crate::domain::money::Money;
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn apply(
    workspace: &Workspace,
    deed: &PayDeed,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    match deed {
        PayDeed::SavePlan(id, plan) => save_plan(workspace, *id, plan, &[]),
        PayDeed::PublishAfter(id, plan, older) => save_plan(workspace, *id, plan, older),
        PayDeed::NewVersion(id, of, from, name) => new_version(workspace, *id, (*of, *from, name)),
        PayDeed::DeletePlan(id) => delete_plan(workspace, *id),
        PayDeed::SetDeal(id, deal) => set_deal(workspace, *id, deal),
        PayDeed::Close(id, period) => close(workspace, (*id, *period), ctx),
        PayDeed::TrueUp(id, slip, reason) => true_up(workspace, *id, (*slip, reason), ctx),
        PayDeed::Ask(id, dispute) => ask(workspace, *id, dispute),
        PayDeed::Sign(id, strokes, typed) => sign(workspace, *id, (strokes.as_ref(), typed), ctx),
        PayDeed::Answer(id, answer) => answer_question(workspace, *id, answer),
    }
}

pub(super) fn refused(why: PayRefused) -> Rejection {
    Rejection::Pay(Box::new(why))
}

pub(super) fn label(noun: &str, deed: &str, name: &str) -> Label {
    Label::PlanChanged(noun.to_owned(), deed.to_owned(), name.trim().to_owned())
}

pub(super) fn read(plan: &PayPlan) -> Result<Plan, Rejection> {
    format::plan_of_text(&plan.plan).map_err(|it| refused(PayRefused::Unreadable(it)))
}

fn set_deal(workspace: &Workspace, id: LeadId, deal: &DealPay) -> Result<Changes, Rejection> {
    let lead = workspace.leads.get(id).ok_or(Rejection::LeadGone)?;
    let sum: i64 = deal.credits.iter().map(|it| it.share).sum();
    let is_part = |share: i64| (1..=WHOLE).contains(&share);
    if !deal.credits.is_empty()
        && (sum != WHOLE || deal.credits.iter().any(|it| !is_part(it.share)))
    {
        return Err(refused(PayRefused::SharesNotWhole));
    }
    let mut people: Vec<PersonId> = deal.credits.iter().map(|it| it.person).collect();
    arrange::by_key(&mut people, |it| *it);
    if let Some(twice) = people.windows(2).find(|it| it[0] == it[1]) {
        let name = workspace.people.get(twice[0]).map(|it| it.name.clone()).unwrap_or_default();
        return Err(refused(PayRefused::CreditedTwice(name)));
    }
    // Whoever was deleted since keeps the share they have.
    let known = workspace.deal_pays.get(id).map(|it| it.credits.clone()).unwrap_or_default();
    let is_gone = |it: &CreditTo| !workspace.people.has(it.person) && !known.contains(it);
    if deal.credits.iter().any(is_gone) {
        return Err(Rejection::PersonGone);
    }
    let name = super::lead_title(workspace, lead);
    let mut changes = Changes::new(label("pay-deal", "saved", &name));
    match *deal == DealPay::default() {
        true => changes.remove::<DealPay>(workspace, id),
        false => changes.put(workspace, id, deal),
    }
    Ok(changes)
}

/// What a statement says as of now, with the corrections that came before.
fn told(
    workspace: &Workspace,
    (known, plan): (&PayPlan, &Plan),
    slip: &PaySlip,
) -> Result<Option<(i64, Vec<KeptLine>)>, Rejection> {
    let (Some(person), Some(period)) = (slip.person, slip.period) else { return Ok(None) };
    if !workspace.people.has(person) {
        return Ok(None);
    }
    let id = slip.plan.unwrap_or_default();
    let (gathered, paid) = paid_by(workspace, (id, known, plan), period, &[])
        .map_err(|it| refused(PayRefused::CannotPay(it)))?;
    let lines = lines(workspace, Of { id, plan, person, period }, (&gathered, &paid));
    Ok(Some((lines.iter().map(|it| it.amount).sum(), lines)))
}

fn close(
    workspace: &Workspace,
    (id, period): (PayPlanId, Period),
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let known = workspace.pay_plans.get(id).ok_or_else(|| refused(PayRefused::PlanGone))?;
    if known.published.is_none() {
        return Err(refused(PayRefused::NotPublished));
    }
    let plan = read(known)?;
    let ends = period.span(FiscalStart::new(plan.year_starts));
    if ends.is_none_or(|it| ctx.today <= it.last) {
        return Err(refused(PayRefused::NotEnded));
    }
    if let Some(day) = begins_next(workspace, id)
        && ends.is_some_and(|it| day <= it.last)
    {
        return Err(refused(PayRefused::Followed(day)));
    }
    // Who joined the plan after the others were closed is closed on their own.
    let mut open = known.people.clone();
    open.retain(|it| {
        workspace.people.has(*it) && !workspace.pay_slips.has(PaySlip::id_of(id, *it, period))
    });
    if open.is_empty() {
        return Err(refused(PayRefused::ClosedAlready));
    }
    let (gathered, paid) = paid_by(workspace, (id, known, &plan), period, &[])
        .map_err(|it| refused(PayRefused::CannotPay(it)))?;
    let deed = Label::PlanChanged("pay-period".to_owned(), known.name.clone(), period.to_string());
    let mut changes = Changes::new(deed);
    for person in &open {
        let of = Of { id, plan: &plan, person: *person, period };
        let lines = lines(workspace, of, (&gathered, &paid));
        let sum = lines.iter().map(|it| it.amount).sum();
        let slip = PaySlip {
            plan: Some(id),
            person: Some(*person),
            period: Some(period),
            closed: Some(ctx.today),
            payout: Some(Money::new(sum, plan.currency)),
            lines,
            ..PaySlip::default()
        };
        changes.put(workspace, PaySlip::id_of(id, *person, period), &slip);
    }
    Ok(changes)
}

fn true_up(
    workspace: &Workspace,
    id: PayTrueUpId,
    (slip_id, reason): (PaySlipId, &str),
    ctx: &Context,
) -> Result<Changes, Rejection> {
    if reason.trim().is_empty() {
        return Err(refused(PayRefused::ReasonMissing));
    }
    let slip = workspace.pay_slips.get(slip_id).ok_or_else(|| refused(PayRefused::SlipGone))?;
    let known = workspace.pay_plans.find(slip.plan).ok_or_else(|| refused(PayRefused::PlanGone))?;
    let plan = read(known)?;
    let Some((now, _)) = told(workspace, (known, &plan), slip)? else {
        return Err(refused(PayRefused::SlipGone));
    };
    let more = now - paid_so_far(workspace, slip_id, slip);
    if more == 0 {
        return Err(refused(PayRefused::NothingToCorrect));
    }
    let name = workspace.people.find(slip.person).map(|it| it.name.clone()).unwrap_or_default();
    let mut changes = Changes::new(label("pay-true-up", "saved", &name));
    let true_up = PayTrueUp {
        slip: Some(slip_id),
        amount: Some(Money::new(more, plan.currency)),
        reason: reason.trim().to_owned(),
        made: Some(ctx.today),
    };
    changes.put(workspace, id, &true_up);
    Ok(changes)
}

/// What a closed statement has paid with its corrections, in minor units.
pub fn paid_so_far(workspace: &Workspace, id: PaySlipId, slip: &PaySlip) -> i64 {
    let corrections = workspace.pay_true_ups.values().filter(|it| it.slip == Some(id));
    let corrected: i64 = corrections.filter_map(|it| it.amount).map(|it| it.minor).sum();
    slip.payout.map_or(0, |it| it.minor) + corrected
}

fn ask(
    workspace: &Workspace,
    id: PayDisputeId,
    dispute: &PayDispute,
) -> Result<Changes, Rejection> {
    if dispute.question.trim().is_empty() {
        return Err(refused(PayRefused::SaysNothing));
    }
    let person = workspace.people.find(dispute.person).ok_or(Rejection::PersonGone)?;
    let mut changes = Changes::new(label("pay-dispute", "asked", &person.name));
    changes.put(workspace, id, dispute);
    Ok(changes)
}

fn answer_question(
    workspace: &Workspace,
    id: PayDisputeId,
    answer: &str,
) -> Result<Changes, Rejection> {
    if answer.trim().is_empty() {
        return Err(refused(PayRefused::SaysNothing));
    }
    let dispute = workspace.pay_disputes.get(id).ok_or_else(|| refused(PayRefused::SlipGone))?;
    let person = workspace.people.find(dispute.person).map(|it| it.name.clone());
    let mut changes = Changes::new(label("pay-dispute", "answered", &person.unwrap_or_default()));
    let answer = answer.trim().to_owned();
    changes.put(workspace, id, &PayDispute { answer, ..dispute.clone() });
    Ok(changes)
}

#[cfg(test)]
mod tests;

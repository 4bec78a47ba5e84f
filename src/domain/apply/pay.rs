//! The rules of pay: plans, closing of periods, corrections, questions.

use super::check_name;
use crate::domain::calendar::{FiscalStart, Period};
use crate::domain::changes::Changes;
use crate::domain::command::Context;
use crate::domain::commission::Plan;
use crate::domain::commission::format;
use crate::domain::commission::gather::paid_until;
use crate::domain::commission::kept::{
    DealPay, KeptLine, PayDeed, PayDispute, PayPlan, PayRefused, PaySlip, PayTrueUp, WHOLE,
};
use crate::domain::commission::statement::{Of, lines};
use crate::domain::commission::tiling::seams;
use crate::domain::id::{LeadId, PayDisputeId, PayPlanId, PaySlipId, PayTrueUpId};
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
        PayDeed::SavePlan(id, plan) => save_plan(workspace, *id, plan),
        PayDeed::DeletePlan(id) => delete_plan(workspace, *id),
        PayDeed::SetDeal(id, deal) => set_deal(workspace, *id, deal),
        PayDeed::Close(id, period) => close(workspace, (*id, *period), ctx),
        PayDeed::TrueUp(id, slip, reason) => true_up(workspace, *id, (*slip, reason), ctx),
        PayDeed::Ask(id, dispute) => ask(workspace, *id, dispute),
        PayDeed::Answer(id, answer) => answer_question(workspace, *id, answer),
    }
}

fn refused(why: PayRefused) -> Rejection {
    Rejection::Pay(Box::new(why))
}

fn label(noun: &str, deed: &str, name: &str) -> Label {
    Label::PlanChanged(noun.to_owned(), deed.to_owned(), name.trim().to_owned())
}

fn read(plan: &PayPlan) -> Result<Plan, Rejection> {
    format::plan_of_text(&plan.plan).map_err(|it| refused(PayRefused::Unreadable(it)))
}

fn save_plan(workspace: &Workspace, id: PayPlanId, plan: &PayPlan) -> Result<Changes, Rejection> {
    check_name(&workspace.pay_plans, id, &plan.name, |it| &it.name)?;
    let read = read(plan)?;
    if plan.people.iter().any(|it| !workspace.people.has(*it)) {
        return Err(Rejection::PersonGone);
    }
    if plan.published.is_some() {
        if let Some(seam) = seams(&read).first() {
            return Err(refused((*seam).into()));
        }
        if plan.people.is_empty() {
            return Err(refused(PayRefused::NobodyAssigned));
        }
    }
    let was = workspace.pay_plans.get(id).and_then(|it| it.published);
    let deed = if was.is_none() && plan.published.is_some() { "published" } else { "saved" };
    let mut changes = Changes::new(label("pay-plan", deed, &plan.name));
    changes.put(workspace, id, plan);
    Ok(changes)
}

fn delete_plan(workspace: &Workspace, id: PayPlanId) -> Result<Changes, Rejection> {
    let plan = workspace.pay_plans.get(id).ok_or_else(|| refused(PayRefused::PlanGone))?;
    let used = workspace.pay_slips.values().filter(|it| it.plan == Some(id)).count();
    if used != 0 {
        return Err(refused(PayRefused::PlanUsed(used)));
    }
    let mut changes = Changes::new(label("pay-plan", "deleted", &plan.name));
    changes.remove::<PayPlan>(workspace, id);
    Ok(changes)
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
    if deal.credits.iter().any(|it| !workspace.people.has(it.person)) {
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
    let (gathered, paid) = paid_until(workspace, (plan, &known.people), period, &[])
        .map_err(|it| refused(PayRefused::CannotPay(it)))?;
    let id = slip.plan.unwrap_or_default();
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
    let is_closed = |it: &PaySlip| it.plan == Some(id) && it.period == Some(period);
    if workspace.pay_slips.values().any(is_closed) {
        return Err(refused(PayRefused::ClosedAlready));
    }
    let (gathered, paid) = paid_until(workspace, (&plan, &known.people), period, &[])
        .map_err(|it| refused(PayRefused::CannotPay(it)))?;
    let deed = Label::PlanChanged("pay-period".to_owned(), known.name.clone(), period.to_string());
    let mut changes = Changes::new(deed);
    for person in &known.people {
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
mod tests {
    use super::*;
    use crate::domain::calendar::Day;
    use crate::domain::command::Command;
    use crate::domain::for_tests::{day, put, take};
    use crate::domain::id::{PersonId, StageId};
    use crate::domain::lead::Lead;
    use crate::domain::money::Currency;
    use crate::domain::people::Person;
    use crate::domain::pipeline::{Outcome, Stage};

    const PLAN: PayPlanId = PayPlanId::drawn(1);
    const ANN: PersonId = PersonId::drawn(1);
    const MAY: Period = Period::Month(2026, 5);
    const TIERS: &str = r#"{"currency":"CNY","period":"month","from":"2026-01-01","components":[{"name":"all","tiers":{"mode":"retroactive","steps":[{"from":0,"rate":"5%"},{"from":1000,"rate":"10%"}]}}]}"#;

    fn won(amount: i64, closes: &str) -> Lead {
        let amount = Some(Money::new(amount * 100, Currency::CNY));
        let (stage, owner) = (Some(StageId::drawn(1)), Some(ANN));
        Lead {
            name: "deal".to_owned(),
            amount,
            stage,
            owner,
            closes: Some(day(closes)),
            ..Lead::default()
        }
    }

    fn plan(text: &str, published: Option<Day>) -> PayPlan {
        PayPlan { name: "Plan".to_owned(), plan: text.to_owned(), people: vec![ANN], published }
    }

    fn board() -> Workspace {
        let mut workspace = Workspace::default();
        put(&mut workspace, ANN, &Person { name: "Ann".to_owned(), ..Person::default() });
        put(
            &mut workspace,
            StageId::drawn(1),
            &Stage { outcome: Outcome::Won, ..Stage::default() },
        );
        put(&mut workspace, LeadId::drawn(1), &won(800, "2026-05-03"));
        put(&mut workspace, PLAN, &plan(TIERS, Some(day("2026-01-01"))));
        workspace
    }

    fn give(workspace: &mut Workspace, deed: PayDeed) -> Result<(), PayRefused> {
        let ctx = Context { today: day("2026-06-10") };
        let changes = crate::domain::apply::apply(workspace, &Command::Pay(Box::new(deed)), &ctx);
        match changes {
            Ok(changes) => {
                take(workspace, &changes);
                Ok(())
            }
            Err(Rejection::Pay(why)) => Err(*why),
            Err(other) => panic!("{other:?}"),
        }
    }

    fn slip(workspace: &Workspace) -> (PaySlipId, PaySlip) {
        let id = PaySlip::id_of(PLAN, ANN, MAY);
        (id, workspace.pay_slips.get(id).expect("a statement").clone())
    }

    #[test]
    fn a_closed_period_stays_and_is_corrected_with_a_reason() {
        let mut workspace = board();
        assert_eq!(give(&mut workspace, PayDeed::Close(PLAN, MAY)), Ok(()));
        let (id, closed) = slip(&workspace);
        assert_eq!((closed.payout.map(|it| it.minor), closed.lines.len()), (Some(4_000), 1));
        assert_eq!(give(&mut workspace, PayDeed::Close(PLAN, MAY)), Err(PayRefused::ClosedAlready));
        let true_up = |reason: &str| PayDeed::TrueUp(PayTrueUpId::drawn(1), id, reason.to_owned());
        let nothing = give(&mut workspace, true_up("no change"));
        assert_eq!(nothing, Err(PayRefused::NothingToCorrect));
        // A deal that comes late lifts the month into the next tier.
        put(&mut workspace, LeadId::drawn(2), &won(200, "2026-05-30"));
        assert_eq!(slip(&workspace).1, closed);
        assert_eq!(give(&mut workspace, true_up(" ")), Err(PayRefused::ReasonMissing));
        assert_eq!(give(&mut workspace, true_up("entered late")), Ok(()));
        let made = workspace.pay_true_ups.values().next().and_then(|it| it.amount);
        assert_eq!(made.map(|it| it.minor), Some(6_000));
        assert_eq!(paid_so_far(&workspace, id, &closed), 10_000);
        assert_eq!(slip(&workspace).1, closed);
        // It is paid with the period in which it was made.
        let known = workspace.pay_plans.get(PLAN).and_then(|it| read(it).ok()).expect("a plan");
        let period = Period::Month(2026, 6);
        let (gathered, paid) = paid_until(&workspace, (&known, &[ANN]), period, &[]).expect("pay");
        let of = Of { id: PLAN, plan: &known, person: ANN, period };
        let june = lines(&workspace, of, (&gathered, &paid));
        assert_eq!(
            june.iter().map(|it| (it.amount, it.deal.as_str())).collect::<Vec<_>>(),
            [(6_000, "entered late")]
        );
    }

    #[test]
    fn what_cannot_be_paid_by_is_not_published() {
        let mut workspace = board();
        let save = |plan: PayPlan| PayDeed::SavePlan(PLAN, plan);
        let gap = r#"{"currency":"CNY","components":[{"tiers":{"steps":[{"from":0,"to":5,"rate":1},{"from":6,"rate":1}]}}]}"#;
        let published = Some(day("2026-01-01"));
        assert_eq!(give(&mut workspace, save(plan(gap, published))), Err(PayRefused::Seam(0, 1)));
        assert_eq!(give(&mut workspace, save(plan(gap, None))), Ok(()));
        let nobody = PayPlan { people: vec![], ..plan(TIERS, published) };
        assert_eq!(give(&mut workspace, save(nobody)), Err(PayRefused::NobodyAssigned));
        let odd = give(&mut workspace, save(plan("{}", None)));
        assert!(matches!(odd, Err(PayRefused::Unreadable(_))));
    }

    #[test]
    fn only_a_period_that_has_ended_is_closed() {
        let mut workspace = board();
        let june = PayDeed::Close(PLAN, Period::Month(2026, 6));
        assert_eq!(give(&mut workspace, june), Err(PayRefused::NotEnded));
        put(&mut workspace, PLAN, &plan(TIERS, None));
        assert_eq!(give(&mut workspace, PayDeed::Close(PLAN, MAY)), Err(PayRefused::NotPublished));
    }

    #[test]
    fn the_shares_of_a_deal_are_the_whole() {
        let mut workspace = board();
        let credit = |share| crate::domain::commission::kept::CreditTo { person: ANN, share };
        let set = |share| {
            PayDeed::SetDeal(
                LeadId::drawn(1),
                DealPay { credits: vec![credit(share)], ..DealPay::default() },
            )
        };
        assert_eq!(give(&mut workspace, set(9_999)), Err(PayRefused::SharesNotWhole));
        assert_eq!(give(&mut workspace, set(WHOLE)), Ok(()));
    }
}

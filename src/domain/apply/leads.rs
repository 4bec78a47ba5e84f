//! The rules of leads: added, changed, moved between stages, given to people, deleted.

use super::Context;
use super::catalog::save_customer;
use crate::domain::assignment::reason::{Reason, Whys};
use crate::domain::calendar::Day;
use crate::domain::changes::Changes;
use crate::domain::customer::Customer;
use crate::domain::id::{CustomerId, LeadId, PersonId, StageId};
use crate::domain::label::Label;
use crate::domain::lead::Lead;
use crate::domain::pipeline::Outcome;
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

/// How a lead is called: by its name, or else by its customer's.
pub fn lead_title(workspace: &Workspace, lead: &Lead) -> String {
    if !lead.name.is_empty() {
        return lead.name.clone();
    }
    workspace.customers.find(lead.customer).map(|it| it.name.clone()).unwrap_or_default()
}

/// How what is about a lead, or else about a customer, is headed: by the customer's name, or else
/// by what the lead is called.
pub fn heading(workspace: &Workspace, lead: Option<&Lead>, customer: Option<CustomerId>) -> String {
    let customer = workspace.customers.find(customer).map(|it| it.name.clone());
    customer.or_else(|| lead.map(|it| lead_title(workspace, it))).unwrap_or_default()
}

/// How a lead is headed: by its customer's name, or else by its own.
pub fn lead_heading(workspace: &Workspace, lead: &Lead) -> String {
    heading(workspace, Some(lead), lead.customer)
}

/// What a lead is about beside its heading; empty where that says it already.
pub fn lead_about(workspace: &Workspace, lead: &Lead) -> String {
    let (heading, title) = (lead_heading(workspace, lead), lead_title(workspace, lead));
    if title == heading { String::new() } else { title }
}

pub(super) fn add_lead(
    workspace: &Workspace,
    id: LeadId,
    lead: &Lead,
    title: String,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    check_lead(lead, &title)?;
    let mut lead = lead.clone().kept();
    lead.created = lead.created.or(Some(ctx.today));
    lead.stage_since = lead.stage_since.or(Some(ctx.today));
    if lead.outcome(workspace) != Outcome::Open {
        lead.closes = lead.closes.or(Some(ctx.today));
    }
    let mut changes = Changes::new(Label::LeadAdded(title));
    changes.put(workspace, id, &lead);
    Ok(changes)
}

pub(super) fn edit_lead(
    workspace: &Workspace,
    id: LeadId,
    lead: &Lead,
    title: String,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let current = workspace.leads.get(id).ok_or(Rejection::LeadGone)?;
    check_lead(lead, &title)?;
    if (lead.amount, &lead.lines) != (current.amount, &current.lines) {
        super::product_lines::check_currency(lead)?;
    }
    let mut lead = lead.clone().kept();
    if let Some(stage) = lead.stage.filter(|_| lead.stage != current.stage) {
        let moved = in_stage(workspace, current, stage, ctx)?;
        let closes = if lead.closes == current.closes { moved.closes } else { lead.closes };
        if lead.loss_reason == current.loss_reason {
            lead.loss_reason = moved.loss_reason;
        }
        lead = Lead { stage_since: moved.stage_since, closes, ..lead };
    }
    if lead.owner != current.owner {
        lead = unclaimed(lead);
    }
    let mut changes = Changes::new(Label::LeadEdited(title));
    changes.put(workspace, id, &lead);
    Ok(changes)
}

pub(super) fn save_lead_of_new(
    workspace: &Workspace,
    id: LeadId,
    lead: &Lead,
    (customer_id, customer): (CustomerId, &Customer),
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let newcomer = save_customer(workspace, customer_id, customer)?;
    let lead = Lead { customer: Some(customer_id), ..lead.clone() };
    let title = if lead.name.is_empty() { customer.name.clone() } else { lead.name.clone() };
    let mut changes = match workspace.leads.has(id) {
        true => edit_lead(workspace, id, &lead, title, ctx)?,
        false => add_lead(workspace, id, &lead, title, ctx)?,
    };
    changes.writes.splice(0..0, newcomer.writes);
    Ok(changes)
}

pub(super) fn check_lead(lead: &Lead, title: &str) -> Result<(), Rejection> {
    if title.trim().is_empty() {
        return Err(Rejection::LeadUnnamed);
    }
    if lead.amount.is_some_and(|amount| amount.minor < 0) {
        return Err(Rejection::AmountNegative);
    }
    match lead.probability {
        Some(odds) if !(0..=100).contains(&odds) => Err(Rejection::OddsOutOfRange(odds)),
        _ => Ok(()),
    }
}

pub(super) fn move_lead(
    workspace: &Workspace,
    id: LeadId,
    stage: StageId,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let lead = workspace.leads.get(id).ok_or(Rejection::LeadGone)?;
    let name = workspace.stages.get(stage).ok_or(Rejection::StageGone)?.name.clone();
    let mut changes = Changes::new(Label::LeadMoved(lead_title(workspace, lead), name));
    if lead.stage != Some(stage) {
        changes.put(workspace, id, &in_stage(workspace, lead, stage, ctx)?);
    }
    Ok(changes)
}

/// The lead as it is once it has come to a stage: its clock starts anew, a closed lead closes
/// today, and a lead that is opened again has no close date until somebody gives one, nor a reason
/// for a loss that is none any more.
pub(super) fn in_stage(
    workspace: &Workspace,
    lead: &Lead,
    stage: StageId,
    ctx: &Context,
) -> Result<Lead, Rejection> {
    let target = workspace.stages.get(stage).ok_or(Rejection::StageGone)?.outcome;
    let closes = closes_then(lead, lead.outcome(workspace), target, ctx.today);
    let mut moved =
        Lead { stage: Some(stage), stage_since: Some(ctx.today), closes, ..lead.clone() };
    if target != Outcome::Lost {
        moved.loss_reason.clear();
    }
    Ok(moved)
}

/// When a lead closes once it has come from one outcome to another: where that is the same its day
/// stays, a lead that closes has this day, one that is opened again has none.
pub(super) fn closes_then(lead: &Lead, from: Outcome, to: Outcome, day: Day) -> Option<Day> {
    match to {
        to if to == from => lead.closes,
        Outcome::Won | Outcome::Lost => Some(day),
        Outcome::Open => None,
    }
}

pub(super) fn delete_lead(workspace: &Workspace, id: LeadId) -> Result<Changes, Rejection> {
    let lead = workspace.leads.get(id).ok_or(Rejection::LeadGone)?;
    let mut changes = Changes::new(Label::LeadDeleted(lead_title(workspace, lead)));
    changes.remove::<Lead>(workspace, id);
    super::activities::remove_plans(workspace, &|it| it == id, &mut changes);
    Ok(changes)
}

pub(super) fn assign_leads(
    workspace: &Workspace,
    owners: &[(LeadId, Option<PersonId>)],
    whys: &Whys,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let has = |(id, owner): &&(LeadId, Option<PersonId>)| {
        workspace.leads.get(*id).is_some_and(|it| it.owner == *owner)
    };
    let moved = owners.iter().filter(|it| !has(it)).count();
    let mut changes = Changes::new(Label::LeadsAssigned(moved.to_string()));
    for (id, owner) in owners {
        let lead = workspace.leads.get(*id).ok_or(Rejection::LeadGone)?;
        if owner.is_some_and(|it| !workspace.people.has(it)) {
            return Err(Rejection::PersonGone);
        }
        let reason = |to| Some(Reason { to, on: ctx.today, why: *whys.get(id)? });
        if lead.owner != *owner {
            let moved = Lead { owner: *owner, given: owner.and_then(reason), ..lead.clone() };
            changes.put(workspace, *id, &unclaimed(moved));
        }
    }
    Ok(changes)
}

/// A lead that was given to somebody is nobody's claim, also if it once comes back to who had
/// claimed it.
pub(super) fn unclaimed(lead: Lead) -> Lead {
    Lead { claimed_by: None, claimed: None, ..lead }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apply::apply;
    use crate::domain::command::Command;
    use crate::domain::for_tests::{put, take};
    use crate::domain::id::RecordId;
    use crate::domain::pipeline::Stage;
    use crate::domain::value::Value;
    use crate::domain::workspace::Table;

    #[track_caller]
    fn check(customer: &str, expect: Result<usize, Rejection>) {
        let mut workspace = Workspace::default();
        let name = Value::text("Acme");
        let mut fields = [("name", &name)].into_iter();
        workspace.refresh(Table::Customers, RecordId(1), Some(&mut fields));
        let customer = Box::new(Customer { name: customer.to_owned(), ..Customer::default() });
        let lead = Box::new(Lead::default());
        let command =
            Command::SaveLeadOfNewCustomer(LeadId::drawn(2), lead, CustomerId::drawn(3), customer);
        let changes = apply(&workspace, &command, &Context { today: Day::EPOCH });
        let customers = |it: Changes| it.writes.iter().filter(|it| it.id == RecordId(3)).count();
        assert_eq!(changes.map(customers), expect);
    }

    #[test]
    fn a_lead_and_its_new_customer_are_one_step() {
        check("Borealis", Ok(2));
    }

    #[test]
    fn a_new_customer_needs_a_name_of_its_own() {
        check("Acme", Err(Rejection::NameTaken("Acme".to_owned())));
        check(" ", Err(Rejection::NameMissing));
    }

    const STAGES: [(u64, Outcome); 3] = [(1, Outcome::Open), (2, Outcome::Won), (3, Outcome::Lost)];

    fn stages() -> Workspace {
        let mut workspace = Workspace::default();
        for (id, outcome) in STAGES {
            let stage = Stage { outcome, ..Stage::default() };
            put(&mut workspace, StageId::drawn(id), &stage);
        }
        workspace
    }

    #[test]
    fn a_lead_that_is_added_as_closed_closes_today() {
        let today = Day::EPOCH;
        let closes = STAGES.map(|(id, _)| {
            let (name, stage) = ("Acme".to_owned(), Some(StageId::drawn(id)));
            let lead = Box::new(Lead { name, stage, ..Lead::default() });
            let command = Command::AddLead(LeadId::drawn(9), lead);
            let changes = apply(&stages(), &command, &Context { today }).expect("a lead");
            let mut workspace = stages();
            take(&mut workspace, &changes);
            workspace.leads.get(LeadId::drawn(9)).and_then(|it| it.closes)
        });
        assert_eq!(closes, [None, Some(today), Some(today)]);
    }

    #[test]
    fn a_lead_that_is_opened_again_has_no_reason_for_a_loss() {
        let mut workspace = stages();
        let lost = Lead {
            stage: Some(StageId::drawn(3)),
            loss_reason: "Price".to_owned(),
            ..Lead::default()
        };
        put(&mut workspace, LeadId::drawn(9), &lost);
        let ctx = Context { today: Day::EPOCH };
        let reason = |stage| {
            in_stage(&workspace, &lost, StageId::drawn(stage), &ctx).map(|it| it.loss_reason)
        };
        assert_eq!(reason(1), Ok(String::new()));
        assert_eq!(reason(3), Ok("Price".to_owned()));
    }
}

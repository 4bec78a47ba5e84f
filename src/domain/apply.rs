//! The rules of every command: what it changes, or why it is refused.
//!
//! `apply` only reads the workspace: it checks first and then says what is to be written, so a
//! command happens whole or not at all.

use super::assignment::rules::AssignmentRules;
use super::changes::Changes;
use super::command::{Command, Context};
use super::goal::{Bearer, Goal};
use super::id::*;
use super::import::Batch;
use super::label::Label;
use super::lead::Lead;
use super::money::Money;
use super::people::{Absence, Person, Team};
use super::pipeline::Outcome;
use super::rejection::Rejection;
use super::settings::Settings;
use super::workspace::{Collection, Workspace};
use super::{calendar::Period, customer::Customer, product::Product, record::Record};

/// What a command changes.
///
/// # Errors
/// A [`Rejection`] where a rule forbids it or a record it names is gone.
pub fn apply(
    workspace: &Workspace,
    command: &Command,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    match command {
        Command::AddLead(id, lead) => {
            add_lead(workspace, *id, lead, lead_title(workspace, lead), ctx)
        }
        Command::EditLead(id, lead) => {
            edit_lead(workspace, *id, lead, lead_title(workspace, lead), ctx)
        }
        Command::SaveLeadOfNewCustomer(id, lead, customer_id, customer) => {
            save_lead_of_new(workspace, *id, lead, (*customer_id, customer), ctx)
        }
        Command::MoveLead(id, stage) => move_lead(workspace, *id, *stage, ctx),
        Command::DeleteLead(id) => delete_lead(workspace, *id),
        Command::AssignLeads(owners) => assign_leads(workspace, owners),
        Command::SaveAssignmentRules(rules) => {
            let mut changes = Changes::new(Label::AssignmentRulesSaved);
            changes.put(workspace, AssignmentRules::ID, rules);
            Ok(changes)
        }
        Command::SavePerson(id, person) => save_person(workspace, *id, person),
        Command::DeletePerson(id) => delete_person(workspace, *id),
        Command::SaveTeam(id, team) => save_team(workspace, *id, team),
        Command::DeleteTeam(id) => delete_team(workspace, *id),
        Command::SaveAbsence(id, absence) => save_absence(workspace, *id, absence),
        Command::DeleteAbsence(id) => delete_absence(workspace, *id),
        Command::SaveCustomer(id, customer) => save_customer(workspace, *id, customer),
        Command::SaveProduct(id, product) => save_product(workspace, *id, product),
        Command::SetGoals(period, quotas) => set_goals(workspace, *period, quotas),
        Command::SaveSettings(settings) => save_settings(workspace, settings),
        Command::Import(batch) => Ok(take_batch(workspace, batch)),
        Command::ClearSample => Ok(super::sample::clear::clear(workspace)),
    }
}

/// How a lead is called: by its name, or else by its customer's.
pub fn lead_title(workspace: &Workspace, lead: &Lead) -> String {
    if !lead.name.is_empty() {
        return lead.name.clone();
    }
    workspace.customers.find(lead.customer).map(|it| it.name.clone()).unwrap_or_default()
}

fn add_lead(
    workspace: &Workspace,
    id: LeadId,
    lead: &Lead,
    title: String,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    check_lead(lead, &title)?;
    let mut lead = lead.clone();
    lead.created = lead.created.or(Some(ctx.today));
    lead.stage_since = lead.stage_since.or(Some(ctx.today));
    let mut changes = Changes::new(Label::LeadAdded(title));
    changes.put(workspace, id, &lead);
    Ok(changes)
}

fn edit_lead(
    workspace: &Workspace,
    id: LeadId,
    lead: &Lead,
    title: String,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let current = workspace.leads.get(id).ok_or(Rejection::LeadGone)?;
    check_lead(lead, &title)?;
    let mut lead = lead.clone();
    if let Some(stage) = lead.stage.filter(|_| lead.stage != current.stage) {
        let moved = in_stage(workspace, current, stage, ctx)?;
        let closes = if lead.closes == current.closes { moved.closes } else { lead.closes };
        lead = Lead { stage_since: moved.stage_since, closes, ..lead };
    }
    let mut changes = Changes::new(Label::LeadEdited(title));
    changes.put(workspace, id, &lead);
    Ok(changes)
}

fn save_lead_of_new(
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

fn check_lead(lead: &Lead, title: &str) -> Result<(), Rejection> {
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

fn move_lead(
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
/// today, and a lead that is opened again has no close date until somebody gives one.
fn in_stage(
    workspace: &Workspace,
    lead: &Lead,
    stage: StageId,
    ctx: &Context,
) -> Result<Lead, Rejection> {
    let target = workspace.stages.get(stage).ok_or(Rejection::StageGone)?.outcome;
    let closes = match (lead.outcome(workspace), target) {
        (_, Outcome::Won | Outcome::Lost) => Some(ctx.today),
        (Outcome::Won | Outcome::Lost, Outcome::Open) => None,
        (Outcome::Open, Outcome::Open) => lead.closes,
    };
    Ok(Lead { stage: Some(stage), stage_since: Some(ctx.today), closes, ..lead.clone() })
}

fn delete_lead(workspace: &Workspace, id: LeadId) -> Result<Changes, Rejection> {
    let lead = workspace.leads.get(id).ok_or(Rejection::LeadGone)?;
    let mut changes = Changes::new(Label::LeadDeleted(lead_title(workspace, lead)));
    changes.remove::<Lead>(workspace, id);
    Ok(changes)
}

fn assign_leads(
    workspace: &Workspace,
    owners: &[(LeadId, Option<PersonId>)],
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
        changes.put(workspace, *id, &Lead { owner: *owner, ..lead.clone() });
    }
    Ok(changes)
}

fn save_person(workspace: &Workspace, id: PersonId, person: &Person) -> Result<Changes, Rejection> {
    check_name(&workspace.people, id, &person.name, |it| &it.name)?;
    if let (Some(first), Some(last)) = (person.started, person.left)
        && last < first
    {
        return Err(Rejection::DaysReversed(first, last));
    }
    if let Some(capacity) = person.capacity.filter(|it| *it < 0) {
        return Err(Rejection::CapacityNegative(capacity));
    }
    let label = match workspace.people.has(id) {
        true => Label::PersonEdited(person.name.clone()),
        false => Label::PersonAdded(person.name.clone()),
    };
    let mut changes = Changes::new(label);
    changes.put(workspace, id, person);
    Ok(changes)
}

fn delete_person(workspace: &Workspace, id: PersonId) -> Result<Changes, Rejection> {
    let person = workspace.people.get(id).ok_or(Rejection::PersonGone)?;
    let mut changes = Changes::new(Label::PersonDeleted(person.name.clone()));
    for (lead_id, lead) in workspace.leads.iter().filter(|(_, lead)| lead.owner == Some(id)) {
        changes.put(workspace, lead_id, &Lead { owner: None, ..lead.clone() });
    }
    let absences = workspace.absences.iter().filter(|(_, it)| it.person == Some(id));
    for (absence, _) in absences {
        changes.remove::<Absence>(workspace, absence);
    }
    changes.remove::<Person>(workspace, id);
    Ok(changes)
}

fn save_team(workspace: &Workspace, id: TeamId, team: &Team) -> Result<Changes, Rejection> {
    check_name(&workspace.teams, id, &team.name, |it| &it.name)?;
    let mut changes = Changes::new(Label::TeamSaved(team.name.clone()));
    changes.put(workspace, id, team);
    Ok(changes)
}

fn delete_team(workspace: &Workspace, id: TeamId) -> Result<Changes, Rejection> {
    let team = workspace.teams.get(id).ok_or(Rejection::TeamGone)?;
    let mut changes = Changes::new(Label::TeamDeleted(team.name.clone()));
    for (person_id, person) in workspace.people.iter().filter(|(_, it)| it.team == Some(id)) {
        changes.put(workspace, person_id, &Person { team: None, ..person.clone() });
    }
    changes.remove::<Team>(workspace, id);
    Ok(changes)
}

fn save_absence(
    workspace: &Workspace,
    id: AbsenceId,
    absence: &Absence,
) -> Result<Changes, Rejection> {
    let (Some(person), Some(first), Some(last)) = (absence.person, absence.first, absence.last)
    else {
        return Err(Rejection::AbsenceIncomplete);
    };
    if last < first {
        return Err(Rejection::DaysReversed(first, last));
    }
    let person = workspace.people.get(person).ok_or(Rejection::PersonGone)?;
    let mut changes = Changes::new(Label::AbsenceSaved(person.name.clone()));
    changes.put(workspace, id, absence);
    Ok(changes)
}

fn delete_absence(workspace: &Workspace, id: AbsenceId) -> Result<Changes, Rejection> {
    let absence = workspace.absences.get(id).ok_or(Rejection::AbsenceGone)?;
    let person = workspace.people.find(absence.person).map(|it| it.name.clone());
    let mut changes = Changes::new(Label::AbsenceDeleted(person.unwrap_or_default()));
    changes.remove::<Absence>(workspace, id);
    Ok(changes)
}

fn save_customer(
    workspace: &Workspace,
    id: CustomerId,
    customer: &Customer,
) -> Result<Changes, Rejection> {
    check_name(&workspace.customers, id, &customer.name, |it| &it.name)?;
    let mut changes = Changes::new(Label::CustomerSaved(customer.name.clone()));
    changes.put(workspace, id, customer);
    Ok(changes)
}

fn save_product(
    workspace: &Workspace,
    id: ProductId,
    product: &Product,
) -> Result<Changes, Rejection> {
    check_name(&workspace.products, id, &product.name, |it| &it.name)?;
    if product.price.is_some_and(|price| price.minor < 0) {
        return Err(Rejection::AmountNegative);
    }
    let mut changes = Changes::new(Label::ProductSaved(product.name.clone()));
    changes.put(workspace, id, product);
    Ok(changes)
}

/// A name must be there, and no other record of the collection may have it.
fn check_name<R: Record>(
    records: &Collection<R>,
    id: R::Id,
    name: &str,
    name_of: impl Fn(&R) -> &String,
) -> Result<(), Rejection> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Rejection::NameMissing);
    }
    match records.iter().any(|(other, it)| other != id && name_of(it) == name) {
        true => Err(Rejection::NameTaken(name.to_owned())),
        false => Ok(()),
    }
}

fn set_goals(
    workspace: &Workspace,
    period: Period,
    quotas: &[(Bearer, Option<Money>)],
) -> Result<Changes, Rejection> {
    if quotas.iter().any(|(_, quota)| quota.is_some_and(|it| it.minor < 0)) {
        return Err(Rejection::AmountNegative);
    }
    let label = Label::GoalsSet(quotas.len().to_string(), period.to_string());
    let mut changes = Changes::new(label);
    for (bearer, quota) in quotas {
        let id = Goal::id_of(*bearer, period);
        match quota {
            None => changes.remove::<Goal>(workspace, id),
            Some(_) => {
                let goal = Goal { bearer: Some(*bearer), period: Some(period), quota: *quota };
                changes.put(workspace, id, &goal);
            }
        }
    }
    Ok(changes)
}

fn save_settings(workspace: &Workspace, settings: &Settings) -> Result<Changes, Rejection> {
    match settings.fiscal_month {
        Some(month) if !(1..=12).contains(&month) => {
            return Err(Rejection::FiscalMonthOutOfRange(month));
        }
        _ => {}
    }
    let mut changes = Changes::new(Label::SettingsSaved);
    changes.put(workspace, Settings::ID, settings);
    Ok(changes)
}

fn take_batch(workspace: &Workspace, batch: &Batch) -> Changes {
    let mut changes = batch.changes_but_leads(workspace);
    batch.add_leads(workspace, 0..batch.leads.len(), &mut changes);
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Day;
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
}

//! Who is due a word: what is planned, next steps of leads, and customers whose rhythm says so.
//!
//! A customer with something planned, or with a lead that has a dated next step, is due then. Any
//! other is due so many working days after the last word as the rhythm of its class says; where
//! there never was a word, after its newest lead came.

use std::collections::{BTreeMap, BTreeSet};

use super::activity::LastActivities;
use super::arrange;
use super::cadence::class_key;
use super::calendar::{Day, plus_working_days};
use super::id::*;
use super::lead::Lead;
use super::pipeline::Outcome;
use super::workspace::Workspace;

/// Why something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Task {
    /// An activity was planned.
    Planned(ActivityId),
    /// It is the next step of a lead.
    NextStep(LeadId),
    /// The rhythm of the customer's class says so.
    Rhythm(CustomerId),
}

/// Something that is due on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FollowUp {
    /// The day.
    pub due: Day,
    /// The time of day, in minutes since midnight.
    pub minute: Option<i64>,
    /// Why.
    pub task: Task,
    /// Whose it is.
    pub person: Option<PersonId>,
    /// The lead it is about; for a rhythm the customer's lead to talk about.
    pub lead: Option<LeadId>,
    /// The customer.
    pub customer: Option<CustomerId>,
    /// Of a rhythm, the day of the last word; none where there never was one.
    pub last_word: Option<Day>,
}

/// Everything that is due, ever, the earliest first.
pub fn follow_ups(workspace: &Workspace, today: Day) -> Vec<FollowUp> {
    let mut due = planned(workspace);
    due.extend(next_steps(workspace));
    due.extend(by_rhythm(workspace, today, &due));
    // What has a time comes after what is for any time of the day.
    arrange::by_key(&mut due, |it| (it.due, it.minute, it.task));
    due
}

/// What is due for one reason; `None` where it is not any more. A step without a day is taken for
/// today's.
pub fn follow_up(workspace: &Workspace, today: Day, task: Task) -> Option<FollowUp> {
    match task {
        Task::Planned(id) => planned_one(workspace, id),
        Task::NextStep(id) => {
            let lead = workspace.leads.get(id)?;
            let undated = Some(today).filter(|_| !lead.next_step.is_empty());
            let next_step_on = lead.next_step_on.or(undated);
            next_step(workspace, id, &Lead { next_step_on, ..lead.clone() })
        }
        Task::Rhythm(_) => follow_ups(workspace, today).into_iter().find(|it| it.task == task),
    }
}

fn planned(workspace: &Workspace) -> Vec<FollowUp> {
    workspace.activities.iter().filter_map(|(id, _)| planned_one(workspace, id)).collect()
}

fn planned_one(workspace: &Workspace, id: ActivityId) -> Option<FollowUp> {
    let activity = workspace.activities.get(id)?;
    let is_due = activity.planned && activity.has_subject(workspace);
    Some(FollowUp {
        due: activity.on.filter(|_| is_due)?,
        minute: activity.minute,
        task: Task::Planned(id),
        person: activity.person,
        lead: activity.lead.filter(|it| workspace.leads.has(*it)),
        customer: activity.customer_in(workspace),
        last_word: None,
    })
}

fn next_steps(workspace: &Workspace) -> impl Iterator<Item = FollowUp> {
    workspace.leads.iter().filter_map(|(id, lead)| next_step(workspace, id, lead))
}

fn next_step(workspace: &Workspace, id: LeadId, lead: &Lead) -> Option<FollowUp> {
    let due = lead.next_step_on?;
    let is_open = lead.outcome(workspace) == Outcome::Open;
    is_open.then_some(FollowUp {
        due,
        minute: None,
        task: Task::NextStep(id),
        person: lead.owner,
        lead: Some(id),
        customer: lead.customer,
        last_word: None,
    })
}

fn by_rhythm(workspace: &Workspace, today: Day, others: &[FollowUp]) -> Vec<FollowUp> {
    let running = workspace.cadences.values();
    let running = running.filter_map(|it| Some((class_key(&it.class), it.running_days()?)));
    let rhythms: BTreeMap<String, i64> = running.collect();
    if rhythms.is_empty() {
        return Vec::new();
    }
    let settings = workspace.settings();
    let last = LastActivities::by(workspace, today);
    let leads = newest_leads(workspace);
    let planned: BTreeSet<RecordId> =
        others.iter().filter_map(|it| it.customer).map(RecordId::from).collect();
    // Many customers share a last day and a rhythm.
    let mut known: BTreeMap<(Day, i64), Day> = BTreeMap::new();
    let due = workspace.customers.iter().filter_map(|(id, customer)| {
        let days = *rhythms.get(&class_key(&customer.class))?;
        if planned.contains(&id.into()) {
            return None;
        }
        let lead = leads.get(&id.into()).copied();
        let created = workspace.leads.find(lead).and_then(|it| it.created);
        let last_word = last.word_with(id);
        let due = last_word.or(created).map(|from| {
            *known.entry((from, days)).or_insert_with(|| plus_working_days(from, days, &settings))
        });
        Some(FollowUp {
            due: due.unwrap_or(today),
            minute: None,
            task: Task::Rhythm(id),
            person: workspace.leads.find(lead).and_then(|it| it.owner),
            lead,
            customer: Some(id),
            last_word,
        })
    });
    due.collect()
}

/// The lead of each customer to talk about: an open one before a closed one, the newest of them.
fn newest_leads(workspace: &Workspace) -> BTreeMap<RecordId, LeadId> {
    let rank =
        |id: LeadId, lead: &Lead| (lead.outcome(workspace) == Outcome::Open, lead.created, id);
    let mut newest: BTreeMap<RecordId, LeadId> = BTreeMap::new();
    for (id, lead) in workspace.leads.iter() {
        let Some(customer) = lead.customer else { continue };
        let best = newest.entry(customer.into()).or_insert(id);
        if workspace.leads.get(*best).is_some_and(|it| rank(*best, it) < rank(id, lead)) {
            *best = id;
        }
    }
    newest
}

#[cfg(test)]
mod tests;

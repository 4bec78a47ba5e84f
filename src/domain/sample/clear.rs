//! Leaving the sample: its records go, what the manager added stays.
//!
//! A record of the sample stays where something that was added still refers to it, so nothing
//! points into the void. Activities and contacts go with whom they are about. Goals go with whom they were set for; the company's always go, for they
//! are the sum of the sample's.

use std::collections::BTreeSet;

use super::delivery::DELIVERIES;
use super::held;
use super::leads::LEADS;
use super::market::{self, ASSUMPTIONS, NOTES};
use super::rewarded;
use super::voices;
use super::{CUSTOMERS, OBJECTIVES, PEOPLE, PRODUCTS, STAGES, TEAMS};
use super::{
    absence_id, cadence_id, customer_id, delivery_task_id, lead_id, objective_id, person_id,
    pipeline_id, product_id, stage_id, team_id,
};
use crate::domain::activity::Activity;
use crate::domain::apply::{leave_contests, remove_all_of};
use crate::domain::cadence::{Cadence, class_key};
use crate::domain::call::DealCall;
use crate::domain::changes::Changes;
use crate::domain::contact::Contact;
use crate::domain::customer::Customer;
use crate::domain::delivery::{DeliveryRules, DeliveryTask, WeekCapacity};
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::*;
use crate::domain::indicator::goal::IndicatorGoal;
use crate::domain::label::Label;
use crate::domain::lead::Lead;
use crate::domain::market::{Assumption, MarketNote};
use crate::domain::objective::Objective;
use crate::domain::people::{Absence, Person, Team};
use crate::domain::pipeline::{Pipeline, Stage};
use crate::domain::product::Product;
use crate::domain::quota::{PartQuota, QuotaLock, QuotaYear, Split};
use crate::domain::record::Record;
use crate::domain::round::{Promise, Round};
use crate::domain::settings::Settings;
use crate::domain::survey::{Survey, SurveyReply};
use crate::domain::workspace::{Collection, Kept, Workspace};

/// The changes that remove the sample.
pub fn clear(workspace: &Workspace) -> Changes {
    let mut changes = Changes::new(Label::SampleCleared);
    let settings = workspace.settings();
    let name = if settings.sample { String::new() } else { settings.name.clone() };
    changes.put(workspace, Settings::ID, &Settings { name, sample: false, ..settings });
    let going = Going::of(workspace);
    remove_goals(workspace, &going, &mut changes);
    for (id, absence) in workspace.absences.iter() {
        if absence.person.is_none_or(|it| going.has(it)) {
            changes.remove::<Absence>(workspace, id);
        }
    }
    for (id, activity) in workspace.activities.iter() {
        if going.takes(workspace, activity.lead, activity.customer) {
            changes.remove::<Activity>(workspace, id);
        }
    }
    for (id, contact) in workspace.contacts.iter() {
        if going.takes(workspace, None, contact.customer) {
            changes.remove::<Contact>(workspace, id);
        }
    }
    remove_all_of(workspace, &|it| going.has(it), &mut changes);
    let side_goes = |it| match it {
        Bearer::Company => false,
        Bearer::Team(id) => going.has(id),
        Bearer::Person(id) => going.has(id),
    };
    leave_contests(workspace, &side_goes, &mut changes);
    for (id, reply) in workspace.survey_replies.iter() {
        if reply.survey.is_none_or(|it| going.has(it)) {
            changes.remove::<SurveyReply>(workspace, id);
        }
    }
    held::remove(workspace, &going, &mut changes);
    rewarded::remove(workspace, &going, &mut changes);
    going.remove_from::<Survey>(workspace, &mut changes);
    remove_said(workspace, &going, &mut changes);
    going.remove_from::<Cadence>(workspace, &mut changes);
    going.remove_from::<Objective>(workspace, &mut changes);
    going.remove_from::<MarketNote>(workspace, &mut changes);
    going.remove_from::<Assumption>(workspace, &mut changes);
    going.remove_from::<DeliveryTask>(workspace, &mut changes);
    remove_capacity(workspace, &going, &mut changes);
    going.remove_from::<Lead>(workspace, &mut changes);
    going.remove_from::<Person>(workspace, &mut changes);
    going.remove_from::<Team>(workspace, &mut changes);
    going.remove_from::<Customer>(workspace, &mut changes);
    going.remove_from::<Product>(workspace, &mut changes);
    going.remove_from::<Stage>(workspace, &mut changes);
    if going.has(stage_id(0)) {
        changes.remove::<Pipeline>(workspace, pipeline_id());
    }
    changes
}

/// How many leads, people and customers were added to the sample and stay without it.
pub fn added(workspace: &Workspace) -> usize {
    let sample = Sample::all();
    sample.others(&workspace.leads).count()
        + sample.others(&workspace.people).count()
        + sample.others(&workspace.customers).count()
}

/// Ids of the sample: those of any table, for they are made of keys that name the table.
pub(super) struct Sample(BTreeSet<RecordId>);

/// Those of them that go.
pub(super) type Going = Sample;

impl Sample {
    fn all() -> Sample {
        let mut ids = BTreeSet::new();
        ids.extend((0..LEADS).map(|it| RecordId::from(lead_id(it))));
        ids.extend((0..PEOPLE).map(|it| RecordId::from(person_id(it))));
        ids.extend((0..TEAMS).map(|it| RecordId::from(team_id(it))));
        ids.extend((0..CUSTOMERS).map(|it| RecordId::from(customer_id(it))));
        ids.extend((0..PRODUCTS).map(|it| RecordId::from(product_id(it))));
        ids.extend((0..STAGES).map(|it| RecordId::from(stage_id(it))));
        ids.extend((0..3).map(|it| RecordId::from(cadence_id(it))));
        ids.extend((0..OBJECTIVES).map(|it| RecordId::from(objective_id(it))));
        ids.extend((0..DELIVERIES).map(|it| RecordId::from(delivery_task_id(it))));
        ids.extend((0..NOTES).map(|it| RecordId::from(market::note_id(it))));
        ids.extend((0..ASSUMPTIONS).map(|it| RecordId::from(market::assumption_id(it))));
        ids.insert(absence_id().into());
        ids.insert(voices::survey_id().into());
        Sample(ids)
    }

    /// All of them that nothing added refers to.
    fn of(workspace: &Workspace) -> Going {
        let (sample, mut going) = (Sample::all(), Sample::all());
        for (_, lead) in sample.others(&workspace.leads) {
            going.keep(lead.owner);
            lead.products().into_iter().for_each(|it| going.keep(Some(it)));
            going.keep(lead.customer);
            if lead.stage.is_some_and(|it| sample.has(it)) {
                (0..STAGES).for_each(|it| going.keep(Some(stage_id(it))));
            }
        }
        for activity in workspace.activities.values() {
            if !sample.takes(workspace, activity.lead, activity.customer) {
                going.keep(activity.person);
                going.keep(activity.customer);
            }
        }
        for (_, absence) in sample.others(&workspace.absences) {
            going.keep(absence.person);
        }
        let staying: Vec<_> =
            going.others(&workspace.people).map(|(_, person)| person.team).collect();
        staying.into_iter().for_each(|team| going.keep(team));
        let staying: Vec<_> =
            going.others(&workspace.customers).map(|(_, customer)| customer.parent).collect();
        staying.into_iter().for_each(|parent| going.keep(parent));
        going
    }

    pub(super) fn has(&self, id: impl Into<RecordId>) -> bool {
        self.0.contains(&id.into())
    }

    /// Whether what is about a lead, or else with a customer, goes with it.
    pub(super) fn takes(
        &self,
        workspace: &Workspace,
        lead: Option<LeadId>,
        customer: Option<CustomerId>,
    ) -> bool {
        match lead.filter(|it| workspace.leads.has(*it)) {
            Some(lead) => self.has(lead),
            None => customer.is_none_or(|it| self.has(it)),
        }
    }

    fn keep(&mut self, id: Option<impl Into<RecordId>>) {
        if let Some(id) = id {
            self.0.remove(&id.into());
        }
    }

    /// The records that are not among these.
    fn others<'a, R: Record>(
        &'a self,
        records: &'a Collection<R>,
    ) -> impl Iterator<Item = (R::Id, &'a R)> {
        records.iter().filter(|(id, _)| !self.has(*id))
    }

    /// Removes the records that are among these.
    fn remove_from<R: Kept>(&self, workspace: &Workspace, changes: &mut Changes) {
        for (id, _) in R::all(workspace).iter().filter(|(id, _)| self.has(*id)) {
            changes.remove::<R>(workspace, id);
        }
    }
}

/// Calls go with their deals; a round goes with all who took part in it.
fn remove_said(workspace: &Workspace, going: &Going, changes: &mut Changes) {
    for (id, call) in workspace.calls.iter() {
        if call.lead.is_none_or(|it| going.has(it)) {
            changes.remove::<DealCall>(workspace, id);
        }
    }
    let goes = |round: &Round| round.people.iter().all(|it| going.has(*it));
    for (id, _) in workspace.rounds.iter().filter(|(_, it)| goes(it)) {
        changes.remove::<Round>(workspace, id);
    }
    for (id, promise) in workspace.promises.iter() {
        if workspace.rounds.find(promise.round).is_none_or(goes) {
            changes.remove::<Promise>(workspace, id);
        }
    }
}

/// What the team that delivers can do is made up too; it stays where tasks were added to it.
fn remove_capacity(workspace: &Workspace, going: &Going, changes: &mut Changes) {
    if going.others(&workspace.delivery_tasks).next().is_some() {
        return;
    }
    changes.remove::<DeliveryRules>(workspace, DeliveryRules::ID);
    for (id, _) in workspace.week_capacities.iter() {
        changes.remove::<WeekCapacity>(workspace, id);
    }
}

/// Quotas of parts stay where something that was added has the part.
fn remove_part_quotas(workspace: &Workspace, going: &Going, changes: &mut Changes) {
    let customers = || going.others(&workspace.customers).map(|(_, it)| it);
    for (id, quota) in workspace.part_quotas.iter() {
        let part = quota.part.as_str();
        let stays = match quota.split {
            Some(Split::Product) => {
                part.parse().is_ok_and(|it| workspace.products.has(it) && !going.has(it))
            }
            Some(Split::Sector) => customers().any(|it| it.sector.trim() == part),
            Some(Split::Class) => customers().any(|it| class_key(&it.class) == part),
            Some(Split::Region) => customers().any(|it| it.location.trim() == part),
            Some(Split::Office) => {
                going.others(&workspace.people).any(|(_, it)| it.region.trim() == part)
            }
            Some(Split::People) | None => false,
        };
        if part.is_empty() || !stays {
            changes.remove::<PartQuota>(workspace, id);
        }
    }
}

fn remove_goals(workspace: &Workspace, going: &Going, changes: &mut Changes) {
    for (id, goal) in workspace.goals.iter() {
        let goes = match goal.bearer {
            None | Some(Bearer::Company) => true,
            Some(Bearer::Team(team)) => going.has(team),
            Some(Bearer::Person(person)) => going.has(person),
        };
        if goes {
            changes.remove::<Goal>(workspace, id);
        }
    }
    for (id, goal) in workspace.indicator_goals.iter() {
        let goes = match goal.bearer {
            None | Some(Bearer::Company) => true,
            Some(Bearer::Team(team)) => going.has(team),
            Some(Bearer::Person(person)) => going.has(person),
        };
        if goes {
            changes.remove::<IndicatorGoal>(workspace, id);
        }
    }
    remove_part_quotas(workspace, going, changes);
    let stays = |bearer| matches!(bearer, Some(Bearer::Person(person)) if !going.has(person));
    for (id, lock) in workspace.quota_locks.iter() {
        if !stays(lock.bearer) {
            changes.remove::<QuotaLock>(workspace, id);
        }
    }
    // Without anybody's goals the company's are to be set as in the beginning.
    if !workspace.goals.values().any(|it| stays(it.bearer)) {
        for (id, _) in workspace.quota_years.iter() {
            changes.remove::<QuotaYear>(workspace, id);
        }
    }
}

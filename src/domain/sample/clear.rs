//! Leaving the sample: its records go, what the manager added stays.
//!
//! A record of the sample stays where something that was added still refers to it, so nothing
//! points into the void. Goals go with whom they were set for; the company's always go, for they
//! are the sum of the sample's.

use std::collections::BTreeSet;

use super::leads::LEADS;
use super::{CUSTOMERS, PEOPLE, PRODUCTS, STAGES, TEAMS};
use super::{
    absence_id, customer_id, lead_id, person_id, pipeline_id, product_id, stage_id, team_id,
};
use crate::domain::changes::Changes;
use crate::domain::customer::Customer;
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::*;
use crate::domain::label::Label;
use crate::domain::lead::Lead;
use crate::domain::people::{Absence, Person, Team};
use crate::domain::pipeline::{Pipeline, Stage};
use crate::domain::product::Product;
use crate::domain::record::Record;
use crate::domain::settings::Settings;
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
        if absence.person.is_none_or(|it| going.people.contains(&it)) {
            changes.remove::<Absence>(workspace, id);
        }
    }
    remove_all::<Lead>(workspace, &going.leads, &mut changes);
    remove_all::<Person>(workspace, &going.people, &mut changes);
    remove_all::<Team>(workspace, &going.teams, &mut changes);
    remove_all::<Customer>(workspace, &going.customers, &mut changes);
    remove_all::<Product>(workspace, &going.products, &mut changes);
    remove_all::<Stage>(workspace, &going.stages, &mut changes);
    if !going.stages.is_empty() {
        changes.remove::<Pipeline>(workspace, pipeline_id());
    }
    changes
}

/// How many leads, people and customers were added to the sample and stay without it.
pub fn added(workspace: &Workspace) -> usize {
    let sample = Sample::all();
    others(&workspace.leads, &sample.leads).count()
        + others(&workspace.people, &sample.people).count()
        + others(&workspace.customers, &sample.customers).count()
}

/// The ids of the sample, table by table.
struct Sample {
    leads: BTreeSet<LeadId>,
    people: BTreeSet<PersonId>,
    teams: BTreeSet<TeamId>,
    customers: BTreeSet<CustomerId>,
    products: BTreeSet<ProductId>,
    stages: BTreeSet<StageId>,
}

/// Those of them that go.
type Going = Sample;

impl Sample {
    fn all() -> Sample {
        Sample {
            leads: (0..LEADS).map(lead_id).collect(),
            people: (0..PEOPLE).map(person_id).collect(),
            teams: (0..TEAMS).map(team_id).collect(),
            customers: (0..CUSTOMERS).map(customer_id).collect(),
            products: (0..PRODUCTS).map(product_id).collect(),
            stages: (0..STAGES).map(stage_id).collect(),
        }
    }

    /// All of them that nothing added refers to.
    fn of(workspace: &Workspace) -> Going {
        let mut going = Sample::all();
        for (_, lead) in others(&workspace.leads, &Sample::all().leads) {
            keep(&mut going.people, lead.owner);
            keep(&mut going.products, lead.product);
            keep(&mut going.customers, lead.customer);
            if lead.stage.is_some_and(|it| going.stages.contains(&it)) {
                going.stages.clear();
            }
        }
        for (_, absence) in others(&workspace.absences, &BTreeSet::from([absence_id()])) {
            keep(&mut going.people, absence.person);
        }
        for (_, person) in others(&workspace.people, &going.people.clone()) {
            keep(&mut going.teams, person.team);
        }
        for (_, customer) in others(&workspace.customers, &going.customers.clone()) {
            keep(&mut going.customers, customer.parent);
        }
        going
    }
}

fn keep<T: Ord>(going: &mut BTreeSet<T>, id: Option<T>) {
    if let Some(id) = id {
        going.remove(&id);
    }
}

/// The records that are not among some ids.
fn others<'a, R: Record>(
    records: &'a Collection<R>,
    ids: &'a BTreeSet<R::Id>,
) -> impl Iterator<Item = (R::Id, &'a R)> {
    records.iter().filter(|(id, _)| !ids.contains(id))
}

fn remove_all<R: Kept>(workspace: &Workspace, ids: &BTreeSet<R::Id>, changes: &mut Changes) {
    ids.iter().for_each(|id| changes.remove::<R>(workspace, *id));
}

fn remove_goals(workspace: &Workspace, going: &Going, changes: &mut Changes) {
    for (id, goal) in workspace.goals.iter() {
        let goes = match goal.bearer {
            None | Some(Bearer::Company) => true,
            Some(Bearer::Team(team)) => going.teams.contains(&team),
            Some(Bearer::Person(person)) => going.people.contains(&person),
        };
        if goes {
            changes.remove::<Goal>(workspace, id);
        }
    }
}

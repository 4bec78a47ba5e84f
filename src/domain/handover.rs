//! All that waits for a leaver: the open leads, what is planned about whatever it is, actions of
//! meetings, what was asked of other departments, and who it all goes to.

use std::collections::{BTreeMap, BTreeSet};

use super::calendar::Day;
use super::follow_up::{Task, follow_ups};
use super::id::{ActivityId, CustomerId, LeadId, MeetingPointId, PersonId, RequestId};
use super::lead::Lead;
use super::meeting::{Request, Source};
use super::money::Money;
use super::pipeline::Outcome;
use super::workspace::Workspace;

/// Leads and who shall have them; nobody leaves one where it is.
pub type Heirs = [(LeadId, Option<PersonId>)];

/// Something besides leads that waits for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Duty {
    /// Something planned.
    Plan(ActivityId),
    /// Something that the person took on in a meeting.
    Action(MeetingPointId),
    /// Something that the person asked of another department, and that is not done.
    Request(RequestId),
}

/// What a person has to hand over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WholeBook {
    /// The open leads, claimed ones too.
    pub leads: Vec<LeadId>,
    /// Their amounts.
    pub amounts: Vec<Money>,
    /// The customers of these leads.
    pub customers: usize,
    /// What waits besides.
    pub duties: Vec<Duty>,
    /// Customers whose rhythm asks for a word, where only a closed lead says that this person is to
    /// give it. They are decided by hand: closed leads keep their owner.
    pub rhythms: usize,
    /// Objectives that are not over and that the person answers for; decided by hand.
    pub objectives: usize,
}

impl WholeBook {
    /// Whether nothing waits for the person.
    pub fn is_empty(&self) -> bool {
        self.leads.is_empty() && self.duties.is_empty() && self.rhythms + self.objectives == 0
    }

    /// How many plans, actions and requests wait.
    pub fn counts(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for duty in &self.duties {
            counts[match duty {
                Duty::Plan(_) => 0,
                Duty::Action(_) => 1,
                Duty::Request(_) => 2,
            }] += 1;
        }
        counts
    }
}

/// A person's whole book as of a day.
pub fn whole_book(workspace: &Workspace, person: PersonId, today: Day) -> WholeBook {
    let mut book = WholeBook { duties: duties(workspace, person), ..WholeBook::default() };
    let mut customers = BTreeSet::new();
    for (id, lead) in workspace.leads.iter() {
        if lead.owner == Some(person) && lead.outcome(workspace) == Outcome::Open {
            book.leads.push(id);
            book.amounts.extend(lead.amount);
            customers.extend(lead.customer.filter(|it| workspace.customers.has(*it)));
        }
    }
    book.customers = customers.len();
    book.rhythms = rhythms(workspace, person, today);
    book.objectives = objectives(workspace, person, today);
    book
}

fn rhythms(workspace: &Workspace, person: PersonId, today: Day) -> usize {
    if workspace.cadences.is_empty() {
        return 0;
    }
    let is_closed = |lead: &Lead| lead.outcome(workspace) != Outcome::Open;
    let due = follow_ups(workspace, today);
    let own = due.iter().filter(|it| {
        let by_rhythm = matches!(it.task, Task::Rhythm(_)) && it.person == Some(person);
        by_rhythm && workspace.leads.find(it.lead).is_some_and(is_closed)
    });
    own.count()
}

fn objectives(workspace: &Workspace, person: PersonId, today: Day) -> usize {
    let start = workspace.settings().fiscal_start();
    let runs = |it: &super::objective::Objective| {
        let span = it.period.and_then(|it| it.span(start));
        span.is_none_or(|it| today <= it.last)
    };
    let own = workspace.objectives.values().filter(|it| it.owner == Some(person));
    own.filter(|it| runs(it)).count()
}

/// Who does what waits for the person once the leads have gone: whoever then works on the lead it is
/// about; or else on a lead of the customer's that was handed over; or else `rest`, or where nobody
/// is named who was given most leads. What is about a lead that stays, stays.
pub fn new_doers(
    workspace: &Workspace,
    person: PersonId,
    heirs: &Heirs,
    rest: Option<PersonId>,
) -> Vec<(Duty, PersonId)> {
    let mut of_lead: BTreeMap<LeadId, PersonId> = BTreeMap::new();
    let mut of_customer: BTreeMap<CustomerId, PersonId> = BTreeMap::new();
    let mut given: BTreeMap<PersonId, usize> = BTreeMap::new();
    for (id, heir) in heirs {
        let Some(heir) = heir.filter(|it| *it != person) else { continue };
        of_lead.insert(*id, heir);
        *given.entry(heir).or_default() += 1;
        if let Some(customer) = workspace.leads.get(*id).and_then(|it| it.customer) {
            of_customer.entry(customer).or_insert(heir);
        }
    }
    let most = given.iter().map(|(heir, leads)| (*leads, std::cmp::Reverse(*heir))).max();
    let rest = rest.or(most.map(|(_, heir)| heir.0));
    let doer = |duty: Duty| {
        let (lead, customer) = subject(workspace, duty);
        let open = lead.filter(|it| {
            workspace.leads.get(*it).is_some_and(|it| it.outcome(workspace) == Outcome::Open)
        });
        let owner = workspace.leads.find(open).and_then(|it| it.owner);
        let owner = owner.filter(|it| workspace.people.has(*it));
        match open.and_then(|it| of_lead.get(&it).copied()).or(owner) {
            Some(doer) => Some(doer),
            None => customer.and_then(|it| of_customer.get(&it).copied()).or(rest),
        }
    };
    let moved = duties(workspace, person).into_iter().filter_map(|duty| {
        let doer = doer(duty).filter(|it| *it != person && workspace.people.has(*it))?;
        Some((duty, doer))
    });
    moved.collect()
}

/// What waits for a person besides leads.
fn duties(workspace: &Workspace, person: PersonId) -> Vec<Duty> {
    let own = Some(person);
    let plans = workspace.activities.iter().filter(|(_, it)| it.planned && it.person == own);
    let actions = workspace.meeting_points.iter().filter(|(_, it)| it.is_open() && it.owner == own);
    let is_waited_for = |it: &Request| it.done.is_none() && it.by == own;
    let requests = workspace.requests.iter().filter(|(_, it)| is_waited_for(it));
    let plans = plans.map(|(id, _)| Duty::Plan(id));
    let actions = actions.map(|(id, _)| Duty::Action(id));
    plans.chain(actions).chain(requests.map(|(id, _)| Duty::Request(id))).collect()
}

/// The lead and the customer that something is about.
fn subject(workspace: &Workspace, duty: Duty) -> (Option<LeadId>, Option<CustomerId>) {
    let (lead, customer) = match duty {
        Duty::Plan(id) => {
            let plan = workspace.activities.get(id);
            (plan.and_then(|it| it.lead), plan.and_then(|it| it.customer_in(workspace)))
        }
        Duty::Action(id) => {
            match workspace.meeting_points.get(id).and_then(|it| it.source.as_ref()) {
                Some(Source::Lead(lead)) => (Some(*lead), None),
                Some(Source::Customer(customer)) => (None, Some(*customer)),
                Some(Source::Person(_) | Source::Page(_)) | None => (None, None),
            }
        }
        Duty::Request(id) => {
            let request = workspace.requests.get(id);
            (request.and_then(|it| it.lead), request.and_then(|it| it.customer))
        }
    };
    let lead = lead.filter(|it| workspace.leads.has(*it));
    (lead, customer.or(workspace.leads.find(lead).and_then(|it| it.customer)))
}

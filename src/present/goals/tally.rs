//! What was won in a span, by person, by team and in all.

use std::collections::BTreeMap;

use crate::domain::calendar::Span;
use crate::domain::goal::Bearer;
use crate::domain::id::{LeadId, PersonId, TeamId};
use crate::domain::insight::{Figures, figures_by};
use crate::domain::lead::Lead;
use crate::domain::money::Sums;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;

/// The leads won in a span: won, with a close date that lies in it.
pub fn won_in(workspace: &Workspace, span: Span) -> impl Iterator<Item = (LeadId, &Lead)> {
    let closed = workspace
        .leads
        .iter()
        .filter(move |(_, lead)| lead.closes.is_some_and(|day| span.holds(day)));
    closed.filter(|(_, lead)| lead.outcome(workspace) == Outcome::Won)
}

/// Whether a lead counts for a bearer.
pub fn counts_for(workspace: &Workspace, lead: &Lead, bearer: Bearer) -> bool {
    match bearer {
        Bearer::Company => true,
        Bearer::Team(team) => team_of(workspace, lead) == Some(team),
        Bearer::Person(person) => lead.owner == Some(person),
    }
}

fn team_of(workspace: &Workspace, lead: &Lead) -> Option<TeamId> {
    workspace.people.find(lead.owner)?.team
}

/// Figures of what was won in a span.
pub(in crate::present) struct Tally {
    company: Figures,
    teams: BTreeMap<Option<TeamId>, Figures>,
    people: BTreeMap<Option<PersonId>, Figures>,
    nothing: Figures,
}

impl Tally {
    pub(in crate::present) fn new(workspace: &Workspace, span: Span) -> Tally {
        let won: Vec<(&Lead, Outcome)> =
            won_in(workspace, span).map(|(_, lead)| (lead, Outcome::Won)).collect();
        let leads = || won.iter().copied();
        let owner = |lead: &Lead| lead.owner.filter(|it| workspace.people.has(*it));
        Tally {
            company: figures_by(leads(), |_| ()).remove(&()).unwrap_or_default(),
            teams: figures_by(leads(), |lead| team_of(workspace, lead)),
            people: figures_by(leads(), owner),
            nothing: Figures::default(),
        }
    }

    pub(in crate::present) fn of(&self, bearer: Bearer) -> &Figures {
        let figures = match bearer {
            Bearer::Company => Some(&self.company),
            Bearer::Team(team) => self.teams.get(&Some(team)),
            Bearer::Person(person) => self.people.get(&Some(person)),
        };
        figures.unwrap_or(&self.nothing)
    }

    /// What was won by nobody who is known.
    pub(super) fn unowned(&self) -> &Sums {
        &self.people.get(&None).unwrap_or(&self.nothing).won_value
    }
}

//! What was won in a span, by person, by team and in all.

use std::collections::BTreeMap;

use crate::domain::calendar::Span;
use crate::domain::goal::Bearer;
use crate::domain::id::{LeadId, PersonId, TeamId};
use crate::domain::insight::Figures;
use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Money};
use crate::domain::pipeline::Outcome;
use crate::domain::rates::Rates;
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

/// The team of a lead's owner: of a closed lead that of the day on which it closed.
fn team_of(workspace: &Workspace, lead: &Lead) -> Option<TeamId> {
    let owner = workspace.people.find(lead.owner)?;
    match (lead.outcome(workspace), lead.closes) {
        (Outcome::Won | Outcome::Lost, Some(closed)) => owner.team_on(closed),
        (Outcome::Won | Outcome::Lost | Outcome::Open, _) => owner.team,
    }
}

/// Figures of what was won in a span: once as the amounts are, once with those in other currencies
/// converted to the team's own where their rates are stated.
pub(in crate::present) struct Tally {
    home: Currency,
    plain: Kinds,
    converted: Kinds,
}

/// The same figures for all kinds of bearers.
struct Kinds {
    company: Figures,
    teams: BTreeMap<Option<TeamId>, Figures>,
    people: BTreeMap<Option<PersonId>, Figures>,
    nothing: Figures,
}

impl Tally {
    pub(in crate::present) fn new(workspace: &Workspace, span: Span, rates: &Rates) -> Tally {
        let won: Vec<&Lead> = won_in(workspace, span).map(|(_, lead)| lead).collect();
        let own = |amount: Money| rates.convert(amount).unwrap_or(amount);
        Tally {
            home: rates.home(),
            plain: Kinds::of(workspace, &won, |it| it),
            converted: Kinds::of(workspace, &won, own),
        }
    }

    /// The figures of a bearer whose goal is in a currency.
    pub(in crate::present) fn of(&self, bearer: Bearer, currency: Currency) -> &Figures {
        let kinds = self.kinds(currency);
        let figures = match bearer {
            Bearer::Company => Some(&kinds.company),
            Bearer::Team(team) => kinds.teams.get(&Some(team)),
            Bearer::Person(person) => kinds.people.get(&Some(person)),
        };
        figures.unwrap_or(&kinds.nothing)
    }

    /// What was won by nobody who is known.
    pub(super) fn unowned(&self, currency: Currency) -> Money {
        let kinds = self.kinds(currency);
        kinds.people.get(&None).unwrap_or(&kinds.nothing).won_value.of(currency)
    }

    fn kinds(&self, currency: Currency) -> &Kinds {
        if currency == self.home { &self.converted } else { &self.plain }
    }
}

impl Kinds {
    fn of(workspace: &Workspace, won: &[&Lead], amount: impl Fn(Money) -> Money) -> Kinds {
        let owner = |lead: &Lead| lead.owner.filter(|it| workspace.people.has(*it));
        let mut found = Kinds {
            company: Figures::default(),
            teams: BTreeMap::new(),
            people: BTreeMap::new(),
            nothing: Figures::default(),
        };
        for lead in won {
            let amount = lead.amount.map(&amount);
            let team = found.teams.entry(team_of(workspace, lead)).or_default();
            let person = found.people.entry(owner(lead)).or_default();
            for figures in [&mut found.company, team, person] {
                figures.add_at(lead, Outcome::Won, amount);
            }
        }
        found
    }
}

//! Goals: how much is to be won, by whom, in which period.

use std::fmt;
use std::str::FromStr;

use super::calendar::Period;
use super::id::{GoalId, ObjectiveId, PersonId, TeamId};
use super::money::Money;
use super::workspace::Workspace;

/// Who a goal is set for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bearer {
    /// The whole company.
    Company,
    /// A team.
    Team(TeamId),
    /// A person.
    Person(PersonId),
}

/// A text that names no bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotABearer;

impl Bearer {
    /// The bearer's name; empty for the company, and where the bearer is not there any more.
    pub fn name(self, workspace: &Workspace) -> &str {
        let name = match self {
            Bearer::Company => None,
            Bearer::Team(id) => workspace.teams.get(id).map(|it| it.name.as_str()),
            Bearer::Person(id) => workspace.people.get(id).map(|it| it.name.as_str()),
        };
        name.unwrap_or_default()
    }
}

impl fmt::Display for Bearer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Bearer::Company => f.write_str("company"),
            Bearer::Team(id) => write!(f, "team:{id}"),
            Bearer::Person(id) => write!(f, "person:{id}"),
        }
    }
}

impl FromStr for Bearer {
    type Err = NotABearer;

    fn from_str(text: &str) -> Result<Bearer, NotABearer> {
        match text.split_once(':') {
            None if text == "company" => Ok(Bearer::Company),
            Some(("team", id)) => id.parse().map(Bearer::Team).map_err(|_| NotABearer),
            Some(("person", id)) => id.parse().map(Bearer::Person).map_err(|_| NotABearer),
            _ => Err(NotABearer),
        }
    }
}

super::value::text_scalar!(Bearer, Period);

record! {
    /// An amount to be won by someone in a period; or, where the amount is the sum of those below
    /// it, no more than what it hangs on.
    pub struct Goal(GoalId) {
        /// Who it is set for.
        bearer: Option<Bearer>,
        /// The period.
        period: Option<Period>,
        /// The amount to be won: the quota.
        quota: Option<Money>,
        /// The objective it hangs on.
        objective: Option<ObjectiveId>,
        /// The quota where nobody were away: what it was before absences were taken off it, or put
        /// on it for others; none where no absence counts.
        full: Option<Money>,
    }
}

impl Goal {
    /// The id of the goal of a bearer in a period: the same on every tablet, so that two who set
    /// it merge into one.
    pub fn id_of(bearer: Bearer, period: Period) -> GoalId {
        GoalId::of_key(&format!("goal/{bearer}/{period}"))
    }
}

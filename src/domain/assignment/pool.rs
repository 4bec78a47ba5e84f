//! Which leads are handed out at once.

use std::fmt;
use std::str::FromStr;

use crate::domain::id::{LeadId, NotAnId, PersonId};
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;

/// Whose leads are handed out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pool {
    /// Those of nobody.
    #[default]
    Free,
    /// All that are open, afresh.
    Open,
    /// Those of one person, who hands them over.
    Of(PersonId),
    /// One alone, whoever has it: who would it go to today?
    One(LeadId),
}

impl Pool {
    /// Who hands their leads over.
    pub fn handing_over(self) -> Option<PersonId> {
        match self {
            Pool::Of(person) => Some(person),
            Pool::Free | Pool::Open | Pool::One(_) => None,
        }
    }
}

const FREE: &str = "free";
const OPEN: &str = "open";
const ONE: &str = "lead-";

impl fmt::Display for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Pool::Free => f.write_str(FREE),
            Pool::Open => f.write_str(OPEN),
            Pool::Of(person) => person.fmt(f),
            Pool::One(lead) => write!(f, "{ONE}{lead}"),
        }
    }
}

impl FromStr for Pool {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Pool, NotAnId> {
        match text {
            FREE => Ok(Pool::Free),
            OPEN => Ok(Pool::Open),
            other => match other.strip_prefix(ONE) {
                Some(lead) => lead.parse().map(Pool::One),
                None => other.parse().map(Pool::Of),
            },
        }
    }
}

crate::domain::value::text_scalar!(Pool);

/// The open leads of a pool, in the order of their ids.
pub fn pooled(workspace: &Workspace, pool: Pool) -> Vec<LeadId> {
    let is_in = |id: LeadId, owner: Option<PersonId>| match pool {
        Pool::Free => owner.is_none_or(|it| !workspace.people.has(it)),
        Pool::Open => true,
        Pool::Of(person) => owner == Some(person),
        Pool::One(lead) => id == lead,
    };
    let leads = workspace.leads.iter();
    leads
        .filter(|(id, lead)| is_in(*id, lead.owner) && lead.outcome(workspace) == Outcome::Open)
        .map(|(id, _)| id)
        .collect()
}

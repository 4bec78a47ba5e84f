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
}

impl Pool {
    /// Who hands their leads over.
    pub fn handing_over(self) -> Option<PersonId> {
        match self {
            Pool::Of(person) => Some(person),
            Pool::Free | Pool::Open => None,
        }
    }
}

const FREE: &str = "free";
const OPEN: &str = "open";

impl fmt::Display for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Pool::Free => f.write_str(FREE),
            Pool::Open => f.write_str(OPEN),
            Pool::Of(person) => person.fmt(f),
        }
    }
}

impl FromStr for Pool {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Pool, NotAnId> {
        match text {
            FREE => Ok(Pool::Free),
            OPEN => Ok(Pool::Open),
            person => person.parse().map(Pool::Of),
        }
    }
}

crate::domain::value::text_scalar!(Pool);

/// The open leads of a pool, in the order of their ids.
pub fn pooled(workspace: &Workspace, pool: Pool) -> Vec<LeadId> {
    let is_in = |owner: Option<PersonId>| match pool {
        Pool::Free => owner.is_none_or(|it| !workspace.people.has(it)),
        Pool::Open => true,
        Pool::Of(person) => owner == Some(person),
    };
    let leads = workspace.leads.iter();
    leads
        .filter(|(_, lead)| is_in(lead.owner) && lead.outcome(workspace) == Outcome::Open)
        .map(|(id, _)| id)
        .collect()
}

//! Objectives: what goals are for.
//!
//! A goal hangs on an objective of the company or of a project, by itself or through the goal
//! above it: a person's goal through the team's, a team's through the company's of the same
//! period.

use std::fmt;
use std::str::FromStr;

use super::calendar::Period;
use super::goal::{Bearer, Goal};
use super::id::{ObjectiveId, PersonId};
use super::value::{Field, Value};
use super::workspace::Workspace;

record! {
    /// What is to be achieved, and why.
    pub struct Objective(ObjectiveId) {
        /// What is to be achieved.
        name: String,
        /// Whose it is.
        scope: Scope,
        /// The period it is for.
        period: Option<Period>,
        /// Who answers for it.
        owner: Option<PersonId>,
        /// Why it matters.
        why: String,
        /// By what one sees how far it is; empty where goals say enough.
        measure: String,
    }
}

/// Whose an objective is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The company's.
    #[default]
    Company,
    /// A project's.
    Project,
}

/// A text that names no scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAScope;

impl Scope {
    /// Every scope.
    pub const ALL: [Scope; 2] = [Scope::Company, Scope::Project];
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Scope::Company => "company",
            Scope::Project => "project",
        })
    }
}

impl FromStr for Scope {
    type Err = NotAScope;

    fn from_str(text: &str) -> Result<Scope, NotAScope> {
        Scope::ALL.into_iter().find(|it| it.to_string() == text).ok_or(NotAScope)
    }
}

impl Field for Scope {
    fn to_value(&self) -> Value {
        match self {
            Scope::Company => Value::Null,
            Scope::Project => Value::text(self.to_string()),
        }
    }

    fn from_value(value: &Value) -> Option<Scope> {
        value.as_text()?.parse().ok()
    }
}

/// On what a goal hangs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hanging {
    /// The objective.
    pub objective: ObjectiveId,
    /// Whose goal is linked with it: the goal's own bearer, or one above.
    pub through: Bearer,
}

/// The objective that somebody's goal of a period hangs on, by itself or through the goal above
/// it of the same period; none where it hangs on nothing.
pub fn objective_of(workspace: &Workspace, bearer: Bearer, period: Period) -> Option<Hanging> {
    let mut next = Some(bearer);
    while let Some(through) = next {
        let goal = workspace.goals.get(Goal::id_of(through, period));
        let linked = goal.and_then(|it| it.objective);
        if let Some(objective) = linked.filter(|it| workspace.objectives.has(*it)) {
            return Some(Hanging { objective, through });
        }
        next = above(workspace, through);
    }
    None
}

/// Whose goal lies above that of a bearer.
pub fn above(workspace: &Workspace, bearer: Bearer) -> Option<Bearer> {
    match bearer {
        Bearer::Company => None,
        Bearer::Team(_) => Some(Bearer::Company),
        Bearer::Person(id) => {
            let team = workspace.people.get(id).and_then(|it| it.team);
            let team = team.filter(|it| workspace.teams.has(*it));
            Some(team.map_or(Bearer::Company, Bearer::Team))
        }
    }
}

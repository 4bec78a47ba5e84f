//! Reviews: what somebody thinks of a period of theirs, and what the manager thinks.
//!
//! Each side is sealed by itself; [`seen`] gives neither before both are, so that nobody writes
//! after the other. The person sees the manager's side once it is shared.

mod cycle;
mod evidence;

pub use cycle::{Cycle, CyclePlan, Scope, WhyNot, cycles, plan};
pub use evidence::{Due, due_of_meetings, due_of_talks, praise_to};

use std::fmt;
use std::str::FromStr;

use super::arrange;
use super::calendar::{Day, Span};
use super::id::{PersonId, ReviewId};
use super::workspace::Workspace;

record! {
    /// A review of a person over some days.
    pub struct Review(ReviewId) {
        /// Of whom.
        person: Option<PersonId>,
        /// The first day.
        first: Option<Day>,
        /// The last day.
        last: Option<Day>,
        /// What the person gives each criterion, 1 to 5; 0 where nothing is said.
        own_steps: Vec<i64>,
        /// What the person says.
        own_words: String,
        /// The day the person was done.
        own_sealed: Option<Day>,
        /// What the manager gives each criterion.
        manager_steps: Vec<i64>,
        /// What the manager says.
        manager_words: String,
        /// The day the manager was done.
        manager_sealed: Option<Day>,
        /// What both agreed on.
        agreed: String,
        /// The day on which they talked about it, and the person saw all of it.
        shared: Option<Day>,
        /// The day it was closed; what was agreed on stays as it is from then on.
        closed: Option<Day>,
    }
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Criterion {
    /// What was reached of the goals.
    Results,
    /// How customers are served.
    Customers,
    /// How leads are kept: next steps, records, promises.
    Discipline,
    /// How the others are helped, and the team's values.
    Team,
    /// What was learned.
    Growth,
}

/// Whose view it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The person's own.
    Own,
    /// The manager's.
    Manager,
}

/// A text that names no side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotASide;

/// One side of a review.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opinion {
    /// What each criterion is given, 1 to 5; 0 where nothing is said.
    pub steps: Vec<i64>,
    /// What is said.
    pub words: String,
}

impl Criterion {
    /// Every criterion, in order.
    pub const ALL: [Criterion; 5] = [
        Criterion::Results,
        Criterion::Customers,
        Criterion::Discipline,
        Criterion::Team,
        Criterion::Growth,
    ];
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Side::Own => "own",
            Side::Manager => "manager",
        })
    }
}

impl FromStr for Side {
    type Err = NotASide;

    fn from_str(text: &str) -> Result<Side, NotASide> {
        [Side::Own, Side::Manager].into_iter().find(|it| it.to_string() == text).ok_or(NotASide)
    }
}

impl Review {
    /// The id of a review that is begun with those of others: one for each person and these days,
    /// so that two tablets cannot begin two.
    pub fn id_of(person: PersonId, days: Span) -> ReviewId {
        ReviewId::of_key(&format!("review/{person}/{}/{}", days.first, days.last))
    }

    /// The days it is about.
    pub fn span(&self) -> Option<Span> {
        Some(Span { first: self.first?, last: self.last? })
    }

    /// The day a side was done.
    pub fn sealed(&self, side: Side) -> Option<Day> {
        match side {
            Side::Own => self.own_sealed,
            Side::Manager => self.manager_sealed,
        }
    }

    fn opinion(&self, side: Side) -> Opinion {
        let (steps, words) = match side {
            Side::Own => (&self.own_steps, &self.own_words),
            Side::Manager => (&self.manager_steps, &self.manager_words),
        };
        Opinion { steps: steps.clone(), words: words.clone() }
    }

    /// A side as somebody may see it: the manager sees both once both are done, the person the
    /// manager's once it is shared, and nobody the other's before.
    pub fn seen(&self, side: Side, by: Side) -> Option<Opinion> {
        let both = self.own_sealed.is_some() && self.manager_sealed.is_some();
        let open = match (side, by) {
            (Side::Own, Side::Own) => self.own_sealed.is_some(),
            (Side::Manager, Side::Manager) => self.manager_sealed.is_some(),
            (Side::Own, Side::Manager) => both,
            (Side::Manager, Side::Own) => both && self.shared.is_some(),
        };
        open.then(|| self.opinion(side))
    }
}

/// The reviews of a person, the latest first.
pub fn reviews_of(workspace: &Workspace, person: PersonId) -> Vec<(ReviewId, &Review)> {
    let own = workspace.reviews.iter().filter(|(_, it)| it.person == Some(person));
    let mut reviews: Vec<_> = own.collect();
    arrange::by_key(&mut reviews, |(id, it)| (std::cmp::Reverse(it.last), *id));
    reviews
}

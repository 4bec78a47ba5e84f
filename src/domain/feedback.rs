//! Feedback: what somebody did in a situation and what came of it, praised or to be changed.
//!
//! Situation, behaviour, impact: the form of the Center for Creative Leadership, which keeps
//! feedback to what was seen.

use super::arrange;
use super::calendar::{Day, Span};
use super::id::{FeedbackId, PersonId};
use super::workspace::Workspace;

record! {
    /// Feedback to a person.
    pub struct Feedback(FeedbackId) {
        /// To whom.
        person: Option<PersonId>,
        /// The day.
        on: Option<Day>,
        /// Whether it asks for a change; else it praises.
        constructive: bool,
        /// When and where.
        situation: String,
        /// What the person did.
        behaviour: String,
        /// What came of it.
        impact: String,
        /// The value of the team that it is about; empty for none.
        value: String,
    }
}

/// How much praise and how much else there was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// How often somebody was praised.
    pub positive: u64,
    /// How often a change was asked for.
    pub constructive: u64,
}

impl Balance {
    /// All of it.
    pub fn all(self) -> u64 {
        self.positive + self.constructive
    }
}

/// The feedback to a person, the latest first.
pub fn feedback_to(workspace: &Workspace, person: PersonId) -> Vec<(FeedbackId, &Feedback)> {
    let own = workspace.feedbacks.iter().filter(|(_, it)| it.person == Some(person));
    let mut feedback: Vec<_> = own.collect();
    arrange::by_key(&mut feedback, |(id, it)| (std::cmp::Reverse(it.on), *id));
    feedback
}

/// The balance of the feedback to a person over some days.
pub fn balance(workspace: &Workspace, person: PersonId, days: Span) -> Balance {
    let mut balance = Balance::default();
    for (_, it) in feedback_to(workspace, person) {
        match it.on.is_some_and(|day| days.holds(day)) {
            true if it.constructive => balance.constructive += 1,
            true => balance.positive += 1,
            false => {}
        }
    }
    balance
}

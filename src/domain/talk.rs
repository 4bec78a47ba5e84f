//! One-to-ones: what a manager and a person talk about, what of it is between them, and what stays
//! open until the next time.
//!
//! Points belong to the person and not to a talk: what is open when a talk ends is there at the
//! next, and counts how often it was carried over.

use std::fmt;
use std::str::FromStr;

use super::arrange;
use super::calendar::Day;
use super::id::{PersonId, TalkId, TalkPointId};
use super::value::{Field, Value};
use super::workspace::Workspace;

record! {
    /// A talk that was held.
    pub struct Talk(TalkId) {
        /// With whom.
        person: Option<PersonId>,
        /// The day.
        on: Option<Day>,
        /// When the next is to be.
        next: Option<Day>,
    }
}

record! {
    /// Something to talk about, or to be done after it.
    pub struct TalkPoint(TalkPointId) {
        /// With whom.
        person: Option<PersonId>,
        /// What it is.
        kind: PointKind,
        /// What it is about.
        text: String,
        /// Whether the manager does it, where it is an action; else the person.
        by_manager: bool,
        /// The day it was written down.
        raised: Option<Day>,
        /// By when it is to be done, where it is an action.
        due: Option<Day>,
        /// The day it was done or talked through.
        done: Option<Day>,
        /// At the end of how many talks it was still open.
        carried: i64,
        /// Its place among all that was ever written down; what is older than this field has none
        /// and comes before the rest of its day.
        place: Option<i64>,
    }
}

/// What a point is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum PointKind {
    /// Both see it.
    #[default]
    Shared,
    /// The manager's own note.
    Private,
    /// Something to be done; both see it.
    Action,
}

/// A text that names no kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPoint;

impl PointKind {
    /// Every kind.
    pub const ALL: [PointKind; 3] = [PointKind::Shared, PointKind::Private, PointKind::Action];

    /// The name in the journal.
    pub const fn as_str(self) -> &'static str {
        match self {
            PointKind::Shared => "shared",
            PointKind::Private => "private",
            PointKind::Action => "action",
        }
    }
}

impl fmt::Display for PointKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for PointKind {
    type Err = NotAPoint;

    fn from_str(text: &str) -> Result<PointKind, NotAPoint> {
        PointKind::ALL.into_iter().find(|it| it.as_str() == text).ok_or(NotAPoint)
    }
}

/// A kind of another version counts as private, so that nothing is shown that was not meant to be.
impl Field for PointKind {
    fn to_value(&self) -> Value {
        match self {
            PointKind::Shared => Value::Null,
            kind => Value::text(kind.as_str()),
        }
    }

    fn from_value(value: &Value) -> Option<PointKind> {
        match value {
            Value::Null => Some(PointKind::Shared),
            value => {
                let known = value.as_text().and_then(|it| it.parse().ok());
                Some(known.unwrap_or(PointKind::Private))
            }
        }
    }
}

/// Which points are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointsFor {
    /// Those that both see.
    Both,
    /// The manager's private ones with them.
    Manager,
}

/// The place of what is written down next.
pub fn next_place(workspace: &Workspace) -> i64 {
    let last = workspace.talk_points.values().filter_map(|it| it.place).max();
    last.map_or(0, |it| it.saturating_add(1))
}

/// The points of a person: open ones first, actions by the day they are due, the rest by age; then
/// what is done, the latest first. What is of one day comes as it was written down.
pub fn points_of(
    workspace: &Workspace,
    person: PersonId,
    whose: PointsFor,
) -> Vec<(TalkPointId, &TalkPoint)> {
    let seen = |it: &TalkPoint| whose == PointsFor::Manager || it.kind != PointKind::Private;
    let own = workspace.talk_points.iter();
    let own = own.filter(|(_, it)| it.person == Some(person) && seen(it));
    let mut points: Vec<_> = own.collect();
    arrange::by_key(&mut points, |(id, it)| {
        (
            it.done.is_some(),
            std::cmp::Reverse(it.done),
            it.due.is_none(),
            it.due,
            it.raised,
            it.place,
            *id,
        )
    });
    points
}

/// The talks with a person, the latest first.
pub fn talks_with(workspace: &Workspace, person: PersonId) -> Vec<(TalkId, &Talk)> {
    let own = workspace.talks.iter().filter(|(_, it)| it.person == Some(person));
    let mut talks: Vec<_> = own.collect();
    arrange::by_key(&mut talks, |(id, it)| (std::cmp::Reverse(it.on), *id));
    talks
}

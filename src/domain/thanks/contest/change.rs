//! What was changed of a contest once it was made. It is kept with the contest, so that everybody
//! who looks at it sees that, and when.

use std::fmt;
use std::str::FromStr;

use super::{Contest, NotOfAContest, standings};
use crate::domain::calendar::Day;
use crate::domain::codes::codes;
use crate::domain::goal::Bearer;
use crate::domain::workspace::Workspace;

codes! {
    /// Something of a contest that can be changed.
    pub enum ContestPart {
        /// The name.
        Name = "name",
        /// How it is decided.
        Kind = "kind",
        /// What counts.
        Counted = "counted",
        /// The target.
        Target = "target",
        /// The first day.
        First = "first",
        /// The last day.
        Last = "last",
        /// The prize.
        Prize = "prize",
        /// Whether everybody's place is shown.
        Open = "open",
        /// Who takes part from now on.
        Joined = "joined",
        /// Who does not any more.
        Left = "left",
    }
}

/// A change of a contest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContestChange {
    /// The day on which it was made.
    pub on: Day,
    /// What was changed.
    pub part: ContestPart,
    /// What it was, as it is stored; nothing for who joined.
    pub was: String,
    /// What it became; nothing for who left.
    pub now: String,
}

/// Stands between the parts of a change; it is taken out of what was typed.
const APART: char = '\u{1f}';

impl fmt::Display for ContestChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = |text: &str| text.replace(APART, " ");
        let (on, part, was, now) = (self.on, self.part, plain(&self.was), plain(&self.now));
        write!(f, "{on}{APART}{part}{APART}{was}{APART}{now}")
    }
}

impl FromStr for ContestChange {
    type Err = NotOfAContest;

    fn from_str(text: &str) -> Result<ContestChange, NotOfAContest> {
        let parts: Vec<&str> = text.split(APART).collect();
        let [on, part, was, now] = parts[..] else { return Err(NotOfAContest) };
        Ok(ContestChange {
            on: on.parse().map_err(|_| NotOfAContest)?,
            part: part.parse().map_err(|_| NotOfAContest)?,
            was: was.to_owned(),
            now: now.to_owned(),
        })
    }
}

crate::domain::value::text_scalar!(ContestChange);

impl ContestChange {
    /// Those who joined or left; nobody for other changes.
    pub fn sides(&self) -> Vec<Bearer> {
        let told = match self.part {
            ContestPart::Joined => &self.now,
            ContestPart::Left => &self.was,
            _ => return Vec::new(),
        };
        told.split(' ').filter_map(|it| it.parse().ok()).collect()
    }
}

/// What differs between a contest and what it becomes on a day.
pub fn changes(was: &Contest, now: &Contest, on: Day) -> Vec<ContestChange> {
    let day = |it: Option<Day>| it.map(|it| it.to_string()).unwrap_or_default();
    let kind = |it: &Contest| it.kind.unwrap_or_default().to_string();
    let counted = |it: &Contest| it.counted.unwrap_or_default().to_string();
    let without = |of: &[Bearer], these: &[Bearer]| -> String {
        let rest = of.iter().filter(|it| !these.contains(it));
        rest.map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    let parts = [
        (ContestPart::Name, was.name.clone(), now.name.clone()),
        (ContestPart::Kind, kind(was), kind(now)),
        (ContestPart::Counted, counted(was), counted(now)),
        (ContestPart::Target, was.target.to_string(), now.target.to_string()),
        (ContestPart::First, day(was.first), day(now.first)),
        (ContestPart::Last, day(was.last), day(now.last)),
        (ContestPart::Prize, was.prize.clone(), now.prize.clone()),
        (ContestPart::Open, was.open.to_string(), now.open.to_string()),
        (ContestPart::Joined, String::new(), without(&now.sides, &was.sides)),
        (ContestPart::Left, without(&was.sides, &now.sides), String::new()),
    ];
    let changed = parts.into_iter().filter(|(_, was, now)| was != now);
    changed.map(|(part, was, now)| ContestChange { on, part, was, now }).collect()
}

/// Whether anything has counted for somebody in a contest.
pub fn has_counted(workspace: &Workspace, contest: &Contest, today: Day) -> bool {
    standings(workspace, contest, today).iter().any(|it| it.score != 0)
}

/// Whether a contest says differently who wins by what, which stays once something has counted.
pub fn measures_alike(was: &Contest, now: &Contest) -> bool {
    let measure =
        |it: &Contest| (it.kind.unwrap_or_default(), it.counted.unwrap_or_default(), it.target);
    measure(was) == measure(now)
}

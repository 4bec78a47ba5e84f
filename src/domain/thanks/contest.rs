//! Contests: who is first to a target, or has most at the end, in deals, amounts, words or points.
//!
//! Whoever has the same shares a place, and the places after it are skipped (standard competition
//! ranking). In a contest for being first the earlier day is better, then the higher figure. Once a
//! contest has ended, its result is what was written down then, whatever changes afterwards.
//!
//! Until it ends it can be changed, and what was changed is kept with it. The places are then as if
//! it had been so from the first day: they are reckoned from the records of its days, days that are
//! over included, and who joins counts from the first day on.

mod best;
mod change;

pub use best::{Best, own_bests};
pub use change::{ContestChange, ContestPart, changes, has_counted, measures_alike};

use std::cmp::Reverse;
use std::fmt;
use std::str::FromStr;

use super::won_in;
use crate::domain::activity::ActivityKind;
use crate::domain::arrange;
use crate::domain::calendar::{Day, Span};
use crate::domain::goal::Bearer;
use crate::domain::id::{ContestId, PersonId};
use crate::domain::money::Currency;
use crate::domain::rates::{Rates, Total};
use crate::domain::workspace::Workspace;

record! {
    /// A contest.
    pub struct Contest(ContestId) {
        /// The name.
        name: String,
        /// How it is decided.
        kind: Option<ContestKind>,
        /// What counts.
        counted: Option<Counted>,
        /// The first day.
        first: Option<Day>,
        /// The last day.
        last: Option<Day>,
        /// Who takes part.
        sides: Vec<Bearer>,
        /// For being first: the target; of amounts, in whole units of the team's currency.
        target: i64,
        /// Whether everybody's place is shown; else the first three places, and one's own.
        open: bool,
        /// The day on which it was ended.
        ended: Option<Day>,
        /// What was written down then.
        result: Vec<Standing>,
        /// What the first place gets, in words.
        prize: String,
        /// What was changed once it was made, the earliest first.
        changes: Vec<ContestChange>,
    }
}

/// How a contest is decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ContestKind {
    /// Most at the end.
    #[default]
    Best,
    /// First to a target.
    FirstTo,
    /// Two people, most at the end.
    Duel,
    /// Teams, most at the end.
    Teams,
}

/// What counts in a contest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counted {
    /// Deals won.
    #[default]
    Deals,
    /// Their amount, in minor units of the team's currency.
    Amount,
    /// Words with customers.
    Words,
    /// Points for activities: see [`points`].
    Points,
}

/// A place in a contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who.
    pub side: Bearer,
    /// The place, from 1; shared by all who are alike.
    pub place: i64,
    /// The figure.
    pub score: i64,
    /// The day on which the target was reached.
    pub reached: Option<Day>,
}

/// A text that is none of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotOfAContest;

impl ContestKind {
    /// Every kind.
    pub const ALL: [ContestKind; 4] =
        [ContestKind::Best, ContestKind::FirstTo, ContestKind::Duel, ContestKind::Teams];
}

impl Counted {
    /// All that can count.
    pub const ALL: [Counted; 4] =
        [Counted::Deals, Counted::Amount, Counted::Words, Counted::Points];
}

impl fmt::Display for ContestKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ContestKind::Best => "best",
            ContestKind::FirstTo => "first-to",
            ContestKind::Duel => "duel",
            ContestKind::Teams => "teams",
        })
    }
}

impl FromStr for ContestKind {
    type Err = NotOfAContest;

    fn from_str(text: &str) -> Result<ContestKind, NotOfAContest> {
        ContestKind::ALL.into_iter().find(|it| it.to_string() == text).ok_or(NotOfAContest)
    }
}

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Counted::Deals => "deals",
            Counted::Amount => "amount",
            Counted::Words => "words",
            Counted::Points => "points",
        })
    }
}

impl FromStr for Counted {
    type Err = NotOfAContest;

    fn from_str(text: &str) -> Result<Counted, NotOfAContest> {
        Counted::ALL.into_iter().find(|it| it.to_string() == text).ok_or(NotOfAContest)
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.place, self.score, self.side)?;
        self.reached.map_or(Ok(()), |day| write!(f, " {day}"))
    }
}

impl FromStr for Standing {
    type Err = NotOfAContest;

    fn from_str(text: &str) -> Result<Standing, NotOfAContest> {
        let parts: Vec<&str> = text.split(' ').collect();
        let (place, score, side, day) = match parts[..] {
            [place, score, side] => (place, score, side, None),
            [place, score, side, day] => (place, score, side, Some(day)),
            _ => return Err(NotOfAContest),
        };
        let reached = day.map(str::parse).transpose().map_err(|_| NotOfAContest)?;
        let number = |it: &str| it.parse::<i64>().map_err(|_| NotOfAContest);
        let side = side.parse().map_err(|_| NotOfAContest)?;
        Ok(Standing { side, place: number(place)?, score: number(score)?, reached })
    }
}

crate::domain::value::text_scalar!(ContestKind, Counted, Standing);

/// What an activity brings where points count: a visit or a meeting three, a quote two, a call or a
/// message one, a note nothing.
pub const fn points(kind: ActivityKind) -> i64 {
    match kind {
        ActivityKind::Visit | ActivityKind::Meeting => 3,
        ActivityKind::Quote => 2,
        ActivityKind::Call | ActivityKind::Message => 1,
        ActivityKind::Note => 0,
    }
}

impl Contest {
    /// Its days; none where they are not known or the wrong way round.
    pub fn days(&self) -> Option<Span> {
        let (first, last) = (self.first?, self.last?);
        (first <= last).then_some(Span { first, last })
    }

    /// Whether it can be ended on a day: its last day is over, or somebody was first.
    pub fn is_decided(&self, standings: &[Standing], today: Day) -> bool {
        self.last.is_some_and(|it| it < today) || standings.iter().any(|it| it.reached.is_some())
    }
}

/// The places of a contest: as they are, or as they were written down when it ended.
pub fn standings(workspace: &Workspace, contest: &Contest, today: Day) -> Vec<Standing> {
    match (contest.ended, contest.days()) {
        (Some(_), _) => contest.result.clone(),
        (None, Some(days)) => ranked(contest, &events(workspace, contest, days, today), workspace),
        (None, None) => Vec::new(),
    }
}

/// The currencies of won deals that a contest for amounts cannot count for want of a rate.
pub fn uncounted(workspace: &Workspace, contest: &Contest, today: Day) -> Vec<Currency> {
    let days = contest.days().filter(|_| contest.ended.is_none());
    let (Some(Counted::Amount), Some(days)) = (contest.counted, days) else { return Vec::new() };
    let days = until(days, today);
    let amounts = won_in(workspace, days).filter_map(|(_, it, _)| it.amount);
    Total::of(&Rates::on(workspace, days.last), amounts).missing().collect()
}

/// The days of a contest that have come.
fn until(days: Span, today: Day) -> Span {
    Span { first: days.first, last: days.last.min(today) }
}

type Events = Vec<(PersonId, Day, i64)>;

/// What counts, day by day in order.
fn events(workspace: &Workspace, contest: &Contest, days: Span, today: Day) -> Events {
    let counted = contest.counted.unwrap_or_default();
    let days = until(days, today);
    let mut events = Events::new();
    match counted {
        Counted::Deals | Counted::Amount => {
            let rates = Rates::on(workspace, days.last);
            for (_, lead, owner) in won_in(workspace, days) {
                let amount = lead.amount.and_then(|it| rates.convert(it)).map_or(0, |it| it.minor);
                let score = if counted == Counted::Deals { 1 } else { amount };
                events.extend(lead.closes.map(|day| (owner, day, score)));
            }
        }
        Counted::Words | Counted::Points => {
            let done = workspace.activities.values().filter(|it| !it.planned);
            for it in done.filter(|it| it.kind().is_word()) {
                let Some((person, day)) = it.person.zip(it.on) else { continue };
                let score = if counted == Counted::Words { 1 } else { points(it.kind()) };
                events.extend(days.holds(day).then_some((person, day, score)));
            }
        }
    }
    arrange::by_key(&mut events, |it| it.1);
    events
}

fn ranked(contest: &Contest, events: &Events, workspace: &Workspace) -> Vec<Standing> {
    let target = match contest.counted {
        Some(Counted::Amount) => {
            contest.target.saturating_mul(workspace.settings().currency().scale())
        }
        _ => contest.target,
    };
    let races = contest.kind == Some(ContestKind::FirstTo);
    let of = |person: PersonId, side: Bearer| match side {
        Bearer::Person(id) => id == person,
        Bearer::Team(id) => workspace.people.get(person).is_some_and(|it| it.team == Some(id)),
        Bearer::Company => true,
    };
    let stand = |side: &Bearer| {
        let (mut score, mut reached) = (0_i64, None);
        for (_, day, more) in events.iter().filter(|(person, ..)| of(*person, *side)) {
            score = score.saturating_add(*more);
            if races && target <= score && reached.is_none() {
                reached = Some(*day);
            }
        }
        Standing { side: *side, place: 0, score, reached }
    };
    placed(contest.sides.iter().map(stand).collect())
}

/// Gives the places: one more than there are who are better.
fn placed(mut standings: Vec<Standing>) -> Vec<Standing> {
    let key = |it: &Standing| (it.reached.is_none(), it.reached, Reverse(it.score));
    arrange::by_key(&mut standings, |it| (key(it), it.side));
    let keys: Vec<_> = standings.iter().map(key).collect();
    for (it, own) in standings.iter_mut().zip(&keys) {
        it.place = 1 + keys.iter().filter(|other| *other < own).count() as i64;
    }
    standings
}

#[cfg(test)]
mod tests;

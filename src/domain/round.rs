//! The sealed round: everybody says what they will win in a period before seeing what anybody
//! else says; then all is revealed at once.
//!
//! What somebody says lies in the journal as soon as it is sealed, so that a tablet that is
//! switched off loses nothing, but no label and no view tells it before the round is revealed:
//! [`said`] gives nothing of a round that is underway.

use std::collections::BTreeMap;

use super::arrange;
use super::calendar::{Day, Period};
use super::id::{PersonId, PromiseId, RoundId};
use super::money::Currency;
use super::workspace::Workspace;

record! {
    /// A round over a period.
    pub struct Round(RoundId) {
        /// What is asked about.
        period: Option<Period>,
        /// Who takes part, in the order in which the tablet goes round.
        people: Vec<PersonId>,
        /// The currency of every amount.
        currency: Option<Currency>,
        /// The day it was begun.
        begun: Option<Day>,
        /// The day it was revealed; none while it is underway.
        revealed: Option<Day>,
        /// Where the period was forecast to land at the reveal: one of ten cases is below.
        low: Option<i64>,
        /// Half of the cases are below.
        likely: Option<i64>,
        /// One of ten cases is above.
        high: Option<i64>,
        /// The company's goal at the reveal.
        goal: Option<i64>,
    }
}

record! {
    /// What somebody says in a round.
    pub struct Promise(PromiseId) {
        /// In which round.
        round: Option<RoundId>,
        /// Who.
        person: Option<PersonId>,
        /// Whether they were passed over because they were not there.
        absent: bool,
        /// The least that they expect to win, in minor units.
        worst: i64,
        /// What they commit to.
        commit: i64,
        /// The most that they expect.
        best: i64,
    }
}

/// The three amounts that somebody says, in minor units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The least.
    pub worst: i64,
    /// What is promised.
    pub commit: i64,
    /// The most.
    pub best: i64,
}

/// What a round is compared with when it is revealed, in minor units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Where the period is forecast to land: a tenth, a half, nine tenths of the cases are below.
    pub landing: Option<[i64; 3]>,
    /// The company's goal.
    pub goal: Option<i64>,
}

/// How far somebody is in a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Has yet to answer.
    Waiting,
    /// Has answered.
    Sealed,
    /// Was passed over.
    Absent,
}

impl Promise {
    /// The id of what somebody says in a round: one for each person, so that two tabs cannot say
    /// two things.
    pub fn id_of(round: RoundId, person: PersonId) -> PromiseId {
        PromiseId::of_key(&format!("promise/{round}/{person}"))
    }

    /// The amounts; none of who was passed over.
    pub fn said(&self) -> Option<Said> {
        let Promise { worst, commit, best, .. } = *self;
        (!self.absent).then_some(Said { worst, commit, best })
    }
}

impl Said {
    /// The sum of two; held at the ends of the range.
    pub fn plus(self, other: Said) -> Said {
        Said {
            worst: self.worst.saturating_add(other.worst),
            commit: self.commit.saturating_add(other.commit),
            best: self.best.saturating_add(other.best),
        }
    }
}

/// The round that is underway; where two tablets have begun one each, the earlier.
pub fn running(workspace: &Workspace) -> Option<(RoundId, &Round)> {
    let rounds = workspace.rounds.iter().filter(|(_, it)| it.revealed.is_none());
    rounds.min_by_key(|(id, it)| (it.begun, *id))
}

/// The rounds that were revealed, the earliest first.
pub fn revealed(workspace: &Workspace) -> Vec<(RoundId, &Round)> {
    let rounds = workspace.rounds.iter().filter(|(_, it)| it.revealed.is_some());
    let mut rounds: Vec<_> = rounds.collect();
    arrange::by_key(&mut rounds, |(id, it)| (it.revealed, it.begun, *id));
    rounds
}

/// How far everybody is, in the order of the round.
pub fn statuses(workspace: &Workspace, id: RoundId) -> Vec<(PersonId, Status)> {
    let Some(round) = workspace.rounds.get(id) else { return Vec::new() };
    let status = |person: &PersonId| match workspace.promises.get(Promise::id_of(id, *person)) {
        None => Status::Waiting,
        Some(it) if it.absent => Status::Absent,
        Some(_) => Status::Sealed,
    };
    let there = round.people.iter().filter(|it| workspace.people.has(**it));
    there.map(|it| (*it, status(it))).collect()
}

/// What was said in a round that is revealed, in its order; nothing before.
pub fn said(workspace: &Workspace, id: RoundId) -> Vec<(PersonId, Said)> {
    let round = workspace.rounds.get(id).filter(|it| it.revealed.is_some());
    let Some(round) = round else { return Vec::new() };
    let promise = |person: PersonId| workspace.promises.get(Promise::id_of(id, person))?.said();
    round.people.iter().filter_map(|it| Some((*it, promise(*it)?))).collect()
}

/// What everybody first said about a period, over its rounds: later rounds know more of how it
/// ends, so it is the first that promises.
pub fn first_said(rounds: &[(RoundId, &Round)], workspace: &Workspace) -> FirstSaid {
    let mut first = FirstSaid::new();
    for (id, round) in rounds {
        let Some((period, currency)) = round.period.zip(round.currency) else { continue };
        for (person, it) in said(workspace, *id) {
            first.entry((person, period)).or_insert((*id, currency, it));
        }
    }
    first
}

/// By person and period: in which round, in which currency, what.
pub type FirstSaid = BTreeMap<(PersonId, Period), (RoundId, Currency, Said)>;

//! The pulse: how the team is, asked by a blind ballot on the tablet that goes round.
//!
//! **What is kept.** Nothing is stored while the tablet goes round, and what is held until the end
//! are counts and not ballots. At the end one record is written once: how often each step was
//! chosen. So neither the record nor the journal's stamps know who said what, or in which order.
//! Counts that would tell anyway are not kept: those of fewer than [`FEWEST`] ballots, and those of
//! a question that everybody answered alike. Of [`FEWEST_FOR_TREND`] ballots on, whether it is
//! better or worse than last time is kept; of fewer, nothing.

use super::arrange;
use super::calendar::Day;
use super::id::PulseId;
use super::value::{Scalar, Value};
use super::workspace::Workspace;

/// With fewer ballots, counts would tell who said what.
pub const FEWEST: i64 = 5;

/// With fewer ballots, even the direction would.
pub const FEWEST_FOR_TREND: i64 = 3;

record! {
    /// What came of a round.
    pub struct Pulse(PulseId) {
        /// The day.
        on: Option<Day>,
        /// How many ballots there were.
        ballots: i64,
        /// How much energy people have: how often each of 1 to 5 was chosen.
        energy: Vec<i64>,
        /// How well the work can be managed.
        load: Vec<i64>,
        /// How far people are supported.
        support: Vec<i64>,
        /// Whether more found it better than last time than found it worse.
        trend: Option<Trend>,
    }
}

/// Against last time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trend {
    /// More found it worse.
    Worse,
    /// As many found it better as worse.
    Same,
    /// More found it better.
    Better,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PulseQuestion {
    /// How much energy there is.
    Energy,
    /// Whether the work can be managed.
    Load,
    /// Whether there is support.
    Support,
}

/// One ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// 1 to 5, in the order of [`PulseQuestion::ALL`].
    pub steps: [i64; 3],
    /// Against last time.
    pub trend: Trend,
}

/// Ballots while the tablet goes round: their counts and nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BallotBox {
    ballots: i64,
    counts: [[i64; 5]; 3],
    better: i64,
    worse: i64,
}

impl PulseQuestion {
    /// Every question, in order.
    pub const ALL: [PulseQuestion; 3] =
        [PulseQuestion::Energy, PulseQuestion::Load, PulseQuestion::Support];
}

impl Trend {
    /// From worse to better.
    pub const ALL: [Trend; 3] = [Trend::Worse, Trend::Same, Trend::Better];

    /// The name in the journal.
    pub const fn as_str(self) -> &'static str {
        match self {
            Trend::Worse => "worse",
            Trend::Same => "same",
            Trend::Better => "better",
        }
    }

    /// The trend of a name.
    pub fn named(name: &str) -> Option<Trend> {
        Trend::ALL.into_iter().find(|it| it.as_str() == name)
    }
}

impl Scalar for Trend {
    fn to_scalar(&self) -> Value {
        Value::text(self.as_str())
    }

    fn from_scalar(value: &Value) -> Option<Trend> {
        Trend::named(value.as_text()?)
    }
}

impl BallotBox {
    /// Takes a ballot; one that is off the scale is none.
    pub fn add(&mut self, ballot: Ballot) {
        if ballot.steps.iter().any(|it| !(1..=5).contains(it)) {
            return;
        }
        self.ballots += 1;
        for (counts, step) in self.counts.iter_mut().zip(ballot.steps) {
            counts[(step - 1) as usize] += 1;
        }
        match ballot.trend {
            Trend::Better => self.better += 1,
            Trend::Worse => self.worse += 1,
            Trend::Same => {}
        }
    }

    /// How many ballots there are.
    pub fn ballots(&self) -> i64 {
        self.ballots
    }

    /// What may be kept of them; `None` where they are too few for anything.
    pub fn kept(&self, on: Day) -> Option<Pulse> {
        if self.ballots < FEWEST_FOR_TREND {
            return None;
        }
        let trend = match self.better - self.worse {
            0 => Trend::Same,
            more if 0 < more => Trend::Better,
            _ => Trend::Worse,
        };
        let pulse =
            Pulse { on: Some(on), ballots: self.ballots, trend: Some(trend), ..Pulse::default() };
        if self.ballots < FEWEST {
            return Some(pulse);
        }
        let [energy, load, support] = self.counts.map(|it| told(&it));
        Some(Pulse { energy, load, support, ..pulse })
    }
}

/// Counts, unless all ballots say the same: those would tell what everybody said.
fn told(counts: &[i64; 5]) -> Vec<i64> {
    match counts.iter().filter(|it| **it != 0).count() {
        0 | 1 => Vec::new(),
        _ => counts.to_vec(),
    }
}

impl Pulse {
    /// How often each step was chosen; empty where that is not kept.
    pub fn counts(&self, question: PulseQuestion) -> &[i64] {
        match question {
            PulseQuestion::Energy => &self.energy,
            PulseQuestion::Load => &self.load,
            PulseQuestion::Support => &self.support,
        }
    }

    /// Whether it holds nothing that could tell who said what.
    pub fn is_blind(&self) -> bool {
        let blind = |counts: &[i64]| match counts {
            [] => true,
            counts => {
                let chosen = counts.iter().filter(|it| 0 < **it).count();
                FEWEST <= self.ballots && 2 <= chosen && counts.iter().sum::<i64>() == self.ballots
            }
        };
        FEWEST_FOR_TREND <= self.ballots
            && PulseQuestion::ALL.into_iter().all(|it| blind(self.counts(it)))
    }
}

/// Every round, the latest first.
pub fn pulses(workspace: &Workspace) -> Vec<(PulseId, &Pulse)> {
    let mut pulses: Vec<_> = workspace.pulses.iter().collect();
    arrange::by_key(&mut pulses, |(id, it)| (std::cmp::Reverse(it.on), *id));
    pulses
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::day;
    use proptest::prelude::*;

    fn ballot() -> impl Strategy<Value = Ballot> {
        let steps = (1_i64..=5, 1_i64..=5, 1_i64..=5);
        (steps, 0_usize..3).prop_map(|((energy, load, support), trend)| Ballot {
            steps: [energy, load, support],
            trend: Trend::ALL[trend],
        })
    }

    fn kept(ballots: &[Ballot]) -> Option<Pulse> {
        let mut all = BallotBox::default();
        ballots.iter().for_each(|it| all.add(*it));
        all.kept(day("2026-11-27"))
    }

    proptest! {
        #[test]
        fn the_order_of_ballots_leaves_no_trace(
            (ballots, shuffled) in proptest::collection::vec(ballot(), 0..12)
                .prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle()))
        ) {
            prop_assert_eq!(kept(&ballots), kept(&shuffled));
        }

        /// Whoever knows all that is kept, and that somebody took part, still finds at least two
        /// answers possible for that person in every question: two ballots swapped, or another
        /// ballot altogether, keep the same.
        #[test]
        fn no_answer_can_be_told_from_what_is_kept(
            ballots in proptest::collection::vec(ballot(), 0..12), who in 0_usize..12, question in 0_usize..3
        ) {
            let Some(pulse) = kept(&ballots).filter(|_| who < ballots.len()) else { return Ok(()) };
            prop_assert!(pulse.is_blind());
            let own = ballots[who].steps[question];
            let another = (1..=5).filter(|it| *it != own).any(|step| {
                let mut others = ballots.clone();
                let partner = (0..others.len()).find(|it| others[*it].steps[question] == step);
                others[who].steps[question] = step;
                if let Some(partner) = partner {
                    others[partner].steps[question] = own;
                }
                kept(&others).as_ref() == Some(&pulse)
            });
            prop_assert!(another, "{pulse:?}");
        }
    }

    #[track_caller]
    fn check(count: usize, steps: &[i64], expect_counts: bool, expect_kept: bool) {
        let of =
            |place: usize| Ballot { steps: [steps[place % steps.len()]; 3], trend: Trend::Better };
        let ballots: Vec<Ballot> = (0..count).map(of).collect();
        let pulse = kept(&ballots);
        assert_eq!(pulse.is_some(), expect_kept);
        assert_eq!(pulse.is_some_and(|it| !it.energy.is_empty()), expect_counts);
    }

    #[test]
    fn few_ballots_and_ballots_alike_keep_no_counts() {
        check(2, &[1, 5], false, false);
        check(3, &[1, 5], false, true);
        check(4, &[1, 5], false, true);
        check(5, &[1, 5], true, true);
        check(5, &[1], false, true);
    }
}

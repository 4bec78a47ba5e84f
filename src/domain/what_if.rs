//! What is tried out: deals that are brought to other stages on a copy of the data, as the tablet
//! keeps it until it is kept or dropped, and what of it can be done as things stand.
//!
//! It is no part of a team's data. As the data may have moved on since, it is done again from its
//! beginning, and what cannot be done any more is left out and named.

use std::fmt;
use std::str::FromStr;

use super::command::Command;
use super::id::{LeadId, StageId};

/// A deal that is brought to a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tried {
    /// The deal.
    pub lead: LeadId,
    /// The stage.
    pub stage: StageId,
}

/// All that is tried out, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// When it was begun, in milliseconds since 1970.
    pub begun: i64,
    /// What was tried.
    pub tried: Vec<Tried>,
}

/// A text that is no trial, or one of another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotATrial;

/// What of a trial is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut<E> {
    /// It stands so by now.
    SoAlready(Tried),
    /// It cannot be done any more, and why.
    Refused(Tried, E),
}

/// A trial, done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replayed<E> {
    /// What was done.
    pub done: Vec<Tried>,
    /// What was not.
    pub left_out: Vec<LeftOut<E>>,
}

/// Nothing was tried.
impl<E> Default for Replayed<E> {
    fn default() -> Replayed<E> {
        Replayed { done: Vec::new(), left_out: Vec::new() }
    }
}

impl Tried {
    /// The command that does it.
    pub fn command(self) -> Command {
        Command::MoveLead(self.lead, self.stage)
    }
}

impl Trial {
    /// Does all of it again, each thing after the one before: `take` says whether a command changes
    /// anything, or why it is refused.
    pub fn replay<E>(&self, mut take: impl FnMut(&Command) -> Result<bool, E>) -> Replayed<E> {
        let mut replayed = Replayed::default();
        for tried in self.tried.iter().copied() {
            match take(&tried.command()) {
                Ok(true) => replayed.done.push(tried),
                Ok(false) => replayed.left_out.push(LeftOut::SoAlready(tried)),
                Err(why) => replayed.left_out.push(LeftOut::Refused(tried, why)),
            }
        }
        replayed
    }
}

/// The first word of the text form: its version.
const MARK: &str = "what-if-1";

impl fmt::Display for Trial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{MARK} {}", self.begun)?;
        self.tried.iter().try_for_each(|it| write!(f, " {}>{}", it.lead, it.stage))
    }
}

impl FromStr for Trial {
    type Err = NotATrial;

    fn from_str(text: &str) -> Result<Trial, NotATrial> {
        let mut words = text.split(' ');
        if words.next() != Some(MARK) {
            return Err(NotATrial);
        }
        let begun = words.next().and_then(|it| it.parse().ok()).ok_or(NotATrial)?;
        let tried = words.map(|word| {
            let (lead, stage) = word.split_once('>').ok_or(NotATrial)?;
            let lead = lead.parse().map_err(|_| NotATrial)?;
            let stage = stage.parse().map_err(|_| NotATrial)?;
            Ok(Tried { lead, stage })
        });
        Ok(Trial { begun, tried: tried.collect::<Result<_, _>>()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apply::apply;
    use crate::domain::command::Context;
    use crate::domain::for_tests::{day, put, take};
    use crate::domain::id::PipelineId;
    use crate::domain::lead::Lead;
    use crate::domain::pipeline::{Pipeline, Stage};
    use crate::domain::rejection::Rejection;
    use crate::domain::workspace::Workspace;

    const PIPELINE: PipelineId = PipelineId::drawn(1);

    fn lead(id: u64) -> LeadId {
        LeadId::drawn(id)
    }

    fn stage(id: u64) -> StageId {
        StageId::drawn(id)
    }

    /// Leads 1 to `leads` in the first of `stages` stages.
    fn board(leads: u64, stages: u64) -> Workspace {
        let mut workspace = Workspace::default();
        put(&mut workspace, PIPELINE, &Pipeline { name: "Sales".to_owned(), place: 1 });
        for place in 1..=stages {
            let (pipeline, name) = (Some(PIPELINE), format!("Stage {place}"));
            let it = Stage { pipeline, name, place: place as i64, ..Stage::default() };
            put(&mut workspace, stage(place), &it);
        }
        for id in 1..=leads {
            let (name, stage) = (format!("Lead {id}"), Some(stage(1)));
            put(&mut workspace, lead(id), &Lead { name, stage, ..Lead::default() });
        }
        workspace
    }

    fn tried(moves: &[(u64, u64)]) -> Trial {
        let tried = moves.iter().map(|it| Tried { lead: lead(it.0), stage: stage(it.1) });
        Trial { begun: 5, tried: tried.collect() }
    }

    /// Does a trial on a board by the rules.
    fn replay(board: &mut Workspace, trial: &Trial) -> Replayed<Rejection> {
        let ctx = Context { today: day("2026-11-29") };
        trial.replay(|command| {
            let changes = apply(board, command, &ctx)?;
            take(board, &changes);
            Ok(!changes.writes.is_empty())
        })
    }

    #[test]
    fn a_trial_is_read_back_and_another_text_is_none() {
        for trial in [tried(&[]), tried(&[(1, 2), (3, 4)])] {
            assert_eq!(trial.to_string().parse(), Ok(trial));
        }
        for text in ["", "what-if-2 5 1>2", "what-if-1", "what-if-1 5 1", "what-if-1 x"] {
            assert_eq!(text.parse::<Trial>(), Err(NotATrial), "{text}");
        }
    }

    #[test]
    fn what_was_tried_is_done_again_in_its_order() {
        let mut board = board(2, 3);
        let trial = tried(&[(1, 2), (1, 3), (2, 2)]);
        let replayed = replay(&mut board, &trial);
        assert_eq!((replayed.done, replayed.left_out), (trial.tried, vec![]));
        let at = |id| board.leads.get(lead(id)).and_then(|it| it.stage);
        assert_eq!([at(1), at(2)], [Some(stage(3)), Some(stage(2))]);
    }

    #[test]
    fn what_cannot_be_done_on_what_stands_now_is_named_and_the_rest_is_done() {
        let trial = tried(&[(1, 2), (3, 2), (2, 9), (2, 1)]);
        let replayed = replay(&mut board(2, 3), &trial);
        let [done, gone, no_stage, so_already] = trial.tried[..] else { panic!("four") };
        assert_eq!(replayed.done, [done]);
        let expect = [
            LeftOut::Refused(gone, Rejection::LeadGone),
            LeftOut::Refused(no_stage, Rejection::StageGone),
            LeftOut::SoAlready(so_already),
        ];
        assert_eq!(replayed.left_out, expect);
    }
}

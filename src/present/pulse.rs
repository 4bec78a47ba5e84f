//! What came of rounds of the pulse: counts of many, the direction of few.

use crate::domain::pulse::{FEWEST, Pulse, PulseQuestion, pulses};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::format;

/// The tables that rounds are read from.
pub const PULSE_TABLES: [Table; 1] = [Table::Pulses];

/// A round.
#[derive(Clone, Debug, PartialEq)]
pub struct PulseRound {
    /// The day, and how many took part.
    pub day: String,
    /// Whether it was found better or worse.
    pub direction: &'static str,
    /// How often each step was chosen, question by question; empty where all said the same. None
    /// where fewer than five took part: then there is the direction alone.
    pub questions: Option<Vec<(PulseQuestion, Vec<i64>)>>,
}

/// Every round, the latest first.
pub fn pulse_rounds(workspace: &Workspace, lang: Lang) -> Vec<PulseRound> {
    let round = |pulse: &Pulse| {
        let day = pulse.on.map(|it| format::day(lang, it)).unwrap_or_default();
        let counts = |it: PulseQuestion| (it, pulse.counts(it).to_vec());
        PulseRound {
            day: lang.pulse_day(&day, &format::count(lang, pulse.ballots.unsigned_abs())),
            direction: pulse.trend.map_or("", |it| lang.pulse_direction(it)),
            questions: (FEWEST <= pulse.ballots).then(|| PulseQuestion::ALL.map(counts).to_vec()),
        }
    };
    pulses(workspace).into_iter().map(|(_, it)| round(it)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::PulseId;
    use crate::domain::pulse::{Ballot, BallotBox, Trend};
    use crate::present::for_tests::{day, put};

    /// What is told of a round in which people chose these steps for their energy and the middle of
    /// the rest.
    #[track_caller]
    fn check(steps: &[i64], expect: Option<[&[i64]; 3]>) {
        let mut all = BallotBox::default();
        let ballot = |it: &i64| Ballot { steps: [*it, 3, 3], trend: Trend::Worse };
        steps.iter().map(ballot).for_each(|it| all.add(it));
        let mut workspace = Workspace::default();
        if let Some(pulse) = all.kept(day("2026-11-27")) {
            put(&mut workspace, PulseId::drawn(1), &pulse);
        }
        let told = pulse_rounds(&workspace, Lang::En).pop();
        let counts = told.as_ref().and_then(|it| it.questions.clone());
        let counts = counts.map(|it| it.into_iter().map(|(_, it)| it).collect::<Vec<_>>());
        assert_eq!(counts, expect.map(|it| it.map(<[i64]>::to_vec).to_vec()));
        let direction = told.map_or("", |it| it.direction);
        assert_eq!(direction.is_empty(), steps.len() < 3, "{direction}");
    }

    // By the rule of the product: under five a direction alone, under three nothing; and of a
    // question that all answered alike no counts.
    #[test]
    fn of_fewer_than_five_the_direction_alone_is_told() {
        check(&[1, 5], None);
        check(&[1, 3, 5], None);
        check(&[1, 3, 5, 5], None);
        check(&[1, 3, 5, 5, 5], Some([&[1, 0, 1, 0, 3], &[], &[]]));
    }
}

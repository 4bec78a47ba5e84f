//! Aims: one figure of a person that is worked on, by a drill or a plan, until a day.
//!
//! A coaching aim takes the weakest figure and one drill; an improvement plan says what has to
//! change. Both are judged by the same figure over as many days before as after, and how open leads
//! stand as it was when the work began against how it is: see [`super::effect`].

mod figure;
mod measure;
mod stand;

pub use figure::{AimFigure, Better};
pub use measure::{Measured, behind, effect, measure};
pub use stand::{Stand, Stood};

use super::arrange;
use super::calendar::{Day, Span};
use super::effect::Effect;
use super::id::{AimId, PersonId};
use super::workspace::Workspace;

record! {
    /// A figure that is worked on.
    pub struct Aim(AimId) {
        /// Whose.
        person: Option<PersonId>,
        /// Whether it is an improvement plan; else it is coaching.
        plan: bool,
        /// The figure; one of another version counts as activities.
        figure: Option<AimFigure>,
        /// The drill, or what has to change.
        text: String,
        /// What help there is.
        help: String,
        /// The first day it is worked on.
        begun: Option<Day>,
        /// The last.
        due: Option<Day>,
        /// The day it was ended.
        ended: Option<Day>,
        /// What was said at its end.
        conclusion: String,
        /// How open leads stood when it was written down, where the figure is of a moment.
        stood_before: Option<Stood>,
        /// How they stood when it was ended.
        stood_since: Option<Stood>,
    }
}

impl Aim {
    /// The figure.
    pub fn figure(&self) -> AimFigure {
        self.figure.unwrap_or(AimFigure::Activities)
    }

    /// The days that were worked on by a day, and as many before them; `None` before the first.
    pub fn windows(&self, today: Day) -> Option<(Span, Span)> {
        let begun = self.begun?;
        let end =
            [self.due, self.ended].into_iter().flatten().min().map_or(today, |it| it.min(today));
        let length = u64::try_from(end.days_since(begun) + 1).ok().filter(|it| *it != 0)?;
        let before = Span { first: begun.minus(length), last: begun.minus(1) };
        Some((before, Span { first: begun, last: end }))
    }

    /// What came of it by a day: the figure before, the figure since, and whether it moved. Where the
    /// person came too late to have a before, the numbers cannot tell.
    pub fn outcome(
        &self,
        workspace: &Workspace,
        today: Day,
    ) -> Option<(Measured, Measured, Effect)> {
        let (person, (before, since)) = (self.person?, self.windows(today)?);
        if self.figure().is_of_a_moment() {
            let stood = self.stood(workspace, today)?;
            let [before, since] = stood.map(Measured::from);
            let moved =
                if self.has_before() { effect(&before, &since) } else { Effect::CannotTell };
            return Some((before, since, moved));
        }
        let known = workspace.people.get(person);
        let was_there = known.is_none_or(|it| it.in_team(before).is_some());
        let measured = |days| measure(workspace, Some(person), self.figure(), days, since.last);
        let (before, since) = (measured(before), measured(since));
        let moved = if was_there { effect(&before, &since) } else { Effect::CannotTell };
        Some((before, since, moved))
    }

    /// Of a figure of a moment: whether it was looked at by the day on which the aim began, so that
    /// there is a before.
    pub fn has_before(&self) -> bool {
        self.stood_before.zip(self.begun).is_some_and(|(it, begun)| it.on <= begun)
    }

    /// How open leads stood before and since, with the days, where the figure is of a moment; since
    /// is today until it is ended.
    pub fn stood(&self, workspace: &Workspace, today: Day) -> Option<[Option<Stood>; 2]> {
        let person = self.person.filter(|_| self.figure().is_of_a_moment())?;
        self.windows(today)?;
        let since = match self.ended {
            Some(_) => self.stood_since,
            None => Stood::now(workspace, person, self.figure(), today),
        };
        Some([self.stood_before, since])
    }
}

/// Aims that run and whose last day has come, the longest due first: their effect is to be read and
/// a conclusion drawn.
pub fn due_aims(workspace: &Workspace, today: Day) -> Vec<(AimId, &Aim)> {
    let is_due = |it: &Aim| it.ended.is_none() && it.due.is_some_and(|due| due <= today);
    let mut due: Vec<_> = workspace.aims.iter().filter(|(_, it)| is_due(it)).collect();
    arrange::by_key(&mut due, |(id, it)| (it.due, *id));
    due
}

/// The aims of a person: those that run first, then the latest.
pub fn aims_of(workspace: &Workspace, person: PersonId) -> Vec<(AimId, &Aim)> {
    let own = workspace.aims.iter().filter(|(_, it)| it.person == Some(person));
    let mut aims: Vec<_> = own.collect();
    arrange::by_key(&mut aims, |(id, it)| (it.ended.is_some(), std::cmp::Reverse(it.begun), *id));
    aims
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::activity::{Activity, ActivityKind};
    use crate::domain::effect::Turn;
    use crate::domain::for_tests::{day, put};
    use crate::domain::id::{AbsenceId, ActivityId, LeadId, StageId};
    use crate::domain::lead::Lead;
    use crate::domain::money::{Currency, Money};
    use crate::domain::people::{Absence, Person};
    use crate::domain::pipeline::{Outcome, Stage};

    const ANN: PersonId = PersonId::drawn(1);

    /// Ann makes a call every day of November 2026, which begins on a Sunday and has 21 weekdays.
    fn called(started: &str, left: &str, away: Option<(&str, &str)>) -> Workspace {
        let mut workspace = Workspace::default();
        let (started, left) = (started.parse().ok(), left.parse().ok());
        put(&mut workspace, ANN, &Person { started, left, ..Person::default() });
        for nth in 0..30 {
            let activity = Activity {
                person: Some(ANN),
                kind: Some(ActivityKind::Call),
                on: Some(day("2026-11-01").plus(nth)),
                ..Activity::default()
            };
            put(&mut workspace, ActivityId::drawn(nth), &activity);
        }
        if let Some((first, last)) = away {
            let (first, last) = (Some(day(first)), Some(day(last)));
            let absence = Absence { person: Some(ANN), first, last, ..Absence::default() };
            put(&mut workspace, AbsenceId::drawn(1), &absence);
        }
        workspace
    }

    #[track_caller]
    fn check(started: &str, left: &str, away: Option<(&str, &str)>, expect: (u64, u64)) {
        let workspace = called(started, left, away);
        let days = Span { first: day("2026-11-01"), last: day("2026-11-30") };
        let found = measure(&workspace, Some(ANN), AimFigure::Activities, days, days.last);
        assert_eq!(found, Measured::Count { hits: expect.0, days: expect.1 });
    }

    // Working days by `cal 11 2026`: the weeks from 2, 9, 16 and 23 November have five each, and the
    // 30th is a Monday.
    #[test]
    fn a_day_counts_only_where_the_person_was_there() {
        check("", "", None, (30, 21));
        check("2026-11-16", "", None, (15, 11));
        check("", "2026-11-13", None, (13, 10));
        check("", "", Some(("2026-11-09", "2026-11-13")), (30, 16));
        check("2026-12-01", "", None, (0, 0));
    }

    #[test]
    fn without_a_before_nobody_can_tell() {
        let aim = Aim {
            person: Some(ANN),
            figure: Some(AimFigure::Activities),
            begun: Some(day("2026-11-16")),
            due: Some(day("2026-11-30")),
            ..Aim::default()
        };
        let effect = |started: &str| {
            let outcome = aim.outcome(&called(started, "", None), day("2026-11-30"));
            outcome.map(|it| it.2)
        };
        assert_eq!(effect("2026-11-16"), Some(Effect::CannotTell));
        let before = aim.outcome(&called("2026-11-09", "", None), day("2026-11-30"));
        assert_eq!(before.map(|it| it.0), Some(Measured::Count { hits: 7, days: 5 }));
    }

    /// An aim of Ann's from 1 to 28 November on one figure.
    fn november(figure: AimFigure, stood_before: &str) -> Aim {
        Aim {
            person: Some(ANN),
            figure: Some(figure),
            begun: Some(day("2026-11-01")),
            due: Some(day("2026-11-28")),
            stood_before: stood_before.parse().ok(),
            ..Aim::default()
        }
    }

    /// Leads that Ann won: so many in October with an amount and days, and so many in November.
    fn won(before: (u64, i64, u64), since: (u64, i64, u64)) -> Workspace {
        let (mut workspace, mut next, stage) = (called("", "", None), 0, StageId::drawn(1));
        put(&mut workspace, stage, &Stage { outcome: Outcome::Won, ..Stage::default() });
        for ((count, minor, days), closes) in [(before, "2026-10-20"), (since, "2026-11-20")] {
            for nth in 0..count {
                next += 1;
                let closes = day(closes);
                let lead = Lead {
                    owner: Some(ANN),
                    stage: Some(stage),
                    created: Some(closes.minus(days + nth % 3)),
                    closes: Some(closes),
                    amount: Some(Money::new(minor + nth as i64 % 5, Currency::CNY)),
                    ..Lead::default()
                };
                put(&mut workspace, LeadId::drawn(next), &lead);
            }
        }
        workspace
    }

    #[track_caller]
    fn check_won(figure: AimFigure, before: (u64, i64, u64), since: (u64, i64, u64), expect: Turn) {
        let outcome = november(figure, "").outcome(&won(before, since), day("2026-11-30"));
        let (before, since, effect) = outcome.expect("it has begun");
        assert_eq!(figure.turn(effect), expect, "{before:?} {since:?}");
    }

    // By hand: twelve and twelve values that do not overlap have no order that is less likely
    // (2 of 2,704,156); the same values again differ by 4 in 1,000 at most; one value among twelve
    // is the largest once in thirteen cases.
    #[test]
    fn amounts_and_days_of_wins_are_compared_by_their_ranks() {
        let size = AimFigure::DealSize;
        check_won(size, (12, 1_000, 30), (12, 2_000, 30), Turn::Better);
        check_won(size, (12, 2_000, 30), (12, 1_000, 30), Turn::Worse);
        check_won(size, (12, 1_000, 30), (12, 1_000, 30), Turn::Same);
        check_won(size, (12, 1_000, 30), (1, 2_000, 30), Turn::Unknown);
        check_won(AimFigure::DaysToWin, (12, 1_000, 60), (12, 1_000, 30), Turn::Better);
        check_won(AimFigure::DaysToWin, (12, 1_000, 30), (12, 1_000, 60), Turn::Worse);
    }

    #[track_caller]
    fn check_stood(stood_before: &str, expect: Turn) {
        let mut workspace = Workspace::default();
        put(&mut workspace, ANN, &Person::default());
        for nth in 0..40 {
            let next_step_on = (nth < 30).then(|| day("2026-12-01"));
            let lead = Lead { owner: Some(ANN), next_step_on, ..Lead::default() };
            put(&mut workspace, LeadId::drawn(nth), &lead);
        }
        let aim = november(AimFigure::NextSteps, stood_before);
        let (_, since, effect) = aim.outcome(&workspace, day("2026-11-30")).expect("begun");
        assert_eq!(since, Measured::Rate { hits: 30, trials: 40 });
        assert_eq!(aim.figure().turn(effect), expect);
    }

    // The rates 12 of 40 and 30 of 40 are further apart than those of Newcombe's case (a) to (d),
    // which leave out no change with fewer trials.
    #[test]
    fn leads_that_were_looked_at_too_late_have_no_before() {
        check_stood("2026-11-01:12:40", Turn::Better);
        check_stood("2026-11-02:12:40", Turn::Unknown);
        check_stood("2026-10-30:29:40", Turn::Unknown);
        check_stood("", Turn::Unknown);
    }

    #[test]
    fn an_aim_is_due_on_its_last_day_until_it_is_ended() {
        let mut workspace = Workspace::default();
        for (id, due, ended) in [
            (1, "2026-11-30", ""),
            (2, "2026-12-01", ""),
            (3, "2026-11-01", "2026-11-02"),
            (4, "2026-11-02", ""),
        ] {
            let aim = Aim { due: due.parse().ok(), ended: ended.parse().ok(), ..Aim::default() };
            put(&mut workspace, AimId::drawn(id), &aim);
        }
        let due = due_aims(&workspace, day("2026-11-30")).into_iter().map(|it| it.0);
        assert_eq!(due.collect::<Vec<_>>(), [4, 1].map(AimId::drawn));
    }
}

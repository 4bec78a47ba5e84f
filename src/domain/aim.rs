//! Aims: one figure of a person that is worked on, by a drill or a plan, until a day.
//!
//! A coaching aim takes the weakest figure and one drill; an improvement plan says what has to
//! change. Both are judged by the same figure over as many days before as after: see
//! [`super::effect`].

use std::fmt;
use std::str::FromStr;

use super::activity::ActivityKind;
use super::arrange;
use super::behind::Behind;
use super::calendar::{Day, Span, working_days};
use super::effect::{Effect, of_counts, of_rates};
use super::id::{ActivityId, AimId, LeadId, PersonId};
use super::insight::outcome_by;
use super::lead::Lead;
use super::people::working_days_of;
use super::pipeline::Outcome;
use super::value::text_scalar;
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
    }
}

/// A figure that can be worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AimFigure {
    /// Won among the leads that closed.
    WinRate,
    /// Leads won a working day.
    Wins,
    /// Words with customers a working day: calls, visits, messages, meetings, quotes.
    Activities,
    /// Visits and meetings a working day.
    Visits,
    /// Quotes a working day.
    Quotes,
    /// New leads a working day.
    NewLeads,
}

/// What a figure was over some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// Some among all.
    Rate {
        /// Those that succeeded.
        hits: u64,
        /// All.
        trials: u64,
    },
    /// Some over days.
    Count {
        /// How many.
        hits: u64,
        /// Over how many working days.
        days: u64,
    },
}

/// A text that names no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAFigure;

impl AimFigure {
    /// Every figure.
    pub const ALL: [AimFigure; 6] = [
        AimFigure::WinRate,
        AimFigure::Wins,
        AimFigure::Activities,
        AimFigure::Visits,
        AimFigure::Quotes,
        AimFigure::NewLeads,
    ];

    /// The name in the journal.
    pub const fn as_str(self) -> &'static str {
        match self {
            AimFigure::WinRate => "win-rate",
            AimFigure::Wins => "wins",
            AimFigure::Activities => "activities",
            AimFigure::Visits => "visits",
            AimFigure::Quotes => "quotes",
            AimFigure::NewLeads => "new-leads",
        }
    }
}

impl fmt::Display for AimFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for AimFigure {
    type Err = NotAFigure;

    fn from_str(text: &str) -> Result<AimFigure, NotAFigure> {
        AimFigure::ALL.into_iter().find(|it| it.as_str() == text).ok_or(NotAFigure)
    }
}

text_scalar!(AimFigure);

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
        let known = workspace.people.get(person);
        let was_there = known.is_none_or(|it| it.in_team(before).is_some());
        let measured = |days| measure(workspace, Some(person), self.figure(), days, today);
        let (before, since) = (measured(before), measured(since));
        let effect = if was_there { effect(before, since) } else { Effect::CannotTell };
        Some((before, since, effect))
    }
}

/// Whether a figure moved from one stretch of days to another.
pub fn effect(before: Measured, since: Measured) -> Effect {
    match (before, since) {
        (Measured::Rate { hits, trials }, Measured::Rate { hits: now, trials: all }) => {
            of_rates((hits, trials), (now, all))
        }
        (Measured::Count { hits, days }, Measured::Count { hits: now, days: all }) => {
            of_counts((hits, days), (now, all))
        }
        _ => Effect::CannotTell,
    }
}

/// A figure of a person over some days; of everybody where nobody is named. Counts are those of the
/// days on which the person was in the team, over the working days on which they were there.
pub fn measure(
    workspace: &Workspace,
    person: Option<PersonId>,
    figure: AimFigure,
    days: Span,
    today: Day,
) -> Measured {
    let Some(looked) = Looked::new(workspace, person, figure, (days, today)) else {
        return Measured::Count { hits: 0, days: 0 };
    };
    let ended = |expect| looked.ended().filter(|(_, it)| *it == expect).count() as u64;
    let hits = match figure {
        AimFigure::WinRate => {
            let (won, lost) = (ended(Outcome::Won), ended(Outcome::Lost));
            return Measured::Rate { hits: won, trials: won + lost };
        }
        AimFigure::Wins => ended(Outcome::Won),
        AimFigure::Activities | AimFigure::Visits | AimFigure::Quotes => {
            looked.done().count() as u64
        }
        AimFigure::NewLeads => looked.created().count() as u64,
    };
    let work = match person {
        Some(person) => working_days_of(workspace, person, looked.days),
        None => working_days(looked.days, &workspace.settings()),
    };
    Measured::Count { hits, days: u64::try_from(work).unwrap_or(0) }
}

/// The records that a figure of a person over some days is counted from: of a rate all of its trials.
pub fn behind(
    workspace: &Workspace,
    person: PersonId,
    figure: AimFigure,
    days: Span,
    today: Day,
) -> Vec<Behind> {
    let Some(looked) = Looked::new(workspace, Some(person), figure, (days, today)) else {
        return Vec::new();
    };
    let lead = |(id, _): (LeadId, Outcome)| Behind::Lead(id);
    match figure {
        AimFigure::WinRate => looked.ended().map(lead).collect(),
        AimFigure::Wins => looked.ended().filter(|it| it.1 == Outcome::Won).map(lead).collect(),
        AimFigure::Activities | AimFigure::Visits | AimFigure::Quotes => {
            looked.done().map(Behind::Activity).collect()
        }
        AimFigure::NewLeads => looked.created().map(Behind::Lead).collect(),
    }
}

/// The records of a person, or of everybody, that a figure looks at.
struct Looked<'a> {
    workspace: &'a Workspace,
    person: Option<PersonId>,
    figure: AimFigure,
    /// The days up to today on which the person was in the team; of a rate all of them.
    days: Span,
}

impl<'a> Looked<'a> {
    /// `None` where the person was not in the team on any of the days.
    fn new(
        workspace: &'a Workspace,
        person: Option<PersonId>,
        figure: AimFigure,
        (days, today): (Span, Day),
    ) -> Option<Looked<'a>> {
        let days = Span { first: days.first, last: days.last.min(today) };
        let days = match (figure, workspace.people.find(person)) {
            (AimFigure::WinRate, _) | (_, None) => days,
            (_, Some(known)) => known.in_team(days)?,
        };
        Some(Looked { workspace, person, figure, days })
    }

    fn is_theirs(&self, owner: Option<PersonId>) -> bool {
        self.person.is_none() || owner == self.person
    }

    fn leads(&self) -> impl Iterator<Item = (LeadId, &'a Lead)> {
        self.workspace.leads.iter().filter(move |(_, it)| self.is_theirs(it.owner))
    }

    /// The leads that closed on these days, and what they were by the last of them.
    fn ended(&self) -> impl Iterator<Item = (LeadId, Outcome)> {
        let closed =
            self.leads().filter(move |(_, it)| it.closes.is_some_and(|it| self.days.holds(it)));
        closed.filter_map(move |(id, lead)| {
            let outcome = outcome_by(lead, lead.outcome(self.workspace), self.days.last)?;
            (outcome != Outcome::Open).then_some((id, outcome))
        })
    }

    /// The leads that were created on these days.
    fn created(&self) -> impl Iterator<Item = LeadId> {
        let created = move |lead: &Lead| lead.created.is_some_and(|it| self.days.holds(it));
        self.leads().filter(move |(_, it)| created(it)).map(|(id, _)| id)
    }

    /// What was done on these days and is counted.
    fn done(&self) -> impl Iterator<Item = ActivityId> {
        let counts = move |kind: ActivityKind| match self.figure {
            AimFigure::Visits => matches!(kind, ActivityKind::Visit | ActivityKind::Meeting),
            AimFigure::Quotes => kind == ActivityKind::Quote,
            AimFigure::Activities => kind.is_word(),
            AimFigure::WinRate | AimFigure::Wins | AimFigure::NewLeads => false,
        };
        let done = self.workspace.activities.iter();
        let done = done.filter(move |(_, it)| !it.planned && self.is_theirs(it.person));
        let done = done.filter(move |(_, it)| it.on.is_some_and(|day| self.days.holds(day)));
        done.filter(move |(_, it)| counts(it.kind())).map(|(id, _)| id)
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
    use crate::domain::activity::Activity;
    use crate::domain::for_tests::{day, put};
    use crate::domain::id::{AbsenceId, ActivityId};
    use crate::domain::people::{Absence, Person};

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

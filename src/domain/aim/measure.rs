//! What a figure was over some days, and the records that it is read from.

use super::figure::AimFigure;
use super::stand::{Stood, open_leads};
use crate::domain::activity::ActivityKind;
use crate::domain::arrange;
use crate::domain::behind::Behind;
use crate::domain::calendar::{Day, Span, working_days};
use crate::domain::effect::{Effect, of_counts, of_rates, of_values};
use crate::domain::id::{ActivityId, LeadId, PersonId};
use crate::domain::insight::outcome_by;
use crate::domain::lead::Lead;
use crate::domain::people::working_days_of;
use crate::domain::pipeline::Outcome;
use crate::domain::rates::Rates;
use crate::domain::workspace::Workspace;

/// What a figure was over some days.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// A value of each of some leads, in order: days, or minor units of the team's currency.
    Values(Vec<i64>),
}

impl Measured {
    /// How many records were counted.
    pub fn count(&self) -> u64 {
        match self {
            Measured::Rate { hits, .. } | Measured::Count { hits, .. } => *hits,
            Measured::Values(values) => values.len() as u64,
        }
    }
}

impl From<Option<Stood>> for Measured {
    /// Where it was not looked at, nothing was.
    fn from(stood: Option<Stood>) -> Measured {
        let (hits, trials) = stood.map_or((0, 0), |it| (it.hits, it.trials));
        Measured::Rate { hits, trials }
    }
}

/// Whether a figure moved from one stretch of days to another.
pub fn effect(before: &Measured, since: &Measured) -> Effect {
    match (before, since) {
        (Measured::Rate { hits, trials }, Measured::Rate { hits: now, trials: all }) => {
            of_rates((*hits, *trials), (*now, *all))
        }
        (Measured::Count { hits, days }, Measured::Count { hits: now, days: all }) => {
            of_counts((*hits, *days), (*now, *all))
        }
        (Measured::Values(before), Measured::Values(since)) => of_values(before, since),
        _ => Effect::CannotTell,
    }
}

/// A figure of a person over some days; of everybody where nobody is named. Counts are those of the
/// days on which the person was in the team, over the working days on which they were there. How
/// open leads stand is told as of today, whatever the days, and of somebody who is named.
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
        AimFigure::DealSize | AimFigure::DaysToWin => {
            let mut values: Vec<i64> = looked.valued().map(|it| it.1).collect();
            arrange::naturally(&mut values);
            return Measured::Values(values);
        }
        AimFigure::NextSteps | AimFigure::Fresh => {
            return person.and_then(|it| Stood::now(workspace, it, figure, today)).into();
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
        AimFigure::DealSize | AimFigure::DaysToWin => {
            looked.valued().map(|it| Behind::Lead(it.0)).collect()
        }
        AimFigure::Activities | AimFigure::Visits | AimFigure::Quotes => {
            looked.done().map(Behind::Activity).collect()
        }
        AimFigure::NewLeads => looked.created().map(Behind::Lead).collect(),
        AimFigure::NextSteps | AimFigure::Fresh => {
            open_leads(workspace, person).map(|it| Behind::Lead(it.0)).collect()
        }
    }
}

/// The records of a person, or of everybody, that a figure looks at.
struct Looked<'a> {
    workspace: &'a Workspace,
    person: Option<PersonId>,
    figure: AimFigure,
    /// The days up to today; of a figure that counts over working days those on which the person
    /// was in the team.
    days: Span,
    today: Day,
}

impl<'a> Looked<'a> {
    /// `None` where the person was not in the team on any of the days that are counted.
    fn new(
        workspace: &'a Workspace,
        person: Option<PersonId>,
        figure: AimFigure,
        (days, today): (Span, Day),
    ) -> Option<Looked<'a>> {
        let days = Span { first: days.first, last: days.last.min(today) };
        let days = match workspace.people.find(person) {
            Some(known) if figure.is_counted() => known.in_team(days)?,
            _ => days,
        };
        Some(Looked { workspace, person, figure, days, today })
    }

    fn is_theirs(&self, owner: Option<PersonId>) -> bool {
        self.person.is_none() || owner == self.person
    }

    fn leads(&self) -> impl Iterator<Item = (LeadId, &'a Lead)> {
        self.workspace.leads.iter().filter(move |(_, it)| self.is_theirs(it.owner))
    }

    /// The leads that closed on these days.
    fn closed(&self) -> impl Iterator<Item = (LeadId, &'a Lead)> {
        self.leads().filter(move |(_, it)| it.closes.is_some_and(|it| self.days.holds(it)))
    }

    /// The leads that closed on these days, and what they were by the last of them.
    fn ended(&self) -> impl Iterator<Item = (LeadId, Outcome)> {
        self.closed().filter_map(move |(id, lead)| {
            let outcome = outcome_by(lead, lead.outcome(self.workspace), self.days.last)?;
            (outcome != Outcome::Open).then_some((id, outcome))
        })
    }

    /// The leads that were won on these days and have what the figure looks at: their days from
    /// creation, or their amounts in the team's currency at the rates of the day that is asked about.
    fn valued(&self) -> impl Iterator<Item = (LeadId, i64)> {
        let rates = Rates::on(self.workspace, self.today);
        let figure = self.figure;
        let won = self.closed().filter(|(_, it)| it.outcome(self.workspace) == Outcome::Won);
        won.filter_map(move |(id, lead)| {
            let value = match figure {
                AimFigure::DaysToWin => lead.days_to_close()?,
                _ => rates.convert(lead.amount?)?.minor,
            };
            Some((id, value))
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
            _ => false,
        };
        let done = self.workspace.activities.iter();
        let done = done.filter(move |(_, it)| !it.planned && self.is_theirs(it.person));
        let done = done.filter(move |(_, it)| it.on.is_some_and(|day| self.days.holds(day)));
        done.filter(move |(_, it)| counts(it.kind())).map(|(id, _)| id)
    }
}

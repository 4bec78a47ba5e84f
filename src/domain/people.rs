//! People, teams and absences.

use std::fmt;
use std::str::FromStr;

use super::calendar::{Day, Span, is_working_day};
use super::id::{AbsenceId, PersonId, TeamId};
use super::settings::Settings;
use super::workspace::Workspace;

record! {
    /// A person of the sales team.
    pub struct Person(PersonId) {
        /// The full name.
        name: String,
        /// The team the person sells in.
        team: Option<TeamId>,
        /// The region or office.
        region: String,
        /// The role, in the team's own words.
        role: String,
        /// The mail address.
        email: String,
        /// The first day in the team.
        started: Option<Day>,
        /// The last day in the team; somebody who has left keeps what was done.
        left: Option<Day>,
        /// The key in the system the person was imported from.
        external: String,
        /// How much the person has seen; none counts as experienced.
        level: Option<Level>,
        /// How many open leads the person can work on; none means any number.
        capacity: Option<i64>,
        /// Products and families of products the person knows.
        skills: Vec<String>,
        /// Languages the person sells in.
        languages: Vec<String>,
        /// Places and regions the person sells in.
        territories: Vec<String>,
        /// The teams the person was in before, each until the end of a month.
        past_teams: Vec<PastTeam>,
    }
}

/// A team that somebody was in before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastTeam {
    /// The last day for which what the person won and was to win counts for the team.
    pub until: Day,
    /// The team; none means that the person was in no team.
    pub team: Option<TeamId>,
}

/// A text that names no team with its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPastTeam;

impl fmt::Display for PastTeam {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.team {
            Some(team) => write!(f, "{} {team}", self.until),
            None => write!(f, "{} -", self.until),
        }
    }
}

impl FromStr for PastTeam {
    type Err = NotAPastTeam;

    fn from_str(text: &str) -> Result<PastTeam, NotAPastTeam> {
        let (until, team) = text.split_once(' ').ok_or(NotAPastTeam)?;
        let until = until.parse().map_err(|_| NotAPastTeam)?;
        let team = match team {
            "-" => None,
            team => Some(team.parse().map_err(|_| NotAPastTeam)?),
        };
        Ok(PastTeam { until, team })
    }
}

/// How much a person has seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// New; simple leads to learn on.
    Newcomer,
    /// Most leads.
    Experienced,
    /// The valuable and the complex ones.
    Senior,
}

impl Level {
    /// Every level, from the newest.
    pub const ALL: [Level; 3] = [Level::Newcomer, Level::Experienced, Level::Senior];
}

/// A text that names no level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotALevel;

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Level::Newcomer => "newcomer",
            Level::Experienced => "experienced",
            Level::Senior => "senior",
        })
    }
}

impl FromStr for Level {
    type Err = NotALevel;

    fn from_str(text: &str) -> Result<Level, NotALevel> {
        Level::ALL.into_iter().find(|it| it.to_string() == text).ok_or(NotALevel)
    }
}

super::value::text_scalar!(Level, PastTeam);

impl Person {
    /// The team that what the person won on a day counts for: the one of then where a quota was
    /// planned for it, otherwise the one of now.
    pub fn team_on(&self, day: Day) -> Option<TeamId> {
        let then = self.past_teams.iter().filter(|it| day <= it.until);
        then.min_by_key(|it| it.until).map_or(self.team, |it| it.team)
    }

    /// Whether the person is in the team on a day.
    pub fn is_active(&self, day: Day) -> bool {
        self.started.is_none_or(|it| it <= day) && self.left.is_none_or(|it| day <= it)
    }

    /// Whether the person has left before a day.
    pub fn has_left(&self, day: Day) -> bool {
        self.left.is_some_and(|it| it < day)
    }

    /// Those of some days on which the person was in the team; `None` where there are none.
    pub fn in_team(&self, days: Span) -> Option<Span> {
        let first = self.started.map_or(days.first, |it| it.max(days.first));
        let last = self.left.map_or(days.last, |it| it.min(days.last));
        (first <= last).then_some(Span { first, last })
    }
}

/// The working days of a span on which a person is in the team and not away; all working days where
/// it is nobody's.
pub fn days_present(
    span: Span,
    person: Option<&Person>,
    away: &[Span],
    settings: &Settings,
) -> i64 {
    let is_there = |day: &Day| {
        let in_team = person.is_none_or(|it| it.is_active(*day));
        in_team && is_working_day(*day, settings) && !away.iter().any(|it| it.holds(*day))
    };
    span.days().filter(is_there).count() as i64
}

/// The working days of a span on which somebody of the team is in it and not away.
pub fn working_days_of(workspace: &Workspace, id: PersonId, span: Span) -> i64 {
    let away = workspace.absences.values().filter(|it| it.person == Some(id));
    let away: Vec<Span> = away.filter_map(Absence::span).collect();
    days_present(span, workspace.people.get(id), &away, &workspace.settings())
}

record! {
    /// A team.
    pub struct Team(TeamId) {
        /// The name; a team known only by its manager carries the manager's name.
        name: String,
        /// The manager's name.
        manager: String,
    }
}

record! {
    /// A stretch of days on which a person is away.
    pub struct Absence(AbsenceId) {
        /// Who is away.
        person: Option<PersonId>,
        /// The first day away.
        first: Option<Day>,
        /// The last day away.
        last: Option<Day>,
        /// Why, in the manager's own words.
        reason: String,
    }
}

impl Absence {
    /// The days away; `None` where the record is incomplete.
    pub fn span(&self) -> Option<Span> {
        let (first, last) = (self.first?, self.last?);
        (first <= last).then_some(Span { first, last })
    }
}

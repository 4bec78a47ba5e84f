//! People, teams and absences.

use super::calendar::{Day, Span};
use super::id::{AbsenceId, PersonId, TeamId};

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
    }
}

impl Person {
    /// Whether the person is in the team on a day.
    pub fn is_active(&self, day: Day) -> bool {
        self.started.is_none_or(|it| it <= day) && self.left.is_none_or(|it| day <= it)
    }
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

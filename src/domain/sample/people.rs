//! The sample's teams, people and customers.

use super::{CUSTOMERS, PEOPLE, TEAMS, Words, absence_id, customer_id, person_id, team_id};
use crate::domain::calendar::Day;
use crate::domain::customer::Customer;
use crate::domain::draw::Draw;
use crate::domain::id::*;
use crate::domain::people::{Absence, Level, Person, Team};

/// What a person is like: how long there, how often a lead is won, which share of the leads.
pub(super) struct Profile {
    /// Months since the first day.
    pub months: u32,
    /// Won leads among a hundred closed.
    pub wins: u64,
    /// The share of the leads, as a weight.
    pub share: u64,
    /// The place in [`Words::roles`].
    pub role: usize,
}

const fn profile(months: u32, wins: u64, share: u64, role: usize) -> Profile {
    Profile { months, wins, share, role }
}

/// The people, team by team.
pub(super) const PROFILES: [Profile; PEOPLE] = [
    profile(64, 46, 6, 0),
    profile(41, 58, 12, 1),
    profile(27, 40, 11, 1),
    profile(9, 24, 7, 2),
    profile(52, 44, 7, 0),
    profile(38, 36, 12, 1),
    profile(30, 52, 10, 1),
    profile(2, 30, 4, 2),
    profile(71, 48, 6, 0),
    profile(45, 34, 13, 1),
    profile(22, 42, 9, 1),
    profile(14, 38, 8, 1),
];

/// How much people of each role have seen, and how many open leads they can take.
const LEVELS: [Level; 3] = [Level::Senior, Level::Experienced, Level::Newcomer];
const CAPACITIES: [i64; 3] = [4, 9, 5];

/// The person who is away.
const AWAY: usize = 6;

/// How many people a team has.
pub(super) const TEAM_SIZE: usize = PEOPLE / TEAMS;

pub(super) fn teams(words: &Words) -> Vec<(TeamId, Team)> {
    let team = |place: usize| Team {
        name: words.teams[place].to_owned(),
        manager: words.people[place * TEAM_SIZE].to_owned(),
    };
    (0..TEAMS).map(|place| (team_id(place), team(place))).collect()
}

pub(super) fn people(words: &Words, today: Day) -> Vec<(PersonId, Person)> {
    let person = |place: usize| Person {
        name: words.people[place].to_owned(),
        team: Some(team_id(place / TEAM_SIZE)),
        region: words.regions[place / TEAM_SIZE].to_owned(),
        role: words.roles[PROFILES[place].role].to_owned(),
        started: Some(first_day(place, today)),
        level: Some(LEVELS[PROFILES[place].role]),
        capacity: Some(CAPACITIES[PROFILES[place].role]),
        ..Person::default()
    };
    (0..PEOPLE).map(|place| (person_id(place), person(place))).collect()
}

/// A person's first day: the first of a month.
pub(super) fn first_day(place: usize, today: Day) -> Day {
    let months = u64::from(PROFILES[place].months);
    today.month_start().minus(months * 30).month_start()
}

pub(super) fn absence(words: &Words, today: Day) -> (AbsenceId, Absence) {
    let absence = Absence {
        person: Some(person_id(AWAY)),
        first: Some(today.minus(1)),
        last: Some(today.plus(5)),
        reason: words.absence.to_owned(),
    };
    (absence_id(), absence)
}

pub(super) fn customers(words: &Words) -> Vec<(CustomerId, Customer)> {
    let mut draw = Draw::of_seed(30);
    let mut customer = |place: usize| {
        let region = place * TEAMS / CUSTOMERS;
        Customer {
            name: words.customers[place].to_owned(),
            sector: words.sectors[draw.place(words.sectors.len())].to_owned(),
            location: words.places[region * 3 + draw.place(3)].to_owned(),
            parent: (place % 10 == 9).then(|| customer_id(place - 9)),
            class: super::activities::class(place).to_owned(),
            employees: Some(draw.between(4, 120) as i64 * 25),
            ..Customer::default()
        }
    };
    (0..CUSTOMERS).map(|place| (customer_id(place), customer(place))).collect()
}

//! The team: who is in it, who is there today, and how each one's selling goes.

pub mod abilities;
mod person;
pub mod words;

pub use person::{
    GoalLine, OpenLine, PersonView, colleague_choices, goals_of, leads_of, person_choices,
    person_view, team_choices,
};

use std::collections::BTreeMap;

use super::goals::won_in;
use crate::domain::arrange;
use crate::domain::calendar::{Day, Period};
use crate::domain::id::{PersonId, TeamId};
use crate::domain::insight::{Figures, Rate, figures_by};
use crate::domain::money::Sums;
use crate::domain::people::Person;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::{Table, Workspace};
use crate::present::name_order::NameOrder;

/// The tables that the team is read from.
pub const TABLES: [Table; 7] = [
    Table::People,
    Table::Teams,
    Table::Absences,
    Table::Leads,
    Table::Stages,
    Table::Settings,
    Table::Goals,
];

/// Whether somebody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Is there.
    Here,
    /// Is away until that day.
    Away(Day),
    /// Begins on that day.
    Coming(Day),
    /// Left on that day.
    Left(Day),
}

/// A person in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonLine {
    /// Who.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// The role.
    pub role: String,
    /// The region.
    pub region: String,
    /// The first day in the team.
    pub started: Option<Day>,
    /// Whether there today.
    pub presence: Presence,
    /// How many leads are open.
    pub open: u64,
    /// What they are worth.
    pub open_value: Sums,
    /// What was won this quarter.
    pub won: Sums,
    /// Won among all closed leads.
    pub rate: Option<Rate>,
}

/// A team in full.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamGroup {
    /// The team; none for people without one.
    pub team: Option<TeamId>,
    /// Its name.
    pub name: String,
    /// Its manager; empty where that is also the team's name.
    pub manager: String,
    /// The regions of its people, each once.
    pub regions: Vec<String>,
    /// Its people, by name; those who have left come last.
    pub people: Vec<PersonLine>,
}

/// All teams.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamView {
    /// The quarter that holds today.
    pub quarter: Period,
    /// Teams by name, then the people without one.
    pub groups: Vec<TeamGroup>,
}

/// All teams as they are on a day.
pub fn team_view(workspace: &Workspace, today: Day) -> TeamView {
    let desk = Desk::new(workspace, today);
    let mut teams: Vec<_> = workspace.teams.iter().collect();
    arrange::by_cached_key(&mut teams, |(id, it)| (NameOrder::of(&it.name), *id));
    let mut groups: Vec<TeamGroup> = teams
        .into_iter()
        .map(|(id, team)| {
            let manager = if team.manager == team.name { "" } else { &team.manager };
            desk.group(Some(id), team.name.clone(), manager.to_owned())
        })
        .collect();
    let rest = desk.group(None, String::new(), String::new());
    if !rest.people.is_empty() {
        groups.push(rest);
    }
    TeamView { quarter: desk.quarter, groups }
}

/// Whether somebody is there on a day.
pub fn presence(workspace: &Workspace, id: PersonId, person: &Person, today: Day) -> Presence {
    if let Some(day) = person.left.filter(|it| *it < today) {
        return Presence::Left(day);
    }
    if let Some(day) = person.started.filter(|it| today < *it) {
        return Presence::Coming(day);
    }
    let spans = workspace.absences.values().filter(|it| it.person == Some(id));
    let away = spans.filter_map(|it| it.span()).filter(|it| it.holds(today));
    away.map(|it| it.last).max().map_or(Presence::Here, Presence::Away)
}

/// What all lines are made from.
struct Desk<'a> {
    workspace: &'a Workspace,
    today: Day,
    quarter: Period,
    all: BTreeMap<Option<PersonId>, Figures>,
    won: BTreeMap<Option<PersonId>, Figures>,
}

impl<'a> Desk<'a> {
    fn new(workspace: &'a Workspace, today: Day) -> Desk<'a> {
        let start = workspace.settings().fiscal_start();
        let quarter = start.quarter_of(today);
        let all = workspace.leads.values().map(|lead| (lead, lead.outcome(workspace)));
        let won = quarter.span(start).into_iter().flat_map(|span| won_in(workspace, span));
        let won = won.map(|(_, lead)| (lead, Outcome::Won));
        Desk {
            workspace,
            today,
            quarter,
            all: figures_by(all, |lead| lead.owner),
            won: figures_by(won, |lead| lead.owner),
        }
    }

    fn group(&self, team: Option<TeamId>, name: String, manager: String) -> TeamGroup {
        let known = |person: &Person| person.team.filter(|it| self.workspace.teams.has(*it));
        let people = self.workspace.people.iter().filter(|(_, it)| known(it) == team);
        let mut people: Vec<PersonLine> = people.map(|(id, it)| self.line(id, it)).collect();
        let gone = |line: &PersonLine| matches!(line.presence, Presence::Left(_));
        arrange::by_cached_key(&mut people, |it| (gone(it), NameOrder::of(&it.name), it.id));
        let mut regions: Vec<String> = people.iter().map(|it| it.region.clone()).collect();
        arrange::by_cached_key(&mut regions, |it| NameOrder::of(it));
        regions.dedup();
        regions.retain(|it| !it.is_empty());
        TeamGroup { team, name, manager, regions, people }
    }

    fn line(&self, id: PersonId, person: &Person) -> PersonLine {
        let all = self.all.get(&Some(id));
        PersonLine {
            id,
            name: person.name.clone(),
            role: person.role.clone(),
            region: person.region.clone(),
            started: person.started,
            presence: presence(self.workspace, id, person, self.today),
            open: all.map_or(0, |it| it.open),
            open_value: all.map(|it| it.open_value.clone()).unwrap_or_default(),
            won: self.won.get(&Some(id)).map(|it| it.won_value.clone()).unwrap_or_default(),
            rate: all.and_then(Figures::win_rate),
        }
    }
}

#[cfg(test)]
mod tests;

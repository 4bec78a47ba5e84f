//! One person: figures, goals, open leads, absences.

use super::{Desk, PersonLine};
use crate::domain::apply::lead_heading;
use crate::domain::arrange;
use crate::domain::calendar::{Day, Period};
use crate::domain::goal::Bearer;
use crate::domain::id::{AbsenceId, LeadId, PersonId, TeamId};
use crate::domain::lead::Lead;
use crate::domain::people::{Absence, Person};
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::words::pace_sentence;
use crate::present::goals::{GoalRow, GoalsView};
use crate::present::name_order::NameOrder;

/// How many open leads are shown.
const SHOWN: usize = 8;

/// The goal of one period.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalLine {
    /// The period.
    pub period: Period,
    /// How far it has come.
    pub row: GoalRow,
    /// The pace in one sentence.
    pub sentence: String,
}

/// An open lead in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenLine {
    /// The lead.
    pub id: LeadId,
    /// The customer, or what the lead is called.
    pub title: String,
    /// Its stage and next step.
    pub note: String,
    /// Its amount; empty where it has none.
    pub amount: String,
}

/// A person in full.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonView {
    /// The record.
    pub person: Person,
    /// The team's name; empty without one.
    pub team: String,
    /// The figures.
    pub line: PersonLine,
    /// Goals of this month, quarter and year.
    pub goals: Vec<GoalLine>,
    /// The largest open leads.
    pub leads: Vec<OpenLine>,
    /// Absences, the latest first.
    pub absences: Vec<(AbsenceId, Absence)>,
}

/// A person in full on a day; `None` once there is no such person.
pub fn person_view(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    id: PersonId,
) -> Option<PersonView> {
    let person = workspace.people.get(id)?;
    let desk = Desk::new(workspace, today);
    let team = workspace.teams.find(person.team).map(|it| it.name.clone());
    Some(PersonView {
        team: team.unwrap_or_default(),
        line: desk.line(id, person),
        goals: goals_of(workspace, lang, today, id),
        leads: open_leads(workspace, lang, id),
        absences: absences(workspace, id),
        person: person.clone(),
    })
}

/// How many leads a person has: all, and those that are open.
pub fn leads_of(workspace: &Workspace, id: PersonId) -> (usize, usize) {
    let own = || workspace.leads.values().filter(|lead| lead.owner == Some(id));
    let open = own().filter(|lead| lead.outcome(workspace) == Outcome::Open);
    (own().count(), open.count())
}

/// The goals of a person for this month, quarter and year, where there are some.
pub fn goals_of(workspace: &Workspace, lang: Lang, today: Day, id: PersonId) -> Vec<GoalLine> {
    let start = workspace.settings().fiscal_start();
    let month = Period::Month(today.year(), today.month());
    let periods = [month, start.quarter_of(today), start.year_of(today)];
    let line = |period: Period| {
        let view = GoalsView::new(workspace, period, today)?;
        let row = view.row(Bearer::Person(id))?.clone();
        Some(GoalLine { period, sentence: pace_sentence(lang, &view, &row), row })
    };
    periods.into_iter().filter_map(line).collect()
}

fn open_leads(workspace: &Workspace, lang: Lang, id: PersonId) -> Vec<OpenLine> {
    let own = workspace.leads.iter().filter(|(_, lead)| lead.owner == Some(id));
    let mut open: Vec<(LeadId, &Lead)> =
        own.filter(|(_, lead)| lead.outcome(workspace) == Outcome::Open).collect();
    let size = |lead: &Lead| std::cmp::Reverse(lead.amount.map_or(0, |it| it.minor));
    arrange::by_key(&mut open, |(id, lead)| (size(lead), *id));
    open.truncate(SHOWN);
    open.into_iter().map(|(id, lead)| open_line(workspace, lang, id, lead)).collect()
}

fn open_line(workspace: &Workspace, lang: Lang, id: LeadId, lead: &Lead) -> OpenLine {
    let stage = workspace.stages.find(lead.stage).map_or("", |it| &it.name);
    let parts = [stage, &lead.next_step].into_iter().filter(|it| !it.is_empty());
    OpenLine {
        id,
        title: lead_heading(workspace, lead),
        note: parts.collect::<Vec<_>>().join(" · "),
        amount: lead.amount.map(|it| format::money(lang, it)).unwrap_or_default(),
    }
}

fn absences(workspace: &Workspace, id: PersonId) -> Vec<(AbsenceId, Absence)> {
    let own = workspace.absences.iter().filter(|(_, it)| it.person == Some(id));
    let mut absences: Vec<_> = own.map(|(id, absence)| (id, absence.clone())).collect();
    arrange::by_key(&mut absences, |(id, absence)| (std::cmp::Reverse(absence.first), *id));
    absences
}

/// Those who have not left by a day, by name, as choices; and those who are chosen already, whether
/// they have left or not.
pub fn colleague_choices(
    workspace: &Workspace,
    today: Day,
    chosen: &[PersonId],
) -> Vec<(PersonId, String)> {
    let is_offered = |(id, _): &(PersonId, String)| {
        chosen.contains(id) || workspace.people.get(*id).is_some_and(|it| !it.has_left(today))
    };
    person_choices(workspace).into_iter().filter(is_offered).collect()
}

/// All people by name, as choices; also those who have left.
pub fn person_choices(workspace: &Workspace) -> Vec<(PersonId, String)> {
    let people = workspace.people.iter().map(|(id, it)| (id, it.name.clone()));
    let mut people: Vec<_> = people.collect();
    arrange::by_cached_key(&mut people, |it| NameOrder::of(&it.1));
    people
}

/// The teams that somebody can be put into, by name.
pub fn team_choices(workspace: &Workspace) -> Vec<(TeamId, String)> {
    let mut teams: Vec<_> = workspace.teams.iter().map(|(id, it)| (id, it.name.clone())).collect();
    arrange::by_cached_key(&mut teams, |it| NameOrder::of(&it.1));
    teams
}

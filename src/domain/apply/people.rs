//! The rules of people, teams and absences.

use super::pay_plans::rename_in_shares;
use super::{check_name, leave_contests};
use crate::domain::ability::Ability;
use crate::domain::calendar::{Day, Period};
use crate::domain::changes::Changes;
use crate::domain::goal::Bearer;
use crate::domain::id::{AbsenceId, PersonId, TeamId};
use crate::domain::label::Label;
use crate::domain::lead::Lead;
use crate::domain::people::{Absence, PastTeam, Person, Team};
use crate::domain::quota::{Named, QuotaLock, QuotaYear, Refused, Row, Why, year_of};
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn save_person(
    workspace: &Workspace,
    id: PersonId,
    person: &Person,
    today: Day,
) -> Result<Changes, Rejection> {
    check_name(&workspace.people, id, &person.name, |it| &it.name)?;
    if let (Some(first), Some(last)) = (person.started, person.left)
        && last < first
    {
        return Err(Rejection::DaysReversed(first, last));
    }
    if let Some(capacity) = person.capacity.filter(|it| *it < 0) {
        return Err(Rejection::CapacityNegative(capacity));
    }
    let label = match workspace.people.has(id) {
        true => Label::PersonEdited(person.name.clone()),
        false => Label::PersonAdded(person.name.clone()),
    };
    let mut changes = Changes::new(label);
    let past_teams = past_teams(workspace, id, person, today)?;
    changes.put(workspace, id, &Person { past_teams, ..person.clone() });
    if let Some(was) = workspace.people.get(id).filter(|it| it.name != person.name) {
        rename_in_shares(workspace, &mut changes, (&was.name, &person.name));
    }
    Ok(changes)
}

/// Says what people know, speak or sell in; who has it so already stays as they are.
pub(super) fn set_abilities(
    workspace: &Workspace,
    ability: Ability,
    said: &[(PersonId, Vec<String>)],
) -> Result<Changes, Rejection> {
    let mut changed = Vec::new();
    for (id, words) in said {
        let person = workspace.people.get(*id).ok_or(Rejection::PersonGone)?;
        if ability.of(person) != &words[..] {
            changed.push((*id, ability.with(person, words.clone()), person));
        }
    }
    let label = match &changed[..] {
        [(.., one)] => Label::PersonEdited(one.name.clone()),
        several => Label::AbilitiesSet(several.len().to_string()),
    };
    let mut changes = Changes::new(label);
    for (id, person, _) in changed {
        changes.put(workspace, id, &person);
    }
    Ok(changes)
}

/// The teams that somebody was in, where the team changes now: months with a quota that are over
/// stay with the team of then.
///
/// # Errors
/// [`Why::LockOfTeam`] where a locked sum of a team would change.
pub fn past_teams(
    workspace: &Workspace,
    id: PersonId,
    person: &Person,
    today: Day,
) -> Result<Vec<PastTeam>, Rejection> {
    let Some(was) = workspace.people.get(id) else { return Ok(person.past_teams.clone()) };
    if was.team == person.team {
        return Ok(was.past_teams.clone());
    }
    let this_month = Period::Month(today.year(), today.month());
    let start = workspace.settings().fiscal_start();
    let ended = this_month.previous().span(start).map(|it| it.last);
    let quotas = planned_months(workspace, id);
    let is_over = |it: &Period| it.span(start).map(|it| it.last) <= ended;
    let (past, coming): (Vec<Period>, Vec<Period>) = quotas.into_iter().partition(is_over);
    let teams = [was.team, person.team];
    let mut locks = workspace.quota_locks.values().filter_map(QuotaLock::cell);
    let in_the_way = locks.find(|lock| {
        let of_team = matches!(lock.row, Row::Team(team) if teams.contains(&Some(team)));
        let span = lock.period.span(start);
        let holds = |month: &Period| {
            span.zip(month.span(start)).is_some_and(|(all, one)| all.holds(one.first))
        };
        of_team && coming.iter().any(holds)
    });
    if let Some(lock) = in_the_way {
        let (cell, why) = (Named::of(workspace, lock), Why::LockOfTeam(was.name.clone()));
        return Err(Rejection::Quota(Box::new(Refused { cell, why })));
    }
    let mut teams = was.past_teams.clone();
    let new = ended.filter(|until| !past.is_empty() && teams.iter().all(|it| it.until < *until));
    teams.extend(new.map(|until| PastTeam { until, team: was.team }));
    Ok(teams)
}

/// The months of planned years in which somebody has a quota.
fn planned_months(workspace: &Workspace, id: PersonId) -> Vec<Period> {
    let start = workspace.settings().fiscal_start();
    let is_planned = |period: Period| {
        let year = year_of(period, start);
        year.is_some_and(|it| workspace.quota_years.has(QuotaYear::id_of(it)))
    };
    let own = workspace.goals.values().filter(|it| {
        it.bearer == Some(Bearer::Person(id)) && it.quota.is_some_and(|it| it.minor != 0)
    });
    let months = own.filter_map(|it| it.period);
    months.filter(|it| matches!(it, Period::Month(..)) && is_planned(*it)).collect()
}

pub(super) fn delete_person(workspace: &Workspace, id: PersonId) -> Result<Changes, Rejection> {
    let person = workspace.people.get(id).ok_or(Rejection::PersonGone)?;
    let months = planned_months(workspace, id);
    if !months.is_empty() {
        return Err(Rejection::PersonHasQuotas(person.name.clone(), months.len()));
    }
    let mut changes = Changes::new(Label::PersonDeleted(person.name.clone()));
    for (lead_id, lead) in workspace.leads.iter().filter(|(_, lead)| lead.owner == Some(id)) {
        changes.put(workspace, lead_id, &Lead { owner: None, ..lead.clone() });
    }
    let absences = workspace.absences.iter().filter(|(_, it)| it.person == Some(id));
    for (absence, _) in absences {
        changes.remove::<Absence>(workspace, absence);
    }
    super::growth::remove_all_of(workspace, &|it| it == id, &mut changes);
    leave_contests(workspace, &|it| it == Bearer::Person(id), &mut changes);
    changes.remove::<Person>(workspace, id);
    Ok(changes)
}

pub(super) fn save_team(
    workspace: &Workspace,
    id: TeamId,
    team: &Team,
) -> Result<Changes, Rejection> {
    check_name(&workspace.teams, id, &team.name, |it| &it.name)?;
    let mut changes = Changes::new(Label::TeamSaved(team.name.clone()));
    changes.put(workspace, id, team);
    Ok(changes)
}

pub(super) fn delete_team(workspace: &Workspace, id: TeamId) -> Result<Changes, Rejection> {
    let team = workspace.teams.get(id).ok_or(Rejection::TeamGone)?;
    let mut changes = Changes::new(Label::TeamDeleted(team.name.clone()));
    for (person_id, person) in workspace.people.iter().filter(|(_, it)| it.team == Some(id)) {
        changes.put(workspace, person_id, &Person { team: None, ..person.clone() });
    }
    leave_contests(workspace, &|it| it == Bearer::Team(id), &mut changes);
    changes.remove::<Team>(workspace, id);
    Ok(changes)
}

pub(super) fn save_absence(
    workspace: &Workspace,
    id: AbsenceId,
    absence: &Absence,
) -> Result<Changes, Rejection> {
    let (Some(person), Some(first), Some(last)) = (absence.person, absence.first, absence.last)
    else {
        return Err(Rejection::AbsenceIncomplete);
    };
    if last < first {
        return Err(Rejection::DaysReversed(first, last));
    }
    let person = workspace.people.get(person).ok_or(Rejection::PersonGone)?;
    let mut changes = Changes::new(Label::AbsenceSaved(person.name.clone()));
    changes.put(workspace, id, absence);
    Ok(changes)
}

pub(super) fn delete_absence(workspace: &Workspace, id: AbsenceId) -> Result<Changes, Rejection> {
    let absence = workspace.absences.get(id).ok_or(Rejection::AbsenceGone)?;
    let person = workspace.people.find(absence.person).map(|it| it.name.clone());
    let mut changes = Changes::new(Label::AbsenceDeleted(person.unwrap_or_default()));
    changes.remove::<Absence>(workspace, id);
    Ok(changes)
}

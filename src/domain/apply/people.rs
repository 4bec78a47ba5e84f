//! The rules of people, teams and absences.

use super::{check_name, leave_contests};
use crate::domain::changes::Changes;
use crate::domain::goal::Bearer;
use crate::domain::id::{AbsenceId, PersonId, TeamId};
use crate::domain::label::Label;
use crate::domain::lead::Lead;
use crate::domain::people::{Absence, Person, Team};
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn save_person(
    workspace: &Workspace,
    id: PersonId,
    person: &Person,
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
    changes.put(workspace, id, person);
    Ok(changes)
}

pub(super) fn delete_person(workspace: &Workspace, id: PersonId) -> Result<Changes, Rejection> {
    let person = workspace.people.get(id).ok_or(Rejection::PersonGone)?;
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

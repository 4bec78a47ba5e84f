//! The rules of sealed rounds: how one begins, who says what, and when all of it is revealed.
//!
//! No label holds an amount: undo, history and words of what was done tell of a sealed answer only
//! that it is there.

use super::Context;
use crate::domain::calendar::Period;
use crate::domain::changes::Changes;
use crate::domain::id::{PersonId, RoundId};
use crate::domain::label::Label;
use crate::domain::rejection::Rejection;
use crate::domain::round::{Promise, Round, Said, Seen, Status, running, statuses};
use crate::domain::workspace::Workspace;

pub(super) fn begin(
    workspace: &Workspace,
    id: RoundId,
    period: Period,
    people: &[PersonId],
    ctx: &Context,
) -> Result<Changes, Rejection> {
    if running(workspace).is_some() {
        return Err(Rejection::RoundRunning);
    }
    let mut asked: Vec<PersonId> = Vec::new();
    for person in people {
        if !workspace.people.has(*person) {
            return Err(Rejection::PersonGone);
        }
        if !asked.contains(person) {
            asked.push(*person);
        }
    }
    if asked.is_empty() {
        return Err(Rejection::RoundWithoutPeople);
    }
    let round = Round {
        period: Some(period),
        people: asked,
        currency: Some(workspace.settings().currency()),
        begun: Some(ctx.today),
        ..Round::default()
    };
    let mut changes = Changes::new(Label::RoundBegun(period.to_string()));
    changes.put(workspace, id, &round);
    Ok(changes)
}

/// The round, and the name of somebody who takes part in it.
fn part_of(
    workspace: &Workspace,
    id: RoundId,
    person: PersonId,
) -> Result<(&Round, String), Rejection> {
    let round = underway(workspace, id)?;
    let known = workspace.people.get(person).filter(|_| round.people.contains(&person));
    Ok((round, known.ok_or(Rejection::PersonGone)?.name.clone()))
}

fn underway(workspace: &Workspace, id: RoundId) -> Result<&Round, Rejection> {
    let round = workspace.rounds.get(id).filter(|it| it.revealed.is_none());
    round.ok_or(Rejection::RoundGone)
}

pub(super) fn seal(
    workspace: &Workspace,
    id: RoundId,
    person: PersonId,
    said: Said,
) -> Result<Changes, Rejection> {
    let (_, name) = part_of(workspace, id, person)?;
    let Said { worst, commit, best } = said;
    if worst.min(commit).min(best) < 0 {
        return Err(Rejection::AmountNegative);
    }
    if commit < worst || best < commit {
        return Err(Rejection::PromiseOutOfOrder);
    }
    let sealed =
        Promise { round: Some(id), person: Some(person), absent: false, worst, commit, best };
    let mut changes = Changes::new(Label::PromiseSealed(name));
    changes.put(workspace, Promise::id_of(id, person), &sealed);
    Ok(changes)
}

pub(super) fn skip(
    workspace: &Workspace,
    id: RoundId,
    person: PersonId,
) -> Result<Changes, Rejection> {
    let (_, name) = part_of(workspace, id, person)?;
    let (round, person_) = (Some(id), Some(person));
    let absent = Promise { round, person: person_, absent: true, ..Promise::default() };
    let mut changes = Changes::new(Label::PromiseSkipped(name));
    changes.put(workspace, Promise::id_of(id, person), &absent);
    Ok(changes)
}

pub(super) fn reveal(
    workspace: &Workspace,
    id: RoundId,
    seen: Seen,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let round = underway(workspace, id)?;
    if !statuses(workspace, id).iter().any(|(_, it)| *it == Status::Sealed) {
        return Err(Rejection::RoundWithoutAnswers);
    }
    let [low, likely, high] = seen.landing.map_or([None; 3], |it| it.map(Some));
    let revealed =
        Round { revealed: Some(ctx.today), low, likely, high, goal: seen.goal, ..round.clone() };
    let period = round.period.map(|it| it.to_string()).unwrap_or_default();
    let mut changes = Changes::new(Label::RoundRevealed(period));
    changes.put(workspace, id, &revealed);
    Ok(changes)
}

pub(super) fn drop(workspace: &Workspace, id: RoundId) -> Result<Changes, Rejection> {
    underway(workspace, id)?;
    let sealed = statuses(workspace, id).iter().filter(|(_, it)| *it == Status::Sealed).count();
    let mut changes = Changes::new(Label::RoundDropped(sealed.to_string()));
    for (promise, _) in workspace.promises.iter().filter(|(_, it)| it.round == Some(id)) {
        changes.remove::<Promise>(workspace, promise);
    }
    changes.remove::<Round>(workspace, id);
    Ok(changes)
}

#[cfg(test)]
mod tests;

//! The rules of thanks. No label holds what was said, only of whom.

use super::Context;
use crate::domain::changes::Changes;
use crate::domain::goal::Bearer;
use crate::domain::id::{ContestId, PersonId, PraiseId};
use crate::domain::label::Label;
use crate::domain::rejection::Rejection;
use crate::domain::thanks::contest::{self, has_counted, measures_alike};
use crate::domain::thanks::{
    Contest, ContestKind, Praise, ThanksDeed, ThanksRefused, ThanksRules, standings,
};
use crate::domain::workspace::Workspace;

pub(super) fn apply(
    workspace: &Workspace,
    deed: &ThanksDeed,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    match deed {
        ThanksDeed::SavePraise(id, praise) => save_praise(workspace, *id, praise, ctx),
        ThanksDeed::DeletePraise(id) => delete_praise(workspace, *id),
        ThanksDeed::SetRules(rules) => set_rules(workspace, rules),
        ThanksDeed::SaveContest(id, contest) => save_contest(workspace, *id, contest, ctx),
        ThanksDeed::EndContest(id) => end_contest(workspace, *id, ctx),
        ThanksDeed::DeleteContest(id) => delete_contest(workspace, *id),
    }
}

fn save_praise(
    workspace: &Workspace,
    id: PraiseId,
    praise: &Praise,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let refused = |why| Err(Rejection::Thanks(why));
    if praise.to.is_empty() {
        return refused(ThanksRefused::NobodyThanked);
    }
    if praise.to.iter().chain(&praise.from).any(|it| !workspace.people.has(*it)) {
        return Err(Rejection::PersonGone);
    }
    if praise.from.is_some_and(|it| praise.to.contains(&it)) {
        return refused(ThanksRefused::OwnPraise);
    }
    let (text, value) = (praise.text.trim().to_owned(), praise.value.trim().to_owned());
    if text.is_empty() {
        return refused(ThanksRefused::PraiseEmpty);
    }
    if value.is_empty() {
        return refused(ThanksRefused::ValueMissing);
    }
    let on = praise.on.or(Some(ctx.today));
    if let Some(day) = on.filter(|it| ctx.today < *it) {
        return Err(Rejection::DoneAhead(day));
    }
    let mut to = praise.to.clone();
    to.sort();
    to.dedup();
    let mut changes = Changes::new(label("praise", "saved", &names(workspace, &to)));
    changes.put(workspace, id, &Praise { to, on, text, value, ..praise.clone() });
    Ok(changes)
}

fn delete_praise(workspace: &Workspace, id: PraiseId) -> Result<Changes, Rejection> {
    let gone = || Rejection::Thanks(ThanksRefused::PraiseGone);
    let praise = workspace.praises.get(id).ok_or_else(gone)?;
    let mut changes = Changes::new(label("praise", "deleted", &names(workspace, &praise.to)));
    changes.remove::<Praise>(workspace, id);
    Ok(changes)
}

fn set_rules(workspace: &Workspace, rules: &ThanksRules) -> Result<Changes, Rejection> {
    let values = rules.values.iter().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty());
    let values: Vec<String> = values.collect();
    if values.is_empty() {
        return Err(Rejection::Thanks(ThanksRefused::NoValues));
    }
    for (place, value) in values.iter().enumerate() {
        if values[..place].contains(value) {
            return Err(Rejection::Thanks(ThanksRefused::ValueTwice(value.clone())));
        }
    }
    let mut changes = Changes::new(label("values", "saved", &values.join(", ")));
    changes.put(workspace, ThanksRules::ID, &ThanksRules { values, quiet: rules.quiet });
    Ok(changes)
}

fn save_contest(
    workspace: &Workspace,
    id: ContestId,
    contest: &Contest,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let refused = |why| Err(Rejection::Thanks(why));
    super::check_name(&workspace.contests, id, &contest.name, |it| &it.name)?;
    if workspace.contests.get(id).is_some_and(|it| it.ended.is_some()) || contest.ended.is_some() {
        return refused(ThanksRefused::ContestOver);
    }
    if contest.days().is_none() {
        return refused(ThanksRefused::ContestDays);
    }
    let kind = contest.kind.unwrap_or_default();
    let fits = |side: &Bearer| match side {
        Bearer::Team(team) => kind == ContestKind::Teams && workspace.teams.has(*team),
        Bearer::Person(person) => kind != ContestKind::Teams && workspace.people.has(*person),
        Bearer::Company => false,
    };
    let enough = match kind {
        ContestKind::Duel => contest.sides.len() == 2,
        _ => 2 <= contest.sides.len(),
    };
    if !enough || !contest.sides.iter().all(fits) {
        return refused(ThanksRefused::ContestSides);
    }
    if kind == ContestKind::FirstTo && contest.target <= 0 {
        return refused(ThanksRefused::ContestTarget);
    }
    let (name, prize) = (contest.name.trim().to_owned(), contest.prize.trim().to_owned());
    let (result, changed) = (Vec::new(), Vec::new());
    let mut contest = Contest { name, prize, result, changes: changed, ..contest.clone() };
    if let Some(was) = workspace.contests.get(id) {
        if !measures_alike(was, &contest) && has_counted(workspace, was, ctx.today) {
            return refused(ThanksRefused::ContestCounted);
        }
        // Nobody makes a contest end at once with whoever is first just now.
        if contest.last != was.last && contest.last.is_some_and(|it| it < ctx.today) {
            return refused(ThanksRefused::ContestLastOver);
        }
        let more = contest::changes(was, &contest, ctx.today);
        contest.changes = was.changes.iter().cloned().chain(more).collect();
    }
    let mut changes = Changes::new(label("contest", "saved", &contest.name));
    changes.put(workspace, id, &contest);
    Ok(changes)
}

fn end_contest(workspace: &Workspace, id: ContestId, ctx: &Context) -> Result<Changes, Rejection> {
    let running = workspace.contests.get(id).filter(|it| it.ended.is_none());
    let contest = running.ok_or(Rejection::Thanks(ThanksRefused::ContestOver))?;
    let result = standings(workspace, contest, ctx.today);
    if !contest.is_decided(&result, ctx.today) {
        let until = contest.last.unwrap_or(ctx.today);
        return Err(Rejection::Thanks(ThanksRefused::ContestRuns(until)));
    }
    let mut changes = Changes::new(label("contest", "ended", &contest.name));
    let ended = Some(ctx.today);
    changes.put(workspace, id, &Contest { ended, result, ..contest.clone() });
    Ok(changes)
}

fn delete_contest(workspace: &Workspace, id: ContestId) -> Result<Changes, Rejection> {
    let gone = || Rejection::Thanks(ThanksRefused::ContestOver);
    let contest = workspace.contests.get(id).ok_or_else(gone)?;
    let mut changes = Changes::new(label("contest", "deleted", &contest.name));
    changes.remove::<Contest>(workspace, id);
    Ok(changes)
}

/// Takes people who are deleted off the wall; praise that was for nobody else goes.
pub(super) fn take_off_the_wall(
    workspace: &Workspace,
    goes: &dyn Fn(PersonId) -> bool,
    changes: &mut Changes,
) {
    for (id, praise) in workspace.praises.iter() {
        let to: Vec<PersonId> = praise.to.iter().copied().filter(|it| !goes(*it)).collect();
        if to.is_empty() {
            changes.remove::<Praise>(workspace, id);
        } else if to.len() < praise.to.len() {
            changes.put(workspace, id, &Praise { to, ..praise.clone() });
        }
    }
}

/// Takes those who are deleted out of contests. One that runs goes where fewer than two are left;
/// one that has ended keeps its result, and goes where nobody is left.
pub fn leave_contests(workspace: &Workspace, goes: &dyn Fn(Bearer) -> bool, changes: &mut Changes) {
    let stays = |it: &Bearer| match *it {
        Bearer::Company => true,
        Bearer::Team(id) => workspace.teams.has(id) && !goes(*it),
        Bearer::Person(id) => workspace.people.has(id) && !goes(*it),
    };
    for (id, contest) in workspace.contests.iter() {
        if !contest.sides.iter().any(|it| goes(*it)) {
            continue;
        }
        let sides: Vec<Bearer> = contest.sides.iter().copied().filter(stays).collect();
        let enough = if contest.ended.is_some() { 1 } else { 2 };
        if sides.len() < enough {
            changes.remove::<Contest>(workspace, id);
        } else if contest.ended.is_none() {
            changes.put(workspace, id, &Contest { sides, ..contest.clone() });
        }
    }
}

fn names(workspace: &Workspace, people: &[PersonId]) -> String {
    let names = people.iter().filter_map(|it| Some(workspace.people.get(*it)?.name.as_str()));
    names.collect::<Vec<_>>().join(", ")
}

fn label(noun: &str, deed: &str, name: &str) -> Label {
    Label::PeopleChanged(noun.to_owned(), deed.to_owned(), name.to_owned())
}

#[cfg(test)]
mod tests;

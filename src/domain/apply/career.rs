//! The rules of the career ladder. No label holds what was said of somebody.

use super::Context;
use crate::domain::calendar::Day;
use crate::domain::career::kept::Judged;
use crate::domain::career::{
    CareerCriterion, CareerDeed, CareerFigure, CareerLevel, CareerRefused, Judgement, LevelStart,
    MOST_QUARTERS, Promotion, Verdict, criteria_of, promotions_of, read,
};
use crate::domain::changes::Changes;
use crate::domain::id::{CareerCriterionId, CareerLevelId, PersonId, PromotionId};
use crate::domain::label::Label;
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn apply(
    workspace: &Workspace,
    deed: &CareerDeed,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    match deed {
        CareerDeed::SaveLevel(id, name) => save_level(workspace, *id, name),
        CareerDeed::Start(levels) => start(workspace, levels),
        CareerDeed::Arrange(order) => arrange(workspace, order),
        CareerDeed::DeleteLevel(id) => delete_level(workspace, *id),
        CareerDeed::SaveCriterion(id, it) => save_criterion(workspace, *id, it),
        CareerDeed::DeleteCriterion(id) => delete_criterion(workspace, *id),
        CareerDeed::Judge(person, id, said, note) => {
            judge(workspace, (*person, *id), *said, note, ctx)
        }
        CareerDeed::Promote(id, person, level, on, reason) => {
            promote(workspace, *id, (*person, *level), (*on, reason), ctx)
        }
        CareerDeed::DeletePromotion(id) => delete_promotion(workspace, *id),
    }
}

fn refused<T>(why: CareerRefused) -> Result<T, Rejection> {
    Err(Rejection::Career(Box::new(why)))
}

fn level_of(workspace: &Workspace, id: CareerLevelId) -> Result<&CareerLevel, Rejection> {
    let gone = || Rejection::Career(Box::new(CareerRefused::LevelGone));
    workspace.career_levels.get(id).ok_or_else(gone)
}

fn criterion_of(
    workspace: &Workspace,
    id: CareerCriterionId,
) -> Result<&CareerCriterion, Rejection> {
    let gone = || Rejection::Career(Box::new(CareerRefused::CriterionGone));
    workspace.career_criteria.get(id).ok_or_else(gone)
}

fn save_level(workspace: &Workspace, id: CareerLevelId, name: &str) -> Result<Changes, Rejection> {
    super::check_name(&workspace.career_levels, id, name, |it| &it.name)?;
    let top = workspace.career_levels.values().map(|it| it.place).max().unwrap_or(0);
    let place = workspace.career_levels.get(id).map_or(top.saturating_add(1), |it| it.place);
    let name = name.trim().to_owned();
    let mut changes = Changes::new(label("level", "saved", &name));
    changes.put(workspace, id, &CareerLevel { name, place });
    Ok(changes)
}

fn start(workspace: &Workspace, levels: &[LevelStart]) -> Result<Changes, Rejection> {
    let top = workspace.career_levels.values().map(|it| it.place).max().unwrap_or(0);
    let names: Vec<&str> = levels.iter().map(|it| it.name.trim()).collect();
    let mut changes = Changes::new(label("level", "saved", &names.join(", ")));
    for (LevelStart { id, name, criteria }, nth) in levels.iter().zip(1..) {
        super::check_name(&workspace.career_levels, *id, name, |it| &it.name)?;
        let (name, place) = (name.trim().to_owned(), top.saturating_add(nth));
        changes.put(workspace, *id, &CareerLevel { name, place });
        for ((criterion, it), place) in criteria.iter().zip(1..) {
            let kept = checked(it)?;
            changes.put(
                workspace,
                *criterion,
                &CareerCriterion { level: Some(*id), place, ..kept },
            );
        }
    }
    Ok(changes)
}

fn arrange(workspace: &Workspace, order: &[CareerLevelId]) -> Result<Changes, Rejection> {
    let mut changes = Changes::new(label("ladder", "arranged", ""));
    for (id, place) in order.iter().zip(1..) {
        let level = level_of(workspace, *id)?.clone();
        changes.put(workspace, *id, &CareerLevel { place, ..level });
    }
    Ok(changes)
}

fn delete_level(workspace: &Workspace, id: CareerLevelId) -> Result<Changes, Rejection> {
    let level = level_of(workspace, id)?;
    let came = workspace.promotions.values().filter(|it| it.level == Some(id)).count();
    if came != 0 {
        return refused(CareerRefused::LevelTaken(came));
    }
    let mut changes = Changes::new(label("level", "deleted", &level.name));
    for (criterion, _) in criteria_of(workspace, id) {
        take_criterion(workspace, criterion, &mut changes);
    }
    changes.remove::<CareerLevel>(workspace, id);
    Ok(changes)
}

fn save_criterion(
    workspace: &Workspace,
    id: CareerCriterionId,
    criterion: &CareerCriterion,
) -> Result<Changes, Rejection> {
    let gone = Rejection::Career(Box::new(CareerRefused::LevelGone));
    let level_id = criterion.level.ok_or(gone)?;
    let level = level_of(workspace, level_id)?;
    let kept = checked(criterion)?;
    let last = criteria_of(workspace, level_id).last().map_or(0, |(_, it)| it.place);
    let known = workspace.career_criteria.get(id).map(|it| it.place);
    let place = known.unwrap_or(last.saturating_add(1));
    let mut changes = Changes::new(label("level", "saved", &level.name));
    changes.put(workspace, id, &CareerCriterion { place, ..kept });
    Ok(changes)
}

/// A criterion as it is kept.
fn checked(criterion: &CareerCriterion) -> Result<CareerCriterion, Rejection> {
    let Some(figure) = criterion.figure else { return refused(CareerRefused::FigureMissing) };
    let (text, mut kept) = (criterion.text.trim().to_owned(), criterion.clone());
    let (low, high) = figure.range();
    match figure {
        CareerFigure::Judged if text.is_empty() => return refused(CareerRefused::CriterionEmpty),
        CareerFigure::Judged => kept.at_least = 0,
        _ if !(low..=high).contains(&criterion.at_least) => {
            return refused(CareerRefused::OutOfRange(low, high));
        }
        _ if figure.has_quarters() && !(1..=MOST_QUARTERS).contains(&criterion.quarters) => {
            return refused(CareerRefused::QuartersOutOfRange);
        }
        _ => {}
    }
    if !figure.has_quarters() {
        kept.quarters = 0;
    }
    Ok(CareerCriterion { text, ..kept })
}

fn delete_criterion(workspace: &Workspace, id: CareerCriterionId) -> Result<Changes, Rejection> {
    let criterion = criterion_of(workspace, id)?;
    let level = workspace.career_levels.find(criterion.level).map_or("", |it| it.name.as_str());
    let mut changes = Changes::new(label("level", "saved", level));
    take_criterion(workspace, id, &mut changes);
    Ok(changes)
}

/// Removes a criterion with what was said of it.
fn take_criterion(workspace: &Workspace, id: CareerCriterionId, changes: &mut Changes) {
    for (said, _) in workspace.judgements.iter().filter(|(_, it)| it.criterion == Some(id)) {
        changes.remove::<Judgement>(workspace, said);
    }
    changes.remove::<CareerCriterion>(workspace, id);
}

fn judge(
    workspace: &Workspace,
    (person, id): (PersonId, CareerCriterionId),
    said: Option<Judged>,
    note: &str,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let name = name_of(workspace, person)?;
    if criterion_of(workspace, id)?.figure != Some(CareerFigure::Judged) {
        return refused(CareerRefused::NotJudged);
    }
    let mut changes = Changes::new(label("criterion", "judged", name));
    // What is taken back stays as a record without a verdict: one that is deleted and made again
    // would bring what was said before back.
    let judgement = Judgement {
        person: Some(person),
        criterion: Some(id),
        verdict: said,
        on: Some(ctx.today),
        note: note.trim().to_owned(),
    };
    changes.put(workspace, Judgement::id_of(person, id), &judgement);
    Ok(changes)
}

fn promote(
    workspace: &Workspace,
    id: PromotionId,
    (person, level_id): (PersonId, CareerLevelId),
    (on, reason): (Day, &str),
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let name = name_of(workspace, person)?;
    let level = level_of(workspace, level_id)?;
    if reason.trim().is_empty() {
        return refused(CareerRefused::ReasonMissing);
    }
    if ctx.today < on {
        return Err(Rejection::DoneAhead(on));
    }
    let last = promotions_of(workspace, person);
    let latest = last.first().map(|(_, it)| *it);
    if latest.is_some_and(|it| it.level == Some(level_id)) {
        return refused(CareerRefused::AlreadyThere(name.to_owned(), level.name.clone()));
    }
    if let Some(day) = latest.and_then(|it| it.on).filter(|it| on < *it) {
        return refused(CareerRefused::BeforeTheLast(day));
    }
    let criteria = criteria_of(workspace, level_id);
    let of = criteria.len() as i64;
    let readings = criteria.into_iter().map(|it| read(workspace, person, it, ctx.today));
    let promotion = Promotion {
        person: Some(person),
        level: Some(level_id),
        on: Some(on),
        nth: latest.map_or(0, |it| it.nth).saturating_add(1),
        reason: reason.trim().to_owned(),
        met: readings.filter(|it| it.verdict == Verdict::Met).count() as i64,
        of,
    };
    let mut changes = Changes::new(label("promotion", "saved", name));
    changes.put(workspace, id, &promotion);
    Ok(changes)
}

fn delete_promotion(workspace: &Workspace, id: PromotionId) -> Result<Changes, Rejection> {
    let gone = || Rejection::Career(Box::new(CareerRefused::PromotionGone));
    let promotion = workspace.promotions.get(id).ok_or_else(gone)?;
    let person = promotion.person.ok_or(Rejection::PersonGone)?;
    if promotions_of(workspace, person).first().map(|(id, _)| *id) != Some(id) {
        return refused(CareerRefused::PromotionGone);
    }
    let mut changes = Changes::new(label("promotion", "deleted", name_of(workspace, person)?));
    changes.remove::<Promotion>(workspace, id);
    Ok(changes)
}

fn name_of(workspace: &Workspace, person: PersonId) -> Result<&str, Rejection> {
    workspace.people.get(person).map(|it| it.name.as_str()).ok_or(Rejection::PersonGone)
}

fn label(noun: &str, deed: &str, name: &str) -> Label {
    Label::PeopleChanged(noun.to_owned(), deed.to_owned(), name.to_owned())
}

#[cfg(test)]
mod tests;

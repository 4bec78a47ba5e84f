//! The rules of indicators of the manager's own, and of goals for indicators.

use super::check_name;
use crate::domain::calendar::Period;
use crate::domain::changes::Changes;
use crate::domain::goal::Bearer;
use crate::domain::id::IndicatorId;
use crate::domain::indicator::goal::{IndicatorGoal, Target};
use crate::domain::indicator::{Book, Indicator, Lexicon, Measure, Why, read};
use crate::domain::label::Label;
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn save(
    workspace: &Workspace,
    id: IndicatorId,
    indicator: &Indicator,
) -> Result<Changes, Rejection> {
    check_name(&workspace.indicators, id, &indicator.name, |it| &it.name)?;
    if indicator.name.contains(['[', ']', '"']) {
        return Err(Rejection::IndicatorNameWithSigns);
    }
    let own = workspace.indicators.iter().map(|(id, _)| id).chain([id]);
    let formula = read(&indicator.formula, &Lexicon::codes(own));
    let checked = formula.and_then(|it| Book::new(workspace).check(id, &it));
    match checked.map_err(|it| it.why) {
        Ok(_) => {}
        Err(Why::Circle) => return Err(Rejection::IndicatorCircle(indicator.name.clone())),
        Err(_) => return Err(Rejection::FormulaWrong),
    }
    let name = indicator.name.trim().to_owned();
    let mut changes = Changes::new(Label::IndicatorSaved(name.clone()));
    changes.put(workspace, id, &Indicator { name, ..indicator.clone() });
    Ok(changes)
}

pub(super) fn delete(workspace: &Workspace, id: IndicatorId) -> Result<Changes, Rejection> {
    let indicator = workspace.indicators.get(id).ok_or(Rejection::IndicatorGone)?;
    let measure = Measure::Own(id);
    let goals = workspace.indicator_goals.values().filter(|it| it.measure == Some(measure));
    let goals = goals.count();
    if goals != 0 {
        return Err(Rejection::IndicatorHasGoals(indicator.name.clone(), goals));
    }
    let book = Book::new(workspace);
    let mut others = workspace.indicators.iter().filter(|(other, _)| *other != id);
    let uses = |other: IndicatorId| {
        let mut found = false;
        let formula = book.formula(Measure::Own(other));
        formula.inspect(|it| it.measures(&mut |it, _| found |= it == measure));
        found
    };
    if let Some((_, user)) = others.find(|(other, _)| uses(*other)) {
        return Err(Rejection::IndicatorUsed(indicator.name.clone(), user.name.clone()));
    }
    let mut changes = Changes::new(Label::IndicatorDeleted(indicator.name.clone()));
    changes.remove::<Indicator>(workspace, id);
    Ok(changes)
}

pub(super) fn set_goals(
    workspace: &Workspace,
    period: Period,
    measure: Measure,
    targets: &[(Bearer, Option<Target>)],
) -> Result<Changes, Rejection> {
    let kind = Book::new(workspace).kind(measure).ok_or(Rejection::IndicatorGone)?;
    if targets.iter().any(|(_, it)| it.is_some_and(|it| !it.fits(kind.unit))) {
        return Err(Rejection::FormulaWrong);
    }
    let label = Label::GoalsSet(targets.len().to_string(), period.to_string());
    let mut changes = Changes::new(label);
    for (bearer, target) in targets {
        let id = IndicatorGoal::id_of(*bearer, period, measure);
        match target {
            None => changes.remove::<IndicatorGoal>(workspace, id),
            Some(target) => {
                let goal = IndicatorGoal::new(*bearer, period, measure, *target);
                changes.put(workspace, id, &goal);
            }
        }
    }
    Ok(changes)
}

#[cfg(test)]
mod tests;

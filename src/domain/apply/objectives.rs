//! The rules of objectives and of what goals hang on.

use super::check_name;
use crate::domain::calendar::Period;
use crate::domain::changes::Changes;
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::ObjectiveId;
use crate::domain::label::Label;
use crate::domain::objective::Objective;
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn save(
    workspace: &Workspace,
    id: ObjectiveId,
    objective: &Objective,
) -> Result<Changes, Rejection> {
    check_name(&workspace.objectives, id, &objective.name, |it| &it.name)?;
    if objective.period.is_none() {
        return Err(Rejection::ObjectiveWithoutPeriod);
    }
    if objective.owner.is_some_and(|it| !workspace.people.has(it)) {
        return Err(Rejection::PersonGone);
    }
    let mut changes = Changes::new(label("saved", &objective.name));
    changes.put(workspace, id, objective);
    Ok(changes)
}

pub(super) fn delete(workspace: &Workspace, id: ObjectiveId) -> Result<Changes, Rejection> {
    let objective = workspace.objectives.get(id).ok_or(Rejection::ObjectiveGone)?;
    let mut changes = Changes::new(label("deleted", &objective.name));
    for (goal_id, goal) in workspace.goals.iter().filter(|(_, it)| it.objective == Some(id)) {
        put_goal(workspace, goal_id, &Goal { objective: None, ..goal.clone() }, &mut changes);
    }
    changes.remove::<Objective>(workspace, id);
    Ok(changes)
}

/// Hangs a goal on an objective or takes it off. A goal that is the sum of those below it has a
/// record for this alone.
pub(super) fn hang(
    workspace: &Workspace,
    bearer: Bearer,
    period: Period,
    objective: Option<ObjectiveId>,
) -> Result<Changes, Rejection> {
    match bearer {
        Bearer::Team(id) if !workspace.teams.has(id) => return Err(Rejection::TeamGone),
        Bearer::Person(id) if !workspace.people.has(id) => return Err(Rejection::PersonGone),
        _ => {}
    }
    let name = match objective {
        None => String::new(),
        Some(id) => workspace.objectives.get(id).ok_or(Rejection::ObjectiveGone)?.name.clone(),
    };
    let who = bearer.name(workspace).to_owned();
    let mut changes = Changes::new(Label::GoalHung(who, period.to_string(), name));
    let id = Goal::id_of(bearer, period);
    let known = workspace.goals.get(id).cloned().unwrap_or_default();
    let (bearer, period) = (Some(bearer), Some(period));
    put_goal(workspace, id, &Goal { bearer, period, objective, ..known }, &mut changes);
    Ok(changes)
}

/// A goal that says nothing any more goes.
fn put_goal(
    workspace: &Workspace,
    id: crate::domain::id::GoalId,
    goal: &Goal,
    changes: &mut Changes,
) {
    match (goal.quota, goal.objective) {
        (None, None) => changes.remove::<Goal>(workspace, id),
        _ => changes.put(workspace, id, goal),
    }
}

fn label(deed: &str, name: &str) -> Label {
    Label::PlanChanged("objective".to_owned(), deed.to_owned(), name.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::command::{Command, Context};
    use crate::domain::for_tests::{day, put, take};
    use crate::domain::id::{PersonId, TeamId};
    use crate::domain::money::{Currency, Money};
    use crate::domain::objective::{Hanging, objective_of};
    use crate::domain::people::{Person, Team};

    const AIM: ObjectiveId = ObjectiveId::drawn(1);
    const OTHER: ObjectiveId = ObjectiveId::drawn(2);
    const TEAM: Bearer = Bearer::Team(TeamId::drawn(1));
    const ANN: Bearer = Bearer::Person(PersonId::drawn(1));
    const QUARTER: Period = Period::Quarter(2026, 4);

    fn team() -> Workspace {
        let mut workspace = Workspace::default();
        put(&mut workspace, TeamId::drawn(1), &Team::default());
        let ann = Person { team: Some(TeamId::drawn(1)), ..Person::default() };
        put(&mut workspace, PersonId::drawn(1), &ann);
        for (id, name) in [(AIM, "Grow"), (OTHER, "Stay")] {
            let (name, period) = (name.to_owned(), Some(QUARTER));
            put(&mut workspace, id, &Objective { name, period, ..Objective::default() });
        }
        workspace
    }

    fn give(workspace: &mut Workspace, command: &Command) -> Result<(), Rejection> {
        let changes =
            crate::domain::apply::apply(workspace, command, &Context { today: day("2026-11-25") })?;
        take(workspace, &changes);
        Ok(())
    }

    #[track_caller]
    fn check(
        links: &[(Bearer, ObjectiveId)],
        bearer: Bearer,
        expect: Option<(ObjectiveId, Bearer)>,
    ) {
        let mut workspace = team();
        for (bearer, objective) in links {
            let hang = Command::HangGoal(*bearer, QUARTER, Some(*objective));
            assert_eq!(give(&mut workspace, &hang), Ok(()));
        }
        let expect = expect.map(|(objective, through)| Hanging { objective, through });
        assert_eq!(objective_of(&workspace, bearer, QUARTER), expect);
        assert_eq!(objective_of(&workspace, bearer, QUARTER.next()), None);
    }

    #[test]
    fn a_goal_hangs_by_itself_or_through_the_one_above() {
        check(&[], ANN, None);
        check(&[(Bearer::Company, AIM)], ANN, Some((AIM, Bearer::Company)));
        check(&[(Bearer::Company, AIM), (TEAM, OTHER)], ANN, Some((OTHER, TEAM)));
        check(&[(ANN, OTHER), (TEAM, AIM)], ANN, Some((OTHER, ANN)));
        check(&[(ANN, OTHER)], TEAM, None);
    }

    #[test]
    fn goals_outlive_the_objective_they_hang_on() {
        let mut workspace = team();
        let quota = Some(Money::new(100, Currency::CNY));
        let set = Command::SetGoals(QUARTER, vec![(TEAM, quota)]);
        let hang = |it| Command::HangGoal(it, QUARTER, Some(AIM));
        for command in [&set, &hang(TEAM), &hang(Bearer::Company), &Command::DeleteObjective(AIM)] {
            assert_eq!(give(&mut workspace, command), Ok(()));
        }
        let left: Vec<&Goal> = workspace.goals.values().collect();
        assert_eq!(left.len(), 1, "the sum had a record for the link alone");
        assert_eq!((left[0].quota, left[0].objective), (quota, None));
    }

    #[test]
    fn a_changed_amount_keeps_what_the_goal_hangs_on() {
        let mut workspace = team();
        let quota = |minor| Some(Money::new(minor, Currency::CNY));
        let hang = |it| Command::HangGoal(it, QUARTER, Some(AIM));
        let set = |minor| Command::SetGoals(QUARTER, vec![(ANN, quota(minor))]);
        let plan = Command::EditQuotas(2026, crate::domain::quota::Split::People, vec![]);
        for command in [&set(100), &hang(ANN), &hang(TEAM), &set(200), &plan] {
            assert_eq!(give(&mut workspace, command), Ok(()));
        }
        for bearer in [ANN, TEAM] {
            assert_eq!(
                objective_of(&workspace, bearer, QUARTER).map(|it| it.through),
                Some(bearer)
            );
        }
    }

    #[test]
    fn an_objective_needs_a_name_and_a_period() {
        let workspace = team();
        let named = |name: &str| Objective { name: name.to_owned(), ..Objective::default() };
        let new = ObjectiveId::drawn(9);
        assert_eq!(save(&workspace, new, &named(" ")), Err(Rejection::NameMissing));
        assert_eq!(save(&workspace, new, &named("A")), Err(Rejection::ObjectiveWithoutPeriod));
        let hung = hang(&workspace, TEAM, QUARTER, Some(new));
        assert_eq!(hung, Err(Rejection::ObjectiveGone));
    }
}

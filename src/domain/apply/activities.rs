//! The rules of activities: logged, planned, done, brought to another day, deleted.

use super::Context;
use super::leads::heading;
use crate::domain::activity::{Activity, ActivityKind, Finish};
use crate::domain::calendar::Day;
use crate::domain::changes::Changes;
use crate::domain::follow_up::{FollowUp, Task, follow_up};
use crate::domain::id::{ActivityId, LeadId};
use crate::domain::label::Label;
use crate::domain::lead::Lead;
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

/// How an activity is called: by its lead, or else by its customer.
fn title(workspace: &Workspace, activity: &Activity) -> String {
    heading(workspace, workspace.leads.find(activity.lead), activity.customer_in(workspace))
}

pub(super) fn save_activity(
    workspace: &Workspace,
    id: ActivityId,
    activity: &Activity,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let activity = checked(workspace, activity, ctx)?;
    let name = title(workspace, &activity);
    let mut changes = Changes::new(match activity.planned {
        true => Label::ActivityPlanned(name),
        false => Label::ActivityLogged(name),
    });
    changes.put(workspace, id, &activity);
    Ok(changes)
}

/// The activity as it is kept: with the customer of its lead.
fn checked(
    workspace: &Workspace,
    activity: &Activity,
    ctx: &Context,
) -> Result<Activity, Rejection> {
    if !activity.has_subject(workspace) {
        return Err(Rejection::ActivityOfNothing);
    }
    let on = activity.on.ok_or(Rejection::ActivityWithoutDay)?;
    if !activity.planned && ctx.today < on {
        return Err(Rejection::DoneAhead(on));
    }
    match activity.minute {
        Some(minute) if !(0..24 * 60).contains(&minute) => Err(Rejection::TimeOutOfRange(minute)),
        _ => Ok(Activity { customer: activity.customer_in(workspace), ..activity.clone() }),
    }
}

pub(super) fn delete_activity(workspace: &Workspace, id: ActivityId) -> Result<Changes, Rejection> {
    let activity = workspace.activities.get(id).ok_or(Rejection::ActivityGone)?;
    let mut changes = Changes::new(Label::ActivityDeleted(title(workspace, activity)));
    changes.remove::<Activity>(workspace, id);
    Ok(changes)
}

/// What was planned for leads that go goes with them; what was done stays with the customer.
pub(super) fn remove_plans(
    workspace: &Workspace,
    goes: &dyn Fn(LeadId) -> bool,
    changes: &mut Changes,
) {
    for (id, activity) in workspace.activities.iter() {
        if activity.planned && activity.lead.is_some_and(goes) {
            changes.remove::<Activity>(workspace, id);
        }
    }
}

pub(super) fn finish_task(
    workspace: &Workspace,
    task: Task,
    new: ActivityId,
    finish: &Finish,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let due = follow_up(workspace, ctx.today, task).ok_or(Rejection::TaskGone)?;
    let (id, begun) = begun(workspace, &due, new);
    let activity = Activity {
        kind: finish.kind.or(begun.kind),
        on: Some(ctx.today),
        minute: begun.minute.filter(|_| begun.on == Some(ctx.today)),
        planned: false,
        outcome: finish.outcome.trim().to_owned(),
        ..begun
    };
    let activity = checked(workspace, &activity, ctx)?;
    let mut changes = Changes::new(Label::TaskFinished(title(workspace, &activity)));
    changes.put(workspace, id, &activity);
    put_next_step(workspace, &due, finish, &mut changes);
    Ok(changes)
}

/// A step that is done makes room for the next one; another task only adds one that is said.
fn put_next_step(workspace: &Workspace, due: &FollowUp, finish: &Finish, changes: &mut Changes) {
    let (Some(id), Some(lead)) = (due.lead, workspace.leads.find(due.lead)) else { return };
    let next_step = finish.next_step.trim().to_owned();
    let is_said = !next_step.is_empty() || finish.next_step_on.is_some();
    if is_said || matches!(due.task, Task::NextStep(_)) {
        let next_step_on = finish.next_step_on;
        changes.put(workspace, id, &Lead { next_step, next_step_on, ..lead.clone() });
    }
}

pub(super) fn postpone_task(
    workspace: &Workspace,
    task: Task,
    new: ActivityId,
    day: Day,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let due = follow_up(workspace, ctx.today, task).ok_or(Rejection::TaskGone)?;
    let (id, begun) = begun(workspace, &due, new);
    let activity = Activity { on: Some(day), planned: true, ..begun };
    let label = Label::TaskPostponed(title(workspace, &activity), day.to_string());
    let mut changes = Changes::new(label);
    match (task, workspace.leads.find(due.lead)) {
        (Task::NextStep(lead_id), Some(lead)) => {
            changes.put(workspace, lead_id, &Lead { next_step_on: Some(day), ..lead.clone() });
        }
        _ => changes.put(workspace, id, &checked(workspace, &activity, ctx)?),
    }
    Ok(changes)
}

/// The activity that was planned, or a new one for what is due.
fn begun(workspace: &Workspace, due: &FollowUp, new: ActivityId) -> (ActivityId, Activity) {
    if let Task::Planned(id) = due.task {
        return (id, workspace.activities.get(id).cloned().unwrap_or_default());
    }
    let step = match due.task {
        Task::NextStep(id) => workspace.leads.get(id).map(|it| it.next_step.clone()),
        Task::Planned(_) | Task::Rhythm(_) => None,
    };
    let activity = Activity {
        lead: due.lead,
        customer: due.customer,
        person: due.person,
        kind: Some(ActivityKind::Call),
        text: step.unwrap_or_default(),
        ..Activity::default()
    };
    (new, activity)
}

#[cfg(test)]
mod tests;

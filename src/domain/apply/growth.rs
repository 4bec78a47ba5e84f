//! The rules of feedback, reviews, aims and the pulse. No label holds what was said of somebody.

use super::Context;
use super::talks::name_of;
use crate::domain::aim::{Aim, Stood};
use crate::domain::calendar::{Day, Span};
use crate::domain::changes::Changes;
use crate::domain::feedback::Feedback;
use crate::domain::id::{AimId, FeedbackId, PersonId, PulseId, ReviewId};
use crate::domain::label::Label;
use crate::domain::pulse::Pulse;
use crate::domain::rejection::Rejection;
use crate::domain::review::{Criterion, Opinion, Review, Side};
use crate::domain::workspace::Workspace;

pub(super) fn save_feedback(
    workspace: &Workspace,
    id: FeedbackId,
    feedback: &Feedback,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let name = name_of(workspace, feedback.person)?;
    let Feedback { situation, behaviour, impact, .. } = feedback;
    if [situation, behaviour, impact].into_iter().any(|it| it.trim().is_empty()) {
        return Err(Rejection::FeedbackIncomplete);
    }
    let on = feedback.on.or(Some(ctx.today));
    if let Some(day) = on.filter(|it| ctx.today < *it) {
        return Err(Rejection::DoneAhead(day));
    }
    let mut changes = Changes::new(label("feedback", "saved", name));
    changes.put(workspace, id, &Feedback { on, ..feedback.clone() });
    Ok(changes)
}

pub(super) fn delete_feedback(workspace: &Workspace, id: FeedbackId) -> Result<Changes, Rejection> {
    let feedback = workspace.feedbacks.get(id).ok_or(Rejection::FeedbackGone)?;
    let name = name_of(workspace, feedback.person)?;
    let mut changes = Changes::new(label("feedback", "deleted", name));
    changes.remove::<Feedback>(workspace, id);
    Ok(changes)
}

pub(super) fn begin_review(
    workspace: &Workspace,
    id: ReviewId,
    person: PersonId,
    days: Span,
) -> Result<Changes, Rejection> {
    let name = name_of(workspace, Some(person))?;
    if days.last < days.first {
        return Err(Rejection::DaysReversed(days.first, days.last));
    }
    let mut changes = Changes::new(label("review", "begun", name));
    let (first, last) = (Some(days.first), Some(days.last));
    changes.put(workspace, id, &Review { person: Some(person), first, last, ..Review::default() });
    Ok(changes)
}

pub(super) fn seal_review(
    workspace: &Workspace,
    id: ReviewId,
    side: Side,
    opinion: &Opinion,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let review = workspace.reviews.get(id).ok_or(Rejection::ReviewGone)?;
    let name = name_of(workspace, review.person)?;
    if review.own_sealed.is_some() && review.manager_sealed.is_some() {
        return Err(Rejection::ReviewSealed);
    }
    let Opinion { steps, words } = opinion;
    let whole = steps.len() == Criterion::ALL.len() && steps.iter().all(|it| (1..=5).contains(it));
    if !whole {
        return Err(Rejection::OpinionIncomplete);
    }
    let (steps, words, sealed) = (steps.clone(), words.trim().to_owned(), Some(ctx.today));
    let known = review.clone();
    let review = match side {
        Side::Own => Review { own_steps: steps, own_words: words, own_sealed: sealed, ..known },
        Side::Manager => {
            Review { manager_steps: steps, manager_words: words, manager_sealed: sealed, ..known }
        }
    };
    let mut changes = Changes::new(label("review", "sealed", name));
    changes.put(workspace, id, &review);
    Ok(changes)
}

pub(super) fn share_review(
    workspace: &Workspace,
    id: ReviewId,
    agreed: &str,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let review = workspace.reviews.get(id).ok_or(Rejection::ReviewGone)?;
    let name = name_of(workspace, review.person)?;
    if review.own_sealed.is_none() || review.manager_sealed.is_none() {
        return Err(Rejection::ReviewUnfinished);
    }
    if review.closed.is_some() {
        return Err(Rejection::ReviewClosed);
    }
    let (agreed, shared) = (agreed.trim().to_owned(), review.shared.or(Some(ctx.today)));
    let mut changes = Changes::new(label("review", "shared", name));
    changes.put(workspace, id, &Review { agreed, shared, ..review.clone() });
    Ok(changes)
}

pub(super) fn delete_review(workspace: &Workspace, id: ReviewId) -> Result<Changes, Rejection> {
    let review = workspace.reviews.get(id).ok_or(Rejection::ReviewGone)?;
    let mut changes = Changes::new(label("review", "deleted", name_of(workspace, review.person)?));
    changes.remove::<Review>(workspace, id);
    Ok(changes)
}

/// Keeps an aim, and how open leads stand where its figure is of a moment; what was kept of that is
/// changed with the figure alone.
pub(super) fn save_aim(
    workspace: &Workspace,
    id: AimId,
    aim: &Aim,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let name = name_of(workspace, aim.person)?;
    let (Some(begun), Some(due)) = (aim.begun, aim.due) else {
        return Err(Rejection::AimIncomplete);
    };
    if due < begun {
        return Err(Rejection::DaysReversed(begun, due));
    }
    if aim.text.trim().is_empty() || aim.figure.is_none() {
        return Err(Rejection::AimIncomplete);
    }
    let known = workspace.aims.get(id).filter(|it| it.figure() == aim.figure());
    let (stood_before, stood_since) = match known {
        Some(known) => (known.stood_before, known.stood_since),
        None => (stands(workspace, aim, ctx), None),
    };
    let mut changes = Changes::new(label(noun(aim), "saved", name));
    changes.put(workspace, id, &Aim { stood_before, stood_since, ..aim.clone() });
    Ok(changes)
}

pub(super) fn end_aim(
    workspace: &Workspace,
    id: AimId,
    ended: Option<Day>,
    conclusion: &str,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let aim = workspace.aims.get(id).ok_or(Rejection::AimGone)?;
    let deed = if ended.is_some() { "ended" } else { "resumed" };
    let mut changes = Changes::new(label(noun(aim), deed, name_of(workspace, aim.person)?));
    let conclusion = conclusion.trim().to_owned();
    let stood_since = ended.and_then(|_| stands(workspace, aim, ctx));
    changes.put(workspace, id, &Aim { ended, conclusion, stood_since, ..aim.clone() });
    Ok(changes)
}

pub(super) fn delete_aim(workspace: &Workspace, id: AimId) -> Result<Changes, Rejection> {
    let aim = workspace.aims.get(id).ok_or(Rejection::AimGone)?;
    let name = name_of(workspace, aim.person)?;
    let mut changes = Changes::new(label(noun(aim), "deleted", name));
    changes.remove::<Aim>(workspace, id);
    Ok(changes)
}

/// Keeps what came of a pulse: in one step at its end, and nothing that tells who said what.
pub(super) fn keep_pulse(
    workspace: &Workspace,
    id: PulseId,
    pulse: &Pulse,
) -> Result<Changes, Rejection> {
    if !pulse.is_blind() {
        return Err(Rejection::PulseTooFew);
    }
    let mut changes = Changes::new(label("pulse", "kept", &pulse.ballots.to_string()));
    changes.put(workspace, id, pulse);
    Ok(changes)
}

/// Removes what lies with people who are deleted.
pub fn remove_all_of(
    workspace: &Workspace,
    goes: &dyn Fn(PersonId) -> bool,
    changes: &mut Changes,
) {
    use crate::domain::career::{Judgement, Promotion};
    use crate::domain::talk::{Talk, TalkPoint};
    use crate::domain::workspace::Kept;

    fn of<R: Kept>(workspace: &Workspace, changes: &mut Changes, is_own: impl Fn(&R) -> bool) {
        for (id, _) in R::all(workspace).iter().filter(|(_, it)| is_own(it)) {
            changes.remove::<R>(workspace, id);
        }
    }
    let own = |person: Option<PersonId>| person.is_some_and(goes);
    of::<Talk>(workspace, changes, |it| own(it.person));
    of::<TalkPoint>(workspace, changes, |it| own(it.person));
    of::<Feedback>(workspace, changes, |it| own(it.person));
    of::<Review>(workspace, changes, |it| own(it.person));
    of::<Aim>(workspace, changes, |it| own(it.person));
    of::<Judgement>(workspace, changes, |it| own(it.person));
    of::<Promotion>(workspace, changes, |it| own(it.person));
    super::thanks::take_off_the_wall(workspace, goes, changes);
    super::rewards::forget(workspace, goes, changes);
}

/// How the open leads of a person stand now.
fn stands(workspace: &Workspace, aim: &Aim, ctx: &Context) -> Option<Stood> {
    Stood::now(workspace, aim.person?, aim.figure(), ctx.today)
}

fn noun(aim: &Aim) -> &'static str {
    if aim.plan { "plan" } else { "coaching" }
}

fn label(noun: &str, deed: &str, name: &str) -> Label {
    Label::PeopleChanged(noun.to_owned(), deed.to_owned(), name.to_owned())
}

#[cfg(test)]
mod tests;

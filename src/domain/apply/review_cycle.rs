//! The rules of a review cycle: reviews that are begun together, and reviews that are closed.

use super::Context;
use super::talks::name_of;
use crate::domain::calendar::Span;
use crate::domain::changes::Changes;
use crate::domain::id::ReviewId;
use crate::domain::label::Label;
use crate::domain::rejection::Rejection;
use crate::domain::review::{Review, Scope, plan};
use crate::domain::workspace::Workspace;

/// Begins a review over some days for everybody who gets one.
pub(super) fn begin(
    workspace: &Workspace,
    scope: Scope,
    days: Span,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    if days.last < days.first {
        return Err(Rejection::DaysReversed(days.first, days.last));
    }
    if matches!(scope, Scope::Team(team) if !workspace.teams.has(team)) {
        return Err(Rejection::TeamGone);
    }
    let opens = plan(workspace, scope, days, ctx.today).opens;
    if opens.is_empty() {
        return Err(Rejection::ReviewsNone);
    }
    let mut changes = Changes::new(label("review-cycle", "begun", &opens.len().to_string()));
    let (first, last) = (Some(days.first), Some(days.last));
    for person in opens {
        let review = Review { person: Some(person), first, last, ..Review::default() };
        changes.put(workspace, Review::id_of(person, days), &review);
    }
    Ok(changes)
}

/// Closes a review that both have talked about.
pub(super) fn close(
    workspace: &Workspace,
    id: ReviewId,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let review = workspace.reviews.get(id).ok_or(Rejection::ReviewGone)?;
    let name = name_of(workspace, review.person)?;
    if review.shared.is_none() {
        return Err(Rejection::ReviewNotShared);
    }
    let closed = review.closed.or(Some(ctx.today));
    let mut changes = Changes::new(label("review", "closed", name));
    changes.put(workspace, id, &Review { closed, ..review.clone() });
    Ok(changes)
}

/// Opens a closed review again.
pub(super) fn reopen(workspace: &Workspace, id: ReviewId) -> Result<Changes, Rejection> {
    let review = workspace.reviews.get(id).ok_or(Rejection::ReviewGone)?;
    let name = name_of(workspace, review.person)?;
    let mut changes = Changes::new(label("review", "reopened", name));
    changes.put(workspace, id, &Review { closed: None, ..review.clone() });
    Ok(changes)
}

fn label(noun: &str, deed: &str, name: &str) -> Label {
    Label::PeopleChanged(noun.to_owned(), deed.to_owned(), name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apply::growth::share_review;
    use crate::domain::for_tests::{day, put, take};
    use crate::domain::id::{PersonId, TeamId};
    use crate::domain::people::Person;
    use crate::domain::review::cycles;

    fn ctx() -> Context {
        Context { today: day("2026-11-29") }
    }

    fn days() -> Span {
        Span { first: day("2026-07-01"), last: day("2026-12-31") }
    }

    /// Four people, of whom the last has left.
    fn team() -> Workspace {
        let mut workspace = Workspace::default();
        for nth in 1..=4 {
            let left = (nth == 4).then(|| day("2026-09-30"));
            let person = Person { name: format!("P{nth}"), left, ..Person::default() };
            put(&mut workspace, PersonId::drawn(nth), &person);
        }
        workspace
    }

    #[test]
    fn a_cycle_opens_a_review_for_everybody_who_gets_one_in_one_step() {
        let mut workspace = team();
        let begun = begin(&workspace, Scope::Everybody, days(), &ctx()).expect("begun");
        assert_eq!(begun.label.to_parts(), ["people.changed", "review-cycle", "begun", "3"]);
        take(&mut workspace, &begun);
        let of: Vec<usize> = cycles(&workspace).iter().map(|it| it.reviews.len()).collect();
        assert_eq!(of, [3]);
        let again = begin(&workspace, Scope::Everybody, days(), &ctx());
        assert_eq!(again, Err(Rejection::ReviewsNone));
    }

    #[test]
    fn two_tablets_that_begin_a_cycle_begin_the_same_reviews() {
        let mut workspace = team();
        let [here, there] =
            [1, 2].map(|_| begin(&workspace, Scope::Everybody, days(), &ctx()).expect("begun"));
        take(&mut workspace, &here);
        take(&mut workspace, &there);
        assert_eq!(workspace.reviews.len(), 3);
    }

    #[test]
    fn a_cycle_needs_days_and_a_team_that_is_there() {
        let back = Span { first: days().last, last: days().first };
        let reversed = begin(&team(), Scope::Everybody, back, &ctx());
        assert!(matches!(reversed, Err(Rejection::DaysReversed(..))));
        let gone = begin(&team(), Scope::Team(TeamId::drawn(9)), days(), &ctx());
        assert_eq!(gone, Err(Rejection::TeamGone));
    }

    #[test]
    fn a_closed_review_stays_as_it_was_agreed_on() {
        let mut workspace = team();
        let id = ReviewId::drawn(1);
        let (own_sealed, manager_sealed) = (Some(ctx().today), Some(ctx().today));
        let person = Some(PersonId::drawn(1));
        let review = Review { person, own_sealed, manager_sealed, ..Review::default() };
        put(&mut workspace, id, &review);
        assert_eq!(close(&workspace, id, &ctx()), Err(Rejection::ReviewNotShared));
        let shared = share_review(&workspace, id, "Two visits", &ctx()).expect("shared");
        take(&mut workspace, &shared);
        let closed = close(&workspace, id, &ctx()).expect("closed");
        take(&mut workspace, &closed);
        let late = share_review(&workspace, id, "Three visits", &ctx());
        assert_eq!(late, Err(Rejection::ReviewClosed));
        let opened = reopen(&workspace, id).expect("open again");
        take(&mut workspace, &opened);
        assert!(share_review(&workspace, id, "Three visits", &ctx()).is_ok());
    }
}

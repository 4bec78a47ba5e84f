//! A review cycle: the reviews of a team, or of everybody, over the same days.
//!
//! A cycle is no record of its own: it is all reviews over the same days. What two tablets begin of
//! one is therefore one once they meet, and no person has two reviews of it.

use std::collections::BTreeMap;

use super::Review;
use crate::domain::arrange;
use crate::domain::calendar::{Day, Span};
use crate::domain::id::{PersonId, ReviewId, TeamId};
use crate::domain::people::Person;
use crate::domain::workspace::Workspace;

/// Whom a cycle is begun for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Everybody.
    #[default]
    Everybody,
    /// Who is in this team now.
    Team(TeamId),
}

/// Why somebody gets no review of a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// There is a review of the very days already, or one that shares days and was not shown to
    /// both yet.
    HasOne(ReviewId),
    /// The person has left: the last day.
    Left(Day),
    /// The person was in the team for less than half of the days: the first day, for how many of the
    /// days, and how many there are.
    CameLate(Day, i64, i64),
}

/// What beginning a cycle comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CyclePlan {
    /// Whose reviews are opened.
    pub opens: Vec<PersonId>,
    /// Who is left out, and why.
    pub left_out: Vec<(PersonId, WhyNot)>,
}

/// The reviews over some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// The days.
    pub days: Span,
    /// The reviews with whose they are.
    pub reviews: Vec<(ReviewId, PersonId)>,
}

/// Who gets a review over some days when a cycle is begun today, and who does not.
pub fn plan(workspace: &Workspace, scope: Scope, days: Span, today: Day) -> CyclePlan {
    let is_asked = |person: &Person| match scope {
        Scope::Everybody => true,
        Scope::Team(team) => person.team == Some(team),
    };
    let mut plan = CyclePlan::default();
    for (id, person) in workspace.people.iter().filter(|(_, it)| is_asked(it)) {
        match why_not(workspace, (id, person), days, today) {
            None => plan.opens.push(id),
            Some(why) => plan.left_out.push((id, why)),
        }
    }
    plan
}

fn why_not(
    workspace: &Workspace,
    (id, person): (PersonId, &Person),
    days: Span,
    today: Day,
) -> Option<WhyNot> {
    if let Some(left) = person.left.filter(|it| *it < today) {
        return Some(WhyNot::Left(left));
    }
    let in_the_way = |it: &Review| {
        let span = it.span().filter(|_| it.person == Some(id));
        let shares = |it: Span| it.first <= days.last && days.first <= it.last;
        span.is_some_and(|span| span == days || it.shared.is_none() && shares(span))
    };
    if let Some((review, _)) = workspace.reviews.iter().find(|(_, it)| in_the_way(it)) {
        return Some(WhyNot::HasOne(review));
    }
    let all = days.last.days_since(days.first) + 1;
    let started = person.started.filter(|it| days.first < *it)?;
    let there = (days.last.days_since(started) + 1).max(0);
    (2 * there < all).then_some(WhyNot::CameLate(started, there, all))
}

/// All cycles, those that end last first.
pub fn cycles(workspace: &Workspace) -> Vec<Cycle> {
    let mut found: BTreeMap<(Day, Day), Vec<(ReviewId, PersonId)>> = BTreeMap::new();
    for (id, review) in workspace.reviews.iter() {
        let person = review.person.filter(|it| workspace.people.has(*it));
        if let Some((person, days)) = person.zip(review.span()) {
            found.entry((days.last, days.first)).or_default().push((id, person));
        }
    }
    let cycle = |((last, first), reviews)| Cycle { days: Span { first, last }, reviews };
    let mut cycles: Vec<Cycle> = found.into_iter().map(cycle).collect();
    arrange::by_key(&mut cycles, |it| std::cmp::Reverse((it.days.last, it.days.first)));
    cycles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::{day, put};

    const ANN: PersonId = PersonId::drawn(1);
    const BOB: PersonId = PersonId::drawn(2);
    const EAST: TeamId = TeamId::drawn(1);

    fn span(first: &str, last: &str) -> Span {
        Span { first: day(first), last: day(last) }
    }

    fn second_half() -> Span {
        span("2026-07-01", "2026-12-31")
    }

    fn person(started: &str, left: &str, team: Option<TeamId>) -> Person {
        Person { started: started.parse().ok(), left: left.parse().ok(), team, ..Person::default() }
    }

    #[track_caller]
    fn check(ann: &Person, expect: Option<WhyNot>) {
        let mut workspace = Workspace::default();
        put(&mut workspace, ANN, ann);
        let plan = plan(&workspace, Scope::Everybody, second_half(), day("2026-11-29"));
        assert_eq!(plan.left_out.first().map(|it| it.1), expect);
        assert_eq!(plan.opens.is_empty(), expect.is_some());
    }

    // Days by GNU date: `$(( ($(date -ud 2026-12-31 +%s) - $(date -ud 2026-10-01 +%s)) / 86400 + 1 ))`
    // is 92, and from 1 July it is 184.
    #[test]
    fn who_was_there_for_less_than_half_of_the_days_came_too_late() {
        let late = |first: &str, there| Some(WhyNot::CameLate(day(first), there, 184));
        check(&person("", "", None), None);
        check(&person("2026-10-01", "", None), None);
        check(&person("2026-10-02", "", None), late("2026-10-02", 91));
        check(&person("2027-01-11", "", None), late("2027-01-11", 0));
    }

    #[test]
    fn who_has_left_gets_none_and_who_will_leave_does() {
        check(&person("", "2026-11-28", None), Some(WhyNot::Left(day("2026-11-28"))));
        check(&person("", "2026-11-29", None), None);
    }

    #[track_caller]
    fn check_beside(days: Span, shared: &str, expect: bool) {
        let mut workspace = Workspace::default();
        put(&mut workspace, ANN, &person("", "", None));
        let (first, last) = (Some(days.first), Some(days.last));
        let shared = shared.parse().ok();
        let review = Review { person: Some(ANN), first, last, shared, ..Review::default() };
        put(&mut workspace, ReviewId::drawn(7), &review);
        let plan = plan(&workspace, Scope::Everybody, second_half(), day("2026-11-29"));
        let in_the_way = WhyNot::HasOne(ReviewId::drawn(7));
        assert_eq!(plan.left_out, if expect { vec![(ANN, in_the_way)] } else { vec![] });
    }

    #[test]
    fn a_review_that_is_open_already_is_in_the_way() {
        check_beside(span("2026-10-01", "2027-03-31"), "", true);
        check_beside(span("2026-10-01", "2027-03-31"), "2026-11-20", false);
        check_beside(span("2026-01-01", "2026-06-30"), "", false);
        check_beside(second_half(), "2026-11-20", true);
    }

    #[test]
    fn a_team_is_asked_alone_and_its_reviews_are_a_cycle() {
        let mut workspace = Workspace::default();
        put(&mut workspace, ANN, &person("", "", Some(EAST)));
        put(&mut workspace, BOB, &person("", "", None));
        let plan = plan(&workspace, Scope::Team(EAST), second_half(), day("2026-11-29"));
        assert_eq!((plan.opens, plan.left_out.len()), (vec![ANN], 0));
        for (id, whose, days) in [
            (1, ANN, second_half()),
            (2, BOB, second_half()),
            (3, ANN, span("2026-01-01", "2026-06-30")),
            (4, PersonId::drawn(9), second_half()),
        ] {
            let (first, last) = (Some(days.first), Some(days.last));
            let review = Review { person: Some(whose), first, last, ..Review::default() };
            put(&mut workspace, ReviewId::drawn(id), &review);
        }
        let found: Vec<usize> = cycles(&workspace).iter().map(|it| it.reviews.len()).collect();
        assert_eq!(found, [2, 1]);
    }
}

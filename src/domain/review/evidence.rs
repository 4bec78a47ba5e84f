//! What the records say of a person over some days, beside the figures: what was to be done and was,
//! and who thanked them.

use crate::domain::arrange;
use crate::domain::calendar::Span;
use crate::domain::id::PersonId;
use crate::domain::meeting::{MeetingPoint, PointSort};
use crate::domain::talk::{PointKind, TalkPoint};
use crate::domain::thanks::Praise;
use crate::domain::workspace::Workspace;

/// What somebody was to do by days of a span, and how much of it was done by the end of the span:
/// what was done ahead of its days counts, what was done after them does not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// How much was due.
    pub due: u64,
    /// How much of it is done.
    pub done: u64,
}

impl Due {
    fn of(done: impl Iterator<Item = bool>) -> Due {
        done.fold(Due::default(), |sum, it| Due {
            due: sum.due + 1,
            done: sum.done + u64::from(it),
        })
    }
}

/// What meetings gave a person to do.
pub fn due_of_meetings(workspace: &Workspace, person: PersonId, days: Span) -> Due {
    let is_theirs = |it: &&MeetingPoint| {
        it.sort() == PointSort::Action
            && it.owner == Some(person)
            && it.due.is_some_and(|day| days.holds(day))
    };
    let points = workspace.meeting_points.values().filter(is_theirs);
    Due::of(points.map(|it| it.settled_on().is_some_and(|day| day <= days.last)))
}

/// What a person was to do from one-to-ones; not what the manager was.
pub fn due_of_talks(workspace: &Workspace, person: PersonId, days: Span) -> Due {
    let is_theirs = |it: &&TalkPoint| {
        it.kind == PointKind::Action
            && it.person == Some(person)
            && !it.by_manager
            && it.due.is_some_and(|day| days.holds(day))
    };
    let points = workspace.talk_points.values().filter(is_theirs);
    Due::of(points.map(|it| it.done.is_some_and(|day| day <= days.last)))
}

/// The praise that a person got on some days, the latest first.
pub fn praise_to(workspace: &Workspace, person: PersonId, days: Span) -> Vec<&Praise> {
    let is_theirs =
        |it: &&Praise| it.to.contains(&person) && it.on.is_some_and(|day| days.holds(day));
    let mut praise: Vec<&Praise> = workspace.praises.values().filter(is_theirs).collect();
    arrange::by_key(&mut praise, |it| std::cmp::Reverse(it.on));
    praise
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::{day, put};
    use crate::domain::id::{MeetingPointId, PraiseId, TalkPointId};

    const ANN: PersonId = PersonId::drawn(1);
    const BOB: PersonId = PersonId::drawn(2);

    fn days() -> Span {
        Span { first: day("2026-07-01"), last: day("2026-12-31") }
    }

    #[test]
    fn what_a_meeting_gave_somebody_to_do_by_these_days_is_counted() {
        let mut workspace = Workspace::default();
        for (id, owner, due, closed, sort) in [
            (1, ANN, "2026-07-01", Some(5), PointSort::Action),
            (2, ANN, "2026-12-31", None, PointSort::Action),
            (3, ANN, "2026-06-30", None, PointSort::Action),
            (4, ANN, "2026-09-01", None, PointSort::Issue),
            (5, BOB, "2026-09-01", None, PointSort::Action),
        ] {
            let (sort, owner, due) = (Some(sort), Some(owner), due.parse().ok());
            let point = MeetingPoint { sort, owner, due, closed, ..MeetingPoint::default() };
            put(&mut workspace, MeetingPointId::drawn(id), &point);
        }
        assert_eq!(due_of_meetings(&workspace, ANN, days()), Due { due: 2, done: 1 });
    }

    // By hand: due on 1 December, in a half-year that ends on the 31st. Done early, in it and on its
    // last day counts, done on New Year's Day does not. 1 767 225 600 000 ms is the begin of 2026-01-01
    // in Greenwich (`date -u -d @1767225600`), for what was settled before days were kept.
    #[test]
    fn what_was_done_after_the_days_is_not_done_in_them() {
        let mut workspace = Workspace::default();
        let dones = ["2026-06-01", "2026-12-02", "2026-12-31", "2027-01-01"];
        for (id, done) in (1..).zip(dones) {
            let (due, done) = (Some(day("2026-12-01")), Some(day(done)));
            let action = MeetingPoint {
                sort: Some(PointSort::Action),
                owner: Some(ANN),
                due,
                closed: Some(5),
                closed_on: done,
                ..MeetingPoint::default()
            };
            put(&mut workspace, MeetingPointId::drawn(id), &action);
            let (person, kind) = (Some(ANN), PointKind::Action);
            let talk = TalkPoint { person, kind, due, done, ..TalkPoint::default() };
            put(&mut workspace, TalkPointId::drawn(id), &talk);
        }
        assert_eq!(due_of_meetings(&workspace, ANN, days()), Due { due: 4, done: 3 });
        assert_eq!(due_of_talks(&workspace, ANN, days()), Due { due: 4, done: 3 });
        let old = |closed| MeetingPoint { closed: Some(closed), ..MeetingPoint::default() };
        let on = [1_767_225_599_999, 1_767_225_600_000].map(|it| old(it).settled_on());
        assert_eq!(on, [Some(day("2025-12-31")), Some(day("2026-01-01"))]);
    }

    #[test]
    fn what_the_manager_was_to_do_is_not_the_persons() {
        let mut workspace = Workspace::default();
        for (id, by_manager, done, kind) in [
            (1, false, "2026-12-01", PointKind::Action),
            (2, true, "", PointKind::Action),
            (3, false, "", PointKind::Private),
            (4, false, "", PointKind::Action),
        ] {
            let (due, done) = (Some(day("2026-11-20")), done.parse().ok());
            let person = Some(ANN);
            let point = TalkPoint { person, kind, by_manager, due, done, ..TalkPoint::default() };
            put(&mut workspace, TalkPointId::drawn(id), &point);
        }
        assert_eq!(due_of_talks(&workspace, ANN, days()), Due { due: 2, done: 1 });
    }

    #[test]
    fn praise_counts_for_everybody_it_names_on_its_day() {
        let mut workspace = Workspace::default();
        for (id, to, on) in [
            (1, vec![ANN, BOB], "2026-08-01"),
            (2, vec![ANN], "2026-11-01"),
            (3, vec![ANN], "2026-06-30"),
            (4, vec![BOB], "2026-08-01"),
        ] {
            let praise = Praise { to, on: on.parse().ok(), ..Praise::default() };
            put(&mut workspace, PraiseId::drawn(id), &praise);
        }
        let of = |person| praise_to(&workspace, person, days()).len();
        assert_eq!([of(ANN), of(BOB)], [2, 2]);
        assert_eq!(praise_to(&workspace, ANN, days())[0].on, Some(day("2026-11-01")));
    }
}

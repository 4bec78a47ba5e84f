//! The rules of one-to-ones. No label holds what a point says: undo and history tell of a private
//! note only that there is one.

use super::Context;
use crate::domain::calendar::Day;
use crate::domain::changes::Changes;
use crate::domain::id::{PersonId, TalkId, TalkPointId};
use crate::domain::label::Label;
use crate::domain::rejection::Rejection;
use crate::domain::talk::{Talk, TalkPoint, next_place};
use crate::domain::workspace::Workspace;

pub(super) fn save_point(
    workspace: &Workspace,
    id: TalkPointId,
    point: &TalkPoint,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let name = name_of(workspace, point.person)?;
    let text = point.text.trim().to_owned();
    if text.is_empty() {
        return Err(Rejection::PointEmpty);
    }
    let raised = point.raised.or(Some(ctx.today));
    let place = match workspace.talk_points.get(id) {
        Some(known) => known.place,
        None => Some(next_place(workspace)),
    };
    let mut changes = Changes::new(label("point", name));
    changes.put(workspace, id, &TalkPoint { text, raised, place, ..point.clone() });
    Ok(changes)
}

pub(super) fn delete_point(workspace: &Workspace, id: TalkPointId) -> Result<Changes, Rejection> {
    let point = workspace.talk_points.get(id).ok_or(Rejection::PointGone)?;
    let mut changes = Changes::new(label("point-deleted", name_of(workspace, point.person)?));
    changes.remove::<TalkPoint>(workspace, id);
    Ok(changes)
}

/// Writes down that a talk was held today; what is still open is carried over once more.
pub(super) fn hold(
    workspace: &Workspace,
    id: TalkId,
    person: PersonId,
    next: Option<Day>,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let name = name_of(workspace, Some(person))?;
    if let Some(next) = next.filter(|it| *it < ctx.today) {
        return Err(Rejection::DaysReversed(ctx.today, next));
    }
    let mut changes = Changes::new(label("held", name));
    let open = workspace.talk_points.iter();
    let open = open.filter(|(_, it)| it.person == Some(person) && it.done.is_none());
    for (point, it) in open {
        let carried = it.carried.saturating_add(1);
        changes.put(workspace, point, &TalkPoint { carried, ..it.clone() });
    }
    changes.put(workspace, id, &Talk { person: Some(person), on: Some(ctx.today), next });
    Ok(changes)
}

/// The name of a person that is there.
pub(super) fn name_of(workspace: &Workspace, person: Option<PersonId>) -> Result<&str, Rejection> {
    workspace.people.find(person).map(|it| it.name.as_str()).ok_or(Rejection::PersonGone)
}

fn label(deed: &str, name: &str) -> Label {
    Label::PeopleChanged("talk".to_owned(), deed.to_owned(), name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::{day, put, take};
    use crate::domain::people::Person;
    use crate::domain::talk::{PointKind, PointsFor, points_of, talks_with};

    const ANN: PersonId = PersonId::drawn(1);
    const POINT: TalkPointId = TalkPointId::drawn(1);

    fn ctx() -> Context {
        Context { today: day("2026-11-25") }
    }

    fn team() -> Workspace {
        let mut workspace = Workspace::default();
        put(&mut workspace, ANN, &Person { name: "Ann".to_owned(), ..Person::default() });
        workspace
    }

    fn point(text: &str, kind: PointKind) -> TalkPoint {
        TalkPoint { person: Some(ANN), kind, text: text.to_owned(), ..TalkPoint::default() }
    }

    #[test]
    fn what_is_open_is_carried_over_and_what_is_done_is_not() {
        let mut workspace = team();
        put(&mut workspace, POINT, &point("Prices", PointKind::Shared));
        let done = TalkPoint { done: Some(day("2026-11-20")), ..point("Car", PointKind::Action) };
        put(&mut workspace, TalkPointId::drawn(2), &done);
        for talk in 1..=2 {
            let changes = hold(&workspace, TalkId::drawn(talk), ANN, None, &ctx()).expect("held");
            take(&mut workspace, &changes);
        }
        let points = points_of(&workspace, ANN, PointsFor::Both);
        let carried: Vec<_> = points.iter().map(|(_, it)| (it.text.as_str(), it.carried)).collect();
        assert_eq!(carried, [("Prices", 2), ("Car", 0)]);
        assert_eq!(talks_with(&workspace, ANN).len(), 2);
    }

    // By hand: the ids run against the order in which the points of a day are written down.
    #[test]
    fn points_of_a_day_come_as_they_were_written_down() {
        let mut workspace = team();
        for (id, text) in [(9, "first"), (3, "second"), (7, "third"), (9, "first, changed")] {
            let said = point(text, PointKind::Shared);
            let id = TalkPointId::drawn(id);
            let changes = save_point(&workspace, id, &said, &ctx()).expect(text);
            take(&mut workspace, &changes);
        }
        let points = points_of(&workspace, ANN, PointsFor::Both);
        let texts: Vec<_> = points.iter().map(|(_, it)| it.text.as_str()).collect();
        assert_eq!(texts, ["first, changed", "second", "third"]);
    }

    #[test]
    fn a_private_point_is_for_the_manager_alone() {
        let mut workspace = team();
        let secret = point("Wants to leave", PointKind::Private);
        let changes = save_point(&workspace, POINT, &secret, &ctx()).expect("saved");
        assert!(!changes.label.to_parts().concat().contains("leave"), "{:?}", changes.label);
        take(&mut workspace, &changes);
        assert_eq!(points_of(&workspace, ANN, PointsFor::Both), []);
        assert_eq!(points_of(&workspace, ANN, PointsFor::Manager).len(), 1);
    }

    #[test]
    fn a_point_says_something_about_somebody() {
        let empty = save_point(&team(), POINT, &point(" ", PointKind::Shared), &ctx());
        assert_eq!(empty, Err(Rejection::PointEmpty));
        let nobody = TalkPoint { person: None, ..point("Prices", PointKind::Shared) };
        assert_eq!(save_point(&team(), POINT, &nobody, &ctx()), Err(Rejection::PersonGone));
        let back = hold(&team(), TalkId::drawn(1), ANN, Some(day("2026-11-24")), &ctx());
        assert!(matches!(back, Err(Rejection::DaysReversed(..))));
    }
}

//! Actions whose day has passed: what meetings and one-to-ones agreed on and nobody has ticked off.

use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::face::{Face, Matter};
use crate::domain::id::{MeetingPointId, PersonId, RecordId, TalkPointId};
use crate::domain::meeting::{MeetingPoint, PointSort};
use crate::domain::talk::{PointKind, TalkPoint};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::format;

/// The tables that they are read from.
pub const OVERDUE_TABLES: [Table; 3] = [Table::MeetingPoints, Table::TalkPoints, Table::People];

/// How many are listed on the home page.
const SHOWN: usize = 8;

/// An action whose day has passed.
#[derive(Clone, Debug, PartialEq)]
pub struct OverdueAction {
    /// Where it was agreed on, and is ticked off.
    pub from: AgreedIn,
    /// What is to be done.
    pub text: String,
    /// Who does it, since when it is overdue, and where it was agreed on.
    pub note: String,
}

/// Where an action was agreed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgreedIn {
    /// In a meeting.
    Meeting(MeetingPointId),
    /// In a one-to-one with somebody.
    Talk(TalkPointId, PersonId),
}

/// The actions that are overdue, the longest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OverdueView {
    /// The first of them.
    pub actions: Vec<OverdueAction>,
    /// How many there are in all.
    pub count: usize,
}

impl OverdueView {
    /// How many more there are than are listed; nothing where all are.
    pub fn more(&self, lang: Lang) -> String {
        match self.count - self.actions.len() {
            0 => String::new(),
            left => lang.overdue_more(&format::count(lang, left as u64)),
        }
    }
}

/// What is overdue on a day, as far as a face may see it: of a person what that person does, of the
/// room what meetings agreed on, of the manager all of it.
pub fn overdue_actions(workspace: &Workspace, lang: Lang, face: Face, today: Day) -> OverdueView {
    let own = match face {
        Face::Rep(person) => Some(person),
        Face::Manager | Face::Room | Face::Client(_) => None,
    };
    let of_meetings = workspace.meeting_points.iter().filter_map(|(id, point)| {
        let may = match own {
            Some(own) => point.owner == Some(own),
            None => face.may_see(Matter::Work),
        };
        let is_action = point.sort() == PointSort::Action && point.is_late(today);
        (may && is_action)
            .then(|| (point.due, RecordId::from(id), of_meeting(workspace, id, point)))
    });
    let of_talks = workspace.talk_points.iter().filter_map(|(id, point)| {
        let person = point.person.filter(|it| face.may_see(Matter::Person(*it)))?;
        let theirs = own.is_none() || !point.by_manager;
        let is_late = point.done.is_none() && point.due.is_some_and(|it| it < today);
        let is_action = point.kind == PointKind::Action && is_late;
        (theirs && is_action)
            .then(|| (point.due, id.into(), of_talk(workspace, lang, (id, person), point)))
    });
    let mut found: Vec<_> = of_meetings.chain(of_talks).collect();
    arrange::by_key(&mut found, |(due, id, _)| (*due, *id));
    let count = found.len();
    let line = |(due, _, (from, text, who)): (Option<Day>, _, (AgreedIn, String, String))| {
        let since = due.map(|it| lang.point_late_since(&format::day_near(lang, it, today)));
        let agreed = match from {
            AgreedIn::Meeting(_) => lang.overdue_of_meeting(),
            AgreedIn::Talk(..) => lang.overdue_of_talk(),
        };
        let who = Some(who).filter(|it| own.is_none() && !it.is_empty());
        let note: Vec<String> = who.into_iter().chain(since).chain([agreed.to_owned()]).collect();
        OverdueAction { from, text, note: note.join(" · ") }
    };
    OverdueView { actions: found.into_iter().take(SHOWN).map(line).collect(), count }
}

type Found = (AgreedIn, String, String);

fn of_meeting(workspace: &Workspace, id: MeetingPointId, point: &MeetingPoint) -> Found {
    let owner = workspace.people.find(point.owner).map(|it| it.name.clone());
    (AgreedIn::Meeting(id), point.text.clone(), owner.unwrap_or_default())
}

/// Where the manager does it, it says with whom it was agreed.
fn of_talk(
    workspace: &Workspace,
    lang: Lang,
    (id, person): (TalkPointId, PersonId),
    point: &TalkPoint,
) -> Found {
    let name = workspace.people.get(person).map_or("", |it| &it.name);
    let who = match point.by_manager {
        true => lang.overdue_by_manager(name),
        false => name.to_owned(),
    };
    (AgreedIn::Talk(id, person), point.text.clone(), who)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::for_tests::*;

    const TODAY: &str = "2026-11-23";

    /// An action of a meeting, of Ann and of Bob, and one of each one-to-one; two of them are not
    /// overdue: one is due today, one is done.
    fn agreed() -> Workspace {
        let mut workspace = team();
        let mut meeting = |id, owner, text: &str, due: &str, closed| {
            let (sort, text, due) = (Some(PointSort::Action), text.to_owned(), due.parse().ok());
            let owner = Some(owner);
            let point = MeetingPoint { sort, text, due, owner, closed, ..MeetingPoint::default() };
            put(&mut workspace, MeetingPointId::drawn(id), &point);
        };
        meeting(1, ANN, "Send the offer", "2026-11-20", None);
        meeting(2, BOB, "Call the plant", "2026-11-18", None);
        meeting(3, ANN, "Ask for the budget", TODAY, None);
        meeting(4, ANN, "Book the room", "2026-11-10", Some(5));
        let mut talk = |id, person, text: &str, by_manager, kind| {
            let (text, due) = (text.to_owned(), Some(day("2026-11-19")));
            let person = Some(person);
            let point = TalkPoint { person, kind, text, by_manager, due, ..TalkPoint::default() };
            put(&mut workspace, TalkPointId::drawn(id), &point);
        };
        talk(1, ANN, "Read the contract", false, PointKind::Action);
        talk(2, ANN, "Find a mentor", true, PointKind::Action);
        talk(3, BOB, "Thinks of leaving", false, PointKind::Private);
        workspace
    }

    #[track_caller]
    fn check(face: Face, expect: &[(&str, &str)]) {
        let view = overdue_actions(&agreed(), Lang::En, face, day(TODAY));
        let told: Vec<_> = view.actions.iter().map(|it| (&*it.text, &*it.note)).collect();
        assert_eq!((told, view.count), (expect.to_vec(), expect.len()));
    }

    #[test]
    fn each_face_is_told_what_is_overdue_of_its_own() {
        let offer = ("Send the offer", "Ann · overdue since 20 Nov · from a meeting");
        let plant = ("Call the plant", "Bob · overdue since 18 Nov · from a meeting");
        let contract = ("Read the contract", "Ann · overdue since 19 Nov · from a one-to-one");
        let mentor = ("Find a mentor", "you, for Ann · overdue since 19 Nov · from a one-to-one");
        check(Face::Manager, &[plant, contract, mentor, offer]);
        check(Face::Room, &[plant, offer]);
        let alone = |(text, note): (&'static str, &'static str)| {
            (text, note.split_once(" · ").map_or(note, |it| it.1))
        };
        check(Face::Rep(ANN), &[alone(contract), alone(offer)]);
        check(Face::Rep(CY), &[]);
        check(Face::Client(crate::domain::id::SurveyId::drawn(1)), &[]);
    }

    #[test]
    fn what_is_not_listed_is_counted() {
        let view = |count| OverdueView { actions: Vec::new(), count };
        assert_eq!(view(0).more(Lang::En), "");
        assert_eq!(view(3).more(Lang::En), Lang::En.overdue_more("3"));
    }

    #[test]
    fn the_rest_is_counted() {
        let mut workspace = team();
        for id in 0..20 {
            let point = MeetingPoint {
                sort: Some(PointSort::Action),
                due: Some(day("2026-11-01").plus(id)),
                ..MeetingPoint::default()
            };
            put(&mut workspace, MeetingPointId::drawn(id), &point);
        }
        let view = overdue_actions(&workspace, Lang::En, Face::Manager, day(TODAY));
        assert_eq!((view.actions.len(), view.count), (SHOWN, 20));
        assert_eq!(view.actions[0].from, AgreedIn::Meeting(MeetingPointId::drawn(0)));
    }
}

//! What can be started, what is open for the next meeting, and what was held.

use super::kind_name;
use super::points::{PointLine, open_lines};
use crate::domain::calendar::Day;
use crate::domain::id::{MeetingId, PersonId};
use crate::domain::meeting::{MeetingKind, PointSort, ended, open_points, plan_of, running};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::team::{Presence, presence};

/// A kind of meeting that can be started.
#[derive(Clone, Debug, PartialEq)]
pub struct KindRow {
    /// Which.
    pub kind: MeetingKind,
    /// What it is called.
    pub name: String,
    /// How long it takes, when it last was, what is open.
    pub note: String,
    /// Whether it is the first that was not held today: the one to begin with.
    pub is_next: bool,
}

/// A meeting that was held.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldRow {
    /// Which.
    pub id: MeetingId,
    /// What it was, and when.
    pub title: String,
    /// How long it took, who was there, how it was rated.
    pub note: String,
}

/// The home of meetings.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingsView {
    /// What the meeting that runs is called.
    pub running: Option<String>,
    /// What can be started.
    pub kinds: Vec<KindRow>,
    /// Issues and actions that are open.
    pub open: Vec<PointLine>,
    /// What was held, the latest first.
    pub held: Vec<HeldRow>,
    /// How many earlier ones are not shown.
    pub more: usize,
}

/// So many of the meetings that were held are shown at first, and so many more at a time.
pub const HELD: usize = 20;

impl MeetingsView {
    /// As it is on a day, with so many of the meetings that were held; `day_of` gives the civil day
    /// of a moment at this place.
    pub fn new(
        workspace: &Workspace,
        lang: Lang,
        today: Day,
        shown: usize,
        day_of: impl Fn(i64) -> Day,
    ) -> MeetingsView {
        let held = ended(workspace);
        let is_today = |kind: &&MeetingKind| {
            let of = held.iter().filter(|(_, it)| it.kind.as_ref() == Some(*kind));
            of.filter_map(|(_, it)| it.begun).any(|it| day_of(it) == today)
        };
        let next = MeetingKind::ALL.iter().find(|it| !is_today(it)).copied();
        let kind = |kind: &MeetingKind| {
            let minutes = plan_of(workspace, *kind).iter().map(|it| it.minutes).sum::<i64>();
            let last = held.iter().find(|(_, it)| it.kind == Some(*kind)).and_then(|it| it.1.begun);
            let last = match last {
                Some(at) => lang.meetings_last(&format::day_near(lang, day_of(at), today)),
                None => lang.meetings_never().to_owned(),
            };
            let open = open_points(workspace, PointSort::Action, Some(*kind)).len() as u64;
            let length = lang.meetings_minutes_all(&format::count(lang, minutes.unsigned_abs()));
            let mut note = vec![length, last];
            if open != 0 {
                note.push(lang.meetings_open_actions(&format::count(lang, open)));
            }
            KindRow {
                kind: *kind,
                name: lang.meeting_kind(*kind).to_owned(),
                note: note.join(" · "),
                is_next: next == Some(*kind),
            }
        };
        let row = |(id, meeting): &(MeetingId, &crate::domain::meeting::Meeting)| {
            let begun = meeting.begun.unwrap_or(0);
            let took = meeting.ended.unwrap_or(begun) - begun;
            let minutes = format::count(lang, super::minutes(took / 1_000));
            let people = format::count(lang, meeting.people.len() as u64);
            let rated = meeting.rating_tenths();
            let rated = rated.map(|it| lang.meetings_rated(&rating_words(lang, it)));
            let facts = lang.meetings_facts(&minutes, &people);
            let title = [kind_name(lang, meeting.kind), &*format::day(lang, day_of(begun))];
            HeldRow {
                id: *id,
                title: title.join(" · "),
                note: [Some(facts), rated].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            }
        };
        MeetingsView {
            running: running(workspace).map(|(_, it)| kind_name(lang, it.kind).to_owned()),
            kinds: MeetingKind::ALL.iter().map(kind).collect(),
            open: open_lines(workspace, lang, today, None),
            held: held.iter().take(shown).map(row).collect(),
            more: held.len().saturating_sub(shown),
        }
    }
}

/// A mean in tenths of a point, "8.5".
pub fn rating_words(lang: Lang, tenths: i64) -> String {
    format::decimal(lang, tenths as f64 / 10.0, 1)
}

/// Everybody who is here on a day.
pub fn who_is_here(workspace: &Workspace, today: Day) -> Vec<PersonId> {
    let is_here = |(id, person): &(PersonId, &crate::domain::people::Person)| {
        presence(workspace, *id, person, today) == Presence::Here
    };
    workspace.people.iter().filter(is_here).map(|(id, _)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::meeting::{Meeting, Rating};
    use crate::present::for_tests::*;

    const MINUTE: i64 = 60_000;
    const DAY: i64 = 1_440 * MINUTE;

    fn view() -> MeetingsView {
        view_of(HELD)
    }

    fn view_of(shown: usize) -> MeetingsView {
        let mut workspace = team();
        for (id, kind, begun) in [(1, MeetingKind::Standup, 10), (2, MeetingKind::Pipeline, 8)] {
            let meeting = Meeting {
                kind: Some(kind),
                begun: Some(begun * DAY),
                ended: Some(begun * DAY + 45 * MINUTE),
                people: vec![ANN, BOB],
                ratings: vec![Rating { person: ANN, score: 7 }],
                ..Meeting::default()
            };
            put(&mut workspace, MeetingId::drawn(id), &meeting);
        }
        let day_of = |at: i64| Day::from_epoch(at / DAY).expect("a day");
        MeetingsView::new(&workspace, Lang::En, day_of(10 * DAY), shown, day_of)
    }

    #[test]
    fn what_was_not_held_today_is_the_one_to_begin_with() {
        let next: Vec<MeetingKind> =
            view().kinds.iter().filter(|it| it.is_next).map(|it| it.kind).collect();
        assert_eq!(next, [MeetingKind::Pipeline]);
        assert_eq!(view().kinds[1].note, "60 min · last on 9 Jan");
    }

    #[test]
    fn what_was_held_is_told_the_latest_first() {
        let held: Vec<(String, String)> =
            view().held.into_iter().map(|it| (it.title, it.note)).collect();
        let note = "45 min · people: 2 · rated 7.0";
        let expect = [
            ("Morning stand-up · 11 Jan 1970", note),
            ("Weekly pipeline review · 9 Jan 1970", note),
        ];
        assert_eq!(held, expect.map(|it| (it.0.to_owned(), it.1.to_owned())));
        assert_eq!(view().running, None);
        let of = |shown| (view_of(shown).held.len(), view_of(shown).more);
        assert_eq!([of(1), of(HELD)], [(1, 1), (2, 0)]);
    }
}

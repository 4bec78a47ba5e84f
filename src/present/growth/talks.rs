//! One-to-ones: the points that are open, those that are done, and the talks that were held.

use crate::domain::calendar::Day;
use crate::domain::id::{PersonId, TalkPointId};
use crate::domain::talk::{PointKind, PointsFor, TalkPoint, points_of, talks_with};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// A point in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct PointLine {
    /// The point.
    pub id: TalkPointId,
    /// What it is about.
    pub text: String,
    /// What it is.
    pub kind: PointKind,
    /// Who does it, by when, and how often it was carried over.
    pub note: String,
    /// Whether it is an action whose day has passed.
    pub late: bool,
    /// Whether it is done.
    pub done: bool,
}

/// The talks with a person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TalkView {
    /// When they talked last and will talk next.
    pub when: String,
    /// Open points.
    pub open: Vec<PointLine>,
    /// Points that are done, the latest first.
    pub done: Vec<PointLine>,
    /// How many points that were done earlier are not shown.
    pub more_done: usize,
    /// The days on which they talked, the latest first.
    pub talks: Vec<String>,
    /// How many earlier talks are not shown.
    pub more_talks: usize,
}

/// How many done points and talks are shown at first, and how many more at a time.
pub const SHOWN: usize = 12;

/// The talks with a person, with the points that whoever looks on may see; so many of those that are
/// done, and of the talks that were held.
pub fn talk_view(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    person: PersonId,
    whose: PointsFor,
    shown: usize,
) -> TalkView {
    let name = workspace.people.get(person).map_or("", |it| &it.name);
    let line = |(id, point): (TalkPointId, &TalkPoint)| point_line(lang, today, name, id, point);
    let lines: Vec<PointLine> = points_of(workspace, person, whose).into_iter().map(line).collect();
    let (done, open): (Vec<_>, Vec<_>) = lines.into_iter().partition(|it| it.done);
    let talks = talks_with(workspace, person);
    let day = |it: Day| format::day_near(lang, it, today);
    let when = match talks.first().and_then(|(_, it)| Some((it.on?, it.next))) {
        None => lang.talk_never().to_owned(),
        Some((on, None)) => lang.talk_last(&day(on)),
        Some((on, Some(next))) => lang.talk_last_next(&day(on), &day(next)),
    };
    let held = talks.iter().filter_map(|(_, it)| it.on).map(day);
    TalkView {
        when,
        open,
        more_done: done.len().saturating_sub(shown),
        done: done.into_iter().take(shown).collect(),
        more_talks: talks.len().saturating_sub(shown),
        talks: held.take(shown).collect(),
    }
}

fn point_line(lang: Lang, today: Day, name: &str, id: TalkPointId, point: &TalkPoint) -> PointLine {
    let mut note = vec![lang.talk_point_kind(point.kind).to_owned()];
    let is_action = point.kind == PointKind::Action;
    if is_action {
        let by = if point.by_manager { lang.talk_by_manager() } else { name };
        note.push(by.to_owned());
        note.extend(point.due.map(|it| lang.talk_due_on(&format::day_near(lang, it, today))));
    }
    if 0 < point.carried {
        note.push(lang.talk_carried(&point.carried.to_string()));
    }
    PointLine {
        id,
        text: point.text.clone(),
        kind: point.kind,
        note: note.join(" · "),
        late: is_action && point.done.is_none() && point.due.is_some_and(|it| it < today),
        done: point.done.is_some(),
    }
}

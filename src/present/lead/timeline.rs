//! What happened with a lead, activities and changes in one, day by day, the newest first.

use std::cmp::Reverse;

use super::Event;
use crate::domain::activity::{Activity, ActivityKind};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::id::{ActivityId, LeadId};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// What of it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimelineKind {
    /// Everything.
    #[default]
    All,
    /// What was done and is planned.
    Activities,
    /// What was changed.
    Changes,
}

impl TimelineKind {
    /// Every kind.
    pub const ALL: [TimelineKind; 3] =
        [TimelineKind::All, TimelineKind::Activities, TimelineKind::Changes];

    /// What it is called.
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            TimelineKind::All => lang.timeline_all(),
            TimelineKind::Activities => lang.timeline_activities(),
            TimelineKind::Changes => lang.timeline_changes(),
        }
    }

    /// What tells it from the others in the page.
    pub const fn as_str(self) -> &'static str {
        match self {
            TimelineKind::All => "all",
            TimelineKind::Activities => "activities",
            TimelineKind::Changes => "changes",
        }
    }
}

/// A day with all that happened on it.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineDay {
    /// The day, in words.
    pub day: String,
    /// What happened, the newest first.
    pub items: Vec<TimelineItem>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum TimelineItem {
    /// An activity, done or planned.
    Activity(ActivityItem),
    /// A change: its time and what it was.
    Change(String, Event),
}

/// An activity in the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct ActivityItem {
    /// Which.
    pub id: ActivityId,
    /// What it is.
    pub kind: ActivityKind,
    /// What it is and who does it.
    pub head: String,
    /// The time; empty where it has none.
    pub time: String,
    /// What it is about.
    pub text: String,
    /// What came of it.
    pub outcome: String,
    /// Whether it is still to be done.
    pub planned: bool,
    /// Whether it should have been done.
    pub late: bool,
}

/// Where something stands: its day, and the time of it.
type Place = (Day, i64);

/// The timeline of a lead; `events` are its changes.
pub fn timeline(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    lead: LeadId,
    (events, kind): (&[Event], TimelineKind),
) -> Vec<TimelineDay> {
    let mut items: Vec<(Place, TimelineItem)> = Vec::new();
    if kind != TimelineKind::Changes {
        let own = workspace.activities.iter().filter(|(_, it)| it.lead == Some(lead));
        items.extend(own.filter_map(|(id, it)| activity(workspace, lang, today, id, it)));
    }
    if kind != TimelineKind::Activities {
        items.extend(events.iter().map(|event| {
            let time = format::time_of_day(event.minute);
            ((event.day, event.minute), TimelineItem::Change(time, event.clone()))
        }));
    }
    arrange::by_key(&mut items, |(place, _)| Reverse(*place));
    by_day(lang, today, items)
}

fn by_day(lang: Lang, today: Day, items: Vec<(Place, TimelineItem)>) -> Vec<TimelineDay> {
    let mut days: Vec<TimelineDay> = Vec::new();
    let mut last = None;
    for ((day, _), item) in items {
        if last != Some(day) {
            let words = match day == today {
                true => lang.timeline_day_today().to_owned(),
                false => format::day_near(lang, day, today),
            };
            days.push(TimelineDay { day: words, items: Vec::new() });
            last = Some(day);
        }
        if let Some(day) = days.last_mut() {
            day.items.push(item);
        }
    }
    days
}

/// An activity and its place; one without a time stands above those of its day that have one.
fn activity(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    id: ActivityId,
    activity: &Activity,
) -> Option<(Place, TimelineItem)> {
    let on = activity.on?;
    let kind = activity.kind();
    let head = match workspace.people.find(activity.person) {
        Some(person) => lang.timeline_by(lang.activity_kind(kind), &person.name),
        None => lang.activity_kind(kind).to_owned(),
    };
    let item = ActivityItem {
        id,
        kind,
        head,
        time: activity.minute.map(format::time_of_day).unwrap_or_default(),
        text: activity.text.clone(),
        outcome: activity.outcome.clone(),
        planned: activity.planned,
        late: activity.planned && on < today,
    };
    Some(((on, activity.minute.unwrap_or(i64::MAX)), TimelineItem::Activity(item)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::for_tests::{day, put, team};

    #[track_caller]
    fn check(kind: TimelineKind, expect: &[(&str, &[&str])]) {
        let lead = LeadId::drawn(7);
        let mut workspace = team();
        let of = |on: &str, minute, text: &str| Activity {
            lead: Some(lead),
            on: on.parse().ok(),
            minute,
            text: text.to_owned(),
            ..Activity::default()
        };
        put(&mut workspace, ActivityId::drawn(1), &of("2026-11-20", Some(600), "ten"));
        put(&mut workspace, ActivityId::drawn(2), &of("2026-11-20", None, "any time"));
        put(&mut workspace, ActivityId::drawn(3), &of("2026-11-23", Some(540), "nine"));
        put(
            &mut workspace,
            ActivityId::drawn(4),
            &Activity { lead: None, ..of("2026-11-23", None, "") },
        );
        let event = |on, minute, what: &str| Event {
            day: day(on),
            minute,
            what: what.to_owned(),
            changes: Vec::new(),
        };
        let events = [event("2026-11-20", 660, "moved"), event("2026-11-19", 1, "added")];
        let days = timeline(&workspace, Lang::En, day("2026-11-23"), lead, (&events, kind));
        let item = |item: &TimelineItem| match item {
            TimelineItem::Activity(it) => it.text.clone(),
            TimelineItem::Change(time, event) => [&**time, &*event.what].join(" "),
        };
        let days: Vec<(String, Vec<String>)> =
            days.iter().map(|it| (it.day.clone(), it.items.iter().map(item).collect())).collect();
        let days: Vec<(&str, Vec<&str>)> = days
            .iter()
            .map(|(day, items)| (day.as_str(), items.iter().map(String::as_str).collect()))
            .collect();
        let expect: Vec<(&str, Vec<&str>)> =
            expect.iter().map(|(day, items)| (*day, items.to_vec())).collect();
        assert_eq!(days, expect);
    }

    #[test]
    fn activities_and_changes_stand_in_one_order() {
        check(
            TimelineKind::All,
            &[
                ("Today", &["nine"]),
                ("20 Nov", &["any time", "11:00 moved", "ten"]),
                ("19 Nov", &["00:01 added"]),
            ],
        );
    }

    #[test]
    fn each_can_be_seen_alone() {
        check(TimelineKind::Activities, &[("Today", &["nine"]), ("20 Nov", &["any time", "ten"])]);
        check(TimelineKind::Changes, &[("20 Nov", &["11:00 moved"]), ("19 Nov", &["00:01 added"])]);
    }
}

//! The minutes of a meeting: everything that the journal says was done while it ran, entry by entry,
//! grouped for a reader, with what was agreed first. Only remarks are added by hand.

mod text;

pub use text::{html, markdown};

use super::home::rating_words;
use super::{kind_name, section_name};
use crate::domain::calendar::Day;
use crate::domain::id::MeetingId;
use crate::domain::label::Label;
use crate::domain::meeting::clock::times;
use crate::domain::meeting::{Meeting, MeetingPoint, PointSort, marks};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::{format, words};
use crate::transfer::ics::CalendarEvent;

/// The tables that minutes are read from, beside the history.
pub const MINUTES_TABLES: [Table; 4] =
    [Table::Meetings, Table::MeetingMarks, Table::MeetingPoints, Table::People];

/// An entry of the journal: when, in milliseconds since 1970, and what was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// When.
    pub millis: u64,
    /// What.
    pub label: Label,
}

/// What lines of minutes are about, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What was decided.
    Decisions,
    /// Who does what by when.
    Actions,
    /// What was talked about.
    Issues,
    /// What is said of deals and periods.
    Promises,
    /// Deals that came to another stage.
    Moved,
    /// Leads that are new.
    New,
    /// Other changes of leads.
    Leads,
    /// Talks with customers, and who they are.
    Customers,
    /// Goals, quotas, plans.
    Goals,
    /// Announcements, and what is asked of others.
    Others,
    /// Everything else.
    Rest,
    /// How the meeting went.
    Course,
    /// What was taken back, with what took it back.
    Back,
}

/// A line: the time of day, and what was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The time of day.
    pub time: String,
    /// What was done.
    pub words: String,
}

/// A section as it was held: what it is called, its planned and its taken minutes.
pub type Held = (String, String, String);

/// The minutes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Minutes {
    /// What the meeting was.
    pub title: String,
    /// When it was and how long it took.
    pub when: String,
    /// Who was there.
    pub people: String,
    /// How it was rated; empty where nobody did.
    pub rated: String,
    /// How long its sections took.
    pub sections: Vec<Held>,
    /// What was done, group by group.
    pub groups: Vec<(Group, String, Vec<Line>)>,
    /// What was added by hand.
    pub remarks: String,
}

/// Where minutes are read: in which language, and how far the place is ahead of universal time, in
/// minutes.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// The language.
    pub lang: Lang,
    /// The minutes ahead.
    pub ahead: i64,
}

impl Minutes {
    /// The minutes of a meeting from what was done while it ran; none where it is gone.
    pub fn new(
        workspace: &Workspace,
        reader: Reader,
        id: MeetingId,
        done: &[Done],
    ) -> Option<Minutes> {
        let lang = reader.lang;
        let meeting = workspace.meetings.get(id)?;
        let begun = meeting.begun.unwrap_or(0);
        let took = times(meeting, &marks(workspace, id), begun);
        let minutes = |seconds| format::count(lang, super::minutes(seconds));
        let held = |(section, time): (&_, &crate::domain::meeting::clock::SectionTime)| {
            (section_name(lang, section), minutes(time.planned), minutes(time.spent))
        };
        let names = meeting.people.iter().filter_map(|it| workspace.people.get(*it));
        let names: Vec<&str> = names.map(|it| it.name.as_str()).collect();
        let whole = (meeting.ended.unwrap_or(begun) - begun) / 1_000;
        let when = format::moment(lang, begun.max(0).unsigned_abs(), reader.ahead);
        Some(Minutes {
            title: kind_name(lang, meeting.kind).to_owned(),
            when: [when, lang.meetings_minutes_all(&minutes(whole))].join(" · "),
            people: names.join(lang.list_comma()),
            rated: meeting.rating_tenths().map(|it| rated(lang, meeting, it)).unwrap_or_default(),
            sections: meeting.sections.iter().zip(&took.sections).map(held).collect(),
            groups: groups(workspace, reader, id, done),
            remarks: meeting.remarks.clone(),
        })
    }

    /// How many lines there are in all groups.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|it| it.2.len()).sum()
    }
}

fn rated(lang: Lang, meeting: &Meeting, tenths: i64) -> String {
    let count = format::count(lang, meeting.ratings.len() as u64);
    lang.minutes_rated(&rating_words(lang, tenths), &count)
}

fn groups(
    workspace: &Workspace,
    reader: Reader,
    id: MeetingId,
    done: &[Done],
) -> Vec<(Group, String, Vec<Line>)> {
    let back = taken_back(done);
    let mut lines: Vec<(Group, Line)> = Vec::new();
    for (done, back) in done.iter().zip(back) {
        let group = if back { Group::Back } else { group_of(&done.label) };
        let minute = (done.millis / 60_000) as i64 + reader.ahead;
        let time = format::time_of_day(minute);
        lines.push((group, Line { time, words: line_words(workspace, reader.lang, id, done) }));
    }
    let mut groups: Vec<(Group, String, Vec<Line>)> = Vec::new();
    for group in Group::ALL {
        let own: Vec<Line> =
            lines.iter().filter(|it| it.0 == group).map(|it| it.1.clone()).collect();
        if !own.is_empty() {
            groups.push((group, group.words(reader.lang).to_owned(), own));
        }
    }
    groups
}

/// Which entries take another back, or were taken back in the same meeting.
fn taken_back(done: &[Done]) -> Vec<bool> {
    let mut back = vec![false; done.len()];
    for (place, it) in done.iter().enumerate() {
        match &it.label {
            Label::Undone(undone) => {
                let before = (0..place).rev().find(|it| !back[*it] && is(&done[*it].label, undone));
                before.into_iter().for_each(|it| back[it] = true);
                back[place] = true;
            }
            // Done again: the line stands for itself, and tells what was done.
            Label::Redone(_) => {}
            _ => {}
        }
    }
    back
}

/// Whether an entry did something, at first or again.
fn is(label: &Label, what: &Label) -> bool {
    match label {
        Label::Redone(again) => **again == *what,
        label => label == what,
    }
}

/// The words of an entry, with who does it by when where it is an action of this meeting.
fn line_words(workspace: &Workspace, lang: Lang, id: MeetingId, done: &Done) -> String {
    let said = words::label(lang, &done.label);
    let Label::MeetingChanged(deed, text) = &done.label else { return said };
    if deed.as_str() != PointSort::Action.as_str() {
        return said;
    }
    let is_it = |it: &&MeetingPoint| {
        it.meeting == Some(id) && it.sort() == PointSort::Action && it.text == *text
    };
    let Some(point) = workspace.meeting_points.values().find(is_it) else { return said };
    let owner = workspace.people.find(point.owner).map(|it| it.name.clone());
    let due = point.due.map(|it| lang.point_due_on(&format::day(lang, it)));
    let parts = [Some(said), owner, due];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

impl Group {
    /// Every group, in the order in which they are told.
    pub const ALL: [Group; 13] = [
        Group::Decisions,
        Group::Actions,
        Group::Issues,
        Group::Promises,
        Group::Moved,
        Group::New,
        Group::Leads,
        Group::Customers,
        Group::Goals,
        Group::Others,
        Group::Rest,
        Group::Course,
        Group::Back,
    ];

    fn words(self, lang: Lang) -> &'static str {
        match self {
            Group::Decisions => lang.minutes_decisions(),
            Group::Actions => lang.minutes_actions(),
            Group::Issues => lang.minutes_issues(),
            Group::Promises => lang.minutes_promises(),
            Group::Moved => lang.minutes_moved(),
            Group::New => lang.minutes_new(),
            Group::Leads => lang.minutes_leads(),
            Group::Customers => lang.minutes_customers(),
            Group::Goals => lang.minutes_goals(),
            Group::Others => lang.minutes_others(),
            Group::Rest => lang.minutes_rest(),
            Group::Course => lang.minutes_course(),
            Group::Back => lang.minutes_back(),
        }
    }
}

fn group_of(label: &Label) -> Group {
    match label {
        Label::Redone(again) => group_of(again),
        Label::MeetingChanged(deed, _) => match deed.as_str() {
            "decision" => Group::Decisions,
            "action" | "settled" | "reopened" => Group::Actions,
            "issue" | "dropped" => Group::Issues,
            "announced" | "unannounced" | "read" | "unread" => Group::Others,
            "requested" | "request-promised" | "request-done" | "request-deleted" => Group::Others,
            "branch" => Group::Leads,
            _ => Group::Course,
        },
        Label::LeadMoved(..) | Label::LossDebriefed(_) => Group::Moved,
        Label::LeadAdded(_) => Group::New,
        Label::LeadEdited(_)
        | Label::LeadDeleted(_)
        | Label::LineSaved(..)
        | Label::LineRemoved(..)
        | Label::AmountByLines(_)
        | Label::AmountByHand(_)
        | Label::LeadClaimed(..)
        | Label::LeadReturned(..)
        | Label::LeadsReclaimed(_)
        | Label::LeadsAssigned(_)
        | Label::BookHandedOver(..)
        | Label::LeadsChanged(_)
        | Label::LeadsDeleted(_)
        | Label::DraftBegun(_)
        | Label::DraftPicked(..)
        | Label::DraftPassed(_)
        | Label::DraftSteppedBack(_)
        | Label::DraftFinished(..)
        | Label::DraftDropped(_)
        | Label::LeadsMerged(..)
        | Label::RivalSaved(..)
        | Label::RivalDeleted(..) => Group::Leads,
        Label::CallSet(..)
        | Label::RoundBegun(_)
        | Label::PromiseSealed(_)
        | Label::PromiseSkipped(_)
        | Label::RoundRevealed(_)
        | Label::RoundDropped(_) => Group::Promises,
        Label::ActivityLogged(_)
        | Label::ActivityPlanned(_)
        | Label::ActivityDeleted(_)
        | Label::TaskFinished(_)
        | Label::TaskPostponed(..)
        | Label::ContactSaved(_)
        | Label::ContactDeleted(_)
        | Label::CustomerSaved(_)
        | Label::CustomersMerged(..) => Group::Customers,
        Label::GoalsSet(..)
        | Label::QuotaSet(..)
        | Label::QuotaLocked(..)
        | Label::QuotaUnlocked(..)
        | Label::QuotaRespread(..)
        | Label::QuotasGrown(..)
        | Label::QuotasEdited(..)
        | Label::PlanChanged(..)
        | Label::GoalHung(..)
        | Label::IndicatorSaved(_)
        | Label::IndicatorDeleted(_) => Group::Goals,
        _ => Group::Rest,
    }
}

/// The open actions of a meeting that have a day, for a calendar.
pub fn action_events(workspace: &Workspace, lang: Lang, id: MeetingId) -> Vec<CalendarEvent> {
    let of = |it: &MeetingPoint| {
        it.meeting == Some(id) && it.sort() == PointSort::Action && it.is_open()
    };
    let event = |(point_id, point): (_, &MeetingPoint)| {
        let day: Day = point.due.filter(|_| of(point))?;
        let owner = workspace.people.find(point.owner).map(|it| it.name.clone());
        let meeting = workspace.meetings.get(id).map(|it| kind_name(lang, it.kind).to_owned());
        let more: Vec<String> = [owner, meeting].into_iter().flatten().collect();
        Some(CalendarEvent {
            uid: format!("action-{point_id}@huddle"),
            day,
            minute: None,
            summary: point.text.clone(),
            description: more.join("\n"),
        })
    };
    workspace.meeting_points.iter().filter_map(event).collect()
}

#[cfg(test)]
mod tests;

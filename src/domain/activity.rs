//! Activities: what was done with a customer, and what is planned.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use super::calendar::Day;
use super::id::{ActivityId, CustomerId, LeadId, PersonId, RecordId};
use super::workspace::Workspace;

record! {
    /// A call, a visit, a message, a meeting, a quote or a note: done, or planned.
    pub struct Activity(ActivityId) {
        /// The lead it is about.
        lead: Option<LeadId>,
        /// The customer it is with; where it is about a lead, that lead's customer.
        customer: Option<CustomerId>,
        /// Who does it or did it.
        person: Option<PersonId>,
        /// What it is; one of another version counts as a note.
        kind: Option<ActivityKind>,
        /// The day.
        on: Option<Day>,
        /// The time of that day, in minutes since midnight; none means any time.
        minute: Option<i64>,
        /// Whether it is still to be done.
        planned: bool,
        /// What it is about.
        text: String,
        /// What came of it.
        outcome: String,
    }
}

/// What an activity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActivityKind {
    /// A call.
    Call,
    /// A visit to the customer.
    Visit,
    /// A message or a mail.
    Message,
    /// A meeting.
    Meeting,
    /// A quote that was sent.
    Quote,
    /// A note to oneself; no word with the customer.
    Note,
}

impl ActivityKind {
    /// Every kind, the most frequent first.
    pub const ALL: [ActivityKind; 6] = [
        ActivityKind::Call,
        ActivityKind::Visit,
        ActivityKind::Message,
        ActivityKind::Meeting,
        ActivityKind::Quote,
        ActivityKind::Note,
    ];

    /// Whether it is a word with the customer.
    pub fn is_word(self) -> bool {
        self != ActivityKind::Note
    }
}

/// A text that names no kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAKind;

impl fmt::Display for ActivityKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ActivityKind::Call => "call",
            ActivityKind::Visit => "visit",
            ActivityKind::Message => "message",
            ActivityKind::Meeting => "meeting",
            ActivityKind::Quote => "quote",
            ActivityKind::Note => "note",
        })
    }
}

impl FromStr for ActivityKind {
    type Err = NotAKind;

    fn from_str(text: &str) -> Result<ActivityKind, NotAKind> {
        ActivityKind::ALL.into_iter().find(|it| it.to_string() == text).ok_or(NotAKind)
    }
}

super::value::text_scalar!(ActivityKind);

impl Activity {
    /// What it is.
    pub fn kind(&self) -> ActivityKind {
        self.kind.unwrap_or(ActivityKind::Note)
    }

    /// The customer it is with: that of its lead, where it is about one.
    pub fn customer_in(&self, workspace: &Workspace) -> Option<CustomerId> {
        workspace.leads.find(self.lead).and_then(|it| it.customer).or(self.customer)
    }

    /// Whether what it is about is still there.
    pub fn has_subject(&self, workspace: &Workspace) -> bool {
        workspace.leads.find(self.lead).is_some()
            || workspace.customers.find(self.customer).is_some()
    }
}

/// How many days ago something was last done about a lead; `None` where nothing was.
pub fn days_since_last_activity(workspace: &Workspace, lead: LeadId, today: Day) -> Option<i64> {
    let done = workspace.activities.values().filter(|it| it.lead == Some(lead) && !it.planned);
    done.filter_map(|it| it.on).filter(|it| *it <= today).max().map(|it| today.days_since(it))
}

/// The last activity with every lead and customer, from one pass.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LastActivities {
    leads: BTreeMap<RecordId, Day>,
    words: BTreeMap<RecordId, Day>,
}

impl LastActivities {
    /// What was done up to and on a day.
    pub fn by(workspace: &Workspace, today: Day) -> LastActivities {
        let mut last = LastActivities::default();
        let done = workspace.activities.values().filter(|it| !it.planned);
        for activity in done {
            let Some(on) = activity.on.filter(|it| *it <= today) else { continue };
            if let Some(lead) = activity.lead {
                later(&mut last.leads, lead.into(), on);
            }
            let customer = activity.customer_in(workspace).filter(|_| activity.kind().is_word());
            if let Some(customer) = customer {
                later(&mut last.words, customer.into(), on);
            }
        }
        last
    }

    /// The day something was last done about a lead.
    pub fn of_lead(&self, lead: LeadId) -> Option<Day> {
        self.leads.get(&lead.into()).copied()
    }

    /// The day of the last word with a customer; a note is none.
    pub fn word_with(&self, customer: CustomerId) -> Option<Day> {
        self.words.get(&customer.into()).copied()
    }
}

fn later(days: &mut BTreeMap<RecordId, Day>, id: RecordId, on: Day) {
    let day = days.entry(id).or_insert(on);
    *day = on.max(*day);
}

/// What came of something that was to be done, and what is next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finish {
    /// What was done.
    pub kind: Option<ActivityKind>,
    /// What came of it.
    pub outcome: String,
    /// What is to be done next; empty where that is not said.
    pub next_step: String,
    /// When that is to be done.
    pub next_step_on: Option<Day>,
}

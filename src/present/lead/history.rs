//! What happened to a lead, in words: when, what, and each field's old and new value.

use super::LeadField;
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::label::Label;
use crate::domain::lead::Lead;
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::words;

/// One change of a lead, as the journal has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// When, in milliseconds since 1970.
    pub millis: u64,
    /// By how many minutes this place was ahead of universal time then.
    pub minutes_ahead: i64,
    /// What was done.
    pub label: Label,
    /// The fields that were written, with their new values.
    pub fields: Vec<(String, Value)>,
}

/// One change of a lead, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The day.
    pub day: Day,
    /// The time of it, in minutes since midnight.
    pub minute: i64,
    /// What was done.
    pub what: String,
    /// The fields that changed; none for the first, which made the lead.
    pub changes: Vec<Change>,
}

/// How a field changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The field.
    pub field: &'static str,
    /// What it was; a dash where it was nothing.
    pub from: String,
    /// What it became; a dash where that is nothing.
    pub to: String,
}

/// The history of a lead, latest first, from its changes, latest first.
pub fn history(workspace: &Workspace, lang: Lang, changes: &[Past]) -> Vec<Event> {
    let mut lead = Lead::default();
    let mut events: Vec<Event> = Vec::with_capacity(changes.len());
    for (place, past) in changes.iter().rev().enumerate() {
        let before = lead.clone();
        for (field, value) in &past.fields {
            lead.load(field, value);
        }
        let minutes = (past.millis / 60_000) as i64 + past.minutes_ahead;
        let fields = past.fields.iter().filter(|_| place != 0);
        let fields = fields.filter_map(|(name, _)| LeadField::of_journal(name));
        events.push(Event {
            day: Day::from_epoch(minutes.div_euclid(1_440)).unwrap_or(Day::EPOCH),
            minute: minutes.rem_euclid(1_440),
            what: words::label(lang, &past.label),
            changes: fields.filter_map(|it| change(workspace, lang, it, &before, &lead)).collect(),
        });
    }
    events.reverse();
    events
}

/// The history of a lead and of those that were merged into it, latest first. A merge is told once,
/// by the lead that stays.
pub fn joined_history(
    workspace: &Workspace,
    lang: Lang,
    own: &[Past],
    merged: &[Vec<Past>],
) -> Vec<Event> {
    let mut joined: Vec<(u64, Event)> = timed(workspace, lang, own);
    for changes in merged {
        let events = timed(workspace, lang, changes).into_iter();
        joined.extend(events.filter(|(when, _)| own.iter().all(|it| it.millis != *when)));
    }
    arrange::by_key(&mut joined, |(when, _)| std::cmp::Reverse(*when));
    joined.into_iter().map(|(_, event)| event).collect()
}

fn timed(workspace: &Workspace, lang: Lang, changes: &[Past]) -> Vec<(u64, Event)> {
    let events = history(workspace, lang, changes);
    changes.iter().map(|it| it.millis).zip(events).collect()
}

fn change(
    workspace: &Workspace,
    lang: Lang,
    field: LeadField,
    before: &Lead,
    after: &Lead,
) -> Option<Change> {
    let [from, to] = [before, after].map(|lead| field.value(workspace, lang, lead));
    (from != to).then(|| Change { field: field.words(lang), from: or_dash(from), to: or_dash(to) })
}

fn or_dash(text: String) -> String {
    if text.is_empty() { "–".to_owned() } else { text }
}

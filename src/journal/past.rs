//! The history in the order of time: which stages leads were put in, how often they were put off,
//! and what was known by a moment.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::entry::Entry;
use super::stamp::Stamp;
use super::transaction::{FieldWrite, RecordWrites};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::changes::EXISTS;
use crate::domain::id::{LeadId, MeetingId, RecordId, StageId};
use crate::domain::value::Value;
use crate::domain::workspace::Table;

/// Entries in the order of time, each once.
#[derive(Debug, Default)]
pub struct Past(Vec<Arc<Entry>>);

impl Past {
    /// Entries in any order, some of them perhaps twice.
    pub fn of(entries: Vec<Entry>) -> Past {
        Past::default().with(entries)
    }

    /// The same with entries that came since, in any order and some of them perhaps known.
    pub fn with(&self, entries: Vec<Entry>) -> Past {
        let mut all = self.0.clone();
        all.extend(entries.into_iter().map(Arc::new));
        arrange::by_key(&mut all, |it| it.stamp());
        all.dedup_by_key(|it| it.stamp());
        Past(all)
    }

    /// How many entries there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The stages that leads were put in, in the order of time.
    pub fn stages(&self) -> impl Iterator<Item = (LeadId, StageId)> {
        self.0.iter().flat_map(|entry| {
            let read =
                |(lead, value): (LeadId, &Value)| Some((lead, value.as_text()?.parse().ok()?));
            of_leads(entry, "stage").filter_map(read)
        })
    }

    /// How often leads were put off: given a later day of closing than the one they had. Leads that
    /// never were are left out.
    pub fn pushes(&self) -> BTreeMap<LeadId, u32> {
        let mut days: BTreeMap<LeadId, Option<Day>> = BTreeMap::new();
        let mut pushes = BTreeMap::new();
        for (lead, value) in self.0.iter().flat_map(|it| of_leads(it, "closes")) {
            let day: Option<Day> = value.as_text().and_then(|it| it.parse().ok());
            let known = days.entry(lead).or_default();
            if known.is_some() && *known < day {
                *pushes.entry(lead).or_default() += 1;
            }
            *known = day;
        }
        pushes
    }

    /// When leads were first recorded; none where they never were.
    pub fn first_of_leads(&self) -> Option<Stamp> {
        self.0.iter().find(|it| tells_of_leads(it)).map(|it| it.stamp())
    }

    /// What was done while a meeting ran: from the entry that begins it to the one that ends it,
    /// both included; up to now while it runs. Where the end was corrected afterwards, what was done
    /// after the corrected end is left out.
    pub fn during(&self, meeting: MeetingId) -> &[Arc<Entry>] {
        let begins = |it: &Arc<Entry>| writes_of(it, meeting).any(|it| it.field == EXISTS);
        let ended = |it: &Entry| {
            let mut ends = writes_of(it, meeting).filter(|it| it.field == "ended");
            ends.next_back().map(|it| match it.value {
                Value::Int(at) => Some(at),
                _ => None,
            })
        };
        let Some(first) = self.0.iter().position(begins) else { return &[] };
        // The entry that ended it and when it said so, and the earlier moment that counts now.
        let (mut end, mut corrected): (Option<(usize, i64)>, Option<i64>) = (None, None);
        for (place, at) in
            self.0.iter().enumerate().filter_map(|(place, it)| Some((place, ended(it)?)))
        {
            (end, corrected) = match (end, at) {
                (_, None) => (None, None),
                (None, Some(at)) => (Some((place, at)), None),
                (Some((end, said)), Some(at)) => (Some((end, said)), (at < said).then_some(at)),
            };
        }
        let during = end.map_or(&self.0[first..], |(end, _)| &self.0[first..=end.max(first)]);
        let Some(corrected) = corrected.and_then(|it| u64::try_from(it).ok()) else {
            return during;
        };
        let within = during.partition_point(|it| it.stamp().millis <= corrected);
        &during[..within.max(1)]
    }

    /// What was done before a stretch of time and what was done in it, both its ends included, in
    /// milliseconds since 1970.
    pub fn split_at(&self, (first, last): (u64, u64)) -> (&[Arc<Entry>], &[Arc<Entry>]) {
        let begin = self.0.partition_point(|it| it.stamp().millis < first);
        let end = self.0.partition_point(|it| it.stamp().millis <= last).max(begin);
        (&self.0[..begin], &self.0[begin..end])
    }

    /// What was done before a moment, and everything up to an entry at least.
    pub fn before(&self, moment: u64, least: Stamp) -> &[Arc<Entry>] {
        let known = |it: &Arc<Entry>| it.stamp().millis < moment || it.stamp() <= least;
        &self.0[..self.0.partition_point(known)]
    }
}

/// The values that an entry gave a field of leads.
fn of_leads<'a>(entry: &'a Entry, field: &'a str) -> impl Iterator<Item = (LeadId, &'a Value)> {
    let writes = match entry {
        Entry::Transaction(it) => it.writes.as_slice(),
        Entry::Merge(_) => &[],
    };
    let of_leads = writes.iter().filter(|it| it.table == Table::Leads.name());
    of_leads.filter_map(move |record| {
        let written = record.fields.iter().find(|it| it.field == field)?;
        Some((record.id.into(), &written.value))
    })
}

/// The fields that an entry writes of a meeting.
fn writes_of(entry: &Entry, meeting: MeetingId) -> impl DoubleEndedIterator<Item = &FieldWrite> {
    let writes = match entry {
        Entry::Transaction(it) => it.writes.as_slice(),
        Entry::Merge(_) => &[],
    };
    let of = move |it: &&RecordWrites| {
        it.table == Table::Meetings.name() && it.id == RecordId::from(meeting)
    };
    writes.iter().filter(of).flat_map(|it| it.fields.iter())
}

/// Whether an entry says anything of leads.
fn tells_of_leads(entry: &Entry) -> bool {
    match entry {
        Entry::Transaction(it) => it.writes.iter().any(|it| it.table == Table::Leads.name()),
        Entry::Merge(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::changes::Changes;
    use crate::domain::for_tests::put;
    use crate::domain::id::PersonId;
    use crate::domain::label::Label;
    use crate::domain::lead::Lead;
    use crate::domain::people::Person;
    use crate::domain::workspace::{Kept, Workspace};
    use crate::journal::document::Document;
    use crate::journal::ledger::Ledger;
    use crate::journal::stamp::Writer;

    fn stage(name: &str) -> StageId {
        StageId::of_key(name)
    }

    /// An entry that writes a record at a moment.
    fn entry<R: Kept>(id: R::Id, record: &R, moment: u64) -> Entry {
        let mut changes = Changes::new(Label::StartedEmpty);
        changes.put(&Workspace::default(), id, record);
        let ledger = Ledger::new(Writer::default(), Document::default(), Vec::new());
        ledger.expect("a ledger").prepare(changes, moment)
    }

    /// A person at 10, and a lead that is put in stages at 20 and 30; read in another order, and
    /// one entry twice.
    fn past() -> Past {
        let lead = |name| Lead { stage: Some(stage(name)), ..Lead::default() };
        let [first, second] = [("first", 20), ("second", 30)]
            .map(|(name, moment)| entry(LeadId::drawn(1), &lead(name), moment));
        let person = entry(PersonId::drawn(2), &Person::default(), 10);
        Past::of(vec![second, first.clone(), person, first])
    }

    #[track_caller]
    fn check(moment: u64, expect: &[u64]) {
        let past = past();
        let least = past.first_of_leads().expect("a lead");
        let found = past.before(moment, least).iter().map(|it| it.stamp().millis);
        assert_eq!(found.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn what_was_done_before_a_moment_is_known_and_the_first_of_leads_at_least() {
        check(0, &[10, 20]);
        check(20, &[10, 20]);
        check(30, &[10, 20]);
        check(31, &[10, 20, 30]);
    }

    #[test]
    fn a_past_that_is_read_on_is_that_read_at_once() {
        let lead = |name| Lead { stage: Some(stage(name)), ..Lead::default() };
        let third = entry(LeadId::drawn(1), &lead("third"), 25);
        let stages = |past: &Past| past.stages().collect::<Vec<_>>();
        let known: Vec<Entry> = past().0.iter().map(|it| (**it).clone()).collect();
        let at_once = Past::of([known.clone(), vec![third.clone()]].concat());
        let read_on = past().with(vec![third.clone(), known[0].clone(), third]);
        assert_eq!((read_on.count(), stages(&read_on)), (4, stages(&at_once)));
    }

    #[test]
    fn leads_pass_their_stages_in_the_order_of_time() {
        let lead = LeadId::drawn(1);
        let stages: Vec<(LeadId, StageId)> = past().stages().collect();
        assert_eq!(stages, [(lead, stage("first")), (lead, stage("second"))]);
    }

    /// How often a lead is put off that is to close on these days, one after the other.
    #[track_caller]
    fn check_pushes(days: &[&str], expect: Option<u32>) {
        let lead = |day: &str| Lead { closes: day.parse().ok(), ..Lead::default() };
        let mut workspace = Workspace::default();
        let mut entries = Vec::new();
        for (place, day) in days.iter().enumerate() {
            let mut changes = Changes::new(Label::StartedEmpty);
            changes.put(&workspace, LeadId::drawn(1), &lead(day));
            put(&mut workspace, LeadId::drawn(1), &lead(day));
            let ledger = Ledger::new(Writer::default(), Document::default(), Vec::new());
            entries.push(ledger.expect("a ledger").prepare(changes, place as u64));
        }
        assert_eq!(Past::of(entries).pushes().get(&LeadId::drawn(1)).copied(), expect, "{days:?}");
    }

    #[test]
    fn a_lead_is_put_off_when_it_gets_a_later_day_than_it_had() {
        check_pushes(&["2026-12-01"], None);
        check_pushes(&["2026-12-01", "2026-12-15", "2027-01-31"], Some(2));
        check_pushes(&["2026-12-01", "2026-11-15", "2026-11-20"], Some(1));
        check_pushes(&["2026-12-01", "", "2027-01-31"], None);
    }

    #[test]
    fn without_a_lead_nothing_begins() {
        let person = entry(PersonId::drawn(2), &Person::default(), 10);
        assert_eq!(Past::of(vec![person]).first_of_leads(), None);
    }
}

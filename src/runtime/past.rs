//! The history of this tablet, read in slices so that the page stays alive.

use std::sync::Arc;

use leptos::prelude::*;

use super::app::App;
use super::archive;
use super::platform::clock::{self, Turn};
use crate::domain::behind::Behind;
use crate::domain::calendar::Day;
use crate::domain::id::MeetingId;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::journal;
use crate::journal::document::Document;
use crate::journal::entry::Entry;
use crate::journal::history::Reading;
use crate::journal::ledger::show_slice;
use crate::journal::trace::Traces;
use crate::present::forecast::Passed;
use crate::present::forecast::compared::Pushes;
use crate::present::insight::Recorded;
use crate::present::meeting::minutes::Done;
use crate::present::{format, words};

/// How many records are taken in between two looks at the clock.
const A_SLICE: usize = 250;

/// Everything that was done, in the order of time.
#[derive(Debug, Default)]
pub struct Past {
    entries: journal::past::Past,
    /// What was read, so that it can be read on from.
    reading: Reading,
    passed: Passed,
    pushes: Pushes,
    /// Whether a part of it is in an archive file.
    pub archived: bool,
}

impl PartialEq for Past {
    /// A history grows and never changes.
    fn eq(&self, other: &Past) -> bool {
        self.archived == other.archived && self.entries.count() == other.entries.count()
    }
}

/// The leads as they stood.
pub struct Stood {
    /// The state.
    pub workspace: Workspace,
    /// When leads were first recorded, where that was after the day that was asked for.
    pub begins: Option<u64>,
}

/// What the history tells of leads: the stages they were in, and their last change.
#[derive(Debug, Default)]
pub struct Told {
    /// Their stays in stages.
    pub recorded: Recorded,
    /// Whether a part of the history is in an archive file, so that stays in stages may be missing.
    pub archived: bool,
    traces: Traces,
    here: u32,
}

impl Told {
    /// The last change of a record, in words: what, when, and whether it was made elsewhere.
    pub fn last_change(&self, lang: Lang, record: Behind) -> String {
        let Some(last) = self.traces.last(record) else { return String::new() };
        let ahead = clock::minutes_ahead(last.stamp.millis);
        let moment = format::moment(lang, last.stamp.millis, ahead);
        let what = words::label(lang, &last.label);
        match last.stamp.writer.device == self.here {
            true => lang.certificate_changed(&moment, &what),
            false => lang.certificate_changed_elsewhere(&moment, &what),
        }
    }
}

/// Reads what the history tells of leads, and keeps no more of it.
pub async fn read_told(app: App) -> Arc<Told> {
    let mut traces = Traces::default();
    each_entry(app, &mut Reading::default(), &mut |entry| traces.take(&entry)).await;
    let here = app.core.with_value(|core| core.ledger.writer().device);
    Arc::new(Told {
        recorded: traces.visits(),
        archived: !archive::archives(app).is_empty(),
        traces,
        here,
    })
}

impl PartialEq for Told {
    /// A history grows and never changes, but what it tells is read anew each time.
    fn eq(&self, other: &Told) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Reads the history.
pub async fn read(app: App) -> Arc<Past> {
    read_on(app, &Past::default()).await
}

/// Reads on what was done since the history was read.
async fn read_on(app: App, before: &Past) -> Arc<Past> {
    let (mut entries, mut reading): (Vec<Entry>, Reading) = (Vec::new(), before.reading.clone());
    each_entry(app, &mut reading, &mut |entry| entries.push(entry)).await;
    let mut turn = Turn::begin();
    let entries = before.entries.with(entries);
    turn.give_way().await;
    let passed = Passed::of(entries.stages());
    turn.give_way().await;
    let pushes = entries.pushes();
    let archived = !archive::archives(app).is_empty();
    Arc::new(Past { entries, reading, passed, pushes, archived })
}

/// The history as it grows while somebody looks: read once, then read on whenever leads change;
/// none while it is read for the first time.
pub fn followed(app: App) -> Memo<Option<Arc<Past>>> {
    let known = StoredValue::new(Arc::<Past>::default());
    let read = LocalResource::new(move || {
        app.track(&[Table::Leads]);
        async move {
            clock::after_paint().await;
            let before = known.try_get_value().unwrap_or_default();
            let past = read_on(app, &before).await;
            known.try_set_value(Arc::clone(&past));
            past
        }
    });
    Memo::new(move |_| read.get())
}

/// Reads the entries of the history in slices, in no order and some perhaps twice.
async fn each_entry(app: App, reading: &mut Reading, take: &mut dyn FnMut(Entry)) {
    let mut turn = Turn::begin();
    let mut next = || app.core.with_value(|core| reading.next(&core.vault())).ok().flatten();
    while let Some(text) = next() {
        for line in text.lines() {
            turn.give_way().await;
            if let Ok(entry) = Entry::from_line(line) {
                take(entry);
            }
        }
        turn.give_way().await;
    }
}

impl Past {
    /// The stages that leads were put in.
    pub fn passed(&self) -> &Passed {
        &self.passed
    }

    /// How often leads were put off.
    pub fn pushes(&self) -> &Pushes {
        &self.pushes
    }

    /// What was done before a stretch of time and in it.
    pub fn split_at(&self, span: (u64, u64)) -> (&[Arc<Entry>], &[Arc<Entry>]) {
        self.entries.split_at(span)
    }

    /// What was done while a meeting ran.
    pub fn during(&self, meeting: MeetingId) -> Vec<Done> {
        let done = |it: &Arc<Entry>| Done { millis: it.stamp().millis, label: it.label().clone() };
        self.entries.during(meeting).iter().map(done).collect()
    }

    /// The leads as they stood at the end of a day at this place, or as they were first recorded
    /// where that was later; none where they never were.
    pub async fn by(&self, day: Day) -> Option<Stood> {
        let moment = midnight(day.next());
        let first = self.entries.first_of_leads()?;
        let begins = (moment <= first.millis).then_some(first.millis);
        let (mut document, mut workspace) = (Document::default(), Workspace::default());
        let mut turn = Turn::begin();
        for entry in self.entries.before(moment, first) {
            match &**entry {
                // An import brings all of its leads at once.
                Entry::Transaction(transaction) => {
                    let mut next = 0;
                    while !document.apply_slice(transaction, A_SLICE, &mut next) {
                        turn.give_way().await;
                    }
                }
                Entry::Merge(_) => drop(document.take(entry).ok()?),
            }
            turn.give_way().await;
        }
        let mut shown = 0;
        while !show_slice(&document, &mut workspace, A_SLICE, &mut shown) {
            turn.give_way().await;
        }
        Some(Stood { workspace, begins })
    }
}

/// The moment at which a day begins at this place, in milliseconds since 1970.
pub fn midnight(day: Day) -> u64 {
    let midnight = day.days_since(Day::EPOCH) * 1_440 * 60_000;
    let ahead = clock::minutes_ahead(midnight.max(0) as u64) * 60_000;
    u64::try_from(midnight - ahead).unwrap_or(0)
}

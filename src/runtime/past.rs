//! The history of this tablet, read in slices so that the page stays alive.

use std::sync::Arc;

use leptos::prelude::*;

use super::app::App;
use super::archive;
use super::platform::clock::{self, Turn};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::id::{LeadId, StageId};
use crate::domain::workspace::{Table, Workspace};
use crate::journal::document::Document;
use crate::journal::entry::Entry;
use crate::journal::history::Reading;
use crate::journal::ledger::Ledger;
use crate::journal::stamp::Writer;
use crate::present::forecast::Passed;

/// Everything that was done, in the order of time.
#[derive(Debug, Default)]
pub struct Past {
    entries: Vec<Entry>,
    passed: Passed,
    /// Whether a part of it is in an archive file.
    pub archived: bool,
}

impl PartialEq for Past {
    /// A history grows and never changes.
    fn eq(&self, other: &Past) -> bool {
        self.archived == other.archived && self.entries.len() == other.entries.len()
    }
}

/// The leads as they stood.
pub struct Stood {
    /// The state.
    pub workspace: Workspace,
    /// When leads were first recorded, where that was after the day that was asked for.
    pub begins: Option<u64>,
}

/// Reads the history.
pub async fn read(app: App) -> Arc<Past> {
    let mut turn = Turn::begin();
    let mut entries: Vec<Entry> = Vec::new();
    let mut reading = Reading::default();
    let mut next = || app.core.with_value(|core| reading.next(&core.vault())).ok().flatten();
    while let Some(text) = next() {
        for line in text.lines() {
            turn.give_way().await;
            entries.extend(Entry::from_line(line));
        }
        turn.give_way().await;
    }
    arrange::by_key(&mut entries, Entry::stamp);
    entries.dedup_by_key(|it| it.stamp());
    let passed = Passed::of(entries.iter().flat_map(stages_of));
    Arc::new(Past { entries, passed, archived: !archive::archives(app).is_empty() })
}

/// The stages that an entry put leads in.
fn stages_of(entry: &Entry) -> Vec<(LeadId, StageId)> {
    let Entry::Transaction(transaction) = entry else { return Vec::new() };
    let of_leads = transaction.writes.iter().filter(|it| it.table == Table::Leads.name());
    let stages = of_leads.filter_map(|record| {
        let stage = record.fields.iter().find(|it| it.field == "stage")?;
        Some((record.id.into(), stage.value.as_text()?.parse().ok()?))
    });
    stages.collect()
}

/// Whether an entry says anything of leads.
fn tells_of_leads(entry: &Entry) -> bool {
    match entry {
        Entry::Transaction(it) => it.writes.iter().any(|it| it.table == Table::Leads.name()),
        Entry::Merge(_) => true,
    }
}

impl Past {
    /// The stages that leads were put in.
    pub fn passed(&self) -> &Passed {
        &self.passed
    }

    /// The leads as they stood at the end of a day at this place, or as they were first recorded
    /// where that was later; none where they never were.
    pub async fn by(&self, day: Day) -> Option<Stood> {
        let midnight = day.next().days_since(Day::EPOCH) * 1_440 * 60_000;
        let ahead = clock::minutes_ahead(midnight.max(0) as u64) * 60_000;
        let moment = u64::try_from(midnight - ahead).unwrap_or(0);
        let first = self.entries.iter().find(|it| tells_of_leads(it))?.stamp();
        let begins = (moment <= first.millis).then_some(first.millis);
        let known = |it: &&Entry| it.stamp().millis < moment || it.stamp() <= first;
        let mut document = Document::default();
        let mut turn = Turn::begin();
        for entry in self.entries.iter().filter(known) {
            turn.give_way().await;
            document.take(entry).ok()?;
        }
        let ledger = Ledger::new(Writer::default(), document, Vec::new()).ok()?;
        Some(Stood { workspace: ledger.workspace().clone(), begins })
    }
}

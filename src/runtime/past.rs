//! The history of this tablet, read in slices so that the page stays alive.

use std::sync::Arc;

use leptos::prelude::*;

use super::app::App;
use super::archive;
use super::platform::clock::{self, Turn};
use crate::domain::calendar::Day;
use crate::domain::workspace::Workspace;
use crate::journal;
use crate::journal::document::Document;
use crate::journal::entry::Entry;
use crate::journal::history::Reading;
use crate::journal::ledger::Ledger;
use crate::journal::stamp::Writer;
use crate::present::forecast::Passed;
use crate::present::forecast::compared::Pushes;

/// Everything that was done, in the order of time.
#[derive(Debug, Default)]
pub struct Past {
    entries: journal::past::Past,
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
    let entries = journal::past::Past::of(entries);
    let (passed, pushes) = (Passed::of(entries.stages()), entries.pushes());
    Arc::new(Past { entries, passed, pushes, archived: !archive::archives(app).is_empty() })
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

    /// The leads as they stood at the end of a day at this place, or as they were first recorded
    /// where that was later; none where they never were.
    pub async fn by(&self, day: Day) -> Option<Stood> {
        let midnight = day.next().days_since(Day::EPOCH) * 1_440 * 60_000;
        let ahead = clock::minutes_ahead(midnight.max(0) as u64) * 60_000;
        let moment = u64::try_from(midnight - ahead).unwrap_or(0);
        let first = self.entries.first_of_leads()?;
        let begins = (moment <= first.millis).then_some(first.millis);
        let mut document = Document::default();
        let mut turn = Turn::begin();
        for entry in self.entries.before(moment, first) {
            turn.give_way().await;
            document.take(entry).ok()?;
        }
        let ledger = Ledger::new(Writer::default(), document, Vec::new()).ok()?;
        Some(Stood { workspace: ledger.workspace().clone(), begins })
    }
}

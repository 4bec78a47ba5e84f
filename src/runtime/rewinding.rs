//! How it stood at any moment, read from the history in slices.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::app::App;
use super::past::{self, Past, midnight};
use super::platform::clock::Turn;
use super::touched::FEW;
use crate::domain::calendar::Day;
use crate::domain::id::LeadId;
use crate::domain::label::Label;
use crate::domain::workspace::{Table, Workspace};
use crate::journal::document::Document;
use crate::journal::rewind::Rewind;

/// A stretch of the history that can be gone to and fro in.
#[derive(Clone, Copy)]
pub struct Rewinding {
    /// Its first moment and its last, in milliseconds since 1970.
    pub span: (u64, u64),
    /// Whether a part of the history is in an archive file, so that records may be missing that
    /// stood then.
    pub archived: bool,
    rewind: StoredValue<Rewind, LocalStorage>,
}

/// The first and the last moment of a day at this place, in milliseconds since 1970.
pub fn day_span(day: Day) -> (u64, u64) {
    (midnight(day), midnight(day.next()).saturating_sub(1))
}

/// The history, to be rewound more than once.
pub async fn read(app: App) -> Arc<Past> {
    past::read(app).await
}

/// Takes in what lies before a stretch.
pub async fn open(past: Arc<Past>, span: (u64, u64)) -> Option<Rewinding> {
    let (before, within) = past.split_at(span);
    let mut document = Document::default();
    let mut turn = Turn::begin();
    for entry in before {
        turn.give_way().await;
        document.take(entry).ok()?;
    }
    let rewind = Rewind::new(document, within.to_vec()).ok()?;
    Some(Rewinding { span, archived: past.archived, rewind: StoredValue::new_local(rewind) })
}

impl Rewinding {
    /// Reads the data as it stood when so many entries of the stretch were done.
    pub fn at<T>(self, count: usize, read: impl FnOnce(&Workspace) -> T) -> Option<T> {
        self.rewind.try_update_value(|it| {
            it.go(count);
            read(it.workspace())
        })
    }

    /// The leads that change on the way from one count of entries to another; `None` where they are
    /// not few, or where anything else of `tables` changes too.
    pub fn leads_between(
        self,
        (one, other): (usize, usize),
        tables: &[Table],
    ) -> Option<BTreeSet<LeadId>> {
        let touched = self.rewind.try_with_value(|it| it.touched_between(one, other)).flatten()?;
        let is_of = |table: &Table, name: &str| *name == *table.name();
        let others = || tables.iter().filter(|it| **it != Table::Leads);
        if touched.iter().any(|(name, _)| others().any(|it| is_of(it, name))) {
            return None;
        }
        let leads = touched.iter().filter(|(name, _)| is_of(&Table::Leads, name));
        let leads: BTreeSet<LeadId> = leads.map(|(_, id)| (*id).into()).collect();
        (leads.len() <= FEW).then_some(leads)
    }

    /// How many entries were done up to a moment.
    pub fn count_by(self, moment: u64) -> usize {
        self.rewind.try_with_value(|it| it.count_by(moment)).unwrap_or(0)
    }

    /// How many entries there are.
    pub fn count(self) -> usize {
        self.rewind.try_with_value(Rewind::len).unwrap_or(0)
    }

    /// An entry by its place: when it was done, in milliseconds since 1970, and what.
    pub fn done(self, place: usize) -> Option<(u64, Label)> {
        let entry =
            |it: &Rewind| Some((it.entry(place)?.stamp().millis, it.entry(place)?.label().clone()));
        self.rewind.try_with_value(entry).flatten()
    }
}

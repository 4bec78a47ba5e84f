//! The history of this tablet, read in slices so that the page stays alive.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::app::App;
use super::platform::clock::Turn;
use crate::domain::id::{LeadId, StageId};
use crate::domain::workspace::Table;
use crate::journal::entry::Entry;
use crate::journal::history;
use crate::journal::stamp::Stamp;
use crate::present::forecast::Passed;

/// Every entry there is, in the order of time, each once.
async fn entries(app: App) -> BTreeMap<Stamp, Entry> {
    let mut turn = Turn::begin();
    let mut found = BTreeMap::new();
    let keys = app.core.with_value(|core| history::keys(&core.vault())).unwrap_or_default();
    for key in keys {
        turn.give_way().await;
        let Some(text) = app.core.try_with_value(|core| history::lines(&core.vault(), &key)) else {
            return found;
        };
        for line in text.ok().flatten().unwrap_or_default().lines() {
            turn.give_way().await;
            if let Ok(entry) = Entry::from_line(line) {
                found.insert(entry.stamp(), entry);
            }
        }
    }
    found
}

/// The stages that leads were put in.
pub async fn passed(app: App) -> Arc<Passed> {
    let mut stages: Vec<(LeadId, StageId)> = Vec::new();
    for entry in entries(app).await.into_values() {
        if let Entry::Transaction(transaction) = entry {
            let of_leads = transaction.writes.iter().filter(|it| it.table == Table::Leads.name());
            for record in of_leads {
                let stage = record.fields.iter().find(|it| it.field == "stage");
                let stage = stage.and_then(|it| it.value.as_text()?.parse().ok());
                stages.extend(stage.map(|it| (record.id.into(), it)));
            }
        }
    }
    Arc::new(Passed::of(stages.into_iter()))
}

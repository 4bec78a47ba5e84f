//! What the history tells of records that figures are made of: the stages that leads were put in,
//! and the last change of leads, activities and tasks. Entries may come in any order and twice.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::entry::Entry;
use super::stamp::Stamp;
use super::transaction::{RecordWrites, Transaction};
use crate::domain::arrange;
use crate::domain::behind::Behind;
use crate::domain::calendar::Day;
use crate::domain::funnel::{Visit, enter};
use crate::domain::id::{LeadId, StageId};
use crate::domain::label::Label;
use crate::domain::workspace::Table;

/// What is gathered entry by entry.
#[derive(Debug, Default)]
pub struct Traces {
    writes: Vec<(Stamp, LeadId, StageWrite)>,
    last: BTreeMap<Behind, LastChange>,
}

/// The last change of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct LastChange {
    /// When, and on which installation.
    pub stamp: Stamp,
    /// What was done.
    pub label: Arc<Label>,
}

/// What a transaction wrote about a lead's stage; the outer `None` is nothing.
#[derive(Clone, Copy, Debug)]
struct StageWrite {
    stage: Option<Option<StageId>>,
    since: Option<Option<Day>>,
}

impl Traces {
    /// Takes an entry in.
    pub fn take(&mut self, entry: &Entry) {
        let Entry::Transaction(transaction) = entry else { return };
        let mut label = None;
        for record in &transaction.writes {
            let Some(behind) = behind(record) else { continue };
            self.note_last(behind, transaction, &mut label);
            let Behind::Lead(id) = behind else { continue };
            let write = StageWrite::of(record);
            if write.stage.is_some() || write.since.is_some() {
                self.writes.push((transaction.stamp, id, write));
            }
        }
    }

    fn note_last(&mut self, id: Behind, done: &Transaction, label: &mut Option<Arc<Label>>) {
        if self.last.get(&id).is_none_or(|it| it.stamp < done.stamp) {
            let label = label.get_or_insert_with(|| Arc::new(done.label.clone())).clone();
            self.last.insert(id, LastChange { stamp: done.stamp, label });
        }
    }

    /// The last change of a record; `None` where the history does not tell.
    pub fn last(&self, id: Behind) -> Option<&LastChange> {
        self.last.get(&id)
    }

    /// The stays of every lead, the earliest first.
    pub fn visits(&self) -> BTreeMap<LeadId, Vec<Visit>> {
        let mut writes: Vec<&(Stamp, LeadId, StageWrite)> = self.writes.iter().collect();
        arrange::by_key(&mut writes, |(stamp, id, _)| (*stamp, *id));
        writes.dedup_by_key(|(stamp, id, _)| (*stamp, *id));
        let mut visits: BTreeMap<LeadId, Vec<Visit>> = BTreeMap::new();
        let mut since: BTreeMap<LeadId, Option<Day>> = BTreeMap::new();
        for (_, id, write) in writes {
            let entered = since.entry(*id).or_default();
            if let Some(day) = write.since {
                *entered = day;
            }
            let visits = visits.entry(*id).or_default();
            match write.stage {
                Some(Some(stage)) => enter(visits, Visit { stage, entered: *entered }),
                Some(None) => {}
                // The day of the present stay was mended.
                None => visits.last_mut().into_iter().for_each(|it| it.entered = *entered),
            }
        }
        visits
    }
}

/// The record that was written, where figures are made of such.
fn behind(record: &RecordWrites) -> Option<Behind> {
    let is = |table: Table| record.table == table.name();
    if is(Table::Leads) {
        Some(Behind::Lead(record.id.into()))
    } else if is(Table::Activities) {
        Some(Behind::Activity(record.id.into()))
    } else {
        is(Table::DeliveryTasks).then(|| Behind::Task(record.id.into()))
    }
}

impl StageWrite {
    fn of(record: &RecordWrites) -> StageWrite {
        let text = |name: &str| {
            let write = record.fields.iter().find(|it| it.field == name)?;
            Some(write.value.as_text())
        };
        StageWrite {
            stage: text("stage").map(|it| it.and_then(|it| it.parse().ok())),
            since: text("stage_since").map(|it| it.and_then(|it| it.parse().ok())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::changes::Changes;
    use crate::domain::lead::Lead;
    use crate::domain::workspace::{Kept, Workspace};
    use crate::journal::document::Document;
    use crate::journal::ledger::Ledger;
    use crate::journal::stamp::Writer;

    const LEAD: LeadId = LeadId::drawn(1);

    fn entry(lead: &Lead, moment: u64, name: &str) -> Entry {
        fn write<R: Kept>(changes: &mut Changes, id: R::Id, record: &R) {
            changes.put(&Workspace::default(), id, record);
        }
        let mut changes = Changes::new(Label::LeadEdited(name.to_owned()));
        write(&mut changes, LEAD, lead);
        let ledger = Ledger::new(Writer::default(), Document::default(), Vec::new());
        ledger.expect("a ledger").prepare(changes, moment)
    }

    fn in_stage(stage: u64, since: &str) -> Lead {
        Lead {
            stage: Some(StageId::drawn(stage)),
            stage_since: since.parse().ok(),
            ..Lead::default()
        }
    }

    #[test]
    fn stays_stand_in_the_order_of_time_whatever_the_order_of_entries() {
        let first = entry(&in_stage(1, "2026-01-05"), 10, "first");
        let second = entry(&in_stage(2, "2026-01-09"), 20, "second");
        let mut traces = Traces::default();
        [&second, &first, &second].into_iter().for_each(|it| traces.take(it));
        let visit =
            |stage, day: &str| Visit { stage: StageId::drawn(stage), entered: day.parse().ok() };
        assert_eq!(traces.visits()[&LEAD], [visit(1, "2026-01-05"), visit(2, "2026-01-09")]);
    }

    #[test]
    fn the_last_change_is_the_latest_that_was_made() {
        let [first, second] = [("first", 10), ("second", 20)]
            .map(|(name, moment)| entry(&in_stage(1, ""), moment, name));
        let mut traces = Traces::default();
        [&second, &first].into_iter().for_each(|it| traces.take(it));
        let label = traces.last(LEAD.into()).map(|it| (*it.label).clone());
        assert_eq!(label, Some(Label::LeadEdited("second".to_owned())));
    }
}

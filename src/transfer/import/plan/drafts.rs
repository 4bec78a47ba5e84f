//! Records as an import would leave them, and which rows had a part in that.
//!
//! Whether a row created, updated or changed nothing is told at the end, by comparing the
//! finished record with the one on the board: rows of one record that contradict each other then
//! still come out as unchanged when they are imported again.

use super::super::report::{Part, RowEnd};
use super::tables::IdTable;
use crate::domain::id::RecordId;
use crate::domain::workspace::{Kept, Workspace};

/// How many rows of a file did what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) created: usize,
    pub(super) updated: usize,
    pub(super) unchanged: usize,
}

impl Tally {
    fn count(&mut self, end: RowEnd) {
        *match end {
            RowEnd::Created => &mut self.created,
            RowEnd::Updated => &mut self.updated,
            RowEnd::Unchanged => &mut self.unchanged,
        } += 1;
    }
}

/// Drafts of one kind of record.
#[derive(Debug)]
pub(super) struct Drafts<R: Kept>(IdTable<Draft<R>>);

#[derive(Debug)]
struct Draft<R> {
    record: R,
    rows: Rows,
}

/// The rows that are a record's own: file, and whether it changed the draft.
#[derive(Debug, Default)]
struct Rows(Vec<(usize, bool)>);

impl<R: Kept> Default for Drafts<R> {
    fn default() -> Drafts<R> {
        Drafts(IdTable::default())
    }
}

impl<R: Kept> Drafts<R> {
    /// Whether a record is drafted already.
    pub(super) fn has(&self, id: R::Id) -> bool {
        self.0.has(id)
    }

    /// The draft of a record, or else the record on the board.
    pub(super) fn get<'a>(&'a self, workspace: &'a Workspace, id: R::Id) -> Option<&'a R> {
        let draft = self.0.get(id).map(|draft| &draft.record);
        draft.or_else(|| R::all(workspace).get(id))
    }

    /// Changes a draft on behalf of another record.
    pub(super) fn edit(&mut self, workspace: &Workspace, id: R::Id, edit: impl FnOnce(&mut R)) {
        edit(&mut self.open(workspace, id).record);
    }

    /// Changes a draft by a row of its own.
    pub(super) fn edit_by_row(
        &mut self,
        workspace: &Workspace,
        id: R::Id,
        file: usize,
        edit: impl FnOnce(&mut R),
    ) {
        let draft = self.open(workspace, id);
        let before = (!draft.rows.0.is_empty()).then(|| draft.record.clone());
        edit(&mut draft.record);
        let changed = before.is_none_or(|before| before != draft.record);
        draft.rows.0.push((file, changed));
    }

    /// All drafts, as they came, to be finished.
    pub(super) fn records_mut(&mut self) -> impl Iterator<Item = &mut R> {
        self.0.items_mut().iter_mut().map(|draft| &mut draft.record)
    }

    /// The draft of a record, if there is one.
    pub(super) fn record_mut(&mut self, place: usize) -> Option<&mut R> {
        self.0.items_mut().get_mut(place).map(|draft| &mut draft.record)
    }

    /// The ids of all drafts in order, with their places.
    pub(super) fn places(&self) -> Vec<(RecordId, usize)> {
        self.0.places().collect()
    }

    /// The records that differ from those on the board, in order of their ids; counts every row.
    /// A record that is not on the board, has no row of its own and is not in use is left out:
    /// it was made for rows that then were refused.
    pub(super) fn finish(
        mut self,
        workspace: &Workspace,
        tallies: &mut [Tally],
        is_used: impl Fn(RecordId) -> bool,
    ) -> Finished<R> {
        let mut finished = Finished { records: Vec::new(), along: 0, parts: Vec::new() };
        for (id, place) in self.places() {
            let draft = &mut self.0.items_mut()[place];
            let current = R::all(workspace).get(id.into());
            let differs = current != Some(&draft.record);
            let ends = draft.rows.ends(differs, current.is_some());
            ends.for_each(|(file, end)| {
                tallies[file].count(end);
                if differs {
                    finished.parts.push(Part { id, file, end });
                }
            });
            let is_own = current.is_some() || !draft.rows.0.is_empty();
            if differs && (is_own || is_used(id)) {
                finished.along += usize::from(!is_own);
                finished.records.push((id.into(), std::mem::take(&mut draft.record)));
            }
        }
        finished
    }

    fn open(&mut self, workspace: &Workspace, id: R::Id) -> &mut Draft<R> {
        let record = || R::all(workspace).get(id).cloned().unwrap_or_default();
        self.0.get_or(id, || Draft { record: record(), rows: Rows::default() })
    }
}

impl Rows {
    fn ends(&self, differs: bool, is_known: bool) -> impl Iterator<Item = (usize, RowEnd)> {
        self.0.iter().enumerate().map(move |(place, (file, changed))| {
            let end = match (differs, is_known) {
                (false, _) => RowEnd::Unchanged,
                (true, false) if place == 0 => RowEnd::Created,
                (true, false) if !changed => RowEnd::Unchanged,
                (true, _) => RowEnd::Updated,
            };
            (*file, end)
        })
    }
}

/// What became of the drafts of one kind.
#[derive(Debug)]
pub(super) struct Finished<R: Kept> {
    /// The records that change.
    pub(super) records: Vec<(R::Id, R)>,
    /// How many of them are made without a row of their own.
    pub(super) along: usize,
    /// What the rows of those did that have any.
    pub(super) parts: Vec<Part>,
}

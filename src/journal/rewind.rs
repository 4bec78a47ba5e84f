//! The state as it stood at any moment of a stretch of the history.
//!
//! What lies before the stretch is taken in once. From there a later moment takes in the entries in
//! between, and an earlier one begins anew from the mark before it, but only with the records that
//! the stretch touches; so a slider over a meeting costs a part of what was done in the meeting,
//! however large the board is.

use std::sync::Arc;

use super::document::{Document, Place, place_of};
use super::entry::Entry;
use super::ledger::Ledger;
use super::snapshot::SnapshotError;
use super::stamp::Writer;
use crate::domain::arrange;
use crate::domain::workspace::Workspace;

/// How many entries lie between two marks.
const STRIDE: usize = 25;
/// Where a stretch touches more records than these, as an import does, marks would fill the memory.
const MARKED: usize = 2_000;

/// A stretch of the history with the state at one of its moments.
#[derive(Debug, Default)]
pub struct Rewind {
    /// The records that the stretch touches, as they stood at its start and at each mark that was
    /// passed.
    marks: Vec<Document>,
    places: Vec<Place>,
    entries: Vec<Arc<Entry>>,
    now: Ledger,
    taken: usize,
}

impl Rewind {
    /// A stretch that begins with a state and goes on with entries in the order of their stamps.
    ///
    /// # Errors
    /// A [`SnapshotError`] where the state cannot be read.
    pub fn new(start: Document, entries: Vec<Arc<Entry>>) -> Result<Rewind, SnapshotError> {
        let places = touched(&entries)?;
        let now = Ledger::new(Writer::default(), start, Vec::new())?.narrowed(&places);
        Ok(Rewind { marks: vec![now.document().clone()], places, entries, now, taken: 0 })
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many entries were done up to a moment, in milliseconds since 1970.
    pub fn count_by(&self, moment: u64) -> usize {
        self.entries.partition_point(|it| it.stamp().millis <= moment)
    }

    /// An entry by its place.
    pub fn entry(&self, place: usize) -> Option<&Entry> {
        self.entries.get(place).map(Arc::as_ref)
    }

    /// How many entries the state holds that is shown.
    pub fn taken(&self) -> usize {
        self.taken
    }

    /// Goes to where so many entries were done. An entry that cannot be read changes nothing.
    pub fn go(&mut self, count: usize) {
        let count = count.min(self.entries.len());
        let mark = (count / STRIDE).min(self.marks.len().saturating_sub(1));
        if count < self.taken
            && let Some(before) = self.marks.get(mark)
        {
            self.now.take_back(before, &self.places);
            self.taken = mark * STRIDE;
        }
        while self.taken < count {
            let _ = self.now.receive(&self.entries[self.taken]);
            self.taken += 1;
            if self.taken == self.marks.len() * STRIDE && self.places.len() <= MARKED {
                self.marks.push(self.now.document().clone());
            }
        }
    }

    /// The records that change on the way from one count of entries to another, each once; `None`
    /// where an entry cannot be read.
    pub fn touched_between(&self, one: usize, other: usize) -> Option<Vec<Place>> {
        let (first, last) = (one.min(other), one.max(other).min(self.entries.len()));
        self.entries.get(first..last).and_then(|it| touched(it).ok())
    }

    /// The team's data as it stood.
    pub fn workspace(&self) -> &Workspace {
        self.now.workspace()
    }
}

/// The records that entries touch, each once.
fn touched(entries: &[Arc<Entry>]) -> Result<Vec<Place>, SnapshotError> {
    let mut places: Vec<Place> = Vec::new();
    for entry in entries {
        match &**entry {
            Entry::Transaction(it) => places.extend(it.writes.iter().map(place_of)),
            Entry::Merge(it) => {
                let document = it.document()?;
                places.extend(document.places().map(|(table, id)| (table.into(), id)));
            }
        }
    }
    arrange::naturally(&mut places);
    places.dedup();
    Ok(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apply::apply;
    use crate::domain::calendar::Day;
    use crate::domain::command::{Command, Context};
    use crate::domain::id::PersonId;
    use crate::domain::people::Person;

    /// People who come and go, and the states in between.
    fn played() -> (Vec<Arc<Entry>>, Vec<Workspace>) {
        let mut ledger = Ledger::new(Writer::default(), Document::default(), Vec::new());
        let ledger = ledger.as_mut().expect("a ledger");
        let (mut entries, mut states) = (Vec::new(), vec![ledger.workspace().clone()]);
        for number in 0..40_u64 {
            let id = PersonId::drawn(number * 7 % 9);
            let command = match number % 4 {
                3 if ledger.workspace().people.has(id) => Command::DeletePerson(id),
                _ => {
                    let name = format!("Person {number}");
                    Command::SavePerson(id, Box::new(Person { name, ..Person::default() }))
                }
            };
            let ctx = Context { today: Day::EPOCH };
            let changes = apply(ledger.workspace(), &command, &ctx).expect("changes");
            let entry = ledger.prepare(changes, 1_000 * number);
            ledger.commit(&entry).expect("an entry");
            entries.push(Arc::new(entry));
            states.push(ledger.workspace().clone());
        }
        (entries, states)
    }

    #[test]
    fn every_moment_is_as_it_was_forth_and_back() {
        let (entries, states) = played();
        let mut start = Document::default();
        entries[..5].iter().for_each(|it| drop(start.take(it)));
        let mut rewind = Rewind::new(start, entries[5..].to_vec()).expect("a stretch");
        for count in [0, 9, 35, 34, 3, 20, 26, 25, 24, 0, 99, 30] {
            rewind.go(count);
            assert_eq!(rewind.workspace(), &states[5 + count.min(35)], "{count}");
        }
        // Everybody comes and goes within nine steps; an entry touches one.
        assert_eq!(rewind.touched_between(20, 11).map(|it| it.len()), Some(9));
        assert_eq!(rewind.touched_between(4, 5).map(|it| it.len()), Some(1));
        assert_eq!(rewind.touched_between(7, 7), Some(Vec::new()));
    }

    #[test]
    fn a_moment_holds_what_was_done_by_then() {
        let (entries, _) = played();
        let rewind = Rewind::new(Document::default(), entries).expect("a stretch");
        let counts = [0, 999, 1_000, 38_500, 90_000].map(|it| rewind.count_by(it));
        assert_eq!(counts, [1, 1, 2, 39, 40]);
    }
}

//! The state as it stood at any moment of a stretch of the history.
//!
//! What lies before the stretch is taken in once. From there a later moment takes in the entries in
//! between, and an earlier one begins anew from the start of the stretch; so a slider over a
//! meeting costs the entries of the meeting and not those of years.

use std::sync::Arc;

use super::document::Document;
use super::entry::Entry;
use super::ledger::Ledger;
use super::snapshot::SnapshotError;
use super::stamp::Writer;
use crate::domain::workspace::Workspace;

/// A stretch of the history with the state at one of its moments.
#[derive(Debug, Default)]
pub struct Rewind {
    start: Ledger,
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
        let start = Ledger::new(Writer::default(), start, Vec::new())?;
        Ok(Rewind { now: start.clone(), start, entries, taken: 0 })
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
        if count < self.taken {
            (self.now, self.taken) = (self.start.clone(), 0);
        }
        for entry in &self.entries[self.taken..count] {
            let _ = self.now.receive(entry);
        }
        self.taken = count;
    }

    /// The team's data as it stood.
    pub fn workspace(&self) -> &Workspace {
        self.now.workspace()
    }
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
        for count in [0, 9, 35, 34, 3, 20, 0, 99] {
            rewind.go(count);
            assert_eq!(rewind.workspace(), &states[5 + count.min(35)], "{count}");
        }
    }

    #[test]
    fn a_moment_holds_what_was_done_by_then() {
        let (entries, _) = played();
        let rewind = Rewind::new(Document::default(), entries).expect("a stretch");
        let counts = [0, 999, 1_000, 38_500, 90_000].map(|it| rewind.count_by(it));
        assert_eq!(counts, [1, 1, 2, 39, 40]);
    }
}

//! Which entries: for each writer the numbers of its entries.

use std::collections::BTreeMap;

use super::sequence::SequenceSet;
use super::stamp::Writer;

/// The stored form: each writer with its ranges of numbers.
pub(super) type StoredSet = Vec<(String, Vec<(u64, u64)>)>;

/// A set of entries, by their writers and numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntrySet(BTreeMap<Writer, SequenceSet>);

impl EntrySet {
    /// The set of some entries.
    pub fn of(entries: impl IntoIterator<Item = (Writer, u64)>) -> EntrySet {
        let mut numbers: BTreeMap<Writer, Vec<(u64, u64)>> = BTreeMap::new();
        for (writer, seq) in entries {
            numbers.entry(writer).or_default().push((seq, seq));
        }
        EntrySet(numbers.into_iter().map(|(by, seqs)| (by, SequenceSet::of(seqs))).collect())
    }

    /// The set of a stored form; `None` where it is none.
    pub(super) fn of_stored(stored: StoredSet) -> Option<EntrySet> {
        let sets = stored
            .into_iter()
            .map(|(writer, ranges)| Some((writer.parse().ok()?, SequenceSet::of(ranges))));
        Some(EntrySet(sets.collect::<Option<_>>()?))
    }

    /// The stored form.
    pub(super) fn to_stored(&self) -> StoredSet {
        self.0.iter().map(|(writer, seqs)| (writer.to_string(), seqs.ranges().to_vec())).collect()
    }

    /// Whether an entry is in.
    pub fn has(&self, writer: Writer, seq: u64) -> bool {
        self.0.get(&writer).is_some_and(|it| it.has(seq))
    }

    /// Whether every entry of another set is in.
    pub fn holds(&self, other: &EntrySet) -> bool {
        let within = |(writer, seqs): (&Writer, &SequenceSet)| {
            self.0.get(writer).is_some_and(|own| own.holds(seqs))
        };
        other.0.iter().all(within)
    }
}

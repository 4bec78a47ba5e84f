//! Which of a writer's transactions are in: a set of numbers kept as ranges.
//!
//! Writers number without gaps, so this is nearly always a single range.

/// A set of sequence numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SequenceSet(Vec<(u64, u64)>);

impl SequenceSet {
    /// The set of some ranges, each with its first and last number.
    pub(super) fn of(ranges: Vec<(u64, u64)>) -> SequenceSet {
        let mut set = SequenceSet::default();
        ranges.into_iter().filter(|(first, last)| first <= last).for_each(|it| set.0.push(it));
        set.tidy();
        set
    }

    /// The ranges, ascending, not touching each other.
    pub(super) fn ranges(&self) -> &[(u64, u64)] {
        &self.0
    }

    /// Whether a number is in.
    pub(super) fn has(&self, number: u64) -> bool {
        self.0.iter().any(|(first, last)| (*first..=*last).contains(&number))
    }

    /// Whether all numbers of another set are in.
    pub(super) fn holds(&self, other: &SequenceSet) -> bool {
        let within = |(first, last): &(u64, u64)| {
            self.0.iter().any(|(from, to)| from <= first && last <= to)
        };
        other.0.iter().all(within)
    }

    /// Puts a number in; says whether it was new.
    pub(super) fn insert(&mut self, number: u64) -> bool {
        if self.has(number) {
            return false;
        }
        self.0.push((number, number));
        self.tidy();
        true
    }

    /// Puts all numbers of another set in.
    pub(super) fn unite(&mut self, other: &SequenceSet) {
        self.0.extend_from_slice(&other.0);
        self.tidy();
    }

    fn tidy(&mut self) {
        self.0.sort_unstable();
        let mut tidy: Vec<(u64, u64)> = Vec::with_capacity(self.0.len());
        for (first, last) in self.0.drain(..) {
            match tidy.last_mut() {
                Some(open) if first <= open.1.saturating_add(1) => open.1 = open.1.max(last),
                _ => tidy.push((first, last)),
            }
        }
        self.0 = tidy;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn it_holds_what_a_plain_set_holds(numbers in prop::collection::vec(0_u64..40, 0..60), others in prop::collection::vec(0_u64..40, 0..20)) {
            let (mut set, mut other) = (SequenceSet::default(), SequenceSet::default());
            let mut plain = BTreeSet::new();
            for number in &numbers {
                prop_assert_eq!(set.insert(*number), plain.insert(*number));
            }
            others.iter().for_each(|it| { other.insert(*it); });
            prop_assert_eq!(set.holds(&other), others.iter().all(|it| plain.contains(it)));
            set.unite(&other);
            plain.extend(others);
            prop_assert!((0..41).all(|it| set.has(it) == plain.contains(&it)));
            prop_assert_eq!(SequenceSet::of(set.ranges().to_vec()), set);
        }
    }
}

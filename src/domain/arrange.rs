//! Sorting, with one copy of the algorithm for all types.
//!
//! The standard library's sort is made anew for every type and every comparison, two kilobytes
//! each. Here the places are sorted, which are always numbers, and then the items follow them.

use std::cmp::Ordering;

/// Sorts by a comparison; equal items keep their order.
pub fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = sorted_places(items.len(), &|a, b| compare(&items[a], &items[b]));
    follow(items, places);
}

/// Sorts by a key; items with equal keys keep their order.
pub fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by a key that is made once for each item; items with equal keys keep their order.
pub fn by_cached_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let places = sorted_places(items.len(), &|a, b| keys[a].cmp(&keys[b]));
    follow(items, places);
}

/// Sorts by the items' own order.
pub fn naturally<T: Ord>(items: &mut [T]) {
    by(items, T::cmp);
}

/// For each place of the sorted sequence, the place in the unsorted one.
fn sorted_places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Puts each item where it belongs, one cycle of the permutation after the other.
fn follow<T>(items: &mut [T], mut places: Vec<usize>) {
    for start in 0..items.len() {
        let mut here = start;
        while places[here] != start {
            let next = places[here];
            items.swap(here, next);
            places[here] = here;
            here = next;
        }
        places[here] = here;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// The standard library's stable sort is the judge.
        #[test]
        fn it_sorts_as_the_standard_library_does(items: Vec<(u8, u32)>) {
            let mut ours = items.clone();
            by_key(&mut ours, |it| it.0);
            let mut cached = items.clone();
            by_cached_key(&mut cached, |it| it.0);
            let mut theirs = items;
            theirs.sort_by_key(|it| it.0);
            prop_assert_eq!(&ours, &theirs);
            prop_assert_eq!(cached, theirs);
        }
    }
}

//! How many leads a person can take: up to their own limit, or else up to a fair share.

use std::collections::BTreeMap;

use super::weigh::{DEMANDS, Scales, UNKNOWN};

/// A quarter more than everybody's even part of what is open and what is handed out, rounded up:
/// even enough to be fair, with room for who fits better. Whoever has a lower limit of their own
/// takes no more than that, so that the others' part grows.
pub(super) fn fair_share(limits: impl Iterator<Item = Option<i64>>, all: i64) -> i64 {
    let mut limits: Vec<i64> = limits.map(|it| it.unwrap_or(i64::MAX).max(0)).collect();
    crate::domain::arrange::naturally(&mut limits);
    let (mut rest, mut people) = (all.max(0), limits.len() as i64);
    for limit in limits {
        if rest / people <= limit {
            break;
        }
        (rest, people) = (rest - limit, people - 1);
    }
    let (rest, people) = (rest.unsigned_abs(), people.max(1).unsigned_abs());
    (5 * rest).div_ceil(4 * people) as i64
}

/// Raises the fair share of those who alone may take some leads, so far that none of these stays
/// over for the sake of evenness. Nobody's own limit is raised.
pub(super) fn make_room(scales: &mut Scales, has_own_limit: &[bool]) {
    let mut groups: BTreeMap<Vec<usize>, u32> = BTreeMap::new();
    let mut takers: BTreeMap<[usize; DEMANDS], Vec<usize>> = BTreeMap::new();
    for (lead, wanted) in scales.leads.iter().enumerate() {
        let allowed = || {
            let people = 0..scales.people.len();
            people.filter(|it| scales.fit(lead, *it, UNKNOWN).is_ok()).collect::<Vec<_>>()
        };
        let group = takers.entry(wanted.asks).or_insert_with(allowed);
        *groups.entry(group.clone()).or_default() += 1;
    }
    let mut groups: Vec<(Vec<usize>, u32)> = groups.into_iter().collect();
    groups.sort_by_key(|(people, _)| people.len());
    let mut left: Vec<u32> = scales.people.iter().map(|it| it.room).collect();
    for (people, count) in groups {
        let places: u64 = people.iter().map(|it| u64::from(left[*it])).sum();
        let short = u64::from(count).saturating_sub(places);
        let raised = people.iter().filter(|it| !has_own_limit[**it]).count() as u64;
        if short != 0 && raised != 0 {
            let more = u32::try_from(short.div_ceil(raised)).unwrap_or(u32::MAX);
            for person in people.iter().filter(|it| !has_own_limit[**it]) {
                scales.people[*person].room = scales.people[*person].room.saturating_add(more);
                left[*person] = left[*person].saturating_add(more);
            }
        }
        // They fill whoever has the most room, one by one, as evenly as it goes.
        for _ in 0..count {
            let roomiest = people.iter().max_by_key(|it| left[**it]);
            let Some(person) = roomiest.filter(|it| left[**it] != 0) else { break };
            left[*person] -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::solve::solve;
    use super::super::weigh::tests::scales;
    use super::*;

    #[track_caller]
    fn check(limits: &[Option<i64>], all: i64, expect: i64) {
        assert_eq!(fair_share(limits.iter().copied(), all), expect, "{limits:?} {all}");
    }

    #[test]
    fn a_fair_share_is_an_even_part_and_a_quarter() {
        check(&[None, None], 8, 5);
        check(&[None; 3], 10, 5);
        check(&[], 8, 10);
    }

    /// Eight who take nothing leave a hundred leads to two: fifty each, and a quarter.
    #[test]
    fn who_takes_less_makes_the_others_part_larger() {
        let mut limits = vec![Some(0); 8];
        limits.extend([None, None]);
        check(&limits, 100, 63);
        check(&[Some(2), None, None], 10, 5);
        check(&[Some(90), None], 10, 7);
    }

    /// How many leads the best assignment places.
    fn placed(scales: &Scales) -> usize {
        let takers = vec![None; scales.leads.len()];
        let solution = solve(&scales.problem(&takers));
        solution.owners.iter().flatten().count()
    }

    proptest! {
        /// Where nobody has a limit of their own, every lead that any rule allows has a place.
        #[test]
        fn a_fair_share_leaves_no_lead_over(scales in scales()) {
            let mut scales = scales;
            let nobody = vec![false; scales.people.len()];
            make_room(&mut scales, &nobody);
            let allowed = (0..scales.leads.len()).filter(|lead| {
                (0..scales.people.len()).any(|it| scales.fit(*lead, it, UNKNOWN).is_ok())
            });
            prop_assert_eq!(placed(&scales), allowed.count());
        }

        /// Own limits are never raised, and room is never taken away.
        #[test]
        fn own_limits_stay(scales in scales(), own in prop::collection::vec(any::<bool>(), 5)) {
            let mut roomier = scales.clone();
            make_room(&mut roomier, &own);
            for (person, it) in roomier.people.iter().enumerate() {
                let before = scales.people[person].room;
                prop_assert!(before <= it.room && (!own[person] || it.room == before));
            }
        }
    }
}

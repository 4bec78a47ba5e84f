//! Spreading a total over cells, some of which are locked.
//!
//! Locked cells keep their amounts; the rest of the total goes to the free cells by their weights
//! with the method of the largest remainder ([`split_by`]): exact share rounded down, then one unit
//! each to the largest remainders, the earlier cell first where remainders are equal. The parts
//! are the total, to the minor unit, or the spread is refused with the reason.
//!
//! A total below zero is spread as the mirror of the one above: every part is what it is of the
//! opposite total with opposite locks, with the other sign. So the parts are none of them above
//! zero, and the units left over, one less each, go to the same cells.

use super::natural::Natural;
use super::split::split_by;

/// What a total is spread over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// How much of the total it takes, relative to the other free cells. Where all of them weigh
    /// nothing they count alike.
    pub weight: Natural,
    /// The amount it is locked at, in minor units; none means that it is free.
    pub locked: Option<i64>,
}

impl Part {
    /// A free cell.
    pub fn free(weight: Natural) -> Part {
        Part { weight, locked: None }
    }

    /// A cell that keeps its amount.
    pub fn locked(amount: i64) -> Part {
        Part { weight: Natural::default(), locked: Some(amount) }
    }
}

/// Why a total cannot be spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSpread {
    /// The cell at this place is locked at an amount on the other side of zero than the total; for
    /// a total of zero, below it.
    LockOpposes(usize),
    /// The locked cells alone are further from zero than the total: their sum.
    LockedExceedTotal(i128),
    /// No cell is free to take what the locked ones leave of the total: their sum.
    NoneFree(i128),
}

/// Spreads a total in minor units; the amounts stand in the order of the cells.
///
/// # Errors
/// [`NotSpread`] where no amounts on the total's side of zero add up to it with these locks.
pub fn spread(total: i64, parts: &[Part]) -> Result<Vec<i64>, NotSpread> {
    let opposes = |it: i64| if total < 0 { 0 < it } else { it < 0 };
    if let Some(place) = parts.iter().position(|it| it.locked.is_some_and(opposes)) {
        return Err(NotSpread::LockOpposes(place));
    }
    let locked: i128 = parts.iter().filter_map(|it| it.locked).map(i128::from).sum();
    let left = i64::try_from(i128::from(total) - locked).ok();
    let left = left.filter(|it| *it == 0 || (*it < 0) == (total < 0));
    let left = left.ok_or(NotSpread::LockedExceedTotal(locked))?;
    let free = parts.iter().filter(|it| it.locked.is_none());
    let mut weights: Vec<Natural> = free.map(|it| it.weight.clone()).collect();
    if weights.is_empty() && left != 0 {
        return Err(NotSpread::NoneFree(locked));
    }
    if weights.iter().all(Natural::is_zero) {
        weights.fill(Natural::from(1));
    }
    let mut shares = split_by(left, &weights).into_iter();
    let amount = |part: &Part| part.locked.or_else(|| shares.next()).unwrap_or_default();
    Ok(parts.iter().map(amount).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn free(weight: u64) -> Part {
        Part::free(Natural::from(weight))
    }

    #[track_caller]
    fn check(total: i64, parts: &[Part], expect: Result<&[i64], NotSpread>) {
        assert_eq!(spread(total, parts), expect.map(<[i64]>::to_vec));
    }

    // The states of the census of 1790 under the bill that Washington vetoed. 120 seats: COMAP,
    // "For All Practical Purposes", 10th edition, chapter 14, table 14.5. 60 seats: Electowiki,
    // "Hamilton method". In the order of Electowiki's table, Virginia to Delaware.
    #[test]
    fn hamiltons_bill_of_1792_is_reproduced() {
        let census = [
            630_560, 475_327, 432_879, 353_523, 331_589, 278_514, 236_841, 206_236, 179_570,
            141_822, 85_533, 70_835, 68_705, 68_446, 55_540,
        ];
        let states = census.map(free);
        check(120, &states, Ok(&[21, 16, 14, 12, 11, 9, 8, 7, 6, 5, 3, 2, 2, 2, 2]));
        check(60, &states, Ok(&[11, 8, 7, 6, 6, 5, 4, 3, 3, 2, 1, 1, 1, 1, 1]));
    }

    #[test]
    fn locked_cells_keep_their_amounts() {
        let parts = [free(1), Part::locked(50), free(2), free(0)];
        check(100, &parts, Ok(&[17, 50, 33, 0]));
        check(50, &parts, Ok(&[0, 50, 0, 0]));
        check(51, &[free(0), Part::locked(50)], Ok(&[1, 50]));
        check(0, &[], Ok(&[]));
    }

    // Of 100.00 among three, the exact shares are 33.33 and a third: one unit is left, for the first. Of a
    // correction of the same size, one less is left, for the first as well.
    #[test]
    fn what_is_below_zero_mirrors_what_is_above() {
        check(-10_000, &[free(1), free(1), free(1)], Ok(&[-3334, -3333, -3333]));
        let parts = [free(1), Part::locked(-50), free(2), free(0)];
        check(-100, &parts, Ok(&[-17, -50, -33, 0]));
        let ends = [free(u64::MAX), free(u64::MAX)];
        check(i64::MIN, &ends, Ok(&[i64::MIN / 2, i64::MIN / 2]));
    }

    #[test]
    fn what_cannot_be_spread_is_refused_with_the_reason() {
        let locked = [Part::locked(70), Part::locked(40)];
        let [one, two] = locked.clone();
        check(100, &[one, two, free(1)], Err(NotSpread::LockedExceedTotal(110)));
        check(120, &locked, Err(NotSpread::NoneFree(110)));
        check(110, &locked, Ok(&[70, 40]));
        check(1, &[], Err(NotSpread::NoneFree(0)));
        check(1, &[Part::locked(-1)], Err(NotSpread::LockOpposes(0)));
        check(0, &[free(1), Part::locked(-1)], Err(NotSpread::LockOpposes(1)));
        check(-1, &[free(1), Part::locked(1)], Err(NotSpread::LockOpposes(1)));
        check(-100, &[Part::locked(-110), free(1)], Err(NotSpread::LockedExceedTotal(-110)));
        check(-120, &[Part::locked(-110)], Err(NotSpread::NoneFree(-110)));
        let most = Part::locked(i64::MAX);
        check(
            0,
            &[most.clone(), most],
            Err(NotSpread::LockedExceedTotal(2 * i128::from(i64::MAX))),
        );
    }

    fn any_part() -> impl Strategy<Value = Part> {
        let lock = prop::option::weighted(0.4, 0_i64..1_000_000);
        (0_u64..1_000_000, lock)
            .prop_map(|(weight, locked)| Part { weight: Natural::from(weight), locked })
    }

    proptest! {
        /// The largest remainder told by exact fractions of 128 bits: no part is a unit from its exact
        /// share, and none that was rounded up has less of a remainder than one that was not.
        #[test]
        fn parts_go_by_exact_remainders_on_both_sides_of_zero(
            total: i64,
            weights in prop::collection::vec(prop_oneof![0_u64..10, any::<u64>()], 1..12),
        ) {
            let parts: Vec<Part> = weights.iter().copied().map(free).collect();
            let amounts = spread(total, &parts).expect("amounts");
            let mirrored = total.checked_neg().map(|it| spread(it, &parts).expect("amounts"));
            let opposite: Vec<i64> = amounts.iter().map(|it| it.wrapping_neg()).collect();
            prop_assert!(mirrored.is_none_or(|it| it == opposite));
            let same = weights.iter().all(|it| *it == 0);
            let weights: Vec<i128> = weights.iter().map(|it| if same { 1 } else { i128::from(*it) }).collect();
            let (all, size) = (weights.iter().sum::<i128>(), i128::from(total.unsigned_abs()));
            let mut sum = 0;
            // Remainders of those that were rounded up, and of those that were not, with their places.
            let (mut up, mut down) = (Vec::new(), Vec::new());
            for (place, (amount, weight)) in amounts.iter().zip(&weights).enumerate() {
                let (share, rest) = (size * weight / all, size * weight % all);
                let amount = i128::from(amount.unsigned_abs());
                sum += amount;
                prop_assert!(amount == share || amount == share + 1);
                if amount == share { down.push((-rest, place)) } else { up.push((-rest, place)) }
            }
            prop_assert_eq!(sum, size);
            prop_assert!(up.iter().max() < down.iter().min() || up.is_empty() || down.is_empty());
        }

        /// Any run of edits of totals, weights and locks leaves parts that are the total, or is
        /// refused for a reason that holds.
        #[test]
        fn the_parts_are_the_total_after_every_edit(
            first in prop::collection::vec(any_part(), 1..40),
            edits in prop::collection::vec((any::<prop::sample::Index>(), any_part(), 0_i64..20_000_000), 1..30),
        ) {
            let mut parts = first;
            for (place, part, total) in edits {
                let place = place.index(parts.len());
                parts[place] = part;
                let locked: i64 = parts.iter().filter_map(|it| it.locked).sum();
                match spread(total, &parts) {
                    Ok(amounts) => {
                        prop_assert_eq!(amounts.iter().sum::<i64>(), total);
                        prop_assert!(amounts.iter().all(|it| 0 <= *it));
                        let kept = |(part, amount): (&Part, &i64)| part.locked.is_none_or(|it| it == *amount);
                        prop_assert!(parts.iter().zip(&amounts).all(kept));
                    }
                    Err(NotSpread::LockedExceedTotal(_)) => prop_assert!(total < locked),
                    Err(refused) => {
                        prop_assert_eq!(refused, NotSpread::NoneFree(locked.into()));
                        prop_assert!(parts.iter().all(|it| it.locked.is_some()));
                    }
                }
            }
        }
    }
}

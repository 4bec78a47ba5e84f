//! Spreading a total over cells, some of which are locked.
//!
//! Locked cells keep their amounts; the rest of the total goes to the free cells by their weights
//! with the method of the largest remainder ([`split`]): exact share rounded down, then one unit
//! each to the largest remainders, the earlier cell first where remainders are equal. The parts
//! are the total, to the minor unit, or the spread is refused with the reason.

use super::split::split;

/// What a total is spread over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// How much of the total it takes, relative to the other free cells. Where all of them weigh
    /// nothing they count alike.
    pub weight: i64,
    /// The amount it is locked at, in minor units; none means that it is free.
    pub locked: Option<i64>,
}

impl Part {
    /// A free cell.
    pub const fn free(weight: i64) -> Part {
        Part { weight, locked: None }
    }

    /// A cell that keeps its amount.
    pub const fn locked(amount: i64) -> Part {
        Part { weight: 0, locked: Some(amount) }
    }
}

/// Why a total cannot be spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSpread {
    /// The total is negative.
    TotalNegative,
    /// The cell at this place is locked at a negative amount.
    LockNegative(usize),
    /// The cell at this place has a negative weight.
    WeightNegative(usize),
    /// The locked cells alone are more than the total: their sum.
    LockedExceedTotal(i128),
    /// No cell is free to take what the locked ones leave of the total: their sum.
    NoneFree(i128),
}

/// Spreads a total in minor units; the amounts stand in the order of the cells.
///
/// # Errors
/// [`NotSpread`] where no amounts of nothing or more add up to the total with these locks.
pub fn spread(total: i64, parts: &[Part]) -> Result<Vec<i64>, NotSpread> {
    if total < 0 {
        return Err(NotSpread::TotalNegative);
    }
    if let Some(place) = parts.iter().position(|it| it.locked.is_some_and(|it| it < 0)) {
        return Err(NotSpread::LockNegative(place));
    }
    if let Some(place) = parts.iter().position(|it| it.weight < 0) {
        return Err(NotSpread::WeightNegative(place));
    }
    let locked: i128 = parts.iter().filter_map(|it| it.locked).map(i128::from).sum();
    let left = i64::try_from(i128::from(total) - locked).ok().filter(|it| 0 <= *it);
    let left = left.ok_or(NotSpread::LockedExceedTotal(locked))?;
    let free = parts.iter().filter(|it| it.locked.is_none());
    let weights: Vec<i64> = free.map(|it| it.weight).collect();
    if weights.is_empty() && left != 0 {
        return Err(NotSpread::NoneFree(locked));
    }
    let mut shares = split(left, &weights).into_iter();
    let amount = |part: &Part| part.locked.or_else(|| shares.next()).unwrap_or_default();
    Ok(parts.iter().map(amount).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
        let states = census.map(Part::free);
        check(120, &states, Ok(&[21, 16, 14, 12, 11, 9, 8, 7, 6, 5, 3, 2, 2, 2, 2]));
        check(60, &states, Ok(&[11, 8, 7, 6, 6, 5, 4, 3, 3, 2, 1, 1, 1, 1, 1]));
    }

    #[test]
    fn locked_cells_keep_their_amounts() {
        let parts = [Part::free(1), Part::locked(50), Part::free(2), Part::free(0)];
        check(100, &parts, Ok(&[17, 50, 33, 0]));
        check(50, &parts, Ok(&[0, 50, 0, 0]));
        check(51, &[Part::free(0), Part::locked(50)], Ok(&[1, 50]));
        check(0, &[], Ok(&[]));
    }

    #[test]
    fn what_cannot_be_spread_is_refused_with_the_reason() {
        let locked = [Part::locked(70), Part::locked(40)];
        check(100, &[locked[0], locked[1], Part::free(1)], Err(NotSpread::LockedExceedTotal(110)));
        check(120, &locked, Err(NotSpread::NoneFree(110)));
        check(110, &locked, Ok(&[70, 40]));
        check(1, &[], Err(NotSpread::NoneFree(0)));
        check(-1, &[Part::free(1)], Err(NotSpread::TotalNegative));
        check(1, &[Part::free(1), Part::free(-1)], Err(NotSpread::WeightNegative(1)));
        check(1, &[Part::locked(-1)], Err(NotSpread::LockNegative(0)));
        let most = Part::locked(i64::MAX);
        check(0, &[most, most], Err(NotSpread::LockedExceedTotal(2 * i128::from(i64::MAX))));
    }

    fn any_part() -> impl Strategy<Value = Part> {
        let lock = prop::option::weighted(0.4, 0_i64..1_000_000);
        (0_i64..1_000_000, lock).prop_map(|(weight, locked)| Part { weight, locked })
    }

    proptest! {
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

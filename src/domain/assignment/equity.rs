//! How fair books are: what everybody's open leads bring in against their fair share.
//!
//! Places: the open leads are shared out evenly, but nobody gets more than their own limit; what
//! they leave goes to the others in even parts (max–min fairness). A fair share is all books
//! together × own places ÷ all places. How far books lie from fair shares is the sum of all
//! distances ÷ all books: 0 where everybody has theirs; where nobody has a limit it is the mean
//! absolute deviation over the mean.

use crate::domain::arrange;

/// A lead's place is divided in so many parts, so that what is left over by limits is shared out
/// finely enough.
const FINE: i64 = 1_000_000;

/// Books against fair shares, in thousandths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Equity {
    /// Person by person: the book in thousandths of the fair share; none where that is nothing.
    pub of_share: Vec<Option<i64>>,
    /// How far books lie from fair shares, in thousandths of all books; none of fewer than two
    /// people, or where no book is worth anything.
    pub off: Option<i64>,
}

impl Equity {
    /// Books, in minor units, of people with these places.
    pub fn of(books: &[i64], places: &[i64]) -> Equity {
        let all: i128 = books.iter().map(|it| i128::from((*it).max(0))).sum();
        let room: i128 = places.iter().map(|it| i128::from(*it)).sum();
        if all == 0 || room == 0 {
            return Equity { of_share: vec![None; books.len()], off: None };
        }
        let people = || {
            let books = books.iter().map(|it| i128::from((*it).max(0)));
            books.zip(places.iter().map(|it| i128::from(*it)))
        };
        // Each book and its fair share, both times all places, so that nothing is rounded before
        // the end.
        let of_share = people().map(|(book, places)| match places {
            0 => None,
            places => i64::try_from(rounded(book * room * 1_000, all * places)).ok(),
        });
        let away: i128 = people().map(|(book, places)| (book * room - all * places).abs()).sum();
        let off = i64::try_from(rounded(away * 1_000, all * room)).ok();
        Equity { of_share: of_share.collect(), off: off.filter(|_| 1 < books.len()) }
    }
}

fn rounded(part: i128, whole: i128) -> i128 {
    (part + whole / 2) / whole
}

/// How many of all open leads are everybody's fair part by number, in millionths of a lead: the
/// limits are each one's own, none means any number.
pub fn places(limits: &[Option<i64>], leads: i64) -> Vec<i64> {
    let limit =
        |person: &usize| limits[*person].map_or(i64::MAX, |it| it.max(0).saturating_mul(FINE));
    let mut order: Vec<usize> = (0..limits.len()).collect();
    arrange::by_key(&mut order, limit);
    let mut places = vec![0; limits.len()];
    let mut rest = leads.max(0).saturating_mul(FINE);
    for (served, person) in order.iter().enumerate() {
        let even = rest / (order.len() - served) as i64;
        places[*person] = even.min(limit(person));
        rest -= places[*person];
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::books::unevenness;
    use super::*;

    /// S. Keshav, "An Engineering Approach to Computer Networking", 1997, section 9.2: sources that
    /// ask for 2, 2.6, 4 and 5 of a resource of 10 get 2, 2.6, 2.7 and 2.7. Here in tenths.
    #[test]
    fn places_are_max_min_fair() {
        let limits = [20, 26, 40, 50].map(Some);
        assert_eq!(places(&limits, 100), [20, 26, 27, 27].map(|it| it * FINE));
        assert_eq!(places(&[None, Some(5), None], 25), [10, 5, 10].map(|it| it * FINE));
        assert_eq!(places(&[Some(3), Some(0)], 25), [3 * FINE, 0], "leads beyond all limits");
        assert!(places(&[], 3).is_empty());
    }

    /// Worked by hand: 25 open leads, of which one person takes 5 at most, so that the two others
    /// have 10 places each. Books of 100, 60 and 40 are 200 in all: fair shares are 80, 40 and 80.
    /// The first has 125 %, the second 150 %, the third 50 %; they lie 20 + 20 + 40 = 80 of 200
    /// away, 40 %.
    #[test]
    fn a_book_is_told_against_the_fair_share() {
        let places = places(&[None, Some(5), None], 25);
        let equity = Equity::of(&[100, 60, 40], &places);
        assert_eq!(equity.of_share, [Some(1_250), Some(1_500), Some(500)]);
        assert_eq!(equity.off, Some(400));
    }

    #[test]
    fn what_cannot_be_said_is_not() {
        let none = Equity { of_share: vec![None, None], off: None };
        assert_eq!(Equity::of(&[0, 0], &[1, 1]), none);
        assert_eq!(Equity::of(&[5, 5], &[0, 0]), none);
        assert_eq!(Equity::of(&[5, 5], &[0, 2]).of_share, [None, Some(500)]);
        assert_eq!(Equity::of(&[5], &[1]).off, None);
    }

    proptest! {
        /// Without limits it is the measure of the assignment, and fair shares are averages.
        #[test]
        fn without_limits_it_is_the_deviation_from_the_average(
            books in prop::collection::vec(0..1_000_000_000_i64, 2..9),
            leads in 1..99_i64,
        ) {
            let places = places(&vec![None; books.len()], leads * books.len() as i64);
            let equity = Equity::of(&books, &places);
            prop_assert_eq!(equity.off, unevenness(&books));
        }

        /// Fair shares are all books together, and nobody's places are above their limit.
        #[test]
        fn nobody_gets_more_than_their_limit(
            limits in prop::collection::vec(prop::option::of(0..20_i64), 1..9),
            leads in 0..99_i64,
        ) {
            let places = places(&limits, leads);
            for (limit, places) in limits.iter().zip(&places) {
                prop_assert!(limit.is_none_or(|it| *places <= it * FINE));
            }
            let room: i64 = limits.iter().map(|it| it.unwrap_or(leads)).sum();
            let all: i64 = places.iter().sum();
            prop_assert_eq!(all, leads.min(room) * FINE);
        }
    }
}

//! Prices along a measure: which holds where, and how much of a stretch lies where.

use super::plan::Reached;
use crate::domain::exact::Exact;

/// Prices along a measure, from far below nothing to far above everything.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    stretches: Vec<Stretch>,
}

/// A stretch of one price.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    /// Where it begins; none means that nothing lies before it.
    from: Option<Exact>,
    /// What is paid for one of the base.
    pub price: Exact,
    /// The tier that says so.
    pub tier: Option<usize>,
}

/// A part of a block that lies in one stretch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Piece {
    /// The part of the block, all of which make one.
    pub part: Exact,
    /// The price.
    pub price: Exact,
    /// The tier.
    pub tier: Option<usize>,
}

impl Scale {
    /// One price everywhere.
    pub(super) fn flat(price: Exact, tier: Option<usize>) -> Scale {
        Scale { stretches: vec![Stretch { from: None, price, tier }] }
    }

    /// Tiers with where they begin and end; what none of them covers has the first price.
    pub(super) fn of_tiers(between: Exact, tiers: &[(Exact, Option<Exact>, Exact)]) -> Scale {
        let mut cuts: Vec<Exact> = Vec::new();
        for (from, to, _) in tiers {
            cuts.extend([Some(*from), *to].into_iter().flatten());
        }
        sort(&mut cuts);
        cuts.dedup();
        let covers = |at: Exact| {
            let holds = |(_, (from, to, _)): &(usize, &(Exact, Option<Exact>, Exact))| {
                *from <= at && to.is_none_or(|to| at < to)
            };
            tiers.iter().enumerate().rfind(holds)
        };
        let stretch = |from: Exact| match covers(from) {
            Some((place, (_, _, price))) => {
                Stretch { from: Some(from), price: *price, tier: Some(place) }
            }
            None => Stretch { from: Some(from), price: between, tier: None },
        };
        // Below the first tier that begins at nothing lies what went back; it has its price.
        let first = covers(Exact::ZERO).filter(|(_, (from, _, _))| *from == Exact::ZERO);
        let below = match first {
            Some((place, (_, _, price))) => {
                Stretch { from: None, price: *price, tier: Some(place) }
            }
            None => Stretch { from: None, price: between, tier: None },
        };
        let mut stretches = vec![below];
        stretches.extend(cuts.into_iter().map(stretch));
        Scale { stretches }
    }

    /// The same with nothing paid below a point.
    #[must_use]
    pub(super) fn above(&self, point: Exact) -> Scale {
        let mut stretches = vec![Stretch { from: None, price: Exact::ZERO, tier: None }];
        stretches.push(Stretch { from: Some(point), ..*self.at(point, Reached::At) });
        let beyond = |it: &&Stretch| it.from.is_some_and(|from| point < from);
        stretches.extend(self.stretches.iter().filter(beyond));
        Scale { stretches }
    }

    /// All stretches: where each begins, its price, and its tier.
    pub(super) fn stretches(&self) -> impl Iterator<Item = (Option<Exact>, Exact, Option<usize>)> {
        self.stretches.iter().map(|it| (it.from, it.price, it.tier))
    }

    /// The stretch that holds a point.
    pub(super) fn at(&self, point: Exact, reached: Reached) -> &Stretch {
        let begins = |it: &&Stretch| match reached {
            Reached::At => it.from.is_none_or(|from| from <= point),
            Reached::Above => it.from.is_none_or(|from| from < point),
        };
        self.stretches.iter().rfind(begins).unwrap_or(&self.stretches[0])
    }

    /// The pieces of what lies from one point to another above it, in order; none where a number
    /// does not fit.
    pub(super) fn pieces(&self, from: Exact, to: Exact) -> Option<Vec<Piece>> {
        let whole = to.minus(from)?;
        if whole == Exact::ZERO || self.stretches.len() == 1 {
            let Stretch { price, tier, .. } = *self.at(from, Reached::At);
            return Some(vec![Piece { part: Exact::ONE, price, tier }]);
        }
        let mut pieces: Vec<Piece> = Vec::new();
        for (place, stretch) in self.stretches.iter().enumerate() {
            let begins = stretch.from.filter(|it| from < *it).unwrap_or(from);
            let ends = self.stretches.get(place + 1).and_then(|it| it.from);
            let ends = ends.filter(|it| *it < to).unwrap_or(to);
            if ends <= begins {
                continue;
            }
            let part = ends.minus(begins)?.over(whole)?;
            pieces.push(Piece { part, price: stretch.price, tier: stretch.tier });
        }
        Some(pieces)
    }
}

fn sort(numbers: &mut [Exact]) {
    // There are few; arrange's keys must be whole.
    for at in 1..numbers.len() {
        let mut at = at;
        while 0 < at && numbers[at] < numbers[at - 1] {
            numbers.swap(at, at - 1);
            at -= 1;
        }
    }
}

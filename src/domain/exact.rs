//! Exact numbers: fractions of whole numbers, so that sums and shares of money lose nothing on
//! their way.
//!
//! What does not fit any more is no number; nothing wraps and nothing is rounded but by
//! [`Exact::rounded`].

use std::cmp::Ordering;

/// A fraction in lowest terms, its lower part more than zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Exact {
    upper: i128,
    lower: i128,
}

/// The greatest number that divides both; never 0 unless both are.
fn common(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    i128::try_from(a).unwrap_or(1)
}

impl Exact {
    /// Nothing.
    pub const ZERO: Exact = Exact { upper: 0, lower: 1 };
    /// One.
    pub const ONE: Exact = Exact { upper: 1, lower: 1 };

    /// A whole number.
    pub const fn whole(number: i128) -> Exact {
        Exact { upper: number, lower: 1 }
    }

    /// `upper ÷ lower`; `None` for a division by zero, or where it does not fit.
    pub fn new(upper: i128, lower: i128) -> Option<Exact> {
        let by = common(upper, lower);
        if lower == 0 || by == 0 {
            return None;
        }
        let (upper, lower) = (upper / by, lower / by);
        match lower < 0 {
            true => Some(Exact { upper: upper.checked_neg()?, lower: lower.checked_neg()? }),
            false => Some(Exact { upper, lower }),
        }
    }

    /// The part above the line.
    pub fn upper(self) -> i128 {
        self.upper
    }

    /// The part below the line.
    pub fn lower(self) -> i128 {
        self.lower
    }

    /// The number with the other sign.
    pub fn negated(self) -> Option<Exact> {
        Exact::new(self.upper.checked_neg()?, self.lower)
    }

    /// The sum.
    pub fn plus(self, other: Exact) -> Option<Exact> {
        let by = common(self.lower, other.lower);
        let left = self.upper.checked_mul(other.lower / by)?;
        let right = other.upper.checked_mul(self.lower / by)?;
        Exact::new(left.checked_add(right)?, self.lower.checked_mul(other.lower / by)?)
    }

    /// The difference.
    pub fn minus(self, other: Exact) -> Option<Exact> {
        self.plus(other.negated()?)
    }

    /// The product.
    pub fn times(self, other: Exact) -> Option<Exact> {
        let (a, b) = (common(self.upper, other.lower), common(other.upper, self.lower));
        let upper = (self.upper / a).checked_mul(other.upper / b)?;
        Exact::new(upper, (self.lower / b).checked_mul(other.lower / a)?)
    }

    /// The quotient; `None` for a division by zero.
    pub fn over(self, other: Exact) -> Option<Exact> {
        self.times(Exact::new(other.lower, other.upper)?)
    }

    /// The nearest whole number, halves away from zero; held at the ends of the range.
    pub fn rounded(self) -> i64 {
        let (whole, rest) = (self.upper / self.lower, self.upper % self.lower);
        let up = self.lower - rest.abs() <= rest.abs();
        let nearest = whole + if up { rest.signum() } else { 0 };
        nearest.clamp(i64::MIN.into(), i64::MAX.into()) as i64
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Exact) -> Option<Ordering> {
        Some(self.minus(*other)?.upper.cmp(&0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::share;
    use proptest::prelude::*;

    fn exact(upper: i128, lower: i128) -> Exact {
        Exact::new(upper, lower).expect("a fraction")
    }

    #[test]
    fn fractions_are_in_lowest_terms() {
        assert_eq!(exact(6, -4), exact(-3, 2));
        assert_eq!(exact(1, 3).plus(exact(1, 6)), Some(exact(1, 2)));
        assert_eq!(exact(1, 3).over(Exact::ZERO), None);
        assert_eq!(Exact::new(1, 0), None);
        assert_eq!(Exact::whole(i128::MAX).plus(Exact::ONE), None);
    }

    proptest! {
        // The one rounding rule of the product.
        #[test]
        fn rounding_is_that_of_shares(upper: i32, lower in 1..100_000_i64) {
            let rounded = exact(upper.into(), lower.into()).rounded();
            prop_assert_eq!(rounded, share(upper.into(), 1, lower));
        }

        #[test]
        fn what_is_added_can_be_taken_away(a: i32, b in 1..1000_i32, c: i32, d in 1..1000_i32) {
            let (a, c) = (exact(a.into(), b.into()), exact(c.into(), d.into()));
            prop_assert_eq!(a.plus(c).and_then(|it| it.minus(c)), Some(a));
            if c != Exact::ZERO {
                prop_assert_eq!(a.times(c).and_then(|it| it.over(c)), Some(a));
            }
        }
    }
}

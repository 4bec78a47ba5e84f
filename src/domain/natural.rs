//! Whole numbers of any size, zero or more: no more of them than a share of a whole needs.

use std::cmp::Ordering;

/// A whole number; its limbs of 64 bits from the lowest on, the highest of them not zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Natural(Vec<u64>);

impl Natural {
    /// The number of a text of decimal digits; `None` where something else stands there.
    pub fn of_digits(digits: &str) -> Option<Natural> {
        let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
        let mut number = Natural::default();
        for digits in digits.as_bytes().chunks(18).filter(|_| is_number) {
            let value = digits.iter().fold(0, |sum, it| 10 * sum + u64::from(it - b'0'));
            number.scale(10_u64.pow(digits.len() as u32), value);
        }
        is_number.then_some(number)
    }

    /// The number as one of 64 bits with a sign; `None` where it is larger.
    pub fn to_i64(&self) -> Option<i64> {
        match self.0.as_slice() {
            [] => Some(0),
            [one] => i64::try_from(*one).ok(),
            _ => None,
        }
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    /// Becomes itself times a factor, and so many more.
    fn scale(&mut self, factor: u64, more: u64) {
        let mut carry = u128::from(more);
        for limb in &mut self.0 {
            carry += u128::from(*limb) * u128::from(factor);
            (*limb, carry) = (carry as u64, carry >> 64);
        }
        self.0.extend((carry != 0).then_some(carry as u64));
    }

    /// Adds another number.
    pub fn add(&mut self, other: &Natural) {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        let mut carry = 0_u128;
        for (place, limb) in self.0.iter_mut().enumerate() {
            carry += u128::from(*limb) + u128::from(other.0.get(place).copied().unwrap_or(0));
            (*limb, carry) = (carry as u64, carry >> 64);
        }
        self.0.extend((carry != 0).then_some(carry as u64));
    }

    /// Takes away another number that is not larger.
    fn take(&mut self, other: &Natural) {
        let mut borrows = false;
        for (place, limb) in self.0.iter_mut().enumerate() {
            let less = other.0.get(place).copied().unwrap_or(0);
            let (rest, first) = limb.overflowing_sub(less);
            let (rest, second) = rest.overflowing_sub(borrows.into());
            (*limb, borrows) = (rest, first || second);
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    /// `factor × self ÷ whole`, rounded down, and what remains, where this is a part of the whole, which
    /// is not zero. Bit by bit of the factor, so that no product is larger than three times the
    /// whole.
    pub fn share_of(&self, factor: u64, whole: &Natural) -> (u64, Natural) {
        let (mut share, mut rest) = (0, Natural::default());
        for bit in (0..64 - factor.leading_zeros()).rev() {
            rest.scale(2, 0);
            share *= 2;
            if factor >> bit & 1 == 1 {
                rest.add(self);
            }
            while *whole <= rest {
                rest.take(whole);
                share += 1;
            }
        }
        (share, rest)
    }
}

impl From<u64> for Natural {
    fn from(number: u64) -> Natural {
        Natural((number != 0).then_some(number).into_iter().collect())
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Natural) -> Ordering {
        let by_size = self.0.len().cmp(&other.0.len());
        by_size.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Natural) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn digits_alone_are_a_number() {
        assert_eq!(Natural::of_digits("0000"), Some(Natural::default()));
        assert_eq!(Natural::of_digits("018"), Some(Natural::from(18)));
        assert_eq!(Natural::of_digits("18446744073709551616"), Some(Natural(vec![0, 1])));
        for text in ["", "-1", "1.5", "1e3", "１"] {
            assert_eq!(Natural::of_digits(text), None, "{text}");
        }
    }

    proptest! {
        /// Against the whole numbers of 128 bits.
        #[test]
        fn shares_are_those_of_numbers_of_128_bits(part in 0..=u128::from(u64::MAX), more in 1..=u128::from(u64::MAX), factor: u64) {
            let number = |it: u128| Natural::of_digits(&it.to_string()).expect("digits");
            let (share, rest) = number(part).share_of(factor, &number(part + more));
            prop_assert_eq!(u128::from(share), u128::from(factor) * part / (part + more));
            prop_assert_eq!(rest, number(u128::from(factor) * part % (part + more)));
        }

        #[test]
        fn numbers_are_ordered_and_added_as_those_of_128_bits(a in 0..u128::MAX / 2, b in 0..u128::MAX / 2, shift in 0_u32..120) {
            let number = |it: u128| Natural::of_digits(&it.to_string()).expect("digits");
            let (a, b) = (a >> shift, b);
            prop_assert_eq!(number(a).cmp(&number(b)), a.cmp(&b));
            let mut sum = number(a);
            sum.add(&number(b));
            prop_assert_eq!(&sum, &number(a + b));
            sum.take(&number(a));
            prop_assert_eq!(sum, number(b));
        }
    }
}

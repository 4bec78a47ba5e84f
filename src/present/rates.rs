//! Rates of exchange as typed and as shown: decimals that are exact whole numbers underneath.

use crate::domain::rates::PARTS;

/// How many digits a rate has behind its point at most.
const DIGITS: usize = 6;

/// A number of millionths as a decimal, without zeros at its end.
pub fn millionths(parts: i64) -> String {
    let (whole, rest) = (parts / PARTS, parts % PARTS);
    let text = format!("{whole}.{:06}", rest.abs());
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A decimal as millionths; `None` for what is no number above zero, or has digits behind the
/// sixth, which would be lost.
pub fn parse_millionths(text: &str) -> Option<i64> {
    let (whole, rest) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    let whole_is_read = !whole.is_empty() && digits(whole) && digits(rest);
    if !whole_is_read || DIGITS < rest.trim_end_matches('0').len() {
        return None;
    }
    let rest = format!("{:0<DIGITS$}", rest.trim_end_matches('0'));
    let parts = whole.parse::<i64>().ok()?.checked_mul(PARTS)?;
    parts.checked_add(rest.parse().ok()?).filter(|it| 0 < *it)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expect: Option<i64>) {
        assert_eq!(parse_millionths(text), expect, "{text}");
    }

    #[test]
    fn a_rate_is_read_exactly_or_not_at_all() {
        check("7.1", Some(7_100_000));
        check(" 1.955830 ", Some(1_955_830));
        check("0.0000011", None);
        check("12345678901234567890", None);
    }

    #[test]
    fn a_rate_is_more_than_nothing() {
        check("0", None);
        check("-1", None);
        check("", None);
        check("7,1", None);
    }

    proptest! {
        #[test]
        fn a_rate_that_is_shown_is_read_as_it_was(parts in 1_i64..i64::MAX) {
            prop_assert_eq!(parse_millionths(&millionths(parts)), Some(parts));
        }
    }
}

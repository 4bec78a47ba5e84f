//! Odds: percentages, or shares of one; which of the two is decided by the column.

use super::amount;

/// What a column shows about its odds.
#[derive(Clone, Copy, Debug, Default)]
pub struct OddsEvidence {
    read: usize,
    percent: bool,
}

impl OddsEvidence {
    /// Takes one more cell of the column into account.
    pub fn add(&mut self, cell: &str) {
        if let Some((hundredths, sign)) = read(cell) {
            self.read += 1;
            self.percent |= sign || 100 < hundredths;
        }
    }

    /// How many cells could be read.
    pub fn read(&self) -> usize {
        self.read
    }

    /// How many hundredths of a percent one hundredth of a cell's number is.
    fn scale(self) -> i64 {
        if self.percent { 1 } else { 100 }
    }
}

/// The odds a cell says, in whole percent, halves away from zero; `None` where it says none
/// between 0 and 100.
pub fn parse(cell: &str, evidence: OddsEvidence) -> Option<i64> {
    let (hundredths, _) = read(cell)?;
    let percent = (hundredths.checked_mul(evidence.scale())?.checked_add(50)?).div_euclid(100);
    (0..=100).contains(&percent).then_some(percent)
}

/// A number in hundredths, and whether a percent sign stands behind it.
fn read(cell: &str) -> Option<(i64, bool)> {
    let text = crate::transfer::text::folded(cell);
    let text = text.trim();
    let number = text.strip_suffix('%').map(str::trim_end);
    let hundredths = amount::decimal(number.unwrap_or(text), 2)?;
    Some((hundredths, number.is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cells: &[&str], expect: &[Option<i64>]) {
        let mut evidence = OddsEvidence::default();
        cells.iter().for_each(|cell| evidence.add(cell));
        let odds: Vec<_> = cells.iter().map(|cell| parse(cell, evidence)).collect();
        assert_eq!(odds, expect, "{cells:?}");
    }

    #[test]
    fn the_column_decides_between_percent_and_share() {
        check(&["60", "5", "1"], &[Some(60), Some(5), Some(1)]);
        check(&["60%", "0.5 %"], &[Some(60), Some(1)]);
        check(&["0.6", "1", "0", "0.075"], &[Some(60), Some(100), Some(0), Some(8)]);
        check(&["１００％"], &[Some(100)]);
    }

    #[test]
    fn odds_beyond_their_range_are_refused() {
        check(&["101", "-1", "high", ""], &[None; 4]);
    }
}

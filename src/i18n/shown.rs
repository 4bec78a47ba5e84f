//! How a value stands in a text: counts in groups of three digits, names as they are.

use std::fmt;

/// What a text has a place for.
pub(crate) trait Shown {
    /// What stands there.
    type Shown: fmt::Display;

    /// The value as it stands in a text.
    fn shown(self) -> Self::Shown;
}

/// A count in groups of three digits.
pub(crate) struct Grouped(u64);

impl fmt::Display for Grouped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&grouped(&self.0.to_string()))
    }
}

impl Shown for usize {
    type Shown = Grouped;

    fn shown(self) -> Grouped {
        Grouped(self as u64)
    }
}

impl Shown for u64 {
    type Shown = Grouped;

    fn shown(self) -> Grouped {
        Grouped(self)
    }
}

impl<'a> Shown for &'a str {
    type Shown = &'a str;

    fn shown(self) -> &'a str {
        self
    }
}

/// Numbers that stand as they are: years, numbers of rows.
macro_rules! as_it_is {
    ($($ty:ty),+) => {
        $(impl Shown for $ty {
            type Shown = $ty;

            fn shown(self) -> $ty {
                self
            }
        })+
    };
}

as_it_is!(i32, i64, u32, u8, char);

/// Digits in groups of three.
pub(crate) fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place != 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::i18n::Lang;

    #[test]
    fn counts_in_texts_are_grouped_and_numbers_of_rows_are_not() {
        assert_eq!(
            Lang::En.rows_cut_off(1480),
            "Only the first 1,480 rows were read. Split the file."
        );
        assert_eq!(Lang::Zh.rows_cut_off(1480), "只读取了前 1,480 行。请拆分文件。");
        assert_eq!(Lang::En.import_problem_whole_row(1480), "Row 1480");
        assert_eq!(Lang::En.catalog_leads(1480), "1,480 leads");
        assert_eq!(Lang::Zh.catalog_leads(1480), "1,480 条");
    }
}

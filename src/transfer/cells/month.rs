//! Months without a day, as people write them in columns of dates: "2017-03", "03/2017", "March 2017",
//! "2017年3月".

use super::date::parts;
use crate::domain::calendar::Day;
use crate::transfer::text::folded;

/// The first and the last day of the month that a cell says, where it says a year of four digits, a
/// month and nothing else.
pub fn month(cell: &str) -> Option<(Day, Day)> {
    let text = folded(cell);
    let text = text.trim();
    let (year, month) = match text.parse::<u32>() {
        Ok(whole) if text.len() == 6 => (whole / 100, whole % 100),
        _ => match parts(text)? {
            (numbers, Some(month), "") => (*numbers.first().filter(|_| numbers.len() == 1)?, month),
            (numbers, None, "") => match numbers[..] {
                [first, second] if 1000 <= first => (first, second),
                [first, second] if 1000 <= second => (second, first),
                _ => return None,
            },
            _ => return None,
        },
    };
    let first = Day::new(i32::try_from(year).ok()?, month, 1)?;
    (1900..2200).contains(&first.year()).then(|| (first, first.plus_months(1).minus(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cells: &[&str], expect: Option<(&str, &str)>) {
        for cell in cells {
            let days = month(cell).map(|(first, last)| (first.to_string(), last.to_string()));
            let days = days.as_ref().map(|(first, last)| (first.as_str(), last.as_str()));
            assert_eq!(days, expect, "{cell}");
        }
    }

    #[test]
    fn a_month_has_its_first_and_its_last_day() {
        let march = Some(("2017-03-01", "2017-03-31"));
        let written =
            ["2017-03", "2017/3", "2017.03", "03/2017", "201703", "March 2017", "mar-2017"];
        check(&written, march);
        check(&["2017年3月", "２０１７年３月", "2017年03月 ", "2017 March", "March, 2017"], march);
        check(&["2024-02", "2024年2月"], Some(("2024-02-01", "2024-02-29")));
        check(&["2017-12"], Some(("2017-12-01", "2017-12-31")));
    }

    #[test]
    fn what_is_no_month_alone_is_none() {
        check(
            &[
                "2017-03-01",
                "2017-13",
                "17-03",
                "3 May",
                "Mar-17",
                "2017",
                "March",
                "2017 Q1",
                "45631",
                "2017-03 10:00",
                "March 2017 or so",
                "",
                "201713",
                "0317",
            ],
            None,
        );
    }
}

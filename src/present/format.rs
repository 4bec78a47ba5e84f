//! Numbers, money and dates as each language writes them, and what people type read back.

use crate::domain::calendar::{Day, Period};
use crate::domain::money::{Currency, Money, share};
use crate::i18n::Lang;
use crate::i18n::shown::grouped;

/// Money with its currency: "¥1,234.50", "US$1,234"; whole amounts without decimals.
pub fn money(lang: Lang, money: Money) -> String {
    let text = money_to_the_end(lang, money);
    match money.minor % money.currency.scale() {
        0 => text.split_once('.').map_or(text.clone(), |(whole, _)| whole.to_owned()),
        _ => text,
    }
}

/// Money to its minor unit, also where that is zero: "¥1,234.00".
pub fn money_to_the_end(lang: Lang, money: Money) -> String {
    let major = money.major();
    let digits = major.strip_prefix('-').unwrap_or(&major);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut text = String::new();
    if money.minor < 0 {
        text.push('−');
    }
    text.push_str(&symbol(lang, money.currency));
    text.push_str(&grouped(whole));
    if !decimals.is_empty() {
        text.push('.');
        text.push_str(decimals);
    }
    text
}

/// Currencies by their codes, as in "EUR, USD".
pub fn codes(currencies: &[Currency]) -> String {
    currencies.iter().map(|it| it.code()).collect::<Vec<_>>().join(", ")
}

/// Money in short: "¥12.3万", "¥1.2亿", "US$12.3K", "US$1.2M"; rounded, for headings alone.
pub fn money_compact(lang: Lang, amount: Money) -> String {
    let units: &[(i64, &str)] = match lang {
        Lang::En => &[(1_000_000_000, "B"), (1_000_000, "M"), (1_000, "K")],
        Lang::Zh => &[(100_000_000, "亿"), (10_000, "万")],
    };
    let scale = amount.currency.scale();
    let size = amount.minor.saturating_abs();
    let unit = units.iter().find(|(unit, _)| unit.saturating_mul(scale) <= size);
    let Some((unit, word)) = unit else {
        let whole = share(amount.minor, 1, scale).saturating_mul(scale);
        return money(lang, Money::new(whole, amount.currency));
    };
    let tenths = share(size, 10, unit.saturating_mul(scale));
    let sign = if amount.minor < 0 { "−" } else { "" };
    let (whole, tenth) = (grouped(&(tenths / 10).to_string()), tenths % 10);
    let decimals = if tenth == 0 { String::new() } else { format!(".{tenth}") };
    format!("{sign}{}{whole}{decimals}{word}", symbol(lang, amount.currency))
}

/// The sign of a currency, unmistakable in the language.
pub fn symbol(lang: Lang, currency: Currency) -> String {
    let sign = match (currency.code(), lang) {
        ("CNY", Lang::Zh) => "¥",
        ("CNY", Lang::En) => "CN¥",
        ("USD", Lang::Zh) => "US$",
        ("USD", Lang::En) => "$",
        ("EUR", _) => "€",
        ("GBP", _) => "£",
        ("JPY", Lang::En) => "¥",
        ("JPY", Lang::Zh) => "JP¥",
        ("HKD", _) => "HK$",
        ("TWD", _) => "NT$",
        (code, _) => return format!("{code} "),
    };
    sign.to_owned()
}

/// A count: "12,345".
pub fn count(_lang: Lang, n: u64) -> String {
    grouped(&n.to_string())
}

/// Thousandths as percent: "63.1%".
pub fn percent(_lang: Lang, permille: i64) -> String {
    let sign = if permille < 0 { "−" } else { "" };
    let (whole, tenth) = (permille.abs() / 10, permille.abs() % 10);
    match tenth {
        0 => format!("{sign}{}%", grouped(&whole.to_string())),
        tenth => format!("{sign}{}.{tenth}%", grouped(&whole.to_string())),
    }
}

/// A number with so many decimals: "51.8".
pub fn decimal(_lang: Lang, number: f64, digits: usize) -> String {
    let text = format!("{:.digits$}", number.abs());
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let sign =
        if number < 0.0 && text.bytes().any(|it| (b'1'..=b'9').contains(&it)) { "−" } else { "" };
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{decimals}", grouped(whole))
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn month_name(month: u32) -> &'static str {
    MONTHS.get(month as usize - 1).copied().unwrap_or_default()
}

/// A month of the year: "Apr", "4月".
pub fn month_of_year(lang: Lang, month: u32) -> String {
    match lang {
        Lang::En => month_name(month).to_owned(),
        Lang::Zh => format!("{month}月"),
    }
}

/// A day with its year: "23 Nov 2026", "2026年11月23日".
pub fn day(lang: Lang, day: Day) -> String {
    match lang {
        Lang::En => format!("{} {} {}", day.day(), month_name(day.month()), day.year()),
        Lang::Zh => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
    }
}

/// A day without its year: "23 Nov", "11月23日".
pub fn day_short(lang: Lang, day: Day) -> String {
    match lang {
        Lang::En => format!("{} {}", day.day(), month_name(day.month())),
        Lang::Zh => format!("{}月{}日", day.month(), day.day()),
    }
}

/// A day as short as it can be understood: without its year where that is this one.
pub fn day_near(lang: Lang, date: Day, today: Day) -> String {
    match date.year() == today.year() {
        true => day_short(lang, date),
        false => day(lang, date),
    }
}

/// A day and the time of it, from milliseconds since 1970 and the minutes by which the place is
/// ahead of universal time.
pub fn moment(lang: Lang, millis: u64, minutes_ahead: i64) -> String {
    let minutes = (millis / 60_000) as i64 + minutes_ahead;
    let Some(date) = Day::from_epoch(minutes.div_euclid(1_440)) else { return String::new() };
    let of_day = minutes.rem_euclid(1_440);
    format!("{} {}", day(lang, date), time_of_day(of_day))
}

/// A time of day from the minutes since midnight: "09:05".
pub fn time_of_day(minute: i64) -> String {
    let minute = minute.rem_euclid(1_440);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// A period: "Q4 2026", "2026年第四季度".
pub fn period(lang: Lang, period: Period) -> String {
    const QUARTERS: [&str; 4] = ["一", "二", "三", "四"];
    match (lang, period) {
        (Lang::En, Period::Year(year)) => year.to_string(),
        (Lang::Zh, Period::Year(year)) => format!("{year}年"),
        (Lang::En, Period::Quarter(year, quarter)) => format!("Q{quarter} {year}"),
        (Lang::Zh, Period::Quarter(year, quarter)) => {
            let word = QUARTERS.get(quarter as usize - 1).copied().unwrap_or_default();
            format!("{year}年第{word}季度")
        }
        (Lang::En, Period::Month(year, month)) => format!("{} {year}", month_name(month)),
        (Lang::Zh, Period::Month(year, month)) => format!("{year}年{month}月"),
    }
}

/// An amount as a person types it, in minor units: "1,234.5", "￥12万", "1.2亿", "12k"; `None`
/// where it is not an amount or finer than the currency.
pub fn parse_money(text: &str, currency: Currency) -> Option<i64> {
    let folded = super::filter::folded(text);
    let kept: String =
        folded.chars().filter(|it| !it.is_whitespace() && !"¥￥$€£,，".contains(*it)).collect();
    let (number, unit) = split_unit(&kept);
    let (sign, number) = match number.strip_prefix(['-', '−']) {
        Some(rest) => (-1, rest),
        None => (1, number),
    };
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    if whole.is_empty() && decimals.is_empty()
        || !(whole.to_owned() + decimals).bytes().all(|it| it.is_ascii_digit())
    {
        return None;
    }
    let digits = format!("{whole}{decimals}")
        .parse::<i128>()
        .ok()
        .or(Some(0).filter(|_| whole.is_empty()))?;
    let minor = digits.checked_mul(unit)?.checked_mul(currency.scale().into())?;
    let divisor = 10_i128.checked_pow(decimals.len() as u32)?;
    if minor % divisor != 0 {
        return None;
    }
    (sign * minor / divisor).try_into().ok()
}

/// An amount as it stands in a field to be changed: major units, no sign of the currency.
pub fn editable(amount: Money) -> String {
    let major = amount.major();
    match major.split_once('.') {
        Some((whole, decimals)) if decimals.bytes().all(|it| it == b'0') => whole.to_owned(),
        _ => major,
    }
}

fn split_unit(text: &str) -> (&str, i128) {
    let units = [
        ("万亿", 1_000_000_000_000),
        ("亿", 100_000_000),
        ("万", 10_000),
        ("w", 10_000),
        ("k", 1_000),
        ("m", 1_000_000),
        ("元", 1),
    ];
    let text = text.strip_suffix('元').unwrap_or(text);
    for (word, unit) in units {
        if let Some(number) = text.strip_suffix(word) {
            return (number, unit);
        }
    }
    (text, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(minor: i64, currency: Currency, expect: [&str; 4]) {
        let amount = Money::new(minor, currency);
        let texts =
            [Lang::En, Lang::Zh].map(|lang| [money(lang, amount), money_compact(lang, amount)]);
        assert_eq!(texts.concat(), expect);
    }

    #[test]
    fn money_is_written_as_the_language_does() {
        check(123_450, Currency::CNY, ["CN¥1,234.50", "CN¥1.2K", "¥1,234.50", "¥1,235"]);
        check(
            -1_234_500_000,
            Currency::USD,
            ["−$12,345,000", "−$12.3M", "−US$12,345,000", "−US$1,234.5万"],
        );
        check(
            12_000_000_000,
            Currency::CNY,
            ["CN¥120,000,000", "CN¥120M", "¥120,000,000", "¥1.2亿"],
        );
        check(0, Currency::CNY, ["CN¥0", "CN¥0", "¥0", "¥0"]);
    }

    #[test]
    fn dates_and_periods_are_written_as_the_language_does() {
        let date = Day::new(2026, 11, 3).expect("a day");
        assert_eq!([day(Lang::En, date), day(Lang::Zh, date)], ["3 Nov 2026", "2026年11月3日"]);
        assert_eq!([day_short(Lang::En, date), day_short(Lang::Zh, date)], ["3 Nov", "11月3日"]);
        let quarter = Period::Quarter(2026, 4);
        assert_eq!(
            [period(Lang::En, quarter), period(Lang::Zh, quarter)],
            ["Q4 2026", "2026年第四季度"]
        );
        assert_eq!(moment(Lang::En, 1_795_391_999_000, 480), "23 Nov 2026 07:59");
    }

    #[test]
    fn typed_amounts_are_read() {
        let cases = [
            ("1,234.5", Some(123_450)),
            ("￥12万", Some(12_000_000)),
            ("1.2亿", Some(12_000_000_000)),
            ("１２３", Some(12_300)),
            ("-5", Some(-500)),
            ("3.5k", Some(350_000)),
            (".5", Some(50)),
            ("12万元", Some(12_000_000)),
            ("0.001", None),
            ("", None),
            ("万", None),
            ("1.2.3", None),
            ("12 apples", None),
            ("99999999999999999999", None),
        ];
        for (text, expect) in cases {
            assert_eq!(parse_money(text, Currency::CNY), expect, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(minor in -1_000_000_000_000_i64..1_000_000_000_000) {
            let text = money(Lang::Zh, Money::new(minor, Currency::CNY));
            prop_assert_eq!(parse_money(&text, Currency::CNY), Some(minor));
        }
    }
}

//! What the settings page shows: days off in stretches, currencies, working days.

use crate::domain::arrange;
use crate::domain::calendar::{Day, Period, Span, working_days};
use crate::domain::money::Currency;
use crate::domain::settings::Settings;
use crate::i18n::Lang;

/// The longest stretch of days that can be entered at once.
pub const LONGEST_STRETCH: i64 = 92;

/// Days that lie together, with how many of them are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stretch {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// How many of the days are in the list; days off leave out weekends.
    pub days: usize,
}

/// Which list of days is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayList {
    /// Weekdays off.
    Off,
    /// Weekend days that are worked.
    Worked,
}

/// Why days cannot be entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotEntered {
    /// The last day lies before the first.
    Reversed,
    /// More days than [`LONGEST_STRETCH`].
    TooLong,
    /// None of the days changes anything: a weekend is off anyway, a weekday is worked anyway.
    Nothing,
}

impl DayList {
    /// The days of the list.
    pub fn of(self, settings: &Settings) -> &Vec<Day> {
        match self {
            DayList::Off => &settings.holidays,
            DayList::Worked => &settings.extra_working_days,
        }
    }

    /// The settings with other days in the list.
    fn with(self, settings: &Settings, days: Vec<Day>) -> Settings {
        match self {
            DayList::Off => Settings { holidays: days, ..settings.clone() },
            DayList::Worked => Settings { extra_working_days: days, ..settings.clone() },
        }
    }

    /// Whether a day in the list changes the calendar.
    fn takes(self, day: Day) -> bool {
        match self {
            DayList::Off => !day.is_weekend(),
            DayList::Worked => day.is_weekend(),
        }
    }
}

/// The days of a list in stretches, the earliest first. Days off that only a weekend parts lie
/// together.
pub fn stretches(settings: &Settings, list: DayList) -> Vec<Stretch> {
    let mut days = list.of(settings).clone();
    arrange::naturally(&mut days);
    days.dedup();
    let mut stretches: Vec<Stretch> = Vec::new();
    for day in days {
        match stretches.last_mut() {
            Some(stretch) if is_next(list, stretch.last, day) => {
                stretch.last = day;
                stretch.days += 1;
            }
            _ => stretches.push(Stretch { first: day, last: day, days: 1 }),
        }
    }
    stretches
}

fn is_next(list: DayList, last: Day, day: Day) -> bool {
    let mut between = Span { first: last.next(), last: day.minus(1) }.days();
    between.all(|it| list == DayList::Off && it.is_weekend())
}

/// The settings with the days from `first` to `last` in a list.
///
/// # Errors
/// [`NotEntered`] where that makes no sense.
pub fn with_days(
    settings: &Settings,
    list: DayList,
    first: Day,
    last: Day,
) -> Result<Settings, NotEntered> {
    if last < first {
        return Err(NotEntered::Reversed);
    }
    if LONGEST_STRETCH <= last.days_since(first) {
        return Err(NotEntered::TooLong);
    }
    let new: Vec<Day> = Span { first, last }.days().filter(|day| list.takes(*day)).collect();
    if new.is_empty() {
        return Err(NotEntered::Nothing);
    }
    let mut days = list.of(settings).clone();
    days.extend(new);
    arrange::naturally(&mut days);
    days.dedup();
    Ok(list.with(settings, days))
}

/// The settings without a stretch of days in a list.
pub fn without_days(settings: &Settings, list: DayList, stretch: Stretch) -> Settings {
    let span = Span { first: stretch.first, last: stretch.last };
    let days = list.of(settings).iter().copied().filter(|day| !span.holds(*day)).collect();
    list.with(settings, days)
}

/// The working days of the fiscal year that holds a day.
pub fn working_days_of_year(settings: &Settings, today: Day) -> (Period, i64) {
    let year = settings.fiscal_start().year_of(today);
    let span = year.span(settings.fiscal_start());
    (year, span.map_or(0, |span| working_days(span, settings)))
}

/// Currencies that are offered, the most usual first.
const CURRENCIES: [&str; 28] = [
    "CNY", "USD", "EUR", "GBP", "JPY", "HKD", "TWD", "MOP", "KRW", "SGD", "MYR", "THB", "VND",
    "IDR", "PHP", "INR", "AUD", "NZD", "CAD", "CHF", "SEK", "NOK", "DKK", "PLN", "BRL", "MXN",
    "AED", "ZAR",
];

/// The currencies to choose from, with their names; the one in use is always among them.
pub fn currencies(lang: Lang, in_use: Currency) -> Vec<(String, String)> {
    let choice = |code: &str| {
        let name = lang.currency_name(code);
        let label = if name.is_empty() { code.to_owned() } else { [code, name].join(" · ") };
        (code.to_owned(), label)
    };
    let other = Some(in_use.code()).filter(|code| !CURRENCIES.contains(code));
    CURRENCIES.into_iter().chain(other).map(choice).collect()
}

/// The most months of a ramp.
const RAMP_MONTHS: usize = 12;

/// A ramp as typed in percent, in thousandths: "25, 50, 75"; nothing means the usual one. `None`
/// where it is none.
pub fn parse_ramp(text: &str) -> Option<Vec<i64>> {
    let parts =
        text.split([',', '，', '、', ';', '；', ' ']).map(|it| it.trim().trim_end_matches('%'));
    let share = |it: &str| it.parse::<i64>().ok().filter(|it| (0..=100).contains(it));
    let shares = parts.filter(|it| !it.is_empty()).map(share).collect::<Option<Vec<i64>>>()?;
    (shares.len() <= RAMP_MONTHS).then(|| shares.into_iter().map(|it| 10 * it).collect())
}

/// A ramp as it is typed.
pub fn ramp_words(lang: Lang, shares: &[i64]) -> String {
    let shares: Vec<String> = shares.iter().map(|it| (it / 10).to_string()).collect();
    shares.join(lang.list_comma())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_ramp_is_read_as_it_is_shown() {
        for (text, expect) in [
            ("25, 50, 75", Some(vec![250, 500, 750])),
            ("25%、50%、75%", Some(vec![250, 500, 750])),
            ("0 100", Some(vec![0, 1000])),
            ("", Some(vec![])),
            ("101", None),
            ("half", None),
            ("-5", None),
        ] {
            assert_eq!(super::parse_ramp(text), expect, "{text}");
        }
        let shown = super::ramp_words(Lang::Zh, &[250, 500]);
        assert_eq!(super::parse_ramp(&shown), Some(vec![250, 500]));
    }

    use super::*;
    use crate::present::for_tests::day;

    #[track_caller]
    fn check(
        first: &str,
        last: &str,
        list: DayList,
        expect: Result<&[(&str, &str, usize)], NotEntered>,
    ) {
        let settings = with_days(&Settings::default(), list, day(first), day(last));
        let found = settings.map(|it| stretches(&it, list));
        let expect = expect.map(|it| {
            let stretch = |(first, last, days): &(&str, &str, usize)| Stretch {
                first: day(first),
                last: day(last),
                days: *days,
            };
            it.iter().map(stretch).collect::<Vec<_>>()
        });
        assert_eq!(found, expect);
    }

    #[test]
    fn days_off_are_weekdays_and_lie_together_over_a_weekend() {
        check("2026-10-01", "2026-10-07", DayList::Off, Ok(&[("2026-10-01", "2026-10-07", 5)]));
        check("2026-10-03", "2026-10-04", DayList::Off, Err(NotEntered::Nothing));
    }

    #[test]
    fn worked_days_are_weekend_days() {
        check("2026-10-10", "2026-10-12", DayList::Worked, Ok(&[("2026-10-10", "2026-10-11", 2)]));
        check("2026-10-12", "2026-10-12", DayList::Worked, Err(NotEntered::Nothing));
    }

    #[test]
    fn a_stretch_has_an_order_and_an_end() {
        check("2026-10-07", "2026-10-01", DayList::Off, Err(NotEntered::Reversed));
        check("2026-01-01", "2026-12-31", DayList::Off, Err(NotEntered::TooLong));
    }

    #[test]
    fn what_was_entered_can_be_taken_out() {
        let settings = Settings { holidays: vec![day("2026-01-01")], ..Settings::default() };
        let (first, last) = (day("2026-10-01"), day("2026-10-07"));
        let entered = with_days(&settings, DayList::Off, first, last).expect("settings");
        let stretch = stretches(&entered, DayList::Off)[1];
        assert_eq!(without_days(&entered, DayList::Off, stretch), settings);
    }

    #[test]
    fn a_day_off_is_a_working_day_less() {
        let settings = Settings::default();
        let (first, today) = (day("2026-10-01"), day("2026-11-23"));
        let entered = with_days(&settings, DayList::Off, first, first).expect("settings");
        assert_eq!(working_days_of_year(&settings, today), (Period::Year(2026), 261));
        assert_eq!(working_days_of_year(&entered, today), (Period::Year(2026), 260));
    }

    #[test]
    fn the_currency_in_use_is_always_offered() {
        let code = "UZS".parse().expect("a currency");
        assert_eq!(currencies(Lang::Zh, code).last(), Some(&("UZS".to_owned(), "UZS".to_owned())));
        assert_eq!(currencies(Lang::Zh, Currency::CNY)[0].1, "CNY · 人民币");
    }
}

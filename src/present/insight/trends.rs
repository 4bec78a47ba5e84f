//! Month by month or week by week: what was won, how many, how many came, and how often; and which
//! stand out.

use super::rates::counts;
use super::scope::{Looked, Scope};
use super::{Figure, InsightAddress, RowView, Series, TableView, dash, interval};
use crate::domain::calendar::Day;
use crate::domain::contrast::{Exact, LEVEL, corrected};
use crate::domain::grain::Grain;
use crate::domain::insight::Rate;
use crate::domain::money::Money;
use crate::domain::pipeline::Outcome;
use crate::domain::rates::{Rates, Total};
use crate::domain::unusual::{FEWEST, Usual, usual};
use crate::present::chart::{self, major};
use crate::present::forecast::words::{self, about, amount, share};
use crate::present::format;

/// Months, ready to be shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrendsView {
    /// What there is to say.
    pub sentence: String,
    /// The months that stand out, a sentence each, with their figures.
    pub unusual: Vec<(String, Figure)>,
    /// The picture.
    pub chart: chart::Series,
    /// Some of the months under the axis, with their places from 0 to 1.
    pub dates: Vec<(f64, String)>,
    /// Whether its values are amounts, counts or parts.
    pub unit: Unit,
    /// The same as a table.
    pub table: TableView,
    /// How it is found, and what is left out.
    pub notes: Vec<String>,
}

/// What the values of a picture are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Unit {
    /// Numbers of leads.
    #[default]
    Count,
    /// Amounts in this currency.
    Money(crate::domain::money::Currency),
    /// Parts of one.
    Share,
}

/// The figures of a month or week.
#[derive(Clone, Debug, Default)]
pub(super) struct Month {
    pub(super) won_value: Total,
    pub(super) won: u64,
    pub(super) closed: u64,
    pub(super) created: u64,
}

/// The most months or weeks that are shown.
const MOST: i64 = 60;
/// About how many months have their names under the axis.
const NAMED: usize = 6;

/// The steps of what is asked: from the first that its series has something in to the last that
/// is over.
pub(super) fn months(scope: Scope<'_>, rates: &Rates) -> Vec<(Day, Month)> {
    let grain = scope.address.grain;
    let number = |day| grain.number(day);
    let now = number(scope.today);
    let (first, last) = match scope.span() {
        Some(span) => (number(span.first), number(span.last.min(scope.today)).min(now - 1)),
        None => (now - MOST, now - 1),
    };
    let first = first.max(now - MOST);
    let count = usize::try_from(last - first + 1).unwrap_or(0);
    let mut months = vec![Month::default(); count];
    let place = |day: Option<Day>| usize::try_from(number(day?) - first).ok();
    for Looked { lead, outcome, .. } in scope.leads() {
        if let Some(month) = place(lead.created).and_then(|it| months.get_mut(it)) {
            month.created += 1;
        }
        let Some(month) = place(lead.closes).and_then(|it| months.get_mut(it)) else { continue };
        month.closed += u64::from(outcome != Outcome::Open);
        if outcome == Outcome::Won {
            month.won += 1;
            lead.amount.into_iter().for_each(|it| month.won_value.add(rates, it));
        }
    }
    let named = months.into_iter().enumerate();
    let named = named.filter_map(|(place, it)| Some((grain.first(first + place as i64)?, it)));
    let series = scope.address.series;
    named.skip_while(|(_, it)| it.is_empty(series)).collect()
}

impl Month {
    /// Whether a series has nothing in it.
    fn is_empty(&self, series: Series) -> bool {
        match series {
            Series::New => self.created == 0,
            Series::Value | Series::Won | Series::Rate => self.closed == 0,
        }
    }

    fn rate(&self) -> Option<Rate> {
        Rate::new(self.won, self.closed)
    }

    /// What the picture shows of it.
    fn value(&self, series: Series, rates: &Rates) -> Option<f64> {
        match series {
            Series::Value => self.won_value.sum(rates).map(major),
            Series::Won => Some(self.won as f64),
            Series::New => Some(self.created as f64),
            Series::Rate => self.rate().map(Rate::value),
        }
    }
}

/// The months of what is asked.
pub fn trends(scope: Scope<'_>) -> TrendsView {
    let rates = scope.rates();
    let months = months(scope, &rates);
    let series = scope.address.series;
    let values: Vec<Option<f64>> = months.iter().map(|(_, it)| it.value(series, &rates)).collect();
    let unit = match series {
        Series::Value => Unit::Money(rates.home()),
        Series::Rate => Unit::Share,
        Series::Won | Series::New => Unit::Count,
    };
    let known: Option<Vec<f64>> = values.iter().copied().collect();
    let found = known
        .filter(|_| series != Series::Rate)
        .and_then(|it| usual(&it, scope.address.grain.season()));
    let (odd, usual_words) = match (series, &found) {
        (Series::Rate, _) => odd_rates(&months),
        (_, Some(found)) => (found.unusual.clone(), None),
        (_, None) => (Vec::new(), None),
    };
    let look = Look { scope, months: &months, unit };
    let unusual =
        odd.iter().map(|it| look.odd(*it, &values, found.as_ref(), usual_words)).collect();
    TrendsView {
        sentence: look.sentence(odd.len(), series),
        unusual,
        chart: chart::Series {
            values,
            expected: found.as_ref().map(|it| it.expected.clone()).unwrap_or_default(),
            reach: found.as_ref().map_or(0.0, |it| it.reach),
            marked: odd,
        },
        dates: look.dates(),
        unit,
        table: look.table(&rates),
        notes: look.notes(),
    }
}

/// The months whose win rate is clearly not that of the others, and the rate over all months.
fn odd_rates(months: &[(Day, Month)]) -> (Vec<usize>, Option<f64>) {
    let all = months.iter().fold((0, 0), |sum, (_, it)| (sum.0 + it.won, sum.1 + it.closed));
    let exact = Exact::up_to(all.1);
    let chance = |(_, it): &(Day, Month)| match (it.closed, all.1 - it.closed) {
        (0, _) | (_, 0) => 1.0,
        (closed, rest) => exact.chance((it.won, closed), (all.0 - it.won, rest)),
    };
    let chances: Vec<f64> = months.iter().map(chance).collect();
    let odd = corrected(&chances).into_iter().enumerate().filter(|(_, it)| *it <= LEVEL);
    (odd.map(|(place, _)| place).collect(), Rate::new(all.0, all.1).map(Rate::value))
}

/// What the words about months are made from.
struct Look<'a> {
    scope: Scope<'a>,
    months: &'a [(Day, Month)],
    unit: Unit,
}

impl Look<'_> {
    fn print(&self, value: f64) -> String {
        let lang = self.scope.lang;
        match self.unit {
            Unit::Count => format::count(lang, value.round().max(0.0) as u64),
            Unit::Money(currency) => about(lang, chart::money(value.max(0.0), currency)),
            Unit::Share => share(lang, value),
        }
    }

    /// A month that stands out, in a sentence.
    fn odd(
        &self,
        place: usize,
        values: &[Option<f64>],
        usual: Option<&Usual>,
        rate: Option<f64>,
    ) -> (String, Figure) {
        let lang = self.scope.lang;
        let (first, found) = &self.months[place];
        let grain = self.scope.address.grain;
        let (name, value) = (words::step(lang, grain, *first), values[place].unwrap_or(0.0));
        let shown = self.print(value);
        let words = match (usual, rate) {
            (Some(usual), _) => {
                let expected = usual.expected[place];
                let [low, high] = [-1.0, 1.0].map(|it| self.print(expected + it * usual.reach));
                match expected < value {
                    true => lang.insight_odd_high(&name, &shown, &low, &high),
                    false => lang.insight_odd_low(&name, &shown, &low, &high),
                }
            }
            (None, Some(rate)) => {
                let closed = format::count(lang, found.closed);
                match rate < value {
                    true => lang.insight_odd_rate_high(&name, &shown, &closed, &share(lang, rate)),
                    false => lang.insight_odd_rate_low(&name, &shown, &closed, &share(lang, rate)),
                }
            }
            (None, None) => name,
        };
        (words, Figure::Month(*first))
    }

    fn sentence(&self, odd: usize, series: Series) -> String {
        let (lang, count) = (self.scope.lang, self.months.len());
        let too_few = count < FEWEST && series != Series::Rate;
        let missing = self.missing();
        if series == Series::Value && !missing.is_empty() {
            return lang.insight_odd_unknown(series.words(lang), &missing.join(", "));
        }
        let series = series.words(lang);
        match (self.scope.address.grain, odd) {
            (Grain::Month, _) if count == 0 => lang.insight_no_months().to_owned(),
            (Grain::Week, _) if count == 0 => lang.insight_no_weeks().to_owned(),
            (Grain::Month, 0) if too_few => lang.insight_months_too_few(FEWEST, count),
            (Grain::Week, 0) if too_few => lang.insight_weeks_too_few(FEWEST, count),
            (Grain::Month, 0) => lang.insight_nothing_odd(series, count),
            (Grain::Week, 0) => lang.insight_no_odd_week(series, count),
            (Grain::Month, odd) => lang.insight_some_odd(series, odd, count),
            (Grain::Week, odd) => lang.insight_odd_weeks(series, odd, count),
        }
    }

    /// What a step is called under the axis and in the table.
    fn name(&self, first: Day) -> String {
        words::short_step(self.scope.lang, self.scope.address.grain, first)
    }

    fn dates(&self) -> Vec<(f64, String)> {
        let last = self.months.len().saturating_sub(1).max(1) as f64;
        let step = self.months.len().div_ceil(NAMED).max(1);
        let named = self.months.iter().enumerate().step_by(step);
        named.map(|(place, it)| (place as f64 / last, self.name(it.0))).collect()
    }

    fn table(&self, rates: &Rates) -> TableView {
        let lang = self.scope.lang;
        let count = |n: u64| format::count(lang, n);
        let row = |(first, it): &(Day, Month)| RowView {
            name: self.name(*first),
            cells: vec![
                (
                    it.won_value.sum(rates).map_or_else(dash, |it| amount(lang, it)),
                    Some(Figure::Month(*first)).filter(|_| it.closed + it.created != 0),
                ),
                (count(it.won), None),
                (count(it.created), None),
                (it.rate().map_or_else(dash, |it| share(lang, it.value())), None),
                (interval(lang, it.rate()), None),
                (it.rate().map_or_else(dash, |it| counts(lang, it)), None),
            ],
        };
        let heads = [
            match self.scope.address.grain {
                Grain::Month => lang.insight_month(),
                Grain::Week => lang.delivery_week(),
            },
            lang.insight_series_value(),
            lang.insight_series_won(),
            lang.insight_series_new(),
            lang.insight_rate(),
            lang.insight_interval(),
            lang.insight_won_of_closed(),
        ];
        TableView {
            caption: match self.scope.address.grain {
                Grain::Month => lang.insight_trends_caption().to_owned(),
                Grain::Week => lang.insight_weeks_caption().to_owned(),
            },
            heads: heads.map(str::to_owned).to_vec(),
            rows: self.months.iter().rev().map(row).collect(),
        }
    }

    fn notes(&self) -> Vec<String> {
        let lang = self.scope.lang;
        let how = match self.scope.address.series {
            Series::Rate => lang.insight_how_odd_rates(),
            _ => lang.insight_how_odd(),
        };
        let running = match self.scope.address.grain {
            Grain::Month => lang.insight_month_not_over(),
            Grain::Week => lang.insight_week_not_over(),
        };
        let mut notes = vec![how.to_owned(), running.to_owned()];
        let missing: Vec<String> = self.missing();
        if !missing.is_empty() {
            let home = self.scope.rates().home().to_string();
            notes.push(lang.insight_rate_missing(&missing.join(", "), &home));
        }
        notes
    }

    fn missing(&self) -> Vec<String> {
        let codes = self.months.iter().flat_map(|(_, it)| it.won_value.missing());
        let codes: std::collections::BTreeSet<String> = codes.map(|it| it.to_string()).collect();
        codes.into_iter().collect()
    }
}

/// The amount of a picture in short, or its count or part.
pub fn short(lang: crate::i18n::Lang, unit: Unit, value: f64) -> String {
    match unit {
        Unit::Count => format::decimal(lang, value, 0),
        Unit::Money(currency) => format::money_compact(lang, chart::money(value, currency)),
        Unit::Share => share(lang, value),
    }
}

/// The leads of a month or week that a series is made of.
pub(super) fn behind<'a>(
    scope: Scope<'a>,
    address: &InsightAddress,
    first: Day,
) -> impl Iterator<Item = Looked<'a>> {
    let (series, grain) = (address.series, address.grain);
    let wanted = grain.number(first);
    let within = move |day: Option<Day>| day.is_some_and(|it| grain.number(it) == wanted);
    scope.leads().filter(move |it| match series {
        Series::Value | Series::Won => it.outcome == Outcome::Won && within(it.lead.closes),
        Series::New => within(it.lead.created),
        Series::Rate => it.outcome != Outcome::Open && within(it.lead.closes),
    })
}

/// The won value of leads, where every rate is there.
pub(super) fn value_of(looked: &[Looked<'_>], rates: &Rates) -> Option<Money> {
    let won = looked.iter().filter(|it| it.outcome == Outcome::Won);
    Total::of(rates, won.filter_map(|it| it.lead.amount)).sum(rates)
}

//! What was won month by month or week by week, and how that goes on.

use super::known::Survey;
use crate::domain::calendar::Day;
use crate::domain::forecast::backtest::Fold;
use crate::domain::forecast::method::Method;
use crate::domain::forecast::{self, Question};
use crate::domain::goal::Bearer;
use crate::domain::grain::Grain;
use crate::domain::money::{Currency, Money};
use crate::domain::outlook::Known;
use crate::domain::pipeline::Outcome;
use crate::domain::rates::Rates;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::chart::{self, major};

use super::{ForecastView, words};

/// What was won month by month or week by week, and how that goes on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trend {
    /// Whether its steps are months or weeks.
    pub grain: Grain,
    /// The steps that are over, the earliest first.
    pub past: Vec<Month>,
    /// The steps from this one on; none where too few are over.
    pub ahead: Vec<MonthAhead>,
    /// How it was found.
    pub method: Option<Method>,
    /// At how many earlier steps it was tried, and by what part of what came it was off then.
    pub error: Option<(usize, f64)>,
}

/// What was won in a month or week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Month {
    /// Its first day.
    pub first: Day,
    /// What was won.
    pub won: Money,
}

/// What is expected of a month or week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthAhead {
    /// Its first day.
    pub first: Day,
    /// Hardly less than this.
    pub low: Money,
    /// What is expected.
    pub likely: Money,
    /// Hardly more than this.
    pub high: Money,
}

/// The fewest steps that say something.
pub const FEWEST_MONTHS: usize = 4;
/// The most steps that are shown and learned from.
const MOST_MONTHS: usize = 60;
/// The same of weeks: two years show whether there is a season.
const MOST_WEEKS: usize = 104;
/// How many steps ahead.
const AHEAD: usize = 6;
const LEVEL: f64 = 0.95;

/// A trend on its way, piece by piece.
pub struct Making {
    grain: Grain,
    currency: Currency,
    today: Day,
    past: Vec<Month>,
    forecast: forecast::Making,
}

impl Making {
    /// Begins with what a bearer won week by week.
    pub fn weekly(
        workspace: &Workspace,
        view: &ForecastView,
        bearer: Bearer,
        today: Day,
    ) -> Making {
        let survey =
            Survey::of(workspace, bearer.into(), view.currency, &Rates::on(workspace, today));
        Making::begin(&survey.leads, (Grain::Week, view.currency), today)
    }

    pub(super) fn begin(
        leads: &[Known],
        (grain, currency): (Grain, Currency),
        today: Day,
    ) -> Making {
        let past = steps(leads, (grain, currency), today);
        let history: Vec<Option<f64>> = past.iter().map(|it| Some(major(it.won))).collect();
        let question = Question { season: grain.season(), horizon: AHEAD, level: LEVEL };
        let forecast = forecast::Making::begin(&history, question);
        Making { grain, currency, today, past, forecast }
    }

    /// Works on by a piece; the trend once it is there.
    pub fn advance(&mut self) -> Option<Trend> {
        let Making { grain, currency, today, .. } = *self;
        if self.past.len() < FEWEST_MONTHS {
            return Some(Trend { grain, past: self.past.clone(), ..Trend::default() });
        }
        let found = self.forecast.advance()?;
        let past = std::mem::take(&mut self.past);
        let now = grain.number(today);
        let money = |major: f64| chart::money(major.round(), currency);
        let ahead = (0..AHEAD).filter_map(|step| {
            Some(MonthAhead {
                first: grain.first(now + step as i64)?,
                low: money(found.lower[step]),
                likely: money(found.point[step]),
                high: money(found.upper[step]),
            })
        });
        let series: Vec<f64> = past.iter().map(|it| major(it.won)).collect();
        let error = found.backtest.as_ref().and_then(|it| error(&series, &it.folds));
        Some(Trend { grain, ahead: ahead.collect(), method: Some(found.method), error, past })
    }
}

/// The steps from the first with something won to the last that is over.
fn steps(leads: &[Known], (grain, currency): (Grain, Currency), today: Day) -> Vec<Month> {
    let number = |day: Day| grain.number(day);
    let most = match grain {
        Grain::Month => MOST_MONTHS,
        Grain::Week => MOST_WEEKS,
    };
    let won: Vec<(i64, i64)> = leads
        .iter()
        .filter(|it| it.counts && it.outcome == Outcome::Won)
        .filter_map(|it| Some((number(it.closes?), it.amount?)))
        .collect();
    let now = number(today);
    let Some(first) = won.iter().map(|it| it.0).filter(|it| *it < now).min() else {
        return Vec::new();
    };
    let first = first.max(now - most as i64);
    let mut sums = vec![0_i64; (now - first) as usize];
    for (month, amount) in won {
        let place = usize::try_from(month - first).ok().and_then(|it| sums.get_mut(it));
        if let Some(sum) = place {
            *sum = sum.saturating_add(amount);
        }
    }
    let month = |(place, sum): (usize, i64)| {
        let day = grain.first(first + place as i64)?;
        Some(Month { first: day, won: Money::new(sum, currency) })
    };
    sums.into_iter().enumerate().filter_map(month).collect()
}

/// The sum of what the next month was off by at earlier times, as a part of what came.
fn error(series: &[f64], folds: &[Fold]) -> Option<(usize, f64)> {
    let came: f64 = folds.iter().filter_map(|it| series.get(it.known)).sum();
    let off: f64 = folds.iter().filter_map(|it| it.errors.first()).map(|it| it.abs()).sum();
    (0.0 < came).then(|| (folds.len(), off / came))
}

/// The figures of the chart, in major units.
pub fn line(trend: &Trend) -> chart::Trend {
    let interval = |it: &MonthAhead| chart::Interval {
        low: major(it.low),
        likely: major(it.likely),
        high: major(it.high),
    };
    chart::Trend {
        past: trend.past.iter().map(|it| major(it.won)).collect(),
        ahead: trend.ahead.iter().map(interval).collect(),
    }
}

/// About how many months have their names under the axis.
const NAMED: usize = 6;

/// Some of the months under the axis, with their places from 0 to 1.
pub fn dates(lang: Lang, trend: &Trend) -> Vec<(f64, String)> {
    let past = trend.past.iter().map(|it| it.first);
    let months: Vec<Day> = past.chain(trend.ahead.iter().map(|it| it.first)).collect();
    let last = months.len().saturating_sub(1).max(1);
    let step = months.len().div_ceil(NAMED).max(1);
    let named = months.iter().enumerate().step_by(step);
    let name = |first| words::short_step(lang, trend.grain, first);
    named.map(|(place, it)| (place as f64 / last as f64, name(*it))).collect()
}

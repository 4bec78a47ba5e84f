//! Forecasts in words.

use super::{ForecastView, StageRow, Trend};
use crate::domain::calendar::Day;
use crate::domain::forecast::method::Method;
use crate::domain::grain::Grain;
use crate::domain::insight::Rate;
use crate::domain::money::{Money, share as share_of};
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::Phase;
use crate::present::goals::words::whole;

/// An amount in whole units.
pub fn amount(lang: Lang, money: Money) -> String {
    format::money(lang, whole(money))
}

/// An amount that is expected, to three digits: more would say that it is known.
pub fn about(lang: Lang, money: Money) -> String {
    let scale = money.currency.scale();
    let units = money.minor / scale;
    let digits = units.unsigned_abs().checked_ilog10().map_or(0, |it| it + 1);
    let step = 10_i64.pow(digits.saturating_sub(3));
    let rounded = share_of(units, 1, step).saturating_mul(step).saturating_mul(scale);
    format::money(lang, Money::new(rounded, money.currency))
}

/// A share in whole percent.
pub fn share(lang: Lang, share: f64) -> String {
    format::percent(lang, (share * 100.0).round() as i64 * 10)
}

/// A chance in whole percent; never nothing and never all.
pub fn chance(lang: Lang, chance: f64) -> String {
    match chance {
        it if it < 0.01 => lang.forecast_under(&share(lang, 0.01)),
        it if 0.99 < it => lang.forecast_above(&share(lang, 0.99)),
        it => share(lang, it),
    }
}

/// A chance in a word.
fn chance_word(lang: Lang, chance: f64) -> &'static str {
    match chance {
        it if it < 0.05 => lang.forecast_hardly(),
        it if it < 0.25 => lang.forecast_unlikely(),
        it if it < 0.45 => lang.forecast_rather_unlikely(),
        it if it <= 0.55 => lang.forecast_even(),
        it if it <= 0.75 => lang.forecast_rather_likely(),
        it if it <= 0.95 => lang.forecast_likely(),
        _ => lang.forecast_certain(),
    }
}

/// The figure at the top: where it lands, or what was won where that cannot be said.
pub fn headline(lang: Lang, view: &ForecastView) -> (String, String) {
    let period = format::period(lang, view.period);
    match &view.landed {
        Some(landed) => (lang.forecast_lands(&period), about(lang, landed.likely)),
        None => (lang.forecast_won_in(&period), amount(lang, view.money(view.outlook.won))),
    }
}

/// Will we make it, in a sentence or two.
pub fn sentences(lang: Lang, view: &ForecastView) -> Vec<String> {
    let period = format::period(lang, view.period);
    let won = view.money(view.outlook.won);
    let reached = view.quota.is_some_and(|it| it.minor <= won.minor);
    if view.phase == Phase::Over {
        return vec![match view.quota {
            None => lang.forecast_over(&period),
            Some(_) if reached => lang.forecast_over_reached(&period),
            Some(quota) => {
                let short = Money::new(quota.minor - won.minor, quota.currency);
                lang.forecast_over_missed(&period, &amount(lang, short))
            }
        }];
    }
    let Some(landed) = &view.landed else { return vec![too_little(lang, view)] };
    let goal = match landed.chance {
        _ if reached => lang.forecast_reached().to_owned(),
        Some(it) => lang.forecast_chance(chance_word(lang, it), &chance(lang, it)),
        None => lang.forecast_no_quota(&period),
    };
    let range = lang.forecast_range(&about(lang, landed.low), &about(lang, landed.high));
    vec![goal, range]
}

fn too_little(lang: Lang, view: &ForecastView) -> String {
    match view.outlook.closed {
        None => lang.forecast_nothing_closed().to_owned(),
        Some(rate) => {
            let count = |n| format::count(lang, n);
            lang.forecast_too_few(&count(rate.trials), &count(rate.trials_to_settle()))
        }
    }
}

/// How far off it was before, and what it leaves out.
pub fn notes(lang: Lang, view: &ForecastView) -> Vec<String> {
    let mut notes = Vec::new();
    if view.landed.is_some() {
        notes.push(kept(lang, &view.outlook.kept));
    }
    let mut put = |n: usize, words: &dyn Fn(&str) -> String| {
        if n != 0 {
            notes.push(words(&format::count(lang, n as u64)));
        }
    };
    put(view.estimated, &|n| lang.forecast_estimated(n));
    put(view.outlook.unvalued, &|n| lang.forecast_unvalued(n));
    put(view.outlook.later, &|n| lang.forecast_later(n));
    put(view.foreign, &|n| lang.forecast_foreign(n, view.currency.code()));
    notes
}

fn kept(lang: Lang, kept: &[f64]) -> String {
    let low = kept.iter().copied().fold(f64::INFINITY, f64::min);
    let high = kept.iter().copied().fold(0.0, f64::max);
    match kept.len() {
        0 => lang.forecast_kept_none().to_owned(),
        n => lang.forecast_kept(
            &format::count(lang, n as u64),
            &share(lang, low),
            &share(lang, high),
        ),
    }
}

/// How the months go on, in a sentence.
pub fn trend_sentence(lang: Lang, trend: &Trend) -> String {
    match trend.ahead.first() {
        None if trend.grain == Grain::Week => lang.forecast_weeks_short(trend.past.len()),
        None => lang.forecast_trend_short(trend.past.len()),
        Some(next) => lang.forecast_trend_sentence(
            &step(lang, trend.grain, next.first),
            &about(lang, next.likely),
            &about(lang, next.low),
            &about(lang, next.high),
        ),
    }
}

/// How the trend was found, and how far off that was.
pub fn trend_notes(lang: Lang, trend: &Trend) -> String {
    let Some(method) = trend.method else { return String::new() };
    let error = match trend.error {
        Some((times, part)) if trend.grain == Grain::Week => {
            lang.forecast_error_weeks(times, &share(lang, part))
        }
        Some((times, part)) => lang.forecast_error(times, &share(lang, part)),
        None => lang.forecast_no_error().to_owned(),
    };
    let gap = if lang == Lang::En { " " } else { "" };
    [lang.forecast_method(method_name(lang, method)).as_str(), gap, &error].concat()
}

/// A month with its year.
pub fn month(lang: Lang, first: Day) -> String {
    lang.year_part(first.year(), lang.month_name(first.month() as u8))
}

/// A month with its year, or a week by its Monday.
pub fn step(lang: Lang, grain: Grain, first: Day) -> String {
    match grain {
        Grain::Month => month(lang, first),
        Grain::Week => lang.insight_week_of(&format::day(lang, first)),
    }
}

/// The same where there is little room.
pub fn short_step(lang: Lang, grain: Grain, first: Day) -> String {
    match grain {
        Grain::Month => month(lang, first),
        Grain::Week => format::day(lang, first),
    }
}

/// What a grain is called in a choice.
pub fn grain(lang: Lang, grain: Grain) -> &'static str {
    match grain {
        Grain::Month => lang.insight_each_month(),
        Grain::Week => lang.insight_each_week(),
    }
}

/// What a method is called.
pub fn method_name(lang: Lang, method: Method) -> &'static str {
    match method {
        Method::Combination => lang.method_combination(),
        Method::Theta => lang.method_theta(),
        Method::DampedSeasonal => lang.method_damped_seasonal(),
        Method::Autoregression => lang.method_autoregression(),
        Method::SeasonalNaive => lang.method_seasonal_naive(),
        Method::Damped => lang.method_damped(),
        Method::Drift => lang.method_drift(),
        Method::Naive => lang.method_naive(),
        Method::Mean => lang.method_mean(),
    }
}

/// How leads do, in a sentence.
pub fn stages_sentence(lang: Lang, closed: Option<Rate>) -> String {
    match closed {
        None => lang.forecast_stages_none().to_owned(),
        Some(rate) => lang.forecast_stages_sentence(
            &share(lang, rate.value()),
            &format::count(lang, rate.trials),
        ),
    }
}

/// The interval of a stage's own leads.
pub fn interval(lang: Lang, rate: Option<Rate>) -> String {
    match rate {
        None => "–".to_owned(),
        Some(rate) => lang.forecast_between(&share(lang, rate.low), &share(lang, rate.high)),
    }
}

/// A stage's odds with the number of leads that they come from.
pub fn stage_shown(lang: Lang, row: &StageRow) -> String {
    let cases = format::count(lang, row.rate.map_or(0, |it| it.trials));
    lang.forecast_stage_shown(&share(lang, row.value), &cases)
}

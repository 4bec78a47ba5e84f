//! What is said of criteria, of what they are read from, and of what is refused.

use crate::domain::calendar::Day;
use crate::domain::career::{
    CareerCriterion, CareerFigure, CareerRefused, Evidence, QuarterWon, Reading, Unknown,
};
use crate::i18n::Lang;
use crate::present::{format, rewards};

/// A whole number with its sign.
fn number(lang: Lang, n: i64) -> String {
    rewards::points_of(lang, n.into())
}

/// A criterion in words.
pub fn criterion_words(lang: Lang, it: &CareerCriterion) -> String {
    let Some(figure) = it.figure else { return lang.criterion_unknown().to_owned() };
    let name = lang.career_figure_name(figure);
    let (least, quarters) = (number(lang, it.at_least), number(lang, it.quarters));
    match figure {
        CareerFigure::Judged => it.text.clone(),
        CareerFigure::Attainment | CareerFigure::WinRate | CareerFigure::Csat => {
            lang.criterion_percent(name, &least, &quarters)
        }
        CareerFigure::Wins | CareerFigure::Words | CareerFigure::Nps => {
            lang.criterion_number(name, &least, &quarters)
        }
        CareerFigure::Trainings | CareerFigure::Months => lang.criterion_plain(name, &least),
    }
}

/// The figures behind a verdict; empty where there are none.
pub(super) fn evidence_words(lang: Lang, reading: &Reading) -> String {
    let count = |n: u64| format::count(lang, n);
    let percent = |share: f64| format::percent(lang, (share * 100.0).round() as i64 * 10);
    match &reading.evidence {
        Evidence::Quarters(quarters, percent) => {
            let mut parts: Vec<String> =
                quarters.iter().map(|it| quarter_words(lang, it)).collect();
            parts.extend(percent.map(|it| lang.career_together(&number(lang, it))));
            parts.join(" · ")
        }
        Evidence::Count(n) => lang.career_count(&count(*n)),
        Evidence::Share(rate) => {
            let of = lang.reading_of(&count(rate.successes), &count(rate.trials));
            let between = lang.reading_between(
                &percent(rate.value()),
                &percent(rate.low),
                &percent(rate.high),
            );
            [of, between].join(" · ")
        }
        Evidence::Score(score) => {
            let whole = |it: f64| number(lang, it.round() as i64);
            let ends = [score.value, score.low, score.high].map(whole);
            lang.career_score(&ends[0], &ends[1], &ends[2], &count(score.answers))
        }
        Evidence::Months(months, on) => {
            lang.career_months_so_far(&number(lang, *months), &format::day(lang, *on))
        }
        Evidence::Judged(it) => {
            let day = it.on.map(|it| format::day(lang, it)).unwrap_or_default();
            match it.note.is_empty() {
                true => lang.career_judged_plain(&day),
                false => lang.career_judged_on(&day, &it.note),
            }
        }
        Evidence::None => String::new(),
    }
}

fn quarter_words(lang: Lang, it: &QuarterWon) -> String {
    let quarter = format::period(lang, it.quarter);
    match (it.won, it.quota) {
        (Some(won), Some(quota)) => {
            let [won, quota] = [won, quota].map(|it| format::money(lang, it));
            lang.career_quarter_line(&quarter, &won, &quota)
        }
        _ => lang.career_quarter_without(&quarter),
    }
}

/// Why nobody can tell.
pub(super) fn unknown_words(lang: Lang, why: Unknown) -> String {
    let day = |it: Day| format::day(lang, it);
    let words = match why {
        Unknown::NoQuota(quarter) => return lang.unknown_quota(&format::period(lang, quarter)),
        Unknown::CameOn(on) => return lang.unknown_came(&day(on)),
        Unknown::DataFrom(Some(on)) => return lang.unknown_data(&day(on)),
        Unknown::DataFrom(None) => lang.unknown_no_data(),
        Unknown::OtherCurrency => lang.unknown_currency(),
        Unknown::TooFew => lang.unknown_few(),
        Unknown::Nothing => lang.unknown_nothing(),
        Unknown::NoLevel => lang.unknown_level(),
        Unknown::NotJudged => lang.unknown_judged(),
        Unknown::OtherVersion => lang.unknown_version(),
    };
    words.to_owned()
}

/// Why something about the ladder is not done.
pub fn refused(lang: Lang, why: &CareerRefused) -> String {
    let words = match why {
        CareerRefused::LevelGone => lang.refused_level_gone(),
        CareerRefused::LevelTaken(count) => {
            return lang.refused_level_taken(&format::count(lang, *count as u64));
        }
        CareerRefused::CriterionGone => lang.refused_criterion_gone(),
        CareerRefused::FigureMissing => lang.refused_figure_missing(),
        CareerRefused::OutOfRange(low, high) => {
            return lang.refused_out_of_range(&number(lang, *low), &number(lang, *high));
        }
        CareerRefused::QuartersOutOfRange => lang.refused_quarters(),
        CareerRefused::CriterionEmpty => lang.refused_criterion_empty(),
        CareerRefused::NotJudged => lang.refused_not_judged(),
        CareerRefused::ReasonMissing => lang.refused_promotion_reason(),
        CareerRefused::AlreadyThere(name, level) => {
            return lang.refused_already_there(name, level);
        }
        CareerRefused::BeforeTheLast(day) => {
            return lang.refused_before_last(&format::day(lang, *day));
        }
        CareerRefused::PromotionGone => lang.refused_promotion_gone(),
    };
    words.to_owned()
}

//! Pace in one sentence, and what quotas add up to.
//!
//! Sentences and tables round to whole units of the currency, what is needed upwards; the
//! certificate of a figure has it to the last digit.

use super::chart::PaceLine;
use super::fill::{Filled, NotFilled};
use super::paced::{MeterView, Paced};
use super::{GoalRow, GoalsView, Phase, Quota};
use crate::domain::arrange;
use crate::domain::calendar::{Day, Period};
use crate::domain::goal::Bearer;
use crate::domain::market::Assumption;
use crate::domain::money::{Money, share};
use crate::domain::pace::Pace;
use crate::domain::pace::course::Basis;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::filter::folded;
use crate::present::forecast::words::about;
use crate::present::format;

/// How a goal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its period has not begun.
    Ahead,
    /// All of it is won.
    Reached,
    /// As much is won as should be, or more.
    OnPace,
    /// Less is won than should be.
    Behind,
    /// Its period is over, and some of it was not won.
    Missed,
}

/// How a goal stands in a period.
pub fn standing(phase: Phase, pace: &Pace) -> Standing {
    match phase {
        _ if pace.left().minor == 0 => Standing::Reached,
        Phase::Ahead => Standing::Ahead,
        Phase::Over => Standing::Missed,
        Phase::Running if pace.gap().minor < 0 => Standing::Behind,
        Phase::Running => Standing::OnPace,
    }
}

/// The amount in whole units of its currency, to the nearest.
pub fn whole(amount: Money) -> Money {
    let scale = amount.currency.scale();
    Money::new(share(amount.minor, 1, scale).saturating_mul(scale), amount.currency)
}

/// The amount in whole units of its currency, upwards.
pub fn whole_up(amount: Money) -> Money {
    let scale = amount.currency.scale();
    let units = amount.minor.div_euclid(scale) + i64::from(amount.minor.rem_euclid(scale) != 0);
    Money::new(units.saturating_mul(scale), amount.currency)
}

/// An amount with its sign, also where it is more than nothing.
pub fn signed(lang: Lang, amount: Money) -> String {
    let sign = if 0 < amount.minor { "+" } else { "" };
    [sign, &format::money(lang, amount)].concat()
}

/// An amount without its sign, in whole units.
fn size(lang: Lang, amount: Money) -> String {
    let amount = whole(amount);
    format::money(lang, Money::new(amount.minor.saturating_abs(), amount.currency))
}

/// The pace of a row in one sentence.
pub fn pace_sentence(lang: Lang, view: &GoalsView, row: &GoalRow) -> String {
    match &row.pace {
        Some(pace) => sentence(lang, view.phase, pace, view.span.first),
        None => lang.goals_none_set(&format::period(lang, view.period)),
    }
}

/// Where the company lands at its pace, and what that rests on; nothing where that cannot be said.
pub fn projection_sentence(lang: Lang, view: &GoalsView) -> Option<String> {
    let found = view.projection?;
    let [low, likely, high] = [found.low, found.likely, found.high].map(|it| about(lang, it));
    Some(match found.earlier {
        0 => lang.goals_projected_alone(&likely, &low, &high),
        earlier => lang.goals_projected(&likely, &low, &high, earlier),
    })
}

fn sentence(lang: Lang, phase: Phase, pace: &Pace, first: Day) -> String {
    let needed = pace.needed_a_day().map(|it| format::money(lang, whole_up(it)));
    let needed = needed.unwrap_or_default();
    let gap = size(lang, pace.gap());
    let left = size(lang, pace.left());
    let over = Money::new(pace.won.minor - pace.quota.minor, pace.quota.currency);
    let attained = format::percent(lang, pace.attainment_permille().unwrap_or(1000));
    match (standing(phase, pace), pace.needed_a_day()) {
        (Standing::Reached, _) if phase == Phase::Over => {
            lang.goals_ended_reached(&attained, &size(lang, over))
        }
        (Standing::Reached, _) if over.minor == 0 => lang.goals_reached_just().to_owned(),
        (Standing::Reached, _) => lang.goals_reached(&size(lang, over)),
        (Standing::Missed, _) => lang.goals_ended_missed(&attained, &left),
        (Standing::Ahead, _) => lang.goals_ahead_of_start(&format::day(lang, first), &needed),
        (Standing::Behind, Some(_)) => lang.goals_behind(&gap, &needed),
        (Standing::Behind, None) => lang.goals_behind_last_day(&gap),
        (Standing::OnPace, _) if pace.gap().minor == 0 => lang.goals_on_pace(&needed),
        (Standing::OnPace, _) => lang.goals_ahead(&gap, &needed),
    }
}

/// What the company's pace goes by.
pub fn basis_sentence(lang: Lang, view: &GoalsView) -> Option<&'static str> {
    let pace = view.company.pace?;
    Some(match pace.basis {
        Basis::Months => lang.goals_basis_months(),
        Basis::Quarters => lang.goals_basis_quarters(),
        Basis::Season(2) => lang.goals_basis_season_two(),
        Basis::Season(_) => lang.goals_basis_season_three(),
        Basis::WorkingDays => lang.goals_basis_days(),
    })
}

/// What is assumed of the period, by name, and whether it is switched on; nothing where nothing is.
pub fn assumptions_sentence(workspace: &Workspace, lang: Lang, view: &GoalsView) -> Option<String> {
    let start = workspace.settings().fiscal_start();
    let is_within = |it: &&Assumption| {
        let span = it.period.and_then(|it| it.span(start));
        span.is_some_and(|it| view.span.first <= it.first && it.last <= view.span.last)
    };
    let found = workspace.assumptions.values().filter(is_within);
    let named = |it: &Assumption| match it.on {
        true => lang.goals_assumed_on(&it.name),
        false => lang.goals_assumed_off(&it.name),
    };
    let names: Vec<String> = found.map(named).collect();
    (!names.is_empty()).then(|| lang.goals_assumed(&names.join(lang.list_comma())))
}

/// How much of the period is gone, and what should be won by now: what a pace chart shows.
pub fn chart_sentence(lang: Lang, line: &PaceLine) -> String {
    let pace = &line.pace;
    let (expected, won) = (size(lang, pace.expected), size(lang, pace.won));
    match line.phase {
        Phase::Ahead => lang.goals_chart_ahead(pace.days),
        Phase::Running => lang.goals_chart_running(pace.days_gone, pace.days, &expected, &won),
        Phase::Over => lang.goals_chart_over(pace.days, &won, &size(lang, pace.quota)),
    }
}

/// What the quotas add up to, against the company's; nothing where there is nothing to compare.
pub fn sum_sentences(lang: Lang, view: &GoalsView) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(sum) = view.people_sum {
        let total = format::money(lang, sum);
        sentences.push(match view.company.quota {
            Quota::Set(company) => difference(lang, &total, sum, company),
            Quota::Summed(_) | Quota::None => lang.goals_people_sum_alone(&total),
        });
    }
    for group in &view.groups {
        let quota = group.team.as_ref().and_then(|team| Some((team, team.quota.set()?)));
        if let (Some((team, quota)), Some(sum)) = (quota, group.people_sum)
            && quota != sum
        {
            let (less, gap) = (sum.minor < quota.minor, distance(lang, sum, quota));
            sentences.push(match less {
                true => lang.goals_team_less(&team.name, &gap),
                false => lang.goals_team_more(&team.name, &gap),
            });
        }
    }
    if view.odd_quotas != 0 {
        sentences.push(lang.goals_odd_quotas(view.odd_quotas));
    }
    sentences
}

fn difference(lang: Lang, total: &str, sum: Money, company: Money) -> String {
    let gap = distance(lang, sum, company);
    match sum.minor.cmp(&company.minor) {
        std::cmp::Ordering::Equal => lang.goals_people_sum_equal(total),
        std::cmp::Ordering::Less => lang.goals_people_sum_less(total, &gap),
        std::cmp::Ordering::Greater => lang.goals_people_sum_more(total, &gap),
    }
}

fn distance(lang: Lang, a: Money, b: Money) -> String {
    format::money(lang, Money::new((a.minor - b.minor).saturating_abs(), a.currency))
}

/// What was won but is not in a row's figure, in words; nothing where all is counted.
pub fn uncounted_sentence(lang: Lang, row: &GoalRow) -> Option<String> {
    if row.uncounted.is_empty() {
        return None;
    }
    let sums: Vec<String> = row.uncounted.iter().map(|it| format::money(lang, *it)).collect();
    Some(lang.goals_uncounted(&sums.join(lang.list_comma()), row.won.currency.code()))
}

/// The name of a row.
pub fn row_name(lang: Lang, row: &GoalRow) -> String {
    match row.bearer {
        Bearer::Company => lang.goals_company().to_owned(),
        _ => row.name.clone(),
    }
}

/// The words of the button that leads to the period of this kind that holds today.
pub fn this_period(lang: Lang, period: Period) -> &'static str {
    match period {
        Period::Year(_) => lang.goals_this_year(),
        Period::Quarter(..) => lang.goals_this_quarter(),
        Period::Month(..) => lang.goals_this_month(),
    }
}

/// The progress of a bearer; `None` without a quota.
pub fn meter(lang: Lang, view: &GoalsView, bearer: Bearer) -> Option<MeterView> {
    Paced::of_row(view, view.row(bearer)?).meter(lang)
}

/// What everyone's quotas would be.
pub fn filled_sentences(lang: Lang, filled: &Filled) -> Vec<String> {
    let mut amounts: Vec<Money> = filled.quotas.iter().map(|(_, amount)| *amount).collect();
    arrange::by_key(&mut amounts, |it| it.minor);
    let money = |amount: &Money| format::money(lang, *amount);
    let sum = format::money(lang, filled.sum);
    let mut sentences = vec![lang.goals_fill_result(filled.quotas.len(), &sum)];
    sentences.extend(match (amounts.first(), amounts.last()) {
        (Some(low), Some(high)) if low == high => Some(lang.goals_fill_each(&money(low))),
        (Some(low), Some(high)) => Some(lang.goals_fill_each_between(&money(low), &money(high))),
        _ => None,
    });
    if filled.kept != 0 {
        sentences.push(lang.goals_fill_kept(filled.kept));
    }
    sentences
}

/// Why everyone's quotas cannot be found.
pub fn not_filled(lang: Lang, why: NotFilled) -> &'static str {
    match why {
        NotFilled::Nobody => lang.goals_fill_nobody(),
        NotFilled::NoCompanyQuota => lang.goals_fill_no_company(),
        NotFilled::NothingWon => lang.goals_fill_nothing_won(),
    }
}

/// A growth as typed, in thousandths: "10", "−5.5%"; `None` where it is not one, is finer than a
/// tenth of a percent, or leaves less than nothing.
pub fn growth_permille(text: &str) -> Option<i64> {
    let folded = folded(text.trim()).replace('−', "-");
    let text = folded.trim_end_matches('%').trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, tenth) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |it: &str| !it.is_empty() && it.bytes().all(|digit| digit.is_ascii_digit());
    if !is_number(whole) || !is_number(tenth) || tenth.len() != 1 || 4 < whole.len() {
        return None;
    }
    let permille = sign * (whole.parse::<i64>().ok()? * 10 + tenth.parse::<i64>().ok()?);
    (-1000 <= permille).then_some(permille)
}

//! Sums and sentences of calls.

use super::{GROUPS, Survey, place};
use crate::domain::call::{Caller, Category};
use crate::domain::insight::Rate;
use crate::domain::money::{Currency, Money};
use crate::domain::rates::{Rates, Total};
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::words::{whole, whole_up};
use crate::present::rates::rate_sides;
use crate::present::team::words::win_rate;

/// An amount in whole units; a dash where there is none.
pub(super) fn money(lang: Lang, amount: Option<Money>) -> String {
    amount.map_or("–".to_owned(), |it| format::money(lang, whole(it)))
}

/// A total, or which rates it is missing.
pub(super) fn total(lang: Lang, total: &Total, rates: &Rates) -> String {
    match total.sum(rates) {
        Some(sum) => money(lang, Some(sum)),
        None => lang.rate_missing(&format::codes(&total.missing().collect::<Vec<_>>())),
    }
}

/// How often calls of a category were won, and how sure that is.
pub(super) fn rate(lang: Lang, rate: Option<Rate>) -> (String, String) {
    match rate {
        None => ("–".to_owned(), lang.calls_past_none().to_owned()),
        known => win_rate(lang, known),
    }
}

/// What won and committed comes to, against the goal and by the other's calls.
pub(super) fn sentences(
    lang: Lang,
    survey: &Survey,
    caller: Caller,
    goal: Option<Money>,
) -> Vec<String> {
    let sums = &survey.all[caller as usize];
    let sum = |place: usize| total(lang, &sums[place], &survey.rates);
    let mut said = vec![lang.calls_made_of(&sum(0), &sum(place(Some(Category::Commit))))];
    let goal = goal.and_then(|it| survey.rates.convert(it));
    said.extend(goal.zip(survey.landing(caller)).map(|(goal, landing)| {
        match goal.minor - landing.minor {
            gap @ 1.. => {
                lang.calls_gap(&money(lang, Some(whole_up(Money::new(gap, goal.currency)))))
            }
            _ => lang.calls_reached().to_owned(),
        }
    }));
    let other = if caller == Caller::Rep { Caller::Manager } else { Caller::Rep };
    if survey.landing(other) != survey.landing(caller) {
        let who = lang.caller(other).to_lowercase();
        said.push(lang.calls_other(&who, &money(lang, survey.landing(other))));
    }
    let uncalled = survey.due.iter().filter(|it| it.1[caller as usize].is_none()).count();
    if uncalled != 0 {
        said.push(lang.calls_uncalled(&format::count(lang, uncalled as u64)));
    }
    said
}

/// What is left out, and how amounts were converted.
pub(super) fn notes(lang: Lang, survey: &Survey) -> Vec<String> {
    let counted = [
        (survey.unvalued, Lang::calls_unvalued as fn(Lang, &str) -> String),
        (survey.undated, Lang::calls_undated),
        (survey.overdue, Lang::calls_overdue),
    ];
    let counted = counted.into_iter().filter(|(n, _)| *n != 0);
    let mut notes: Vec<String> =
        counted.map(|(n, say)| say(lang, &format::count(lang, n))).collect();
    let totals = || (0..=GROUPS.len()).map(|it| &survey.all[0][it]);
    let mut used: Vec<String> = totals()
        .flat_map(|it| it.used(&survey.rates))
        .filter_map(rate_sides)
        .map(|(from, worth)| [&*from, "=", &*worth].join(" "))
        .collect();
    used.dedup();
    let mut missing: Vec<Currency> = totals().flat_map(Total::missing).collect();
    missing.sort_unstable();
    missing.dedup();
    if !used.is_empty() {
        notes.push(lang.calls_rates(&used.join(", ")));
    }
    if !missing.is_empty() {
        notes.push(lang.rate_missing_do(&format::codes(&missing)));
    }
    notes
}

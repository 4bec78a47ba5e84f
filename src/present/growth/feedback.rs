//! Feedback to a person, and how praise and wishes are balanced over time.

use super::last_year;
use crate::domain::calendar::{Day, Span};
use crate::domain::feedback::{Balance, balance, feedback_to};
use crate::domain::id::{FeedbackId, PersonId};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// Feedback in a few lines.
#[derive(Clone, Debug, PartialEq)]
pub struct FeedbackLine {
    /// Which.
    pub id: FeedbackId,
    /// Whether it asks for a change.
    pub constructive: bool,
    /// What the person did.
    pub behaviour: String,
    /// When and where.
    pub situation: String,
    /// What came of it.
    pub impact: String,
    /// The day and the value.
    pub note: String,
}

/// A month's balance.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthBalance {
    /// The month.
    pub month: String,
    /// How much praise and how much else.
    pub balance: Balance,
}

/// The feedback to a person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FeedbackView {
    /// The balance of the last twelve months, and what is to be said about it.
    pub sentences: Vec<String>,
    /// Month by month, the latest first; months without feedback are left out.
    pub months: Vec<MonthBalance>,
    /// All feedback, the latest first.
    pub lines: Vec<FeedbackLine>,
    /// The values that were named before, the most frequent first.
    pub values: Vec<String>,
}

/// After so many weeks without a word it is said that there was none.
pub(super) const SILENCE: i64 = 8;
/// From so much feedback on its balance says something.
const ENOUGH: u64 = 4;

/// The feedback to a person.
pub fn feedback_view(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    person: PersonId,
) -> FeedbackView {
    let all = feedback_to(workspace, person);
    let lines = all.iter().map(|(id, it)| {
        let day = it.on.map(|it| format::day_near(lang, it, today)).unwrap_or_default();
        let parts = [day, it.value.clone()].into_iter().filter(|it| !it.is_empty());
        FeedbackLine {
            id: *id,
            constructive: it.constructive,
            behaviour: it.behaviour.clone(),
            situation: it.situation.clone(),
            impact: it.impact.clone(),
            note: parts.collect::<Vec<_>>().join(" · "),
        }
    });
    let months = months(today).filter_map(|(month, days)| {
        let balance = balance(workspace, person, days);
        (balance.all() != 0).then(|| MonthBalance { month: format::period(lang, month), balance })
    });
    FeedbackView {
        sentences: sentences(workspace, lang, today, person, all.first().and_then(|it| it.1.on)),
        months: months.collect(),
        lines: lines.collect(),
        values: values(workspace),
    }
}

/// The twelve months up to today, the latest first.
fn months(today: Day) -> impl Iterator<Item = (crate::domain::calendar::Period, Span)> {
    let first = today.month_start();
    let start = crate::domain::calendar::FiscalStart::new(1);
    let mut month = crate::domain::calendar::Period::Month(first.year(), first.month());
    (0..12).filter_map(move |_| {
        let this = month;
        month = month.previous();
        Some((this, this.span(start)?))
    })
}

fn sentences(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    person: PersonId,
    last: Option<Day>,
) -> Vec<String> {
    let Some(last) = last else { return vec![lang.feedback_none().to_owned()] };
    let year = balance(workspace, person, last_year(today));
    let count = |n| format::count(lang, n);
    let mut sentences =
        vec![lang.feedback_balance(&count(year.positive), &count(year.constructive))];
    if ENOUGH <= year.all() && year.constructive == 0 {
        sentences.push(lang.feedback_only_praise().to_owned());
    }
    if ENOUGH <= year.all() && year.positive == 0 {
        sentences.push(lang.feedback_only_change().to_owned());
    }
    let weeks = today.days_since(last) / 7;
    if SILENCE <= weeks {
        sentences.push(lang.feedback_silent(&weeks.to_string()));
    }
    sentences
}

fn values(workspace: &Workspace) -> Vec<String> {
    let mut counts: std::collections::BTreeMap<&str, u64> = std::collections::BTreeMap::new();
    for it in workspace.feedbacks.values().filter(|it| !it.value.trim().is_empty()) {
        *counts.entry(it.value.trim()).or_default() += 1;
    }
    let mut values: Vec<(u64, &str)> = counts.into_iter().map(|(name, n)| (n, name)).collect();
    crate::domain::arrange::by_key(&mut values, |(n, name)| (std::cmp::Reverse(*n), *name));
    values.into_iter().map(|(_, name)| name.to_owned()).collect()
}

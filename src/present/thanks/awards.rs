//! The awards of a month with their reasons.

use super::name;
use crate::domain::calendar::{Day, FiscalStart, Period};
use crate::domain::thanks::{Award, AwardKind, MOST_WINNERS, awards};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// So many months can be chosen.
pub const MONTHS: usize = 12;

/// An award.
#[derive(Clone, Debug, PartialEq)]
pub struct AwardLine {
    /// What it is for, for tests and pictures.
    pub kind: AwardKind,
    /// What it is called.
    pub title: &'static str,
    /// Who is first; what is said instead where too many are.
    pub who: String,
    /// Whether somebody is named.
    pub given: bool,
    /// The figure, whether it is shared, and the next.
    pub reason: String,
}

/// The awards of a month.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AwardsView {
    /// In order.
    pub lines: Vec<AwardLine>,
}

/// The month before that of a day.
pub fn last_month(today: Day) -> Period {
    Period::Month(today.year(), today.month()).previous()
}

/// The months that can be chosen, the latest first, each with its name.
pub fn months(lang: Lang, today: Day) -> Vec<(Period, String)> {
    let this = Period::Month(today.year(), today.month());
    let months = std::iter::successors(Some(this), |it| Some(it.previous())).take(MONTHS);
    let named = months.map(|it| match format::period(lang, it) {
        name if it == this => (it, lang.awards_so_far(&name)),
        name => (it, name),
    });
    named.collect()
}

/// The awards of a month.
pub fn awards_view(workspace: &Workspace, lang: Lang, month: Period) -> AwardsView {
    let days = month.span(FiscalStart::new(1));
    let awards = days.map(|days| awards(workspace, days)).unwrap_or_default();
    AwardsView { lines: awards.iter().map(|it| line(workspace, lang, it)).collect() }
}

fn line(workspace: &Workspace, lang: Lang, award: &Award) -> AwardLine {
    let count = |n: i64| format::count(lang, n.unsigned_abs());
    let names: Vec<String> = award.first.iter().map(|it| name(workspace, lang, *it)).collect();
    let given = names.len() <= MOST_WINNERS;
    let shared = (given && 1 < names.len()).then(|| lang.awards_shared().to_owned());
    let parts = [
        Some(lang.award_figure(award.kind, &count(award.figure))),
        shared,
        award.next.filter(|it| 0 < *it).map(|it| lang.award_next(&count(it))),
    ];
    AwardLine {
        kind: award.kind,
        title: lang.award(award.kind),
        who: match given {
            true => names.join(lang.list_comma()),
            false => lang.awards_too_many(&count(names.len() as i64)),
        },
        given,
        reason: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
    }
}

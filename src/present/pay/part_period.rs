//! What becomes of a period of which a plan runs for a part only, in words.

use super::builder::Edit;
use super::read;
use crate::domain::commission::Plan;
use crate::domain::commission::kept::PayPlan;
use crate::domain::commission::part_period::{
    PartPeriod, PartYear, can_be_cut, part_periods, part_years,
};
use crate::domain::id::PayPlanId;
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// The periods of which a plan runs for a part only.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartsView {
    /// What becomes of each; none where every period is whole.
    pub words: Vec<String>,
    /// Cutting them to the days, where that can still be chosen.
    pub cut: Option<Edit>,
}

impl PartsView {
    /// The periods of a plan as it is written now.
    pub fn new(workspace: &Workspace, lang: Lang, (id, known): (PayPlanId, &PayPlan)) -> PartsView {
        let Some(plan) = read(known) else { return PartsView::default() };
        let all = part_periods(workspace, (known, &plan));
        let mut words: Vec<String> = all.iter().map(|it| words(lang, &plan, it)).collect();
        words.extend(years(workspace, lang, (known, &plan)));
        let is_open = !all.is_empty() && !plan.prorated && can_be_cut(workspace, id, &plan);
        let cut = || Edit::Set("/prorated".to_owned(), "true".to_owned());
        PartsView { words, cut: is_open.then(cut) }
    }
}

/// What becomes of the years that a plan measures and runs for a part of.
pub(super) fn years(
    workspace: &Workspace,
    lang: Lang,
    (known, plan): (&PayPlan, &Plan),
) -> Vec<String> {
    let money = |minor: i64| format::money(lang, Money::new(minor, plan.currency));
    let count = |days: i64| format::count(lang, days.unsigned_abs());
    let words = |it: PartYear| {
        let year = format::period(lang, it.year);
        let mut told = vec![lang.part_days(&year, &count(it.runs), &count(it.of))];
        told.extend(it.begins.map(|it| lang.part_year_begins(&format::day(lang, it))));
        let quotas = it.quotas.map(|(whole, until)| (money(whole), money(until)));
        told.extend(quotas.map(|(whole, until)| lang.part_year_quota(&whole, &until)));
        told.join(lang.sentence_space())
    };
    part_years(workspace, (known, plan)).into_iter().map(words).collect()
}

/// What becomes of a period.
pub(super) fn words(lang: Lang, plan: &Plan, part: &PartPeriod) -> String {
    let count = |days: i64| format::count(lang, days.unsigned_abs());
    let (runs, of) = (count(part.runs), count(part.of));
    let mut told = vec![lang.part_days(&format::period(lang, part.period), &runs, &of)];
    let money = |minor: i64| format::money(lang, Money::new(minor, plan.currency));
    match (part.quotas.map(|(whole, cut)| (money(whole), money(cut))), plan.prorated) {
        (Some((whole, cut)), false) => told.push(lang.part_quota_whole(&whole, &cut)),
        (Some((whole, cut)), true) => told.push(lang.part_quota_cut(&whole, &cut)),
        (None, _) => {}
    }
    match (part.has_fixed, plan.prorated) {
        (false, _) => {}
        (true, false) => told.push(lang.part_fixed_whole().to_owned()),
        (true, true) => told.push(lang.part_fixed_cut().to_owned()),
    }
    told.join(lang.sentence_space())
}

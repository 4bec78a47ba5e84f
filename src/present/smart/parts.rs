//! The SMART check of quotas by product, sector, class, region or office.
//!
//! A part hangs on the company's quota by the same split, and through it on the objective that the
//! company's goal of the period serves.

use std::collections::BTreeMap;

use super::reaching::Sought;
use super::{Attainable, Checked, Mark, earlier_spans, objective, unmeasured};
use crate::domain::exact::Exact;
use crate::domain::goal::Bearer;
use crate::domain::indicator::{Builtin, Unit};
use crate::domain::lead::Lead;
use crate::domain::quota::{Kept, Row, portions};
use crate::domain::smart::Past;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::Phase;
use crate::present::indicators::words::Shown;
use crate::present::quotas::progress::{Progress, rates, won_by};

/// The quotas of a period that is not over, each with what earlier periods brought to its row.
pub fn sought(workspace: &Workspace, kept: &Kept, progress: &Progress) -> Vec<Sought> {
    if progress.phase == Phase::Over {
        return Vec::new();
    }
    let past = history(workspace, kept, progress);
    let sought = progress.lines.iter().filter_map(|line| {
        let (row, quota) = (line.row?, line.quota?);
        Some(Sought { row, quota, past: past.get(&row).and_then(|it| Past::of(it)) })
    });
    sought.collect()
}

/// What earlier periods of the same length brought to every row, the latest first; periods before
/// anything was known are left out.
fn history(workspace: &Workspace, kept: &Kept, progress: &Progress) -> BTreeMap<Row, Vec<Exact>> {
    let rates = rates(workspace, kept);
    let mut history: BTreeMap<Row, Vec<Exact>> = BTreeMap::new();
    for span in earlier_spans(workspace, progress.period, progress.today) {
        let won = won_by(workspace, span, progress.split, &rates);
        for row in progress.lines.iter().filter_map(|it| it.row) {
            let part = match row {
                Row::Company(_) => Some(&won.whole),
                row => won.parts.get(&Some(row)),
            };
            let minor = part.map_or(0, |it| it.sums.of(kept.currency).minor);
            history.entry(row).or_default().push(Exact::whole(minor.into()));
        }
    }
    history
}

/// The marks of what a row is to win; `None` without a quota. What can be attained comes in later.
pub fn of_part(
    workspace: &Workspace,
    lang: Lang,
    progress: &Progress,
    row: Row,
    attainable: Option<Option<Attainable>>,
) -> Option<Vec<Mark>> {
    let line = progress.line(Some(row))?;
    let (quota, split) = (line.quota?, progress.split);
    let company = progress.line(Some(Row::Company(split)))?;
    let is_top = matches!(row, Row::Company(_));
    let counts = |lead: &Lead| {
        is_top || portions(workspace, split, lead).iter().any(|(it, _)| *it == Some(row))
    };
    let mut unmeasured = unmeasured(workspace, lang, counts);
    let unsaid = progress.line(None).filter(|_| !is_top);
    let unsaid = unsaid.map(|it| lang.smart_unsaid(&format::count(lang, it.deals)));
    unmeasured.extend(unsaid);
    let above = company.quota.map(|it| (company.name.clone(), format::money(lang, it)));
    let checked = Checked {
        workspace,
        lang,
        period: progress.period,
        span: progress.span,
        phase: progress.phase,
        today: progress.today,
        name: line.name.clone(),
        measure: lang.measure(Builtin::WonAmount).to_owned(),
        shown: Shown { unit: Unit::Money, percent: false, currency: quota.currency },
        goal: Exact::whole(quota.minor.into()),
        is_summed: false,
        unmeasured,
        has_value: true,
        above: above.filter(|_| !is_top),
        objective: objective(workspace, Bearer::Company, progress.period),
        is_top,
    };
    Some(checked.marks(attainable))
}

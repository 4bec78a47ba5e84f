//! Corrections of statements, told at the statement that pays them and at the one that they correct.

use super::address::PayAddress;
use crate::domain::calendar::Period;
use crate::domain::commission::follow::pays_on;
use crate::domain::commission::kept::{KeptLine, PaySlip, PayTrueUp};
use crate::domain::commission::{Kind, Plan};
use crate::domain::id::{PaySlipId, PayTrueUpId};
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// A correction of a closed statement that was made since.
#[derive(Clone, Debug, PartialEq)]
pub struct CorrectedView {
    /// How much it is, when and why it was made, and with which period it is paid.
    pub words: String,
    /// The statement that pays it, and what the way there says.
    pub paid_with: Option<(PayAddress, String)>,
}

/// What is said at the head of a statement of corrections of earlier ones that it pays.
pub fn held(lang: Lang, plan: &Plan, kept: &[KeptLine]) -> Option<String> {
    let all = || kept.iter().filter(|it| it.kind == Kind::TrueUp);
    let count = all().count();
    let sum = all().fold(0_i64, |sum, it| sum.saturating_add(it.amount));
    let sum = format::money(lang, Money::new(sum, plan.currency));
    match count {
        0 => None,
        1 => Some(lang.statement_holds_one(&sum)),
        _ => Some(lang.statement_holds(&format::count(lang, count as u64), &sum)),
    }
}

/// The corrections of a closed statement, in the order in which they were made.
pub fn made(
    workspace: &Workspace,
    lang: Lang,
    (id, slip): (PaySlipId, &PaySlip),
) -> Vec<CorrectedView> {
    let own = workspace.pay_true_ups.iter().filter(|(_, it)| it.slip == Some(id));
    let mut own: Vec<(PayTrueUpId, &PayTrueUp)> = own.collect();
    crate::domain::arrange::by_key(&mut own, |it| (it.1.made, it.0));
    let told = |(_, it): (PayTrueUpId, &PayTrueUp)| {
        let amount = it.amount.map(|it| format::money(lang, it)).unwrap_or_default();
        let day = it.made.map(|it| format::day(lang, it)).unwrap_or_default();
        let with = slip.plan.zip(it.made).and_then(|(plan, day)| pays_on(workspace, plan, day));
        let words =
            lang.statement_correction(&amount, &day, it.reason.trim_end_matches(['.', '。']));
        let Some((plan, period)) = with else { return CorrectedView { words, paid_with: None } };
        let when = format::period(lang, period);
        let words = [words, lang.statement_paid_with(&when)].join(lang.sentence_space());
        let address = slip.person.map(|it| PayAddress::Statement(plan, it, period));
        let paid_with = address.map(|it| (it, lang.statement_open_of(&when)));
        CorrectedView { words, paid_with }
    };
    own.into_iter().map(told).collect()
}

/// What is said at the head of a closed statement of corrections that were made since.
pub fn since(
    workspace: &Workspace,
    lang: Lang,
    (id, slip): (PaySlipId, &PaySlip),
) -> Option<String> {
    let own = || workspace.pay_true_ups.values().filter(|it| it.slip == Some(id));
    let currency = own().find_map(|it| it.amount)?.currency;
    let sum = own().filter_map(|it| it.amount).fold(0_i64, |sum, it| sum.saturating_add(it.minor));
    let money = |minor: i64| format::money(lang, Money::new(minor, currency));
    let paid = slip.payout.map_or(0, |it| it.minor);
    Some(match own().count() {
        1 => lang.statement_since_one(&money(sum), &money(paid.saturating_add(sum))),
        count => {
            let count = format::count(lang, count as u64);
            lang.statement_since(&count, &money(sum), &money(paid.saturating_add(sum)))
        }
    })
}

/// A line that pays a correction: what it corrects, and why.
pub fn line(lang: Lang, kept: &KeptLine) -> (String, String) {
    let period = kept.component.parse::<Period>();
    let period = period.map_or_else(|_| kept.component.clone(), |it| format::period(lang, it));
    (lang.statement_corrects(&period), lang.statement_because(&kept.deal))
}

#[cfg(test)]
mod tests;

//! What is said of occasions and of what is refused about rewards.

use super::points_of;
use crate::domain::id::PersonId;
use crate::domain::reward::{Occasion, RewardRefused, worth_points};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// So many characters of what praise says name it in a list.
const SHOWN: usize = 48;

/// What an occasion is called in a list.
pub fn occasion_words(workspace: &Workspace, lang: Lang, occasion: Occasion) -> String {
    match occasion {
        Occasion::Praise(id) => {
            let text = workspace.praises.get(id).map(|it| it.text.as_str()).unwrap_or_default();
            let mut short: String = text.chars().take(SHOWN).collect();
            if short.len() < text.len() {
                short.push('…');
            }
            let people = names(workspace, lang, &worth_points(workspace, occasion));
            lang.occasion_praise(&people, &short)
        }
        _ => reason(workspace, lang, occasion),
    }
}

/// The reason that a grant is begun with.
pub(super) fn reason(workspace: &Workspace, lang: Lang, occasion: Occasion) -> String {
    match occasion {
        Occasion::Praise(id) => {
            workspace.praises.get(id).map(|it| it.text.clone()).unwrap_or_default()
        }
        Occasion::Award(month, kind) => {
            lang.occasion_award(lang.award(kind), &format::period(lang, month))
        }
        Occasion::Contest(id) => {
            let name = workspace.contests.get(id).map(|it| it.name.as_str());
            lang.occasion_contest(name.unwrap_or_default())
        }
    }
}

fn names(workspace: &Workspace, lang: Lang, people: &[PersonId]) -> String {
    let names = people.iter().filter_map(|it| Some(workspace.people.get(*it)?.name.as_str()));
    names.collect::<Vec<_>>().join(lang.list_comma())
}

/// Why something about rewards is not done.
pub fn refused(lang: Lang, why: &RewardRefused) -> String {
    let points = |n: i64| points_of(lang, n.into());
    let words = match why {
        RewardRefused::ItemGone => lang.refused_item_gone(),
        RewardRefused::ItemRetired(name) => return lang.refused_item_retired(name),
        RewardRefused::PointsOutOfRange => lang.refused_points_range(),
        RewardRefused::StockBelowTaken(taken) => return lang.refused_stock_below(&points(*taken)),
        RewardRefused::StockGone(name) => return lang.refused_stock_gone(name),
        RewardRefused::NobodyRewarded => lang.refused_nobody_rewarded(),
        RewardRefused::ReasonMissing => lang.refused_no_reason(),
        RewardRefused::AlreadyRewarded(name) => return lang.refused_rewarded_already(name),
        RewardRefused::BalanceTooSmall(name, has, needs) => {
            return lang.refused_balance(name, &points(*has), &points(*needs));
        }
        RewardRefused::BudgetPoints(period, left, needs) => {
            let period = format::period(lang, *period);
            return lang.refused_budget_points(&period, &points(*left), &points(*needs));
        }
        RewardRefused::BudgetWorth(period, left, needs) => {
            let [left, needs] = [left, needs].map(|it| format::money(lang, *it));
            return lang.refused_budget_worth(&format::period(lang, *period), &left, &needs);
        }
        RewardRefused::WorthUnknown(name, period) => {
            return lang.refused_worth_unknown(name, &format::period(lang, *period));
        }
        RewardRefused::BudgetNegative => lang.refused_budget_negative(),
        RewardRefused::RedemptionSettled => lang.refused_redemption_settled(),
        RewardRefused::EntrySettled => lang.refused_entry_settled(),
        RewardRefused::TrainingUnnamed => lang.refused_training_unnamed(),
        RewardRefused::TrainingGone => lang.refused_training_gone(),
    };
    words.to_owned()
}

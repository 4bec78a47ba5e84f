//! What was done to what plans are made of, in words.

use super::format;
use crate::i18n::Lang;

/// What was done to an objective, a delivery task and their like.
pub fn done(lang: Lang, noun: &str, deed: &str, name: &str) -> String {
    match (noun, deed) {
        ("objective", "saved") => lang.did_objective_saved(name),
        ("objective", "deleted") => lang.did_objective_deleted(name),
        ("delivery-task", "saved") => lang.did_delivery_task_saved(name),
        ("delivery-task", "deleted") => lang.did_delivery_task_deleted(name),
        ("delivery-rules", _) => lang.did_delivery_rules().to_owned(),
        ("week-capacity", _) => {
            let day = name.parse().map(|it| format::day(lang, it));
            lang.did_week_capacity(&day.unwrap_or_else(|_| name.to_owned()))
        }
        ("market-note", "saved") => lang.did_market_note_saved(name),
        ("market-note", "deleted") => lang.did_market_note_deleted(name),
        ("assumption", "saved") => lang.did_assumption_saved(name),
        ("assumption", "deleted") => lang.did_assumption_deleted(name),
        ("assumption", "on") => lang.did_assumption_on(name),
        ("assumption", "off") => lang.did_assumption_off(name),
        ("pay-plan", "saved") => lang.did_pay_plan_saved(name),
        ("pay-plan", "published") => lang.did_pay_plan_published(name),
        ("pay-plan", "deleted") => lang.did_pay_plan_deleted(name),
        ("pay-deal", _) => lang.did_pay_deal(name),
        ("pay-period", plan) => lang.did_pay_closed(plan, name),
        ("pay-slip", "signed") => lang.did_pay_signed(name),
        ("pay-true-up", _) => lang.did_pay_true_up(name),
        ("pay-dispute", "asked") => lang.did_pay_asked(name),
        ("pay-dispute", "answered") => lang.did_pay_answered(name),
        _ => lang.did_other_change().to_owned(),
    }
}

/// A goal was hung on an objective, or taken off; a name of nothing is the company's.
pub fn hung(lang: Lang, name: &str, period: &str, on: &str) -> String {
    let name = if name.is_empty() { lang.goals_company() } else { name };
    match on {
        "" => lang.did_goal_unhung(name, period),
        on => lang.did_goal_hung(name, period, on),
    }
}

//! Deals that no plan would count, in words, with the way out.

use super::builder::Edit;
use super::read;
use crate::domain::apply::lead_title;
use crate::domain::commission::Plan;
use crate::domain::commission::kept::PayPlan;
use crate::domain::commission::overlap::{Gap, Uncounted, gaps};
use crate::domain::id::PayPlanId;
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// What is lost between a plan and the one before it.
#[derive(Clone, Debug, PartialEq)]
pub struct GapView {
    /// What is lost, and why.
    pub sentence: String,
    /// The deals that are won already.
    pub deals: Vec<String>,
    /// What to do.
    pub advice: String,
    /// Counting deals as the plan before does, and what the button says.
    pub way: (Edit, String),
}

/// What would be lost by a plan as it is written now.
pub fn lost(workspace: &Workspace, lang: Lang, (id, known): (PayPlanId, &PayPlan)) -> Vec<GapView> {
    let Some(plan) = read(known) else { return Vec::new() };
    let view = |it: &Gap| {
        let other = workspace.pay_plans.get(it.other)?;
        Some(GapView {
            sentence: sentence(lang, &plan, it, &other.name),
            deals: it.deals.iter().filter_map(|it| deal(workspace, lang, it)).collect(),
            advice: lang.gap_do().to_owned(),
            way: (
                Edit::Set("/counted_on".to_owned(), "paid".to_owned()),
                lang.overlap_count_paid(&other.name),
            ),
        })
    };
    gaps(workspace, (id, known, &plan)).iter().filter_map(view).collect()
}

/// What a published plan says of deals that no plan counts.
pub fn told(workspace: &Workspace, lang: Lang, (id, known): (PayPlanId, &PayPlan)) -> Vec<String> {
    if known.published.is_none() {
        return Vec::new();
    }
    let all = lost(workspace, lang, (id, known)).into_iter().filter(|it| !it.deals.is_empty());
    let words = |it: GapView| {
        [it.sentence, lang.gap_list(&it.deals.join(lang.list_semicolon())), it.advice]
            .join(lang.sentence_space())
    };
    all.map(words).collect()
}

fn sentence(lang: Lang, plan: &Plan, gap: &Gap, other: &str) -> String {
    let day = format::day(lang, gap.from);
    match gap.deals.len() {
        0 => lang.overlap_neither(&day, other),
        count => {
            let worth = format::money(lang, Money::new(gap.worth, plan.currency));
            lang.gap_worth(other, &day, &format::count(lang, count as u64), &worth)
        }
    }
}

fn deal(workspace: &Workspace, lang: Lang, deal: &Uncounted) -> Option<String> {
    let lead = workspace.leads.get(deal.lead)?;
    let name = lead_title(workspace, lead);
    let amount = lead.amount.map(|it| format::money(lang, it)).unwrap_or_default();
    let signed = format::day(lang, deal.signed);
    Some(match deal.paid {
        Some(paid) => lang.gap_deal(&name, &amount, &signed, &format::day(lang, paid)),
        None => lang.gap_deal_open(&name, &amount, &signed),
    })
}

#[cfg(test)]
mod tests;

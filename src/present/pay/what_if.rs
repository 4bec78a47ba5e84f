//! What somebody would be paid if further deals were won.

mod causes;
#[cfg(test)]
mod tests;

use crate::domain::apply::lead_heading;
use crate::domain::arrange;
use crate::domain::calendar::{Day, FiscalStart, Period};
use crate::domain::commission::Plan;
use crate::domain::commission::cycle::Turn;
use crate::domain::commission::follow::paid_by;
use crate::domain::commission::gather::{Assumed, Gathered};
use crate::domain::commission::kept::KeptLine;
use crate::domain::commission::reach::reach;
use crate::domain::id::{LeadId, PayPlanId, PersonId};
use crate::domain::lead::Lead;
use crate::domain::money::Money;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::pay::read;
pub use causes::Cause;
use causes::causes;

/// An open deal that can be ticked.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The lead.
    pub lead: LeadId,
    /// What it is called.
    pub name: String,
    /// What it is worth.
    pub amount: String,
    /// The same, for the slider.
    pub worth: Money,
}

/// What is ticked: the lead and what it would be worth.
pub type Ticked = Vec<(LeadId, Money)>;

/// What somebody would be paid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WhatIfView {
    /// Whose.
    pub title: String,
    /// What is paid as of now.
    pub now: String,
    /// What would be paid.
    pub then: String,
    /// How much more or less that is.
    pub change: String,
    /// Where that comes from; together these are the change.
    pub causes: Vec<Cause>,
    /// Where the next tier is.
    pub next: Option<String>,
    /// How far along that is, 0 to 1.
    pub along: Option<f64>,
    /// Why nothing can be paid.
    pub error: Option<String>,
}

/// Somebody's open deals that could be won in a period, the largest first, those in the plan's own
/// currency before others.
pub fn offers(workspace: &Workspace, lang: Lang, plan: PayPlanId, person: PersonId) -> Vec<Offer> {
    let Some(plan) = workspace.pay_plans.get(plan).and_then(read) else { return Vec::new() };
    let open = workspace
        .leads
        .iter()
        .filter(|(_, it)| it.owner == Some(person) && it.outcome(workspace) == Outcome::Open);
    let mut open: Vec<_> = open.filter_map(|(id, it)| Some((id, it, it.amount?))).collect();
    arrange::by_key(&mut open, |(id, _, amount)| {
        (amount.currency != plan.currency, -amount.minor, *id)
    });
    let offer = |(lead, it, worth): (LeadId, &Lead, Money)| Offer {
        lead,
        name: lead_heading(workspace, it),
        amount: format::money(lang, worth),
        worth,
    };
    open.into_iter().map(offer).collect()
}

/// Who, by which plan, in which period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Case {
    /// By which plan.
    pub plan: PayPlanId,
    /// Who.
    pub person: PersonId,
    /// When.
    pub period: Period,
    /// The day on which the deals would be won, where it lies in the period.
    pub today: Day,
}

impl WhatIfView {
    /// What would be paid if these were won.
    pub fn new(
        workspace: &Workspace,
        lang: Lang,
        case: Case,
        ticked: &Ticked,
    ) -> Option<WhatIfView> {
        let known = workspace.pay_plans.get(case.plan)?;
        let plan = read(known)?;
        let span = case.period.span(FiscalStart::new(plan.year_starts))?;
        let day = case.today.clamp(span.first, span.last);
        let assumed: Vec<Assumed> = ticked
            .iter()
            .map(|(lead, worth)| Assumed { lead: *lead, day, amount: Some(*worth) })
            .collect();
        let name = workspace.people.get(case.person).map(|it| it.name.clone()).unwrap_or_default();
        let title = lang.what_if_title(&name);
        let lines = |assumed: &[Assumed]| {
            let (gathered, paid) =
                paid_by(workspace, (case.plan, known, &plan), case.period, assumed)?;
            let lines = gathered.lines_of(&plan, &paid, case.person, case.period);
            Ok((lines, gathered))
        };
        let both = lines(&[]).and_then(|now| Ok((now, lines(&assumed)?)));
        let ((now, _), (then, gathered)) = match both {
            Ok(both) => both,
            Err(why) => {
                let words = |it: Turn| it.0.map(|it| format::period(lang, it)).unwrap_or_default();
                let error = Some(lang.cannot_pay(&why, words));
                return Some(WhatIfView { title, error, ..WhatIfView::default() });
            }
        };
        let money = |minor: i64| format::money(lang, Money::new(minor, plan.currency));
        let sum = |lines: &[KeptLine]| lines.iter().map(|it| it.amount).sum::<i64>();
        let change = |by: i64| match by < 0 {
            true => lang.what_if_less(&money(-by)),
            false => lang.what_if_more(&money(by)),
        };
        let won: Vec<LeadId> = assumed.iter().map(|it| it.lead).collect();
        let reached = Reached::of(&plan, &gathered, case);
        let next = reached.as_ref().map(|it| match it.next {
            Some(next) => lang.what_if_next(&money(next), &money(next - it.sold)),
            None => lang.what_if_top().to_owned(),
        });
        Some(WhatIfView {
            title,
            now: money(sum(&now)),
            then: money(sum(&then)),
            change: change(sum(&then) - sum(&now)),
            causes: causes((lang, &plan), [&now, &then], &won, change),
            next,
            along: reached
                .map(|it| it.next.map_or(1.0, |next| it.sold as f64 / next.max(1) as f64)),
            error: None,
        })
    }
}

/// A changed amount beside the one that the deal says: "¥12,000 (¥10,000)".
pub fn amount(lang: Lang, worth: Money, said: &str) -> String {
    format!("{} ({said})", format::money(lang, worth))
}

/// How far somebody is in the tiers of a plan that go by amount or attainment.
struct Reached {
    sold: i64,
    next: Option<i64>,
}

impl Reached {
    /// Of the first part that goes by tiers of money, as the plan itself measures it.
    fn of(plan: &Plan, gathered: &Gathered, case: Case) -> Option<Reached> {
        let member = gathered.people.iter().position(|it| *it == case.person)?;
        let reach = reach(plan, &gathered.facts, (member, Turn(Some(case.period))))?;
        let next = reach.bounds.into_iter().find(|it| reach.sold < *it);
        Some(Reached { sold: reach.sold, next })
    }
}

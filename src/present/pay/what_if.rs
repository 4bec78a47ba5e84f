//! What somebody would be paid if further deals were won.

use crate::domain::apply::lead_heading;
use crate::domain::arrange;
use crate::domain::calendar::{Day, FiscalStart, Period};
use crate::domain::commission::cycle::Turn;
use crate::domain::commission::follow::paid_by;
use crate::domain::commission::gather::{Assumed, Gathered};
use crate::domain::commission::kept::KeptLine;
use crate::domain::commission::reach::reach;
use crate::domain::commission::{Kind, Plan};
use crate::domain::id::{LeadId, PayPlanId, PersonId};
use crate::domain::money::{Currency, Money};
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::pay::read;

/// The most deals that are offered.
const MOST: usize = 30;

/// An open deal that can be ticked.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The lead.
    pub lead: LeadId,
    /// What it is called.
    pub name: String,
    /// What it is worth.
    pub amount: String,
    /// The same in minor units, for the slider.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

/// What is ticked: the lead and what it would be worth, in minor units.
pub type Ticked = Vec<(LeadId, i64)>;

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
    /// Where it comes from, where a tier is passed.
    pub explained: Option<String>,
    /// Where the next tier is.
    pub next: Option<String>,
    /// How far along that is, 0 to 1.
    pub along: Option<f64>,
    /// Why nothing can be paid.
    pub error: Option<String>,
}

/// Somebody's open deals that could be won in a period, the largest first.
pub fn offers(workspace: &Workspace, lang: Lang, plan: PayPlanId, person: PersonId) -> Vec<Offer> {
    let Some(plan) = workspace.pay_plans.get(plan).and_then(read) else { return Vec::new() };
    let open = workspace.leads.iter().filter(|(_, it)| {
        it.owner == Some(person)
            && it.outcome(workspace) == Outcome::Open
            && it.amount.is_some_and(|it| it.currency == plan.currency)
    });
    let mut open: Vec<_> = open.collect();
    arrange::by_key(&mut open, |(id, it)| (-it.amount.map_or(0, |it| it.minor), *id));
    let offer = |(lead, it): (LeadId, &crate::domain::lead::Lead)| {
        let amount = it.amount?;
        Some(Offer {
            lead,
            name: lead_heading(workspace, it),
            amount: format::money(lang, amount),
            minor: amount.minor,
            currency: amount.currency,
        })
    };
    open.into_iter().filter_map(offer).take(MOST).collect()
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
            .map(|(lead, minor)| Assumed {
                lead: *lead,
                day,
                amount: Some(Money::new(*minor, plan.currency)),
            })
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
        let change = sum(&then) - sum(&now);
        let own: i64 = then
            .iter()
            .filter(|it| it.lead.is_some_and(|it| assumed.iter().any(|own| own.lead == it)))
            .filter(|it| it.kind == Kind::Commission)
            .map(|it| it.amount)
            .sum();
        let explained = (own != change && !assumed.is_empty())
            .then(|| lang.what_if_own(&money(own), &money(change - own)));
        let reached = Reached::of(&plan, &gathered, case);
        let next = reached.as_ref().map(|it| match it.next {
            Some(next) => lang.what_if_next(&money(next), &money(next - it.sold)),
            None => lang.what_if_top().to_owned(),
        });
        Some(WhatIfView {
            title,
            now: money(sum(&now)),
            then: money(sum(&then)),
            change: match change < 0 {
                true => lang.what_if_less(&money(-change)),
                false => lang.what_if_more(&money(change)),
            },
            explained,
            next,
            along: reached
                .map(|it| it.next.map_or(1.0, |next| it.sold as f64 / next.max(1) as f64)),
            error: None,
        })
    }
}

/// A changed amount beside the one that the deal says: "¥12,000 (¥10,000)".
pub fn amount(lang: Lang, currency: Currency, minor: i64, said: &str) -> String {
    format!("{} ({said})", format::money(lang, Money::new(minor, currency)))
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

//! What a plan makes people do, in words and as a curve.

use crate::domain::commission::Plan;
use crate::domain::commission::check::{Curve, Finding, Usual, curve};
use crate::domain::money::Money;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// A plan's curve with what should be looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CurveView {
    /// What is sold and what is paid, in major units, in order.
    pub points: Vec<(f64, f64)>,
    /// Where something should be looked at, from 0 at the left to 1 at the right, with its number.
    pub marks: Vec<(f64, usize)>,
    /// What should be looked at, in order.
    pub findings: Vec<String>,
    /// For whom the curve is drawn.
    pub usual: String,
}

/// What is usual for the team: the middle of its quotas and of its won deals.
pub fn usual(workspace: &Workspace, plan: &Plan) -> Usual {
    let own = |it: Option<Money>| it.filter(|it| it.currency == plan.currency).map(|it| it.minor);
    let quotas = workspace.goals.values().filter(|it| {
        let of_cycle =
            |period| plan.cycle.has(crate::domain::commission::cycle::Turn(Some(period)));
        matches!(it.bearer, Some(crate::domain::goal::Bearer::Person(_)))
            && it.period.is_some_and(of_cycle)
    });
    let quota = middle(quotas.filter_map(|it| own(it.quota)).collect());
    let won = workspace.leads.values().filter(|it| it.outcome(workspace) == Outcome::Won);
    let deal = middle(won.filter_map(|it| own(it.amount)).collect());
    let scale = plan.currency.scale();
    let deal = deal.unwrap_or(10_000 * scale);
    Usual { quota: quota.unwrap_or(deal.saturating_mul(10)), deal }
}

fn middle(mut all: Vec<i64>) -> Option<i64> {
    all.retain(|it| 0 < *it);
    all.sort_unstable();
    all.get(all.len() / 2).copied()
}

impl CurveView {
    /// The curve of a plan; none where it cannot be reckoned.
    pub fn new(lang: Lang, plan: &Plan, usual: Usual) -> Option<CurveView> {
        let Curve { points, findings } = curve(plan, usual)?;
        let money = |minor: i64| format::money(lang, Money::new(minor, plan.currency));
        let scale = plan.currency.scale() as f64;
        let far = points.last().map_or(1, |it| it.sold).max(1) as f64;
        let marks = findings.iter().zip(1..).map(|(it, number)| (it.at() as f64 / far, number));
        Some(CurveView {
            marks: marks.collect(),
            points: points
                .iter()
                .map(|it| (it.sold as f64 / scale, it.payout as f64 / scale))
                .collect(),
            findings: findings.iter().map(|it| words(lang, it, &money)).collect(),
            usual: lang.curve_usual(&money(usual.quota), &money(usual.deal)),
        })
    }
}

fn words(lang: Lang, finding: &Finding, money: &dyn Fn(i64) -> String) -> String {
    match *finding {
        Finding::Gap(from, to) => lang.find_gap(&money(from), &money(to)),
        Finding::Overlap(from, to) => lang.find_overlap(&money(from), &money(to)),
        Finding::Cliff(at, jump) => lang.find_cliff(&money(at), &money(jump)),
        Finding::Drop(at, by) => lang.find_drop(&money(at), &money(by)),
        Finding::Plateau(at) => lang.find_plateau(&money(at)),
        Finding::Slower(at, before, after) => lang.find_slower(
            &money(at),
            &format::percent(lang, before),
            &format::percent(lang, after),
        ),
    }
}

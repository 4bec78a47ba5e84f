//! What assumptions add to a forecast, beside it and never in it.
//!
//! An assumption counts where the forecast is of its period. One of a team or with an amount counts
//! for the company and for the team, any other part for everybody. A part is of what is still
//! expected: of open leads that it is about, and of leads to come where it is about all.

use super::ForecastView;
use crate::domain::goal::Bearer;
use crate::domain::id::{AssumptionId, TeamId};
use crate::domain::lead::Lead;
use crate::domain::market::Assumption;
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::goals::counts_for;
use crate::present::market::effect;

/// An assumption, and what it adds.
#[derive(Clone, Debug, PartialEq)]
pub struct AssumedRow {
    /// The assumption.
    pub id: AssumptionId,
    /// What is assumed.
    pub name: String,
    /// What it does, and to what.
    pub effect: String,
    /// What it adds; none where it is in another currency.
    pub adds: Option<Money>,
    /// Whether it is looked at.
    pub on: bool,
}

/// A forecast with what is assumed beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumed {
    /// Where the period is likely to land without any assumption.
    pub plain: Money,
    /// The assumptions that can count.
    pub rows: Vec<AssumedRow>,
    /// Where it is likely to land with those that are switched on.
    pub with: Money,
    /// The same where it is less than likely, and where it is more.
    pub range: (Money, Money),
}

impl Assumed {
    /// What is assumed of a forecast; none where nothing can be said of where it lands, or nothing
    /// is assumed.
    pub fn new(
        workspace: &Workspace,
        lang: Lang,
        view: &ForecastView,
        bearer: Bearer,
    ) -> Option<Assumed> {
        let landed = view.landed.as_ref()?;
        let counting = workspace.assumptions.iter();
        let counting = counting.filter(|(_, it)| counts(workspace, it, view, bearer));
        let rows: Vec<AssumedRow> = counting
            .map(|(id, it)| AssumedRow {
                id,
                name: it.name.clone(),
                effect: effect(workspace, lang, it),
                adds: adds(workspace, it, view),
                on: it.on,
            })
            .collect();
        if rows.is_empty() {
            return None;
        }
        let on = rows.iter().filter(|it| it.on).filter_map(|it| it.adds);
        let sum = on.fold(0_i64, |sum, it| sum.saturating_add(it.minor));
        let moved = |it: Money| Money::new(it.minor.saturating_add(sum), it.currency);
        Some(Assumed {
            plain: landed.likely,
            with: moved(landed.likely),
            range: (moved(landed.low), moved(landed.high)),
            rows,
        })
    }
}

fn counts(workspace: &Workspace, it: &Assumption, view: &ForecastView, bearer: Bearer) -> bool {
    if it.period != Some(view.period) {
        return false;
    }
    let own_team = match bearer {
        Bearer::Company => return true,
        Bearer::Team(team) => Some(team),
        Bearer::Person(id) => workspace.people.get(id).and_then(|it| it.team),
    };
    let is_of = |team: TeamId| Some(team) == own_team;
    match (it.team, it.amount, bearer) {
        // Nobody has said how much of an amount is whose.
        (None, Some(_), _) | (Some(_), Some(_), Bearer::Person(_)) => false,
        (None, None, _) => true,
        (Some(team), _, _) => is_of(team),
    }
}

fn adds(workspace: &Workspace, it: &Assumption, view: &ForecastView) -> Option<Money> {
    if it.amount.is_some_and(|it| it.currency != view.currency) {
        return None;
    }
    let is_about = |lead: &Lead| {
        it.product.is_none_or(|product| lead.product == Some(product))
            && it.team.is_none_or(|team| counts_for(workspace, lead, Bearer::Team(team)))
    };
    let open = view.outlook.open.iter();
    let open = open.filter(|it| workspace.leads.get(it.lead).is_some_and(is_about));
    let mut expected: f64 = open.map(|it| it.amount as f64 * it.odds).sum();
    if it.product.is_none() && it.team.is_none() {
        expected += view.outlook.fresh_mean();
    }
    Some(view.money(it.adds(expected.round() as i64)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::{Period, Span};
    use crate::domain::id::{LeadId, TeamId};
    use crate::domain::money::Currency;
    use crate::domain::outlook::{Chance, Outlook};
    use crate::present::chart::Spread;
    use crate::present::for_tests::{OPEN, day, lead, put, team};
    use crate::present::forecast::{Landed, Trend};
    use crate::present::goals::Phase;

    const QUARTER: Period = Period::Quarter(2026, 4);

    /// A forecast of 1,000 in which one lead of nobody's team is expected to bring 400, new ones
    /// 100.
    fn view() -> ForecastView {
        let money = |minor| Money::new(minor, Currency::CNY);
        let (low, likely, high) = (money(800), money(1_000), money(1_200));
        let open = vec![Chance { lead: LeadId::drawn(1), amount: 800, odds: 0.5 }];
        ForecastView {
            period: QUARTER,
            span: Span { first: day("2026-10-01"), last: day("2026-12-31") },
            phase: Phase::Running,
            currency: Currency::CNY,
            quota: None,
            outlook: Outlook { open, fresh: vec![100], ..Outlook::default() },
            landed: Some(Landed { low, likely, high, chance: None, spread: Spread::default() }),
            estimated: 0,
            foreign: 0,
            trend: Trend::default(),
            stages: Vec::new(),
        }
    }

    fn told(bearer: Bearer, assumptions: &[Assumption]) -> Option<Assumed> {
        let mut workspace = team();
        lead(&mut workspace, 1, None, OPEN, 800, "2026-12-01");
        for (place, it) in assumptions.iter().enumerate() {
            put(&mut workspace, AssumptionId::drawn(place as u64), it);
        }
        Assumed::new(&workspace, Lang::En, &view(), bearer)
    }

    fn part(permille: i64) -> Assumption {
        let (period, permille) = (Some(QUARTER), Some(permille));
        Assumption { period, permille, on: true, ..Assumption::default() }
    }

    fn amount(minor: i64, currency: Currency) -> Assumption {
        let amount = Some(Money::new(minor, currency));
        Assumption { permille: None, amount, ..part(0) }
    }

    #[track_caller]
    fn check(assumptions: &[Assumption], adds: &[Option<i64>], with: i64) {
        let told = told(Bearer::Company, assumptions).expect("something is assumed");
        let found: Vec<Option<i64>> =
            told.rows.iter().map(|it| it.adds.map(|it| it.minor)).collect();
        assert_eq!((found.as_slice(), told.plain.minor, told.with.minor), (adds, 1_000, with));
        assert_eq!((told.range.0.minor, told.range.1.minor), (with - 200, with + 200));
    }

    #[test]
    fn what_is_on_is_added_beside_the_forecast_and_named() {
        check(&[part(-100)], &[Some(-50)], 950);
        check(&[part(-100), amount(30, Currency::CNY)], &[Some(-50), Some(30)], 980);
        let off = Assumption { on: false, ..part(-100) };
        check(&[off, amount(30, Currency::CNY)], &[Some(-50), Some(30)], 1_030);
        check(&[amount(30, Currency::USD)], &[None], 1_000);
    }

    #[test]
    fn a_part_of_a_team_is_of_its_leads_alone() {
        let of_team = Assumption { team: Some(TeamId::drawn(1)), ..part(-100) };
        check(&[of_team], &[Some(0)], 1_000);
    }

    #[test]
    fn assumptions_of_another_period_and_of_others_do_not_count() {
        let other = Assumption { period: Some(QUARTER.next()), ..part(-100) };
        assert_eq!(told(Bearer::Company, &[other]), None);
        let team = Bearer::Team(TeamId::drawn(1));
        assert_eq!(told(team, &[amount(30, Currency::CNY)]), None);
        assert!(told(team, &[part(-100)]).is_some());
    }
}

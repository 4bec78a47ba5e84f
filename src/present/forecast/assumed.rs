//! What assumptions add to a forecast, beside it and never in it.
//!
//! An assumption counts where the forecast is of its period or of a longer one that holds it; then
//! it is about what closes in its own days. One of a team or with an amount counts
//! for the company and for the team, any other part for everybody. A part is of what is still
//! expected: of open leads that it is about, and of leads to come where it is about all.

mod paper;

pub(super) use paper::{added, of_one, of_sum};

use super::ForecastView;
use crate::domain::calendar::Span;
use crate::domain::goal::Bearer;
use crate::domain::id::{AssumptionId, LeadId, ProductId, TeamId};
use crate::domain::lead::Lead;
use crate::domain::market::Assumption;
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::chart::{Spread, major};
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
    /// The chance to reach the goal without any assumption and with those that are switched on, 0
    /// to 1; none without a goal.
    pub chance: Option<(f64, f64)>,
}

impl Assumed {
    /// Whether anything is switched on that counts.
    pub fn is_on(&self) -> bool {
        self.rows.iter().any(|it| it.on && it.adds.is_some())
    }

    /// The picture of where it lands with what is switched on beside it.
    pub fn beside(&self, spread: &Spread) -> Spread {
        let with = [self.range.0, self.with, self.range.1].map(major);
        Spread { assumed: self.is_on().then_some(with), ..spread.clone() }
    }

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
        let chance = || {
            let (landing, quota) = (view.outlook.landing.as_ref()?, view.quota?);
            let with = landing.chance_of(quota.minor.saturating_sub(sum));
            Some((landing.chance_of(quota.minor), with))
        };
        Some(Assumed {
            plain: landed.likely,
            chance: chance(),
            with: moved(landed.likely),
            range: (moved(landed.low), moved(landed.high)),
            rows,
        })
    }
}

/// The days that an assumption is about; none where they are not within the forecast's.
fn span_of(workspace: &Workspace, it: &Assumption, view: &ForecastView) -> Option<Span> {
    let span = it.period?.span(workspace.settings().fiscal_start())?;
    (view.span.first <= span.first && span.last <= view.span.last).then_some(span)
}

fn counts(workspace: &Workspace, it: &Assumption, view: &ForecastView, bearer: Bearer) -> bool {
    if span_of(workspace, it, view).is_none() {
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

/// What part of a lead's amount is a product's, 0 to 1.
fn part_of(lead: &Lead, product: ProductId) -> f64 {
    let shares = lead.shares();
    let own = shares.iter().filter(|(it, _)| *it == Some(product));
    let (own, all): (Vec<_>, Vec<_>) = (own.collect(), shares.iter().collect());
    let sum = |of: &[&(Option<ProductId>, Option<Money>)]| -> i64 {
        of.iter().filter_map(|it| it.1).map(|it| it.minor).sum()
    };
    match sum(&all) {
        0 => own.len() as f64 / all.len().max(1) as f64,
        whole => sum(&own) as f64 / whole as f64,
    }
}

/// What an assumption is a part of.
struct Base {
    /// Of each open lead that it is about, what it brings as far as it is about it.
    leads: Vec<(LeadId, f64)>,
    /// Of leads to come.
    fresh: f64,
}

impl Base {
    fn of(workspace: &Workspace, it: &Assumption, view: &ForecastView) -> Option<Base> {
        let span = span_of(workspace, it, view)?;
        // What is expected on no certain day is expected on each day left alike.
        let left = |of: Span| of.last.days_since(of.first.max(view.today)) + 1;
        let usual = left(span).max(0) as f64 / left(view.span).max(1) as f64;
        let then = |lead: &Lead| match lead.closes.filter(|it| view.today <= *it) {
            Some(closes) if span.holds(closes) => 1.0,
            Some(_) => 0.0,
            None => usual,
        };
        // What of a chance it is about, 0 to 1: of a lead with several products its part of the
        // amount.
        let part = |lead: &Lead| {
            if it.team.is_some_and(|team| !counts_for(workspace, lead, Bearer::Team(team))) {
                return 0.0;
            }
            then(lead) * it.product.map_or(1.0, |product| part_of(lead, product))
        };
        let part = |id| workspace.leads.get(id).map_or(0.0, part);
        let open = view.outlook.open.iter();
        let open = open.map(|it| (it.lead, it.amount as f64 * it.odds * part(it.lead)));
        let is_about_all = it.product.is_none() && it.team.is_none();
        let fresh = if is_about_all { view.outlook.fresh_mean() * usual } else { 0.0 };
        Some(Base { leads: open.filter(|(_, it)| *it != 0.0).collect(), fresh })
    }

    fn sum(&self) -> i64 {
        let open: f64 = self.leads.iter().map(|it| it.1).sum();
        (open + self.fresh).round() as i64
    }
}

fn adds(workspace: &Workspace, it: &Assumption, view: &ForecastView) -> Option<Money> {
    if it.amount.is_some_and(|it| it.currency != view.currency) {
        return None;
    }
    Some(view.money(it.adds(Base::of(workspace, it, view)?.sum())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Period;
    use crate::domain::id::TeamId;
    use crate::domain::money::Currency;
    use crate::domain::outlook::{Chance, Outlook};
    use crate::present::for_tests::{OPEN, day, lead, put, team};
    use crate::present::forecast::{Landed, Trend};
    use crate::present::goals::Phase;

    const QUARTER: Period = Period::Quarter(2026, 4);

    /// A forecast of 1,000 in which one lead of nobody's team is expected to bring 400, new ones
    /// 100.
    fn view() -> ForecastView {
        let money = |minor| Money::new(minor, Currency::CNY);
        let (low, likely, high) = (money(800), money(1_000), money(1_200));
        let (lead, age) = (LeadId::drawn(1), Some(9));
        let open = vec![Chance { lead, amount: 800, odds: 0.5, age, by_age: 0.5 }];
        ForecastView {
            period: QUARTER,
            span: Span { first: day("2026-10-01"), last: day("2026-12-31") },
            bearer: Bearer::Company,
            phase: Phase::Running,
            today: day("2026-11-23"),
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

    // As above: 1,000 with 30 more, and 200 to either side; off there is no second range.
    #[test]
    fn the_picture_has_a_second_range_while_something_is_on() {
        let beside = |on| {
            let it = Assumption { on, ..amount(30, Currency::CNY) };
            let told = told(Bearer::Company, &[it]).expect("something is assumed");
            told.beside(&Spread::default()).assumed
        };
        assert_eq!(beside(true), Some([8.3, 10.3, 12.3]));
        assert_eq!(beside(false), None);
    }

    // A tenth less of 400 and 100 is 50, of the lead alone 40.
    #[test]
    fn what_is_assumed_opens_what_it_is_a_part_of() {
        let mut workspace = team();
        lead(&mut workspace, 1, None, OPEN, 800, "2026-12-01");
        let id = AssumptionId::drawn(1);
        put(&mut workspace, id, &Assumption { name: "Ban".to_owned(), ..part(-100) });
        let view = view();
        let one = of_one(&workspace, Lang::En, &view, id).expect("a certificate");
        assert_eq!((&*one.value, &*one.inputs[0].1), ("−CN¥0.50", "CN¥5"));
        assert_eq!(one.leads, [LeadId::drawn(1)]);
        let adds = added(&workspace, Lang::En, &view, id, LeadId::drawn(1));
        assert_eq!(adds.map(|it| it.amount).as_deref(), Some("−CN¥0.40"));
        let sum = of_sum(&workspace, Lang::En, &view).expect("a certificate");
        let inputs: Vec<&str> = sum.inputs.iter().map(|it| &*it.1).take(2).collect();
        assert_eq!(inputs, ["CN¥10", "−CN¥0.50"]);
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

    // The lead closes in December, so December's assumption is about it and November's is not; of the
    // new ones 31 of the 39 days left are December's and 8 November's.
    #[test]
    fn a_shorter_period_counts_within_a_longer_one() {
        let of = |month| Assumption { period: Some(Period::Month(2026, month)), ..part(-100) };
        check(&[of(12)], &[Some(-48)], 952);
        check(&[of(11)], &[Some(-2)], 998);
        let year = Assumption { period: Some(Period::Year(2026)), ..part(-100) };
        assert_eq!(told(Bearer::Company, &[year]), None);
    }

    // A lead of 800 that is won in half of the cases reaches 500 in half; with 300 added 200 are
    // enough and still half, with 600 nothing is needed.
    #[test]
    fn what_is_switched_on_moves_the_chance_beside_the_plain_one() {
        let mut workspace = team();
        lead(&mut workspace, 1, None, OPEN, 800, "2026-12-01");
        put(&mut workspace, AssumptionId::drawn(1), &amount(600, Currency::CNY));
        let deal = crate::domain::landing::Deal { amount: 800, odds: 0.5 };
        let landing = crate::domain::landing::Landing::new(0, &[deal], 1);
        let mut view = view();
        view.quota = Some(Money::new(500, Currency::CNY));
        view.outlook.landing = Some(landing);
        let told = Assumed::new(&workspace, Lang::En, &view, Bearer::Company).expect("assumed");
        let (plain, with) = told.chance.expect("a goal");
        assert!((plain - 0.5).abs() < 1e-9 && (with - 1.0).abs() < 1e-9, "{plain} {with}");
    }

    // A lead of two products, a quarter of it the assumed one's: of 400 expected 100 are, less a
    // tenth.
    #[test]
    fn a_lead_of_several_products_counts_with_the_part_of_each() {
        let product = ProductId::drawn(7);
        let line = |product, minor| {
            crate::domain::product_line::ProductLine::one(product, Money::new(minor, Currency::CNY))
        };
        let mut workspace = team();
        lead(&mut workspace, 1, None, OPEN, 800, "2026-12-01");
        let known = workspace.leads.get(LeadId::drawn(1)).cloned().expect("a lead");
        let lines = vec![line(ProductId::drawn(6), 600), line(product, 200)];
        put(&mut workspace, LeadId::drawn(1), &Lead { lines, ..known });
        let about = Assumption { product: Some(product), ..part(-100) };
        put(&mut workspace, AssumptionId::drawn(1), &about);
        let told = Assumed::new(&workspace, Lang::En, &view(), Bearer::Company).expect("assumed");
        assert_eq!(told.rows[0].adds, Some(Money::new(-10, Currency::CNY)));
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

//! The forecast as it is shown.

use super::lands::{Landings, Lands};
use super::*;
use crate::domain::goal::Goal;
use crate::domain::id::{LeadId, PartId, ProductId};
use crate::domain::lead::Lead;
use crate::domain::pipeline::Outcome;
use crate::domain::product::Product;
use crate::domain::product_line::ProductLine;
use crate::domain::quota::{Row, Split};
use crate::i18n::Lang;
use crate::present::for_tests::*;
use crate::present::format;
use crate::present::goals::certificate::Certificate;

/// Two years in which Ann wins a lead of 100 yuan on the tenth of each month and loses another.
fn history() -> Workspace {
    let mut workspace = team();
    for month in 0..24 {
        let first = day("2024-11-01").plus_months(month);
        for (nth, stage) in [(0, WON), (1, LOST)] {
            let id = u64::from(month) * 2 + nth;
            let lead = Lead {
                owner: Some(ANN),
                stage: Some(stage),
                amount: Some(yuan_of(100)),
                created: Some(first.minus(20)),
                closes: Some(first.plus(9)),
                ..Lead::default()
            };
            put(&mut workspace, LeadId::drawn(id + 1), &lead);
        }
    }
    workspace
}

fn view(workspace: &Workspace, bearer: Bearer) -> ForecastView {
    let period = "2026-Q4".parse().expect("a period");
    ForecastView::new(workspace, period, bearer, day("2026-11-20"), &Passed::default())
        .expect("a forecast")
}

#[test]
fn without_history_the_answer_is_plain() {
    let view = view(&team(), Bearer::Company);
    assert_eq!((view.landed.clone(), view.trend.ahead.len()), (None, 0));
    assert_eq!(words::sentences(Lang::En, &view), [Lang::En.forecast_nothing_closed()]);
}

#[test]
fn months_are_counted_to_the_last_that_is_over() {
    let trend = view(&history(), Bearer::Company).trend;
    assert_eq!((trend.past.len(), trend.ahead.len()), (24, 6));
    assert!(trend.past.iter().all(|it| it.won == yuan_of(100)));
    assert_eq!(trend.ahead[0].first, day("2026-11-01"));
    assert_eq!(trend.ahead[0].likely, yuan_of(100));
}

#[test]
fn a_person_without_leads_has_nothing_to_bring() {
    let view = view(&history(), Bearer::Person(CY));
    assert_eq!((view.outlook.won, view.trend.past.len()), (0, 0));
    assert_eq!(view.landed.map(|it| it.high), Some(yuan_of(0)));
}

#[test]
fn open_leads_without_an_amount_are_taken_at_what_leads_bring() {
    let mut workspace = history();
    let created = Some(day("2026-11-10"));
    let open = Lead { owner: Some(ANN), stage: Some(OPEN), created, ..Lead::default() };
    put(&mut workspace, LeadId::drawn(500), &open);
    let view = view(&workspace, Bearer::Company);
    assert_eq!((view.estimated, view.outlook.open[0].amount), (1, 10_000));
}

#[test]
fn the_odds_of_a_stage_come_from_leads_that_were_in_it() {
    let workspace = history();
    let passed = Passed::of([1, 3, 4].into_iter().map(|id| (LeadId::drawn(id), OPEN)));
    let odds = stages::odds(&workspace, &passed);
    let rate = odds[&OPEN].rate.expect("a rate");
    assert_eq!((rate.successes, rate.trials), (2, 3));
    let row = &stages::rows(&workspace, &odds)[0];
    assert!((row.value - (2.0 + 10.0 * 0.5) / 13.0).abs() < 1e-12);
    assert_eq!(stages::behind(&workspace, &passed, OPEN).len(), 3);
    assert!(workspace.leads.values().all(|it| it.outcome(&workspace) != Outcome::Open));
}

#[test]
fn a_chance_is_never_all_or_nothing() {
    assert_eq!(words::chance(Lang::En, 1.0), "over 99%");
    assert_eq!(words::chance(Lang::Zh, 0.0), "不到 1%");
    assert_eq!(words::chance(Lang::En, 0.624), "62%");
}

#[test]
fn what_is_expected_has_three_digits() {
    let about = |yuan| words::about(Lang::Zh, yuan_of(yuan));
    assert_eq!([about(5_492_816), about(999), about(0)], ["¥5,490,000", "¥999", "¥0"]);
}

/// The history, with three leads of Ann that are open: two new ones, and one of an unknown age.
fn with_open() -> Workspace {
    let mut workspace = history();
    for (id, yuan, created) in [(501, 1_000, "2026-11-10"), (502, 333, "2026-10-30"), (503, 77, "")]
    {
        let lead = Lead {
            owner: Some(ANN),
            stage: Some(OPEN),
            amount: Some(yuan_of(yuan)),
            created: created.parse().ok(),
            ..Lead::default()
        };
        put(&mut workspace, LeadId::drawn(id), &lead);
    }
    workspace
}

fn paper(workspace: &Workspace, figure: certificate::Figure) -> Certificate {
    let view = view(workspace, Bearer::Company);
    let (trend, passed) = (view.trend.clone(), Passed::default());
    certificate::certificate(workspace, Lang::En, (&view, &trend), &passed, figure)
        .expect("a certificate")
}

/// What the records of a certificate add, with how.
fn told(workspace: &Workspace, figure: certificate::Figure) -> Vec<added::Added> {
    let view = view(workspace, Bearer::Company);
    let told = |id: &LeadId| added::added(workspace, Lang::En, &view, figure, *id);
    paper(workspace, figure).leads.iter().filter_map(told).collect()
}

fn minor(text: &str) -> i64 {
    format::parse_money(text.trim_start_matches("CN¥"), Currency::CNY).expect("an amount")
}

// By hand, as the formula says: amount × odds of each, and the sum of that.
#[test]
fn what_open_leads_bring_can_be_added_up_by_hand() {
    let workspace = with_open();
    let told = told(&workspace, certificate::Figure::Open);
    assert_eq!(told.len(), 3);
    for it in &told {
        let (amount, rest) = it.how.split_once(" × ").expect("a product");
        let odds = rest.split('%').next().and_then(|it| it.parse::<f64>().ok()).expect("odds");
        let (amount, adds) = (minor(amount) as f64, minor(&it.amount) as f64);
        assert!((amount * odds / 100.0 - adds).abs() <= amount * 0.0005 + 1.0, "{it:?}");
    }
    let sum: i64 = told.iter().map(|it| minor(&it.amount)).sum();
    let inputs = paper(&workspace, certificate::Figure::Open).inputs;
    assert_eq!(minor(&inputs[1].1), sum, "{inputs:?}");
    let ages: Vec<bool> = told.iter().map(|it| it.how.contains("days open: ")).collect();
    assert_eq!(ages, [true, true, false]);
    assert!(told[0].how.contains("days open: 10, at that age "), "{}", told[0].how);
}

#[test]
fn an_amount_that_nobody_typed_is_told_as_estimated() {
    let mut workspace = history();
    let created = Some(day("2026-11-10"));
    let open = Lead { owner: Some(ANN), stage: Some(OPEN), created, ..Lead::default() };
    put(&mut workspace, LeadId::drawn(500), &open);
    let told = told(&workspace, certificate::Figure::Landing);
    assert!(told[0].how.starts_with("CN¥100 (estimated) × "), "{}", told[0].how);
}

// The mean of the stretches is what the leads that came in them add.
#[test]
fn what_came_in_earlier_stretches_adds_up_to_their_mean() {
    let workspace = history();
    let outlook = view(&workspace, Bearer::Company).outlook;
    let of = |it: &crate::domain::outlook::Came| it.amount as f64 * it.times as f64;
    let sum: f64 = outlook.came.iter().map(of).sum();
    assert!((sum / outlook.fresh.len() as f64 - outlook.fresh_mean()).abs() < 1e-6);
    assert_eq!(told(&workspace, certificate::Figure::Fresh).len(), outlook.came.len());
    assert!(!outlook.came.is_empty());
}

// A lead of 100 is won on the tenth of each month, so a month is that one lead.
#[test]
fn a_month_that_is_over_opens_its_leads_and_one_ahead_what_it_rests_on() {
    use certificate::Figure::{Ahead, Past};
    let workspace = history();
    let past = paper(&workspace, Past(day("2026-03-01")));
    assert_eq!((past.value.as_str(), past.leads.len()), ("CN¥100", 1));
    let closes = workspace.leads.get(past.leads[0]).and_then(|it| it.closes);
    assert_eq!(closes, Some(day("2026-03-10")));
    let ahead = paper(&workspace, Ahead(day("2026-12-01")));
    assert_eq!((ahead.value.as_str(), ahead.leads.len()), ("CN¥100", 24));
    assert!(ahead.formula.contains("months ahead: 2"), "{}", ahead.formula);
    assert_eq!(ahead.inputs.iter().filter(|it| it.1 == "CN¥100").count(), 24);
}

// Leads that were in the stage were won alone, so its leads have better odds than those of their
// age; whoever else asks of the same days gets the same odds.
#[test]
fn whoever_asks_of_the_same_days_gets_the_odds_of_the_forecast() {
    let workspace = with_open();
    let won = (0..24).map(|nth| (LeadId::drawn(nth * 2 + 1), OPEN));
    let passed = Passed::of(won);
    let (period, today) = ("2026-Q4".parse().expect("a period"), day("2026-11-20"));
    let view = ForecastView::new(&workspace, period, Bearer::Company, today, &passed);
    let view = view.expect("a forecast");
    let asked = chances_of(&workspace, view.span, Currency::CNY, (today, &passed));
    let odds: Vec<(LeadId, f64)> = view.outlook.open.iter().map(|it| (it.lead, it.odds)).collect();
    assert_eq!(asked, Some(odds));
    assert!(view.outlook.open.iter().all(|it| it.by_age < it.odds), "{:?}", view.outlook.open);
}

fn lands(workspace: &Workspace, rows: &[Row], yuan: i64) -> Vec<Option<Lands>> {
    let span = Period::Quarter(2026, 4).span(workspace.settings().fiscal_start()).expect("days");
    let goals = rows.iter().map(|it| (*it, yuan_of(yuan))).collect();
    let mut landings = Landings::begin(span, day("2026-11-20"), goals);
    while !landings.advance(workspace, &Passed::default()) {}
    let found = landings.finish();
    rows.iter().map(|it| found.get(it).copied()).collect()
}

/// The page of forecasts says it of one at a time.
#[test]
fn every_goal_lands_where_its_own_forecast_does() {
    let mut workspace = history();
    let bearers = [Bearer::Company, Bearer::Team(NORTH), Bearer::Person(ANN), Bearer::Person(CY)];
    let period = Period::Quarter(2026, 4);
    for bearer in bearers {
        let id = Goal::id_of(bearer, period);
        let (bearer, period, quota) = (Some(bearer), Some(period), Some(yuan_of(250)));
        let goal = Goal { bearer, period, quota, ..Goal::default() };
        put(&mut workspace, id, &goal);
    }
    let found = lands(&workspace, &bearers.map(Row::from), 250);
    for (bearer, found) in bearers.into_iter().zip(found) {
        let (alone, found) =
            (view(&workspace, bearer).landed.expect("it lands"), found.expect("it"));
        let three = (alone.low, alone.likely, alone.high);
        assert_eq!((found.low, found.likely, found.high), three, "{bearer}");
        assert_eq!(Some(found.chance), alone.chance, "{bearer}");
    }
    assert_eq!(lands(&team(), &[Row::from(Bearer::Company)], 250), [None]);
}

/// What is sold in one product alone is what the company sells; an open lead of two products counts
/// for each with its lines' share, 300 to 100 of 100 yuan.
#[test]
fn a_part_lands_where_what_counts_for_it_does() {
    let (mut workspace, [anvil, bolt]) = (history(), [1, 2].map(ProductId::drawn));
    for product in [anvil, bolt] {
        put(&mut workspace, product, &Product::default());
    }
    let all: Vec<(LeadId, Lead)> =
        workspace.leads.iter().map(|(id, it)| (id, it.clone())).collect();
    for (id, lead) in all {
        put(&mut workspace, id, &Lead { product: Some(anvil), ..lead });
    }
    let [of_anvil, of_bolt] = [anvil, bolt].map(|it| Row::Part(Split::Product, PartId(it.into())));
    let found = lands(&workspace, &[Row::Company(Split::Product), of_anvil, of_bolt], 250);
    assert_eq!(found[0], found[1]);
    assert_eq!(found[2].map(|it| it.high), Some(yuan_of(0)));
    let lines = [(anvil, 300), (bolt, 100)].map(|(it, yuan)| ProductLine::one(it, yuan_of(yuan)));
    let open = Lead {
        stage: Some(OPEN),
        amount: Some(yuan_of(100)),
        lines: lines.to_vec(),
        ..Lead::default()
    };
    put(&mut workspace, LeadId::drawn(500), &open);
    let rates = Rates::latest(&workspace);
    let amounts = [of_anvil, of_bolt].map(|row| {
        let survey = Survey::of(&workspace, row, Currency::CNY, &rates);
        let open = survey.leads.into_iter().filter(|it| it.counts && it.outcome == Outcome::Open);
        open.filter_map(|it| it.amount).collect::<Vec<i64>>()
    });
    assert_eq!(amounts, [[7_500], [2_500]]);
}

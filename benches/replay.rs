//! What the replay of a plan costs with 10,000 deals of 100 people in twelve months, natively: the
//! whole, and piece by piece, because between two pieces the page answers. The plan has tiers by
//! attainment, a team override, a cap and a clawback, and another one is published. Fails over budget.
#![allow(clippy::print_stdout, reason = "the table is for the person who asked for it")]

use std::time::{Duration, Instant};

use huddle::domain::calendar::{Day, Period};
use huddle::domain::commission::kept::PayPlan;
use huddle::domain::goal::{Bearer, Goal};
use huddle::domain::id::{GoalId, LeadId, PayPlanId, PersonId, StageId, TeamId};
use huddle::domain::lead::Lead;
use huddle::domain::money::{Currency, Money};
use huddle::domain::people::{Person, Team};
use huddle::domain::pipeline::{Outcome, Stage};
use huddle::domain::workspace::{Kept, Workspace};
use huddle::i18n::Lang;
use huddle::present::pay::replay::{ReplayView, Working};

const DEALS: u64 = 10_000;
const PEOPLE: u64 = 100;
const TEAM: u64 = 10;
/// For everything.
const BUDGET_MS: f64 = 2_000.0;
/// A half of the page's own budget for what blocks it: the module is optimised for size.
const PIECE_MS: f64 = 25.0;

const NEW: &str = r#"{"currency":"CNY","period":"month","components":[
    {"rate":"4%","cap":"90000","tiers":{"by":"attainment","steps":[
        {"from":"80%","times":"1.2"},{"from":"100%","times":"1.5"},{"from":"130%","times":"2"}]}},
    {"of":"team","rate":"0.5%"}],"clawback":{"within_days":90}}"#;
const OLD: &str =
    r#"{"currency":"CNY","period":"month","from":"2025-01-01","components":[{"rate":"5%"}]}"#;

fn main() {
    let workspace = workspace();
    let today: Day = "2027-01-10".parse().expect("a day");
    let id = PayPlanId::drawn(2);
    let view = ReplayView::new(&workspace, Lang::En, id, (today, None)).expect("a replay");
    assert_eq!((view.error, view.rows.len()), (None, PEOPLE as usize));
    let mut whole = f64::MAX;
    let mut pieces: Vec<f64> = Vec::new();
    for _ in 0..5 {
        let (all, own) = once(&workspace, id, today);
        whole = whole.min(all);
        match pieces.is_empty() {
            true => pieces = own,
            false => pieces.iter_mut().zip(own).for_each(|(least, it)| *least = least.min(it)),
        }
    }
    println!("{DEALS} deals, {PEOPLE} people, 12 months\n");
    println!("| what | measured | budget |\n|---|---:|---:|");
    println!("| all {} pieces | {whole:.0} ms | {BUDGET_MS} ms |", pieces.len());
    let mut sorted: Vec<(usize, f64)> = pieces.into_iter().enumerate().collect();
    sorted.sort_by(|one, other| other.1.total_cmp(&one.1));
    for (place, millis) in sorted.iter().take(5) {
        println!("| piece {place} | {millis:.1} ms | {PIECE_MS} ms |");
    }
    assert!(whole < BUDGET_MS, "the replay takes {whole:.0} ms");
}

/// The time of a replay, and of its pieces.
fn once(workspace: &Workspace, id: PayPlanId, today: Day) -> (f64, Vec<f64>) {
    let (mut pieces, mut working) = (Vec::new(), None);
    pieces.push(timed(|| working = Working::begin(workspace, Lang::En, id, (today, None))));
    let mut working = working.expect("a replay");
    let mut is_done = false;
    while !is_done {
        pieces.push(timed(|| is_done = working.advance(workspace)));
    }
    pieces.push(timed(|| drop(working.finish(workspace))));
    (pieces.iter().sum(), pieces)
}

fn timed(act: impl FnOnce()) -> f64 {
    let begun = Instant::now();
    act();
    let taken: Duration = begun.elapsed();
    taken.as_secs_f64() * 1_000.0
}

/// Ten teams of ten, each person with a quota of each month and a hundred deals over the year.
fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    let won = StageId::drawn(1);
    put(&mut workspace, won, &Stage { outcome: Outcome::Won, ..Stage::default() });
    for nth in 0..PEOPLE {
        let (name, team) = (format!("Person {nth:03}"), Some(TeamId::drawn(nth / TEAM)));
        if nth % TEAM == 0 {
            let team = Team { name: format!("Team {nth}"), manager: name.clone() };
            put(&mut workspace, TeamId::drawn(nth / TEAM), &team);
        }
        put(&mut workspace, person(nth), &Person { name, team, ..Person::default() });
        for month in 1..=12 {
            let (bearer, period) = (Bearer::Person(person(nth)), Period::Month(2026, month));
            let quota = Some(Money::new(40_000_000 + nth as i64 * 100_000, Currency::CNY));
            let (period, id): (_, GoalId) = (Some(period), Goal::id_of(bearer, period));
            let goal = Goal { bearer: Some(bearer), period, quota, ..Goal::default() };
            put(&mut workspace, id, &goal);
        }
    }
    let first: Day = "2026-01-01".parse().expect("a day");
    for nth in 0..DEALS {
        let amount = 1_000_000 + (nth * 7_919 % 9_973) as i64 * 1_003;
        let lead = Lead {
            name: format!("Deal {nth}"),
            amount: Some(Money::new(amount, Currency::CNY)),
            stage: Some(won),
            owner: Some(person(nth % PEOPLE)),
            closes: Some(first.plus(nth * 6_151 % 365)),
            ..Lead::default()
        };
        put(&mut workspace, LeadId::drawn(nth), &lead);
    }
    for (nth, plan) in [(1, OLD), (2, NEW)] {
        let plan = PayPlan {
            name: format!("Plan {nth}"),
            plan: plan.to_owned(),
            people: (0..PEOPLE).map(person).collect(),
            published: (nth == 1).then_some(first),
            ..PayPlan::default()
        };
        put(&mut workspace, PayPlanId::drawn(nth), &plan);
    }
    workspace
}

fn person(nth: u64) -> PersonId {
    PersonId::drawn(nth)
}

fn put<R: Kept>(workspace: &mut Workspace, id: R::Id, record: &R) {
    let fields = record.fields();
    let mut fields = fields.iter().map(|(name, value)| (*name, value));
    workspace.refresh(R::TABLE, id.into(), Some(&mut fields));
}

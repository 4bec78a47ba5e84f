//! Plans that end where others begin: no deal is paid twice, and no period loses its quota unseen.

use super::*;
use crate::domain::calendar::Period;
use crate::domain::command::{Command, Context};
use crate::domain::commission::follow::paid_by;
use crate::domain::commission::kept::{DealPay, PayDeed, PaySlip};
use crate::domain::commission::part_period::{PartPeriod, PartYear, part_periods, part_years};
use crate::domain::for_tests::{day, put, take};
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::{LeadId, PersonId, StageId};
use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Money};
use crate::domain::people::Person;
use crate::domain::pipeline::{Outcome, Stage};

const OLD: PayPlanId = PayPlanId::drawn(1);
const NEW: PayPlanId = PayPlanId::drawn(2);
const ANN: PersonId = PersonId::drawn(1);
const JULY: Period = Period::Month(2026, 7);

fn yuan(major: i64) -> Option<Money> {
    Some(Money::new(major * 100, Currency::CNY))
}

fn plan(name: &str, text: &str) -> PayPlan {
    PayPlan {
        name: name.to_owned(),
        plan: format!(r#"{{"currency":"CNY","period":"month",{text}}}"#),
        people: vec![ANN],
        published: Some(day("2026-01-01")),
        ..PayPlan::default()
    }
}

/// A board with a deal of 1,000 that was signed in June and paid for in July.
fn board(old: &str) -> Workspace {
    let mut workspace = Workspace::default();
    put(&mut workspace, ANN, &Person { name: "Ann".to_owned(), ..Person::default() });
    put(&mut workspace, StageId::drawn(1), &Stage { outcome: Outcome::Won, ..Stage::default() });
    let lead = Lead {
        amount: yuan(1_000),
        stage: Some(StageId::drawn(1)),
        owner: Some(ANN),
        closes: Some(day("2026-06-20")),
        ..Lead::default()
    };
    put(&mut workspace, LeadId::drawn(1), &lead);
    let paid = Some(day("2026-07-20"));
    put(&mut workspace, LeadId::drawn(1), &DealPay { paid, ..DealPay::default() });
    put(&mut workspace, OLD, &plan("Old", old));
    workspace
}

fn give(workspace: &mut Workspace, deed: PayDeed) -> Result<(), PayRefused> {
    let ctx = Context { today: day("2026-08-10") };
    match crate::domain::apply::apply(workspace, &Command::Pay(Box::new(deed)), &ctx) {
        Ok(changes) => {
            take(workspace, &changes);
            Ok(())
        }
        Err(Rejection::Pay(why)) => Err(*why),
        Err(other) => panic!("{other:?}"),
    }
}

fn publish(workspace: &mut Workspace, plan: &PayPlan, last: LastPeriod) -> Result<(), PayRefused> {
    let ends = vec![Ending { plan: OLD, last }];
    give(workspace, PayDeed::PublishAfter(NEW, plan.clone(), ends))
}

/// What both plans pay Ann until the end of July, in minor units.
fn paid(workspace: &Workspace) -> i64 {
    let of = |(id, known): (PayPlanId, &PayPlan)| {
        let plan = read(known).expect("a plan");
        let paid = paid_by(workspace, (id, known, &plan), JULY, &[]).expect("pay").1;
        paid.slips.iter().flat_map(|it| &it.lines).map(|it| it.amount).sum::<i64>()
    };
    workspace.pay_plans.iter().map(of).sum()
}

const RATE: &str = r#""components":[{"rate":"10%"}]"#;

#[test]
fn a_deal_signed_under_the_old_plan_and_paid_for_under_the_new_one_is_paid_once() {
    let mut workspace = board(&format!(r#""from":"2026-01-01",{RATE}"#));
    let waits = |more: &str| {
        plan("New", &format!(r#""counted_on":"paid","from":"2026-07-01",{more}{RATE}"#))
    };
    // To end the older plan is not enough: it has paid for the deal already.
    let twice = Err(PayRefused::PaidTwice(vec!["Old".to_owned()]));
    assert_eq!(publish(&mut workspace, &waits(""), LastPeriod::AsWritten), twice);
    let version = PayPlan { follows: Some(OLD), ..waits("") };
    assert_eq!(give(&mut workspace, PayDeed::SavePlan(NEW, version)), twice);
    let apart = waits(r#""signed_from":"2026-07-01","#);
    assert_eq!(publish(&mut workspace, &apart, LastPeriod::AsWritten), Ok(()));
    assert_eq!(paid(&workspace), 10_000);
    // Where it is meant, it is paid by both.
    let mut workspace = board(&format!(r#""from":"2026-01-01",{RATE}"#));
    let meant = PayPlan { beside: vec![OLD], beside_reason: "cash counts".to_owned(), ..waits("") };
    assert_eq!(publish(&mut workspace, &meant, LastPeriod::AsWritten), Ok(()));
    assert_eq!(paid(&workspace), 20_000);
}

#[test]
fn a_new_version_that_waits_for_the_customer_measures_what_the_old_one_paid_for() {
    let tiers = r#""components":[{"tiers":{"over":"year","steps":[{"from":0,"rate":"10%"},{"from":1000,"rate":"20%"}]}}]"#;
    let mut workspace = board(&format!(r#""from":"2026-01-01",{tiers}"#));
    let text =
        format!(r#""counted_on":"paid","from":"2026-07-01","signed_from":"2026-07-01",{tiers}"#);
    let version = PayPlan { follows: Some(OLD), ..plan("New", &text) };
    assert_eq!(give(&mut workspace, PayDeed::SavePlan(NEW, version)), Ok(()));
    let lead = workspace.leads.get(LeadId::drawn(1)).expect("a lead").clone();
    let lead = Lead { closes: Some(day("2026-07-02")), ..lead };
    put(&mut workspace, LeadId::drawn(2), &lead);
    let customer_paid = Some(day("2026-07-30"));
    put(&mut workspace, LeadId::drawn(2), &DealPay { paid: customer_paid, ..DealPay::default() });
    // The first 1,000 of the year are June's, at 10 %; July's 1,000 lie above them, at 20 %.
    assert_eq!(paid(&workspace), 10_000 + 20_000);
}

const QUOTA: &str = r#""salary":"3100","components":[{"rate":"10%","tiers":{"by":"attainment","steps":[{"from":1,"times":2}]}}]"#;

/// A board on which the quota of July is 31,000.
fn with_quota(old: &str) -> Workspace {
    let mut workspace = board(old);
    let bearer = Bearer::Person(ANN);
    let goal = Goal { quota: yuan(31_000), ..Goal::default() };
    for month in [5, 6, 7] {
        put(&mut workspace, Goal::id_of(bearer, Period::Month(2026, month)), &goal);
    }
    workspace
}

fn parts(workspace: &Workspace, id: PayPlanId) -> Vec<PartPeriod> {
    let known = workspace.pay_plans.get(id).expect("a plan");
    part_periods(workspace, (known, &read(known).expect("a plan")))
}

#[test]
fn a_plan_that_ends_within_a_period_says_what_becomes_of_its_quota_and_is_cut_if_wanted() {
    let old = format!(r#""from":"2026-05-01",{QUOTA}"#);
    let new = plan("New", &format!(r#""from":"2026-07-15","prorated":true,{QUOTA}"#));
    let part = |runs, cut: i64| PartPeriod {
        period: JULY,
        runs,
        of: 31,
        quotas: Some((3_100_000, cut * 100)),
        has_fixed: true,
    };
    let mut workspace = with_quota(&old);
    assert_eq!(parts(&workspace, OLD), []);
    // Left as it is, the older plan would pay the salary of all July, beside that of the new one.
    let twice = Err(PayRefused::PaidTwice(vec!["Old".to_owned()]));
    assert_eq!(publish(&mut workspace, &new, LastPeriod::AsWritten), twice);
    assert_eq!(publish(&mut workspace, &new, LastPeriod::ByDays), Ok(()));
    // 14 and 17 of the 31 days: 31,000 are the parts together.
    assert_eq!(parts(&workspace, OLD), [part(14, 14_000)]);
    assert_eq!(parts(&workspace, NEW), [part(17, 17_000)]);
    // Salaries of May and June, 1,400 and 1,700 of July, and 10 % of the deal of June.
    assert_eq!(paid(&workspace), (3_100 * 2 + 1_400 + 1_700 + 100) * 100);
}

#[test]
fn what_is_closed_is_not_cut() {
    let close = |workspace: &mut Workspace| {
        for month in [5, 6] {
            let period = Period::Month(2026, month);
            assert_eq!(give(workspace, PayDeed::Close(OLD, period)), Ok(()));
        }
    };
    let slips = |it: &Workspace| it.pay_slips.values().cloned().collect::<Vec<PaySlip>>();
    let new = plan("New", &format!(r#""from":"2026-07-15","prorated":true,{QUOTA}"#));
    // All that is closed were whole periods: they stay what they are.
    let mut workspace = with_quota(&format!(r#""from":"2026-05-01",{QUOTA}"#));
    close(&mut workspace);
    let closed = slips(&workspace);
    assert_eq!(publish(&mut workspace, &new, LastPeriod::ByDays), Ok(()));
    assert_eq!(slips(&workspace), closed);
    let paid: i64 = closed.iter().filter_map(|it| it.payout).map(|it| it.minor).sum();
    let known = workspace.pay_plans.get(OLD).expect("a plan");
    let plan = read(known).expect("a plan");
    let june = Period::Month(2026, 6);
    let now = paid_by(&workspace, (OLD, known, &plan), june, &[]).expect("pay").1;
    let now: i64 = now.slips.iter().flat_map(|it| &it.lines).map(|it| it.amount).sum();
    assert_eq!(now, paid);
    // Of May only a part is in the plan, and it was paid whole.
    let mut workspace = with_quota(&format!(r#""from":"2026-05-10",{QUOTA}"#));
    close(&mut workspace);
    let refused = Err(PayRefused::CannotCut("Old".to_owned()));
    assert_eq!(publish(&mut workspace, &new, LastPeriod::ByDays), refused);
    // The same by hand.
    let known = workspace.pay_plans.get(OLD).expect("a plan").clone();
    let ended =
        known.plan.replace(r#""from":"2"#, r#""until":"2026-07-14","prorated":true,"from":"2"#);
    let by_hand = PayDeed::SavePlan(OLD, PayPlan { plan: ended, ..known });
    assert_eq!(give(&mut workspace, by_hand.clone()), Err(PayRefused::Frozen));
    let mut workspace = with_quota(&format!(r#""from":"2026-05-01",{QUOTA}"#));
    close(&mut workspace);
    let PayDeed::SavePlan(_, whole) = by_hand else { unreachable!() };
    let whole = PayPlan { plan: whole.plan.replace("05-10", "05-01"), ..whole };
    assert_eq!(give(&mut workspace, PayDeed::SavePlan(OLD, whole)), Ok(()));
}

/// A board on which every month of 2026 has a quota of 1,000.
fn with_year(old: &str) -> Workspace {
    let mut workspace = board(old);
    let goal = Goal { quota: yuan(1_000), ..Goal::default() };
    for month in 1..=12 {
        put(&mut workspace, Goal::id_of(Bearer::Person(ANN), Period::Month(2026, month)), &goal);
    }
    workspace
}

const YEAR: &str = r#""components":[{"rate":"10%","tiers":{"by":"attainment","over":"year","steps":[{"from":"5%","times":2}]}}]"#;

// By hand: the quotas of the year are 12,000, of which 5 % are 600. Of the deal of 1,000, 600 at 10 %
// and 400 at 20 % are 140, in whichever month it is asked for, and by whichever version.
#[test]
fn what_is_measured_over_the_year_goes_by_the_quotas_of_all_of_it() {
    for from in ["2026-01-01", "2026-06-01"] {
        let workspace = with_year(&format!(r#""from":"2026-01-01",{YEAR}"#));
        let mut workspace = workspace;
        let next = plan("New", &format!(r#""from":"{from}",{YEAR}"#));
        if from != "2026-01-01" {
            let next = PayPlan { follows: Some(OLD), ..next };
            put(&mut workspace, NEW, &next);
        }
        assert_eq!(paid(&workspace), 14_000, "{from}");
    }
}

fn years(text: &str, follows: Option<PayPlanId>) -> Vec<PartYear> {
    let workspace = with_year(r#""from":"2026-01-01","components":[]"#);
    let known = PayPlan { follows, ..plan("New", text) };
    part_years(&workspace, (&known, &read(&known).expect("a plan")))
}

// By hand: January to August are 243 of 365 days, eight quotas of twelve; from October on, 92 days.
#[test]
fn a_year_of_which_a_plan_runs_for_a_part_says_what_it_is_measured_against() {
    let ends = PartYear {
        year: Period::Year(2026),
        runs: 243,
        of: 365,
        begins: None,
        quotas: Some((1_200_000, 800_000)),
    };
    let until = |more: &str| format!(r#""from":"2026-01-01","until":"2026-08-31",{more}{YEAR}"#);
    assert_eq!(years(&until(""), None), [ends]);
    assert_eq!(years(&until(r#""prorated":true,"#), None), [ends]);
    let to_date = until("").replace(r#""year""#, r#""year_to_date""#);
    assert_eq!(years(&to_date, None), []);
    let from = format!(r#""from":"2026-10-01",{YEAR}"#);
    let begins = Some(day("2026-10-01"));
    let begun = PartYear { runs: 92, begins, quotas: None, ..ends };
    assert_eq!(years(&from, None), [begun]);
    // A version that follows another takes over what was sold and asked before.
    assert_eq!(years(&from, Some(OLD)), []);
    let amount = until("").replace("attainment", "amount").replace("5%\",\"times", "500\",\"times");
    assert_eq!(years(&amount, None), []);
    assert_eq!(years(&format!(r#""from":"2026-01-01",{YEAR}"#), None), []);
}

/// By hand: a pool of 1,000 a month, of which Ann has 30 % and Bo 70 %.
#[test]
fn whoever_gets_another_name_keeps_their_share_of_a_pool() {
    let pool = r#""components":[{"kind":"pool","amount":1000,"shares":{"Ann":"30%","Bo":"70%"}}]"#;
    let mut workspace = board(pool);
    let bo = PersonId::drawn(2);
    put(&mut workspace, bo, &Person { name: "Bo".to_owned(), ..Person::default() });
    let people = vec![ANN, bo];
    put(&mut workspace, OLD, &PayPlan { people, ..plan("Old", pool) });
    let paid = |workspace: &Workspace| {
        let known = workspace.pay_plans.get(OLD).expect("a plan");
        let read = format::plan_of_text(&known.plan).expect("it is read");
        let paid = paid_by(workspace, (OLD, known, &read), JULY, &[]).expect("it pays");
        let last = paid.1.turns.len() - 1;
        let slips = paid.1.slips.iter().filter(|it| it.turn == last);
        slips.map(|it| (paid.0.people[it.member], it.payout())).collect::<Vec<_>>()
    };
    let before = paid(&workspace);
    assert!(before.contains(&(ANN, 30_000)) && before.contains(&(bo, 70_000)), "{before:?}");
    let renamed = Person { name: "Anna \"A\"".to_owned(), ..Person::default() };
    let command = Command::SavePerson(ANN, Box::new(renamed));
    let ctx = Context { today: day("2026-08-10") };
    let changes = crate::domain::apply::apply(&workspace, &command, &ctx).expect("renamed");
    take(&mut workspace, &changes);
    assert_eq!(paid(&workspace), before);
    let known = workspace.pay_plans.get(OLD).expect("a plan");
    assert!(known.plan.contains("Anna"), "{}", known.plan);
}

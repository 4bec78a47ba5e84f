//! A period that is closed stays what it was: it is run again from the stored plan and the records
//! and changes nothing, whatever order the deals arrived in, and the replay of the plan in force is
//! what was closed.
//!
//! The truth is what was closed itself, months before, when nobody knew yet what came later.

use huddle::domain::apply::apply;
use huddle::domain::calendar::{Day, FiscalStart, Period};
use huddle::domain::command::{Command, Context};
use huddle::domain::commission::facts::Deal;
use huddle::domain::commission::follow::paid_by;
use huddle::domain::commission::format;
use huddle::domain::commission::kept::{CreditTo, DealPay, PayDeed, PayPlan, PaySlip, WHOLE};
use huddle::domain::commission::plan::Plan;
use huddle::domain::commission::statement::{Of, lines};
use huddle::domain::exact::Exact;
use huddle::domain::goal::{Bearer, Goal};
use huddle::domain::id::{LeadId, PayPlanId, PayTrueUpId, PersonId, ProductId, StageId, TeamId};
use huddle::domain::lead::Lead;
use huddle::domain::money::{Currency, Money};
use huddle::domain::people::{Person, Team};
use huddle::domain::pipeline::{Outcome, Stage};
use huddle::domain::product::Product;
use huddle::domain::workspace::{Kept, Workspace};
use huddle::i18n::Lang;
use huddle::present::pay::replay::ReplayView;
use proptest::prelude::*;

use crate::commission_properties::{any_deals, any_plan};
use crate::import_support::headless::board::take_changes;

const PLAN: PayPlanId = PayPlanId::drawn(1);
const STAGE: StageId = StageId::drawn(1);

/// Deals are signed until May, cancelled and paid for until October.
const MONTHS: u32 = 12;

pub fn put<R: Kept>(workspace: &mut Workspace, id: R::Id, record: &R) {
    let fields = record.fields();
    let mut fields = fields.iter().map(|(name, value)| (*name, value));
    workspace.refresh(R::TABLE, id.into(), Some(&mut fields));
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn person(place: usize) -> PersonId {
    PersonId::drawn(1 + place as u64)
}

fn month(number: u32) -> Period {
    Period::Month(2026, number)
}

fn last_day(number: u32) -> Day {
    month(number).span(FiscalStart::new(1)).expect("a month").last
}

/// Ann and Bo are managed by Mo, and Mo by Zoe; everybody has the same quota each month.
fn board(plan: &Plan) -> Workspace {
    let mut workspace = Workspace::default();
    let (east, west) = (TeamId::drawn(1), TeamId::drawn(2));
    for (id, name, manager) in [(east, "East", "Mo"), (west, "West", "Zoe")] {
        put(&mut workspace, id, &Team { name: name.to_owned(), manager: manager.to_owned() });
    }
    let teams = [Some(east), Some(east), Some(west), None];
    for (place, (name, team)) in ["Ann", "Bo", "Mo", "Zoe"].into_iter().zip(teams).enumerate() {
        let started = Some(day("2026-01-01"));
        let known = Person { name: name.to_owned(), team, started, ..Person::default() };
        put(&mut workspace, person(place), &known);
        let months = [2026, 2027]
            .into_iter()
            .flat_map(|year| (1..=12).map(move |number| Period::Month(year, number)));
        for period in months {
            let bearer = Bearer::Person(person(place));
            let quota = Some(Money::new(100_000, Currency::USD));
            let (bearer_of, period_of) = (Some(bearer), Some(period));
            let goal = Goal { bearer: bearer_of, period: period_of, quota, ..Goal::default() };
            put(&mut workspace, Goal::id_of(bearer, period), &goal);
        }
    }
    for (id, name) in [(1, "A"), (2, "B")] {
        let product = Product { name: name.to_owned(), ..Product::default() };
        put(&mut workspace, ProductId::drawn(id), &product);
    }
    put(&mut workspace, STAGE, &Stage { outcome: Outcome::Won, ..Stage::default() });
    let known = PayPlan {
        name: "Plan".to_owned(),
        plan: format::print(plan),
        people: (0..4).map(person).collect(),
        published: Some(day("2026-01-01")),
        ..PayPlan::default()
    };
    put(&mut workspace, PLAN, &known);
    workspace
}

/// What is known of a deal on a day: it is not paid for or cancelled before that is so.
fn arrive(workspace: &mut Workspace, (id, deal): (u64, &Deal), today: Day) {
    let known = |it: Option<Day>| it.filter(|it| *it <= today);
    let points = |it: Exact| it.times(Exact::whole(WHOLE.into())).map_or(0, Exact::rounded);
    let lead = Lead {
        name: deal.id.clone(),
        owner: deal.credits.first().map(|it| person(it.member)),
        stage: Some(STAGE),
        amount: deal.amount,
        product: Some(ProductId::drawn(if deal.product == "A" { 1 } else { 2 })),
        closes: deal.signed,
        ..Lead::default()
    };
    let credit = |it: &huddle::domain::commission::facts::Credit| CreditTo {
        person: person(it.member),
        share: points(it.share),
    };
    let pay = DealPay {
        credits: deal.credits.iter().map(credit).collect(),
        margin: deal.margin.map(|it| Money::new(it, Currency::USD)),
        paid: known(deal.paid),
        cancelled: known(deal.cancelled),
    };
    put(workspace, LeadId::drawn(id), &lead);
    put(workspace, LeadId::drawn(id), &pay);
}

/// The year as it goes by: each month its deals arrive in some order, and then it is closed. Which
/// lead a deal becomes, and so the order it stands in, is drawn as well.
fn year(plan: &Plan, deals: &[(u64, Deal)]) -> Workspace {
    let mut workspace = board(plan);
    for number in 1..=MONTHS {
        let today = last_day(number);
        for (id, deal) in deals.iter().filter(|(_, it)| it.signed <= Some(today)) {
            arrive(&mut workspace, (*id, deal), today);
        }
        let close = Command::Pay(Box::new(PayDeed::Close(PLAN, month(number))));
        let ctx = Context { today: today.next() };
        let changes = apply(&workspace, &close, &ctx).expect("it is closed");
        take_changes(&mut workspace, &changes);
    }
    workspace
}

/// What everybody was paid each month, in order.
fn closed(workspace: &Workspace) -> Vec<PaySlip> {
    let all = (1..=MONTHS).flat_map(|number| {
        (0..4).map(move |place| PaySlip::id_of(PLAN, person(place), month(number)))
    });
    all.map(|it| workspace.pay_slips.get(it).expect("a statement").clone()).collect()
}

fn payouts(slips: &[PaySlip]) -> Vec<i64> {
    slips.iter().map(|it| it.payout.map_or(0, |it| it.minor)).collect()
}

fn from_january(plan: Plan) -> Plan {
    Plan { from: Some(day("2026-01-01")), ..plan }
}

/// The deals, each with the lead that it becomes.
fn any_arrivals() -> impl Strategy<Value = Vec<(u64, Deal)>> {
    any_deals().prop_flat_map(|deals| {
        let ids: Vec<u64> = (1..=deals.len() as u64).collect();
        (Just(ids).prop_shuffle(), Just(deals).prop_shuffle())
            .prop_map(|(ids, deals)| ids.into_iter().zip(deals).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_closed_period_that_is_run_again_changes_nothing(plan in any_plan(), deals in any_arrivals()) {
        let plan = from_january(plan);
        let workspace = year(&plan, &deals);
        let known = workspace.pay_plans.get(PLAN).expect("a plan").clone();
        let stored = format::plan_of_text(&known.plan).expect("it is read");
        prop_assert_eq!(&stored, &plan);
        let (gathered, paid) =
            paid_by(&workspace, (PLAN, &known, &stored), month(MONTHS), &[]).expect("it pays");
        for slip in closed(&workspace) {
            let (person, period) = (slip.person.expect("who"), slip.period.expect("when"));
            let of = Of { id: PLAN, plan: &stored, person, period };
            prop_assert_eq!(&lines(&workspace, of, (&gathered, &paid)), &slip.lines, "{:?}", period);
            let sum: i64 = slip.lines.iter().map(|it| it.amount).sum();
            prop_assert_eq!(slip.payout, Some(Money::new(sum, Currency::USD)));
        }
        // Nothing can be closed a second time, and nothing asks for a correction.
        let ctx = Context { today: day("2027-02-01") };
        for number in 1..=MONTHS {
            let again = Command::Pay(Box::new(PayDeed::Close(PLAN, month(number))));
            prop_assert!(apply(&workspace, &again, &ctx).is_err());
            let slip = PaySlip::id_of(PLAN, person(0), month(number));
            let correct = PayDeed::TrueUp(PayTrueUpId::drawn(1), slip, "why".to_owned());
            prop_assert!(apply(&workspace, &Command::Pay(Box::new(correct)), &ctx).is_err());
        }
    }

    #[test]
    fn the_order_in_which_deals_arrive_changes_no_statement(
        plan in any_plan(),
        (one, other) in any_arrivals().prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle())),
    ) {
        let plan = from_january(plan);
        // The same deals as other leads, told of in another order.
        let ids: Vec<u64> = (1..=other.len() as u64).rev().collect();
        let other: Vec<(u64, Deal)> =
            ids.into_iter().zip(other).map(|(id, (_, deal))| (id, deal)).collect();
        let paid = |deals: &[(u64, Deal)]| payouts(&closed(&year(&plan, deals)));
        prop_assert_eq!(paid(&one), paid(&other));
    }

    #[test]
    fn the_replay_of_the_plan_in_force_is_what_was_closed(plan in any_plan(), deals in any_arrivals()) {
        let plan = from_january(plan);
        let workspace = year(&plan, &deals);
        // The second year begins in March: what was kept back before is released within it.
        for until in [month(MONTHS), Period::Month(2027, 2)] {
            let asked = (day("2027-03-15"), Some(until));
            let view = ReplayView::new(&workspace, Lang::En, PLAN, asked).expect("a replay");
            prop_assert_eq!(view.error, None);
            for row in view.rows {
                prop_assert_eq!((row.change.as_str(), &row.now), ("$0", &row.then), "{}", row.name);
            }
        }
    }
}

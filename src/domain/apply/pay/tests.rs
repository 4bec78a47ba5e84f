//! What becomes of plans, deals and statements.

use super::*;
use crate::domain::calendar::Day;
use crate::domain::command::Command;
use crate::domain::commission::kept::{Ending, LastPeriod};
use crate::domain::for_tests::{day, put, take};
use crate::domain::id::{PersonId, StageId};
use crate::domain::lead::Lead;
use crate::domain::money::Currency;
use crate::domain::people::Person;
use crate::domain::pipeline::{Outcome, Stage};

const PLAN: PayPlanId = PayPlanId::drawn(1);
const ANN: PersonId = PersonId::drawn(1);
const MAY: Period = Period::Month(2026, 5);
const TIERS: &str = r#"{"currency":"CNY","period":"month","from":"2026-01-01","components":[{"name":"all","tiers":{"mode":"retroactive","steps":[{"from":0,"rate":"5%"},{"from":1000,"rate":"10%"}]}}]}"#;

fn won(amount: i64, closes: &str) -> Lead {
    let amount = Some(Money::new(amount * 100, Currency::CNY));
    let (stage, owner) = (Some(StageId::drawn(1)), Some(ANN));
    Lead {
        name: "deal".to_owned(),
        amount,
        stage,
        owner,
        closes: Some(day(closes)),
        ..Lead::default()
    }
}

fn plan(text: &str, published: Option<Day>) -> PayPlan {
    PayPlan {
        name: "Plan".to_owned(),
        plan: text.to_owned(),
        people: vec![ANN],
        published,
        ..PayPlan::default()
    }
}

fn board() -> Workspace {
    let mut workspace = Workspace::default();
    put(&mut workspace, ANN, &Person { name: "Ann".to_owned(), ..Person::default() });
    put(&mut workspace, StageId::drawn(1), &Stage { outcome: Outcome::Won, ..Stage::default() });
    put(&mut workspace, LeadId::drawn(1), &won(800, "2026-05-03"));
    put(&mut workspace, PLAN, &plan(TIERS, Some(day("2026-01-01"))));
    workspace
}

fn give(workspace: &mut Workspace, deed: PayDeed) -> Result<(), PayRefused> {
    let ctx = Context { today: day("2026-06-10") };
    let changes = crate::domain::apply::apply(workspace, &Command::Pay(Box::new(deed)), &ctx);
    match changes {
        Ok(changes) => {
            take(workspace, &changes);
            Ok(())
        }
        Err(Rejection::Pay(why)) => Err(*why),
        Err(other) => panic!("{other:?}"),
    }
}

fn slip(workspace: &Workspace) -> (PaySlipId, PaySlip) {
    let id = PaySlip::id_of(PLAN, ANN, MAY);
    (id, workspace.pay_slips.get(id).expect("a statement").clone())
}

#[test]
fn a_closed_period_stays_and_is_corrected_with_a_reason() {
    let mut workspace = board();
    assert_eq!(give(&mut workspace, PayDeed::Close(PLAN, MAY)), Ok(()));
    let (id, closed) = slip(&workspace);
    assert_eq!((closed.payout.map(|it| it.minor), closed.lines.len()), (Some(4_000), 1));
    assert_eq!(give(&mut workspace, PayDeed::Close(PLAN, MAY)), Err(PayRefused::ClosedAlready));
    let true_up = |reason: &str| PayDeed::TrueUp(PayTrueUpId::drawn(1), id, reason.to_owned());
    let nothing = give(&mut workspace, true_up("no change"));
    assert_eq!(nothing, Err(PayRefused::NothingToCorrect));
    // A deal that comes late lifts the month into the next tier.
    put(&mut workspace, LeadId::drawn(2), &won(200, "2026-05-30"));
    assert_eq!(slip(&workspace).1, closed);
    assert_eq!(give(&mut workspace, true_up(" ")), Err(PayRefused::ReasonMissing));
    assert_eq!(give(&mut workspace, true_up("entered late")), Ok(()));
    let made = workspace.pay_true_ups.values().next().and_then(|it| it.amount);
    assert_eq!(made.map(|it| it.minor), Some(6_000));
    assert_eq!(paid_so_far(&workspace, id, &closed), 10_000);
    assert_eq!(slip(&workspace).1, closed);
    // It is paid with the period in which it was made.
    let known = workspace.pay_plans.get(PLAN).and_then(|it| read(it).ok()).expect("a plan");
    let period = Period::Month(2026, 6);
    let record = workspace.pay_plans.get(PLAN).expect("a plan");
    let (gathered, paid) = paid_by(&workspace, (PLAN, record, &known), period, &[]).expect("pay");
    let of = Of { id: PLAN, plan: &known, person: ANN, period };
    let june = lines(&workspace, of, (&gathered, &paid));
    assert_eq!(
        june.iter().map(|it| (it.amount, it.deal.as_str())).collect::<Vec<_>>(),
        [(6_000, "entered late")]
    );
}

#[test]
fn what_cannot_be_paid_by_is_not_published() {
    let mut workspace = board();
    let save = |plan: PayPlan| PayDeed::SavePlan(PLAN, plan);
    let gap = r#"{"currency":"CNY","components":[{"tiers":{"steps":[{"from":0,"to":5,"rate":1},{"from":6,"rate":1}]}}]}"#;
    let published = Some(day("2026-01-01"));
    assert_eq!(give(&mut workspace, save(plan(gap, published))), Err(PayRefused::Seam(0, 1)));
    assert_eq!(give(&mut workspace, save(plan(gap, None))), Ok(()));
    let nobody = PayPlan { people: vec![], ..plan(TIERS, published) };
    assert_eq!(give(&mut workspace, save(nobody)), Err(PayRefused::NobodyAssigned));
    let odd = give(&mut workspace, save(plan("{}", None)));
    assert!(matches!(odd, Err(PayRefused::Unreadable(_))));
}

#[test]
fn only_a_period_that_has_ended_is_closed() {
    let mut workspace = board();
    let june = PayDeed::Close(PLAN, Period::Month(2026, 6));
    assert_eq!(give(&mut workspace, june), Err(PayRefused::NotEnded));
    put(&mut workspace, PLAN, &plan(TIERS, None));
    assert_eq!(give(&mut workspace, PayDeed::Close(PLAN, MAY)), Err(PayRefused::NotPublished));
}

#[test]
fn the_shares_of_a_deal_are_the_whole() {
    let mut workspace = board();
    let credit = |share| crate::domain::commission::kept::CreditTo { person: ANN, share };
    let set = |share| {
        PayDeed::SetDeal(
            LeadId::drawn(1),
            DealPay { credits: vec![credit(share)], ..DealPay::default() },
        )
    };
    assert_eq!(give(&mut workspace, set(9_999)), Err(PayRefused::SharesNotWhole));
    assert_eq!(give(&mut workspace, set(WHOLE)), Ok(()));
    let credits = vec![credit(4_000), credit(6_000)];
    let twice = PayDeed::SetDeal(LeadId::drawn(1), DealPay { credits, ..DealPay::default() });
    let refused = Err(PayRefused::CreditedTwice("Ann".to_owned()));
    assert_eq!(give(&mut workspace, twice), refused);
}

#[test]
fn a_plan_with_closed_periods_stays_as_it_is() {
    let mut workspace = board();
    let bob = PersonId::drawn(2);
    put(&mut workspace, bob, &Person { name: "Bob".to_owned(), ..Person::default() });
    assert_eq!(give(&mut workspace, PayDeed::Close(PLAN, MAY)), Ok(()));
    let closed = slip(&workspace).1;
    let published = Some(day("2026-01-01"));
    let known = plan(TIERS, published);
    let mut save = |change: PayPlan| give(&mut workspace, PayDeed::SavePlan(PLAN, change));
    let by_quarter = TIERS.replace("month", "quarter");
    assert_eq!(save(plan(&by_quarter, published)), Err(PayRefused::Frozen));
    assert_eq!(save(plan(TIERS, None)), Err(PayRefused::Frozen));
    let without = PayPlan { people: vec![bob], ..known.clone() };
    assert_eq!(save(without), Err(PayRefused::Frozen));
    let ended =
        |until: &str| TIERS.replacen("\"from\"", &format!("\"until\":\"{until}\",\"from\""), 1);
    assert_eq!(save(plan(&ended("2026-05-30"), published)), Err(PayRefused::Frozen));
    assert_eq!(save(plan(&ended("2026-05-31"), published)), Ok(()));
    let both = PayPlan { name: "Named".to_owned(), people: vec![ANN, bob], ..known };
    assert_eq!(save(both), Ok(()));
    // Whoever joins after the others were closed is paid for the period too.
    assert_eq!(give(&mut workspace, PayDeed::Close(PLAN, MAY)), Ok(()));
    assert!(workspace.pay_slips.has(PaySlip::id_of(PLAN, bob, MAY)));
    assert_eq!(slip(&workspace).1, closed);
    assert_eq!(give(&mut workspace, PayDeed::Close(PLAN, MAY)), Err(PayRefused::ClosedAlready));
}

#[test]
fn a_plan_is_saved_when_somebody_on_it_was_deleted() {
    let mut workspace = board();
    assert_eq!(give(&mut workspace, PayDeed::Close(PLAN, MAY)), Ok(()));
    let gone = Command::DeletePerson(ANN);
    let ctx = Context { today: day("2026-06-10") };
    let changes = crate::domain::apply::apply(&workspace, &gone, &ctx).expect("accepted");
    take(&mut workspace, &changes);
    let named = PayPlan { name: "Named".to_owned(), ..plan(TIERS, Some(day("2026-01-01"))) };
    assert_eq!(give(&mut workspace, PayDeed::SavePlan(PLAN, named)), Ok(()));
}

/// The records of a plan of months from January on, with deals by their months, as (number, amount
/// in major units, month).
fn running(text: &str, deals: &[(u64, i64, u32)]) -> Workspace {
    let mut workspace = board();
    put(&mut workspace, PLAN, &plan(text, Some(day("2026-01-01"))));
    put(&mut workspace, LeadId::drawn(1), &Lead::default());
    for (nth, amount, month) in deals {
        put(&mut workspace, LeadId::drawn(*nth), &won(*amount, &format!("2026-{month:02}-10")));
    }
    workspace
}

const NEXT: PayPlanId = PayPlanId::drawn(2);

/// Publishes the next version as of May.
fn follow(workspace: &mut Workspace, change: impl Fn(&str) -> String) {
    let copy = PayDeed::NewVersion(NEXT, PLAN, day("2026-05-01"), "Next".to_owned());
    assert_eq!(give(workspace, copy), Ok(()));
    let draft = workspace.pay_plans.get(NEXT).expect("a draft").clone();
    let published = Some(day("2026-05-01"));
    let next = PayPlan { plan: change(&draft.plan), published, ..draft };
    assert_eq!(give(workspace, PayDeed::SavePlan(NEXT, next)), Ok(()));
}

/// What Ann is paid by a plan in a month.
fn payout(workspace: &Workspace, id: PayPlanId, month: u32) -> i64 {
    let known = workspace.pay_plans.get(id).expect("a plan");
    let (read, period) = (read(known).expect("a plan"), Period::Month(2026, month));
    let (gathered, paid) = paid_by(workspace, (id, known, &read), period, &[]).expect("pay");
    let lines = gathered.lines_of(&read, &paid, ANN, period);
    lines.iter().map(|it| it.amount).sum()
}

#[test]
fn a_new_version_carries_what_is_owed_and_kept_back() {
    let text = r#"{"currency":"CNY","period":"month","from":"2026-04-01","clawback":{},"holdback":{"share":"50%","release_after_months":1},"components":[{"name":"all","rate":"10%"}]}"#;
    let mut workspace = running(text, &[(1, 1_000, 4), (2, 1_000, 5), (3, 500, 4)]);
    follow(&mut workspace, |it| it.replace("0.1", "0.2").replace("\"0.5\"", "\"0.25\""));
    let close = give(&mut workspace, PayDeed::Close(PLAN, MAY));
    assert_eq!(close, Err(PayRefused::Followed(day("2026-05-01"))));
    let delete = give(&mut workspace, PayDeed::DeletePlan(PLAN));
    assert_eq!(delete, Err(PayRefused::Followed(day("2026-05-01"))));
    // April: half of 100 and of 50.
    assert_eq!(payout(&workspace, PLAN, 4), 7_500);
    // The old one pays nothing any more.
    assert_eq!(payout(&workspace, PLAN, 5), 0);
    let next = workspace.pay_plans.get(PLAN).and_then(|it| read(it).ok()).expect("a plan");
    assert_eq!(next.until, Some(day("2026-04-30")));
    // May: the kept halves of April, and of the 200 of the new version three quarters.
    assert_eq!(payout(&workspace, NEXT, 5), 7_500 + 15_000);
    let cancelled = DealPay { cancelled: Some(day("2026-06-02")), ..DealPay::default() };
    put(&mut workspace, LeadId::drawn(3), &cancelled);
    // June: what May kept back, less what April paid for the deal that is cancelled.
    assert_eq!(payout(&workspace, NEXT, 6), 5_000 - 5_000);
}

#[test]
fn a_new_version_goes_on_with_the_debt_and_the_year() {
    let draw = r#"{"currency":"CNY","period":"month","from":"2026-04-01","draw":{"amount":100,"recoverable":true},"components":[{"name":"all","rate":"10%"}]}"#;
    let mut workspace = running(draw, &[(1, 600, 4), (2, 1_200, 5)]);
    follow(&mut workspace, str::to_owned);
    // 60 are earned and 40 advanced; of the 120 in May 20 go back.
    assert_eq!(payout(&workspace, PLAN, 4), 10_000);
    assert_eq!(payout(&workspace, NEXT, 5), 10_000);
    let tiers = r#"{"currency":"CNY","period":"month","from":"2026-04-01","components":[{"name":"all","tiers":{"over":"year","steps":[{"from":0,"rate":"5%"},{"from":1000,"rate":"10%"}]}}]}"#;
    let mut workspace = running(tiers, &[(1, 600, 4), (2, 1_200, 5)]);
    follow(&mut workspace, str::to_owned);
    // 600 of the year are sold: 400 at 5 %, 800 at 10 %.
    assert_eq!(payout(&workspace, NEXT, 5), 2_000 + 8_000);
}

#[test]
fn a_new_version_begins_with_a_period_that_is_open() {
    let mut workspace = board();
    assert_eq!(give(&mut workspace, PayDeed::Close(PLAN, MAY)), Ok(()));
    let copy = |from: &str| PayDeed::NewVersion(NEXT, PLAN, day(from), "Next".to_owned());
    for from in ["2026-05-01", "2026-06-02"] {
        assert_eq!(give(&mut workspace, copy(from)), Ok(()));
        let draft = workspace.pay_plans.get(NEXT).expect("a draft").clone();
        let next = PayPlan { published: Some(day("2026-06-01")), ..draft };
        let refused = give(&mut workspace, PayDeed::SavePlan(NEXT, next));
        assert_eq!(refused, Err(PayRefused::NotAVersion(day("2026-06-01"))), "{from}");
    }
    assert_eq!(give(&mut workspace, copy("2026-06-01")), Ok(()));
    let draft = workspace.pay_plans.get(NEXT).expect("a draft").clone();
    let next = PayPlan { published: Some(day("2026-06-01")), ..draft };
    assert_eq!(give(&mut workspace, PayDeed::SavePlan(NEXT, next)), Ok(()));
    assert_eq!(give(&mut workspace, PayDeed::DeletePlan(PLAN)), Err(PayRefused::PlanUsed(1)));
}

#[test]
fn a_partner_who_was_deleted_takes_nobody_elses_share_along() {
    use crate::domain::commission::kept::CreditTo;
    let mut workspace = board();
    let bob = PersonId::drawn(2);
    put(&mut workspace, bob, &Person { name: "Bob".to_owned(), ..Person::default() });
    let credit = |person, share| CreditTo { person, share };
    let shared =
        DealPay { credits: vec![credit(ANN, 6_000), credit(bob, 4_000)], ..DealPay::default() };
    assert_eq!(give(&mut workspace, PayDeed::SetDeal(LeadId::drawn(1), shared.clone())), Ok(()));
    // 5 % of 60 % of 800.
    assert_eq!(payout(&workspace, PLAN, 5), 2_400);
    let ctx = Context { today: day("2026-06-10") };
    let gone = crate::domain::apply::apply(&workspace, &Command::DeletePerson(bob), &ctx);
    take(&mut workspace, &gone.expect("accepted"));
    assert_eq!(payout(&workspace, PLAN, 5), 2_400);
    let paid = DealPay { paid: Some(day("2026-06-01")), ..shared };
    assert_eq!(give(&mut workspace, PayDeed::SetDeal(LeadId::drawn(1), paid)), Ok(()));
}

#[test]
fn a_margin_is_paid_for_where_a_deal_has_several_products() {
    use crate::domain::id::ProductId;
    use crate::domain::product::Product;
    use crate::domain::product_line::ProductLine;
    let text = r#"{"currency":"CNY","period":"month","from":"2026-01-01","components":[{"base":"margin","rate":"10%"}]}"#;
    let mut workspace = running(text, &[]);
    let line = |nth, amount: i64| {
        ProductLine::one(ProductId::drawn(nth), Money::new(amount * 100, Currency::CNY))
    };
    for nth in [1, 2] {
        let named = Product { name: format!("P{nth}"), ..Product::default() };
        put(&mut workspace, ProductId::drawn(nth), &named);
    }
    let lead = Lead { lines: vec![line(1, 300), line(2, 500)], ..won(800, "2026-05-03") };
    put(&mut workspace, LeadId::drawn(1), &lead);
    let margin = Some(Money::new(10_001, Currency::CNY));
    put(&mut workspace, LeadId::drawn(1), &DealPay { margin, ..DealPay::default() });
    assert_eq!(payout(&workspace, PLAN, 5), 1_000);
}

/// A second plan that pays Ann for all deals from a day on.
fn second(from: &str) -> PayPlan {
    let text = TIERS.replace("2026-01-01", from);
    PayPlan { name: "Second".to_owned(), ..plan(&text, Some(day("2026-06-01"))) }
}

fn until(workspace: &Workspace, id: PayPlanId) -> Option<Day> {
    workspace.pay_plans.get(id).and_then(|it| read(it).ok()).and_then(|it| it.until)
}

#[test]
fn who_would_be_paid_twice_is_not_unless_that_is_meant() {
    let mut workspace = board();
    let save = |plan: PayPlan| PayDeed::PublishAfter(NEXT, plan, Vec::new());
    let twice = Err(PayRefused::PaidTwice(vec!["Plan".to_owned()]));
    assert_eq!(give(&mut workspace, save(second("2026-07-01"))), twice);
    // A draft overlaps with nothing yet.
    let draft = PayPlan { published: None, ..second("2026-07-01") };
    assert_eq!(give(&mut workspace, PayDeed::SavePlan(NEXT, draft)), Ok(()));
    let meant = PayPlan { beside: vec![PLAN], ..second("2026-07-01") };
    let refused = give(&mut workspace, save(meant.clone()));
    assert_eq!(refused, Err(PayRefused::BesideReasonMissing));
    let meant = PayPlan { beside_reason: "launch".to_owned(), ..meant };
    assert_eq!(give(&mut workspace, save(meant.clone())), Ok(()));
    // It is meant from both sides, and stays so with another name.
    let named = PayPlan { name: "Renamed".to_owned(), ..meant };
    assert_eq!(give(&mut workspace, save(named)), Ok(()));
    let older = PayPlan { name: "Older".to_owned(), ..plan(TIERS, Some(day("2026-01-01"))) };
    assert_eq!(give(&mut workspace, PayDeed::SavePlan(PLAN, older)), Ok(()));
    // What was meant is not any more without its reason.
    let plain = PayPlan { name: "Renamed".to_owned(), ..second("2026-07-01") };
    let twice = Err(PayRefused::PaidTwice(vec!["Older".to_owned()]));
    assert_eq!(give(&mut workspace, save(plain)), twice);
}

#[test]
fn the_older_plan_ends_on_the_day_before_in_one_step() {
    let mut workspace = board();
    let ends = vec![Ending { plan: PLAN, last: LastPeriod::AsWritten }];
    let save = |from: &str| PayDeed::PublishAfter(NEXT, second(from), ends.clone());
    assert_eq!(give(&mut workspace, PayDeed::Close(PLAN, MAY)), Ok(()));
    // What is closed stays, so it ends after that alone.
    let refused = give(&mut workspace, save("2026-05-01"));
    assert_eq!(refused, Err(PayRefused::CannotEnd("Plan".to_owned())));
    assert_eq!(give(&mut workspace, save("2026-06-01")), Ok(()));
    assert_eq!(until(&workspace, PLAN), Some(day("2026-05-31")));
    assert_eq!(until(&workspace, NEXT), None);
}

#[test]
fn a_statement_is_signed_by_whom_it_is_for_until_it_is_corrected() {
    use crate::domain::apply::corrections;
    use crate::domain::commission::sign::{MOST_LETTERS, Strokes};
    let mut workspace = board();
    let id = PaySlip::id_of(PLAN, ANN, MAY);
    let typed = |name: &str| PayDeed::Sign(id, None, name.to_owned());
    assert_eq!(give(&mut workspace, typed("Ann")), Err(PayRefused::SlipGone));
    assert_eq!(give(&mut workspace, PayDeed::Close(PLAN, MAY)), Ok(()));
    let closed = slip(&workspace).1;
    assert_eq!(give(&mut workspace, typed(" ")), Err(PayRefused::SignatureMissing));
    let other = Err(PayRefused::NotTheSigner("Ann".to_owned()));
    assert_eq!(give(&mut workspace, typed("Bob")), other);
    assert_eq!(give(&mut workspace, typed(" ann ")), Ok(()));
    let signed = slip(&workspace).1;
    assert_eq!((signed.signed, signed.signer.as_str()), (Some(day("2026-06-10")), "Ann"));
    assert_eq!((signed.payout, signed.lines), (closed.payout, closed.lines));
    // However long somebody draws, little is stored.
    let drawn: Vec<(i64, i64)> = (0..5_000).map(|it| (it * 37 % 480, it * 91 % 160)).collect();
    let strokes = Strokes::of(&[drawn]);
    assert!(strokes.is_some());
    let deed = Command::Pay(Box::new(PayDeed::Sign(id, strokes, String::new())));
    let ctx = Context { today: day("2026-06-11") };
    let changes = crate::domain::apply::apply(&workspace, &deed, &ctx).expect("signed");
    let fields =
        serde_json::to_string(&changes.writes.iter().map(|it| &it.value).collect::<Vec<_>>());
    let stored = fields.expect("JSON").len();
    assert!(stored < MOST_LETTERS + 100, "{stored}");
    take(&mut workspace, &changes);
    put(&mut workspace, LeadId::drawn(2), &won(200, "2026-05-30"));
    let true_up = PayDeed::TrueUp(PayTrueUpId::drawn(1), id, "entered late".to_owned());
    assert_eq!(give(&mut workspace, true_up), Ok(()));
    assert!(slip(&workspace).1.signed_after < corrections(&workspace, id));
    assert_eq!(give(&mut workspace, typed("Ann")), Ok(()));
    assert_eq!(slip(&workspace).1.signed_after, corrections(&workspace, id));
}

//! What is told as paid twice is what the reckoning of pay itself pays by both plans.

use proptest::prelude::*;

use super::*;
use crate::domain::commission::facts::{Credit, Deal, Facts, Member};
use crate::domain::commission::{Kind, pay};
use crate::domain::exact::Exact;
use crate::domain::for_tests::{day, put};
use crate::domain::money::{Currency, Money};
use crate::domain::people::Team;

const OLD: PayPlanId = PayPlanId::drawn(1);
const NEW: PayPlanId = PayPlanId::drawn(2);
const ANN: PersonId = PersonId::drawn(1);
const BO: PersonId = PersonId::drawn(2);

fn record(text: &str) -> PayPlan {
    let text = format!(r#"{{"currency":"CNY","period":"month",{text}}}"#);
    let (people, published) = (vec![ANN, BO], Some(day("2026-01-01")));
    PayPlan { name: "Plan".to_owned(), plan: text, people, published, ..PayPlan::default() }
}

fn told(old: &str, new: &str) -> Option<Overlap> {
    let mut workspace = Workspace::default();
    put(&mut workspace, ANN, &Person { name: "Ann".to_owned(), ..Person::default() });
    put(&mut workspace, BO, &Person { name: "Bo".to_owned(), ..Person::default() });
    let team = Team { name: "North".to_owned(), manager: "Bo".to_owned() };
    put(&mut workspace, crate::domain::id::TeamId::drawn(1), &team);
    put(&mut workspace, OLD, &record(old));
    let known = record(new);
    let plan = format::plan_of_text(&known.plan).expect("a plan");
    overlaps(&workspace, (NEW, &known, &plan)).into_iter().next()
}

#[track_caller]
fn check(old: &str, new: &str, expect: Option<(&str, &str, &[Twice])>) {
    let told = told(old, new);
    let days = |it: Option<Day>| it.map(|it| it.to_string()).unwrap_or_default();
    let told = told.map(|it| {
        assert_eq!(it.deals, None);
        let Days { first, last } = it.days.expect("days");
        (days(first), days(last), it.twice)
    });
    let expect = expect.map(|(first, last, it)| (first.to_owned(), last.to_owned(), it.to_vec()));
    assert_eq!(told, expect, "{old} {new}");
}

const RATE: &str = r#""components":[{"rate":"5%"}]"#;

#[test]
fn the_days_on_which_both_pay_are_told() {
    let both: &[Twice] = &[Twice::Parts(0, 0)];
    check(RATE, RATE, Some(("", "", both)));
    let from = |it: &str| format!(r#""from":"{it}",{RATE}"#);
    let until = |it: &str| format!(r#""until":"{it}",{RATE}"#);
    check(&from("2026-01-01"), &from("2026-07-01"), Some(("2026-07-01", "", both)));
    check(&until("2026-07-31"), &from("2026-07-01"), Some(("2026-07-01", "2026-07-31", both)));
    check(&until("2026-06-30"), &from("2026-07-01"), None);
}

#[test]
fn what_is_meant_to_add_up_is_not_told() {
    let spiff = r#""components":[{"kind":"spiff","each":"50"}]"#;
    let team = r#""components":[{"of":"team","rate":"1%"}]"#;
    let pool = r#""components":[{"kind":"pool","amount":"500"}]"#;
    let bonus = r#""components":[{"kind":"bonus","measure":{"by":"attainment"},"levels":[{"from":1,"amount":300}]}]"#;
    for on_top in [spiff, team, pool, bonus] {
        check(RATE, on_top, None);
        check(on_top, RATE, None);
    }
    check(spiff, spiff, None);
    check(bonus, bonus, Some(("", "", &[Twice::Parts(0, 0)])));
    let yearly = bonus.replace(r#""attainment""#, r#""attainment","over":"year""#);
    check(bonus, &yearly, None);
}

#[test]
fn an_override_is_paid_twice_to_those_who_manage_alone() {
    let team = r#""components":[{"of":"team","rate":"1%"}]"#;
    let below = r#""components":[{"of":"below","rate":"1%"}]"#;
    assert_eq!(told(team, below).map(|it| it.people), Some(vec![BO]));
    assert_eq!(told(RATE, RATE).map(|it| it.people), Some(vec![ANN, BO]));
}

#[test]
fn other_products_are_other_deals() {
    let of = |it: &str| format!(r#""components":[{{"products":["{it}"],"rate":"5%"}}]"#);
    let rest = r#""components":[{"products":["X"],"rate":"1%"},{"rest":true,"rate":"5%"}]"#;
    check(&of("X"), &of("Y"), None);
    check(&of("X"), RATE, Some(("", "", &[Twice::Parts(0, 0)])));
    check(&of("Y"), rest, Some(("", "", &[Twice::Parts(1, 0)])));
    check(&of("X"), rest, Some(("", "", &[Twice::Parts(0, 0)])));
}

#[test]
fn salaries_advances_and_guarantees_are_told() {
    let all = r#""salary":"100","guarantee":"50","draw":{"amount":"10","recoverable":true},"components":[]"#;
    check(all, all, Some(("", "", &[Twice::Salary, Twice::Draw, Twice::Guarantee])));
    check(all, RATE, None);
}

/// A part that pays a commission, of few products, classes and days, so that they often meet.
fn part() -> impl Strategy<Value = String> {
    let product = prop::option::of(prop::sample::select(vec!["X", "Y"]));
    let class = prop::option::of(prop::sample::select(vec!["A", "B"]));
    (product, class, any::<bool>(), prop::option::of(1_u32..15), prop::option::of(15_u32..28))
        .prop_map(|(product, class, rest, from, until)| {
            let mut fields = vec![r#""rate":"5%""#.to_owned()];
            fields.extend(product.map(|it| format!(r#""products":["{it}"]"#)));
            fields.extend(class.map(|it| format!(r#""classes":["{it}"]"#)));
            fields.extend(rest.then(|| r#""rest":true"#.to_owned()));
            fields.extend(from.map(|it| format!(r#""from":"2026-05-{it:02}""#)));
            fields.extend(until.map(|it| format!(r#""until":"2026-05-{it:02}""#)));
            format!("{{{}}}", fields.join(","))
        })
}

fn plan() -> impl Strategy<Value = String> {
    let parts = prop::collection::vec(part(), 1..4);
    let signed_from = prop::option::of(5_u32..20);
    let ends = (prop::option::of(1_u32..15), prop::option::of(15_u32..28));
    (parts, ends, any::<bool>(), signed_from).prop_map(
        |(parts, (from, until), waits, signed_from)| {
            let day = |key: &str, it: Option<u32>| {
                it.map(|it| format!(r#""{key}":"2026-05-{it:02}","#)).unwrap_or_default()
            };
            let (from, until) = (day("from", from), day("until", until));
            let signed_from = day("signed_from", signed_from.filter(|_| waits));
            let counted = if waits { r#""counted_on":"paid","# } else { "" };
            format!(
                r#"{{"currency":"CNY","period":"month",{counted}{signed_from}{from}{until}"components":[{}]}}"#,
                parts.join(",")
            )
        },
    )
}

/// The parts by which the reckoning pays a commission for a deal that is signed and paid for.
fn paying(plan: &Plan, (product, class): (&str, &str), (signed, paid): (Day, Day)) -> Vec<usize> {
    let credit = Credit { member: 0, share: Exact::ONE, overlay: false };
    let deal = Deal {
        signed: Some(signed),
        paid: Some(paid),
        amount: Some(Money::new(1_000_000, Currency::CNY)),
        product: product.to_owned(),
        class: class.to_owned(),
        credits: vec![credit],
        ..Deal::default()
    };
    let (members, deals) = (vec![Member::default()], vec![deal]);
    let turn = |it: &str| plan.cycle.turn_of(day(it), plan.start());
    let turns = Some((turn("2026-04-30"), turn("2026-06-01")));
    let facts = Facts { members, deals, turns, ..Facts::default() };
    let paid = pay(plan, &facts).expect("pay");
    let lines = paid.slips.iter().flat_map(|it| &it.lines);
    let lines = lines.filter(|it| it.kind == Kind::Commission && it.amount != 0);
    lines.filter_map(|it| it.component).collect()
}

/// What two written plans would pay Ann twice.
fn twice_of(plans: &[Plan; 2], texts: [&String; 2]) -> Option<Overlap> {
    let mut workspace = Workspace::default();
    put(&mut workspace, ANN, &Person { name: "Ann".to_owned(), ..Person::default() });
    let record =
        |it: &String| PayPlan { plan: it.clone(), people: vec![ANN], ..PayPlan::default() };
    let [first, second] = texts.map(record);
    between(&workspace, (&first, &plans[0]), (OLD, &second, &plans[1]))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn what_is_told_is_what_both_plans_pay(old in plan(), new in plan(), on in 1_u32..30, later in 0_u32..30, product in "[XYZ]", class in "[ABC]") {
        let plans = [&new, &old].map(|it| format::plan_of_text(it).expect("a plan"));
        let signed = day(&format!("2026-05-{on:02}"));
        let paid = day(&format!("2026-05-{:02}", (on + later).min(31)));
        let sold = (product.as_str(), class.as_str());
        let [first, second] = plans.each_ref().map(|it| paying(it, sold, (signed, paid)));
        let told = twice_of(&plans, [&new, &old]);
        for own in &first {
            for other in &second {
                let told = told.as_ref().expect("an overlap");
                prop_assert!(told.twice.contains(&Twice::Parts(*own, *other)));
                let counts = |it: Days| it.holds(plans[0].counts_on(&Deal { signed: Some(signed), paid: Some(paid), ..Deal::default() }).expect("a day"));
                prop_assert!(told.days.is_some_and(counts) || told.deals.is_some_and(|it| it.signed.holds(signed) && it.paid.holds(paid)));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 15, ..ProptestConfig::default() })]
    #[test]
    fn each_that_is_told_is_so_for_some_deal(old in plan(), new in plan()) {
        let plans = [&new, &old].map(|it| format::plan_of_text(it).expect("a plan"));
        let told = twice_of(&plans, [&new, &old]).map(|it| it.twice).unwrap_or_default();
        // All days of May, the one before and the one after.
        let on = |it: u64| day("2026-04-30").plus(it);
        let days: Vec<(Day, Day)> =
            (0..=32).flat_map(|it| (it..=32).map(move |then| (on(it), on(then)))).collect();
        let kinds: Vec<(&str, &str)> = ["X", "Y", "Z"].into_iter().flat_map(|it| ["A", "B", "C"].map(|class| (it, class))).collect();
        for it in told {
            let Twice::Parts(own, other) = it else { continue };
            let is_paid = kinds.iter().any(|sold| days.iter().any(|days| {
                paying(&plans[0], *sold, *days).contains(&own) && paying(&plans[1], *sold, *days).contains(&other)
            }));
            prop_assert!(is_paid, "{it:?}");
        }
    }
}

const PAID: &str = r#""counted_on":"paid","#;

/// What is told of deals: signed from, until, paid from, until.
#[track_caller]
fn check_deals(old: &str, new: &str, expect: Option<[&str; 4]>) {
    let told = told(old, new).map(|it| {
        assert_eq!((it.days, it.twice), (None, vec![Twice::Parts(0, 0)]));
        let DealDays { signed, paid } = it.deals.expect("deals");
        [signed.first, signed.last, paid.first, paid.last]
            .map(|it| it.map(|it| it.to_string()).unwrap_or_default())
    });
    assert_eq!(told, expect.map(|it| it.map(str::to_owned)), "{old} {new}");
}

#[test]
fn a_deal_that_one_plan_counts_signed_and_the_other_paid_is_told_though_they_share_no_day() {
    let until = |it: &str| format!(r#""until":"{it}",{RATE}"#);
    let from = |it: &str, more: &str| format!(r#""from":"{it}",{PAID}{more}{RATE}"#);
    let (old, new) = (until("2026-06-30"), from("2026-07-01", ""));
    check_deals(&old, &new, Some(["", "2026-06-30", "2026-07-01", ""]));
    // Deals that were signed before are the other plan's.
    check_deals(&old, &from("2026-07-01", r#""signed_from":"2026-07-01","#), None);
    // What is signed from July on cannot have been paid for until June.
    let waits = format!("{PAID}{old}");
    check_deals(&waits, &format!(r#""from":"2026-07-01",{RATE}"#), None);
    check_deals(&format!("{PAID}{RATE}"), RATE, Some(["", "", "", ""]));
}

#[test]
fn a_deal_that_was_paid_for_before_it_was_signed_is_told_where_records_say_so() {
    use crate::domain::commission::kept::DealPay;
    use crate::domain::id::{LeadId, StageId};
    use crate::domain::lead::Lead;
    use crate::domain::pipeline::{Outcome, Stage};
    let texts = [
        format!(r#"{{"currency":"CNY","period":"month","from":"2026-07-01",{RATE}}}"#),
        format!(r#"{{"currency":"CNY","period":"month",{PAID}"until":"2026-06-30",{RATE}}}"#),
    ];
    let [(new, plan), (old, second)] = texts.map(|text| {
        let plan = format::plan_of_text(&text).expect("a plan");
        (PayPlan { plan: text, people: vec![ANN], ..PayPlan::default() }, plan)
    });
    let mut workspace = Workspace::default();
    put(&mut workspace, ANN, &Person { name: "Ann".to_owned(), ..Person::default() });
    let (id, stage) = (LeadId::drawn(1), StageId::drawn(1));
    put(&mut workspace, stage, &Stage { outcome: Outcome::Won, ..Stage::default() });
    let (owner, closes) = (Some(ANN), Some(day("2026-07-05")));
    put(&mut workspace, id, &Lead { owner, closes, stage: Some(stage), ..Lead::default() });
    let told = |it: &Workspace| between(it, (&new, &plan), (OLD, &old, &second)).is_some();
    assert!(!told(&workspace));
    let paid = Some(day("2026-06-20"));
    put(&mut workspace, id, &DealPay { paid, ..DealPay::default() });
    assert!(told(&workspace));
}

#[test]
fn what_goes_by_periods_is_told_where_two_plans_share_a_period_and_no_day() {
    let salary = r#""salary":"100","components":[]"#;
    let (until, from) = (r#""until":"2026-07-14","#, r#""from":"2026-07-15","#);
    let whole: Option<(&str, &str, &[Twice])> =
        Some(("2026-07-01", "2026-07-31", &[Twice::Salary]));
    check(&format!("{until}{salary}"), &format!("{from}{salary}"), whole);
    let cut = r#""prorated":true,"#;
    check(&format!("{until}{cut}{salary}"), &format!("{from}{cut}{salary}"), None);
    // One that is whole pays for days of the other.
    let one = Some(("2026-07-15", "2026-07-31", &[Twice::Salary] as &[Twice]));
    check(&format!("{until}{salary}"), &format!("{from}{cut}{salary}"), one);
}

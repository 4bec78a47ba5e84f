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
    let told = told.map(|it| (days(it.first), days(it.last), it.twice));
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
    (parts, prop::option::of(1_u32..15), prop::option::of(15_u32..28)).prop_map(
        |(parts, from, until)| {
            let from = from.map(|it| format!(r#""from":"2026-05-{it:02}","#)).unwrap_or_default();
            let until =
                until.map(|it| format!(r#""until":"2026-05-{it:02}","#)).unwrap_or_default();
            format!(
                r#"{{"currency":"CNY","period":"month",{from}{until}"components":[{}]}}"#,
                parts.join(",")
            )
        },
    )
}

/// The parts by which the reckoning pays a commission for a deal.
fn paying(plan: &Plan, (product, class): (&str, &str), signed: Day) -> Vec<usize> {
    let credit = Credit { member: 0, share: Exact::ONE, overlay: false };
    let deal = Deal {
        signed: Some(signed),
        amount: Some(Money::new(1_000_000, Currency::CNY)),
        product: product.to_owned(),
        class: class.to_owned(),
        credits: vec![credit],
        ..Deal::default()
    };
    let (members, deals) = (vec![Member::default()], vec![deal]);
    let mut plan = plan.clone();
    // What lies before and after the plan is none of its deals, which `gather` leaves out.
    let runs = plan.from.is_none_or(|it| it <= signed) && plan.until.is_none_or(|it| signed <= it);
    (plan.from, plan.until) = (None, None);
    let paid = pay(&plan, &Facts { members, deals, ..Facts::default() }).expect("pay");
    let lines = paid.slips.iter().flat_map(|it| &it.lines);
    let lines = lines.filter(|it| it.kind == Kind::Commission && it.amount != 0 && runs);
    lines.filter_map(|it| it.component).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn what_is_told_is_what_both_plans_pay(old in plan(), new in plan(), on in 1_u32..30, product in "[XYZ]", class in "[ABC]") {
        let plans = [&new, &old].map(|it| format::plan_of_text(it).expect("a plan"));
        let signed = day(&format!("2026-05-{on:02}"));
        let sold = (product.as_str(), class.as_str());
        let [first, second] = plans.each_ref().map(|it| paying(it, sold, signed));
        let all = paid_twice((&plans[0], &plans[1]), signed);
        for own in &first {
            for other in &second {
                prop_assert!(all.contains(&Twice::Parts(*own, *other)));
            }
        }
        // And each that is told is so for a deal of some product and class.
        for it in &all {
            let Twice::Parts(own, other) = *it else { continue };
            let kinds = ["X", "Y", "Z"].into_iter().flat_map(|it| ["A", "B", "C"].map(|class| (it, class)));
            let is_paid = kinds.into_iter().any(|sold| {
                paying(&plans[0], sold, signed).contains(&own) && paying(&plans[1], sold, signed).contains(&other)
            });
            prop_assert!(is_paid, "{it:?}");
        }
    }
}

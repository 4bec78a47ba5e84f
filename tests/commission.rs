//! Pay against published worked examples, the product's own documentation, and what must hold for
//! every plan.
//!
//! Truth: `../shared/data/commission_cases_dev.json`, each case with its source; the examples of
//! `docs/commission.md` were worked out by hand.

use crate::import_support::headless::commission::answer;
use crate::import_support::json;
use serde_json::{Value, json};

/// What is asked for has to be in the answer; more may be.
#[track_caller]
fn check_holds(answer: &Value, expect: &Value, of: &str) {
    for (key, value) in expect.as_object().expect("an object") {
        assert_eq!(&answer[key], value, "{key} of {of}\n{answer:#}");
    }
}

/// The examples of the documentation: a case, and what it pays, in turns.
pub fn documented() -> Vec<Value> {
    let text = include_str!("../docs/commission.md");
    let examples = text.split("## An example of each").nth(1).expect("examples");
    let blocks: Vec<Value> = examples
        .split("```json\n")
        .skip(1)
        .filter_map(|it| it.split("```").next())
        .map(|it| serde_json::from_str(it).unwrap_or_else(|error| panic!("{error}: {it}")))
        .collect();
    assert!(60 <= blocks.len(), "{} blocks", blocks.len());
    blocks
}

#[test]
fn every_example_of_the_documentation_pays_what_it_says() {
    let blocks = documented();
    for pair in blocks.chunks(2) {
        let [case, expect] = pair else { panic!("an example without an answer") };
        let answer = answer(&case["plan"], &case["facts"]).expect("an answer");
        check_holds(&answer, expect, &case.to_string());
    }
}

/// A published case in the product's format.
fn mapped(case: &Value) -> (Value, Value) {
    let (plan, inputs) = (&case["plan"], &case["inputs"]);
    let sales = [&inputs["sales"], &inputs["net_sales"], &inputs["earned"]];
    let sales = sales.into_iter().find(|it| !it.is_null()).cloned().unwrap_or(json!([]));
    let one = |component: Value| json!({ "currency": "USD", "components": [component] });
    let by_month = |amounts: &Value| {
        let amounts = amounts.as_array().expect("amounts").iter().zip(1..);
        let deal = |(amount, month): (&Value, u32)| json!({ "id": month.to_string(), "date": format!("2002-{month:02}-15"), "amount": amount });
        json!({ "deals": amounts.map(deal).collect::<Vec<_>>() })
    };
    let kind = case["kind"].as_str().expect("kind");
    match kind {
        "marginal" | "retroactive" => {
            let step = |it: &Value| json!({ "from": it[0], "rate": it[2] });
            let steps: Vec<Value> =
                plan["tiers"].as_array().expect("tiers").iter().map(step).collect();
            let tiers = json!({ "tiers": { "mode": kind, "steps": steps } });
            (one(tiers), json!({ "sales": sales }))
        }
        "straight" => (one(json!({ "rate": plan["rate"] })), json!({ "sales": sales })),
        "salary plus commission over a threshold" => {
            let over = json!({ "at": plan["over"], "pays": "excess" });
            let mut own = one(json!({ "rate": plan["rate"], "threshold": over }));
            own["salary"] = plan["salary"].clone();
            (own, json!({ "sales": sales }))
        }
        "guarantee: greater of salary or commission" => {
            let mut own = one(json!({ "rate": plan["rate"] }));
            own["guarantee"] = plan["guarantee"].clone();
            (own, json!({ "sales": sales }))
        }
        it if it.contains("draw") => {
            let mut own = one(json!({ "rate": 1 }));
            own["period"] = json!("month");
            own["draw"] = json!({ "amount": plan["draw"], "recoverable": plan["recoverable"] });
            (own, by_month(&inputs["gross"]))
        }
        "split" => {
            let credits = plan["split"].as_array().expect("shares").iter().enumerate();
            let credits: Vec<Value> = credits
                .map(|(at, share)| json!({ "person": at.to_string(), "share": share }))
                .collect();
            let deal = json!({ "id": "a", "amount": inputs["deal"], "credits": credits });
            let people = json!({ "0": {}, "1": {} });
            (one(json!({ "rate": plan["rate"] })), json!({ "people": people, "deals": [deal] }))
        }
        "manager override, flat" => {
            let mut people = json!({ "manager": {} });
            let mut deals = Vec::new();
            for (at, amount) in sales.as_array().expect("sales").iter().enumerate() {
                people[at.to_string()] = json!({ "manager": "manager" });
                deals.push(
                    json!({ "id": format!("d{at}"), "person": at.to_string(), "amount": amount }),
                );
            }
            let team = json!({ "of": "team", "rate": plan["override"] });
            let plan =
                json!({ "currency": "USD", "components": [{ "rate": plan["rep_rate"] }, team] });
            (plan, json!({ "people": people, "deals": deals }))
        }
        "clawback, half" => {
            let mut own = one(json!({ "rate": 1 }));
            own["period"] = json!("month");
            own["clawback"] = json!({ "share": plan["early_exit_clawback"] });
            let deal = json!({ "id": "a", "date": "2026-01-05", "amount": sales, "cancelled": "2026-04-05" });
            (own, json!({ "deals": [deal], "report": "2026-04" }))
        }
        "retroactive cliff" => {
            let times = 1.0 + plan["uplift_from_1000"].as_f64().expect("a number");
            let tiers =
                json!({ "mode": "retroactive", "steps": [{ "from": 1000, "times": times }] });
            (one(json!({ "rate": plan["rate"], "tiers": tiers })), json!({ "sales": sales }))
        }
        "partner commission, months counted, base=contract" => {
            let tiers =
                json!({ "by": "count", "over": "year", "steps": [{ "from": 12, "times": 0 }] });
            let own = one(json!({ "rate": "25%", "tiers": tiers }));
            let months = inputs["payment_months"].as_u64().expect("months") as usize;
            let sales = vec![plan["month_amount"].clone(); months];
            (own, json!({ "before": { "count": inputs["months_already_paid"] }, "sales": sales }))
        }
        other => panic!("{other} is not mapped"),
    }
}

fn cents(value: &Value) -> i64 {
    let number = value.as_f64().or_else(|| value.as_str()?.parse().ok());
    (number.expect("a number") * 100.0).round() as i64
}

fn all_cents(values: &Value) -> Vec<i64> {
    values.as_array().expect("numbers").iter().map(cents).collect()
}

/// What the steps of a kind pay, in order.
fn amounts(answer: &Value, kind: &str) -> Vec<i64> {
    let steps = answer["steps"].as_array().expect("steps").iter();
    steps.filter(|it| it["kind"] == kind).map(|it| cents(&it["amount"])).collect()
}

#[track_caller]
fn check_published(case: &Value) {
    let result = &case["recomputed"];
    let (plan, facts) = mapped(case);
    // A list of sales stands for cases of their own where it is answered by a list.
    if case["kind"] == "retroactive cliff" {
        for (sale, expect) in
            facts["sales"].as_array().expect("sales").iter().zip(all_cents(result))
        {
            let answer = answer(&plan, &json!({ "sales": sale })).expect("an answer");
            assert_eq!(cents(&answer["payout"]), expect);
        }
        return;
    }
    let answer = answer(&plan, &facts).unwrap_or_else(|why| panic!("{case}: {why}"));
    let payout = cents(&answer["payout"]);
    let periods = answer["periods"].as_array().expect("periods").iter();
    let periods: Vec<i64> = periods.map(|it| cents(&it["payout"])).collect();
    let people: Vec<i64> =
        answer["people"].as_object().expect("people").values().map(cents).collect();
    match result {
        Value::Number(_) => assert_eq!(payout, cents(result)),
        Value::Array(_) => assert_eq!(people, all_cents(result)),
        _ => {}
    }
    for (key, value) in result.as_object().into_iter().flatten() {
        match key.as_str() {
            "parts" => assert_eq!(amounts(&answer, "commission"), all_cents(value)),
            "commission" => {
                assert_eq!(amounts(&answer, "commission").iter().sum::<i64>(), cents(value));
            }
            "total" | "gross" | "amount" => assert_eq!(payout, cents(value)),
            "net" | "paid" => assert_eq!(periods, all_cents(value)),
            "debt" | "balance_after" => {
                let owed = answer["owed"].get("rep").map_or(0, cents);
                assert_eq!(-owed, *all_cents(value).last().expect("a balance"));
            }
            "override_total" => {
                assert_eq!(amounts(&answer, "override").iter().sum::<i64>(), cents(value));
            }
            "rep_total" => {
                assert_eq!(amounts(&answer, "commission").iter().sum::<i64>(), cents(value));
            }
            "effective_rate_pct_1dp" => {
                let sold = cents(&case["inputs"]["sales"]);
                assert_eq!((payout * 1000 + sold / 2) / sold, cents(value) / 10);
            }
            other => panic!("{other} is not compared"),
        }
    }
}

#[test]
fn published_examples_agree_to_the_cent() {
    let cases = json("commission_cases_dev.json");
    let cases = cases["cases"].as_array().expect("cases");
    assert_eq!(cases.len(), 17);
    cases.iter().for_each(check_published);
}

// The override of each of the five reps, and not only their sum: the same source as the case.
#[test]
fn overrides_are_told_deal_by_deal() {
    let cases = json("commission_cases_dev.json");
    let case = cases["cases"].as_array().expect("cases").iter().find(|it| it["id"] == "c29");
    let case = case.expect("the case");
    let (plan, facts) = mapped(case);
    let answer = answer(&plan, &facts).expect("an answer");
    assert_eq!(amounts(&answer, "override"), all_cents(&case["published_result"]["override"]));
    assert_eq!(amounts(&answer, "commission"), all_cents(&case["published_result"]["rep"]));
}

#[track_caller]
fn check_refused(plan: Value, facts: Value, expect: &str) {
    assert_eq!(answer(&plan, &facts), Err(expect.to_owned()));
}

#[test]
fn what_is_not_understood_is_refused_with_its_place() {
    let none = || json!({ "sales": 1 });
    let part = |it: Value| json!({ "currency": "USD", "components": [it] });
    check_refused(json!({}), none(), "plan: \"currency\" is missing.");
    check_refused(
        part(json!({ "rate": 0.1, "capp": 5 })),
        none(),
        "plan.components[0]: \"capp\" is not known here. Known are: base, cap, classes, deal_cap, deal_floor, each, floor, from, kind, name, of, products, rate, rest, target, threshold, tiers, uncapped, until.",
    );
    check_refused(
        part(json!({})),
        none(),
        "plan.components[0]: exactly one of these has to be there: rate, target, each, tiers.",
    );
    check_refused(
        part(json!({ "rate": "five" })),
        none(),
        "plan.components[0].rate: this is no number. Write 0.05, \"5%\" or \"1/20\".",
    );
    check_refused(
        part(json!({ "rate": 0.1, "cap": "1.005" })),
        none(),
        "plan.components[0].cap: this is no amount with at most 2 digits after the point.",
    );
    let tiers =
        |first: Value, second: Value| part(json!({ "tiers": { "steps": [first, second] } }));
    check_refused(
        tiers(json!({ "from": 0, "to": 500, "rate": 1 }), json!({ "from": 600, "rate": 1 })),
        none(),
        "plan.components[0].tiers.steps[1]: the tier before ends at 500 and this one begins at 600: nothing is said of what lies between.",
    );
    check_refused(
        tiers(json!({ "from": 0, "to": 700, "rate": 1 }), json!({ "from": 600, "rate": 1 })),
        none(),
        "plan.components[0].tiers.steps[1]: this tier begins at 600, but the one before ends at 700: what lies between is in both.",
    );
    let by_quota = part(json!({ "target": 100 }));
    check_refused(
        by_quota,
        none(),
        "rep has no quota above zero for once, and the plan pays by quotas. Set one under Goals.",
    );
    let month = json!({ "currency": "USD", "period": "month", "components": [] });
    check_refused(
        month.clone(),
        json!({ "deals": [{ "id": "a", "amount": 1 }] }),
        "facts.deals[0]: \"date\" is missing.",
    );
    check_refused(
        month,
        json!({ "people": { "a": { "manager": "b" }, "b": { "manager": "a" } } }),
        "facts.people.a.manager: somebody would manage themselves.",
    );
}

// Two deals earn the same and a cap leaves an odd cent between them. One of them is released a month
// before the other, so whoever takes the cent decides what each month pays.
#[test]
fn the_cent_between_two_deals_of_a_cap_is_not_the_first_that_is_listed() {
    let plan = json!({ "currency": "USD", "period": "month", "cap": "10.45",
        "components": [{ "kind": "spiff", "each": "8.57" }],
        "holdback": { "share": "68%", "release_after_days": 10 } });
    let early = json!({ "date": "2026-03-02", "amount": "205.34" });
    let late = json!({ "date": "2026-03-22", "amount": "5.95" });
    let paid = |mut deals: [Value; 2]| {
        deals.iter_mut().zip(["a", "b"]).for_each(|(deal, id)| deal["id"] = id.into());
        answer(&plan, &json!({ "deals": deals })).expect("an answer")["periods"].clone()
    };
    let expect = json!([{ "period": "2026-03", "payout": "6.89" }, { "period": "2026-04", "payout": "3.56" }]);
    assert_eq!(paid([early.clone(), late.clone()]), expect);
    assert_eq!(paid([late, early]), expect);
}

// The same with a clawback: of two deals of a day that share a tier's boundary, one is cancelled.
#[test]
fn the_cent_between_two_deals_of_a_day_is_not_the_first_that_is_listed() {
    let plan = json!({ "currency": "USD", "period": "month", "clawback": {},
        "components": [{ "tiers": { "steps": [{ "from": 0, "rate": 0 }, { "from": 5, "rate": "1%" }] } }] });
    let stays = json!({ "date": "2026-03-02", "amount": 5 });
    let goes = json!({ "date": "2026-03-02", "amount": 5, "cancelled": "2026-04-01" });
    let paid = |mut deals: [Value; 2]| {
        deals.iter_mut().zip(["a", "b"]).for_each(|(deal, id)| deal["id"] = id.into());
        answer(&plan, &json!({ "deals": deals })).expect("an answer")["payout"].clone()
    };
    assert_eq!(paid([stays.clone(), goes.clone()]), "0.02");
    assert_eq!(paid([goes, stays]), "0.02");
}

/// What each deal pays, in cents.
#[track_caller]
fn check_deals(plan: &Value, facts: &Value, expect: &[i64]) {
    let answer = answer(plan, facts).expect("an answer");
    let mut by_deal = std::collections::BTreeMap::<String, i64>::new();
    for step in answer["steps"].as_array().expect("steps") {
        let deal = step["deal"].as_str().unwrap_or_default().to_owned();
        *by_deal.entry(deal).or_default() += cents(&step["amount"]);
    }
    assert_eq!(by_deal.into_values().collect::<Vec<_>>(), expect, "{answer:#}");
}

// mikesalkin.com/examples.txt, "Commission Calculation Examples": $50,000 pays the minimum of $1,000,
// 100,000 pays 1,000, 200,000 pays 2,000, 400,000 pays 3,500, 800,000 pays 5,500.
#[test]
fn tiers_of_each_deal_pay_what_was_published() {
    let plan = json!({ "currency": "USD", "components": [{ "deal_floor": 1000, "tiers": {
        "over": "deal",
        "steps": [{ "from": 0, "rate": "1%" }, { "from": 300_000, "rate": "0.5%" }] } }] });
    let sales = json!({ "sales": [50_000, 100_000, 200_000, 400_000, 800_000] });
    check_deals(&plan, &sales, &[100_000, 100_000, 200_000, 350_000, 550_000]);
    // Of a deal that is split, the whole is measured: 3,500 in two halves.
    let credits = json!([{ "person": "a", "share": 0.5 }, { "person": "b", "share": 0.5 }]);
    let deal = json!({ "id": "x", "amount": 400_000, "credits": credits });
    let split = json!({ "people": { "a": {}, "b": {} }, "deals": [deal] });
    let answer = answer(&plan, &split).expect("an answer");
    assert_eq!(answer["people"], json!({ "a": "1750.00", "b": "1750.00" }));
    // What goes back takes back what it paid.
    check_deals(&plan, &json!({ "sales": [400_000, -400_000] }), &[350_000, -350_000]);
}

// NECS, "Commission grid" (necs.com/eV4SQL_KB/sfm_commtab_commgrid.html): of invoices beyond $200 a
// gross profit up to 15 % pays 14 %, up to 20 % pays 15 %, more pays 16 %; "$995 and with 22% gross
// profit, the Commission earned would be 16%".
#[test]
fn the_margin_of_a_deal_decides_its_rate_as_published() {
    let steps = json!([
        { "from": 0, "rate": "14%" }, { "from": "15%", "rate": "15%" }, { "from": "20%", "rate": "16%" }
    ]);
    let tiers = json!({ "by": "margin_share", "over": "deal", "reached": "above", "steps": steps });
    let plan = json!({ "currency": "USD", "components": [{ "tiers": tiers }] });
    let deal = |id: &str, margin: &str| json!({ "id": id, "amount": 995, "margin": margin });
    let deals = [deal("a", "149.25"), deal("b", "199"), deal("c", "218.90")];
    check_deals(&plan, &json!({ "deals": deals }), &[13_930, 14_925, 15_920]);
}

// mrexcel.com/board/threads/857705: $21,000 for the year's quota and 2 % of it for every 1 % above, up
// to 150 %; 1 % for every 1 % from there to 200 %. At 105 % after January with $14,175 paid before,
// $21,000 + $2,100 - $14,175 are paid, and at 115 % after February $21,000 + $6,300 - $23,100 more
// (of which the page prints $2,100, but its own terms are $4,200).
#[test]
fn a_bonus_of_the_year_pays_what_it_is_more_as_published() {
    let levels = json!([
        { "from": 0, "amount": 0 }, { "from": 1, "amount": 21_000 },
        { "from": "150%", "amount": 42_000 }, { "from": "200%", "amount": 52_500 }
    ]);
    let measure = json!({ "by": "attainment", "over": "year" });
    let bonus = json!({ "kind": "bonus", "measure": measure, "between": "line", "levels": levels });
    let plan = json!({ "currency": "USD", "period": "month", "components": [bonus] });
    let deal = |month: u32, amount: u32| json!({ "id": month.to_string(), "date": format!("2026-{month:02}-20"), "amount": amount });
    let quotas: serde_json::Map<String, Value> = (1..=12)
        .map(|month| (format!("2026-{month:02}"), json!(if month == 1 { 100_000 } else { 0 })))
        .collect();
    let deals = [deal(1, 67_500), deal(2, 37_500), deal(3, 10_000)];
    let answer = answer(&plan, &json!({ "quota": quotas, "deals": deals })).expect("an answer");
    let periods = answer["periods"].as_array().expect("periods");
    let paid: Vec<i64> = periods.iter().take(3).map(|it| cents(&it["payout"])).collect();
    assert_eq!(paid, [1_417_500, 892_500, 420_000]);
}

// Sales Cookie, "How To Setup A Monthly Plan With YTD Attainment", approach 1: the commission due for
// the year to date, less what has been paid. The case is worked out by hand.
#[test]
fn the_year_to_date_is_paid_less_what_was_paid_before() {
    let tiers = json!({ "by": "attainment", "over": "year_to_date", "mode": "retroactive",
        "steps": [{ "from": 0, "rate": "4%" }, { "from": 1, "rate": "6%" }] });
    let plan = json!({ "currency": "USD", "period": "month", "components": [{ "tiers": tiers }] });
    let deal = |month: u32, amount: u32| json!({ "id": month.to_string(), "date": format!("2026-{month:02}-20"), "amount": amount });
    // 900 of 1,000: 4 % are 36; 2,100 of 2,000: 6 % are 126; 2,500 of 3,000: 4 % are 100.
    let deals = [deal(1, 900), deal(2, 1_200), deal(3, 400)];
    let answer = answer(&plan, &json!({ "quota": 1_000, "deals": deals })).expect("an answer");
    let periods = answer["periods"].as_array().expect("periods");
    let paid: Vec<i64> = periods.iter().map(|it| cents(&it["payout"])).collect();
    assert_eq!(paid, [3_600, 9_000, -2_600]);
}

#[test]
fn what_one_deal_does_not_have_is_no_measure_of_it() {
    let plan = |tiers: Value| json!({ "currency": "USD", "components": [{ "tiers": tiers }] });
    let steps = json!([{ "from": 0, "rate": "5%" }]);
    let by = |by: &str, over: &str| plan(json!({ "by": by, "over": over, "steps": steps }));
    for (wrong, place) in [
        (by("attainment", "deal"), "tiers.by"),
        (by("count", "deal"), "tiers.by"),
        (by("margin_share", "year"), "tiers.by"),
        (
            plan(
                json!({ "by": "margin_share", "over": "deal", "mode": "marginal", "steps": steps }),
            ),
            "tiers.mode",
        ),
    ] {
        let told = answer(&wrong, &json!({ "sales": 5 })).expect_err("a refusal");
        assert!(told.contains(place), "{told}");
    }
}

//! Tests of formulas: reading, writing, what is wrong where, and arithmetic.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::domain::calendar::Period;
use crate::domain::customer::Customer;
use crate::domain::exact::Exact;
use crate::domain::for_tests::{day, put};
use crate::domain::goal::Bearer;
use crate::domain::id::{CustomerId, LeadId, PersonId, StageId, TeamId};
use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Money};
use crate::domain::people::Person;
use crate::domain::pipeline::{Outcome, Stage};
use crate::domain::workspace::Workspace;

const NORTH: TeamId = TeamId::drawn(1);
const ANN: PersonId = PersonId::drawn(1);
const BOB: PersonId = PersonId::drawn(2);
const CY: PersonId = PersonId::drawn(3);
const OPEN: StageId = StageId::drawn(1);
const WON: StageId = StageId::drawn(2);
const LOST: StageId = StageId::drawn(3);

fn codes() -> Lexicon {
    Lexicon::codes([IndicatorId::drawn(1), IndicatorId::drawn(2)].into_iter())
}

#[track_caller]
fn check_wrong(text: &str, marked: &str, expect: Why) {
    let wrong = read(text, &codes())
        .and_then(|it| Book::new(&Workspace::default()).check(IndicatorId::drawn(1), &it));
    let Wrong { place, why } = wrong.expect_err("a wrong formula");
    let part: String = text.chars().skip(place.first).take(place.end - place.first).collect();
    assert_eq!((part.as_str(), why), (marked, expect), "{text}");
}

#[test]
fn what_is_wrong_is_marked_where_it_stands() {
    let unknown =
        |name: &str, like: Option<&str>| Why::UnknownName(name.to_owned(), like.map(str::to_owned));
    check_wrong("won_amont ÷ 2", "won_amont", unknown("won_amont", Some("won_amount")));
    check_wrong("2 × zebra", "zebra", unknown("zebra", None));
    check_wrong("(won_count + 2", "(", Why::BracketOpen);
    check_wrong("won_count + 2)", ")", Why::BracketClosed);
    check_wrong("won_count +", "", Why::PartMissing);
    check_wrong("won_count ÷ × 2", "×", Why::PartMissing);
    check_wrong("won_count (2)", "(", Why::SignMissing);
    check_wrong("", "", Why::Empty);
    check_wrong("won_amount × won_amount", "×", Why::MoneyTimesMoney);
    check_wrong("won_amount + won_count", "+", Why::MoneyAndNumber);
    check_wrong("won_count ÷ won_amount", "÷", Why::OverMoney);
    check_wrong("sum(calls)", "calls", Why::NothingToSum);
    check_wrong("count(won whre source = \"a\")", "whre source", Why::WhereMissing);
    check_wrong("count(won where source > \"a\")", "> ", Why::CompareMissing);
    check_wrong("count(won where amount > \"a\")", "\"a\"", Why::ValueMissing);
    check_wrong("count(won where source = \"a)", "\"", Why::QuoteOpen);
    check_wrong("1234567890123456", "1234567890123456", Why::NumberTooLong);
    let own = Measure::Own(IndicatorId::drawn(1)).to_string();
    check_wrong(&format!("1 + {own}"), &own, Why::Circle);
}

#[test]
fn long_and_deep_formulas_are_refused_and_not_followed() {
    let why = |text: String| read(&text, &codes()).map_err(|it| it.why);
    assert_eq!(why("(".repeat(300)), Err(Why::TooDeep));
    assert_eq!(why("-".repeat(300)), Err(Why::TooDeep));
    assert_eq!(why("1+".repeat(1000)), Err(Why::TooLong));
    assert_eq!(why(["1", &"+1".repeat(299)].concat()).map(|_| ()), Ok(()));
}

#[test]
fn signs_of_full_width_and_other_words_say_the_same() {
    let same = |a: &str, b: &str| assert_eq!(read(a, &codes()), read(b, &codes()), "{a}");
    same("（won_count＋２）÷３", "(won_count + 2) / 3");
    same("WON_COUNT － 5％", "won_count - 5%");
    same("count（won　where source＝“展会”）", "count(won where source = \"展会\")");
    same(
        "count(won where source = Trade fair and amount >= 1,000)",
        "count(won where source = \"Trade fair\" and amount ≥ 1000)",
    );
    same("[won_count]", "won_count");
    same("1,000 × 2", "1000*2");
}

#[test]
fn indicators_that_use_each_other_are_none() {
    let mut workspace = Workspace::default();
    let (a, b) = (IndicatorId::drawn(1), IndicatorId::drawn(2));
    let formula = |id| format!("{} + 1", Measure::Own(id));
    for (id, other) in [(a, b), (b, a)] {
        let it = Indicator { formula: formula(other), ..Indicator::default() };
        put(&mut workspace, id, &it);
    }
    let book = Book::new(&workspace);
    assert_eq!((book.kind(Measure::Own(a)), book.kind(Measure::Own(b))), (None, None));
}

#[test]
fn a_chain_that_doubles_costs_its_length() {
    let mut workspace = Workspace::default();
    for nth in 1..=15_u64 {
        let before = Measure::Own(IndicatorId::drawn(nth - 1));
        let formula = if nth == 1 { "1".to_owned() } else { format!("{before} + {before}") };
        put(
            &mut workspace,
            IndicatorId::drawn(nth),
            &Indicator { formula, ..Indicator::default() },
        );
    }
    let book = Book::new(&workspace);
    let top = Formula::Of(Measure::Own(IndicatorId::drawn(15)), Place::default());
    assert_eq!(value(&workspace, &book, top, Bearer::Company), Some(Exact::whole(1 << 14)));
}

fn value(workspace: &Workspace, book: &Book, formula: Formula, bearer: Bearer) -> Option<Exact> {
    let span = Period::Quarter(2026, 4).span(workspace.settings().fiscal_start());
    let scope = Scope { span: span.expect("a span"), today: day("2026-11-25") };
    Computed::new(workspace, book, vec![formula], scope).of(0, bearer)
}

// Python's fractions; tests/fixtures/indicators/make.py.
#[test]
fn arithmetic_is_that_of_another_evaluator() {
    let answers = include_str!("../../../tests/fixtures/indicators/answers.json");
    let answers: Vec<(String, Option<String>)> = serde_json::from_str(answers).expect("answers");
    let (workspace, mut compared) = (Workspace::default(), 0);
    let book = Book::new(&workspace);
    for (text, expect) in answers {
        let formula = read(&text, &codes()).unwrap_or_else(|it| panic!("{text}: {it:?}"));
        let found = value(&workspace, &book, formula, Bearer::Company);
        let found = found.map(|it| format!("{}/{}", it.upper(), it.lower()));
        assert_eq!(found, expect, "{text}");
        compared += 1;
    }
    assert_eq!(compared, 400);
}

/// Ann won two at Acme (the second its first in 2026), lost one; Bob won one a year before.
fn history() -> Workspace {
    let mut workspace = Workspace::default();
    for (id, outcome) in [(OPEN, Outcome::Open), (WON, Outcome::Won), (LOST, Outcome::Lost)] {
        put(&mut workspace, id, &Stage { outcome, ..Stage::default() });
    }
    for (id, team) in [(ANN, Some(NORTH)), (BOB, Some(NORTH)), (CY, None)] {
        put(&mut workspace, id, &Person { team, ..Person::default() });
    }
    let acme = CustomerId::drawn(1);
    let customer =
        Customer { name: "Acme".to_owned(), sector: "Retail".to_owned(), ..Customer::default() };
    put(&mut workspace, acme, &customer);
    let mut lead = |id, owner, stage, yuan: i64, closes: &str, source: &str| {
        let lead = Lead {
            owner: Some(owner),
            stage: Some(stage),
            customer: Some(acme),
            amount: Some(Money::new(yuan * 100, Currency::CNY)),
            closes: closes.parse().ok(),
            created: closes.parse().ok(),
            source: source.to_owned(),
            ..Lead::default()
        };
        put(&mut workspace, LeadId::drawn(id), &lead);
    };
    lead(1, ANN, WON, 1000, "2026-10-05", "Referral");
    lead(2, ANN, WON, 500, "2026-11-05", "Fair");
    lead(3, ANN, LOST, 700, "2026-11-06", "referral");
    lead(4, BOB, WON, 750, "2025-11-20", "Fair");
    lead(5, BOB, WON, 999, "2025-12-20", "Fair");
    lead(6, CY, OPEN, 300, "2026-12-20", "Fair");
    workspace
}

#[track_caller]
fn check(text: &str, bearer: Bearer, expect: Option<(i128, i128)>) {
    let workspace = history();
    let formula = read(text, &codes()).expect("a formula");
    let found = value(&workspace, &Book::new(&workspace), formula, bearer);
    assert_eq!(found, expect.and_then(|(upper, lower)| Exact::new(upper, lower)), "{text}");
}

#[test]
fn built_in_indicators_count_by_bearer() {
    let (all, ann) = (Bearer::Company, Bearer::Person(ANN));
    check("won_amount", all, Some((150_000, 1)));
    check("won_amount", Bearer::Team(NORTH), Some((150_000, 1)));
    check("won_amount", Bearer::Person(BOB), Some((0, 1)));
    check("average_won", ann, Some((75_000, 1)));
    check("average_won", Bearer::Person(BOB), None);
    check("win_rate", all, Some((2, 3)));
    check("open_amount", Bearer::Person(CY), Some((30_000, 1)));
    check("new_leads", all, Some((4, 1)));
}

// The period runs until today, so the year before is 1 October to 25 November 2025: 750 of 1,749.
#[test]
fn growth_is_against_the_same_days_a_year_before() {
    check("year_before(won_amount)", Bearer::Company, Some((75_000, 1)));
    check("growth", Bearer::Company, Some((1, 1)));
    check("growth", Bearer::Person(ANN), None);
}

#[test]
fn a_customer_is_new_once() {
    check("new_customers", Bearer::Company, Some((0, 1)));
    check("year_before(count(first))", Bearer::Company, Some((1, 1)));
    check("year_before(count(first))", Bearer::Person(BOB), Some((1, 1)));
}

#[test]
fn conditions_keep_what_meets_all_of_them() {
    check("count(won where source = \"REFERRAL\")", Bearer::Company, Some((1, 1)));
    check(
        "sum(won where source ≠ \"referral\" and amount < 600)",
        Bearer::Company,
        Some((50_000, 1)),
    );
    check(
        "count(won where industry = \"retail\" and customer = \"acme\")",
        Bearer::Company,
        Some((2, 1)),
    );
    check("won_amount − 100", Bearer::Company, Some((140_000, 1)));
    check("won_amount ÷ (won_count − 2)", Bearer::Company, None);
}

#[test]
fn only_sums_of_sums_have_a_pace() {
    let kind = |text| {
        let formula = read(text, &codes()).expect("a formula");
        let kind = Book::new(&Workspace::default()).check(IndicatorId::drawn(2), &formula);
        kind.map(|it| (it.unit, it.nature)).expect("a kind")
    };
    let expect: BTreeMap<&str, (Unit, Nature)> = [
        ("won_count + calls_made × 2", (Unit::Number, Nature::Sum)),
        ("won_amount ÷ 2 + sum(lost)", (Unit::Money, Nature::Sum)),
        ("won_count + 1", (Unit::Number, Nature::Rate)),
        ("open_amount", (Unit::Money, Nature::Rate)),
        ("won_amount ÷ won_amount", (Unit::Number, Nature::Rate)),
        ("won_amount + 100", (Unit::Money, Nature::Rate)),
        ("2 × 3", (Unit::Typed, Nature::Constant)),
    ]
    .into();
    for (text, expect) in expect {
        assert_eq!(kind(text), expect, "{text}");
    }
}

fn any_only() -> impl Strategy<Value = Only> {
    let compare = prop_oneof![Just(Compare::Is), Just(Compare::IsNot)];
    let text =
        (0..7_usize, compare, "[a-z 展会()=+]{0,6}[a-z]").prop_map(|(nth, compare, value)| Only {
            attribute: Attribute::ALL[nth],
            compare,
            value: value.trim().to_owned(),
        });
    let amount = (0..100_000_u32).prop_map(|it| Only {
        attribute: Attribute::Amount,
        compare: Compare::AtLeast,
        value: it.to_string(),
    });
    prop_oneof![text, amount]
}

fn any_formula() -> impl Strategy<Value = Formula> {
    let decimal = (0..100_000_i64, 0..3_u32).prop_map(|(digits, scale)| {
        let scale = if digits % 10 == 0 { 0 } else { scale };
        Decimal { digits, scale }
    });
    let tally = (0..11_usize, prop::collection::vec(any_only(), 0..3)).prop_map(|(nth, only)| {
        Formula::Tally(Tally { what: What::Count, records: Records::ALL[nth], only })
    });
    let leaf = prop_oneof![
        decimal.clone().prop_map(Formula::Number),
        decimal.prop_map(Formula::Percent),
        (0..14_usize)
            .prop_map(|it| Formula::Of(Measure::Builtin(Builtin::ALL[it]), Place::default())),
        tally,
    ];
    leaf.prop_recursive(5, 24, 2, |inner| {
        let sign =
            prop_oneof![Just(Sign::Plus), Just(Sign::Minus), Just(Sign::Times), Just(Sign::Over)];
        prop_oneof![
            inner.clone().prop_map(|it| Formula::Negated(Box::new(it))),
            inner.clone().prop_map(|it| Formula::YearBefore(Box::new(it))),
            (inner.clone(), sign, inner).prop_map(|(a, sign, b)| {
                Formula::Joined(Box::new(a), sign, Place::default(), Box::new(b))
            }),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_as_the_same_formula(formula in any_formula()) {
        let text = print(&formula, &codes());
        prop_assume!(text.chars().count() <= 600);
        prop_assert_eq!(read(&text, &codes()), Ok(formula), "{}", text);
    }

    #[test]
    fn no_text_stops_the_reader(text in "\\PC{0,60}") {
        let _ = read(&text, &codes());
    }

    #[test]
    fn no_heap_of_parts_stops_the_reader(
        parts in prop::collection::vec("count\\(|sum\\(|won|where|and|source|=|\"|[+×÷−()%.,\\[\\]]|[0-9]{1,3}|win_rate| ", 0..40)
    ) {
        let text = parts.concat();
        if let Err(Wrong { place, .. }) = read(&text, &codes()) {
            prop_assert!(place.first <= place.end);
            prop_assert!(place.end <= text.chars().count() + 1);
        }
    }
}

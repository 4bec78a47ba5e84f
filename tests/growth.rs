//! Changes and comparisons of people's figures against what SciPy and statsmodels say, and what the
//! pulse leaves in the storage.
//!
//! Truth: `tests/fixtures/growth/answers.json`, made by the script beside it.

use crate::support::faulty::Faulty;
use crate::support::random::{Random, context};
use huddle::domain::apply::apply;
use huddle::domain::command::Command;
use huddle::domain::effect::{difference, ratio};
use huddle::domain::id::PulseId;
use huddle::domain::pulse::{Ballot, BallotBox, Trend};
use huddle::domain::scorecard::{counts_chance, median_interval};
use huddle::domain::shift::shift_interval;
use huddle::journal::ledger::Ledger;
use huddle::journal::port::Storage;
use huddle::journal::stamp::Writer;
use huddle::journal::vault::Vault;
use serde_json::Value;

fn cases(part: &str) -> Vec<Value> {
    let truth: Value =
        serde_json::from_str(include_str!("fixtures/growth/answers.json")).expect("the fixtures");
    truth[part].as_array().expect(part).clone()
}

fn pair(value: &Value) -> (u64, u64) {
    (value[0].as_u64().expect("a count"), value[1].as_u64().expect("a count"))
}

#[track_caller]
fn near(found: f64, expect: &Value, off: f64) {
    let expect = expect.as_f64().expect("a number");
    assert!((found - expect).abs() <= off * expect.abs().max(1.0), "{found}, {expect}");
}

#[test]
fn differences_of_rates_agree_with_statsmodels() {
    for case in cases("differences") {
        let found = difference(pair(&case["before"]), pair(&case["since"])).expect("an interval");
        near(found.1, &case["interval"][0], 1e-9);
        near(found.2, &case["interval"][1], 1e-9);
    }
}

#[test]
fn ratios_and_chances_of_counts_agree_with_scipy() {
    for case in cases("ratios") {
        let (before, since) = (pair(&case["before"]), pair(&case["since"]));
        let (_, low, high) = ratio(before, since).expect("an interval");
        near(low, &case["interval"][0], 1e-9);
        match case["interval"][1].is_null() {
            true => assert!(high.is_infinite(), "{high}"),
            false => near(high, &case["interval"][1], 1e-9),
        }
        near(counts_chance(since, before).expect("a chance"), &case["chance"], 1e-9);
    }
}

#[test]
fn middles_agree_with_scipy() {
    for case in cases("middles") {
        let values = numbers(&case["values"]);
        let ends = case["interval"][0].as_i64().zip(case["interval"][1].as_i64());
        assert_eq!(median_interval(&values), ends, "{values:?}");
    }
}

#[test]
fn shifts_of_amounts_and_days_agree_with_scipy() {
    for case in cases("shifts") {
        let [before, since] = ["before", "since"].map(|it| numbers(&case[it]));
        let ends = case["interval"][0].as_i64().zip(case["interval"][1].as_i64());
        assert_eq!(shift_interval(&before, &since), ends, "{} {}", before.len(), since.len());
    }
}

fn numbers(values: &Value) -> Vec<i64> {
    values.as_array().expect("values").iter().filter_map(Value::as_i64).collect()
}

/// Everything that lies in the storage after a round in which people answered in this order.
fn stored(ballots: &[Ballot]) -> Vec<(String, Option<String>)> {
    let storage = Faulty::default();
    let vault = Vault::new(&storage);
    let writer = Writer { device: 7, tab: 1 };
    let loaded = vault.load().expect("a storage");
    let mut ledger = Ledger::new(writer, loaded.document, loaded.entries).expect("a ledger");
    let mut all = BallotBox::default();
    for (nth, ballot) in ballots.iter().enumerate() {
        all.add(*ballot);
        let keys = storage.keys().expect("keys");
        assert!(keys.iter().all(|it| !it.contains("/log/")), "nothing is stored after {nth}");
    }
    if let Some(pulse) = all.kept(context().today) {
        let keep = Command::KeepPulse(PulseId::drawn(1), Box::new(pulse));
        let changes = apply(ledger.workspace(), &keep, &context()).expect("kept");
        let entry = ledger.prepare(changes, 1_000);
        vault.append(&entry).expect("stored");
        ledger.commit(&entry).expect("an entry");
    }
    let keys = storage.keys().expect("keys");
    let text = |key: String| {
        let text = storage.get(&key).expect("a text");
        (key, text)
    };
    keys.into_iter().map(text).collect()
}

fn ballots(random: &mut Random, count: u64) -> Vec<Ballot> {
    let mut step = || random.below(5) as i64 + 1;
    let all: Vec<[i64; 3]> = (0..count).map(|_| [step(), step(), step()]).collect();
    let trend = |it: &[i64; 3]| Trend::ALL[it[0] as usize % 3];
    all.iter().map(|it| Ballot { steps: *it, trend: trend(it) }).collect()
}

/// Whoever reads all of the storage, with its keys, stamps and counters, finds the same whoever
/// said what and in whichever order; and one entry, written at the end.
#[test]
fn the_storage_knows_neither_who_nor_in_which_order_seed_41() {
    let random = &mut Random(41);
    for round in 0..200 {
        let given = ballots(random, round % 13);
        let mut shuffled = given.clone();
        for last in (1..shuffled.len()).rev() {
            shuffled.swap(last, random.below(last as u64 + 1) as usize);
        }
        let (one, other) = (stored(&given), stored(&shuffled));
        assert_eq!(one, other);
        let entries = one.iter().filter(|(key, _)| key.contains("/log/")).count();
        assert_eq!(entries, usize::from(3 <= given.len()), "one entry, of three ballots on");
    }
}

//! The headless verb `moved` against its contract: every difference by kind, and sums that
//! explain all of it.
//!
//! Truth for the real file: `../shared/data/maven_crm/truth.json`.

use crate::import_support::headless::run;
use crate::import_support::{bytes, json};
use serde_json::{Value, json};

const HEAD: &str =
    "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value";

fn moved(name: &str, old: &str, new: &str) -> Value {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("the target folder is writable");
    let write = |file: &str, text: &str| {
        let place = folder.join(file);
        std::fs::write(&place, text).expect("the target folder is writable");
        place.display().to_string()
    };
    let files = [write("old.csv", old), write("new.csv", new)];
    run(&[vec!["moved".to_owned()], files.to_vec()].concat()).expect("an answer")
}

fn table(rows: &[&str]) -> String {
    format!("{HEAD}\n{}\n", rows.join("\n"))
}

/// The keys of the leads of a kind.
fn keys(answer: &Value, kind: &str) -> Vec<String> {
    let leads = answer["moved"][kind].as_array().expect(kind);
    leads.iter().map(|it| it["id"].as_str().expect("a key").to_owned()).collect()
}

#[test]
fn every_difference_has_its_kind_and_the_sums_explain_all() {
    let old = table(&[
        "A,Ann,GTX Pro,Acme,Engaging,2017-01-02,,100",
        "B,Ann,GTX Pro,Acme,Engaging,2017-01-02,,200",
        "C,Ann,GTX Pro,Acme,Won,2017-01-02,2017-02-01,300",
        "D,Ann,GTX Pro,Acme,Prospecting,2017-01-02,,50",
        "E,Ann,GTX Pro,Acme,Lost,2017-01-02,2017-02-01,70",
        "F,Ann,GTX Pro,Acme,Engaging,2017-01-02,,10",
    ]);
    let new = table(&[
        "A,Ann,GTX Pro,Acme,Won,2017-01-02,2017-03-01,120",
        "C,Ann,GTX Pro,Acme,Won,2017-01-02,2017-02-01,300",
        "D,Bob,GTX Pro,Acme,Engaging,2017-01-02,,50",
        "E,Ann,GTX Pro,Acme,Engaging,2017-01-02,,70",
        "F,Ann,GTX Pro,Acme,Lost,2017-01-02,2017-03-05,10",
        "G,Bob,GTX Pro,Acme,Engaging,2017-02-02,,40",
    ]);
    let answer = moved("kinds", &old, &new);
    for (kind, expect) in [
        ("new", &["G"][..]),
        ("gone", &["B"]),
        ("won", &["A"]),
        ("lost", &["F"]),
        ("reopened", &["E"]),
        ("amount", &["A"]),
        ("stage", &["D"]),
        ("owner", &["D"]),
    ] {
        assert_eq!(keys(&answer, kind), expect, "{kind}");
    }
    let mut dated = keys(&answer, "close_date");
    dated.sort();
    assert_eq!(dated, ["A", "E", "F"]);
    let sums = json!({
        "before": "360.00", "after": "160.00", "difference": "-200.00",
        "by_kind": {
            "new": "40.00", "gone": "-200.00", "won": "-120.00", "lost": "-10.00",
            "reopened": "70.00", "amount": "20.00", "close_date": "0.00", "stage": "0.00",
            "owner": "0.00",
        },
    });
    assert_eq!(answer["sums"]["open"], sums);
    assert_eq!(answer["sums"]["won"]["by_kind"]["won"], "120.00");
    let owner = &answer["moved"]["owner"][0];
    assert_eq!((&owner["from"], &owner["to"]), (&json!("Ann"), &json!("Bob")));
}

#[test]
fn rows_that_cannot_be_taken_are_counted() {
    let old = table(&["A,Ann,GTX Pro,Acme,Engaging,2017-01-02,,-100"]);
    let new = table(&["A,Ann,GTX Pro,Acme,Engaging,2017-01-02,,100"]);
    let answer = moved("rejected", &old, &new);
    assert_eq!(answer["rejected"], json!({ "old": 1, "new": 0 }));
    assert_eq!(keys(&answer, "new"), ["A"]);
}

/// The real file as it would have been before December 2017: what closed then is still open.
fn before_december(text: &str) -> String {
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        if !cells[6].starts_with("2017-12") {
            return line.to_owned();
        }
        format!("{},Engaging,{},,", cells[..4].join(","), cells[5])
    };
    let rows: Vec<String> = text.lines().skip(1).map(row).collect();
    format!("{HEAD}\n{}\n", rows.join("\n"))
}

#[test]
fn a_month_of_the_real_data_moved_by_what_it_won_and_lost() {
    let truth = &json("maven_crm/truth.json")["by_close_month"]["2017-12"];
    let new = String::from_utf8(bytes("maven_crm/raw/sales_pipeline.csv")).expect("UTF-8");
    let answer = moved("december", &before_december(&new), &new);
    let count = |kind: &str| Value::from(keys(&answer, kind).len());
    assert_eq!((count("won"), count("lost")), (truth["won"].clone(), truth["lost"].clone()));
    let won = format!("{}.00", truth["won_value"]);
    assert_eq!(answer["sums"]["won"]["difference"], won);
    assert_eq!((count("new"), count("gone"), count("owner")), (json!(0), json!(0), json!(0)));
}

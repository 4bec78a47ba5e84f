//! The headless runner against its contract, `../shared/HEADLESS.md`, on the real Maven files.
//!
//! Truth: `../shared/data/maven_crm/truth.json`. The verbs run in this process: the runner itself
//! only prints what they answer.

use std::sync::LazyLock;

use crate::import_support::headless::run;
use crate::import_support::{json, path};
use serde_json::Value;

const FILES: [&str; 4] = ["sales_pipeline", "accounts", "products", "sales_teams"];

fn files(folder: &str) -> Vec<String> {
    let file = |name| path(&format!("maven_crm/{folder}/{name}.csv")).display().to_string();
    FILES.map(file).to_vec()
}

fn answer(verb: &str, folder: &str, options: &[&str]) -> Value {
    let mut arguments = vec![verb.to_owned()];
    arguments.extend(files(folder));
    arguments.extend(options.iter().map(|it| (*it).to_owned()));
    run(&arguments).expect("an answer")
}

fn exit(arguments: &[&str]) -> u8 {
    let arguments: Vec<String> = arguments.iter().map(|it| (*it).to_owned()).collect();
    run(&arguments).expect_err("a failure").exit
}

#[test]
fn import_counts_every_row_once() {
    let truth = json("maven_crm/truth.json");
    for folder in ["raw", "repo_variant_us_dates"] {
        let answer = answer("import", folder, &[]);
        for (file, name) in answer["files"].as_array().expect("files").iter().zip(FILES) {
            let count = |key: &str| file[key].as_u64().expect(key);
            let rejected = file["rejected"].as_array().expect("rows").len() as u64;
            let all = count("created") + count("updated") + count("unchanged") + rejected;
            assert_eq!((&file["rows"], all), (&truth["rows"][name], count("rows")), "{name}");
        }
        assert_eq!(answer["leads"]["by_stage"], truth["stage_counts"]);
        assert_eq!(answer["leads"]["total"], truth["overall"]["deals"]);
        assert_eq!(answer["leads"]["by_outcome"]["won"], truth["overall"]["won"]);
        assert_eq!(answer["people"].as_array().map(Vec::len), Some(35));
    }
}

#[test]
fn import_tells_of_names_it_joined() {
    let answer = answer("import", "raw", &[]);
    let warnings = answer["warnings"].as_array().expect("warnings");
    let joined = warnings.iter().filter_map(Value::as_str).find(|it| it.contains("GTXPro"));
    assert!(joined.is_some_and(|it| it.contains("GTX Pro") && it.contains("1,480")), "{joined:?}");
}

/// A whole number of the truth as the runner writes money.
fn money(truth: &Value) -> Value {
    Value::from(format!("{truth}.00"))
}

fn near(value: &Value, truth: &Value) -> bool {
    let (Some(value), Some(truth)) = (value.as_f64(), truth.as_f64()) else {
        return value == truth;
    };
    (value - truth).abs() <= 0.500_001e-6
}

static INSIGHTS: LazyLock<[Value; 2]> =
    LazyLock::new(|| ["raw", "repo_variant_us_dates"].map(|it| answer("insight", it, &[])));

#[track_caller]
fn check_insight(group: &str, truth_group: &str) {
    let truth = json("maven_crm/truth.json");
    for answer in INSIGHTS.iter() {
        let truth = truth[truth_group].as_object().expect(truth_group);
        let groups = answer[group].as_object().expect(group);
        assert_eq!(groups.len(), truth.len(), "{group}");
        for (name, truth) in truth {
            let found = &groups[name];
            for figure in ["deals", "won", "lost", "win_rate", "avg_days_won", "median_days_won"] {
                if let Some(truth) = truth.get(figure) {
                    assert!(near(&found[figure], truth), "{group} {name} {figure}");
                }
            }
            assert_eq!(found["won_value"], money(&truth["won_value"]), "{group} {name}");
        }
    }
}

#[test]
fn insight_agrees_with_the_truth() {
    check_insight("by_owner", "by_sales_agent");
    check_insight("by_team", "by_manager");
    check_insight("by_product", "by_product");
    check_insight("by_close_month", "by_close_month");
}

#[test]
fn insight_gives_the_whole_with_its_interval() {
    let truth = &json("maven_crm/truth.json")["overall"];
    let overall = &INSIGHTS[0]["overall"];
    assert_eq!(overall["won_value"], money(&truth["won_value"]));
    assert!(near(&overall["win_rate"], &truth["win_rate"]));
    let rate = overall["win_rate"].as_f64().expect("a rate");
    let ends = overall["win_rate_interval"].as_array().expect("an interval");
    assert!(ends[0].as_f64() < Some(rate) && Some(rate) < ends[1].as_f64());
}

#[test]
fn insight_as_of_a_day_knows_no_more_than_that_day() {
    let truth = json("maven_crm/truth.json");
    for (day, truth) in truth["as_of_month_end"]["snapshots"].as_object().expect("days") {
        let overall = answer("insight", "raw", &["--as-of", day])["overall"].clone();
        assert_eq!(overall["open"], truth["open_deals"], "{day}");
        assert_eq!(overall["won"], truth["won_to_date"], "{day}");
        assert_eq!(overall["won_value"], money(&truth["won_value_to_date"]), "{day}");
    }
}

#[test]
fn what_cannot_be_done_is_told_by_the_exit_code() {
    for arguments in [
        &[][..],
        &["dance"],
        &["import"],
        &["import", "no such file"],
        &["import", "--fast", "a.csv"],
        &["insight", "a.csv", "--as-of", "yesterday"],
        &["insight", "a.csv", "--as-of"],
        &["moved", "a.csv"],
        &["moved", "a.csv", "b.csv", "--fast"],
    ] {
        assert_eq!(exit(arguments), 2, "{arguments:?}");
    }
}

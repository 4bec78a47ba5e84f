//! Every figure of `maven_crm/truth.json` that concerns leads, won by the real import from the
//! real files, in both variants of the data: ISO dates and US dates.
//!
//! Truth: `../shared/data/maven_crm/truth.json`, computed outside of this product. Its rates and
//! means have six decimals; they are compared as written there. `won_value` is in whole units.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::import_support::headless::board;
use crate::import_support::{json, path};
use huddle::domain::insight::{Figures, figures_by, figures_by_product, outcome_by};
use huddle::domain::lead::Lead;
use huddle::domain::pipeline::Outcome;
use huddle::domain::workspace::Workspace;
use serde_json::{Map, Value};

static TRUTH: LazyLock<Value> = LazyLock::new(|| json("maven_crm/truth.json"));
static BOARDS: LazyLock<[Workspace; 2]> =
    LazyLock::new(|| ["raw", "repo_variant_us_dates"].map(|folder| imported(folder).workspace));

fn imported(folder: &str) -> board::Board {
    let files = ["sales_pipeline", "accounts", "products", "sales_teams"];
    let file = |name| path(&format!("maven_crm/{folder}/{name}.csv")).display().to_string();
    board::import(&files.map(file)).expect("a board")
}

fn leads(board: &Workspace) -> impl Iterator<Item = (&Lead, Outcome)> {
    board.leads.values().map(|lead| (lead, lead.outcome(board)))
}

fn closed(board: &Workspace) -> impl Iterator<Item = (&Lead, Outcome)> {
    leads(board).filter(|(_, outcome)| *outcome != Outcome::Open)
}

fn owner(board: &Workspace, lead: &Lead) -> String {
    board.people.find(lead.owner).map_or(String::new(), |it| it.name.clone())
}

fn manager(board: &Workspace, lead: &Lead) -> String {
    let team = board.people.find(lead.owner).and_then(|it| it.team);
    board.teams.find(team).map_or(String::new(), |it| it.manager.clone())
}

fn office(board: &Workspace, lead: &Lead) -> String {
    board.people.find(lead.owner).map_or(String::new(), |it| it.region.clone())
}

fn product(board: &Workspace, lead: &Lead) -> String {
    board.products.find(lead.product).map_or(String::new(), |it| it.name.clone())
}

fn series(board: &Workspace, lead: &Lead) -> String {
    board.products.find(lead.product).map_or(String::new(), |it| it.series.clone())
}

fn sector(board: &Workspace, lead: &Lead) -> String {
    board.customers.find(lead.customer).map_or(String::new(), |it| it.sector.clone())
}

fn month(lead: &Lead) -> String {
    lead.closes.map_or(String::new(), |it| format!("{:04}-{:02}", it.year(), it.month()))
}

fn quarter(lead: &Lead) -> String {
    lead.closes.map_or(String::new(), |it| format!("{:04}Q{}", it.year(), it.month().div_ceil(3)))
}

/// A number as the truth writes it: six decimals, without zeroes at the end.
fn six(value: Option<f64>) -> Value {
    value.map_or(Value::Null, |it| Value::from((it * 1e6).round() / 1e6))
}

fn whole(board: &Workspace, figures: &Figures) -> i64 {
    let sum = figures.won_value.of(board.settings().currency());
    assert_eq!(sum.minor % 100, 0);
    sum.minor / 100
}

/// What the engine says under the truth's names.
fn figure(board: &Workspace, figures: &Figures, name: &str) -> Option<Value> {
    Some(match name {
        "deals" => Value::from(figures.deals),
        "won" => Value::from(figures.won),
        "lost" => Value::from(figures.lost),
        "won_value" => Value::from(whole(board, figures)),
        "win_rate" => six(figures.win_rate().map(|it| it.value())),
        "avg_days_won" => six(figures.mean_days_won()),
        "median_days_won" => six(figures.median_days_won()),
        _ => return None,
    })
}

fn equal(one: &Value, other: &Value) -> bool {
    one == other || one.as_f64().is_some_and(|it| Some(it) == other.as_f64())
}

/// Compares every figure of a group that the engine has; how many were compared.
fn compare(board: &Workspace, figures: &Figures, truth: &Map<String, Value>, of: &str) -> usize {
    let mut compared = 0;
    for (name, truth) in truth {
        let Some(value) = figure(board, figures, name) else {
            continue;
        };
        assert!(equal(&value, truth), "{of} {name}: {value}, truth {truth}");
        compared += 1;
    }
    let open = |name| truth.get(name).and_then(Value::as_u64);
    if let (Some(engaging), Some(prospecting)) = (open("engaging"), open("prospecting")) {
        assert_eq!(figures.open, engaging + prospecting, "{of} open");
    }
    compared
}

/// Compares groups with a part of the truth, for both variants.
#[track_caller]
fn check(
    part: &str,
    expect: usize,
    groups: impl for<'a> Fn(&'a Workspace) -> BTreeMap<String, Figures>,
) {
    let truth = TRUTH[part].as_object().expect(part);
    for board in BOARDS.iter() {
        let groups = groups(board);
        let names: Vec<&String> = groups.keys().filter(|it| !it.is_empty()).collect();
        assert_eq!(names, truth.keys().collect::<Vec<_>>(), "{part}");
        let mut compared = 0;
        for (name, truth) in truth {
            let of = format!("{part} {name}");
            compared += compare(board, &groups[name], truth.as_object().expect("figures"), &of);
        }
        assert_eq!(compared, expect, "{part}: figures compared");
    }
}

/// Compares won value in two dimensions with a part of the truth.
#[track_caller]
fn check_won(part: &str, group: fn(&Workspace, &Lead) -> String, period: fn(&Lead) -> String) {
    let truth = TRUTH[part].as_object().expect(part);
    for board in BOARDS.iter() {
        let groups = figures_by(closed(board), |it| (group(board, it), period(it)));
        let mut won: BTreeMap<&str, BTreeMap<&str, i64>> = BTreeMap::new();
        for ((name, period), figures) in &groups {
            if 0 < figures.won {
                won.entry(name).or_default().insert(period, whole(board, figures));
            }
        }
        for (name, truth) in truth {
            let truth = truth.as_object().expect("periods").iter();
            let truth: BTreeMap<&str, i64> =
                truth.filter_map(|(period, it)| Some((period.as_str(), it.as_i64()?))).collect();
            let truth: BTreeMap<&str, i64> = truth.into_iter().filter(|it| it.1 != 0).collect();
            assert_eq!(won[name.as_str()], truth, "{part} {name}");
        }
        assert_eq!(won.len(), truth.len(), "{part}");
    }
}

#[test]
fn all_rows_arrive() {
    for folder in ["raw", "repo_variant_us_dates"] {
        let report = imported(folder).report;
        let rows = ["sales_pipeline", "accounts", "products", "sales_teams"];
        for (file, name) in report.files.iter().zip(rows) {
            let counts = (file.rows as u64, file.created as u64, file.rejected.len());
            let rows = TRUTH["rows"][name].as_u64().expect(name);
            assert_eq!(counts, (rows, rows, 0), "{folder} {name}");
        }
    }
}

#[test]
fn stages_hold_as_many_as_in_the_file() {
    for board in BOARDS.iter() {
        let stage = |lead: &Lead| lead.stage_in(board).map_or(String::new(), |it| it.name);
        let counts = figures_by(leads(board), stage);
        let counts: Map<_, _> = counts.into_iter().map(|(it, n)| (it, n.deals.into())).collect();
        assert_eq!(Value::Object(counts), TRUTH["stage_counts"]);
    }
}

#[test]
fn blank_cells_stay_blank() {
    for board in BOARDS.iter() {
        let count = |blank: fn(&Lead) -> bool| board.leads.values().filter(|it| blank(it)).count();
        let nulls = [
            ("opportunity_id", count(|it| it.external.is_empty())),
            ("sales_agent", count(|it| it.owner.is_none())),
            ("product", count(|it| it.product.is_none())),
            ("account", count(|it| it.customer.is_none())),
            ("deal_stage", count(|it| it.stage.is_none())),
            ("engage_date", count(|it| it.created.is_none())),
            ("close_date", count(|it| it.closes.is_none())),
            ("close_value", count(|it| it.amount.is_none())),
        ];
        let nulls: Map<_, _> = nulls.into_iter().map(|(it, n)| (it.to_owned(), n.into())).collect();
        assert_eq!(Value::Object(nulls), TRUTH["nulls"]);
    }
}

#[test]
fn the_whole_agrees() {
    for board in BOARDS.iter() {
        let mut figures = Figures::default();
        leads(board).for_each(|(lead, outcome)| figures.add(lead, outcome));
        let truth = TRUTH["overall"].as_object().expect("figures");
        assert_eq!(compare(board, &figures, truth, "overall"), 7);
    }
}

#[test]
fn every_person_agrees() {
    check("by_sales_agent", 30 * 7, |board| figures_by(leads(board), |it| owner(board, it)));
}

#[test]
fn every_manager_agrees() {
    check("by_manager", 6 * 7, |board| figures_by(leads(board), |it| manager(board, it)));
}

#[test]
fn every_office_agrees() {
    check("by_regional_office", 3 * 7, |board| figures_by(leads(board), |it| office(board, it)));
}

// "GTXPro" of the file is "GTX Pro" of the list of products.
#[test]
fn every_product_agrees() {
    check("by_product", 7 * 7, |board| figures_by(leads(board), |it| product(board, it)));
    check("by_product", 7 * 7, |board| {
        let name = |it| board.products.find(it).map_or(String::new(), |it| it.name.clone());
        let groups = figures_by_product(board, leads(board)).into_iter();
        groups.map(|(product, figures)| (name(product), figures)).collect()
    });
}

#[test]
fn every_series_agrees() {
    check("by_series", 3 * 7, |board| figures_by(leads(board), |it| series(board, it)));
}

#[test]
fn every_sector_agrees() {
    check("by_sector_raw_spelling", 10 * 7, |board| {
        figures_by(leads(board), |it| sector(board, it))
    });
}

#[test]
fn every_month_agrees() {
    check("by_close_month", 10 * 4, |board| figures_by(closed(board), month));
}

#[test]
fn every_quarter_agrees() {
    check("by_close_quarter", 4 * 4, |board| figures_by(closed(board), quarter));
}

#[test]
fn won_value_agrees_by_person_and_period() {
    check_won("agent_month_won_value", owner, month);
    check_won("agent_quarter_won_value", owner, quarter);
    check_won("manager_quarter_won_value", manager, quarter);
}

#[test]
fn leads_are_created_when_they_were() {
    for board in BOARDS.iter() {
        let created = |lead: &Lead| lead.created.map_or(String::new(), |it| it.to_string());
        let months = figures_by(leads(board), |it| created(it).chars().take(7).collect::<String>());
        let months = months.into_iter().filter(|(month, _)| !month.is_empty());
        let months: Map<_, _> = months.map(|(month, it)| (month, it.deals.into())).collect();
        assert_eq!(Value::Object(months), TRUTH["by_engage_month_created"]);
    }
}

#[test]
fn the_best_customers_agree() {
    let truth = TRUTH["by_account_top20_won_value"].as_array().expect("customers");
    let customer = |board: &Workspace, lead: &Lead| {
        board.customers.find(lead.customer).map_or(String::new(), |it| it.name.clone())
    };
    for board in BOARDS.iter() {
        let groups = figures_by(leads(board), |it| customer(board, it));
        let mut won: Vec<(i64, &str)> =
            groups.iter().map(|(name, it)| (whole(board, it), name.as_str())).collect();
        won.sort_by(|one, other| other.cmp(one));
        for (truth, (value, name)) in truth.iter().zip(won) {
            let found = (Value::from(name), Value::from(value));
            assert_eq!(found, (truth["account"].clone(), truth["won_value"].clone()));
        }
    }
}

#[test]
fn list_prices_of_what_is_open_agree() {
    let truth = TRUTH["open_pipeline_list_price_by_agent"].as_object().expect("people");
    for board in BOARDS.iter() {
        let mut sums: BTreeMap<String, i64> = BTreeMap::new();
        for (lead, _) in leads(board).filter(|(_, outcome)| *outcome == Outcome::Open) {
            let price = board.products.find(lead.product).and_then(|it| it.price);
            *sums.entry(owner(board, lead)).or_default() += price.map_or(0, |it| it.minor / 100);
        }
        let all: i64 = sums.values().sum();
        assert_eq!(Value::from(all), TRUTH["overall"]["sum_list_price_open"]);
        let sums: Map<_, _> = sums.into_iter().map(|(name, it)| (name, it.into())).collect();
        assert_eq!(&sums, truth);
    }
}

/// The figures a day knew, under the names of the truth's snapshots.
fn snapshot(board: &Workspace, day: &str) -> BTreeMap<&'static str, Value> {
    let day = day.parse().expect("a day");
    let known =
        leads(board).filter_map(|(lead, outcome)| Some((lead, outcome_by(lead, outcome, day)?)));
    let (mut figures, mut list_price) = (Figures::default(), 0);
    for (lead, outcome) in known {
        figures.add(lead, outcome);
        let price = board.products.find(lead.product).and_then(|it| it.price);
        if outcome == Outcome::Open {
            list_price += price.map_or(0, |it| it.minor / 100);
        }
    }
    BTreeMap::from([
        ("open_deals", Value::from(figures.open)),
        ("open_list_price", Value::from(list_price)),
        ("closed_to_date", Value::from(figures.won + figures.lost)),
        ("won_to_date", Value::from(figures.won)),
        ("won_value_to_date", Value::from(whole(board, &figures))),
        ("win_rate_to_date", six(figures.win_rate().map(|it| it.value()))),
    ])
}

// The truth leaves out the open leads without a day of creation, and so does `outcome_by`.
#[test]
fn every_month_end_knew_what_it_knew() {
    let truth = TRUTH["as_of_month_end"]["snapshots"].as_object().expect("days");
    assert!(10 <= truth.len());
    for board in BOARDS.iter() {
        for (day, truth) in truth {
            for (name, value) in snapshot(board, day) {
                assert!(equal(&value, &truth[name]), "{day} {name}: {value}, {}", truth[name]);
            }
        }
    }
}

//! What the insight page shows of the real CRM data, against figures computed outside of this
//! product.
//!
//! Truth: `../shared/data/maven_crm/truth.json`, and the answers of statsmodels and SciPy in
//! `fixtures/insight/answers.json`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::import_support::headless::board;
use crate::import_support::{json, path};
use huddle::domain::calendar::Day;
use huddle::domain::money::Money;
use huddle::domain::workspace::Workspace;
use huddle::i18n::Lang;
use huddle::present::format;
use huddle::present::insight::{
    Dimension, Figure, InsightAddress, Measure, Recorded, Scope, Series, Verdict, certificate,
    cohorts, funnel, rates, trends,
};
use serde_json::Value;

static TRUTH: LazyLock<Value> = LazyLock::new(|| json("maven_crm/truth.json"));
static BOARD: LazyLock<Workspace> = LazyLock::new(|| {
    let files = ["sales_pipeline", "accounts", "products", "sales_teams"];
    let file = |name| path(&format!("maven_crm/raw/{name}.csv")).display().to_string();
    board::import(&files.map(file)).expect("a board").workspace
});

fn ask<T>(address: InsightAddress, read: impl Fn(Scope<'_>) -> T) -> T {
    let today: Day = "2018-01-01".parse().expect("a day");
    read(Scope { workspace: &BOARD, lang: Lang::En, today, address: &address })
}

fn by(by: Dimension) -> InsightAddress {
    InsightAddress { by, ..InsightAddress::default() }
}

/// How wide the 95 % interval of a rate is: 2 z √(p (1 − p) / n + z² / 4 n²) / (1 + z² / n) with
/// z = 1.96 (E. B. Wilson, 1927).
fn width(rate: f64, closed: f64) -> f64 {
    let z = 1.959_963_984_540_054_f64;
    let root = (rate * (1.0 - rate) / closed + z * z / (4.0 * closed * closed)).sqrt();
    2.0 * z * root / (1.0 + z * z / closed)
}

/// The figures of a truth as the page writes them: rate (or only its counts where it may lie
/// anywhere in 30 points), won of closed, won value, mean and median
/// days.
fn written(truth: &Value) -> [String; 5] {
    let number = |name: &str| truth[name].as_f64().unwrap_or_else(|| panic!("{name}"));
    let currency = BOARD.settings().currency();
    let value = Money::new(number("won_value") as i64 * currency.scale(), currency);
    let (rate, all) = (number("win_rate"), number("won") + number("lost"));
    let percent = format::percent(Lang::En, (rate * 100.0).round() as i64 * 10);
    let count = |name| format::count(Lang::En, number(name) as u64);
    let counts = [count("won"), format::count(Lang::En, all as u64)].join(" of ");
    [
        if width(rate, all) <= 0.3 { percent } else { counts.clone() },
        counts,
        format::money(Lang::En, value),
        format::decimal(Lang::En, number("avg_days_won"), 1),
        format::decimal(Lang::En, number("median_days_won"), 1),
    ]
}

#[track_caller]
fn check(dimension: Dimension, part: &str) {
    let table = ask(by(dimension), rates).table;
    let cell = |row: usize, place: usize| table.rows[row].cells[place].0.clone();
    let shown: BTreeMap<String, [String; 5]> = (0..table.rows.len())
        .map(|row| (table.rows[row].name.clone(), [0, 2, 4, 6, 7].map(|it| cell(row, it))))
        .collect();
    let truth = TRUTH[part].as_object().expect(part);
    for (name, truth) in truth {
        assert_eq!(shown[name], written(truth), "{part} {name}");
    }
    assert_eq!(shown["All"], written(&TRUTH["overall"]), "{part}");
}

#[test]
fn every_group_shows_the_true_figures() {
    check(Dimension::Person, "by_sales_agent");
    check(Dimension::Product, "by_product");
    check(Dimension::Series, "by_series");
    check(Dimension::Office, "by_regional_office");
    check(Dimension::Sector, "by_sector_raw_spelling");
}

// By Holm only those whose corrected chance is at most 0.05 are said to differ.
#[test]
fn only_those_are_said_to_differ_of_whom_statsmodels_says_so() {
    let answers: Value =
        serde_json::from_str(include_str!("fixtures/insight/answers.json")).expect("the fixtures");
    let differ = |it: &&Value| it["corrected"].as_f64().expect("a chance") <= 0.05;
    let agents = answers["agents"].as_array().expect("agents").iter();
    let mut expect: Vec<&str> =
        agents.filter(differ).map(|it| it["name"].as_str().expect("a name")).collect();
    let view = ask(by(Dimension::Person), rates);
    let said = view.bars.iter().filter(|it| matches!(it.verdict, Verdict::Above | Verdict::Below));
    let mut said: Vec<&str> = said.map(|it| it.name.as_str()).collect();
    expect.sort_unstable();
    said.sort_unstable();
    assert_eq!(said, expect);
}

#[test]
fn months_show_the_true_figures() {
    let truth = TRUTH["by_close_month"].as_object().expect("months");
    let view = ask(InsightAddress { series: Series::Won, ..InsightAddress::default() }, trends);
    let won: f64 = view.chart.values.iter().flatten().sum();
    let expect: f64 = truth.values().map(|it| it["won"].as_f64().expect("a count")).sum();
    assert_eq!((won, view.table.rows.len()), (expect, truth.len()));
}

#[test]
fn bands_of_sizes_hold_all_that_is_closed_between_them() {
    let table = ask(by(Dimension::Size), rates).table;
    assert_eq!(table.rows.len(), 5, "four bands and all");
    assert_eq!(table.rows[4].cells[2].0, "4,238 of 6,711");
}

#[test]
fn closed_deals_of_a_file_have_no_stage_history_and_the_page_says_so() {
    let view = ask(InsightAddress::default(), |scope| funnel(scope, &Recorded::new()));
    assert!(view.sentence.starts_with("No stage history"), "{}", view.sentence);
    assert_eq!(view.bars.len(), 1);
}

#[test]
fn a_figure_opens_the_leads_it_is_made_of() {
    let figure = Figure::Group(None, Measure::Won);
    let paper = ask(InsightAddress::default(), |scope| {
        certificate::certificate(scope, &Recorded::new(), &figure)
    });
    let paper = paper.expect("a certificate");
    assert_eq!(
        (paper.value.as_str(), paper.leads.len()),
        (written(&TRUTH["overall"])[2].as_str(), 4238)
    );
    let view = ask(InsightAddress::default(), cohorts);
    let (shown, figure) = view.table.rows[0].cells[5].clone();
    let paper = ask(InsightAddress::default(), |scope| {
        certificate::certificate(scope, &Recorded::new(), &figure.clone().expect("a figure"))
    });
    assert!(shown.starts_with(&paper.expect("a certificate").value), "{shown}");
}

//! Where the real sales team was going to land at its pace, told on days of each quarter, against
//! what came.
//!
//! Truth: won value by quarter in the truth file of the same data. Nothing that closed after the
//! day is given.

#![allow(clippy::print_stdout, reason = "the figures go into BENCHMARKS.md")]

use crate::import_support::headless::board;
use crate::import_support::{json, path};
use huddle::domain::calendar::{Day, Period, Span};
use huddle::domain::pace::Projection;
use huddle::domain::pipeline::Outcome;
use huddle::domain::workspace::Workspace;

/// The quarters of which all days are in the data; of the first one only March is.
const QUARTERS: [u32; 3] = [2, 3, 4];
/// After how many weeks of a quarter the pace is told.
const WEEKS: std::ops::RangeInclusive<u64> = 3..=12;

struct Told {
    quarter: u32,
    week: u64,
    low: i64,
    likely: i64,
    high: i64,
    came: i64,
}

fn imported() -> Workspace {
    let files = ["sales_pipeline", "accounts", "products", "sales_teams"];
    let file = |name| path(&format!("maven_crm/raw/{name}.csv")).display().to_string();
    board::import(&files.map(file)).expect("a board").workspace
}

/// What was told on each of the days, in whole dollars.
fn told() -> Vec<Told> {
    let (board, truth) = (imported(), json("maven_crm/truth.json"));
    let settings = board.settings();
    let won = board.leads.values().filter(|it| it.outcome(&board) == Outcome::Won);
    let won: Vec<(Day, i64)> = won.filter_map(|it| Some((it.closes?, it.amount?.minor))).collect();
    let mut told = Vec::new();
    for quarter in QUARTERS {
        let span = |it| Period::Quarter(2017, it).span(settings.fiscal_start()).expect("a span");
        let earlier: Vec<Span> = (1..quarter).map(span).collect();
        let span = span(quarter);
        let came = &truth["by_close_quarter"][format!("2017Q{quarter}")]["won_value"];
        for week in WEEKS {
            let today = span.first.plus(7 * week - 1);
            let known: Vec<(Day, i64)> =
                won.iter().copied().filter(|(day, _)| *day <= today).collect();
            let found =
                Projection::new(&known, settings.currency(), (span, &earlier), today, &settings);
            let found = found.expect("enough days");
            let [low, likely, high] =
                [found.low, found.likely, found.high].map(|it| it.minor / 100);
            let came = came.as_i64().expect("a value");
            told.push(Told { quarter, week, low, likely, high, came });
        }
    }
    told
}

#[test]
fn what_came_lies_where_the_pace_said() {
    let told = told();
    let off = |it: &Told| (it.likely - it.came) as f64 / it.came as f64;
    let mut lines = Vec::new();
    for it in &told {
        lines.push(format!(
            "Q{} after {:2} weeks: {} to {}, likely {}; came {} ({:+.1} %)",
            it.quarter,
            it.week,
            it.low,
            it.high,
            it.likely,
            it.came,
            100.0 * off(it)
        ));
    }
    let inside = told.iter().filter(|it| (it.low..=it.high).contains(&it.came)).count();
    let mean = told.iter().map(|it| off(it).abs()).sum::<f64>() / told.len() as f64;
    let account = lines.join("\n");
    println!(
        "{inside} of {} inside, off by {:.1} % on average\n{account}",
        told.len(),
        100.0 * mean
    );
    // Eight of ten are meant to lie inside: days of the same quarter are alike, so that thirty are
    // worth far fewer.
    assert!(24 <= inside && mean < 0.13, "{inside} inside, off by {mean:.3}:\n{account}");
}

//! What the forecast of a quarter costs with 10,000 leads, piece by piece, natively: the leads of
//! `cargo xtask leads`, in a quarter in which some thousands of them are open. Between two pieces
//! the page answers, so it is the longest that counts. Fails over budget.
#![allow(clippy::print_stdout, reason = "the table is for the person who asked for it")]

#[path = "../tests/import_support/mod.rs"]
mod import_support;

use std::process::Command;
use std::time::{Duration, Instant};

use huddle::domain::calendar::Day;
use huddle::domain::goal::Bearer;
use huddle::domain::pipeline::Outcome;
use huddle::domain::workspace::Workspace;
use huddle::present::forecast::{Passed, Working};
use import_support::headless::board;

const FOLDER: &str = "target/leads";
/// A half of the page's own budget: the module is optimised for size, and the browser has to draw.
const BUDGET_MS: f64 = 25.0;

fn main() {
    let workspace = workspace();
    let open = workspace.leads.values().filter(|it| it.outcome(&workspace) == Outcome::Open);
    println!("{} leads, {} of them open\n", workspace.leads.len(), open.count());
    let today = last_day(&workspace);
    let pieces = pieces(&workspace, today);
    println!("| piece | measured | budget |\n|---|---:|---:|");
    let all: f64 = pieces.iter().sum();
    println!("| all {} of {today} | {all:.1} ms | – |", pieces.len());
    let mut sorted: Vec<(usize, f64)> = pieces.into_iter().enumerate().collect();
    sorted.sort_by(|one, other| other.1.total_cmp(&one.1));
    for (place, millis) in sorted.iter().take(8) {
        println!("| piece {place} | {millis:.1} ms | {BUDGET_MS} ms |");
    }
    let longest = sorted.first().map_or(0.0, |it| it.1);
    assert!(longest < BUDGET_MS, "a piece takes {longest:.1} ms");
}

/// The pieces of the forecast of a day's quarter, each the shortest of a few times.
fn pieces(workspace: &Workspace, today: Day) -> Vec<f64> {
    let period = workspace.settings().fiscal_start().quarter_of(today);
    let passed = Passed::default();
    let once = || {
        let mut pieces = Vec::new();
        let mut working = None;
        pieces.push(millis(timed(|| {
            working = Working::begin(workspace, period, Bearer::Company, today);
        })));
        let mut working = working.expect("a period");
        let mut is_done = false;
        while !is_done {
            pieces.push(millis(timed(|| is_done = working.advance(workspace, &passed))));
        }
        pieces.push(millis(timed(|| drop(working.finish(workspace)))));
        pieces
    };
    let mut least = once();
    for _ in 0..4 {
        least.iter_mut().zip(once()).for_each(|(least, it)| *least = least.min(it));
    }
    least
}

/// The day of the last lead that was created: then most that are open were open, too.
fn last_day(workspace: &Workspace) -> Day {
    let created = workspace.leads.values().filter_map(|it| it.created);
    created.max().expect("dated leads")
}

fn workspace() -> Workspace {
    let made = Command::new("cargo").args(["xtask", "leads", FOLDER]).status().expect("cargo");
    assert!(made.success(), "cargo xtask leads");
    let files = ["accounts", "products", "sales_teams", "sales_pipeline"];
    let files = files.map(|it| format!("{FOLDER}/{it}.csv"));
    let Ok(board) = board::import(&files) else { panic!("the export makes no board") };
    board.workspace
}

fn timed(act: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    act();
    begun.elapsed()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

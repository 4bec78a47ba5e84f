//! What a search over 10,000 leads costs, letter by letter, natively: the leads of
//! `cargo xtask leads`, each with a name and a next step of its own, which is the worst case. Fails
//! over budget.
#![allow(clippy::print_stdout, reason = "the table is for the person who asked for it")]

#[path = "../tests/import_support/mod.rs"]
mod import_support;

use std::process::Command;
use std::time::{Duration, Instant};

use huddle::domain::Record;
use huddle::domain::customer::Customer;
use huddle::domain::duplicates::Candidates;
use huddle::domain::id::{LeadId, RecordId};
use huddle::domain::lead::Lead;
use huddle::domain::workspace::{Table, Workspace};
use huddle::i18n::Lang;
use huddle::present::matching::Index;
use huddle::present::search::find;
use import_support::headless::board;

const CUSTOMERS: usize = 10_000;
const FOLDER: &str = "target/leads";
const TYPED: [&str; 6] =
    ["chongqing", "cqhx", "重庆华信", "corporation", "coporation", "lilei chongqing"];
/// The page's own budget: the module is optimised for size in both, so it is about as fast there.
const BUDGET_MS: f64 = 50.0;

fn main() {
    let workspace = workspace();
    let mut index = Index::default();
    let cold = timed(|| assert_ne!(index.take_in(&workspace), 0));
    let warm = timed(|| assert_eq!(index.take_in(&workspace), 0));
    println!("| what | measured | budget |\n|---|---:|---:|");
    println!(
        "| searchable forms of {} leads | {:.1} ms | – |",
        workspace.leads.len(),
        millis(cold)
    );
    println!("| the same when nothing has changed | {:.1} ms | – |", millis(warm));
    let mut worst = 0.0_f64;
    for typed in TYPED {
        let ends = typed.char_indices().map(|(start, sign)| start + sign.len_utf8());
        let letters: Vec<(f64, f64)> = ends
            .map(|end| {
                let text = &typed[..end];
                let search = quickest(|| drop(find(&workspace, &index, Lang::Zh, text, 20)));
                let board = quickest(|| drop(index.leads(text)));
                (search, board)
            })
            .collect();
        let slowest = |pick: fn(&(f64, f64)) -> f64| letters.iter().map(pick).fold(0.0, f64::max);
        let (search, board) = (slowest(|it| it.0), slowest(|it| it.1));
        worst = worst.max(search).max(board);
        println!("| {typed}: slowest letter, search | {search:.1} ms | {BUDGET_MS} ms |");
        println!("| {typed}: slowest letter, board | {board:.1} ms | {BUDGET_MS} ms |");
    }
    worst = worst.max(hints());
    assert!(worst < BUDGET_MS, "a letter takes {worst:.1} ms");
}

/// What hints of duplicates cost while a customer's name is typed, with 10,000 customers: once for
/// all of them, and letter by letter.
fn hints() -> f64 {
    let named = |name: &str| Customer { name: name.to_owned(), ..Customer::default() };
    let signs: Vec<char> = "华信恒通瑞丰金石银河远景启明云帆博雅鼎盛宏图蓝海绿洲".chars().collect();
    let name = |place: usize| {
        let sign = |by: usize| signs[place / by % signs.len()];
        match place % 2 {
            0 => format!("深圳{}{}{}技术有限公司", sign(2), sign(52), sign(7)),
            _ => format!("Shenzhen Huaxin {place} Technologies Co., Ltd."),
        }
    };
    let mut known = Candidates::default();
    let index = timed(|| {
        for place in 0..CUSTOMERS {
            known.add_customer(RecordId(place as u64 + 1), &named(&name(place)));
        }
    });
    println!("| names of {CUSTOMERS} customers for hints | {:.1} ms | – |", millis(index));
    let typed = "Huawei Technologies Co., Ltd.";
    let letters = (1..=typed.len())
        .map(|end| quickest(|| drop(known.like_customer(RecordId(0), &named(&typed[..end])))));
    let slowest = letters.fold(0.0, f64::max);
    println!("| hints: slowest letter | {slowest:.2} ms | {BUDGET_MS} ms |");
    slowest
}

/// The leads of the export, each with a name and a next step.
fn workspace() -> Workspace {
    let made = Command::new("cargo").args(["xtask", "leads", FOLDER]).status().expect("cargo");
    assert!(made.success(), "cargo xtask leads");
    let files = ["accounts", "products", "sales_teams", "sales_pipeline"];
    let files = files.map(|it| format!("{FOLDER}/{it}.csv"));
    let Ok(board) = board::import(&files) else { panic!("the export makes no board") };
    let mut workspace = board.workspace;
    let leads: Vec<(LeadId, Lead)> =
        workspace.leads.iter().map(|(id, it)| (id, it.clone())).collect();
    for (number, (id, lead)) in leads.into_iter().enumerate() {
        let customer = workspace.customers.find(lead.customer).map_or("", |it| &it.name);
        let name = format!("{customer} {number} 二期扩容");
        let lead = Lead { name, next_step: format!("第{number}次联系采购负责人"), ..lead };
        let fields = lead.fields();
        let mut fields = fields.iter().map(|(name, value)| (*name, value));
        workspace.refresh(Table::Leads, id.into(), Some(&mut fields));
    }
    workspace
}

/// The shortest of a few times: others may be at work.
fn quickest(act: impl Fn()) -> f64 {
    (0..5).map(|_| millis(timed(&act))).fold(f64::MAX, f64::min)
}

fn timed(act: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    act();
    begun.elapsed()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

//! Goals of the real sales team agree with figures that were computed without this product:
//! won value by agent, manager and quarter, and the company's quarters.

use crate::pay_replay::put;
use huddle::domain::calendar::{Day, FiscalStart, Period};
use huddle::domain::exact::Exact;
use huddle::domain::goal::Bearer;
use huddle::domain::id::ImportId;
use huddle::domain::import::Batch;
use huddle::domain::indicator::{Book, Builtin, Computed, Lexicon, Scope, read};
use huddle::domain::quota::{Split, kept_by};
use huddle::domain::workspace::{Kept, Workspace};
use huddle::i18n::Lang;
use huddle::present::goals::certificate::{Figure, certificate};
use huddle::present::goals::{GoalRow, GoalsView};
use huddle::present::quotas::progress::Progress;
use huddle::transfer::decode::native_gb18030;
use huddle::transfer::import::{Session, Setup};
use serde_json::Value;

const FOLDER: &str = "../shared/data/maven_crm";
const FILES: [&str; 4] = ["sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv"];
const QUARTERS: [(&str, u32); 4] = [("2017Q1", 1), ("2017Q2", 2), ("2017Q3", 3), ("2017Q4", 4)];

#[test]
fn every_agents_quarters_are_those_of_the_truth() {
    let checked = check("agent_quarter_won_value", |row| matches!(row.bearer, Bearer::Person(_)));
    assert_eq!(checked, 30 * 4);
}

#[test]
fn every_managers_quarters_are_those_of_the_truth() {
    let checked = check("manager_quarter_won_value", |row| matches!(row.bearer, Bearer::Team(_)));
    assert_eq!(checked, 6 * 4);
}

#[test]
fn the_companys_quarters_are_those_of_the_truth() {
    let (workspace, truth) = (team(), truth());
    for (name, quarter) in QUARTERS {
        let company = view(&workspace, quarter).company;
        let expect = &truth["by_close_quarter"][name];
        assert_eq!(Some(dollars(&company)), expect["won_value"].as_i64(), "{name}");
        assert_eq!(Some(company.deals), expect["won"].as_u64(), "{name}");
    }
}

#[test]
fn what_is_won_of_every_part_is_that_of_the_truth() {
    let (workspace, truth) = (team(), truth());
    let (year, today) = (Period::Year(2017), Day::new(2026, 11, 23).expect("a day"));
    for (split, table, count) in [
        (Split::Product, "by_product", 7),
        (Split::Sector, "by_sector_raw_spelling", 10),
        (Split::Office, "by_regional_office", 3),
    ] {
        let kept = kept_by(&workspace, 2017, split).expect("a year");
        let progress = Progress::new(&workspace, Lang::En, &kept, year, today).expect("a split");
        let (company, parts) = progress.lines.split_first().expect("the company");
        let mut whole = 0;
        for line in parts {
            let expect = &truth[table][&line.name]["won_value"];
            assert_eq!(Some(line.won.minor / 100), expect.as_i64(), "{split}, {}", line.name);
            whole += line.won.minor;
        }
        assert_eq!((parts.len(), whole), (count, company.won.minor), "{split}");
    }
}

#[test]
fn the_leads_behind_a_figure_add_up_to_it() {
    let workspace = team();
    let view = view(&workspace, 4);
    for row in view.rows() {
        let paper = certificate(&workspace, Lang::En, &view, row.bearer, Figure::Won);
        let leads = paper.expect("a certificate").leads;
        let amounts = leads.iter().filter_map(|id| workspace.leads.get(*id)?.amount);
        assert_eq!(amounts.map(|it| it.minor).sum::<i64>(), row.won.minor, "{}", row.name);
    }
}

#[test]
fn built_in_indicators_are_those_of_the_truth() {
    let (workspace, truth) = (team(), truth());
    let book = Book::new(&workspace);
    for (name, quarter) in QUARTERS {
        let expect = &truth["by_close_quarter"][name];
        let found = indicators(&workspace, &book, Period::Quarter(2017, quarter), Bearer::Company);
        assert_eq!(Some(found[0]), expect["won_value"].as_f64(), "{name}");
        assert_eq!(Some(found[1]), expect["won"].as_f64(), "{name}");
        assert_eq!(Some(found[2]), expect["lost"].as_f64(), "{name}");
        assert!((found[3] - expect["win_rate"].as_f64().unwrap_or(0.0)).abs() < 1e-6, "{name}");
    }
}

#[test]
fn indicators_of_every_agent_are_those_of_the_truth() {
    let (workspace, truth) = (team(), truth());
    let (book, mut checked) = (Book::new(&workspace), 0);
    for (id, person) in workspace.people.iter() {
        let Some(expect) = truth["by_sales_agent"].get(&person.name) else { continue };
        let found = indicators(&workspace, &book, Period::Year(2017), Bearer::Person(id));
        let names = ["won_value", "won", "lost", "win_rate", "avg_won_value"];
        for (name, found) in names.into_iter().zip(found) {
            let expect = expect[name].as_f64().unwrap_or(0.0);
            assert!((found - expect).abs() < 1e-4, "{} {name}: {found}", person.name);
            checked += 1;
        }
    }
    assert_eq!(checked, 30 * 5);
}

#[test]
fn conditions_of_formulas_keep_the_product_of_the_truth() {
    let (workspace, truth) = (team(), truth());
    let (book, expect) = (Book::new(&workspace), &truth["by_product"]["GTK 500"]);
    let lexicon = Lexicon::codes(std::iter::empty());
    for (text, expect, scale) in [
        ("count(won where product = \"gtk 500\")", &expect["won"], 1.0),
        ("sum(won where product = \"GTK 500\")", &expect["won_value"], 100.0),
        ("count(lost where product = \"GTK 500\")", &expect["lost"], 1.0),
    ] {
        let formula = read(text, &lexicon).expect("a formula");
        let computed = Computed::new(&workspace, &book, vec![formula], scope(Period::Year(2017)));
        let found = computed.of(0, Bearer::Company).expect("a value");
        assert_eq!(Some(decimal(found) / scale), expect.as_f64(), "{text}");
    }
}

/// Won amount in whole units, won count, lost count, win rate and average won deal.
fn indicators(workspace: &Workspace, book: &Book, period: Period, bearer: Bearer) -> Vec<f64> {
    use Builtin::{AverageWon, LostCount, WinRate, WonAmount, WonCount};
    let asked = [
        (WonAmount, 100.0),
        (WonCount, 1.0),
        (LostCount, 1.0),
        (WinRate, 1.0),
        (AverageWon, 100.0),
    ];
    let formulas = asked.iter().map(|(it, _)| it.formula()).collect();
    let computed = Computed::new(workspace, book, formulas, scope(period));
    let value = |(nth, (_, scale)): (usize, &(Builtin, f64))| {
        computed.of(nth, bearer).map_or(0.0, |it| decimal(it) / scale)
    };
    asked.iter().enumerate().map(value).collect()
}

fn scope(period: Period) -> Scope {
    let today = Day::new(2026, 11, 23).expect("a day");
    Scope { span: period.span(FiscalStart::new(1)).expect("a span"), today }
}

fn decimal(value: Exact) -> f64 {
    value.upper() as f64 / value.lower() as f64
}

/// Compares the rows of every quarter with a table of the truth by name; gives how many figures
/// were compared.
fn check(table: &str, is_meant: impl Fn(&GoalRow) -> bool) -> usize {
    let (workspace, truth) = (team(), truth());
    let mut checked = 0;
    for (name, quarter) in QUARTERS {
        let view = view(&workspace, quarter);
        for row in view.rows().filter(|row| is_meant(row)) {
            let expect = truth[table].get(&row.name).map(|it| it[name].as_i64().unwrap_or(0));
            checked += usize::from(expect.is_some());
            assert_eq!(dollars(row), expect.unwrap_or(0), "{} {name}", row.name);
        }
    }
    checked
}

fn view(workspace: &Workspace, quarter: u32) -> GoalsView {
    let today = Day::new(2026, 11, 23).expect("a day");
    GoalsView::new(workspace, Period::Quarter(2017, quarter), today).expect("a view")
}

/// What a row won, in whole units of whatever currency the amounts were read in.
fn dollars(row: &GoalRow) -> i64 {
    assert_eq!((row.won.minor % 100, row.uncounted.len()), (0, 0), "{}", row.name);
    row.won.minor / 100
}

fn truth() -> Value {
    let text = std::fs::read_to_string(format!("{FOLDER}/truth.json")).expect("the truth");
    serde_json::from_str(&text).expect("JSON")
}

fn team() -> Workspace {
    let words = Lang::En.import_words();
    let today = Day::new(2026, 11, 23).expect("a day");
    let mut session = Session::new(Setup { import: ImportId::drawn(1), today, words });
    for name in FILES {
        let bytes = std::fs::read(format!("{FOLDER}/raw/{name}")).expect("a file");
        session.add_file(name, bytes, native_gb18030).expect("a table");
    }
    while !session.advance(&Workspace::default(), 10_000).is_done() {}
    workspace_of(session.into_batch().expect("a batch"))
}

fn workspace_of(batch: Batch) -> Workspace {
    let mut workspace = Workspace::default();
    put_all(&mut workspace, &batch.teams);
    put_all(&mut workspace, &batch.people);
    put_all(&mut workspace, &batch.customers);
    put_all(&mut workspace, &batch.products);
    put_all(&mut workspace, &batch.pipelines);
    put_all(&mut workspace, &batch.stages);
    put_all(&mut workspace, &batch.leads);
    workspace
}

fn put_all<R: Kept>(workspace: &mut Workspace, records: &[(R::Id, R)]) {
    records.iter().for_each(|(id, record)| put(workspace, *id, record));
}

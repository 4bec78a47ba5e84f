//! Goals of the real sales team agree with figures that were computed without this product:
//! won value by agent, manager and quarter, and the company's quarters.

use huddle::domain::calendar::{Day, Period};
use huddle::domain::goal::Bearer;
use huddle::domain::id::ImportId;
use huddle::domain::import::Batch;
use huddle::domain::workspace::{Kept, Workspace};
use huddle::i18n::Lang;
use huddle::present::goals::certificate::{Figure, certificate};
use huddle::present::goals::{GoalRow, GoalsView};
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
    put_all(&mut workspace, &batch.pipelines);
    put_all(&mut workspace, &batch.stages);
    put_all(&mut workspace, &batch.leads);
    workspace
}

fn put_all<R: Kept>(workspace: &mut Workspace, records: &[(R::Id, R)]) {
    for (id, record) in records {
        let fields = record.fields();
        let mut fields = fields.iter().map(|(name, value)| (*name, value));
        workspace.refresh(R::TABLE, (*id).into(), Some(&mut fields));
    }
}

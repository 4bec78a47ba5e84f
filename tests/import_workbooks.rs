//! Workbooks against what four other programs wrote into them: `fixtures/workbooks/make.py` says
//! with which writers the files were made and what stands in them.

use crate::import_support::headless::board;
use crate::import_support::planned;
use huddle::domain::calendar::Day;
use huddle::domain::workspace::Workspace;
use huddle::transfer::import::{FileRefused, Session};
use huddle::transfer::workbook::sheets::{BETWEEN_CELLS, Sheet, Unreadable};
use huddle::transfer::workbook::{self, Opened, read};

fn bytes(name: &str) -> Vec<u8> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/workbooks");
    std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn sheets(name: &str) -> Vec<Sheet> {
    read::read(&bytes(name)).unwrap_or_else(|why| panic!("{name}: {why:?}"))
}

/// The lines of a sheet, with bars between the cells.
fn lines(sheet: &Sheet) -> Vec<String> {
    sheet.text.replace(char::from(BETWEEN_CELLS), "|").lines().map(str::to_owned).collect()
}

fn board_of(name: &str) -> (Session, Workspace) {
    let mut workspace = Workspace::default();
    let session = planned(&workspace, &[(name, &bytes(name))]);
    let report = session.report().cloned().expect("a report");
    board::take(&mut workspace, session.into_batch());
    let mut again = board::session();
    board::add(&mut again, name, bytes(name)).expect("a table");
    board::finish(&mut again, &workspace);
    assert_eq!(report.files.len(), again.files(), "{name}");
    (again, workspace)
}

/// What a lead of `usual.xlsx` and `old.xls` is, without its ids.
fn leads(workspace: &Workspace) -> Vec<(String, String, Option<Day>)> {
    let lead = |it: &huddle::domain::lead::Lead| {
        let amount = it.amount.map_or(String::new(), |it| it.to_string());
        (it.name.clone(), amount, it.closes)
    };
    let mut leads: Vec<_> = workspace.leads.values().map(lead).collect();
    leads.sort();
    leads
}

#[test]
fn a_sheet_is_read_as_it_is_stored() {
    let sheet = sheets("usual.xlsx").pop().expect("a sheet");
    let first = "华东网关改造|上海示例科技有限公司|李雷|120000|2024-03-01|需求确认|\"第一行";
    assert_eq!(lines(&sheet)[1], first);
    assert_eq!(lines(&sheet)[2], "第二行\"");
    let second = "年度续约|Beta GmbH|韩梅梅|1234.5|2024-02-29|赢单|\"says \"\"yes\"\", now\"";
    assert_eq!(lines(&sheet)[3], second);
    assert_eq!(lines(&sheet)[4], "试点|Gamma Ltd.|李雷|0.3|2024-12-31|方案报价");
}

#[test]
fn every_kind_of_cell_says_what_it_holds_and_rows_keep_their_numbers() {
    let sheet = sheets("kinds.xlsx").pop().expect("a sheet");
    let expect = ["whole|large|true|sum|fault|rich|text|hours", ""];
    assert_eq!(lines(&sheet)[..2], expect);
    // Spreadsheets keep fifteen digits (ECMA-376 part 1, 18.17.5.2).
    let third = "5|12345678901234600|TRUE|6|#DIV/0!|Acme Ltd.|00123|36";
    assert_eq!(lines(&sheet)[2], third);
}

#[test]
fn days_are_the_same_from_whichever_year_they_are_counted() {
    let sheet = sheets("from_1904.xlsx").pop().expect("a sheet");
    assert_eq!(lines(&sheet)[1], "A|2024-12-05|2024-12-05 14:30:00");
}

#[test]
fn of_several_sheets_those_are_taken_that_are_seen_and_are_tables() {
    let names: Vec<String> = sheets("sheets.xlsx").into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["Deals", "Accounts"]);
}

#[test]
fn a_cell_at_the_far_corner_costs_its_own_row_only() {
    let (session, workspace) = board_of("corner.xlsx");
    let report = session.report().expect("a report");
    assert_eq!((report.files[0].rows, report.files[0].rejected.len()), (2, 1));
    assert_eq!(report.files[0].rejected[0].row, 1_048_576);
    assert_eq!(workspace.leads.len(), 1);
}

#[test]
fn a_workbook_is_imported_as_a_table_is_and_a_second_time_changes_nothing() {
    let expect = [
        ("华东网关改造".to_owned(), "CNY12000000".to_owned(), Day::new(2024, 3, 1)),
        ("年度续约".to_owned(), "CNY123450".to_owned(), Day::new(2024, 2, 29)),
        ("试点".to_owned(), "CNY30".to_owned(), Day::new(2024, 12, 31)),
    ];
    for name in ["usual.xlsx", "old.xls"] {
        let (again, workspace) = board_of(name);
        assert_eq!(leads(&workspace), expect, "{name}");
        let file = &again.report().expect("a report").files[0];
        assert_eq!((file.rows, file.unchanged), (3, 3), "{name}");
    }
    let (again, workspace) = board_of("sheets.xlsx");
    assert_eq!((workspace.leads.len(), workspace.customers.len()), (3, 3));
    let names: Vec<&str> = (0..again.files()).map(|it| again.file_name(it)).collect();
    assert_eq!(names, ["sheets.xlsx · Deals", "sheets.xlsx · Accounts"]);
    assert_eq!((again.origin(0), again.origin(1), again.origin(2)), (Some(0), Some(0), None));
}

#[track_caller]
fn check_refused(bytes: Vec<u8>, why: FileRefused) {
    assert_eq!(board::add(&mut board::session(), "x", bytes), Err(why));
}

#[test]
fn what_cannot_be_read_is_refused_with_the_reason() {
    check_refused(bytes("locked.xlsx"), FileRefused::Workbook(Unreadable::Locked));
    check_refused(bytes("archive.zip"), FileRefused::Workbook(Unreadable::Damaged));
    let whole = bytes("usual.xlsx");
    for end in (4..whole.len()).step_by(97) {
        check_refused(whole[..end].to_vec(), FileRefused::Workbook(Unreadable::Damaged));
    }
    let old = bytes("old.xls");
    for end in (8..old.len() / 2).step_by(97) {
        let opened = workbook::open(old[..end].to_vec());
        assert!(matches!(opened, Opened::Unreadable(Unreadable::Damaged)), "{end}");
    }
    // Where nothing can read workbooks, as in a browser without workers.
    let refused = Opened::from(whole);
    assert_eq!(refused, Opened::Unreadable(Unreadable::NotHere));
}

#[test]
fn a_spoilt_workbook_never_stops_the_reader() {
    for name in ["usual.xlsx", "kinds.xlsx", "old.xls"] {
        let whole = bytes(name);
        for place in (8..whole.len()).step_by(41) {
            let mut spoilt = whole.clone();
            spoilt[place] ^= 0x5a;
            let read = workbook::open(spoilt);
            assert!(matches!(read, Opened::Sheets(_) | Opened::Unreadable(_)), "{name} {place}");
        }
    }
}

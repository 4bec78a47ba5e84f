//! Real sessions over small files, shown in words.

use super::*;
use crate::domain::calendar::Day;
use crate::domain::id::ImportId;
use crate::domain::workspace::Workspace;
use crate::transfer::import::Setup;

fn session(files: &[(&str, &str)]) -> Session {
    let words = Lang::En.import_words();
    let today = Day::EPOCH;
    let mut session = Session::new(Setup { import: ImportId::drawn(1), today, words });
    for (name, text) in files {
        session.add_file(name, text.as_bytes().to_vec(), |_| None).expect("a table");
    }
    while !session.advance(&Workspace::default(), 3).is_done() {}
    session
}

const DEALS: &str = "Deal - Title,Deal - Value,Deal - Stage,Deal - Expected close date,Odd\n\
    A,1200,New,03/04/2026,x\nB,twelve,New,05/04/2026,\nC,7,New,01/02/2026,\n";

fn check_view() -> CheckView {
    let session = session(&[("deals.csv", DEALS)]);
    check(Lang::En, session.report().expect("a report"), &Settled::default())
}

#[test]
fn a_file_is_shown_with_what_it_was_taken_for() {
    let view = columns(Lang::En, &session(&[("deals.csv", DEALS)]));
    let file = &view.files[0];
    assert_eq!((file.system, file.kind.as_str(), file.used()), (Some("Pipedrive"), "deals", 4));
    assert_eq!(file.form, "UTF-8, parted by commas, 3 rows");
    assert_eq!((file.columns[4].field.as_str(), file.columns[4].samples.as_str()), ("", "x"));
    assert_eq!(file.fields[0], named("", "Leave out"));
}

#[test]
fn dates_that_nothing_settles_and_bare_amounts_are_asked_for() {
    let view = columns(Lang::En, &session(&[("deals.csv", DEALS)]));
    let readings: Vec<&str> = view.dates[0].readings.iter().map(|(_, it)| it.as_str()).collect();
    assert_eq!(readings, ["3 Apr 2026", "4 Mar 2026"]);
    assert_eq!(view.bare_amounts, ["Deal - Value"]);
}

#[test]
fn counts_add_up_to_the_rows() {
    let view = check_view();
    assert_eq!(view.sum, "2 new + 0 changed + 0 unchanged + 1 not taken = 3 rows");
    assert_eq!((view.changing(), view.rejected(), view.files[0].has_failures), (2, 1, true));
}

#[test]
fn rows_that_are_not_taken_stand_below_their_reason() {
    let lines = check_view().problems;
    let [ProblemLine::Head(head), ProblemLine::Row { place, value, .. }] = &lines[..] else {
        panic!("{lines:?}");
    };
    assert_eq!(head, "This is not an amount. Write digits, such as 1234.50. (1)");
    assert_eq!((place.as_str(), value.as_str()), ("Row 3, Deal - Value", "twelve"));
}

#[test]
fn what_comes_along_is_told_in_both_languages() {
    let session = session(&[("deals.csv", DEALS)]);
    let report = session.report().expect("a report");
    assert!(check(Lang::Zh, report, &Settled::default()).along.starts_with("同时新增："));
    assert!(check(Lang::En, report, &Settled::default()).along.contains("1 pipeline,"));
}

//! What holds for every import, whatever the bytes.

use std::collections::BTreeMap;

use crate::import_support::headless::board;
use crate::import_support::{counts, import_into, planned};
use huddle::domain::lead::Lead;
use huddle::domain::money::{Currency, Money};
use huddle::domain::workspace::Workspace;
use huddle::transfer::cells::amount::{self, AmountEvidence, AmountReading};
use huddle::transfer::csv::reader::Reader;
use huddle::transfer::csv::table::Table;
use huddle::transfer::csv::write::{unguarded, write_row};
use huddle::transfer::import::Session;
use proptest::prelude::*;

/// Bytes that look a little like a table.
fn any_table() -> impl Strategy<Value = Vec<u8>> {
    let header = "Deal Id,Deal Name,Account Name,Amount,Close Date,Stage,Probability\n";
    let headed = prop::collection::vec(any::<u8>(), 0..200)
        .prop_map(move |bytes| [header.as_bytes(), &bytes].concat());
    let texts = "[ -~\n\r\t,;|\"'=线索金额万¥０-９]{0,300}";
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..400),
        headed,
        texts.prop_map(String::into_bytes),
        texts.prop_map(move |text| format!("{header}{text}").into_bytes()),
    ]
}

/// One of some words.
fn word(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(words).prop_map(str::to_owned)
}

/// Cells a table of deals may have, plain ones more often than odd ones.
fn any_row() -> impl Strategy<Value = [String; 6]> {
    let name =
        prop_oneof![4 => "[A-C][a-z]{0,2}", 1 => Just(String::new()), 1 => Just("=x".to_owned())];
    let customer = word(&["Acme", "acme", "Acme Inc", "AcmeInc", "Bo", ""]);
    let owner = word(&["Li", "Wu", "Mei-Mei", "Mei Mei", ""]);
    let stage = word(&["Demo", "Won", "Lost", "Talks", "赢单", ""]);
    let amount = word(&["5", "$7.5", "1,234.00", "-3", "x", "12万", ""]);
    let close = word(&["2026-05-03", "3/4/2026", "13/4/2026", "2026-02-30", ""]);
    (name, customer, owner, stage, amount, close).prop_map(
        |(name, customer, owner, stage, amount, close)| {
            [name, customer, owner, stage, amount, close]
        },
    )
}

/// A table of deals with keys of their own, in the given order of rows.
fn table(rows: &[(usize, [String; 6])]) -> String {
    let mut text = String::new();
    let header =
        ["Deal Id", "Deal Name", "Account Name", "Deal Owner", "Stage", "Amount", "Close Date"];
    write_row(&mut text, header.into_iter());
    for (id, cells) in rows {
        let id = id.to_string();
        write_row(&mut text, std::iter::once(id.as_str()).chain(cells.iter().map(String::as_str)));
    }
    text
}

/// A board without what tells where its records came from.
fn without_origins(board: &Workspace) -> impl PartialEq + std::fmt::Debug {
    let leads: BTreeMap<_, _> =
        board.leads.iter().map(|(id, it)| (id, Lead { origin: None, ..it.clone() })).collect();
    let rest = (board.people.clone(), board.customers.clone(), board.stages.clone());
    (leads, rest, board.pipelines.clone())
}

fn imported(text: &str) -> Workspace {
    let mut board = Workspace::default();
    import_into(&mut board, text);
    board
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_break_an_import_and_every_row_is_accounted_for(bytes in any_table()) {
        let mut session: Session = board::session();
        if board::add(&mut session, "x.csv", bytes).is_ok() {
            let report = board::finish(&mut session, &Workspace::default());
            let [rows, created, updated, unchanged, rejected] = counts(&report);
            prop_assert_eq!(rows, created + updated + unchanged + rejected);
        }
    }

    #[test]
    fn an_import_is_repeated_without_effect(rows in prop::collection::vec(any_row(), 0..30), keys in 1_usize..30) {
        let rows: Vec<_> = rows.into_iter().enumerate().map(|(n, row)| (n % keys, row)).collect();
        let text = table(&rows);
        let mut board = imported(&text);
        let before = board.clone();
        let again = import_into(&mut board, &text);
        prop_assert_eq!([counts(&again)[1], counts(&again)[2]], [0, 0]);
        prop_assert!(board == before);
    }

    #[test]
    fn the_order_of_rows_does_not_matter(rows in prop::collection::vec(any_row(), 0..30).prop_map(|rows| rows.into_iter().enumerate().collect::<Vec<_>>()), turn in 0_usize..30) {
        let straight = imported(&table(&rows));
        let mut turned: Vec<_> = rows.iter().rev().cloned().collect();
        let turn = turn % turned.len().max(1);
        turned.rotate_left(turn);
        let turned = imported(&table(&turned));
        prop_assert_eq!(without_origins(&straight), without_origins(&turned));
    }

    #[test]
    fn steps_of_any_size_lead_to_the_same_plan(rows in prop::collection::vec(any_row(), 0..20), step in 1_usize..40) {
        let rows: Vec<_> = rows.into_iter().enumerate().collect();
        let text = table(&rows);
        let whole = planned(&Workspace::default(), &[("t.csv", text.as_bytes())]);
        let mut stepped = board::session();
        board::add(&mut stepped, "t.csv", text.clone().into_bytes()).expect("a table");
        while !stepped.advance(&Workspace::default(), step).is_done() {}
        prop_assert_eq!(whole.report(), stepped.report());
        prop_assert_eq!(whole.into_batch(), stepped.into_batch());
    }

    #[test]
    fn an_exported_cell_is_no_formula(cells in prop::collection::vec(any::<String>(), 1..6)) {
        let mut text = String::new();
        write_row(&mut text, cells.iter().map(String::as_str));
        let (mut reader, mut read) = (Reader::new(text, b','), Table::default());
        while reader.step(&mut read, 9) {}
        for row in read.rows() {
            for cell in row.cells() {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']), "{cell:?}");
            }
        }
    }

    #[test]
    fn a_guard_is_taken_away_again(cell in "[=+@\t-]?[a-z=+]{0,5}") {
        let mut text = String::new();
        write_row(&mut text, [cell.as_str(), "x"].into_iter());
        let (mut reader, mut read) = (Reader::new(text, b','), Table::default());
        while reader.step(&mut read, 9) {}
        prop_assert_eq!(unguarded(read.row(0).expect("a row").cell(0)), cell);
    }

    #[test]
    fn an_amount_is_read_back_from_every_form(minor in 0_i64..1_000_000_000_000, form in 0_usize..8) {
        let money = Money::new(minor, Currency::CNY);
        let text = written(money, form);
        let mut evidence = AmountEvidence::default();
        evidence.add(&text);
        evidence.add(&written(Money::new(123_456_789, Currency::CNY), form));
        let reading = AmountReading { is_fine: evidence.is_fine(), sign: evidence.sign(), unit: 0, currency: Currency::CNY };
        prop_assert_eq!(amount::parse(&text, None, reading), Some(money), "{}", text);
    }
}

/// An amount in one of the forms that exports have.
fn written(money: Money, form: usize) -> String {
    let major = money.major();
    let (whole, part) = major.split_once('.').expect("a fraction");
    let grouped = |sign: &str| {
        let from_end = whole.len() % 3;
        let mut groups: Vec<&str> =
            (from_end..whole.len()).step_by(3).map(|it| &whole[it..it + 3]).collect();
        if 0 < from_end {
            groups.insert(0, &whole[..from_end]);
        }
        groups.join(sign)
    };
    match form {
        0 => major.clone(),
        1 => format!("￥{},{part}", grouped(".")),
        2 => format!("{},{part}", grouped("\u{a0}")),
        3 => format!("¥ {}.{part}", grouped(",")),
        4 => format!("CNY {}.{part}", grouped(" ")),
        5 => format!("{}.{part}元", grouped("'")),
        6 => format!("{},{part} RMB", grouped("\u{202f}")),
        _ => format!("{whole}.{part}０").replace('.', "．"),
    }
}

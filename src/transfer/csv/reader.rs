//! Reads rows out of delimited text, some at a time, so that a long file does not block a page.
//!
//! Quoting is `csv-core`'s. Around it stand what spreadsheets need: rows are numbered as they
//! number them, blank lines count but are not rows, and a quotation mark that is never closed
//! costs its own row only, not the rest of the file.

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::table::{Flaw, Table};

/// The longest row, in bytes: four times the longest cell of a spreadsheet, all Chinese.
const LONGEST_ROW: usize = 4 * 3 * 32_767;
/// The most cells of a row; a spreadsheet has 16,384 columns, no export comes near.
const MOST_CELLS: usize = 2_048;

/// What `csv-core` would strip from the start of a record, in UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A file being read.
#[derive(Debug)]
pub struct Reader {
    text: String,
    at: usize,
    number: u32,
    quoted: csv_core::Reader,
    plain: csv_core::Reader,
    cells: Vec<u8>,
    ends: Vec<usize>,
}

impl Reader {
    /// Begins to read a text whose cells are parted by `delimiter`, an ASCII sign.
    pub fn new(text: String, delimiter: u8) -> Reader {
        let at = after_separator_line(&text);
        let quoted = ReaderBuilder::new().delimiter(delimiter).build();
        let plain = ReaderBuilder::new().delimiter(delimiter).quoting(false).build();
        let (cells, ends) = (vec![0; LONGEST_ROW], vec![0; MOST_CELLS]);
        Reader { text, at, number: 1, quoted, plain, cells, ends }
    }

    /// How many bytes have been read.
    pub fn done(&self) -> usize {
        self.at
    }

    /// How many bytes there are.
    pub fn total(&self) -> usize {
        self.text.len()
    }

    /// Reads up to `most` rows into the table; `false` once nothing is left.
    pub fn step(&mut self, table: &mut Table, most: usize) -> bool {
        for _ in 0..most {
            self.skip_blank_lines();
            if self.total() <= self.at {
                return false;
            }
            self.read_row(table);
        }
        true
    }

    fn skip_blank_lines(&mut self) {
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            if let Some(length) = line_break(rest) {
                self.at += length;
                self.number = self.number.saturating_add(1);
            } else if rest.starts_with(BYTE_ORDER_MARK) {
                self.at += BYTE_ORDER_MARK.len();
            } else {
                return;
            }
        }
    }

    fn read_row(&mut self, table: &mut Table) {
        let rest = &self.text.as_bytes()[self.at..];
        let found = read_record(rest, &mut self.quoted, &mut self.cells, &mut self.ends);
        let (found, flaw) = match found {
            Ok(found) => (found, None),
            Err(flaw) => {
                let line = &rest[..line_length(rest)];
                let found = read_record(line, &mut self.plain, &mut self.cells, &mut self.ends);
                (found.unwrap_or(Record { read: line.len(), cells: 0, ends: 0 }), Some(flaw))
            }
        };
        self.at += found.read + open_break(&rest[found.read..], &rest[..found.read]);
        let cells = std::str::from_utf8(&self.cells[..found.cells]).unwrap_or_default();
        let ends = if cells.len() < found.cells { &[] } else { &self.ends[..found.ends] };
        if flaw.is_some() || cells.contains(|it: char| !it.is_whitespace()) {
            table.push(self.number, cells, ends, flaw);
        }
        self.number = self.number.saturating_add(1);
    }
}

struct Record {
    read: usize,
    cells: usize,
    ends: usize,
}

/// Reads one record. A reader is used again by `reset`: a clone of one loses its tables
/// (csv-core 0.1.13 copies only a part of them).
fn read_record(
    input: &[u8],
    reader: &mut csv_core::Reader,
    cells: &mut [u8],
    ends: &mut [usize],
) -> Result<Record, Flaw> {
    reader.reset();
    let (result, read, filled, ended) = reader.read_record(input, cells, ends);
    if let ReadRecordResult::Record = result {
        return Ok(Record { read, cells: filled, ends: ended });
    }
    // A line break ends the record, unless it stands within quotation marks.
    let (last, _, _, more) = reader.read_record(b"\n", &mut [0; 4], &mut [0; 4]);
    match (result, last) {
        (_, ReadRecordResult::InputEmpty) => Err(Flaw::QuoteUnclosed),
        (ReadRecordResult::InputEmpty, _) if ended + more <= ends.len() => {
            ends[ended..ended + more].fill(filled);
            Ok(Record { read, cells: filled, ends: ended + more })
        }
        _ => Err(Flaw::TooLong),
    }
}

/// The second half of a CRLF of which the record has taken the first.
fn open_break(rest: &[u8], read: &[u8]) -> usize {
    usize::from(read.ends_with(b"\r") && rest.starts_with(b"\n"))
}

fn line_break(rest: &[u8]) -> Option<usize> {
    match rest {
        [b'\r', b'\n', ..] => Some(2),
        [b'\r' | b'\n', ..] => Some(1),
        _ => None,
    }
}

fn line_length(rest: &[u8]) -> usize {
    let end = rest.iter().position(|it| matches!(it, b'\r' | b'\n'));
    end.map_or(rest.len(), |end| end + line_break(&rest[end..]).unwrap_or(0))
}

/// The delimiter that a first line `sep=;` names, as Excel writes it.
pub fn named_delimiter(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [s, e, p, b'=', sign, b'\r' | b'\n', ..] if [*s, *e, *p].eq_ignore_ascii_case(b"sep") => {
            sign.is_ascii().then_some(*sign)
        }
        _ => None,
    }
}

fn after_separator_line(text: &str) -> usize {
    named_delimiter(text).map_or(0, |_| line_length(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u32, Vec<String>, Option<Flaw>)> {
        let (mut reader, mut table) = (Reader::new(text.to_owned(), b','), Table::default());
        while reader.step(&mut table, 1) {}
        table
            .rows()
            .map(|row| (row.number, row.cells().map(str::to_owned).collect(), row.flaw))
            .collect()
    }

    #[track_caller]
    fn check(text: &str, expect: &[(u32, &[&str])]) {
        let rows = read(text);
        let rows: Vec<_> = rows.iter().map(|(number, cells, _)| (*number, cells.clone())).collect();
        let expect: Vec<_> = expect
            .iter()
            .map(|(number, cells)| {
                (*number, cells.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(rows, expect, "{text:?}");
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_does() {
        check(
            "a,b\n\n1,2\r\n\r\n3,4\r5,\"x\r\ny\"\n6,7",
            &[
                (1, &["a", "b"]),
                (3, &["1", "2"]),
                (5, &["3", "4"]),
                (6, &["5", "x\r\ny"]),
                (7, &["6", "7"]),
            ],
        );
    }

    #[test]
    fn blank_rows_are_left_out_and_counted() {
        check("a,b\n,\n \n1,\n", &[(1, &["a", "b"]), (4, &["1", ""])]);
        check("", &[]);
        check("\n\n", &[]);
    }

    #[test]
    fn a_separator_line_is_no_row() {
        check("sep=,\r\na,b\r\n", &[(1, &["a", "b"])]);
    }

    #[test]
    fn an_open_quote_costs_its_own_row_only() {
        let rows = read("a,b\n1,\"x\n2,y\n3,z\n");
        let flaws: Vec<_> = rows.iter().map(|(number, _, flaw)| (*number, *flaw)).collect();
        let open = Some(Flaw::QuoteUnclosed);
        assert_eq!(flaws, [(1, None), (2, open), (3, None), (4, None)]);
        assert_eq!(rows[1].1, ["1", "\"x"]);
    }

    #[test]
    fn an_endless_row_is_told_and_passed_over() {
        let rows = read(&format!("a\n{}\nb\n", "x".repeat(LONGEST_ROW + 1)));
        let flaws: Vec<_> = rows.iter().map(|(number, _, flaw)| (*number, *flaw)).collect();
        assert_eq!(flaws, [(1, None), (2, Some(Flaw::TooLong)), (3, None)]);
    }
}

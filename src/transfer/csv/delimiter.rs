//! Which sign parts the cells of a text: the one that gives the most even rows.

use super::reader::{Reader, named_delimiter};
use super::table::Table;
use crate::transfer::decode::{Decoded, Encoding};
use crate::transfer::workbook::sheets::BETWEEN_CELLS;

/// The signs that exports are parted by, the usual one first.
const CANDIDATES: [u8; 4] = *b",;\t|";
/// How many rows are looked at.
const SAMPLE_ROWS: usize = 50;
/// How many bytes are looked at.
const SAMPLE_BYTES: usize = 64 * 1024;

/// The delimiter of a file: that of a workbook's sheets is known.
pub fn of(file: &Decoded) -> u8 {
    match file.encoding {
        Encoding::Workbook => BETWEEN_CELLS,
        _ => detect(&file.text),
    }
}

/// Finds the delimiter of a text; a comma where nothing speaks for any other.
pub fn detect(text: &str) -> u8 {
    if let Some(named) = named_delimiter(text) {
        return named;
    }
    let mut end = text.len().min(SAMPLE_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    let mut best = (0, CANDIDATES[0]);
    for delimiter in CANDIDATES {
        let evenness = evenness(sample, delimiter);
        if best.0 < evenness {
            best = (evenness, delimiter);
        }
    }
    best.1
}

/// How even the rows are: the square of the share that has the most frequent width, times the
/// parting signs a row then has, of which eight say as much as any more.
fn evenness(sample: &str, delimiter: u8) -> usize {
    let (mut reader, mut table) = (Reader::new(sample.to_owned(), delimiter), Table::default());
    reader.step(&mut table, SAMPLE_ROWS);
    let widths: Vec<usize> = table.rows().map(|row| row.len()).collect();
    let count = |width: usize| widths.iter().filter(|it| **it == width).count();
    let usual = widths.iter().copied().filter(|it| 1 < *it).max_by_key(|it| (count(*it), *it));
    let Some(usual) = usual else {
        return 0;
    };
    let share = 1_000 * count(usual) / widths.len();
    share * share * (usual - 1).min(8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: u8) {
        assert_eq!(detect(text) as char, expect as char, "{text:?}");
    }

    #[test]
    fn the_most_even_sign_parts_the_cells() {
        check("a,b\n1,2\n", b',');
        check("a;b;c\n\"1,5\";2,5;3,5\n1,5;2;3\n", b';');
        check("a\tb\n1,2,3\t4\n5\t6,7\n", b'\t');
        check("one|two,two|three\nfour|five,five|six", b'|');
        check("sep=|\na,b|c\n", b'|');
    }

    #[test]
    fn title_lines_do_not_mislead() {
        check("Pipeline report\nAs of 1, 2 and 3\n\na;b;c\n1;2;3\n4;5;6\n", b';');
    }

    #[test]
    fn one_column_is_taken_for_commas() {
        check("a\nb\nc", b',');
        check("", b',');
    }
}

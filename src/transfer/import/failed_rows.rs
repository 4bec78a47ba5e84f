//! The refused rows of a file as a file again: to be mended and imported.

use super::report::Rejected;
use super::source::Source;
use crate::transfer::csv::write::write_row;

/// The refused rows with all their columns and the reason behind them, as UTF-8 with the byte
/// order mark by which spreadsheets know it. `heading` heads the column of reasons, `words`
/// gives a reason's words.
pub(super) fn failed_rows(
    source: &Source,
    rejected: &[Rejected],
    heading: &str,
    words: &dyn Fn(&Rejected) -> String,
) -> String {
    let mut out = String::from("\u{feff}");
    let headers = source.columns.iter().map(|it| it.header.as_str());
    write_row(&mut out, headers.chain([heading]));
    let mut left = rejected.iter().peekable();
    for row in source.rows() {
        let Some(refused) = left.next_if(|it| it.row == row.number) else {
            continue;
        };
        let width = source.columns.len().max(row.len());
        let cells = (0..width).map(|column| row.cell(column));
        let reason = words(refused);
        write_row(&mut out, cells.chain([reason.as_str()]));
    }
    out
}

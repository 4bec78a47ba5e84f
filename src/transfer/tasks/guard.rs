//! The guard before what a spreadsheet takes for a formula, so that every text is read back as it
//! was: a text that looks guarded already is guarded once more.

use crate::transfer::csv::write;

/// A cell for the writer, which guards formulas itself.
pub(super) fn guarded(cell: String) -> String {
    if looks_guarded(&cell) { ["'", &cell].concat() } else { cell }
}

/// A cell as it was.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if looks_guarded(rest) => rest,
        _ => write::unguarded(cell),
    }
}

/// Whether taking guards away would change it.
fn looks_guarded(cell: &str) -> bool {
    let bare = cell.trim_start_matches('\'');
    let first = cell.len() - bare.len();
    first != 0 && write::unguarded(&cell[first - 1..]).len() < cell.len() - first + 1
}

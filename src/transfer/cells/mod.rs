//! What the text of a cell says: a day, an amount, odds, one of a few things.
//!
//! How to read a column is decided from the whole column and is then the same for all its rows.

pub mod amount;
pub mod choice;
pub mod date;
mod mark;
pub mod month;
pub mod odds;

/// Whether a cell says that there is nothing: blank, a dash, "N/A", "无".
pub fn is_blank(cell: &str) -> bool {
    const WORDS: [&str; 15] = [
        "-",
        "--",
        "—",
        "–",
        "/",
        "n/a",
        "#n/a",
        "na",
        "null",
        "none",
        "nil",
        "无",
        "暂无",
        "待定",
        "0000-00-00",
    ];
    let cell = cell.trim();
    match cell.as_bytes() {
        [] => true,
        [b'-' | b'/' | b'#' | b'n' | b'N' | b'0' | 0x80.., ..] if cell.len() <= 10 => {
            WORDS.iter().any(|word| word.eq_ignore_ascii_case(cell))
        }
        _ => false,
    }
}

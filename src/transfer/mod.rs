//! Files in and out, bytes in and bytes out: no browser, clock, storage or language.
//!
//! # Import
//! [`import::Session`] takes the files of one import together and is driven in steps:
//!
//! ```text
//! let mut session = Session::new(Setup { … });
//! session.add_file(name, bytes, gb18030)?;        // once a file
//! while !session.advance(&workspace, 500).is_done() { /* let the page breathe */ }
//! session.report()                                // the dry run: counts, rejections, warnings
//! session.columns(0)                              // what each column was taken for, with samples
//! session.map_column(0, 3, Some(Field::Amount));  // the person knows better: advance again
//! session.failed_rows(0, heading, &words)         // a CSV of what was refused, and why
//! session.into_batch()                            // what to give to `Command::Import`
//! ```
//!
//! Layers, lower ones know nothing of higher ones: `text` (what makes two names the same) and
//! `decode` (bytes to text) and `workbook` (sheets to text); `csv` (rows and cells); `cells` (dates, amounts, odds); `import`
//! (systems, meanings of columns, the plan).
//!
//! What a field holds after an import: a cell that is not blank wins; a blank cell, or a field
//! that the file has no column for, leaves what the board has. Nothing is ever wiped.

pub mod archive;
pub mod backup;
pub mod cells;
pub mod csv;
pub mod decode;
mod framed;
pub mod ics;
pub mod import;
pub mod kept;
pub mod raw;
pub mod replay;
pub mod tasks;
pub mod text;
pub mod workbook;

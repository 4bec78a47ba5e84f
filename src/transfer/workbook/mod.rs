//! Workbooks, as spreadsheets save them: XLSX and the older XLS.
//!
//! Their sheets become texts that the reader of delimited text takes. A browser reads them in the
//! worker, which takes these files by their paths, so that the page does not carry the reader.

#[cfg(not(target_arch = "wasm32"))]
pub mod read;
pub mod sheets;

use sheets::{Sheet, Unreadable, is_workbook};

/// A file that was picked, as far as it can be opened here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// A text, in its own encoding.
    Text(Vec<u8>),
    /// A workbook.
    Sheets(Vec<Sheet>),
    /// A workbook that cannot be read, and why.
    Unreadable(Unreadable),
}

/// A file's bytes as they are; a workbook needs somebody who reads it.
impl From<Vec<u8>> for Opened {
    fn from(bytes: Vec<u8>) -> Opened {
        match is_workbook(&bytes) {
            true => Opened::Unreadable(Unreadable::NotHere),
            false => Opened::Text(bytes),
        }
    }
}

impl From<Result<Vec<Sheet>, Unreadable>> for Opened {
    fn from(read: Result<Vec<Sheet>, Unreadable>) -> Opened {
        match read {
            Ok(sheets) => Opened::Sheets(sheets),
            Err(why) => Opened::Unreadable(why),
        }
    }
}

/// Opens a file, workbooks too: for programs that run outside the browser. A spoilt file may lead
/// the reader astray; where panics unwind, that is caught and the file is damaged.
#[cfg(not(target_arch = "wasm32"))]
pub fn open(bytes: Vec<u8>) -> Opened {
    match is_workbook(&bytes) {
        true => std::panic::catch_unwind(|| read::read(&bytes))
            .unwrap_or(Err(Unreadable::Damaged))
            .into(),
        false => Opened::Text(bytes),
    }
}

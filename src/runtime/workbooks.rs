//! Opening picked files: workbooks are read off the page's thread.

use super::platform::worker::Worker;
use crate::transfer::workbook::Opened;
use crate::transfer::workbook::sheets::{self, Unreadable};

/// Opens a file's bytes.
pub async fn open(bytes: Vec<u8>) -> Opened {
    if !sheets::is_workbook(&bytes) {
        return Opened::Text(bytes);
    }
    let Some(worker) = Worker::start() else { return Opened::Unreadable(Unreadable::NotHere) };
    // The reader gives up where a file leads it astray.
    let answer = worker.work(&bytes, |_| ()).await;
    answer.and_then(|it| sheets::of_bytes(&it)).unwrap_or(Err(Unreadable::Damaged)).into()
}

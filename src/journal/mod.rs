//! The journal: everything that was ever done, as transactions of field writes.
//!
//! - `stamp` orders transactions of all tablets and tabs;
//! - `transaction` is one command's effect, `document` the state that a set of them adds up to;
//! - `ledger` joins the document with the typed workspace and keeps undo and redo;
//! - `envelope` and `snapshot` are the stored forms;
//! - `port` is what the journal asks of a storage, `vault` how it keeps itself there safely;
//! - `history` and `past` are what was done, entry by entry;
//! - `archive` is how old history leaves the storage for a file.
//!
//! Pure: it knows no browser and no clock; the time comes in as an argument.

pub mod archive;
pub mod compaction;
pub mod digest;
pub mod document;
pub mod entry;
pub mod entry_set;
pub mod envelope;
pub mod history;
pub mod ledger;
pub mod past;
pub mod port;
mod register;
pub mod rewind;
mod sequence;
pub mod snapshot;
pub mod stamp;
pub mod trace;
pub mod transaction;
mod value_codec;
pub mod vault;

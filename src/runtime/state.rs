//! What the shell keeps for itself: the ledger, where it is stored, and whether anything is taken.

use super::storage::BrowserStorage;
use crate::journal::ledger::Ledger;
use crate::journal::vault::{Unreadable, Vault};

/// What the shell keeps for itself.
pub(super) struct Core {
    pub(super) ledger: Ledger,
    pub(super) storage: BrowserStorage,
    pub(super) unreadable: Vec<Unreadable>,
    pub(super) closed: Option<Closed>,
    /// Log records written since the last compaction.
    pub(super) loose: usize,
}

/// Why nothing is taken at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closed {
    Full,
    TooNew,
    Busy,
}

impl Core {
    pub(super) fn vault(&self) -> Vault<'_> {
        Vault::new(&self.storage)
    }
}

//! Any file that keeps data of this application.

use super::backup::{Backup, BackupError};
use super::{archive, backup, raw};

/// What a file keeps: a backup, an archive, or the stored texts as they were.
///
/// # Errors
/// [`BackupError::Foreign`] where it is none of them, another [`BackupError`] where it is one that
/// cannot be used.
pub fn read(text: &str) -> Result<Backup, BackupError> {
    for kind in [backup::read, archive::read, raw::read] {
        match kind(text) {
            Err(BackupError::Foreign) => {}
            read => return read,
        }
    }
    Err(BackupError::Foreign)
}

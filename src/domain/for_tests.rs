//! What tests of the rules begin with.

use super::calendar::Day;
use super::workspace::{Kept, Workspace};

/// Puts a record into a workspace.
pub(crate) fn put<R: Kept>(workspace: &mut Workspace, id: R::Id, record: &R) {
    let fields = record.fields();
    let mut fields = fields.iter().map(|(name, value)| (*name, value));
    workspace.refresh(R::TABLE, id.into(), Some(&mut fields));
}

/// A day as it is written.
#[track_caller]
pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

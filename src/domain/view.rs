//! Saved views: ways to look at leads that are kept by name.
//!
//! What a view shows is the query of its address, written by whoever shows it; the domain keeps it
//! as it is.

use super::arrange;
use super::id::ViewId;
use super::workspace::Workspace;

record! {
    /// A way to look at leads, by name.
    pub struct SavedView(ViewId) {
        /// The name.
        name: String,
        /// The place among the views, ascending.
        place: i64,
        /// What is shown: the query of the address, without its question mark.
        query: String,
    }
}

/// The views in their order.
pub fn ordered_views(workspace: &Workspace) -> Vec<(ViewId, &SavedView)> {
    let mut views: Vec<_> = workspace.views.iter().collect();
    arrange::by_key(&mut views, |(id, view)| (view.place, *id));
    views
}

//! Saved views as a menu lists them, and whether what is shown is still what one keeps.

use super::address::BoardAddress;
use crate::domain::id::ViewId;
use crate::domain::view::{SavedView, ordered_views};
use crate::domain::workspace::Workspace;

/// The saved view that an address came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrentView {
    /// The view.
    pub id: ViewId,
    /// Its name.
    pub name: String,
    /// Whether something else is shown than it keeps.
    pub changed: bool,
}

/// The views with their names, in their order.
pub fn named_views(workspace: &Workspace) -> Vec<(ViewId, String)> {
    ordered_views(workspace).into_iter().map(|(id, view)| (id, view.name.clone())).collect()
}

/// The view that an address came from; nothing where it came from none or the view is gone.
pub fn current(workspace: &Workspace, address: &BoardAddress) -> Option<CurrentView> {
    let id = address.saved?;
    let view = workspace.views.get(id)?;
    let changed = BoardAddress::parse(&view.query) != address.unsaved();
    Some(CurrentView { id, name: view.name.clone(), changed })
}

/// Whether an address names a view that has been deleted.
pub fn is_gone(workspace: &Workspace, address: &BoardAddress) -> bool {
    address.saved.is_some_and(|id| !workspace.views.has(id))
}

/// The view once it keeps what is shown, and once it has another name.
pub fn updated(workspace: &Workspace, id: ViewId, address: &BoardAddress) -> Option<SavedView> {
    let view = workspace.views.get(id)?;
    Some(SavedView { query: address.unsaved().query(), ..view.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::for_tests::put;

    #[track_caller]
    fn check(query: &str, expect: Option<bool>) {
        let mut workspace = Workspace::default();
        let view =
            SavedView { name: "Hot".to_owned(), query: "priority=high".to_owned(), place: 1 };
        put(&mut workspace, ViewId::drawn(1), &view);
        let address = BoardAddress::parse(query).resolved(&workspace);
        assert_eq!(current(&workspace, &address).map(|it| it.changed), expect, "{query}");
        assert_eq!(is_gone(&workspace, &address), address.saved == Some(ViewId::drawn(2)));
    }

    #[test]
    fn a_view_says_whether_something_else_is_shown() {
        check("saved=0000000000001", Some(false));
        check("saved=0000000000001&priority=high", Some(false));
        check("saved=0000000000001&priority=low", Some(true));
        check("saved=0000000000002", None);
        check("priority=high", None);
    }
}

//! The rules of saved views.

use super::check_name;
use crate::domain::changes::Changes;
use crate::domain::id::ViewId;
use crate::domain::label::Label;
use crate::domain::rejection::Rejection;
use crate::domain::view::SavedView;
use crate::domain::workspace::Workspace;

/// A new view stands after the others.
pub(super) fn save_view(
    workspace: &Workspace,
    id: ViewId,
    view: &SavedView,
) -> Result<Changes, Rejection> {
    check_name(&workspace.views, id, &view.name, |it| &it.name)?;
    let last = workspace.views.values().map(|it| it.place).max().unwrap_or(0);
    let place = if workspace.views.has(id) { view.place } else { last.saturating_add(1) };
    let view = SavedView { name: view.name.trim().to_owned(), place, ..view.clone() };
    let mut changes = Changes::new(Label::ViewSaved(view.name.clone()));
    changes.put(workspace, id, &view);
    Ok(changes)
}

pub(super) fn delete_view(workspace: &Workspace, id: ViewId) -> Result<Changes, Rejection> {
    let view = workspace.views.get(id).ok_or(Rejection::ViewGone)?;
    let mut changes = Changes::new(Label::ViewDeleted(view.name.clone()));
    changes.remove::<SavedView>(workspace, id);
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::Record;
    use crate::domain::workspace::Table;

    fn workspace() -> Workspace {
        let mut workspace = Workspace::default();
        let fields =
            SavedView { name: "Hot".to_owned(), place: 4, ..SavedView::default() }.fields();
        let mut fields = fields.iter().map(|(name, value)| (*name, value));
        workspace.refresh(Table::Views, ViewId::drawn(1).into(), Some(&mut fields));
        workspace
    }

    #[track_caller]
    fn check(id: u64, name: &str, expect: Result<usize, Rejection>) {
        let view = SavedView { name: name.to_owned(), place: 4, ..SavedView::default() };
        let changes = save_view(&workspace(), ViewId::drawn(id), &view);
        assert_eq!(changes.map(|it| it.writes.len()), expect);
    }

    #[test]
    fn names_of_views_are_there_and_unlike() {
        check(2, " ", Err(Rejection::NameMissing));
        check(2, "Hot ", Err(Rejection::NameTaken("Hot".to_owned())));
        check(1, "Hot", Ok(0));
        check(1, "Warm", Ok(1));
    }

    #[test]
    fn a_new_view_stands_after_the_others() {
        let view = SavedView { name: "New".to_owned(), ..SavedView::default() };
        let changes = save_view(&workspace(), ViewId::drawn(2), &view).expect("changes");
        let place = changes.writes.iter().find(|it| it.field == "place").expect("a place");
        assert_eq!(place.value, crate::domain::value::Value::Int(5));
    }

    #[test]
    fn a_view_is_deleted_once() {
        assert!(delete_view(&workspace(), ViewId::drawn(1)).is_ok());
        assert_eq!(delete_view(&workspace(), ViewId::drawn(2)), Err(Rejection::ViewGone));
    }
}

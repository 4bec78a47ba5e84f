//! Saved views: a menu above the board that goes to one, and saves, updates, renames or deletes.

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::command::Command;
use crate::domain::id::ViewId;
use crate::domain::view::SavedView;
use crate::domain::workspace::Table;
use crate::present::address::BoardAddress;
use crate::present::views::{CurrentView, current, named_views, updated};
use crate::runtime::route::Route;
use crate::ui::{
    Dialog, Form, FormActions, Icon, MenuButton, MenuItem, MenuItemState, TextField, Tone,
};

const ALL: &str = "all";
const SAVE: &str = "save";
const UPDATE: &str = "update";
const RENAME: &str = "rename";
const DELETE: &str = "delete";

/// What a name is being given to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Naming {
    /// The view; none for a new one.
    view: Option<ViewId>,
    name: String,
}

/// The menu of views, with the dialog that asks for a name.
#[component]
pub(super) fn ViewsMenu(desk: Desk) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let naming = Form::<Naming, String>::closed();
    let here = Memo::new(move |_| {
        let address = desk.address.read();
        app.view(&[Table::Views], |it| current(it, &address))
    });
    let label = move || match here.get() {
        None => lang.get().leads_views().to_owned(),
        Some(CurrentView { name, changed: false, .. }) => name,
        Some(CurrentView { name, .. }) => lang.get().view_changed(&name),
    };
    let items = move || items(desk, here.get());
    let choose = move |id: String| act(desk, naming, here.get_untracked(), &id);
    view! {
        <span class="views-menu" data-testid="views-menu">
            <MenuButton label icon=Icon::Pool items=Signal::derive(items) on_choose=choose />
        </span>
        <NameDialog desk naming />
    }
}

fn items(desk: Desk, here: Option<CurrentView>) -> Vec<MenuItem> {
    let lang = desk.app.lang().get();
    let views = desk.app.view(&[Table::Views], named_views);
    let shown = here.as_ref().map(|it| it.id);
    let view = |(id, name): (ViewId, String)| {
        let mut item = MenuItem::new(id.to_string(), name);
        if Some(id) == shown {
            item.state = MenuItemState::Current;
        }
        item
    };
    let mut items = Vec::new();
    if !views.is_empty() {
        items.push(MenuItem::new(ALL, lang.view_all()));
    }
    items.extend(views.into_iter().map(view));
    let with =
        |id: &str, label: String, icon| MenuItem { icon: Some(icon), ..MenuItem::new(id, label) };
    items.push(with(SAVE, lang.view_save().to_owned(), Icon::Plus));
    if let Some(CurrentView { name, changed, .. }) = here {
        if changed {
            items.push(with(UPDATE, lang.view_update(&name), Icon::Refresh));
        }
        items.push(with(RENAME, lang.view_rename(&name), Icon::Edit));
        let delete = with(DELETE, lang.view_delete(&name), Icon::Trash);
        items.push(MenuItem { tone: Tone::Bad, ..delete });
    }
    items
}

fn act(desk: Desk, naming: Form<Naming, String>, here: Option<CurrentView>, chosen: &str) {
    let address = desk.address.get_untracked();
    match (chosen, here) {
        (ALL, _) => desk.app.go(Route::Leads(BoardAddress::default())),
        (SAVE, _) => naming.show(Naming::default()),
        (UPDATE, Some(here)) => {
            if let Some(view) = desk.app.peek(|it| updated(it, here.id, &address)) {
                desk.app.act(Command::SaveView(here.id, view));
                desk.app.replace(Route::Leads(BoardAddress::of_view(here.id)));
            }
        }
        (RENAME, Some(here)) => naming.show(Naming { view: Some(here.id), name: here.name }),
        (DELETE, Some(here)) => {
            desk.show(address.unsaved());
            desk.app.act(Command::DeleteView(here.id));
        }
        (id, _) => {
            if let Ok(view) = id.parse() {
                desk.app.go(Route::Leads(BoardAddress::of_view(view)));
            }
        }
    }
}

#[component]
fn NameDialog(desk: Desk, naming: Form<Naming, String>) -> impl IntoView {
    let lang = desk.app.lang();
    let (name, type_name) = naming.text(|it| &mut it.name);
    let title = move || {
        naming.draft.with(|it| match it.view {
            None => lang.get().view_save().to_owned(),
            Some(_) => lang.get().view_rename(&it.name),
        })
    };
    let title = Memo::new(move |before: Option<&String>| match naming.is_open().get() {
        true => before.cloned().filter(|it| !it.is_empty()).unwrap_or_else(|| untrack(title)),
        false => String::new(),
    });
    let save = move || naming.settle(save_name(desk, naming.draft.get_untracked()));
    let close = move || naming.close();
    let actions = move || {
        view! {
            <FormActions name="view-save" on_cancel=close on_save=save />
        }
    };
    view! {
        <Dialog open=naming.is_open() title on_close=close actions>
            <div data-testid="view-name">
                <TextField
                    label=move || lang.get().view_name()
                    hint=Signal::derive(move || lang.get().view_name_hint().to_owned())
                    value=name
                    error=naming.refusal()
                    on_input=type_name
                    on_enter=Callback::new(move |()| save())
                />
            </div>
        </Dialog>
    }
}

/// Gives a view its name, and goes to it where it is new.
fn save_name(desk: Desk, Naming { view, name }: Naming) -> Result<(), String> {
    let app = desk.app;
    let known = view.and_then(|id| app.peek(|it| it.views.get(id).cloned()));
    let query = desk.address.with_untracked(|it| it.unsaved().query());
    let fresh = SavedView { query, ..SavedView::default() };
    let saved = SavedView { name: name.clone(), ..known.unwrap_or(fresh) };
    let id = view.unwrap_or_else(|| ViewId::from(app.draw_id()));
    let said =
        |refusal: crate::runtime::refusal::Refusal| refusal.words(app.lang().get_untracked());
    app.act_here(Command::SaveView(id, saved)).map_err(said)?;
    if view.is_none() {
        app.replace(Route::Leads(BoardAddress::of_view(id)));
    }
    Ok(())
}

//! What is done now and then with the leads of a board, behind one button.

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::runtime::route::Route;
use crate::ui::{Icon, MenuButton, MenuItem};

/// An entry of the menu.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Entry {
    Select,
    Assign,
    Draft,
    Pool,
    SetUp,
}

impl Entry {
    const ALL: [Entry; 5] = [Entry::Select, Entry::Assign, Entry::Draft, Entry::Pool, Entry::SetUp];

    const fn id(self) -> &'static str {
        match self {
            Entry::Select => "select",
            Entry::Assign => "assign",
            Entry::Draft => "draft",
            Entry::Pool => "pool",
            Entry::SetUp => "set-up",
        }
    }

    fn item(self, lang: Lang) -> MenuItem {
        let (words, icon) = match self {
            Entry::Select => (lang.bulk_select(), Icon::Check),
            Entry::Assign => (lang.assign_title(), Icon::Team),
            Entry::Draft => (lang.draft_title(), Icon::Clock),
            Entry::Pool => (lang.pool_title(), Icon::Pool),
            Entry::SetUp => (lang.pipelines_set_up(), Icon::Settings),
        };
        MenuItem { icon: Some(icon), ..MenuItem::new(self.id(), words) }
    }

    /// Whether there is something to do by it.
    fn is_offered(self, has_leads: bool) -> bool {
        has_leads || matches!(self, Entry::SetUp)
    }

    fn run(self, desk: Desk) {
        match self {
            Entry::Select => desk.selection.on.set(true),
            Entry::Assign => desk.app.go(Route::Assign(None)),
            Entry::Draft => desk.app.go(Route::Draft),
            Entry::Pool => desk.app.go(Route::Pool),
            Entry::SetUp => desk.app.go(Route::Pipelines),
        }
    }
}

/// The menu.
#[component]
pub(super) fn MoreMenu(desk: Desk) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let items = move || {
        let has_leads = app.view(&[Table::Leads], |it| !it.leads.is_empty());
        let offered = Entry::ALL.into_iter().filter(|it| it.is_offered(has_leads));
        offered.map(|it| it.item(lang.get())).collect::<Vec<_>>()
    };
    let choose = move |id: String| {
        if let Some(entry) = Entry::ALL.into_iter().find(|it| it.id() == id) {
            entry.run(desk);
        }
    };
    view! {
        <span data-testid="board-more">
            <MenuButton
                label=move || lang.get().place_more()
                icon=Icon::More
                items=Signal::derive(items)
                on_choose=choose
            />
        </span>
    }
}

//! Customers and products: lists that are searched and sorted, each with what is open and won, and
//! one of them beside the list to be changed.

mod customer;
mod kind;
mod product;
mod sheet;
mod table;

use leptos::prelude::*;
use std::collections::BTreeMap;

use crate::domain::id::RecordId;
use crate::domain::money::Currency;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::catalog::{Direction, Line, SortKey, found};
use crate::present::format;
use crate::runtime::app::{App, use_app};
use crate::runtime::route::Route;
use crate::ui::{
    Button, ButtonKind, ButtonLink, EmptyPicture, EmptyState, Icon, SearchField, SortOrder,
    SortedBy,
};
pub use kind::Kind;
use sheet::CatalogSheet;
use table::CatalogTable;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    kind: Kind,
    home: Memo<Currency>,
    lines: Memo<BTreeMap<RecordId, Line>>,
    ids: Memo<Vec<RecordId>>,
    text: RwSignal<String>,
    sorted: RwSignal<SortedBy>,
    /// The record in the sheet, which may be new.
    chosen: RwSignal<Option<RecordId>>,
}

impl Desk {
    fn new(app: App, kind: Kind) -> Desk {
        let text = RwSignal::new(String::new());
        let by_name = SortedBy { column: table::NAME, order: SortOrder::Ascending };
        let sorted = RwSignal::new(by_name);
        let home = Memo::new(move |_| app.view(&[Table::Settings], |it| it.settings().currency()));
        let lines = Memo::new(move |_| app.view(kind.tables(), |it| kind.lines(it)));
        let ids =
            Memo::new(move |_| found(&lines.read(), &text.read(), order(sorted.get()), home.get()));
        let chosen = RwSignal::new(None);
        Desk { app, lang: app.lang(), kind, home, lines, ids, text, sorted, chosen }
    }

    /// The line of the record in the sheet; none while it is new.
    fn chosen_line(self) -> Memo<Option<Line>> {
        Memo::new(move |_| self.lines.read().get(&self.chosen.get()?).cloned())
    }
}

/// What a tap on a head means: names from A, figures from the most.
fn order(sorted: SortedBy) -> (SortKey, Direction) {
    let key = match sorted.column {
        table::OPEN => SortKey::Open,
        table::WON => SortKey::Won,
        _ => SortKey::Name,
    };
    let direction = match (key, sorted.order) {
        (SortKey::Name, SortOrder::Ascending) => Direction::Usual,
        (SortKey::Open | SortKey::Won, SortOrder::Descending) => Direction::Usual,
        _ => Direction::Reversed,
    };
    (key, direction)
}

/// All records of a kind.
#[component]
pub fn CatalogPage(
    /// Customers or products.
    kind: Kind,
) -> impl IntoView {
    let desk = Desk::new(use_app(), kind);
    let Desk { app, lang, lines, ids, text, chosen, .. } = desk;
    let any = Memo::new(move |_| !lines.read().is_empty());
    let count = move || {
        let count = |n: usize| format::count(lang.get(), n as u64);
        lang.get().catalog_count(&count(ids.read().len()), &count(lines.read().len()))
    };
    let empty = move || {
        view! {
            <EmptyState picture=EmptyPicture::List sentence=move || kind.words(lang.get()).empty />
        }
    };
    view! {
        <div class="two-pane" data-testid=kind.test_id("page")>
            <div class="two-pane__main list-page">
                <div class="toolbar">
                    <SearchField
                        label=move || kind.words(lang.get()).search
                        value=text
                        on_input=move |typed| text.set(typed)
                    />
                    <span class="toolbar__count" role="status" data-testid=kind.test_id("count")>{count}</span>
                    <span class="toolbar__rest">
                        {(kind == Kind::Customers).then(|| view! {
                            <ButtonLink
                                label=move || lang.get().place_duplicates()
                                href=Route::Duplicates(None).href()
                                attr:data-testid="customers-duplicates"
                            />
                        })}
                        <Button
                            kind=ButtonKind::Primary
                            icon=Icon::Plus
                            label=move || kind.words(lang.get()).add
                            on_press=move || chosen.set(Some(app.draw_id()))
                            attr:data-testid=kind.test_id("add")
                        />
                    </span>
                </div>
                <Show when=move || any.get() fallback=empty>
                    <CatalogTable desk />
                </Show>
            </div>
            <CatalogSheet desk />
        </div>
    }
}

//! The list of products: only the rows in sight are built.

use leptos::prelude::*;

use super::Desk;
use super::form::ProductDraft;
use crate::domain::id::ProductId;
use crate::domain::money::{Currency, Sums};
use crate::i18n::Lang;
use crate::present::catalog::Line;
use crate::present::format;
use crate::present::team::words::{sums, win_rate};
use crate::ui::{Column, SortOrder, SortedBy, WindowedTable};

/// The column of names.
pub(super) const NAME: &str = "name";
/// The column of what is open.
pub(super) const OPEN: &str = "open";
/// The column of what was won.
pub(super) const WON: &str = "won";

/// The table of the products found.
#[component]
pub(super) fn ProductTable(desk: Desk) -> impl IntoView {
    let Desk { lang, ids, sorted, .. } = desk;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        vec![
            Column::text(NAME, lang.products_name()),
            Column::figure("price", lang.products_price()).unsorted(),
            Column::figure(OPEN, lang.catalog_open()),
            Column::figure(WON, lang.catalog_won()),
            Column::text("rate", lang.catalog_rate()).unsorted(),
        ]
    });
    let sort = move |to: SortedBy| {
        let before = sorted.get_untracked().column;
        let from_the_most = before != to.column && to.column != NAME;
        let order = if from_the_most { SortOrder::Descending } else { to.order };
        sorted.set(SortedBy { order, ..to });
    };
    let row = move |id: ProductId| view! { <Row desk id /> }.into_any();
    view! {
        <div class="list-page__table catalog" data-testid="products-table">
            <Show when=move || ids.read().is_empty()>
                <p class="section__note">{move || lang.get().products_none()}</p>
            </Show>
            <WindowedTable
                caption=move || lang.get().place_products()
                columns
                sorted=Signal::derive(move || Some(sorted.get()))
                on_sort=sort
                ids
                row
            />
        </div>
    }
}

#[component]
fn Row(desk: Desk, id: ProductId) -> impl IntoView {
    let Desk { app, lang, home, lines, form, .. } = desk;
    let line = Memo::new(move |_| lines.read().get(&id).cloned());
    let chosen = move || {
        let open = form.is_open().get() && form.draft.read().id() == id;
        open.then_some("true")
    };
    let edit = Callback::new(move |()| {
        if let Some(draft) = ProductDraft::of(app, id) {
            form.show(draft);
        }
    });
    view! {
        <tr aria-selected=chosen data-testid=format!("product-{id}")>
            {move || line.get().map(|line| cells(lang.get(), home.get(), line, edit))}
        </tr>
    }
}

fn cells(lang: Lang, home: Currency, line: Line, edit: Callback<()>) -> impl IntoView {
    let (rate, note) = win_rate(lang, line.figures.win_rate());
    let sum = |n: u64, worth: &Sums| {
        let worth = if n == 0 { "–".to_owned() } else { sums(lang, worth, home) };
        view! { {worth} <span class="catalog__count">{lang.catalog_leads(n)}</span> }
    };
    let price = line.price.map_or_else(|| "–".to_owned(), |it| format::money(lang, it));
    view! {
        <th scope="row">
            <button type="button" class="catalog__name" on:click=move |_| edit.run(())>
                {line.name}
                <span class="catalog__kind">{line.kind}</span>
            </button>
        </th>
        <td class="figures">{price}</td>
        <td class="figures">{sum(line.figures.open, &line.figures.open_value)}</td>
        <td class="figures">{sum(line.figures.won, &line.figures.won_value)}</td>
        <td title=note>{rate}</td>
    }
}

//! The list: only the rows in sight are built.

use leptos::prelude::*;

use super::{Desk, Kind};
use crate::domain::id::RecordId;
use crate::domain::money::{Currency, Sums};
use crate::i18n::Lang;
use crate::present::catalog::Line;
use crate::present::format;
use crate::present::team::words::{sums, win_rate};
use crate::ui::{Column, RowName, SortOrder, SortedBy, WindowedTable};

/// The column of names.
pub(super) const NAME: &str = "name";
/// The column of what is open.
pub(super) const OPEN: &str = "open";
/// The column of what was won.
pub(super) const WON: &str = "won";

/// The table of what was found.
#[component]
pub(super) fn CatalogTable(desk: Desk) -> impl IntoView {
    let Desk { lang, kind, ids, sorted, .. } = desk;
    let columns = Signal::derive(move || {
        let (lang, words) = (lang.get(), kind.words(lang.get()));
        let second = match kind {
            Kind::Customers => Column::text("second", words.second),
            Kind::Products => Column::figure("second", words.second),
        };
        vec![
            Column::text(NAME, words.name),
            second.unsorted(),
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
    let row = move |id: RecordId| view! { <Row desk id /> }.into_any();
    view! {
        <div class="list-page__table catalog" data-testid=kind.test_id("table")>
            <Show when=move || ids.read().is_empty()>
                <p class="section__note">{move || kind.words(lang.get()).none_fits}</p>
            </Show>
            <WindowedTable
                caption=move || kind.words(lang.get()).title
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
fn Row(desk: Desk, id: RecordId) -> impl IntoView {
    let Desk { lang, kind, home, lines, chosen, .. } = desk;
    let line = Memo::new(move |_| lines.read().get(&id).cloned());
    let is_chosen = move || (chosen.get() == Some(id)).then_some("true");
    let choose = Callback::new(move |()| chosen.set(Some(id)));
    view! {
        <tr aria-selected=is_chosen data-testid=kind.test_id(&id.to_string())>
            {move || line.get().map(|line| cells(lang.get(), kind, home.get(), line, choose))}
        </tr>
    }
}

fn cells(
    lang: Lang,
    kind: Kind,
    home: Currency,
    line: Line,
    choose: Callback<()>,
) -> impl IntoView {
    let (rate, note) = win_rate(lang, line.figures.win_rate());
    let sum = |n: u64, worth: &Sums| {
        let worth = if n == 0 { "–".to_owned() } else { sums(lang, worth, home) };
        view! { {worth} <span class="catalog__count">{lang.catalog_leads(n)}</span> }
    };
    let (beside_name, second) = match kind {
        Kind::Customers => {
            let parts = [line.kind, line.place].into_iter().filter(|it| !it.is_empty());
            (String::new(), parts.collect::<Vec<_>>().join(" · "))
        }
        Kind::Products => {
            let price = line.price.map_or_else(|| "–".to_owned(), |it| format::money(lang, it));
            (line.kind, price)
        }
    };
    view! {
        <th scope="row">
            <RowName on_press=choose>
                {line.name}
                <span class="catalog__kind">{beside_name}</span>
            </RowName>
        </th>
        <td class:figures=kind == Kind::Products>{second}</td>
        <td class="figures">{sum(line.figures.open, &line.figures.open_value)}</td>
        <td class="figures">{sum(line.figures.won, &line.figures.won_value)}</td>
        <td title=note>{rate}</td>
    }
}

//! Leads as rows: columns of one's choice, sorted by any of them, with count and sums below.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use super::desk::Desk;
use super::selection::select_by_tap;
use super::table_keys;
use crate::domain::id::LeadId;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::address::BoardAddress;
use crate::present::format;
use crate::present::lead::LeadField;
use crate::present::lead_table::{Direction, LeadOrder, LeadRow, columns, row, sums_in_full};
use crate::runtime::route::Route;
use crate::ui::{Column, SortOrder, SortedBy, WindowedTable, bool_word};

const SHOWN: &[Table] =
    &[Table::Leads, Table::Customers, Table::People, Table::Products, Table::Stages];

/// The height of a row, in pixels.
pub(super) const ROW_HEIGHT: u32 = 48;

/// The table with its foot.
#[component]
pub(super) fn TableArea(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    let fields = Memo::new(move |_| desk.address.with(|it| columns(&it.columns)));
    let heads = move || heads(lang.get(), &fields.read());
    let sorted = move || desk.address.with(|it| it.order.map(sorted_by));
    let sort = move |by: SortedBy| {
        let order = Some(order_of(by));
        desk.show(BoardAddress { order, ..desk.address.get_untracked() });
    };
    let row = move |id: LeadId| view! { <Row desk fields id /> }.into_any();
    let press = move |event: KeyboardEvent| table_keys::press(desk, &event);
    view! {
        <div
            class="lead-table"
            data-testid="lead-table"
            style:--columns=move || fields.read().len().to_string()
            on:keydown=press
        >
            <p class="unseen" id="table-hint">{move || lang.get().bulk_table_hint()}</p>
            <WindowedTable
                caption=move || lang.get().place_leads()
                columns=Signal::derive(heads)
                sorted=Signal::derive(sorted)
                on_sort=sort
                ids=Memo::new(move |_| desk.table.with(|it| it.leads.clone()))
                row_height=ROW_HEIGHT
                row
            />
            <Foot desk />
        </div>
    }
}

fn heads(lang: Lang, fields: &[LeadField]) -> Vec<Column> {
    let head = |field: &LeadField| {
        let (id, label) = (field.journal_name(), field.words(lang));
        if is_figure(*field) { Column::figure(id, label) } else { Column::text(id, label) }
    };
    std::iter::once(&LeadField::Customer).chain(fields).map(head).collect()
}

const fn is_figure(field: LeadField) -> bool {
    matches!(field, LeadField::Amount | LeadField::Odds)
}

fn sorted_by(order: LeadOrder) -> SortedBy {
    let direction = match order.direction {
        Direction::Up => SortOrder::Ascending,
        Direction::Down => SortOrder::Descending,
    };
    SortedBy { column: order.field.journal_name(), order: direction }
}

fn order_of(by: SortedBy) -> LeadOrder {
    let direction = match by.order {
        SortOrder::Ascending => Direction::Up,
        SortOrder::Descending => Direction::Down,
    };
    LeadOrder { field: LeadField::of_journal(by.column).unwrap_or(LeadField::Customer), direction }
}

#[component]
fn Row(desk: Desk, fields: Memo<Vec<LeadField>>, id: LeadId) -> impl IntoView {
    let (app, selection) = (desk.app, desk.selection);
    let shown = Memo::new(move |_| {
        let lang = app.lang().get();
        app.view(SHOWN, |it| row(it, lang, &fields.read(), id))
    });
    let is_chosen = move || match selection.on.get() {
        true => selection.has(id).then_some("true"),
        false => (desk.lead.get() == Some(id)).then_some("true"),
    };
    let tap = move |event: MouseEvent| {
        if table_keys::extend(desk, id, &event) {
            return;
        }
        select_by_tap(selection, id, &event);
        if !event.default_prevented() {
            event.prevent_default();
            app.go(Route::Lead(id, desk.address.get_untracked()));
        }
    };
    view! {
        <tr data-testid="lead-row" data-row=id.to_string() aria-selected=is_chosen on:click=tap>
            {move || shown.get().map(|row| cells(desk, id, fields.get(), row))}
        </tr>
    }
}

fn cells(desk: Desk, id: LeadId, fields: Vec<LeadField>, row: LeadRow) -> impl IntoView {
    let selection = desk.selection;
    let value = |(field, text): (LeadField, String)| {
        view! { <td class:figures=is_figure(field)>{text}</td> }
    };
    let values = fields.into_iter().zip(row.values).map(value).collect_view();
    view! {
        <th scope="row">
            <a
                class="lead-table__name"
                href=move || Route::Lead(id, desk.address.get()).href()
                role=move || selection.on.get().then_some("checkbox")
                aria-checked=move || selection.on.get().then(|| bool_word(selection.has(id)))
                aria-describedby="table-hint"
            >
                {row.title}
            </a>
        </th>
        {values}
    }
}

/// How many leads, and what they are worth in each currency.
#[component]
fn Foot(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    let home = Memo::new(move |_| desk.app.view(&[Table::Settings], |it| it.settings().currency()));
    let whole = move || {
        let (lang, table) = (lang.get(), desk.table.read());
        let count = format::count(lang, table.leads.len() as u64);
        lang.leads_sums(&count, &sums_in_full(lang, &table.sums, home.get()))
    };
    let by_currency = move || {
        let of_amount =
            |it: &BoardAddress| it.order.is_some_and(|it| it.field == LeadField::Amount);
        desk.address.with(of_amount) && 1 < desk.table.with(|it| it.sums.iter().count())
    };
    view! {
        <footer class="lead-table__foot">
            <p class="lead-table__sum" data-testid="table-sums">{whole}</p>
            <Show when=by_currency>
                <p class="section__note">{move || lang.get().leads_by_currency()}</p>
            </Show>
        </footer>
    }
}

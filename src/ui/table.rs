//! Tables that look like tables: a head that stays, hairlines, figures on the right.

use super::answer::{answer_first, busy_word};
use super::icon::{Icon, IconView};
use super::id::fresh_id;
use super::window::{Window, pixels};
use leptos::prelude::*;
use std::hash::Hash;

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Tells columns apart.
    pub id: &'static str,
    /// The words at its head.
    pub label: String,
    /// What it holds.
    pub kind: ColumnKind,
    /// Whether a tap on its head sorts by it.
    pub sorting: Sorting,
}

/// What a column holds; figures stand on the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words.
    Text,
    /// Figures.
    Figure,
}

/// Whether a table can be sorted by a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorting {
    /// By a tap on the head.
    Offered,
    /// Not at all.
    None,
}

/// By what a table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SortedBy {
    /// The column.
    pub column: &'static str,
    /// The direction.
    pub order: SortOrder,
}

/// A direction of sorting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortOrder {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

impl Column {
    /// A column of words that can be sorted.
    pub fn text(id: &'static str, label: impl Into<String>) -> Column {
        Column { id, label: label.into(), kind: ColumnKind::Text, sorting: Sorting::Offered }
    }

    /// A column of figures that can be sorted.
    pub fn figure(id: &'static str, label: impl Into<String>) -> Column {
        Column { kind: ColumnKind::Figure, ..Column::text(id, label) }
    }

    /// The same column, not offered for sorting.
    pub fn unsorted(self) -> Column {
        Column { sorting: Sorting::None, ..self }
    }
}

impl SortedBy {
    /// The order after a tap on the head of `column`: the other direction if it was sorted by it.
    pub fn tapped(now: Option<SortedBy>, column: &'static str) -> SortedBy {
        let order = match now {
            Some(SortedBy { column: same, order: SortOrder::Ascending }) if same == column => {
                SortOrder::Descending
            }
            Some(_) | None => SortOrder::Ascending,
        };
        SortedBy { column, order }
    }
}

/// A table of modest length. Its children are the `<tr>`s of the body; a cell with a figure has
/// the class `figures`.
#[component]
pub fn Table(
    /// What the table shows.
    #[prop(into)]
    caption: Signal<String>,
    /// The columns.
    #[prop(into)]
    columns: Signal<Vec<Column>>,
    /// By what it is sorted now.
    #[prop(optional, into)]
    sorted: Signal<Option<SortedBy>>,
    /// Tells by what it should be sorted after a tap on a head.
    #[prop(optional, into)]
    on_sort: Option<Callback<SortedBy>>,
    /// The rows of the body.
    children: Children,
) -> impl IntoView {
    let caption_id = fresh_id();
    let labelled_by = caption_id.clone();
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-labelledby=labelled_by>
            <table class="table">
                <caption id=caption_id>{caption}</caption>
                <TableHead columns sorted on_sort />
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
}

/// A table of any length, which builds only the rows in sight. Give the element around it a
/// height.
#[component]
pub fn WindowedTable<K>(
    /// What the table shows.
    #[prop(into)]
    caption: Signal<String>,
    /// The columns.
    #[prop(into)]
    columns: Signal<Vec<Column>>,
    /// By what it is sorted now.
    #[prop(optional, into)]
    sorted: Signal<Option<SortedBy>>,
    /// Tells by what it should be sorted after a tap on a head.
    #[prop(optional, into)]
    on_sort: Option<Callback<SortedBy>>,
    /// The rows, by name, in the order to show.
    #[prop(into)]
    ids: Signal<Vec<K>>,
    /// The height of a row, in pixels.
    #[prop(default = 48)]
    row_height: u32,
    /// Builds the `<tr>` of a row.
    #[prop(into)]
    row: Callback<K, AnyView>,
) -> impl IntoView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
{
    let count = Signal::derive(move || ids.read().len());
    let window = Window::new(count, row_height);
    let in_sight = move || {
        let ids = ids.read();
        ids.get(window.rows.get()).map(<[K]>::to_vec).unwrap_or_default()
    };
    let rows =
        view! { <For each=in_sight key=Clone::clone children=move |id| row.run(id) /> }.into_any();
    windowed_table(caption, columns, sorted, on_sort, window, count, row_height, rows)
}

/// The part of a windowed table that does not depend on how its rows are named.
#[allow(clippy::too_many_arguments, reason = "the props of the component above, passed through")]
fn windowed_table(
    caption: Signal<String>,
    columns: Signal<Vec<Column>>,
    sorted: Signal<Option<SortedBy>>,
    on_sort: Option<Callback<SortedBy>>,
    window: Window,
    count: Signal<usize>,
    row_height: u32,
    rows: AnyView,
) -> impl IntoView {
    let caption_id = fresh_id();
    let labelled_by = caption_id.clone();
    let above = move || pixels(window.rows.get().start * row_height as usize);
    let below = move || pixels((count.get() - window.rows.get().end) * row_height as usize);
    view! {
        <div
            class="table-scroll table-scroll--window"
            tabindex="0"
            role="group"
            aria-labelledby=labelled_by
            node_ref=window.scroller
            on:scroll=move |_| window.measure()
        >
            <table class="table table--window" aria-rowcount=move || (count.get() + 1).to_string()>
                <caption id=caption_id>{caption}</caption>
                <TableHead columns sorted on_sort />
                <tbody aria-hidden="true"><tr><td class="table__space" style:block-size=above></td></tr></tbody>
                <tbody>{rows}</tbody>
                <tbody aria-hidden="true"><tr><td class="table__space" style:block-size=below></td></tr></tbody>
            </table>
        </div>
    }
}

#[component]
fn TableHead(
    columns: Signal<Vec<Column>>,
    sorted: Signal<Option<SortedBy>>,
    on_sort: Option<Callback<SortedBy>>,
) -> impl IntoView {
    let cell = move |Column { id, label, kind, sorting }: Column| {
        let order = Signal::derive(move || {
            sorted.get().filter(|sorted| sorted.column == id).map(|sorted| sorted.order)
        });
        let words = match (sorting, on_sort) {
            (Sorting::Offered, Some(on_sort)) => {
                view! { <SortButton label id order sorted on_sort /> }.into_any()
            }
            (Sorting::Offered | Sorting::None, _) => label.into_any(),
        };
        let figures = (kind == ColumnKind::Figure).then_some("figures");
        view! { <th scope="col" class=figures aria-sort=move || order.get().map(SortOrder::as_str)>{words}</th> }
    };
    view! {
        <thead>
            <tr>{move || columns.get().into_iter().map(cell).collect_view()}</tr>
        </thead>
    }
}

#[component]
fn SortButton(
    label: String,
    id: &'static str,
    order: Signal<Option<SortOrder>>,
    sorted: Signal<Option<SortedBy>>,
    on_sort: Callback<SortedBy>,
) -> impl IntoView {
    let (asked, ask) = answer_first(on_sort);
    let arrow = move || {
        let icon = match order.get()? {
            SortOrder::Ascending => Icon::Up,
            SortOrder::Descending => Icon::Down,
        };
        Some(view! { <IconView icon /> })
    };
    view! {
        <button
            type="button"
            class="table__sort"
            aria-busy=move || busy_word(asked)
            on:click=move |_| ask(SortedBy::tapped(sorted.get_untracked(), id))
        >
            {label}
            {arrow}
        </button>
    }
}

impl SortOrder {
    /// The value of `aria-sort`.
    pub const fn as_str(self) -> &'static str {
        match self {
            SortOrder::Ascending => "ascending",
            SortOrder::Descending => "descending",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(now: Option<SortOrder>, expect: SortOrder) {
        let now = now.map(|order| SortedBy { column: "amount", order });
        assert_eq!(SortedBy::tapped(now, "amount"), SortedBy { column: "amount", order: expect });
    }

    #[test]
    fn a_second_tap_turns_the_order() {
        check(None, SortOrder::Ascending);
        check(Some(SortOrder::Ascending), SortOrder::Descending);
        check(Some(SortOrder::Descending), SortOrder::Ascending);
    }

    #[test]
    fn another_column_begins_with_the_smallest() {
        let other = Some(SortedBy { column: "name", order: SortOrder::Ascending });
        assert_eq!(SortedBy::tapped(other, "amount").order, SortOrder::Ascending);
    }
}

//! The table itself. One cell is one element, so that a whole team's year stays light; what is
//! done to cells is heard at the table.

use leptos::prelude::*;

use super::editor::CellEditor;
use super::{Desk, keys};
use crate::domain::calendar::Period;
use crate::domain::quota::{Cell, Row};
use crate::present::quotas::{GridCell, GridColumn, GridRow, cell_name, words};
use crate::ui::{Icon, IconView};

/// Rows and columns that are unfolded.
#[component]
pub(super) fn Grid(desk: Desk) -> impl IntoView {
    let Desk { lang, view, turn, .. } = desk;
    let caption =
        move || view.read().as_ref().map(|it| words::caption(lang.get(), it)).unwrap_or_default();
    let currency = move || {
        let currency = view.read().as_ref().map(|it| words::currency(lang.get(), it));
        lang.get().quotas_in(&currency.unwrap_or_default())
    };
    let columns = Memo::new(move |_| view.read().as_ref().map(|it| it.columns.clone()));
    let rows = Memo::new(move |_| {
        let view = view.read();
        let rows = view.as_ref().map(|it| it.rows.as_slice()).unwrap_or_default();
        rows.iter().map(|it| it.row).collect::<Vec<Option<Row>>>()
    });
    // Two names of one movement: a changed name makes the tint begin anew.
    let tint =
        move || turn.read().as_ref().map(|it| if it.number % 2 == 0 { "even" } else { "odd" });
    view! {
        <div class="table-scroll quotas__scroll">
            <table
                class="table quotas__grid"
                role="grid"
                aria-multiselectable="true"
                data-testid="quotas-grid"
                data-tint=tint
                on:click=move |event| keys::tap(desk, &event)
                on:keydown=move |event| keys::press(desk, &event)
                on:copy=move |event| keys::copy(desk, &event)
                on:paste=move |event| keys::paste(desk, &event)
            >
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{currency}</th>
                        {move || {
                            let columns = columns.get().unwrap_or_default();
                            columns.into_iter().map(|it| head(desk, it)).collect_view()
                        }}
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=|it| *it children=move |it| row_of(desk, it) />
                </tbody>
            </table>
        </div>
    }
}

fn head(desk: Desk, column: GridColumn) -> AnyView {
    let GridColumn { period, head, is_open } = column;
    let kind = kind(period);
    match is_open {
        None => view! { <th scope="col" class="figures" data-kind=kind>{head}</th> }.into_any(),
        Some(is_open) => {
            let label = desk.lang.get_untracked().quotas_fold_months(&head);
            view! {
                <th scope="col" class="figures" data-kind=kind>
                    <Fold
                        label
                        word=head
                        is_open
                        on_press=move || desk.toggle_quarter(period)
                        attr:data-testid=format!("fold-{period}")
                    />
                </th>
            }
            .into_any()
        }
    }
}

/// A head that unfolds what is below it.
#[component]
fn Fold(
    label: String,
    word: String,
    is_open: bool,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="quotas__fold"
            aria-expanded=if is_open { "true" } else { "false" }
            aria-label=label
            on:click=move |_| on_press.run(())
        >
            <span>{word}</span>
            <IconView icon=if is_open { Icon::Up } else { Icon::Down } />
        </button>
    }
}

fn row_of(desk: Desk, row: Option<Row>) -> AnyView {
    match row {
        Some(of) => view! { <RowView desk of /> }.into_any(),
        None => {
            let lang = desk.lang;
            let columns = move || desk.view.read().as_ref().map_or(1, |it| it.columns.len() + 1);
            view! {
                <tr class="quotas__team">
                    <th scope="rowgroup" colspan=columns>{move || lang.get().goals_no_team()}</th>
                </tr>
            }
            .into_any()
        }
    }
}

#[component]
fn RowView(desk: Desk, of: Row) -> impl IntoView {
    let row: Memo<Option<GridRow>> =
        Memo::new(move |_| desk.view.read().as_ref()?.row(of).cloned());
    let in_row = move |cell: Option<Cell>| cell.filter(|it| it.row == of).map(|it| it.period);
    let here = Memo::new(move |_| in_row(desk.at.get()));
    let edited = Memo::new(move |_| in_row(desk.edited.get()));
    let several = Memo::new(move |_| {
        desk.range.read().as_ref().and_then(|it| it.in_row(of)).map(<[Period]>::to_vec)
    });
    let kind = match of {
        Row::Company(_) => "quotas__company",
        Row::Team(_) => "quotas__team",
        Row::Person(_) | Row::Part(..) => "quotas__person",
    };
    let cells = move || {
        let (row, several) = (row.read(), several.read());
        let of_row = Chosen { here: here.get(), edited: edited.get(), several: several.as_deref() };
        let cells = row.iter().flat_map(|row| row.cells.iter().map(move |it| (row, it)));
        cells.map(|(row, it)| cell(desk, row, it, of_row)).collect_view()
    };
    let name = move || row.read().as_ref().map(|it| row_head(desk, of, it));
    view! {
        <tr class=kind data-testid=format!("quotas-row-{of}")>
            <th scope="row">{name}</th>
            {cells}
        </tr>
    }
}

fn row_head(desk: Desk, of: Row, row: &GridRow) -> AnyView {
    let (name, is_open) = (row.name.clone(), row.is_open.unwrap_or_default());
    match of {
        Row::Team(team) => {
            let label = desk.lang.get_untracked().quotas_fold_people(&name);
            let on_press = move || desk.toggle_team(team);
            view! { <Fold label word=name is_open on_press /> }.into_any()
        }
        Row::Company(_) | Row::Person(_) | Row::Part(..) => name.into_any(),
    }
}

/// What of a row is chosen, by its periods.
#[derive(Clone, Copy)]
struct Chosen<'a> {
    /// The cell that keys act on.
    here: Option<Period>,
    /// The cell that is being changed.
    edited: Option<Period>,
    /// Those that are chosen together.
    several: Option<&'a [Period]>,
}

fn cell(desk: Desk, row: &GridRow, it: &GridCell, chosen: Chosen<'_>) -> AnyView {
    let Chosen { here, edited, several } = chosen;
    let period = it.cell.period;
    let place = cell_name(it.cell);
    if edited == Some(period) {
        return view! {
            <td class="quotas__edited" data-kind=kind(period)>
                <CellEditor desk cell=it.cell />
            </td>
        }
        .into_any();
    }
    let is_here = here == Some(period);
    let is_chosen = is_here || several.is_some_and(|it| it.contains(&period));
    let growth = row.growth.clone().filter(|_| matches!(period, Period::Year(_)));
    let told = words::told(desk.lang.get_untracked(), it, growth.as_deref());
    // A row that is shown anew takes the attributes of its cells off and puts them on again, and a
    // cell that loses its `tabindex` loses the focus; the property keeps it.
    view! {
        <td
            class="figures quotas__cell"
            data-cell=place
            data-kind=kind(period)
            data-minor=it.amount.minor
            data-locked=it.is_locked.then_some("true")
            data-moved=it.is_moved.then_some("true")
            prop:tabIndex=if is_here { 0 } else { -1 }
            aria-selected=is_chosen.then_some("true")
            aria-label=told
        >
            {it.short.clone()}
            {growth.map(|it| view! { <small class="quotas__growth">{it}</small> })}
        </td>
    }
    .into_any()
}

const fn kind(period: Period) -> &'static str {
    match period {
        Period::Year(_) => "year",
        Period::Quarter(..) => "quarter",
        Period::Month(..) => "month",
    }
}

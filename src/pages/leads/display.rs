//! How leads are shown: as a board, with lanes or without, or as a table with columns of one's
//! choice.

use leptos::prelude::*;

use super::desk::Desk;
use crate::present::address::{BoardAddress, Look};
use crate::present::board::LaneKind;
use crate::present::lead::LeadField;
use crate::present::lead_table::columns;
use crate::ui::{
    Button, ButtonKind, CheckField, Choice, Icon, IconButton, IconView, Popover, SegmentedField,
    SelectField, bool_word,
};

/// A button that opens the choices.
#[component]
pub(super) fn DisplayButton(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    let open = RwSignal::new(false);
    view! {
        <span class="popover-anchor">
            <button
                type="button"
                class="button"
                data-kind="quiet"
                data-testid="board-display"
                aria-haspopup="dialog"
                aria-expanded=move || bool_word(open.get())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <IconView icon=Icon::Eye />
                <span class="button__label">{move || lang.get().leads_display()}</span>
            </button>
            <Popover open label=move || lang.get().leads_display() on_close=move || open.set(false)>
                <div class="form board-filter" data-testid="display-fields">
                    <LookField desk />
                    <Show
                        when=move || desk.address.with(|it| it.look == Look::Table)
                        fallback=move || view! { <LanesField desk /> }
                    >
                        <ColumnsField desk />
                    </Show>
                </div>
            </Popover>
        </span>
    }
}

#[component]
fn LookField(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    let choices = move || {
        let lang = lang.get();
        vec![
            Choice::new("board", lang.leads_as_board()),
            Choice::new("table", lang.leads_as_table()),
        ]
    };
    let value = move || {
        desk.address.with(|it| match it.look {
            Look::Board => "board".to_owned(),
            Look::Table => "table".to_owned(),
        })
    };
    let choose = move |id: String| {
        let look = if id == "table" { Look::Table } else { Look::Board };
        desk.show(BoardAddress { look, ..desk.address.get_untracked() });
    };
    view! {
        <SegmentedField
            label=move || lang.get().leads_display()
            choices=Signal::derive(choices)
            value=Signal::derive(value)
            on_change=choose
        />
    }
}

#[component]
fn LanesField(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    let choices = move || {
        let lang = lang.get();
        let name = |kind| match kind {
            LaneKind::Owner => lang.leads_person(),
            LaneKind::Priority => lang.lead_priority(),
            LaneKind::Source => lang.lead_source(),
        };
        let kinds = LaneKind::ALL.into_iter().map(|it| Choice::new(it.as_str(), name(it)));
        std::iter::once(Choice::new("", lang.leads_no_lanes())).chain(kinds).collect::<Vec<_>>()
    };
    let value = move || desk.address.with(|it| it.lanes.map_or("", LaneKind::as_str).to_owned());
    let choose = move |name: String| {
        let lanes = LaneKind::named(&name);
        desk.show(BoardAddress { lanes, ..desk.address.get_untracked() });
    };
    view! {
        <div data-testid="lanes-field">
            <SelectField
                label=move || lang.get().leads_lanes()
                choices=Signal::derive(choices)
                value=Signal::derive(value)
                on_change=choose
            />
        </div>
    }
}

/// The columns of the table: the shown ones in their order, then the others.
#[component]
fn ColumnsField(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    let shown = Memo::new(move |_| desk.address.with(|it| columns(&it.columns)));
    let offered = move || {
        let shown = shown.get();
        let rest = LeadField::all().filter(|it| *it != LeadField::Customer && !shown.contains(it));
        let rest: Vec<LeadField> = rest.collect();
        shown.into_iter().chain(rest).collect::<Vec<_>>()
    };
    let set = move |columns: Vec<LeadField>| {
        desk.show(BoardAddress { columns, ..desk.address.get_untracked() });
    };
    let is_usual = move || desk.address.with(|it| it.columns.is_empty());
    view! {
        <fieldset class="column-choice" data-testid="columns-field">
            <legend class="field__label">{move || lang.get().leads_columns()}</legend>
            <div class="column-choice__list">
                <For
                    each=offered
                    key=|field| field.journal_name()
                    children=move |field| column_choice(desk, shown, field, set)
                />
            </div>
            <Show when=move || !is_usual()>
                <Button
                    kind=ButtonKind::Link
                    label=move || lang.get().leads_usual_columns()
                    on_press=move || set(Vec::new())
                />
            </Show>
        </fieldset>
    }
}

fn column_choice(
    desk: Desk,
    shown: Memo<Vec<LeadField>>,
    field: LeadField,
    set: impl Fn(Vec<LeadField>) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let lang = desk.app.lang();
    let place = move || shown.read().iter().position(|it| *it == field);
    let tick = move |ticked: bool| {
        let mut columns = shown.get_untracked();
        columns.retain(|it| *it != field);
        if ticked {
            columns.push(field);
        }
        set(columns);
    };
    let move_up = move || {
        let mut columns = shown.get_untracked();
        if let Some(at) = columns.iter().position(|it| *it == field).filter(|at| 0 < *at) {
            columns.swap(at, at - 1);
            set(columns);
        }
    };
    view! {
        <div class="column-choice__row" data-testid=["column-", field.journal_name()].concat()>
            <CheckField
                label=move || field.words(lang.get())
                checked=Signal::derive(move || place().is_some())
                on_change=tick
            />
            <Show when=move || place().is_some_and(|it| 0 < it)>
                <IconButton
                    icon=Icon::Up
                    label=move || lang.get().leads_column_up(field.words(lang.get()))
                    on_press=move_up
                />
            </Show>
        </div>
    }
}

//! The grid by finger and by keys: a tap chooses a cell, another one changes it; arrows walk,
//! typing changes, Delete sets to zero, Space locks.

use leptos::ev::{ClipboardEvent, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, EventTarget, HtmlElement};

use super::{Asking, Desk};
use crate::domain::quota::{Cell, Edit};
use crate::present::quotas::{cell_name, cell_named, typed_figure};
use crate::runtime::platform::picking;

/// A tap somewhere in the table.
pub(super) fn tap(desk: Desk, event: &MouseEvent) {
    let Some(cell) = cell_of(event.target()) else { return };
    let is_locked = desk.view.with_untracked(|view| {
        view.as_ref().and_then(|it| it.cell(cell)).is_some_and(|it| it.is_locked)
    });
    if desk.chosen.get_untracked() == Some(cell) && !is_locked {
        desk.begin_with_amount(cell);
    } else {
        go(desk, cell);
    }
}

/// A key on a cell that is not being changed.
pub(super) fn press(desk: Desk, event: &KeyboardEvent) {
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let Some(cell) = cell_of(event.target()) else { return };
    let walk = |rows, columns| {
        let next = desk.view.with_untracked(|it| it.as_ref()?.beside(cell, rows, columns));
        next.into_iter().for_each(|it| go(desk, it));
    };
    match event.key().as_str() {
        "ArrowUp" => walk(-1, 0),
        "ArrowDown" => walk(1, 0),
        "ArrowLeft" => walk(0, -1),
        "ArrowRight" => walk(0, 1),
        "Home" => edge(desk, cell, <[_]>::first),
        "End" => edge(desk, cell, <[_]>::last),
        "Enter" | "F2" => desk.begin_with_amount(cell),
        "Delete" | "Backspace" => {
            desk.act(vec![Edit::Set(cell, 0, desk.rest.get_untracked())]);
        }
        " " => desk.toggle_lock(cell),
        key => match typed_figure(key) {
            Some(figure) => desk.begin(cell, figure),
            None => return,
        },
    }
    event.prevent_default();
    event.stop_propagation();
}

/// A block from a spreadsheet is looked at before it is taken over.
pub(super) fn paste(desk: Desk, event: &ClipboardEvent) {
    let Some(cell) = cell_of(event.target()) else { return };
    let text = picking::pasted(event);
    if !text.trim().is_empty() {
        event.prevent_default();
        desk.chosen.set(Some(cell));
        desk.pasted.set(text);
        desk.asking.set(Some(Asking::Paste));
    }
}

type Pick =
    fn(&[crate::present::quotas::GridColumn]) -> Option<&crate::present::quotas::GridColumn>;

/// Goes to the first or the last column of the row.
fn edge(desk: Desk, cell: Cell, pick: Pick) {
    let period = desk.view.with_untracked(|it| Some(pick(&it.as_ref()?.columns)?.period));
    period.into_iter().for_each(|period| go(desk, Cell { period, ..cell }));
}

fn go(desk: Desk, cell: Cell) {
    desk.chosen.set(Some(cell));
    focus_cell(cell);
}

/// Gives a cell the focus, once it is there.
pub(super) fn focus_cell(cell: Cell) {
    let place = format!("[data-cell='{}']", cell_name(cell));
    let focus = move || {
        let found = document().query_selector(&place).ok().flatten();
        found.and_then(|it| it.dyn_into::<HtmlElement>().ok()).is_some_and(|it| it.focus().is_ok())
    };
    request_animation_frame(move || {
        focus();
    });
}

/// The cell that an event is about; none inside a field or a button.
fn cell_of(target: Option<EventTarget>) -> Option<Cell> {
    let element = target?.dyn_into::<Element>().ok()?;
    let cell = element.closest("[data-cell]").ok().flatten()?;
    cell_named(&cell.get_attribute("data-cell")?)
}

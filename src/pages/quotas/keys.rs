//! The grid by finger and by keys: a tap chooses a cell, another one changes it; arrows walk, with
//! Shift they choose several, with Control they go to the edge; typing changes, Delete sets to
//! zero, Space locks, and what is chosen is copied to a spreadsheet.

use leptos::ev::{ClipboardEvent, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{
    Element, EventTarget, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::{Asking, Desk};
use crate::domain::quota::Cell;
use crate::present::quotas::{cell_name, cell_named, typed_figure};
use crate::runtime::platform::picking;
use crate::ui::Tone;

/// A tap somewhere in the table.
pub(super) fn tap(desk: Desk, event: &MouseEvent) {
    let Some(cell) = cell_of(event.target()) else { return };
    if event.shift_key() || desk.several.get_untracked() {
        return extend(desk, cell);
    }
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
    let far = event.ctrl_key() || event.meta_key();
    if event.is_composing() || event.alt_key() {
        return;
    }
    let Some(cell) = cell_of(event.target()) else { return };
    let walk = |(rows, columns), far: bool| {
        let from = desk.corner.get_untracked().filter(|_| event.shift_key()).unwrap_or(cell);
        let next = desk.view.with_untracked(|view| match far {
            true => view.as_ref().map(|it| it.farthest(from, rows, columns)),
            false => view.as_ref()?.beside(from, rows, columns),
        });
        let arrive = if event.shift_key() { extend } else { go };
        next.into_iter().for_each(|it| arrive(desk, it));
    };
    match event.key().as_str() {
        "ArrowUp" => walk((-1, 0), far),
        "ArrowDown" => walk((1, 0), far),
        "ArrowLeft" => walk((0, -1), far),
        "ArrowRight" => walk((0, 1), far),
        "Home" if far => walk((-1, 0), true),
        "End" if far => walk((1, 0), true),
        "Home" => walk((0, -1), true),
        "End" => walk((0, 1), true),
        "a" | "A" if far => choose_all(desk),
        _ if far => return,
        "Enter" | "F2" => desk.begin_with_amount(cell),
        "Escape" if desk.corner.get_untracked().is_some() => desk.choose(cell),
        "Delete" | "Backspace" => desk.empty_chosen(),
        " " => desk.toggle_locks(),
        key => match typed_figure(key) {
            Some(figure) => desk.begin(cell, figure),
            None => return,
        },
    }
    event.prevent_default();
    event.stop_propagation();
}

/// What is chosen goes to the clipboard as a spreadsheet takes it.
pub(super) fn copy(desk: Desk, event: &ClipboardEvent) {
    if cell_of(event.target()).is_none() {
        return;
    }
    let Some(range) = desk.chosen_cells() else { return };
    let view = desk.view.read_untracked();
    let Some(text) = view.as_ref().map(|it| it.tab_separated(&range)) else { return };
    drop(view);
    if picking::give(event, &text) {
        event.prevent_default();
        desk.app.say(Tone::Plain, |lang| lang.quotas_copied());
    }
}

/// The same by finger: the cell has to have the focus, for the browser asks it what to copy.
pub(super) fn copy_now(desk: Desk) {
    let Some(cell) = desk.at.get_untracked() else { return };
    if element_of(cell).is_some_and(|it| it.focus().is_ok()) {
        picking::copy();
    }
}

/// A block from a spreadsheet is looked at before it is taken over.
pub(super) fn paste(desk: Desk, event: &ClipboardEvent) {
    let Some(cell) = cell_of(event.target()) else { return };
    let text = picking::pasted(event);
    if !text.trim().is_empty() {
        event.prevent_default();
        desk.choose(cell);
        desk.pasted.set(text);
        desk.asking.set(Some(Asking::Paste));
    }
}

fn go(desk: Desk, cell: Cell) {
    desk.choose(cell);
    focus_cell(cell);
}

/// Chooses all up to a cell; the focus stays where it began.
fn extend(desk: Desk, to: Cell) {
    desk.corner.set(Some(to));
    if let Some(element) = element_of(to) {
        keep_in_sight(&element);
    }
}

fn choose_all(desk: Desk) {
    let ends = desk.view.with_untracked(|view| view.as_ref().map(|it| (it.whole, it.last())));
    if let Some((first, last)) = ends {
        go(desk, first);
        desk.corner.set(Some(last));
    }
}

fn keep_in_sight(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Gives a cell the focus, once it is there.
pub(super) fn focus_cell(cell: Cell) {
    request_animation_frame(move || {
        if let Some(element) = element_of(cell) {
            drop(element.focus());
        }
    });
}

fn element_of(cell: Cell) -> Option<HtmlElement> {
    let place = format!("[data-cell='{}']", cell_name(cell));
    document().query_selector(&place).ok().flatten()?.dyn_into().ok()
}

/// The cell that an event is about; none inside a field or a button.
fn cell_of(target: Option<EventTarget>) -> Option<Cell> {
    let element = target?.dyn_into::<Element>().ok()?;
    let cell = element.closest("[data-cell]").ok().flatten()?;
    cell_named(&cell.get_attribute("data-cell")?)
}

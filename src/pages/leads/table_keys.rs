//! The table of leads by keys: arrows walk, Space selects, Shift with arrows selects a range, and
//! Escape leaves selecting.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

use super::desk::Desk;
use super::table::ROW_HEIGHT;
use crate::domain::id::LeadId;

/// The height of the head that stays, in pixels.
const HEAD: i32 = 48;

/// Does what a key means for the row that has the focus.
pub(super) fn press(desk: Desk, event: &KeyboardEvent) {
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let Some((row, lead)) = target.and_then(|it| row_of(&it)) else { return };
    let selection = desk.selection;
    match event.key().as_str() {
        " " => selection.toggle(lead),
        "ArrowUp" => walk(desk, &row, lead, -1, event.shift_key()),
        "ArrowDown" => walk(desk, &row, lead, 1, event.shift_key()),
        "Escape" if selection.on.get_untracked() => selection.leave(),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// Selects from the last row that was selected to this one, where Shift is down; says whether it
/// is.
pub(super) fn extend(desk: Desk, lead: LeadId, event: &MouseEvent) -> bool {
    if !event.shift_key() || !desk.selection.on.get_untracked() {
        return false;
    }
    event.prevent_default();
    add_range(desk, lead);
    true
}

fn row_of(element: &Element) -> Option<(Element, LeadId)> {
    let row = element.closest("[data-row]").ok().flatten()?;
    let lead = row.get_attribute("data-row")?.parse().ok()?;
    Some((row, lead))
}

fn place_of(desk: Desk, lead: LeadId) -> Option<usize> {
    desk.table.with_untracked(|table| table.leads.iter().position(|it| *it == lead))
}

/// Selects from the anchor to a row.
fn add_range(desk: Desk, to: LeadId) {
    let anchor = desk.selection.anchor.get_value().unwrap_or(to);
    let (Some(from), Some(to)) = (place_of(desk, anchor), place_of(desk, to)) else { return };
    let range = from.min(to)..=from.max(to);
    let leads = desk.table.with_untracked(|it| it.leads.get(range).map(<[LeadId]>::to_vec));
    desk.selection.add(&leads.unwrap_or_default());
}

/// Goes to the row above or below, and selects on the way where Shift is down.
fn walk(desk: Desk, row: &Element, lead: LeadId, way: isize, selects: bool) {
    let next = place_of(desk, lead).and_then(|at| at.checked_add_signed(way));
    let beside = next
        .and_then(|at| desk.table.with_untracked(|it| it.leads.get(at).map(|lead| (at, *lead))));
    let Some((at, beside)) = beside else { return };
    if selects {
        let anchor = desk.selection.anchor;
        anchor.update_value(|it| *it = it.or(Some(lead)));
        add_range(desk, beside);
    }
    if let Ok(Some(scroller)) = row.closest(".table-scroll") {
        show(&scroller, at);
        focus_later(scroller, beside);
    }
}

/// Scrolls just so far that a row is in sight.
fn show(scroller: &Element, at: usize) {
    let (top, height) = ((at * ROW_HEIGHT as usize) as i32, ROW_HEIGHT as i32);
    let (start, room) = (scroller.scroll_top(), scroller.client_height() - HEAD);
    if top < start {
        scroller.set_scroll_top(top);
    } else if start + room < top + 2 * height {
        scroller.set_scroll_top(top + 2 * height - room);
    }
}

/// The row may have to be built first.
fn focus_later(scroller: Element, lead: LeadId) {
    let link = format!("[data-row='{lead}'] a");
    let focus = move || {
        let link = scroller.query_selector(&link).ok().flatten();
        link.and_then(|it| it.dyn_into::<HtmlElement>().ok()).is_some_and(|it| it.focus().is_ok())
    };
    if !focus() {
        request_animation_frame(move || {
            request_animation_frame(move || {
                let _ = focus();
            });
        });
    }
}

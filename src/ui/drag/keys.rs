//! The same by keys: Space lifts, arrows choose the place, Space or Enter drops, Escape puts back.
//! While nothing is lifted, arrows walk from thing to thing.

use super::{Arrow, Drag, DragNews, DroppedBy, place_of, thing_of};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// A way along the places or along the things of one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Forth,
}

/// Listens to the keys of the page for as long as the calling component lives.
pub(super) fn listen(drag: Drag) {
    let pressed = window_event_listener(leptos::ev::keydown, move |event| press(drag, &event));
    on_cleanup(move || pressed.remove());
}

/// Gives a thing the focus.
pub(super) fn focus_on(root: &HtmlElement, thing: &str) {
    let thing = root.query_selector(&format!("[data-thing='{thing}']")).ok().flatten();
    if let Some(thing) = thing {
        focus_in(&thing);
    }
}

fn press(drag: Drag, event: &KeyboardEvent) {
    let Some(target) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else { return };
    let Some(root) = drag.root() else { return };
    let elsewhere = !root.contains(Some(&target)) || target.matches("button").unwrap_or(false);
    if elsewhere || event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key()
    {
        return;
    }
    let Some((thing, name)) = thing_of(&target) else { return };
    let handled = match drag.lifted.with_untracked(Option::is_some) {
        true => press_lifted(drag, &root, &event.key()),
        false => press_resting(drag, &root, (&thing, name), &event.key()),
    };
    if handled {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn press_resting(
    drag: Drag,
    root: &HtmlElement,
    (thing, name): (&Element, String),
    key: &str,
) -> bool {
    match key {
        " " => {
            drag.over.set(place_of(thing).map(|(_, place)| place));
            drag.lifted.set(Some(name.clone()));
            drag.tell(DragNews::Lifted(name));
            true
        }
        "ArrowUp" => walk_within(thing, Way::Back),
        "ArrowDown" => walk_within(thing, Way::Forth),
        "ArrowLeft" => walk_across(root, thing, Way::Back),
        "ArrowRight" => walk_across(root, thing, Way::Forth),
        _ => false,
    }
}

fn press_lifted(drag: Drag, root: &HtmlElement, key: &str) -> bool {
    match key {
        " " | "Enter" => drag.drop_by(DroppedBy::Keys),
        "Escape" => drag.put_back(),
        "Tab" => {
            drag.put_back();
            return false;
        }
        _ => match arrow(key) {
            Some(arrow) if drag.beside.is_some() => choose_beside(drag, root, arrow),
            Some(Arrow::Left | Arrow::Up) => choose(drag, root, Way::Back),
            Some(Arrow::Right | Arrow::Down) => choose(drag, root, Way::Forth),
            None => {}
        },
    }
    true
}

fn arrow(key: &str) -> Option<Arrow> {
    Some(match key {
        "ArrowLeft" => Arrow::Left,
        "ArrowRight" => Arrow::Right,
        "ArrowUp" => Arrow::Up,
        "ArrowDown" => Arrow::Down,
        _ => return None,
    })
}

/// Brings what is lifted over the place beside the one it is over.
fn choose_beside(drag: Drag, root: &HtmlElement, arrow: Arrow) {
    let Some((beside, over)) = drag.beside.zip(drag.over.get_untracked()) else { return };
    let Some(name) = beside.run((over, arrow)) else { return };
    drag.hover(Some(name.clone()));
    drag.tell(DragNews::Over(name.clone()));
    let places = all(root, "[data-place]");
    if let Some(place) =
        places.iter().find(|it| it.get_attribute("data-place") == Some(name.clone()))
    {
        show_across(root, place);
    }
}

/// Brings what is lifted over the next place.
fn choose(drag: Drag, root: &HtmlElement, way: Way) {
    let over = drag.over.get_untracked();
    let places = all(root, "[data-place]");
    let named = |place: &Element| place.get_attribute("data-place");
    let current = places.iter().position(|place| named(place) == over);
    let Some(place) = current.and_then(|it| neighbour(&places, it, way)) else { return };
    show_across(root, place);
    if let Some(name) = named(place) {
        drag.hover(Some(name.clone()));
        drag.tell(DragNews::Over(name));
    }
}

fn walk_within(thing: &Element, way: Way) -> bool {
    let Some((place, _)) = place_of(thing) else { return false };
    let things = all(&place, "[data-thing]");
    let current = things.iter().position(|it| it == thing);
    let next = current.and_then(|it| neighbour(&things, it, way));
    next.is_some_and(focus_in)
}

/// Goes to the thing at about the same height in the next place that has any.
fn walk_across(root: &HtmlElement, thing: &Element, way: Way) -> bool {
    let Some((own, _)) = place_of(thing) else { return false };
    let height = thing.get_bounding_client_rect().top();
    let places = all(root, "[data-place]");
    let Some(mut at) = places.iter().position(|it| *it == own) else { return false };
    while let Some(place) = neighbour(&places, at, way) {
        let away = |it: &Element| (it.get_bounding_client_rect().top() - height).abs();
        let things = all(place, "[data-thing]");
        if let Some(next) = things.iter().min_by(|a, b| away(a).total_cmp(&away(b))) {
            show_across(root, place);
            return focus_in(next);
        }
        at = if way == Way::Back { at - 1 } else { at + 1 };
    }
    false
}

fn neighbour(elements: &[Element], at: usize, way: Way) -> Option<&Element> {
    match way {
        Way::Back => elements.get(at.checked_sub(1)?),
        Way::Forth => elements.get(at + 1),
    }
}

fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    let found = (0..found.length()).filter_map(|place| found.get(place));
    found.filter_map(|node| node.dyn_into().ok()).collect()
}

fn focus_in(thing: &Element) -> bool {
    let link = thing.query_selector("a, button").ok().flatten();
    let Some(link) = link.and_then(|it| it.dyn_into::<HtmlElement>().ok()) else { return false };
    link.focus().is_ok()
}

/// Scrolls the root just so far that a place is in sight.
fn show_across(root: &HtmlElement, place: &Element) {
    let (frame, wanted) = (root.get_bounding_client_rect(), place.get_bounding_client_rect());
    let before = (frame.left() - wanted.left()).max(0.0);
    let behind = (wanted.right() - frame.right()).max(0.0);
    root.set_scroll_left(root.scroll_left() + (behind - before).round() as i32);
}

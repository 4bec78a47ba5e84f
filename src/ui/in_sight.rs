//! What opens beside a button stays within what is seen of the page.

use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};

/// What is left free between it and the edge of the window, in pixels.
const EDGE: f64 = 8.0;

/// The least height with which something opens below its button though there is more room above.
const ENOUGH: f64 = 240.0;

/// Opens above its button what has no room below, and makes it no higher than there is room for; what
/// it holds is scrolled then.
pub(super) fn keep_in_sight(surface: &HtmlElement) {
    let Some(button) = surface.parent_element() else { return };
    let (top, bottom) = seen(surface);
    let (own, button) = (surface.get_bounding_client_rect(), button.get_bounding_client_rect());
    let gap = (own.top() - button.bottom()).max(0.0);
    let below = bottom - button.bottom() - gap - EDGE;
    let above = button.top() - top - gap - EDGE;
    if own.height() <= below {
        return;
    }
    let is_above = below < above && below < ENOUGH;
    let room = if is_above { above } else { below };
    // By its property: the page's policy takes no style that is written as an attribute.
    let height = format!("{:.0}px", room.max(0.0));
    let _ = HtmlElement::style(surface).set_property("max-block-size", &height);
    if is_above {
        let _ = surface.set_attribute("data-side", "above");
    }
}

/// From where to where the part of the page is seen that something lies on.
fn seen(of: &Element) -> (f64, f64) {
    let window = document().document_element().map_or(0, |it| it.client_height());
    let window = f64::from(window);
    match of.closest("#main").ok().flatten() {
        Some(main) => {
            let main = main.get_bounding_client_rect();
            (main.top().max(0.0), main.bottom().min(window))
        }
        None => (0.0, window),
    }
}

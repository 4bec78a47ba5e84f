//! Where the keyboard is, before and after something opens over the page.

use super::answer::after_paint;
use super::keyboard::focused_element;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, HtmlInputElement};

/// Remembers who had the focus when `open` became true and gives it back when it becomes false.
/// Where that element has left the page meanwhile, its like gets it, or else the page itself.
pub(super) fn give_focus_back(open: Signal<bool>) {
    let opener = StoredValue::new_local(None::<HtmlElement>);
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        match (was_open.unwrap_or(false), is_open) {
            (false, true) => opener.set_value(focused_element()),
            (true, false) => {
                if let Some(element) = opener.try_update_value(Option::take).flatten() {
                    give_back_to(element);
                }
            }
            (true, true) | (false, false) => {}
        }
        is_open
    });
}

/// Gives an element the focus once what is on the page now has been painted: focus asks for a
/// layout at once, and what was asked for should not wait for a second one.
pub(super) fn focus_after_paint(element: HtmlElement) {
    after_paint(move || drop(element.focus()));
}

/// Gives a field its text and the focus; where the text is to be typed over, it is selected. The text
/// is written first: a new value would put the caret behind it.
pub fn type_into(field: &HtmlInputElement, text: &str, over: bool) {
    field.set_value(text);
    let _ = field.focus();
    if over {
        field.select();
    }
}

/// Brings what opens elsewhere on the page into sight and gives it the focus. It takes the focus by
/// a `tabindex` of -1.
pub fn arrive_at<E>(place: NodeRef<E>)
where
    E: html::ElementType,
    E::Output: JsCast + Into<HtmlElement> + Clone + 'static,
{
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            focus_after_paint(place.into());
        }
    });
}

/// Brings something that is on the page into sight and gives it the focus. It takes the focus by a
/// `tabindex` of -1.
pub fn go_to<E>(place: NodeRef<E>)
where
    E: html::ElementType,
    E::Output: JsCast + Into<HtmlElement> + Clone + 'static,
{
    if let Some(place) = place.get_untracked() {
        focus_after_paint(place.into());
    }
}

/// Gives the page the focus: another part of it took the place of what had it.
pub fn focus_page() {
    found("#main").into_iter().for_each(focus_after_paint);
}

/// Shows the page from its beginning: another part of it took the place of what was scrolled.
pub fn show_beginning() {
    if let Some(main) = found("#main") {
        main.set_scroll_top(0);
    }
}

fn give_back_to(element: HtmlElement) {
    let back = match element.is_connected() {
        true => Some(element),
        false => same_link(&element).or_else(|| found("#main")),
    };
    if let Some(back) = back {
        let _ = back.focus();
    }
}

/// The link to the same place, made anew: a lead's card in another column.
fn same_link(element: &HtmlElement) -> Option<HtmlElement> {
    let address = element.get_attribute("href")?;
    found(&format!("main a[href=\"{address}\"]"))
}

fn found(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

//! What is in the hand: a copy of the thing that follows the pointer, and the lists that scroll
//! under it.

use super::gesture::{Gesture, Press};
use super::listen::{Listening, Phase};
use super::{Drag, edge, place_of};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{DomRect, Element, Event, HtmlElement};
use std::time::Duration;

/// How far a lifted thing is moved before lists scroll under it: lifting at an edge alone does not.
const SETTLED: f64 = 12.0;
/// The longest time between two frames that is scrolled for, in milliseconds.
const LONGEST_FRAME: f64 = 50.0;

/// The state of one press.
#[derive(Default)]
pub(super) struct Hand {
    /// How far the press has come.
    pub gesture: Gesture,
    /// Lifts when a finger has rested long enough.
    pub timer: Option<TimeoutHandle>,
    /// Whether the next click belongs to a drag that has just ended.
    pub swallows_click: bool,
    at: (f64, f64),
    touched: Option<Element>,
    copy: Option<Copied>,
}

/// The copy that follows, and what keeps the page from scrolling meanwhile.
struct Copied {
    element: HtmlElement,
    grip: (f64, f64),
    /// When the last frame was, in milliseconds.
    frame_at: Option<f64>,
    _still: Listening,
}

impl Drag {
    /// Remembers where a press is and on what.
    pub(super) fn press_at(self, at: (f64, f64), touched: Option<Element>) {
        self.hand.update_value(|hand| {
            hand.at = at;
            hand.swallows_click = false;
            if touched.is_some() {
                hand.touched = touched;
            }
        });
    }

    /// Follows the pointer.
    pub(super) fn point_at(self, at: (f64, f64)) {
        self.hand.update_value(|hand| hand.at = at);
    }

    /// Starts the time after which a finger lifts.
    pub(super) fn wait(self, time: Duration, then: impl Fn() + 'static) {
        let timer = set_timeout_with_handle(then, time).ok();
        self.hand.update_value(|hand| hand.timer = timer);
    }

    /// Forgets a press that became no drag.
    pub(super) fn stop_waiting(self) {
        self.hand.update_value(|hand| {
            if let Some(timer) = hand.timer.take() {
                timer.clear();
            }
        });
    }

    /// Takes the pressed thing into the hand.
    pub(super) fn lift(self, press: Press) {
        self.stop_waiting();
        let touched = self.hand.with_value(|hand| hand.touched.clone());
        let Some((touched, root)) = touched.zip(self.root()) else { return };
        let Some((thing, name)) = super::thing_of(&touched) else { return };
        drop(root.set_pointer_capture(press.id));
        let copy = copy_of(&thing, press.at, &touched);
        self.hand.update_value(|hand| {
            hand.swallows_click = true;
            hand.copy = copy;
        });
        self.lifted.set(Some(name));
        self.follow(press);
        self.next_frame(press);
    }

    /// Lets the copy go.
    pub(super) fn empty_hand(self) {
        self.hand.update_value(|hand| {
            hand.touched = None;
            if let Some(copy) = hand.copy.take() {
                copy.element.remove();
            }
        });
    }

    /// Brings the copy to the pointer and sees what is under it.
    pub(super) fn follow(self, press: Press) {
        let Some(root) = self.root() else { return };
        let at = self.hand.with_value(|hand| {
            if let Some(copy) = &hand.copy {
                let (x, y) = (hand.at.0 - copy.grip.0, hand.at.1 - copy.grip.1);
                let style = HtmlElement::style(&copy.element);
                drop(style.set_property("transform", &format!("translate({x}px,{y}px)")));
            }
            hand.at
        });
        self.hover(place_under(&root, at).map(|(_, name)| name).filter(|_| press.at != at));
    }

    fn next_frame(self, press: Press) {
        let frame = Closure::once_into_js(move |now: f64| {
            let lifted = self.hand.try_with_value(|hand| hand.gesture == Gesture::Lifted(press));
            if lifted == Some(true) {
                self.scroll_under(press, now);
                self.follow(press);
                self.next_frame(press);
            }
        });
        drop(window().request_animation_frame(frame.unchecked_ref()));
    }

    fn scroll_under(self, press: Press, now: f64) {
        let seconds = self.hand.try_update_value(|hand| {
            let copy = hand.copy.as_mut()?;
            let passed = now - copy.frame_at.replace(now)?;
            let settled = SETTLED < (hand.at.0 - press.at.0).hypot(hand.at.1 - press.at.1);
            settled.then_some((passed.min(LONGEST_FRAME) / 1_000.0, hand.at))
        });
        let Some(((seconds, at), root)) = seconds.flatten().zip(self.root()) else { return };
        let frame = root.get_bounding_client_rect();
        let across = edge::speed(at.0, frame.left(), frame.right()) * seconds;
        if across != 0.0 {
            root.set_scroll_left(root.scroll_left() + across.round() as i32);
        }
        let list = place_under(&root, at).and_then(|(place, _)| list_in(&place));
        // Where places lie in rows, it is the root that scrolls down.
        let list = list.or_else(|| self.beside.map(|_| root.clone().into()));
        if let Some(list) = list {
            let frame = list.get_bounding_client_rect();
            let down = edge::speed(at.1, frame.top(), frame.bottom()) * seconds;
            if down != 0.0 {
                list.set_scroll_top(list.scroll_top() + down.round() as i32);
            }
        }
    }
}

/// The place under a point; above and below the root its own edge counts.
fn place_under(root: &HtmlElement, at: (f64, f64)) -> Option<(Element, String)> {
    let frame = root.get_bounding_client_rect();
    let y = at.1.clamp(frame.top() + 1.0, (frame.bottom() - 1.0).max(frame.top() + 1.0));
    let under = document().element_from_point(at.0 as f32, y as f32)?;
    if !root.contains(Some(&under)) {
        return None;
    }
    place_of(&under)
}

/// The list within a place that scrolls.
fn list_in(place: &Element) -> Option<Element> {
    place.query_selector(".window").ok().flatten()
}

fn copy_of(thing: &Element, at: (f64, f64), touched: &Element) -> Option<Copied> {
    let frame = thing.get_bounding_client_rect();
    let element: HtmlElement = thing.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    prepare(&element, &frame)?;
    document().body()?.append_child(&element).ok()?;
    // The browser asks the element that was touched whether it may scroll, even when its list has
    // let it go meanwhile.
    let still = Listening::new(touched, "touchmove", Phase::Bubble, |event: Event| {
        event.prevent_default();
    });
    let grip = (at.0 - frame.left(), at.1 - frame.top());
    Some(Copied { element, grip, frame_at: None, _still: still })
}

fn prepare(copy: &HtmlElement, frame: &DomRect) -> Option<()> {
    copy.remove_attribute("data-thing").ok()?;
    copy.set_attribute("data-lifted", "").ok()?;
    copy.set_attribute("aria-hidden", "true").ok()?;
    copy.set_attribute("inert", "").ok()?;
    let style = HtmlElement::style(copy);
    style.set_property("inline-size", &format!("{}px", frame.width())).ok()?;
    style.set_property("block-size", &format!("{}px", frame.height())).ok()
}

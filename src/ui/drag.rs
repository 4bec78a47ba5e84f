//! Things that are dragged to places: by finger, pen, mouse or keys.
//!
//! Within a root element, a thing is an element with `data-thing`, a place one with `data-place`;
//! both values are names that mean something to the page alone. What is in the hand is a copy, so
//! the thing itself may leave the page while its list scrolls, and nothing is rendered anew before
//! the thing lands. A finger has to rest on a thing to lift it; one that moves scrolls.

mod edge;
mod gesture;
mod hand;
mod keys;
mod listen;
mod pointer;

use hand::Hand;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement};

/// What happens to things, by their names and the names of places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DragNews {
    /// A thing was lifted by key. (Whoever lifts it by hand sees it.)
    Lifted(String),
    /// It was brought over a place by key.
    Over(String),
    /// A thing was dropped on a place.
    Dropped {
        /// The thing.
        thing: String,
        /// The place.
        place: String,
        /// How it came there.
        by: DroppedBy,
    },
    /// A thing was put back where it was.
    PutBack(String),
}

/// How a thing was moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DroppedBy {
    /// By finger, pen or mouse.
    Hand,
    /// By keys; the thing has the focus and should keep it.
    Keys,
}

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each name is the key")]
pub enum Arrow {
    Left,
    Right,
    Up,
    Down,
}

/// Gives the place beside another, where the places are not in a row.
pub type Beside = Callback<(String, Arrow), Option<String>>;

/// Dragging within one root element.
#[derive(Clone, Copy)]
pub struct Drag {
    /// The thing that is lifted.
    pub lifted: RwSignal<Option<String>>,
    /// The place it is over.
    pub over: RwSignal<Option<String>>,
    root: NodeRef<html::Div>,
    on_news: Callback<DragNews>,
    beside: Option<Beside>,
    hand: StoredValue<Hand, LocalStorage>,
}

impl Drag {
    /// Lets things within `root` be dragged for as long as the calling component lives.
    pub fn new(root: NodeRef<html::Div>, on_news: Callback<DragNews>) -> Drag {
        Drag::within(root, on_news, None)
    }

    /// The same for places that lie in rows: `beside` says which is next to which, also where it
    /// is not built because it is out of sight.
    pub fn across(root: NodeRef<html::Div>, on_news: Callback<DragNews>, beside: Beside) -> Drag {
        Drag::within(root, on_news, Some(beside))
    }

    fn within(
        root: NodeRef<html::Div>,
        on_news: Callback<DragNews>,
        beside: Option<Beside>,
    ) -> Drag {
        let drag = Drag {
            lifted: RwSignal::new(None),
            over: RwSignal::new(None),
            root,
            on_news,
            beside,
            hand: StoredValue::new_local(Hand::default()),
        };
        pointer::listen(drag);
        keys::listen(drag);
        drag
    }

    /// Whether a thing is lifted.
    pub fn holds(self, thing: &str) -> bool {
        self.lifted.read().as_deref() == Some(thing)
    }

    /// Whether what is lifted is over a place.
    pub fn is_over(self, place: &str) -> bool {
        self.over.read().as_deref() == Some(place)
    }

    /// Scrolls the list of a place so that its thing number `index` is in sight, when each takes
    /// `height` pixels; gives it the focus where it came by keys.
    pub fn reveal(self, thing: String, place: &str, (index, height): (usize, u32), by: DroppedBy) {
        let place = format!("[data-place='{place}'] .window");
        let top = (index * height as usize) as i32;
        let show = move || {
            let list = self.root().and_then(|root| root.query_selector(&place).ok().flatten());
            if let Some(list) = list {
                let (start, room) = (list.scroll_top(), list.client_height());
                if top < start || start + room < top + height as i32 {
                    scroll_at_once(&list, top - room / 3);
                }
            }
        };
        self.show_and_focus(show, thing, by);
    }

    /// Scrolls the root so that what lies `top` pixels down in it and is `height` pixels high is in
    /// sight; gives the thing the focus where it came by keys.
    pub fn reveal_within(self, thing: String, (top, height): (u32, u32), by: DroppedBy) {
        self.show_and_focus(move || self.show_down(top, height), thing, by);
    }

    /// Scrolls twice. At once, so that what then comes into sight is built and laid out together with
    /// what the drop changes; and with the frame, where the list was too short to scroll so far.
    fn show_and_focus(self, show: impl Fn() + 'static, thing: String, by: DroppedBy) {
        show();
        request_animation_frame(move || {
            show();
            if let (DroppedBy::Keys, Some(root)) = (by, self.root()) {
                request_animation_frame(move || keys::focus_on(&root, &thing));
            }
        });
    }

    /// Scrolls the root so that what lies `top` pixels down in it and is `height` pixels high is in
    /// sight.
    pub fn show_down(self, top: u32, height: u32) {
        let Some(root) = self.root() else { return };
        let (top, height) = (top as i32, height as i32);
        let (start, room) = (root.scroll_top(), root.client_height());
        if top < start || start + room < top + height {
            scroll_at_once(&root, top - (room - height).max(0) / 3);
        }
    }

    fn root(self) -> Option<HtmlElement> {
        Some(self.root.try_get_untracked()??.unchecked_into())
    }

    fn tell(self, news: DragNews) {
        self.on_news.try_run(news);
    }

    fn hover(self, place: Option<String>) {
        if self.over.try_with_untracked(|over| *over != place) == Some(true) {
            self.over.set(place);
        }
    }

    /// Lets go of the thing and gives its name and the place it is over.
    fn release(self) -> Option<(String, Option<String>)> {
        let thing = self.lifted.try_update(Option::take).flatten()?;
        let place = self.over.try_update(Option::take).flatten();
        Some((thing, place))
    }

    fn drop_by(self, by: DroppedBy) {
        match self.release() {
            Some((thing, Some(place))) => self.tell(DragNews::Dropped { thing, place, by }),
            Some((thing, None)) => self.tell(DragNews::PutBack(thing)),
            None => {}
        }
    }

    fn put_back(self) {
        if let Some((thing, _)) = self.release() {
            self.tell(DragNews::PutBack(thing));
        }
    }
}

/// Scrolls a list that builds what is in sight, and tells it now: the browser tells it once the
/// next frame was painted, with a gap where the thing has come to lie.
fn scroll_at_once(list: &Element, top: i32) {
    list.set_scroll_top(top);
    if let Ok(scrolled) = Event::new("scroll") {
        let _ = list.dispatch_event(&scrolled);
    }
}

/// The thing that an element belongs to.
fn thing_of(element: &Element) -> Option<(Element, String)> {
    let thing = element.closest("[data-thing]").ok().flatten()?;
    let name = thing.get_attribute("data-thing")?;
    Some((thing, name))
}

/// The place that an element belongs to.
fn place_of(element: &Element) -> Option<(Element, String)> {
    let place = element.closest("[data-place]").ok().flatten()?;
    let name = place.get_attribute("data-place")?;
    Some((place, name))
}

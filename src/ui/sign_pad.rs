//! A field to sign in: with a finger, a pen or the mouse. It keeps nothing; who uses it is told each
//! point and gives back what is to be seen.
//!
//! Whoever cannot draw needs another way beside it, for no key draws.

use leptos::ev::PointerEvent;
use leptos::html::Div;
use leptos::prelude::*;

/// Where the pointer is in a stroke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// A stroke begins here.
    Begin(i64, i64),
    /// It goes on to here.
    On(i64, i64),
}

/// The field.
#[component]
pub fn SignPad(
    /// What it is, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// How wide it is in units of the points.
    width: i64,
    /// How high it is in them.
    height: i64,
    /// What was drawn, as the path of a picture.
    #[prop(into)]
    path: Signal<String>,
    /// Takes each point.
    #[prop(into)]
    on_ink: Callback<Ink>,
) -> impl IntoView {
    let field = NodeRef::<Div>::new();
    // The finger that draws; another one that touches meanwhile does not.
    let drawing = RwSignal::new(None::<i32>);
    let place = move |event: &PointerEvent| {
        let bounds = field.get_untracked()?.get_bounding_client_rect();
        let (wide, high) = (bounds.width().max(1.0), bounds.height().max(1.0));
        let x = (f64::from(event.client_x()) - bounds.left()) / wide * width as f64;
        let y = (f64::from(event.client_y()) - bounds.top()) / high * height as f64;
        Some((x.round() as i64, y.round() as i64))
    };
    let down = move |event: PointerEvent| {
        if event.button() != 0 || drawing.get_untracked().is_some() {
            return;
        }
        let Some((x, y)) = place(&event) else { return };
        event.prevent_default();
        drawing.set(Some(event.pointer_id()));
        // Without it a stroke ends where the finger leaves the field.
        if let Some(field) = field.get_untracked() {
            drop(field.set_pointer_capture(event.pointer_id()));
        }
        on_ink.run(Ink::Begin(x, y));
    };
    let moved = move |event: PointerEvent| {
        if drawing.get_untracked() == Some(event.pointer_id())
            && let Some((x, y)) = place(&event)
        {
            on_ink.run(Ink::On(x, y));
        }
    };
    let ended = move |event: PointerEvent| {
        if drawing.get_untracked() == Some(event.pointer_id()) {
            drawing.set(None);
        }
    };
    view! {
        <div
            class="sign-pad"
            role="img"
            aria-label=move || label.get()
            data-testid="sign-pad"
            node_ref=field
            on:pointerdown=down
            on:pointermove=moved
            on:pointerup=ended
            on:pointercancel=ended
            on:lostpointercapture=ended
        >
            <SignPicture width height path />
        </div>
    }
}

/// What was drawn.
#[component]
pub fn SignPicture(
    /// How wide it is in units of the path.
    width: i64,
    /// How high it is in them.
    height: i64,
    /// The path.
    #[prop(into)]
    path: Signal<String>,
) -> impl IntoView {
    view! {
        <svg class="sign-pad__ink" viewBox=format!("0 0 {width} {height}") aria-hidden="true">
            <path d=move || path.get() />
        </svg>
    }
}

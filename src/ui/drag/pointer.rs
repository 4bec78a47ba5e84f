//! Fingers, pens and mice: from the browser's events to gestures and back.

use super::gesture::{Act, Gesture, Input, Pointer, Press};
use super::listen::{Listening, Phase};
use super::{Drag, DroppedBy, thing_of};
use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event};
use std::time::Duration;

/// How long a finger rests on a thing before it lifts.
const HOLD: Duration = Duration::from_millis(200);

/// Listens to the root for as long as the calling component lives.
pub(super) fn listen(drag: Drag) {
    let listening = StoredValue::new_local(Vec::<Listening>::new());
    Effect::new(move |_| {
        let Some(root) = drag.root.get() else { return };
        let on = |name, phase, act: fn(Drag, &Event)| {
            Listening::new(&root, name, phase, move |event| act(drag, &event))
        };
        listening.set_value(vec![
            on("pointerdown", Phase::Bubble, |drag, event| down(drag, event.unchecked_ref())),
            on("pointermove", Phase::Bubble, |drag, event| moved(drag, event.unchecked_ref())),
            on("pointerup", Phase::Bubble, |drag, event| up(drag, event.unchecked_ref())),
            on("pointercancel", Phase::Bubble, |drag, event| cancel(drag, event.unchecked_ref())),
            on("lostpointercapture", Phase::Bubble, |drag, event| {
                cancel(drag, event.unchecked_ref());
            }),
            on("scroll", Phase::Capture, |drag, _| take(drag, Input::Scrolled)),
            on("click", Phase::Capture, swallow_click),
            on("dragstart", Phase::Bubble, |_, event| event.prevent_default()),
            on("contextmenu", Phase::Bubble, keep_menu_away),
            // Safari lets a page hold back a scroll only where such a listener stood before the
            // touch began.
            on("touchmove", Phase::Bubble, keep_still),
        ]);
    });
    let stop = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            take(drag, Input::Stop);
        }
    });
    on_cleanup(move || {
        stop.remove();
        take(drag, Input::Stop);
        listening.try_set_value(Vec::new());
    });
}

fn down(drag: Drag, event: &PointerEvent) {
    let touched = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let pointer = match event.pointer_type().as_str() {
        "mouse" => Pointer::Mouse,
        _ => Pointer::Finger,
    };
    let at = place(event);
    let press = Press { id: event.pointer_id(), pointer, at };
    let resting = drag.hand.with_value(|hand| hand.gesture == Gesture::Resting);
    if resting {
        let other_button = event.button() != 0 || event.ctrl_key() || event.meta_key();
        let touched = touched.filter(|it| thing_of(it).is_some() && !other_button);
        drag.press_at(at, touched.clone());
        if touched.is_none() {
            return;
        }
    }
    take(drag, Input::Down(press));
}

fn moved(drag: Drag, event: &PointerEvent) {
    take(drag, Input::Move(event.pointer_id(), place(event)));
}

fn up(drag: Drag, event: &PointerEvent) {
    take(drag, Input::Up(event.pointer_id()));
}

fn cancel(drag: Drag, event: &PointerEvent) {
    take(drag, Input::Cancel(event.pointer_id()));
}

fn place(event: &MouseEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

fn take(drag: Drag, input: Input) {
    let step = drag.hand.try_update_value(|hand| {
        let before = hand.gesture;
        let (next, act) = before.step(input);
        hand.gesture = next;
        (before, act)
    });
    let Some((before, act)) = step else { return };
    if let Input::Move(_, at) = input
        && matches!(act, Act::Lift | Act::Follow)
    {
        drag.point_at(at);
    }
    match (act, before) {
        (Act::Wait, _) => drag.wait(HOLD, move || take(drag, Input::Held)),
        (Act::Leave, _) => drag.stop_waiting(),
        (Act::Lift, Gesture::Pressed(press)) => drag.lift(press),
        (Act::Drop, Gesture::Lifted(press)) => {
            drag.follow(press);
            drag.empty_hand();
            drag.drop_by(DroppedBy::Hand);
        }
        (Act::PutBack, _) => {
            drag.empty_hand();
            drag.put_back();
        }
        // The copy follows with the next frame.
        (Act::Follow | Act::Nothing | Act::Lift | Act::Drop, _) => {}
    }
}

/// After a drag the browser still sends a click, which must not open what was dragged. A click by
/// key comes with no detail and is meant.
fn swallow_click(drag: Drag, event: &Event) {
    let by_pointer = event.dyn_ref::<MouseEvent>().is_some_and(|it| it.detail() != 0);
    let swallows = drag.hand.try_update_value(|hand| std::mem::take(&mut hand.swallows_click));
    if by_pointer && swallows == Some(true) {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn keep_menu_away(drag: Drag, event: &Event) {
    let busy = drag.hand.with_value(|hand| match hand.gesture {
        Gesture::Resting => false,
        Gesture::Pressed(press) | Gesture::Lifted(press) => press.pointer == Pointer::Finger,
    });
    if busy {
        event.prevent_default();
    }
}

fn keep_still(drag: Drag, event: &Event) {
    if drag.hand.with_value(|hand| matches!(hand.gesture, Gesture::Lifted(_))) {
        event.prevent_default();
    }
}

//! Keys as the widgets understand them, safe while an input method is composing.
//!
//! Pinyin is typed letter by letter and accepted with Enter or Space: none of these keys is meant
//! for the page, so a composing key is no key at all here.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::{Callable, Callback};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;

/// A key that a widget acts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Accepts.
    Enter,
    /// Leaves.
    Escape,
    /// To the one above.
    Up,
    /// To the one below.
    Down,
    /// To the one on the left.
    Left,
    /// To the one on the right.
    Right,
    /// To the first.
    Home,
    /// To the last.
    End,
}

/// Safari reports the Enter that ends a composition as an ordinary key with this old code.
const COMPOSING_KEY_CODE: u32 = 229;

/// The key that was pressed, or nothing if it is no key of ours or belongs to the input method.
pub fn pressed_key(event: &KeyboardEvent) -> Option<Key> {
    if event.is_composing() || event.key_code() == COMPOSING_KEY_CODE {
        return None;
    }
    named_key(&event.key())
}

/// Runs `accept` where Enter was pressed. The press ends here: a dialog that closes by it hands the
/// focus back to its opener, which the rest of the same press would push again.
pub fn accept_by_enter(event: &KeyboardEvent, accept: Option<Callback<()>>) {
    if let (Some(Key::Enter), Some(accept)) = (pressed_key(event), accept) {
        event.prevent_default();
        accept.run(());
    }
}

/// Whether an `input` event carries text that the input method has not accepted yet.
pub fn is_composing(event: &Event) -> bool {
    event.dyn_ref::<web_sys::InputEvent>().is_some_and(web_sys::InputEvent::is_composing)
}

/// The place reached from `current` by `key` among `count` places in a row; ends meet.
/// Keys that do not move give nothing.
pub fn moved(key: Key, current: usize, count: usize) -> Option<usize> {
    if count == 0 {
        return None;
    }
    match key {
        Key::Up | Key::Left => Some((current + count - 1) % count),
        Key::Down | Key::Right => Some((current + 1) % count),
        Key::Home => Some(0),
        Key::End => Some(count - 1),
        Key::Enter | Key::Escape => None,
    }
}

fn named_key(name: &str) -> Option<Key> {
    Some(match name {
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, current: usize, expect: Option<usize>) {
        let reached = named_key(name).and_then(|key| moved(key, current, 3));
        assert_eq!(reached, expect, "{name} from {current}");
    }

    #[test]
    fn arrows_go_round() {
        check("ArrowDown", 2, Some(0));
        check("ArrowUp", 0, Some(2));
        check("ArrowRight", 0, Some(1));
        check("ArrowLeft", 1, Some(0));
    }

    #[test]
    fn home_and_end_reach_the_ends() {
        check("Home", 2, Some(0));
        check("End", 0, Some(2));
    }

    #[test]
    fn other_keys_do_not_move() {
        check("Enter", 1, None);
        check("a", 1, None);
    }

    #[test]
    fn nothing_moves_in_an_empty_row() {
        assert_eq!(moved(Key::Down, 0, 0), None);
    }
}

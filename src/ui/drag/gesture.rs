//! When a press becomes a drag: a small machine of pure steps.
//!
//! A mouse lifts as soon as it moves; a finger or a pen lifts by resting, and what it moves before
//! that is the browser's to scroll. A second pointer ends everything.

/// How far a mouse moves before it lifts, in pixels.
const MOUSE_SLACK: f64 = 4.0;
/// How far a resting finger may tremble, in pixels.
const FINGER_SLACK: f64 = 8.0;

/// What a hand points with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pointer {
    /// A mouse: precise, and it scrolls by its wheel.
    Mouse,
    /// A finger or a pen: it scrolls by moving.
    Finger,
}

/// A press that has not ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Press {
    /// The browser's number of the pointer.
    pub id: i32,
    /// What it is.
    pub pointer: Pointer,
    /// Where it began, in pixels of the window.
    pub at: (f64, f64),
}

/// How far it has come.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Gesture {
    /// Nothing is pressed.
    #[default]
    Resting,
    /// A thing is pressed, and may yet become a tap or a scroll.
    Pressed(Press),
    /// The thing is in the hand.
    Lifted(Press),
}

/// What the browser tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Input {
    /// A pointer was pressed on a thing, or anywhere while another is pressed.
    Down(Press),
    /// A pointer moved.
    Move(i32, (f64, f64)),
    /// The time to lift is over.
    Held,
    /// A pointer was released.
    Up(i32),
    /// The browser took a pointer away.
    Cancel(i32),
    /// Something scrolls: under a finger that rests to stop it, nothing is meant to be lifted.
    Scrolled,
    /// The person wants to stop.
    Stop,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Nothing.
    Nothing,
    /// Start the time after which a finger lifts.
    Wait,
    /// The press is a tap or a scroll: leave it to the browser.
    Leave,
    /// Take the thing into the hand.
    Lift,
    /// Let it follow.
    Follow,
    /// Drop it here.
    Drop,
    /// Put it back.
    PutBack,
}

impl Gesture {
    /// The next state, and what is to be done.
    pub(super) fn step(self, input: Input) -> (Gesture, Act) {
        match (self, input) {
            (Gesture::Resting, Input::Down(press)) => {
                let waits = press.pointer == Pointer::Finger;
                (Gesture::Pressed(press), if waits { Act::Wait } else { Act::Nothing })
            }
            (Gesture::Pressed(press), Input::Move(id, at)) if id == press.id => moved(press, at),
            (Gesture::Pressed(press), Input::Held) => (Gesture::Lifted(press), Act::Lift),
            (Gesture::Pressed(press), Input::Up(id) | Input::Cancel(id)) if id == press.id => {
                (Gesture::Resting, Act::Leave)
            }
            (Gesture::Pressed(_), Input::Down(_) | Input::Scrolled | Input::Stop) => {
                (Gesture::Resting, Act::Leave)
            }
            (Gesture::Lifted(press), Input::Move(id, _)) if id == press.id => (self, Act::Follow),
            (Gesture::Lifted(press), Input::Up(id)) if id == press.id => {
                (Gesture::Resting, Act::Drop)
            }
            (Gesture::Lifted(press), Input::Cancel(id)) if id == press.id => {
                (Gesture::Resting, Act::PutBack)
            }
            (Gesture::Lifted(_), Input::Down(_) | Input::Stop) => (Gesture::Resting, Act::PutBack),
            _ => (self, Act::Nothing),
        }
    }
}

fn moved(press: Press, at: (f64, f64)) -> (Gesture, Act) {
    let way = (at.0 - press.at.0).hypot(at.1 - press.at.1);
    match press.pointer {
        Pointer::Mouse if MOUSE_SLACK < way => (Gesture::Lifted(press), Act::Lift),
        Pointer::Finger if FINGER_SLACK < way => (Gesture::Resting, Act::Leave),
        Pointer::Mouse | Pointer::Finger => (Gesture::Pressed(press), Act::Nothing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn down(pointer: Pointer, id: i32) -> Input {
        Input::Down(Press { id, pointer, at: (100.0, 100.0) })
    }

    fn to(x: f64) -> Input {
        Input::Move(1, (x, 100.0))
    }

    #[track_caller]
    fn check(pointer: Pointer, inputs: &[Input], expect: &[Act]) {
        let mut gesture = Gesture::Resting;
        let inputs = std::iter::once(down(pointer, 1)).chain(inputs.iter().copied());
        let acts = inputs.map(|input| {
            let (next, act) = gesture.step(input);
            gesture = next;
            act
        });
        assert_eq!(acts.collect::<Vec<_>>(), expect);
    }

    use Act::*;
    use Pointer::*;

    #[test]
    fn a_mouse_lifts_by_moving_and_drops_by_release() {
        let inputs = [to(103.0), to(106.0), to(300.0), Input::Up(1)];
        check(Mouse, &inputs, &[Nothing, Nothing, Lift, Follow, Drop]);
    }

    #[test]
    fn a_click_lifts_nothing() {
        check(Mouse, &[Input::Up(1), to(300.0)], &[Nothing, Leave, Nothing]);
    }

    #[test]
    fn a_finger_lifts_by_resting() {
        let inputs = [to(105.0), Input::Held, to(300.0), Input::Up(1)];
        check(Finger, &inputs, &[Wait, Nothing, Lift, Follow, Drop]);
    }

    #[test]
    fn a_finger_that_moves_first_scrolls() {
        check(Finger, &[to(110.0), Input::Held, to(300.0)], &[Wait, Leave, Nothing, Nothing]);
    }

    /// A finger that stops a list on its way rests as one that lifts does.
    #[test]
    fn a_finger_under_which_something_scrolls_lifts_nothing() {
        check(Finger, &[Input::Scrolled, Input::Held], &[Wait, Leave, Nothing]);
        check(Finger, &[Input::Held, Input::Scrolled, to(300.0)], &[Wait, Lift, Nothing, Follow]);
    }

    #[test]
    fn a_second_finger_ends_it() {
        let second = down(Finger, 2);
        check(Finger, &[Input::Held, second, Input::Up(1)], &[Wait, Lift, PutBack, Nothing]);
        check(Finger, &[second, Input::Held], &[Wait, Leave, Nothing]);
    }

    #[test]
    fn escape_and_the_browser_put_it_back() {
        check(Finger, &[Input::Held, Input::Cancel(1)], &[Wait, Lift, PutBack]);
        check(Mouse, &[to(200.0), Input::Stop, Input::Up(1)], &[Nothing, Lift, PutBack, Nothing]);
    }

    #[test]
    fn another_pointer_does_not_move_it() {
        let strange = Input::Move(9, (900.0, 900.0));
        check(Mouse, &[strange, to(200.0), strange], &[Nothing, Nothing, Lift, Nothing]);
    }
}

//! Fingers: W3C actions with a touch pointer.
//!
//! WebKitWebDriver on Linux takes them but lets the page see a mouse: there the same story tests
//! the mouse's way. Pauses are part of the gesture and are kept by the browser.

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::common::command::{Actions, Command};

use super::{Outcome, Stage};

/// Longer than any long press of the product.
const LONG_PRESS_MS: u32 = 450;
/// A finger rests a moment over where it lets go.
const SETTLE_MS: u32 = 80;
/// Steps of a movement: enough for a page that follows the finger.
const STEPS: i32 = 8;
const STEP_MS: u32 = 16;

/// A place on the screen, in CSS pixels from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Point {
    /// To the right.
    pub x: i32,
    /// Down.
    pub y: i32,
}

impl Point {
    /// A place beside this one.
    pub const fn shifted(self, right: i32, down: i32) -> Point {
        Point { x: self.x + right, y: self.y + down }
    }
}

impl Stage {
    /// The middle of an element, scrolled into view.
    pub async fn middle_of(&self, test_id: &str) -> Outcome<Point> {
        let element = self.see(test_id).await?;
        self.script(
            "arguments[0].scrollIntoView({ block: 'nearest', inline: 'nearest' });
             const box = arguments[0].getBoundingClientRect();
             return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };",
            json!([element.to_json()?]),
        )
        .await
    }

    /// Taps an element.
    pub async fn tap(&self, test_id: &str) -> Outcome {
        let point = self.middle_of(test_id).await?;
        self.tap_at(point).await
    }

    /// Taps a place.
    pub async fn tap_at(&self, point: Point) -> Outcome {
        self.finger(vec![to(point, 0), down(), pause(40), up()]).await
    }

    /// Moves a finger at once, without a long press: scrolls, or swipes.
    pub async fn swipe(&self, from: Point, there: Point) -> Outcome {
        self.finger([vec![to(from, 0), down()], steps(from, there), vec![up()]].concat()).await
    }

    /// Presses until the element is lifted, carries it, and lets go.
    pub async fn drag(&self, from: Point, there: Point) -> Outcome {
        let lift = vec![to(from, 0), down(), pause(LONG_PRESS_MS)];
        self.finger([lift, steps(from, there), vec![pause(SETTLE_MS), up()]].concat()).await
    }

    /// Presses and keeps the finger down.
    pub async fn lift(&self, at: Point) -> Outcome {
        self.finger(vec![to(at, 0), down(), pause(LONG_PRESS_MS)]).await
    }

    /// Moves the finger that is down.
    pub async fn carry(&self, from: Point, there: Point) -> Outcome {
        self.finger(steps(from, there)).await
    }

    /// Takes the finger off the screen.
    pub async fn let_go(&self) -> Outcome {
        self.finger(vec![up()]).await
    }

    /// The finger stays where and as it is between calls.
    async fn finger(&self, actions: Vec<Value>) -> Outcome {
        let all = json!([{ "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" }, "actions": actions }]);
        self.browser.cmd(Command::PerformActions(Actions::from(all))).await?;
        Ok(())
    }
}

fn steps(from: Point, there: Point) -> Vec<Value> {
    let part = |step| Point {
        x: from.x + (there.x - from.x) * step / STEPS,
        y: from.y + (there.y - from.y) * step / STEPS,
    };
    (1..=STEPS).map(|step| to(part(step), STEP_MS)).collect()
}

fn to(point: Point, duration_ms: u32) -> Value {
    json!({ "type": "pointerMove", "duration": duration_ms, "x": point.x, "y": point.y })
}

fn down() -> Value {
    json!({ "type": "pointerDown", "button": 0 })
}

fn up() -> Value {
    json!({ "type": "pointerUp", "button": 0 })
}

fn pause(duration_ms: u32) -> Value {
    json!({ "type": "pause", "duration": duration_ms })
}

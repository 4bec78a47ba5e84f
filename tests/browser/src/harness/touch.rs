//! Fingers: W3C actions with a touch pointer.
//!
//! WebKitWebDriver on Linux takes them but lets the page see a mouse: there the same story tests
//! the mouse's way. Pauses are part of the gesture and are kept by the browser.

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::By;
use thirtyfour::common::command::{Actions, Command};

use super::{Outcome, Stage, wait};

/// Longer than any long press of the product.
const LONG_PRESS_MS: u32 = 450;
/// A finger rests a moment over where it lets go.
const SETTLE_MS: u32 = 80;
/// Steps of a movement: enough for a page that follows the finger.
const STEPS: i32 = 8;
const STEP_MS: u32 = 16;

/// Where a finger meets what a selector finds: in its middle, once it stands still there and nothing
/// lies over it; out of sight it is scrolled to. Where a word of what was done lies over it, the
/// cross of that; else nothing yet.
const MEET: &str = "
const it = [...document.querySelectorAll(arguments[0])].find((it) => it.getClientRects().length && !it.disabled);
if (!it) return null;
const place = (it) => {
  const box = it.getBoundingClientRect();
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
};
const over = () => document.elementFromPoint(place(it).x, place(it).y);
const cross = () => over()?.closest('.toast')?.querySelector('.icon-button');
if (!it.contains(over()) && !cross()) it.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
const before = place(it);
return new Promise((done) => setTimeout(() => {
  const at = place(it);
  const stands = at.x === before.x && at.y === before.y;
  if (cross()) done({ at: place(cross()), is_it: false });
  else done(stands && it.contains(over()) ? { at, is_it: true } : null);
}, 40));
";

/// Until the click that follows a finger has come.
const CLICKED: &str = "return new Promise((done) => setTimeout(() => done(null), 40))";

/// Where a finger goes.
#[derive(Clone, Copy, Deserialize)]
struct Met {
    at: Point,
    /// Whether it is what was looked for, and not what has to go before.
    is_it: bool,
}

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

    /// Taps the first that a selector finds and a finger can reach; what lies over it and says what
    /// was done before is closed by a tap of its own.
    pub async fn tap_css(&self, selector: &str) -> Outcome {
        let what = format!("a finger reaches {selector}");
        loop {
            let look = || async { self.script::<Option<Met>>(MEET, json!([selector])).await };
            let met = wait::until(&what, look).await?;
            self.tap_at(met.at).await?;
            if met.is_it {
                // The click follows the finger; whatever comes next comes after it. Where it leads
                // to another page, nobody is there to answer.
                let _ = self.script::<Value>(CLICKED, json!([])).await;
                return Ok(());
            }
        }
    }

    /// Taps the field that a selector finds, and types into it.
    pub async fn tap_and_type(&self, selector: &str, text: &str) -> Outcome {
        self.tap_css(selector).await?;
        self.until_focus(selector).await?;
        Ok(self.browser.find(By::Css(selector)).await?.send_keys(text).await?)
    }

    /// Chooses from a list or a calendar, which the browser draws where no driver's finger reaches.
    pub async fn choose(&self, selector: &str, value: &str) -> Outcome {
        self.see_css(selector).await?;
        let choose = "const [selector, value] = arguments;
            const field = document.querySelector(selector);
            field.value = value;
            field.dispatchEvent(new Event('change', { bubbles: true }));
            return field.value === value";
        let taken: bool = self.script(choose, json!([selector, value])).await?;
        assert!(taken, "{selector} does not take {value:?}");
        Ok(())
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

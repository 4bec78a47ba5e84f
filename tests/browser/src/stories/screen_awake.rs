//! While a meeting runs the screen is kept awake: asked for once it begins, again whenever the page
//! is back in sight, and let go of at its end. The browser's own lock is stood in for, because a
//! screen in memory never goes dark.

use serde_json::json;

use crate::harness::{Outcome, Stage, Story, version_with};
use crate::pages::WelcomePage;

/// In both engines.
pub fn story() -> Story {
    Story::new("the screen stays awake for as long as a meeting runs", run)
}

/// Counts what is asked for and what is let go of.
const LOCK: &str = "
globalThis.awake = { asked: [], held: 0 };
Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: {
  request: async (kind) => {
    awake.asked.push(kind);
    awake.held += 1;
    let held = true;
    return { release: async () => { if (held) awake.held -= 1; held = false; } };
  },
} });
";

async fn run(stage: Stage) -> Outcome {
    let name = format!("screen-awake-{}", stage.case.to_string().replace(' ', "-"));
    let (folder, _) = version_with(&name, "boot.js", |script| format!("{LOCK}\n{script}"))?;
    stage.server().deploy(folder);
    WelcomePage::start(&stage).await?.take_sample().await?;
    assert_eq!(asked(&stage).await?, Vec::<String>::new(), "nobody meets yet");
    stage.open("#/meetings").await?;
    stage.press_in("[data-testid=meeting-kind][data-kind=standup]", "meeting-start").await?;
    stage.see("room").await?;
    until(&stage, "a meeting asks for it", "awake.asked.length === 1 && awake.held === 1").await?;
    assert_eq!(asked(&stage).await?, ["screen"]);
    elsewhere(&stage).await?;
    out_of_sight(&stage).await?;
    after_a_reload(&stage).await?;
    stage.press("room-end").await?;
    stage.see("minutes-group").await?;
    until(&stage, "it is let go of at the end", "awake.held === 0").await?;
    let before = asked(&stage).await?.len();
    turn(&stage, "visible").await?;
    stage.open("#/meetings").await?;
    stage.see("meetings-page").await?;
    assert_eq!(asked(&stage).await?.len(), before, "nobody meets any more");
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The meeting runs on while the board is looked at, and so does the lock.
async fn elsewhere(stage: &Stage) -> Outcome {
    stage.script::<()>("location.hash = '#/leads'", json!([])).await?;
    stage.see("meeting-bar").await?;
    until(stage, "it is held elsewhere, too", "awake.held === 1").await?;
    stage.tap_css("[data-testid=meeting-bar-room]").await?;
    stage.see("room").await.map(drop)
}

/// A browser lets go of it while the page is out of sight: back in sight it is asked for again, and
/// what was held before is given back.
async fn out_of_sight(stage: &Stage) -> Outcome {
    turn(stage, "hidden").await?;
    assert_eq!(asked(stage).await?.len(), 1, "what nobody sees need not be awake");
    turn(stage, "visible").await?;
    until(stage, "it is asked for again", "awake.asked.length === 2 && awake.held === 1").await
}

/// A meeting that is resumed keeps the screen awake as well.
async fn after_a_reload(stage: &Stage) -> Outcome {
    stage.reload().await?;
    stage.see("room").await?;
    until(stage, "it is asked for after a reload", "awake.asked.length === 1 && awake.held === 1").await
}

/// The page goes out of sight, or comes back.
async fn turn(stage: &Stage, state: &str) -> Outcome {
    let turn = "Object.defineProperty(document, 'visibilityState', { configurable: true, value: arguments[0] });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";
    stage.script(turn, json!([state])).await
}

async fn asked(stage: &Stage) -> Outcome<Vec<String>> {
    stage.script("return awake.asked", json!([])).await
}

async fn until(stage: &Stage, what: &str, condition: &str) -> Outcome {
    stage.until(what, &format!("return {condition}")).await
}

//! Somebody goes back as the device has it while something lies over the page.

use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Engine, Outcome, Stage, Story};
use crate::pages::WelcomePage;

/// In Chromium: other browsers have no such gesture.
pub fn story() -> Story {
    Story::new("the device's way back closes what lies over the page, and no page", run)
        .only_in(Engine::Chromium)
}

/// On a desk Chromium takes an Escape that no script has taken for the gesture.
const DEAF: &str =
    "addEventListener('keydown', (event) => event.stopImmediatePropagation(), { capture: true });";

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/leads").await?;
    stage.see("lead-card").await?;
    let pages: u64 = stage.script("return history.length", json!([])).await?;
    stage.script::<()>(DEAF, json!([])).await?;
    stage.press("add-lead").await?;
    stage.see("add-form").await?;
    stage.press_key(Key::Escape).await?;
    stage.until_gone("add-form").await?;
    stage.press("board-filter").await?;
    stage.see("filter-fields").await?;
    stage.press_key(Key::Escape).await?;
    stage.until_gone("filter-fields").await?;
    stage.see("lead-card").await?;
    let (address, after): (String, u64) =
        stage.script("return [location.hash, history.length]", json!([])).await?;
    assert_eq!((address.as_str(), after), ("#/leads", pages));
    Ok(())
}

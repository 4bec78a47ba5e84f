//! Who carries too much of a quarter is seen before quotas are announced, and what would be level
//! goes into the grid in one step, which one undo takes back.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("quotas are seen to be unfair, made level in one step and taken back", run)
        .in_sizes(&[Size::Landscape, Size::Portrait, Size::Phone])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/goals/fair").await?;
    stage.see("fair-picture").await?;
    stage.assert_accessible().await?;
    stage.picture("fair").await?;
    stage.press_css("[data-testid=fair-levels] td .figure").await?;
    stage.see("certificate-formula").await?;
    stage.assert_accessible().await?;
    stage.picture("fair-certificate").await?;
    stage.press_key(thirtyfour::Key::Escape).await?;
    stage.until_gone("certificate-formula").await?;
    let before = quotas(&stage).await?;
    stage.press("fair-take").await?;
    stage.until("another quota", &differs(&before)).await?;
    stage.press("undo").await?;
    stage.until("the quotas of before", &is(&before)).await?;
    stage.see("fair-take-all").await?;
    stage.press("fair-take-all").await?;
    stage.until_gone("fair-take-all").await?;
    stage.picture("fair-level").await?;
    assert_eq!(stage.count("fair-take").await?, 0);
    stage.press("undo").await?;
    stage.see("fair-take-all").await?;
    stage.until("the quotas of before", &is(&before)).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

const QUOTAS: &str = "[...document.querySelectorAll('[data-testid^=fair-row-] td:nth-child(2)')]
    .map(it => it.textContent).join(' ')";

async fn quotas(stage: &Stage) -> Outcome<String> {
    stage.script(&format!("return {QUOTAS}"), json!([])).await
}

fn is(quotas: &str) -> String {
    format!("return {QUOTAS} === {}", json!(quotas))
}

fn differs(quotas: &str) -> String {
    format!("return {QUOTAS} !== {}", json!(quotas))
}

//! A new version is deployed while somebody works.

use serde_json::json;

use crate::harness::{Outcome, Stage, Story, next_version};

/// In both engines.
pub fn story() -> Story {
    Story::new("a new version waits for the user's word", run)
}

async fn run(stage: Stage) -> Outcome {
    stage.start("").await?;
    stage.until_offline_ready().await?;
    let first = build(&stage).await?;

    let (folder, next) = next_version(&format!("update-{}", stage.case.engine.as_str()))?;
    stage.server().deploy(folder);
    stage
        .script::<()>("addEventListener('huddle-update', () => { window.told = true; })", json!([]))
        .await?;
    stage.script::<()>("document.dispatchEvent(new Event('visibilitychange'))", json!([])).await?;
    stage
        .until(
            "the page is told of the new version",
            "return window.told === true && window.huddle.updateWaiting()",
        )
        .await?;

    stage.reload().await?;
    stage.until_ready().await?;
    assert_eq!(build(&stage).await?, first, "a reload alone must not change the version");

    stage.until("the new version still waits", "return window.huddle.updateWaiting()").await?;
    stage.script::<()>("window.huddle.update()", json!([])).await?;
    stage
        .until("the new version runs", &format!("return window.huddle?.build === {next:?}"))
        .await?;
    stage.until_ready().await?;
    stage
        .until(
            "the old version is gone",
            "return caches.keys().then((names) => names.length === 1)",
        )
        .await
}

async fn build(stage: &Stage) -> Outcome<String> {
    stage.script("return window.huddle.build", json!([])).await
}

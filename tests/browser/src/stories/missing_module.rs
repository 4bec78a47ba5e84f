//! A host that lost the module, as after a broken deployment.

use serde_json::json;
use xtask::server::Fault;

use crate::harness::{Outcome, Stage, Story};
use crate::pages::RecoveryPage;

/// In both engines.
pub fn story() -> Story {
    Story::new("without its module the page explains itself and saves the data", run)
}

async fn run(stage: Stage) -> Outcome {
    stage.server().break_path(".wasm", Fault::Missing);
    stage.open("").await?;
    let page = RecoveryPage::see(&stage).await?;
    assert_eq!(page.kind, "start");
    stage.picture("recovery").await?;
    stage.store("huddle/a", "一").await?;
    stage.store("other/b", "2").await?;
    let saved = page.save().await?;
    assert_eq!(
        (&saved["huddle-raw"], &saved["entries"]),
        (&json!(1), &json!({ "huddle/a": "一" }))
    );

    stage.server().heal();
    page.reload().await?;
    stage.until_ready().await
}

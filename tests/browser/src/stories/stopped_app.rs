//! A fault in the program while somebody works.

use serde_json::json;

use crate::harness::{Outcome, Stage, Story};
use crate::pages::RecoveryPage;

/// In both engines.
pub fn story() -> Story {
    Story::new("a stopped app gives way to the recovery page, and a reload goes on", run)
}

async fn run(stage: Stage) -> Outcome {
    stage.start("").await?;
    let trap = "dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))";
    stage.script::<()>(trap, json!([])).await?;
    let page = RecoveryPage::see(&stage).await?;
    assert_eq!(page.kind, "panic");
    page.reload().await?;
    stage.until_ready().await
}

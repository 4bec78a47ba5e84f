//! The recovery page is for everybody.

use serde_json::json;

use crate::harness::{Outcome, Size, Stage, Story};
use crate::pages::RecoveryPage;

/// On a tablet and on a phone.
pub fn story() -> Story {
    Story::new("the recovery page breaks no accessibility rule", run)
        .in_sizes(&[Size::Landscape, Size::Phone])
}

async fn run(stage: Stage) -> Outcome {
    stage.start("").await?;
    stage.script::<()>("window.huddle.fail('panic', 'on purpose')", json!([])).await?;
    RecoveryPage::see(&stage).await?;
    stage.assert_accessible().await
}

//! A meeting room without a network.

use crate::harness::{Outcome, Size, Stage, Story};

/// On a tablet both ways.
pub fn story() -> Story {
    Story::new("the page loads with the server gone", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
}

async fn run(stage: Stage) -> Outcome {
    stage.start("").await?;
    stage.until_offline_ready().await?;
    stage.server().stop();
    stage.reload().await?;
    stage.until_ready().await?;
    stage.open("#/anything").await?;
    stage.until_ready().await
}

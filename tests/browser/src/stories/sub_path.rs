//! A project page of a shared host.

use crate::harness::{Outcome, Stage, Story};

const BASE: &str = "/some/path/";

/// In both engines.
pub fn story() -> Story {
    Story::new("the page works under any path of a host, and offline there", run)
}

async fn run(stage: Stage) -> Outcome {
    stage.serve_under(BASE)?;
    stage.start("").await?;
    stage.until_offline_ready().await?;
    let asked = stage.server().asked();
    assert!(asked.iter().all(|path| path.starts_with(BASE)), "{asked:?}");
    stage.server().stop();
    stage.reload().await?;
    stage.until_ready().await
}

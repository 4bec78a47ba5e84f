//! An address below the page's folder: mistyped, or made by a host that adds to it.

use crate::harness::{Outcome, Stage, Story};

const BASE: &str = "/some/path/";

/// In both engines.
pub fn story() -> Story {
    Story::new("an address below the page's folder leads to the page itself", run)
}

/// Without a worker the host's own answer leads there, afterwards the worker does.
async fn run(stage: Stage) -> Outcome {
    stage.serve_under(BASE)?;
    lead_home(&stage, "a/deep/address#/data").await?;
    stage.until_offline_ready().await?;
    stage.server().stop();
    lead_home(&stage, "another/deep/address#/data").await?;
    lead_home(&stage, "index.html#/data").await
}

async fn lead_home(stage: &Stage, address: &str) -> Outcome {
    stage.browser.goto("about:blank").await?;
    stage.start(address).await?;
    stage.see("data").await?;
    let rail = "document.querySelector('.rail').getBoundingClientRect().width";
    stage.until("the page is dressed", &format!("return {rail} < innerWidth / 2")).await?;
    let here = stage.browser.current_url().await?.to_string();
    let home = stage.server().url();
    assert!(here.strip_prefix(&home).is_some_and(|it| !it.contains("address")), "{here}");
    Ok(())
}

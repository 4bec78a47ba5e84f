//! A part of the module that the host has lost for a while.

use xtask::paths;
use xtask::server::Fault;

use crate::harness::{Outcome, Stage, Story};
use crate::pages::WelcomePage;

const AGAIN: &str = "main .empty button";

/// In both engines.
pub fn story() -> Story {
    Story::new("a page whose part is missing says so, and comes when asked again", run)
}

async fn run(stage: Stage) -> Outcome {
    stage.server().break_path(&file_of("part-data-")?, Fault::Missing);
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/data").await?;
    stage.see_css(AGAIN).await?;
    stage.picture("part-missing").await?;
    stage.open("#/leads").await?;
    stage.see("board").await?;
    stage.open("#/data").await?;
    stage.see_css(AGAIN).await?;

    stage.server().heal();
    stage.tap_css(AGAIN).await?;
    stage.see("data").await?;
    stage.open("#/settings").await?;
    stage.see("settings-page").await.map(drop)
}

/// The name of the file in `dist/` that begins so.
fn file_of(beginning: &str) -> Outcome<String> {
    let names = std::fs::read_dir(paths::dist())?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    Ok(names.into_iter().find(|name| name.starts_with(beginning)).ok_or("dist/ holds the part")?)
}

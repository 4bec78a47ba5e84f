//! The first paint needs no WebAssembly.

use xtask::server::Fault;

use crate::harness::{Outcome, Size, Stage, Story};

/// On every screen.
pub fn story() -> Story {
    Story::new("the shell is painted before the module arrives", run).in_sizes(&[
        Size::Landscape,
        Size::Portrait,
        Size::Phone,
    ])
}

async fn run(stage: Stage) -> Outcome {
    stage.server().break_path(".wasm", Fault::Held);
    stage.open("").await?;
    stage.see_css("#shell").await?;
    stage.picture("shell").await?;
    stage.server().heal();
    stage.until_ready().await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

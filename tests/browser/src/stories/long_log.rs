//! A page that was closed before it had packed what it wrote.

use serde_json::json;

use crate::harness::{Outcome, Stage, Story};
use crate::pages::{Board, Frame, WelcomePage};

/// As if another tab were packing all the time.
const NO_PACKING: &str =
    "navigator.locks.request('huddle/main/compaction', () => new Promise(() => {}))";
/// More changes than a page leaves unpacked at its start, two a round.
const ROUNDS: u32 = 120;

/// In both engines.
pub fn story() -> Story {
    Story::new("the page starts with many changes that no tab has packed yet", run)
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    let board = Board::open(&stage).await?;
    board.add("Qinghe").await?;
    let size = board.size().await?;
    stage.script::<()>(NO_PACKING, json!([])).await?;
    Frame::of(&stage).undo_and_redo(ROUNDS).await?;
    for _ in 0..2 {
        stage.reload().await?;
        stage.until_ready().await?;
        assert_eq!(Board::open(&stage).await?.size().await?, size);
    }
    Ok(())
}

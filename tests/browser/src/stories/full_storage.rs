//! Another app of the same host has filled the storage that both share.

use serde_json::json;

use crate::harness::{Outcome, Stage, Story};
use crate::pages::{Board, DataPage, Frame, WelcomePage};

/// Stores Chinese text, which WebKit counts at two bytes a character, until not one fits any more.
const FILL: &str = "
for (let length = 1 << 20, number = 0; 1 <= length; number += 1) {
  try { localStorage.setItem(`other/${number}`, '满'.repeat(length)); } catch { length = Math.floor(length / 2); }
}";
const EMPTY: &str = "
Object.keys(localStorage).filter((key) => key.startsWith('other/')).forEach((key) => localStorage.removeItem(key));";

/// In both engines, which count differently.
pub fn story() -> Story {
    Story::new("in a full storage the last change is kept, and work goes on once there is room", run)
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    let board = Board::open(&stage).await?;
    board.add("青禾").await?;
    let before = board.size().await?;
    stage.script::<()>(FILL, json!([])).await?;

    board.add("最后").await?;
    assert_eq!(board.size().await?, before + 1, "the last change still fits");
    Frame::of(&stage).until_not_saved().await?;
    board.try_to_add("太多").await?;
    assert_ne!(board.refusal().await?, "", "more is refused with words");
    stage.picture("full").await?;

    stage.reload().await?;
    stage.until_ready().await?;
    let board = Board::open(&stage).await?;
    assert_eq!(board.size().await?, before + 1, "what was taken is stored, what was refused is not");
    Frame::of(&stage).until_not_saved().await?;
    let data = DataPage::open(&stage).await?;
    stage.see_css("[data-testid=data-state][data-state=not-saved]").await?;
    let backup = data.back_up().await?;
    assert!(backup.contains("最后") && !backup.contains("太多"), "the backup holds what is stored");

    stage.script::<()>(EMPTY, json!([])).await?;
    data.make_room().await?;
    Frame::of(&stage).until_saved().await?;
    let board = Board::open(&stage).await?;
    board.add("继续").await?;
    stage.reload().await?;
    stage.until_ready().await?;
    assert_eq!(Board::open(&stage).await?.size().await?, before + 2);
    Frame::of(&stage).until_saved().await
}

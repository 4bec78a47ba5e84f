//! A stored record is damaged: the raw data brings everything else to another tablet.

use serde_json::json;

use crate::harness::{Outcome, Stage, Story};
use crate::pages::{Board, DataPage, Way, WelcomePage};

/// Spoils the last stored change.
const SPOIL: &str = "
const keys = Object.keys(localStorage).filter((key) => key.startsWith('huddle/main/log/'));
const last = keys.sort((a, b) => a.split('/').at(-1) - b.split('/').at(-1)).at(-1);
localStorage.setItem(last, localStorage.getItem(last).slice(0, -9));";

/// In both engines.
pub fn story() -> Story {
    Story::new("raw data is restored as far as it can be read", run)
}

async fn run(old: Stage) -> Outcome {
    WelcomePage::start(&old).await?.take_sample().await?;
    let board = Board::open(&old).await?;
    board.add("青禾").await?;
    let size = board.size().await?;
    board.add("Qinghe").await?;
    old.script::<()>(SPOIL, json!([])).await?;
    old.reload().await?;
    old.until_ready().await?;
    assert_eq!(Board::open(&old).await?.size().await?, size, "all but the spoilt change is there");
    let data = DataPage::open(&old).await?;
    old.see("data-unreadable").await?;
    let raw = old.caught_file(old.press("data-raw")).await?;
    drop(data);

    let new = old.another().await?;
    WelcomePage::start(&new).await?;
    let data = DataPage::open(&new).await?;
    let words = data.look_into(&raw, Way::Merge).await?;
    assert!(words.contains("cannot be read: 1"), "the page says what is lacking: {words}");
    new.picture("raw").await?;
    data.restore().await?;
    assert_eq!(Board::open(&new).await?.size().await?, size);
    Ok(())
}

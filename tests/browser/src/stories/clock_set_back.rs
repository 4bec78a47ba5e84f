//! Somebody sets the tablet's clock back by a day.

use serde_json::json;

use crate::harness::{Engine, Outcome, Stage, Story};
use crate::pages::{Board, LeadPage, WelcomePage};

const YESTERDAY: &str = "
const Today = Date;
const now = () => Today.now() - 86_400_000;
globalThis.Date = class extends Today {
  constructor(...moment) { super(...(moment.length === 0 ? [now()] : moment)); }
  static now() { return now(); }
};";

/// In Chromium: only its driver changes the clock before the page starts.
pub fn story() -> Story {
    Story::new("after the clock was set back new changes still count", run)
        .only_in(Engine::Chromium)
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    let board = Board::open(&stage).await?;
    board.add("Before").await?;
    let (lead, size) = (board.first_lead().await?, board.size().await?);
    LeadPage::open(&stage, &lead).await?.set_amount("11111").await?;

    let script = json!({ "source": YESTERDAY });
    stage.browser.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
    start_again(&stage).await?;
    stage.until("it is yesterday", "return Date.now() < performance.timeOrigin").await?;
    LeadPage::open(&stage, &lead).await?.set_amount("22222").await?;
    Board::open(&stage).await?.add("After").await?;
    assert_there(&stage, &lead, size + 1).await?;
    start_again(&stage).await?;
    assert_there(&stage, &lead, size + 1).await?;
    stage.open_tab().await?;
    stage.start("#/leads").await?;
    assert_there(&stage, &lead, size + 1).await
}

async fn assert_there(stage: &Stage, lead: &str, size: usize) -> Outcome {
    assert_eq!(LeadPage::open(stage, lead).await?.amount().await?, "$22,222");
    assert_eq!(Board::open(stage).await?.size().await?, size);
    Ok(())
}

async fn start_again(stage: &Stage) -> Outcome {
    stage.reload().await?;
    stage.until_ready().await
}

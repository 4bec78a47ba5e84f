//! A manager's Monday: her CRM's export, the board, a goal, and a room without a network.

use serde_json::json;

use crate::harness::{Engine, Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, ImportPage};

/// On a tablet both ways, in both languages.
pub fn story() -> Story {
    Story::new("real files are imported, worked on, and there again without a network", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
        .in_pairs()
}

async fn run(stage: Stage) -> Outcome {
    stage.start("#/data/import").await?;
    ImportPage::here(&stage).bring_in().await?;
    stage.open("#/leads").await?;
    stage.see("lead-card").await?;
    stage.picture("board").await?;
    let before = counts(&stage).await?;
    Board::here(&stage).carry_to_the_right().await?;
    stage
        .until(
            "a card has changed its column",
            &format!("return !(() => {{ {} }})()", counted(&before)),
        )
        .await?;
    let moved = counts(&stage).await?;
    stage.press("undo").await?;
    stage.until("the card is back", &counted(&before)).await?;
    stage.press("redo").await?;
    stage.until("the card is there again", &counted(&moved)).await?;
    set_a_goal(&stage).await?;
    stage.until_offline_ready().await?;
    stage.server().stop();
    stage.reload().await?;
    stage.until_ready().await?;
    stage.see("goals-headline-won").await?;
    stage.open("#/leads").await?;
    stage.until("the board is as it was", &counted(&moved)).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The counts in the heads of the columns.
async fn counts(stage: &Stage) -> Outcome<Vec<String>> {
    stage
        .until(
            "the counts stand",
            "return document.querySelectorAll('[data-testid=column-count]').length > 3",
        )
        .await?;
    let script = "return [...document.querySelectorAll('[data-testid=column-count]')].map(it => it.textContent)";
    stage.script(script, json!([])).await
}

fn counted(counts: &[String]) -> String {
    let wanted = json!(counts).to_string();
    format!(
        "return JSON.stringify([...document.querySelectorAll('[data-testid=column-count]')].map(it => it.textContent)) === '{wanted}'"
    )
}

/// The company's goal for the last quarter of the data.
async fn set_a_goal(stage: &Stage) -> Outcome {
    stage.open("#/goals/2017-Q4").await?;
    stage.tap("quota-company").await?;
    stage.fill("quota-input", "3000000").await?;
    let enter = if stage.case.engine == Engine::WebKit { "\u{e007}" } else { "\u{e006}" };
    stage.see("quota-input").await?.send_keys(enter).await?;
    stage.until_gone("quota-input").await?;
    stage.picture("goals").await.map(drop)
}

//! The board cut into lanes: a card goes from lane to lane by finger and back, a lane folds.

use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Engine, Lang, Outcome, Point, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a card carried to another lane gets another priority, and one step takes it back", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/leads?lanes=owner&outcome=open").await?;
    stage.see("lane").await?;
    stage.picture("lanes-of-people").await?;
    stage.open("#/leads?lanes=priority&outcome=open").await?;
    stage.see("lead-card").await?;
    stage.picture("lanes").await?;
    carry_down(&stage).await?;
    if stage.case.engine == Engine::Chromium {
        move_by_keys(&stage).await?;
    }
    fold(&stage).await?;
    let sum = "[data-testid=lane-sum] button";
    stage.tap_css(sum).await?;
    stage.see_css(".certificate__figure").await?;
    stage.picture("lane-explained").await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// How many leads each lane has.
async fn counts(stage: &Stage) -> Outcome<Vec<usize>> {
    stage.script(&format!("return {COUNTS}"), json!([])).await
}

const COUNTS: &str = "[...document.querySelectorAll('[data-testid=lane-count]')].map((it) => Number(it.textContent))";

async fn until_counts(stage: &Stage, wanted: &[usize]) -> Outcome {
    let shown = format!("return JSON.stringify({COUNTS}) === '{}'", json!(wanted));
    stage.until(&format!("the lanes have {wanted:?} leads"), &shown).await
}

/// Carries the first card of the first lane to the second lane's cell of the next column.
async fn carry_down(stage: &Stage) -> Outcome {
    stage.press("lane-fold").await?;
    let fold = "return document.querySelector('[data-testid=lane-fold]').getAttribute('aria-expanded')";
    assert_eq!(stage.script::<String>(fold, json!([])).await?, "false");
    let from = stage.middle_of("lead-card").await?;
    let before = counts(stage).await?;
    let there: Point = stage
        .script(
            "const cell = document.querySelectorAll('[data-testid=lane-cell]')[1];
             const box = cell.getBoundingClientRect();
             return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + 20) };",
            json!([]),
        )
        .await?;
    stage.drag(from, there).await?;
    let after = [before[0] + 1, before[1] - 1];
    let shown = format!("const counts = {COUNTS}; return counts[0] === {} && counts[1] === {}", after[0], after[1]);
    stage.until("the card is in the other lane", &shown).await?;
    stage.press("undo").await?;
    until_counts(stage, &before).await?;
    stage.script::<()>("document.querySelector('.stack').scrollTop = 0", json!([])).await?;
    stage.press("lane-fold").await
}

/// Lifts the first card by key, brings it one lane down, and drops it.
async fn move_by_keys(stage: &Stage) -> Outcome {
    let before = counts(stage).await?;
    let focus = "document.querySelector('[data-testid=lead-card]').focus()";
    stage.script::<()>(focus, json!([])).await?;
    for key in [Key::Space, Key::Down, Key::Space] {
        stage.press_key(key).await?;
    }
    let shown = format!("return ({COUNTS})[0] === {}", before[0] - 1);
    stage.until("the card is one lane down", &shown).await?;
    stage.until_focus("[data-testid=lead-card]").await?;
    stage.press("undo").await?;
    stage.until("the card is back", &format!("return ({COUNTS})[0] === {}", before[0])).await
}

/// A folded lane shows no cards and still says what it has.
async fn fold(stage: &Stage) -> Outcome {
    stage.script::<()>("document.querySelector('.stack').scrollTop = 0", json!([])).await?;
    let cards = stage.count("lead-card").await?;
    stage.press("lane-fold").await?;
    let fewer = "return document.querySelector('[data-testid=lane][data-folded]').querySelectorAll('[data-testid=lead-card]').length === 0";
    stage.until("the lane is folded", fewer).await?;
    assert!(0 < cards && 0 < counts(stage).await?[0]);
    stage.press("lane-fold").await
}

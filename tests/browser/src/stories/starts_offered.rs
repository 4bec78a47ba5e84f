//! Where there is no plan, no catalogue and no ladder yet, a usual one is there with one press, and
//! gone again with one step back.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet, in both languages and engines.
pub fn story() -> Story {
    Story::new("empty pages of pay, rewards and the ladder offer a start", run)
        .in_sizes(&[Size::Landscape])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.begin_empty().await?;
    stage.open("#/rewards").await?;
    stage.press("catalogue-start").await?;
    until_count(&stage, "item", 4).await?;
    stage.picture("catalogue").await?;
    stage.press("undo").await?;
    stage.see("catalogue-start").await?;
    stage.open("#/career").await?;
    stage.press("career-start").await?;
    until_count(&stage, "level", 3).await?;
    stage.assert_accessible().await?;
    stage.picture("ladder").await?;
    stage.press("undo").await?;
    stage.see("career-start").await?;
    stage.open("#/pay").await?;
    stage.press("pay-start").await?;
    stage.see("pay-builder").await?;
    stage.see("pay-step").await?;
    stage.see_css("[data-testid=pay-field-cap] input").await?;
    stage.assert_accessible().await?;
    stage.picture("plan").await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn until_count(stage: &Stage, test_id: &str, count: usize) -> Outcome {
    let script =
        format!("return document.querySelectorAll('[data-testid={test_id}]').length === {count}");
    stage.until("there are as many", &script).await
}

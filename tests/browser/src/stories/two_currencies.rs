//! A deal in another currency: the column says which rate is missing; stated, column and lane say
//! what all of it is worth, and so does an indicator.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a column and a lane of two currencies are converted at the stated rate", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/leads").await?;
    stage.press("column-add").await?;
    stage.see("quick-line").await?.send_keys("Lumen Optics, €50000\u{e007}").await?;
    let said = "document.querySelector('[data-testid=column-converted]')?.textContent";
    stage.until("the missing rate is named", &format!("return {said}?.includes('EUR')")).await?;
    state_rate(&stage).await?;
    stage.open("#/leads").await?;
    says_about(&stage, "column-converted").await?;
    stage.picture("currencies-column").await?;
    stage.open("#/leads?lanes=owner").await?;
    says_about(&stage, "lane-converted").await?;
    stage.picture("currencies-lane").await?;
    stage.open("#/goals/indicators").await?;
    stage.press_css("[data-measure=open_amount]").await?;
    let notes = "document.querySelector('[data-testid=indicator-notes]')?.textContent";
    let is_told = format!("return /≈.*1 EUR.*1.15/.test({notes})");
    stage.until("the indicator says at which rate it converts", &is_told).await?;
    stage.picture("currencies-indicator").await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// A rate of the euro, stated in the settings.
async fn state_rate(stage: &Stage) -> Outcome {
    stage.open("#/settings").await?;
    stage.press("rate-add").await?;
    stage.see_css("[data-testid=rate-currency] option[value=EUR]").await?.click().await?;
    stage.see_css("[data-testid=rate-worth] input").await?.send_keys("1.15").await?;
    stage.press("rate-save").await?;
    stage.until_gone("rate-form").await?;
    stage.see("rate-row").await?;
    stage.picture("currencies-rate").await.map(drop)
}

/// The sum in the team's currency is there, and no rate is missing.
async fn says_about(stage: &Stage, where_to: &str) -> Outcome {
    let said = format!("document.querySelector('[data-testid={where_to}]')?.textContent");
    let is_sum = format!("return /^≈.*\\d/.test({said})");
    stage.until("the sum in the team's currency is said", &is_sum).await
}

//! Each goal is checked: five letters in its row open into five sentences; a quota out of all
//! measure is said to be out of reach, with the figures that say so. The goals are read by week.

use thirtyfour::Key;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a goal is checked by five letters that open into sentences", run)
        .in_sizes(&[Size::Landscape, Size::Portrait, Size::Phone])
        .in_langs(&[Lang::En, Lang::Zh])
}

const ATTAINABLE: &str = "[data-testid=smart-company] [data-grade]:nth-child(3)";

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/goals").await?;
    stage.see("smart-company").await?;
    stage.see_css(&format!("{ATTAINABLE}:not([data-grade=unknown])")).await?;
    // Teams and people land by their forecasts as the company does.
    stage.see("goal-forecast-company").await?;
    stage
        .see_css("[data-testid^='goal-forecast-team:'], [data-testid^='goal-forecast-person:']")
        .await?;
    stage.picture("goals-checked").await?;
    week(&stage).await?;
    stage.press("smart-company").await?;
    stage.see("smart-line").await?;
    assert_eq!(stage.count("smart-line").await?, 5);
    stage.assert_accessible().await?;
    stage.picture("smart").await?;
    stage.press_key(Key::Escape).await?;
    stage.until_gone("smart-line").await?;
    stage.press("quota-company").await?;
    stage.until_focus("[data-testid=quota-input]").await?;
    stage.type_text("9000000000").await?;
    stage.press_key(Key::Enter).await?;
    stage.see_css(&format!("{ATTAINABLE}[data-grade=no]")).await?;
    stage.press("smart-company").await?;
    stage.see_css("[data-testid=smart-line][data-grade=no]").await?;
    stage.picture("smart-out-of-reach").await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The goals read for the running week; what was won in it opens its leads.
async fn week(stage: &Stage) -> Outcome {
    stage.see("goals-week").await?;
    stage.press_css("[data-testid=goals-week-company] td:nth-child(2) .figure").await?;
    stage.see("certificate-formula").await?;
    stage.assert_accessible().await?;
    stage.picture("goals-week").await?;
    stage.press_key(Key::Escape).await?;
    stage.until_gone("certificate-formula").await
}

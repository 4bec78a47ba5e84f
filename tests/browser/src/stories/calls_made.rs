//! Deals are called by rep and manager side by side; a stage move overwrites neither.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("calls of rep and manager stand side by side and survive a stage move", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

const LEAD: &str = "[data-testid=lead-calls]";

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/forecast").await?;
    stage.see("forecast-headline").await?;
    stage.tap_css("[data-testid=forecast-nav] a:nth-child(2)").await?;
    stage.see("calls-headline").await?;
    stage.see("calls-row").await?;
    stage.picture("calls").await?;
    stage.assert_accessible().await?;
    call_one(&stage).await?;
    survive_a_move(&stage).await?;
    stage.open("#/forecast/calls").await?;
    stage.see("calls-commit").await?;
    stage.picture("calls-after").await?;
    let tables = "document.querySelector('[data-testid=calls-people]').scrollIntoView(); return true";
    stage.until("the tables are in sight", tables).await?;
    stage.picture("calls-tables").await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The rep commits to the largest deal without a call: it moves to the commits and counts.
async fn call_one(stage: &Stage) -> Outcome {
    let before = stage.text("calls-figure").await?;
    let uncalled = "[data-testid=calls-uncalled] [data-testid=calls-row]";
    let choice = format!("{uncalled} [data-testid=call-rep-commit]");
    tap(stage, &choice).await?;
    is_there(stage, "[data-testid=calls-commit]").await?;
    let other = format!(
        "return document.querySelector('[data-testid=calls-figure]').textContent !== {before:?}"
    );
    stage.until("it is counted", &other).await?;
    let deal = "[data-testid=calls-commit] .calls__deal";
    tap(stage, deal).await?;
    is_there(stage, "[data-testid=lead-calls]").await
}

/// The manager calls the same deal otherwise; it comes to another stage; both calls stay.
async fn survive_a_move(stage: &Stage) -> Outcome {
    let manager = format!("{LEAD} [data-testid=call-manager-pipeline]");
    tap(stage, &manager).await?;
    is_there(stage, &format!("{manager}[aria-pressed=true]")).await?;
    is_there(stage, "[data-testid=call-history]").await?;
    stage.press("lead-move").await?;
    stage.see("move-choice").await?;
    let forward = "return [...document.querySelectorAll('[data-testid=move-choice]')]
        .filter(it => !it.disabled)[1].click()";
    stage.script::<()>(forward, serde_json::json!([])).await?;
    stage.until_gone("move-choice").await?;
    is_there(stage, &format!("{LEAD} [data-testid=call-rep-commit][aria-pressed=true]")).await?;
    is_there(stage, &format!("{manager}[aria-pressed=true]")).await?;
    let open = "const told = document.querySelector('[data-testid=call-history]');
        told.open = true; told.scrollIntoView({ block: 'end' });
        return 2 <= told.querySelectorAll('[data-testid=call-event]').length";
    stage.until("each call has its history", open).await?;
    stage.picture("lead-calls").await?;
    stage.assert_accessible().await
}

async fn is_there(stage: &Stage, selector: &str) -> Outcome {
    let script = format!("return Boolean(document.querySelector({selector:?}))");
    stage.until("it is there", &script).await
}

/// Presses what a selector finds, once it is there. WebKitWebDriver takes buttons far down a page
/// for hidden.
async fn tap(stage: &Stage, selector: &str) -> Outcome {
    is_there(stage, selector).await?;
    let press = format!("document.querySelector({selector:?}).click()");
    stage.script(&press, serde_json::json!([])).await
}

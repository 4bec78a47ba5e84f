//! A lead is claimed out of the pool up to the limit, and goes back for a reason. Beyond the limit
//! every lead says why it is not possible, and the manager gives one all the same.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a lead of the pool is claimed up to the limit and returned with a reason", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/leads/pool").await?;
    let waiting = rows(&stage).await?;
    stage.press("pool-claim").await?;
    stage.see_css("[data-testid=pool-refused]:not(:empty)").await?;
    stage.see_css("[data-testid=pool-person] option:nth-child(2)").await?.click().await?;
    enter(&stage, "pool-limit", "1").await?;
    stage.press("pool-rules-save").await?;
    claim_one(&stage, waiting).await?;
    give_all_the_same(&stage, waiting - 1).await?;
    give_back(&stage, waiting - 1).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The first lead of the pool is claimed; its own page says by whom.
async fn claim_one(stage: &Stage, waiting: usize) -> Outcome {
    let lead = stage.see_css("[data-testid=pool-row] a").await?.attr("href").await?;
    stage.script::<()>("window.claimed = new URL(arguments[0], location.href).hash", serde_json::json!([lead])).await?;
    stage.press("pool-claim").await?;
    until_rows(stage, waiting - 1).await
}

/// The rows say before the press that it is not possible, and the press says what would change it.
async fn give_all_the_same(stage: &Stage, waiting: usize) -> Outcome {
    stage.see_css("[data-testid=pool-row][data-barred=true]").await?;
    stage.picture("pool").await?;
    stage.press("pool-claim").await?;
    stage.see_css("[data-testid=pool-why-words]:not(:empty)").await?;
    stage.picture("pool-why-not").await?;
    stage.press("pool-give").await?;
    stage.until_gone("pool-why").await?;
    until_rows(stage, waiting - 1).await
}

async fn give_back(stage: &Stage, waiting: usize) -> Outcome {
    stage.script::<()>("location.hash = window.claimed", serde_json::json!([])).await?;
    stage.see_css("[data-testid=lead-claim-words]:not(:empty)").await?;
    stage.press("lead-return").await?;
    stage.press("return-save").await?;
    stage.see_css("[data-testid=form-refused]:not(:empty)").await?;
    stage.picture("lead-return").await?;
    enter(stage, "return-reason", "Too far").await?;
    stage.press("return-save").await?;
    stage.until_gone("lead-claim").await?;
    stage.open("#/leads/pool").await?;
    until_rows(stage, waiting).await
}

async fn rows(stage: &Stage) -> Outcome<usize> {
    stage.see("pool-row").await?;
    Ok(stage.all("pool-row").await?.len())
}

async fn until_rows(stage: &Stage, rows: usize) -> Outcome {
    let script =
        format!("return document.querySelectorAll('[data-testid=pool-row]').length === {rows}");
    stage.until(&format!("{rows} leads wait"), &script).await
}

async fn enter(stage: &Stage, field: &str, text: &str) -> Outcome {
    let input = stage.see_css(&format!("[data-testid={field}] input")).await?;
    input.clear().await?;
    Ok(input.send_keys(text).await?)
}

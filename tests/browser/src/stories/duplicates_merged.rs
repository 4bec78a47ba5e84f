//! A customer that is there twice is found, compared, merged and taken apart again; a lead's
//! address outlives its merge.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, WelcomePage};

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("duplicates are compared, merged, taken apart, and told apart", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.begin_empty().await?;
    for customer in ["Acme Instruments Ltd", "Acme Instruments GmbH"] {
        add_lead(&stage, customer).await?;
    }
    stage.open("#/customers").await?;
    stage.tap_css("[data-testid=customers-duplicates]").await?;
    pairs(&stage, 1).await?;
    stage.picture("duplicates").await?;
    stage.press("duplicates-pair").await?;
    stage.see("duplicates-compare").await?;
    let second = "[data-testid=duplicates-keep] label:nth-of-type(2)";
    stage.tap_css(second).await?;
    stage.picture("duplicates-compare").await?;
    stage.press("duplicates-merge").await?;
    pairs(&stage, 0).await?;
    stage.picture("duplicates-none").await?;
    stage.press("undo").await?;
    pairs(&stage, 1).await?;
    stage.press("redo").await?;
    pairs(&stage, 0).await?;
    merge_leads(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn pairs(stage: &Stage, count: usize) -> Outcome {
    let script = format!(
        "return document.querySelectorAll('[data-testid=duplicates-pair]').length === {count}"
    );
    stage.until(&format!("{count} pairs are offered"), &script).await
}

async fn add_lead(stage: &Stage, customer: &str) -> Outcome {
    Board::open(stage).await?;
    stage.press("add-lead").await?;
    stage.see_css("[data-testid=lead-customer] input").await?.send_keys(customer).await?;
    stage.see_css("[data-testid=lead-customer] + .field input").await?.send_keys("Servers").await?;
    stage.press("add-save").await?;
    stage.until_gone("add-form").await
}

/// Both leads are of one customer now; the address of the one that goes leads to the other, which
/// shows both histories.
async fn merge_leads(stage: &Stage) -> Outcome {
    stage.open("#/leads").await?;
    stage.until("both leads stand", "return document.querySelectorAll('[data-testid=lead-card]').length === 2").await?;
    let script = "return [...document.querySelectorAll('[data-testid=lead-card]')].map((it) => it.hash)";
    let addresses: Vec<String> = stage.script(script, json!([])).await?;
    stage.open("#/duplicates").await?;
    stage.tap_css("[data-testid=duplicates-kind] label:nth-of-type(2)").await?;
    pairs(stage, 1).await?;
    stage.press("duplicates-pair").await?;
    stage.picture("duplicates-leads").await?;
    stage.press("duplicates-merge").await?;
    pairs(stage, 0).await?;
    let mut gone = 0;
    for address in addresses {
        // From a page without leads, or the lead before could be taken for this one.
        stage.open("#/more").await?;
        stage.see("more-page").await?;
        stage.open(&address).await?;
        stage.see_css("[data-testid=lead], [data-testid=lead-kept]").await?;
        if stage.count("lead-kept").await? == 1 {
            gone += 1;
            stage.picture("duplicates-gone").await?;
            stage.tap_css("[data-testid=lead-kept]").await?;
            stage.see("lead").await?;
        }
        stage.until("both histories stand", "return document.querySelectorAll('[data-testid=history-event]').length >= 4").await?;
    }
    assert_eq!(gone, 1);
    stage.picture("duplicates-history").await.map(drop)
}

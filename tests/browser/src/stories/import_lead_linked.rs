//! A file of another system brings a lead that is there under another key: it is offered, added to
//! the one that is there, taken back in one step; and the file imported again leads there by itself.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{ImportPage, WelcomePage};

const FIRST: &str = "Record Id,Deal Name,Account Name,Amount,Stage,Closing Date
zcrm_1,Pumps,Acme Instruments Ltd,1000,Qualification,2026-12-01
";

const SECOND: &str = "Record Id,Deal Name,Account Name,Amount,Stage,Closing Date
zcrm_8,Pumps 2027,ACME instruments GmbH,1000,Qualification,2026-12-05
zcrm_9,Hoses,Borealis Foods,2000,Qualification,2026-12-02
";

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a lead of a file is added to the one that is there and stays known", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.begin_empty().await?;
    ImportPage::try_out(&stage, "first.csv", FIRST).await?;
    stage.press("import-commit").await?;
    stage.see("import-done").await?;
    leads(&stage, 1).await?;
    ImportPage::try_out(&stage, "second.csv", SECOND).await?;
    assert_eq!(counts(&stage).await?, ["2", "0", "0", "0"]);
    assert_eq!(stage.count("import-lead-link").await?, 0, "its customer is another so far");
    stage.see_css("[data-testid=import-link] input").await?.click().await?;
    stage.see_css("[data-testid=import-lead-link] input").await?.click().await?;
    stage.see_css("[data-testid=import-lead-link] input:checked").await?;
    assert_eq!(counts(&stage).await?, ["1", "1", "0", "0"]);
    stage.picture("import-lead-links").await?;
    stage.assert_accessible().await?;
    stage.press("import-commit").await?;
    stage.see("import-done").await?;
    leads(&stage, 2).await?;
    stage.press("undo").await?;
    leads(&stage, 1).await?;
    stage.press("redo").await?;
    leads(&stage, 2).await?;
    ImportPage::try_out(&stage, "second.csv", SECOND).await?;
    assert_eq!(counts(&stage).await?, ["0", "0", "2", "0"]);
    assert_eq!(stage.count("import-lead-link").await?, 0, "the file leads there by itself");
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// New, changed, unchanged, not taken.
async fn counts(stage: &Stage) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('[data-testid=import-counts] .counts__figure')]
        .map((it) => it.textContent)";
    stage.script(script, json!([])).await
}

async fn leads(stage: &Stage, count: usize) -> Outcome {
    stage.open("#/leads").await?;
    let script =
        format!("return document.querySelectorAll('[data-testid=lead-card]').length === {count}");
    stage.until(&format!("there are {count} leads"), &script).await
}

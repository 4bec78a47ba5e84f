//! A long import, and somebody who thinks better of it.

use std::fmt::Write;

use serde_json::json;

use crate::harness::{Outcome, Stage, Story};
use crate::pages::{ImportPage, WelcomePage};

const ROWS: usize = 10_000;
/// Takes the file in, and stops that as soon as some of it is done. The page's own observer taps:
/// a driver may come too late.
const STOP_UNDERWAY: &str = "
const stop = (_, observer) => {
  const progress = document.querySelector('[data-testid=import-progress]');
  if (!(0 < progress?.querySelector('progress')?.value)) return;
  observer.disconnect();
  progress.querySelector('button').click();
};
new MutationObserver(stop).observe(document.body, { attributes: true, childList: true, subtree: true });
document.querySelector('[data-testid=import-commit] button').click();";
const STORED: &str = "
return Object.entries(localStorage).filter(([key]) => key.startsWith('huddle/main/')).sort();";

/// In both engines.
pub fn story() -> Story {
    Story::new("a running import can be stopped, and nothing has changed", run)
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.begin_empty().await?;
    ImportPage::try_out(&stage, "leads.csv", &leads()).await?;
    stage.see_css("[data-testid=import-commit] button:enabled").await?;
    let before: Vec<(String, String)> = stage.script(STORED, json!([])).await?;
    stage.script::<()>(STOP_UNDERWAY, json!([])).await?;
    stage.see("import-remark").await?;
    stage.picture("stopped").await?;
    stage.until_gone("import-progress").await?;
    let after: Vec<(String, String)> = stage.script(STORED, json!([])).await?;
    assert_eq!(before, after, "nothing was stored");

    stage.press("import-commit").await?;
    stage.see("import-done").await.map(drop)
}

fn leads() -> String {
    let head = "Opportunity,Account,Sales Agent,Deal Stage,Engage Date,Close Value\n";
    let mut text = String::from(head);
    for row in 0..ROWS {
        let (account, agent) = (row % 400, row % 20);
        let _ = writeln!(
            text,
            "Order {row},Account {account},Agent {agent},Engaging,2026-01-15,{}",
            1000 + row
        );
    }
    text
}

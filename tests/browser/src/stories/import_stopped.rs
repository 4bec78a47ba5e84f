//! A long import, and somebody who thinks better of it.

use serde_json::json;
use std::fmt::Write;
use thirtyfour::Key;

use crate::harness::{Outcome, Stage, Story};
use crate::pages::WelcomePage;

const ROWS: usize = 10_000;

/// In both engines.
pub fn story() -> Story {
    Story::new("a running import can be stopped, and nothing has changed", run)
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.begin_empty().await?;
    let before = stored(&stage).await?;
    stage.open("#/data/import").await?;
    stage.see("import-drop").await?;
    stage.choose_file("import-input", "leads.csv", &leads()).await?;
    stage.see("import-columns").await?;
    stage.press("import-next").await?;
    stage.see("import-counts").await?;
    let commit = "[data-testid=import-commit] button:enabled";
    stage.see_css(commit).await?;
    // What the search is made of is here from now on.
    stage.press("search").await?;
    stage.see_css("dialog[open] .search__box").await?;
    stage.press_key(Key::Escape).await?;
    stage.until("the search is closed", "return !document.querySelector('dialog[open]')").await?;
    stop_while_saving(&stage).await?;
    stage.see_css(commit).await?;
    stage.until_gone("import-progress").await?;
    assert_eq!(stage.count("import-done").await?, 0);
    assert_eq!(stored(&stage).await?, before, "what was stored");
    stage.open("#/leads").await?;
    stage.reload().await?;
    stage.until_ready().await?;
    stage.see("leads-page").await?;
    let leads = "return [...document.querySelectorAll('[data-testid=column-count]')]
        .every((it) => it.textContent.trim() === '0')";
    stage.until("the board is empty", leads).await
}

/// Begins the import and stops it as soon as it says how far it is. The taps are the page's own:
/// on a fast machine a driver may come too late. Between them the search is opened, which is
/// answered while the import runs.
async fn stop_while_saving(stage: &Stage) -> Outcome {
    let answered: bool = stage
        .script(
            "const find = (selector) => document.querySelector(selector);
             const frame = () => new Promise(requestAnimationFrame);
             const running = () => find('[data-testid=import-progress]');
             find('[data-testid=import-commit] button').click();
             while (!running()) await frame();
             find('[data-testid=search] button').click();
             while (running() && !find('dialog[open] .search__box')) await frame();
             const answered = Boolean(running());
             find('dialog[open] .dialog__close button').click();
             find('[data-testid=import-progress] button')?.click();
             return answered;",
            json!([]),
        )
        .await?;
    assert!(answered, "the search opened while the import ran");
    Ok(())
}

/// Every key of the board's data and its text.
async fn stored(stage: &Stage) -> Outcome<Vec<(String, String)>> {
    stage
        .script(
            "return Object.entries(localStorage).filter(([key]) => key.startsWith('huddle/main/')).sort()",
            json!([]),
        )
        .await
}

fn leads() -> String {
    let mut text = String::from("Opportunity,Account,Sales Agent,Deal Stage,Engage Date,Close Value\n");
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

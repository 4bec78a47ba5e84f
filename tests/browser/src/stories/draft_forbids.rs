//! What a rule forbids stands at the end of a draft's leads and says why; who is full is passed
//! over.

use serde_json::json;

use crate::harness::{Engine, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// Rules are the same in both engines; the tablet is as it lies in a meeting.
pub fn story() -> Story {
    Story::new("a draft says why a lead is not possible, and why somebody is passed over", run)
        .only_in(Engine::Chromium)
        .in_sizes(&[Size::Landscape, Size::Portrait])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    know(&stage, "Aisha Rahman", "person-skills", "Warehouse Suite").await?;
    know(&stage, "Chloe Martin", "person-capacity", "0").await?;
    stage.open("#/leads/assign").await?;
    stage.press("assign-rules").await?;
    stage.tap_css("[data-testid=assign-rules-form] label").await?;
    let holds = "return document.querySelector('[data-testid=assign-rules-form] label input').checked";
    stage.until("the rule holds", holds).await?;
    stage.open("#/leads/draft").await?;
    stage.see("draft-set-up").await?;
    stage.tap_css("[data-testid=draft-pool] label:last-of-type").await?;
    stage.press("draft-begin").await?;
    ask_why_not(&stage).await?;
    look_for(&stage).await?;
    stage.press("draft-pick").await?;
    stage.see("draft-passed-over").await?;
    stage.picture("draft-passed-over").await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Says something of the person of a name.
async fn know(stage: &Stage, name: &str, field: &str, text: &str) -> Outcome {
    stage.open("#/team").await?;
    stage.see_css("[data-testid=team-table] a").await?;
    let open = "[...document.querySelectorAll('[data-testid=team-table] a')]
        .find((it) => it.textContent.includes(arguments[0])).click()";
    stage.script::<()>(open, json!([name])).await?;
    stage.press("person-edit").await?;
    let input = stage.see_css(&format!("[data-testid={field}] input")).await?;
    input.clear().await?;
    input.send_keys(text).await?;
    stage.press("person-save").await?;
    stage.until_gone("person-form").await
}

/// The last of the leads is not possible, and says so when asked.
async fn ask_why_not(stage: &Stage) -> Outcome {
    stage.see("draft-offer").await?;
    let down = "const it = document.querySelector('.draft__list .window');
                it.scrollTop = it.scrollHeight";
    stage.script::<()>(down, json!([])).await?;
    // The list is drawn anew while it scrolls, so the last row built need not be the last there is,
    // and what is found is pressed in the same breath.
    let ask = "const last = document.querySelector('[data-testid=draft-list] [role=listitem]:last-child');
               const isLast = last?.ariaPosInSet === last?.ariaSetSize;
               const button = isLast && last?.querySelector('[data-barred=true] button');
               button?.click();
               return Boolean(button)";
    stage.until("the last lead is not possible", ask).await?;
    stage.see_css("[data-testid=draft-list] button[aria-expanded=true]").await?;
    let note = "return document.querySelector('[data-testid=draft-list] [role=listitem]:last-child [data-testid=draft-offer-note]')?.textContent.startsWith('Does not know')";
    stage.until("it says what is missing", note).await?;
    stage.picture("draft-why-not").await.map(drop)
}

/// The list is narrowed by what is typed.
async fn look_for(stage: &Stage) -> Outcome {
    let input = stage.see_css("[data-testid=draft-search] input").await?;
    input.send_keys("no such lead").await?;
    stage.see("draft-found-none").await?;
    input.clear().await?;
    input.send_keys("a\u{8}").await?;
    stage.until_gone("draft-found-none").await
}

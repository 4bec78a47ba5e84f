//! Leads are handed out: asked why, one chosen by hand, accepted, taken back, a book handed over.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// How many of the sample's leads are nobody's.
const FREE: usize = 3;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("leads are proposed, explained, chosen by hand, accepted and taken back", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/leads/assign").await?;
    proposed(&stage, FREE).await?;
    stage.picture("assign").await?;
    look_for(&stage).await?;
    choose_by_hand(&stage).await?;
    come_back(&stage).await?;
    stage.press("assign-accept").await?;
    stage.until_gone("assign-row").await?;
    stage.picture("assign-nothing").await?;
    stage.press("undo").await?;
    proposed(&stage, FREE).await?;
    hand_over(&stage).await?;
    change_the_rules(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn proposed(stage: &Stage, leads: usize) -> Outcome {
    let rows = format!(
        "return document.querySelectorAll('[data-testid=assign-to]').length === {leads}"
    );
    stage.until("the leads are proposed", &rows).await
}

/// Somebody else than proposed gets the first lead, and the table says so.
async fn choose_by_hand(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=assign-row] button").await?;
    stage.see("assign-candidate").await?;
    stage.see("assign-parts").await?;
    let reasons = texts(stage, "[data-testid=assign-candidate] .section__note").await?;
    assert!(10 < reasons.len() && !reasons.contains(&String::new()), "{reasons:?}");
    stage.picture("assign-why").await?;
    let give = "[data-testid=assign-candidate]:nth-child(2) button";
    stage.tap_css(give).await?;
    stage.see("assign-as-proposed").await?;
    stage.see_css("[data-testid=assign-candidate]:nth-child(1) button").await?;
    stage.tap_css(".sheet__head button").await?;
    stage.until_gone("assign-why").await
}

/// The leads are narrowed by what is typed, and by whose they would be.
async fn look_for(stage: &Stage) -> Outcome {
    let input = stage.see_css("[data-testid=assign-page] .search__box").await?;
    input.send_keys("no such lead").await?;
    stage.until_gone("assign-row").await?;
    let counted = "return document.querySelector('[data-testid=assign-count]').textContent !== ''";
    stage.until("it is said how many of all are listed", counted).await?;
    stage.press_css("[data-testid=assign-page] .search .icon-button").await?;
    proposed(stage, FREE).await?;
    let owners = texts(stage, "[data-testid=assign-to]").await?;
    let first = owners.first().cloned().unwrap_or_default();
    let theirs = owners.iter().filter(|it| **it == first).count();
    let press = "[...document.querySelectorAll('[data-testid=assign-share] button')]
        .find((it) => it.textContent.trim() === arguments[0]).click()";
    stage.script::<()>(press, json!([first])).await?;
    proposed(stage, theirs).await?;
    stage.see("assign-everybody").await?;
    stage.picture("assign-of-one").await?;
    stage.press("assign-everybody").await?;
    proposed(stage, FREE).await
}

/// What was chosen by hand is still chosen after the page was left, and after a reload.
async fn come_back(stage: &Stage) -> Outcome {
    let by_hand = texts(stage, "[data-testid=assign-to]").await?;
    stage.open("#/leads").await?;
    stage.see("leads-page").await?;
    stage.reload().await?;
    stage.until_ready().await?;
    stage.open("#/leads/assign").await?;
    proposed(stage, FREE).await?;
    let now = texts(stage, "[data-testid=assign-to]").await?;
    assert_eq!(now, by_hand);
    Ok(())
}

/// A person's whole book goes to others in one step, none of it back to the person, and comes back
/// in one.
async fn hand_over(stage: &Stage) -> Outcome {
    stage.open("#/team").await?;
    stage.tap_css("[data-testid^=person-row-] a").await?;
    let leaver = stage.text("person-heading").await?;
    stage.tap_css("[data-testid=person-hand-over]").await?;
    stage.see("assign-row").await?;
    let owners = texts(stage, "[data-testid=assign-to]").await?;
    let back = owners.iter().any(|it| leaver.starts_with(it.as_str()));
    assert!(!owners.is_empty() && !back, "{leaver} hands over to {owners:?}");
    let book = stage.text("assign-handover").await?;
    assert!(book.contains(leaver.split("  ").next().unwrap_or_default().trim()), "{book}");
    let even = stage.text("assign-even").await?;
    assert!(even.contains('%'), "{even}");
    // All that waits for the first person of the Chinese sample goes with the leads.
    if stage.case.lang == Lang::En {
        stage.see("handover-rest").await?;
    }
    stage.picture("assign-handover").await?;
    stage.press("assign-accept").await?;
    stage.until_gone("assign-row").await?;
    // Nothing that could go to others waits any more.
    stage.until_gone("handover-rest").await?;
    stage.until_gone("assign-accept").await?;
    stage.picture("assign-handed-over").await?;
    stage.press("undo").await?;
    proposed(stage, owners.len()).await?;
    stage.until_text("assign-handover", &book).await
}

/// A changed rule says at once what it does; the page behind says it too.
async fn change_the_rules(stage: &Stage) -> Outcome {
    stage.open("#/leads/assign").await?;
    stage.press("assign-rules").await?;
    let said = "[data-testid=assign-consequence] p";
    stage.see_css(said).await?;
    let rules = "[data-testid=assign-rules-form] input[type=checkbox]";
    let tick = "document.querySelectorAll(arguments[0]).forEach((it) => it.click())";
    stage.script::<()>(tick, json!([rules])).await?;
    let counted = format!("return /\\d/.test(document.querySelector('{said}')?.textContent)");
    stage.until("what the rules do is said", &counted).await?;
    stage.picture("assign-rules").await.map(drop)
}

async fn texts(stage: &Stage, selector: &str) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll(arguments[0])].map((it) => it.textContent)";
    stage.script(script, json!([selector])).await
}

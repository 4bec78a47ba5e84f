//! A deal is talked through by finger: a call logged, the step done and the next one planned, a
//! tag, a contact, a link that is refused and one that is not; then leads are typed in one line.

use serde_json::json;

use crate::harness::{Engine, Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, LeadPage, WelcomePage};

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a deal is talked through: logged, planned, tagged, linked, and all undone", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    let lead = Board::open(&stage).await?.first_lead().await?;
    LeadPage::open(&stage, &lead).await?;
    stage.see("history-event").await?;
    stage.picture("lead").await?;
    log_a_call(&stage).await?;
    plan_the_next(&stage).await?;
    tag(&stage).await?;
    contact(&stage).await?;
    link(&stage).await?;
    timeline(&stage).await?;
    type_leads(&stage).await?;
    log_from_the_card(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Two taps log a call; undo takes it back, redo brings it again.
async fn log_a_call(stage: &Stage) -> Outcome {
    let before = stage.count("timeline-activity").await?;
    stage.tap("kind-call").await?;
    stage.see("activity-form").await?;
    stage.picture("log").await?;
    stage.tap("activity-save").await?;
    stage.until_gone("activity-form").await?;
    until_activities(stage, before + 1).await?;
    stage.press("undo").await?;
    until_activities(stage, before).await?;
    stage.press("redo").await?;
    until_activities(stage, before + 1).await
}

async fn until_activities(stage: &Stage, count: usize) -> Outcome {
    let there = format!(
        "return document.querySelectorAll('[data-testid=timeline-activity]').length === {count}"
    );
    stage.until(&format!("{count} activities are in the timeline"), &there).await
}

/// The step is done and the next one planned in one go.
async fn plan_the_next(stage: &Stage) -> Outcome {
    let before = stage.count("timeline-activity").await?;
    stage.tap("next-done").await?;
    stage.see("finish-form").await?;
    let outcome = stage.see_css("[data-testid=finish-outcome] textarea").await?;
    outcome.send_keys("Wants a quote").await?;
    stage.see_css("[data-testid=finish-next] input").await?.send_keys("Send the quote").await?;
    stage.tap("day-7").await?;
    stage.picture("finish").await?;
    stage.press("finish-save").await?;
    stage.until_gone("finish-form").await?;
    until_activities(stage, before + 1).await?;
    let next = stage.text("lead-next").await?;
    assert!(next.contains("Send the quote"), "{next}");
    stage.see_css("[data-testid=lead-next][data-state=planned]").await.map(drop)
}

fn enter(stage: &Stage) -> &'static str {
    if stage.case.engine == Engine::WebKit { "\u{e007}" } else { "\u{e006}" }
}

async fn type_into(stage: &Stage, test_id: &str, text: &str) -> Outcome {
    let field = stage.see_css(&format!("[data-testid={test_id}] input")).await?;
    Ok(field.send_keys(text).await?)
}

async fn tag(stage: &Stage) -> Outcome {
    type_into(stage, "lead-tag-text", "VIP").await?;
    type_into(stage, "lead-tag-text", enter(stage)).await?;
    stage.until_text("lead-tag", "VIP").await
}

async fn contact(stage: &Stage) -> Outcome {
    let before = stage.count("contact").await?;
    stage.press("contact-add").await?;
    type_into(stage, "contact-name", "Ada Lin").await?;
    stage.press("contact-save").await?;
    let there = format!("return document.querySelectorAll('[data-testid=contact]').length === {}", before + 1);
    stage.until("the contact is there", &there).await
}

/// A link that runs something is refused and nothing typed is lost; a web page is taken.
async fn link(stage: &Stage) -> Outcome {
    stage.press("lead-link-add").await?;
    type_into(stage, "link-url", "javascript:alert(1)").await?;
    stage.press("link-save").await?;
    let refused = stage.see_css("[data-testid=link-url] .field__error").await?;
    stage
        .until(
            "the refusal is said",
            "return document.querySelector('[data-testid=link-url] .field__error').textContent !== ''",
        )
        .await?;
    stage.picture("link-refused").await?;
    drop(refused);
    let field = stage.see_css("[data-testid=link-url] input").await?;
    field.clear().await?;
    field.send_keys("example.com/plan").await?;
    type_into(stage, "link-title", "Plan").await?;
    stage.press("link-save").await?;
    stage.until_gone("link-form").await?;
    let address: Vec<String> = stage
        .script(
            "const link = document.querySelector('[data-testid=lead-link] a');
             return [link.href, link.target, link.rel]",
            json!([]),
        )
        .await?;
    assert_eq!(address, ["https://example.com/plan", "_blank", "noopener noreferrer"]);
    Ok(())
}

async fn timeline(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=timeline-kind] label:nth-of-type(2)").await?;
    stage.until_gone("history-event").await?;
    stage.see("timeline-activity").await?;
    stage.picture("timeline").await.map(drop)
}

/// Two leads in one line each; an amount that is unclear is said and kept.
async fn type_leads(stage: &Stage) -> Outcome {
    let board = Board::open(stage).await?;
    let before = board.size().await?;
    stage.press("column-add").await?;
    let line = stage.see("quick-line").await?;
    line.send_keys("Borealis，12万").await?;
    stage.picture("quick").await?;
    line.send_keys(enter(stage)).await?;
    until_size(stage, before + 1).await?;
    line.send_keys("Acme, about 12").await?;
    line.send_keys(enter(stage)).await?;
    stage.see_css("[data-testid=quick-told][data-state=wrong]").await?;
    line.clear().await?;
    line.send_keys("Acme, 120k").await?;
    line.send_keys(enter(stage)).await?;
    until_size(stage, before + 2).await
}

async fn until_size(stage: &Stage, size: usize) -> Outcome {
    let there = format!(
        "return [...document.querySelectorAll('[data-testid=column-count]')]
           .reduce((sum, it) => sum + Number(it.textContent.replace(/\\D/g, '')), 0) === {size}"
    );
    stage.until(&format!("{size} leads are on the board"), &there).await
}

/// Two taps from the board: the card's menu, and what was done.
async fn log_from_the_card(stage: &Stage) -> Outcome {
    stage.script::<()>("document.querySelector('[data-testid=card-move]').click()", json!([])).await?;
    stage.see("card-log").await?;
    stage.picture("card-menu").await?;
    stage.press("kind-visit").await?;
    stage.until_gone("card-log").await?;
    stage.see_css(".toast").await.map(drop)
}

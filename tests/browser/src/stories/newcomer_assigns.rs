//! A newcomer begins with nothing: the page says what is missing and leads there; people and leads
//! are made, rules set that cannot be kept, and each is told with what it does.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, WelcomePage};

const RULE: &str = "[data-testid=assign-rules-form] label:has(input[type=checkbox])";

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a newcomer makes people, leads and rules, and hands the leads out", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.begin_empty().await?;
    stage.open("#/leads/assign").await?;
    stage.see("assign-to-team").await?;
    stage.picture("assign-nobody").await?;
    stage.tap("assign-to-team").await?;
    person(&stage, "Ann Lee", "").await?;
    person(&stage, "Bo Chen", "0").await?;

    stage.open("#/leads/assign").await?;
    stage.see("assign-to-board").await?;
    stage.tap("assign-to-board").await?;
    leads(&stage).await?;

    stage.open("#/leads/assign").await?;
    until_owners(&stage, &["Ann Lee", "Ann Lee"]).await?;
    stage.picture("assign-first").await?;
    no_place(&stage).await?;
    contradiction(&stage).await?;

    stage.press("assign-accept").await?;
    stage.until_gone("assign-row").await?;
    reason_on_the_lead(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn person(stage: &Stage, name: &str, capacity: &str) -> Outcome {
    stage.tap("person-add").await?;
    enter(stage, "person-name", name).await?;
    if !capacity.is_empty() {
        enter(stage, "person-capacity", capacity).await?;
    }
    stage.tap("person-save").await?;
    stage.until_gone("person-form").await
}

/// One with an amount, one without; one whose amount is below zero is refused.
async fn leads(stage: &Stage) -> Outcome {
    let board = Board::here(stage);
    board.add("Acme").await?;
    stage.see("lead-card").await?;
    stage.press("column-add").await?;
    stage.see("quick-line").await?.send_keys("Borealis, -500\u{e007}").await?;
    stage.see_css("[data-testid=quick-told][data-state=wrong]").await?;
    stage.picture("assign-negative").await?;
    let line = stage.see("quick-line").await?;
    line.clear().await?;
    line.send_keys("Borealis, 50000\u{e007}").await?;
    let both = "return document.querySelectorAll('[data-testid=lead-card]').length === 2";
    stage.until("there are two leads", both).await
}

/// Who has no place says so, and what one would do.
async fn no_place(stage: &Stage) -> Outcome {
    let ask = "document.querySelector('[data-testid=assign-row] button').click()";
    stage.script::<()>(ask, json!([])).await?;
    stage.see("assign-candidate").await?;
    let said = "return [...document.querySelectorAll('[data-testid=assign-candidate] .section__note')]
        .every((it) => 10 < it.textContent.length)";
    stage.until("both are explained", said).await?;
    stage.picture("assign-no-place").await?;
    stage.tap_css(".sheet__head button").await?;
    stage.until_gone("assign-why").await
}

/// A lead that asks for a language which nobody speaks stays over while the rule stands.
async fn contradiction(stage: &Stage) -> Outcome {
    stage.open("#/team").await?;
    speaks(stage, "Ann Lee").await?;
    ticked(stage, 1).await?;
    let lead = Board::open(stage).await?.first_lead().await?;
    stage.open(&lead).await?;
    stage.press("lead-edit").await?;
    let field = "return (() => {
        const labels = [...document.querySelectorAll('[data-testid=lead-form] label')];
        const label = labels.find((it) => /^(Language|语言)/.test(it.textContent.trim()));
        const field = label?.control ?? label?.querySelector('input');
        field?.focus();
        return Boolean(field);
    })()";
    stage.until("the language can be said", field).await?;
    stage.browser.active_element().await?.send_keys("Thai").await?;
    stage.press("form-save").await?;
    stage.until_gone("lead-form").await?;

    stage.open("#/leads/assign").await?;
    stage.see("assign-accept").await?;
    stage.press("assign-rules").await?;
    tick(stage, 1).await?;
    stage.see("assign-stuck").await?;
    stage.picture("assign-contradiction").await?;
    tick(stage, 1).await?;
    stage.until_gone("assign-stuck").await?;
    stage.tap_css(".dialog[data-open] .dialog__close button").await?;
    stage.until_gone("assign-rules-form").await?;
    until_owners(stage, &["Ann Lee", "Ann Lee"]).await
}

async fn speaks(stage: &Stage, name: &str) -> Outcome {
    stage.see_css("[data-testid=team-table] a").await?;
    let open = "[...document.querySelectorAll('[data-testid=team-table] a')]
        .find((it) => it.textContent.includes(arguments[0])).click()";
    stage.script::<()>(open, json!([name])).await?;
    stage.press("person-edit").await?;
    enter(stage, "person-languages", "German").await?;
    stage.press("person-save").await?;
    stage.until_gone("person-form").await?;
    stage.open("#/team").await
}

/// In the table of everybody, the person of a row speaks what is asked first.
async fn ticked(stage: &Stage, row: usize) -> Outcome {
    stage.press("team-abilities").await?;
    stage.see("abilities").await?;
    let languages = "document.querySelectorAll('[data-testid=abilities] .segmented__part input')[1].click()";
    stage.script::<()>(languages, json!([])).await?;
    let is_there = "return document.querySelectorAll('[data-testid=abilities-row] input').length === 2";
    stage.until("there is one language for two people", is_there).await?;
    let tick = "document.querySelectorAll('[data-testid=abilities-row] input')[arguments[0]].click()";
    stage.script::<()>(tick, json!([row])).await?;
    let is_told = "return document.querySelector('[data-testid=abilities-changed]').textContent !== ''";
    stage.until("it is said how many are changed", is_told).await?;
    stage.picture("team-abilities").await?;
    stage.press("abilities-save").await?;
    stage.until_gone("abilities").await
}

async fn tick(stage: &Stage, place: usize) -> Outcome {
    let tick = "document.querySelectorAll(arguments[0])[arguments[1]].click()";
    stage.see_css(RULE).await?;
    stage.script(tick, json!([RULE, place])).await
}

/// The lead itself says why it went to whom it did.
async fn reason_on_the_lead(stage: &Stage) -> Outcome {
    let lead = Board::open(stage).await?.first_lead().await?;
    stage.open(&lead).await?;
    let given = stage.text("lead-given").await?;
    assert!(given.contains(|it: char| it.is_ascii_digit()), "{given}");
    stage.picture("assign-reason").await?;
    // And who else would do, asked today.
    stage.tap_css("[data-testid=lead-who-fits]").await?;
    stage.see_css("[data-testid=assign-why] [data-testid=assign-candidate]").await?;
    stage.picture("assign-one-lead").await.map(drop)
}

async fn until_owners(stage: &Stage, owners: &[&str]) -> Outcome {
    let script = format!(
        "return [...document.querySelectorAll('[data-testid=assign-to]')]
           .map((it) => it.textContent).join() === '{}'",
        owners.join(",")
    );
    stage.until("the leads are proposed", &script).await
}

async fn enter(stage: &Stage, field: &str, text: &str) -> Outcome {
    let input = stage.see_css(&format!("[data-testid={field}] input")).await?;
    input.clear().await?;
    Ok(input.send_keys(text).await?)
}

//! Several products stand on a deal: the amount follows them until somebody types another, the page
//! says by how much the two differ, and every step can be undone.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, LeadPage, WelcomePage};

/// On a tablet both ways and on a phone, in both languages and engines.
pub fn story() -> Story {
    Story::new("products stand on a lead line by line, and the amount follows or is by hand", run)
        .in_sizes(&[Size::Landscape, Size::Portrait, Size::Phone])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    let address = Board::open(&stage).await?.first_lead().await?;
    let lead = LeadPage::open(&stage, &address).await?;
    let lines = stage.count("line").await?;
    let amount = lead.amount().await?;
    add(&stage, lines + 1).await?;
    let following = lead.amount().await?;
    assert_ne!(following, amount, "the amount follows the lines");
    by_hand(&stage, &lead).await?;
    by_lines(&stage).await?;
    assert_eq!(lead.amount().await?, following);
    change_and_remove(&stage, lines).await?;
    stage.assert_accessible().await?;
    shown_elsewhere(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// What is missing is said; the list price comes with the product; the line adds to the amount, and
/// undo and redo go over it.
async fn add(stage: &Stage, expect: usize) -> Outcome {
    stage.press("line-add").await?;
    stage.see("line-form").await?;
    stage.press("line-save").await?;
    stage.see_css("[data-testid=line-form] .field__error").await?;
    choose_last_product(stage).await?;
    let quantity = stage.see_css("[data-testid=line-quantity] input").await?;
    quantity.clear().await?;
    quantity.send_keys("2.5").await?;
    let discount = stage.see_css("[data-testid=line-discount] input").await?;
    discount.send_keys("12.5").await?;
    let comes_to = "return document.querySelector('[data-testid=line-total]').textContent !== ''";
    stage.until("the line comes to something", comes_to).await?;
    stage.picture("line-form").await?;
    stage.assert_accessible().await?;
    stage.press("line-save").await?;
    stage.until_gone("line-form").await?;
    until_lines(stage, expect).await?;
    stage.press("undo").await?;
    until_lines(stage, expect - 1).await?;
    stage.press("redo").await?;
    until_lines(stage, expect).await?;
    scroll_to_lines(stage).await?;
    stage.picture("lines").await.map(drop)
}

async fn choose_last_product(stage: &Stage) -> Outcome {
    let choose = "const select = document.querySelector('[data-testid=line-form] select');
        select.value = [...select.options].at(-1).value;
        select.dispatchEvent(new Event('change', { bubbles: true }))";
    stage.script::<()>(choose, json!([])).await
}

async fn scroll_to_lines(stage: &Stage) -> Outcome {
    let scroll =
        "document.querySelector('[data-testid=lines]').scrollIntoView({ block: 'center' })";
    stage.script::<()>(scroll, json!([])).await
}

async fn until_lines(stage: &Stage, count: usize) -> Outcome {
    let there =
        format!("return document.querySelectorAll('[data-testid=line]').length === {count}");
    stage.until(&format!("{count} lines are there"), &there).await
}

/// Another amount is kept by hand, and the page says by how much it differs.
async fn by_hand(stage: &Stage, lead: &LeadPage) -> Outcome {
    let even = stage.text("lines-told").await?;
    lead.set_amount("12345.67").await?;
    until_chosen(stage, "hand").await?;
    let told = stage.text("lines-told").await?;
    assert!(told.contains("12,345.67") && told != even, "{told}");
    scroll_to_lines(stage).await?;
    stage.picture("lines-by-hand").await.map(drop)
}

/// One tap makes the amount follow the lines again.
async fn by_lines(stage: &Stage) -> Outcome {
    let choose = "document.querySelector('[data-testid=lines-by] input[value=lines]').click()";
    stage.script::<()>(choose, json!([])).await?;
    until_chosen(stage, "lines").await
}

async fn until_chosen(stage: &Stage, by: &str) -> Outcome {
    let chosen = format!(
        "return document.querySelector('[data-testid=lines-by] input[value={by}]')?.checked"
    );
    stage.until(&format!("the amount goes by {by}"), &chosen).await
}

/// The line that was added is changed and taken off again.
async fn change_and_remove(stage: &Stage, left: usize) -> Outcome {
    let open = "[...document.querySelectorAll('[data-testid=line] button')].at(-1).click()";
    stage.script::<()>(open, json!([])).await?;
    stage.see("line-remove").await?;
    let quantity = stage.see_css("[data-testid=line-quantity] input").await?;
    quantity.clear().await?;
    quantity.send_keys("4").await?;
    stage.press("line-save").await?;
    stage.until_gone("line-form").await?;
    let changed = "return [...document.querySelectorAll('[data-testid=line]')].at(-1)
        .textContent.includes('4 ×')";
    stage.until("the line has another quantity", changed).await?;
    stage.script::<()>(open, json!([])).await?;
    stage.press("line-remove").await?;
    stage.until_gone("line-form").await?;
    until_lines(stage, left).await?;
    stage.press("undo").await?;
    until_lines(stage, left + 1).await
}

/// The history tells the products, and the list of products counts the lead.
async fn shown_elsewhere(stage: &Stage) -> Outcome {
    let told = "return [...document.querySelectorAll('[data-testid=history-event]')]
        .some((it) => it.textContent.includes('2.5 ×'))";
    stage.until("the history tells the lines", told).await?;
    stage.press("lead-edit").await?;
    stage.see("lead-form").await?;
    stage.picture("form-with-lines").await.map(drop)
}

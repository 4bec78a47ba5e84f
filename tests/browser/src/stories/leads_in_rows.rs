//! Leads as rows: sorted, with columns of one's choice, kept as a view and opened from its address.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a table is sorted, given columns, kept as a view, and opened from its address", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/leads?view=table").await?;
    stage.see("lead-row").await?;
    stage.picture("rows").await?;
    sort_by_amount(&stage).await?;
    choose_columns(&stage).await?;
    save_view(&stage, "Big").await?;
    until_view_alone(&stage).await?;
    let address: String = stage.script("return location.hash", json!([])).await?;
    let shown = heads(&stage).await?;
    stage.open("#/").await?;
    stage.see("today-page").await?;
    stage.open(&address).await?;
    stage.reload().await?;
    stage.see("lead-row").await?;
    assert_eq!(heads(&stage).await?, shown);
    stage.picture("view").await?;
    open_a_row(&stage).await?;
    keep_the_view_in_order(&stage).await?;
    stage.open("#/leads?owner=0000000000099").await?;
    stage.see("gone-notice").await?;
    stage.picture("view-of-somebody-gone").await?;
    stage.press("show-rest").await?;
    stage.see("lead-card").await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The names of the columns with how each is sorted.
async fn heads(stage: &Stage) -> Outcome<Vec<String>> {
    stage
        .script(
            "return [...document.querySelectorAll('[data-testid=lead-table] th[scope=col]')]
               .map((it) => it.innerText.trim() + ' ' + (it.getAttribute('aria-sort') ?? ''))",
            json!([]),
        )
        .await
}

/// Twice, so that the largest come first.
async fn sort_by_amount(stage: &Stage) -> Outcome {
    let head = "[data-testid=lead-table] thead th:nth-child(2) button";
    for wanted in ["ascending", "descending"] {
        stage.tap_css(head).await?;
        let sorted = format!("return document.querySelector('th[aria-sort={wanted}]') !== null");
        stage.until(&format!("the table is {wanted}"), &sorted).await?;
    }
    let falling = "const amounts = [...document.querySelectorAll('[data-testid=lead-row] td:nth-child(2)')]
                     .map((it) => Number(it.textContent.replace(/[^0-9.]/g, '')));
                   return amounts.length > 5 && amounts.every((it, at) => at === 0 || it <= amounts[at - 1]);";
    stage.until("the amounts fall", falling).await
}

/// Source comes in, and the owner stands before the stage.
async fn choose_columns(stage: &Stage) -> Outcome {
    stage.press("board-display").await?;
    stage.see_css("[data-testid=column-source] input").await?.click().await?;
    stage.tap_css("[data-testid=column-owner] button").await?;
    stage
        .until(
            "the columns are in the address",
            "return location.hash.includes('columns=amount,owner,stage') && location.hash.includes('source')",
        )
        .await?;
    stage.picture("columns").await?;
    stage.see_css(".scrim").await?;
    stage.script::<()>("document.querySelector('.scrim').click()", json!([])).await?;
    stage.until_gone("display-fields").await
}

async fn save_view(stage: &Stage, name: &str) -> Outcome {
    stage.press("views-menu").await?;
    stage.tap_css("[data-testid=views-menu] [role=menuitem]").await?;
    stage.see_css("[data-testid=view-name] input").await?.send_keys(name).await?;
    stage.press("view-save").await?;
    stage.until_gone("view-name").await
}

/// The address names the view and nothing beside it.
async fn until_view_alone(stage: &Stage) -> Outcome {
    let alone = "return /^#\\/leads\\?saved=[0-9a-z]+$/.test(location.hash)";
    stage.until("the address names the view", alone).await
}

async fn choose(stage: &Stage, item: &str) -> Outcome {
    stage.press("views-menu").await?;
    stage.tap_css(&format!("[data-testid=views-menu] [data-choice={item}]")).await
}

/// What was sorted otherwise is kept under the same name; then the view gets another name, goes, and
/// is brought back, while the rows stay as they are.
async fn keep_the_view_in_order(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=lead-table] thead th:nth-child(2) button").await?;
    stage.until("more than the view is in the address", "return location.hash.includes('&')").await?;
    let shown = heads(stage).await?;
    choose(stage, "update").await?;
    until_view_alone(stage).await?;
    stage.reload().await?;
    stage.see("lead-row").await?;
    assert_eq!(heads(stage).await?, shown);
    choose(stage, "rename").await?;
    stage.fill_in("[data-testid=view-name] input", "Small first").await?;
    stage.press("view-save").await?;
    stage.until_gone("view-name").await?;
    stage.until_text("views-menu", "Small first").await?;
    choose(stage, "delete").await?;
    stage.until("no view is in the address", "return !location.hash.includes('saved')").await?;
    assert_eq!(heads(stage).await?, shown);
    stage.press("undo").await?;
    stage.press("views-menu").await?;
    stage.tap_css("[data-testid=views-menu] .menu__item:nth-child(2)").await?;
    stage.until_text("views-menu", "Small first").await
}

/// A row opens its lead beside the table.
async fn open_a_row(stage: &Stage) -> Outcome {
    stage.tap("lead-row").await?;
    stage.see("lead").await?;
    stage.picture("row-opened").await?;
    stage.tap_css(".sheet__head button").await?;
    stage.until_gone("lead").await
}

//! Many leads are selected, changed alike, and one step takes it back.

use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Engine, Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, WelcomePage};

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("selected leads change as one step, in the number that was said", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/leads?outcome=open").await?;
    stage.see("lead-card").await?;
    let all = shown(&stage).await?;
    Board::here(&stage).select().await?;
    stage.tap("lead-card").await?;
    until_selected(&stage, 1).await?;
    stage.press("select-all").await?;
    until_selected(&stage, all).await?;
    stage.picture("selected").await?;
    raise_priority(&stage, all).await?;
    let high = "#/leads?outcome=open&priority=high";
    stage.open(high).await?;
    stage.until("all are of high priority", &shows(all)).await?;
    stage.press("undo").await?;
    stage.until("they are as they were", &format!("return !(() => {{ {} }})()", shows(all))).await?;
    if stage.case.engine == Engine::Chromium {
        by_keys(&stage).await?;
    }
    lose_and_delete(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The number in the text of the count, the first one where it says "n of m".
const COUNT: &str = "Number(document.querySelector('[data-testid=lead-count]').textContent.match(/\\d+/)[0])";

async fn shown(stage: &Stage) -> Outcome<usize> {
    stage.script(&format!("return {COUNT}"), json!([])).await
}

fn shows(leads: usize) -> String {
    format!("return {COUNT} === {leads}")
}

async fn until_selected(stage: &Stage, leads: usize) -> Outcome {
    let said = format!(
        "return Number(document.querySelector('[data-testid=selection-count]').textContent.match(/\\d+/)[0]) === {leads}"
    );
    stage.until(&format!("{leads} are said to be selected"), &said).await
}

/// Some have the high priority already, and the sentence says how many change.
async fn raise_priority(stage: &Stage, all: usize) -> Outcome {
    choose_field(stage, 3).await?;
    let numbers: Vec<usize> = stage
        .script(
            "return document.querySelector('[data-testid=bulk-foresight]').textContent.match(/\\d+/g).map(Number)",
            json!([]),
        )
        .await?;
    let changed = if stage.case.lang == Lang::En { numbers[0] } else { numbers[1] };
    assert!(changed < all && changed + numbers[2] == all, "{numbers:?} of {all}");
    stage.picture("bulk").await?;
    stage.press("bulk-apply").await?;
    stage.until_gone("bulk-fields").await?;
    stage.press("bulk-done").await?;
    stage.until_gone("selection-bar").await
}

/// The height of a row of the table.
const ROW_HEIGHT: i32 = 48;

/// Opens the dialog for a field by its place in the menu.
async fn choose_field(stage: &Stage, place: usize) -> Outcome {
    stage.press("bulk-change").await?;
    let item = format!("[data-testid=bulk-change] [role=menuitem]:nth-child({place})");
    stage.tap_css(&item).await?;
    stage.see("bulk-fields").await.map(drop)
}

/// Space and Shift with arrows select rows of the table.
async fn by_keys(stage: &Stage) -> Outcome {
    stage.open("#/leads?view=table&outcome=open").await?;
    stage.see("lead-row").await?;
    stage.script::<()>("document.querySelector('[data-testid=lead-row] a').focus()", json!([])).await?;
    stage.press_key(Key::Space).await?;
    until_selected(stage, 1).await?;
    for wanted in 2..=12 {
        stage.press_with(Key::Shift, Key::Down).await?;
        until_selected(stage, wanted).await?;
    }
    stage.tap_css("[data-testid=lead-table] thead th:nth-child(2) button").await?;
    until_selected(stage, 12).await?;
    stage.picture("rows-selected").await?;
    stage.press("bulk-done").await?;
    stage.until_gone("selection-bar").await
}

/// Leads that are lost together get one reason; then they are deleted and brought back.
async fn lose_and_delete(stage: &Stage) -> Outcome {
    stage.open("#/leads?view=table&outcome=open").await?;
    stage.see("lead-row").await?;
    let all = shown(stage).await?;
    Board::here(stage).select().await?;
    let to_the_top = "document.querySelector('[data-testid=lead-table] .table-scroll').scrollTop = 0";
    stage.script::<()>(to_the_top, json!([])).await?;
    let first = stage.middle_of("lead-row").await?;
    stage.tap_at(first).await?;
    stage.tap_at(first.shifted(0, ROW_HEIGHT)).await?;
    until_selected(stage, 2).await?;
    choose_field(stage, 2).await?;
    stage
        .script::<()>(
            "const select = document.querySelector('[data-testid=bulk-fields] select');
             select.value = select.options[select.options.length - 1].value;
             select.dispatchEvent(new Event('change', { bubbles: true }));",
            json!([]),
        )
        .await?;
    stage.see_css("[data-testid=bulk-reason] input").await?.send_keys("Budget").await?;
    stage.picture("bulk-lost").await?;
    stage.press("bulk-apply").await?;
    stage.until("two are open no more", &shows(all - 2)).await?;
    stage.press("undo").await?;
    stage.until("they are open again", &shows(all)).await?;
    until_selected(stage, 2).await?;
    stage.press("bulk-delete").await?;
    stage.press("bulk-delete-apply").await?;
    stage.until("two are gone", &shows(all - 2)).await?;
    stage.press("undo").await?;
    stage.until("they are there again", &shows(all)).await
}

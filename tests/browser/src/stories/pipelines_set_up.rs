//! A newcomer makes a pipeline by finger; a stage with leads goes, with the leads moved, and comes
//! back.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, WelcomePage};

const FIRST_ROW: &str = "[data-testid=stage-row]:nth-child(1)";
const SECOND: &str = ":nth-child(2 of [data-testid=pipeline])";
const THIRD_ROW: &str = "[data-testid=stage-row]:nth-child(3)";

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a pipeline is set up by finger, and a stage with leads is deleted and back", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?;
    stage.open("#/pipelines").await?;
    add_pipeline(&stage, "Partners").await?;
    add_and_move_a_stage(&stage).await?;
    refuse_the_last_won(&stage).await?;
    fill_the_board(&stage).await?;
    delete_with_leads(&stage).await?;
    two_boards(&stage).await?;
    rename_move_and_delete(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn add_pipeline(stage: &Stage, name: &str) -> Outcome {
    stage.tap("pipeline-add").await?;
    enter(stage, "pipeline-name", name).await?;
    stage.tap("pipeline-save").await?;
    stage.until_gone("pipeline-form").await
}

/// A stage between the first two: added behind the open ones, and moved up by its arrow.
async fn add_and_move_a_stage(stage: &Stage) -> Outcome {
    until_rows(stage, 4).await?;
    stage.tap("stage-add").await?;
    enter(stage, "stage-name", "Offer").await?;
    enter(stage, "stage-odds", "140").await?;
    stage.tap("stage-save").await?;
    stage.see_css("[data-testid=form-refused]:not(:empty)").await?;
    stage.picture("stage-refused").await?;
    enter(stage, "stage-odds", "40").await?;
    enter(stage, "stage-rotting", "0").await?;
    stage.tap("stage-save").await?;
    until_rows(stage, 5).await?;
    until_name(stage, THIRD_ROW, "Offer").await?;
    tap(stage, &[THIRD_ROW, " [data-testid=stage-up]"].concat()).await?;
    until_name(stage, "[data-testid=stage-row]:nth-child(2)", "Offer").await?;
    stage.picture("pipelines").await.map(drop)
}

async fn refuse_the_last_won(stage: &Stage) -> Outcome {
    tap(stage, "[data-testid=stage-row]:nth-child(4) [data-testid=stage-open]").await?;
    stage.tap("stage-delete").await?;
    stage.tap("delete-confirm").await?;
    stage.see_css("[data-testid=form-refused]:not(:empty)").await?;
    tap(stage, ".dialog[data-open] .dialog__close button").await?;
    stage.until_gone("delete-form").await?;
    until_rows(stage, 5).await
}

async fn fill_the_board(stage: &Stage) -> Outcome {
    let board = Board::open(stage).await?;
    board.add("Acme").await?;
    board.add("Borealis").await?;
    stage.open("#/pipelines").await?;
    until_rows(stage, 5).await
}

/// Where the leads go is asked, the number is said, and one undo brings all of it back.
async fn delete_with_leads(stage: &Stage) -> Outcome {
    let before = facts(stage).await?;
    tap(stage, &[FIRST_ROW, " [data-testid=stage-open]"].concat()).await?;
    stage.tap("stage-delete").await?;
    assert!(stage.text("delete-words").await?.contains('2'));
    stage.tap("delete-confirm").await?;
    stage.see_css("[data-testid=form-refused]:not(:empty)").await?;
    stage.picture("stage-heir").await?;
    stage.see_css("[data-testid=delete-heir] option:nth-child(2)").await?.click().await?;
    stage.tap("delete-confirm").await?;
    until_rows(stage, 4).await?;
    until_name(stage, FIRST_ROW, "Offer").await?;
    assert!(facts(stage).await?[0].contains('2'), "the leads moved");
    stage.press("undo").await?;
    until_rows(stage, 5).await?;
    assert_eq!(facts(stage).await?, before);
    Ok(())
}

/// Another pipeline has a board of its own, which the board's menu offers.
async fn two_boards(stage: &Stage) -> Outcome {
    add_pipeline(stage, "Renewals").await?;
    stage.open("#/leads").await?;
    stage.press("pipeline-switch").await?;
    stage.picture("pipeline-menu").await?;
    tap(stage, ".menu__item:nth-child(2)").await?;
    let columns = "return document.querySelectorAll('[data-testid=column]').length === 4";
    stage.until("the other board is shown", columns).await
}

/// The other one is named anew and moved to the front; then the one with leads goes, the leads go
/// where they are sent, and one undo brings all of it back.
async fn rename_move_and_delete(stage: &Stage) -> Outcome {
    stage.open("#/pipelines").await?;
    until_pipelines(stage, &["Partners", "Renewals"]).await?;
    stage.tap_css(&[SECOND, " [data-testid=pipeline-rename]"].concat()).await?;
    enter(stage, "pipeline-name", "Follow-on").await?;
    stage.tap("pipeline-save").await?;
    until_pipelines(stage, &["Partners", "Follow-on"]).await?;
    stage.tap_css(&[SECOND, " [data-testid=pipeline-up]"].concat()).await?;
    until_pipelines(stage, &["Follow-on", "Partners"]).await?;
    stage.tap_css(&[SECOND, " [data-testid=pipeline-delete]"].concat()).await?;
    assert!(stage.text("delete-words").await?.contains('2'));
    stage.picture("pipeline-heir").await?;
    stage.see_css("[data-testid=delete-heir] option:nth-child(2)").await?.click().await?;
    stage.tap("delete-confirm").await?;
    until_pipelines(stage, &["Follow-on"]).await?;
    until_text_of(stage, "pipeline-counts", '2').await?;
    stage.press("undo").await?;
    until_pipelines(stage, &["Follow-on", "Partners"]).await
}

async fn until_pipelines(stage: &Stage, names: &[&str]) -> Outcome {
    let script = format!(
        "return [...document.querySelectorAll('[data-testid=pipeline-title]')]
            .map((it) => it.textContent).join() === '{}'",
        names.join(",")
    );
    stage.until(&format!("the pipelines are {names:?}"), &script).await
}

async fn until_text_of(stage: &Stage, test_id: &str, part: char) -> Outcome {
    let script = format!(
        "return document.querySelector('[data-testid={test_id}]')?.textContent.includes('{part}')"
    );
    stage.until(&format!("{test_id} tells {part}"), &script).await
}

async fn enter(stage: &Stage, field: &str, text: &str) -> Outcome {
    let input = stage.see_css(&format!("[data-testid={field}] input")).await?;
    input.clear().await?;
    Ok(input.send_keys(text).await?)
}

async fn until_rows(stage: &Stage, rows: usize) -> Outcome {
    let script =
        format!("return document.querySelectorAll('[data-testid=stage-row]').length === {rows}");
    stage.until(&format!("there are {rows} stages"), &script).await
}

async fn until_name(stage: &Stage, row: &str, name: &str) -> Outcome {
    let script = format!(
        "return document.querySelector('{row} [data-testid=stage-title]')?.textContent === '{name}'"
    );
    stage.until(&format!("{row} is {name}"), &script).await
}

async fn facts(stage: &Stage) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('[data-testid=stage-row] .list__main')].map((it) => it.textContent)";
    stage.script(script, json!([])).await
}

/// Taps the first element that a selector finds.
async fn tap(stage: &Stage, selector: &str) -> Outcome {
    stage.see_css(selector).await?;
    let middle = "const found = document.querySelector(arguments[0]);
        found.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const box = found.getBoundingClientRect();
        return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };";
    let point = stage.script(middle, json!([selector])).await?;
    stage.tap_at(point).await
}

//! The reasons for losses are renamed, put in order, added to; one in use is taken away only after
//! it is said what its leads say from then on.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, WelcomePage};

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("loss reasons are edited, and one in use asks what its leads say instead", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    Board::open(&stage).await?;
    stage.tap("lead-card").await?;
    let used = lose(&stage).await?;
    stage.open("#/competitors").await?;
    rename_and_add(&stage, &used).await?;
    take_away(&stage).await?;
    stage.press("undo").await?;
    counted(&stage, "Priced out", true).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The lead goes to the lost stage for the first reason that is offered.
async fn lose(stage: &Stage) -> Outcome<String> {
    stage.press("lead-move").await?;
    stage.see("move-choice").await?;
    let lost = "return [...document.querySelectorAll('[data-testid=move-choice]')].at(-1).click()";
    stage.script::<()>(lost, json!([])).await?;
    stage.see("loss-save").await?;
    let used = stage.text("chip").await?;
    stage.press("chip").await?;
    stage.press("loss-save").await?;
    stage.until_gone("loss-save").await?;
    Ok(used.trim().to_owned())
}

/// The reason in use gets another name, the one below it moves up; a further one without a name is
/// refused until it has one.
async fn rename_and_add(stage: &Stage, used: &str) -> Outcome {
    stage.press("loss-reasons-edit").await?;
    stage.see("loss-reason-row").await?;
    let before = names(stage).await?;
    let place = before.iter().position(|it| it == used).ok_or("the reason in use is listed")?;
    press_in_row(stage, place + 1, 1).await?;
    let field = stage.see_css(&format!("{} input", row(place + 1))).await?;
    field.clear().await?;
    field.send_keys("Priced out").await?;
    stage.press("loss-reasons-add").await?;
    stage.press("loss-reasons-save").await?;
    stage.see_css(".dialog[data-open] [role=alert]").await?;
    stage.picture("loss-reason-without-a-name").await?;
    let last = stage.see_css(&format!("{} input", row(before.len()))).await?;
    last.send_keys("No budget").await?;
    stage.press("loss-reasons-save").await?;
    stage.until_gone("loss-reasons").await?;
    counted(stage, "Priced out", true).await?;
    stage.press("loss-reasons-edit").await?;
    stage.see("loss-reason-row").await?;
    let mut expect = before;
    expect[place] = "Priced out".to_owned();
    expect.swap(place, place + 1);
    expect.push("No budget".to_owned());
    assert_eq!(names(stage).await?, expect);
    Ok(())
}

/// The one in use asks what takes its place, and its leads say that.
async fn take_away(stage: &Stage) -> Outcome {
    let place = names(stage).await?.iter().position(|it| it == "Priced out").unwrap_or_default();
    press_in_row(stage, place, 2).await?;
    stage.see("loss-reason-gone").await?;
    stage.assert_accessible().await?;
    stage.picture("loss-reason-gone").await?;
    let choose = "const select = document.querySelector('[data-testid=loss-reason-gone] select');
        select.value = 'No budget';
        select.dispatchEvent(new Event('change', { bubbles: true }));
        return select.value === 'No budget'";
    stage.until("another reason is chosen", choose).await?;
    stage.press("loss-reasons-save").await?;
    stage.until_gone("loss-reasons").await?;
    counted(stage, "No budget", true).await?;
    counted(stage, "Priced out", false).await
}

/// A reason among the losses that are counted, or not.
async fn counted(stage: &Stage, name: &str, is: bool) -> Outcome {
    let script = format!(
        "return [...document.querySelectorAll('[data-testid=loss-reason]')]
           .some((it) => it.textContent.includes('{name}')) === {is}"
    );
    stage.until(&format!("losses for {name}: {is}"), &script).await
}

fn row(place: usize) -> String {
    format!("[data-testid=loss-reason-row]:nth-of-type({})", place + 1)
}

/// Presses the so-manieth button of a row: up, away.
async fn press_in_row(stage: &Stage, place: usize, button: usize) -> Outcome {
    let button = format!("{} button:nth-of-type({button})", row(place));
    stage.tap_css(&button).await
}

async fn names(stage: &Stage) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('[data-testid=loss-reason-row] input')]
        .map((it) => it.value)";
    stage.script(script, json!([])).await
}

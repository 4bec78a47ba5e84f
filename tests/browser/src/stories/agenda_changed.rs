//! A team makes the usual agenda of a meeting its own: a section more, one less, others earlier and
//! shorter. The meeting runs by it, fills the screen, and leads into a forecast round; then the
//! agenda is again what it was.

use serde_json::json;

use crate::harness::{Engine, Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a meeting runs by the agenda that the team has made its own", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

const KIND: &str = "[data-testid=meeting-kind][data-kind=standup]";
/// The sections of a stand-up before a team has changed it.
const USUAL: usize = 6;

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    open_agenda(&stage).await?;
    let usual = names(&stage, SUGGESTED).await?;
    assert_eq!(usual.len(), USUAL);
    let own = change(&stage, &usual).await?;
    kept(&stage, &own).await?;
    run_by_it(&stage, &own).await?;
    fill_the_screen(&stage).await?;
    round(&stage, &own).await?;
    stage.press("room-end").await?;
    stage.see("minutes-group").await?;
    reset(&stage, &usual).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

const SUGGESTED: &str = "[data-testid=agenda-suggested] th";
const PLANNED: &str = "[data-testid=agenda-plan] .list__name";
const ROOM: &str = "[data-testid=room-agenda] .meeting-agenda__name";

/// What sections are called, without the reasons for their minutes.
async fn names(stage: &Stage, selector: &str) -> Outcome<Vec<String>> {
    stage.see_css(selector).await?;
    let names = "return [...document.querySelectorAll(arguments[0])].map((it) =>
        [...it.childNodes].filter((part) => part.nodeType === Node.TEXT_NODE).map((part) => part.data).join('').trim())";
    stage.script(names, json!([selector])).await
}

async fn open_agenda(stage: &Stage) -> Outcome {
    stage.open("#/meetings").await?;
    stage.press_in(KIND, "meeting-agenda").await?;
    stage.see("agenda-suggested").await.map(drop)
}

/// A forecast round is added and moved up, the first section goes, the next gets three minutes; what
/// is no number is refused, and nothing that was changed is lost.
async fn change(stage: &Stage, usual: &[String]) -> Outcome<Vec<String>> {
    stage.press("agenda-change").await?;
    stage.see("agenda-plan").await?;
    add_forecast(stage).await?;
    until_rows(stage, USUAL + 1).await?;
    let forecast = names(stage, PLANNED).await?.pop().unwrap_or_default();
    press_in_row(stage, USUAL + 1, "[data-testid=agenda-up]").await?;
    let moved = format!(
        "return document.querySelectorAll('{PLANNED}')[{}].textContent === {}",
        USUAL - 1,
        json!(forecast)
    );
    stage.until("it has moved up", &moved).await?;
    press_in_row(stage, 1, ":scope > button:last-child").await?;
    until_rows(stage, USUAL).await?;
    stage.fill_in(MINUTES, "soon").await?;
    stage.press("agenda-save").await?;
    stage.see_css("[data-testid=form-refused]:not(:empty)").await?;
    stage.picture("agenda-refused").await?;
    until_rows(stage, USUAL).await?;
    stage.fill_in(MINUTES, "3").await?;
    stage.picture("agenda-changed").await?;
    stage.assert_accessible().await?;
    stage.press("agenda-save").await?;
    stage.see("agenda-suggested").await?;
    let mut own = usual[1..].to_vec();
    own.insert(USUAL - 2, forecast);
    Ok(own)
}

/// The list of what can be added stands on what it offers again once something was chosen.
async fn add_forecast(stage: &Stage) -> Outcome {
    let add = "const list = document.querySelector('[data-testid=meeting-agenda-sheet] select');
        list.value = 'forecast';
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    stage.script(add, json!([])).await
}

const MINUTES: &str = "[data-testid=agenda-plan] li:nth-child(1) [data-testid=agenda-minutes] input";

/// Presses a button in a row of the agenda that is changed.
async fn press_in_row(stage: &Stage, row: usize, button: &str) -> Outcome {
    let press = "document.querySelector(`[data-testid=agenda-plan] > li:nth-child(${arguments[0]})`)
        .querySelector(arguments[1]).click()";
    stage.script(press, json!([row, button])).await
}

async fn until_rows(stage: &Stage, rows: usize) -> Outcome {
    let all = format!("return document.querySelectorAll('{PLANNED}').length === {rows}");
    stage.until(&format!("{rows} sections are planned"), &all).await
}

/// It is there after a reload, in the new order, with the minutes as they were typed.
async fn kept(stage: &Stage, own: &[String]) -> Outcome {
    assert_eq!(names(stage, SUGGESTED).await?, own);
    stage.reload().await?;
    open_agenda(stage).await?;
    assert_eq!(names(stage, SUGGESTED).await?, own);
    let minutes = "return document.querySelector('[data-testid=agenda-suggested] td').textContent";
    let minutes: String = stage.script(minutes, json!([])).await?;
    assert_eq!(minutes, "3");
    stage.picture("agenda-own").await.map(drop)
}

async fn run_by_it(stage: &Stage, own: &[String]) -> Outcome {
    stage.press("agenda-start").await?;
    stage.see("room").await?;
    assert_eq!(names(stage, ROOM).await?, own);
    stage.picture("room-of-its-own").await.map(drop)
}

/// Only a press of a person fills the screen; a second one gives it back. What WebKitWebDriver
/// presses counts as none.
async fn fill_the_screen(stage: &Stage) -> Outcome {
    if stage.case.engine != Engine::Chromium {
        return Ok(());
    }
    let full = "return document.fullscreenElement === document.documentElement";
    stage.press_css(FULL).await?;
    stage.until("the room fills the screen", full).await?;
    stage.press_css(FULL).await?;
    stage.until("it gives it back", "return document.fullscreenElement === null").await
}

const FULL: &str = "[data-testid=room-people] ~ button:not([data-testid])";

/// The section of the forecast leads to the round, and from there back to the room.
async fn round(stage: &Stage, own: &[String]) -> Outcome {
    let place = own.len() - 1;
    stage.press_css(&format!("[data-testid=room-agenda] li:nth-child({place}) button")).await?;
    stage.until_text("room-section", &own[place - 1]).await?;
    stage.press_css("[data-testid=room-tool]").await?;
    stage.see("round-set-up").await?;
    stage.see("meeting-bar").await?;
    stage.picture("round-from-the-room").await?;
    stage.press_css("[data-testid=meeting-bar-room]").await?;
    stage.see("room").await?;
    stage.until_text("room-section", &own[place - 1]).await
}

async fn reset(stage: &Stage, usual: &[String]) -> Outcome {
    open_agenda(stage).await?;
    stage.press("agenda-change").await?;
    stage.press("agenda-reset").await?;
    stage.see("agenda-suggested").await?;
    assert_eq!(names(stage, SUGGESTED).await?, usual);
    stage.reload().await?;
    open_agenda(stage).await?;
    assert_eq!(names(stage, SUGGESTED).await?, usual);
    Ok(())
}

//! Leads are drafted in turns: agreed, picked, passed, taken back, resumed, finished, undone.

use serde_json::json;

use crate::harness::{Engine, Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

const ENTER: &str = "\u{e007}";

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("leads are drafted in turns and change hands at the end, all in one step", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    begin(&stage).await?;
    take_turns(&stage).await?;
    resume(&stage).await?;
    if stage.case.engine == Engine::Chromium {
        follow_in_another_tab(&stage).await?;
    }
    run_out_of_time(&stage).await?;
    finish(&stage).await?;
    drop_it(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Whoever has the least goes first; somebody is left out; all open leads are dealt.
async fn begin(stage: &Stage) -> Outcome {
    stage.open("#/leads/assign").await?;
    stage.see("assign-accept").await?;
    stage.tap_css("[data-testid=assign-draft]").await?;
    stage.see("draft-set-up").await?;
    stage.picture("draft-set-up").await?;
    click(stage, "[data-testid=draft-pool] label:last-of-type").await?;
    stage.press("draft-by-book").await?;
    click(stage, "[data-testid=draft-person]:nth-child(3) label").await?;
    stage.press("draft-person-down").await?;
    stage.press("draft-begin").await?;
    stage.see("draft-offer").await.map(drop)
}

async fn take_turns(stage: &Stage) -> Outcome {
    let first = turn(stage).await?;
    let then = stage.see_css("[data-testid=draft-next] li").await?.text().await?;
    stage.press("draft-pick").await?;
    stage.until_text("draft-name", &then).await?;
    let second = turn(stage).await?;
    stage.picture("draft").await?;
    stage.press("draft-pass").await?;
    changed(stage, &second).await?;
    stage.press("undo").await?;
    stage.until_text("draft-round", &second).await?;
    stage.press("draft-back").await?;
    stage.until_text("draft-round", &first).await?;
    stage.press("undo").await?;
    stage.until_text("draft-round", &second).await?;
    stage.see("draft-pick").await?.send_keys(ENTER).await?;
    changed(stage, &second).await?;
    stage.until_focus("[data-testid=draft-pick]").await
}

/// After a reload it is the same turn, and the clock stands still until somebody goes on.
async fn resume(stage: &Stage) -> Outcome {
    let (round, name) = (turn(stage).await?, stage.text("draft-name").await?);
    stage.reload().await?;
    stage.until_text("draft-round", &round).await?;
    stage.until_text("draft-name", &name).await?;
    stage.see_css(".draft__clock[data-paused=true]").await?;
    stage.press("draft-pause").await?;
    stage.see_css(".draft__clock:not([data-paused])").await.map(drop)
}

/// What is done in one tab is seen in the other. WebKitWebDriver cannot size a second tab.
async fn follow_in_another_tab(stage: &Stage) -> Outcome {
    let (first, round) = (stage.tab().await?, turn(stage).await?);
    stage.open_tab().await?;
    stage.start("#/leads/draft").await?;
    stage.until_text("draft-round", &round).await?;
    stage.press("draft-pass").await?;
    changed(stage, &round).await?;
    let next = turn(stage).await?;
    stage.close_tab(&first).await?;
    stage.until_text("draft-round", &next).await
}

/// Nothing is taken when the time is up; what fits best is offered.
async fn run_out_of_time(stage: &Stage) -> Outcome {
    let round = turn(stage).await?;
    stage.script::<()>("location.hash = '#/leads'", json!([])).await?;
    stage.see("board").await?;
    let later = "const key = 'huddle/ui/draft-turn';
        const [turn] = localStorage.getItem(key).split(' ');
        localStorage.setItem(key, `${turn} 72000`);
        location.hash = '#/leads/draft'";
    stage.script::<()>(later, json!([])).await?;
    stage.see("draft-time-up").await?;
    stage.until_text("draft-round", &round).await?;
    stage.see_css("[data-testid=draft-offer][data-best=true]").await?;
    stage.picture("draft-time-up").await?;
    stage.press("draft-take-best").await?;
    changed(stage, &round).await?;
    stage.until_gone("draft-time-up").await
}

/// Finished in one step, and taken back in one step.
async fn finish(stage: &Stage) -> Outcome {
    let (round, left) = (turn(stage).await?, stage.text("draft-left").await?);
    stage.press("draft-finish").await?;
    stage.see("draft-finish-preview").await?;
    stage.picture("draft-finish").await?;
    stage.press("draft-finish-do").await?;
    stage.see("draft-last").await?;
    stage.picture("draft-last").await?;
    stage.press("undo").await?;
    stage.until_text("draft-round", &round).await?;
    stage.until_text("draft-left", &left).await
}

async fn drop_it(stage: &Stage) -> Outcome {
    stage.press("draft-drop").await?;
    stage.press("draft-drop-do").await?;
    stage.see("draft-set-up").await?;
    stage.until_gone("draft-last").await
}

async fn turn(stage: &Stage) -> Outcome<String> {
    stage.text("draft-round").await
}

async fn changed(stage: &Stage, round: &str) -> Outcome {
    let shown = "document.querySelector('[data-testid=draft-round]')?.textContent";
    stage.until("the turn is over", &format!("return {shown} !== {}", json!(round))).await
}

/// Presses a label, whose field lies under it.
async fn click(stage: &Stage, selector: &str) -> Outcome {
    stage.see_css(selector).await?;
    let script = "document.querySelector(arguments[0]).click()";
    stage.script(script, json!([selector])).await
}

//! Whoever has never seen Huddle holds a meeting within a minute: with the sample team, and with a
//! team of nobody yet. Fingers alone; the time is that of the page since its address was opened.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};

/// On a tablet both ways and on a phone, in both languages and engines.
pub fn story() -> Story {
    Story::new("who has never seen it holds a meeting within a minute", run)
        .in_sizes(&[Size::Landscape, Size::Portrait, Size::Phone])
        .in_langs(&[Lang::En, Lang::Zh])
}

const A_MINUTE_MS: f64 = 60_000.0;

async fn run(stage: Stage) -> Outcome {
    let took = with(&stage, "welcome-sample").await?;
    assert!(took < A_MINUTE_MS, "with the sample it took {took} ms");
    stage.see("sample-banner").await?;
    people_are_there(&stage).await?;
    let other = stage.another().await?;
    let took = with(&other, "welcome-empty").await?;
    assert!(took < A_MINUTE_MS, "with nobody it took {took} ms");
    speak_alone(&other).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    assert_eq!(other.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Three taps from the first page to a meeting whose clock runs; gives the milliseconds since the
/// page's address was opened.
async fn with(stage: &Stage, way: &str) -> Outcome<f64> {
    stage.open("").await?;
    stage.see("welcome").await?;
    stage.tap_css(&format!("[data-testid={way}]")).await?;
    stage.until_gone("welcome").await?;
    stage.tap_css(".rail a[href='#/meetings']").await?;
    stage.see("meetings-page").await?;
    stage.tap_css("[data-kind=pipeline] [data-testid=meeting-start]").await?;
    stage.see("room").await?;
    let begun = stage.text("room-time").await?;
    let runs = format!(
        "return document.querySelector('[data-testid=room-time]').textContent !== {}",
        json!(begun)
    );
    stage.until("the clock runs", &runs).await?;
    let took = stage.script("return performance.now()", json!([])).await?;
    stage.picture(way).await?;
    Ok(took)
}

/// Everybody of the sample team is in the meeting until somebody is said to be away.
async fn people_are_there(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=room-people]").await?;
    stage.see_css("[data-testid=room-person] input:checked").await?;
    stage.tap_css("[data-testid=room-people-done]").await?;
    stage.until_gone("room-people-done").await
}

/// With nobody on the team a decision can be written down and the meeting ended all the same.
async fn speak_alone(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=room-points] .segmented label:nth-of-type(2)").await?;
    stage.tap_and_type("[data-testid=point-text] input", "We begin on Monday").await?;
    stage.tap_css("[data-testid=point-add]").await?;
    stage.see("point").await?;
    stage.tap_css("[data-testid=room-end]").await?;
    stage.see_css("[data-testid=minutes-group][data-group=Decisions]").await?;
    stage.picture("minutes-of-nobody").await.map(drop)
}

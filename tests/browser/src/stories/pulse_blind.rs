//! The tablet goes round for the pulse: nothing is stored before the end, and then counts alone.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("five blind ballots leave counts and nothing else", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

/// The keys of the journal.
const KEYS: &str = "return Object.keys(localStorage).filter(it => it.startsWith('huddle/main/log')).length";

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/team/pulse").await?;
    stage.see("pulse-page").await?;
    stage.picture("begin").await?;
    let before: usize = stage.script(KEYS, json!([])).await?;
    stage.see("pulse-keep-open").await?;
    assert!(!asks(&stage).await?, "nothing would be lost");
    stage.press("pulse-begin").await?;
    for step in [1, 2, 4, 4, 5] {
        ballot(&stage, step).await?;
    }
    slip(&stage).await?;
    assert!(asks(&stage).await?, "ballots would be lost with the page");
    let during: usize = stage.script(KEYS, json!([])).await?;
    assert_eq!(during, before, "nothing is stored before the end");
    stage.picture("passing").await?;
    stage.press("pulse-end").await?;
    stage.see("pulse-round").await?;
    assert!(!asks(&stage).await?, "what is kept is kept");
    let after: usize = stage.script(KEYS, json!([])).await?;
    assert_eq!(after, before + 1, "one entry at the end");
    stage.picture("kept").await?;
    stage.assert_accessible().await?;
    few(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Of three nothing but the direction is told, and of two nothing is kept.
async fn few(stage: &Stage) -> Outcome {
    stage.press("pulse-begin").await?;
    for step in [1, 3, 5] {
        ballot(stage, step).await?;
    }
    stage.press("pulse-end").await?;
    let told = "const rounds = [...document.querySelectorAll('[data-testid=pulse-round]')];
        return rounds.length === 2 && rounds.filter(it => !it.querySelector('.survey-bars')).length === 1";
    stage.until("the second round has no counts", told).await?;
    stage.picture("trend-alone").await?;
    stage.assert_accessible().await?;
    let before: usize = stage.script(KEYS, json!([])).await?;
    stage.press("pulse-begin").await?;
    for step in [2, 4] {
        ballot(stage, step).await?;
    }
    stage.press("pulse-end").await?;
    stage.see_css(".toast[data-tone=warn]").await?;
    let after: usize = stage.script(KEYS, json!([])).await?;
    assert_eq!(after, before, "two ballots are not kept");
    assert_eq!(stage.count("pulse-round").await?, 2);
    stage.picture("too-few").await.map(drop)
}

/// Whether the browser would ask before it leaves the page.
async fn asks(stage: &Stage) -> Outcome<bool> {
    let asks = "return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    stage.script(asks, json!([])).await
}

/// While ballots go round nothing of the frame can be reached, and a wrong address drops nothing.
async fn slip(stage: &Stage) -> Outcome {
    let covered = "return ['.rail', '.head__status'].every(it => document.querySelector(it).inert)";
    stage.until("the frame is covered", covered).await?;
    let count = stage.text("pulse-count").await?;
    stage.script::<()>("location.hash = '#/team'", json!([])).await?;
    stage.until("the address is another", "return location.hash === '#/team'").await?;
    stage.until_text("pulse-count", &count).await?;
    assert_eq!(stage.count("team-table").await?, 0);
    stage.press("pulse-drop").await?;
    stage.see("pulse-drop-do").await?;
    stage.press_css(".dialog[data-open] .dialog__actions button:first-child").await?;
    stage.script::<()>("location.hash = '#/team/pulse'", json!([])).await?;
    stage.until_text("pulse-count", &count).await
}

async fn ballot(stage: &Stage, step: u32) -> Outcome {
    stage.press("pulse-answer").await?;
    stage.see("pulse-ballot").await?;
    let answer = "document.querySelectorAll('[data-testid=pulse-question]').forEach(it =>
        (it.querySelector(`input[value=\"${arguments[0]}\"]`) ?? it.querySelector('input')).click())";
    stage.script::<()>(answer, json!([step])).await?;
    if step == 1 {
        stage.picture("ballot").await?;
        stage.assert_accessible().await?;
    }
    stage.press("pulse-put-in").await?;
    stage.see("pulse-thanks").await?;
    stage.press("pulse-onward").await?;
    stage.see("pulse-passing").await.map(drop)
}

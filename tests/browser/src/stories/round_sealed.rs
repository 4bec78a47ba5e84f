//! A sealed round of three: nothing of an answer can be seen before the reveal, not even after the
//! tab was closed; then all stands there with the sum, the forecast and the goal.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("three people answer a sealed round, and all is revealed together", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

/// Worst, commit and best of each; figures that stand nowhere else on the page.
const SAID: [[&str; 3]; 2] = [["7.31万", "8.42万", "9.53万"], ["123456", "234567", "345678"]];
/// How these amounts may be written.
const SECRETS: [&str; 12] = [
    "7.31万", "8.42万", "9.53万", "73,100", "84,200", "95,300", "123456", "234567", "345678", "123,456",
    "234,567", "345,678",
];

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    in_a_meeting(&stage).await?;
    begin(&stage).await?;
    answer(&stage, SAID[0]).await?;
    assert_secret(&stage).await?;
    refuse(&stage).await?;
    answer_open(&stage, SAID[1]).await?;
    assert_secret(&stage).await?;
    stage.reload().await?;
    stage.until("the round goes on", "return document.querySelectorAll('[data-testid=round-seat][data-status=Sealed]').length === 2").await?;
    assert_secret(&stage).await?;
    stage.picture("round-hand").await?;
    later(&stage).await?;
    stage.press("round-skip").await?;
    stage.until_gone("round-next").await?;
    stage.picture("round-ready").await?;
    reveal(&stage).await?;
    promises(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The round is asked for in a meeting, whose bar leads back to it.
async fn in_a_meeting(stage: &Stage) -> Outcome {
    stage.open("#/meetings").await?;
    stage.press_in("[data-testid=meeting-kind][data-kind=pipeline]", "meeting-start").await?;
    stage.see("room").await?;
    stage.open("#/forecast/round").await?;
    stage.see("round-result").await?;
    stage.see("meeting-bar").await.map(drop)
}

/// While the tablet goes round nothing else is in reach, not even the meeting; the manager goes on
/// later.
async fn later(stage: &Stage) -> Outcome {
    let covered = "return ['.rail', '.head__status'].every(it => document.querySelector(it).inert)
        && !document.querySelector('[data-testid=meeting-bar]')";
    stage.until("the frame is out of reach", covered).await?;
    stage.tap_css("[data-testid=round-later]").await?;
    stage.until_gone("round-hand").await?;
    let back = "return !document.querySelector('.rail').inert";
    stage.until("the frame is back in reach", back).await?;
    stage.see("meeting-bar").await?;
    stage.open("#/forecast/round").await?;
    stage.see("round-next").await.map(drop)
}

/// The first three of all who are here.
async fn begin(stage: &Stage) -> Outcome {
    stage.see("round-set-up").await?;
    let three = "const boxes = [...document.querySelectorAll('[data-testid=round-person] input')];
        boxes.filter(it => it.checked).slice(3).forEach(it => it.click());
        return boxes.filter(it => it.checked).length === 3";
    stage.until("three take part", three).await?;
    stage.picture("round-set-up").await?;
    assert_accessible(stage).await?;
    stage.press("round-start").await?;
    stage.see("round-next").await?;
    assert_accessible(stage).await
}

async fn answer(stage: &Stage, said: [&str; 3]) -> Outcome {
    stage.press("round-begin").await?;
    answer_open(stage, said).await
}

async fn answer_open(stage: &Stage, said: [&str; 3]) -> Outcome {
    fill(stage, said).await?;
    stage.picture("round-answer").await?;
    assert_accessible(stage).await?;
    stage.press("round-seal").await?;
    stage.see("round-hand").await.map(drop)
}

async fn fill(stage: &Stage, said: [&str; 3]) -> Outcome {
    for (field, text) in ["round-worst", "round-commit", "round-best"].into_iter().zip(said) {
        let field = stage.see_css(&format!("[data-testid={field}] input")).await?;
        let enter = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
            arguments[0].value = arguments[1];
            arguments[0].dispatchEvent(new Event('input', { bubbles: true }))";
        stage.script::<()>(enter, json!([field.to_json()?, text])).await?;
    }
    Ok(())
}

/// What is out of order is refused with the reason, and nothing of it is lost.
async fn refuse(stage: &Stage) -> Outcome {
    stage.press("round-begin").await?;
    fill(stage, ["10万", "5万", "20万"]).await?;
    stage.press("round-seal").await?;
    let told = "return document.querySelector('[data-testid=round-refused]')?.textContent.length > 9";
    stage.until("the reason is told", told).await?;
    stage.picture("round-refused").await
    .map(drop)
}

/// Neither the page nor what undo would do holds an amount that was sealed.
async fn assert_secret(stage: &Stage) -> Outcome {
    let found = "const all = document.documentElement.outerHTML
            + [...document.querySelectorAll('input')].map(it => it.value).join(' ');
        return arguments[0].filter(it => all.includes(it))";
    let found: Vec<String> = stage.script(found, json!([SECRETS])).await?;
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

async fn reveal(stage: &Stage) -> Outcome {
    stage.press("round-reveal").await?;
    stage.see("round-result").await?;
    let rows = "return document.querySelectorAll('[data-testid=round-ranges] tbody tr').length === 2
        && document.querySelectorAll('[data-testid=round-team] tbody tr').length === 2";
    stage.until("two answers, their sum and the forecast", rows).await?;
    let sum = "return document.querySelector('[data-testid=round-figure]').textContent.includes('318,767')";
    stage.until("the commits are added up", sum).await?;
    stage.picture("round-result").await?;
    assert_accessible(stage).await?;
    for section in ["round-team", "round-ranges"] {
        let css = format!("[data-testid={section}] .chart__head button");
        stage.tap_css(&css).await?;
    }
    stage.picture("round-tables").await.map(drop)
}

/// What is to be expected of these commits, and how earlier ones were kept.
async fn promises(stage: &Stage) -> Outcome {
    stage.open("#/forecast/promises").await?;
    stage.see("promises-headline").await?;
    stage.see("promises-row").await?;
    stage.picture("promises").await?;
    assert_accessible(stage).await?;
    let people = "document.querySelector('[data-testid=promises-people]').scrollIntoView(); return true";
    stage.until("the people are in sight", people).await?;
    stage.picture("promises-people").await.map(drop)
}

/// Looks once nothing fades in or out any more.
async fn assert_accessible(stage: &Stage) -> Outcome {
    let still = "return document.getAnimations().every(it => it.playState !== 'running')";
    stage.until("nothing moves", still).await?;
    stage.assert_accessible().await
}

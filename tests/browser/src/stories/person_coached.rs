//! A person's scorecard, feedback in its three parts, and a figure that is coached.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a person is told what was seen and coached on one figure", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/team").await?;
    stage.see("team-table").await?;
    let first = "return document.querySelector('.team__link').getAttribute('href')";
    let person: String = stage.script(first, json!([])).await?;
    look(&stage, &person, "card", "card-figures").await?;
    stage.press_css("[data-testid=card-figures] td .figure").await?;
    stage.see("certificate-formula").await?;
    stage.assert_accessible().await?;
    stage.picture("card-certificate").await?;
    stage.press_key(thirtyfour::Key::Escape).await?;
    stage.until_gone("certificate-formula").await?;
    feedback(&stage, &person).await?;
    coach(&stage, &person).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn look(stage: &Stage, person: &str, tab: &str, seen: &str) -> Outcome {
    stage.open(&format!("{person}/{tab}")).await?;
    stage.see(seen).await?;
    stage.picture(tab).await?;
    assert_accessible(stage).await
}

async fn feedback(stage: &Stage, person: &str) -> Outcome {
    stage.open(&format!("{person}/feedback")).await?;
    stage.press("feedback-add").await?;
    stage.press("feedback-save").await?;
    stage.see_css("[data-testid=form-refused]:not(:empty)").await?;
    for (field, text) in [
        ("feedback-situation", "Friday, at the plant"),
        ("feedback-behaviour", "Asked three times before offering"),
        ("feedback-impact", "They named the real budget"),
    ] {
        let area = stage.see_css(&format!("[data-testid={field}] textarea")).await?;
        area.send_keys(text).await?;
    }
    stage.picture("feedback-form").await?;
    stage.press("feedback-save").await?;
    stage.see("feedback-line").await?;
    stage.picture("feedback").await?;
    assert_accessible(stage).await
}

async fn coach(stage: &Stage, person: &str) -> Outcome {
    stage.open(&format!("{person}/coaching")).await?;
    stage.press("aim-coach").await?;
    stage.see_css("[data-testid=aim-text] textarea").await?.send_keys("Two visits a week").await?;
    stage.press("aim-save").await?;
    stage.see("aim-effect").await?;
    stage.picture("coaching").await?;
    assert_accessible(stage).await
}

/// Looks once nothing fades in or out any more.
async fn assert_accessible(stage: &Stage) -> Outcome {
    let still = "return document.getAnimations().every(it => it.playState !== 'running')";
    stage.until("nothing moves", still).await?;
    stage.assert_accessible().await
}

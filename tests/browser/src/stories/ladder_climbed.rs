//! A ladder of two levels with a measured and a judged criterion; somebody is placed, judged and
//! promoted, with the figures beside.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("somebody climbs the career ladder", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/career").await?;
    stage.see("career-page").await?;
    stage.picture("empty").await?;
    for (nth, name) in ["Account manager", "Senior account manager"].into_iter().enumerate() {
        stage.press("level-add").await?;
        type_into(&stage, "level-name", name).await?;
        stage.press("level-save").await?;
        until_count(&stage, "level", nth + 1).await?;
    }
    measured(&stage).await?;
    judged(&stage).await?;
    stage.picture("ladder").await?;
    assert_accessible(&stage).await?;
    let href = "return document.querySelector('[data-testid=standing]').getAttribute('href')";
    let href: String = stage.script(href, json!([])).await?;
    stage.open(&href).await?;
    until_count(&stage, "career-criterion", 2).await?;
    stage.press("judge-met").await?;
    stage.see("judge-back").await?;
    stage.picture("person").await?;
    assert_accessible(&stage).await?;
    promote(&stage).await?;
    stage.reload().await?;
    stage.see("promotion").await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The first level takes won deals; what is no number is refused.
async fn measured(stage: &Stage) -> Outcome {
    stage.press("criterion-add").await?;
    choose(stage, "criterion-figure", "wins").await?;
    type_into(stage, "criterion-least", "many").await?;
    stage.press("criterion-save").await?;
    stage.see_css("[data-testid=criterion-form] [data-testid=form-refused]:not(:empty)").await?;
    type_into(stage, "criterion-least", "1").await?;
    stage.press("criterion-save").await?;
    until_count(stage, "criterion", 1).await
}

async fn judged(stage: &Stage) -> Outcome {
    stage.press("criterion-add").await?;
    choose(stage, "criterion-figure", "judged").await?;
    type_into(stage, "criterion-text", "Shows newcomers the way").await?;
    stage.picture("criterion").await?;
    stage.press("criterion-save").await?;
    until_count(stage, "criterion", 2).await
}

/// Without a reason nobody is promoted.
async fn promote(stage: &Stage) -> Outcome {
    stage.press("promotion-begin").await?;
    stage.see("promotion-form").await?;
    stage.press("promotion-save").await?;
    stage.see_css("[data-testid=promotion-form] [data-testid=form-refused]:not(:empty)").await?;
    type_into(stage, "promotion-reason", "Four good quarters").await?;
    stage.press("promotion-save").await?;
    stage.see("promotion").await?;
    stage.picture("promoted").await.map(drop)
}

async fn choose(stage: &Stage, test_id: &str, value: &str) -> Outcome {
    let choose = "const list = document.querySelector(arguments[0]);
        list.value = arguments[1];
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    let list = format!("[data-testid={test_id}] select");
    stage.see(test_id).await?;
    stage.script::<()>(choose, json!([list, value])).await
}

async fn type_into(stage: &Stage, test_id: &str, text: &str) -> Outcome {
    stage.fill_in(&format!("[data-testid={test_id}] input"), text).await
}

async fn until_count(stage: &Stage, test_id: &str, count: usize) -> Outcome {
    let script =
        format!("return document.querySelectorAll('[data-testid={test_id}]').length === {count}");
    stage.until("there are as many", &script).await
}

/// Looks once nothing fades in or out any more.
async fn assert_accessible(stage: &Stage) -> Outcome {
    let still = "return document.getAnimations().every(it => it.playState !== 'running')";
    stage.until("nothing moves", still).await?;
    stage.assert_accessible().await
}

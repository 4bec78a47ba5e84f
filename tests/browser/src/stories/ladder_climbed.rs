//! The sample's ladder gets two levels on top, with a measured and a judged criterion; somebody is
//! judged and promoted, with the figures beside.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// How many levels the sample's ladder has.
const LEVELS: usize = 3;
/// How many criteria they have.
const CRITERIA: usize = 6;

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
    until_count(&stage, "level", LEVELS).await?;
    stage.picture("of-the-sample").await?;
    for (nth, name) in ["Regional manager", "Sales director"].into_iter().enumerate() {
        stage.press("level-add").await?;
        type_into(&stage, "level-name", name).await?;
        stage.press("level-save").await?;
        until_count(&stage, "level", LEVELS + nth + 1).await?;
    }
    measured(&stage).await?;
    judged(&stage).await?;
    stage.picture("ladder").await?;
    assert_accessible(&stage).await?;
    // Somebody on the highest level of the sample has the first of these before them.
    let href = "return [...document.querySelectorAll('[data-testid=standing]')]
        .find(it => it.textContent.includes('Regional manager')).getAttribute('href')";
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

/// The form of a criterion opens in the first of the levels that were added.
async fn add_criterion(stage: &Stage) -> Outcome {
    let script = "const level = document.querySelectorAll('[data-testid=level]')[arguments[0]];
        level.querySelector('[data-testid=criterion-add]').click()";
    stage.script::<()>(script, json!([LEVELS])).await?;
    stage.see("criterion-form").await.map(drop)
}

/// The first level that was added takes won deals; what is no number is refused.
async fn measured(stage: &Stage) -> Outcome {
    add_criterion(stage).await?;
    choose(stage, "criterion-figure", "wins").await?;
    type_into(stage, "criterion-least", "many").await?;
    stage.press("criterion-save").await?;
    stage.see_css("[data-testid=criterion-form] [data-testid=form-refused]:not(:empty)").await?;
    type_into(stage, "criterion-least", "1").await?;
    stage.press("criterion-save").await?;
    until_count(stage, "criterion", CRITERIA + 1).await
}

async fn judged(stage: &Stage) -> Outcome {
    add_criterion(stage).await?;
    choose(stage, "criterion-figure", "judged").await?;
    type_into(stage, "criterion-text", "Shows newcomers the way").await?;
    stage.picture("criterion").await?;
    stage.press("criterion-save").await?;
    until_count(stage, "criterion", CRITERIA + 2).await
}

/// Without a reason nobody is promoted.
async fn promote(stage: &Stage) -> Outcome {
    stage.press("promotion-begin").await?;
    stage.see("promotion-form").await?;
    stage.press("promotion-save").await?;
    stage.see_css("[data-testid=promotion-form] [data-testid=form-refused]:not(:empty)").await?;
    type_into(stage, "promotion-reason", "Four good quarters").await?;
    stage.press("promotion-save").await?;
    until_count(stage, "promotion", 2).await?;
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

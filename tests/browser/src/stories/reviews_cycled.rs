//! A review cycle: reviews of everybody are begun in one step, undone and begun again; one of them is
//! written with the whole period in front, met about and closed, and the table tells it.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("reviews of the whole team are begun at once and told in a table", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/team").await?;
    stage.press_css("[data-testid=team-reviews]").await?;
    stage.see("cycle-begin").await?;
    stage.picture("before").await?;
    begin(&stage).await?;
    write(&stage).await?;
    stage.open("#/team/reviews").await?;
    let done =
        "return document.querySelectorAll('[data-testid=cycle-row] [data-done]').length === 4";
    stage.until("self, manager, met and closed are told", done).await?;
    stage.picture("one-closed").await?;
    assert_accessible(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// As many reviews are there as the button said; one step back there is none. Who has one is left
/// out of the next cycle.
async fn begin(stage: &Stage) -> Outcome {
    let said: usize = stage
        .script(
            "return Number(document.querySelector('[data-testid=cycle-begin-do]').textContent.match(/[0-9]+/)[0])",
            json!([]),
        )
        .await?;
    for undone in [true, false] {
        stage.press("cycle-begin-do").await?;
        let rows = format!(
            "return document.querySelectorAll('[data-testid=cycle-row]').length === {said}"
        );
        stage.until("everybody has a review", &rows).await?;
        if undone {
            stage.press("undo").await?;
            stage.until_gone("cycle-row").await?;
        }
    }
    let left_out = format!(
        "return document.querySelectorAll('[data-testid=cycle-left-out]').length >= {said}
            && document.querySelector('[data-testid=cycle-begin-do]').disabled"
    );
    stage.until("who has one is left out", &left_out).await?;
    stage.picture("begun").await?;
    assert_accessible(stage).await
}

/// The way from the table to a review, and the review to its end.
async fn write(stage: &Stage) -> Outcome {
    stage.press_css("[data-testid=cycle-row] .team__link").await?;
    stage.see("evidence-line").await?;
    stage.picture("evidence").await?;
    assert_accessible(stage).await?;
    stage.press_css("[data-testid=evidence-line] button.figure").await?;
    stage.see("certificate-formula").await?;
    stage.picture("evidence-records").await?;
    stage.press_key(thirtyfour::Key::Escape).await?;
    stage.until_gone("certificate-formula").await?;
    seal(stage, "manager").await?;
    let page: String = stage.script("return location.hash", json!([])).await?;
    stage.press("growth-hand").await?;
    stage.see("face-leave").await?;
    stage.script::<()>("location.hash = arguments[0]", json!([page])).await?;
    seal(stage, "own").await?;
    stage.picture("own-done").await?;
    stage.press("face-leave").await?;
    stage.press("face-leave-do").await?;
    stage.until_gone("face-leave").await?;
    stage.open(&page).await?;
    stage.press("review-share").await?;
    stage.press("review-close").await?;
    stage.see("review-reopen").await?;
    stage.picture("closed").await.map(drop)
}

/// Gives every criterion of one side a four and seals it.
async fn seal(stage: &Stage, side: &str) -> Outcome {
    let form = format!("[data-testid=review-form-{side}]");
    stage.see_css(&form).await?;
    let fours = "document.querySelectorAll(arguments[0] + ' input[value=\"4\"]').forEach(it => it.click())";
    stage.script::<()>(fours, json!([form])).await?;
    stage.press(&format!("review-seal-{side}")).await?;
    let gone = format!("return !document.querySelector('{form}')");
    stage.until("the side is sealed", &gone).await
}

/// Looks once nothing fades in or out any more.
async fn assert_accessible(stage: &Stage) -> Outcome {
    let still = "return document.getAnimations().every(it => it.playState !== 'running')";
    stage.until("nothing moves", still).await?;
    stage.assert_accessible().await
}

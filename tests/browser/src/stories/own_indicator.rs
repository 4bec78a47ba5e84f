//! An indicator of the manager's own: a formula that is wrong is marked where it is, mended with a
//! tap, looked at before it is kept, and then a goal is set for it; in use it stays.

use thirtyfour::Key;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("an own indicator grows from a wrong formula to a goal for it", run)
        .in_sizes(&[Size::Landscape, Size::Portrait, Size::Phone])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/goals/indicators").await?;
    stage.see("indicator-row").await?;
    stage.picture("indicators").await?;
    stage.press("indicators-new").await?;
    stage.see("indicator-form").await?;
    let zh = stage.case.lang == Lang::Zh;
    let (wrong, right) = match zh {
        true => ("赢单金 ÷ （电话次数 ＋ 拜访次数", "每次拜访赢单额"),
        false => ("Won amont / (Calls + Visits", "Won per word"),
    };
    type_into(&stage, "[data-testid=indicator-name] input", right).await?;
    type_into(&stage, "[data-testid=indicator-typed] textarea", wrong).await?;
    stage.see("indicator-wrong").await?;
    stage.assert_accessible().await?;
    stage.picture("indicator-wrong").await?;
    stage.press("indicator-fix").await?;
    stage.until_gone("indicator-fix").await?;
    stage.see("indicator-wrong").await?;
    type_into(&stage, "[data-testid=indicator-typed] textarea", if zh { "）" } else { ")" }).await?;
    stage.see("indicator-company").await?;
    stage.picture("indicator-preview").await?;
    certified(&stage).await?;
    stage.press("indicator-save").await?;
    stage.until_gone("indicator-form").await?;
    stage.see_css("[data-measure^=own_]").await?;
    set_goal(&stage).await?;
    keeps(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// A value opens its formula, what was counted and the records; what is typed stays.
async fn certified(stage: &Stage) -> Outcome {
    stage.press("indicator-company").await?;
    stage.see("certificate-formula").await?;
    stage.see_css(".dialog[data-open] .certificate__record").await?;
    stage.assert_accessible().await?;
    stage.picture("indicator-certificate").await?;
    stage.press_key(Key::Escape).await?;
    stage.until_gone("certificate-formula").await?;
    stage.see("indicator-form").await.map(drop)
}

async fn type_into(stage: &Stage, field: &str, text: &str) -> Outcome {
    stage.see_css(field).await?.send_keys(text).await?;
    Ok(())
}

/// A goal for the company, and the line of it on the page of goals.
async fn set_goal(stage: &Stage) -> Outcome {
    stage.tap_css("[data-measure^=own_]").await?;
    stage.tap_css("[data-testid=indicator-goals]").await?;
    stage.press("target-company").await?;
    stage.until_focus("[data-testid=target-input]").await?;
    stage.type_text("20000").await?;
    stage.press_key(Key::Enter).await?;
    stage.see_css("[data-testid=measured-row-company] .goals__bar").await?;
    stage.assert_accessible().await?;
    stage.picture("measured").await?;
    stage.open("#/goals").await?;
    stage.see("measured-line").await?;
    stage.picture("goals-with-others").await.map(drop)
}

/// With a goal it is not deleted; the undo of the goal lets it go.
async fn keeps(stage: &Stage) -> Outcome {
    stage.open("#/goals/indicators").await?;
    stage.tap_css("[data-measure^=own_]").await?;
    stage.press("indicator-delete").await?;
    stage.see_css("[data-testid=toasts] *, .toast").await?;
    stage.see("indicator-form").await?;
    Ok(())
}

//! A contest is begun, its first places are shown to all and the others to each alone.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a contest shows the first places and one's own", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

/// How it stands: places, or that nobody has scored yet.
const STANDS: &str = "[data-testid=contest-place], [data-testid=contest-nobody-yet]";

/// A script about how many of those who can take part are ticked.
fn ticked(what: &str) -> String {
    format!(
        "const boxes = [...document.querySelectorAll('[data-testid=contest-form] .people__person input')];
        const all = boxes.length, on = boxes.filter(it => it.checked).length;
        return {what}"
    )
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/contests").await?;
    stage.press("contest-add").await?;
    stage.see_css("[data-testid=contest-name] input").await?.send_keys("Autumn").await?;
    stage.press("contest-save").await?;
    stage.see_css("[data-testid=form-refused]:not(:empty)").await?;
    let words = "const list = document.querySelector('[data-testid=contest-counted] select');
        list.value = 'words';
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    stage.script::<()>(words, json!([])).await?;
    // Everybody, nobody and a whole team with one tap.
    stage.press("contest-everybody").await?;
    stage.until("everybody takes part", &ticked("0 < all && on === all")).await?;
    stage.press("contest-nobody").await?;
    stage.until("nobody takes part", &ticked("on === 0")).await?;
    stage.press("contest-team").await?;
    stage.until("a team takes part", &ticked("0 < on && on < all")).await?;
    stage.press("contest-everybody").await?;
    stage.until("everybody takes part again", &ticked("0 < all && on === all")).await?;
    stage.picture("form").await?;
    stage.press("contest-save").await?;
    stage.see_css(STANDS).await?;
    stage.picture("places").await?;
    let still = "return document.getAnimations().every(it => it.playState !== 'running')";
    stage.until("nothing moves", still).await?;
    stage.assert_accessible().await?;
    // It runs for a month, so it cannot be ended today.
    stage.press("contest-end").await?;
    stage.until("it is said until when it runs", "return !!document.querySelector('.toast')").await?;
    assert_eq!(stage.count("contest-end").await?, 1);
    // A prize is added while it runs: everybody sees that.
    stage.press("contest-edit").await?;
    stage.see("contest-edit-note").await?;
    stage.see_css("[data-testid=contest-prize-field] input").await?.send_keys("Dinner").await?;
    stage.assert_accessible().await?;
    stage.picture("edited").await?;
    stage.press("contest-save").await?;
    stage.see("contest-prize").await?;
    stage.tap_css("[data-testid=contest] summary").await?;
    stage.see("contest-change").await?;
    stage.picture("changes").await?;
    stage.reload().await?;
    stage.see_css(STANDS).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

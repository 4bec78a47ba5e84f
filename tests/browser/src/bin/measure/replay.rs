//! The replay of a plan over the year of the imported deals: until it is told, and for how long it
//! blocks the page on the way. At own speed, as its budget is meant.

use serde_json::json;

use browser_stories::harness::{Outcome, Stage};

use crate::SLOWER;
use crate::figure::Figure;
use crate::watch;

/// The page begins shortly after the last of the imported deals, so that its year is the one that
/// a replay goes by.
const AFTER_THE_YEAR: &str = "
const Today = Date;
const ahead = Today.UTC(2018, 0, 5) - Today.now();
globalThis.Date = class extends Today {
  constructor(...moment) { super(...(moment.length === 0 ? [Today.now() + ahead] : moment)); }
  static now() { return Today.now() + ahead; }
};";

/// The page stands with its leads, slowed down. It stays at its own speed and in that year, so this
/// is the last thing to be measured.
pub(crate) async fn figures(stage: &Stage) -> Outcome<Vec<Figure>> {
    let script = json!({ "source": AFTER_THE_YEAR });
    stage.browser.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
    stage.slow_down(1).await?;
    stage.reload().await?;
    stage.until_ready().await?;
    stage.open("#/pay").await?;
    stage.press("pay-new").await?;
    stage.see("pay-sound").await?;
    stage.press("pay-publish").await?;
    stage.see("pay-plan").await?;
    let mut figures = Vec::new();
    for (speed, budget) in [(1, Some(2_000.0)), (SLOWER, None)] {
        stage.slow_down(speed).await?;
        let [told, block] = replay(stage).await?;
        let what = match budget {
            Some(_) => "replay of a plan over 10,000 deals in twelve months".to_owned(),
            None => format!("– the same, {speed}x slower CPU"),
        };
        let told = Figure::ms(what, told);
        figures.push(match budget {
            Some(budget) => told.within(budget),
            None => told,
        });
        figures.push(Figure::ms("– longest block on the way", block));
    }
    Ok(figures)
}

/// Replays what is published, and gives the time until it is told and the longest block.
async fn replay(stage: &Stage) -> Outcome<[f64; 2]> {
    stage.open("#/more").await?;
    stage.see("more-page").await?;
    stage.open("#/pay").await?;
    stage.see("pay-replay").await?;
    watch::idle(stage).await?;
    watch::begin_blocks(stage).await?;
    let told = stage
        .script(
            "const begun = performance.now();
             document.querySelector('[data-testid=pay-replay]').click();
             return new Promise((resolve) => {
               const look = () => (document.querySelector('[data-testid=replay-row]')
                 ? resolve(performance.now() - begun)
                 : requestAnimationFrame(look));
               look();
             });",
            json!([]),
        )
        .await?;
    Ok([told, watch::longest_block(stage).await?])
}

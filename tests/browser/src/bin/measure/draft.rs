//! A draft over all open leads: set up, begun, and picks one after the other.

use serde_json::json;

use browser_stories::harness::{Outcome, Stage};

use crate::figure::{Figure, worst};
use crate::watch;

/// How many leads are picked.
const PICKS: usize = 12;

/// The page stands with its leads, slowed down.
pub(crate) async fn figures(stage: &Stage) -> Outcome<Vec<Figure>> {
    stage.open("#/leads/draft").await?;
    stage.see("draft-set-up").await?;
    let pool = "[data-testid=draft-pool] label:last-of-type input";
    click(stage, pool, "count('[data-testid=draft-person]') > 0").await?;
    let mut ticks = Vec::new();
    for place in 1..=3 {
        let person = format!("[data-testid=draft-person]:nth-child({place}) input");
        let out = format!("document.querySelector(\"{person}\").checked === false");
        ticks.push(click(stage, &person, &out).await?);
    }
    let begun = click(
        stage,
        "[data-testid=draft-begin] button, button[data-testid=draft-begin]",
        "count('[data-testid=draft-offer]') > 0",
    )
    .await?;
    let mut picks = Vec::new();
    for _ in 0..PICKS {
        picks.push(pick(stage).await?);
    }
    let what = "draft of all open leads, 4x slower CPU";
    Ok(vec![
        Figure::ms(format!("{what}: somebody left out, longest block"), worst(&ticks)),
        Figure::ms("– begun, longest block", begun),
        Figure::ms(format!("– a pick, longest block of {PICKS}"), worst(&picks)).within(100.0),
    ])
}

async fn pick(stage: &Stage) -> Outcome<f64> {
    let round = "document.querySelector('[data-testid=draft-round]').textContent";
    let before: String = stage.script(&format!("return {round}"), json!([])).await?;
    let moved = format!("{round} !== {}", json!(before));
    click(stage, "[data-testid=draft-pick]", &moved).await
}

/// Clicks the first such thing and gives the longest block until `expression` holds.
async fn click(stage: &Stage, css: &str, expression: &str) -> Outcome<f64> {
    // A box to tick may lie unseen below its drawing.
    let there = format!("return Boolean(document.querySelector({}))", json!(css));
    stage.until(&format!("{css} is there"), &there).await?;
    watch::idle(stage).await?;
    watch::begin_blocks(stage).await?;
    stage.script::<()>("document.querySelector(arguments[0]).click()", json!([css])).await?;
    watch::until(stage, expression).await?;
    // Two frames: what follows a change is done by then, and a page that is watched never idles.
    let frames = "return new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(null))))";
    stage.script::<()>(frames, json!([])).await?;
    watch::longest_block(stage).await
}

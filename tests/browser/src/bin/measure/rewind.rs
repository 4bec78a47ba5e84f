//! A meeting of 500 changes on a board of 10,000 leads, gone through again: until the board of then
//! stands, and change by change.

use std::time::Instant;

use browser_stories::harness::{Outcome, Stage};
use browser_stories::pages::Frame;

use crate::figure::{Figure, median, worst};
use crate::watch;

/// Two changes a round.
const ROUNDS: u32 = 250;
const SUMS: &str = "texts('.rewind__sum')";
/// Looked at one by one; the rest is gone through in the same way.
const STEPS: usize = 40;

/// The page stands slowed down, with its leads.
pub(crate) async fn figures(stage: &Stage) -> Outcome<Vec<Figure>> {
    stage.start("#/meetings").await?;
    stage.press_in("[data-testid=meeting-kind][data-kind=pipeline]", "meeting-start").await?;
    stage.see("room").await?;
    stage.open("#/leads").await?;
    stage.press("card-move").await?;
    stage.press_css("[data-testid=move-choice]:not([aria-current])").await?;
    stage.until_gone("move-choice").await?;
    Frame::of(stage).undo_and_redo(ROUNDS).await?;
    watch::idle(stage).await?;
    let begun = Instant::now();
    stage.open("#/meetings/rewind").await?;
    watch::until(stage, &format!("{SUMS} !== ''")).await?;
    let stands = begun.elapsed().as_secs_f64() * 1e3;
    let mut steps = Vec::new();
    for _ in 0..STEPS {
        let earlier = "nth('[data-testid=rewind-earlier]', 0)";
        steps.push(watch::tap(stage, earlier, SUMS).await?.ms);
    }
    Ok(vec![
        Figure::ms("board of then stands after 500 changes, 4x slower CPU", stands),
        Figure::ms("– one change back, painted: median", median(&steps)),
        Figure::ms("– worst", worst(&steps)),
    ])
}

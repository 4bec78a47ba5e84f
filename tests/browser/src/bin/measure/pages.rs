//! Pages that work out much, opened one after the other: until they stand, and for how long they
//! block on the way. At own speed: the budget is what a finger notices on the tablet itself.

use std::time::Instant;

use browser_stories::harness::{Outcome, Stage};
use serde_json::json;

use crate::SLOWER;
use crate::figure::Figure;
use crate::watch;

/// Each address with what stands there in the end.
const PAGES: [(&str, &str); 8] = [
    ("#/goals", "[data-testid=goals-table]"),
    ("#/goals/grid/2017", "[data-testid=quotas-grid]"),
    ("#/goals/fair/2017-Q4", "[data-testid^=fair]"),
    ("#/forecast/2017-Q4", "[data-testid=forecast-landing], [data-testid=forecast-sentence]"),
    ("#/insight", "[data-testid=insight-rates]"),
    ("#/insight/funnel", "[data-testid=insight-funnel]"),
    ("#/insight/trends", "[data-testid=insight-trends]"),
    ("#/insight/cohorts", "[data-testid=insight-cohorts]"),
];

/// The page stands with its leads; afterwards it is slowed down again.
pub(crate) async fn figures(stage: &Stage) -> Outcome<Vec<Figure>> {
    let mut figures = Vec::new();
    stage.slow_down(1).await?;
    for (address, seen) in PAGES {
        stage.open("#/more").await?;
        stage.see("more-page").await?;
        watch::idle(stage).await?;
        watch::begin_blocks(stage).await?;
        let begun = Instant::now();
        stage.script::<()>("location.hash = arguments[0]", json!([address])).await?;
        stage
            .until(address, &format!("return Boolean(document.querySelector(\"{seen}\"))"))
            .await?;
        let stands = begun.elapsed().as_secs_f64() * 1_000.0;
        let block = watch::longest_block(stage).await?;
        figures.push(Figure::ms(format!("{address} stands"), stands));
        figures.push(Figure::ms("– longest block on the way", block));
    }
    stage.slow_down(SLOWER).await?;
    Ok(figures)
}

//! The 35 people of a real CRM get their quotas for its last quarter from the grid: the company's
//! figure is typed and goes to all of them in equal shares, all of it in a few taps.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{ImportPage, QuotasPage};

/// How many people the files name as sales agents.
const PEOPLE: usize = 35;
/// What the company is to win in the quarter, in minor units.
const QUOTA: i64 = 290_000_000;
/// Taps and keys that it may take: at the 1.1 s of a tap, 0.28 s of a key and 1.35 s of a thought
/// before each step (Card, Moran and Newell, 1980) that is well within half a minute.
const TAPS: usize = 3;

/// On a tablet, in both engines.
pub fn story() -> Story {
    Story::new("the people of a real team get their quotas from the grid in a few taps", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En])
}

async fn run(stage: Stage) -> Outcome {
    stage.start("#/data/import").await?;
    ImportPage::here(&stage).bring_in().await?;
    let grid = QuotasPage::at(&stage, "#/goals/grid/2017").await?;
    count_taps(&stage).await?;
    grid.set(&grid.company(4), "2900000").await?;
    grid.until(&grid.company(4), QUOTA).await?;
    let amounts = grid.amounts().await?;
    let people: Vec<i64> = amounts
        .iter()
        .filter(|(cell, minor)| {
            cell.starts_with("person:") && cell.ends_with("Q4") && 0 < **minor
        })
        .map(|(_, minor)| *minor)
        .collect();
    assert_eq!(people.len(), PEOPLE, "everybody has a quota");
    assert_eq!(people.iter().sum::<i64>(), QUOTA, "the parts are the whole");
    let taps: usize = stage.script("return window.taps", json!([])).await?;
    assert!(taps <= TAPS, "{taps} taps");
    grid.assert_whole().await?;
    stage.picture("quotas-of-a-team").await?;
    let elements = grid.elements().await?;
    assert!(elements <= 2_500, "{elements} elements");
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn count_taps(stage: &Stage) -> Outcome {
    let count = "window.taps = 0;
        addEventListener('pointerdown', () => { window.taps += 1; }, true)";
    stage.script(count, json!([])).await
}

//! How fast the machine is today: the same piece of work every time, so that figures of two days
//! can be compared, and a tap that does next to nothing.

use serde_json::json;

use browser_stories::harness::{Outcome, Stage};

use crate::figure::{Figure, median};
use crate::watch;

const RUNS: usize = 5;
const TAPS: usize = 12;

/// Builds a table of 300 rows of 10 cells, lays it out and takes it away; and adds numbers.
const WORK: &str = "
    const begun = performance.now();
    const table = document.createElement('table');
    for (let row = 0; row < 300; row += 1) {
      const tr = table.insertRow();
      for (let cell = 0; cell < 10; cell += 1) tr.insertCell().textContent = `${row} ${cell}`;
    }
    document.body.append(table);
    const height = table.offsetHeight;
    table.remove();
    let sum = height;
    for (let turn = 0; turn < 3e6; turn += 1) sum = (Math.imul(sum, 1664525) + 1013904223) | 0;
    return performance.now() - begun + (sum === 0.5 ? 1 : 0);";

/// A button over the page that counts its taps.
const COUNTER: &str = "
    const it = document.createElement('button');
    it.id = 'floor';
    it.textContent = '0';
    it.style = 'position: fixed; inset: auto 0 50% auto; inline-size: 64px; block-size: 64px; z-index: 9';
    it.onclick = () => { it.textContent = Number(it.textContent) + 1; };
    document.body.append(it);";

/// The page stands slowed down, with its leads.
pub(crate) async fn figures(stage: &Stage) -> Outcome<Vec<Figure>> {
    stage.start("#/leads").await?;
    watch::idle(stage).await?;
    let mut works = Vec::new();
    for _ in 0..RUNS {
        works.push(stage.script(WORK, json!([])).await?);
    }
    stage.script::<()>(COUNTER, json!([])).await?;
    let mut taps = Vec::new();
    for _ in 0..TAPS {
        taps.push(watch::tap(stage, "nth('#floor', 0)", "text('#floor')").await?.paint_ms);
    }
    stage.script::<()>("document.getElementById('floor').remove()", json!([])).await?;
    Ok(vec![
        Figure::ms(
            "the machine today: 3,000 cells and 3 million sums, 4x slower CPU",
            median(&works),
        ),
        Figure::ms("– a tap that changes one figure, to the next paint", median(&taps)),
    ])
}

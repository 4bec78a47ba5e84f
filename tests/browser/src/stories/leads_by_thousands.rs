//! Thousands of leads in lanes and in a table: only what is in sight is built.

use serde_json::json;

use crate::harness::{Engine, Outcome, Stage, Story};
use crate::pages::{Board, ImportPage};

/// The most nodes that a page of leads has.
const MOST_NODES: usize = 2_500;

/// Nodes are the same in both engines.
pub fn story() -> Story {
    Story::new("lanes and table of 8,800 leads build only what is in sight", run)
        .only_in(Engine::Chromium)
}

async fn run(stage: Stage) -> Outcome {
    stage.start("#/data/import").await?;
    ImportPage::here(&stage).bring_in().await?;
    scroll_by_finger(&stage).await?;
    for lanes in ["owner", "priority", "source"] {
        look(&stage, &format!("#/leads?lanes={lanes}"), "lane", ".stack").await?;
    }
    look(&stage, "#/leads?view=table&sort=-amount", "lead-row", ".table-scroll").await?;
    Board::here(&stage).select().await?;
    stage.press("select-all").await?;
    let said = "return document.querySelector('[data-testid=selection-count]').textContent.includes('8,800')";
    stage.until("all are said to be selected", said).await?;
    stage.picture("thousands").await.map(drop)
}

/// A finger that moves scrolls a full column and lifts nothing.
async fn scroll_by_finger(stage: &Stage) -> Outcome {
    stage.open("#/leads").await?;
    let from = stage.middle_of("lead-card").await?.shifted(0, 300);
    let watch = "window.lifted = false;
        new MutationObserver(() => { window.lifted ||= document.querySelector('[data-left]') !== null })
            .observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-left'] });";
    stage.script::<()>(watch, json!([])).await?;
    stage.swipe(from, from.shifted(0, -250)).await?;
    let scrolled = "return [...document.querySelectorAll('.window')].some((it) => 0 < it.scrollTop)";
    stage.until("the column scrolls", scrolled).await?;
    assert!(!stage.script::<bool>("return window.lifted", json!([])).await?);
    Ok(())
}

/// At the top, in the middle, and at the end.
async fn look(stage: &Stage, address: &str, seen: &str, scroller: &str) -> Outcome {
    stage.open(address).await?;
    stage.see(seen).await?;
    for share in [0.0, 0.5, 1.0] {
        let scroll = "const it = document.querySelector(arguments[0]);
                      it.scrollTop = arguments[1] * (it.scrollHeight - it.clientHeight);";
        stage.script::<()>(scroll, json!([scroller, share])).await?;
        let built = format!(
            "const box = document.querySelector('{scroller}').getBoundingClientRect();
             const under = document.elementFromPoint(box.x + box.width / 3, box.y + box.height / 2);
             return under?.closest('[data-testid={seen}]') !== null"
        );
        stage.until(&format!("{address} is built at {share}"), &built).await?;
        let nodes: usize = stage.script(NODES, json!([])).await?;
        assert!(nodes < MOST_NODES, "{address} at {share} has {nodes} nodes");
    }
    Ok(())
}

const NODES: &str = "const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
                     let nodes = 1;
                     while (walker.nextNode()) nodes += 1;
                     return nodes;";

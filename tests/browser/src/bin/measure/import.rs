//! Ten thousand deals through the import's wizard.

use serde_json::json;
use thirtyfour::By;
use xtask::{leads, paths};

use browser_stories::harness::{Driver, Outcome, Stage};

use crate::figure::{Figure, median};
use crate::{SLOWER, fresh_stage, watch};

/// Imports a figure is the median of.
const IMPORTS: usize = 3;

/// How an import went, in milliseconds.
struct Import {
    planned: f64,
    planning_block: f64,
    committed: f64,
    commit_block: f64,
}

pub(crate) async fn figures(driver: &Driver) -> Outcome<Vec<Figure>> {
    let [committed, block, planned, planning_block] = imports_at(driver, 1).await?;
    let slow = imports_at(driver, SLOWER).await?;
    let [slow_committed, slow_block, slow_planned, slow_planning_block] = slow;
    Ok(vec![
        Figure::ms("import of 10,000 deals: button to done", committed).within(1000.0),
        Figure::ms("– longest block meanwhile", block).within(50.0),
        Figure::ms("– read and planned before that", planned),
        Figure::ms("– longest block meanwhile", planning_block).within(50.0),
        Figure::ms("import, 4x slower CPU: button to done", slow_committed),
        Figure::ms("– longest block meanwhile", slow_block),
        Figure::ms("– read and planned before that", slow_planned),
        Figure::ms("– longest block meanwhile", slow_planning_block),
    ])
}

async fn imports_at(driver: &Driver, slower: u32) -> Outcome<[f64; 4]> {
    let mut imports = Vec::new();
    for _ in 0..IMPORTS {
        let stage = fresh_stage(driver).await?;
        imports.push(import(&stage, slower).await?);
        stage.browser.clone().quit().await?;
    }
    let values: [fn(&Import) -> f64; 4] =
        [|it| it.committed, |it| it.commit_block, |it| it.planned, |it| it.planning_block];
    Ok(values.map(|value| median(&imports.iter().map(value).collect::<Vec<_>>())))
}

/// Brings the deals in.
pub(crate) async fn bring_in(stage: &Stage) -> Outcome {
    import(stage, 1).await.map(drop)
}

async fn import(stage: &Stage, slower: u32) -> Outcome<Import> {
    stage.slow_down(1).await?;
    stage.start("#/data/import").await?;
    stage.see("import-drop").await?;
    watch::idle(stage).await?;
    stage.slow_down(slower).await?;
    let (planned, planning_block) = plan(stage).await?;
    watch::tap(
        stage,
        "nth('[data-testid=import-next]', 0)",
        "count('[data-testid=import-counts]')",
    )
    .await?;
    let button = watch::reachable(stage, "nth('[data-testid=import-commit]', 0)").await?;
    watch::begin(stage, "count('[data-testid=import-done]')").await?;
    watch::begin_blocks(stage).await?;
    stage.tap_at(button).await?;
    let committed = watch::end(stage).await?;
    let commit_block = watch::longest_block(stage).await?;
    assert_arrived(stage).await?;
    Ok(Import { planned, planning_block, committed, commit_block })
}

/// From the choice of the files until the wizard shows their columns.
async fn plan(stage: &Stage) -> Outcome<(f64, f64)> {
    stage
        .script::<()>(
            "const input = document.querySelector('[data-testid=import-input]');
             window.planned = new Promise((resolve) => input.addEventListener('change', ({ timeStamp }) => {
               const frame = () => document.querySelector('[data-testid=import-columns]')
                 ? resolve(performance.now() - timeStamp) : requestAnimationFrame(frame);
               frame();
             }, { capture: true, once: true }));",
            json!([]),
        )
        .await?;
    watch::begin_blocks(stage).await?;
    let files = leads::write(&paths::target().join("measure"), leads::DEALS)
        .map_err(|trouble| trouble.to_string())?;
    let files: Vec<String> = files.iter().map(|it| it.display().to_string()).collect();
    let input = stage.browser.find(By::Css("[data-testid=import-input]")).await?;
    input.send_keys(files.join("\n")).await?;
    let planned = stage.script("return window.planned", json!([])).await?;
    Ok((planned, watch::longest_block(stage).await?))
}

/// Holds that all deals are on the board.
async fn assert_arrived(stage: &Stage) -> Outcome {
    stage.script::<()>("location.hash = '#/leads'", json!([])).await?;
    let counts = "[...document.querySelectorAll('[data-testid=column-count]')]";
    let sum = format!(
        "{counts}.map((it) => Number(it.textContent.replace(/\\D/g, ''))).reduce((sum, it) => sum + it, 0) === {}",
        leads::DEALS
    );
    watch::until(stage, &sum).await
}

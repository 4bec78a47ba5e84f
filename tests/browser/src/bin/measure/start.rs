//! From the start of the navigation to a page that can be used, and what it takes then.

use browser_stories::harness::{Driver, Outcome, Size, Stage};
use serde::Deserialize;
use serde_json::json;
use xtask::server::Fault;

use crate::figure::{Figure, median};
use crate::{LOADS, SLOWER, fresh_stage, watch};

/// The shell is measured with the module held back: on a real network it comes later.
pub(crate) async fn empty(driver: &Driver) -> Outcome<Vec<Figure>> {
    let (mut paints, mut readies) = (Vec::new(), Vec::new());
    for _ in 0..LOADS {
        let stage = fresh_stage(driver).await?;
        stage.server().break_path(".wasm", Fault::Held);
        stage.open("").await?;
        paints.push(stage.first_paint_ms().await?);
        stage.server().heal();
        stage.until_ready().await?;
        stage.browser.clone().quit().await?;

        let stage = fresh_stage(driver).await?;
        stage.open("").await?;
        readies.push(stage.ready_ms().await?);
        stage.browser.clone().quit().await?;
    }
    let stage = fresh_stage(driver).await?;
    stage.start("").await?;
    let memory = stage.memory().await?;
    stage.browser.clone().quit().await?;
    Ok(vec![
        Figure::ms("static shell painted, 4x slower CPU", median(&paints)).within(300.0),
        Figure::ms("app stands, empty, 4x slower CPU", median(&readies)),
        Figure::bytes("heap, empty", memory.heap_bytes),
        Figure::bytes("memory of the module, empty", memory.module_bytes),
        Figure::count("nodes, empty", memory.nodes).within(2500.0),
    ])
}

/// When a start came to what, in milliseconds from its navigation.
#[derive(Deserialize)]
struct Start {
    ready: f64,
    shown: f64,
    answered: f64,
}

/// Loads of a page that holds its leads and has its files from the service worker.
pub(crate) async fn full(stage: &Stage) -> Outcome<Vec<Figure>> {
    stage.start("#/leads").await?;
    stage.until_offline_ready().await?;
    let watching = stage
        .browser
        .cdp()
        .send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH_START }))
        .await?;
    stage.slow_down(SLOWER).await?;
    let mut starts = Vec::new();
    for _ in 0..LOADS {
        load_board(stage).await?;
        starts.push(stage.script::<Start>("return window.started", json!([])).await?);
    }
    stage.slow_down(1).await?;
    stage.browser.cdp().send_raw("Page.removeScriptToEvaluateOnNewDocument", watching).await?;
    let middle = |value: fn(&Start) -> f64| median(&starts.iter().map(value).collect::<Vec<_>>());
    Ok(vec![
        Figure::ms("10,000 leads, 4x slower CPU: app stands", middle(|it| it.ready)),
        Figure::ms("– cards painted", middle(|it| it.shown)),
        Figure::ms("– board usable: a tap at that moment is answered", middle(|it| it.answered))
            .within(1500.0),
    ])
}

/// Loads the board anew. Other pages would be kept by the browser, for its button back.
async fn load_board(stage: &Stage) -> Outcome {
    stage.script::<()>("history.replaceState(null, '', '#/leads')", json!([])).await?;
    stage.reload().await
}

/// Taps the first card as soon as cards are painted.
const WATCH_START: &str = "
    const frame = () => new Promise(requestAnimationFrame);
    const until = async (css) => { while (!document.querySelector(css)) await frame(); await frame(); };
    window.started = (async () => {
      await until('[data-testid=lead-card]');
      const shown = performance.now();
      document.querySelector('[data-testid=lead-card]').click();
      await until('[data-testid=lead-facts]');
      const ready = performance.getEntriesByName('huddle-ready')[0].startTime;
      return { ready, shown, answered: performance.now() };
    })();";

/// What a page with its leads takes, on every screen.
pub(crate) async fn memory(stage: &Stage) -> Outcome<Vec<Figure>> {
    let mut figures = Vec::new();
    for (size, name) in
        [(Size::Landscape, "landscape"), (Size::Portrait, "portrait"), (Size::Phone, "phone")]
    {
        stage.resize(size).await?;
        load_board(stage).await?;
        stage.see("lead-card").await?;
        watch::idle(stage).await?;
        let memory = stage.memory().await?;
        if size == Size::Landscape {
            let [heap, module] = [memory.heap_bytes, memory.module_bytes];
            figures.extend([
                Figure::bytes("memory after load, 10,000 leads", heap + module).within(60.0),
                Figure::bytes("– of it heap", heap),
                Figure::bytes("– of it the module", module),
            ]);
        }
        let what = format!("nodes, 10,000 leads, {name}");
        figures.push(Figure::count(what, memory.nodes).within(2500.0));
    }
    stage.resize(Size::Landscape).await?;
    Ok(figures)
}

//! An assignment is worked out by the worker, without a network too, and by the page where the
//! host has lost the worker.

use serde_json::json;
use xtask::server::Fault;

use crate::harness::{Lang, Outcome, Stage, Story};
use crate::pages::WelcomePage;

/// Where the page notes that a worker has answered.
const ANSWERS: &str = "performance.getEntriesByName('huddle-worker').length";

/// A worker that never answers, in place of the browser's own.
const MUTE: &str = "window.own = Worker;
    window.Worker = class { postMessage() {} terminate() { window.dismissed = true; } };";

/// In both languages and engines.
pub fn story() -> Story {
    Story::new("leads are proposed off the page's thread, offline and with the worker lost", run)
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.until_offline_ready().await?;
    assigned(&stage).await?;
    stage.until("a worker has answered", &format!("return 0 < {ANSWERS}")).await?;
    let name = worker(&stage).await?;
    assert!(stage.server().asked().iter().any(|it| it.ends_with(&name)), "{name} was fetched");

    stopped(&stage).await?;

    stage.server().stop();
    stage.reload().await?;
    stage.until_ready().await?;
    assigned(&stage).await?;
    stage.until("a worker has answered", &format!("return 0 < {ANSWERS}")).await?;

    let other = stage.another().await?;
    other.server().break_path(&name, Fault::Missing);
    WelcomePage::start(&other).await?.take_sample().await?;
    assigned(&other).await?;
    assert_eq!(other.script::<usize>(&format!("return {ANSWERS}"), json!([])).await?, 0);
    Ok(())
}

/// What takes too long is stopped, and begun again.
async fn stopped(stage: &Stage) -> Outcome {
    stage.open("#/leads").await?;
    stage.see("board").await?;
    stage.script::<()>(MUTE, json!([])).await?;
    stage.open("#/leads/assign").await?;
    stage.see("assign-progress").await?;
    stage.picture("assign-progress").await?;
    stage.press("assign-progress").await?;
    stage.see("assign-again").await?;
    stage.picture("assign-stopped").await?;
    assert!(stage.script::<bool>("return window.dismissed === true", json!([])).await?);
    stage.script::<()>("window.Worker = window.own", json!([])).await?;
    stage.press("assign-again").await?;
    stage.see("assign-accept").await.map(drop)
}

/// Every lead that is nobody's has a person beside it.
async fn assigned(stage: &Stage) -> Outcome {
    stage.open("#/leads/assign").await?;
    stage.see("assign-accept").await?;
    let rows = "return 0 < document.querySelectorAll('[data-testid=assign-to]').length";
    stage.until("leads are proposed", rows).await
}

/// The name of the worker's script.
async fn worker(stage: &Stage) -> Outcome<String> {
    stage.script("return new URL(huddle.worker).pathname.split('/').pop()", json!([])).await
}

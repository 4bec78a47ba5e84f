//! A browser that denies storage to the page, as with site data blocked.

use xtask::server::Fault;

use crate::harness::{Engine, Outcome, Stage, Story, version_with};
use crate::pages::RecoveryPage;

/// What reading storage comes to where it is denied.
const DENIAL: &str = "Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });";

/// In both engines.
pub fn story() -> Story {
    Story::new("where storage is denied the page says so and does not start", run)
}

async fn run(stage: Stage) -> Outcome {
    deny_storage(&stage)?;
    stage.open("").await?;
    let page = RecoveryPage::see(&stage).await?;
    assert_eq!(page.kind, "denied");
    let answer = page.save_in_vain().await?;
    assert!(answer.contains("nothing to save"), "{answer}");
    assert!(!stage.server().asked().iter().any(|path| path.ends_with(".wasm")));
    Ok(())
}

/// Chromium denies it for real to a sandboxed page. WebKit would deny such a page its own scripts
/// too, so there the denial is played.
fn deny_storage(stage: &Stage) -> Outcome {
    let server = stage.server();
    match stage.case.engine {
        Engine::Chromium => {
            server.break_path(
                "/",
                Fault::Header("Content-Security-Policy", "sandbox allow-scripts allow-downloads"),
            );
            // A sandboxed page is of no origin: its modules come as to a stranger.
            server.break_path("recovery.js", Fault::Header("Access-Control-Allow-Origin", "*"));
        }
        Engine::WebKit => server
            .deploy(version_with("denied", "boot.js", |script| format!("{DENIAL}\n{script}"))?.0),
    }
    Ok(())
}

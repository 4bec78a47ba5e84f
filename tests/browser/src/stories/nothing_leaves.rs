//! The content security policy is a promise: the page cannot send data anywhere.

use serde_json::json;
use xtask::paths;
use xtask::server::{Fault, Server, Site};

use crate::harness::{Outcome, Stage, Story};

/// Every way that a page has to reach another host without being left.
const ATTEMPTS: &str = "
    const elsewhere = arguments[0];
    window.blocked = [];
    document.addEventListener('securitypolicyviolation', (event) => window.blocked.push(event.effectiveDirective));
    fetch(elsewhere + 'fetch', { mode: 'no-cors' }).catch(() => {});
    try { navigator.sendBeacon(elsewhere + 'beacon', 'data'); } catch {}
    try { new WebSocket(elsewhere.replace('http', 'ws') + 'socket'); } catch {}
    new Image().src = elsewhere + 'image.png';
    const script = document.createElement('script');
    script.src = elsewhere + 'script.js';
    document.head.append(script);
    const frame = document.createElement('iframe');
    frame.src = elsewhere + 'frame';
    document.body.append(frame);
    const form = document.createElement('form');
    form.action = elsewhere + 'form';
    form.method = 'post';
    document.body.append(form);
    form.submit();";

/// In both engines.
pub fn story() -> Story {
    Story::new("nothing can leave the page", run)
}

async fn run(stage: Stage) -> Outcome {
    let elsewhere = Server::start(Site { folder: paths::dist(), base: "/".to_owned() }, 0)?;
    elsewhere.break_path("", Fault::Header("Access-Control-Allow-Origin", "*"));
    stage.start("").await?;
    stage.script::<()>(ATTEMPTS, json!([elsewhere.url()])).await?;
    let expected = "['connect-src', 'img-src', 'script-src-elem', 'frame-src', 'form-action']";
    let all_blocked = format!(
        "return {expected}.every((way) => window.blocked.some((blocked) => way.startsWith(blocked)))"
    );
    stage.until("every way is blocked", &all_blocked).await?;
    assert_eq!(elsewhere.asked(), Vec::<String>::new());
    Ok(())
}

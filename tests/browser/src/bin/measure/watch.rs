//! Times from a finger to what it asked for, taken within the page.

use serde_json::json;

use browser_stories::harness::{Outcome, Point, Stage};

/// What scripts here say: `nth`, `count`, `text` and `texts` of selectors.
const WORDS: &str = "
    const nth = (css, place) => document.querySelectorAll(css)[place];
    const count = (css) => document.querySelectorAll(css).length;
    const text = (css) => document.querySelector(css)?.textContent;
    const texts = (css) => [...document.querySelectorAll(css)].map((it) => it.textContent).join();";

/// Starts to watch: from the finger's leaving until `expression` has another value and the frame
/// with it was painted. A message sent while a frame begins comes once that frame is painted.
pub(crate) async fn begin(stage: &Stage, expression: &str) -> Outcome {
    let script = format!(
        "{WORDS}
        const look = () => {{ try {{ return String({expression}); }} catch {{ return ''; }} }};
        const before = look();
        const paint = {{ ms: 0 }};
        paint.take = (entries) => {{
          const ours = entries.filter((it) => /^(pointerup|click)$/.test(it.name));
          paint.ms = Math.max(paint.ms, ...ours.map((it) => it.duration));
        }};
        paint.observer = new PerformanceObserver((list) => paint.take(list.getEntries()));
        paint.observer.observe({{ type: 'event', durationThreshold: 16 }});
        window.paint = paint;
        window.watched = new Promise((resolve) => {{
          setTimeout(() => resolve(null), 6000);
          addEventListener('pointerup', ({{ timeStamp }}) => {{
            const {{ port1, port2 }} = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - timeStamp);
            const painted = () => port2.postMessage(null);
            const frame = () => (look() === before ? requestAnimationFrame(frame) : painted());
            requestAnimationFrame(frame);
          }}, {{ capture: true, once: true }});
        }});"
    );
    stage.script(&script, json!([])).await
}

/// The milliseconds until the next paint, as the browser reports them: in steps of eight, and
/// nothing where it took less than sixteen.
async fn next_paint(stage: &Stage) -> Outcome<f64> {
    idle(stage).await?;
    let script = "
        const { paint } = window;
        paint.take(paint.observer.takeRecords());
        paint.observer.disconnect();
        return paint.ms;";
    stage.script(script, json!([])).await
}

/// The milliseconds that were watched.
pub(crate) async fn end(stage: &Stage) -> Outcome<f64> {
    let ms: Option<f64> = stage.script("return window.watched", json!([])).await?;
    Ok(ms.ok_or("nothing came of it")?)
}

/// A tap and what it took, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tap {
    /// Until what was waited for was painted.
    pub(crate) ms: f64,
    /// Until the next paint.
    pub(crate) paint_ms: f64,
    /// Of it, in scripts and the module.
    pub(crate) script_ms: f64,
    /// Of it, in styles and layout.
    pub(crate) layout_ms: f64,
}

/// Taps what `target` gives and watches `expression`.
pub(crate) async fn tap(stage: &Stage, target: &str, expression: &str) -> Outcome<Tap> {
    let point = reachable(stage, target).await?;
    begin(stage, expression).await?;
    let before = work(stage).await?;
    stage.tap_at(point).await?;
    let ms = end(stage).await?;
    let after = work(stage).await?;
    let [script_ms, styles_ms, layout_ms] = [0, 1, 2].map(|place| after[place] - before[place]);
    let paint_ms = next_paint(stage).await?;
    Ok(Tap { ms, paint_ms, script_ms, layout_ms: styles_ms + layout_ms })
}

/// Milliseconds that the page has spent in scripts, in styles and in layout so far.
async fn work(stage: &Stage) -> Outcome<[f64; 3]> {
    let cdp = stage.browser.cdp();
    cdp.send_raw("Performance.enable", ()).await?;
    let answer = cdp.send_raw("Performance.getMetrics", ()).await?;
    let seconds = |name: &str| {
        let metrics = answer["metrics"].as_array().into_iter().flatten();
        let value = metrics.filter(|it| it["name"] == name).find_map(|it| it["value"].as_f64());
        value.unwrap_or_default()
    };
    Ok(["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"].map(|it| 1e3 * seconds(it)))
}

/// The middle of what `target` gives, once nothing covers it and the page is idle.
pub(crate) async fn reachable(stage: &Stage, target: &str) -> Outcome<Point> {
    let find = format!(
        "{WORDS}
        const found = {target};
        const it = found?.matches('button, a') ? found : found?.querySelector('button, a') ?? found;
        it?.scrollIntoView({{ block: 'nearest', inline: 'nearest' }});
        const box = it?.getBoundingClientRect();
        const point = box && {{ x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }};
        const top = point && document.elementFromPoint(point.x, point.y);"
    );
    let is_free = format!("{find} return Boolean(top) && !it.disabled && it.contains(top)");
    stage.until(&format!("{target} can be tapped"), &is_free).await?;
    idle(stage).await?;
    stage.script(&format!("{find} return point"), json!([])).await
}

/// Waits until the page has nothing to do.
pub(crate) async fn idle(stage: &Stage) -> Outcome {
    let idle = "return new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(() => resolve(null))))";
    stage.script(idle, json!([])).await
}

/// Waits until `expression` is true.
pub(crate) async fn until(stage: &Stage, expression: &str) -> Outcome {
    stage.until(expression, &format!("{WORDS} return Boolean({expression})")).await
}

/// Begins to note how long the page's thread is blocked: messages to itself come at once while it
/// is free.
pub(crate) async fn begin_blocks(stage: &Stage) -> Outcome {
    stage
        .script(
            "const { port1, port2 } = new MessageChannel();
             let last = performance.now();
             window.blocks = { longest: 0, of: port1 };
             port1.onmessage = () => {
               const now = performance.now();
               window.blocks.longest = Math.max(window.blocks.longest, now - last);
               last = now;
               port2.postMessage(null);
             };
             port2.postMessage(null);",
            json!([]),
        )
        .await
}

/// The longest block since then, in milliseconds.
pub(crate) async fn longest_block(stage: &Stage) -> Outcome<f64> {
    stage.script("window.blocks.of.close(); return window.blocks.longest", json!([])).await
}

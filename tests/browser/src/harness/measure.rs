//! Measuring in Chromium: a slower processor, taps to paint, memory.

use serde::Deserialize;
use serde_json::json;

use super::{Outcome, Stage};

/// What a page takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// JavaScript objects, bytes, after a collection.
    pub heap_bytes: u64,
    /// The module's own memory, bytes.
    pub module_bytes: u64,
    /// Nodes of the document and of what scripts still hold.
    pub nodes: u64,
}

#[derive(Deserialize)]
struct Metric {
    name: String,
    value: f64,
}

impl Stage {
    /// Makes the processor `times` slower from now on; 1 is its own speed.
    pub async fn slow_down(&self, times: u32) -> Outcome {
        self.browser
            .cdp()
            .send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": times }))
            .await?;
        Ok(())
    }

    /// Milliseconds from the start of the navigation to the first paint with content.
    pub async fn first_paint_ms(&self) -> Outcome<f64> {
        self.until(
            "something is painted",
            "return performance.getEntriesByName('first-contentful-paint').length > 0",
        )
        .await?;
        self.script(
            "return performance.getEntriesByName('first-contentful-paint')[0].startTime",
            json!([]),
        )
        .await
    }

    /// Milliseconds from the start of the navigation until the app stood.
    pub async fn ready_ms(&self) -> Outcome<f64> {
        self.until_ready().await?;
        self.script("return performance.getEntriesByName('huddle-ready')[0].startTime", json!([]))
            .await
    }

    /// Taps an element and gives the milliseconds from the finger's leaving to the paint that
    /// follows: the second animation frame begins only after the first was painted.
    pub async fn tap_to_paint_ms(&self, test_id: &str) -> Outcome<f64> {
        self.watch_finger().await?;
        self.tap(test_id).await?;
        self.finger_to_paint_ms().await
    }

    /// Starts to wait for a finger to leave the screen; gestures of any kind may follow.
    pub async fn watch_finger(&self) -> Outcome {
        self.script(
            "window.fingerToPaint = new Promise((resolve) => addEventListener('pointerup', (event) =>
               requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - event.timeStamp))),
               { capture: true, once: true }));",
            json!([]),
        )
        .await
    }

    /// Milliseconds from the finger's leaving to the paint after it.
    pub async fn finger_to_paint_ms(&self) -> Outcome<f64> {
        self.script("return window.fingerToPaint", json!([])).await
    }

    /// What the page takes now.
    pub async fn memory(&self) -> Outcome<Memory> {
        let cdp = self.browser.cdp();
        cdp.send_raw("HeapProfiler.collectGarbage", ()).await?;
        cdp.send_raw("Performance.enable", ()).await?;
        let answer = cdp.send_raw("Performance.getMetrics", ()).await?;
        let metrics: Vec<Metric> = serde_json::from_value(answer["metrics"].clone())?;
        let value = |name: &str| {
            metrics
                .iter()
                .find(|metric| metric.name == name)
                .map_or(0, |metric| metric.value as u64)
        };
        let module_bytes = self.script("return window.huddle.memory()", json!([])).await?;
        Ok(Memory { heap_bytes: value("JSHeapUsedSize"), module_bytes, nodes: value("Nodes") })
    }
}

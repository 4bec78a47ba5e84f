//! The page of last resort (`public/recovery.js`).

use serde_json::{Value, json};

use crate::harness::{Outcome, Stage};

/// The recovery page, seen.
pub struct RecoveryPage {
    stage: Stage,
    /// Why it is shown: `start`, `unsupported`, `panic` or `denied`.
    pub kind: String,
}

impl RecoveryPage {
    /// Waits until it is shown.
    pub async fn see(stage: &Stage) -> Outcome<RecoveryPage> {
        let page = stage.see("recovery").await?;
        let kind = page.attr("data-kind").await?.unwrap_or_default();
        Ok(RecoveryPage { stage: stage.clone(), kind })
    }

    /// Taps the save button and gives the file that was handed to the browser.
    pub async fn save(&self) -> Outcome<Value> {
        let text = self.stage.caught_file(self.stage.tap("recovery-save")).await?;
        Ok(serde_json::from_str(&text)?)
    }

    /// Taps the save button where nothing can be read, and gives what the page says to it.
    pub async fn save_in_vain(&self) -> Outcome<String> {
        self.stage.tap("recovery-save").await?;
        self.stage
            .until(
                "the page answers",
                "return document.querySelector('[role=status]').textContent !== ''",
            )
            .await?;
        self.stage
            .script("return document.querySelector('[role=status]').textContent", json!([]))
            .await
    }

    /// Taps the reload button.
    pub async fn reload(self) -> Outcome {
        self.stage.tap("recovery-reload").await
    }
}

//! Who is due a word.

use serde_json::json;

use crate::harness::{Outcome, Stage};

/// The list, seen.
pub struct AgendaPage {
    stage: Stage,
}

impl AgendaPage {
    /// Opens a part of the list.
    pub async fn open(stage: &Stage, tab: &str) -> Outcome<AgendaPage> {
        stage.open(&format!("#/activities/{tab}")).await?;
        stage.see("activities-page").await?;
        Ok(AgendaPage { stage: stage.clone() })
    }

    /// How many rows the chosen part says it has.
    pub async fn count(&self) -> Outcome<usize> {
        self.stage
            .script(
                "return Number(document.querySelector('[role=tab][aria-selected=true]')
                   .textContent.replace(/\\D/g, ''))",
                json!([]),
            )
            .await
    }

    /// Waits until the chosen part says it has so many rows.
    pub async fn until_count(&self, rows: usize) -> Outcome {
        let counted = format!(
            "return Number(document.querySelector('[role=tab][aria-selected=true]')
               .textContent.replace(/\\D/g, '')) === {rows}"
        );
        self.stage.until(&format!("the list has {rows} rows"), &counted).await
    }

    /// Finishes the first row with what came of it.
    pub async fn finish_first(&self, outcome: &str) -> Outcome {
        self.stage.press("agenda-done").await?;
        let field = self.stage.see_css("[data-testid=finish-outcome] textarea").await?;
        field.send_keys(outcome).await?;
        self.stage.press("finish-save").await?;
        self.stage.until_gone("finish-form").await
    }

    /// Brings the first row to a week from now.
    pub async fn move_first(&self) -> Outcome {
        self.stage.press("agenda-move").await?;
        self.stage.see("postpone-form").await?;
        self.stage.press("day-7").await?;
        self.stage.until_gone("postpone-form").await
    }
}

//! One lead, beside the board or over it.

use crate::harness::{Outcome, Stage};

/// A lead, seen.
pub struct LeadPage {
    stage: Stage,
}

impl LeadPage {
    /// Opens a lead at its address.
    pub async fn open(stage: &Stage, address: &str) -> Outcome<LeadPage> {
        stage.open(address).await?;
        stage.see("lead").await?;
        Ok(LeadPage { stage: stage.clone() })
    }

    /// Enters another amount and saves it.
    pub async fn set_amount(&self, amount: &str) -> Outcome {
        self.stage.press("lead-edit").await?;
        let field = self.stage.see_css("[data-testid=lead-form] .money__amount").await?;
        field.clear().await?;
        field.send_keys(amount).await?;
        self.stage.press("form-save").await?;
        self.stage.until_gone("lead-form").await
    }

    /// The changes in the timeline, in words.
    pub async fn history(&self) -> Outcome<Vec<String>> {
        self.stage.see_css("[data-testid=lead-history] :is(.timeline, .section__note)").await?;
        let mut words = Vec::new();
        for change in self.stage.all("history-event").await? {
            words.push(change.text().await?);
        }
        Ok(words)
    }

    /// The amount, in the page's own way of writing it.
    pub async fn amount(&self) -> Outcome<String> {
        self.stage.text("lead-amount").await
    }
}

//! The search over every page.

use serde_json::json;

use crate::harness::{Outcome, Stage};

const BOX: &str = ".dialog[data-open] .search__box";

/// The search, open.
pub struct Search {
    stage: Stage,
}

impl Search {
    /// Opens it from any page.
    pub async fn open(stage: &Stage) -> Outcome<Search> {
        stage.press("search").await?;
        stage.see_css(BOX).await?;
        Ok(Search { stage: stage.clone() })
    }

    /// Types a text in place of what stands there, and waits until these names are found, in order.
    pub async fn finds(&self, text: &str, names: &[&str]) -> Outcome {
        let field = self.stage.see_css(BOX).await?;
        field.clear().await?;
        field.send_keys(text).await?;
        let found = format!(
            "return JSON.stringify([...document.querySelectorAll('.search-hit__name')].map((it) => it.textContent)) === '{}'",
            json!(names)
        );
        self.stage.until(&format!("{text} finds {names:?}"), &found).await
    }

    /// Chooses the lead that was found.
    pub async fn choose_lead(self) -> Outcome {
        self.stage.tap_css(".search-hit[href^='#/leads/']").await?;
        self.stage.see("lead").await?;
        let focus = "return Boolean(document.activeElement?.closest('.sheet'))";
        self.stage.until("the keyboard is in the lead", focus).await
    }
}

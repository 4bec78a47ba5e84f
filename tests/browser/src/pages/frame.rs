//! What is around every page.

use serde_json::json;

use crate::harness::{Outcome, Stage};

/// Each press once the one before has done its work.
const UNDO_AND_REDO: &str = "
const press = async (tool) => {
  const button = document.querySelector(`[data-testid=${tool}] button`);
  while (button.disabled) await new Promise((done) => setTimeout(done));
  button.click();
};
return (async () => {
  for (let round = 0; round < arguments[0]; round += 1) { await press('undo'); await press('redo'); }
})();";

/// The frame around the page.
pub struct Frame {
    stage: Stage,
}

impl Frame {
    /// The frame of a page that stands.
    pub fn of(stage: &Stage) -> Frame {
        Frame { stage: stage.clone() }
    }

    /// Waits until the last change is said to be saved.
    pub async fn until_saved(&self) -> Outcome {
        self.until_state("saved").await
    }

    /// Waits until something is said not to be saved.
    pub async fn until_not_saved(&self) -> Outcome {
        self.until_state("not-saved").await
    }

    /// Takes the last step back and forth again so many times: each press is a change.
    pub async fn undo_and_redo(&self, rounds: u32) -> Outcome {
        self.stage.script(UNDO_AND_REDO, json!([rounds])).await
    }

    async fn until_state(&self, state: &str) -> Outcome {
        let shown = format!(
            "return document.querySelector('[data-testid=save-state] button')?.dataset.state === '{state}'"
        );
        self.stage.until(&format!("the page says {state}"), &shown).await
    }

    /// Waits until the page says that something was refused, and gives the words.
    pub async fn refusal(&self) -> Outcome<String> {
        Ok(self.stage.see_css(".toast[data-tone=bad] .toast__text").await?.text().await?)
    }

    /// The words of the elements that a selector finds on a page, once none of them changes any
    /// more.
    pub async fn words_at(&self, route: &str, selector: &str) -> Outcome<String> {
        self.stage.open(route).await?;
        self.stage.see_css(selector).await?;
        let still = format!(
            "const words = [...document.querySelectorAll('{selector}')].map((it) => it.innerText).join('\\n');
             const still = words === window.wordsBefore;
             window.wordsBefore = words;
             return still;"
        );
        self.stage.until("the words stand", &still).await?;
        self.stage.script("return window.wordsBefore", json!([])).await
    }
}

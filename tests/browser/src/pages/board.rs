//! The board of leads.

use serde_json::json;

use crate::harness::{Outcome, Stage};

/// Adds leads one after another, as fast as the page takes them: each turn of the loop looks at the
/// page and does the next thing a person would. Turns are messages, because timers of tabs in the
/// background are slow.
const KEEP_ADDING: &str = "
const [who, millis] = arguments;
const end = performance.now() + millis;
const turns = new MessageChannel();
const find = (selector) => document.querySelector(selector);
window.added = [];
let entered;
const enter = () => {
  entered = `${who} ${window.added.length}.`;
  const name = find('[data-testid=lead-customer] input');
  name.value = entered;
  name.dispatchEvent(new Event('input', { bubbles: true }));
  find('button[data-testid=add-save]').click();
};
const acknowledge = () => {
  if (find('[data-testid=save-state] button').dataset.state !== 'saved') return;
  window.added.push(entered);
  entered = undefined;
};
let opening = false;
turns.port1.onmessage = () => {
  const form = find('[data-testid=add-form]');
  if (!form && entered) acknowledge();
  else if (!form && !opening && performance.now() < end) {
    opening = true;
    find('[data-testid=add-lead] button').click();
  } else if (form && !entered) {
    opening = false;
    enter();
  }
  window.adding = Boolean(entered) || opening || performance.now() < end;
  if (window.adding) turns.port2.postMessage('next');
};
turns.port2.postMessage('first');
";

/// The board, seen.
pub struct Board {
    stage: Stage,
}

impl Board {
    /// Opens the board and waits for its columns.
    pub async fn open(stage: &Stage) -> Outcome<Board> {
        stage.open("#/leads").await?;
        stage.see("leads-page").await?;
        Ok(Board { stage: stage.clone() })
    }

    /// The board of a tab that shows it already.
    pub fn here(stage: &Stage) -> Board {
        Board { stage: stage.clone() }
    }

    /// Lifts the first card and carries it to the column on its right.
    pub async fn carry_to_the_right(&self) -> Outcome {
        let stage = &self.stage;
        let from = stage.middle_of("lead-card").await?;
        let there = stage
            .script(
                "const columns = [...document.querySelectorAll('[data-testid=column]')];
                 const own = document.querySelector('[data-testid=lead-card]').closest('[data-testid=column]');
                 const box = columns[columns.indexOf(own) + 1].getBoundingClientRect();
                 return { x: Math.round(box.x + Math.min(box.width / 2, innerWidth - box.x - 40)), y: Math.round(box.y + 220) };",
                json!([]),
            )
            .await?;
        stage.drag(from, there).await
    }

    /// Begins to select leads.
    pub async fn select(&self) -> Outcome {
        self.stage.press("board-more").await?;
        self.stage.tap_css(".menu__item[data-choice=select]").await
    }

    /// The address of the first lead, such as `#/leads/ID`.
    pub async fn first_lead(&self) -> Outcome<String> {
        self.stage.see("lead-card").await?;
        self.stage
            .script("return document.querySelector('[data-testid=lead-card]').hash", json!([]))
            .await
    }

    /// How many leads are on the board.
    pub async fn size(&self) -> Outcome<usize> {
        self.stage
            .script(
                "return [...document.querySelectorAll('[data-testid=column-count]')]
                   .reduce((sum, it) => sum + Number(it.textContent.replace(/\\D/g, '')), 0)",
                json!([]),
            )
            .await
    }

    /// Types into the board's own search and waits until so many leads are shown.
    pub async fn narrows_to(&self, text: &str, leads: usize) -> Outcome {
        let field = self.stage.see_css("[data-testid=board-search] .search__box").await?;
        field.clear().await?;
        field.send_keys(text).await?;
        let shown = format!(
            "return [...document.querySelectorAll('[data-testid=column-count]')]
               .reduce((sum, it) => sum + parseInt(it.textContent), 0) === {leads}"
        );
        self.stage.until(&format!("{text} shows {leads} leads"), &shown).await
    }

    /// Adds a lead for a customer, to the end: the form has closed.
    pub async fn add(&self, customer: &str) -> Outcome {
        self.try_to_add(customer).await?;
        self.stage.until_gone("add-form").await
    }

    /// Starts to add leads by itself, for `millis` milliseconds; also when the tab is in the
    /// background.
    pub async fn keep_adding(&self, who: &str, millis: u32) -> Outcome {
        self.stage.script(KEEP_ADDING, json!([who, millis])).await
    }

    /// The customers of the leads it has added by itself and said to have saved.
    pub async fn added(&self) -> Outcome<Vec<String>> {
        self.stage.script("return window.added", json!([])).await
    }

    /// Waits until it has added the last.
    pub async fn until_added(&self) -> Outcome {
        self.stage.until("the last lead is added", "return window.adding === false").await
    }

    /// Fills in the form of a new lead and presses Save.
    pub async fn try_to_add(&self, customer: &str) -> Outcome {
        self.stage.press("add-lead").await?;
        let name = self.stage.see_css("[data-testid=lead-customer] input").await?;
        name.send_keys(customer).await?;
        self.stage.press("add-save").await
    }

    /// The words under the form of a new lead that say why it was not saved.
    pub async fn refusal(&self) -> Outcome<String> {
        Ok(self.stage.see_css("[data-testid=add-form] [role=alert]").await?.text().await?)
    }
}

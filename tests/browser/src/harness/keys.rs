//! Keys alone: no pointer, no focus that nobody has tabbed to.

use serde_json::json;
use thirtyfour::{Key, TypingData};

use super::{Outcome, Stage};

/// Nobody tabs further than that.
const MOST_TABS: usize = 100;

impl Stage {
    /// Presses a key.
    pub async fn press_key(&self, key: Key) -> Outcome {
        Ok(self.browser.action_chain().send_keys(key).perform().await?)
    }

    /// Presses a key while another is down.
    pub async fn press_with(&self, down: Key, key: impl Into<TypingData>) -> Outcome {
        let keys = self.browser.action_chain().key_down(down.clone()).send_keys(key);
        Ok(keys.key_up(down).perform().await?)
    }

    /// Types a text into whatever has the focus.
    pub async fn type_text(&self, text: &str) -> Outcome {
        Ok(self.browser.action_chain().send_keys(text).perform().await?)
    }

    /// Tabs on until what a selector finds has the focus.
    pub async fn tab_to(&self, selector: &str) -> Outcome {
        self.tab_until(selector, || self.press_key(Key::Tab)).await
    }

    /// Tabs back until what a selector finds has the focus.
    pub async fn tab_back_to(&self, selector: &str) -> Outcome {
        self.tab_until(selector, || self.press_with(Key::Shift, Key::Tab)).await
    }

    async fn tab_until<Tab: Future<Output = Outcome>>(
        &self,
        selector: &str,
        tab: impl Fn() -> Tab,
    ) -> Outcome {
        for _ in 0..MOST_TABS {
            tab().await?;
            let focused = "return document.activeElement.matches(arguments[0])";
            if self.script(focused, json!([selector])).await? {
                return Ok(());
            }
        }
        Err(format!("{MOST_TABS} tabs do not lead to {selector}").into())
    }

    /// Waits until what a selector finds has the focus.
    pub async fn until_focus(&self, selector: &str) -> Outcome {
        let focused = format!("return document.activeElement.matches('{selector}')");
        self.until(&format!("{selector} has the focus"), &focused).await
    }
}

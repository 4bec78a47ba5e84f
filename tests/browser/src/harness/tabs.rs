//! Several tabs of one browser.

use serde_json::json;
use thirtyfour::WindowHandle;

use super::{Outcome, Stage};

/// A tab, to come back to.
#[derive(Clone, Debug)]
pub struct Tab(WindowHandle);

impl Stage {
    /// The tab that is in front.
    pub async fn tab(&self) -> Outcome<Tab> {
        Ok(Tab(self.browser.window().await?))
    }

    /// Opens an empty tab and brings it to the front, in the size of the case.
    pub async fn open_tab(&self) -> Outcome<Tab> {
        let tab = Tab(self.browser.new_tab().await?);
        self.to_tab(&tab).await?;
        self.resize(self.case.size).await?;
        Ok(tab)
    }

    /// Brings a tab to the front.
    pub async fn to_tab(&self, tab: &Tab) -> Outcome {
        Ok(self.browser.switch_to_window(tab.0.clone()).await?)
    }

    /// Closes the tab in front and brings another to the front.
    pub async fn close_tab(&self, then: &Tab) -> Outcome {
        self.browser.close_window().await?;
        self.to_tab(then).await
    }

    /// Ends the tab in front as a crash does, in the middle of whatever it does, and brings
    /// another to the front. In Chromium.
    pub async fn crash_tab(&self, then: &Tab) -> Outcome {
        let crashed = self.browser.cdp().send_raw("Page.crash", json!({})).await;
        assert!(crashed.is_err(), "nobody answers for a tab that crashed");
        self.to_tab(then).await
    }
}

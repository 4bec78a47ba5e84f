//! The first page of a board that has nothing on it yet.

use crate::harness::{Outcome, Stage};

/// The welcome page, seen.
pub struct WelcomePage {
    stage: Stage,
}

impl WelcomePage {
    /// Opens the page on a tablet where nothing is stored.
    pub async fn start(stage: &Stage) -> Outcome<WelcomePage> {
        stage.start("").await?;
        stage.see("welcome").await?;
        Ok(WelcomePage { stage: stage.clone() })
    }

    /// Takes the sample team in.
    pub async fn take_sample(self) -> Outcome {
        self.stage.press("welcome-sample").await?;
        self.stage.see("sample-banner").await?;
        self.stage.see("today-page").await.map(drop)
    }

    /// Begins with nothing but a way to sell.
    pub async fn begin_empty(self) -> Outcome {
        self.stage.press("welcome-empty").await?;
        self.stage.until_gone("welcome").await
    }
}

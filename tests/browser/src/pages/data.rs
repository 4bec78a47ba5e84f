//! The data page: backups out and in, and room.

use crate::harness::{Outcome, Stage};

/// The data page, seen.
pub struct DataPage {
    stage: Stage,
}

/// How a backup is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Into what is here.
    Merge,
    /// In place of what is here.
    Return,
}

impl DataPage {
    /// Opens the page.
    pub async fn open(stage: &Stage) -> Outcome<DataPage> {
        stage.open("#/data").await?;
        stage.see("data").await?;
        Ok(DataPage { stage: stage.clone() })
    }

    /// Makes a backup and gives its text; the page says that it is right.
    pub async fn back_up(&self) -> Outcome<String> {
        let text = self.stage.caught_file(self.stage.press("data-backup-now")).await?;
        self.stage.see_css("[data-testid=data-backup-result] [data-tone=good]").await?;
        Ok(text)
    }

    /// Opens a backup and waits until the page tells what it would change; gives its words.
    pub async fn look_into(&self, backup: &str, way: Way) -> Outcome<String> {
        self.stage.choose_file("data-restore-input", "backup.json", backup).await?;
        self.stage.see("data-restore-preview").await?;
        if way == Way::Return {
            self.stage
                .tap_css("[data-testid=data-restore-preview] label:has([value=return])")
                .await?;
        }
        self.stage.see_css("[data-testid=data-restore-do] button:enabled").await?;
        self.stage.text("data-restore-preview").await
    }

    /// Restores what was looked into.
    pub async fn restore(&self) -> Outcome {
        self.stage.press("data-restore-do").await?;
        self.stage.until_gone("data-restore-preview").await
    }

    /// Makes an archive of all history, removes what is in it, and gives its text.
    pub async fn archive_everything(&self) -> Outcome<String> {
        self.stage.press("data-archive").await?;
        let choice = "[data-testid=data-archive-panel] label:has([value=any])";
        self.stage.tap_css(choice).await?;
        let text = self.stage.caught_file(self.stage.press("data-archive-make")).await?;
        self.stage.see_css("[data-testid=data-archive-next] button").await?;
        self.stage.picture("archive").await?;
        self.stage.press("data-archive-next").await?;
        let removed = "[data-testid=data-archive-result]:has([data-tone=good]):not(:has(button))";
        self.stage.see_css(removed).await?;
        self.stage.picture("removed").await?;
        Ok(text)
    }

    /// The fields that were changed on two tablets, as the page lists them.
    pub async fn clashes(&self) -> Outcome<Vec<String>> {
        let mut clashes = Vec::new();
        for clash in self.stage.all("data-clash").await? {
            clashes.push(clash.text().await?);
        }
        Ok(clashes)
    }

    /// Makes room, as far as there is any.
    pub async fn make_room(&self) -> Outcome {
        self.stage.press("data-make-room").await
    }
}

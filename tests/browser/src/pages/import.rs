//! The way of an import.

use thirtyfour::By;
use xtask::paths;

use crate::harness::{Outcome, Stage};

/// The export of a real CRM: 8,800 deals, their accounts, products and people.
const FILES: [&str; 4] = ["sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv"];

/// So many times as long as for anything else is waited for the end of long work.
const PATIENCE: u32 = 3;

/// The way of an import, seen.
pub struct ImportPage {
    stage: Stage,
}

impl ImportPage {
    /// The import of a tab that shows it already.
    pub fn here(stage: &Stage) -> ImportPage {
        ImportPage { stage: stage.clone() }
    }

    /// Opens the import and takes a file to its dry run.
    pub async fn try_out(stage: &Stage, name: &str, text: &str) -> Outcome {
        stage.open("#/data/import").await?;
        stage.see("import-drop").await?;
        stage.choose_file("import-input", name, text).await?;
        stage.see("import-columns").await?;
        stage.press("import-next").await?;
        stage.see("import-counts").await.map(drop)
    }

    /// Picks a workbook of the fixtures.
    pub async fn pick_workbook(&self, name: &str) -> Outcome {
        let place = paths::root().join("tests/fixtures/workbooks").join(name);
        let input = self.stage.browser.find(By::Css("[data-testid=import-input]")).await?;
        Ok(input.send_keys(place.display().to_string()).await?)
    }

    /// Four files through the wizard, to its last page.
    pub async fn bring_in(&self) -> Outcome {
        let stage = &self.stage;
        let folder = paths::root().join("../shared/data/maven_crm/raw").canonicalize()?;
        let files: Vec<String> =
            FILES.iter().map(|it| folder.join(it).display().to_string()).collect();
        stage.see("import-drop").await?;
        let input = stage.browser.find(By::Css("[data-testid=import-input]")).await?;
        input.send_keys(files.join("\n")).await?;
        self.see_in_the_end("import-columns").await?;
        stage.press("import-next").await?;
        self.see_in_the_end("import-counts").await?;
        stage.picture("import").await?;
        stage.press("import-commit").await?;
        self.see_in_the_end("import-done").await
    }

    /// Waits for the end of long work: on a busy machine it takes longer than anything else.
    async fn see_in_the_end(&self, test_id: &str) -> Outcome {
        for _ in 1..PATIENCE {
            if self.stage.see(test_id).await.is_ok() {
                return Ok(());
            }
        }
        self.stage.see(test_id).await.map(drop)
    }
}

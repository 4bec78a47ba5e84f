//! Files in and out: what a person downloads, and what she chooses.

use std::path::PathBuf;

use serde_json::json;
use thirtyfour::By;
use xtask::paths;

use super::{Outcome, Stage};

impl Stage {
    /// Does what hands a file to the browser, and gives the text of the file. It goes no further:
    /// downloads of stories would pile up.
    pub async fn caught_file(&self, handing_out: impl Future<Output = Outcome>) -> Outcome<String> {
        self.script::<()>(
            "window.savedFile = undefined;
             URL.createObjectURL = (file) => { window.savedFile = file; return 'blob:caught'; };
             HTMLAnchorElement.prototype.click = () => {};",
            json!([]),
        )
        .await?;
        handing_out.await?;
        self.until("a file was handed out", "return Boolean(window.savedFile)").await?;
        self.script("return window.savedFile.text()", json!([])).await
    }

    /// Chooses a file of this text in an input, which need not be seen.
    pub async fn choose_file(&self, test_id: &str, name: &str, text: &str) -> Outcome {
        let place = self.file(name, text)?;
        let input = self.browser.find(By::Css(format!("[data-testid={test_id}]"))).await?;
        Ok(input.send_keys(place.display().to_string()).await?)
    }

    /// Opens a text as a file of its own, as whoever got it does: there is no server then, and no app.
    pub async fn open_file(&self, name: &str, text: &str) -> Outcome {
        let place = self.file(name, text)?;
        Ok(self.browser.goto(format!("file://{}", place.display())).await?)
    }

    /// A file below `target/`, another one for each case.
    fn file(&self, name: &str, text: &str) -> Outcome<PathBuf> {
        let case = self.case.to_string().replace(' ', "-");
        let folder = paths::target().join("files").join(case);
        std::fs::create_dir_all(&folder)?;
        let place = folder.join(name);
        std::fs::write(&place, text)?;
        Ok(place)
    }
}

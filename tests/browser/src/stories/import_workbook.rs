//! A workbook: one behind a password says so, one of several sheets comes in sheet by sheet.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{ImportPage, WelcomePage};

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("the sheets of a workbook come in together, and a locked one says so", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.begin_empty().await?;
    stage.open("#/data/import").await?;
    stage.see("import-drop").await?;
    let page = ImportPage::here(&stage);
    page.pick_workbook("locked.xlsx").await?;
    let trouble = stage.see("import-trouble").await?.text().await?;
    assert!(trouble.contains("password") || trouble.contains("密码"), "{trouble}");
    stage.picture("import-locked").await?;

    page.pick_workbook("sheets.xlsx").await?;
    stage.see("import-columns").await?;
    stage.picture("import-sheets").await?;
    stage.press("import-next").await?;
    stage.see("import-counts").await?;
    stage.press("import-commit").await?;
    stage.see("import-done").await?;
    stage.open("#/customers").await?;
    let script = "return document.querySelectorAll('.catalog__name').length === 3";
    stage.until("the customers of both sheets are there", script).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

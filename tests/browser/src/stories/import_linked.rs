//! A file names a customer in another form than the board: it is offered, added to the one that is
//! there, taken back in one step; and the file imported again leads there by itself.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, ImportPage, WelcomePage};

const FILE: &str = "Deal Name,Account Name,Amount,Stage,Closing Date
Pumps,ACME instruments GmbH,1000,Qualification,2026-12-01
Hoses,Borealis Foods,2000,Qualification,2026-12-02
";

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a customer of a file is added to the one that is there and stays known", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.begin_empty().await?;
    Board::open(&stage).await?.add("Acme Instruments Ltd").await?;
    ImportPage::try_out(&stage, "customers.csv", FILE).await?;
    stage.see_css("[data-testid=import-link] input").await?.click().await?;
    stage.see_css("[data-testid=import-link] input:checked").await?;
    stage.picture("import-links").await?;
    stage.press("import-commit").await?;
    stage.see("import-done").await?;
    customers(&stage, 2).await?;
    stage.press("undo").await?;
    customers(&stage, 1).await?;
    stage.press("redo").await?;
    customers(&stage, 2).await?;
    ImportPage::try_out(&stage, "customers.csv", FILE).await?;
    assert_eq!(stage.count("import-link").await?, 0, "the file leads there by itself");
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn customers(stage: &Stage, count: usize) -> Outcome {
    stage.open("#/customers").await?;
    let script = format!("return document.querySelectorAll('.catalog__name').length === {count}");
    stage.until(&format!("there are {count} customers"), &script).await
}

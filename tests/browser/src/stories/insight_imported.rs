//! A file of closed deals tells how often they were won, but not which stages they passed; an empty
//! board tells nothing. The page says each of it plainly.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{ImportPage, WelcomePage};

/// On a tablet and a phone, in both languages and engines.
pub fn story() -> Story {
    Story::new("insight says plainly what an import does not tell", run)
        .in_sizes(&[Size::Landscape, Size::Phone])
        .in_langs(&[Lang::En, Lang::Zh])
}

/// Ninety deals of three people; Mia wins most of hers, Tom few.
fn file() -> String {
    let mut file = "Deal Name,Account Name,Amount,Stage,Closing Date,Created Time,Deal Owner\n".to_owned();
    for nth in 0..90_usize {
        let (owner, of_ten) = [("Mia", 9), ("Lu Jun", 5), ("Tom", 2)][nth % 3];
        let stage = if nth / 3 % 10 < of_ten { "Closed Won" } else { "Closed Lost" };
        let (month, day) = (nth % 9 + 1, nth % 27 + 1);
        let (created, closed) = (format!("2026-{month:02}-{day:02}"), format!("2026-{:02}-{day:02}", month + 1));
        file += &format!("Deal {nth},Customer {},{},{stage},{closed},{created},{owner}\n", nth % 20, 1000 + 37 * nth);
    }
    file
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.begin_empty().await?;
    stage.open("#/insight").await?;
    stage.see("insight-rates").await?;
    stage.picture("empty").await?;
    stage.assert_accessible().await?;
    ImportPage::try_out(&stage, "closed.csv", &file()).await?;
    stage.press("import-commit").await?;
    stage.see("import-done").await?;
    stage.open("#/insight").await?;
    let clear = "return document.querySelectorAll('.bars__track[data-tone=good]').length === 1";
    stage.until("one person is clearly above the others", clear).await?;
    stage.picture("people").await?;
    stage.open("#/insight/funnel").await?;
    stage.see("insight-funnel").await?;
    let one = "return document.querySelectorAll('[data-testid=insight-funnel] .bars__track').length === 1";
    stage.until("created to won or lost is all there is", one).await?;
    stage.picture("funnel").await?;
    stage.assert_accessible().await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

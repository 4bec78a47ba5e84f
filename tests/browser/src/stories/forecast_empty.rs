//! Without history there is no forecast, and the page says so plainly.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// In both languages and engines.
pub fn story() -> Story {
    Story::new("an empty board has no forecast and says why", run)
        .in_sizes(&[Size::Landscape, Size::Phone])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.begin_empty().await?;
    stage.open("#/forecast").await?;
    stage.see("forecast-sentence").await?;
    stage.see("forecast-stages").await?;
    let none = "return !document.querySelector('[data-testid=forecast-landing]')";
    stage.until("nothing is drawn that is not known", none).await?;
    stage.picture("empty").await?;
    stage.assert_accessible().await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

//! Several tabs of one board, all written to at once, and one of them dies.

use crate::harness::{Engine, Outcome, Stage, Story, Tab};
use crate::pages::{Board, DataPage, WelcomePage};

const TABS: usize = 4;
const WRITING_MS: u32 = 20_000;
const HALF_WAY: &str = "return 10_000 < performance.now()";

/// In Chromium: WebKitWebDriver can end no tab in the middle of its work.
pub fn story() -> Story {
    Story::new("what four tabs write at once is all there, also when one of them dies", run)
        .only_in(Engine::Chromium)
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.begin_empty().await?;
    let tabs = writing_tabs(&stage).await?;
    let (dying, living) = tabs.split_last().expect("there are tabs");
    stage.to_tab(dying).await?;
    let board = Board::here(&stage);
    stage.until("the tab is in the middle of its writing", HALF_WAY).await?;
    let mut written = board.added().await?;
    stage.crash_tab(&living[0]).await?;
    for tab in living {
        stage.to_tab(tab).await?;
        board.until_added().await?;
        let own = board.added().await?;
        assert!(!own.is_empty(), "every tab writes");
        written.extend(own);
    }
    for tab in living {
        stage.to_tab(tab).await?;
        assert_all_there(&stage, &written).await?;
        stage.reload().await?;
        stage.until_ready().await?;
        assert_all_there(&stage, &written).await?;
    }
    Ok(())
}

/// Tabs that add leads from now on.
async fn writing_tabs(stage: &Stage) -> Outcome<Vec<Tab>> {
    let mut tabs = vec![stage.tab().await?];
    while tabs.len() < TABS {
        tabs.push(stage.open_tab().await?);
        stage.start("#/leads").await?;
    }
    for (tab, number) in tabs.iter().zip(1..) {
        stage.to_tab(tab).await?;
        let board = Board::open(stage).await?;
        board.keep_adding(&format!("Tab {number}:"), WRITING_MS).await?;
    }
    Ok(tabs)
}

/// On the board, and by name in a backup.
async fn assert_all_there(stage: &Stage, written: &[String]) -> Outcome {
    let size = Board::open(stage).await?.size().await?;
    assert!(written.len() <= size, "{} were written, {size} are on the board", written.len());
    let backup = DataPage::open(stage).await?.back_up().await?;
    let lost: Vec<&String> = written.iter().filter(|lead| !backup.contains(*lead)).collect();
    assert!(lost.is_empty(), "lost of {}: {lost:?}", written.len());
    Ok(())
}

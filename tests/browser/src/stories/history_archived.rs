//! Old history goes into a file to make room, and comes back from it.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, DataPage, LeadPage, Way, WelcomePage};

/// On a tablet both ways, in both languages.
pub fn story() -> Story {
    Story::new("old history goes into an archive and comes back", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    let board = Board::open(&stage).await?;
    board.add("青禾 Qinghe").await?;
    let lead = board.first_lead().await?;
    LeadPage::open(&stage, &lead).await?.set_amount("98765").await?;
    let before = LeadPage::open(&stage, &lead).await?.history().await?;
    assert_ne!(before, [""; 0], "the lead has a history");

    let archive = DataPage::open(&stage).await?.archive_everything().await?;
    let page = LeadPage::open(&stage, &lead).await?;
    stage.see("lead-archived").await?;
    stage.picture("archived").await?;
    assert_eq!(page.history().await?, [""; 0], "the changes are in the file alone");
    assert!(page.amount().await?.contains("98"), "the lead stands as it was");
    stage.open("#/meetings/rewind").await?;
    stage.see("rewind-archived").await?;
    stage.picture("rewound").await?;

    let data = DataPage::open(&stage).await?;
    data.look_into(&archive, Way::Merge).await?;
    stage.picture("taking back").await?;
    data.restore().await?;
    stage.reload().await?;
    stage.until_ready().await?;
    let page = LeadPage::open(&stage, &lead).await?;
    assert_eq!(page.history().await?, before, "the changes are here again");
    assert_eq!(stage.all("lead-archived").await?.len(), 0);
    Ok(())
}

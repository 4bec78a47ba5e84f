//! Two tablets change the same amount; one backup brings both together.

use crate::harness::{Outcome, Stage, Story};
use crate::pages::{Board, DataPage, Frame, LeadPage, Way, WelcomePage};

/// In both engines.
pub fn story() -> Story {
    Story::new("a field that two tablets changed is listed until somebody decides", run)
}

async fn run(first: Stage) -> Outcome {
    WelcomePage::start(&first).await?.take_sample().await?;
    let lead = Board::open(&first).await?.first_lead().await?;
    let beginning = DataPage::open(&first).await?.back_up().await?;
    let second = first.another().await?;
    WelcomePage::start(&second).await?;
    restore(&second, &beginning).await?;

    LeadPage::open(&second, &lead).await?.set_amount("22222").await?;
    LeadPage::open(&first, &lead).await?.set_amount("11111").await?;
    let from_first = DataPage::open(&first).await?.back_up().await?;
    restore(&second, &from_first).await?;
    assert_eq!(amount(&second, &lead).await?, "$11,111", "the later change counts");

    let clashes = DataPage::open(&second).await?.clashes().await?;
    let [clash] = clashes.as_slice() else { panic!("one clash is listed: {clashes:?}") };
    assert!(clash.contains("22,222") && clash.contains("11,111"), "both values are told: {clash}");
    second.picture("clash").await?;

    // The other way round: what comes in is the earlier value, and no record changes.
    let from_second = DataPage::open(&second).await?.back_up().await?;
    LeadPage::open(&first, &lead).await?.set_amount("33333").await?;
    restore(&first, &from_second).await?;
    assert_eq!(amount(&first, &lead).await?, "$33,333");
    let clashes = DataPage::open(&first).await?.clashes().await?;
    assert!(clashes.iter().any(|it| it.contains("22,222")), "the earlier value came: {clashes:?}");

    LeadPage::open(&second, &lead).await?.set_amount("22222").await?;
    let data = DataPage::open(&second).await?;
    assert_eq!(data.clashes().await?, Vec::<String>::new(), "entering the other value decides");
    Ok(())
}

async fn restore(stage: &Stage, backup: &str) -> Outcome {
    let data = DataPage::open(stage).await?;
    data.look_into(backup, Way::Merge).await?;
    data.restore().await?;
    Frame::of(stage).until_saved().await
}

async fn amount(stage: &Stage, lead: &str) -> Outcome<String> {
    LeadPage::open(stage, lead).await?.amount().await
}

//! A broken tablet and a new one: everything comes over in one file.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, DataPage, Frame, LeadPage, Way, WelcomePage};

/// Pages, each with what says on it all that it knows; long lists say it by their counts and sums.
const PAGES: [(&str, &str); 6] = [
    ("#/", "[data-testid=today-page]"),
    ("#/leads", ".column__head"),
    ("#/goals", "[data-testid=goals-page]:has([data-testid=goals-week])"),
    ("#/team", "[data-testid=team-page]"),
    ("#/customers", "[data-testid=customers-count]"),
    ("#/products", "[data-testid=products-page]"),
];

/// On a tablet both ways, in both languages.
pub fn story() -> Story {
    Story::new("a backup brings everything to another tablet", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(old: Stage) -> Outcome {
    WelcomePage::start(&old).await?.take_sample().await?;
    let board = Board::open(&old).await?;
    board.add("青禾 Qinghe").await?;
    let lead = board.first_lead().await?;
    LeadPage::open(&old, &lead).await?.set_amount("98765").await?;
    let backup = DataPage::open(&old).await?.back_up().await?;

    let new = old.another().await?;
    WelcomePage::start(&new).await?;
    let data = DataPage::open(&new).await?;
    data.look_into(&backup, Way::Merge).await?;
    new.picture("restore").await?;
    data.restore().await?;
    new.reload().await?;
    new.until_ready().await?;
    for (route, words) in PAGES.into_iter().chain([(lead.as_str(), "[data-testid=lead]:has(li)")]) {
        let words_on = async |stage| Frame::of(stage).words_at(route, words).await;
        assert_eq!(words_on(&new).await?, words_on(&old).await?, "the same at {route}");
    }
    Ok(())
}

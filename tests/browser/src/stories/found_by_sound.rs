//! Names are found as they are written, as they sound, by initials and with a slip.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, Search, WelcomePage};

const CUSTOMERS: [&str; 4] = ["重庆钢铁", "单雄信商行", "Acme Steel", "Łódź Corporation"];

/// In both languages, sizes and engines.
pub fn story() -> Story {
    Story::new("leads are found by characters, pinyin, initials and with a slip", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.begin_empty().await?;
    let board = Board::open(&stage).await?;
    for customer in CUSTOMERS {
        board.add(customer).await?;
    }
    let search = Search::open(&stage).await?;
    // Each is found twice: the customer, and the lead that is known by it.
    for (text, name) in [
        ("钢铁", CUSTOMERS[0]),
        ("chongqing", CUSTOMERS[0]),
        ("zhongqg", CUSTOMERS[0]),
        ("shan xiong xin", CUSTOMERS[1]),
        ("sxxsh", CUSTOMERS[1]),
        ("as", CUSTOMERS[2]),
        ("stele", CUSTOMERS[2]),
        ("lodz", CUSTOMERS[3]),
        ("coporation", CUSTOMERS[3]),
    ] {
        search.finds(text, &[name, name]).await?;
    }
    search.finds("cqgt", &[CUSTOMERS[0]; 2]).await?;
    stage.picture("search").await?;
    search.choose_lead().await?;
    stage.press_key(thirtyfour::Key::Escape).await?;
    stage.until_gone("lead").await?;
    board.narrows_to("chongq", 1).await?;
    stage.picture("board-by-pinyin").await?;
    board.narrows_to("steel", 1).await?;
    board.narrows_to("coporation", 1).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

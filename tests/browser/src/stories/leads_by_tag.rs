//! Leads are narrowed to those with every tag that is chosen; the address keeps the choice.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, WelcomePage};

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a board is narrowed by tags, and its address keeps them", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.begin_empty().await?;
    let board = Board::open(&stage).await?;
    board.add("Acme").await?;
    tag_first(&stage, &["VIP"]).await?;
    Board::open(&stage).await?.add("Borealis").await?;
    stage.open("#/leads?text=Borealis").await?;
    cards(&stage, 1).await?;
    tag_first(&stage, &["ｖｉｐ", "key"]).await?;
    stage.open("#/leads?tag=VIP").await?;
    cards(&stage, 2).await?;
    choose(&stage, "key").await?;
    cards(&stage, 1).await?;
    stage.until("the address has both", "return location.hash === '#/leads?tag=VIP&tag=key'").await?;
    stage.picture("leads-by-tag").await?;
    stage.reload().await?;
    cards(&stage, 1).await?;
    assert_eq!(stage.count("filter-chip").await?, 2);
    stage.tap("filter-chip").await?;
    stage.until("one chip is left", "return location.hash === '#/leads?tag=key'").await?;
    choose(&stage, "").await?;
    cards(&stage, 0).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Opens the first card and gives its lead tags.
async fn tag_first(stage: &Stage, tags: &[&str]) -> Outcome {
    stage.tap("lead-card").await?;
    for (place, tag) in tags.iter().enumerate() {
        let field = stage.see_css("[data-testid=lead-tag-text] input").await?;
        field.send_keys(format!("{tag}\u{e007}")).await?;
        let there = format!(
            "return document.querySelectorAll('[data-testid=lead-tag]').length === {}",
            place + 1
        );
        stage.until(&format!("{tag} is there"), &there).await?;
    }
    Ok(())
}

/// Chooses a tag of the filter; a blank one means leads without any.
async fn choose(stage: &Stage, tag: &str) -> Outcome {
    stage.press("board-filter").await?;
    stage.see("filter-fields").await?;
    let script = format!(
        "const selects = [...document.querySelectorAll('[data-testid=filter-fields] select')];
         const select = selects.find((it) => [...it.options].some((o) => o.value === '=key'));
         if (!select) return false;
         select.value = '={tag}';
         select.dispatchEvent(new Event('change', {{ bubbles: true }}));
         return true"
    );
    stage.until("the tag is chosen", &script).await?;
    let in_sight = "const fields = document.querySelector('[data-testid=filter-fields]');
        const { left, right, bottom } = fields.getBoundingClientRect();
        return fields.scrollHeight <= fields.clientHeight
            && 0 <= left && right <= innerWidth && bottom <= innerHeight";
    stage.until("all of it is in sight", in_sight).await?;
    stage.picture("filter-with-tags").await?;
    let escape = "\u{e00c}";
    stage.see_css("[data-testid=filter-fields] select").await?.send_keys(escape).await?;
    stage.until_gone("filter-fields").await
}

async fn cards(stage: &Stage, count: usize) -> Outcome {
    let script =
        format!("return document.querySelectorAll('[data-testid=lead-card]').length === {count}");
    stage.until(&format!("{count} leads are shown"), &script).await
}

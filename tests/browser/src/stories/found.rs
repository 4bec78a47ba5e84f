//! What somebody remembers is a name.

use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Lang, Outcome, Stage, Story};
use crate::pages::WelcomePage;

const BOX: &str = ".dialog[data-open] .search__box";

/// In both engines and languages.
pub fn story() -> Story {
    Story::new("a person, a customer and a product are found by their names", run)
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    let [person, customer, product] = match stage.case.lang {
        Lang::En => ["Elena Petrova", "Bluepeak Retail", "Sorting Line"],
        Lang::Zh => ["陈思远", "蓝峰商超", "智能分拣线"],
    };
    search(&stage, person).await?;
    stage.picture("found").await?;
    open_first_by_key(&stage).await?;
    stage.see("person-page").await?;
    assert!(stage.text("person-heading").await?.contains(person));

    search(&stage, customer).await?;
    open(&stage, customer, "#/leads?").await?;
    stage.see("leads-page").await?;

    search(&stage, product).await?;
    open(&stage, product, "#/leads?product=").await?;
    stage.see("leads-page").await?;
    leave_by_escape(&stage, person).await
}

/// The first Escape empties the box, the second closes the search.
async fn leave_by_escape(stage: &Stage, text: &str) -> Outcome {
    search(stage, text).await?;
    stage.press_key(Key::Escape).await?;
    stage.until_gone("search-hit").await?;
    stage.see_css(BOX).await?;
    stage.press_key(Key::Escape).await?;
    until_closed(stage).await
}

async fn search(stage: &Stage, text: &str) -> Outcome {
    stage.press("search").await?;
    stage.see_css(BOX).await?.send_keys(text).await?;
    stage.see("search-hit").await.map(drop)
}

async fn open_first_by_key(stage: &Stage) -> Outcome {
    stage.press_key(Key::Enter).await?;
    until_closed(stage).await
}

/// Clicks the hit of this name that leads to such an address.
async fn open(stage: &Stage, name: &str, address: &str) -> Outcome {
    let clicked: bool = stage
        .script(
            "const named = (hit) => hit.querySelector('.search-hit__name').textContent === arguments[0];
             const hits = [...document.querySelectorAll('[data-testid=search-hit]')];
             const hit = hits.find((hit) => named(hit) && hit.hash.startsWith(arguments[1]));
             hit?.click();
             return Boolean(hit);",
            json!([name, address]),
        )
        .await?;
    assert!(clicked, "{name} is found and leads to {address}");
    until_closed(stage).await
}

async fn until_closed(stage: &Stage) -> Outcome {
    stage.until("the search is closed", "return !document.querySelector('.dialog[data-open]')").await
}

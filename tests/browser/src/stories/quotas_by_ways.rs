//! A quarter is spread by each of the ways: each says what it goes by and what it would come to, or
//! why it cannot be, and wholes are their parts after each.

use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{QuotasPage, WelcomePage};

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a quarter is spread by each of the ways, and wholes stay their parts", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

const WAYS: [&str; 7] =
    ["equal", "last-year", "season", "working-days", "presence", "ramp", "capacity"];

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    let grid = QuotasPage::open(&stage).await?;
    let company = grid.company(4);
    grid.set(&company, "1200000").await?;
    grid.until(&company, 120_000_000).await?;
    for way in WAYS {
        // A second tap on a chosen cell would edit it.
        grid.choose(&grid.company(3)).await?;
        grid.choose(&company).await?;
        stage.press("quotas-respread").await?;
        choose(&stage, way).await?;
        stage.see_css("[data-testid=quotas-preview] p").await?;
        let is_small = "return document.querySelector('.dialog[data-open] .dialog__panel').offsetHeight < innerHeight * 0.75";
        assert!(stage.script::<bool>(is_small, json!([])).await?, "a dialog fills the screen");
        stage.picture(&format!("quotas-way-{way}")).await?;
        let can_be_done = "return !document.querySelector('[data-testid=respread-apply]').disabled";
        match stage.script::<bool>(can_be_done, json!([])).await? {
            true => stage.press("respread-apply").await?,
            false => stage.press_key(Key::Escape).await?,
        }
        stage.until_gone("respread-way").await?;
        grid.until(&company, 120_000_000).await?;
        grid.assert_whole().await?;
    }
    together(&stage, &grid, &company).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Working days, the growing of joiners and capacity at once; what does not go with them is not
/// offered.
async fn together(stage: &Stage, grid: &QuotasPage, company: &str) -> Outcome {
    grid.choose(&grid.company(3)).await?;
    grid.choose(company).await?;
    stage.press("quotas-respread").await?;
    choose(stage, "working-days").await?;
    for with in ["ramp", "capacity"] {
        stage.see_css(&format!("[data-testid=respread-with-{with}] input")).await?.click().await?;
    }
    stage.until_gone("respread-with-last-year").await?;
    stage.see_css("[data-testid=quotas-preview] p").await?;
    stage.assert_accessible().await?;
    stage.picture("quotas-ways-together").await?;
    stage.press("respread-apply").await?;
    stage.until_gone("respread-way").await?;
    grid.until(company, 120_000_000).await?;
    grid.assert_whole().await
}

/// Chooses a way in the list.
async fn choose(stage: &Stage, way: &str) -> Outcome {
    stage.see("respread-way").await?;
    let chosen = "const field = document.querySelector('[data-testid=respread-way]');
        const list = field.matches('select') ? field : field.querySelector('select');
        list.value = arguments[0];
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return list.value === arguments[0]";
    assert!(stage.script::<bool>(chosen, json!([way])).await?, "{way} is not offered");
    Ok(())
}

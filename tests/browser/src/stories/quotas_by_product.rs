//! Quotas by product: planned beside those of people, locked, told apart where the totals differ,
//! brought together in one step; and on the page of goals the pace of each product, its SMART check and
//! its line.

use thirtyfour::Key;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{QuotasPage, WelcomePage};

/// On a tablet, in both languages and engines.
pub fn story() -> Story {
    Story::new("quotas by product add up, and their total is brought to that of the people", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    let people = QuotasPage::open(&stage).await?;
    let whole = people.company(4);
    let wanted = people.amounts().await?[&whole];
    let year = whole.trim_start_matches("company/").trim_end_matches("-Q4").to_owned();
    stage.open(&format!("#/goals/grid/{year}/product")).await?;
    stage.see_css("td[data-cell^='company:product/']").await?;
    stage.see("quotas-difference-people").await?;
    stage.picture("quotas-by-product-empty").await?;
    stage.press("quotas-take-over-people").await?;
    people.until(&format!("company:product/{year}-Q4"), wanted).await?;
    stage.until_gone("quotas-difference-people").await?;
    let amounts = people.amounts().await?;
    let is_part = |cell: &str| cell.starts_with("product:") && cell.ends_with("-Q4");
    let parts: i64 = amounts.iter().filter(|(it, _)| is_part(it)).map(|(_, minor)| minor).sum();
    assert_eq!(parts, wanted, "the products are the whole");
    stage.picture("quotas-by-product").await?;
    let product = amounts.keys().find(|it| is_part(it)).cloned().unwrap_or_default();
    people.set(&product, "123456").await?;
    people.until(&product, 12_345_600).await?;
    stage.see("quotas-difference-people").await?;
    stage.picture("quotas-by-product-differs").await?;
    stage.open("#/goals").await?;
    stage.see("goals-by-product").await?;
    stage.press_css("[data-testid=goals-by-product] td .figure").await?;
    stage.see("certificate-formula").await?;
    stage.picture("goals-by-product").await?;
    stage.press_key(Key::Escape).await?;
    stage.until_gone("certificate-formula").await?;
    checked_and_drawn(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Five letters of a product open into sentences; its pace is drawn where the company's was, and the
/// days of its table open.
async fn checked_and_drawn(stage: &Stage) -> Outcome {
    let product = "[data-testid=goals-by-product] tr[data-testid^='part-row-product:']";
    let attainable =
        format!("{product} .smart [data-grade]:nth-child(3):not([data-grade=unknown])");
    stage.see_css(&attainable).await?;
    stage.press_css(&format!("{product} button.smart")).await?;
    stage.see("smart-line").await?;
    assert_eq!(stage.count("smart-line").await?, 5);
    stage.picture("goals-by-product-checked").await?;
    stage.press_key(Key::Escape).await?;
    stage.until_gone("smart-line").await?;
    let drawn = "[data-testid=goals-whose] option[value^='product:']";
    stage.see_css(drawn).await?.click().await?;
    stage.press_css("[data-testid=goals-chart] .chart__head button").await?;
    stage.press_css("[data-testid=goals-chart] td .figure").await?;
    stage.see("certificate-formula").await?;
    stage.picture("goals-by-product-drawn").await.map(drop)
}

//! Somebody asks why leads are won and lost, looks at it from all sides, and asks of a figure where
//! it comes from.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("insight says what is clear and what is not, and every figure how it was found", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/insight").await?;
    stage.see("insight-rates").await?;
    stage.picture("rates").await?;
    stage.assert_accessible().await?;
    choose(&stage, "insight-by", "product").await?;
    stage.until("the address says so", "return location.hash.includes('by=product')").await?;
    table(&stage, "insight-rates").await?;
    stage.picture("products").await?;
    explained(&stage, "insight-rates").await?;
    tab(&stage, 1, "insight-velocity").await?;
    stage.picture("funnel").await?;
    table(&stage, "insight-funnel").await?;
    explained(&stage, "insight-funnel").await?;
    stage.picture("funnel-table").await?;
    tab(&stage, 2, "insight-odd").await?;
    stage.picture("trends").await?;
    press_choice(&stage, "win-rate").await?;
    stage.until("the address says so", "return location.hash.includes('show=win-rate')").await?;
    table(&stage, "insight-trends").await?;
    explained(&stage, "insight-trends").await?;
    tab(&stage, 3, "insight-cohorts").await?;
    stage.picture("cohorts").await?;
    table(&stage, "insight-cohorts").await?;
    explained(&stage, "insight-cohorts").await?;
    stage.picture("cohorts-table").await?;
    stage.assert_accessible().await?;
    of_a_person(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Goes to a tab.
async fn tab(stage: &Stage, place: usize, seen: &str) -> Outcome {
    let tap = format!("document.querySelectorAll('[role=tab]')[{place}].click(); return true");
    stage.until("the tab is there", &tap).await?;
    let there = format!("return Boolean(document.querySelector('[data-testid={seen}]'))");
    stage.until("the tab is shown", &there).await
}

async fn choose(stage: &Stage, field: &str, value: &str) -> Outcome {
    let choose = format!(
        "const box = document.querySelector('[data-testid={field}] select');
        box.value = '{value}'; box.dispatchEvent(new Event('change', {{ bubbles: true }}));
        return true"
    );
    stage.until("it is chosen", &choose).await
}

async fn press_choice(stage: &Stage, value: &str) -> Outcome {
    let press = format!("document.querySelector('input[value={value}]').click(); return true");
    stage.until("it is chosen", &press).await
}

/// The picture has its figures as a table.
async fn table(stage: &Stage, section: &str) -> Outcome {
    let css = format!("[data-testid={section}] .chart__head button");
    stage.tap_css(&css).await?;
    let rows =
        format!("return document.querySelectorAll('[data-testid={section}] tbody tr').length > 2");
    stage.until("the table is shown", &rows).await
}

/// A figure of the table opens its formula, its leads, and what was last done to them.
async fn explained(stage: &Stage, section: &str) -> Outcome {
    let open = format!(
        "const figures = [...document.querySelectorAll('[data-testid={section}] tbody .figure')];
        const told = figures.find(it => !/^[0–]/.test(it.textContent.trim()));
        told?.click(); return Boolean(told)"
    );
    stage.until("a figure is there", &open).await?;
    stage.see("certificate-formula").await?;
    let changed = "const told = document.querySelector('[data-testid=certificate-changed]');
        return Boolean(told?.textContent)";
    stage.until("the last change is told", changed).await?;
    stage.picture(&format!("{section}-certificate")).await?;
    stage.tap_css(".sheet__head button").await?;
    stage.until_gone("certificate").await
}

/// One person has too little to be told apart, and the page says so.
async fn of_a_person(stage: &Stage) -> Outcome {
    stage.open("#/insight").await?;
    let last = "const box = document.querySelector('[data-testid=insight-who] select');
        box.value = box.options[box.options.length - 1].value;
        box.dispatchEvent(new Event('change', { bubbles: true })); return true";
    stage.until("a person is chosen", last).await?;
    stage.until("the address says so", "return location.hash.includes('who=person')").await?;
    stage.picture("person").await?;
    tab(stage, 1, "insight-page").await?;
    stage.picture("person-funnel").await.map(drop)
}

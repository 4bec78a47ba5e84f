//! What is printed: the page's words and figures without its tools, as wide as the paper, and every
//! picture with its table.

use serde_json::json;

use crate::harness::{Engine, Lang, Outcome, Stage, Story};
use crate::pages::WelcomePage;

/// Each page with what shows that it stands.
const PAGES: [(&str, &str); 11] = [
    ("#/leads?view=table", "lead-row"),
    ("#/goals", "goals-chart"),
    ("#/goals/grid", "quotas-grid"),
    ("#/forecast", "forecast-landing"),
    ("#/insight", "insight-rates"),
    ("#/insight/funnel", "insight-velocity"),
    ("#/insight/trends", "insight-trends"),
    ("#/insight/cohorts", "insight-cohorts"),
    ("#/forecast/promises", "promises-row"),
    ("#/objectives/delivery", "delivery-sentence"),
    ("#/team", "team-table"),
];
/// An A4 sheet between its margins, upright and lying, in CSS pixels.
const UPRIGHT: (u32, u32) = (673, 1001);
const LYING: (u32, u32) = (1047, 718);
const SEEN: &str = "
const seen = (css) => [...document.querySelectorAll(css)]
  .filter((it) => it.checkVisibility()).map((it) => it.className);";

/// In Chromium, which shows a page as it prints it; in both languages.
pub fn story() -> Story {
    Story::new("pages are printed without their tools and with their tables", run)
        .only_in(Engine::Chromium)
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    for (route, stands) in PAGES {
        stage.open(route).await?;
        stage.see(stands).await?;
        to_paper(&stage, true).await?;
        assert_printable(&stage, route).await?;
        stage.picture(&format!("printed{}", route.replace(['#', '/', '?', '='], "-"))).await?;
        to_paper(&stage, false).await?;
    }
    all_rows(&stage).await
}

/// A table prints the rows that are out of sight too.
async fn all_rows(stage: &Stage) -> Outcome {
    stage.open("#/leads?view=table").await?;
    stage.see("lead-row").await?;
    let watch = "const rows = () => document.querySelectorAll('[data-testid=lead-row]').length;
        addEventListener('beforeprint', () => { window.printed = rows(); });
        const all = document.querySelector('.table--window').ariaRowCount - 1;
        return [rows(), all]";
    let (in_sight, all): (usize, usize) = stage.script(watch, json!([])).await?;
    assert!(in_sight < all, "{in_sight} of {all} rows are in sight");
    stage.browser.cdp().send_raw("Page.printToPDF", json!({})).await?;
    let printed: usize = stage.script("return window.printed", json!([])).await?;
    assert_eq!(printed, all);
    Ok(())
}

/// Shows the page as on paper, or as on the screen again.
async fn to_paper(stage: &Stage, paper: bool) -> Outcome {
    let cdp = stage.browser.cdp();
    let media = if paper { "print" } else { "" };
    cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": media })).await?;
    if !paper {
        return stage.resize(stage.case.size).await;
    }
    let lies = "return getComputedStyle(document.body).page === 'wide'";
    let (width, height) = if stage.script(lies, json!([])).await? { LYING } else { UPRIGHT };
    let sheet =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    cdp.send_raw("Emulation.setDeviceMetricsOverride", sheet).await?;
    Ok(())
}

async fn assert_printable(stage: &Stage, route: &str) -> Outcome {
    let tools: Vec<String> = stage
        .script(&format!("{SEEN} return seen('.rail, .button, .icon-button, .toasts')"), json!([]))
        .await?;
    assert!(tools.is_empty(), "{route}: tools are printed: {tools:?}");
    let wide: Vec<String> = stage
        .script(
            "const edge = innerWidth + 1;
             return [...document.querySelectorAll('#main *')]
               .filter((it) => it.checkVisibility() && edge < it.getBoundingClientRect().right)
               .filter((it) => !it.closest('svg') && getComputedStyle(it).position !== 'absolute')
               .map((it) => `${it.tagName}.${it.className} ${it.textContent.slice(0, 30)}`).slice(0, 5)",
            json!([]),
        )
        .await?;
    assert!(wide.is_empty(), "{route}: wider than the paper: {wide:?}");
    let bare: Vec<String> = stage
        .script(
            "return [...document.querySelectorAll('.chart')]
               .filter((it) => it.checkVisibility() && !it.querySelector('.chart__table')?.checkVisibility())
               .map((it) => it.textContent.slice(0, 40))",
            json!([]),
        )
        .await?;
    assert!(bare.is_empty(), "{route}: pictures without their tables: {bare:?}");
    Ok(())
}

//! Somebody asks whether the quarter will be made, and looks at what the answer is made of.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, WelcomePage};

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("the forecast says whether the goal is made, and every figure how it was found", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    win_one(&stage).await?;
    stage.open("#/goals").await?;
    stage.tap("goals-forecast").await?;
    stage.see("forecast-headline").await?;
    stage.see("forecast-landing").await?;
    stage.picture("top").await?;
    stage.assert_accessible().await?;
    let trend = "document.querySelector('[data-testid=forecast-trend]').scrollIntoView(); return true";
    stage.until("the trend is in sight", trend).await?;
    stage.picture("trend").await?;
    let moved = "const place = document.querySelector('[data-testid=forecast-moved] .bars');
        place?.scrollIntoView(); return Boolean(place)";
    stage.until("what moved is told", moved).await?;
    stage.picture("steps").await?;
    explained(&stage).await?;
    tables(&stage).await?;
    of_a_person(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// A lead is won, so that something moved.
async fn win_one(stage: &Stage) -> Outcome {
    Board::open(stage).await?;
    stage.tap("lead-card").await?;
    stage.press("lead-move").await?;
    stage.see("move-choice").await?;
    let won = "return [...document.querySelectorAll('[data-testid=move-choice]')].at(-2).click()";
    stage.script::<()>(won, serde_json::json!([])).await?;
    stage.until_gone("move-choice").await
}

/// Each figure at the top opens its formula.
async fn explained(stage: &Stage) -> Outcome {
    stage.press("forecast-lands").await?;
    stage.see("certificate-formula").await?;
    stage.picture("certificate").await?;
    let open = "document.querySelectorAll('[data-testid=forecast-parts] .figure')[1].click();
        return true";
    stage.until("the figure is there", open).await?;
    // How many leads a quarter still has to come goes by the day.
    let told = "const figure = document.querySelectorAll('[data-testid=forecast-parts] .figure')[1];
        const value = document.querySelector('[data-testid=certificate-value]').textContent;
        const count = Number(document.querySelector('.certificate__inputs dd').textContent);
        const rows = document.querySelectorAll('.certificate__record').length;
        return value === figure.textContent && rows <= count && (0 < rows) === (0 < count)";
    stage.until("the open leads are listed", told).await?;
    stage.tap_css(".sheet__head button").await?;
    stage.until_gone("certificate").await
}

/// Each picture has its figures as a table.
async fn tables(stage: &Stage) -> Outcome {
    for section in ["landing", "trend", "stages", "moved"] {
        let css = format!("[data-testid=forecast-{section}] .chart__head button");
        stage.tap_css(&css).await?;
        let rows = format!(
            "return document.querySelectorAll('[data-testid=forecast-{section}] tbody tr').length > 2"
        );
        stage.until("the table is shown", &rows).await?;
    }
    let moved = "document.querySelector('[data-testid=forecast-moved]').scrollIntoView(); return true";
    stage.picture("tables").await?;
    stage.until("what moved is in sight", moved).await?;
    stage.picture("moved").await.map(drop)
}

/// A person without much history gets a plain answer.
async fn of_a_person(stage: &Stage) -> Outcome {
    let choose = "const box = document.querySelector('[data-testid=forecast-who] select');
        box.value = box.options[box.options.length - 1].value;
        box.dispatchEvent(new Event('change', { bubbles: true })); return true";
    stage.until("a person is chosen", choose).await?;
    stage.until("the address says so", "return location.hash.includes('who=person')").await?;
    stage.see("forecast-sentence").await?;
    stage.picture("person").await.map(drop)
}

//! A deal with a competitor on it is lost, and what was said of the loss is counted.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, WelcomePage};

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a competitor stands on a deal, and a loss is told in four short answers", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    Board::open(&stage).await?;
    stage.tap("lead-card").await?;
    name_a_rival(&stage).await?;
    lose(&stage).await?;
    counted(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// A price that is none is said and nothing is kept; a right one is.
async fn name_a_rival(stage: &Stage) -> Outcome {
    stage.press("rival-add").await?;
    stage.see_css("[data-testid=rival-name] input").await?.send_keys("Borealis").await?;
    let price = stage.see_css("[data-testid=rival-price] input").await?;
    price.send_keys("dear").await?;
    stage.press("rival-save").await?;
    stage.see_css("[data-testid=rival-price] .field__error").await?;
    stage.picture("rival-form").await?;
    price.clear().await?;
    price.send_keys("120k").await?;
    stage.press("rival-save").await?;
    stage.see("rival").await?;
    stage.picture("rival").await.map(drop)
}

/// The lead goes to the lost stage; the dialog offers the reasons and the competitor.
async fn lose(stage: &Stage) -> Outcome {
    stage.press("lead-move").await?;
    let lost = "return [...document.querySelectorAll('[data-testid=move-choice]')].at(-1).click()";
    stage.see("move-choice").await?;
    stage.script::<()>(lost, serde_json::json!([])).await?;
    stage.see("loss-save").await?;
    let who = "const chips = [...document.querySelectorAll('.dialog[data-open] [data-testid=chip]')];
        const who = chips.find((it) => it.textContent === 'Borealis');
        who?.click(); return Boolean(who)";
    stage.until("the competitor is offered", who).await?;
    stage.picture("loss").await?;
    stage.assert_accessible().await?;
    stage.press("chip").await?;
    stage.press("loss-save").await?;
    stage.until_gone("loss-save").await?;
    read_back(stage).await
}

/// What was said stands on the lead's page, and can be corrected there.
async fn read_back(stage: &Stage) -> Outcome {
    let told = "return document.querySelector('[data-testid=debrief-note]')?.textContent.includes('Borealis')";
    stage.until("the debrief stands on the lead", told).await?;
    stage.press("debrief-edit").await?;
    stage.see("loss-save").await?;
    let kept = "return [...document.querySelectorAll('.dialog[data-open] input')].some((it) => it.value === 'Borealis')";
    stage.until("the form holds what was said", kept).await?;
    stage.picture("debrief").await?;
    stage.press("loss-skip").await?;
    stage.until_gone("loss-save").await
}

/// The page of competitors counts the loss, and its reason opens the lead.
async fn counted(stage: &Stage) -> Outcome {
    stage.open("#/competitors").await?;
    let told = "return document.querySelector('[data-testid=competitors-page]')?.textContent.includes('Borealis')";
    stage.until("the competitor is listed", told).await?;
    stage.picture("competitors").await.map(drop)
}

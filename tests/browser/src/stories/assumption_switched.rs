//! Somebody writes down what was heard of the market, and sees what an assumption adds to the
//! forecast when it is switched on and off.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("an assumption stands beside the forecast and is switched on and off", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/forecast/market").await?;
    stage.see("market-note").await?;
    stage.picture("book").await?;
    stage.assert_accessible().await?;
    note(&stage).await?;
    assume(&stage).await?;
    stage.open("#/forecast").await?;
    stage.see("assumed-with").await?;
    let landing = stage.text("forecast-lands").await?;
    let plain = stage.text("assumed-plain").await?;
    let on = stage.text("assumed-with").await?;
    let sight = "document.querySelector('[data-testid=forecast-assumed]').scrollIntoView(); return true";
    stage.until("what is assumed is in sight", sight).await?;
    stage.picture("on").await?;
    // The range with what is on stands in the picture, and its figures in the table.
    stage.see("plot-assumed").await?;
    stage.press_css("[data-testid=assumed-with] .figure").await?;
    stage.see("certificate-formula").await?;
    stage.tap_css(".sheet__head button").await?;
    stage.until_gone("certificate").await?;
    switch_all(&stage, false).await?;
    stage.until_gone("plot-assumed").await?;
    let off = format!(
        "return document.querySelector('[data-testid=assumed-with]').innerText.trim() !== {}",
        serde_json::json!(on.trim())
    );
    stage.until("the sum is another one", &off).await?;
    stage.picture("off").await?;
    assert_eq!(stage.text("forecast-lands").await?, landing, "the forecast itself stays");
    assert_eq!(stage.text("assumed-plain").await?, plain, "and so does what it says alone");
    stage.press("undo").await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// A note needs something that was heard.
async fn note(stage: &Stage) -> Outcome {
    let before = stage.count("market-note").await?;
    stage.press("market-note-add").await?;
    stage.see("market-note-text").await?;
    stage.press("market-note-save").await?;
    stage.see_css("[data-testid=form-refused]:not(:empty)").await?;
    let field = stage.see_css("[data-testid=market-note-text] textarea").await?;
    field.send_keys("Two plants wait for the new tariff.").await?;
    stage.picture("note").await?;
    stage.press("market-note-save").await?;
    stage.until_gone("market-detail").await?;
    let more = format!(
        "return document.querySelectorAll('[data-testid=market-note]').length === {before} + 1"
    );
    stage.until("the note is listed", &more).await
}

/// A further assumption of this quarter.
async fn assume(stage: &Stage) -> Outcome {
    stage.press("assumption-add").await?;
    // The heading takes the focus once the form is painted; what is typed before would be lost.
    stage.until_focus(".sheet__title").await?;
    let name = stage.see_css("[data-testid=assumption-name] input").await?;
    name.send_keys("Tariff").await?;
    let effect = stage.see_css("[data-testid=assumption-effect] input").await?;
    effect.send_keys("-20").await?;
    stage.picture("assumption").await?;
    stage.press("assumption-save").await?;
    stage.until_gone("market-detail").await?;
    let three = "return document.querySelectorAll('[data-testid=assumption]').length === 3";
    stage.until("the assumption is listed", three).await
}

/// Every assumption is switched one after the other.
async fn switch_all(stage: &Stage, on: bool) -> Outcome {
    let script = format!(
        "const wrong = [...document.querySelectorAll('[data-testid=assumed-row] input')]
           .find((it) => it.checked !== {on});
         wrong?.click(); return !wrong"
    );
    stage.until("all are switched", &script).await
}

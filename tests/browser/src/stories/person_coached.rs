//! A person's scorecard, feedback in its three parts, of both kinds, and a figure that is coached;
//! each of them, and a point of a one-to-one, is put right afterwards. A plan of improvement is ended
//! with its conclusion.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a person is told what was seen and coached on one figure", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/team").await?;
    stage.see("team-table").await?;
    let first = "return document.querySelector('.team__link').getAttribute('href')";
    let person: String = stage.script(first, json!([])).await?;
    look(&stage, &person, "card", "card-figures").await?;
    stage.press_css("[data-testid=card-figures] td .figure").await?;
    stage.see("certificate-formula").await?;
    stage.assert_accessible().await?;
    stage.picture("card-certificate").await?;
    stage.press_key(thirtyfour::Key::Escape).await?;
    stage.until_gone("certificate-formula").await?;
    feedback(&stage, &person).await?;
    correct_feedback(&stage).await?;
    wish(&stage).await?;
    correct_point(&stage, &person).await?;
    coach(&stage, &person).await?;
    improve(&stage, &person).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn look(stage: &Stage, person: &str, tab: &str, seen: &str) -> Outcome {
    stage.open(&format!("{person}/{tab}")).await?;
    stage.see(seen).await?;
    stage.picture(tab).await?;
    assert_accessible(stage).await
}

async fn feedback(stage: &Stage, person: &str) -> Outcome {
    stage.open(&format!("{person}/feedback")).await?;
    stage.press("feedback-add").await?;
    stage.press("feedback-save").await?;
    stage.see_css("[data-testid=form-refused]:not(:empty)").await?;
    for (field, text) in [
        ("feedback-situation", "Friday, at the plant"),
        ("feedback-behaviour", "Asked three times before offering"),
        ("feedback-impact", "They named the real budget"),
    ] {
        let area = stage.see_css(&format!("[data-testid={field}] textarea")).await?;
        area.send_keys(text).await?;
    }
    stage.picture("feedback-form").await?;
    stage.press("feedback-save").await?;
    stage.see("feedback-line").await?;
    stage.picture("feedback").await?;
    assert_accessible(stage).await
}

async fn coach(stage: &Stage, person: &str) -> Outcome {
    stage.open(&format!("{person}/coaching")).await?;
    stage.press("aim-coach").await?;
    stage.see_css("[data-testid=aim-text] textarea").await?.send_keys("Two visits a week").await?;
    stage.press("aim-save").await?;
    stage.see("aim-effect").await?;
    stage.picture("coaching").await?;
    assert_accessible(stage).await?;
    stage.press("aim-correct").await?;
    stage.fill_in("[data-testid=aim-text] textarea", "Three visits a week").await?;
    stage.picture("coaching-corrected").await?;
    stage.press("aim-save").await?;
    until_told(stage, "aim", "Three visits a week").await
}

/// A plan on how open leads stand: before is what was kept when it was written down. It ends with what
/// was learned, and can be taken up again.
async fn improve(stage: &Stage, person: &str) -> Outcome {
    const CHANGE: &str = "A next step before the phone is down";
    const LEARNED: &str = "Every call ends with a day";
    stage.open(&format!("{person}/coaching")).await?;
    stage.press("aim-plan").await?;
    stage.choose("[data-testid=aim-form] select", "next-steps").await?;
    stage.see_css("[data-testid=aim-text] textarea").await?.send_keys(CHANGE).await?;
    stage.picture("plan-form").await?;
    stage.press("aim-save").await?;
    until_told(stage, "aim", CHANGE).await?;
    let plan = "[data-testid=aim][data-figure=next-steps]";
    stage.see_css(&format!("{plan} [data-testid=aim-effect]")).await?;
    stage.picture("plan").await?;
    assert_accessible(stage).await?;
    stage.press_css(&format!("{plan} dd:last-child .figure")).await?;
    stage.see("certificate").await?;
    stage.picture("plan-figure").await?;
    assert_accessible(stage).await?;
    stage.press_css(".dialog[data-open] .dialog__close button").await?;
    stage.until_gone("certificate").await?;
    stage.fill_in(&format!("{plan} input"), LEARNED).await?;
    stage.press_in(plan, "aim-end").await?;
    let ended = format!(
        "return document.querySelector('{plan}[data-ended=true] input')?.value === {}",
        json!(LEARNED)
    );
    stage.until("it has ended with what was learned", &ended).await?;
    stage.picture("plan-ended").await?;
    assert_accessible(stage).await?;
    stage.press_in(plan, "aim-end").await?;
    stage.see_css(&format!("{plan}:not([data-ended])")).await.map(drop)
}

/// What was given is put right where it stands; what lacks a part of it is not taken.
async fn correct_feedback(stage: &Stage) -> Outcome {
    stage.press("feedback-correct").await?;
    stage.see_css("[data-testid=feedback-line] [data-testid=feedback-form]").await?;
    stage.fill_in("[data-testid=feedback-impact] textarea", " ").await?;
    stage.press("feedback-save").await?;
    stage.see_css("[data-testid=form-refused]:not(:empty)").await?;
    stage.fill_in("[data-testid=feedback-impact] textarea", "They named the budget of 2027").await?;
    stage.picture("feedback-correction").await?;
    assert_accessible(stage).await?;
    stage.press("feedback-save").await?;
    until_told(stage, "feedback-line", "the budget of 2027").await?;
    stage.press("undo").await?;
    until_told(stage, "feedback-line", "the real budget").await
}

/// What is to change is told in the same three parts, and marked as such.
async fn wish(stage: &Stage) -> Outcome {
    stage.press("feedback-add").await?;
    stage.see("feedback-tone").await?;
    let choose = "document.querySelector('[data-testid=feedback-tone] input[value=constructive]').click()";
    stage.script::<()>(choose, json!([])).await?;
    for (field, text) in [
        ("feedback-situation", "Monday, on the phone"),
        ("feedback-behaviour", "Named the price before the need"),
        ("feedback-impact", "They asked for a discount at once"),
    ] {
        let area = stage.see_css(&format!("[data-testid={field}] textarea")).await?;
        area.send_keys(text).await?;
    }
    stage.picture("feedback-constructive-form").await?;
    stage.press("feedback-save").await?;
    for text in
        ["Monday, on the phone", "Named the price before the need", "asked for a discount at once"]
    {
        until_told(stage, "feedback-line", text).await?;
    }
    stage.see_css("[data-testid=feedback-line] .badge[data-tone=warn]").await?;
    stage.picture("feedback-constructive").await?;
    assert_accessible(stage).await
}

async fn correct_point(stage: &Stage, person: &str) -> Outcome {
    stage.open(&format!("{person}/talks")).await?;
    stage.fill_in("[data-testid=talk-text] input", "Pirces of the new line").await?;
    stage.press("talk-add").await?;
    until_told(stage, "talks", "Pirces of the new line").await?;
    let of_it = "[...document.querySelectorAll('[data-testid=talk-point]')]
        .find(it => it.textContent.includes('Pirces')).querySelector('[data-testid=talk-correct]').click()";
    stage.script::<()>(of_it, json!([])).await?;
    stage.fill_in("[data-testid=talk-correct-text] input", "Prices of the new line").await?;
    stage.picture("point-correction").await?;
    stage.press("talk-correct-save").await?;
    until_told(stage, "talks", "Prices of the new line").await
}

/// Waits until elements hold a text.
async fn until_told(stage: &Stage, test_id: &str, text: &str) -> Outcome {
    let told = format!(
        "return [...document.querySelectorAll('[data-testid={test_id}]')].some(it => it.textContent.includes({}))",
        json!(text)
    );
    stage.until("it is told", &told).await
}

/// Looks once nothing fades in or out any more.
async fn assert_accessible(stage: &Stage) -> Outcome {
    let still = "return document.getAnimations().every(it => it.playState !== 'running')";
    stage.until("nothing moves", still).await?;
    stage.assert_accessible().await
}

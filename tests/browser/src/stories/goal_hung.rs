//! Somebody says what the company wants to achieve, and hangs a goal on it.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a goal hangs on an objective, and what hangs on nothing is shown", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/objectives").await?;
    stage.see("objective-goal").await?;
    stage.picture("all").await?;
    stage.assert_accessible().await?;
    let before = stage.count("objective-goal").await?;
    take_off(&stage).await?;
    until_hanging(&stage, 1).await?;
    stage.picture("hangs-on-nothing").await?;
    add(&stage).await?;
    hang(&stage).await?;
    until_hanging(&stage, 0).await?;
    let goals = format!(
        "return document.querySelectorAll('[data-testid=objective-goal]').length === {before}"
    );
    stage.until("the goal hangs again", &goals).await?;
    delete(&stage).await?;
    until_hanging(&stage, 1).await?;
    stage.press("undo").await?;
    until_hanging(&stage, 0).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The goal of the quarter hangs on nothing any more.
async fn take_off(stage: &Stage) -> Outcome {
    stage.press("objective-edit").await?;
    stage.see("objective-unhang").await?;
    stage.picture("sheet").await?;
    let quarter = "const all = [...document.querySelectorAll('[data-testid=objective-unhang]')];
        all.at(-1)?.click(); return all.length > 0";
    stage.until("a goal is taken off", quarter).await?;
    stage.press("objective-save").await?;
    stage.until_gone("objective-detail").await
}

/// A new objective; without a name it is refused.
async fn add(stage: &Stage) -> Outcome {
    stage.press("objectives-add").await?;
    stage.see("objective-name").await?;
    stage.press("objective-save").await?;
    stage.see_css("[data-testid=form-refused]:not(:empty)").await?;
    let field = stage.see_css("[data-testid=objective-name] input").await?;
    field.send_keys("Be first in the south").await?;
    stage.press("objective-save").await?;
    stage.until_gone("objective-detail").await?;
    let there = "return [...document.querySelectorAll('[data-testid=objective] h2')]
        .some((it) => it.textContent === 'Be first in the south')";
    stage.until("the objective is listed", there).await
}

/// The goal that hangs on nothing is hung on the new objective.
async fn hang(stage: &Stage) -> Outcome {
    let choose = "const box = document.querySelector('[data-testid=hanging-goal] select');
        const wanted = [...box.options].find((it) => it.text === 'Be first in the south');
        if (!wanted) return false;
        box.value = wanted.value;
        box.dispatchEvent(new Event('change', { bubbles: true })); return true";
    stage.until("the goal is hung", choose).await
}

/// The objective goes; its goal stays and hangs on nothing.
async fn delete(stage: &Stage) -> Outcome {
    let open = "const all = [...document.querySelectorAll('[data-testid=objective]')];
        const own = all.find((it) => it.querySelector('h2').textContent === 'Be first in the south');
        own?.querySelector('[data-testid=objective-edit]').click(); return Boolean(own)";
    stage.until("the objective is opened", open).await?;
    stage.press("objective-delete").await?;
    stage.until_gone("objective-detail").await
}

async fn until_hanging(stage: &Stage, count: usize) -> Outcome {
    let script = format!(
        "return document.querySelectorAll('[data-testid=hanging-goal]').length === {count}"
    );
    stage.until(&format!("goals that hang on nothing: {count}"), &script).await
}

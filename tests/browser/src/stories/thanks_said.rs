//! Praise is put up, shown large to the room, and taken back; a fact that nobody had thanked for
//! goes once somebody does; the celebration can be silenced.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("somebody is thanked before everybody", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/thanks").await?;
    stage.see("praise").await?;
    stage.see("thanks-waits").await?;
    stage.picture("wall").await?;
    assert_accessible(&stage).await?;
    incomplete(&stage).await?;
    put_up(&stage).await?;
    thank_for_a_fact(&stage).await?;
    be_quiet(&stage).await?;
    stage.reload().await?;
    until_holds(&stage, "thanks-wall", "Came on Sunday").await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// What is missing is said, and nothing that was written is lost.
async fn incomplete(stage: &Stage) -> Outcome {
    stage.press("praise-add").await?;
    let text = stage.see_css("[data-testid=praise-text] textarea").await?;
    text.send_keys("Came on Sunday to finish the offer").await?;
    stage.press("praise-save").await?;
    stage.see_css("[data-testid=form-refused]:not(:empty)").await?;
    stage.picture("refused").await?;
    assert_accessible(stage).await
}

async fn put_up(stage: &Stage) -> Outcome {
    let before = stage.count("praise").await?;
    pick_and_choose(stage, 2).await?;
    stage.press("praise-save").await?;
    until_holds(stage, "praise-large", "Came on Sunday").await?;
    stage.picture("large").await?;
    assert_accessible(stage).await?;
    stage.press("praise-close").await?;
    stage.until_gone("praise-large").await?;
    until_count(stage, "praise", before + 1).await
}

/// Picks the first people of the list and the first value.
async fn pick_and_choose(stage: &Stage, people: usize) -> Outcome {
    let pick = "const boxes = [...document.querySelectorAll('[data-testid=praise-form] .people__person input')];
        boxes.slice(0, arguments[0]).forEach(it => it.click())";
    stage.script::<()>(pick, json!([people])).await?;
    choose_value(stage).await
}

async fn choose_value(stage: &Stage) -> Outcome {
    let choose = "const list = document.querySelector('[data-testid=praise-value] select');
        list.value = list.options[1].value;
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    stage.script::<()>(choose, json!([])).await
}

/// The sentence stands in the form already; only the value is chosen.
async fn thank_for_a_fact(stage: &Stage) -> Outcome {
    let facts = stage.count("thanks-fact").await?;
    assert!(0 < facts, "the sample holds something worth a word");
    let words = "return document.querySelector('[data-testid=thanks-fact] .list__main').children[1].textContent";
    let words: String = stage.script(words, json!([])).await?;
    stage.press_css("[data-testid=thanks-fact] [data-testid=thanks-begin]").await?;
    stage.see("praise-form").await?;
    choose_value(stage).await?;
    stage.press("praise-save").await?;
    until_holds(stage, "praise-large", &words).await?;
    stage.press("praise-close").await?;
    stage.until_gone("praise-large").await?;
    let gone = format!(
        "return [...document.querySelectorAll('[data-testid=thanks-fact]')].length < {facts}
            || !document.querySelector('[data-testid=thanks-fact]').textContent.includes({})",
        json!(words)
    );
    stage.until("the fact is gone", &gone).await?;
    stage.see("thanks-awards").await.map(drop)
}

/// With the celebration off, nothing opens and nothing rises.
async fn be_quiet(stage: &Stage) -> Outcome {
    stage.press("values-edit").await?;
    stage.see("values-lines").await?;
    stage.script::<()>("document.querySelector('[data-testid=values-quiet] input').click()", json!([])).await?;
    stage.picture("values").await?;
    stage.press("values-save").await?;
    stage.see("values-edit").await?;
    stage.press("praise-show").await?;
    stage.see("praise-large").await?;
    assert_eq!(stage.count("thanks-cheer").await?, 0);
    stage.press("praise-close").await?;
    stage.until_gone("praise-large").await
}

async fn until_count(stage: &Stage, test_id: &str, count: usize) -> Outcome {
    let script =
        format!("return document.querySelectorAll('[data-testid={test_id}]').length === {count}");
    stage.until("there are as many", &script).await
}

/// Waits until an element holds a text.
async fn until_holds(stage: &Stage, test_id: &str, text: &str) -> Outcome {
    let script = format!(
        "return document.querySelector('[data-testid={test_id}]')?.textContent.includes({})",
        json!(text)
    );
    stage.until("the text is there", &script).await
}

/// Looks once nothing fades in or out any more.
async fn assert_accessible(stage: &Stage) -> Outcome {
    let still = "return document.getAnimations().every(it => it.playState !== 'running')";
    stage.until("nothing moves", still).await?;
    stage.assert_accessible().await
}

//! A manager builds a tiered plan with accelerator, cap and clawback, sees what it makes people do
//! and whom it would pay twice, publishes it, looks at a statement, asks about a line and gets an answer, and tries
//! what further deals would bring.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a plan is built and checked, people are paid by it, and somebody tries what if", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/pay").await?;
    stage.see("pay-page").await?;
    // The sample team is paid by a plan of its own already.
    stage.see("pay-plan").await?;
    stage.picture("of-the-sample").await?;
    build(&stage).await?;
    stage.see("pay-plan").await?;
    stage.assert_accessible().await?;
    stage.picture("published").await?;
    statement(&stage).await?;
    what_if(&stage).await?;
    twice(&stage).await?;
    stage.open("#/pay").await?;
    follow(&stage, "pay-replay").await?;
    stage.see("replay-row").await?;
    stage.see("replay-until").await?;
    stage.assert_accessible().await?;
    stage.picture("replay").await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// A further plan for the same people is published all the same, with a reason; then it is taken
/// back.
async fn twice(stage: &Stage) -> Outcome {
    stage.open("#/pay").await?;
    stage.press("pay-new").await?;
    stage.see("pay-overlap").await?;
    // Counted when it is paid, a deal that the other plan counted when it was signed is paid again.
    choose(stage, "pay-field-counted_on", "paid").await?;
    stage.see("pay-twice-way").await?;
    stage.assert_accessible().await?;
    stage.picture("twice-by-deal").await?;
    choose(stage, "pay-field-counted_on", "signed").await?;
    stage.until_gone("pay-twice-way").await?;
    fill(stage, "pay-beside-reason", "Launch").await?;
    stage.press("pay-publish").await?;
    let three = "return document.querySelectorAll('[data-testid=pay-plan]').length === 3";
    stage.until("all plans are told", three).await?;
    stage.picture("meant").await?;
    stage.press("undo").await?;
    let two = "return document.querySelectorAll('[data-testid=pay-plan]').length === 2";
    stage.until("two plans are left", two).await
}

/// The rate gets an accelerator; cap and clawback come from the menu.
async fn build(stage: &Stage) -> Outcome {
    stage.press("pay-new").await?;
    stage.see("pay-sound").await?;
    let arrived = "return document.activeElement?.dataset.testid === 'pay-title'";
    stage.until("the keyboard is at the form", arrived).await?;
    stage.press("pay-whom-none").await?;
    stage.press("pay-whom-all").await?;
    choose(stage, "pay-field-components-0-tiers-mode", "marginal").await?;
    stage.see("pay-step").await?;
    stage.press("pay-add-step").await?;
    let second = "return document.querySelectorAll('[data-testid=pay-step]').length === 2";
    stage.until("two tiers", second).await?;
    fill(stage, "pay-field-components-0-rate", "much").await?;
    stage.see_css("[data-testid=pay-field-components-0-rate] .field__error:not(:empty)").await?;
    stage.picture("wrong").await?;
    fill(stage, "pay-field-components-0-rate", "6").await?;
    add(stage, 7).await?;
    stage.see_css("[data-testid=pay-field-cap] input").await?;
    stage.see("pay-finding").await?;
    add(stage, 10).await?;
    stage.see_css("[data-testid=pay-field-clawback-within_days] input").await?;
    stage.assert_accessible().await?;
    stage.picture("built").await?;
    // The sample's plan pays the same people for the same: it ends before this one begins.
    stage.press("pay-publish").await?;
    stage.see_css("[data-testid=pay-refused]:not(:empty)").await?;
    stage.press("pay-twice-end").await?;
    stage.see_css("[data-testid=pay-twice-ends]:not(:empty)").await?;
    // What ends is paid once, so that no reason is asked.
    stage.until_gone("pay-beside-reason").await?;
    stage.press("pay-verdict-show").await?;
    let shown = "return document.querySelector('[data-testid=pay-check] h2') === document.activeElement";
    stage.until("the check is in sight", shown).await?;
    stage.assert_accessible().await?;
    stage.picture("twice").await?;
    stage.press("pay-publish").await
}

/// The entry of the menu at a place; what was added already keeps its own.
async fn add(stage: &Stage, place: usize) -> Outcome {
    stage.tap_css("[data-testid=pay-add] button").await?;
    stage.see_css("[data-testid=pay-add] [role=menuitem]").await?;
    let seen = "const menu = document.querySelector('[data-testid=pay-add] [role=menu]');
        const box = menu.getBoundingClientRect();
        return 0 <= box.top && box.bottom <= innerHeight";
    stage.until("the menu is in sight", seen).await?;
    let script = format!(
        "const all = document.querySelectorAll('[data-testid=pay-add] [role=menuitem]');
         all[{place}].click(); return true"
    );
    stage.until("an entry is chosen", &script).await
}

async fn choose(stage: &Stage, field: &str, value: &str) -> Outcome {
    let script = format!(
        "const box = document.querySelector('[data-testid={field}] select');
         if (!box) return false;
         box.value = '{value}';
         box.dispatchEvent(new Event('change', {{ bubbles: true }})); return true"
    );
    stage.until("a choice is made", &script).await
}

async fn fill(stage: &Stage, field: &str, text: &str) -> Outcome {
    let input = stage.see_css(&format!("[data-testid={field}] input")).await?;
    input.clear().await?;
    input.send_keys(text).await?;
    Ok(())
}

/// A link is followed; a toast may lie over it.
async fn follow(stage: &Stage, link: &str) -> Outcome {
    stage.see(link).await?;
    let script = format!("document.querySelector('[data-testid={link}]').click(); return true");
    stage.until("a link is followed", &script).await
}

/// The first of the people who were paid asks about a line.
async fn statement(stage: &Stage) -> Outcome {
    follow(stage, "pay-statements").await?;
    stage.see("pay-row").await?;
    stage.assert_accessible().await?;
    stage.picture("period").await?;
    let earned = "const rows = [...document.querySelectorAll('[data-testid=pay-row]')];
        const row = rows.find((it) => /[1-9]/.test(it.cells[2].textContent));
        row?.querySelector('a').click(); return Boolean(row)";
    stage.until("somebody was paid", earned).await?;
    stage.see("statement-line").await?;
    stage.picture("lines").await?;
    follow(stage, "statement-ask").await?;
    stage.see("deal-pay").await?;
    fill(stage, "statement-question", "Two of us worked on it").await?;
    // Three can share a deal.
    stage.press("deal-partner-add").await?;
    let two = "return document.querySelectorAll('[data-testid=deal-partner]').length === 2";
    stage.until("a line for a third person", two).await?;
    stage.press("statement-keep").await?;
    stage.see("statement-questions").await?;
    stage.fill_in("[data-testid=statement-questions] input", "Half is his").await?;
    stage.press("answer-keep").await?;
    let answered = "return document.querySelector('[data-testid=statement-questions] .list__note')
        ?.textContent === 'Half is his'";
    stage.until("the question is answered", answered).await?;
    stage.assert_accessible().await?;
    stage.picture("statement").await.map(drop)
}

/// A ticked deal changes the payout and nothing else.
async fn what_if(stage: &Stage) -> Outcome {
    follow(stage, "statement-what-if").await?;
    stage.see("what-if-offer").await?;
    let before = stage.text("what-if-then").await?;
    stage.see_css("[data-testid=what-if-offer] input[type=checkbox]").await?.click().await?;
    let changed = format!(
        "return document.querySelector('[data-testid=what-if-then]').textContent !== '{before}'"
    );
    stage.until("the payout moves", &changed).await?;
    stage.see_css("[data-testid=what-if-causes] dd").await?;
    // Dragged down to nothing, the deal brings nothing.
    let drag = "const slider = document.querySelector('[data-testid=what-if-offer] input[type=range]');
        slider.value = slider.min;
        slider.dispatchEvent(new Event('input', { bubbles: true })); return true";
    stage.until("the amount is dragged", drag).await?;
    stage.until_text("what-if-then", &before).await?;
    let back = drag.replace("slider.min", "slider.max");
    stage.until("the amount is dragged up", &back).await?;
    stage.until("the payout moves again", &changed).await?;
    stage.assert_accessible().await?;
    stage.picture("what-if").await.map(drop)
}

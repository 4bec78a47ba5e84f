//! A reward is put into the catalogue, points are given, redeemed and handed over; what does not
//! reach is said, and the room sees none of it.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("points are given, redeemed and handed over", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/rewards").await?;
    stage.see("balance").await?;
    stage.picture("of-the-sample").await?;
    offer(&stage).await?;
    set_budget(&stage).await?;
    give(&stage).await?;
    redeem(&stage).await?;
    stage.open("#/rewards").await?;
    stage.see("redemption-hand-over").await?;
    stage.picture("waiting").await?;
    assert_accessible(&stage).await?;
    stage.press("redemption-hand-over").await?;
    stage.until_gone("redemption-hand-over").await?;
    stage.see("rewards-settled").await?;
    stage.reload().await?;
    stage.see("rewards-settled").await?;
    hide(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// A course for 300 points; without a price it is not taken, and nothing typed is lost.
async fn offer(stage: &Stage) -> Outcome {
    stage.press("item-add").await?;
    type_into(stage, "item-name", "Course in pricing").await?;
    stage.press("item-save").await?;
    stage.see_css("[data-testid=item-form] [data-testid=form-refused]:not(:empty)").await?;
    let choose = "const list = document.querySelector('[data-testid=item-kind] select');
        list.value = 'course';
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    stage.script::<()>(choose, json!([])).await?;
    type_into(stage, "item-points", "300").await?;
    type_into(stage, "item-stock", "2").await?;
    stage.picture("item").await?;
    stage.press("item-save").await?;
    // The sample offers four rewards.
    let five = "return document.querySelectorAll('[data-testid=item]').length === 5";
    stage.until("it is offered", five).await
}

async fn set_budget(stage: &Stage) -> Outcome {
    stage.press("budget-set").await?;
    type_into(stage, "budget-points", "1000").await?;
    stage.press("budget-save").await?;
    stage.see("budget").await.map(drop)
}

async fn give(stage: &Stage) -> Outcome {
    stage.press("points-give").await?;
    stage.see("grant-form").await?;
    // Somebody who has nothing yet: the sample has given points with praise.
    let pick = "const none = [...document.querySelectorAll('[data-testid=balance]')]
            .filter(it => !/^(150|200)$/.test(it.querySelector('.list__figure').textContent))
            .map(it => it.querySelector('.list__name').textContent);
        [...document.querySelectorAll('[data-testid=grant-form] .people__person')]
            .find(it => none.some(name => it.textContent.includes(name)))
            .querySelector('input').click()";
    stage.script::<()>(pick, json!([])).await?;
    type_into(stage, "grant-points", "500").await?;
    let reason = stage.see_css("[data-testid=grant-reason] textarea").await?;
    reason.send_keys("Saved the fair").await?;
    stage.picture("grant").await?;
    stage.press("grant-save").await?;
    stage.until_gone("grant-form").await?;
    let given = "return [...document.querySelectorAll('[data-testid=balance]')]
        .some(it => it.querySelector('.list__figure').textContent === '500')";
    stage.until("somebody holds 500 points", given).await
}

/// After the course the balance is 200, and the course is out of reach.
async fn redeem(stage: &Stage) -> Outcome {
    let href = "return [...document.querySelectorAll('[data-testid=balance]')]
        .find(it => it.querySelector('.list__figure').textContent === '500').getAttribute('href')";
    let href: String = stage.script(href, json!([])).await?;
    stage.open(&href).await?;
    stage.see("points-line").await?;
    let redeem = "const course = [...document.querySelectorAll('[data-testid=offer]')]
            .find(it => it.textContent.includes('Course in pricing'));
        const button = course?.querySelector('[data-testid=points-redeem]');
        button?.click(); return Boolean(button)";
    stage.until("the course is redeemed", redeem).await?;
    let lines = "return document.querySelectorAll('[data-testid=points-line]').length === 2
        && document.querySelector('[data-testid=points-balance]').textContent.includes('200')";
    stage.until("300 of 500 are spent", lines).await?;
    stage.picture("ledger").await?;
    assert_accessible(stage).await
}

/// On the room's face the page is not built.
async fn hide(stage: &Stage) -> Outcome {
    stage.open("#/faces").await?;
    stage.see("faces-page").await?;
    stage.press("face-room").await?;
    stage.see("face-leave").await?;
    stage.script::<()>("location.hash = '#/rewards'", json!([])).await?;
    stage.see("face-hidden").await.map(drop)
}

async fn type_into(stage: &Stage, test_id: &str, text: &str) -> Outcome {
    stage.fill_in(&format!("[data-testid={test_id}] input"), text).await
}

/// Looks once nothing fades in or out any more.
async fn assert_accessible(stage: &Stage) -> Outcome {
    let still = "return document.getAnimations().every(it => it.playState !== 'running')";
    stage.until("nothing moves", still).await?;
    stage.assert_accessible().await
}

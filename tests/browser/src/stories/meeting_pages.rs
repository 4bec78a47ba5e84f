//! What goes with meetings: an announcement that is read, a request that is late and shown in the
//! meeting, the contact plan; how it stood before a change, and a branch that is kept in one step.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, WelcomePage};

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("announcements, requests and contacts go with meetings, and time can be rewound", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    bring_up(&stage).await?;
    announce(&stage).await?;
    ask(&stage).await?;
    contacts(&stage).await?;
    branch(&stage).await?;
    rewind(&stage).await?;
    more_cards(&stage).await?;
    other_pipeline(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// An issue about a deal is brought up from the deal, and waits for the next meeting with the way
/// back to it.
async fn bring_up(stage: &Stage) -> Outcome {
    let lead = Board::open(stage).await?.first_lead().await?;
    stage.open(&lead).await?;
    stage.press("bring-up").await?;
    let begins = "return document.querySelector('[data-testid=point-form] textarea').value !== ''";
    stage.until("the issue begins with the customer's name", begins).await?;
    stage.see_css("[data-testid=point-form] textarea").await?.send_keys("who decides?").await?;
    stage.picture("bring-up").await?;
    stage.press("point-save").await?;
    stage.until_gone("point-form").await?;
    stage.open("#/meetings").await?;
    let back = format!(
        "return [...document.querySelectorAll('[data-testid=point-source]')].some((it) => it.hash.startsWith('{lead}'))"
    );
    stage.until("the issue leads back to the deal", &back).await
}

async fn announce(stage: &Stage) -> Outcome {
    stage.open("#/meetings/news").await?;
    stage.press("news-add").await?;
    stage.fill_in("[data-testid=news-form] textarea", "New prices from January").await?;
    stage.press("news-save").await?;
    stage.see("news-row").await?;
    stage.press("news-readers").await?;
    stage.see("news-reader").await?;
    stage.press("news-all-here").await?;
    stage.until("all who are here have read it", "return [...document.querySelectorAll('[data-testid=news-reader] input')].some(it => it.checked)").await?;
    stage.picture("news-readers").await?;
    stage.press("news-readers-done").await?;
    stage.picture("news").await?;
    assert_accessible(stage).await
}

async fn ask(stage: &Stage) -> Outcome {
    stage.open("#/meetings/requests").await?;
    stage.press("request-add").await?;
    stage.until_focus(".sheet__title").await?;
    stage.fill_in("[data-testid=request-form] textarea", "A leaflet in English").await?;
    let promised = "const day = document.querySelector('[data-testid=request-form] input[type=date]');
        day.value = '2020-01-31';
        day.dispatchEvent(new Event('change', { bubbles: true }));
        const lead = document.querySelectorAll('[data-testid=request-form] select')[2];
        lead.selectedIndex = 1;
        lead.dispatchEvent(new Event('change', { bubbles: true }))";
    stage.script::<()>(promised, json!([])).await?;
    stage.picture("request-form").await?;
    assert_accessible(stage).await?;
    stage.press("request-save").await?;
    stage.see_css("[data-testid=request-row][data-state=late]").await?;
    stage.picture("requests").await?;
    assert_accessible(stage).await?;
    in_the_meeting(stage).await?;
    stage.open("#/meetings/requests").await?;
    stage.tap_css("[data-testid=request-row]").await?;
    stage.press("request-done").await?;
    stage.see_css("[data-testid=request-row][data-state=done]").await.map(drop)
}

/// While requests are talked about, the late one stands in the room.
async fn in_the_meeting(stage: &Stage) -> Outcome {
    stage.open("#/meetings").await?;
    stage.press_in("[data-testid=meeting-kind][data-kind=pipeline]", "meeting-start").await?;
    stage.see("room").await?;
    let row = "document.querySelectorAll('[data-testid=room-row]')[6].click()";
    stage.script::<()>(row, json!([])).await?;
    stage.see("room-request").await?;
    stage.picture("room-request").await?;
    stage.press("room-end").await?;
    stage.see("minutes-group").await.map(drop)
}

async fn contacts(stage: &Stage) -> Outcome {
    stage.open("#/meetings/contacts").await?;
    stage.see("contact-row").await?;
    stage.picture("contacts").await?;
    assert_accessible(stage).await?;
    let rows = "return [...document.querySelectorAll('[data-testid=contact-row]')]
        .map(it => it.textContent).join()";
    let before: String = stage.script(rows, json!([])).await?;
    stage.press("contact-done").await?;
    stage.see("finish-form").await?;
    stage.fill_in("[data-testid=finish-outcome] textarea", "They decide on Friday").await?;
    stage.picture("contact-done").await?;
    assert_accessible(stage).await?;
    stage.press("finish-save").await?;
    stage.until_gone("finish-form").await?;
    let others = rows.replace("return ", "return (").replace(".join()", ".join())");
    stage.until("the plan is another", &format!("{others} !== {}", json!(before))).await?;
    stage.press("undo").await?;
    stage.until("and as it was again", &format!("{others} === {}", json!(before))).await
}

/// The largest deal is dropped on a branch: figures change, nothing else does until it is kept.
async fn branch(stage: &Stage) -> Outcome {
    stage.open("#/meetings/rewind").await?;
    stage.see("rewind-board").await?;
    stage.tap_css("[data-testid=rewind-page] .segmented label:nth-of-type(2)").await?;
    stage.see("branch-row").await?;
    try_last_stage(stage).await?;
    stage.picture("branch").await?;
    assert_accessible(stage).await?;
    stage.press("branch-discard").await?;
    stage.until("nothing is tried any more", "return !document.querySelector('[data-tried=true]')").await?;
    try_last_stage(stage).await?;
    leave_and_come_back(stage).await?;
    stage.press("branch-keep").await?;
    stage.until("it is kept", "return !document.querySelector('[data-tried=true]') && document.querySelector('[data-testid=branch-keep]').disabled").await
}

/// Whoever leaves is asked; what is left for later waits over a reload, and is named on the other
/// pages of meetings.
async fn leave_and_come_back(stage: &Stage) -> Outcome {
    let leave = "document.querySelector('[data-testid=meeting-nav] a').click()";
    stage.script::<()>(leave, json!([])).await?;
    stage.see("branch-leave-note").await?;
    stage.picture("branch-leave").await?;
    assert_accessible(stage).await?;
    stage.press("branch-stay").await?;
    stage.until_gone("branch-leave-note").await?;
    stage.see("branch-row").await?;
    stage.reload().await?;
    stage.see_css("[data-testid=branch-row][data-tried=true]").await?;
    stage.until("it says since when", "return document.querySelector('[data-testid=branch-since]').textContent !== ''").await?;
    stage.script::<()>(leave, json!([])).await?;
    stage.see("branch-leave-note").await?;
    stage.press("branch-later").await?;
    stage.see("branch-waits").await?;
    stage.picture("branch-waits").await?;
    assert_accessible(stage).await?;
    stage.press_css("[data-testid=branch-waits]").await?;
    stage.see_css("[data-testid=branch-row][data-tried=true]").await.map(drop)
}

async fn try_last_stage(stage: &Stage) -> Outcome {
    let drop_it = "const stage = document.querySelector('[data-testid=branch-row] select');
        stage.selectedIndex = stage.options.length - 1;
        stage.dispatchEvent(new Event('change', { bubbles: true }))";
    stage.script::<()>(drop_it, json!([])).await?;
    stage.see_css("[data-testid=branch-row][data-tried=true]").await?;
    stage.see_css("[data-testid=branch-effect][data-changed=true]").await.map(drop)
}

/// One change back the deal stands where it stood.
async fn rewind(stage: &Stage) -> Outcome {
    stage.press_css("[data-testid=rewind-page] .segmented label:nth-of-type(1)").await?;
    stage.press("rewind-now").await?;
    stage.see("rewind-board").await?;
    let sums = "return [...document.querySelectorAll('.rewind__sum')].map(it => it.textContent).join()";
    let before: String = stage.script(sums, json!([])).await?;
    stage.picture("rewind-now").await?;
    stage.press("rewind-earlier").await?;
    let other = format!("return [...document.querySelectorAll('.rewind__sum')].map(it => it.textContent).join() !== {}", json!(before));
    stage.until("the board stands otherwise", &other).await?;
    stage.picture("rewind").await?;
    assert_accessible(stage).await?;
    stage.press("rewind-later").await?;
    let same = format!("return [...document.querySelectorAll('.rewind__sum')].map(it => it.textContent).join() === {}", json!(before));
    stage.until("and as it stood again", &same).await
}

/// A column of more cards than are shown at first shows all of them when asked; its head stays.
async fn more_cards(stage: &Stage) -> Outcome {
    let column = "[...document.querySelectorAll('[data-testid=rewind-column]')]
        .find(it => Number(it.querySelector('.rewind__sum').textContent.split(' ')[0]) > 12)";
    let head = format!("return {column}.querySelector('.rewind__sum').textContent");
    let before: String = stage.script(&head, json!([])).await?;
    let more = format!("{column}.querySelector('[data-testid=show-more]').click()");
    stage.script::<()>(&more, json!([])).await?;
    let whole = format!(
        "const column = {column};
        return column.querySelectorAll('.rewind__card').length
            === Number(column.querySelector('.rewind__sum').textContent.split(' ')[0])"
    );
    stage.until("every card of the column is shown", &whole).await?;
    let after: String = stage.script(&head, json!([])).await?;
    assert_eq!(before, after, "count and sum are those of all");
    stage.picture("rewind-more").await.map(drop)
}

/// A pipeline that was added today is offered, and was not there the day before.
async fn other_pipeline(stage: &Stage) -> Outcome {
    stage.open("#/pipelines").await?;
    stage.press("pipeline-add").await?;
    stage.fill_in("[data-testid=pipeline-name] input", "Partners").await?;
    stage.press("pipeline-save").await?;
    stage.until_gone("pipeline-form").await?;
    stage.open("#/meetings/rewind").await?;
    stage.see("rewind-pipeline").await?;
    let choose = "const list = document.querySelector('[data-testid=rewind-pipeline] select');
        list.selectedIndex = 1;
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    stage.script::<()>(choose, json!([])).await?;
    stage.until("its columns are empty", "return [...document.querySelectorAll('.rewind__sum')].every(it => it.textContent.startsWith('0'))").await?;
    stage.picture("rewind-pipeline").await?;
    assert_accessible(stage).await?;
    let before = "const day = document.querySelector('[data-testid=rewind-day] input');
        const date = new Date(day.value + 'T12:00:00Z');
        date.setUTCDate(date.getUTCDate() - 1);
        day.value = date.toISOString().slice(0, 10);
        day.dispatchEvent(new Event('change', { bubbles: true }))";
    stage.script::<()>(before, json!([])).await?;
    stage.see("rewind-absent").await.map(drop)
}

/// Looks once nothing fades in or out any more.
async fn assert_accessible(stage: &Stage) -> Outcome {
    let still = "return document.getAnimations().every(it => it.playState !== 'running')";
    stage.until("nothing moves", still).await?;
    stage.assert_accessible().await
}

//! A real customer answers about a real deal, by finger alone, and nothing but the PIN leads back;
//! the bad answer is an item of the next weekly meeting, with the way to the deal.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::RealTeam;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a real customer's bad answer, given by finger, is an item of the next meeting", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

const CUSTOMER: &str = "Isdom";
const SAID: [&str; 2] = ["It came two weeks late.", "晚到了两周。"];

async fn run(stage: Stage) -> Outcome {
    RealTeam::arrive(&stage, "customer").await?;
    make(&stage).await?;
    hand_over(&stage).await?;
    answer(&stage).await?;
    take_back(&stage).await?;
    in_the_meeting(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn make(stage: &Stage) -> Outcome {
    RealTeam::open_in_the_morning(stage).await?;
    stage.tap_css(".rail a[href='#/more']").await?;
    stage.picture("customer-more").await?;
    stage.tap_css("main a[href='#/surveys']").await?;
    stage.see("surveys-page").await?;
    stage.tap_css("[data-testid=survey-template-Nps]").await?;
    stage.until_focus(".sheet__title").await?;
    stage.picture("customer-editor").await?;
    stage.tap_css("[data-testid=survey-save]").await?;
    stage.see("survey-page").await.map(drop)
}

/// About one of the customer's deals, once there is a PIN.
async fn hand_over(stage: &Stage) -> Outcome {
    stage.tap_and_type("[data-testid=survey-find-deal] input", CUSTOMER).await?;
    let first = "const found = [...document.querySelectorAll('[data-testid=survey-deal] option')].slice(1);
        return found.length && found.every(it => it.textContent.includes(arguments[0])) ? found[0].value : null";
    let deals = "return document.querySelectorAll('[data-testid=survey-deal] option').length < 200";
    stage.until("the customer's deals are offered", deals).await?;
    let deal: Option<String> = stage.script(first, json!([CUSTOMER])).await?;
    stage.choose("[data-testid=survey-deal] select", &deal.ok_or("no deal of the customer")?).await?;
    stage.picture("customer-hand").await?;
    stage.tap_css("[data-testid=survey-turn]").await?;
    for field in ["pin-new", "pin-again"] {
        stage.tap_and_type(&format!("[data-testid={field}]"), "2580").await?;
    }
    stage.picture("customer-pin").await?;
    stage.tap_css("[data-testid=pin-save]").await?;
    stage.see("kiosk-question").await?;
    stage.picture("customer-question").await.map(drop)
}

/// Two of ten, and why.
async fn answer(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=kiosk-step-2]").await?;
    stage.tap_and_type("[data-testid=kiosk-words] textarea", said(stage)).await?;
    stage.picture("customer-words").await?;
    stage.tap_css("[data-testid=kiosk-next]").await?;
    stage.see("kiosk-thanks").await?;
    stage.picture("customer-thanks").await.map(drop)
}

async fn take_back(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=kiosk-staff]").await?;
    stage.tap_and_type("[data-testid=pin-enter]", "2580").await?;
    stage.picture("customer-back").await?;
    stage.tap_css("[data-testid=pin-leave]").await?;
    stage.see("survey-reply").await?;
    let told = "const told = document.querySelector('[data-testid=survey-reply]').textContent;
        return told.includes(arguments[0]) && told.includes(arguments[1])";
    let told: bool = stage.script(told, json!([CUSTOMER, said(stage)])).await?;
    assert!(told, "who said what");
    stage.picture("customer-results").await.map(drop)
}

/// It waits on the page of meetings, and is talked about and settled in the room.
async fn in_the_meeting(stage: &Stage) -> Outcome {
    stage.tap_css(".rail a[href='#/meetings']").await?;
    stage.see("meetings-page").await?;
    let waits = "return document.querySelector('[data-testid=meetings-open] [data-testid=point]')
        ?.textContent.includes";
    stage.until("it waits", &format!("{waits}({})", json!(CUSTOMER))).await?;
    stage.picture("customer-waits").await?;
    stage.tap_css("[data-kind=pipeline] [data-testid=meeting-start]").await?;
    stage.see("room").await?;
    stage.see_css("[data-testid=room-points] [data-testid=point]").await?;
    stage.picture("customer-room").await?;
    stage.tap_css("[data-testid=room-points] [data-testid=point-source]").await?;
    stage.see("survey-reply").await?;
    stage.picture("customer-source").await?;
    stage.tap_css("[data-testid=meeting-bar-room]").await?;
    stage.see("room").await?;
    stage.tap_css("[data-testid=room-points] [data-testid=point] label").await?;
    stage.see_css("[data-testid=point][data-closed=true]").await?;
    stage.tap_css("[data-testid=room-end]").await?;
    stage.see_css("[data-testid=minutes-group][data-group=Issues]").await?;
    stage.picture("customer-minutes").await.map(drop)
}

fn said(stage: &Stage) -> &'static str {
    SAID[usize::from(stage.case.lang == Lang::Zh)]
}

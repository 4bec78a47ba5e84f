//! A real team's weekly meeting, by finger alone: begun with two taps, who is away, a goal, a deal
//! that is carried on, one that is called, what was brought up; then the minutes, which are what
//! was done and nothing else.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::harness::{Engine, Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, RealTeam};

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a real team's weekly meeting is held by finger, and its minutes are what was done", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

/// From the page's address to the meeting.
const A_MINUTE: Duration = Duration::from_secs(60);
const PEOPLE: usize = 35;
/// An issue, a decision and an action, each in both languages.
const BROUGHT_UP: [[&str; 2]; 3] = [
    ["Who decides at Isdom?", "Isdom 谁拍板？"],
    ["No discounts before March", "三月之前不打折"],
    ["Send Isdom the new prices", "把新价格发给 Isdom"],
];
const FRIDAY: &str = "2018-01-12";
const MARCH: &str = "2018-03-15";

async fn run(stage: Stage) -> Outcome {
    RealTeam::arrive(&stage, "weekly").await?;
    begin(&stage).await?;
    attendance(&stage).await?;
    set_a_goal(&stage).await?;
    carry_a_card(&stage).await?;
    call_a_deal(&stage).await?;
    bring_up(&stage).await?;
    end(&stage).await?;
    read(&stage).await?;
    rate(&stage).await?;
    back_up(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The second tap starts it.
async fn begin(stage: &Stage) -> Outcome {
    let opened = Instant::now();
    RealTeam::open_in_the_morning(stage).await?;
    stage.picture("weekly-today").await?;
    stage.tap_css(".rail a[href='#/meetings']").await?;
    stage.see("meetings-page").await?;
    stage.picture("weekly-meetings").await?;
    remember_the_journal(stage).await?;
    stage.tap_css("[data-kind=pipeline] [data-testid=meeting-start]").await?;
    stage.see("room").await?;
    let took = opened.elapsed();
    assert!(took < A_MINUTE, "it took {took:?} to begin");
    stage.picture("weekly-room").await.map(drop)
}

/// Everybody is there until somebody is said to be away.
async fn attendance(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=room-people]").await?;
    stage.see("room-person").await?;
    assert_eq!(stage.count("room-person").await?, PEOPLE);
    stage.tap_css("[data-testid=room-person]:nth-child(2) label").await?;
    let away = "return document.querySelectorAll('[data-testid=room-person] input:checked').length";
    stage.until("one is away", &format!("{away} === {}", PEOPLE - 1)).await?;
    stage.picture("weekly-people").await?;
    stage.tap_css("[data-testid=room-people-done]").await?;
    stage.until_gone("room-people-done").await
}

/// The section leads to its page, and its bar stays on top of that.
async fn set_a_goal(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=room-agenda] li:nth-child(3) [data-testid=room-row]").await?;
    stage.see_css("[data-testid=room-agenda] li:nth-child(3) [aria-current=step]").await?;
    stage.picture("weekly-goals-section").await?;
    stage.tap_css("[data-testid=room-tool]").await?;
    stage.see("goals-page").await?;
    stage.see("meeting-bar").await?;
    stage.tap_css("[data-testid=quota-company]").await?;
    stage.tap_and_type("[data-testid=quota-input]", "3000000").await?;
    let enter = if stage.case.engine == Engine::WebKit { "\u{e007}" } else { "\u{e006}" };
    stage.see("quota-input").await?.send_keys(enter).await?;
    stage.until_gone("quota-input").await?;
    stage.picture("weekly-goals").await.map(drop)
}

/// The next section, its board, and a card that is carried to the next stage.
async fn carry_a_card(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=meeting-bar-next]").await?;
    stage.tap_css("[data-testid=meeting-bar-room]").await?;
    stage.see_css("[data-testid=room-agenda] li:nth-child(4) [aria-current=step]").await?;
    stage.tap_css("[data-testid=room-tool]").await?;
    // Deals without a day are not among those to close; this team has entered none.
    stage.see("undated-notice").await?;
    stage.picture("weekly-to-close").await?;
    stage.tap_css("[data-testid=clear-filter] button").await?;
    stage.see("lead-card").await?;
    stage.picture("weekly-board").await?;
    let counts = "[...document.querySelectorAll('[data-testid=column-count]')].map(it => it.textContent).join()";
    let before: String = stage.script(&format!("return {counts}"), json!([])).await?;
    Board::here(stage).carry_to_the_right().await?;
    stage.until("it has changed its column", &format!("return {counts} !== {}", json!(before))).await?;
    stage.picture("weekly-carried").await.map(drop)
}

/// A deal is opened from the board, gets a day on which it will close, and is committed to.
async fn call_a_deal(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=lead-card]").await?;
    stage.see("lead").await?;
    stage.tap_css("[data-testid=lead-edit] button").await?;
    stage.see("lead-form").await?;
    stage.picture("weekly-edit").await?;
    stage.choose("[data-testid=lead-form] input[type=date]", MARCH).await?;
    stage.tap_css("[data-testid=form-save]").await?;
    stage.until_gone("lead-form").await?;
    stage.tap_css("[data-testid=lead-calls] [data-testid=call-manager-commit]").await?;
    let called = "return Boolean(document.querySelector('[data-testid=lead-calls] [data-testid=call-manager-commit][aria-pressed=true]'))";
    stage.until("it is called", called).await?;
    stage.picture("weekly-call").await?;
    stage.tap_css(".sheet__head .icon-button").await?;
    stage.until_gone("lead").await?;
    stage.tap_css("[data-testid=meeting-bar-room]").await?;
    stage.see("room").await.map(drop)
}

async fn bring_up(stage: &Stage) -> Outcome {
    for (place, text) in (1..).zip(said(stage)) {
        let sort = format!("[data-testid=room-points] .segmented label:nth-of-type({place})");
        stage.tap_css(&sort).await?;
        stage.tap_and_type("[data-testid=point-text] input", text).await?;
        if place == 3 {
            let owner = "[data-testid=room-points] select";
            let last = "return [...document.querySelector(arguments[0]).options].at(-1).value";
            let somebody: String = stage.script(last, json!([owner])).await?;
            stage.choose(owner, &somebody).await?;
            stage.choose("[data-testid=room-points] input[type=date]", FRIDAY).await?;
        }
        stage.tap_css("[data-testid=point-add]").await?;
        stage.see("point").await?;
        stage.picture(&format!("weekly-point-{place}")).await?;
    }
    Ok(())
}

async fn end(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=room-end]").await?;
    stage.see("minutes-group").await?;
    stage.until_gone("meeting-bar").await?;
    stage.picture("weekly-minutes").await.map(drop)
}

/// Group by group what was done here, and as many lines as the journal has new entries.
async fn read(stage: &Stage) -> Outcome {
    let groups = "return [...document.querySelectorAll('[data-testid=minutes-group]')].map(it =>
        [it.dataset.group, it.querySelectorAll('[data-testid=minutes-line]').length])";
    let groups: Vec<(String, usize)> = stage.script(groups, json!([])).await?;
    // Begun, one away, two sections, ended.
    let done = [
        ("Decisions", 1), ("Actions", 1), ("Issues", 1), ("Promises", 1), ("Moved", 1), ("Leads", 1), ("Goals", 1), ("Course", 5),
    ];
    assert_eq!(groups, done.map(|(group, lines)| (group.to_owned(), lines)));
    for (group, text) in ["Issues", "Decisions", "Actions"].into_iter().zip(said(stage)) {
        let told = format!(
            "return document.querySelector('[data-group={group}]').textContent.includes({})",
            json!(text)
        );
        stage.until("it stands where it belongs", &told).await?;
    }
    let lines = groups.iter().map(|it| it.1).sum::<usize>();
    let counted = format!(
        "return Number(document.querySelector('[data-testid=minutes-count]').textContent.match(/\\d+/)[0]) === {lines}"
    );
    stage.until("as many are said to be there", &counted).await?;
    assert_eq!(new_in_the_journal(stage).await?, lines, "entries of the journal");
    stage.tap_css("[data-testid=minutes-group] .section__title").await?;
    stage.picture("weekly-lines").await.map(drop)
}

async fn rate(stage: &Stage) -> Outcome {
    assert_eq!(stage.count("minutes-rate").await?, PEOPLE - 1, "who was there rates it");
    stage.tap_css("[data-testid=minutes-rate]:nth-child(1) label:nth-of-type(8)").await?;
    stage.tap_css("[data-testid=minutes-rate]:nth-child(2) label:nth-of-type(9)").await?;
    let rated = "return document.querySelector('[data-testid=minutes-rated]').textContent.includes('8.5')";
    stage.until("it is rated", rated).await?;
    stage.picture("weekly-rated").await.map(drop)
}

/// The backup is offered beside the ratings.
async fn back_up(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=data-backup-now] button").await?;
    stage.see_css("[data-testid=data-backup-result] [data-tone=good]").await?;
    stage.picture("weekly-backup").await.map(drop)
}

fn said(stage: &Stage) -> [&'static str; 3] {
    BROUGHT_UP.map(|it| it[usize::from(stage.case.lang == Lang::Zh)])
}

/// The names of the journal's entries, which are never rewritten.
const ENTRIES: &str = "Object.keys(localStorage).filter((it) => it.startsWith('huddle/main/log/'))";

async fn remember_the_journal(stage: &Stage) -> Outcome {
    stage.script(&format!("window.journal = new Set({ENTRIES})"), json!([])).await
}

async fn new_in_the_journal(stage: &Stage) -> Outcome<usize> {
    stage.script(&format!("return {ENTRIES}.filter((it) => !window.journal.has(it)).length"), json!([])).await
}

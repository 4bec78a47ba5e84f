//! A weekly meeting from its first section to its last, by what leads on from each: somebody is
//! away, the news is read, a goal is set, a deal carried on, a stale one talked about, one promised,
//! a request made, an action given, an issue and a decision written down, and the meeting rated. The
//! next one begins with what was left open.

use serde_json::json;

use crate::harness::{Engine, Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, WelcomePage};

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a weekly meeting goes through all its sections, and the next one carries on", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

const KIND: &str = "[data-testid=meeting-kind][data-kind=pipeline]";
const SECTIONS: usize = 10;
const NEWS: &str = "New prices from January, 1123";
const REQUEST: &str = "A leaflet in English, 5813";
const ACTION: &str = "Send Quayside the prices, 2134";
const ISSUE: &str = "Who decides at Quayside? 5589";
const DECISION: &str = "No discounts before March, 1442";

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    announce(&stage).await?;
    let held = first(&stage).await?;
    second(&stage, &held).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// What is announced before the meeting.
async fn announce(stage: &Stage) -> Outcome {
    stage.open("#/meetings/news").await?;
    stage.press("news-add").await?;
    stage.fill_in("[data-testid=news-form] textarea", NEWS).await?;
    stage.press("news-save").await?;
    stage.see("news-row").await.map(drop)
}

/// Every section, with what is done in it; gives the address of the minutes.
async fn first(stage: &Stage) -> Outcome<String> {
    begin(stage).await?;
    attendance(stage).await?;
    next_in_the_room(stage, 2).await?;
    read_the_news(stage).await?;
    next_on_the_bar(stage, "goals-page").await?;
    set_a_goal(stage).await?;
    next_on_the_bar(stage, "leads-page").await?;
    carry_a_deal(stage).await?;
    next_on_the_bar(stage, "today-page").await?;
    talk_about_a_stale_deal(stage).await?;
    next_on_the_bar(stage, "promises-headline").await?;
    promise(stage).await?;
    next_on_the_bar(stage, "requests-page").await?;
    ask(stage).await?;
    next_on_the_bar(stage, "room").await?;
    until_section(stage, 8).await?;
    act(stage).await?;
    next_in_the_room(stage, 9).await?;
    say(stage, 1, ISSUE).await?;
    say(stage, 2, DECISION).await?;
    next_in_the_room(stage, 10).await?;
    close(stage).await?;
    minutes(stage).await?;
    stage.script("return location.hash", json!([])).await
}

async fn begin(stage: &Stage) -> Outcome {
    stage.open("#/meetings").await?;
    stage.press_in(KIND, "meeting-start").await?;
    stage.see("room").await?;
    assert_eq!(stage.count("room-row").await?, SECTIONS);
    until_section(stage, 1).await
}

/// Waits until the section in this place, from one, is the one that runs.
async fn until_section(stage: &Stage, place: usize) -> Outcome {
    let current = format!("[data-testid=room-agenda] li:nth-child({place}) [aria-current=step]");
    stage.see_css(&current).await.map(drop)
}

async fn next_in_the_room(stage: &Stage, place: usize) -> Outcome {
    stage.press("room-next").await?;
    until_section(stage, place).await
}

/// The bar leads on to the page of the next section, and stays on top of it.
async fn next_on_the_bar(stage: &Stage, page: &str) -> Outcome {
    stage.press("meeting-bar-next").await?;
    stage.see(page).await?;
    if page != "room" {
        stage.see("meeting-bar").await?;
    }
    stage.picture(&format!("whole-{page}")).await.map(drop)
}

async fn attendance(stage: &Stage) -> Outcome {
    stage.press("room-people").await?;
    stage.see("room-person").await?;
    let there = "return document.querySelectorAll('[data-testid=room-person] input:checked').length";
    let before: usize = stage.script(there, json!([])).await?;
    stage.press_css("[data-testid=room-person]:has(input:checked) label").await?;
    stage.until("one is away", &format!("{there} === {before} - 1")).await?;
    stage.press("room-people-done").await?;
    stage.until_gone("room-people-done").await
}

async fn read_the_news(stage: &Stage) -> Outcome {
    stage.press_css("[data-testid=room-tool]").await?;
    stage.see("news-row").await?;
    stage.press("news-readers").await?;
    stage.see("news-reader").await?;
    stage.press("news-all-here").await?;
    stage.see_css("[data-testid=news-reader] input:checked").await?;
    stage.press("news-readers-done").await?;
    stage.until_gone("news-readers-done").await
}

async fn set_a_goal(stage: &Stage) -> Outcome {
    stage.press_css("[data-testid=quota-company]").await?;
    stage.tap_and_type("[data-testid=quota-input]", "7000000").await?;
    let enter = if stage.case.engine == Engine::WebKit { "\u{e007}" } else { "\u{e006}" };
    stage.see("quota-input").await?.send_keys(enter).await?;
    stage.until_gone("quota-input").await
}

async fn carry_a_deal(stage: &Stage) -> Outcome {
    stage.see("lead-card").await?;
    let counts = "[...document.querySelectorAll('[data-testid=column-count]')].map((it) => it.textContent).join()";
    let before: String = stage.script(&format!("return {counts}"), json!([])).await?;
    Board::here(stage).carry_to_the_right().await?;
    stage.until("it has changed its column", &format!("return {counts} !== {}", json!(before))).await
}

/// A deal that does not move is opened from the list of what is late, and a call is logged.
async fn talk_about_a_stale_deal(stage: &Stage) -> Outcome {
    stage.press_css("[data-testid=today-Stale] a").await?;
    stage.see("lead").await?;
    stage.press("kind-call").await?;
    stage.see("activity-form").await?;
    stage.press("activity-save").await?;
    stage.until_gone("activity-form").await?;
    stage.picture("whole-stale").await?;
    stage.press_css(".sheet__head .icon-button").await?;
    stage.until_gone("lead").await
}

/// From what was promised before to the calls: the largest deal without one is committed to.
async fn promise(stage: &Stage) -> Outcome {
    stage.press_css("[data-testid=forecast-nav] a:nth-child(2)").await?;
    stage.see("calls-row").await?;
    let before = stage.text("calls-figure").await?;
    // WebKitWebDriver takes what lies below the page's edge for hidden.
    let commit = "const button = document.querySelector('[data-testid=calls-uncalled] [data-testid=call-rep-commit]');
        button?.click();
        return Boolean(button)";
    stage.until("a deal without a call is committed to", commit).await?;
    let counted = format!(
        "return document.querySelector('[data-testid=calls-figure]').textContent !== {}",
        json!(before)
    );
    stage.until("it is counted", &counted).await
}

/// A request whose promised day is over already.
async fn ask(stage: &Stage) -> Outcome {
    stage.press("request-add").await?;
    stage.fill_in("[data-testid=request-form] textarea", REQUEST).await?;
    stage.choose("[data-testid=request-form] input[type=date]", "2020-01-31").await?;
    stage.press("request-save").await?;
    stage.see_css("[data-testid=request-row][data-state=late]").await.map(drop)
}

async fn act(stage: &Stage) -> Outcome {
    let owner = "[data-testid=room-points] select";
    choose_sort(stage, 3).await?;
    stage.see_css(owner).await?;
    let last = "return [...document.querySelector(arguments[0]).options].at(-1).value";
    let somebody: String = stage.script(last, json!([owner])).await?;
    stage.choose(owner, &somebody).await?;
    stage.choose("[data-testid=room-points] input[type=date]", "2099-12-31").await?;
    add(stage, ACTION).await
}

async fn say(stage: &Stage, sort: usize, text: &str) -> Outcome {
    choose_sort(stage, sort).await?;
    add(stage, text).await
}

/// Issues, decisions, actions.
async fn choose_sort(stage: &Stage, place: usize) -> Outcome {
    let sort = format!("[data-testid=room-points] .segmented label:nth-of-type({place})");
    stage.press_css(&sort).await
}

async fn add(stage: &Stage, text: &str) -> Outcome {
    stage.fill_in("[data-testid=point-text] input", text).await?;
    stage.press("point-add").await?;
    until_point(stage, text).await
}

async fn until_point(stage: &Stage, text: &str) -> Outcome {
    let there = format!(
        "return [...document.querySelectorAll('[data-testid=point]')].some((it) => it.textContent.includes({}))",
        json!(text)
    );
    stage.until(&format!("{text} is there"), &there).await
}

/// The last section has no next one; it leads to thanks and back, and the meeting ends.
async fn close(stage: &Stage) -> Outcome {
    assert_eq!(stage.count("room-next").await?, 0);
    let over = "return document.querySelectorAll('[data-testid=room-row][data-over=true]').length";
    let over: usize = stage.script(over, json!([])).await?;
    assert_eq!(over, SECTIONS - 1, "all that came before are over");
    stage.picture("whole-closing").await?;
    stage.press_css("[data-testid=room-tool]").await?;
    stage.see("thanks-page").await?;
    stage.press_css("[data-testid=meeting-bar-room]").await?;
    stage.press("room-end").await?;
    stage.see("minutes-group").await.map(drop)
}

/// What was done in each section, and how long each of them took; then it is rated.
async fn minutes(stage: &Stage) -> Outcome {
    let groups = "return [...document.querySelectorAll('[data-testid=minutes-group]')].map((it) => it.dataset.group)";
    let groups: Vec<String> = stage.script(groups, json!([])).await?;
    for group in ["Decisions", "Actions", "Issues", "Promises", "Moved", "Customers", "Goals", "Others", "Course"] {
        assert!(groups.iter().any(|it| it == group), "{group}: {groups:?}");
    }
    for (group, text) in [("Decisions", DECISION), ("Actions", ACTION), ("Issues", ISSUE), ("Others", REQUEST)] {
        let told = "return document.querySelector(`[data-group=${arguments[0]}]`).textContent.includes(arguments[1])";
        assert!(stage.script::<bool>(told, json!([group, text])).await?, "{text} in {group}");
    }
    let sections = "return document.querySelectorAll('[data-testid=minutes-sections] li').length";
    assert_eq!(stage.script::<usize>(sections, json!([])).await?, SECTIONS);
    let rate = "document.querySelector(\"[data-testid=minutes-rate] input[value='9']\").click()";
    stage.script::<()>(rate, json!([])).await?;
    let rated = "return document.querySelector('[data-testid=minutes-rated]').textContent.includes('9')";
    stage.until("it is rated", rated).await?;
    stage.picture("whole-minutes").await.map(drop)
}

/// A second meeting finds the issue, the action and the late request, and not the decision; what is
/// settled in it is settled for good.
async fn second(stage: &Stage, held: &str) -> Outcome {
    stage.open("#/meetings").await?;
    stage.see_css(&format!("[data-testid=meeting-held][href='{held}']")).await?;
    for text in [ISSUE, ACTION] {
        until_point(stage, text).await?;
    }
    begin(stage).await?;
    for (sort, text) in [(1, ISSUE), (3, ACTION)] {
        choose_sort(stage, sort).await?;
        until_point(stage, text).await?;
    }
    choose_sort(stage, 2).await?;
    let none = "return document.querySelectorAll('[data-testid=point]').length === 0";
    stage.until("decisions are not decided again", none).await?;
    stage.press_css("[data-testid=room-agenda] li:nth-child(7) [data-testid=room-row]").await?;
    stage.see("room-request").await?;
    assert!(stage.text("room-request").await?.contains(REQUEST));
    choose_sort(stage, 3).await?;
    stage.picture("whole-carried").await?;
    until_point(stage, ACTION).await?;
    let settle = "document.querySelector('[data-testid=point] input[type=checkbox]').click()";
    stage.script::<()>(settle, json!([])).await?;
    stage.see_css("[data-testid=point][data-closed=true]").await?;
    stage.press("room-end").await?;
    stage.see_css("[data-testid=minutes-group][data-group=Actions]").await?;
    stage.open("#/meetings").await?;
    stage.see("meeting-held").await?;
    assert_eq!(stage.count("meeting-held").await?, 2);
    let left = "return [...document.querySelectorAll('[data-testid=meetings-open] [data-testid=point]')].map((it) => it.dataset.sort)";
    assert_eq!(stage.script::<Vec<String>>(left, json!([])).await?, ["issue"]);
    Ok(())
}

//! Two tabs of one tablet, and one is turned to a person, to the room and to a customer: the other
//! follows, and what the browser tells it of all that is written there afterwards holds nothing that
//! the face may not see.

use serde_json::json;

use crate::harness::{Engine, Lang, Outcome, Size, Stage, Story, Tab};
use crate::pages::{Board, LeadPage, PayPeriodPage, QuotasPage, WelcomePage, deal_of_statement};

/// In Chromium: WebKit's browser fills the screen for its stories, and opens no second tab there.
pub fn story() -> Story {
    Story::new("what is done on a face tells another tab nothing that the face may not see", run)
        .only_in(Engine::Chromium)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

/// What stands nowhere else: a note about the person and one about somebody else, what the manager
/// thinks of the person, somebody else's deal, pay and quota.
const NOTE: &str = "Thinks of leaving, 7731";
const OTHERS_NOTE: &str = "Will move abroad, 8182";
const OPINION: &str = "Carries half of the quarter, 9917";
const AMOUNT: [&str; 2] = ["161803.39", "16180339"];
const QUOTA: [&str; 2] = ["271828", "27182800"];
/// What is said on the face.
const SAID: &str = "Prices of the new line, 4420";
const ASKED: &str = "Two of us worked on it, 3141";

/// Whom it is about.
struct Team {
    /// Whose face it is.
    own: String,
    /// Their statement of the last quarter.
    statement: String,
    /// The names of all the others.
    others: Vec<String>,
    /// What somebody else is paid, in minor units.
    paid: String,
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    let team = set_up(&stage).await?;
    let turned = stage.tab().await?;
    let other = stage.open_tab().await?;
    stage.start("#/team").await?;
    stage.see("team-table").await?;
    write_down_what_is_told(&stage).await?;
    person(&stage, &team, [&turned, &other]).await?;
    room(&stage, &team, [&turned, &other]).await?;
    client(&stage, &team, [&turned, &other]).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The manager closes a quarter, sets a quota, writes notes and seals a review.
async fn set_up(stage: &Stage) -> Outcome<Team> {
    let last = PayPeriodPage::last(stage).await?;
    let [of_other, of_own] = last.two_statements().await?;
    let person = |of: &str| of.split('/').nth(4).unwrap_or_default().to_owned();
    let (own, other) = (person(&of_own), person(&of_other));
    let lead = deal_of_statement(stage, &of_other).await?;
    LeadPage::open(stage, &lead).await?.set_amount(AMOUNT[0]).await?;
    let grid = QuotasPage::open(stage).await?;
    grid.set_of_person(&other, QUOTA[0], QUOTA[1].parse()?).await?;
    note(stage, &own, NOTE).await?;
    note(stage, &other, OTHERS_NOTE).await?;
    review(stage, &own).await?;
    last.close().await?;
    let paid = "const row = [...document.querySelectorAll('[data-testid=pay-row]')].find((it) =>
            it.querySelector('a').hash === arguments[0]);
        return String(Math.round(Number(row.cells[2].textContent.replace(/[^\\d.]/g, '')) * 100))";
    let paid: String = stage.script(paid, json!([of_other])).await?;
    assert!(!paid.ends_with("00"), "{paid} is paid to nobody else");
    let others = "return [...document.querySelectorAll('[data-testid=pay-row] a')].filter((it) =>
        it.hash !== arguments[0]).map((it) => it.textContent)";
    let others: Vec<String> = stage.script(others, json!([of_own])).await?;
    assert!(others.len() > 3, "{others:?}");
    Ok(Team { own, statement: of_own, others, paid })
}

async fn note(stage: &Stage, person: &str, text: &str) -> Outcome {
    stage.open(&format!("#/team/{person}/talks")).await?;
    add_point(stage, Some("private"), text).await
}

/// Writes down what is to be talked about.
async fn add_point(stage: &Stage, kind: Option<&str>, text: &str) -> Outcome {
    stage.see_css("[data-testid=talk-text] input").await?;
    if let Some(kind) = kind {
        let choose = "document.querySelector(`[data-testid=talk-kind] input[value=${arguments[0]}]`).click()";
        stage.script::<()>(choose, json!([kind])).await?;
    }
    stage.see_css("[data-testid=talk-text] input").await?.send_keys(text).await?;
    stage.press("talk-add").await?;
    let there = format!("return document.querySelector('[data-testid=talks]').textContent.includes({})", json!(text));
    stage.until("it is written down", &there).await
}

async fn review(stage: &Stage, person: &str) -> Outcome {
    stage.open(&format!("#/team/{person}/reviews")).await?;
    stage.press("review-begin-do").await?;
    stage.see("review-month").await?;
    seal(stage, "manager").await
}

/// Gives every criterion of one side a four and seals it.
async fn seal(stage: &Stage, side: &str) -> Outcome {
    let form = format!("[data-testid=review-form-{side}]");
    stage.see_css(&form).await?;
    let fours = "document.querySelectorAll(arguments[0] + ' input[value=\"4\"]').forEach((it) => it.click())";
    stage.script::<()>(fours, json!([form])).await?;
    if side == "manager" {
        stage.see_css(&format!("{form} textarea")).await?.send_keys(OPINION).await?;
    }
    stage.press(&format!("review-seal-{side}")).await?;
    stage.until("the side is sealed", &format!("return !document.querySelector('{form}')")).await
}

/// From now on the tab writes down whatever the browser tells it of what others have stored.
async fn write_down_what_is_told(stage: &Stage) -> Outcome {
    let listen = "window.told = [];
        addEventListener('storage', ({ key, oldValue, newValue }) => told.push([key, oldValue ?? '', newValue ?? '']))";
    stage.script(listen, json!([])).await
}

/// What was told since the tab had followed to a face.
async fn told(stage: &Stage) -> Outcome<Vec<[String; 3]>> {
    let told = "const turned = told.findLastIndex((it) => it[0] === 'huddle/ui/face');
        return told.slice(turned + 1)";
    stage.script(told, json!([])).await
}

/// The tab shows what the face sees, and was told what was done on it and no secret.
async fn assert_told(stage: &Stage, done: &[&str], secrets: &[&str]) -> Outcome {
    for what in done {
        let there = format!("return told.some((it) => it[2].includes({}))", json!(what));
        stage.until(&format!("{what} is told"), &there).await?;
    }
    let told = told(stage).await?;
    assert!(told.iter().any(|it| it[0].starts_with("huddle/main/log/")), "{told:?}");
    for secret in secrets {
        let holds = |it: &&[String; 3]| it.iter().any(|text| holds(text, secret));
        assert_eq!(told.iter().find(holds), None, "{secret}");
    }
    let shown = "const all = document.documentElement.outerHTML
            + [...document.querySelectorAll('input, textarea')].map((it) => it.value).join(' ');
        return arguments[0].filter((it) => all.includes(it))";
    let shown: Vec<String> = stage.script(shown, json!([secrets])).await?;
    assert_eq!(shown, Vec::<String>::new());
    Ok(())
}

/// Whether a text holds another one; a number only where no further digit is beside it.
fn holds(text: &str, part: &str) -> bool {
    let is_number = part.bytes().all(|it| it.is_ascii_digit());
    text.match_indices(part).any(|(place, _)| {
        let beside = [text[..place].chars().last(), text[place + part.len()..].chars().next()];
        !is_number || !beside.into_iter().flatten().any(|it| it.is_ascii_digit())
    })
}

/// Goes to an address within the page and waits for what shows that it stands.
async fn go(stage: &Stage, address: &str, seen: &str) -> Outcome {
    stage.script::<()>("location.hash = arguments[0]", json!([address])).await?;
    stage.see(seen).await.map(drop)
}

/// On the face of a person a point is written down, a lead claimed and given back, a side of the
/// review sealed and a line of the statement asked about.
async fn person(stage: &Stage, team: &Team, [turned, other]: [&Tab; 2]) -> Outcome {
    stage.to_tab(turned).await?;
    let page = format!("#/team/{}", team.own);
    go(stage, &format!("{page}/card"), "card-figures").await?;
    stage.press("growth-hand").await?;
    stage.see("face-leave").await?;
    stage.to_tab(other).await?;
    stage.see("face-leave").await?;
    stage.see("growth-page").await?;
    stage.picture("face-in-the-other-tab").await?;
    stage.to_tab(turned).await?;
    go(stage, &format!("{page}/talks"), "talks").await?;
    add_point(stage, None, SAID).await?;
    claim_and_give_back(stage, &page).await?;
    go(stage, &format!("{page}/reviews"), "review-month").await?;
    seal(stage, "own").await?;
    go(stage, &team.statement, "statement-line").await?;
    stage.press_css("[data-testid=statement-ask]").await?;
    stage.fill_in("[data-testid=statement-question] input", ASKED).await?;
    stage.press("statement-keep").await?;
    stage.see("statement-questions").await?;
    stage.to_tab(other).await?;
    let names = team.others.iter().map(String::as_str);
    let secrets = [NOTE, OTHERS_NOTE, OPINION, AMOUNT[0], AMOUNT[1], QUOTA[0], QUOTA[1], &team.paid];
    let secrets: Vec<&str> = secrets.into_iter().chain(names).collect();
    assert_told(stage, &[SAID, "Too far, 5772", ASKED], &secrets).await?;
    leave(stage).await?;
    stage.to_tab(turned).await?;
    stage.until_gone("face-leave").await
}

async fn claim_and_give_back(stage: &Stage, page: &str) -> Outcome {
    go(stage, "#/leads/pool", "pool-own").await?;
    stage.press_css("[data-testid=pool-row]:not([data-barred]) [data-testid=pool-claim]").await?;
    go(stage, &format!("{page}/card"), "own-claim").await?;
    let claims = stage.count("own-claim").await?;
    stage.press("own-claim-return").await?;
    stage.fill_in("[data-testid=return-reason] input", "Too far, 5772").await?;
    stage.press("return-save").await?;
    let back = format!("return document.querySelectorAll('[data-testid=own-claim]').length === {claims} - 1");
    stage.until("the lead is back in the pool", &back).await
}

async fn leave(stage: &Stage) -> Outcome {
    stage.press("face-leave").await?;
    stage.press("face-leave-do").await?;
    stage.until_gone("face-leave").await
}

/// In the room a card is carried and a meeting held; what was noted and what anybody is paid is not
/// told with it.
async fn room(stage: &Stage, team: &Team, [turned, other]: [&Tab; 2]) -> Outcome {
    go(stage, "#/faces", "faces-page").await?;
    stage.press("face-room").await?;
    stage.see("face-leave").await?;
    stage.to_tab(other).await?;
    stage.see("face-leave").await?;
    stage.see("today-page").await?;
    stage.to_tab(turned).await?;
    go(stage, "#/leads", "lead-card").await?;
    Board::here(stage).add("Borealis, 1414").await?;
    go(stage, "#/meetings", "meetings-page").await?;
    stage.press_in("[data-kind=standup]", "meeting-start").await?;
    stage.see("room").await?;
    stage.fill_in("[data-testid=point-text] input", "Who decides, 1732?").await?;
    stage.press("point-add").await?;
    stage.see("point").await?;
    stage.press("room-end").await?;
    stage.see("minutes-group").await?;
    stage.to_tab(other).await?;
    let secrets = [NOTE, OTHERS_NOTE, OPINION, ASKED, &team.paid];
    assert_told(stage, &["Borealis, 1414", "Who decides, 1732?"], &secrets).await?;
    stage.picture("room-in-the-other-tab").await.map(drop)
}

/// A customer answers; who is on the team, and whatever is between people, is not told with it.
async fn client(stage: &Stage, team: &Team, [turned, other]: [&Tab; 2]) -> Outcome {
    stage.to_tab(turned).await?;
    leave(stage).await?;
    go(stage, "#/surveys", "surveys-page").await?;
    stage.press("survey-template-Csat").await?;
    stage.press("survey-save").await?;
    stage.see("survey-page").await?;
    stage.press("survey-turn").await?;
    for field in ["pin-new", "pin-again"] {
        stage.see(field).await?.send_keys("2580").await?;
    }
    stage.press("pin-save").await?;
    stage.see("kiosk-question").await?;
    stage.to_tab(other).await?;
    stage.see("kiosk-question").await?;
    stage.to_tab(turned).await?;
    stage.press("kiosk-step-1").await?;
    let words = "It came two weeks late, 2236";
    stage.see_css("[data-testid=kiosk-words] textarea").await?.send_keys(words).await?;
    stage.press("kiosk-next").await?;
    stage.see("kiosk-thanks").await?;
    stage.to_tab(other).await?;
    let names = team.others.iter().map(String::as_str);
    let secrets = [NOTE, OTHERS_NOTE, OPINION, SAID, ASKED, AMOUNT[0], AMOUNT[1], QUOTA[0], QUOTA[1], &team.paid];
    let secrets: Vec<&str> = secrets.into_iter().chain(names).collect();
    assert_told(stage, &[words], &secrets).await?;
    stage.picture("kiosk-in-the-other-tab").await.map(drop)
}

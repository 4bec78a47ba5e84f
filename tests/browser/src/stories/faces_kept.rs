//! A one-to-one with private notes and a review; then the tablet is turned to the person and to the
//! room, and the whole document of every page is searched for what they may not see.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a one-to-one keeps its private notes from every other face", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

/// What stands nowhere else on the page.
const PRIVATE: &str = "Thinks of leaving, 7731";
const SHARED: &str = "Prices of the new line, 4420";
/// What the person promised, in a meeting and in the one-to-one; both are overdue.
const PROMISED: [&str; 2] = ["Send the drawings, 6602", "Read the contract, 5518"];
const OPINION: &str = "Carries half of the quarter, 9917";
/// Pages that a person never sees on their own face.
const OTHERS: [&str; 16] = [
    "#/", "#/leads", "#/team", "#/goals", "#/forecast", "#/insight/rates", "#/customers", "#/data",
    "#/settings", "#/surveys", "#/faces", "#/more", "#/rewards", "#/career",
    "#/team/reviews", "#/pay",
];

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/team").await?;
    stage.see("team-table").await?;
    let people = "return [...document.querySelectorAll('.team__link')].map(it =>
        [it.getAttribute('href'), it.querySelector('.list__name').textContent])";
    let people: Vec<(String, String)> = stage.script(people, json!([])).await?;
    let (own, others) = people.split_first().expect("people");
    let others: Vec<&str> = others.iter().map(|it| it.1.as_str()).collect();
    promise(&stage, &own.0).await?;
    talk(&stage, &own.0).await?;
    review(&stage, &own.0).await?;
    turn_to_person(&stage, &own.0, &others, &people[1].0).await?;
    turn_to_room(&stage, &own.0).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// A day of long ago, in the form that a selector finds.
const LONG_AGO: &str = "const day = document.querySelector(arguments[0] + ' input[type=date]');
    day.value = '2020-01-31';
    day.dispatchEvent(new Event('change', { bubbles: true }))";

/// An action of a meeting that is the person's.
async fn promise(stage: &Stage, person: &str) -> Outcome {
    stage.open("#/meetings").await?;
    stage.press("point-new").await?;
    stage.see_css("[data-testid=point-form] textarea").await?.send_keys(PROMISED[0]).await?;
    let choose = "document.querySelector('[data-testid=point-form] input[value=action]').click()";
    stage.script::<()>(choose, json!([])).await?;
    let id = person.rsplit('/').next().unwrap_or_default();
    stage.choose("[data-testid=point-form] select", id).await?;
    stage.script::<()>(LONG_AGO, json!(["[data-testid=point-form]"])).await?;
    stage.press("point-save").await?;
    stage.until_gone("point-form").await
}

async fn talk(stage: &Stage, person: &str) -> Outcome {
    stage.open(&format!("{person}/talks")).await?;
    for (kind, text) in [("private", PRIVATE), ("shared", SHARED)] {
        let choose = format!("[data-testid=talk-kind] input[value={kind}]");
        stage.see_css("[data-testid=talk-kind]").await?;
        stage.script::<()>("document.querySelector(arguments[0]).click()", json!([choose])).await?;
        stage.see_css("[data-testid=talk-text] input").await?.send_keys(text).await?;
        stage.press("talk-add").await?;
        until_holds(stage, "talks", text).await?;
    }
    stage.press("talk-hold").await?;
    let carried = "return [...document.querySelectorAll('[data-testid=talk-point]')]
        .every(it => /[1-9]/.test(it.querySelector('.list__note').textContent))";
    stage.until("both are carried over", carried).await?;
    let choose = "document.querySelector('[data-testid=talk-kind] input[value=action]').click()";
    stage.script::<()>(choose, json!([])).await?;
    stage.see_css("[data-testid=talk-new] input[type=date]").await?;
    stage.script::<()>(LONG_AGO, json!(["[data-testid=talk-new]"])).await?;
    stage.see_css("[data-testid=talk-text] input").await?.send_keys(PROMISED[1]).await?;
    stage.press("talk-add").await?;
    until_holds(stage, "talks", PROMISED[1]).await?;
    stage.picture("talks").await?;
    assert_accessible(stage).await
}

/// Gives every criterion of one side a four and seals it.
async fn seal(stage: &Stage, side: &str) -> Outcome {
    let form = format!("[data-testid=review-form-{side}]");
    stage.see_css(&form).await?;
    let fours = "document.querySelectorAll(arguments[0] + ' input[value=\"4\"]').forEach(it => it.click())";
    stage.script::<()>(fours, json!([form])).await?;
    if side == "manager" {
        stage.see_css(&format!("{form} textarea")).await?.send_keys(OPINION).await?;
    }
    stage.picture(&format!("review-{side}")).await?;
    stage.press(&format!("review-seal-{side}")).await?;
    let gone = format!("return !document.querySelector('{form}')");
    stage.until("the side is sealed", &gone).await
}

async fn review(stage: &Stage, person: &str) -> Outcome {
    stage.open(&format!("{person}/reviews")).await?;
    stage.press("review-begin-do").await?;
    stage.see("review-month").await?;
    seal(stage, "manager").await?;
    until_holds(stage, "review", OPINION).await
}

/// No text is anywhere in the document, not even in a field.
async fn assert_absent(stage: &Stage, place: &str, texts: &[&str]) -> Outcome {
    let found = "const all = document.documentElement.outerHTML
            + [...document.querySelectorAll('input, textarea')].map(it => it.value).join(' ');
        return arguments[0].filter(it => all.includes(it))";
    let found: Vec<String> = stage.script(found, json!([texts])).await?;
    assert_eq!(found, Vec::<String>::new(), "{place}");
    Ok(())
}

/// Goes to an address within the page and waits for what shows that it stands.
async fn go(stage: &Stage, address: &str, seen: &str) -> Outcome {
    stage.script::<()>("location.hash = arguments[0]", json!([address])).await?;
    stage.see(seen).await.map(drop)
}

async fn turn_to_person(stage: &Stage, own: &str, others: &[&str], other: &str) -> Outcome {
    stage.press("growth-hand").await?;
    stage.see("face-leave").await?;
    let secrets = [&[PRIVATE, OPINION][..], others].concat();
    for (tab, seen) in [
        ("card", "card-figures"),
        ("talks", "talk-point"),
        ("feedback", "feedback"),
        ("reviews", "review-month"),
        ("coaching", "aims"),
        ("career", "career-standing"),
        ("points", "points-balance"),
    ] {
        go(stage, &format!("{own}/{tab}"), seen).await?;
        stage.picture(&format!("person-{tab}")).await?;
        assert_absent(stage, tab, &secrets).await?;
    }
    assert_accessible(stage).await?;
    tick_off(stage, own).await?;
    go(stage, "#/leads/pool", "pool-own").await?;
    stage.picture("person-pool").await?;
    assert_absent(stage, "pool", &secrets).await?;
    claim_and_give_back(stage, own, &secrets).await?;
    let foreign = format!("{other}/card");
    for address in OTHERS.into_iter().chain([own, other, &foreign]) {
        // From a page that is seen, so that the sentence is that of this address.
        go(stage, &format!("{own}/card"), "card-figures").await?;
        go(stage, address, "face-hidden").await?;
        assert_absent(stage, address, &secrets).await?;
    }
    stage.picture("person-hidden").await?;
    stage.reload().await?;
    stage.see("face-hidden").await?;
    assert_absent(stage, "after a reload", &secrets).await?;
    go(stage, &format!("{own}/reviews"), "review-month").await?;
    seal(stage, "own").await?;
    assert_absent(stage, "sealed, but not shown to both", &[OPINION]).await?;
    leave(stage).await?;
    stage.see("growth-hand").await.map(drop)
}

/// What they promised and is overdue stands on their own page: that of a meeting is ticked off there,
/// that of the one-to-one leads to it.
async fn tick_off(stage: &Stage, own: &str) -> Outcome {
    go(stage, &format!("{own}/card"), "own-actions").await?;
    for text in PROMISED {
        until_holds(stage, "own-actions", text).await?;
    }
    stage.picture("person-overdue").await?;
    let tick = "document.querySelector('[data-testid=own-action] input').click()";
    stage.script::<()>(tick, json!([])).await?;
    let ticked = format!(
        "return !document.querySelector('[data-testid=own-actions]')?.textContent.includes({})",
        json!(PROMISED[0])
    );
    stage.until("it is ticked off", &ticked).await?;
    stage.press_css("a[data-testid=own-action]").await?;
    stage.see("talk-point").await.map(drop)
}

/// What is claimed stands on the person's own page, and goes back from there with a reason.
async fn claim_and_give_back(stage: &Stage, own: &str, secrets: &[&str]) -> Outcome {
    stage.press_css("[data-testid=pool-row]:not([data-barred]) [data-testid=pool-claim]").await?;
    go(stage, &format!("{own}/card"), "own-claim").await?;
    let claims = stage.all("own-claim").await?.len();
    stage.press("own-claim-return").await?;
    stage.press("return-save").await?;
    stage.see_css("[data-testid=form-refused]:not(:empty)").await?;
    let reason = stage.see_css("[data-testid=return-reason] input").await?;
    reason.send_keys("Too far").await?;
    stage.picture("person-claim-return").await?;
    assert_absent(stage, "giving back", secrets).await?;
    stage.press("return-save").await?;
    let one_less = format!(
        "return document.querySelectorAll('[data-testid=own-claim]').length === {}",
        claims - 1
    );
    stage.until("the lead is back in the pool", &one_less).await
}

async fn leave(stage: &Stage) -> Outcome {
    stage.press("face-leave").await?;
    stage.press("face-leave-do").await?;
    stage.until_gone("face-leave").await
}

async fn turn_to_room(stage: &Stage, own: &str) -> Outcome {
    stage.press("faces").await?;
    stage.see("faces-page").await?;
    stage.picture("faces").await?;
    assert_accessible(stage).await?;
    stage.press("face-room").await?;
    stage.see("face-leave").await?;
    stage.picture("room").await?;
    let secrets = [PRIVATE, SHARED, OPINION];
    for (address, seen) in
        [("#/leads", "board"), ("#/team", "team-table"), ("#/goals", "goals-chart"), ("#/surveys", "surveys-page")]
    {
        go(stage, address, seen).await?;
        assert_absent(stage, address, &secrets).await?;
    }
    room_takes_back(stage).await?;
    let talks = format!("{own}/talks");
    for address in [own, &talks, "#/data", "#/settings", "#/goals/fair"] {
        go(stage, "#/team", "team-table").await?;
        go(stage, address, "face-hidden").await?;
        assert_absent(stage, address, &secrets).await?;
    }
    leave(stage).await
}

/// The room says what is saved; what the manager did before is not taken back here.
async fn room_takes_back(stage: &Stage) -> Outcome {
    stage.see("save-state").await?;
    let shut = "return document.querySelector('[data-testid=undo] button').disabled";
    stage.until("a review is not taken back in the room", shut).await
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

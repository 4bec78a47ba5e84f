//! A customer answers on the tablet: large answers, nothing else on the page and no way back into
//! it without the PIN; a bad answer waits for a talk. Answers that cannot be stored are said to wait
//! and are kept; a market is asked as well, and with questions of one's own.

use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Engine, Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a customer answers a survey on a face that only the PIN leaves", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/team").await?;
    stage.see("team-table").await?;
    let names = "return [...document.querySelectorAll('.team__link .list__name')].map(it => it.textContent)";
    let names: Vec<String> = stage.script(names, json!([])).await?;
    assert!(names.len() > 3, "the sample has people");
    make(&stage).await?;
    hand_over(&stage).await?;
    assert_nothing_else(&stage, &names).await?;
    stage.picture("asked").await?;
    assert_accessible(&stage).await?;
    for address in ["#/team", "#/data", "#/faces", "#/surveys", "#/more"] {
        stage.script::<()>("location.hash = arguments[0]", json!([address])).await?;
        stage.see("kiosk").await?;
        assert_nothing_else(&stage, &names).await?;
    }
    leave_alone(&stage).await?;
    answer(&stage).await?;
    stage.reload().await?;
    stage.see("kiosk-question").await?;
    assert_nothing_else(&stage, &names).await?;
    take_back(&stage).await?;
    read(&stage).await?;
    ease(&stage).await?;
    market(&stage).await?;
    own_questions(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn make(stage: &Stage) -> Outcome {
    stage.open("#/surveys").await?;
    stage.see("surveys-page").await?;
    stage.picture("none").await?;
    stage.press("survey-template-Csat").await?;
    stage.until_focus(".sheet__title").await?;
    stage.picture("editor").await?;
    assert_accessible(stage).await?;
    stage.press("survey-save").await?;
    stage.see("survey-page").await?;
    stage.picture("survey").await.map(drop)
}

/// The tablet turns once there is a PIN to turn it back.
async fn hand_over(stage: &Stage) -> Outcome {
    stage.press("survey-turn").await?;
    stage.see("pin-form").await?;
    assert_eq!(stage.count("kiosk").await?, 0);
    for field in ["pin-new", "pin-again"] {
        stage.see(field).await?.send_keys("2580").await?;
    }
    stage.picture("pin").await?;
    stage.press("pin-save").await?;
    stage.see("kiosk-question").await.map(drop)
}

/// Neither the frame nor anybody of the team nor an amount is anywhere in the document.
async fn assert_nothing_else(stage: &Stage, names: &[String]) -> Outcome {
    let found = "const all = document.documentElement.outerHTML;
        const found = arguments[0].filter(it => all.includes(it));
        return found.concat(document.querySelector('.frame, .toast, .rail') ? ['the frame'] : [])";
    let found: Vec<String> = stage.script(found, json!([names])).await?;
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

/// A customer answers, asks for the other language, opens the way back, and walks off: after a while
/// all of it is as for the next one. The time goes by in the page's own clock.
async fn leave_alone(stage: &Stage) -> Outcome {
    let language = "return document.documentElement.lang";
    let own: String = stage.script(language, json!([])).await?;
    let kept = stage.stored("huddle/ui/lang").await?;
    stage.press("kiosk-step-1").await?;
    stage.see_css("[data-testid=kiosk-words] textarea").await?.send_keys("Half a").await?;
    stage.press("kiosk-language").await?;
    stage.until("the other language", &format!("return document.documentElement.lang !== {}", json!(own))).await?;
    assert_eq!(stage.stored("huddle/ui/lang").await?, kept, "the tablet's language stays");
    stage.press("kiosk-staff").await?;
    stage.see("pin-enter").await?;
    stage.store("huddle/ui/asked", "0000000000001 -").await?;
    let later = "const now = Date.now.bind(Date); Date.now = () => now() + 60_000";
    stage.script::<()>(later, json!([])).await?;
    stage.until("the way back is closed", "return !document.querySelector('.dialog[data-open]')").await?;
    stage.see("kiosk-step-1").await?;
    let again = format!(
        "return document.documentElement.lang === {}
            && !document.querySelector('[aria-pressed=true]')
            && !document.body.textContent.includes('Half a')",
        json!(own)
    );
    stage.until("it is as for the next customer", &again).await?;
    assert_eq!(stage.stored("huddle/ui/asked").await?, None, "and about nobody in particular");
    Ok(())
}

async fn answer(stage: &Stage) -> Outcome {
    stage.press("kiosk-step-1").await?;
    let field = stage.see_css("[data-testid=kiosk-words] textarea").await?;
    field.send_keys("It came two weeks late.").await?;
    stage.picture("words").await?;
    assert_accessible(stage).await?;
    stage.press("kiosk-next").await?;
    stage.see("kiosk-thanks").await?;
    stage.picture("thanks").await.map(drop)
}

/// Wrong tries wait, also after a reload; the right PIN leads back to the survey.
async fn take_back(stage: &Stage) -> Outcome {
    stage.press("kiosk-staff").await?;
    for _ in 0..3 {
        stage.see("pin-enter").await?.send_keys("1111").await?;
        stage.press("pin-leave").await?;
        let told = "return document.querySelector('[data-testid=pin-told]')?.textContent.length > 5";
        stage.until("it is told that the PIN is wrong", told).await?;
        stage.until("the field is empty", "return document.querySelector('[data-testid=pin-enter]').value === ''").await?;
    }
    let waits = "return document.querySelector('[data-testid=pin-leave]').disabled";
    stage.until("a further try waits", waits).await?;
    stage.picture("wait").await?;
    stage.reload().await?;
    stage.press("kiosk-staff").await?;
    stage.until("it waits after a reload, too", waits).await?;
    forget(stage).await?;
    set_the_clock(stage).await?;
    // Two tries are free: as if the last had not been made. Said again until the page has noticed
    // the clock, for it then keeps the tries anew.
    let may = "const [key, kept] = ['huddle/ui/pin', localStorage.getItem('huddle/ui/pin').split(' ')];
        kept[4] = 2;
        localStorage.setItem(key, kept.join(' '));
        return !document.querySelector('[data-testid=pin-leave]').disabled";
    stage.until("the wait is over", may).await?;
    stage.see("pin-enter").await?.send_keys("2580").await?;
    stage.press("pin-leave").await?;
    stage.see("survey-page").await?;
    stage.script::<()>("location.hash = '#/faces'", json!([])).await?;
    stage.see("pin-news").await?;
    stage.picture("news").await?;
    stage.press("pin-news-read").await?;
    stage.until_gone("pin-news").await?;
    stage.script::<()>("history.back()", json!([])).await?;
    stage.see("survey-page").await.map(drop)
}

/// A clock that is set forward ends no wait: it begins anew. Only Chromium's driver changes the clock.
async fn set_the_clock(stage: &Stage) -> Outcome {
    if stage.case.engine != Engine::Chromium {
        return Ok(());
    }
    let later = "const now = Date.now.bind(Date); Date.now = () => now() + 3600000";
    stage.script::<()>(later, json!([])).await?;
    let anew = "const told = document.querySelector('[data-testid=pin-told]').textContent;
        return 25 < Number(told.match(/\\d+/)?.[0])";
    stage.until("the wait begins anew", anew).await?;
    // A page that is loaded again has the driver's clock no more.
    stage.reload().await?;
    stage.press("kiosk-staff").await
}

/// Who has forgotten the PIN begins a wait of a day, and is told how much of it is left. What comes
/// of it is told on the manager's face.
async fn forget(stage: &Stage) -> Outcome {
    stage.press("pin-forgotten").await?;
    stage.press("pin-forgotten-begin").await?;
    stage.see("pin-forgotten-wait").await?;
    assert_eq!(stage.count("pin-new").await?, 0, "no new PIN before the day is over");
    stage.picture("forgotten").await?;
    assert_accessible(stage).await
}

/// What was said, and that somebody should talk about it.
async fn read(stage: &Stage) -> Outcome {
    stage.see("survey-score").await?;
    until_holds(stage, "survey-results", "It came two weeks late.").await?;
    stage.picture("results").await?;
    assert_accessible(stage).await?;
    let by_product = "document.querySelector('[data-testid=survey-compare] input[value=product]').click()";
    stage.see("survey-compare").await?;
    stage.script::<()>(by_product, json!([])).await?;
    stage.see("survey-by-product").await?;
    stage.open("#/surveys").await?;
    until_holds(stage, "surveys-bad", "1/5").await?;
    stage.picture("bad").await?;
    let waiting = stage.count("survey-bad").await?;
    stage.press("survey-settle").await?;
    let fewer = format!(
        "return document.querySelectorAll('[data-testid=survey-bad]').length === {waiting} - 1"
    );
    stage.until("one fewer waits for a talk", &fewer).await
}

/// From here on nothing that is stored has room, as where something else has filled the storage.
const NO_ROOM: &str = "window.roomy ??= Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); }";
const ROOM: &str = "Storage.prototype.setItem = window.roomy";

/// Begins a survey with a template and hands it over; the PIN is there already.
async fn hand(stage: &Stage, template: &str) -> Outcome {
    stage.open("#/surveys").await?;
    stage.see("surveys-page").await?;
    stage.press(&format!("survey-template-{template}")).await?;
    stage.until_focus(".sheet__title").await?;
    stage.press("survey-save").await?;
    stage.see("survey-page").await?;
    stage.press("survey-turn").await?;
    stage.see("kiosk-question").await.map(drop)
}

async fn back(stage: &Stage) -> Outcome {
    stage.press("kiosk-staff").await?;
    stage.see("pin-enter").await?.send_keys("2580").await?;
    stage.press("pin-leave").await?;
    stage.see("survey-page").await.map(drop)
}

/// How easy it was: what cannot be stored is said to wait, however often it is tried, and arrives
/// once there is room.
async fn ease(stage: &Stage) -> Outcome {
    hand(stage, "Ces").await?;
    stage.see("kiosk-step-7").await?;
    stage.picture("ease").await?;
    stage.press("kiosk-step-6").await?;
    let field = stage.see_css("[data-testid=kiosk-words] textarea").await?;
    field.send_keys("One call was enough.").await?;
    stage.script::<()>(NO_ROOM, json!([])).await?;
    stage.press("kiosk-next").await?;
    stage.see("kiosk-not-sent").await?;
    stage.picture("not-sent").await?;
    assert_accessible(stage).await?;
    stage.press("kiosk-send-again").await?;
    stage.see("kiosk-not-sent").await?;
    assert_eq!(stage.count("kiosk-thanks").await?, 0, "nobody is thanked for what is not kept");
    stage.script::<()>(ROOM, json!([])).await?;
    stage.press("kiosk-send-again").await?;
    stage.see("kiosk-thanks").await?;
    back(stage).await?;
    until_holds(stage, "survey-results", "One call was enough.").await
}

/// A market is asked in steps, by choice and in words.
async fn market(stage: &Stage) -> Outcome {
    hand(stage, "Needs").await?;
    stage.press("kiosk-step-4").await?;
    stage.see_css(".kiosk__option").await?;
    stage.picture("market-choice").await?;
    assert_accessible(stage).await?;
    stage.press_css(".kiosk__option:nth-of-type(2)").await?;
    let field = stage.see_css("[data-testid=kiosk-words] textarea").await?;
    field.send_keys("Counting stock by hand.").await?;
    stage.press("kiosk-next").await?;
    stage.see("kiosk-thanks").await?;
    back(stage).await?;
    until_holds(stage, "survey-results", "Counting stock by hand.").await?;
    assert_eq!(stage.count("survey-question-result").await?, 3);
    stage.picture("market-results").await.map(drop)
}

/// A choice is written a line an option, a question that lacks its options is not taken, and what has
/// been answered keeps its questions.
async fn own_questions(stage: &Stage) -> Outcome {
    stage.open("#/surveys").await?;
    stage.see("surveys-page").await?;
    stage.press("survey-template-Own").await?;
    stage.until_focus(".sheet__title").await?;
    stage.fill_in("[data-testid=survey-name] input", "How we visit").await?;
    stage.press("survey-add-question").await?;
    let third = "[data-testid=survey-question][data-number='3']";
    stage.choose(&format!("{third} select"), "choice").await?;
    stage.see_css(&format!("{third} textarea")).await?;
    stage.press("survey-save").await?;
    stage.see_css("[data-testid=form-refused]:not(:empty)").await?;
    stage.fill_in(&format!("{third} input"), "What shall we bring?").await?;
    let options = stage.see_css(&format!("{third} textarea")).await?;
    options.send_keys("A sample").await?;
    stage.press_key(Key::Enter).await?;
    options.send_keys("A price list").await?;
    let two = format!(
        "return document.querySelector(\"{third} textarea\").value === 'A sample\\nA price list'"
    );
    stage.until("each option has its line", &two).await?;
    stage.picture("own-editor").await?;
    assert_accessible(stage).await?;
    stage.press_in("[data-testid=survey-question][data-number='2']", "survey-remove-question").await?;
    let fewer = "return document.querySelectorAll('[data-testid=survey-question]').length === 2";
    stage.until("a question is gone", fewer).await?;
    stage.press("survey-save").await?;
    stage.until_text("survey-heading", "How we visit").await?;
    stage.press("survey-turn").await?;
    stage.press("kiosk-step-5").await?;
    stage.see_css(".kiosk__option:nth-of-type(2)").await?;
    stage.picture("own-choice").await?;
    stage.press_css(".kiosk__option:nth-of-type(1)").await?;
    stage.see("kiosk-thanks").await?;
    back(stage).await?;
    until_holds(stage, "survey-results", "A sample").await?;
    stage.press("survey-edit").await?;
    stage.see("survey-editor").await?;
    assert_eq!(stage.count("survey-question").await?, 0, "they stay as they were asked");
    stage.picture("own-answered").await.map(drop)
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

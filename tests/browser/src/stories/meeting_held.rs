//! A weekly meeting from the first tap to its minutes: begun within two taps, talked through on the
//! board and in the room, killed in the middle and resumed, ended, rated, written down.

use serde_json::json;

use crate::harness::{Engine, Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a weekly meeting is held, resumed after a crash, and its minutes are the journal", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.tap_css(".rail a[href='#/meetings']").await?;
    stage.see("meetings-page").await?;
    stage.picture("meetings").await?;
    agenda(&stage).await?;
    start(&stage).await?;
    bring_up(&stage).await?;
    look_at_the_board(&stage).await?;
    resume(&stage).await?;
    run_over(&stage).await?;
    end(&stage).await?;
    carry_over(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The suggestion says why; the usual agenda can be changed.
async fn agenda(stage: &Stage) -> Outcome {
    stage.press_in("[data-testid=meeting-kind][data-kind=pipeline]", "meeting-agenda").await?;
    stage.see("agenda-suggested").await?;
    let whole = "const rows = [...document.querySelectorAll('[data-testid=agenda-suggested]')];
        return rows.reduce((sum, it) => sum + Number(it.querySelector('strong').textContent), 0) === 60
            && rows.every(it => it.querySelector('.agenda-why').textContent.length > 3)";
    stage.until("sixty minutes are shared out, each with its reason", whole).await?;
    stage.picture("meeting-agenda").await?;
    stage.assert_accessible().await?;
    stage.press("agenda-change").await?;
    stage.see("agenda-plan").await?;
    stage.picture("meeting-plan").await?;
    stage.assert_accessible().await?;
    stage.tap_css(".sheet__head .icon-button").await?;
    stage.until_gone("agenda-plan").await?;
    let start = "[data-testid=meeting-kind][data-kind=pipeline] [data-testid=meeting-start]";
    stage.until_still(start).await
}

/// The second tap from anywhere: it runs.
async fn start(stage: &Stage) -> Outcome {
    stage.press_in("[data-testid=meeting-kind][data-kind=pipeline]", "meeting-start").await?;
    stage.see("room").await?;
    stage.until("time passes", "return document.querySelector('[data-testid=room-time]').textContent.startsWith('1:')").await?;
    stage.press("room-people").await?;
    stage.see("room-person").await?;
    stage.picture("room-people").await?;
    stage.press("room-people-done").await?;
    stage.picture("room").await?;
    let covered = "return document.querySelector('.rail').inert
        && !!document.querySelector('.meeting-room .save-state')";
    stage.until("only the room can be reached, and it says what is saved", covered).await?;
    assert_accessible(stage).await
}

async fn bring_up(stage: &Stage) -> Outcome {
    for (place, text) in [(1, "Prices of Acme"), (2, "No discounts"), (3, "Call Acme")] {
        let sort = format!("[data-testid=room-points] .segmented label:nth-of-type({place})");
        stage.tap_css(&sort).await?;
        stage.fill_in("[data-testid=point-text] input", text).await?;
        if place == 3 {
            let choose = "const [who, due] = ['select', 'input[type=date]'].map(it =>
                    document.querySelector(`[data-testid=room-points] ${it}`));
                who.selectedIndex = 1;
                who.dispatchEvent(new Event('change', { bubbles: true }));
                due.value = '2099-12-31';
                due.dispatchEvent(new Event('change', { bubbles: true }))";
            stage.script::<()>(choose, json!([])).await?;
        }
        stage.press("point-add").await?;
        stage.see("point").await?;
    }
    stage.picture("room-points").await?;
    assert_accessible(stage).await
}

/// The bar stays on top of the board, and what is moved there is in the minutes.
async fn look_at_the_board(stage: &Stage) -> Outcome {
    stage.press("room-next").await?;
    stage.until("the next section runs", "return document.querySelector('[data-testid=room-row]:not([disabled])') && document.querySelectorAll('[data-testid=room-row]')[1].disabled").await?;
    stage.script::<()>("location.hash = '#/leads'", json!([])).await?;
    stage.see("board").await?;
    stage.see("meeting-bar").await?;
    // WebKitWebDriver takes what may end in dots for hidden.
    let section = "return document.querySelector('[data-testid=meeting-bar-section]').textContent";
    let before: String = stage.script(section, json!([])).await?;
    stage.picture("meeting-bar").await?;
    assert_accessible(stage).await?;
    stage.press("meeting-bar-next").await?;
    let moved = format!(
        "return document.querySelector('[data-testid=meeting-bar-section]').textContent !== {}",
        json!(before)
    );
    stage.until("the bar goes on", &moved).await?;
    stage.tap_css("[data-testid=meeting-bar-room]").await?;
    stage.see("room").await.map(drop)
}

/// The page is loaded again, then its tab dies: the same section goes on as if nothing had happened.
/// Only Chromium's driver ends a tab as a crash does.
async fn resume(stage: &Stage) -> Outcome {
    let before = stand(stage).await?;
    stage.reload().await?;
    goes_on(stage, &before).await?;
    if stage.case.engine != Engine::Chromium {
        return Ok(());
    }
    let dying = stage.tab().await?;
    let living = stage.open_tab().await?;
    stage.to_tab(&dying).await?;
    let before = stand(stage).await?;
    stage.crash_tab(&living).await?;
    stage.start("#/meetings/room").await?;
    goes_on(stage, &before).await?;
    stage.picture("room-resumed").await.map(drop)
}

/// The moment in milliseconds, the section that runs, what is left of it, and the agenda's times.
type Stand = (f64, String, String, Vec<String>);

async fn stand(stage: &Stage) -> Outcome<Stand> {
    stage.see("room-time").await?;
    let stand = "const text = (it) => document.querySelector(`[data-testid=${it}]`).textContent;
        const rows = [...document.querySelectorAll('.meeting-agenda__time')];
        return [Date.now(), text('room-section'), text('room-time'), rows.map((it) => it.textContent)]";
    stage.script(stand, json!([])).await
}

/// The clock has gone on by the time that has passed, to a few seconds; the rest is as it was.
async fn goes_on(stage: &Stage, before: &Stand) -> Outcome {
    stage.until_text("room-section", &before.1).await?;
    let now = stand(stage).await?;
    assert_eq!((&now.1, &now.3), (&before.1, &before.3));
    let passed = (now.0 - before.0) / 1_000.0;
    let counted = seconds(&before.2)? - seconds(&now.2)?;
    assert!((counted - passed).abs() < 3.0, "{passed} s have passed, the clock counted {counted} s");
    Ok(())
}

/// The seconds of a clock such as `1:59`.
fn seconds(clock: &str) -> Outcome<f64> {
    let (minutes, seconds) = clock.split_once(':').ok_or("a clock has minutes and seconds")?;
    Ok(minutes.parse::<f64>()? * 60.0 + seconds.parse::<f64>()?)
}

/// A pause stands still. Then, half an hour later, time is borrowed from what comes. Only
/// Chromium's driver changes the clock.
async fn run_over(stage: &Stage) -> Outcome {
    stage.press("room-pause").await?;
    stage.see_css(".meeting-now[data-paused=true]").await?;
    stage.press("room-pause").await?;
    stage.see_css(".meeting-now[data-paused=false]").await?;
    if stage.case.engine != Engine::Chromium {
        return Ok(());
    }
    let later = "const now = Date.now.bind(Date); Date.now = () => now() + 20 * 60_000";
    stage.script::<()>(later, json!([])).await?;
    stage.see_css(".meeting-now[data-over=true]").await?;
    stage.see_css(".meeting-agenda__borrowed").await?;
    stage.picture("room-over").await?;
    assert_accessible(stage).await
}

/// An action that nobody does is asked about before the meeting ends, and is given somebody.
async fn complete(stage: &Stage) -> Outcome {
    let action = "[data-testid=room-points] .segmented label:nth-of-type(3)";
    stage.tap_css(action).await?;
    stage.fill_in("[data-testid=point-text] input", "Ask the lawyer").await?;
    stage.press("point-add").await?;
    stage.see("point-lacks").await?;
    stage.press("room-end").await?;
    stage.see("room-lacking").await?;
    stage.picture("room-lacking").await?;
    assert_accessible(stage).await?;
    let choose = "const who = document.querySelector('[data-testid=room-lacking] select');
        who.selectedIndex = 1;
        who.dispatchEvent(new Event('change', { bubbles: true }))";
    stage.script::<()>(choose, json!([])).await?;
    stage.until("somebody does it", "return document.querySelector('[data-testid=room-lacking] select').selectedIndex === 1").await?;
    stage.press("room-end-do").await
}

async fn end(stage: &Stage) -> Outcome {
    complete(stage).await?;
    stage.see("minutes-group").await?;
    stage.until_gone("meeting-bar").await?;
    let groups = "return ['Decisions', 'Actions', 'Issues', 'Course'].every(it =>
        document.querySelector(`[data-testid=minutes-group][data-group=${it}]`))";
    stage.until("what was agreed is told", groups).await?;
    let order = "const head = document.querySelector('[data-testid=minutes-group]');
        const facts = document.querySelector('[data-testid=minutes-facts]');
        return head.dataset.group === 'Decisions'
            && Boolean(head.compareDocumentPosition(facts) & Node.DOCUMENT_POSITION_FOLLOWING)
            && document.querySelectorAll('[data-testid=minutes-complete]').length === 1";
    stage.until("decisions come before attendance, and one action has no day yet", order).await?;
    stage.see("minutes-ratings").await?;
    stage.see("data-backup-now").await?;
    let rate = "document.querySelector(\"[data-testid=minutes-rate] input[value='8']\").click()";
    stage.script::<()>(rate, json!([])).await?;
    stage.until("it is rated", "return document.querySelector('[data-testid=minutes-rated]').textContent.includes('8')").await?;
    stage.picture("minutes").await?;
    assert_accessible(stage).await?;
    let lines = "document.querySelector('[data-testid=minutes-group]').scrollIntoView(); return true";
    stage.until("the lines are in sight", lines).await?;
    stage.picture("minutes-lines").await?;
    let count = "const told = document.querySelector('[data-testid=minutes-count]').textContent;
        return Number(told.match(/\\d+/)[0]) === document.querySelectorAll('[data-testid=minutes-line]').length";
    stage.until("every entry is a line", count).await?;
    let remark = "const area = document.querySelector('.minutes__remarks textarea');
        area.value = 'Well prepared';
        area.dispatchEvent(new Event('input', { bubbles: true }))";
    stage.script::<()>(remark, json!([])).await?;
    stage.press("minutes-remarks-save").await?;
    stage.see_css("[data-testid=minutes-remarks-save]:disabled").await?;
    files(stage).await
}

/// Two files tell what was decided, one puts what is to be done into a calendar.
async fn files(stage: &Stage) -> Outcome {
    let text = stage.caught_file(stage.press("minutes-markdown")).await?;
    assert!(text.starts_with("# "), "{text}");
    let page = stage.caught_file(stage.press("minutes-html")).await?;
    assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"), "{page}");
    for file in [&text, &page] {
        for said in ["Prices of Acme", "No discounts", "Call Acme", "Well prepared"] {
            assert!(file.contains(said), "{said}: {file}");
        }
    }
    let calendar = stage.caught_file(stage.press("minutes-calendar")).await?;
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n"), "{calendar}");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1, "{calendar}");
    for said in ["Call Acme", "DTSTART;VALUE=DATE:20991231"] {
        assert!(calendar.contains(said), "{said}: {calendar}");
    }
    Ok(())
}

/// What is open is there for the next meeting of the kind, and what was held is listed.
async fn carry_over(stage: &Stage) -> Outcome {
    stage.open("#/meetings").await?;
    stage.see("meeting-held").await?;
    stage.until("an issue and two actions are open", "return document.querySelectorAll('[data-testid=meetings-open] [data-testid=point]').length === 3").await?;
    stage.picture("meetings-held").await?;
    stage.press_in("[data-testid=meeting-kind][data-kind=pipeline]", "meeting-start").await?;
    stage.see("room").await?;
    let action = "[data-testid=room-points] .segmented label:nth-of-type(3)";
    stage.tap_css(action).await?;
    stage.see_css("[data-testid=point][data-sort=action] input[type=checkbox]").await?;
    let settle = "document.querySelector('[data-testid=point][data-sort=action] input[type=checkbox]').click()";
    stage.script::<()>(settle, json!([])).await?;
    stage.see_css("[data-testid=point][data-sort=action][data-closed=true]").await.map(drop)
}

/// Looks once nothing fades in or out any more.
async fn assert_accessible(stage: &Stage) -> Outcome {
    let still = "return document.getAnimations().every(it => it.playState !== 'running')";
    stage.until("nothing moves", still).await?;
    stage.assert_accessible().await
}

//! An overdue action is ticked off from the home page; the list of who is due a word is worked off,
//! and goes into a calendar.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{AgendaPage, WelcomePage};

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("overdue follow-ups are worked off, and what is planned goes into a calendar", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

const PROMISED: &str = "Send the drawings";

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    overdue_action(&stage).await?;
    stage.see("today-due-overdue").await?;
    stage.picture("today-due").await?;
    stage.tap("today-due-overdue").await?;
    stage.see("activities-page").await?;
    work_off(&stage).await?;
    rhythms(&stage).await?;
    calendar(&stage).await?;
    for tab in ["today", "week", "done"] {
        AgendaPage::open(&stage, tab).await?;
        stage.picture(&format!("agenda-{tab}")).await?;
    }
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// An action whose day has passed stands on the home page, and no more once it is ticked off where
/// that leads.
async fn overdue_action(stage: &Stage) -> Outcome {
    stage.open("#/meetings").await?;
    stage.press("point-new").await?;
    stage.see_css("[data-testid=point-form] textarea").await?.send_keys(PROMISED).await?;
    let promised = "const form = document.querySelector('[data-testid=point-form]');
        form.querySelector('input[value=action]').click();
        const owner = form.querySelector('select');
        owner.selectedIndex = 1;
        owner.dispatchEvent(new Event('change', { bubbles: true }));
        const day = form.querySelector('input[type=date]');
        day.value = '2020-01-31';
        day.dispatchEvent(new Event('change', { bubbles: true }))";
    stage.script::<()>(promised, json!([])).await?;
    stage.press("point-save").await?;
    stage.until_gone("point-form").await?;
    stage.open("#/").await?;
    stage.see("today-actions").await?;
    assert!(stage.text("today-action").await?.contains(PROMISED), "the longest overdue is first");
    stage.picture("today-actions").await?;
    stage.press_css("[data-testid=today-action]").await?;
    stage.see("meetings-open").await?;
    let own = format!(
        "[...document.querySelectorAll('[data-testid=meetings-open] [data-testid=point]')]
            .find(it => it.textContent.includes({}))",
        json!(PROMISED)
    );
    stage.until("it waits there", &format!("return Boolean({own})")).await?;
    stage.script::<()>(&format!("{own}.querySelector('input').click()"), json!([])).await?;
    stage.until("it is ticked off", &format!("return !({own})")).await?;
    stage.open("#/").await?;
    stage.see("today-page").await?;
    let gone = "return ![...document.querySelectorAll('[data-testid=today-action]')]
        .some(it => it.textContent.includes(arguments[0]))";
    let gone: bool = stage.script(gone, json!([PROMISED])).await?;
    assert!(gone, "what is done is not overdue");
    Ok(())
}

/// Each overdue row is done or moved until none is left; undo brings the last back.
async fn work_off(stage: &Stage) -> Outcome {
    let agenda = AgendaPage::open(stage, "overdue").await?;
    stage.see("agenda-row").await?;
    stage.picture("agenda-overdue").await?;
    let overdue = agenda.count().await?;
    assert!((3..40).contains(&overdue), "{overdue} are overdue");
    for left in (0..overdue).rev() {
        match left % 2 {
            0 => agenda.finish_first("Reached").await?,
            _ => agenda.move_first().await?,
        }
        agenda.until_count(left).await?;
    }
    stage.until_gone("agenda-row").await?;
    stage.press("undo").await?;
    agenda.until_count(1).await?;
    stage.press("redo").await?;
    agenda.until_count(0).await
}

/// A rhythm without days is refused; nothing typed is lost.
async fn rhythms(stage: &Stage) -> Outcome {
    stage.press("activities-rhythms").await?;
    stage.see("rhythm").await?;
    stage.picture("rhythms").await?;
    stage.press("rhythm-add").await?;
    stage.see_css("[data-testid=rhythm]:nth-of-type(4) input").await?.send_keys("VIP").await?;
    stage.press("rhythms-save").await?;
    stage.see("form-refused").await?;
    stage.see_css("[data-testid=rhythm]:nth-of-type(4) .field:nth-of-type(2) input").await?.send_keys("3").await?;
    stage.press("rhythms-save").await?;
    stage.until_gone("rhythms-form").await
}

async fn calendar(stage: &Stage) -> Outcome {
    let file = stage.caught_file(stage.press("activities-calendar")).await?;
    assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), "{file}");
    assert!(file.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"), "{file}");
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
    let dated = file.matches("DTSTART;VALUE=DATE:").count();
    let timed = file.matches("DTSTART:").count();
    assert!(0 < dated && 0 < timed, "{dated} days, {timed} times");
    assert_eq!(file.matches("UID:").count(), dated + timed);
    Ok(())
}

//! The list of who is due a word is worked off, and goes into a calendar.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{AgendaPage, WelcomePage};

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("overdue follow-ups are worked off, and what is planned goes into a calendar", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
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

//! A private note is written while a meeting runs; the room finds it neither in the minutes nor in
//! the history, is offered no backup, and cannot take the note back.

use serde_json::json;

use crate::harness::{Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both engines.
pub fn story() -> Story {
    Story::new("the room reads minutes and history without what is private", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
}

const PRIVATE: &str = "Thinks of leaving, 6615";

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/meetings").await?;
    stage.press_in("[data-testid=meeting-kind][data-kind=pipeline]", "meeting-start").await?;
    stage.see("room").await?;
    note(&stage).await?;
    go(&stage, "#/meetings/room", "room").await?;
    stage.press("room-end").await?;
    stage.see_css("[data-testid=minutes-group][data-group=Private]").await?;
    stage.see("data-backup").await?;
    stage.picture("manager").await?;
    let minutes: String = stage.script("return location.hash", json!([])).await?;
    note(&stage).await?;
    turn_to_room(&stage, &minutes).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Writes a private note about the first of the team.
async fn note(stage: &Stage) -> Outcome {
    go(stage, "#/team", "team-table").await?;
    let first = "return document.querySelector('.team__link').getAttribute('href')";
    let person: String = stage.script(first, json!([])).await?;
    go(stage, &format!("{person}/talks"), "talk-kind").await?;
    let private = "document.querySelector('[data-testid=talk-kind] input[value=private]').click()";
    stage.script::<()>(private, json!([])).await?;
    stage.see_css("[data-testid=talk-text] input").await?.send_keys(PRIVATE).await?;
    stage.press("talk-add").await?;
    stage.see("talk-point").await.map(drop)
}

/// The last thing done is a private note.
async fn turn_to_room(stage: &Stage, minutes: &str) -> Outcome {
    go(stage, "#/faces", "faces-page").await?;
    stage.press("face-room").await?;
    stage.see("face-leave").await?;
    let back = "return document.querySelector('[data-testid=undo] button').disabled";
    stage.until("the manager's note cannot be taken back here", back).await?;
    go(stage, minutes, "minutes-private").await?;
    stage.see("minutes-group").await?;
    stage.picture("room").await?;
    let found = "const all = document.documentElement.outerHTML;
        return [document.querySelectorAll('[data-group=Private]').length,
            document.querySelectorAll('[data-testid=data-backup]').length,
            Number(all.includes(arguments[0]))]";
    let found: Vec<u32> = stage.script(found, json!([PRIVATE])).await?;
    assert_eq!(found, [0, 0, 0]);
    let counted = "return /1/.test(document.querySelector('[data-testid=minutes-private]').textContent)";
    stage.until("what is left out is counted", counted).await?;
    go(stage, "#/meetings/rewind", "rewind-moment").await?;
    stage.see("rewind-board").await?;
    let told = "return !document.querySelector('[data-testid=rewind-moment]').textContent
        .includes(arguments[0])";
    let hides: bool = stage.script(told, json!([PRIVATE])).await?;
    assert!(hides);
    stage.press("face-leave").await?;
    stage.press("face-leave-do").await?;
    stage.until_gone("face-leave").await
}

/// Goes to an address within the page and waits for what shows that it stands.
async fn go(stage: &Stage, address: &str, seen: &str) -> Outcome {
    stage.script::<()>("location.hash = arguments[0]", json!([address])).await?;
    stage.see(seen).await.map(drop)
}

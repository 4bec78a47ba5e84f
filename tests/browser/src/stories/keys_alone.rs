//! A Monday without a pointer.

use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Engine, Lang, Outcome, Stage, Story};
use crate::pages::{Board, WelcomePage};

/// In Chromium: tabbing to links is a setting of Safari that is off at first.
pub fn story() -> Story {
    Story::new("everything of a Monday can be done by keys alone", run)
        .only_in(Engine::Chromium)
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?;
    enter(&stage, "[data-testid=welcome-sample]").await?;
    stage.see("today-page").await?;
    stage.until_focus("#main").await?;
    enter(&stage, ".rail__place[href=\"#/leads\"]").await?;
    stage.see("board").await?;
    stage.until_focus("#main").await?;
    look_at_a_lead(&stage).await?;
    walk_the_board(&stage).await?;
    move_and_undo(&stage).await?;
    add_a_lead(&stage).await?;
    set_a_goal(&stage).await
}

/// Opens the first lead and closes it again.
async fn look_at_a_lead(stage: &Stage) -> Outcome {
    enter(stage, "[data-testid=lead-card]").await?;
    stage.until_focus(".sheet__title").await?;
    stage.press_key(Key::Escape).await?;
    stage.until_gone("lead").await?;
    stage.until_focus("[data-testid=lead-card]").await
}

/// Arrows go from card to card; Tab leaves the column and comes back to the same card.
async fn walk_the_board(stage: &Stage) -> Outcome {
    let first = focused_card(stage).await?;
    stage.press_key(Key::Down).await?;
    let second = focused_card(stage).await?;
    assert!(second.0 == first.0 && second.1 != first.1, "{first:?} {second:?}");
    stage.press_key(Key::Right).await?;
    let beside = focused_card(stage).await?;
    assert!(beside.0 != first.0, "{first:?} {beside:?}");
    stage.press_key(Key::Left).await?;
    let back = focused_card(stage).await?;
    assert_eq!(back.0, first.0);
    stage.press_key(Key::Tab).await?;
    stage.until_focus("[data-testid=card-move]").await?;
    stage.press_key(Key::Tab).await?;
    stage.until_focus("[data-testid=column-fold]").await?;
    for _ in 0..2 {
        stage.press_with(Key::Shift, Key::Tab).await?;
    }
    assert_eq!(focused_card(stage).await?, back);
    Ok(())
}

/// The column and the address of the card that has the focus.
async fn focused_card(stage: &Stage) -> Outcome<(String, String)> {
    stage.until_focus("[data-testid=lead-card]").await?;
    stage
        .script(
            "const card = document.activeElement;
             return [card.closest('[data-testid=column]').dataset.place, card.hash]",
            json!([]),
        )
        .await
}

/// Opens the lead again, moves it to another stage, and takes that back.
async fn move_and_undo(stage: &Stage) -> Outcome {
    stage.press_key(Key::Enter).await?;
    stage.until_focus(".sheet__title").await?;
    let before = stage.text("lead-stage").await?;
    enter(stage, "[data-testid=lead-move] button").await?;
    enter(stage, "[data-testid=move-choice]:not([aria-current])").await?;
    let moved = format!(
        "return document.querySelector('[data-testid=lead-stage]').innerText !== '{before}'"
    );
    stage.until("the lead has moved", &moved).await?;
    stage.until_focus("[data-testid=lead-move] button").await?;
    stage.press_with(Key::Control, "z").await?;
    stage.until_text("lead-stage", &before).await?;
    stage.until_focus("[data-testid=lead-move] button").await?;
    stage.press_key(Key::Escape).await?;
    stage.until_gone("lead").await?;
    stage.until_focus("[data-testid=lead-card]").await
}

async fn add_a_lead(stage: &Stage) -> Outcome {
    let board = Board::here(stage);
    let before = board.size().await?;
    enter(stage, "[data-testid=add-lead] button").await?;
    stage.until_focus("[data-testid=lead-customer] input").await?;
    stage.type_text("Qinghe").await?;
    stage.press_key(Key::Enter).await?;
    stage.until_gone("add-form").await?;
    assert_eq!(board.size().await?, before + 1);
    stage.until_focus("[data-testid=add-lead] button").await
}

async fn set_a_goal(stage: &Stage) -> Outcome {
    stage.tab_back_to(".rail__place[href=\"#/goals\"]").await?;
    stage.press_key(Key::Enter).await?;
    stage.see("goals-page").await?;
    stage.until_focus("#main").await?;
    enter(stage, "[data-testid=quota-company]").await?;
    stage.until_focus("[data-testid=quota-input]").await?;
    stage.type_text("3000000").await?;
    stage.press_key(Key::Enter).await?;
    stage.until_focus("[data-testid=quota-company]").await?;
    let quota = stage.text("quota-company").await?;
    assert!(quota.contains("3,000,000"), "{quota}");
    Ok(())
}

/// Tabs to something and presses Enter there.
async fn enter(stage: &Stage, selector: &str) -> Outcome {
    stage.tab_to(selector).await?;
    stage.press_key(Key::Enter).await
}

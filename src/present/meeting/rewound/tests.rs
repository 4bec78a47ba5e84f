//! By hand, on a small team.

use super::*;
use crate::domain::calendar::Period;
use crate::domain::goal::{Bearer, Goal};
use crate::domain::pipeline::{Pipeline, Stage};
use crate::present::for_tests::*;

const TODAY: &str = "2026-11-29";

fn workspace() -> Workspace {
    let mut workspace = team();
    lead(&mut workspace, 1, Some(ANN), OPEN, 300, "2026-12-20");
    lead(&mut workspace, 2, Some(BOB), OPEN, 100, "2027-01-20");
    lead(&mut workspace, 3, Some(BOB), WON, 50, "2026-10-20");
    let period = Period::Quarter(2026, 4);
    let goal = Goal {
        bearer: Some(Bearer::Company),
        period: Some(period),
        quota: Some(yuan_of(400)),
        ..Goal::default()
    };
    let id = Goal::id_of(Bearer::Company, period);
    put(&mut workspace, id, &goal);
    workspace
}

#[test]
fn the_board_and_the_goal_are_told_as_they_stood() {
    let then = BoardThen::new(&workspace(), Lang::En, day(TODAY), None, &ShownCards::default());
    let said: Vec<_> = then.columns.iter().map(|it| (&*it.name, &*it.count, &*it.sum)).collect();
    let expect = [("open", "2", "CN¥400"), ("won", "1", "CN¥50"), ("lost", "0", "CN¥0")];
    assert_eq!(said, expect);
    assert_eq!((&*then.won, &*then.goal), ("CN¥50", "CN¥400"));
    assert_eq!(then.stage_words(Some(WON)), "1 · CN¥50");
}

#[test]
fn a_moment_near_by_is_made_of_the_board_before_and_is_the_same() {
    let (before, mut after, asked) = (workspace(), workspace(), (None, day(TODAY)));
    lead(&mut after, 1, Some(ANN), WON, 300, TODAY);
    let (changed, shown) = ([LeadId::drawn(1)].into(), ShownCards::default());
    let kept = KeptBoard::new(&before, asked).expect("a board");
    let near = kept.mended(&after, &changed, asked).expect("a board");
    let told = BoardThen::of(&after, Lang::En, asked, Some(&near), &shown);
    assert_eq!(told, BoardThen::new(&after, Lang::En, asked.1, None, &shown));
    assert_eq!((&*told.won, told.stage_words(Some(WON))), ("CN¥350", "2 · CN¥350".to_owned()));
    let other = (Some(PIPELINE), asked.1);
    assert!(kept.mended(&after, &changed, other).is_none(), "another board was asked for");
}

#[test]
fn the_room_is_not_told_what_is_private() {
    let plan = Label::PeopleChanged("plan".to_owned(), "saved".to_owned(), "Ann".to_owned());
    let undone = Label::Undone(Box::new(plan.clone()));
    for label in [&plan, &undone] {
        assert_eq!(done_words(Lang::En, Face::Room, label), Lang::En.rewind_private());
        assert!(done_words(Lang::En, Face::Manager, label).contains("Ann"));
    }
    let moved = Label::LeadMoved("Acme".to_owned(), "Won".to_owned());
    assert_eq!(done_words(Lang::En, Face::Room, &moved), "Moved Acme to Won");
}

// By hand: 300 due and 400 open before; the deal of 300 dropped leaves 0 and 100.
#[test]
fn dropping_a_deal_shows_what_it_takes() {
    let (now, mut branch) = (workspace(), workspace());
    lead(&mut branch, 1, Some(ANN), LOST, 300, "2026-12-20");
    let found = effects(&now, &branch, Lang::En, day(TODAY));
    let said: Vec<_> = found.iter().map(|it| (&*it.1, &*it.2)).collect();
    let expect =
        [("CN¥300", "CN¥0"), ("CN¥400", "CN¥100"), ("CN¥50", "CN¥50"), ("CN¥350", "CN¥350")];
    assert_eq!(said, expect);
    let deals = deals(&now, &branch, Lang::En, day(TODAY));
    let said: Vec<_> = deals.iter().map(|it| (it.id.0.0, it.is_tried, it.stage)).collect();
    assert_eq!(said, [(1, true, Some(LOST)), (2, false, Some(OPEN))]);
}

/// 130 more leads of ten yuan each in one stage, and one lead of a pipeline of its own.
fn full() -> Workspace {
    let mut workspace = workspace();
    for nth in 0..130 {
        lead(&mut workspace, 100 + nth, Some(ANN), OPEN, 10, "2026-12-20");
    }
    let (other, stage) = (PipelineId::drawn(2), StageId::drawn(9));
    let pipeline = Pipeline { name: "Service".to_owned(), place: 2 };
    put(&mut workspace, other, &pipeline);
    let name = "Asked".to_owned();
    put(&mut workspace, stage, &Stage { pipeline: Some(other), name, ..Stage::default() });
    lead(&mut workspace, 9, Some(ANN), stage, 7, "2026-12-20");
    workspace
}

#[track_caller]
fn check_column(shown: &ShownCards, cards: usize, more: usize) {
    let then = BoardThen::new(&full(), Lang::En, day(TODAY), Some(PIPELINE), shown);
    let column = then.columns.iter().find(|it| it.stage == Some(OPEN)).expect("a column");
    // By hand: 300 + 100 and 130 times 10.
    assert_eq!([&*column.count, &*column.sum], ["132", "CN¥1.7K"]);
    assert_eq!((column.cards.len(), column.more), (cards, more));
}

#[test]
fn what_is_tried_is_told_also_where_it_was_deleted() {
    let words = |lead, stage| {
        let tried = Tried { lead: LeadId::drawn(lead), stage };
        tried_words(&workspace(), Lang::En, tried)
    };
    assert_eq!(words(1, WON), "Lead 1 to won");
    assert_eq!(words(77, StageId::drawn(77)), "A deleted deal to a deleted stage");
}

#[test]
fn count_and_sum_are_those_of_all_however_many_cards_are_shown() {
    let mut shown = ShownCards::default();
    check_column(&shown, 12, 120);
    shown.show_more(Some(OPEN));
    check_column(&shown, 112, 20);
    shown.show_more(Some(WON));
    check_column(&shown, 112, 20);
    shown.show_more(Some(OPEN));
    check_column(&shown, 132, 0);
}

#[test]
fn each_pipeline_can_be_looked_at_and_one_that_was_not_there_is_empty() {
    let of = |workspace: &Workspace, pipeline| {
        let shown = ShownCards::default();
        BoardThen::new(workspace, Lang::En, day(TODAY), pipeline, &shown)
    };
    let (now, then) = (full(), workspace());
    let other = Some(PipelineId::drawn(2));
    let names = |it: &BoardThen| it.columns.iter().map(|it| it.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&of(&now, other)), ["Asked"]);
    assert_eq!(names(&of(&then, other)), Vec::<String>::new());
    assert_eq!(names(&of(&then, None)).len(), 3);
    let all = |now, then| {
        let choices = pipeline_choices(&of(now, None), Some(&of(then, None)));
        choices.into_iter().map(|it| it.1).collect::<Vec<_>>()
    };
    assert_eq!(all(&now, &then), ["Sales", "Service"]);
    assert_eq!(all(&then, &now), ["Sales", "Service"]);
}

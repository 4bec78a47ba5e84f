//! What each face finds on the pages of a person.

use super::*;
use crate::domain::aim::AimFigure;
use crate::domain::feedback::Feedback;
use crate::domain::id::*;
use crate::domain::review::{Review, Side};
use crate::domain::scorecard::{Reading, Trait};
use crate::domain::talk::{PointKind, PointsFor, TalkPoint};
use crate::domain::workspace::Workspace;
use crate::present::for_tests::{ANN, BOB, LOST, OPEN, WON, day, lead, put, team};

fn today() -> Day {
    day("2026-11-25")
}

fn sold() -> Workspace {
    let mut workspace = team();
    for nth in 0..30 {
        lead(&mut workspace, nth, Some(ANN), if nth < 24 { WON } else { LOST }, 77, "2026-10-01");
        let bob = if nth < 8 { WON } else { LOST };
        lead(&mut workspace, 100 + nth, Some(BOB), bob, 31, "2026-10-02");
    }
    lead(&mut workspace, 300, Some(BOB), OPEN, 987, "2026-12-02");
    workspace
}

#[test]
fn strengths_and_weaknesses_are_named_with_figures() {
    let of = |person| {
        card(&sold(), Lang::En, today(), person, Compared::WithOthers).expect("a scorecard")
    };
    let (ann, bob) = (of(ANN), of(BOB));
    assert!(ann.sentences[0].contains("Better than the others: Win rate"), "{:?}", ann.sentences);
    assert!(bob.sentences[0].contains("Weaker than the others: Win rate"), "{:?}", bob.sentences);
    assert_eq!(bob.work_on, Some((AimFigure::WinRate, "Win rate")));
    assert_eq!(ann.lines[0].own, "80% (63%–90%)");
    assert_eq!(ann.lines[0].others, "8 of 30", "an interval of more than 30 points");
}

/// What a person sees of the scorecard does not change whatever the others do.
#[test]
fn the_scorecard_of_a_person_alone_reads_nothing_of_the_others() {
    let alone = |workspace: &Workspace| {
        card(workspace, Lang::En, today(), ANN, Compared::Alone).expect("a scorecard")
    };
    let before = sold();
    let mut after = sold();
    for nth in 0..40 {
        lead(&mut after, 500 + nth, Some(BOB), WON, 987_654, "2026-10-02");
    }
    assert_eq!(alone(&before), alone(&after));
    assert!(alone(&after).lines.iter().all(|it| it.others.is_empty() && it.verdict.is_none()));
}

#[test]
fn private_notes_are_on_the_managers_face_alone() {
    let mut workspace = team();
    let text = "Thinks of leaving".to_owned();
    let note =
        TalkPoint { person: Some(ANN), kind: PointKind::Private, text, ..TalkPoint::default() };
    put(&mut workspace, TalkPointId::drawn(1), &note);
    let seen = |whose| format!("{:?}", talk_view(&workspace, Lang::En, today(), ANN, whose, SHOWN));
    assert!(seen(PointsFor::Manager).contains("leaving"));
    assert!(!seen(PointsFor::Both).contains("leaving"));
}

#[test]
fn points_of_long_ago_can_be_shown() {
    let mut workspace = team();
    for nth in 0..15 {
        let done = Some(day("2026-11-01").plus(nth));
        let point = TalkPoint { person: Some(ANN), done, ..TalkPoint::default() };
        put(&mut workspace, TalkPointId::drawn(nth), &point);
    }
    let of = |shown| {
        let view = talk_view(&workspace, Lang::En, today(), ANN, PointsFor::Both, shown);
        (view.done.len(), view.more_done)
    };
    assert_eq!([of(SHOWN), of(2 * SHOWN)], [(12, 3), (15, 0)]);
}

#[test]
fn a_review_shows_every_month_alike_and_hides_what_is_not_to_be_seen() {
    let mut workspace = sold();
    let review = Review {
        person: Some(ANN),
        first: Some(day("2026-07-01")),
        last: Some(day("2026-11-30")),
        manager_steps: vec![5; 5],
        manager_words: "Carries the quarter".to_owned(),
        manager_sealed: Some(day("2026-11-20")),
        ..Review::default()
    };
    put(&mut workspace, ReviewId::drawn(1), &review);
    let cards = |by| review_cards(&workspace, Lang::En, today(), ANN, by);
    let months: Vec<String> =
        cards(Side::Manager)[0].evidence.iter().map(|it| it.closed.clone()).collect();
    assert_eq!(months, ["0 / 0", "0 / 0", "0 / 0", "24 / 6", "0 / 0"]);
    assert!(!format!("{:?}", cards(Side::Own)).contains("Carries"));
    assert!(format!("{:?}", cards(Side::Manager)).contains("Carries"));
}

#[test]
fn the_balance_of_feedback_is_told() {
    let mut workspace = team();
    for nth in 0..4 {
        let on = Some(day("2026-11-10"));
        let it =
            Feedback { person: Some(ANN), on, value: "Care".to_owned(), ..Feedback::default() };
        put(&mut workspace, FeedbackId::drawn(nth), &it);
    }
    let view = feedback_view(&workspace, Lang::En, today(), ANN);
    assert_eq!(view.sentences.len(), 2, "{:?}", view.sentences);
    assert_eq!((view.months.len(), view.values), (1, vec!["Care".to_owned()]));
}

/// The figures are those of a real export, of 4,238 won deals: in thousands all three look alike.
#[test]
fn an_interval_of_amounts_is_told_as_finely_as_it_has_to_be() {
    let words = |median: f64, interval| {
        let reading = Reading::Middle { median, interval: Some(interval), count: 4_238 };
        card::words(&team(), Lang::En, Trait::DealSize, Some(&reading))
    };
    assert_eq!(words(108_400.0, (105_400, 110_900)), "CN¥1,084 (CN¥1,054–CN¥1,109)");
    assert_eq!(words(424_700.0, (376_800, 443_500)), "CN¥4.2K (CN¥3.8K–CN¥4.4K)");
}

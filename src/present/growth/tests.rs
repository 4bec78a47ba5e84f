//! What each face finds on the pages of a person.

use super::*;
use crate::domain::aim::{Aim, AimFigure};
use crate::domain::effect::Turn;
use crate::domain::feedback::Feedback;
use crate::domain::id::*;
use crate::domain::lead::Lead;
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
    // None of his deals is as large as any of hers: that is the least likely of all by chance.
    assert_eq!(bob.work_on, Some((AimFigure::DealSize, "Size of a won deal")));
    assert_eq!(ann.lines[0].own, "80% (63%–90%)");
    // Wilson's interval of 8 of 30, by statsmodels' proportion_confint: 0.142 to 0.444.
    assert_eq!(ann.lines[0].others, "8 of 30 (14%–44%)", "an interval of more than 30 points");
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

// Wilson's intervals of 2 and of 3 of 4, by statsmodels' proportion_confint: 0.150 to 0.850, 0.301
// to 0.954.
#[test]
fn how_leads_stood_is_told_with_the_day_or_that_nobody_looked() {
    let mut workspace = team();
    for (id, step) in [(1, "2026-12-01"), (2, "2026-12-01"), (3, "2026-11-25"), (4, "2026-11-24")] {
        lead(&mut workspace, id, Some(ANN), OPEN, 10, "2026-12-20");
        let known = workspace.leads.get(LeadId::drawn(id)).cloned().expect("a lead");
        put(&mut workspace, LeadId::drawn(id), &Lead { next_step_on: step.parse().ok(), ..known });
    }
    let mut told = |stood: &str| {
        let aim = Aim {
            person: Some(ANN),
            figure: Some(AimFigure::NextSteps),
            begun: Some(day("2026-11-20")),
            due: Some(day("2026-12-17")),
            stood_before: stood.parse().ok(),
            ..Aim::default()
        };
        put(&mut workspace, AimId::drawn(1), &aim);
        let line = aim_lines(&workspace, Lang::En, today(), ANN).remove(0);
        let figures = line.figures.map(|it| it.join(" → "));
        (figures.unwrap_or_default(), line.notes.len(), line.moved.map(|it| it.turn))
    };
    let since = "25 Nov 2026: 3 of 4 (30%–95%)";
    let before = "20 Nov 2026: 2 of 4 (15%–85%)";
    let unknown = Some(Turn::Unknown);
    assert_eq!(told("2026-11-20:2:4"), (format!("{before} → {since}"), 0, unknown));
    assert_eq!(told(""), (format!("– → {since}"), 1, unknown));
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

//! What is said of levels, criteria and how far somebody is.

use super::*;
use crate::domain::career::CareerFigure;
use crate::domain::career::CareerLevel;
use crate::domain::career::Promotion;
use crate::domain::id::PromotionId;
use crate::present::for_tests::{ANN, OPEN, WON, day, lead, put, team};

const JUNIOR: CareerLevelId = CareerLevelId::drawn(1);
const SENIOR: CareerLevelId = CareerLevelId::drawn(2);

fn today() -> Day {
    day("2026-11-25")
}

/// Ann is a junior; a senior wins two deals a quarter and helps others.
fn workspace() -> Workspace {
    let mut workspace = team();
    lead(&mut workspace, 99, None, OPEN, 1, "2025-01-02");
    lead(&mut workspace, 1, Some(ANN), WON, 1, "2026-09-01");
    for (place, (id, name)) in [(JUNIOR, "Junior"), (SENIOR, "Senior")].into_iter().enumerate() {
        let level = CareerLevel { name: name.to_owned(), place: place as i64 };
        put(&mut workspace, id, &level);
    }
    let wins = CareerCriterion {
        level: Some(SENIOR),
        figure: Some(CareerFigure::Wins),
        at_least: 2,
        quarters: 1,
        ..CareerCriterion::default()
    };
    put(&mut workspace, CareerCriterionId::drawn(1), &wins);
    let judged = CareerCriterion {
        level: Some(SENIOR),
        place: 1,
        figure: Some(CareerFigure::Judged),
        text: "Helps others".to_owned(),
        ..CareerCriterion::default()
    };
    put(&mut workspace, CareerCriterionId::drawn(2), &judged);
    let promotion = Promotion {
        person: Some(ANN),
        level: Some(JUNIOR),
        on: Some(day("2026-01-01")),
        reason: "Began".to_owned(),
        ..Promotion::default()
    };
    put(&mut workspace, PromotionId::drawn(1), &promotion);
    workspace
}

#[test]
fn the_ladder_says_who_stands_where_and_what_cannot_be_told() {
    let view = ladder_view(&workspace(), Lang::En, today());
    let words: Vec<_> = view.levels[1].criteria.iter().map(|it| it.1.as_str()).collect();
    assert_eq!(words, ["Deals won: at least 2 over 1 closed quarters", "Helps others"]);
    assert_eq!((view.levels[0].ends, view.levels[1].ends), ((true, false), (false, true)));
    let ann = &view.people[0];
    assert_eq!((ann.name.as_str(), ann.verdict), ("Ann", Some(Verdict::NotMet)));
    assert_eq!(ann.note, "On Junior · next: Senior");
    assert_eq!(ann.standing, "met: 0 of 2, cannot tell: 1");
    let bob = &view.people[1];
    assert_eq!((bob.note.as_str(), bob.verdict), ("On no level yet · next: Junior", None));
}

#[test]
fn a_person_sees_the_figures_of_each_criterion_and_what_is_missing() {
    let view = career_view(&workspace(), Lang::En, today(), ANN);
    assert_eq!(
        view.sentences,
        [
            "Junior since 1 Jan 2026.",
            "For Senior, 0 of 2 criteria are met.",
            "Of 1 the numbers cannot tell yet."
        ]
    );
    let wins = &view.criteria[0];
    assert_eq!(wins.evidence, "so far: 1 · 1 Jul 2026 to 30 Sep 2026");
    assert_eq!((wins.note.as_str(), wins.judged), ("missing: 1", false));
    assert_eq!(
        (view.criteria[1].note.as_str(), view.criteria[1].judged),
        ("Not judged yet.", true)
    );
    assert_eq!(view.promotions[0].level, "Junior");
    let other = career_view(&team(), Lang::Zh, today(), ANN);
    assert_eq!(other.sentences, ["尚未设置职级。"]);
}

//! A round that is underway tells nothing; a revealed one adds up.

use super::*;
use crate::domain::calendar::Period;
use crate::domain::round::{Promise, Said};
use crate::present::for_tests::{ANN, BOB, CY, OPEN, day, lead, put, team};

const ROUND: RoundId = RoundId::drawn(7);
const Q4: Period = Period::Quarter(2026, 4);

fn answer(workspace: &mut Workspace, person: PersonId, [worst, commit, best]: [i64; 3]) {
    let (round, who) = (Some(ROUND), Some(person));
    let it = Promise { round, person: who, absent: false, worst, commit, best };
    put(workspace, Promise::id_of(ROUND, person), &it);
}

fn workspace(revealed: &str) -> Workspace {
    let mut all = team();
    let round = Round {
        period: Some(Q4),
        people: vec![ANN, BOB, CY],
        currency: Some(Currency::CNY),
        begun: Some(day("2026-11-24")),
        revealed: revealed.parse().ok(),
        low: Some(100_000),
        likely: Some(200_000),
        high: Some(300_000),
        goal: Some(9_999_900),
    };
    put(&mut all, ROUND, &round);
    answer(&mut all, ANN, [777_700, 888_800, 999_900]);
    answer(&mut all, BOB, [0, 111_100, 222_200]);
    all
}

#[test]
fn a_round_that_is_underway_tells_no_amount() {
    let all = workspace("");
    let shown = underway(&all).expect("a round");
    let told = [
        format!("{shown:?}"),
        shown.progress(Lang::Zh),
        format!("{:?}", known(&all, Lang::Zh, day("2026-11-25"), &shown, BOB)),
        format!("{:?}", rounds_of(&all, Lang::Zh, Q4)),
        format!("{:?}", RoundResult::new(&all, Lang::Zh, ROUND)),
    ];
    for secret in ["777", "888", "999", "111", "222", "7,77", "8,88", "9,99", "1,11", "2,22"] {
        assert!(told.iter().all(|it| !it.contains(secret)), "{secret} in {told:?}");
    }
    assert_eq!(shown.next().map(|it| it.id), Some(CY));
    assert_eq!(shown.progress(Lang::En), "2 of 3 sealed");
}

#[test]
fn a_revealed_round_adds_up_and_names_who_said_nothing() {
    let all = workspace("2026-11-25");
    let result = RoundResult::new(&all, Lang::En, ROUND).expect("a result");
    assert_eq!(result.figure, "CN¥9,999");
    assert_eq!(result.team[0].amounts, ["CN¥7,777", "CN¥9,999", "CN¥12,221"]);
    assert_eq!(result.team[1].amounts, ["CN¥1,000", "CN¥2,000", "CN¥3,000"]);
    assert_eq!(result.people.len(), 2);
    assert_eq!(result.sentences[1], "CN¥90,000 short of the goal.");
    assert_eq!(result.sentences.last().map(String::as_str), Some("Without an answer: Cy."));
    assert_eq!(rounds_of(&all, Lang::En, Q4), [(ROUND, "25 Nov 2026, 2 answers".to_owned())]);
    assert_eq!(underway(&all), None);
}

#[test]
fn who_answers_knows_their_own_deals() {
    let mut all = workspace("");
    lead(&mut all, 1, Some(CY), OPEN, 500, "2026-12-01");
    lead(&mut all, 2, Some(BOB), OPEN, 700, "2026-12-01");
    let shown = underway(&all).expect("a round");
    let told = known(&all, Lang::En, day("2026-11-25"), &shown, CY);
    assert_eq!(told, ["Won so far: CN¥0. Due in the period: CN¥500, open deals: 1."]);
}

#[track_caller]
fn check(texts: [&str; 3], expect: Result<Said, Missing>) {
    let mut draft = SaidDraft::new(Currency::CNY);
    for (field, text) in draft.0.iter_mut().zip(texts) {
        field.text = text.to_owned();
    }
    assert_eq!(draft.read(), expect);
}

#[test]
fn amounts_are_typed_as_elsewhere_and_none_is_left_out() {
    let (worst, commit, best) = (8_000_000, 1200_0000, 15_000_000);
    check(["8万", "12万", "150,000"], Ok(Said { worst, commit, best }));
    check(["8万", "", "15万"], Err(Missing(1)));
    check(["8万", "12万", "-1"], Err(Missing(2)));
}

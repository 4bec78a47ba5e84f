//! The ladder by its rules, on figures that can be counted by hand.

use super::*;
use crate::domain::activity::{Activity, ActivityKind};
use crate::domain::calendar::Period;
use crate::domain::career::{Evidence, Unknown, ready};
use crate::domain::command::Command;
use crate::domain::for_tests::take;
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::*;
use crate::domain::people::Person;
use crate::domain::reward::Training;
use crate::domain::survey::score::Scale;
use crate::domain::survey::{Answer, Question, Survey, SurveyReply};
use crate::present::for_tests::{ANN, BOB, LOST, OPEN, WON, day, lead, put, team, yuan_of};

const JUNIOR: CareerLevelId = CareerLevelId::drawn(1);
const SENIOR: CareerLevelId = CareerLevelId::drawn(2);
const ONE: CareerCriterionId = CareerCriterionId::drawn(1);

fn ctx() -> Context {
    Context { today: day("2026-11-25") }
}

fn give(workspace: &mut Workspace, deed: CareerDeed) -> Result<(), Rejection> {
    let changes = super::super::apply(workspace, &Command::Career(Box::new(deed)), &ctx())?;
    take(workspace, &changes);
    Ok(())
}

fn because(why: CareerRefused) -> Result<(), Rejection> {
    Err(Rejection::Career(Box::new(why)))
}

/// Two levels; the data begin in 2025.
fn begun() -> Workspace {
    let mut workspace = team();
    lead(&mut workspace, 99, None, OPEN, 1, "2025-01-02");
    for (id, name) in [(JUNIOR, " Junior "), (SENIOR, "Senior")] {
        give(&mut workspace, CareerDeed::SaveLevel(id, name.to_owned())).expect("a level");
    }
    workspace
}

fn criterion(figure: CareerFigure, at_least: i64, quarters: i64) -> CareerCriterion {
    let (level, figure) = (Some(JUNIOR), Some(figure));
    let text = "Helps others".to_owned();
    CareerCriterion { level, figure, at_least, quarters, text, place: 0 }
}

/// What is said of one criterion for Ann.
#[track_caller]
fn check(
    workspace: &Workspace,
    criterion: &CareerCriterion,
    expect: (Verdict, Option<Unknown>, i64),
) {
    let found = read(workspace, ANN, (ONE, criterion), ctx().today);
    assert_eq!((found.verdict, found.unknown, found.missing), expect, "{found:?}");
}

fn quota(workspace: &mut Workspace, period: Period, yuan: i64) {
    let bearer = Bearer::Person(ANN);
    let goal = Goal {
        bearer: Some(bearer),
        period: Some(period),
        quota: Some(yuan_of(yuan)),
        ..Goal::default()
    };
    put(workspace, Goal::id_of(bearer, period), &goal);
}

#[test]
fn what_is_not_whole_is_refused() {
    use CareerRefused::*;
    let mut workspace = begun();
    let save = |it| CareerDeed::SaveCriterion(ONE, Box::new(it));
    let mut check = |deed, why| assert_eq!(give(&mut workspace, deed), because(why));
    let judged = criterion(CareerFigure::Judged, 0, 0);
    check(save(CareerCriterion { text: " ".to_owned(), ..judged.clone() }), CriterionEmpty);
    check(save(CareerCriterion { figure: None, ..judged.clone() }), FigureMissing);
    check(save(CareerCriterion { level: Some(CareerLevelId::drawn(9)), ..judged }), LevelGone);
    check(save(criterion(CareerFigure::WinRate, 101, 2)), OutOfRange(1, 100));
    check(save(criterion(CareerFigure::Nps, -101, 2)), OutOfRange(-100, 100));
    check(save(criterion(CareerFigure::Wins, 3, 0)), QuartersOutOfRange);
    check(save(criterion(CareerFigure::Wins, 3, 13)), QuartersOutOfRange);
}

/// 60 of 100 and 90 of 100 are 150 of 200, which is 75 %.
#[test]
fn attainment_takes_a_quota_in_each_quarter() {
    let mut workspace = begun();
    let needs = |percent| criterion(CareerFigure::Attainment, percent, 2);
    quota(&mut workspace, Period::Quarter(2026, 3), 100);
    lead(&mut workspace, 1, Some(ANN), WON, 60, "2026-09-30");
    lead(&mut workspace, 2, Some(ANN), WON, 90, "2026-04-01");
    lead(&mut workspace, 3, Some(ANN), WON, 900, "2026-10-01");
    let without = Unknown::NoQuota(Period::Quarter(2026, 2));
    check(&workspace, &needs(75), (Verdict::CannotTell, Some(without), 0));
    for (month, yuan) in [(4, 30), (5, 30), (6, 40)] {
        quota(&mut workspace, Period::Month(2026, month), yuan);
    }
    check(&workspace, &needs(75), (Verdict::Met, None, 0));
    check(&workspace, &needs(76), (Verdict::NotMet, None, 1));
}

#[test]
fn too_few_wins_are_told_only_where_person_and_data_go_back_far_enough() {
    let mut workspace = begun();
    lead(&mut workspace, 1, Some(ANN), WON, 1, "2026-09-30");
    lead(&mut workspace, 2, Some(ANN), WON, 1, "2026-11-01");
    let needs = |wins, quarters| criterion(CareerFigure::Wins, wins, quarters);
    check(&workspace, &needs(1, 1), (Verdict::Met, None, 0));
    check(&workspace, &needs(3, 1), (Verdict::NotMet, None, 2));
    let began = Some(Unknown::DataFrom(Some(day("2025-01-02"))));
    check(&workspace, &needs(3, 12), (Verdict::CannotTell, began, 0));
    let started = Some(day("2026-08-01"));
    put(&mut workspace, ANN, &Person { name: "Ann".to_owned(), started, ..Person::default() });
    let came = Some(Unknown::CameOn(day("2026-08-01")));
    check(&workspace, &needs(3, 1), (Verdict::CannotTell, came, 0));
    check(&workspace, &needs(1, 1), (Verdict::Met, None, 0));
    let words = criterion(CareerFigure::Words, 1, 1);
    check(&workspace, &words, (Verdict::CannotTell, came, 0));
    let call = Activity {
        person: Some(ANN),
        kind: Some(ActivityKind::Call),
        on: Some(day("2026-09-01")),
        ..Activity::default()
    };
    put(&mut workspace, ActivityId::drawn(1), &call);
    check(&workspace, &words, (Verdict::Met, None, 0));
}

/// By E. B. Wilson's formula of 1927, worked out by hand, the interval of 6 in 10 is 31.3 % to 83.2 %
/// and that of 60 in 100 is 50.2 % to 69.1 %: the first is wider than three tenths, the second not.
#[test]
fn a_rate_is_compared_where_it_is_settled_or_all_of_it_lies_on_one_side() {
    let mut workspace = begun();
    let close = |workspace: &mut Workspace, from: u64, won: u64, lost: u64| {
        for nth in 0..won + lost {
            let stage = if nth < won { WON } else { LOST };
            lead(workspace, from + nth, Some(ANN), stage, 1, "2026-09-01");
        }
    };
    let needs = |percent| criterion(CareerFigure::WinRate, percent, 1);
    check(&workspace, &needs(50), (Verdict::CannotTell, Some(Unknown::Nothing), 0));
    close(&mut workspace, 100, 6, 4);
    check(&workspace, &needs(50), (Verdict::CannotTell, Some(Unknown::TooFew), 0));
    check(&workspace, &needs(30), (Verdict::Met, None, 0));
    check(&workspace, &needs(84), (Verdict::NotMet, None, 24));
    close(&mut workspace, 200, 54, 36);
    check(&workspace, &needs(60), (Verdict::Met, None, 0));
    check(&workspace, &needs(61), (Verdict::NotMet, None, 1));
}

#[test]
fn customers_speak_of_the_deals_of_the_person() {
    let mut workspace = begun();
    lead(&mut workspace, 1, Some(ANN), WON, 1, "2026-09-01");
    lead(&mut workspace, 2, Some(BOB), WON, 1, "2026-09-01");
    let survey = SurveyId::drawn(1);
    let questions = vec![Question::usual(Scale::Csat), Question::usual(Scale::Nps)];
    put(&mut workspace, survey, &Survey { questions, ..Survey::default() });
    let answer = |workspace: &mut Workspace, id, of: u64, csat, nps| {
        let reply = SurveyReply {
            survey: Some(survey),
            on: Some(day("2026-09-02")),
            lead: Some(LeadId::drawn(of)),
            answers: vec![Answer::Number(csat), Answer::Number(nps)],
            ..SurveyReply::default()
        };
        put(workspace, SurveyReplyId::drawn(id), &reply);
    };
    let csat = |percent| criterion(CareerFigure::Csat, percent, 1);
    let nps = |score| criterion(CareerFigure::Nps, score, 1);
    answer(&mut workspace, 1, 2, 1, 0);
    check(&workspace, &csat(80), (Verdict::CannotTell, Some(Unknown::Nothing), 0));
    answer(&mut workspace, 2, 1, 5, 10);
    check(&workspace, &csat(80), (Verdict::CannotTell, Some(Unknown::TooFew), 0));
    check(&workspace, &nps(50), (Verdict::CannotTell, Some(Unknown::TooFew), 0));
    (3..40).for_each(|id| answer(&mut workspace, id, 1, 5, 10));
    check(&workspace, &csat(80), (Verdict::Met, None, 0));
    check(&workspace, &nps(50), (Verdict::Met, None, 0));
}

#[test]
fn trainings_months_and_judgements_are_read() {
    let mut workspace = begun();
    let trainings = criterion(CareerFigure::Trainings, 1, 0);
    check(&workspace, &trainings, (Verdict::NotMet, None, 1));
    let training = Training {
        person: Some(ANN),
        name: "Prices".to_owned(),
        on: Some(day("2026-11-01")),
        redemption: None,
    };
    put(&mut workspace, TrainingId::drawn(1), &training);
    check(&workspace, &trainings, (Verdict::Met, None, 0));
    let months = criterion(CareerFigure::Months, 12, 0);
    check(&workspace, &months, (Verdict::CannotTell, Some(Unknown::NoLevel), 0));
    let on = day("2025-11-26");
    let reason = " Did well ".to_owned();
    let promote = CareerDeed::Promote(PromotionId::drawn(1), ANN, JUNIOR, on, reason);
    give(&mut workspace, promote).expect("promoted");
    check(&workspace, &months, (Verdict::NotMet, None, 1));
    let judged = criterion(CareerFigure::Judged, 0, 0);
    give(&mut workspace, CareerDeed::SaveCriterion(ONE, Box::new(judged.clone()))).expect("kept");
    check(&workspace, &judged, (Verdict::CannotTell, Some(Unknown::NotJudged), 0));
    let mut say = |said| {
        let deed = CareerDeed::Judge(ANN, ONE, said, " Seen ".to_owned());
        give(&mut workspace, deed).expect("said");
        let found = read(&workspace, ANN, (ONE, &judged), ctx().today);
        let note = match found.evidence {
            Evidence::Judged(it) => it.note,
            _ => String::new(),
        };
        (found.verdict, note)
    };
    assert_eq!(say(Some(Judged::Met)), (Verdict::Met, "Seen".to_owned()));
    assert_eq!(say(Some(Judged::NotMet)), (Verdict::NotMet, "Seen".to_owned()));
    assert_eq!(say(None), (Verdict::CannotTell, String::new()));
}

#[test]
fn a_promotion_is_written_down_and_the_next_level_is_the_one_above() {
    let mut workspace = begun();
    let promote = |nth, level, on: &str| {
        let reason = "Ready".to_owned();
        CareerDeed::Promote(PromotionId::drawn(nth), ANN, level, day(on), reason)
    };
    assert_eq!(ready(&workspace, ANN, ctx().today).next, Some(JUNIOR));
    assert!(!ready(&workspace, ANN, ctx().today).is_ready());
    let ahead = give(&mut workspace, promote(1, JUNIOR, "2026-11-26"));
    assert_eq!(ahead, Err(Rejection::DoneAhead(day("2026-11-26"))));
    give(&mut workspace, promote(1, JUNIOR, "2026-06-01")).expect("promoted");
    let found = ready(&workspace, ANN, ctx().today);
    assert_eq!((found.level, found.next), (Some(JUNIOR), Some(SENIOR)));
    let early = give(&mut workspace, promote(2, SENIOR, "2026-05-31"));
    assert_eq!(early, because(CareerRefused::BeforeTheLast(day("2026-06-01"))));
    let there = CareerRefused::AlreadyThere("Ann".to_owned(), "Junior".to_owned());
    assert_eq!(give(&mut workspace, promote(2, JUNIOR, "2026-06-02")), because(there));
    give(&mut workspace, promote(2, SENIOR, "2026-06-01")).expect("the same day");
    let found = ready(&workspace, ANN, ctx().today);
    assert_eq!((found.level, found.next), (Some(SENIOR), None));
    let taken = give(&mut workspace, CareerDeed::DeleteLevel(SENIOR));
    assert_eq!(taken, because(CareerRefused::LevelTaken(1)));
    let first = give(&mut workspace, CareerDeed::DeletePromotion(PromotionId::drawn(1)));
    assert_eq!(first, because(CareerRefused::PromotionGone));
    give(&mut workspace, CareerDeed::DeletePromotion(PromotionId::drawn(2))).expect("deleted");
    assert_eq!(ready(&workspace, ANN, ctx().today).level, Some(JUNIOR));
    give(&mut workspace, CareerDeed::DeleteLevel(SENIOR)).expect("nobody came to it");
}

#[test]
fn who_is_deleted_leaves_the_ladder() {
    let mut workspace = begun();
    let judged = criterion(CareerFigure::Judged, 0, 0);
    give(&mut workspace, CareerDeed::SaveCriterion(ONE, Box::new(judged))).expect("kept");
    let said = CareerDeed::Judge(ANN, ONE, Some(Judged::Met), String::new());
    give(&mut workspace, said).expect("said");
    let reason = "Ready".to_owned();
    let promote = CareerDeed::Promote(PromotionId::drawn(1), ANN, JUNIOR, ctx().today, reason);
    give(&mut workspace, promote).expect("promoted");
    let kept = workspace.promotions.values().next().map(|it| (it.met, it.of));
    assert_eq!(kept, Some((1, 1)), "as it was then");
    let changes = super::super::apply(&workspace, &Command::DeletePerson(ANN), &ctx());
    take(&mut workspace, &changes.expect("deleted"));
    assert!(workspace.promotions.is_empty() && workspace.judgements.is_empty());
    assert_eq!(workspace.career_levels.len(), 2);
}

#[test]
fn the_usual_ladder_is_added_at_once_and_on_top() {
    use crate::i18n::Lang;
    use crate::present::career::usual_ladder;
    let mut workspace = begun();
    for lang in [Lang::En, Lang::Zh] {
        let mut next = if lang == Lang::En { 20 } else { 60 };
        let levels = usual_ladder(lang, || {
            next += 1;
            RecordId(next)
        });
        give(&mut workspace, CareerDeed::Start(levels)).expect("a ladder");
    }
    let names: Vec<&str> =
        crate::domain::career::ladder(&workspace).iter().map(|(_, it)| it.name.as_str()).collect();
    assert_eq!(
        names[..5],
        ["Junior", "Senior", "Sales associate", "Account executive", "Team lead"]
    );
    assert_eq!((workspace.career_levels.len(), workspace.career_criteria.len()), (8, 12));
}

//! Calls of a period in sums, and of a deal in its history.

use super::*;
use crate::domain::call::DealCall;
use crate::domain::goal::Goal;
use crate::domain::label::Label;
use crate::domain::value::Value;
use crate::present::for_tests::{ANN, BOB, OPEN, WON, day, lead, put, team, yuan_of};
use crate::present::lead::Past;

const Q4: Period = Period::Quarter(2026, 4);

fn call(workspace: &mut Workspace, id: u64, rep: Option<Category>, manager: Option<Category>) {
    let lead = LeadId::drawn(id);
    let (of, period) = (Some(lead), Some(Q4));
    let call = DealCall { lead: of, period, rep, manager, ..DealCall::default() };
    put(workspace, DealCall::id_of(lead, Q4), &call);
}

/// 100 won; 200 committed by the rep and in the pipeline for the manager; 400 without a call; 800
/// due later; 1,600 without a day.
fn workspace() -> Workspace {
    let mut all = team();
    lead(&mut all, 1, Some(ANN), WON, 100, "2026-10-05");
    lead(&mut all, 2, Some(ANN), OPEN, 200, "2026-12-05");
    lead(&mut all, 3, Some(BOB), OPEN, 400, "2026-12-31");
    lead(&mut all, 4, Some(BOB), OPEN, 800, "2027-01-01");
    lead(&mut all, 5, None, OPEN, 1_600, "");
    call(&mut all, 2, Some(Category::Commit), Some(Category::Pipeline));
    let goal = Goal {
        bearer: Some(Bearer::Company),
        period: Some(Q4),
        quota: Some(yuan_of(1_000)),
        ..Goal::default()
    };
    put(&mut all, Goal::id_of(Bearer::Company, Q4), &goal);
    all
}

fn view(caller: Caller, bearer: Bearer) -> CallsView {
    let asked = Asked { period: Q4, bearer, today: day("2026-11-25"), caller };
    CallsView::new(&workspace(), Lang::En, asked).expect("a view")
}

fn sums(view: &CallsView) -> Vec<&str> {
    view.groups.iter().map(|it| it.sum.as_str()).collect()
}

#[test]
fn deals_stand_in_the_category_of_the_caller_that_is_looked_at() {
    let by_rep = view(Caller::Rep, Bearer::Company);
    assert_eq!(sums(&by_rep), ["CN¥200", "CN¥0", "CN¥0", "CN¥400", "CN¥0"]);
    let by_manager = view(Caller::Manager, Bearer::Company);
    assert_eq!(sums(&by_manager), ["CN¥0", "CN¥0", "CN¥200", "CN¥400", "CN¥0"]);
}

#[test]
fn won_and_committed_stand_against_the_goal_and_no_call_counts_for_nothing() {
    let view = view(Caller::Rep, Bearer::Company);
    assert_eq!((view.figure.as_str(), view.of.as_str()), ("CN¥300", "of CN¥1,000"));
    assert_eq!(
        view.sentences,
        [
            "CN¥100 won, CN¥200 committed.",
            "CN¥700 short of the goal.",
            "By the manager's calls it is CN¥100.",
            "Without a call, and not counted: 1.",
        ]
    );
    assert_eq!(view.notes.len(), 1, "{:?}", view.notes);
}

#[test]
fn people_add_up_to_all() {
    let view = view(Caller::Rep, Bearer::Company);
    let won = |place: usize| (view.people[place].1.as_str(), view.people[place].2[0].as_str());
    assert_eq!([won(0), won(1), won(2)], [("Ann", "CN¥100"), ("Bob", "CN¥0"), ("All", "CN¥100")]);
    assert_eq!(view.people[2].2[4], "CN¥400");
}

#[test]
fn a_person_has_their_own_deals_alone() {
    let view = view(Caller::Rep, Bearer::Person(BOB));
    assert_eq!(sums(&view), ["CN¥0", "CN¥0", "CN¥0", "CN¥400", "CN¥0"]);
    assert_eq!(view.people.len(), 1);
}

// By hand: the one deal without a day is nobody's.
#[test]
fn deals_without_a_day_are_led_to_where_there_are_any() {
    let query = |bearer| view(Caller::Rep, bearer).undated.map(|it| it.query());
    let expect = "outcome=open&closes=none&view=table";
    assert_eq!(query(Bearer::Company).as_deref(), Some(expect));
    assert_eq!(query(Bearer::Person(BOB)), None);
}

#[test]
fn each_call_has_its_own_history() {
    let past = |millis: u64, fields: &[(&str, &str)]| Past {
        millis,
        minutes_ahead: 0,
        label: Label::StartedEmpty,
        fields: fields.iter().map(|(name, it)| ((*name).to_owned(), Value::text(*it))).collect(),
    };
    let changes = [past(60_000, &[("manager", "commit")]), past(0, &[("rep", "best-case")])];
    let [rep, manager] = call_history(&team(), Lang::En, &changes);
    assert_eq!(rep[0].what, "Rep: No call yet → Best case");
    assert_eq!(manager[0].what, "Manager: No call yet → Commit");
    assert_eq!((rep.len(), manager.len()), (1, 1));
}

#[track_caller]
fn check(figure: Figure, value: &str, leads: &[u64]) {
    let (period, bearer, today) = (Q4, Bearer::Company, day("2026-11-25"));
    let asked = Asked { period, bearer, today, caller: Caller::Rep };
    let paper = certificate(&workspace(), Lang::En, asked, figure).expect("a certificate");
    let leads: Vec<LeadId> = leads.iter().map(|it| LeadId::drawn(*it)).collect();
    assert_eq!((&*paper.value, paper.leads), (value, leads), "{figure:?}");
}

#[test]
fn every_sum_opens_the_deals_that_it_adds() {
    let commit = Column::Called(Some(Category::Commit));
    check(Figure::Landing, "CN¥300", &[1, 2]);
    check(Figure::Sum(commit, None), "CN¥200", &[2]);
    check(Figure::Sum(Column::Called(None), None), "CN¥400", &[3]);
    check(Figure::Sum(Column::Won, Some(Some(ANN))), "CN¥100", &[1]);
    check(Figure::Sum(Column::Called(None), Some(Some(BOB))), "CN¥400", &[3]);
    check(Figure::Sum(commit, Some(Some(BOB))), "CN¥0", &[]);
}

// By hand: of the two deals that the rep committed for the third quarter one was won in it.
#[test]
fn how_calls_turned_out_opens_the_deals_that_were_called() {
    let third = Period::Quarter(2026, 3);
    let mut all = team();
    for (id, closes) in [(1, "2026-09-30"), (2, "2026-10-05")] {
        lead(&mut all, id, Some(ANN), WON, 100, closes);
        let of = LeadId::drawn(id);
        let (period, rep) = (Some(third), Some(Category::Commit));
        let call = DealCall { lead: Some(of), period, rep, ..DealCall::default() };
        put(&mut all, DealCall::id_of(of, third), &call);
    }
    let (period, bearer, today) = (Q4, Bearer::Company, day("2026-11-25"));
    let asked = Asked { period, bearer, today, caller: Caller::Rep };
    let past = |caller| certificate(&all, Lang::En, asked, Figure::Past(caller, Category::Commit));
    let paper = past(Caller::Rep).expect("a certificate");
    assert_eq!((&*paper.inputs[0].1, &*paper.inputs[1].1), ("2", "1"));
    assert_eq!(paper.leads, [1, 2].map(LeadId::drawn));
    assert!(past(Caller::Manager).is_none());
}

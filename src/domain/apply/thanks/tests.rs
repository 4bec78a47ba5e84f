//! Praise and values by their rules.

use super::*;
use crate::domain::command::Command;
use crate::domain::for_tests::take;
use crate::domain::thanks::ContestPart;
use crate::present::for_tests::{ANN, BOB, CY, day, put, team};

const ID: PraiseId = PraiseId::drawn(1);

fn ctx() -> Context {
    Context { today: day("2026-11-25") }
}

fn praise() -> Praise {
    Praise {
        from: Some(ANN),
        to: vec![BOB],
        value: " Reliability ".to_owned(),
        text: " Kept every promise ".to_owned(),
        ..Praise::default()
    }
}

fn give(workspace: &mut Workspace, deed: ThanksDeed) -> Result<(), Rejection> {
    let changes = super::super::apply(workspace, &Command::Thanks(Box::new(deed)), &ctx())?;
    take(workspace, &changes);
    Ok(())
}

#[track_caller]
fn check(praise: Praise, expect: &Rejection) {
    let refused = give(&mut team(), ThanksDeed::SavePraise(ID, Box::new(praise)));
    assert_eq!(refused.as_ref(), Err(expect));
}

#[test]
fn praise_that_is_not_whole_is_refused() {
    use ThanksRefused::*;
    check(Praise { to: vec![], ..praise() }, &Rejection::Thanks(NobodyThanked));
    check(Praise { to: vec![BOB, ANN], ..praise() }, &Rejection::Thanks(OwnPraise));
    check(Praise { text: " ".to_owned(), ..praise() }, &Rejection::Thanks(PraiseEmpty));
    check(Praise { value: String::new(), ..praise() }, &Rejection::Thanks(ValueMissing));
    check(Praise { to: vec![PersonId::drawn(9)], ..praise() }, &Rejection::PersonGone);
    let ahead = day("2026-11-26");
    check(Praise { on: Some(ahead), ..praise() }, &Rejection::DoneAhead(ahead));
}

#[test]
fn praise_is_put_up_today_and_taken_down() {
    let mut workspace = team();
    let from_manager = Praise { from: None, to: vec![CY, BOB, CY], ..praise() };
    give(&mut workspace, ThanksDeed::SavePraise(ID, Box::new(from_manager))).expect("praise");
    let kept = workspace.praises.get(ID).expect("praise");
    assert_eq!((kept.on, kept.to.as_slice()), (Some(ctx().today), [BOB, CY].as_slice()));
    assert_eq!((kept.text.as_str(), kept.value.as_str()), ("Kept every promise", "Reliability"));
    give(&mut workspace, ThanksDeed::DeletePraise(ID)).expect("taken down");
    let again = give(&mut workspace, ThanksDeed::DeletePraise(ID));
    assert_eq!(again, Err(Rejection::Thanks(ThanksRefused::PraiseGone)));
}

#[test]
fn values_are_there_and_each_once() {
    let rules = |values: &[&str]| {
        let values = values.iter().map(|it| (*it).to_owned()).collect();
        ThanksDeed::SetRules(Box::new(ThanksRules { values, quiet: true }))
    };
    let mut workspace = team();
    let none = give(&mut workspace, rules(&[" "]));
    assert_eq!(none, Err(Rejection::Thanks(ThanksRefused::NoValues)));
    let twice = give(&mut workspace, rules(&["Care", " Care"]));
    assert_eq!(twice, Err(Rejection::Thanks(ThanksRefused::ValueTwice("Care".to_owned()))));
    give(&mut workspace, rules(&["Care ", "", "Courage"])).expect("values");
    let kept = workspace.thanks_rules.get(ThanksRules::ID).expect("rules");
    assert_eq!((kept.values.join("+"), kept.quiet), ("Care+Courage".to_owned(), true));
}

#[test]
fn who_is_deleted_leaves_the_wall() {
    let mut workspace = team();
    put(&mut workspace, ID, &praise());
    put(&mut workspace, PraiseId::drawn(2), &Praise { to: vec![BOB, CY], ..praise() });
    let changes = super::super::apply(&workspace, &Command::DeletePerson(BOB), &ctx());
    take(&mut workspace, &changes.expect("deleted"));
    let left: Vec<_> = workspace.praises.values().map(|it| it.to.clone()).collect();
    assert_eq!(left, [vec![CY]]);
}

const RACE: ContestId = ContestId::drawn(1);

fn race() -> Contest {
    Contest {
        name: " Race ".to_owned(),
        kind: Some(ContestKind::FirstTo),
        first: Some(day("2026-11-01")),
        last: Some(day("2026-11-25")),
        sides: vec![Bearer::Person(ANN), Bearer::Person(BOB)],
        target: 1,
        ..Contest::default()
    }
}

#[track_caller]
fn check_contest(contest: Contest, expect: ThanksRefused) {
    let refused = give(&mut team(), ThanksDeed::SaveContest(RACE, Box::new(contest)));
    assert_eq!(refused, Err(Rejection::Thanks(expect)));
}

#[test]
fn a_contest_that_is_not_whole_is_refused() {
    use ThanksRefused::*;
    check_contest(Contest { last: Some(day("2026-10-31")), ..race() }, ContestDays);
    check_contest(Contest { sides: vec![Bearer::Person(ANN)], ..race() }, ContestSides);
    check_contest(Contest { kind: Some(ContestKind::Teams), ..race() }, ContestSides);
    let sides = [ANN, BOB, CY].map(Bearer::Person).to_vec();
    check_contest(Contest { kind: Some(ContestKind::Duel), sides, ..race() }, ContestSides);
    check_contest(Contest { target: 0, ..race() }, ContestTarget);
}

#[test]
fn a_contest_that_ends_keeps_its_result_whatever_changes_later() {
    use crate::present::for_tests::{WON, lead};
    let mut workspace = team();
    give(&mut workspace, ThanksDeed::SaveContest(RACE, Box::new(race()))).expect("a contest");
    let early = give(&mut workspace, ThanksDeed::EndContest(RACE));
    assert_eq!(early, Err(Rejection::Thanks(ThanksRefused::ContestRuns(ctx().today))));
    lead(&mut workspace, 1, Some(BOB), WON, 1, "2026-11-09");
    give(&mut workspace, ThanksDeed::EndContest(RACE)).expect("ended");
    lead(&mut workspace, 2, Some(ANN), WON, 1, "2026-11-02");
    let kept = workspace.contests.get(RACE).expect("a contest");
    let first = standings(&workspace, kept, ctx().today)[0];
    assert_eq!((first.side, first.reached), (Bearer::Person(BOB), Some(day("2026-11-09"))));
    let again = give(&mut workspace, ThanksDeed::SaveContest(RACE, Box::new(race())));
    assert_eq!(again, Err(Rejection::Thanks(ThanksRefused::ContestOver)));
}

fn saved(workspace: &mut Workspace, contest: &Contest) -> Result<(), Rejection> {
    give(workspace, ThanksDeed::SaveContest(RACE, Box::new(contest.clone())))
}

fn changed(workspace: &Workspace) -> Vec<(ContestPart, String, String)> {
    let kept = workspace.contests.get(RACE).expect("a contest");
    kept.changes.iter().map(|it| (it.part, it.was.clone(), it.now.clone())).collect()
}

#[test]
fn what_is_changed_of_a_contest_is_kept_with_it() {
    let mut workspace = team();
    let race = Contest { name: "Race".to_owned(), ..race() };
    saved(&mut workspace, &race).expect("a contest");
    assert_eq!(changed(&workspace), []);
    let (person, text) = (Bearer::Person, |it: &str| it.to_owned());
    let longer = Contest { last: Some(day("2026-11-30")), prize: " A day off ".to_owned(), ..race };
    let longer = Contest { sides: vec![person(ANN), person(CY)], ..longer };
    saved(&mut workspace, &longer).expect("changed");
    let expect = [
        (ContestPart::Last, text("2026-11-25"), text("2026-11-30")),
        (ContestPart::Prize, text(""), text("A day off")),
        (ContestPart::Joined, text(""), person(CY).to_string()),
        (ContestPart::Left, person(BOB).to_string(), text("")),
    ];
    assert_eq!(changed(&workspace), expect);
    // Saving it as it is adds nothing, whatever the form brings along.
    saved(&mut workspace, &Contest { changes: Vec::new(), ..longer }).expect("the same");
    assert_eq!(changed(&workspace), expect);
    let kept = workspace.contests.get(RACE).expect("a contest").changes.clone();
    let read: Vec<_> = kept.iter().map(|it| it.to_string().parse()).collect();
    assert_eq!(read, kept.into_iter().map(Ok).collect::<Vec<_>>());
}

#[test]
fn what_counts_stays_once_something_has_counted() {
    use crate::present::for_tests::{WON, lead};
    let mut workspace = team();
    saved(&mut workspace, &race()).expect("a contest");
    let further = Contest { target: 3, ..race() };
    saved(&mut workspace, &further).expect("nothing has counted");
    lead(&mut workspace, 1, Some(BOB), WON, 1, "2026-11-09");
    let counted = Err(Rejection::Thanks(ThanksRefused::ContestCounted));
    assert_eq!(saved(&mut workspace, &race()), counted);
    let best = Contest { kind: Some(ContestKind::Best), ..further.clone() };
    assert_eq!(saved(&mut workspace, &best), counted);
    let over = Contest { last: Some(day("2026-11-24")), ..further.clone() };
    let refused = Err(Rejection::Thanks(ThanksRefused::ContestLastOver));
    assert_eq!(saved(&mut workspace, &over), refused);
    // Days that are over count as soon as they belong to it, and who joins counts from the first on.
    lead(&mut workspace, 2, Some(CY), WON, 1, "2026-10-20");
    let sides = [ANN, BOB, CY].map(Bearer::Person).to_vec();
    let earlier = Contest { first: Some(day("2026-10-15")), sides, ..further };
    saved(&mut workspace, &earlier).expect("changed");
    let kept = workspace.contests.get(RACE).expect("a contest");
    let places: Vec<_> =
        standings(&workspace, kept, ctx().today).iter().map(|it| (it.side, it.place)).collect();
    assert_eq!(places[2], (Bearer::Person(ANN), 3));
    assert_eq!((places[0].1, places[1].1), (1, 1));
}

/// A contest that runs goes on with who is left, and goes with all but one; one that has ended
/// keeps what was written down while anybody of it is there.
#[test]
fn who_is_deleted_leaves_contests() {
    let mut workspace = team();
    let sides = |people: &[PersonId]| people.iter().map(|it| Bearer::Person(*it)).collect();
    let (three, two, over) = (ContestId::drawn(1), ContestId::drawn(2), ContestId::drawn(3));
    let ended = Some(ctx().today);
    put(&mut workspace, three, &Contest { sides: sides(&[ANN, BOB, CY]), ..Contest::default() });
    put(&mut workspace, two, &Contest { sides: sides(&[ANN, BOB]), ..Contest::default() });
    put(&mut workspace, over, &Contest { sides: sides(&[ANN, BOB]), ended, ..Contest::default() });
    let mut delete = |person| {
        let changes = super::super::apply(&workspace, &Command::DeletePerson(person), &ctx());
        take(&mut workspace, &changes.expect("deleted"));
        let left = |id| workspace.contests.get(id).map(|it| it.sides.len());
        (left(three), left(two), left(over))
    };
    assert_eq!(delete(ANN), (Some(2), None, Some(2)));
    assert_eq!(delete(BOB), (None, None, None));
}

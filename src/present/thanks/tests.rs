//! What is said of praise, facts, waiting and awards.

use super::*;
use crate::domain::calendar::Period;
use crate::domain::id::LeadId;
use crate::domain::lead::Lead;
use crate::present::for_tests::{ANN, BOB, CY, WON, day, lead, put, team};

fn today() -> Day {
    day("2026-11-25")
}

fn praised() -> Workspace {
    let mut workspace = team();
    let (on, text, value) = (Some(day("2026-11-20")), "Helped".to_owned(), "Care".to_owned());
    let praise =
        Praise { from: Some(CY), to: vec![ANN, BOB], on, text, value, ..Praise::default() };
    put(&mut workspace, PraiseId::drawn(1), &praise);
    let old = Praise { from: None, on: Some(day("2026-06-01")), ..praise };
    put(&mut workspace, PraiseId::drawn(2), &old);
    workspace
}

#[test]
fn the_wall_names_who_is_thanked_by_whom() {
    let view = wall_view(&praised(), Lang::En, today());
    assert_eq!(view.headline, "Praise in the last 30 days: 1.");
    assert_eq!((view.cards[0].names.as_str(), view.cards.len()), ("Ann, Bob", 2));
    assert!(view.cards[0].note.starts_with("From Cy, "), "{}", view.cards[0].note);
    assert!(view.cards[1].note.starts_with("From The manager, "), "{}", view.cards[1].note);
    assert_eq!(wall_view(&praised(), Lang::Zh, today()).cards[0].names, "Ann、Bob");
}

#[test]
fn the_usual_values_stand_until_the_team_sets_its_own() {
    let mut workspace = praised();
    assert_eq!(wall_view(&workspace, Lang::Zh, today()).values[0], "客户第一");
    let own = ThanksRules { values: vec!["Courage".to_owned()], quiet: true };
    put(&mut workspace, ThanksRules::ID, &own);
    let view = wall_view(&workspace, Lang::En, today());
    assert_eq!((view.values, view.quiet), (vec!["Courage".to_owned()], true));
}

#[test]
fn who_waits_and_for_what_is_said_with_days() {
    let mut workspace = praised();
    lead(&mut workspace, 1, Some(BOB), WON, 100, "2026-11-24");
    let known = workspace.leads.get(LeadId::drawn(1)).cloned().expect("a lead");
    put(&mut workspace, LeadId::drawn(1), &Lead { claimed_by: Some(BOB), ..known });
    let view = unsaid_view(&workspace, Lang::En, today());
    assert_eq!(view.headline, "People without a word of thanks for four weeks or longer: 1.");
    assert_eq!(
        (view.waiting[0].name.as_str(), view.waiting[0].note.as_str()),
        ("Cy", "Never thanked yet")
    );
    assert!(view.waiting[1].note.starts_with("5 days, last on "), "{}", view.waiting[1].note);
    assert_eq!(view.facts[0].words, "Claimed a lead that nobody worked on, and won it");
    assert_eq!(view.facts[0].draft.to, [BOB]);
}

#[test]
fn a_shared_award_says_so_and_one_that_many_share_names_nobody() {
    let mut workspace = team();
    for (id, owner) in [(1, ANN), (2, BOB)] {
        lead(&mut workspace, id, Some(owner), WON, 100, "2026-10-12");
    }
    let lines = |workspace: &Workspace| awards_view(workspace, Lang::En, last_month(today())).lines;
    let line = lines(&workspace).remove(0);
    assert_eq!((line.who.as_str(), line.reason.as_str()), ("Ann, Bob", "Deals won: 1 · shared"));
    for nth in 10..12 {
        let person = crate::domain::people::Person { name: "X".to_owned(), ..Default::default() };
        put(&mut workspace, PersonId::drawn(nth), &person);
        lead(&mut workspace, nth, Some(PersonId::drawn(nth)), WON, 100, "2026-10-12");
    }
    let line = lines(&workspace).remove(0);
    assert_eq!((line.given, line.who.as_str()), (false, "Shared by 4, so nobody is named"));
}

#[test]
fn months_can_be_chosen_a_year_back() {
    let months = months(Lang::En, day("2026-02-10"));
    assert_eq!(months.len(), MONTHS);
    assert_eq!((months[0].0, months[2].0), (Period::Month(2026, 2), Period::Month(2025, 12)));
}

//! The small team.

use super::*;
use crate::domain::id::AbsenceId;
use crate::domain::money::{Currency, Money};
use crate::domain::people::Absence;
use crate::i18n::Lang;
use crate::present::for_tests::*;

const TODAY: &str = "2026-11-23";

#[track_caller]
fn check_rate(won: u64, closed: u64, expect: [&str; 2]) {
    let (value, note) = words::win_rate(Lang::En, Rate::new(won, closed));
    assert_eq!([value.as_str(), note.as_str()], expect);
}

#[test]
fn few_closed_leads_are_counted_and_not_rated() {
    check_rate(0, 0, ["–", "Nothing closed yet"]);
    check_rate(3, 4, ["3 of 4", "Too few to say; about 26 more closed leads would settle it"]);
    check_rate(208, 336, ["62%", "57% to 67%, of 336 closed"]);
}

#[test]
fn a_person_has_open_and_won_leads_and_a_rate() {
    let mut workspace = team();
    lead(&mut workspace, 1, Some(ANN), OPEN, 10, "");
    lead(&mut workspace, 2, Some(ANN), WON, 20, "2026-10-01");
    lead(&mut workspace, 3, Some(ANN), WON, 40, "2026-09-30");
    lead(&mut workspace, 4, Some(ANN), LOST, 80, "2026-10-01");
    let view = team_view(&workspace, day(TODAY));
    let ann = &view.groups[0].people[0];
    let sums = [&ann.open_value, &ann.won].map(|it| words::sums(Lang::Zh, it, Currency::CNY));
    assert_eq!((ann.open, sums), (1, ["¥10".to_owned(), "¥20".to_owned()]));
    assert_eq!(ann.rate.map(|it| (it.successes, it.trials)), Some((2, 3)));
}

#[test]
fn people_without_a_team_come_last() {
    let view = team_view(&team(), day(TODAY));
    let teams: Vec<_> = view.groups.iter().map(|it| (it.team, it.people.len())).collect();
    assert_eq!(teams, [(Some(NORTH), 2), (None, 1)]);
}

#[track_caller]
fn check_presence(started: &str, left: &str, away: Option<(&str, &str)>, expect: Presence) {
    let mut workspace = team();
    let (started, left) = (started.parse().ok(), left.parse().ok());
    let person = Person { started, left, ..Person::default() };
    if let Some((first, last)) = away {
        let (first, last) = (Some(day(first)), Some(day(last)));
        let absence = Absence { person: Some(ANN), first, last, reason: String::new() };
        put(&mut workspace, AbsenceId::drawn(1), &absence);
    }
    assert_eq!(presence(&workspace, ANN, &person, day(TODAY)), expect);
}

#[test]
fn presence_is_told_from_start_leave_and_absences() {
    check_presence("", "", None, Presence::Here);
    check_presence(TODAY, TODAY, None, Presence::Here);
    check_presence("2026-11-24", "", None, Presence::Coming(day("2026-11-24")));
    check_presence("", "2026-11-22", Some((TODAY, TODAY)), Presence::Left(day("2026-11-22")));
    check_presence("", "", Some(("2026-11-01", TODAY)), Presence::Away(day(TODAY)));
    check_presence("", "", Some(("2026-11-24", "2026-11-25")), Presence::Here);
}

#[test]
fn a_person_page_has_three_goals_and_the_largest_open_leads() {
    let mut workspace = team();
    (1..=9).for_each(|id| lead(&mut workspace, id, Some(ANN), OPEN, id as i64, ""));
    let view = person_view(&workspace, Lang::En, day(TODAY), ANN).expect("Ann");
    let periods = [Period::Month(2026, 11), Period::Quarter(2026, 4), Period::Year(2026)];
    assert_eq!(view.goals.iter().map(|it| it.period).collect::<Vec<_>>(), periods);
    assert_eq!((view.leads.len(), view.leads[0].title.as_str()), (8, "Lead 9"));
    assert_eq!(leads_of(&workspace, ANN), (9, 9));
}

#[test]
fn sums_of_several_currencies_stand_side_by_side() {
    let sums: Sums = [yuan_of(5), Money::new(700, Currency::USD)].into_iter().collect();
    assert_eq!(words::sums(Lang::En, &sums, Currency::USD), "$7 + CN¥5");
    assert_eq!(words::sums(Lang::En, &Sums::default(), Currency::USD), "–");
    assert_eq!(words::won(Lang::En, &sums, Currency::USD), "$7 + CN¥5");
}

// The same page tells the goal of the quarter, with what was won of it.
#[test]
fn who_has_won_nothing_reads_the_same_amount_twice() {
    let mut workspace = team();
    lead(&mut workspace, 1, Some(ANN), OPEN, 5, "");
    let view = person_view(&workspace, Lang::En, day(TODAY), ANN).expect("Ann");
    let quarter = view.goals.iter().find(|it| it.period == Period::Quarter(2026, 4));
    let goal = quarter.map(|it| crate::present::format::money(Lang::En, it.row.won));
    assert_eq!(goal.as_deref(), Some("CN¥0"));
    assert_eq!(Some(words::won(Lang::En, &view.line.won, Currency::CNY)), goal);
}

#[test]
fn who_has_left_is_offered_only_where_chosen_already() {
    let mut workspace = team();
    let ann = workspace.people.get(ANN).cloned().expect("Ann");
    put(&mut workspace, ANN, &Person { left: Some(day("2026-11-20")), ..ann });
    let offered = |today, chosen: &[PersonId]| {
        colleague_choices(&workspace, day(today), chosen).into_iter().any(|it| it.0 == ANN)
    };
    assert_eq!(["2026-11-20", "2026-11-21"].map(|it| offered(it, &[])), [true, false]);
    assert!(offered("2026-11-21", &[ANN]));
}

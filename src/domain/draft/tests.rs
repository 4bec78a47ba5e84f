//! What a draft promises: the order of turns, limits, and that nothing moves before its end.

use proptest::prelude::*;

use super::*;
use crate::domain::apply::apply;
use crate::domain::assignment::rules::AssignmentRules;
use crate::domain::command::{Command, Context};
use crate::domain::for_tests::{put, take};
use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Money};
use crate::domain::people::Person;
use crate::domain::rejection::Rejection;

const DRAFT: DraftId = DraftId::drawn(7);
const CTX: Context = Context { today: Day::EPOCH };

/// People 1 to n with these limits, and leads 1 to m.
fn workspace(limits: &[Option<i64>], leads: u64) -> Workspace {
    let mut workspace = Workspace::default();
    for (id, capacity) in (1..).zip(limits) {
        let person = Person { name: format!("P{id}"), capacity: *capacity, ..Person::default() };
        put(&mut workspace, PersonId::drawn(id), &person);
    }
    for id in 1..=leads {
        let amount = Some(Money::new(id as i64 * 1_000, Currency::CNY));
        put(&mut workspace, LeadId::drawn(id), &Lead { amount, ..Lead::default() });
    }
    workspace
}

fn draft(people: u64) -> Draft {
    Draft { people: (1..=people).map(PersonId::drawn).collect(), ..Draft::default() }
}

fn give(workspace: &mut Workspace, command: &Command) -> Result<(), Rejection> {
    let changes = apply(workspace, command, &CTX)?;
    take(workspace, &changes);
    Ok(())
}

fn begun(limits: &[Option<i64>], leads: u64) -> Workspace {
    let mut workspace = workspace(limits, leads);
    let command = Command::BeginDraft(DRAFT, Box::new(draft(limits.len() as u64)));
    give(&mut workspace, &command).expect("begun");
    workspace
}

fn standing(workspace: &Workspace) -> (Survey, Standing) {
    let draft = workspace.drafts.get(DRAFT).expect("a draft");
    let survey = draft.survey(workspace, CTX.today);
    let taken = turns(workspace, DRAFT);
    let standing = Standing::new(&survey, draft, taken.iter().map(|(_, it)| *it));
    (survey, standing)
}

/// Whoever is on turn takes what fits best, or passes where the draw says so.
fn play(workspace: &mut Workspace, draws: &[u8]) {
    for draw in draws {
        let (survey, standing) = standing(workspace);
        let Some(turn) = standing.turn() else { return };
        let best = standing.offers(&survey, turn.person)[0].lead;
        let took = match draw % 4 {
            0 => Took::Nothing,
            _ => Took::Lead(survey.leads[best]),
        };
        give(workspace, &Command::TakeTurn(DRAFT, turn.number as i64, took)).expect("on turn");
    }
}

#[track_caller]
fn check_order(people: usize, turns: usize, expect: &[usize]) {
    let seats: Vec<usize> = (0..turns).map(|it| seat_of(it, people) + 1).collect();
    assert_eq!(seats, expect);
}

/// "Let's say you have a 10 team league. The first round would go 1 through 10, the second round
/// would start with team 10 and go in reverse down to team 1. The 3rd round would begin with team
/// 1." (printyourbrackets.com, How to run a fantasy football snake draft)
#[test]
fn ten_go_forth_and_back_as_the_published_example_does() {
    let expect = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];
    check_order(10, 21, &expect);
}

/// "The team picking 30 in the First Round would also have the 31st Overall Pick." (Law Insider,
/// Snaking Draft Order)
#[test]
fn the_last_of_thirty_has_the_next_pick_too() {
    assert_eq!([seat_of(29, 30), seat_of(30, 30)], [29, 29]);
}

#[test]
fn one_alone_is_always_on_turn() {
    check_order(1, 4, &[1, 1, 1, 1]);
}

proptest! {
    #[test]
    fn each_round_has_everybody_once_and_rounds_alternate(people in 1..60_usize, round in 0..40_usize) {
        let seats = |round: usize| (0..people).map(move |it| seat_of(round * people + it, people));
        let mut sorted: Vec<usize> = seats(round).collect();
        sorted.sort_unstable();
        prop_assert_eq!(sorted, (0..people).collect::<Vec<_>>());
        prop_assert!(seats(round).eq(seats(round + 1).collect::<Vec<_>>().into_iter().rev()));
    }

    /// After every two rounds the turns of each person add up to the same, too: nobody was earlier.
    #[test]
    fn after_whole_rounds_turns_are_equal(people in 1..60_usize, pairs in 1..20_usize) {
        let (mut turns, mut sums) = (vec![0; people], vec![0; people]);
        for number in 0..2 * pairs * people {
            turns[seat_of(number, people)] += 1;
            sums[seat_of(number, people)] += number;
        }
        prop_assert!(turns.iter().all(|it| *it == 2 * pairs));
        prop_assert!(sums.iter().all(|it| *it == sums[0]));
    }

    #[test]
    fn nobody_gets_more_than_they_can_take(
        limits in proptest::collection::vec(proptest::option::of(1..4_i64), 1..6),
        leads in 1..14_u64,
        draws in proptest::collection::vec(any::<u8>(), 0..24),
    ) {
        let mut workspace = begun(&limits, leads);
        play(&mut workspace, &draws);
        let (survey, standing) = standing(&workspace);
        for person in 0..survey.people.len() {
            prop_assert!(standing.count(person) <= survey.room(person));
        }
        let sum: u32 = (0..survey.people.len()).map(|it| standing.count(it)).sum();
        prop_assert_eq!(sum as usize + standing.left().count(), survey.leads.len());
    }

    #[test]
    fn stepping_back_through_all_turns_restores_the_beginning(
        limits in proptest::collection::vec(proptest::option::of(1..4_i64), 1..5),
        draws in proptest::collection::vec(any::<u8>(), 0..16),
    ) {
        let beginning = begun(&limits, 9);
        let mut workspace = beginning.clone();
        play(&mut workspace, &draws);
        while give(&mut workspace, &Command::StepDraftBack(DRAFT)).is_ok() {}
        prop_assert_eq!(&workspace, &beginning);
        give(&mut workspace, &Command::DropDraft(DRAFT)).expect("dropped");
        prop_assert_eq!(workspace, super::tests::workspace(&limits, 9));
    }

    /// What comes next is what then comes, if everybody picks.
    #[test]
    fn who_comes_next_comes_next(
        limits in proptest::collection::vec(proptest::option::of(1..4_i64), 1..6),
        leads in 1..14_u64,
    ) {
        let mut workspace = begun(&limits, leads);
        let (survey, first) = standing(&workspace);
        for expect in first.upcoming(&survey, 5) {
            play(&mut workspace, &[1]);
            prop_assert_eq!(standing(&workspace).1.turn(), Some(expect));
        }
    }

    #[test]
    fn what_was_picked_changes_hands_at_the_end_alone(draws in proptest::collection::vec(any::<u8>(), 0..12)) {
        let mut workspace = begun(&[None, None, Some(2)], 8);
        play(&mut workspace, &draws);
        prop_assert!(workspace.leads.values().all(|it| it.owner.is_none()));
        let settled = settled(&workspace, DRAFT, CTX.today);
        give(&mut workspace, &Command::FinishDraft(DRAFT)).expect("finished");
        let owned = workspace.leads.iter().filter_map(|(id, it)| Some((id, it.owner?)));
        let mut moves = settled.moves.clone();
        moves.sort_unstable();
        prop_assert_eq!(owned.collect::<Vec<_>>(), moves);
        prop_assert_eq!(&workspace.drafts.get(DRAFT).expect("kept").shares, &settled.shares);
        prop_assert!(running(&workspace).is_none());
    }
}

#[track_caller]
fn check_refused(workspace: &Workspace, command: &Command, expect: Rejection) {
    assert_eq!(apply(workspace, command, &CTX), Err(expect));
}

fn beginning(people: u64) -> Command {
    Command::BeginDraft(DRAFT, Box::new(draft(people)))
}

#[test]
fn a_draft_needs_people_places_and_leads() {
    check_refused(&workspace(&[None], 3), &beginning(0), Rejection::DraftWithoutPeople);
    check_refused(&workspace(&[None], 0), &beginning(1), Rejection::DraftWithoutLeads);
    check_refused(&workspace(&[Some(0)], 3), &beginning(1), Rejection::DraftNobodyFree);
    check_refused(&begun(&[None], 3), &beginning(1), Rejection::DraftRunning);
}

#[test]
fn a_turn_is_taken_once_and_by_whoever_is_on_turn() {
    let mut workspace = begun(&[None, None], 3);
    play(&mut workspace, &[1]);
    let first = standing(&workspace).1.moves().next().map(|it| it.0).expect("picked");
    let lead = Took::Lead(standing(&workspace).0.leads[first]);
    check_refused(&workspace, &Command::TakeTurn(DRAFT, 0, lead), Rejection::DraftTurnOver);
    check_refused(&workspace, &Command::TakeTurn(DRAFT, 1, lead), Rejection::DraftLeadTaken);
    check_refused(&workspace, &Command::TakeTurn(DRAFT, 2, lead), Rejection::DraftTurnOver);
}

#[test]
fn who_is_full_is_passed_over_and_says_why() {
    let mut workspace = begun(&[Some(1), Some(5)], 5);
    play(&mut workspace, &[1, 1, 1]);
    let (_, standing) = standing(&workspace);
    assert_eq!(standing.turn(), Some(Turn { number: 5, person: 1 }));
    assert_eq!(standing.passed_over(), [(0, Hindrance::Full)]);
}

#[test]
fn who_may_take_nothing_that_is_left_is_passed_over() {
    let mut workspace = workspace(&[None, None], 2);
    let rules = AssignmentRules { needs_language: true, ..AssignmentRules::default() };
    put(&mut workspace, AssignmentRules::ID, &rules);
    let languages = vec!["Dutch".to_owned()];
    put(&mut workspace, PersonId::drawn(1), &Person { languages, ..Person::default() });
    for id in 1..=2 {
        put(
            &mut workspace,
            LeadId::drawn(id),
            &Lead { language: "Thai".to_owned(), ..Lead::default() },
        );
    }
    give(&mut workspace, &beginning(2)).expect("begun");
    let (_, standing) = standing(&workspace);
    assert_eq!(standing.passed_over(), [(0, Hindrance::NothingAllowed)]);
    assert_eq!(standing.turn(), Some(Turn { number: 1, person: 1 }));
}

#[test]
fn a_pick_of_a_lead_that_is_gone_comes_to_nothing() {
    let mut workspace = begun(&[None], 2);
    play(&mut workspace, &[1]);
    give(&mut workspace, &Command::DeleteLead(LeadId::drawn(2))).expect("deleted");
    let settled = settled(&workspace, DRAFT, CTX.today);
    assert_eq!((settled.moves.len(), settled.void), (0, 1));
}

#[test]
fn the_weakest_book_goes_first() {
    let mut workspace = workspace(&[None, None, None], 1);
    for (id, person) in [(11, 1), (12, 3)] {
        let owner = Some(PersonId::drawn(person));
        let amount = Some(Money::new(id * 100, Currency::CNY));
        put(&mut workspace, LeadId::drawn(id as u64), &Lead { owner, amount, ..Lead::default() });
    }
    let mut people = draft(3).people;
    weakest_first(&workspace, &draft(3).survey(&workspace, CTX.today), &mut people);
    assert_eq!(people, [2, 1, 3].map(PersonId::drawn));
}

#[test]
fn shares_are_read_back_from_their_text() {
    let share = DraftShare { person: PersonId::drawn(9), leads: 3, book: -40 };
    assert_eq!(share.to_string().parse(), Ok(share));
}

#[test]
fn what_fits_best_is_offered_first_and_what_is_forbidden_last() {
    let mut workspace = workspace(&[None], 3);
    let rules = AssignmentRules { needs_language: true, ..AssignmentRules::default() };
    put(&mut workspace, AssignmentRules::ID, &rules);
    let languages = vec!["Dutch".to_owned()];
    put(&mut workspace, PersonId::drawn(1), &Person { languages, ..Person::default() });
    let thai = Lead {
        language: "Thai".to_owned(),
        ..workspace.leads.get(LeadId::drawn(3)).expect("a lead").clone()
    };
    put(&mut workspace, LeadId::drawn(3), &thai);
    give(&mut workspace, &beginning(1)).expect("begun");
    let (survey, standing) = standing(&workspace);
    let offers = standing.offers(&survey, 0);
    assert_eq!(offers[2].fit, Err(Barrier::Language));
    assert_eq!(survey.leads[offers[2].lead], LeadId::drawn(3));
    let points = |at: usize| offers[at].fit.expect("allowed").total;
    assert!(points(1) <= points(0));
    let forbidden = Command::TakeTurn(DRAFT, 0, Took::Lead(LeadId::drawn(3)));
    check_refused(&workspace, &forbidden, Rejection::DraftForbidden(String::new()));
}

//! The grid of the small team: North with Ann and Bob, and Cy without a team.

use super::block::{LeftOut, block, sentences};
use super::*;
use crate::domain::apply::apply;
use crate::domain::command::{Command, Context};
use crate::domain::quota::{QuotaYear, Rest, Way};
use crate::present::for_tests::*;
use crate::present::goals::{GoalsView, Quota};
use proptest::prelude::*;
use proptest::sample::Index;

const YEAR: i32 = 2026;
const QUARTER: Period = Period::Quarter(YEAR, 4);

fn cell(bearer: Bearer, period: Period) -> Cell {
    Cell::of(bearer, period)
}

/// Ann won 100 in the year before, Cy 300; nobody else anything.
fn won() -> Workspace {
    let mut workspace = team();
    lead(&mut workspace, 1, Some(ANN), WON, 100, "2025-10-01");
    lead(&mut workspace, 2, Some(CY), WON, 300, "2025-03-01");
    workspace
}

fn edited(workspace: &Workspace, edits: &[Edit]) -> Kept {
    looked_ahead(workspace, YEAR, Split::People, edits, day("2026-01-05"))
        .expect("a year")
        .expect("room")
        .1
}

fn view(workspace: &Workspace, now: Kept, folds: &Folds) -> GridView {
    let turn = Turn { now, before: None, number: 0 };
    GridView::new(workspace, Lang::En, &turn, folds, &won_before(workspace, YEAR, Split::People))
}

#[test]
fn rows_and_columns_fold() {
    let workspace = won();
    let kept = edited(&workspace, &[]);
    let plain = view(&workspace, kept.clone(), &Folds::default());
    let names: Vec<&str> = plain.rows.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Company", "North", "Ann", "Bob", "Without a team", "Cy"]);
    let folds = Folds { teams: vec![NORTH], quarters: vec![QUARTER] };
    let folded = view(&workspace, kept, &folds);
    let heads: Vec<&str> = folded.columns.iter().map(|it| it.head.as_str()).collect();
    assert_eq!(heads, ["2026", "Q1", "Q2", "Q3", "Q4", "Oct", "Nov", "Dec"]);
    assert_eq!(folded.rows.len(), 4);
    assert_eq!(
        folded.beside(cell(Bearer::Team(NORTH), QUARTER), 1, 1),
        Some(cell(Bearer::Person(CY), Period::Month(YEAR, 10)))
    );
}

#[test]
fn growth_is_told_beside_the_year() {
    let workspace = won();
    let kept = edited(&workspace, &[Edit::Grow(100)]);
    let view = view(&workspace, kept, &Folds::default());
    let growth = |bearer| view.row(Row::from(bearer)).and_then(|it| it.growth.clone());
    assert_eq!(growth(Bearer::Company).as_deref(), Some("+10%"));
    assert_eq!(growth(Bearer::Person(BOB)), None);
    let ann = cell(Bearer::Person(ANN), Period::Month(YEAR, 10));
    assert_eq!(
        view.cell(cell(Bearer::Person(ANN), QUARTER)).map(|it| it.amount),
        Some(yuan_of(110))
    );
    assert_eq!(view.cell(ann), None);
}

#[test]
fn what_a_change_comes_to_is_told_before_it_is_done() {
    let workspace = won();
    let edit = Edit::Set(cell(Bearer::Company, QUARTER), 90_000, Rest::Stays);
    let (before, after) = looked_ahead(&workspace, YEAR, Split::People, &[edit], day("2026-01-05"))
        .expect("a year")
        .expect("room");
    let told = words::preview(&workspace, Lang::En, &before, &after);
    assert_eq!(told[0], "9 amounts of 3 people change. The company's year becomes CN¥900.");
    let none = looked_ahead(
        &workspace,
        YEAR,
        Split::People,
        &[Edit::Respread(cell(Bearer::Company, QUARTER), Way::Capacity.into())],
        day("2026-01-05"),
    );
    let Some(Err(refused)) = none else { panic!("not refused") };
    assert!(words::refused(Lang::En, &refused).starts_with("Nobody's capacity is entered."));
}

#[test]
fn a_turn_knows_what_moved() {
    let workspace = won();
    let first = Turn::next(Some(edited(&workspace, &[])), None).expect("a turn");
    assert_eq!(words::moved(Lang::En, &first), None);
    let edit = Edit::Set(cell(Bearer::Person(ANN), QUARTER), 30_000, Rest::Stays);
    let second = Turn::next(Some(edited(&workspace, &[edit])), Some(&first)).expect("a turn");
    let told = words::moved(Lang::En, &second).expect("a sentence");
    assert_eq!(told, "3 amounts moved, the company's year by +CN¥300 to CN¥300.");
    assert_eq!(Turn::next(Some(second.now.clone()), Some(&second)), Some(second));
}

#[track_caller]
fn check_block(text: &str, taken: usize, expect: &[&str]) {
    let workspace = won();
    let kept = edited(&workspace, &[]);
    let shown = view(&workspace, kept.clone(), &Folds::default());
    let at = cell(Bearer::Person(ANN), Period::Quarter(YEAR, 3));
    let block = block(&workspace, &kept, &shown, (at, text), day("2026-01-05"));
    assert_eq!(block.taken, taken);
    let told = sentences(&workspace, Lang::En, &block);
    assert_eq!(told[1..].iter().map(String::as_str).collect::<Vec<_>>(), expect);
}

#[test]
fn a_block_is_laid_over_what_is_shown_and_says_what_is_left_out() {
    check_block("1,000\t2万\r\n30\t\"40\"\r\n", 4, &[]);
    check_block("1\t2\t3", 2, &["Beyond the rows and columns shown: 1."]);
    check_block("1\tx\n\t5", 2, &["Ann, Q4 2026: “x” is not an amount."]);
    check_block("-5", 0, &["Ann, Q3 2026 cannot be below zero. Enter zero or more."]);
    check_block("", 0, &[]);
}

#[test]
fn parts_of_a_block_have_the_last_word_over_its_sums() {
    let workspace = won();
    let kept = edited(&workspace, &[]);
    let shown = view(&workspace, kept.clone(), &Folds::default());
    let at = cell(Bearer::Team(NORTH), QUARTER);
    let laid = block(&workspace, &kept, &shown, (at, "100\n60\n50"), day("2026-01-05"));
    assert_eq!((laid.taken, &laid.left_out[..]), (2, &[LeftOut::Sum(at, yuan_of(110))][..]));
}

/// Spreadsheets paste and copy lines of amounts between tabs; what is copied here and pasted again
/// changes nothing.
#[test]
fn what_is_copied_can_be_pasted_again() {
    let workspace = won();
    let [ann, bob] = [ANN, BOB].map(|it| cell(Bearer::Person(it), QUARTER));
    let typed = [(ann, 12_000), (bob, 12_345)];
    let edits = typed.map(|(cell, minor)| Edit::Set(cell, minor, Rest::Stays));
    let kept = edited(&workspace, &edits);
    let shown = view(&workspace, kept.clone(), &Folds::default());
    let range = shown.between(bob, Cell { period: Period::Year(YEAR), ..ann }).expect("shown");
    assert_eq!(shown.tab_separated(&range), "120\t0\t0\t0\t120\n123.45\t0\t0\t0\t123.45");
    assert_eq!(range.cells().len(), 10);
    let at = Cell { period: Period::Year(YEAR), ..ann };
    let text = shown.tab_separated(&range);
    let again = block(&workspace, &kept, &shown, (at, &text), day("2026-01-05"));
    assert_eq!((again.edits.len(), again.taken), (0, 10));
    let mut emptied = kept;
    let edits = range.emptied(Rest::Stays);
    edit_all(&workspace, &mut emptied, &edits, day("2026-01-05")).expect("room");
    assert_eq!(emptied.grid.amount(emptied.grid.whole()), 0);
}

#[test]
fn locks_of_a_range_close_and_open_together() {
    let workspace = won();
    let [ann, bob] = [ANN, BOB].map(|it| cell(Bearer::Person(it), QUARTER));
    let kept = edited(&workspace, &[Edit::Lock(ann)]);
    let shown = view(&workspace, kept, &Folds::default());
    let range = shown.between(ann, bob).expect("shown");
    assert_eq!(shown.locking(&range), [Edit::Lock(bob)]);
    let kept = edited(&workspace, &[Edit::Lock(ann), Edit::Lock(bob)]);
    let shown = view(&workspace, kept, &Folds::default());
    assert_eq!(shown.locking(&range), [Edit::Unlock(ann), Edit::Unlock(bob)]);
}

#[test]
fn an_edge_is_as_far_as_rows_and_columns_are_shown() {
    let workspace = won();
    let shown = view(&workspace, edited(&workspace, &[]), &Folds::default());
    let ann = cell(Bearer::Person(ANN), QUARTER);
    assert_eq!(shown.farthest(ann, -1, 0), cell(Bearer::Company, QUARTER));
    assert_eq!(shown.farthest(ann, 0, -1).period, Period::Year(YEAR));
    assert_eq!(shown.last(), cell(Bearer::Person(CY), QUARTER));
}

#[test]
fn amounts_stand_without_the_sign_and_as_far_as_they_can_be_added_up() {
    let check = |minors: &[i64], expect: &[&str]| {
        let digits = Digits::of(Currency::CNY, minors.iter().copied());
        let short = |minor| words::short(Lang::En, Money::new(minor, Currency::CNY), digits);
        assert_eq!(minors.iter().copied().map(short).collect::<Vec<_>>(), expect);
    };
    check(&[0, 1_234_500, 1_234_567_800_000], &["–", "12,345", "12.3B"]);
    check(&[0, 5, 1_234_500, 1_234_567_800_000], &["–", "0.05", "12,345.00", "12.3B"]);
}

/// What is read off the cells of a row adds up to what is read off its year.
#[track_caller]
fn check_sums(workspace: &Workspace, edits: &[Edit]) {
    let kept = edited(workspace, edits);
    let shown = view(workspace, kept.clone(), &Folds::default());
    let read = |text: &str| match text {
        "–" => 0,
        text => crate::present::format::parse_money(text, kept.currency).expect("an amount"),
    };
    for row in &shown.rows {
        let Some((year, quarters)) = row.cells.split_first() else { continue };
        let sum: i64 = quarters.iter().map(|it| read(&it.short)).sum();
        assert_eq!(sum, read(&year.short), "{}", row.name);
    }
}

/// 10,000,001 in whole units are four quarters of whole units; a cent more is told to the cent.
#[test]
fn what_is_shown_adds_up_to_the_whole_that_is_shown() {
    let (workspace, year) = (won(), edited(&won(), &[]).grid.whole());
    for total in [1_000_000_100, 1_000_000_101, 999, 100] {
        check_sums(&workspace, &[Edit::Set(year, total, Rest::Stays)]);
    }
    let whole = edited(&workspace, &[Edit::Set(year, 1_000_000_100, Rest::Stays)]);
    let cells = whole.grid.cells();
    assert!(cells.iter().all(|it| whole.grid.amount(*it) % 100 == 0), "whole units");
}

proptest! {
    /// Whatever is set in the grid: on the page of goals, for every period of the year, the company
    /// is its teams with the people outside of them, and each team is its people.
    #[test]
    fn the_page_of_goals_shows_wholes_of_their_parts(
        edits in prop::collection::vec((any::<Index>(), 0_i64..100_000, any::<bool>()), 1..8),
    ) {
        let mut workspace = won();
        let cells = edited(&workspace, &[]).grid.cells();
        let ctx = Context { today: day("2026-11-23") };
        for (at, amount, makes_up) in edits {
            let rest = if makes_up { Rest::MakesUp } else { Rest::Stays };
            let edit = Edit::Set(cells[at.index(cells.len())], amount, rest);
            let command = Command::EditQuotas(YEAR, Split::People, vec![edit]);
            if let Ok(changes) = apply(&workspace, &command, &ctx) {
                workspace = after(workspace, &changes);
            }
        }
        let amount = |quota: Quota| quota.amount().map_or(0, |it| it.minor);
        for period in cells.iter().map(|it| it.period) {
            let view = GoalsView::new(&workspace, period, ctx.today).expect("a view");
            let people = |rows: &[crate::present::goals::GoalRow]| -> i64 {
                rows.iter().map(|it| amount(it.quota)).sum()
            };
            let groups: i64 = view.groups.iter().map(|it| people(&it.people)).sum();
            prop_assert_eq!(amount(view.company.quota), groups);
            for group in &view.groups {
                let team = group.team.as_ref().map_or(people(&group.people), |it| amount(it.quota));
                prop_assert_eq!(team, people(&group.people));
            }
            if let (true, Some(sum)) = (workspace.quota_years.has(QuotaYear::id_of(YEAR)), view.people_sum) {
                prop_assert_eq!(view.company.quota, Quota::Set(sum));
            }
        }
    }
}

/// A workspace after changes, record by record.
fn after(mut workspace: Workspace, changes: &crate::domain::changes::Changes) -> Workspace {
    for write in &changes.writes {
        let mut fields = Vec::new();
        workspace.visit(&mut |table, id, now| {
            if (table, id) == (write.table, write.id) {
                fields = now;
            }
        });
        fields.retain(|(name, _)| *name != write.field);
        fields.push((write.field, write.value.clone()));
        let mut fields = fields.iter().map(|(name, value)| (*name, value));
        workspace.refresh(write.table, write.id, Some(&mut fields));
    }
    workspace
}

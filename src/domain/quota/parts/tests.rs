//! Splits of the company: what is kept, what counts where, and where totals come apart.

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::domain::apply::apply;
use crate::domain::changes::Changes;
use crate::domain::command::{Command, Context};
use crate::domain::customer::Customer;
use crate::domain::for_tests::{day, put, take};
use crate::domain::id::{CustomerId, PersonId};
use crate::domain::people::Person;
use crate::domain::product::Product;
use crate::domain::product_line::ProductLine;
use crate::domain::quota::Way;
use crate::domain::value::Value;
use crate::domain::workspace::Table;

const YEAR: i32 = 2026;

/// Two products, two sectors and two classes in three places, and two people of one office.
fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    for (number, name) in [(1, "Anvil"), (2, "Bolt")] {
        let product = Product { name: name.to_owned(), ..Product::default() };
        put(&mut workspace, ProductId::drawn(number), &product);
    }
    for (number, sector, location, class) in [
        (1, "retail", "Lyon", "A"),
        (2, " retail ", "Rome", " a"),
        (3, "mining", "Oslo", "B"),
        (4, "", "", ""),
    ] {
        let [sector, location, class] = [sector, location, class].map(str::to_owned);
        let name = format!("C{number}");
        let customer = Customer { name, sector, location, class, ..Customer::default() };
        put(&mut workspace, CustomerId::drawn(number), &customer);
    }
    for number in [1, 2] {
        let (name, region) = (format!("P{number}"), "East".to_owned());
        put(&mut workspace, PersonId::drawn(number), &Person { name, region, ..Person::default() });
    }
    workspace
}

fn company(split: Split, period: &str) -> Cell {
    Cell { row: Row::Company(split), period: period.parse().expect("a period") }
}

#[track_caller]
fn give(workspace: &mut Workspace, split: Split, edits: Vec<Edit>) {
    let ctx = Context { today: day("2026-11-23") };
    let command = Command::EditQuotas(YEAR, split, edits);
    take(workspace, &apply(workspace, &command, &ctx).expect("room"));
}

fn set(cell: Cell, amount: i64) -> Edit {
    Edit::Set(cell, amount, Rest::Stays)
}

fn names(workspace: &Workspace, split: Split) -> Vec<String> {
    let kept = kept_by(workspace, YEAR, split).expect("a year");
    let mut names: Vec<String> =
        kept.grid.seats().iter().map(|it| it.row.name(workspace)).collect();
    names.sort();
    names
}

#[test]
fn rows_are_what_records_name_each_once() {
    let workspace = workspace();
    for (split, expect) in [
        (Split::Product, &["Anvil", "Bolt"][..]),
        (Split::Sector, &["mining", "retail"]),
        (Split::Class, &["A", "B"]),
        (Split::Region, &["Lyon", "Oslo", "Rome"]),
        (Split::Office, &["East"]),
    ] {
        assert_eq!(names(&workspace, split), expect, "{split}");
    }
}

#[test]
fn a_part_with_a_quota_stays_when_no_record_names_it_any_more() {
    let mut workspace = workspace();
    give(&mut workspace, Split::Sector, vec![set(company(Split::Sector, "2026"), 2_400)]);
    put(&mut workspace, CustomerId::drawn(3), &Customer::default());
    assert_eq!(names(&workspace, Split::Sector), ["mining", "retail"]);
}

/// Rhythms take "a" and "A" for one class, so quotas do.
#[test]
fn a_class_keeps_its_quota_however_it_is_spelled() {
    let mut workspace = workspace();
    give(&mut workspace, Split::Class, vec![set(company(Split::Class, "2026"), 2_400)]);
    for number in [1, 2] {
        let mut customer = workspace.customers.get(CustomerId::drawn(number)).expect("one").clone();
        customer.class = "a".to_owned();
        put(&mut workspace, CustomerId::drawn(number), &customer);
    }
    assert_eq!(names(&workspace, Split::Class), ["B", "a"]);
    give(&mut workspace, Split::Class, vec![set(company(Split::Class, "2026-01"), 300)]);
    let kept = kept_by(&workspace, YEAR, Split::Class).expect("a year");
    assert_eq!((kept.grid.seats().len(), kept.grid.amount(kept.grid.whole())), (2, 2_500));
    let months = workspace.part_quotas.values().filter(|it| it.split == Some(Split::Class));
    assert_eq!(months.count(), 24);
}

#[test]
fn splits_are_planned_apart_and_told_where_they_differ() {
    let mut workspace = workspace();
    give(&mut workspace, Split::People, vec![set(company(Split::People, "2026-Q1"), 90_000)]);
    give(&mut workspace, Split::Product, vec![set(company(Split::Product, "2026-Q1"), 60_000)]);
    let by = |workspace: &Workspace, split| kept_by(workspace, YEAR, split).expect("a year");
    let told = differences(&workspace, &by(&workspace, Split::Product));
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].by, told[0].period), (Split::People, Period::Year(YEAR)));
    assert_eq!((told[0].here.minor, told[0].there.minor), (60_000, 90_000));
    let edits = taken_over(&by(&workspace, Split::Product), &by(&workspace, Split::People));
    give(&mut workspace, Split::Product, edits);
    assert_eq!(differences(&workspace, &by(&workspace, Split::Product)), []);
    let later = vec![
        set(company(Split::Product, "2026-01"), 20_000),
        set(company(Split::Product, "2026-04"), 10_000),
    ];
    give(&mut workspace, Split::Product, later);
    let told = differences(&workspace, &by(&workspace, Split::People));
    assert_eq!((told[0].by, told[0].period), (Split::Product, Period::Quarter(YEAR, 1)));
}

#[test]
fn a_lead_counts_where_its_records_say() {
    let workspace = workspace();
    let yuan = |minor| Money::new(minor, Currency::CNY);
    let line = |number, minor| ProductLine::one(ProductId::drawn(number), yuan(minor));
    let lead = Lead {
        customer: Some(CustomerId::drawn(2)),
        owner: Some(PersonId::drawn(1)),
        amount: Some(yuan(101)),
        lines: vec![line(1, 300), line(2, 100), line(1, 100)],
        ..Lead::default()
    };
    let told = |split| -> Vec<(String, i64)> {
        let name = |row: Option<Row>| row.map(|it| it.name(&workspace)).unwrap_or_default();
        let portions = portions(&workspace, split, &lead).into_iter();
        portions.map(|(row, it)| (name(row), it.map_or(0, |it| it.minor))).collect()
    };
    assert_eq!(told(Split::Product), [("Anvil".to_owned(), 81), ("Bolt".to_owned(), 20)]);
    assert_eq!(told(Split::Sector), [("retail".to_owned(), 101)]);
    assert_eq!(told(Split::Class), [("A".to_owned(), 101)]);
    assert_eq!(told(Split::Region), [("Rome".to_owned(), 101)]);
    assert_eq!(told(Split::Office), [("East".to_owned(), 101)]);
    let unsaid = portions(&workspace, Split::Sector, &Lead::default());
    assert_eq!(unsaid, [(None, None)]);
}

/// A later version may split by what this one does not know: its quotas count nowhere here, and no
/// edit touches them.
#[test]
fn quotas_of_an_unknown_split_are_left_alone() {
    let mut workspace = workspace();
    let id = PartQuota::id_of(Split::Product, "later", Period::Month(YEAR, 1));
    let later = [("split", Value::text("channel")), ("part", Value::text("web"))];
    let mut fields = later.iter().map(|(name, value)| (*name, value));
    workspace.refresh(Table::PartQuotas, id.into(), Some(&mut fields));
    for split in Split::ALL {
        let edits = vec![set(company(split, "2026"), 1_200), Edit::Lock(company(split, "2026-Q1"))];
        let command = Command::EditQuotas(YEAR, split, edits);
        let changes = apply(&workspace, &command, &Context { today: day("2026-11-23") });
        let changes: Changes = changes.expect("room");
        assert!(changes.writes.iter().all(|it| it.id != id.into()), "{split}");
    }
}

#[test]
fn ways_of_people_are_not_offered_for_parts() {
    let ways: Vec<Way> = Way::of(Split::Product).collect();
    assert_eq!(ways, [Way::Equal, Way::LastYear, Way::Season, Way::WorkingDays]);
    assert_eq!(Way::of(Split::People).count(), Way::ALL.len());
}

#[derive(Clone, Debug)]
enum Deed {
    Set(Index, i64, Rest),
    Lock(Index),
    Unlock(Index),
    Respread(Index, bool),
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let rest = prop_oneof![Just(Rest::MakesUp), Just(Rest::Stays)];
    prop_oneof![
        4 => (any::<Index>(), 0_i64..9_999, rest).prop_map(|(at, amount, rest)| Deed::Set(at, amount, rest)),
        2 => any::<Index>().prop_map(Deed::Lock),
        1 => any::<Index>().prop_map(Deed::Unlock),
        1 => (any::<Index>(), any::<bool>()).prop_map(|(at, days)| Deed::Respread(at, days)),
    ]
}

fn edit_of(cells: &[Cell], deed: &Deed) -> Edit {
    let at = |it: &Index| cells[it.index(cells.len())];
    match deed {
        Deed::Set(cell, amount, rest) => Edit::Set(at(cell), *amount, *rest),
        Deed::Lock(cell) => Edit::Lock(at(cell)),
        Deed::Unlock(cell) => Edit::Unlock(at(cell)),
        Deed::Respread(cell, true) => Edit::Respread(at(cell), Way::WorkingDays.into()),
        Deed::Respread(cell, false) => Edit::Respread(at(cell), Way::Equal.into()),
    }
}

proptest! {
    /// Whatever is edited and locked in whichever split: what is read back is the whole of its
    /// parts, both ways, locks keep their amounts, and no other split moves.
    #[test]
    fn every_split_is_a_whole_of_its_parts(
        deeds in prop::collection::vec((0_usize..5, any_deed()), 1..24),
    ) {
        let mut workspace = workspace();
        let ctx = Context { today: day("2026-11-23") };
        let all = |workspace: &Workspace| -> Vec<Kept> {
            Split::ALL.iter().map(|it| kept_by(workspace, YEAR, *it).expect("a year")).collect()
        };
        for (number, deed) in &deeds {
            let split = Split::ALL[1 + number];
            let before = all(&workspace);
            let edit = edit_of(&before[1 + number].grid.cells(), deed);
            let Ok(changes) = apply(&workspace, &Command::EditQuotas(YEAR, split, vec![edit]), &ctx)
            else {
                continue;
            };
            take(&mut workspace, &changes);
            let after = all(&workspace);
            for (before, after) in before.iter().zip(&after) {
                let grid = &after.grid;
                prop_assert!(grid.split() == split || before == after);
                for lock in &before.grid.locks {
                    prop_assert_eq!(before.grid.amount(*lock), grid.amount(*lock));
                }
                for cell in grid.cells().into_iter().filter(|it| it.row == grid.whole().row) {
                    let of = |seat: &Seat| grid.amount(Cell { row: seat.row, ..cell });
                    prop_assert_eq!(grid.seats().iter().map(of).sum::<i64>(), grid.amount(cell));
                }
                let month = |it: &Period| grid.amount(Cell { period: *it, ..grid.whole() });
                let months = grid.months().iter().map(month).sum::<i64>();
                prop_assert_eq!(months, grid.amount(grid.whole()));
            }
            if let Edit::Set(cell, amount, _) = edit {
                prop_assert_eq!(after[1 + number].grid.amount(cell), amount);
            }
        }
    }

    /// Whatever a lead sells and to whom: its parts by every split are its amount, to the minor
    /// unit.
    #[test]
    fn portions_are_the_amount(
        amount in 0_i64..1_000_000, prices in prop::collection::vec((1_u64..4, 1_i64..9_999), 0..5),
        customer in 1_u64..6,
    ) {
        let workspace = workspace();
        let line = |(number, price): (u64, i64)| {
            ProductLine::one(ProductId::drawn(number), Money::new(price, Currency::CNY))
        };
        let lead = Lead {
            customer: Some(CustomerId::drawn(customer)),
            owner: Some(PersonId::drawn(customer)),
            amount: Some(Money::new(amount, Currency::CNY)),
            lines: prices.into_iter().map(line).collect(),
            ..Lead::default()
        };
        for split in Split::ALL {
            let portions = portions(&workspace, split, &lead).into_iter();
            prop_assert_eq!(portions.filter_map(|(_, it)| Some(it?.minor)).sum::<i64>(), amount);
        }
    }
}

//! Sizes, backup reminders and clashes in words.

use super::*;
use crate::domain::money::Currency;
use crate::domain::people::Person;
use crate::present::for_tests::{ANN, NORTH, put, team};

const NOW: u64 = 1_795_392_000_000;

#[track_caller]
fn check_room(characters: usize, bytes: usize, counting: Counting, expect: (&str, RoomState)) {
    let room = room(Lang::En, characters, bytes, counting);
    assert_eq!((room.words.as_str(), room.state), expect);
}

#[test]
fn each_browser_counts_in_its_own_way() {
    check_room(
        600_000,
        700_000,
        Counting::Units,
        ("1.1 MB of about 10.0 MB used", RoomState::Enough),
    );
    check_room(
        600_000,
        700_000,
        Counting::Bytes,
        ("684 KB of about 5.0 MB used", RoomState::Enough),
    );
    check_room(4_000_000, 0, Counting::Units, ("7.6 MB of about 10.0 MB used", RoomState::Short));
    check_room(0, 5_000_000, Counting::Bytes, ("4.8 MB of about 5.0 MB used", RoomState::Full));
}

#[track_caller]
fn check_backup(days_ago: Option<u64>, changed_days_ago: Option<u64>, expect: (&str, Due)) {
    let at = |days: u64| NOW - days * DAY;
    let last = days_ago.map(|days| Moment { millis: at(days), ahead: 0 });
    let state = backup_state(Lang::En, last, changed_days_ago.map(at), NOW);
    assert_eq!((state.words.as_str(), state.due), expect);
}

#[test]
fn a_backup_is_due_after_a_week_with_changes() {
    check_backup(None, None, ("Nothing to back up yet.", Due::No));
    check_backup(None, Some(1), ("There is no backup yet.", Due::Now));
    check_backup(
        Some(9),
        Some(20),
        ("Last backup: 14 Nov 2026 00:00. Nothing has changed since.", Due::No),
    );
    check_backup(
        Some(6),
        Some(1),
        ("Last backup: 17 Nov 2026 00:00. There are changes since.", Due::Soon),
    );
    let old = "Last backup: 14 Nov 2026 00:00. That is 9 days ago, and there are changes since.";
    check_backup(Some(9), Some(1), (old, Due::Now));
}

fn written(value: Value, device: Device) -> Written {
    Written { value, moment: Moment { millis: NOW, ahead: 480 }, device }
}

#[test]
fn a_clash_tells_both_values_and_where_they_were_written() {
    let view = clash(
        &team(),
        Lang::En,
        &Clash {
            table: "people".to_owned(),
            id: ANN.into(),
            field: "team".to_owned(),
            kept: written(Value::text(NORTH.to_string()), Device::This),
            lost: vec![written(Value::Null, Device::Other)],
        },
    );
    assert_eq!((view.title.as_str(), view.lead), ("Ann: Team", None));
    assert_eq!(view.kept, "Kept: North (this tablet, 23 Nov 2026 08:00)");
    assert_eq!(view.lost, ["Lost: nothing (another tablet, 23 Nov 2026 08:00)"]);
}

#[test]
fn a_clash_of_a_lead_leads_to_it() {
    let mut workspace = team();
    let id = LeadId::drawn(9);
    put(&mut workspace, id, &Lead { name: "Deal".to_owned(), owner: Some(ANN), ..Lead::default() });
    put(&mut workspace, ANN, &Person { name: "Anna".to_owned(), ..Person::default() });
    let amount = Money::new(120_050, Currency::USD);
    let of_lead = |field: &str, value: Value| Clash {
        table: "leads".to_owned(),
        id: id.into(),
        field: field.to_owned(),
        kept: written(value, Device::This),
        lost: Vec::new(),
    };
    let view = clash(&workspace, Lang::En, &of_lead("amount", Value::text(amount.to_string())));
    assert_eq!((view.title.as_str(), view.lead), ("Deal: Amount", Some(id)));
    assert!(view.kept.starts_with("Kept: $1,200.50"), "{}", view.kept);
    let view = clash(&workspace, Lang::En, &of_lead("owner", Value::text(ANN.to_string())));
    assert!(view.kept.starts_with("Kept: Anna"), "{}", view.kept);
}

#[test]
fn differences_name_their_tables() {
    let lines = differences(Lang::Zh, &[(Table::Leads, [1200, 3, 0])]);
    assert_eq!(
        lines,
        [Difference { table: "线索", counts: ["1,200", "3", "–"].map(str::to_owned) }]
    );
}

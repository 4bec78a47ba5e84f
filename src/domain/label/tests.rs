//! Tests of labels.

use super::*;

#[track_caller]
fn check(parts: &[&str]) -> Label {
    let parts: Vec<String> = parts.iter().map(|it| (*it).to_owned()).collect();
    let label = Label::from_parts(&parts);
    assert_eq!(label.to_parts(), parts);
    label
}

#[test]
fn labels_are_read_back() {
    check(&["lead.moved", "Acme", "Won"]);
    check(&["undone", "redone", "goals.set", "35", "2017-Q4"]);
    check(&["task.postponed", "Acme", "2026-11-23"]);
    check(&["quota.set", "", "2026-Q4", "CNY100", "stays", "35"]);
    check(&["quotas.by", "product", "quota.locked", "Anvil", "2026-Q4"]);
    check(&["undone", "quotas.by", "region", "quotas.grown", "2026", "100"]);
    check(&["settings.saved"]);
}

#[test]
fn a_label_is_as_private_as_its_page() {
    use crate::domain::face::Matter;
    for (parts, expect) in [
        (&["lead.moved", "Acme", "Won"][..], Matter::Work),
        (&["people.changed", "review", "sealed", "Ann"], Matter::Private),
        (&["people.changed", "review-cycle", "begun", "8"], Matter::Private),
        (&["people.changed", "plan", "saved", "Ann"], Matter::Private),
        (&["undone", "redone", "people.changed", "talk", "point", "Ann"], Matter::Private),
        (&["plan.changed", "pay-true-up", "saved", "Ann"], Matter::Pay),
        (&["plan.changed", "pay-period", "Plan A", "2026-Q4"], Matter::Pay),
        (&["plan.changed", "objective", "saved", "Grow"], Matter::Work),
        (&["people.changed", "praise", "saved", "Ann"], Matter::Work),
        (&["people.changed", "dance", "saved", "Ann"], Matter::Data),
        (&["imported", "salaries.csv"], Matter::Data),
        (&["dance.won", "Li", "3"], Matter::Data),
    ] {
        assert_eq!(check(parts).matter(), expect, "{parts:?}");
    }
}

#[test]
fn labels_of_other_versions_are_kept_whole() {
    assert!(matches!(check(&["dance.won", "Li", "3"]), Label::Other(_)));
    assert!(matches!(check(&["lead.moved", "Acme"]), Label::Other(_)));
    assert!(matches!(check(&["undone"]), Label::Other(_)));
    assert!(matches!(check(&[]), Label::Other(_)));
}

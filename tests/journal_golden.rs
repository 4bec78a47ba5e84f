//! Files of every version of the stored form, kept so that today's version goes on reading them.
//!
//! `UPDATE_GOLDEN=1 cargo test --no-default-features --test native journal_golden` writes the files of
//! the current version anew; a change of them is a change of the stored form.

use std::path::PathBuf;

use crate::support::random::{Random, context, golden_changes, stages};
use huddle::journal::archive::Archived;
use huddle::journal::digest::{counts, digest};
use huddle::journal::document::Document;
use huddle::journal::entry::Entry;
use huddle::journal::envelope::{self, EnvelopeError};
use huddle::journal::ledger::Ledger;
use huddle::journal::snapshot::{self, SnapshotError};
use huddle::journal::stamp::Writer;
use huddle::transfer::backup::{self, BackupError};
use huddle::transfer::replay::{ReplayError, replay};

/// The digest of the state that the files of version 1 hold.
const DIGEST_1: &str = "7d72d30edaad195a";

fn file(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "golden", name].iter().collect()
}

/// Compares a text with its file, or writes the file where that is asked for.
#[track_caller]
fn check(name: &str, text: &str) {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(file(name), text).expect("the file can be written");
    }
    let golden = std::fs::read_to_string(file(name)).expect("the golden file is there");
    assert_eq!(golden, text, "{name}: the stored form has changed");
}

/// A history with edits, deletions, undo-able steps and a conflict of two devices.
fn history() -> (Ledger, Vec<String>) {
    let writer = Writer { device: 0x0a11_ce00, tab: 1 };
    let mut ledger = Ledger::new(writer, Document::default(), Vec::new()).expect("a ledger");
    let first = huddle::domain::apply::apply(ledger.workspace(), &stages(), &context());
    let mut next = Some(first.expect("changes"));
    let (random, mut lines) = (&mut Random(42), Vec::new());
    for now in 0..30 {
        let changes = next.take().unwrap_or_else(|| golden_changes(random, ledger.workspace()));
        let entry = ledger.prepare(changes, 1_795_391_999_000 + now);
        ledger.commit(&entry).expect("an entry");
        lines.push(entry.to_line());
    }
    (ledger, lines)
}

fn hex(document: &Document) -> String {
    format!("{:016x}", digest(document))
}

#[test]
fn this_version_writes_what_it_always_wrote() {
    let (ledger, lines) = history();
    check("log-1.jsonl", &(lines.join("\n") + "\n"));
    check("snapshot-1.json", &snapshot::encode(ledger.document()));
    check("backup-1.json", &backup::write(1_795_392_000_000, ledger.document(), &lines));
    let entries = lines.iter().map(|line| Entry::from_line(line).expect("an entry"));
    let mark = Archived::of(1_795_392_000_000, &entries.collect::<Vec<_>>());
    check("archive-mark-1.json", &mark.to_json());
    assert_eq!(Archived::of_json(&mark.to_json()), Some(mark));
}

#[test]
fn files_of_version_1_are_read() {
    for name in ["log-1.jsonl", "backup-1.json"] {
        let text = std::fs::read_to_string(file(name)).expect("the golden file is there");
        let document = replay(&text).expect("a journal");
        assert_eq!(hex(&document), DIGEST_1, "{name}");
        assert_eq!(counts(&document).get("stages"), Some(&4), "{name}");
    }
    let text = std::fs::read_to_string(file("snapshot-1.json")).expect("the golden file is there");
    assert_eq!(hex(&snapshot::decode(&text).expect("a document")), DIGEST_1);
}

#[test]
fn files_of_a_newer_version_are_recognised() {
    let text =
        std::fs::read_to_string(file("backup-newer.json")).expect("the golden file is there");
    assert_eq!(backup::read(&text).err(), Some(BackupError::TooNew));
    assert_eq!(replay(&text).err(), Some(ReplayError::TooNew));
    let snapshot = "{\"format\":2,\"tables\":[]}";
    assert_eq!(snapshot::decode(snapshot).err(), Some(SnapshotError::TooNew));
    let record = envelope::seal("{}").replacen("HUD1", "HUD2", 1);
    assert_eq!(envelope::open(&record), Err(EnvelopeError::TooNew));
}

#[test]
fn tables_and_fields_of_a_newer_version_survive_this_one() {
    let stamp = "0193f2a7c3e4-00000000-00000001-00000002";
    let line = format!(
        r#"{{"stamp":"{stamp}","seq":0,"label":["dance.won"],"writes":[["dances","0000000000009",{{"@":true,"steps":[1,{{"a":0.5}}]}}],["leads","0000000000007",{{"@":true,"name":"x","wings":2}}]]}}"#
    );
    let document = replay(&line).expect("a journal");
    let again = snapshot::decode(&snapshot::encode(&document)).expect("a document");
    let writer = Writer { device: 1, tab: 1 };
    let mut ledger = Ledger::new(writer, again, Vec::new()).expect("a ledger");
    let changes = golden_changes(&mut Random(1), ledger.workspace());
    let entry = ledger.prepare(changes, 1);
    ledger.commit(&entry).expect("an entry");
    let text = backup::write(2, ledger.document(), &[line, entry.to_line()]);
    let restored = backup::read(&text).expect("a backup").document;
    let fields: Vec<&str> = restored
        .fields("dances", huddle::domain::id::RecordId(9))
        .map(|(field, _)| field)
        .collect();
    assert_eq!(fields, ["@", "steps"]);
    assert!(text.contains(r#""wings":2"#) && text.contains(r#"["dance.won"]"#));
}

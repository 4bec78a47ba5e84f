//! What the import's tests share: real data, and an import from bytes to a board.

#![allow(dead_code)]

#[path = "../../examples/headless/mod.rs"]
pub mod headless;

use std::path::{Path, PathBuf};

use headless::board;
use huddle::domain::workspace::Workspace;
use huddle::transfer::import::Session;
use huddle::transfer::import::report::{Caution, Report};

/// A file or folder of the real data.
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name)
}

/// The bytes of a file of the real data.
pub fn bytes(name: &str) -> Vec<u8> {
    let path = path(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A JSON file of the real data.
pub fn json(name: &str) -> serde_json::Value {
    serde_json::from_slice(&bytes(name)).expect("JSON")
}

/// An import of files into a board, driven to its report.
pub fn planned(workspace: &Workspace, files: &[(&str, &[u8])]) -> Session {
    let mut session = board::session();
    for (name, bytes) in files {
        board::add(&mut session, name, bytes.to_vec()).expect("a table");
    }
    board::finish(&mut session, workspace);
    session
}

/// An import of one text into an empty board: the account, and the board.
pub fn import(text: &str) -> (Report, Workspace) {
    let mut workspace = Workspace::default();
    let report = import_into(&mut workspace, text);
    (report, workspace)
}

/// An import of one text into a board.
pub fn import_into(workspace: &mut Workspace, text: &str) -> Report {
    let session = planned(workspace, &[("table.csv", text.as_bytes())]);
    let report = session.report().cloned().expect("a report");
    board::take(workspace, session.into_batch());
    report
}

/// The counts of all files together: rows, created, updated, unchanged, rejected.
pub fn counts(report: &Report) -> [usize; 5] {
    [
        report.sum(|it| it.rows),
        report.sum(|it| it.created),
        report.sum(|it| it.updated),
        report.sum(|it| it.unchanged),
        report.sum(|it| it.rejected.len()),
    ]
}

/// The cautions of a report.
pub fn cautions(report: &Report) -> Vec<&Caution> {
    report.warnings.iter().map(|it| &it.caution).collect()
}

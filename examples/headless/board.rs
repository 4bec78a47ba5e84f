//! Files to a board: an import into an empty workspace.

use std::collections::BTreeMap;
use std::path::Path;

use huddle::domain::apply::apply;
use huddle::domain::calendar::Day;
use huddle::domain::changes::{Changes, EXISTS, Write};
use huddle::domain::command::{Command, Context};
use huddle::domain::id::ImportId;
use huddle::domain::import::Batch;
use huddle::domain::value::Value;
use huddle::domain::workspace::{Table, Workspace};
use huddle::i18n::Lang;
use huddle::transfer::decode::native_gb18030;
use huddle::transfer::import::report::Report;
use huddle::transfer::import::{FileRefused, Session, Setup};
use huddle::transfer::workbook;

use super::Failure;

/// How many rows are taken in one step, as in the page.
const STEP: usize = 500;

/// A board with the records of some files, and the account of their import.
pub struct Board {
    /// The records.
    pub workspace: Workspace,
    /// The account.
    pub report: Report,
}

/// Imports files into an empty board.
///
/// # Errors
/// A [`Failure`] where a file cannot be read or is no table.
pub fn import(paths: &[String]) -> Result<Board, Failure> {
    if paths.is_empty() {
        return Err(Failure::unusable("no file is given"));
    }
    let mut session = session();
    for path in paths {
        let bytes =
            std::fs::read(path).map_err(|error| Failure::unusable(format!("{path}: {error}")))?;
        let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
        add(&mut session, &name, bytes)
            .map_err(|refused| Failure::unusable(Lang::En.file_refused(&name, refused)))?;
    }
    let mut workspace = Workspace::default();
    let report = finish(&mut session, &workspace);
    take(&mut workspace, session.into_batch());
    Ok(Board { workspace, report })
}

/// An import that begins, on a day that does not matter to an empty board.
pub fn session() -> Session {
    let words = Lang::En.import_words();
    Session::new(Setup { import: ImportId::drawn(1), today: Day::EPOCH, words })
}

/// Adds a file.
///
/// # Errors
/// As [`Session::add_file`].
pub fn add(session: &mut Session, name: &str, bytes: Vec<u8>) -> Result<(), FileRefused> {
    session.add_file(name, workbook::open(bytes), native_gb18030)
}

/// Drives an import to its report.
pub fn finish(session: &mut Session, workspace: &Workspace) -> Report {
    while !session.advance(workspace, STEP).is_done() {}
    session.report().cloned().unwrap_or_default()
}

/// Takes over the records of an import.
pub fn take(workspace: &mut Workspace, batch: Option<Batch>) {
    let Some(batch) = batch else {
        return;
    };
    let context = Context { today: Day::EPOCH };
    let Ok(changes) = apply(workspace, &Command::Import(Box::new(batch)), &context) else {
        return;
    };
    take_changes(workspace, &changes);
}

/// Takes over changes.
pub fn take_changes(workspace: &mut Workspace, changes: &Changes) {
    let mut records: BTreeMap<_, BTreeMap<&str, Value>> = BTreeMap::new();
    for write in changes.writes.iter().filter(|it| it.field != EXISTS) {
        let fields = records.entry((write.table.name(), write.id)).or_default();
        fields.insert(write.field, write.value.clone());
    }
    workspace.visit(&mut |table, id, fields| {
        if let Some(written) = records.get_mut(&(table.name(), id)) {
            for (field, value) in fields {
                written.entry(field).or_insert(value);
            }
        }
    });
    for ((table, id), fields) in records {
        let mut fields = fields.iter().map(|(field, value)| (*field, value));
        if let Some(table) = Table::named(table) {
            workspace.refresh(table, id, Some(&mut fields));
        }
    }
    let is_gone = |it: &&Write| it.field == EXISTS && it.value == Value::Bool(false);
    for gone in changes.writes.iter().filter(is_gone) {
        workspace.refresh(gone.table, gone.id, None);
    }
}

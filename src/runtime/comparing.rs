//! Two exported files, each read as a board of its own, to see what moved between them. Nothing is
//! stored, and the board stays as it is.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::importing::Trouble;
use super::platform::clock::Turn;
use super::platform::picking::File;
use super::platform::{files, next_frame, text};
use super::workbooks;
use crate::domain::id::ImportId;
use crate::domain::import::Batch;
use crate::domain::rates::Rates;
use crate::domain::settings::Settings;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::journal::document::Document;
use crate::journal::entry::Entry;
use crate::journal::ledger::{Commit, Ledger};
use crate::journal::stamp::Writer;
use crate::present::forecast::compared::Compared;
use crate::transfer::import::{Progress, Session, Setup};

/// Rows, leads or records worked on between two looks at the clock.
const A_SLICE: usize = 100;

/// One of the two files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The older one.
    Older,
    /// The newer one.
    Newer,
}

/// How far a file is.
#[derive(Clone, Debug, Default)]
pub enum Reading {
    /// None is chosen.
    #[default]
    None,
    /// It is read: its name, and the share that is done, 0 to 1.
    Running(String, f64),
    /// It is read.
    Done(Arc<FileRead>),
    /// It cannot be read as leads.
    Failed(Failure),
}

/// A file as a board of its own.
#[derive(Debug)]
pub struct FileRead {
    /// Its name.
    pub name: String,
    /// How many of its rows cannot be taken.
    pub rejected: usize,
    /// The records.
    pub workspace: Workspace,
}

/// Why there is nothing to compare in a file.
#[derive(Clone, Debug)]
pub enum Failure {
    /// It cannot be read.
    Trouble(Trouble),
    /// It has no leads; with its name.
    NoLeads(String),
}

impl Failure {
    /// What is wrong, and what to do.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Failure::Trouble(trouble) => trouble.words(lang),
            Failure::NoLeads(name) => lang.compare_no_leads(name),
        }
    }
}

/// The comparison in hand; copies are handles on the same one.
#[derive(Clone, Copy)]
pub struct Comparing {
    app: App,
    older: RwSignal<Reading>,
    newer: RwSignal<Reading>,
    /// How many files were chosen: a reading goes on until a newer one begins.
    turn: StoredValue<[u32; 2]>,
}

impl Comparing {
    /// A comparison of no files yet.
    pub fn new(app: App) -> Comparing {
        let none = || RwSignal::new(Reading::None);
        Comparing { app, older: none(), newer: none(), turn: StoredValue::new([0; 2]) }
    }

    /// How far a file is.
    pub fn reading(self, side: Side) -> RwSignal<Reading> {
        match side {
            Side::Older => self.older,
            Side::Newer => self.newer,
        }
    }

    /// Reads the first of some files for a side; what was read for it before is forgotten.
    pub fn choose(self, side: Side, picked: Vec<File>) {
        let Some(file) = picked.into_iter().next() else { return };
        let (reading, name) = (self.reading(side), file.name());
        let turn = self.begin(side);
        let goes_on = move || self.turn.try_get_value().is_some_and(|it| it[side as usize] == turn);
        reading.set(Reading::Running(name.clone(), 0.0));
        spawn_local(async move {
            let running = name.clone();
            let told = move |share| {
                let goes_on = goes_on();
                if goes_on {
                    reading.try_set(Reading::Running(running.clone(), share));
                }
                goes_on
            };
            let read = match read(self.app, &file, told).await {
                Ok(read) if read.workspace.leads.is_empty() => {
                    Reading::Failed(Failure::NoLeads(name))
                }
                Ok(read) => Reading::Done(Arc::new(read)),
                Err(trouble) => Reading::Failed(Failure::Trouble(trouble)),
            };
            if goes_on() {
                reading.try_set(read);
            }
        });
    }

    fn begin(self, side: Side) -> u32 {
        self.turn.update_value(|it| it[side as usize] += 1);
        self.turn.get_value()[side as usize]
    }

    /// What moved between the two, once both are read; follows them.
    pub fn compared(self) -> Option<Arc<Compared>> {
        let (older, newer) = (self.older.read(), self.newer.read());
        match (&*older, &*newer) {
            (Reading::Done(older), Reading::Done(newer)) => {
                let states = (older.workspace.clone(), newer.workspace.clone());
                let tables = [Table::Rates, Table::Settings];
                let rates = self.app.view(&tables, Rates::latest);
                Some(Arc::new(Compared::of_files(states, rates)))
            }
            _ => None,
        }
    }
}

/// Reads a file and tells the share done, until nobody listens any more.
async fn read(app: App, file: &File, told: impl Fn(f64) -> bool) -> Result<FileRead, Trouble> {
    let name = file.name();
    let unreadable = || Trouble::Unreadable(name.clone());
    let bytes = files::read(file).await.ok_or_else(unreadable)?;
    next_frame().await;
    let opened = workbooks::open(bytes).await;
    let mut session = session(app);
    session
        .add_file(&name, opened, |bytes| text::decode("gb18030", bytes))
        .map_err(|refused| Trouble::Refused(name.clone(), refused))?;
    let blank = blank(app);
    let mut turn = Turn::begin();
    loop {
        let progress = session.advance(&blank, A_SLICE);
        if matches!(progress, Progress::Done) {
            break;
        }
        if turn.is_over() && !told(0.7 * progress.fraction()) {
            return Err(unreadable());
        }
        turn.give_way().await;
    }
    let rejected =
        session.report().map_or(0, |it| it.files.iter().map(|file| file.rejected.len()).sum());
    let batch = session.into_batch().ok_or_else(unreadable)?;
    let workspace = board(&blank, &batch, told).await.ok_or_else(unreadable)?;
    Ok(FileRead { name, rejected, workspace })
}

/// The records of a batch as a board of their own.
async fn board(blank: &Workspace, batch: &Batch, told: impl Fn(f64) -> bool) -> Option<Workspace> {
    let mut turn = Turn::begin();
    let mut changes = batch.changes_but_leads(blank);
    for first in (0..batch.leads.len()).step_by(A_SLICE) {
        batch.add_leads(blank, first..first + A_SLICE, &mut changes);
        turn.give_way().await;
    }
    told(0.8);
    next_frame().await;
    let mut ledger = Ledger::new(Writer::default(), Document::default(), Vec::new()).ok()?;
    let Entry::Transaction(transaction) = ledger.prepare(changes, 0) else { return None };
    let mut commit = Commit::default();
    while !ledger.commit_slice(&transaction, A_SLICE, &mut commit) {
        turn.give_way().await;
    }
    told(1.0);
    Some(ledger.workspace().clone())
}

fn session(app: App) -> Session {
    Session::new(Setup {
        import: ImportId::from(app.draw_id()),
        today: app.today().get_untracked(),
        words: app.lang().get_untracked().import_words(),
    })
}

/// A board of nothing but the settings and what columns were taken for before. Amounts without a
/// currency are in that of the board, or in the usual one of the language.
fn blank(app: App) -> Workspace {
    let usual = app.lang().get_untracked().sample_words().currency;
    app.peek(|it| {
        let settings = it.settings();
        let currency = settings.currency.or(Some(usual));
        let mut blank = Workspace::default().with_settings(&Settings { currency, ..settings });
        blank.mappings = it.mappings.clone();
        blank
    })
}

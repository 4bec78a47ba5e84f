//! One import from beginning to end, driven in steps by whoever shows it.
//!
//! The session owns its files and borrows the workspace only while it works. Until
//! [`Session::into_batch`] is applied nothing is changed; whatever the person decides on the way
//! (what a file's rows are, what a column means, how its dates are read) starts the plan anew.

use super::failed_rows::failed_rows;
use super::field::{Field, Kind};
use super::plan::{Inputs, Plan, Planner};
use super::report::{Caution, DateChoice, Rejected, Report};
use super::source::{Source, clean};
use super::system::System;
use crate::domain::calendar::Day;
use crate::domain::id::{ImportId, MappingId};
use crate::domain::import::Batch;
use crate::domain::workspace::Workspace;
use crate::transfer::cells::date::DateOrder;
use crate::transfer::decode::{self, Decoded, Gb18030Decoder};
use crate::transfer::workbook::Opened;
use crate::transfer::workbook::sheets::{self, Unreadable};

/// What an import needs to know from outside.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The id of the run, drawn by the caller.
    pub import: ImportId,
    /// The day of the import.
    pub today: Day,
    /// The names of what is made without a name in the files.
    pub words: Words,
}

/// Names, in the manager's language, of what the files leave unnamed.
#[derive(Clone, Debug)]
pub struct Words {
    /// The pipeline of deals.
    pub deals: String,
    /// The pipeline of leads that have a status of their own.
    pub leads: String,
    /// The first stage of a pipeline that has none.
    pub first_stage: String,
    /// The stage of what is sold.
    pub won: String,
    /// The stage of what is not.
    pub lost: String,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileRefused {
    /// It is a workbook that cannot be read.
    Workbook(Unreadable),
    /// It is larger than [`LARGEST_FILE`].
    TooLarge,
    /// It has no rows.
    Empty,
    /// It is a picture, a program, an archive: no text.
    Binary,
}

/// The largest file taken, in bytes.
pub const LARGEST_FILE: usize = sheets::LARGEST;

/// How far a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Reading the files: bytes done, of all.
    Reading(usize, usize),
    /// Working out the plan: rows done, of all; every row is walked over twice.
    Planning(usize, usize),
    /// There is a report.
    Done,
}

impl Progress {
    /// Whether there is a report.
    pub fn is_done(self) -> bool {
        self == Progress::Done
    }

    /// The share done of the present part, 0 to 1.
    pub fn fraction(self) -> f64 {
        match self {
            Progress::Reading(done, all) | Progress::Planning(done, all) => {
                done as f64 / all.max(1) as f64
            }
            Progress::Done => 1.0,
        }
    }
}

/// A column, and what it is taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnView {
    /// Its header as written.
    pub header: String,
    /// What it means; none where it is left out.
    pub field: Option<Field>,
    /// The first cells of it that are not blank, each once.
    pub samples: Vec<String>,
    /// The two readings of its dates, where nothing settles which is meant.
    pub dates: Option<DateChoice>,
    /// The order of its dates that somebody chose.
    pub date_order: Option<DateOrder>,
}

/// One import.
#[derive(Debug)]
pub struct Session {
    setup: Setup,
    sources: Vec<Source>,
    state: State,
}

#[derive(Debug)]
enum State {
    Reading,
    Planning(Option<Box<Planner>>),
    Done(Box<Plan>),
}

impl Session {
    /// An import of no files yet.
    pub fn new(setup: Setup) -> Session {
        Session { setup, sources: Vec::new(), state: State::Reading }
    }

    /// Adds a file; files that belong together (deals, accounts, products, people) belong in one
    /// session. Each sheet of a workbook counts as a file of its own.
    ///
    /// # Errors
    /// [`FileRefused`] where the file cannot be a table.
    pub fn add_file(
        &mut self,
        name: &str,
        file: impl Into<Opened>,
        gb18030: Gb18030Decoder,
    ) -> Result<(), FileRefused> {
        let origin = self.sources.last().map_or(0, |it| it.origin + 1);
        match file.into() {
            Opened::Text(bytes) => {
                let decoded = decoded(bytes, gb18030)?;
                self.sources.push(Source::new(name.to_owned(), origin, decoded));
            }
            Opened::Sheets(sheets) if sheets.is_empty() => return Err(FileRefused::Empty),
            Opened::Sheets(sheets) => {
                let names: Vec<String> =
                    sheets.iter().map(|it| sheets::name_of(name, &sheets, it)).collect();
                for (name, sheet) in names.into_iter().zip(sheets) {
                    self.sources.push(Source::new(name, origin, Decoded::of_sheet(sheet.text)));
                }
            }
            Opened::Unreadable(Unreadable::TooLarge) => return Err(FileRefused::TooLarge),
            Opened::Unreadable(why) => return Err(FileRefused::Workbook(why)),
        }
        self.state = State::Reading;
        Ok(())
    }

    /// Works on for about `most` rows; call it until it is done.
    pub fn advance(&mut self, workspace: &Workspace, most: usize) -> Progress {
        match &mut self.state {
            State::Reading => self.read(workspace, most),
            State::Planning(planner) => {
                let planner =
                    planner.get_or_insert_with(|| Box::new(Planner::new(workspace, &self.sources)));
                let inputs = Inputs { workspace, sources: &self.sources, setup: &self.setup };
                if let Some(plan) = planner.advance(inputs, most) {
                    self.state = State::Done(Box::new(plan));
                }
            }
            State::Done(_) => {}
        }
        self.progress()
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        match &self.state {
            State::Reading => {
                let parts = self.sources.iter().map(Source::progress);
                let (done, all) = parts.fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
                Progress::Reading(done, all)
            }
            State::Planning(planner) => {
                let rows: usize = self.sources.iter().map(Source::len).sum();
                Progress::Planning(planner.as_ref().map_or(0, |it| it.done()), 2 * rows)
            }
            State::Done(_) => Progress::Done,
        }
    }

    /// Starts the plan anew, because the workspace has changed meanwhile.
    pub fn restart(&mut self) {
        if !matches!(self.state, State::Reading) {
            self.state = State::Planning(None);
        }
    }

    /// How many files there are.
    pub fn files(&self) -> usize {
        self.sources.len()
    }

    /// Which of the files that were added a file comes from, from 0: sheets of one workbook come
    /// from the same.
    pub fn origin(&self, file: usize) -> Option<usize> {
        self.sources.get(file).map(|it| it.origin)
    }

    /// A file's name; empty where there is no such file.
    pub fn file_name(&self, file: usize) -> &str {
        self.sources.get(file).map_or("", |it| &it.name)
    }

    /// What the rows of a file are taken for, known once it is read.
    pub fn kind(&self, file: usize) -> Option<Kind> {
        self.sources.get(file)?.kind
    }

    /// The system a file comes from, known once it is read.
    pub fn system(&self, file: usize) -> System {
        self.sources.get(file).map_or(System::Generic, |it| it.system)
    }

    /// A file's columns, known once it is read.
    pub fn columns(&self, file: usize) -> Vec<ColumnView> {
        let Some(source) = self.sources.get(file) else {
            return Vec::new();
        };
        let column = |(place, column): (usize, &super::source::Column)| ColumnView {
            header: column.header.clone(),
            field: column.field,
            samples: samples(source, place),
            dates: self.date_choices().find(|it| it.file == file && it.column == place).cloned(),
            date_order: column.order,
        };
        source.columns.iter().enumerate().map(column).collect()
    }

    /// Takes a file's rows for a kind; its columns are proposed anew.
    pub fn take_as(&mut self, file: usize, kind: Kind) {
        self.choose(file, |source| source.take_as(Some(kind)));
    }

    /// Takes a column for a field, or leaves it out.
    pub fn map_column(&mut self, file: usize, column: usize, field: Option<Field>) {
        self.choose(file, |source| {
            if let Some(column) = source.columns.get_mut(column) {
                column.field = field;
            }
        });
    }

    /// Reads the dates of a column, which nothing in it settles, in an order.
    pub fn read_dates(&mut self, file: usize, column: usize, order: DateOrder) {
        self.choose(file, |source| {
            if let Some(column) = source.columns.get_mut(column) {
                column.order = Some(order);
            }
        });
    }

    /// What the import would do; none while it is at work.
    pub fn report(&self) -> Option<&Report> {
        match &self.state {
            State::Done(plan) => Some(&plan.report),
            State::Reading | State::Planning(_) => None,
        }
    }

    /// The columns whose dates can be read in two ways.
    pub fn date_choices(&self) -> impl Iterator<Item = &DateChoice> {
        let warnings = self.report().map_or(&[][..], |it| &it.warnings[..]);
        warnings.iter().filter_map(|it| match &it.caution {
            Caution::DateUndecided(choice) => Some(choice),
            _ => None,
        })
    }

    /// The refused rows of a file as a CSV file to be mended and imported, with the reasons in a
    /// last column under `heading`.
    pub fn failed_rows(
        &self,
        file: usize,
        heading: &str,
        words: &dyn Fn(&Rejected) -> String,
    ) -> String {
        let (Some(source), Some(report)) = (self.sources.get(file), self.report()) else {
            return String::new();
        };
        failed_rows(source, &report.files[file].rejected, heading, words)
    }

    /// What the import brings; none while it is at work. A batch without a run brings nothing.
    pub fn batch(&self) -> Option<&Batch> {
        match &self.state {
            State::Done(plan) => Some(&plan.batch),
            State::Reading | State::Planning(_) => None,
        }
    }

    /// The same, taken out of the session.
    pub fn into_batch(self) -> Option<Batch> {
        match self.state {
            State::Done(plan) => Some(plan.batch),
            State::Reading | State::Planning(_) => None,
        }
    }

    fn read(&mut self, workspace: &Workspace, most: usize) {
        for source in &mut self.sources {
            let (done, all) = source.progress();
            if done < all && source.read(most) {
                return;
            }
        }
        for source in self.sources.iter_mut().filter(|it| !it.is_understood()) {
            source.understand(|header| workspace.mappings.get(MappingId::of_key(header)).cloned());
        }
        self.state = State::Planning(None);
    }

    fn choose(&mut self, file: usize, choice: impl FnOnce(&mut Source)) {
        if let Some(source) = self.sources.get_mut(file) {
            choice(source);
            source.chosen = true;
            self.restart();
        }
    }
}

fn decoded(bytes: Vec<u8>, gb18030: Gb18030Decoder) -> Result<Decoded, FileRefused> {
    if LARGEST_FILE < bytes.len() {
        return Err(FileRefused::TooLarge);
    }
    let decoded = decode::decode(bytes, gb18030);
    if decoded.text.trim_matches(|it: char| it.is_whitespace() || it == '\0').is_empty() {
        return Err(FileRefused::Empty);
    }
    if is_binary(&decoded.text) {
        return Err(FileRefused::Binary);
    }
    Ok(decoded)
}

/// Whether more than one in fifty of the first letters is a control character that no table has.
/// NUL is not among them: some systems leave it in texts.
fn is_binary(text: &str) -> bool {
    let (mut letters, mut controls) = (0, 0);
    for letter in text.chars().take(4096) {
        letters += 1;
        controls += usize::from(matches!(letter, '\u{1}'..='\u{8}' | '\u{e}'..='\u{19}'));
    }
    letters < controls * 50
}

/// How many samples of a column are shown, how far they are looked for, and how long one is.
const SAMPLES: usize = 3;
const SAMPLE_ROWS: usize = 200;
const SAMPLE_LETTERS: usize = 60;

fn samples(source: &Source, column: usize) -> Vec<String> {
    let mut samples: Vec<String> = Vec::new();
    for row in source.rows().take(SAMPLE_ROWS) {
        let sample: String = clean(row.cell(column)).chars().take(SAMPLE_LETTERS).collect();
        if !sample.is_empty() && !samples.contains(&sample) {
            samples.push(sample);
        }
        if samples.len() == SAMPLES {
            break;
        }
    }
    samples
}

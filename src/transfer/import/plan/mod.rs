//! The plan of an import: what the board would hold afterwards, worked out in steps.
//!
//! Files are walked over twice: first to see how their columns are written and which names they
//! use, then, lists before leads, to draft records. Only the drafts' end decides what changed.

mod book;
mod drafts;
mod finish;
mod layout;
mod leads;
mod lists;
mod merged;
mod names;
mod stages;
mod survey;
mod tables;
mod words;

use super::field::Kind;
use super::report::{Noun, Warning};
use super::session::Setup;
use super::source::Source;
use crate::domain::money::Currency;
use crate::domain::workspace::Workspace;
use crate::transfer::csv::table::Row;
use book::Book;
use finish::Findings;
pub(super) use finish::Plan;
use layout::{Layout, View};
use leads::Met;
use lists::Place;
use survey::Survey;

/// The order in which kinds are drafted: lists before the leads that refer to them.
const ORDER: [Kind; 5] = [Kind::Products, Kind::People, Kind::Customers, Kind::Deals, Kind::Leads];

/// What a plan is made from.
#[derive(Clone, Copy)]
pub(super) struct Inputs<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) sources: &'a [Source],
    pub(super) setup: &'a Setup,
}

/// A plan in the making.
#[derive(Debug)]
pub(super) struct Planner {
    step: Step,
    usual: Currency,
    adopted: Option<Currency>,
    /// The files in the order in which they are drafted.
    turns: Vec<(Kind, usize)>,
    surveys: Vec<Survey>,
    layouts: Vec<Layout>,
    book: Book,
    findings: Vec<Findings>,
    warnings: Vec<Warning>,
    done: usize,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Survey { file: usize, row: usize },
    Draft { turn: usize, row: usize },
    Finish,
}

impl Planner {
    pub(super) fn new(workspace: &Workspace, sources: &[Source]) -> Planner {
        let usual = workspace.settings().currency();
        let mut turns = Vec::new();
        for kind in ORDER {
            let files = sources.iter().enumerate().filter(|(_, it)| it.kind == Some(kind));
            turns.extend(files.map(|(file, _)| (kind, file)));
        }
        let mut book = Book::new(workspace);
        book.listed.0 |= turns.iter().any(|(kind, _)| *kind == Kind::Customers);
        book.listed.1 |= turns.iter().any(|(kind, _)| *kind == Kind::Products);
        Planner {
            step: Step::Survey { file: 0, row: 0 },
            usual,
            adopted: None,
            turns,
            surveys: sources.iter().map(|it| Survey::new(it, usual)).collect(),
            layouts: Vec::new(),
            book,
            findings: sources.iter().map(|_| Findings::default()).collect(),
            warnings: Vec::new(),
            done: 0,
        }
    }

    /// How many rows have been walked over, of two walks.
    pub(super) fn done(&self) -> usize {
        self.done
    }

    /// Walks over up to `most` more rows; the plan once all is done.
    pub(super) fn advance(&mut self, inputs: Inputs<'_>, most: usize) -> Option<Plan> {
        let mut left = most.max(1);
        while 0 < left {
            let walked = match self.step {
                Step::Survey { file, row } => self.survey(inputs, file, row, left),
                Step::Draft { turn, row } => self.draft(inputs, turn, row, left),
                Step::Finish => return Some(self.finish(inputs)),
            };
            self.done += walked;
            left = left.saturating_sub(walked.max(1));
        }
        None
    }

    fn survey(&mut self, inputs: Inputs<'_>, file: usize, row: usize, most: usize) -> usize {
        let Some(source) = inputs.sources.get(file) else {
            self.understand(inputs);
            self.step = Step::Draft { turn: 0, row: 0 };
            return 0;
        };
        let end = (row + most).min(source.len());
        for place in row..end {
            if let Some(row) = source.row(place).filter(|row| source.flaw_of(*row).is_none()) {
                self.surveys[file].add(row);
            }
        }
        self.step = match end < source.len() {
            true => Step::Survey { file, row: end },
            false => Step::Survey { file: file + 1, row: 0 },
        };
        end - row
    }

    /// Decides how every column is read. A board that has no currency yet takes that of the
    /// files, if they name a single one.
    fn understand(&mut self, inputs: Inputs<'_>) {
        let mut named = self.surveys.iter().flat_map(|it| it.currencies.iter().copied());
        let only = named.next().filter(|first| named.all(|it| it == *first));
        if let (Some(only), None) = (only, inputs.workspace.settings().currency) {
            self.adopted = Some(only);
            self.usual = only;
        }
        for (file, source) in inputs.sources.iter().enumerate() {
            let (layout, cautions) = self.surveys[file].layout(source, file, self.usual);
            self.layouts.push(layout);
            let cautions = source.cautions().into_iter().chain(cautions);
            let warn = |caution| Warning { file: source.name.clone(), caution };
            self.warnings.extend(cautions.map(warn));
        }
    }

    fn draft(&mut self, inputs: Inputs<'_>, turn: usize, row: usize, most: usize) -> usize {
        let turned = self.turns.get(turn).copied();
        let Some((kind, file)) = turned else {
            self.book.resolve_parents(inputs.workspace, &mut self.warnings);
            self.step = Step::Finish;
            return 0;
        };
        if row == 0 && kind.is_lead() {
            self.book.resolve_parents(inputs.workspace, &mut self.warnings);
            self.resolve(inputs, kind, file);
        }
        let source = &inputs.sources[file];
        let end = (row + most).min(source.len());
        for row in (row..end).filter_map(|place| source.row(place)) {
            self.take_row(inputs, kind, file, row);
        }
        self.step = match end < source.len() {
            true => Step::Draft { turn, row: end },
            false => Step::Draft { turn: turn + 1, row: 0 },
        };
        end - row
    }

    /// Finds or makes everything that the rows of a file of leads refer to.
    fn resolve(&mut self, inputs: Inputs<'_>, kind: Kind, file: usize) {
        let (source, survey) = (&inputs.sources[file], &mut self.surveys[file]);
        let nouns = [
            (Noun::Person, &mut survey.people),
            (Noun::Customer, &mut survey.customers),
            (Noun::Product, &mut survey.products),
        ];
        for (noun, seen) in nouns {
            let cautions = self.book.resolve(inputs.workspace, noun, source.system, seen);
            let warn = |caution| Warning { file: source.name.clone(), caution };
            self.warnings.extend(cautions.into_iter().map(warn));
        }
        let (stages, words) = (&mut survey.stages, &inputs.setup.words);
        self.book.stages.resolve(inputs.workspace, kind, stages, words);
    }

    fn take_row(&mut self, inputs: Inputs<'_>, kind: Kind, file: usize, row: Row<'_>) {
        let source = &inputs.sources[file];
        let view = View { row, layout: &self.layouts[file] };
        let (system, today) = (source.system, inputs.setup.today);
        let place = Place { file, kind, name: &source.name, system, today };
        let (book, workspace) = (&mut self.book, inputs.workspace);
        let taken = match (source.flaw_of(row), kind) {
            (Some(reason), _) => Err(view.refused(usize::MAX, reason)),
            (None, Kind::Products) => book.take_product(workspace, place, view),
            (None, Kind::People) => book.take_person(workspace, place, view),
            (None, Kind::Customers) => book.take_customer(workspace, place, view),
            (None, Kind::Deals | Kind::Leads) => {
                book.take_lead(workspace, place, view, &self.surveys[file])
            }
        };
        let findings = &mut self.findings[file];
        match taken {
            Ok(Met::Once) => {}
            Ok(Met::KeyAgain(first)) => findings.repeated.push((row.number, first)),
            Ok(Met::NameAgain) => findings.same_names.push(row.number),
            Err(rejected) => findings.rejected.push(rejected),
        }
    }
}

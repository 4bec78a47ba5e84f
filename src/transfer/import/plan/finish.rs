//! The end of a plan: drafts become a batch and a report.

use super::super::report::{Along, Caution, FileReport, Part, Reason, Rejected, Report, Warning};
use super::super::session::Setup;
use super::super::source::Source;
use super::book::Book;
use super::drafts::Tally;
use super::{Inputs, Planner};
use crate::domain::id::MappingId;
use crate::domain::import::{Batch, ColumnMapping, ImportRun};
use crate::domain::label::Label;
use crate::domain::settings::Settings;
use crate::domain::workspace::Workspace;
use crate::transfer::csv::table::Row;

/// A finished plan.
#[derive(Debug)]
pub(in super::super) struct Plan {
    pub(in super::super) report: Report,
    pub(in super::super) batch: Batch,
}

/// What a file's rows met with.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// The rows that are refused.
    pub(super) rejected: Vec<Rejected>,
    /// Rows whose key an earlier row had, and that row.
    pub(super) repeated: Vec<(u32, u32)>,
    /// Rows whose name and customer an earlier row had.
    pub(super) same_names: Vec<u32>,
}

impl Planner {
    /// Compares the drafts with the board and gives account of every row.
    pub(super) fn finish(&mut self, inputs: Inputs<'_>) -> Plan {
        let Inputs { workspace, sources, setup } = inputs;
        let mut book = std::mem::take(&mut self.book);
        let outcome = |stage| book.stages.outcome(workspace, stage);
        book.leads.settle(workspace, setup.today, setup.import, outcome);
        let mut tallies = vec![Tally::default(); sources.len()];
        let names: Vec<&str> = sources.iter().map(|it| it.name.as_str()).collect();
        let mut batch = Batch::new(Label::Imported(names.join(", ")));
        let (along, parts) = book.finish(workspace, &mut tallies, &mut batch);
        batch.mappings = mappings(workspace, sources);
        let report = Report { parts, ..self.report(sources, &tallies, along) };
        if has_records(&batch) {
            batch.settings = self
                .adopted
                .map(|currency| Settings { currency: Some(currency), ..workspace.settings() });
            batch.run = Some((setup.import, run_of(&report, names.join(", "), setup)));
        }
        Plan { report, batch }
    }

    fn report(&mut self, sources: &[Source], tallies: &[Tally], along: Along) -> Report {
        let mut report = Report { along, ..Report::default() };
        report.warnings = std::mem::take(&mut self.warnings);
        let findings = std::mem::take(&mut self.findings);
        for ((source, tally), findings) in sources.iter().zip(tallies).zip(findings) {
            let Findings { rejected, repeated, same_names } = findings;
            let warn = |caution| Warning { file: source.name.clone(), caution };
            if !repeated.is_empty() {
                report.warnings.push(warn(Caution::RepeatedKeys(repeated)));
            }
            if !same_names.is_empty() {
                report.warnings.push(warn(Caution::SameNames(same_names)));
            }
            report.files.push(file_report(source, *tally, rejected));
        }
        report
    }
}

impl Book {
    /// Puts the records that change into a batch; how many are made without rows of their own, and
    /// what the rows of customers and leads did.
    fn finish(
        mut self,
        workspace: &Workspace,
        tallies: &mut [Tally],
        batch: &mut Batch,
    ) -> (Along, Vec<Part>) {
        let used = self.used();
        let is_used = |id| used.has(id);
        let always = |_| true;
        let teams = self.teams.finish(workspace, tallies, always);
        let people = self.people.finish(workspace, tallies, is_used);
        let customers = self.customers.finish(workspace, tallies, is_used);
        let products = self.products.finish(workspace, tallies, is_used);
        let pipelines = self.stages.pipelines.finish(workspace, tallies, always);
        let stages = self.stages.stages.finish(workspace, tallies, always);
        batch.teams = teams.records;
        batch.people = people.records;
        batch.customers = customers.records;
        batch.products = products.records;
        batch.pipelines = pipelines.records;
        batch.stages = stages.records;
        let leads = self.leads.drafts.finish(workspace, tallies, always);
        batch.leads = leads.records;
        let parts = customers.parts.into_iter().chain(leads.parts).collect();
        let along = Along {
            people: people.along,
            teams: teams.along,
            customers: customers.along,
            products: products.along,
            pipelines: pipelines.along,
            stages: stages.along,
        };
        (along, parts)
    }
}

fn file_report(source: &Source, tally: Tally, rejected: Vec<Rejected>) -> FileReport {
    let unknown = |row: Row<'_>| Rejected {
        row: row.number,
        column: String::new(),
        value: String::new(),
        reason: Reason::KindUnknown,
    };
    let rejected = match source.kind {
        Some(_) => rejected,
        None => source.rows().map(unknown).collect(),
    };
    FileReport {
        name: source.name.clone(),
        system: source.system,
        kind: source.kind,
        encoding: source.encoding,
        delimiter: source.delimiter,
        rows: source.len(),
        created: tally.created,
        updated: tally.updated,
        unchanged: tally.unchanged,
        rejected,
    }
}

fn has_records(batch: &Batch) -> bool {
    let Batch { teams, people, customers, products, pipelines, stages, leads, mappings, .. } =
        batch;
    !(teams.is_empty()
        && people.is_empty()
        && customers.is_empty()
        && products.is_empty()
        && pipelines.is_empty()
        && stages.is_empty()
        && leads.is_empty()
        && mappings.is_empty())
}

/// The meanings of columns that somebody chose, where they are not remembered already.
fn mappings(workspace: &Workspace, sources: &[Source]) -> Vec<(MappingId, ColumnMapping)> {
    let chosen = sources.iter().filter(|it| it.chosen).filter_map(Source::mapping);
    let with_id = chosen.map(|it| (MappingId::of_key(&it.header), it));
    with_id.filter(|(id, it)| workspace.mappings.get(*id) != Some(it)).collect()
}

fn run_of(report: &Report, files: String, setup: &Setup) -> ImportRun {
    let mut systems: Vec<&str> = report.files.iter().map(|it| it.system.code()).collect();
    systems.dedup();
    ImportRun {
        files,
        system: systems.join(", "),
        day: Some(setup.today),
        created: report.sum(|it| it.created) as i64,
        updated: report.sum(|it| it.updated) as i64,
        unchanged: report.sum(|it| it.unchanged) as i64,
        rejected: report.sum(|it| it.rejected.len()) as i64,
    }
}

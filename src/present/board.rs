//! The board of a pipeline: its columns, which leads stand in each, and in what order.
//!
//! One pass over the leads makes all columns; a column holds ids only, so that ten thousand leads
//! cost as many small numbers, and cards are made one by one for those in sight. Sums of different
//! currencies are never mixed.

mod card;
mod certificate;
mod choices;
mod lanes;
mod mended;
mod order;

pub use card::{Card, NextStep, card, staleness};
pub use certificate::{Certificate, CertificateRow, certificate, certificate_row};
pub use choices::{FilterChip, Gone, Options, chips, gone, options, sources, tags};
pub use lanes::{Cell, Lane, LaneKind, LaneOf, lanes};

use std::collections::BTreeMap;

use super::filter::LeadFilter;
use super::format;
use super::matching::Found;
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::id::{LeadId, PipelineId, StageId};
use crate::domain::money::{Currency, Money, Sums, share};
use crate::domain::pipeline::{Outcome, ordered_pipelines, ordered_stages};
use crate::domain::rates::{Rate, Rates, Total};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// The tables that a board is made of.
pub const MADE_OF: [Table; 7] = [
    Table::Leads,
    Table::Stages,
    Table::Pipelines,
    Table::People,
    Table::Customers,
    Table::Settings,
    Table::Rates,
];

/// A board.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    /// The pipeline; none where there is none at all.
    pub pipeline: Option<PipelineId>,
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// How many leads it shows.
    pub shown: usize,
    /// How many leads the pipeline has.
    pub total: usize,
}

/// A column of a board.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its stage; none for leads without one, which stand before the first stage.
    pub stage: Option<StageId>,
    /// The stage's name.
    pub name: String,
    /// What the stage means for its leads.
    pub outcome: Outcome,
    /// The leads, the most urgent first.
    pub leads: Vec<LeadId>,
    /// What each of them is worth.
    amounts: Vec<Option<Money>>,
    /// The sums of their amounts.
    pub sums: Sums,
    /// All of it in the team's currency, where amounts are in several.
    pub converted: Option<Converted>,
}

/// Amounts of several currencies in the team's.
#[derive(Clone, Debug, PartialEq)]
pub struct Converted {
    /// The total; none where a rate is missing.
    pub total: Option<Money>,
    /// The rates that it needs and that are there.
    pub rates: Vec<Rate>,
    /// The currencies whose rates are missing.
    pub missing: Vec<Currency>,
}

impl Board {
    /// The column of a stage.
    pub fn column(&self, stage: Option<StageId>) -> Option<&Column> {
        self.columns.iter().find(|column| column.stage == stage)
    }

    /// The first stage of open leads, where new ones begin.
    pub fn first_stage(&self) -> Option<StageId> {
        let open = self.columns.iter().filter(|column| column.outcome == Outcome::Open);
        open.filter_map(|column| column.stage).next()
    }

    /// The stage of the column in which a lead stands and its place there.
    pub fn place_of(&self, lead: LeadId) -> Option<(Option<StageId>, usize)> {
        self.columns.iter().find_map(|column| {
            let place = column.leads.iter().position(|id| *id == lead)?;
            Some((column.stage, place))
        })
    }
}

/// The board of `pipeline`, or of the first where it is not there, with the leads that `filter`
/// shows, given those that its text means. Leads without a stage stand on the first pipeline's
/// board.
pub fn board(
    workspace: &Workspace,
    pipeline: Option<PipelineId>,
    filter: &LeadFilter,
    found: &Found,
    today: Day,
) -> Board {
    let first = ordered_pipelines(workspace).first().map(|(id, _)| *id);
    let pipeline = pipeline.filter(|id| workspace.pipelines.has(*id)).or(first);
    let mut gathering = Gathering::new(workspace, pipeline, pipeline == first);
    for (id, lead) in workspace.leads.iter() {
        let stage = lead.stage.filter(|stage| workspace.stages.has(*stage));
        let Some(place) = gathering.places.get(&stage) else { continue };
        gathering.board.total += 1;
        if !filter.shows(workspace, found, id, lead) {
            continue;
        }
        gathering.board.shown += 1;
        let key = order::key(lead, gathering.board.columns[*place].outcome, today);
        gathering.rows[*place].push((key, id, lead.amount));
    }
    gathering.sorted(&Rates::on(workspace, today))
}

/// A board whose leads are not in order yet.
struct Gathering {
    board: Board,
    places: BTreeMap<Option<StageId>, usize>,
    rows: Vec<Vec<(order::Key, LeadId, Option<Money>)>>,
}

impl Gathering {
    fn new(workspace: &Workspace, pipeline: Option<PipelineId>, takes_unstaged: bool) -> Gathering {
        let mut columns = Vec::new();
        if takes_unstaged {
            columns.push(Column::default());
        }
        let stages = pipeline.map(|id| ordered_stages(workspace, id)).unwrap_or_default();
        columns.extend(stages.into_iter().map(|(id, stage)| Column {
            stage: Some(id),
            name: stage.name.clone(),
            outcome: stage.outcome,
            ..Column::default()
        }));
        let places = columns.iter().enumerate().map(|(place, it)| (it.stage, place)).collect();
        let rows = columns.iter().map(|_| Vec::new()).collect();
        let board = Board { pipeline, columns, ..Board::default() };
        Gathering { board, places, rows }
    }

    fn sorted(mut self, rates: &Rates) -> Board {
        for (column, mut rows) in self.board.columns.iter_mut().zip(self.rows) {
            arrange::by(&mut rows, |one, other| (one.0, one.1).cmp(&(other.0, other.1)));
            (column.leads, column.amounts) = rows.into_iter().map(|(_, id, it)| (id, it)).unzip();
            column.add_up(rates);
        }
        self.board.columns.retain(|column| column.stage.is_some() || !column.leads.is_empty());
        self.board
    }
}

impl Column {
    /// Adds up what its leads are worth.
    fn add_up(&mut self, rates: &Rates) {
        let amounts = || self.amounts.iter().copied().flatten();
        let sums: Sums = amounts().collect();
        let converted = converted(&sums, amounts(), rates);
        (self.sums, self.converted) = (sums, converted);
    }
}

/// What amounts come to in the team's currency. Nothing where they are in one currency alone: that
/// sum speaks for itself.
pub(super) fn converted(
    sums: &Sums,
    amounts: impl IntoIterator<Item = Money>,
    rates: &Rates,
) -> Option<Converted> {
    (1 < sums.iter().count()).then(|| {
        let total = Total::of(rates, amounts);
        Converted {
            total: total.sum(rates),
            rates: total.used(rates).into_iter().cloned().collect(),
            missing: total.missing().collect(),
        }
    })
}

/// The converted total of a column in short, or which rates it is missing.
pub fn converted_text(lang: Lang, converted: &Converted) -> String {
    match converted.total {
        Some(total) => lang.rate_about(&format::money_compact(lang, total)),
        None => lang.rate_missing(&format::codes(&converted.missing)),
    }
}

/// The sums of a column in short, the team's own currency first.
pub fn sums_text(lang: Lang, sums: &Sums, home: Currency) -> String {
    if sums.iter().next().is_none() {
        return format::money_compact(lang, Money::new(0, home));
    }
    let (own, other): (Vec<Money>, Vec<Money>) = sums.iter().partition(|it| it.currency == home);
    let texts = own.into_iter().chain(other).map(|sum| format::money_compact(lang, sum));
    texts.collect::<Vec<_>>().join(" + ")
}

/// What is shown on the way from one sum to another: `permille` thousandths of the way.
pub fn sums_between(from: &Sums, to: &Sums, permille: i64) -> Sums {
    let part = |sum: Money| {
        let start = from.of(sum.currency).minor;
        let way = sum.minor.saturating_sub(start);
        Money::new(start.saturating_add(share(way, permille, 1_000)), sum.currency)
    };
    to.iter().map(part).collect()
}

#[cfg(test)]
mod tests;

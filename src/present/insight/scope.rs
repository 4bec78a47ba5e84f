//! The leads that are looked at.

use std::collections::BTreeMap;

use super::InsightAddress;
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::funnel::{Visit, journey};
use crate::domain::id::{LeadId, PipelineId};
use crate::domain::lead::Lead;
use crate::domain::money::Money;
use crate::domain::pipeline::{Outcome, ordered_pipelines};
use crate::domain::rates::Rates;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::goals::counts_for;

/// The tables that the figures are read from.
pub const TABLES: [Table; 11] = [
    Table::Leads,
    Table::Stages,
    Table::Pipelines,
    Table::Products,
    Table::People,
    Table::Teams,
    Table::Customers,
    Table::Competitors,
    Table::Rivals,
    Table::Rates,
    Table::Settings,
];

/// The stays of leads in stages, as the history of this tablet has them.
pub type Recorded = BTreeMap<LeadId, Vec<Visit>>;

/// What is asked, of which data, in which language, on which day.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// The data.
    pub workspace: &'a Workspace,
    /// The language of the answer.
    pub lang: Lang,
    /// Today.
    pub today: Day,
    /// What is asked.
    pub address: &'a InsightAddress,
}

/// A lead that is looked at.
#[derive(Clone, Copy)]
pub(super) struct Looked<'a> {
    pub(super) id: LeadId,
    pub(super) lead: &'a Lead,
    pub(super) outcome: Outcome,
}

impl<'a> Scope<'a> {
    /// The days of the period; none means all time.
    pub(super) fn span(&self) -> Option<Span> {
        self.address.period?.span(self.workspace.settings().fiscal_start())
    }

    /// Whether a day lies in the period; one that is not known lies in no period but all time.
    pub(super) fn holds(&self, day: Option<Day>) -> bool {
        self.span().is_none_or(|span| day.is_some_and(|it| span.holds(it)))
    }

    /// The leads of the pipeline and of whose are looked at, of any time.
    pub(super) fn leads(self) -> impl Iterator<Item = Looked<'a>> {
        let InsightAddress { who, pipeline, .. } = *self.address;
        self.workspace.leads.iter().filter_map(move |(id, lead)| {
            let stage = self.workspace.stages.find(lead.stage);
            let of_pipeline =
                pipeline.is_none_or(|it| stage.is_some_and(|stage| stage.pipeline == Some(it)));
            let outcome = stage.map_or(Outcome::Open, |it| it.outcome);
            let looked = of_pipeline && counts_for(self.workspace, lead, who);
            looked.then_some(Looked { id, lead, outcome })
        })
    }

    /// Those of them that were won or lost in the period.
    pub(super) fn closed(self) -> impl Iterator<Item = Looked<'a>> {
        self.leads().filter(move |it| it.outcome != Outcome::Open && self.holds(it.lead.closes))
    }

    /// The rates that amounts are converted at.
    pub(super) fn rates(self) -> Rates {
        Rates::on(self.workspace, self.today)
    }

    /// The pipeline whose stages are shown: the one that is asked for, or the first.
    pub(super) fn pipeline(self) -> Option<PipelineId> {
        let first = || ordered_pipelines(self.workspace).first().map(|(id, _)| *id);
        self.address.pipeline.or_else(first)
    }
}

impl Looked<'_> {
    /// Its stays in stages.
    pub(super) fn journey(&self, recorded: &Recorded) -> Vec<Visit> {
        journey(self.lead, recorded.get(&self.id).map_or(&[], Vec::as_slice))
    }

    /// What it was worth: its amount, or the price of its product, because files often say that a
    /// lost lead was worth nothing.
    pub(super) fn size(&self, workspace: &Workspace, rates: &Rates) -> Option<Money> {
        let amount = self.lead.amount.filter(|it| it.minor != 0);
        let price = || workspace.products.find(self.lead.product)?.price;
        rates.convert(amount.or_else(price)?)
    }
}

/// The most periods of a kind to choose from.
const MOST_PERIODS: usize = 8;

/// The years and quarters in which something was created or closed, the latest first.
pub fn periods(workspace: &Workspace, today: Day) -> Vec<Period> {
    let days = workspace.leads.values().flat_map(|it| [it.created, it.closes]).flatten();
    let start = workspace.settings().fiscal_start();
    let Some(first) = days.min() else { return Vec::new() };
    let back = |from: Period, first: Period| {
        let all = std::iter::successors(Some(from), |it| Some(it.previous()));
        all.take_while(move |it| first <= *it).take(MOST_PERIODS)
    };
    let years = back(start.year_of(today), start.year_of(first));
    years.chain(back(start.quarter_of(today), start.quarter_of(first))).collect()
}

/// The pipelines to choose from, with their names.
pub fn pipelines(workspace: &Workspace) -> Vec<(PipelineId, String)> {
    ordered_pipelines(workspace).into_iter().map(|(id, it)| (id, it.name.clone())).collect()
}

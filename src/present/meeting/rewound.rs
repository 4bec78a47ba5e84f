//! The board and the goals as they stood, and what would be if.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::apply::lead_heading;
use crate::domain::calendar::Day;
use crate::domain::face::Face;
use crate::domain::id::{LeadId, PipelineId, StageId};
use crate::domain::label::Label;
use crate::domain::lead::Lead;
use crate::domain::money::Money;
use crate::domain::pipeline::{Outcome, ordered_pipelines, ordered_stages};
use crate::domain::rates::Rates;
use crate::domain::what_if::Tried;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::board::{Board, board, sums_text};
use crate::present::filter::LeadFilter;
use crate::present::goals::words::whole;
use crate::present::goals::{company_of, won_in};
use crate::present::matching::Found;
use crate::present::{format, words};

/// The tables that the board of now is compared from.
pub const REWIND_TABLES: [Table; 10] = [
    Table::Leads,
    Table::Stages,
    Table::Pipelines,
    Table::Customers,
    Table::People,
    Table::Goals,
    Table::QuotaYears,
    Table::Settings,
    Table::Rates,
    Table::Meetings,
];

/// So many cards of a column are shown at first.
const CARDS: usize = 12;
/// So many more are shown at a time.
const MORE_CARDS: usize = 100;

/// How many cards of each column are shown: of all the first, of some more that was asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownCards(BTreeMap<Option<StageId>, usize>);

impl ShownCards {
    /// How many of a column.
    pub fn of(&self, stage: Option<StageId>) -> usize {
        CARDS + self.0.get(&stage).copied().unwrap_or(0)
    }

    /// Shows more of a column.
    pub fn show_more(&mut self, stage: Option<StageId>) {
        *self.0.entry(stage).or_default() += MORE_CARDS;
    }
}

/// A column as it stood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnThen {
    /// Its stage.
    pub stage: Option<StageId>,
    /// What it was called.
    pub name: String,
    /// How many leads were in it.
    pub count: String,
    /// What they were worth.
    pub sum: String,
    /// The first of them: what each was called, its amount, and its owner.
    pub cards: Vec<(LeadId, String, String)>,
    /// How many more there were than are shown.
    pub more: usize,
}

/// The board and the goal of the quarter at a moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoardThen {
    /// The pipeline that is shown.
    pub pipeline: Option<PipelineId>,
    /// The pipelines that there were, in their order.
    pub pipelines: Vec<(PipelineId, String)>,
    /// The columns from left to right; none where the pipeline was not there.
    pub columns: Vec<ColumnThen>,
    /// What was won in the quarter.
    pub won: String,
    /// The goal of the quarter; empty where there was none.
    pub goal: String,
}

/// The board of a pipeline on a day, from which that of a moment near by is made.
#[derive(Clone, Debug)]
pub struct KeptBoard {
    asked: (Option<PipelineId>, Day),
    board: Board,
}

impl KeptBoard {
    /// Of a pipeline, or the first where none is named; `None` where it was not there.
    pub fn new(workspace: &Workspace, asked: (Option<PipelineId>, Day)) -> Option<KeptBoard> {
        let (pipeline, today) = asked;
        let was_there = pipeline.is_none_or(|it| workspace.pipelines.has(it));
        let whole = || board(workspace, pipeline, &LeadFilter::default(), &Found::All, today);
        was_there.then(whole).map(|board| KeptBoard { asked, board })
    }

    /// The same where these leads have changed since, and nothing else that a board is made of; `None` where
    /// something else is asked, and where the board has to be made anew.
    pub fn mended(
        &self,
        workspace: &Workspace,
        changed: &BTreeSet<LeadId>,
        asked: (Option<PipelineId>, Day),
    ) -> Option<KeptBoard> {
        let is_asked = self.asked == asked;
        let board = is_asked.then(|| self.board.mended(workspace, changed, asked.1)).flatten()?;
        Some(KeptBoard { asked, board })
    }
}

impl BoardThen {
    /// As a pipeline stood on a day, or the first where none is named.
    pub fn new(
        workspace: &Workspace,
        lang: Lang,
        today: Day,
        pipeline: Option<PipelineId>,
        shown: &ShownCards,
    ) -> BoardThen {
        let board = KeptBoard::new(workspace, (pipeline, today));
        BoardThen::of(workspace, lang, (pipeline, today), board.as_ref(), shown)
    }

    /// The same of a board that is made already; without one the pipeline was not there.
    pub fn of(
        workspace: &Workspace,
        lang: Lang,
        (pipeline, today): (Option<PipelineId>, Day),
        board: Option<&KeptBoard>,
        shown: &ShownCards,
    ) -> BoardThen {
        let home = workspace.settings().currency();
        let card = |id: &LeadId| {
            let lead = workspace.leads.get(*id)?;
            let amount = lead.amount.map(|it| format::money_compact(lang, it));
            let owner = workspace.people.find(lead.owner).map(|it| it.name.clone());
            let note: Vec<String> = [amount, owner].into_iter().flatten().collect();
            Some((*id, lead_heading(workspace, lead), note.join(" · ")))
        };
        let column = |it: &crate::present::board::Column| ColumnThen {
            stage: it.stage,
            name: it.name.clone(),
            count: format::count(lang, it.leads.len() as u64),
            sum: sums_text(lang, &it.sums, home),
            cards: it.leads.iter().take(shown.of(it.stage)).filter_map(card).collect(),
            more: it.leads.len().saturating_sub(shown.of(it.stage)),
        };
        let quarter = workspace.settings().fiscal_start().quarter_of(today);
        let (won, goal) = company_of(workspace, quarter, today).unzip();
        let money = |it: Money| format::money(lang, whole(it));
        let pipelines = ordered_pipelines(workspace).into_iter();
        BoardThen {
            pipeline: board.map_or(pipeline, |it| it.board.pipeline),
            pipelines: pipelines.map(|(id, it)| (id, it.name.clone())).collect(),
            columns: board.into_iter().flat_map(|it| &it.board.columns).map(column).collect(),
            won: won.map(money).unwrap_or_default(),
            goal: goal.flatten().map(money).unwrap_or_default(),
        }
    }

    /// How a stage stands here, "12 · ¥3M"; empty where it is not there.
    pub fn stage_words(&self, stage: Option<StageId>) -> String {
        let column = self.columns.iter().find(|it| it.stage == stage);
        column.map(|it| [&*it.count, &*it.sum].join(" · ")).unwrap_or_default()
    }
}

/// The pipelines that can be looked at: those of now in their order and by their names, then those
/// that there are no more.
pub fn pipeline_choices(now: &BoardThen, then: Option<&BoardThen>) -> Vec<(PipelineId, String)> {
    let is_gone = |it: &&(PipelineId, String)| now.pipelines.iter().all(|known| known.0 != it.0);
    let gone = then.iter().flat_map(|it| &it.pipelines).filter(is_gone);
    now.pipelines.iter().chain(gone).cloned().collect()
}

/// What was done last by a moment; what a face may not see is not told.
pub fn done_words(lang: Lang, face: Face, label: &Label) -> String {
    match face.may_see(label.matter()) {
        true => words::label(lang, label),
        false => lang.rewind_private().to_owned(),
    }
}

/// What is tried, "Acme to Won"; what was deleted since is said to be.
pub fn tried_words(workspace: &Workspace, lang: Lang, tried: Tried) -> String {
    let lead = workspace.leads.get(tried.lead).map(|it| lead_heading(workspace, it));
    let stage = workspace.stages.get(tried.stage).map(|it| it.name.clone());
    lang.branch_tried_to(
        &lead.unwrap_or_else(|| lang.branch_deal_gone().to_owned()),
        &stage.unwrap_or_else(|| lang.branch_stage_gone().to_owned()),
    )
}

/// What changes when something is tried: what it is, before and after.
pub type Effect = (String, String, String);

/// A deal that something can be tried with.
#[derive(Clone, Debug, PartialEq)]
pub struct DealLine {
    /// Which.
    pub id: LeadId,
    /// What it is called.
    pub title: String,
    /// What it is worth, who works on it, when it is to close.
    pub note: String,
    /// Its stage in the branch.
    pub stage: Option<StageId>,
    /// The stages that it can come to.
    pub stages: Vec<(StageId, String)>,
    /// Whether it is otherwise than it stands.
    pub is_tried: bool,
}

/// What the branch comes to against what stands: open value due this quarter, all open value, what
/// is won this quarter and what is missing to the goal. Amounts are in the team's currency; those
/// without a rate are left out.
pub fn effects(now: &Workspace, branch: &Workspace, lang: Lang, today: Day) -> Vec<Effect> {
    let [before, after] = [now, branch].map(|it| figures(it, today));
    let home = now.settings().currency();
    let money = |minor: i64| format::money(lang, whole(Money::new(minor, home)));
    let names = [lang.branch_due(), lang.branch_open(), lang.branch_won(), lang.branch_missing()];
    let rows = names.into_iter().zip(before.into_iter().zip(after));
    rows.filter_map(|(name, (before, after))| {
        Some((name.to_owned(), money(before?), money(after?)))
    })
    .collect()
}

fn figures(workspace: &Workspace, today: Day) -> [Option<i64>; 4] {
    let rates = Rates::on(workspace, today);
    let start = workspace.settings().fiscal_start();
    let quarter = start.quarter_of(today);
    let Some(span) = quarter.span(start) else { return [None; 4] };
    let sum = |amounts: &mut dyn Iterator<Item = Money>| {
        let home = amounts.filter_map(|it| rates.convert(it));
        Some(home.fold(0_i64, |sum, it| sum.saturating_add(it.minor)))
    };
    let open = || workspace.leads.values().filter(|it| it.outcome(workspace) == Outcome::Open);
    let due = open().filter(|it| it.closes.is_some_and(|it| it <= span.last));
    let won = sum(&mut won_in(workspace, span).filter_map(|(_, it)| it.amount));
    let goal = company_of(workspace, quarter, today).and_then(|it| it.1);
    let missing = goal.zip(won).map(|(goal, won)| (goal.minor - won).max(0));
    [
        sum(&mut due.filter_map(|it| it.amount)),
        sum(&mut open().filter_map(|it| it.amount)),
        won,
        missing,
    ]
}

/// Deals to try something with: those that are otherwise in the branch, then the largest open ones.
pub fn deals(now: &Workspace, branch: &Workspace, lang: Lang, today: Day) -> Vec<DealLine> {
    let rates = Rates::on(now, today);
    let is_tried = |id: LeadId, lead: &Lead| now.leads.get(id) != Some(lead);
    let is_open = |id: LeadId| now.leads.get(id).is_some_and(|it| it.outcome(now) == Outcome::Open);
    let size = |lead: &Lead| lead.amount.and_then(|it| rates.convert(it)).map_or(0, |it| it.minor);
    let found = branch.leads.iter().filter(|(id, it)| is_tried(*id, it) || is_open(*id));
    let mut found: Vec<(LeadId, &Lead)> = found.collect();
    // Where a deal stands does not depend on what is tried with it, so that nothing jumps.
    crate::domain::arrange::by_key(&mut found, |(id, lead)| {
        (std::cmp::Reverse(now.leads.get(*id).map_or(size(lead), size)), *id)
    });
    let kept: BTreeSet<LeadId> =
        found.iter().filter(|(id, it)| is_tried(*id, it)).map(|it| it.0).collect();
    let shown =
        found.iter().enumerate().filter(|(place, it)| *place < DEALS || kept.contains(&it.0));
    shown.map(|(_, (id, lead))| deal(branch, lang, today, (*id, lead), kept.contains(id))).collect()
}

/// So many deals are offered.
const DEALS: usize = 20;

fn deal(
    branch: &Workspace,
    lang: Lang,
    today: Day,
    (id, lead): (LeadId, &Lead),
    is_tried: bool,
) -> DealLine {
    let pipeline = branch.stages.find(lead.stage).and_then(|it| it.pipeline);
    let first = || ordered_pipelines(branch).first().map(|it| it.0);
    let stages = pipeline.or_else(first).map(|it| ordered_stages(branch, it)).unwrap_or_default();
    let amount = lead.amount.map(|it| format::money(lang, it));
    let owner = branch.people.find(lead.owner).map(|it| it.name.clone());
    let closes = lead.closes.map(|it| format::day_near(lang, it, today));
    DealLine {
        id,
        title: lead_heading(branch, lead),
        note: [amount, owner, closes].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        stage: lead.stage,
        stages: stages.into_iter().map(|(id, it)| (id, it.name.clone())).collect(),
        is_tried,
    }
}

#[cfg(test)]
mod tests;

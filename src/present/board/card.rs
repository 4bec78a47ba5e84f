//! A lead as a card: who, how much, whose, how long, what next. Nothing else.

use crate::domain::apply::lead_heading;
use crate::domain::calendar::Day;
use crate::domain::id::LeadId;
use crate::domain::lead::Lead;
use crate::domain::pipeline::{Outcome, Stage, USUAL_ROTTING_DAYS};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::pool::{ClaimLeft, claim_left};

/// A card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The customer, or the lead's own name where it has none.
    pub title: String,
    /// The amount; empty where it has none.
    pub amount: String,
    /// The owner's name; empty where nobody has it.
    pub owner: String,
    /// How long it has been in its stage.
    pub age: String,
    /// How far it is on the way to being stale: 0 to 1.
    pub staleness: f64,
    /// How long a claim still has, where the lead was claimed.
    pub claim: Option<ClaimLeft>,
    /// Open, won or lost.
    pub outcome: Outcome,
    /// What is to be done next, or the day it closed.
    pub next: String,
    /// The same in few words for a narrow card, where it is a mark that has to be read whole.
    pub next_short: Option<&'static str>,
    /// What that means.
    pub next_step: NextStep,
}

/// Whether it is known what to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Known, and not late.
    Planned,
    /// Known, and late.
    Late,
    /// Not known, for an open lead.
    Missing,
    /// There is none: the lead is closed.
    Closed,
}

impl NextStep {
    /// The value of the `data-state` attribute that the styles know.
    pub const fn as_str(self) -> &'static str {
        match self {
            NextStep::Planned => "planned",
            NextStep::Late => "late",
            NextStep::Missing => "missing",
            NextStep::Closed => "closed",
        }
    }
}

/// The card of a lead; `None` where the lead is not there any more.
pub fn card(workspace: &Workspace, lang: Lang, today: Day, id: LeadId) -> Option<Card> {
    let lead = workspace.leads.get(id)?;
    let stage = workspace.stages.find(lead.stage);
    let outcome = stage.map_or(Outcome::Open, |stage| stage.outcome);
    let days = lead.days_in_stage(today).filter(|_| outcome == Outcome::Open);
    let (next_step, next) = next(lang, lead, outcome, today);
    Some(Card {
        title: lead_heading(workspace, lead),
        amount: lead.amount.map(|it| format::money_compact(lang, it)).unwrap_or_default(),
        owner: workspace.people.find(lead.owner).map(|it| it.name.clone()).unwrap_or_default(),
        age: days
            .map(|days| lang.lead_days(&format::count(lang, days.unsigned_abs())))
            .unwrap_or_default(),
        staleness: staleness(days, stage),
        claim: claim_left(workspace, lang, today, id),
        outcome,
        next_short: (next_step == NextStep::Missing && lead.next_step.is_empty())
            .then(|| lang.lead_no_step_short()),
        next,
        next_step,
    })
}

/// The share of the stage's rotting threshold that the days in it make up, 0 to 1.
pub fn staleness(days: Option<i64>, stage: Option<&Stage>) -> f64 {
    let limit = stage.map_or(Some(USUAL_ROTTING_DAYS), Stage::rotting_limit);
    let share = limit.map_or(0.0, |limit| days.unwrap_or(0) as f64 / limit as f64);
    share.clamp(0.0, 1.0)
}

fn next(lang: Lang, lead: &Lead, outcome: Outcome, today: Day) -> (NextStep, String) {
    let day = |it: Day| format::day_near(lang, it, today);
    if outcome != Outcome::Open {
        let closed = lead.closes.map(|it| lang.lead_closed_on(&day(it)));
        return (NextStep::Closed, closed.unwrap_or_default());
    }
    let late = lead.next_step_on.is_some_and(|it| it < today);
    let state = if late { NextStep::Late } else { NextStep::Planned };
    match (lead.next_step.is_empty(), lead.next_step_on) {
        (true, None) => (NextStep::Missing, lang.lead_no_next_step().to_owned()),
        (true, Some(on)) => (state, day(on)),
        (false, None) => (NextStep::Missing, lang.lead_step_undated(&lead.next_step)),
        (false, Some(on)) => (state, format!("{} · {}", day(on), lead.next_step)),
    }
}

//! A plan as it is built: its written form as sections of fields, and what editing one does to it.
//!
//! The written form is the draft. It may be unfinished; what is wrong then stands beside its field.

mod edit;
mod form;
mod lines;
mod piece;
mod rare;
mod sharing;
mod start;

use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::commission::Plan;
use crate::domain::commission::format;
use crate::domain::commission::kept::{Ending, PayPlan};
use crate::domain::id::PayPlanId;
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::name_order::NameOrder;

pub use edit::{Edit, edited};
pub use piece::Piece;
pub use sharing::shared_alike;
pub use start::tiered;

/// A section of the form: the plan, a part of it, or something it has besides.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionView {
    /// Its place in the written form.
    pub path: String,
    /// What it is.
    pub title: String,
    /// The fields that nearly every plan fills in.
    pub fields: Vec<FieldView>,
    /// The others, which are folded.
    pub more: Vec<FieldView>,
    /// Whether something is filled in among the others.
    pub is_more_used: bool,
    /// Its lines: tiers, levels, periods.
    pub steps: Vec<StepView>,
    /// What adds a line, and what it says.
    pub add_step: Option<(String, String)>,
    /// What takes it away says; none for the plan itself.
    pub remove: Option<String>,
}

/// A line of a section.
#[derive(Clone, Debug, PartialEq)]
pub struct StepView {
    /// Its place in the written form.
    pub path: String,
    /// Its fields.
    pub fields: Vec<FieldView>,
    /// What takes it away says; none for the only one.
    pub remove: Option<String>,
}

/// A field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldView {
    /// Its place in the written form.
    pub path: String,
    /// Its name.
    pub label: String,
    /// What is filled in.
    pub value: String,
    /// How it is filled in.
    pub kind: FieldKind,
    /// What is wrong with it.
    pub error: Option<String>,
}

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldKind {
    /// By typing.
    Text,
    /// By choosing a day.
    Day,
    /// By ticking.
    Tick,
    /// By choosing: what is kept, and what it says.
    Choice(Vec<(String, String)>),
}

/// The form of a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BuilderView {
    /// Its sections.
    pub sections: Vec<SectionView>,
    /// What is wrong where no field shows it.
    pub error: Option<String>,
    /// All that can be added, always in the same order.
    pub pieces: Vec<PieceView>,
}

/// Something that can be added to a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PieceView {
    /// What.
    pub piece: Piece,
    /// What it is called.
    pub name: String,
    /// Whether the plan has it already, and can have it once only.
    pub is_taken: bool,
}

/// A plan as it is filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanDraft {
    /// The record, whose plan may be unfinished.
    pub plan: PayPlan,
    /// What a period may cost, as typed.
    pub budget: String,
    /// Older plans that end when this one is published.
    pub ends: Vec<Ending>,
}

/// A plan to be edited; a new one pays a rate each month from the beginning of
/// the quarter.
pub fn draft(workspace: &Workspace, lang: Lang, id: PayPlanId, today: Day) -> PlanDraft {
    if let Some(known) = workspace.pay_plans.get(id) {
        let budget = known.budget.map(crate::present::format::editable).unwrap_or_default();
        return PlanDraft { plan: known.clone(), budget, ..PlanDraft::default() };
    }
    let settings = workspace.settings();
    let start = settings.fiscal_start();
    let first = start.quarter_of(today).span(start).map_or(today, |it| it.first);
    let starts = match start.month() {
        1 => String::new(),
        month => format!("\"year_starts\":{month},"),
    };
    let currency = settings.currency();
    let plan = format!(
        "{{\"currency\":\"{currency}\",\"period\":\"month\",{starts}\"from\":\"{first}\",\"components\":[{{\"rate\":\"5%\"}}]}}"
    );
    let taken = |name: &str| workspace.pay_plans.values().any(|it| it.name == name);
    let name = lang.plan_new_name();
    let numbered = (2..).map(|it| format!("{name} {it}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    let name = names.find(|it| !taken(it)).unwrap_or_default();
    let people = workspace.people.iter().filter(|(_, it)| it.is_active(today));
    let people = people.map(|(id, _)| id).collect();
    PlanDraft { plan: PayPlan { name, plan, people, ..PayPlan::default() }, ..PlanDraft::default() }
}

impl PlanDraft {
    /// The names of those whom it pays, in order.
    pub fn names(&self, workspace: &Workspace) -> Vec<String> {
        let known = self.plan.people.iter().filter_map(|it| workspace.people.get(*it));
        let mut names: Vec<String> = known.map(|it| it.name.clone()).collect();
        arrange::by_cached_key(&mut names, |it| NameOrder::of(it));
        names
    }

    /// What a period may cost, in the plan's currency; `None` where what is typed is no amount.
    pub fn budget(&self) -> Option<Option<Money>> {
        let text = self.budget.trim();
        if text.is_empty() {
            return Some(None);
        }
        let currency = format::plan_of_text(&self.plan.plan).ok()?.currency;
        let minor = crate::present::format::parse_money(text, currency).filter(|it| 0 < *it)?;
        Some(Some(Money::new(minor, currency)))
    }
}

impl BuilderView {
    /// The form of a written plan that pays these people.
    pub fn new(lang: Lang, text: &str, people: &[String]) -> BuilderView {
        form::view(lang, text, people)
    }
}

/// The plan that a written form says; what is wrong with it otherwise.
pub fn read(lang: Lang, text: &str) -> Result<Plan, String> {
    format::plan_of_text(text).map_err(|it| lang.format_wrong(&it))
}

#[cfg(test)]
mod tests;

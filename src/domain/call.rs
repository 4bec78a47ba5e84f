//! Calls: what the rep and the manager each say will become of a deal in the quarter in which it
//! is expected to close.
//!
//! A call belongs to a deal and a fiscal quarter and lies in a record of its own: whatever stage
//! the deal comes to, the call stays as it was said, and a deal that slips into the next quarter
//! needs a new one there while the old one is told of. What nobody has said is no call and is
//! never taken for one.

use std::fmt;
use std::str::FromStr;

use super::calendar::{Day, Period};
use super::id::{CallId, LeadId, PersonId};
use super::insight::Rate;
use super::lead::Lead;
use super::pipeline::Outcome;
use super::value::text_scalar;
use super::workspace::Workspace;

/// What somebody says will become of a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// It will be won.
    Commit,
    /// It will be won if all goes well.
    BestCase,
    /// It is worked on.
    Pipeline,
    /// It does not count.
    Omitted,
}

/// Who says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Caller {
    /// Who works on the deal.
    Rep,
    /// The manager.
    Manager,
}

/// A text that names neither a category nor a caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACall;

impl Category {
    /// Every category, the surest first.
    pub const ALL: [Category; 4] =
        [Category::Commit, Category::BestCase, Category::Pipeline, Category::Omitted];
}

impl Caller {
    /// Both.
    pub const ALL: [Caller; 2] = [Caller::Rep, Caller::Manager];
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Category::Commit => "commit",
            Category::BestCase => "best-case",
            Category::Pipeline => "pipeline",
            Category::Omitted => "omitted",
        })
    }
}

impl FromStr for Category {
    type Err = NotACall;

    fn from_str(text: &str) -> Result<Category, NotACall> {
        Category::ALL.into_iter().find(|it| it.to_string() == text).ok_or(NotACall)
    }
}

impl fmt::Display for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Caller::Rep => "rep",
            Caller::Manager => "manager",
        })
    }
}

impl FromStr for Caller {
    type Err = NotACall;

    fn from_str(text: &str) -> Result<Caller, NotACall> {
        Caller::ALL.into_iter().find(|it| it.to_string() == text).ok_or(NotACall)
    }
}

text_scalar!(Category);

record! {
    /// What is said of a deal for a quarter.
    pub struct DealCall(CallId) {
        /// The deal.
        lead: Option<LeadId>,
        /// The fiscal quarter.
        period: Option<Period>,
        /// The rep's call.
        rep: Option<Category>,
        /// Who worked on the deal when the rep's call was last made.
        rep_by: Option<PersonId>,
        /// The manager's call.
        manager: Option<Category>,
        /// The name of the team's manager when that was last made.
        manager_by: String,
    }
}

impl DealCall {
    /// The id of what is said of a deal for a quarter: the same on every tablet.
    pub fn id_of(lead: LeadId, period: Period) -> CallId {
        CallId::of_key(&format!("call/{lead}/{period}"))
    }

    /// What somebody says.
    pub fn of(&self, caller: Caller) -> Option<Category> {
        match caller {
            Caller::Rep => self.rep,
            Caller::Manager => self.manager,
        }
    }
}

/// The quarter that a deal is called for: the one in which it is expected to close.
pub fn call_period(workspace: &Workspace, lead: &Lead) -> Option<Period> {
    lead.closes.map(|it| workspace.settings().fiscal_start().quarter_of(it))
}

/// What is said of a deal for the quarter in which it is expected to close.
pub fn call_of<'a>(workspace: &'a Workspace, id: LeadId, lead: &Lead) -> Option<&'a DealCall> {
    workspace.calls.get(DealCall::id_of(id, call_period(workspace, lead)?))
}

/// How calls of each category turned out over quarters that are over: how many were won in just
/// the quarter they were called for. `counts` says whose deals are looked at.
pub fn turned_out(
    workspace: &Workspace,
    caller: Caller,
    today: Day,
    counts: &dyn Fn(&Lead) -> bool,
) -> [Option<Rate>; 4] {
    let mut tried = [(0_u64, 0_u64); 4];
    for call in past_calls(workspace, caller, today).filter(|it| counts(it.about)) {
        let (won, all) = &mut tried[call.category as usize];
        *won += u64::from(call.is_won);
        *all += 1;
    }
    tried.map(|(won, all)| Rate::new(won, all))
}

/// A call of a quarter that is over.
#[derive(Clone, Copy, Debug)]
pub struct PastCall<'a> {
    /// The deal.
    pub lead: LeadId,
    /// The same in full.
    pub about: &'a Lead,
    /// What was said of it.
    pub category: Category,
    /// Whether it was won in just that quarter.
    pub is_won: bool,
}

/// The calls of quarters that are over.
pub fn past_calls(
    workspace: &Workspace,
    caller: Caller,
    today: Day,
) -> impl Iterator<Item = PastCall<'_>> {
    let start = workspace.settings().fiscal_start();
    workspace.calls.values().filter_map(move |call| {
        let (category, span) = call.of(caller).zip(call.period.and_then(|it| it.span(start)))?;
        let (lead, about) = (call.lead?, workspace.leads.find(call.lead)?);
        let is_won = about.outcome(workspace) == Outcome::Won
            && about.closes.is_some_and(|it| span.holds(it));
        (span.last < today).then_some(PastCall { lead, about, category, is_won })
    })
}

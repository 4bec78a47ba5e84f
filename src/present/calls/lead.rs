//! The calls of one deal, and how each of them changed.

use crate::domain::calendar::Period;
use crate::domain::call::{Caller, Category, DealCall, call_period};
use crate::domain::id::{CallId, LeadId};
use crate::domain::pipeline::Outcome;
use crate::domain::record::Record;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::lead::Past;

/// Whether a deal can be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It can.
    Open,
    /// Nobody has said when it is expected to close.
    Undated,
    /// It is won or lost.
    Closed,
}

/// The calls of one deal.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadCalls {
    /// Where they are kept; none while it has no day.
    pub id: Option<CallId>,
    /// What it is called.
    pub title: String,
    /// For which quarter it is called; empty while it has no day.
    pub period: String,
    /// Whether it can be called.
    pub state: State,
    /// The calls of rep and manager.
    pub calls: [Option<Category>; 2],
}

/// The calls of a deal; none where it is not there.
pub fn lead_calls(workspace: &Workspace, lang: Lang, id: LeadId) -> Option<LeadCalls> {
    let lead = workspace.leads.get(id)?;
    let period: Option<Period> = call_period(workspace, lead);
    let state = match lead.outcome(workspace) {
        Outcome::Open if period.is_none() => State::Undated,
        Outcome::Open => State::Open,
        Outcome::Won | Outcome::Lost => State::Closed,
    };
    let call_id = period.map(|it| DealCall::id_of(id, it));
    let call = workspace.calls.find(call_id);
    Some(LeadCalls {
        id: call_id,
        title: crate::domain::apply::lead_heading(workspace, lead),
        period: period.map(|it| format::period(lang, it)).unwrap_or_default(),
        state,
        calls: Caller::ALL.map(|it| call.and_then(|call| call.of(it))),
    })
}

/// One change of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallEvent {
    /// When.
    pub when: String,
    /// Who, from what to what.
    pub what: String,
}

/// How the calls of a deal changed, latest first, the rep's and the manager's each for itself; from
/// what the journal has of their record, latest first.
pub fn call_history(workspace: &Workspace, lang: Lang, changes: &[Past]) -> [Vec<CallEvent>; 2] {
    let mut call = DealCall::default();
    let mut events: [Vec<CallEvent>; 2] = Default::default();
    for past in changes.iter().rev() {
        let before = call.clone();
        for (field, value) in &past.fields {
            call.load(field, value);
        }
        for (caller, events) in Caller::ALL.into_iter().zip(&mut events) {
            let (from, to) = (before.of(caller), call.of(caller));
            if from != to {
                let when = format::moment(lang, past.millis, past.minutes_ahead);
                let who = who(workspace, lang, &call, caller);
                let what = lang.calls_change(&who, category(lang, from), category(lang, to));
                events.insert(0, CallEvent { when, what });
            }
        }
    }
    events
}

fn category(lang: Lang, category: Option<Category>) -> &'static str {
    category.map_or(lang.category_none(), |it| lang.category(it))
}

/// Who called, with the name that was known then.
fn who(workspace: &Workspace, lang: Lang, call: &DealCall, caller: Caller) -> String {
    let name = match caller {
        Caller::Rep => workspace.people.find(call.rep_by).map(|it| it.name.as_str()),
        Caller::Manager => Some(call.manager_by.as_str()),
    };
    match name.filter(|it| !it.is_empty()) {
        Some(name) => lang.calls_change_by(lang.caller(caller), name),
        None => lang.caller(caller).to_owned(),
    }
}

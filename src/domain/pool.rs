//! The pool: open leads that nobody works on, claimed by people and given back.
//!
//! A claim is alive while the lead is open and with who claimed it; a lead that was assigned is
//! nobody's claim. A claimed lead falls due back after some days in which nobody has worked on it:
//! it came to no other stage, and no word with the customer was logged. It goes back only when the
//! manager says so.

use std::collections::BTreeMap;

use super::activity::Activity;
use super::arrange;
use super::calendar::Day;
use super::id::{LeadId, PersonId, PoolRulesId, RecordId};
use super::lead::Lead;
use super::pipeline::Outcome;
use super::workspace::Workspace;

record! {
    /// The rules of the pool.
    pub struct PoolRules(PoolRulesId) {
        /// How many claimed leads a person may hold while they are open; none means
        /// [`USUAL_CLAIM_LIMIT`], 0 means any number.
        claim_limit: Option<i64>,
        /// After how many days without work on it a claimed lead falls due back; none means
        /// [`USUAL_RECLAIM_DAYS`], 0 means never.
        reclaim_days: Option<i64>,
    }
}

/// How many claimed leads a person may hold until the manager says otherwise.
pub const USUAL_CLAIM_LIMIT: i64 = 5;
/// After how many days a claimed lead falls due back until the manager says otherwise.
pub const USUAL_RECLAIM_DAYS: i64 = 14;

impl PoolRules {
    /// The id of the one record.
    pub const ID: PoolRulesId = PoolRulesId(RecordId(2));

    /// The rules that hold.
    pub fn of(workspace: &Workspace) -> PoolRules {
        workspace.pool_rules.get(PoolRules::ID).cloned().unwrap_or_default()
    }

    /// How many claimed leads a person may hold; none means any number.
    pub fn limit(&self) -> Option<i64> {
        Some(self.claim_limit.unwrap_or(USUAL_CLAIM_LIMIT)).filter(|it| 0 < *it)
    }

    /// After how many days without a move a claimed lead falls due back; none means never.
    pub fn days(&self) -> Option<u64> {
        let days = self.reclaim_days.unwrap_or(USUAL_RECLAIM_DAYS);
        u64::try_from(days).ok().filter(|it| *it != 0)
    }
}

/// Whether a lead waits in the pool: open, and nobody's.
pub fn is_pooled(workspace: &Workspace, lead: &Lead) -> bool {
    lead.owner.is_none_or(|it| !workspace.people.has(it))
        && lead.outcome(workspace) == Outcome::Open
}

/// The leads of the pool; those that have waited longest first.
pub fn pooled(workspace: &Workspace) -> Vec<LeadId> {
    let leads = workspace.leads.iter().filter(|(_, lead)| is_pooled(workspace, lead));
    let mut leads: Vec<_> = leads.map(|(id, lead)| (waits_since(lead), id)).collect();
    arrange::by_key(&mut leads, |(since, id)| (since.is_none(), *since, *id));
    leads.into_iter().map(|(_, id)| id).collect()
}

/// Since when a lead of the pool waits.
pub fn waits_since(lead: &Lead) -> Option<Day> {
    lead.returned_on.or(lead.created)
}

/// Who holds an open lead by a claim.
pub fn claimant(workspace: &Workspace, lead: &Lead) -> Option<PersonId> {
    let person = lead.claimed_by.filter(|it| lead.owner == Some(*it))?;
    (lead.outcome(workspace) == Outcome::Open).then_some(person)
}

/// How many open leads each person holds by a claim.
pub fn claims(workspace: &Workspace) -> BTreeMap<PersonId, i64> {
    let mut claims = BTreeMap::new();
    for person in workspace.leads.values().filter_map(|it| claimant(workspace, it)) {
        *claims.entry(person).or_default() += 1;
    }
    claims
}

/// The day on which a claimed lead falls due back unless somebody works on it; none for a lead that
/// nobody claimed, or where nothing falls due.
pub fn due_back(workspace: &Workspace, rules: &PoolRules, id: LeadId) -> Option<Day> {
    let lead = workspace.leads.get(id)?;
    claimant(workspace, lead)?;
    let words = workspace.activities.values().filter(|it| it.lead == Some(id));
    due_after(rules, lead, words.filter_map(word_on).max())
}

/// The day of something that was done about a lead, where that was a word with the customer: a plan
/// or a note to oneself is none.
fn word_on(activity: &Activity) -> Option<Day> {
    activity.on.filter(|_| !activity.planned && activity.kind().is_word())
}

/// When a claimed lead falls due back, given the last word about it.
fn due_after(rules: &PoolRules, lead: &Lead, word: Option<Day>) -> Option<Day> {
    let days = rules.days()?;
    let worked = [lead.claimed?].into_iter().chain(lead.stage_since).chain(word).max()?;
    Some(worked.plus(days))
}

/// The claimed leads that are due back by a day with the day on which they fell due, the longest
/// overdue first; from one pass over leads and one over activities.
pub fn overdue(workspace: &Workspace, today: Day) -> Vec<(Day, LeadId)> {
    let rules = PoolRules::of(workspace);
    let claimed = workspace.leads.iter().filter(|(_, it)| claimant(workspace, it).is_some());
    let mut words: BTreeMap<LeadId, (&Lead, Option<Day>)> =
        claimed.map(|(id, lead)| (id, (lead, None))).collect();
    for activity in workspace.activities.values() {
        let about = activity.lead.and_then(|it| words.get_mut(&it));
        if let (Some((_, last)), Some(on)) = (about, word_on(activity)) {
            *last = (*last).max(Some(on));
        }
    }
    let due = |(id, (lead, word))| Some((due_after(&rules, lead, word)?, id));
    let mut leads: Vec<_> = words.into_iter().filter_map(due).collect();
    leads.retain(|(due, _)| *due <= today);
    arrange::naturally(&mut leads);
    leads
}

/// Why leads went back to the pool, and how often, the most frequent first.
pub fn reasons(workspace: &Workspace) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for reason in workspace.leads.values().flat_map(|it| &it.returned) {
        *counts.entry(reason.as_str()).or_default() += 1;
    }
    let mut reasons: Vec<(&str, usize)> = counts.into_iter().collect();
    arrange::by_key(&mut reasons, |(_, count)| std::cmp::Reverse(*count));
    reasons.into_iter().map(|(reason, count)| (reason.to_owned(), count)).collect()
}

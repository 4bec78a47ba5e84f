//! Facts worth a word that nobody has said yet, each with its evidence.
//!
//! A fact is read from what is there: deals, activities, promises. It goes once somebody is thanked
//! for it, and [`WINDOW`] days after it happened.

use std::collections::BTreeMap;

use super::won_in;
use crate::domain::arrange;
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::id::{LeadId, PersonId};
use crate::domain::insight::median;
use crate::domain::pipeline::Outcome;
use crate::domain::rates::{Rates, Total};
use crate::domain::round::{first_said, revealed};
use crate::domain::workspace::Workspace;

/// For so many days a fact is fresh.
pub const WINDOW: u64 = 60;
/// A way is long from so many times the median of all won deals on.
pub const LONG: f64 = 2.0;
/// From so many won deals on it is known what is usual.
pub const ENOUGH: usize = 5;
/// Somebody is a starter for so many days.
pub const STARTER: i64 = 365;

/// Something that somebody did.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Who.
    pub person: PersonId,
    /// The day on which it was done.
    pub on: Day,
    /// What.
    pub kind: FactKind,
    /// The deal that shows it.
    pub lead: Option<LeadId>,
}

/// What somebody did.
#[derive(Clone, Debug, PartialEq)]
pub enum FactKind {
    /// Won a deal after a long way: the days it took, and the usual days.
    LongWay(i64, i64),
    /// A starter won the first deal: days since the start.
    FirstWin(i64),
    /// Won a deal that nobody wanted: it was claimed out of the pool.
    FromPool,
    /// Helped with a deal of this colleague that was won: how many words with the customer.
    Helped(PersonId, u64),
    /// Won at least what was committed for a period.
    KeptPromise(Period),
}

impl Fact {
    /// What praise remembers it by; the same whenever it is read.
    pub fn key(&self) -> String {
        let what = match &self.kind {
            FactKind::LongWay(..) => "long-way".to_owned(),
            FactKind::FirstWin(_) => "first-win".to_owned(),
            FactKind::FromPool => "from-pool".to_owned(),
            FactKind::Helped(..) => "helped".to_owned(),
            FactKind::KeptPromise(period) => format!("kept-promise {period}"),
        };
        let lead = self.lead.map(|it| it.to_string()).unwrap_or_default();
        format!("{what} {} {lead}", self.person).trim_end().to_owned()
    }
}

/// What is worth a word and has had none, the latest first.
pub fn facts(workspace: &Workspace, today: Day) -> Vec<Fact> {
    let days = Span { first: today.minus(WINDOW), last: today };
    let mut facts = of_deals(workspace, days);
    facts.extend(helped(workspace, days));
    facts.extend(kept_promises(workspace, days, today));
    let thanked = |fact: &Fact| {
        let key = fact.key();
        workspace.praises.values().any(|it| it.fact == key)
    };
    facts.retain(|it| !thanked(it));
    arrange::by_cached_key(&mut facts, |it| (std::cmp::Reverse(it.on), it.key()));
    facts
}

fn of_deals(workspace: &Workspace, days: Span) -> Vec<Fact> {
    let usual = usual_days(workspace);
    let firsts = first_wins(workspace);
    let mut facts = Vec::new();
    for (id, lead, person) in won_in(workspace, days) {
        let Some(on) = lead.closes else { continue };
        let mut add = |kind| facts.push(Fact { person, on, kind, lead: Some(id) });
        if let Some((took, usual)) = lead.days_to_close().zip(usual)
            && LONG * usual <= took as f64
        {
            add(FactKind::LongWay(took, usual.round() as i64));
        }
        let started = workspace.people.get(person).and_then(|it| it.started);
        if let Some(since) = started.map(|it| on.days_since(it))
            && (0..=STARTER).contains(&since)
            && firsts.get(&person) == Some(&(on, id))
        {
            add(FactKind::FirstWin(since));
        }
        if lead.claimed_by == Some(person) {
            add(FactKind::FromPool);
        }
    }
    facts
}

/// The median days of all won deals; none from fewer than [`ENOUGH`], or where it is no day.
fn usual_days(workspace: &Workspace) -> Option<f64> {
    let won = workspace.leads.values().filter(|it| it.outcome(workspace) == Outcome::Won);
    let days = won.filter_map(|it| it.days_to_close()).filter(|it| 0 <= *it);
    let days: Vec<i64> = days.collect();
    let usual = (ENOUGH <= days.len()).then(|| median(&days)).flatten();
    usual.filter(|it| 0.0 < *it)
}

/// The first deal that each person won.
fn first_wins(workspace: &Workspace) -> BTreeMap<PersonId, (Day, LeadId)> {
    let mut firsts = BTreeMap::new();
    for (id, lead) in workspace.leads.iter() {
        if lead.outcome(workspace) != Outcome::Won {
            continue;
        }
        let Some((person, on)) = lead.owner.zip(lead.closes) else { continue };
        let first = firsts.entry(person).or_insert((on, id));
        *first = (*first).min((on, id));
    }
    firsts
}

/// Who had a word with the customer of a colleague's deal before it was won.
fn helped(workspace: &Workspace, days: Span) -> Vec<Fact> {
    let mut words: BTreeMap<(LeadId, PersonId), u64> = BTreeMap::new();
    let said = workspace.activities.values().filter(|it| !it.planned && it.kind().is_word());
    for it in said {
        let Some((lead_id, person)) = it.lead.zip(it.person) else { continue };
        let Some(lead) = workspace.leads.get(lead_id) else { continue };
        let before = it.on.is_some_and(|on| lead.closes.is_some_and(|day| on <= day));
        if before && lead.owner.is_some_and(|it| it != person) && workspace.people.has(person) {
            *words.entry((lead_id, person)).or_default() += 1;
        }
    }
    let mut facts = Vec::new();
    for (lead_id, lead, owner) in won_in(workspace, days) {
        let Some(on) = lead.closes else { continue };
        let own = words.range((lead_id, PersonId::drawn(0))..=(lead_id, PersonId::drawn(u64::MAX)));
        facts.extend(own.map(|((_, person), words)| Fact {
            person: *person,
            on,
            kind: FactKind::Helped(owner, *words),
            lead: Some(lead_id),
        }));
    }
    facts
}

/// Who has won at least what they first committed to, in periods that have just ended.
fn kept_promises(workspace: &Workspace, days: Span, today: Day) -> Vec<Fact> {
    let start = workspace.settings().fiscal_start();
    let mut facts = Vec::new();
    for ((person, period), (_, currency, said)) in first_said(&revealed(workspace), workspace) {
        let Some(span) = period.span(start) else { continue };
        if said.commit <= 0 || !days.holds(span.last) || today <= span.last {
            continue;
        }
        let rates = Rates::on(workspace, span.last);
        let own = won_in(workspace, span).filter(|(_, _, owner)| *owner == person);
        let total = Total::of(&rates, own.filter_map(|(_, it, _)| it.amount));
        let won = total.sum(&rates).filter(|it| it.currency == currency);
        if won.is_some_and(|it| said.commit <= it.minor) && workspace.people.has(person) {
            let kind = FactKind::KeptPromise(period);
            facts.push(Fact { person, on: span.last, kind, lead: None });
        }
    }
    facts
}

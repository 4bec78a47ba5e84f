//! Competitors, and where they stand on a deal.

use std::fmt;
use std::str::FromStr;

use super::calendar::Day;
use super::id::{CompetitorId, LeadId, RivalId};
use super::insight::Rate;
use super::money::Money;
use super::pipeline::Outcome;
use super::workspace::Workspace;

record! {
    /// Somebody who sells the same to the same customers.
    pub struct Competitor(CompetitorId) {
        /// The name.
        name: String,
        /// What they are good at.
        strengths: String,
        /// What they are not.
        weaknesses: String,
        /// Remarks.
        note: String,
        /// The day this was last seen to be so.
        seen_on: Option<Day>,
    }
}

record! {
    /// A competitor on a deal.
    pub struct Rival(RivalId) {
        /// The deal.
        lead: Option<LeadId>,
        /// The competitor.
        competitor: Option<CompetitorId>,
        /// What they ask for it.
        price: Option<Money>,
        /// What they offer.
        offers: String,
        /// What became of them.
        result: RivalResult,
    }
}

/// What became of a competitor on a deal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RivalResult {
    /// Still there, or nobody said.
    #[default]
    Open,
    /// Out of it.
    Out,
    /// Got the deal.
    Won,
}

impl RivalResult {
    /// Every result.
    pub const ALL: [RivalResult; 3] = [RivalResult::Open, RivalResult::Out, RivalResult::Won];
}

/// A text that names no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAResult;

impl fmt::Display for RivalResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            RivalResult::Open => "open",
            RivalResult::Out => "out",
            RivalResult::Won => "won",
        })
    }
}

impl FromStr for RivalResult {
    type Err = NotAResult;

    fn from_str(text: &str) -> Result<RivalResult, NotAResult> {
        RivalResult::ALL.into_iter().find(|it| it.to_string() == text).ok_or(NotAResult)
    }
}

impl super::value::Field for RivalResult {
    fn to_value(&self) -> super::value::Value {
        super::value::Value::text(self.to_string())
    }

    fn from_value(value: &super::value::Value) -> Option<RivalResult> {
        value.as_text()?.parse().ok()
    }
}

impl Rival {
    /// The record of a competitor on a deal: the one that is there, or the one to be made.
    pub fn id_of(workspace: &Workspace, lead: LeadId, competitor: CompetitorId) -> RivalId {
        let is_it = |it: &Rival| it.lead == Some(lead) && it.competitor == Some(competitor);
        let known = workspace.rivals.iter().find(|(_, it)| is_it(it)).map(|(id, _)| id);
        known.unwrap_or_else(|| RivalId::of_key(&format!("rival/{lead}/{competitor}")))
    }
}

/// How own deals went on which a competitor stood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Deals that are open.
    pub open: u64,
    /// Deals won in spite of them.
    pub won: u64,
    /// Deals lost on which they stood, to whomever.
    pub lost: u64,
    /// Of these, lost to them as somebody said.
    pub lost_to: u64,
}

impl Standing {
    /// Counts a deal.
    pub fn add(&mut self, outcome: Outcome, result: RivalResult) {
        match outcome {
            Outcome::Open => self.open += 1,
            Outcome::Won => self.won += 1,
            Outcome::Lost => {
                self.lost += 1;
                self.lost_to += u64::from(result == RivalResult::Won);
            }
        }
    }

    /// Own wins among closed deals on which they stood, with the interval.
    pub fn win_rate(self) -> Option<Rate> {
        Rate::new(self.won, self.won + self.lost)
    }
}

/// The deals of a competitor, each once.
pub fn deals_against(workspace: &Workspace, id: CompetitorId) -> Vec<(LeadId, RivalResult)> {
    let mut deals: Vec<(LeadId, RivalResult)> = Vec::new();
    for rival in workspace.rivals.values().filter(|it| it.competitor == Some(id)) {
        let Some(lead) = rival.lead.filter(|it| workspace.leads.has(*it)) else { continue };
        match deals.iter_mut().find(|(it, _)| *it == lead) {
            Some((_, result)) if rival.result == RivalResult::Won => *result = rival.result,
            Some(_) => {}
            None => deals.push((lead, rival.result)),
        }
    }
    deals
}

/// How a competitor's deals went.
pub fn standing(workspace: &Workspace, id: CompetitorId) -> Standing {
    let mut standing = Standing::default();
    for (lead, result) in deals_against(workspace, id) {
        let outcome = workspace.leads.get(lead).map(|it| it.outcome(workspace));
        standing.add(outcome.unwrap_or_default(), result);
    }
    standing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(deals: &[(Outcome, RivalResult)], expect: (u64, u64, u64, u64)) {
        let mut standing = Standing::default();
        deals.iter().for_each(|(outcome, result)| standing.add(*outcome, *result));
        assert_eq!((standing.open, standing.won, standing.lost, standing.lost_to), expect);
    }

    #[test]
    fn lost_and_lost_to_them_are_two_counts() {
        check(
            &[(Outcome::Lost, RivalResult::Won), (Outcome::Lost, RivalResult::Out)],
            (0, 0, 2, 1),
        );
        check(
            &[(Outcome::Won, RivalResult::Open), (Outcome::Open, RivalResult::Open)],
            (1, 1, 0, 0),
        );
    }
}

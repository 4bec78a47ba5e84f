//! Competitors and losses as people see them.

use std::collections::BTreeMap;

use super::format;
use super::loss::learnt;
use super::name_order::NameOrder;
use super::price::PriceDraft;
use super::team::words::win_rate;
use crate::domain::apply::lead_title;
use crate::domain::arrange;
use crate::domain::command::Command;
use crate::domain::competition::{Rival, RivalResult, deals_against, standing};
use crate::domain::id::{CompetitorId, LeadId, LossReasonId, RivalId};
use crate::domain::loss::ordered_reasons;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// The tables that the page is read from.
pub const COMPETITION_TABLES: [Table; 7] = [
    Table::Competitors,
    Table::Rivals,
    Table::Leads,
    Table::Customers,
    Table::Stages,
    Table::LossReasons,
    Table::Debriefs,
];

/// How many of the reasons that leads were lost for are offered until the manager has set some.
const OFFERED_REASONS: usize = 7;

/// A competitor in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct CompetitorRow {
    /// The competitor.
    pub id: CompetitorId,
    /// The name.
    pub name: String,
    /// Own wins, own losses, losses to them, open deals.
    pub counts: [u64; 4],
    /// Own win rate, or the counts where they are too few.
    pub rate: String,
    /// The interval, or what is missing.
    pub rate_note: String,
    /// When it was last confirmed.
    pub seen: String,
}

/// All competitors by name: they are listed, not ranked.
pub fn competitors(workspace: &Workspace, lang: Lang) -> Vec<CompetitorRow> {
    let mut rows: Vec<CompetitorRow> = workspace
        .competitors
        .iter()
        .map(|(id, it)| {
            let standing = standing(workspace, id);
            let (rate, rate_note) = win_rate(lang, standing.win_rate());
            CompetitorRow {
                id,
                name: it.name.clone(),
                counts: [standing.won, standing.lost, standing.lost_to, standing.open],
                rate,
                rate_note,
                seen: it.seen_on.map(|day| format::day(lang, day)).unwrap_or_default(),
            }
        })
        .collect();
    arrange::by_cached_key(&mut rows, |it| NameOrder::of(&it.name));
    rows
}

/// A lead in a list: what it is called, and what it is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadLine {
    /// The lead.
    pub id: LeadId,
    /// What it is called.
    pub title: String,
    /// What it is worth.
    pub amount: String,
    /// The stage it is in, and what was learnt where it was lost.
    pub stage: String,
}

fn line(workspace: &Workspace, lang: Lang, id: LeadId) -> Option<LeadLine> {
    let lead = workspace.leads.get(id)?;
    let stage = workspace.stages.find(lead.stage).map(|it| it.name.clone());
    let told = stage.into_iter().chain(learnt(workspace, id)).collect::<Vec<_>>();
    Some(LeadLine {
        id,
        title: lead_title(workspace, lead),
        amount: lead.amount.map(|it| format::money(lang, it)).unwrap_or_default(),
        stage: told.join(" · "),
    })
}

/// The deals on which a competitor stood.
pub fn deals(workspace: &Workspace, lang: Lang, id: CompetitorId) -> Vec<LeadLine> {
    let deals = deals_against(workspace, id).into_iter();
    deals.filter_map(|(lead, _)| line(workspace, lang, lead)).collect()
}

/// A competitor on a deal.
#[derive(Clone, Debug, PartialEq)]
pub struct RivalRow {
    /// The record.
    pub id: RivalId,
    /// The competitor's name.
    pub name: String,
    /// Its price; empty where nobody knows.
    pub price: String,
    /// What it offers.
    pub offers: String,
    /// What became of it.
    pub result: RivalResult,
}

/// The competitors on a deal.
pub fn rivals(workspace: &Workspace, lang: Lang, lead: LeadId) -> Vec<RivalRow> {
    let own = workspace.rivals.iter().filter(|(_, it)| it.lead == Some(lead));
    let row = |(id, it): (RivalId, &Rival)| RivalRow {
        id,
        name: workspace
            .competitors
            .find(it.competitor)
            .map(|it| it.name.clone())
            .unwrap_or_default(),
        price: it.price.map(|it| format::money(lang, it)).unwrap_or_default(),
        offers: it.offers.clone(),
        result: it.result,
    };
    own.map(row).collect()
}

/// A competitor on a deal as filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RivalDraft {
    /// The competitor's name.
    pub name: String,
    /// Its price.
    pub price: PriceDraft,
    /// Everything else.
    pub rival: Rival,
}

/// The form of a competitor on a deal, or of one that is new there; its price is in the deal's
/// currency unless it says another.
pub fn rival_draft(workspace: &Workspace, lead: LeadId, rival: Option<RivalId>) -> RivalDraft {
    let known = rival.and_then(|id| workspace.rivals.get(id)).cloned();
    let rival = known.unwrap_or(Rival { lead: Some(lead), ..Rival::default() });
    let amount = workspace.leads.get(lead).and_then(|it| it.amount);
    let currency = amount.map_or(workspace.settings().currency(), |it| it.currency);
    let named = workspace.competitors.find(rival.competitor).map(|it| it.name.clone());
    RivalDraft {
        name: named.unwrap_or_default(),
        price: PriceDraft::of(rival.price, currency),
        rival,
    }
}

/// All competitors by name, as choices.
pub fn competitor_choices(workspace: &Workspace) -> Vec<(CompetitorId, String)> {
    let all = workspace.competitors.iter().map(|(id, it)| (id, it.name.clone()));
    let mut all: Vec<_> = all.collect();
    arrange::by_cached_key(&mut all, |it| NameOrder::of(&it.1));
    all
}

/// The names of all competitors.
pub fn competitor_names(workspace: &Workspace) -> Vec<String> {
    let mut names: Vec<String> = workspace.competitors.values().map(|it| it.name.clone()).collect();
    arrange::by_cached_key(&mut names, |it| NameOrder::of(it));
    names
}

/// The reasons that are offered: the manager's; until there are any those that leads were lost
/// for, and where nothing was lost yet the usual ones.
pub fn loss_reasons(workspace: &Workspace, lang: Lang) -> Vec<(LossReasonId, String)> {
    let set = ordered_reasons(workspace);
    if !set.is_empty() {
        return set.into_iter().map(|(id, it)| (id, it.name.clone())).collect();
    }
    let said = losses(workspace).into_iter().map(|(reason, _)| reason);
    let said: Vec<String> = said.filter(|it| !it.is_empty()).take(OFFERED_REASONS).collect();
    let usual = || lang.default_loss_reasons().map(str::to_owned).to_vec();
    let offered = if said.is_empty() { usual() } else { said };
    let offered = offered.into_iter().enumerate();
    offered.map(|(place, it)| (LossReasonId::of_key(&format!("default/{place}")), it)).collect()
}

/// How many leads were lost for each reason, the most first; without a reason last.
pub fn losses(workspace: &Workspace) -> Vec<(String, u64)> {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for lead in workspace.leads.values().filter(|it| it.outcome(workspace) == Outcome::Lost) {
        *counts.entry(lead.loss_reason.as_str()).or_default() += 1;
    }
    let mut losses: Vec<(String, u64)> =
        counts.into_iter().map(|(reason, count)| (reason.to_owned(), count)).collect();
    arrange::by_key(&mut losses, |(reason, count)| (reason.is_empty(), std::cmp::Reverse(*count)));
    losses
}

/// The leads that were lost for a reason.
pub fn lost_for(workspace: &Workspace, lang: Lang, reason: &str) -> Vec<LeadLine> {
    let lost = workspace
        .leads
        .iter()
        .filter(|(_, it)| it.loss_reason == reason && it.outcome(workspace) == Outcome::Lost);
    lost.filter_map(|(id, _)| line(workspace, lang, id)).collect()
}

/// The reasons while they are edited.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reasons {
    start: Vec<(LossReasonId, String)>,
    now: Vec<(LossReasonId, String)>,
    /// How many leads were lost for each at the start.
    losses: Vec<(String, u64)>,
    /// What leads say instead of a reason that was taken away.
    instead: BTreeMap<String, String>,
}

impl Reasons {
    /// The reasons as they are, and how often each was said.
    pub fn of(start: Vec<(LossReasonId, String)>, losses: Vec<(String, u64)>) -> Reasons {
        Reasons { now: start.clone(), start, losses, instead: BTreeMap::new() }
    }

    /// The reasons in their order.
    pub fn ids(&self) -> Vec<LossReasonId> {
        self.now.iter().map(|(id, _)| *id).collect()
    }

    /// Their names in their order.
    pub fn names(&self) -> Vec<String> {
        self.now.iter().map(|(_, name)| name.trim().to_owned()).collect()
    }

    /// The name of one.
    pub fn name(&self, id: LossReasonId) -> String {
        let found = self.now.iter().find(|(it, _)| *it == id);
        found.map(|(_, name)| name.clone()).unwrap_or_default()
    }

    /// Adds one without a name.
    pub fn add(&mut self, id: LossReasonId) {
        self.now.push((id, String::new()));
    }

    /// Gives one another name.
    pub fn rename(&mut self, id: LossReasonId, name: String) {
        if let Some((_, known)) = self.now.iter_mut().find(|(it, _)| *it == id) {
            *known = name;
        }
    }

    /// Puts one before the one above it.
    pub fn move_up(&mut self, id: LossReasonId) {
        let place = self.now.iter().position(|(it, _)| *it == id);
        if let Some(place) = place.filter(|it| 0 < *it) {
            self.now.swap(place - 1, place);
        }
    }

    /// Takes one away.
    pub fn remove(&mut self, id: LossReasonId) {
        self.now.retain(|(it, _)| *it != id);
    }

    /// The reasons that were taken away although leads were lost for them, with how many.
    pub fn asked(&self) -> Vec<(String, u64)> {
        let stays = |id| self.now.iter().any(|(it, _)| *it == id);
        let gone = self.start.iter().filter(|(id, _)| !stays(*id));
        let count = |name: &String| self.losses.iter().find(|(it, _)| it == name).cloned();
        gone.filter_map(|(_, name)| count(name)).collect()
    }

    /// What leads say instead of a reason that was taken away; blank where they keep it.
    pub fn instead_of(&self, name: &str) -> String {
        let instead = self.instead.get(name).cloned().unwrap_or_default();
        if self.names().contains(&instead) { instead } else { String::new() }
    }

    /// Chooses what leads say instead of a reason that was taken away.
    pub fn replace(&mut self, name: &str, instead: String) {
        self.instead.insert(name.to_owned(), instead);
    }

    /// The command that sets the reasons, and what leads say instead of an old one.
    pub fn command(&self) -> Command {
        let mut renamed = Vec::new();
        for (id, old) in &self.start {
            let new = match self.now.iter().any(|(it, _)| it == id) {
                true => self.name(*id).trim().to_owned(),
                false => self.instead_of(old),
            };
            if !new.is_empty() && new != *old {
                renamed.push((old.clone(), new));
            }
        }
        Command::SetLossReasons(self.now.clone(), renamed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::LeadId;
    use crate::domain::lead::Lead;
    use crate::present::for_tests::{LOST, OPEN, lead, put, team};

    #[test]
    fn losses_are_counted_by_reason_and_open_their_leads() {
        let mut workspace = team();
        for (id, stage, reason) in
            [(1, LOST, "Price"), (2, LOST, ""), (3, LOST, "Price"), (4, OPEN, "Price")]
        {
            let lead =
                Lead { stage: Some(stage), loss_reason: reason.to_owned(), ..Lead::default() };
            put(&mut workspace, LeadId::drawn(id), &lead);
        }
        assert_eq!(losses(&workspace), [("Price".to_owned(), 2), (String::new(), 1)]);
        assert_eq!(lost_for(&workspace, Lang::En, "Price").len(), 2);
    }

    #[test]
    fn a_reason_that_is_in_use_is_asked_about_before_it_goes() {
        let [price, timing] = [1, 2].map(LossReasonId::drawn);
        let start = vec![(price, "Price".to_owned()), (timing, "Timing".to_owned())];
        let mut reasons = Reasons::of(start, vec![("Price".to_owned(), 3)]);
        reasons.move_up(timing);
        reasons.rename(timing, " When ".to_owned());
        reasons.remove(price);
        assert_eq!(reasons.asked(), [("Price".to_owned(), 3)]);
        reasons.replace("Price", "When".to_owned());
        let when = |from: &str| (from.to_owned(), "When".to_owned());
        let set = vec![(timing, " When ".to_owned())];
        let expect = Command::SetLossReasons(set, vec![when("Price"), when("Timing")]);
        assert_eq!(reasons.command(), expect);
    }

    #[test]
    fn the_usual_reasons_stand_until_there_are_others() {
        assert_eq!(loss_reasons(&team(), Lang::Zh)[0].1, "价格");
        let mut said = team();
        lead(&mut said, 1, None, LOST, 1, "2026-11-01");
        let loss_reason = "Too dear".to_owned();
        let lost =
            Lead { loss_reason, ..said.leads.get(LeadId::drawn(1)).cloned().expect("a lead") };
        put(&mut said, LeadId::drawn(1), &lost);
        let offered: Vec<String> =
            loss_reasons(&said, Lang::En).into_iter().map(|it| it.1).collect();
        assert_eq!(offered, ["Too dear"]);
    }
}

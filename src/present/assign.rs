//! The proposal of an assignment: whose leads, who gets what, and why.

use std::collections::BTreeMap;

use super::assign_books::{AssignBooks, assign_books};
use super::assign_parts::points_words;
use super::{assign_rules, format};
use crate::domain::apply::{lead_about, lead_heading};
use crate::domain::assignment::propose::Proposal;
use crate::domain::assignment::reason::{Why, Whys};
use crate::domain::calendar::Day;
use crate::domain::handover::new_doers;
use crate::domain::id::{LeadId, PersonId};
use crate::domain::lead::Lead;
use crate::domain::money::Money;
use crate::domain::workspace::{Table, Workspace};
use crate::domain::worth::{Amount, Worth};
use crate::i18n::Lang;

pub use crate::domain::assignment::pool::{Pool, pooled};

/// The tables that a proposal is made from.
pub const TABLES: [Table; 9] = [
    Table::People,
    Table::Absences,
    Table::Leads,
    Table::Stages,
    Table::Customers,
    Table::Products,
    Table::Settings,
    Table::AssignmentRules,
    Table::Rates,
];

/// A pool by what is in it and how many leads; `None` where its person is gone.
pub fn pool_words(workspace: &Workspace, lang: Lang, pool: Pool) -> Option<String> {
    let words = match pool {
        Pool::Free => lang.assign_pool_free().to_owned(),
        Pool::Open => lang.assign_pool_open().to_owned(),
        Pool::Of(person) => lang.assign_pool_of(&workspace.people.get(person)?.name),
        Pool::One(lead) => lead_heading(workspace, workspace.leads.get(lead)?),
    };
    let count = format::count(lang, pooled(workspace, pool).len() as u64);
    Some([words, count].join(" · "))
}

/// What was chosen by hand in place of the proposal.
pub type ByHand = BTreeMap<LeadId, PersonId>;

/// The choices as the tablet keeps them: a lead and a person a line.
pub fn by_hand_text(chosen: &ByHand) -> String {
    let lines: Vec<String> =
        chosen.iter().map(|(lead, person)| format!("{lead} {person}")).collect();
    lines.join("\n")
}

/// The choices that a text keeps; lines that cannot be read are left out.
pub fn by_hand_of(text: &str) -> ByHand {
    let choice = |line: &str| {
        let (lead, person) = line.split_once(' ')?;
        Some((lead.parse().ok()?, person.parse().ok()?))
    };
    text.lines().filter_map(choice).collect()
}

/// A lead and who shall have it.
#[derive(Clone, Debug, PartialEq)]
pub struct AssignRow {
    /// Which lead.
    pub id: LeadId,
    /// The customer, or what it is about where it has none.
    pub title: String,
    /// What it is about beside the customer.
    pub about: String,
    /// Its amount; empty where it has none.
    pub amount: String,
    /// Who has it now; empty for nobody.
    pub from: String,
    /// Who shall have it.
    pub to: Option<PersonId>,
    /// Whether it would come to somebody else than now.
    pub changes_hands: bool,
    /// Who shall have it, or with whom it stays; empty for nobody.
    pub owner: String,
    /// The points of the pair, or that it was chosen by hand.
    pub note: String,
}

/// A proposal as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssignView {
    /// The leads, the most valuable first.
    pub rows: Vec<AssignRow>,
    /// Everybody's book before and after.
    pub books: AssignBooks,
    /// How many leads would come to somebody else than now.
    pub moved: usize,
    /// The same in a sentence, of how many.
    pub hands: String,
    /// How many stay with nobody.
    pub left: usize,
    /// Why leads can go to nobody: a sentence a reason.
    pub stuck: Vec<String>,
    /// How many have an amount in a currency whose rate is not stated.
    pub foreign: usize,
    /// How many have no amount, so that list prices stand in.
    pub estimated: usize,
}

/// Who shall have each lead: as proposed, or as chosen by hand. A choice of somebody who has gone
/// meanwhile does not count.
pub fn owners(proposal: &Proposal, by_hand: &ByHand) -> Vec<(LeadId, Option<PersonId>)> {
    let people = &proposal.survey.people;
    let proposed = |place| proposal.owner(place).map(|it| people[it]);
    let chosen = |id: &LeadId| by_hand.get(id).copied().filter(|it| people.contains(it));
    let leads = proposal.survey.leads.iter().enumerate();
    leads.map(|(place, id)| (*id, chosen(id).or_else(|| proposed(place)))).collect()
}

/// The leads that would come to somebody else than now, and to whom.
pub fn moves(
    workspace: &Workspace,
    proposal: &Proposal,
    by_hand: &ByHand,
) -> Vec<(LeadId, Option<PersonId>)> {
    let mut moves = owners(proposal, by_hand);
    let now = |id| workspace.leads.get(id).and_then(|it| it.owner);
    moves.retain(|(id, owner)| owner.is_some() && *owner != now(*id));
    moves
}

/// Why leads that move go to whom they do.
pub fn whys(proposal: &Proposal, by_hand: &ByHand) -> Whys {
    let people = &proposal.survey.people;
    let leads = proposal.survey.leads.iter().zip(proposal.whys());
    let why = |(id, why): (&LeadId, Option<Why>)| {
        let is_by_hand = by_hand.get(id).is_some_and(|it| people.contains(it));
        Some((*id, if is_by_hand { Why::ByHand } else { why? }))
    };
    leads.filter_map(why).collect()
}

/// A proposal with what was chosen by hand, and who takes what is about none of the leads that a
/// leaver hands over.
pub fn assign_view(
    workspace: &Workspace,
    lang: Lang,
    proposal: &Proposal,
    by_hand: &ByHand,
    (pool, rest, today): (Pool, Option<PersonId>, Day),
) -> AssignView {
    let owners = owners(proposal, by_hand);
    let moves = moves(workspace, proposal, by_hand);
    let doers = match pool.handing_over() {
        Some(person) => new_doers(workspace, person, &moves, rest),
        None => Vec::new(),
    };
    let doers: Vec<PersonId> = doers.into_iter().map(|(_, doer)| doer).collect();
    let rows = owners.iter().enumerate();
    let worth = Worth::on(workspace, today);
    let amounts = owners.iter().filter_map(|(id, _)| workspace.leads.get(*id));
    let amounts: Vec<Amount> = amounts.map(|it| worth.amount(workspace, it)).collect();
    let row = |(place, it): (usize, &(LeadId, Option<PersonId>))| {
        row(workspace, lang, proposal, (by_hand, &worth), *it, place)
    };
    AssignView {
        rows: rows.map(row).collect(),
        books: assign_books(workspace, lang, proposal, &owners, &doers),
        moved: moves.len(),
        hands: hands_words(lang, owners.len(), moves.len()),
        left: owners.iter().filter(|(_, owner)| owner.is_none()).count(),
        stuck: assign_rules::contradictions(lang, proposal),
        foreign: amounts.iter().filter(|it| matches!(it, Amount::NoRate(_))).count(),
        estimated: amounts.iter().filter(|it| matches!(it, Amount::ListPrice(_))).count(),
    }
}

/// How many of the leads change hands.
fn hands_words(lang: Lang, all: usize, moved: usize) -> String {
    let [all_words, moved_words] = [all, moved].map(|it| format::count(lang, it as u64));
    match moved {
        0 => lang.assign_hands_none(&all_words),
        1 if 1 < all => lang.assign_hands_one(&all_words),
        moved if moved < all => lang.assign_hands(&all_words, &moved_words),
        _ => lang.assign_hands_all(&all_words),
    }
}

fn row(
    workspace: &Workspace,
    lang: Lang,
    proposal: &Proposal,
    (by_hand, worth): (&ByHand, &Worth),
    (id, owner): (LeadId, Option<PersonId>),
    place: usize,
) -> AssignRow {
    let lead = workspace.leads.get(id);
    let name = |it| workspace.people.find(it).map(|it| it.name.clone());
    let stays = || Some(lang.assign_stays_with(&name(lead?.owner)?));
    let amount = lead.map(|it| amount_words(workspace, lang, worth, it));
    let note = match by_hand.contains_key(&id) {
        true => lang.assign_by_hand().to_owned(),
        false => proposal.points(place).map(|it| points_words(lang, it)).unwrap_or_default(),
    };
    let now = lead.and_then(|it| it.owner);
    AssignRow {
        id,
        title: lead.map(|it| lead_heading(workspace, it)).unwrap_or_default(),
        about: lead.map(|it| lead_about(workspace, it)).unwrap_or_default(),
        amount: amount.unwrap_or_default(),
        from: name(now).unwrap_or_default(),
        to: owner,
        changes_hands: owner.is_some() && owner != now,
        owner: name(owner).or_else(stays).unwrap_or_default(),
        note,
    }
}

/// A lead's own amount, or what its products' list prices make it, marked as about.
fn amount_words(workspace: &Workspace, lang: Lang, worth: &Worth, lead: &Lead) -> String {
    match (lead.amount, worth.amount(workspace, lead)) {
        (Some(own), _) => format::money(lang, own),
        (None, Amount::ListPrice(minor)) => {
            let home = workspace.settings().currency();
            lang.assign_about(&format::money(lang, Money::new(minor, home)))
        }
        (None, _) => String::new(),
    }
}

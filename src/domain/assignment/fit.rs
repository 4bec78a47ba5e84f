//! Leads to be handed out and people to take them, read off the records: the hard rules, and the
//! numbers that every pair is weighed by.
//!
//! Every factor gives 0 to 1000 points, 500 where nothing is known. The fit is their mean, weighted
//! by the rules. Whole numbers throughout, so that the same data gives the same assignment
//! everywhere.

use std::collections::BTreeMap;

use super::asks::{Asked, past_rate};
use super::room::{fair_share, make_room};
use super::rules::{AssignmentRules, Factor};
use super::solve::Points;
pub use super::weigh::Fit;
use super::weigh::{Bar, DEMANDS, FULL, Scales, Seller, UNKNOWN, Wanted};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::id::{LeadId, PersonId, ProductId};
use crate::domain::lead::Lead;
use crate::domain::people::{Level, Person};
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;
use crate::domain::worth::Worth;

/// Who leaves within so many days gets nothing new.
pub const LEAVING_SOON: i64 = 30;

/// Why a person may not take a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barrier {
    /// Hands the leads over.
    HandsOver,
    /// Not in the team on the day.
    NotInTeam,
    /// Leaves the team soon, on this day.
    Leaves(Day),
    /// Away until this day.
    Away(Day),
    /// Does not know the product.
    Skill,
    /// Does not speak the language.
    Language,
    /// Does not sell in the customer's place.
    Territory,
}

/// The barriers of unmet demands, in their order.
pub(super) const UNMET_DEMANDS: [Barrier; DEMANDS] =
    [Barrier::Skill, Barrier::Language, Barrier::Territory];

impl Fit {
    /// The points of a factor.
    pub fn of(&self, factor: Factor) -> Points {
        self.factors[factor as usize]
    }
}

/// Leads to be handed out and people to take them, with all that the rules look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    /// The leads, the most valuable first.
    pub leads: Vec<LeadId>,
    /// The people, in the order of their ids.
    pub people: Vec<PersonId>,
    /// Both in numbers, in the same order.
    pub scales: Scales,
    rules: AssignmentRules,
    /// Why a person can take no lead at all.
    barriers: Vec<Option<Barrier>>,
    has_fair_share: Vec<bool>,
    /// What leads ask, demand by demand, as the records write it.
    asked: [Vec<String>; DEMANDS],
    /// The products that leads ask to be known, as the first demand asks.
    products: Vec<Vec<ProductId>>,
    /// How everybody's closed leads ended.
    books: Vec<Book>,
    /// The win rate of the team, in thousandths.
    odds: Points,
}

/// What the points of a past win rate are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// With each product of the lead, or with all leads where it names none: how many were won, and
    /// how many closed.
    pub closed: Vec<(Option<ProductId>, i64, i64)>,
    /// The rate that counts, in thousandths: as long as few are closed it is drawn to the usual one.
    pub counts_as: Points,
    /// The team's rate, in thousandths; whoever has it gets half of the points.
    pub team: Points,
}

impl Survey {
    /// Looks at some leads, in the order of their ids, and all people, as of a day. Who hands their
    /// leads over takes no part.
    pub fn new(
        workspace: &Workspace,
        leads: &[LeadId],
        handing_over: Option<PersonId>,
        today: Day,
    ) -> Survey {
        let hands_over = |id| (handing_over == Some(id)).then_some(Barrier::HandsOver);
        Survey::but_for(workspace, leads, &hands_over, today)
    }

    /// The same, where whoever a barrier of their own is given for takes no part.
    pub fn but_for(
        workspace: &Workspace,
        leads: &[LeadId],
        own_barrier: &dyn Fn(PersonId) -> Option<Barrier>,
        today: Day,
    ) -> Survey {
        let worth = Worth::on(workspace, today);
        let mut asked = Asked::default();
        let (leads, wanted) = wanted_leads(workspace, leads, &worth, &mut asked);
        let people: Vec<PersonId> = workspace.people.iter().map(|(id, _)| id).collect();
        let books = books(workspace, &people, &leads, &worth);
        let barriers = workspace.people.iter().map(|(id, person)| {
            own_barrier(id).or_else(|| absence(workspace, (id, person), today))
        });
        let barriers: Vec<Option<Barrier>> = barriers.collect();
        let all = || workspace.people.values().zip(&books).zip(&barriers);
        let taking_part = || all().filter(|(_, it)| it.is_none()).map(|(it, _)| it);
        let open: i64 = taking_part().map(|(_, book)| book.open).sum();
        let limits = taking_part().map(|(person, _)| person.capacity);
        let fair_share = fair_share(limits, open + leads.len() as i64);
        let seller = |((person, book), barrier): ((&Person, &Book), &Option<Barrier>)| {
            let room = person.capacity.unwrap_or(fair_share) - book.open;
            let room = u32::try_from(room.clamp(0, leads.len() as i64)).unwrap_or(0);
            seller(person, book, barrier.is_none(), room)
        };
        let rules = workspace.assignment_rules.get(AssignmentRules::ID).cloned();
        let rules = rules.unwrap_or_default();
        let team: Vec<(&Person, &Book)> = all().map(|(it, _)| it).collect();
        let mut scales = Scales {
            weights: std::array::from_fn(|it| rules.weight(Factor::ALL[it])),
            needs: [rules.needs_skill, rules.needs_language, rules.needs_territory],
            people: all().map(seller).collect(),
            met: asked.met(&team),
            records: asked.records(&team, worth.won),
            leads: wanted,
        };
        let own: Vec<bool> = team.iter().map(|(person, _)| person.capacity.is_some()).collect();
        make_room(&mut scales, &own);
        Survey {
            scales,
            leads,
            people,
            rules,
            barriers,
            has_fair_share: team.iter().map(|(person, _)| person.capacity.is_none()).collect(),
            products: asked.product_sets(),
            asked: asked.names(),
            odds: worth.won,
            books,
        }
    }

    /// What a person's points for the past win rate on such leads are made of.
    pub fn history(&self, lead: usize, person: usize) -> History {
        let (book, products) =
            (&self.books[person], &self.products[self.scales.leads[lead].asks[0]]);
        let with = |it: &ProductId| {
            let tally = book.by_product.get(it).copied().unwrap_or_default();
            (Some(*it), tally.won, tally.closed)
        };
        let closed = match products.is_empty() {
            true => vec![(None, book.closed.won, book.closed.closed)],
            false => products.iter().map(with).collect(),
        };
        let counts_as = past_rate(book, products, self.odds);
        History { closed, counts_as, team: self.odds }
    }

    /// How many more leads a person can take. Who has no limit of their own can take as many as
    /// make a fair share.
    pub fn room(&self, person: usize) -> u32 {
        self.scales.people[person].room
    }

    /// Whether a person's limit is the fair share, and not their own.
    pub fn has_fair_share(&self, person: usize) -> bool {
        self.has_fair_share[person]
    }

    /// What a person's open leads will bring in, before any is handed out.
    pub fn held(&self, person: usize) -> i64 {
        self.scales.people[person].held
    }

    /// What a lead will bring in on average, in minor units of the team's currency.
    pub fn expected(&self, lead: usize) -> i64 {
        self.scales.leads[lead].expected
    }

    /// The rules that hold.
    pub fn rules(&self) -> &AssignmentRules {
        &self.rules
    }

    /// Whether a person can take any lead at all today.
    pub fn takes_part(&self, person: usize) -> bool {
        self.scales.people[person].takes_part
    }

    /// Why a person can take no lead at all.
    pub fn barrier(&self, person: usize) -> Option<Barrier> {
        self.barriers[person]
    }

    /// What a lead asks of a demand that is a rule, as the record writes it.
    pub fn asked(&self, lead: usize, demand: usize) -> &str {
        &self.asked[demand][self.scales.leads[lead].asks[demand]]
    }

    /// What a lead is worth with a person, given the person's points for evening out.
    ///
    /// # Errors
    /// The [`Barrier`] where a hard rule forbids the pair.
    pub fn fit(&self, lead: usize, person: usize, balance: Points) -> Result<Fit, Barrier> {
        self.scales.fit(lead, person, balance).map_err(|bar| match bar {
            Bar::Absent => self.barriers[person].unwrap_or(Barrier::NotInTeam),
            Bar::Demand(demand) => UNMET_DEMANDS[demand],
        })
    }
}

/// The leads with what is known of them, the most valuable first.
fn wanted_leads(
    workspace: &Workspace,
    leads: &[LeadId],
    worth: &Worth,
    asked: &mut Asked,
) -> (Vec<LeadId>, Vec<Wanted>) {
    let found = leads.iter().filter_map(|id| Some((*id, workspace.leads.get(*id)?)));
    let found: Vec<(LeadId, &Lead)> = found.collect();
    let amount = |lead: &Lead| worth.amount(workspace, lead).minor();
    let mut amounts: Vec<i64> = found.iter().filter_map(|(_, it)| amount(it)).collect();
    arrange::naturally(&mut amounts);
    let wanted = |(id, lead): (LeadId, &Lead)| {
        let place = workspace.customers.find(lead.customer).map(|it| it.location.as_str());
        let asks = [
            asked.products(workspace, lead.products()),
            asked.languages.place(&lead.language),
            asked.places.place(place.unwrap_or_default()),
        ];
        let demand = demand(lead, amount(lead), &amounts);
        (id, Wanted { asks, demand, expected: worth.expected(workspace, lead) })
    };
    let mut found: Vec<(LeadId, Wanted)> = found.into_iter().map(wanted).collect();
    arrange::by_key(&mut found, |(id, wanted)| (-wanted.expected, *id));
    found.into_iter().unzip()
}

/// How much a lead asks of a person, by its value among the others and its complexity.
fn demand(lead: &Lead, amount: Option<i64>, amounts: &[i64]) -> Points {
    let value = match amount {
        Some(amount) if 1 < amounts.len() => {
            let below = amounts.partition_point(|it| *it < amount) as i64;
            below * FULL / (amounts.len() as i64 - 1)
        }
        _ => UNKNOWN,
    };
    let complexity = lead.complexity.map(|it| (it.clamp(1, 3) - 1) * FULL / 2);
    complexity.map_or(value, |it| (it + value) / 2)
}

/// What a person has open, besides what is handed out, and how the closed leads ended.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Book {
    open: i64,
    held: i64,
    pub(super) closed: Tally,
    pub(super) by_product: BTreeMap<ProductId, Tally>,
}

/// The books of people in the order of their ids, read in one go over all leads.
fn books(
    workspace: &Workspace,
    people: &[PersonId],
    handed_out: &[LeadId],
    worth: &Worth,
) -> Vec<Book> {
    let mut handed_out = handed_out.to_vec();
    arrange::naturally(&mut handed_out);
    let mut books: Vec<Book> = people.iter().map(|_| Book::default()).collect();
    for (id, lead) in workspace.leads.iter() {
        let Some(Ok(person)) = lead.owner.map(|it| people.binary_search(&it)) else { continue };
        let book = &mut books[person];
        match lead.outcome(workspace) {
            Outcome::Open if handed_out.binary_search(&id).is_ok() => {}
            Outcome::Open => {
                book.open += 1;
                book.held = book.held.saturating_add(worth.expected(workspace, lead));
            }
            outcome => {
                book.closed.add(outcome);
                for product in lead.products() {
                    book.by_product.entry(product).or_default().add(outcome);
                }
            }
        }
    }
    books
}

/// Why a person can take no lead at all today.
pub(super) fn absence(
    workspace: &Workspace,
    (id, person): (PersonId, &Person),
    today: Day,
) -> Option<Barrier> {
    if !person.is_active(today) {
        return Some(Barrier::NotInTeam);
    }
    if let Some(left) = person.left.filter(|it| it.days_since(today) <= LEAVING_SOON) {
        return Some(Barrier::Leaves(left));
    }
    let away = workspace.absences.values().filter(|it| it.person == Some(id));
    let mut away = away.filter_map(|it| it.span());
    let span = away.find(|it| it.first <= today && today <= it.last)?;
    Some(Barrier::Away(span.last))
}

fn seller(person: &Person, book: &Book, takes_part: bool, room: u32) -> Seller {
    Seller {
        takes_part,
        level: person.level.map_or(UNKNOWN, |it| match it {
            Level::Newcomer => 0,
            Level::Experienced => UNKNOWN,
            Level::Senior => FULL,
        }),
        ease: match person.capacity {
            Some(capacity) if 0 < capacity => (capacity - book.open).max(0) * FULL / capacity,
            Some(_) => 0,
            None => UNKNOWN,
        },
        room,
        held: book.held,
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    won: i64,
    closed: i64,
}

/// As many leads as this of the rate it is drawn to count as seen, so that few leads say little.
const DRAWN: i64 = 10;

impl Tally {
    fn add(&mut self, outcome: Outcome) {
        self.won += i64::from(outcome == Outcome::Won);
        self.closed += 1;
    }

    /// The win rate in thousandths, drawn towards another as long as few leads are closed.
    pub(super) fn rate(&self, towards: Points) -> Points {
        (self.won * FULL + DRAWN * towards) / (self.closed + DRAWN)
    }
}

/// Points of a rate against the team's: 500 where they are equal, two for each thousandth.
pub(super) fn against(rate: Points, team: Points) -> Points {
    (UNKNOWN + 2 * (rate - team)).clamp(0, FULL)
}

//! What a lead is worth with a person: the hard rules, and points for what speaks for the pair.
//!
//! Every factor gives 0 to 1000 points, 500 where nothing is known. The fit is their mean, weighted
//! by the rules. Whole numbers throughout, so that the same data gives the same assignment
//! everywhere.

use std::collections::BTreeMap;

use super::rules::{AssignmentRules, Factor};
use super::solve::Points;
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::id::{LeadId, PersonId, ProductId};
use crate::domain::lead::Lead;
use crate::domain::money::Currency;
use crate::domain::people::{Level, Person};
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;

/// Most points of a factor, and of a fit.
pub const FULL: Points = 1000;
const UNKNOWN: Points = FULL / 2;

/// Why a person may not take a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barrier {
    /// Hands the leads over.
    HandsOver,
    /// Not in the team on the day.
    NotInTeam,
    /// Away until this day.
    Away(Day),
    /// Does not know the product.
    Skill,
    /// Does not speak the language.
    Language,
    /// Does not sell in the customer's place.
    Territory,
}

/// What speaks for a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The points of each factor, in the order of [`Factor::ALL`].
    pub factors: [Points; Factor::ALL.len()],
    /// Their weighted mean.
    pub total: Points,
}

impl Fit {
    /// The points of a factor.
    pub fn of(&self, factor: Factor) -> Points {
        self.factors[factor as usize]
    }
}

/// What is known of a lead that is to be handed out.
#[derive(Clone, Debug, PartialEq)]
struct Wanted {
    product: Option<ProductId>,
    /// The product and its family, to be known.
    topics: Vec<String>,
    language: String,
    place: String,
    /// How much it asks of a person by its value among the others and its complexity, 0 to 1000.
    demand: Points,
    /// What it will bring in on average, in minor units of the team's currency.
    expected: i64,
}

/// What is known of a person.
#[derive(Clone, Debug, PartialEq)]
struct Seller {
    barrier: Option<Barrier>,
    level: Points,
    skills: Vec<String>,
    languages: Vec<String>,
    territories: Vec<String>,
    /// How many leads are open already.
    open: i64,
    /// How many leads the person can take; none means as many as is fair.
    capacity: Option<i64>,
    /// Free places among all, 0 to 1000.
    ease: Points,
    /// Points of the past win rate, overall and by product.
    record: Points,
    records: BTreeMap<ProductId, Points>,
    /// What is open with the person already, on average.
    held: i64,
}

/// Leads to be handed out and people to take them, with all that the rules look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    /// The leads, the most valuable first.
    pub leads: Vec<LeadId>,
    /// The people, in the order of their ids.
    pub people: Vec<PersonId>,
    rules: AssignmentRules,
    wanted: Vec<Wanted>,
    sellers: Vec<Seller>,
    /// How many open leads somebody without a limit should have at most.
    fair_share: i64,
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
        let (home, odds) = (workspace.settings().currency(), past_odds(workspace));
        let found = leads.iter().filter_map(|id| Some((*id, workspace.leads.get(*id)?)));
        let found: Vec<(LeadId, &Lead)> = found.collect();
        let mut amounts: Vec<i64> =
            found.iter().filter_map(|(_, lead)| amount_in(home, lead)).collect();
        arrange::naturally(&mut amounts);
        let wanted = |(id, lead)| (id, wanted(workspace, lead, &amounts, (home, odds)));
        let mut found: Vec<(LeadId, Wanted)> = found.into_iter().map(wanted).collect();
        arrange::by_key(&mut found, |(id, wanted)| (-wanted.expected, *id));
        let people: Vec<PersonId> = workspace.people.iter().map(|(id, _)| id).collect();
        let books = books(workspace, &people, leads, (home, odds));
        let sellers = workspace.people.iter().zip(books).map(|((id, person), book)| {
            let barrier = match handing_over == Some(id) {
                true => Some(Barrier::HandsOver),
                false => absence(workspace, (id, person), today),
            };
            seller(person, book, barrier, odds)
        });
        let sellers: Vec<Seller> = sellers.collect();
        let rules = workspace.assignment_rules.get(AssignmentRules::ID).cloned();
        Survey {
            fair_share: fair_share(&sellers, found.len()),
            leads: found.iter().map(|(id, _)| *id).collect(),
            wanted: found.into_iter().map(|(_, wanted)| wanted).collect(),
            people,
            rules: rules.unwrap_or_default(),
            sellers,
        }
    }

    /// How many more leads a person can take. Who has no limit of their own can take as many as
    /// make a fair share.
    pub fn room(&self, person: usize) -> u32 {
        let Seller { capacity, open, .. } = self.sellers[person];
        let room = capacity.unwrap_or(self.fair_share) - open;
        u32::try_from(room.clamp(0, self.leads.len() as i64)).unwrap_or(0)
    }

    /// Whether a person's limit is the fair share, and not their own.
    pub fn has_fair_share(&self, person: usize) -> bool {
        self.sellers[person].capacity.is_none()
    }

    /// What a person's open leads will bring in, before any is handed out.
    pub fn held(&self, person: usize) -> i64 {
        self.sellers[person].held
    }

    /// What a lead will bring in on average, in minor units of the team's currency.
    pub fn expected(&self, lead: usize) -> i64 {
        self.wanted[lead].expected
    }

    /// The rules that hold.
    pub fn rules(&self) -> &AssignmentRules {
        &self.rules
    }

    /// Whether a person can take any lead at all today.
    pub fn takes_part(&self, person: usize) -> bool {
        self.sellers[person].barrier.is_none()
    }

    /// What a lead is worth with a person, given the person's points for evening out.
    ///
    /// # Errors
    /// The [`Barrier`] where a hard rule forbids the pair.
    pub fn fit(&self, lead: usize, person: usize, balance: Points) -> Result<Fit, Barrier> {
        let (wanted, seller) = (&self.wanted[lead], &self.sellers[person]);
        if let Some(barrier) = seller.barrier {
            return Err(barrier);
        }
        let knows = known(&seller.skills, &wanted.topics);
        let speaks = known(&seller.languages, std::slice::from_ref(&wanted.language));
        let covers = known(&seller.territories, std::slice::from_ref(&wanted.place));
        let rules = &self.rules;
        for (needed, met, barrier) in [
            (rules.needs_skill, knows, Barrier::Skill),
            (rules.needs_language, speaks, Barrier::Language),
            (rules.needs_territory, covers, Barrier::Territory),
        ] {
            if needed && met == Some(false) {
                return Err(barrier);
            }
        }
        let record = wanted.product.and_then(|it| seller.records.get(&it));
        let factors = [
            knows.map_or(UNKNOWN, |knows| if knows { FULL } else { 0 }),
            FULL - (wanted.demand - seller.level).abs(),
            record.copied().unwrap_or(seller.record),
            seller.ease,
            balance,
        ];
        let weights = Factor::ALL.map(|factor| rules.weight(factor));
        let sum: Points = factors.iter().zip(weights).map(|(points, weight)| points * weight).sum();
        Ok(Fit { factors, total: sum / weights.iter().sum::<i64>().max(1) })
    }
}

/// Points for evening out: the emptiest book gets all, the fullest none, and half where all are
/// alike. Books are expected values; who takes no part is left out.
pub fn balance(survey: &Survey, books: &[i64]) -> Vec<Points> {
    let counted = (0..books.len()).filter(|it| survey.takes_part(*it)).map(|it| books[it]);
    let (emptiest, fullest) = (counted.clone().min().unwrap_or(0), counted.max().unwrap_or(0));
    let points = |book: &i64| match i128::from(fullest) - i128::from(emptiest) {
        0 => UNKNOWN,
        range => {
            let above = i128::from(fullest) - i128::from(*book);
            (above * i128::from(FULL) / range).clamp(0, i128::from(FULL)) as Points
        }
    };
    books.iter().map(points).collect()
}

/// A quarter more than everybody's even part of what is open and what is handed out, rounded up:
/// even enough to be fair, with room for who fits better.
fn fair_share(sellers: &[Seller], handed_out: usize) -> i64 {
    let taking_part = sellers.iter().filter(|it| it.barrier.is_none());
    let open: i64 = taking_part.clone().map(|it| it.open).sum();
    let (all, people) =
        (open.unsigned_abs() + handed_out as u64, taking_part.count().max(1) as u64);
    (5 * all).div_ceil(4 * people) as i64
}

/// Whether any of the wanted words is among the known ones; nothing where none is wanted, or
/// nothing is known of the person.
fn known(known: &[String], wanted: &[String]) -> Option<bool> {
    let is_known = |it: &String| known.contains(it);
    let named: Vec<&String> = wanted.iter().filter(|it| !it.is_empty()).collect();
    (!named.is_empty() && !known.is_empty()).then(|| named.into_iter().any(is_known))
}

fn plain(text: &str) -> String {
    text.trim().to_lowercase()
}

fn plain_all(texts: &[String]) -> Vec<String> {
    texts.iter().map(|it| plain(it)).collect()
}

/// Won among won and lost of the whole team, in thousandths; half where nothing is closed.
fn past_odds(workspace: &Workspace) -> Points {
    let (mut won, mut closed) = (0, 0);
    for lead in workspace.leads.values() {
        let outcome = lead.outcome(workspace);
        won += i64::from(outcome == Outcome::Won);
        closed += i64::from(outcome != Outcome::Open);
    }
    if closed == 0 { UNKNOWN } else { won * FULL / closed }
}

/// A lead's amount where it is in the team's currency. Others are left out: nothing is converted,
/// and a sum over several currencies would mean nothing.
fn amount_in(home: Currency, lead: &Lead) -> Option<i64> {
    lead.amount.filter(|it| it.currency == home).map(|it| it.minor)
}

/// What a lead brings in on average: its amount times its own odds, or else the team's.
fn expected(lead: &Lead, (home, odds): (Currency, Points)) -> i64 {
    let odds = lead.probability.map_or(odds, |it| it.clamp(0, 100) * FULL / 100);
    let amount = i128::from(amount_in(home, lead).unwrap_or(0));
    (amount * i128::from(odds) / i128::from(FULL)) as i64
}

fn wanted(
    workspace: &Workspace,
    lead: &Lead,
    amounts: &[i64],
    (home, odds): (Currency, Points),
) -> Wanted {
    let product = workspace.products.find(lead.product);
    let customer = workspace.customers.find(lead.customer);
    let value = match amount_in(home, lead) {
        Some(amount) if 1 < amounts.len() => {
            let below = amounts.partition_point(|it| *it < amount) as i64;
            below * FULL / (amounts.len() as i64 - 1)
        }
        _ => UNKNOWN,
    };
    let complexity = lead.complexity.map(|it| (it.clamp(1, 3) - 1) * FULL / 2);
    Wanted {
        product: lead.product,
        topics: product.map(|it| vec![plain(&it.name), plain(&it.series)]).unwrap_or_default(),
        language: plain(&lead.language),
        place: customer.map(|it| plain(&it.location)).unwrap_or_default(),
        demand: complexity.map_or(value, |it| (it + value) / 2),
        expected: expected(lead, (home, odds)),
    }
}

/// What a person has open, besides what is handed out, and how the closed leads ended.
#[derive(Default)]
struct Book {
    open: i64,
    held: i64,
    closed: Tally,
    by_product: BTreeMap<ProductId, Tally>,
}

/// The books of people in the order of their ids, read in one go over all leads.
fn books(
    workspace: &Workspace,
    people: &[PersonId],
    handed_out: &[LeadId],
    odds: (Currency, Points),
) -> Vec<Book> {
    let mut books: Vec<Book> = people.iter().map(|_| Book::default()).collect();
    for (id, lead) in workspace.leads.iter() {
        let Some(Ok(person)) = lead.owner.map(|it| people.binary_search(&it)) else { continue };
        let book = &mut books[person];
        match lead.outcome(workspace) {
            Outcome::Open if handed_out.binary_search(&id).is_ok() => {}
            Outcome::Open => {
                book.open += 1;
                book.held = book.held.saturating_add(expected(lead, odds));
            }
            outcome => {
                book.closed.add(outcome);
                if let Some(product) = lead.product {
                    book.by_product.entry(product).or_default().add(outcome);
                }
            }
        }
    }
    books
}

/// Why a person can take no lead at all today.
fn absence(
    workspace: &Workspace,
    (id, person): (PersonId, &Person),
    today: Day,
) -> Option<Barrier> {
    if !person.is_active(today) {
        return Some(Barrier::NotInTeam);
    }
    let away = workspace.absences.values().filter(|it| it.person == Some(id));
    let mut away = away.filter_map(|it| it.span());
    let span = away.find(|it| it.first <= today && today <= it.last)?;
    Some(Barrier::Away(span.last))
}

fn seller(person: &Person, book: Book, barrier: Option<Barrier>, odds: Points) -> Seller {
    let base = book.closed.rate(odds);
    let records = book.by_product.into_iter();
    Seller {
        barrier,
        level: person.level.map_or(UNKNOWN, |it| match it {
            Level::Newcomer => 0,
            Level::Experienced => UNKNOWN,
            Level::Senior => FULL,
        }),
        skills: plain_all(&person.skills),
        languages: plain_all(&person.languages),
        territories: plain_all(&person.territories),
        open: book.open,
        capacity: person.capacity,
        ease: match person.capacity {
            Some(capacity) if 0 < capacity => (capacity - book.open).max(0) * FULL / capacity,
            Some(_) => 0,
            None => UNKNOWN,
        },
        record: against(base, odds),
        records: records.map(|(id, tally)| (id, against(tally.rate(base), odds))).collect(),
        held: book.held,
    }
}

#[derive(Default)]
struct Tally {
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
    fn rate(&self, towards: Points) -> Points {
        (self.won * FULL + DRAWN * towards) / (self.closed + DRAWN)
    }
}

/// Points of a rate against the team's: 500 where they are equal, two for each thousandth.
fn against(rate: Points, team: Points) -> Points {
    (UNKNOWN + 2 * (rate - team)).clamp(0, FULL)
}

//! Whether somebody may claim a lead of the pool: by the hard rules that the proposal and the draft
//! keep to as well, by the person's own limit of open leads, and by the pool's of claimed ones. A
//! fair share is no limit here: who claims asks for more.

use super::asks::{all_known, topics};
use super::fit::{Barrier, UNMET_DEMANDS, absence};
use super::rules::AssignmentRules;
use super::weigh::DEMANDS;
use crate::domain::ability::plain;
use crate::domain::calendar::Day;
use crate::domain::id::PersonId;
use crate::domain::lead::Lead;
use crate::domain::pipeline::Outcome;
use crate::domain::pool::{PoolRules, claims};
use crate::domain::workspace::Workspace;

/// What keeps a person from a lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The person takes no lead at all today.
    Absent(Barrier),
    /// The person does not meet what the lead asks: the rule, and what is asked as the records
    /// write it.
    Unmet(Barrier, String),
    /// The person has as many open leads as they take: how many, and the limit.
    Full(i64, i64),
    /// The person holds as many claimed leads as the pool allows: how many, and the limit.
    AtLimit(i64, i64),
}

/// Somebody who would claim, with all that the rules look at; made once for many leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Claimant {
    /// The name.
    pub name: String,
    absent: Option<Obstacle>,
    full: Option<Obstacle>,
    at_limit: Option<Obstacle>,
    needs: [bool; DEMANDS],
    /// Products, languages, and places that the person knows.
    known: [Vec<String>; DEMANDS],
}

impl Claimant {
    /// A person as of a day; none where nobody is there by this id.
    pub fn of(workspace: &Workspace, id: PersonId, today: Day) -> Option<Claimant> {
        let person = workspace.people.get(id)?;
        let rules = workspace.assignment_rules.get(AssignmentRules::ID).cloned();
        let rules = rules.unwrap_or_default();
        let is_open = |it: &&Lead| it.owner == Some(id) && it.outcome(workspace) == Outcome::Open;
        let full = person.capacity.and_then(|limit| {
            let open = workspace.leads.values().filter(is_open).count() as i64;
            (limit <= open).then_some(Obstacle::Full(open, limit))
        });
        let at_limit = PoolRules::of(workspace).limit().and_then(|limit| {
            let held = claims(workspace).get(&id).copied().unwrap_or(0);
            (limit <= held).then_some(Obstacle::AtLimit(held, limit))
        });
        let plainly = |list: &[String]| list.iter().map(|it| plain(it)).collect();
        Some(Claimant {
            name: person.name.clone(),
            absent: absence(workspace, (id, person), today).map(Obstacle::Absent),
            full,
            at_limit,
            needs: [rules.needs_skill, rules.needs_language, rules.needs_territory],
            known: [&person.skills, &person.languages, &person.territories].map(|it| plainly(it)),
        })
    }

    /// Everything that keeps the person from a lead, the deciding one first; empty where the lead
    /// may be claimed.
    pub fn obstacles(&self, workspace: &Workspace, lead: &Lead) -> Vec<Obstacle> {
        let asked = asked(workspace, lead);
        let unmet = asked.into_iter().enumerate().filter_map(|(demand, asked)| {
            let is_unmet = |it: &&(String, Vec<Vec<String>>)| {
                all_known(&self.known[demand], &it.1) == Some(false)
            };
            let names: Vec<&str> = asked.iter().filter(is_unmet).map(|it| it.0.as_str()).collect();
            let forbids = self.needs[demand] && !names.is_empty();
            forbids.then(|| Obstacle::Unmet(UNMET_DEMANDS[demand], names.join(", ")))
        });
        let no_room = self.full.iter().chain(&self.at_limit).cloned();
        self.absent.iter().cloned().chain(unmet).chain(no_room).collect()
    }
}

/// What a lead asks, demand by demand: each thing by its name, with the words one of which is to be
/// known.
fn asked(workspace: &Workspace, lead: &Lead) -> [Vec<(String, Vec<Vec<String>>)>; DEMANDS] {
    let products = lead.products();
    let products = products.iter().filter_map(|id| {
        let name = workspace.products.get(*id)?.name.clone();
        Some((name, topics(workspace, &[*id])))
    });
    let place = workspace.customers.find(lead.customer).map(|it| it.location.as_str());
    let word = |text: &str| vec![(text.trim().to_owned(), vec![vec![plain(text)]])];
    [products.collect(), word(&lead.language), word(place.unwrap_or_default())]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fit::Survey;
    use super::super::weigh::UNKNOWN;
    use super::*;
    use crate::domain::customer::Customer;
    use crate::domain::for_tests::put;
    use crate::domain::id::{AbsenceId, CustomerId, LeadId, ProductId};
    use crate::domain::money::{Currency, Money};
    use crate::domain::people::{Absence, Person};
    use crate::domain::product::Product;
    use crate::domain::product_line::ProductLine;

    const ANN: PersonId = PersonId::drawn(1);
    const WORDS: [&str; 3] = ["", "Suite", "kit "];

    fn list(words: &[usize]) -> Vec<String> {
        words.iter().map(|it| WORDS[*it].to_owned()).filter(|it| !it.is_empty()).collect()
    }

    prop_compose! {
        /// A lead of up to two products, and a person who may be away or leaving.
        fn cases()(
            needs in prop::array::uniform3(any::<bool>()),
            lists in prop::array::uniform3(prop::collection::vec(0..3_usize, 0..3)),
            asks in prop::array::uniform2(0..3_usize),
            products in prop::collection::vec(1..4_u64, 0..3),
            (away, left) in (any::<bool>(), prop::option::of(0..60_u64)),
        ) -> Workspace {
            let mut workspace = Workspace::default();
            let [needs_skill, needs_language, needs_territory] = needs;
            let rules =
                AssignmentRules { needs_skill, needs_language, needs_territory, ..AssignmentRules::default() };
            put(&mut workspace, AssignmentRules::ID, &rules);
            let [skills, languages, territories] = lists.map(|it| list(&it));
            let left = left.map(|it| Day::EPOCH.plus(it));
            let person = Person { name: "Ann".to_owned(), skills, languages, territories, left, ..Person::default() };
            put(&mut workspace, ANN, &person);
            if away {
                let (first, last) = (Some(Day::EPOCH), Some(Day::EPOCH.plus(3)));
                put(&mut workspace, AbsenceId::drawn(1), &Absence { person: Some(ANN), first, last, ..Absence::default() });
            }
            for (id, [name, series]) in (1..).zip([["suite", ""], ["Kit", "Devices"], ["Else", "KIT"]]) {
                let [name, series] = [name, series].map(str::to_owned);
                put(&mut workspace, ProductId::drawn(id), &Product { name, series, ..Product::default() });
            }
            let customer = Customer { location: WORDS[asks[0]].to_owned(), ..Customer::default() };
            put(&mut workspace, CustomerId::drawn(1), &customer);
            let line = |it: &u64| ProductLine::one(ProductId::drawn(*it), Money::new(1, Currency::CNY));
            let lead = Lead {
                customer: Some(CustomerId::drawn(1)),
                language: WORDS[asks[1]].to_owned(),
                lines: products.iter().map(line).collect(),
                ..Lead::default()
            };
            put(&mut workspace, LeadId::drawn(1), &lead);
            workspace
        }
    }

    proptest! {
        /// What keeps somebody from a claim is what keeps them from the proposal.
        #[test]
        fn claims_keep_to_the_rules_of_the_proposal(workspace in cases()) {
            let survey = Survey::new(&workspace, &[LeadId::drawn(1)], None, Day::EPOCH);
            let claimant = Claimant::of(&workspace, ANN, Day::EPOCH).expect("Ann");
            let lead = workspace.leads.get(LeadId::drawn(1)).expect("a lead");
            let found = claimant.obstacles(&workspace, lead);
            let first = found.first().map(|it| match it {
                Obstacle::Absent(barrier) | Obstacle::Unmet(barrier, _) => *barrier,
                Obstacle::Full(..) | Obstacle::AtLimit(..) => panic!("no limit"),
            });
            prop_assert_eq!(survey.fit(0, 0, UNKNOWN).err(), first);
        }
    }

    #[test]
    fn an_own_limit_keeps_from_claims_and_a_fair_share_does_not() {
        let mut workspace = Workspace::default();
        for (id, owner) in [(1, None), (2, Some(ANN)), (3, Some(ANN))] {
            put(&mut workspace, LeadId::drawn(id), &Lead { owner, ..Lead::default() });
        }
        for (capacity, expect) in
            [(None, None), (Some(3), None), (Some(2), Some(Obstacle::Full(2, 2)))]
        {
            put(&mut workspace, ANN, &Person { capacity, ..Person::default() });
            let claimant = Claimant::of(&workspace, ANN, Day::EPOCH).expect("Ann");
            let found = claimant.obstacles(&workspace, &Lead::default());
            assert_eq!(found.first(), expect.as_ref());
        }
    }
}

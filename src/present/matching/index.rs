//! The searchable forms of all names of a workspace, kept while its names stay as they are.
//!
//! The page keeps one index. [`Index::take_in`] goes over the names once after a change and makes
//! the forms of those alone that are new or changed; a search makes none.

use super::form::Form;
use super::wanted::{Rank, Ranks, Wanted};
use crate::domain::arrange;
use crate::domain::id::{CustomerId, LeadId, PersonId, ProductId, RecordId};
use crate::domain::workspace::Workspace;
use crate::present::search::Target;

/// The index.
#[derive(Clone, Debug, Default)]
pub struct Index {
    people: Shelf,
    customers: Shelf,
    products: Shelf,
    leads: Shelf,
    next_steps: Shelf,
    /// For each lead in order, the place of its customer on the shelf.
    customer_of: Vec<Option<usize>>,
}

/// The leads that a text names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Found {
    /// Nothing was typed, so all of them.
    #[default]
    All,
    /// These, in order.
    Only(Vec<LeadId>),
}

/// Forms of the names of a table, in order of ids.
#[derive(Clone, Debug, Default)]
struct Shelf(Vec<(RecordId, Form)>);

impl Found {
    /// Whether a lead is among them.
    pub fn has(&self, id: LeadId) -> bool {
        match self {
            Found::All => true,
            Found::Only(ids) => ids.binary_search(&id).is_ok(),
        }
    }
}

impl Index {
    /// Takes the names as they are now; says how many forms were made.
    pub fn take_in(&mut self, workspace: &Workspace) -> usize {
        let Workspace { people, customers, products, leads, .. } = workspace;
        let made = [
            self.people.take_in(&mut people.iter().map(|(id, it)| (id.into(), &*it.name))),
            self.customers.take_in(&mut customers.iter().map(|(id, it)| (id.into(), &*it.name))),
            self.products.take_in(&mut products.iter().map(|(id, it)| (id.into(), &*it.name))),
            self.leads.take_in(&mut leads.iter().map(|(id, it)| (id.into(), &*it.name))),
            self.next_steps.take_in(&mut leads.iter().map(|(id, it)| (id.into(), &*it.next_step))),
        ];
        let customers = &self.customers;
        let place = |id: Option<CustomerId>| customers.place(id?.into());
        self.customer_of = leads.values().map(|lead| place(lead.customer)).collect();
        made.iter().sum()
    }

    /// The leads whose name, customer or next step a text means. Those that it means but for a slip
    /// count only where there are no others.
    pub fn leads(&self, text: &str) -> Found {
        let Some(wanted) = Wanted::new(text) else { return Found::All };
        let customers = self.customers.ranks(&wanted);
        let none = wanted.ranks(&Form::default());
        let ranked = self.leads.0.iter().zip(&self.next_steps.0).zip(&self.customer_of);
        let mut found: Vec<(Rank, LeadId)> = Vec::new();
        for (((id, name), (_, next_step)), customer) in ranked {
            let customer = customer.map_or(&none, |it| &customers[it]);
            let rank = wanted.rank_of_all(&[name, next_step], customer);
            found.extend(rank.map(|rank| (rank, LeadId::from(*id))));
        }
        let is_sure = found.iter().any(|(rank, _)| *rank != Rank::Fuzzy);
        found.retain(|(rank, _)| !is_sure || *rank != Rank::Fuzzy);
        Found::Only(found.into_iter().map(|(_, id)| id).collect())
    }

    /// The names of customers that a text means, in order of their records.
    pub fn customers(&self, text: &str) -> Vec<(Rank, &str)> {
        let Some(wanted) = Wanted::new(text) else { return Vec::new() };
        let rank = |form: &Form| wanted.rank(form);
        let forms = self.customers.0.iter().map(|(_, form)| form);
        forms.filter_map(|form| Some((rank(form)?, form.source()))).collect()
    }

    /// Everything whose name a text means, at most `limit`: the surest first, then people,
    /// customers, products and leads, then the shorter name, then the older record.
    pub fn find(&self, text: &str, limit: usize) -> Vec<Target> {
        let Some(wanted) = Wanted::new(text) else { return Vec::new() };
        let customers = self.customers.ranks(&wanted);
        let mut found: Vec<((Rank, u8, usize), Target)> = Vec::new();
        let none = wanted.ranks(&Form::default());
        let mut add = |kind: u8, form: &Form, customer: &Ranks, target: Target| {
            let rank = wanted.rank_of_all(&[form], customer);
            found.extend(rank.map(|rank| ((rank, kind, form.signs.len()), target)));
        };
        for (id, form) in &self.people.0 {
            add(0, form, &none, Target::Person(PersonId::from(*id)));
        }
        for (id, form) in &self.customers.0 {
            add(1, form, &none, Target::Customer(CustomerId::from(*id)));
        }
        for (id, form) in &self.products.0 {
            add(2, form, &none, Target::Product(ProductId::from(*id)));
        }
        for ((id, form), customer) in self.leads.0.iter().zip(&self.customer_of) {
            let ranks = customer.map_or(&none, |it| &customers[it]);
            add(3, form, ranks, Target::Lead(LeadId::from(*id)));
        }
        arrange::by_key(&mut found, |(key, _)| *key);
        found.truncate(limit);
        found.into_iter().map(|(_, target)| target).collect()
    }
}

impl Shelf {
    /// Takes names in order of their ids; says how many forms were made.
    fn take_in(&mut self, names: &mut dyn Iterator<Item = (RecordId, &str)>) -> usize {
        let mut before = std::mem::take(&mut self.0).into_iter().peekable();
        let mut made = 0;
        for (id, name) in names {
            while before.next_if(|(old, _)| *old < id).is_some() {}
            let kept = before.next_if(|(old, _)| *old == id).map(|(_, form)| form);
            let form = kept.filter(|it| it.source() == name).unwrap_or_else(|| {
                made += 1;
                Form::of(name)
            });
            self.0.push((id, form));
        }
        made
    }

    fn place(&self, id: RecordId) -> Option<usize> {
        self.0.binary_search_by_key(&id, |(it, _)| *it).ok()
    }

    fn ranks(&self, wanted: &Wanted) -> Vec<Ranks> {
        self.0.iter().map(|(_, form)| wanted.ranks(form)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::customer::Customer;
    use crate::domain::people::Person;
    use crate::domain::workspace::Table;
    use crate::present::for_tests::{ANN, OPEN, lead, put, team};

    fn workspace() -> Workspace {
        let mut workspace = team();
        let acme = Customer { name: "安科钢铁".to_owned(), ..Customer::default() };
        put(&mut workspace, CustomerId::drawn(1), &acme);
        for id in 1..=3 {
            lead(&mut workspace, id, Some(ANN), OPEN, 100, "");
        }
        let mut second = workspace.leads.get(LeadId::drawn(2)).cloned().expect("a lead");
        (second.name, second.customer) = (String::new(), Some(CustomerId::drawn(1)));
        second.next_step = "Call Jennifer".to_owned();
        put(&mut workspace, LeadId::drawn(2), &second);
        workspace
    }

    #[track_caller]
    fn check_leads(typed: &str, expect: &[u64]) {
        let mut index = Index::default();
        index.take_in(&workspace());
        let expect = expect.iter().map(|it| LeadId::drawn(*it)).collect();
        assert_eq!(index.leads(typed), Found::Only(expect), "{typed}");
    }

    #[test]
    fn leads_are_found_by_name_customer_and_next_step() {
        check_leads("lead", &[1, 3]);
        check_leads("anke", &[2]);
        check_leads("akgt", &[2]);
        check_leads("jennifer akgt", &[2]);
        check_leads("jenifer", &[2]);
        check_leads("nobody", &[]);
    }

    #[test]
    fn forms_are_made_for_new_and_changed_names_alone() {
        let mut workspace = workspace();
        let mut index = Index::default();
        let names = workspace.people.len() + workspace.customers.len() + 2 * workspace.leads.len();
        assert_eq!(index.take_in(&workspace), names);
        assert_eq!(index.take_in(&workspace), 0);
        lead(&mut workspace, 9, None, OPEN, 100, "");
        put(&mut workspace, ANN, &Person { name: "Anna".to_owned(), ..Person::default() });
        assert_eq!(
            index.take_in(&workspace),
            3,
            "a name and a next step of a new lead, a changed name"
        );
    }

    #[test]
    fn a_refreshed_index_is_as_good_as_a_new_one() {
        let mut workspace = workspace();
        let mut index = Index::default();
        index.take_in(&workspace);
        workspace.refresh(Table::People, ANN.into(), None);
        put(
            &mut workspace,
            PersonId::drawn(50),
            &Person { name: "李雷".to_owned(), ..Person::default() },
        );
        index.take_in(&workspace);
        let mut fresh = Index::default();
        fresh.take_in(&workspace);
        for typed in ["ann", "lilei", "lead", "a"] {
            assert_eq!(index.find(typed, 20), fresh.find(typed, 20), "{typed}");
        }
    }
}

//! Everything an import drafts, and how names lead to it.

use super::super::field::Field;
use super::super::report::{Caution, Noun, Warning};
use super::super::system::System;
use super::drafts::Drafts;
use super::layout::View;
use super::leads::LeadDrafts;
use super::merged::Merged;
use super::names::{Directory, Found};
use super::stages::Stages;
use super::survey::References;
use super::tables::IdTable;
use crate::domain::customer::Customer;
use crate::domain::id::{CustomerId, PersonId, ProductId, RecordId, TeamId};
use crate::domain::people::{Person, Team};
use crate::domain::product::Product;
use crate::domain::workspace::Workspace;
use crate::transfer::text::name_key;

/// The drafts of an import.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) teams: Drafts<Team>,
    pub(super) people: Drafts<Person>,
    pub(super) customers: Drafts<Customer>,
    pub(super) products: Drafts<Product>,
    pub(super) stages: Stages,
    pub(super) leads: LeadDrafts,
    pub(super) team_names: Directory,
    pub(super) people_names: Directory,
    pub(super) customer_names: Directory,
    pub(super) merged_customers: Merged,
    pub(super) product_names: Directory,
    /// Customers' parents by name, known once all customers are.
    pub(super) parents: Vec<(CustomerId, String, String)>,
    /// Whether there is a list that names should be in: of customers, of products.
    pub(super) listed: (bool, bool),
}

impl Book {
    /// A book of nothing, which knows what is on the board.
    pub(super) fn new(workspace: &Workspace) -> Book {
        let mut book = Book::default();
        for (id, team) in workspace.teams.iter() {
            book.team_names.add(id.into(), &team.name, "");
        }
        for (id, person) in workspace.people.iter() {
            book.people_names.add(id.into(), &person.name, &person.external);
        }
        for (id, customer) in workspace.customers.iter() {
            book.customer_names.add(id.into(), &customer.name, &customer.external);
        }
        for (id, product) in workspace.products.iter() {
            book.product_names.add(id.into(), &product.name, "");
        }
        book.merged_customers = Merged::customers(workspace);
        book.leads = LeadDrafts::new(workspace);
        book.listed = (!workspace.customers.is_empty(), !workspace.products.is_empty());
        book
    }

    /// Finds or makes the records that a file's rows refer to.
    pub(super) fn resolve(
        &mut self,
        workspace: &Workspace,
        noun: Noun,
        system: System,
        references: &mut References,
    ) -> Vec<Caution> {
        let (mut added, mut cautions) = (Vec::new(), Vec::new());
        for seen in references.in_order() {
            let (external, name) = (key_of(system, noun, &seen.id), &seen.name);
            if let Some(id) = self.merged(noun, &external, name) {
                seen.target = Some(id);
                continue;
            }
            let id = match self.names(noun).find(&external, name) {
                Found::One(id) => id,
                Found::Near(id) => {
                    let taken = self.names(noun).name_of(id).to_owned();
                    let (written, rows) = (name.clone(), seen.rows);
                    cautions.push(Caution::NearName { noun, written, taken, rows });
                    id
                }
                Found::Several(id, records) => {
                    cautions.push(Caution::AmbiguousName { noun, name: name.clone(), records });
                    id
                }
                Found::None => {
                    let written = if name.is_empty() { &seen.id } else { name };
                    let (id, is_new) = self.make(workspace, noun, &external, written);
                    added.extend(is_new.then(|| written.to_owned()));
                    id
                }
            };
            seen.target = Some(id);
            self.keep_key(workspace, noun, id, &external);
        }
        if self.should_be_listed(noun) && !added.is_empty() {
            cautions.push(Caution::NamesAdded { noun, names: added });
        }
        cautions
    }

    /// Whether there is a list that should have every name; of people there always should be.
    fn should_be_listed(&self, noun: Noun) -> bool {
        match noun {
            Noun::Person => true,
            Noun::Customer => self.listed.0,
            Noun::Product => self.listed.1,
        }
    }

    /// What a customer that was merged into another went into; none for those that are there.
    pub(super) fn merged(&self, noun: Noun, external: &str, name: &str) -> Option<RecordId> {
        if noun != Noun::Customer || self.customer_names.has_key(external) {
            return None;
        }
        let merged = &self.merged_customers;
        merged.of_key(external).or_else(|| {
            let is_there = self.customer_names.find_exact(external, name) != Found::None;
            let gone = || merged.of_id(new_id(noun, external, name));
            if is_there { None } else { merged.of_name(&name_key(name), external).or_else(gone) }
        })
    }

    /// The team of a manager or of a name, which may not be there yet; none where neither is said.
    pub(super) fn team_of(
        &self,
        workspace: &Workspace,
        (name, manager): (&str, &str),
    ) -> Option<TeamId> {
        let called = if name.is_empty() { manager } else { name };
        if called.is_empty() {
            return None;
        }
        let led_by = || {
            let key = name_key(manager);
            let mut teams = workspace.teams.iter().filter(|(_, it)| name_key(&it.manager) == key);
            teams.next().map(|(id, _)| RecordId::from(id)).filter(|_| name.is_empty())
        };
        let id = match self.team_names.find("", called) {
            Found::One(id) | Found::Near(id) | Found::Several(id, _) => id,
            Found::None => led_by()
                .unwrap_or_else(|| RecordId::of_key(&format!("name/team/{}", name_key(called)))),
        };
        Some(id.into())
    }

    /// Makes a team of a name or a manager where there is none yet, and says who leads it.
    pub(super) fn keep_team(
        &mut self,
        workspace: &Workspace,
        id: TeamId,
        (name, manager): (&str, &str),
    ) {
        let called = if name.is_empty() { manager } else { name };
        let is_new = !self.team_names.has(id.into());
        self.team_names.add(id.into(), called, "");
        self.teams.edit(workspace, id, |team| {
            if is_new {
                called.clone_into(&mut team.name);
            }
            if !manager.is_empty() && name_key(&team.manager) != name_key(manager) {
                manager.clone_into(&mut team.manager);
            }
        });
    }

    /// Finds or makes the parents of customers.
    pub(super) fn resolve_parents(&mut self, workspace: &Workspace, warnings: &mut Vec<Warning>) {
        for (id, parent, file) in std::mem::take(&mut self.parents) {
            let noun = Noun::Customer;
            let found = match self.customer_names.find("", &parent) {
                Found::None if self.merged(noun, "", &parent).is_some() => {
                    self.merged(noun, "", &parent).unwrap_or_default()
                }
                Found::One(found) | Found::Near(found) | Found::Several(found, _) => found,
                Found::None => {
                    let (found, _) = self.make(workspace, noun, "", &parent);
                    let caution = Caution::NamesAdded { noun, names: vec![parent] };
                    warnings.push(Warning { file, caution });
                    found
                }
            };
            let parent = CustomerId::from(found);
            if parent != id {
                self.customers.edit(workspace, id, |it| it.parent = Some(parent));
            }
        }
    }

    /// What a row of leads says of its customer, where the customer has nothing there yet.
    pub(super) fn fill_customer(&mut self, workspace: &Workspace, id: CustomerId, view: View<'_>) {
        let sector = view.text(Field::Sector);
        let (location, website) = (view.joined(Field::Location, " "), view.text(Field::Website));
        if sector.is_empty() && location.is_empty() && website.is_empty() {
            return;
        }
        self.customers.edit(workspace, id, |it| {
            fill(&mut it.sector, sector);
            fill(&mut it.location, &location);
            fill(&mut it.website, website);
        });
    }

    /// The records that leads and customers refer to.
    pub(super) fn used(&mut self) -> IdTable<()> {
        let mut used = IdTable::default();
        let mut use_one = |id: Option<RecordId>| {
            if let Some(id) = id {
                used.get_or(id, || ());
            }
        };
        for lead in self.leads.drafts.records_mut() {
            use_one(lead.owner.map(Into::into));
            use_one(lead.customer.map(Into::into));
            use_one(lead.product.map(Into::into));
        }
        for customer in self.customers.records_mut() {
            use_one(customer.parent.map(Into::into));
        }
        used
    }

    fn names(&mut self, noun: Noun) -> &mut Directory {
        match noun {
            Noun::Person => &mut self.people_names,
            Noun::Customer => &mut self.customer_names,
            Noun::Product => &mut self.product_names,
        }
    }

    /// Makes a record, unless one of this origin is there under another name already.
    fn make(
        &mut self,
        workspace: &Workspace,
        noun: Noun,
        external: &str,
        name: &str,
    ) -> (RecordId, bool) {
        let id = new_id(noun, external, name);
        let is_new = !self.names(noun).has(id);
        self.names(noun).add(id, name, external);
        if !is_new {
            return (id, false);
        }
        match noun {
            Noun::Person => self.people.edit(workspace, id.into(), |it| {
                name.clone_into(&mut it.name);
            }),
            Noun::Customer => self.customers.edit(workspace, id.into(), |it| {
                name.clone_into(&mut it.name);
            }),
            Noun::Product => self.products.edit(workspace, id.into(), |it| {
                name.clone_into(&mut it.name);
            }),
        }
        (id, true)
    }

    /// Keeps the key of the other system with a record that has none.
    fn keep_key(&mut self, workspace: &Workspace, noun: Noun, id: RecordId, external: &str) {
        if external.is_empty() {
            return;
        }
        match noun {
            Noun::Person => {
                self.people.edit(workspace, id.into(), |it| fill(&mut it.external, external));
            }
            Noun::Customer => {
                self.customers.edit(workspace, id.into(), |it| fill(&mut it.external, external));
            }
            Noun::Product => {}
        }
    }
}

/// The key of a record in its system; empty where it has none.
pub(super) fn key_of(system: System, noun: Noun, id: &str) -> String {
    match id {
        "" => String::new(),
        id => format!("{}/{}/{id}", system.code(), object_of(noun)),
    }
}

/// How the records of a kind are called in keys.
const fn object_of(noun: Noun) -> &'static str {
    match noun {
        Noun::Person => "user",
        Noun::Customer => "account",
        Noun::Product => "product",
    }
}

/// The id of a record that is made: by its key in the other system, else by its name.
pub(super) fn new_id(noun: Noun, external: &str, name: &str) -> RecordId {
    let key = match external {
        "" => format!("name/{}/{}", object_of(noun), name_key(name)),
        external => external.to_owned(),
    };
    match noun {
        Noun::Person => PersonId::of_key(&key).into(),
        Noun::Customer => CustomerId::of_key(&key).into(),
        Noun::Product => ProductId::of_key(&key).into(),
    }
}

/// A text is taken only where there is none yet.
fn fill(known: &mut String, text: &str) {
    if known.is_empty() {
        text.clone_into(known);
    }
}

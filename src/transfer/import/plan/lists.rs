//! Rows of lists: products, people and customers become records of their own.

use super::super::field::{Field, Kind};
use super::super::report::{Noun, Reason, Rejected};
use super::super::system::System;
use super::book::{Book, key_of, new_id};
use super::layout::View;
use super::leads::Met;
use super::names::Found;
use crate::domain::apply::past_teams;
use crate::domain::calendar::Day;
use crate::domain::id::{CustomerId, PersonId, ProductId, RecordId};
use crate::domain::people::Person;
use crate::domain::workspace::Workspace;
use crate::transfer::cells::{amount, choice};

/// Where a row stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) file: usize,
    pub(super) kind: Kind,
    pub(super) name: &'a str,
    pub(super) system: System,
    /// The day of the import.
    pub(super) today: Day,
}

impl Book {
    /// Takes a row of a list of products.
    pub(super) fn take_product(
        &mut self,
        workspace: &Workspace,
        place: Place<'_>,
        view: View<'_>,
    ) -> Result<Met, Rejected> {
        let name = required_name(view)?;
        let price = view.amount(Field::Price)?;
        let id: ProductId = self.listed_id(Noun::Product, "", name).into();
        self.product_names.add(id.into(), name, "");
        self.products.edit_by_row(workspace, id, place.file, |product| {
            keep(&mut product.name, name);
            keep(&mut product.series, view.text(Field::Series));
            product.price = price.or(product.price);
        });
        Ok(Met::Once)
    }

    /// Takes a row of a list of people. A change of the team goes by the rule of the page: months
    /// that are over stay with the team of then, and a locked quota in the way refuses the row.
    pub(super) fn take_person(
        &mut self,
        workspace: &Workspace,
        place: Place<'_>,
        view: View<'_>,
    ) -> Result<Met, Rejected> {
        let name = full_name(view);
        if name.is_empty() {
            return Err(name_missing(view));
        }
        let level = view.choice(Field::Level, choice::level, Reason::Level)?;
        let capacity = view.choice(Field::Capacity, choice::whole, Reason::Capacity)?;
        let external = key_of(place.system, Noun::Person, view.id(Field::Id));
        let id: PersonId = self.listed_id(Noun::Person, &external, &name).into();
        let called = (view.text(Field::Team), view.text(Field::Manager));
        let team = self.team_of(workspace, called);
        let was = workspace.people.get(id).cloned().unwrap_or_default();
        let moved = Person { team: team.or(was.team), ..was };
        let moved = past_teams(workspace, id, &moved, place.today);
        let Ok(past_teams) = moved else {
            return Err(view.refused_of(&[Field::Team, Field::Manager], Reason::TeamLocked));
        };
        self.people_names.add(id.into(), &name, &external);
        if let Some(team) = team {
            self.keep_team(workspace, team, called);
        }
        self.people.edit_by_row(workspace, id, place.file, |person| {
            keep(&mut person.name, &name);
            person.team = team.or(person.team);
            person.past_teams = past_teams;
            keep(&mut person.region, view.text(Field::Region));
            keep(&mut person.role, view.text(Field::Role));
            keep(&mut person.email, view.text(Field::Email));
            keep(&mut person.external, &external);
            person.level = level.or(person.level);
            person.capacity = capacity.or(person.capacity);
            keep_list(&mut person.skills, view.list(Field::Skills));
            keep_list(&mut person.languages, view.list(Field::Languages));
            keep_list(&mut person.territories, view.list(Field::Territories));
        });
        Ok(Met::Once)
    }

    /// Takes a row of a list of customers.
    pub(super) fn take_customer(
        &mut self,
        workspace: &Workspace,
        place: Place<'_>,
        view: View<'_>,
    ) -> Result<Met, Rejected> {
        let name = required_name(view)?;
        let external = key_of(place.system, Noun::Customer, view.id(Field::Id));
        if let Some(kept) = self.merged(Noun::Customer, &external, name) {
            self.customers.edit_by_row(workspace, kept.into(), place.file, |_| ());
            return Ok(Met::Once);
        }
        let id: CustomerId = self.listed_id(Noun::Customer, &external, name).into();
        self.customer_names.add(id.into(), name, &external);
        let parent = view.text(Field::Parent);
        if !parent.is_empty() {
            self.parents.push((id, parent.to_owned(), place.name.to_owned()));
        }
        self.customers.edit_by_row(workspace, id, place.file, |customer| {
            keep(&mut customer.name, name);
            keep(&mut customer.sector, view.text(Field::Sector));
            keep(&mut customer.location, &view.joined(Field::Location, " "));
            keep(&mut customer.phone, &view.joined(Field::Phone, ", "));
            keep(&mut customer.email, &view.joined(Field::Email, ", "));
            keep(&mut customer.website, view.text(Field::Website));
            keep(&mut customer.external, &external);
            let employees = amount::decimal(&view.text(Field::Employees).replace(',', ""), 0);
            customer.employees = employees.filter(|it| 0 <= *it).or(customer.employees);
        });
        Ok(Met::Once)
    }

    fn listed_id(&self, noun: Noun, external: &str, name: &str) -> RecordId {
        let names = match noun {
            Noun::Person => &self.people_names,
            Noun::Customer => &self.customer_names,
            Noun::Product => &self.product_names,
        };
        match names.find_exact(external, name) {
            Found::One(id) | Found::Near(id) | Found::Several(id, _) => id,
            Found::None => new_id(noun, external, name),
        }
    }
}

/// A text of the file wins where it is not blank.
pub(super) fn keep(known: &mut String, text: &str) {
    if !text.is_empty() {
        text.clone_into(known);
    }
}

/// A list of the file wins where it is not blank.
fn keep_list(known: &mut Vec<String>, list: Vec<String>) {
    if !list.is_empty() {
        *known = list;
    }
}

/// A person's name in one column or in two.
pub(super) fn full_name(view: View<'_>) -> String {
    let name = view.text(Field::Name);
    if !name.is_empty() {
        return name.to_owned();
    }
    let (first, last) = (view.text(Field::FirstName), view.text(Field::LastName));
    match (first.is_ascii() && last.is_ascii(), first, last) {
        (_, "", name) | (_, name, "") => name.to_owned(),
        (false, first, last)
            if !first.contains(|it: char| it.is_ascii_alphabetic()) || is_chinese(last) =>
        {
            format!("{last}{first}")
        }
        (_, first, last) => format!("{first} {last}"),
    }
}

fn is_chinese(text: &str) -> bool {
    text.chars().all(|it| ('\u{3400}'..='\u{9fff}').contains(&it))
}

fn required_name(view: View<'_>) -> Result<&str, Rejected> {
    match view.text(Field::Name) {
        "" => Err(name_missing(view)),
        name => Ok(name),
    }
}

/// The refusal of a row without a name, at the column the name should stand in.
pub(super) fn name_missing(view: View<'_>) -> Rejected {
    let column = view.layout.columns(Field::Name).first();
    view.refused(column.copied().unwrap_or(usize::MAX), Reason::NameMissing)
}

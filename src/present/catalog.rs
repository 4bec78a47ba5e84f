//! Customers and products as lists: each with what is open and what was won.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::matching::{Form, Wanted};
use super::name_order::NameOrder;
use crate::domain::arrange;
use crate::domain::id::{CustomerId, ProductId, RecordId};
use crate::domain::insight::{Figures, figures_by, figures_by_product};
use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Money};
use crate::domain::workspace::{Table, Workspace};

/// The tables that the list of customers is read from.
pub const CUSTOMER_TABLES: [Table; 4] =
    [Table::Customers, Table::Leads, Table::Stages, Table::Settings];
/// The tables that the list of products is read from.
pub const PRODUCT_TABLES: [Table; 4] =
    [Table::Products, Table::Leads, Table::Stages, Table::Settings];

/// By what a list is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortKey {
    /// The name, from A.
    Name,
    /// What is open, the most first.
    Open,
    /// What was won, the most first.
    Won,
}

/// Which way a list is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// As its key says.
    Usual,
    /// The other way round.
    Reversed,
}

/// A customer or a product in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The name.
    pub name: String,
    /// Industry or family; may be empty.
    pub kind: String,
    /// Where a customer is; empty for products.
    pub place: String,
    /// What a product costs; none for customers.
    pub price: Option<Money>,
    /// The figures of its leads.
    pub figures: Figures,
    /// What it is found by: the name and what else is said of it.
    form: Form,
    order: NameOrder,
}

impl Line {
    fn new(
        name: String,
        kind: String,
        place: String,
        price: Option<Money>,
        figures: Figures,
    ) -> Line {
        let form = Form::of(&[&*name, &*kind, &*place].join(" "));
        let order = NameOrder::of(&name);
        Line { name, kind, place, price, figures, form, order }
    }
}

/// All customers with their figures.
pub fn customers(workspace: &Workspace) -> BTreeMap<RecordId, Line> {
    let mut figures = figures(workspace, |lead| lead.customer);
    let line = |(id, customer): (CustomerId, &crate::domain::customer::Customer)| {
        let figures = figures.remove(&Some(id)).unwrap_or_default();
        let (kind, place) = (customer.sector.clone(), customer.location.clone());
        (id.into(), Line::new(customer.name.clone(), kind, place, None, figures))
    };
    workspace.customers.iter().map(line).collect()
}

/// All products with their figures.
pub fn products(workspace: &Workspace) -> BTreeMap<RecordId, Line> {
    let leads = workspace.leads.values().map(|lead| (lead, lead.outcome(workspace)));
    let mut figures = figures_by_product(workspace, leads);
    let line = |(id, product): (ProductId, &crate::domain::product::Product)| {
        let figures = figures.remove(&Some(id)).unwrap_or_default();
        let (name, kind) = (product.name.clone(), product.series.clone());
        (id.into(), Line::new(name, kind, String::new(), product.price, figures))
    };
    workspace.products.iter().map(line).collect()
}

/// The ids of the lines that hold a text, in order; sums are compared in the team's currency.
pub fn found(
    lines: &BTreeMap<RecordId, Line>,
    text: &str,
    (key, direction): (SortKey, Direction),
    home: Currency,
) -> Vec<RecordId> {
    let wanted = Wanted::new(text);
    let holds = |line: &Line| wanted.as_ref().is_none_or(|it| it.rank(&line.form).is_some());
    let mut found: Vec<(RecordId, &Line)> =
        lines.iter().filter(|(_, line)| holds(line)).map(|(id, line)| (*id, line)).collect();
    arrange::by(&mut found, |(a, first), (b, second)| {
        let by_name = || first.order.cmp(&second.order);
        compare(first, second, key, home).then_with(by_name).then(a.cmp(b))
    });
    if direction == Direction::Reversed {
        found.reverse();
    }
    found.into_iter().map(|(id, _)| id).collect()
}

fn compare(a: &Line, b: &Line, key: SortKey, home: Currency) -> Ordering {
    let open = |line: &Line| (line.figures.open_value.of(home).minor, line.figures.open);
    let won = |line: &Line| (line.figures.won_value.of(home).minor, line.figures.won);
    match key {
        SortKey::Name => Ordering::Equal,
        SortKey::Open => open(b).cmp(&open(a)),
        SortKey::Won => won(b).cmp(&won(a)),
    }
}

fn figures<K: Ord>(workspace: &Workspace, group: impl Fn(&Lead) -> K) -> BTreeMap<K, Figures> {
    figures_by(workspace.leads.values().map(|lead| (lead, lead.outcome(workspace))), group)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::customer::Customer;
    use crate::domain::id::LeadId;
    use crate::present::for_tests::*;

    fn workspace() -> Workspace {
        let mut workspace = team();
        for (id, name, sector) in [(1, "Acme", "Toys"), (2, "Bolt", "Steel"), (3, "Cove", "Toys")] {
            let (name, sector) = (name.to_owned(), sector.to_owned());
            put(
                &mut workspace,
                CustomerId::drawn(id),
                &Customer { name, sector, ..Customer::default() },
            );
        }
        for (id, customer, stage, yuan) in [(1, 1, OPEN, 10), (2, 2, OPEN, 20), (3, 3, WON, 5)] {
            let (customer, stage) = (Some(CustomerId::drawn(customer)), Some(stage));
            let lead = Lead { customer, stage, amount: Some(yuan_of(yuan)), ..Lead::default() };
            put(&mut workspace, LeadId::drawn(id), &lead);
        }
        workspace
    }

    #[track_caller]
    fn check(text: &str, key: SortKey, expect: &[&str]) {
        let lines = customers(&workspace());
        let ids = found(&lines, text, (key, Direction::Usual), Currency::CNY);
        let names: Vec<&str> = ids.iter().map(|id| lines[id].name.as_str()).collect();
        assert_eq!(names, expect);
    }

    #[test]
    fn customers_are_found_by_name_and_sector() {
        check("", SortKey::Name, &["Acme", "Bolt", "Cove"]);
        check(" TOYS", SortKey::Name, &["Acme", "Cove"]);
        check("ｂolt", SortKey::Name, &["Bolt"]);
        check("nobody", SortKey::Name, &[]);
    }

    #[test]
    fn the_most_comes_first_and_ties_go_by_name() {
        check("", SortKey::Open, &["Bolt", "Acme", "Cove"]);
        check("", SortKey::Won, &["Cove", "Acme", "Bolt"]);
    }

    #[test]
    fn the_other_way_round_is_the_same_backwards() {
        let lines = customers(&workspace());
        let ids = |way| found(&lines, "", (SortKey::Open, way), Currency::CNY);
        let mut backwards = ids(Direction::Reversed);
        backwards.reverse();
        assert_eq!(ids(Direction::Usual), backwards);
    }

    #[test]
    fn a_line_has_the_figures_of_its_own_leads() {
        let figures = customers(&workspace()).remove(&RecordId(3)).map(|it| it.figures);
        assert_eq!(figures.map(|it| (it.won, it.open)), Some((1, 0)));
    }
}

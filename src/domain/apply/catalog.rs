//! The rules of customers and products.

use super::check_name;
use crate::domain::changes::Changes;
use crate::domain::customer::Customer;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::label::Label;
use crate::domain::product::Product;
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn save_customer(
    workspace: &Workspace,
    id: CustomerId,
    customer: &Customer,
) -> Result<Changes, Rejection> {
    check_name(&workspace.customers, id, &customer.name, |it| &it.name)?;
    let kept = workspace.customers.get(id).is_some_and(|it| it.parent == customer.parent);
    if !kept {
        check_parent(workspace, id, customer)?;
    }
    let mut changes = Changes::new(Label::CustomerSaved(customer.name.clone()));
    changes.put(workspace, id, customer);
    Ok(changes)
}

/// A parent must be there, and must not be the customer or one that belongs to it. What was
/// imported may go round in a circle already, so the way up ends after as many steps as there are
/// customers.
fn check_parent(
    workspace: &Workspace,
    id: CustomerId,
    customer: &Customer,
) -> Result<(), Rejection> {
    let Some(parent) = customer.parent else { return Ok(()) };
    if parent == id {
        return Err(Rejection::ParentBelow(customer.name.clone()));
    }
    let named = workspace.customers.get(parent).ok_or(Rejection::CustomerGone)?;
    let up = |id: &CustomerId| workspace.customers.get(*id)?.parent;
    let mut above = std::iter::successors(Some(parent), up).take(workspace.customers.len());
    match above.any(|it| it == id) {
        true => Err(Rejection::ParentBelow(named.name.clone())),
        false => Ok(()),
    }
}

pub(super) fn save_product(
    workspace: &Workspace,
    id: ProductId,
    product: &Product,
) -> Result<Changes, Rejection> {
    check_name(&workspace.products, id, &product.name, |it| &it.name)?;
    if product.price.is_some_and(|price| price.minor < 0) {
        return Err(Rejection::AmountNegative);
    }
    let mut changes = Changes::new(Label::ProductSaved(product.name.clone()));
    changes.put(workspace, id, product);
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::workspace::Table;

    fn id(number: u64) -> CustomerId {
        CustomerId::drawn(number)
    }

    fn customer(number: u64, parent: Option<u64>) -> Customer {
        Customer { name: format!("C{number}"), parent: parent.map(id), ..Customer::default() }
    }

    fn put(workspace: &mut Workspace, number: u64, parent: Option<u64>) {
        let mut changes = Changes::new(Label::CustomerSaved(String::new()));
        changes.put(workspace, id(number), &customer(number, parent));
        let mut fields = changes.writes.iter().map(|it| (it.field, &it.value));
        workspace.refresh(Table::Customers, id(number).into(), Some(&mut fields));
    }

    /// C3 belongs to C2, C2 to C1; C4 and C5 belong to each other, as no form allows.
    fn workspace() -> Workspace {
        let mut workspace = Workspace::default();
        let known = [(1, None), (2, Some(1)), (3, Some(2)), (4, Some(5)), (5, Some(4))];
        for (number, parent) in known {
            put(&mut workspace, number, parent);
        }
        workspace
    }

    #[track_caller]
    fn check(number: u64, parent: Option<u64>, expect: Result<(), Rejection>) {
        let saved = save_customer(&workspace(), id(number), &customer(number, parent));
        assert_eq!(saved.map(drop), expect, "C{number} below {parent:?}");
    }

    fn below(name: &str) -> Result<(), Rejection> {
        Err(Rejection::ParentBelow(name.to_owned()))
    }

    #[test]
    fn a_customer_belongs_to_any_that_does_not_belong_to_it() {
        check(3, Some(1), Ok(()));
        check(6, Some(3), Ok(()));
        check(3, None, Ok(()));
    }

    #[test]
    fn a_customer_belongs_neither_to_itself_nor_to_one_below_it() {
        check(1, Some(1), below("C1"));
        check(1, Some(2), below("C2"));
        check(1, Some(3), below("C3"));
    }

    #[test]
    fn an_imported_circle_can_be_kept_left_and_looked_through() {
        check(4, Some(5), Ok(()));
        check(4, Some(3), Ok(()));
        check(1, Some(4), Ok(()));
    }

    #[test]
    fn a_parent_must_be_there() {
        check(1, Some(9), Err(Rejection::CustomerGone));
    }
}

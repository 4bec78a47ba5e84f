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
    let mut changes = Changes::new(Label::CustomerSaved(customer.name.clone()));
    changes.put(workspace, id, customer);
    Ok(changes)
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

//! The people to talk to at a customer.

use crate::domain::arrange;
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, CustomerId};
use crate::domain::workspace::Workspace;
use crate::present::name_order::NameOrder;

/// The people at a customer, by name.
pub fn contacts_of(workspace: &Workspace, customer: CustomerId) -> Vec<(ContactId, Contact)> {
    let at = workspace.contacts.iter().filter(|(_, it)| it.customer == Some(customer));
    let mut contacts: Vec<(ContactId, Contact)> = at.map(|(id, it)| (id, it.clone())).collect();
    arrange::by_cached_key(&mut contacts, |it| NameOrder::of(&it.1.name));
    contacts
}

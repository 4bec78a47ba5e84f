//! The people to talk to at a customer.

use crate::domain::arrange;
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, CustomerId};
use crate::domain::workspace::Workspace;

/// The people at a customer, by name.
pub fn contacts_of(workspace: &Workspace, customer: CustomerId) -> Vec<(ContactId, Contact)> {
    let at = workspace.contacts.iter().filter(|(_, it)| it.customer == Some(customer));
    let mut contacts: Vec<(ContactId, Contact)> = at.map(|(id, it)| (id, it.clone())).collect();
    arrange::by(&mut contacts, |a, b| a.1.name.cmp(&b.1.name));
    contacts
}

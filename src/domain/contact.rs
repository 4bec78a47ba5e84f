//! Contacts: the people to talk to at a customer.

use super::id::{ContactId, CustomerId};

record! {
    /// Somebody at a customer.
    pub struct Contact(ContactId) {
        /// The customer.
        customer: Option<CustomerId>,
        /// The name.
        name: String,
        /// What the person does there.
        role: String,
        /// The phone number.
        phone: String,
        /// The mail address.
        email: String,
    }
}

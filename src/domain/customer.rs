//! Customers.

use super::id::CustomerId;

record! {
    /// A customer (an account, a company).
    pub struct Customer(CustomerId) {
        /// The name.
        name: String,
        /// The industry, as the source spells it.
        sector: String,
        /// Where the customer is.
        location: String,
        /// The customer that this one belongs to.
        parent: Option<CustomerId>,
        /// How many people work there.
        employees: Option<i64>,
        /// The phone number.
        phone: String,
        /// The web site.
        website: String,
        /// The mail address.
        email: String,
        /// The key in the system it was imported from.
        external: String,
        /// The class, which says how often a word is due: A, B, C, or the manager's own words.
        class: String,
    }
}

//! One lead: what its page shows, the draft of its form, and its history.

mod draft;
mod facts;
mod field;
mod history;

pub use draft::{
    CheckedLead, Fault, LeadDraft, customer_named, customers_like, is_new_customer, owners,
};
pub use facts::{LeadView, lead, origin, without_next_step};
pub use field::LeadField;
pub use history::{Change, Event, Past, history};

#[cfg(test)]
mod tests;

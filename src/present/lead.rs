//! One lead: what its page shows, the draft of its form, and its history.

mod draft;
mod facts;
mod field;
mod history;
mod quick;
mod tags;
mod timeline;

pub use draft::{CheckedLead, Fault, LeadDraft, customers_like, is_new_customer, owners};
pub use facts::{LeadView, lead, origin};
pub use field::LeadField;
pub use history::{Change, Event, Past, history, joined_history};
pub use quick::{QuickFault, QuickLead, quick_lead};
pub use tags::{suggested_tags, with_link, with_tag, without_link, without_tag};
pub use timeline::{ActivityItem, TimelineDay, TimelineItem, TimelineKind, timeline};

#[cfg(test)]
mod tests;

//! The records that a figure is made of, of whatever table.

use super::id::{ActivityId, DeliveryTaskId, LeadId, RecordId};

/// A record behind a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Behind {
    /// A lead.
    Lead(LeadId),
    /// Something that was done.
    Activity(ActivityId),
    /// A piece of work that was promised.
    Task(DeliveryTaskId),
}

impl Behind {
    /// The id of the record.
    pub fn record(self) -> RecordId {
        match self {
            Behind::Lead(id) => id.into(),
            Behind::Activity(id) => id.into(),
            Behind::Task(id) => id.into(),
        }
    }
}

impl From<LeadId> for Behind {
    fn from(id: LeadId) -> Behind {
        Behind::Lead(id)
    }
}

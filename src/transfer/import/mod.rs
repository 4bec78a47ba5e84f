//! Import of leads, customers, products and people from other systems' files.
//!
//! [`session::Session`] is the whole of it for a caller; `report` is what it tells, `field` what
//! columns can mean, `system` where files come from. A plan only reads the workspace: what it
//! would change comes out as a `domain::import::Batch`.

pub mod alias;
mod failed_rows;
pub mod field;
mod plan;
pub mod report;
pub mod session;
mod source;
pub mod system;

pub use field::{Field, Kind};
pub use session::{ColumnView, FileRefused, Progress, Session, Setup, Words};
pub use system::System;

//! What several pages show in the same way.

mod activity_form;
mod contacts;
mod goal_certificate;
mod kinds;
mod tasks;

pub use activity_form::{ActivityDialog, ActivityForm};
pub use contacts::Contacts;
pub use goal_certificate::GoalCertificate;
pub use kinds::Kinds;
pub use tasks::{TaskDialogs, TaskForms};

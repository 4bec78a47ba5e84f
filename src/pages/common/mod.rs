//! What several pages show in the same way.

mod goal_certificate;
mod offered_name;

pub use goal_certificate::GoalCertificate;
pub use offered_name::OfferedName;

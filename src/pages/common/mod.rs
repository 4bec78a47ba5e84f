//! What several pages show in the same way.

mod goal_certificate;

pub use goal_certificate::GoalCertificate;

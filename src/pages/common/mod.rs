//! What several pages show in the same way.

mod duplicate_hint;
mod goal_certificate;

pub use duplicate_hint::CustomerHint;
pub use goal_certificate::GoalCertificate;

//! Page objects: what a person sees and does on one page, without selectors.

mod recovery;

pub use recovery::RecoveryPage;

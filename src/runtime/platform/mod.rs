//! The browser: the only module that uses its interfaces, in small functions that cannot panic.

pub mod clock;
pub mod events;
pub mod files;
pub mod install;
pub mod locks;
pub mod picking;
pub mod shell;
pub mod text;
pub mod wake;
pub mod worker;

pub use clock::{after_paint, next_frame};

//! Huddle: the offline meeting board of a manager who leads a sales team.
//!
//! The pure half (`domain`, `journal`, `transfer`, `present`, `i18n`) knows no browser, clock or
//! randomness and is tested natively. The web half (`runtime`, `ui`, `pages`) is behind the
//! feature `web`. ARCHITECTURE.md has the map.

pub mod domain;
pub mod i18n;
pub mod journal;
pub mod present;
pub mod transfer;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
pub mod pages;
#[cfg(feature = "web")]
pub mod runtime;
#[cfg(feature = "web")]
pub mod ui;

//! The imperative shell: the one place that holds state, writes it, and reaches the browser.
//!
//! `app` is what pages see; `dispatch` is the only writer of a team's data; `platform` is the only
//! user of browser interfaces. Pages never store anything themselves.

pub mod app;
pub mod archive;
pub mod assigning;
pub mod backup;
pub mod branching;
pub mod clashes;
mod compact;
pub mod comparing;
mod dispatch;
pub mod faces;
mod guarding;
pub mod import;
pub mod importing;
pub mod kiosk;
mod names;
pub mod on_demand;
pub mod past;
pub mod platform;
pub mod preferences;
pub mod refusal;
pub mod rewinding;
pub mod route;
mod start;
mod state;
mod storage;
mod tabs;
pub mod ticking;
pub mod touched;
pub mod turn_timer;
pub mod workbooks;

pub use dispatch::fetch as fetch_rules;
pub use start::{after_mounting, start};

//! What is shown, as plain data: view models made from the domain, formats, chart geometry.
//!
//! Pure: pages turn these into markup and compute nothing themselves.

pub mod assign;
pub mod board;
pub mod catalog;
pub mod chart;
pub mod data;
pub mod filter;
#[cfg(test)]
pub(crate) mod for_tests;
pub mod format;
pub mod goals;
pub mod import;
pub mod lead;
pub mod pipelines;
pub mod pool;
pub mod rates;
pub mod search;
pub mod settings;
pub mod team;
pub mod today;
pub mod words;

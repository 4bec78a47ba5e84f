//! What is shown, as plain data: view models made from the domain, formats, chart geometry.
//!
//! Pure: pages turn these into markup and compute nothing themselves.

pub mod activity;
pub mod address;
pub mod agenda;
pub mod archive;
pub mod assign;
pub mod assign_books;
pub mod assign_rules;
pub mod assign_why;
pub mod barrier;
pub mod board;
pub mod bulk;
pub mod cadence;
pub mod catalog;
pub mod chart;
pub mod competition;
pub mod contact;
pub mod data;
pub mod delivery;
pub mod draft;
pub mod duplicates;
pub mod entry_hint;
pub mod filter;
#[cfg(test)]
pub(crate) mod for_tests;
pub mod forecast;
pub mod format;
pub mod goals;
pub mod import;
pub mod import_links;
pub mod lead;
pub mod lead_table;
pub mod market;
pub mod matching;
pub mod name_order;
pub mod objectives;
pub mod pinyin;
pub mod pipelines;
pub mod plan_words;
pub mod pool;
pub mod price;
pub mod quotas;
pub mod rates;
pub mod search;
pub mod settings;
pub mod team;
pub mod today;
pub mod views;
pub mod words;

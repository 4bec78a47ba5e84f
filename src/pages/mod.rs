//! The screens: a folder each. A page is a memo of a view model, handlers that dispatch, and one
//! `view!`; it computes nothing and stores nothing itself. Pages do not import each other; what
//! several show is in `common`.

pub mod activities;
pub mod assign;
pub mod calls;
pub mod career;
pub mod catalog;
pub mod common;
pub mod compare;
pub mod competitors;
pub mod data;
pub mod delivery;
pub mod draft;
pub mod duplicates;
pub mod faces;
pub mod fair;
pub mod forecast;
pub mod goals;
pub mod growth;
pub mod import;
pub mod indicators;
pub mod insight;
pub mod kiosk;
#[cfg(debug_assertions)]
pub mod kit;
pub mod leads;
pub mod market;
pub mod meeting;
pub mod more;
pub mod objectives;
pub mod pay;
pub mod pipelines;
pub mod pool;
pub mod promises;
pub mod pulse;
pub mod quotas;
pub mod reviews;
pub mod rewards;
pub mod round;
pub mod search;
pub mod settings;
pub mod surveys;
pub mod team;
pub mod thanks;
pub mod today;
pub mod welcome;

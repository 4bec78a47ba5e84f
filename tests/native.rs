//! All native tests as one program, so that the rules are linked once and not forty times.
//!
//! `cargo test --no-default-features --test native moved` runs those of a file.

#![cfg(not(target_arch = "wasm32"))]

mod import_support;
mod support;

mod architecture;
mod assignment;
mod assignment_maven;
mod commission;
mod commission_properties;
mod commission_published;
mod draft_undo;
mod follow_up_undo;
mod forecast;
mod goals_truth;
mod growth;
mod headless_verbs;
mod import_assigned;
mod import_merged;
mod import_plan;
mod import_properties;
mod import_recognition;
mod import_teams;
mod import_text;
mod import_workbooks;
mod insight_judged;
mod insight_maven;
mod insight_view;
mod journal_faults;
mod journal_golden;
mod journal_merge;
mod journal_undo;
mod landing;
mod merging;
mod minutes;
mod moved;
mod names;
mod outlook;
mod pace_landing;
mod pay_maven;
mod pay_replay;
mod pipelines;
mod plan_words;
mod promises;
mod spread;
mod statement_file;
mod survey;

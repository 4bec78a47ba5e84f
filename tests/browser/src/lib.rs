//! Stories of the built page, told in Chromium and in WebKit, and measurements in Chromium.
//!
//! `cargo run -p browser-stories --bin stories` tells all stories about `dist/`; words after `--`
//! choose those whose name or case contains one of them. `--bin measure` measures.
//!
//! A story is one short file in [`stories`]: a name, the cases it is told in, and what happens. It
//! speaks through page objects of [`pages`] and knows no selector. Invariant: nothing sleeps; every
//! wait is for a condition and has a deadline.

#![allow(clippy::print_stdout, reason = "a test run talks to the person who started it")]

pub mod harness;
pub mod pages;
pub mod stories;

//! The commands of this repository, and the parts of them that the browser stories share: the
//! static server, the places of tools and results, and the sealing of a page.
//!
//! Invariant: on a bare machine with Rust every command installs what it needs or says exactly what
//! to install; a part that could not run is a failure.

#![allow(clippy::print_stdout, reason = "a command talks to the person who called it")]

pub mod bench;
pub mod build;
pub mod debian;
pub mod dist;
pub mod icons;
pub mod leads;
pub mod paths;
pub mod process;
pub mod serve;
pub mod server;
pub mod setup;
pub mod sizes;
pub mod test;

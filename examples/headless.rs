//! The headless runner: the pure half on real files, JSON out.
//!
//! `cargo run -q --release --no-default-features --example headless -- VERB [options] [FILES]`
//!
//! It has no rules of its own: every verb calls the modules that the page calls. One JSON object
//! goes to standard output, complaints go to standard error; it exits with 0 when done, 2 for
//! arguments or files that cannot be used.

#![allow(clippy::print_stdout)]

#[path = "headless/mod.rs"]
mod headless;

use std::process::ExitCode;

fn main() -> ExitCode {
    // A spoilt file may lead a library astray, and a release build ends where a panic begins.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|it| format!(" ({}:{})", it.file(), it.line()));
        eprintln!("headless: a file is damaged{}", place.unwrap_or_default());
        std::process::exit(2);
    }));
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match headless::run(&arguments) {
        Ok(json) => {
            println!("{json}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("headless: {}", failure.complaint);
            ExitCode::from(failure.exit)
        }
    }
}

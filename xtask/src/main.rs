//! `cargo xtask`: the commands of this repository. Run it without a word to see them.

#![allow(clippy::print_stdout, reason = "a command talks to the person who called it")]

use std::process::ExitCode;

use xtask::process::Outcome;
use xtask::{bench, build, dist, icons, leads, paths, serve, sizes, test};

const USAGE: &str = "\
cargo xtask serve [--base /path/] [--port 8080]   build the page and serve it
cargo xtask dev                                   the same in debug, reloading on every change
cargo xtask test [--fast]                         every check; --fast: those that need no browser
cargo xtask bench                                 measurements, as a table
cargo xtask dist                                  build the page into dist/
cargo xtask leads [FOLDER] [COUNT]                write an export of 10,000 deals to import
cargo xtask icons                                 draw the icons anew from public/icons/icon.svg";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["serve", options @ ..] => serve::Options::parse(options).and_then(serve::run),
        ["dev"] => build::dev(),
        ["test"] => test::run(test::Extent::Everything),
        ["test", "--fast"] => test::run(test::Extent::PureHalf),
        ["bench"] => bench::run(),
        ["dist"] => run_dist(),
        ["icons"] => icons::draw(),
        ["leads"] => leads::run("target/leads", None),
        ["leads", folder] => leads::run(folder, None),
        ["leads", folder, count] => leads::run(folder, Some(count)),
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

/// Called by Trunk it finishes Trunk's staging folder; called by a person it builds all of it.
fn run_dist() -> Outcome {
    match dist::Hook::from_environment() {
        Some(hook) => hook.finish(),
        None => {
            build::ensure_page()?;
            sizes::check(&paths::dist())
        }
    }
}

//! `cargo xtask test`: every check of the repository, each once, with the time it took.
//!
//! Invariant: a part that could not run is a failure that says what is missing, never a pass.

use std::process::Command;
use std::time::Instant;

use crate::process::{self, Counts, Outcome};
use crate::{build, debian, paths, setup, sizes};

/// How much is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it: a few minutes.
    Everything,
    /// What needs no browser and no WebAssembly.
    PureHalf,
}

struct Part {
    name: &'static str,
    run: fn() -> Outcome<Counts>,
}

const PURE_HALF: [Part; 3] = [
    Part { name: "format", run: format },
    Part { name: "lints of the pure half", run: pure_lints },
    Part { name: "tests of the pure half", run: pure_tests },
];

const REST: [Part; 5] = [
    Part { name: "lints of the web half", run: web_lints },
    Part { name: "lints of the tools", run: tool_lints },
    Part { name: "component tests", run: component_tests },
    Part { name: "page and sizes", run: page },
    Part { name: "stories in Chromium and WebKit", run: stories },
];

/// Runs the checks; all of them, also after one has failed.
///
/// # Errors
/// When a test failed or a part could not run.
pub fn run(extent: Extent) -> Outcome {
    let rest: &[Part] = if extent == Extent::Everything { &REST } else { &[] };
    let mut total = Counts::default();
    let mut report = String::new();
    for part in PURE_HALF.iter().chain(rest) {
        println!("\n== {} ==", part.name);
        let begun = Instant::now();
        let counts = (part.run)().unwrap_or_else(|trouble| {
            println!("{trouble}");
            Counts { passed: 0, failed: 1 }
        });
        total += counts;
        let verdict = if counts.failed == 0 { "ok" } else { "FAILED" };
        report.push_str(&format!(
            "{:<32} {:>6.1} s {:>6} passed {:>4} failed  {verdict}\n",
            part.name,
            begun.elapsed().as_secs_f64(),
            counts.passed,
            counts.failed,
        ));
    }
    println!("\n{report}{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 { Ok(()) } else { Err("Something failed: see above.".into()) }
}

fn format() -> Outcome<Counts> {
    lint("fmt --all --check")
}

fn pure_lints() -> Outcome<Counts> {
    lint("clippy --quiet --package huddle --no-default-features --all-targets -- --deny warnings")
}

fn web_lints() -> Outcome<Counts> {
    setup::wasm_target()?;
    lint(
        "clippy --quiet --target wasm32-unknown-unknown --package huddle --lib --bins --test components \
         -- --deny warnings",
    )
}

fn tool_lints() -> Outcome<Counts> {
    lint(
        "clippy --quiet --package xtask --package browser-stories --all-targets -- --deny warnings",
    )
}

/// Native tests with their documentation tests, and those of the commands and the story teller.
fn pure_tests() -> Outcome<Counts> {
    let mut counts = process::run_tests(&mut cargo(
        "test --no-fail-fast --package huddle --no-default-features",
    ))?;
    // The profile that runs this very command: nothing of it is built again.
    counts += process::run_tests(&mut cargo(
        "test --profile dev --package xtask --package browser-stories --lib",
    ))?;
    Ok(counts)
}

/// Tests of the web half in a headless Chromium: `tests/components.rs`.
fn component_tests() -> Outcome<Counts> {
    debian::browsers()?;
    setup::wasm_target()?;
    setup::test_runner()?;
    let chromedriver = paths::program("chromedriver").ok_or("chromedriver is not in the path")?;
    let mut tests = cargo(
        "test --profile dev --target wasm32-unknown-unknown --package huddle --test components",
    );
    tests.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        paths::cargo_tool("wasm-bindgen-test-runner"),
    );
    tests.env(
        "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
        paths::root().join("tests/browser/webdriver.json"),
    );
    tests.env("CHROMEDRIVER", chromedriver);
    process::run_tests(&mut tests)
}

/// A page over budget is still a page: the stories go on.
fn page() -> Outcome<Counts> {
    build::ensure_page()?;
    sizes::check(&paths::dist())?;
    Ok(Counts::default())
}

fn stories() -> Outcome<Counts> {
    if !build::is_current()? {
        return Err("The page is not the tree as it is, so no story is told about it.".into());
    }
    debian::browsers()?;
    setup::npm_packages()?;
    process::run_tests(&mut cargo("run --quiet --package browser-stories --bin stories"))
}

/// A check that counts nothing when it passes.
fn lint(words: &str) -> Outcome<Counts> {
    process::run(&mut cargo(words))?;
    Ok(Counts::default())
}

fn cargo(words: &str) -> Command {
    let mut command = process::command("cargo");
    command.args(words.split_whitespace());
    command
}

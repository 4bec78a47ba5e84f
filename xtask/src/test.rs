//! `cargo xtask test`: every check of the repository, each once, with the time it took.
//!
//! The page is built beside the other checks: most of that time is one thread's work.
//!
//! Invariant: a part that could not run is a failure that says what is missing, never a pass.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Command};
use std::time::Instant;

use crate::process::{self, Counts, Outcome};
use crate::{build, debian, paths, setup};

/// How much is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it: a few minutes.
    Everything,
    /// What needs no browser and no WebAssembly.
    PureHalf,
}

/// A part's name and what it does. The page's build goes on beside the parts between its two.
type Part = (&'static str, fn(&mut Option<Build>) -> Outcome<Counts>);

const PURE_HALF: [Part; 3] = [
    ("format", |_| format()),
    ("lints of the pure half", |_| pure_lints()),
    ("tests of the pure half", |_| pure_tests()),
];

const EVERYTHING: [Part; 9] = [
    ("format", |_| format()),
    ("tools and browsers", begin_page),
    ("lints of the pure half", |_| pure_lints()),
    ("tests of the pure half", |_| pure_tests()),
    ("lints of the web half", |_| web_lints()),
    ("lints of the tools", |_| tool_lints()),
    ("component tests", |_| component_tests()),
    ("page and sizes", end_page),
    ("stories in Chromium and WebKit", |_| stories()),
];

/// The page's build while it runs.
struct Build {
    command: Child,
    said: PathBuf,
}

/// Runs the checks; all of them, also after one has failed.
///
/// # Errors
/// When a test failed or a part could not run.
pub fn run(extent: Extent) -> Outcome {
    let parts: &[Part] = if extent == Extent::Everything { &EVERYTHING } else { &PURE_HALF };
    let (mut total, mut report, mut build) = (Counts::default(), String::new(), None);
    for (name, run) in parts {
        println!("\n== {name} ==");
        let begun = Instant::now();
        // What went wrong stands beside the verdict too: the end of a long log may be all there is.
        let (counts, trouble) = match run(&mut build) {
            Ok(counts) => (counts, String::new()),
            Err(trouble) => {
                println!("{trouble}");
                (Counts { passed: 0, failed: 1 }, format!("    {trouble}\n"))
            }
        };
        total += counts;
        let verdict = if counts.failed == 0 { "ok" } else { "FAILED" };
        report.push_str(&format!(
            "{name:<32} {:>6.1} s {:>6} passed {:>4} failed  {verdict}\n{trouble}",
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

/// Installs what is missing for all that follows and begins the page: with this very program, for
/// another cargo would wait for those that build the tests.
fn begin_page(build: &mut Option<Build>) -> Outcome<Counts> {
    debian::browsers()?;
    setup::page_tools()?;
    let said = paths::target().join("page.log");
    let output = File::create(&said)?;
    let mut dist = process::command(&std::env::current_exe()?.to_string_lossy());
    let command = dist.arg("dist").stderr(output.try_clone()?).stdout(output).spawn()?;
    *build = Some(Build { command, said });
    Ok(Counts::default())
}

/// A page over budget is still a page: the stories go on.
fn end_page(build: &mut Option<Build>) -> Outcome<Counts> {
    let Build { mut command, said } = build.take().ok_or("The page's build was not begun.")?;
    let is_built = command.wait()?.success();
    let said = std::fs::read_to_string(said)?;
    print!("{said}");
    let why = said.trim_end().lines().next_back().unwrap_or("It said nothing.");
    if is_built { Ok(Counts::default()) } else { Err(format!("The page has failed: {why}").into()) }
}

fn stories() -> Outcome<Counts> {
    if !build::is_current()? {
        return Err("The page is not the tree as it is, so no story is told about it.".into());
    }
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

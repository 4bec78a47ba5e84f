//! Measures `dist/` in Chromium and prints a table; fails when a figure is over its budget. Words
//! choose topics: `start`, `import`, `assign`, `full`, `edits`, `taps`,
//! `drops`, `typing`, `hints`, `pages`, `draft`, `rewind`, `replay`.
//!
//! To add a figure: an `async fn` that gives [`Figure`]s, and its call in [`figures`].

#![allow(clippy::print_stdout, reason = "the table is for the person who asked for it")]

mod assign;
mod draft;
mod drops;
mod edits;
mod figure;
mod hints;
mod import;
mod pages;
mod replay;
mod rewind;
mod speed;
mod start;
mod taps;
mod typing;
mod watch;

use std::process::ExitCode;

use browser_stories::harness::{Case, Driver, Engine, Lang, Outcome, Size, Stage, Theme};
use figure::Figure;

/// A tablet of the middle class beside the machine that builds.
const SLOWER: u32 = 4;
/// Loads a figure is the median of.
const LOADS: usize = 5;

fn main() -> Outcome<ExitCode> {
    warn_when_busy();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let topics: Vec<String> = std::env::args().skip(1).collect();
    let (figures, words) = runtime.block_on(figures(&topics))?;
    println!("| what | measured | budget | |\n|---|---:|---:|---|");
    figures.iter().for_each(|figure| println!("{}", figure.line()));
    println!();
    words.iter().for_each(|word| println!("{word}"));
    warn_when_busy();
    let over = figures.iter().any(Figure::is_over);
    Ok(if over { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The figures of the topics, of all where none is named, and words about them.
async fn figures(topics: &[String]) -> Outcome<(Vec<Figure>, Vec<String>)> {
    let asked = |topic: &str| topics.is_empty() || topics.iter().any(|it| it == topic);
    let driver = Driver::start(Engine::Chromium).await?;
    let (mut figures, mut words) = (Vec::new(), Vec::new());
    if asked("start") {
        figures.extend(start::empty(&driver).await?);
    }
    if asked("import") {
        figures.extend(import::figures(&driver).await?);
    }
    if asked("assign") {
        figures.extend(assign::figures(&driver).await?);
    }
    if !["full", "edits", "taps", "drops", "typing", "hints", "pages", "draft", "rewind", "replay"]
        .into_iter()
        .any(asked)
    {
        return Ok((figures, words));
    }
    let stage = fresh_stage(&driver).await?;
    import::bring_in(&stage).await?;
    if asked("full") {
        figures.extend(start::full(&stage).await?);
        figures.extend(start::memory(&stage).await?);
    }
    if asked("edits") {
        figures.extend(edits::figures(&stage).await?);
    }
    if asked("typing") {
        figures.extend(typing::figures(&stage).await?);
    }
    if asked("hints") {
        figures.extend(hints::figures(&stage).await?);
    }
    if asked("pages") {
        figures.extend(pages::figures(&stage).await?);
    }
    stage.slow_down(SLOWER).await?;
    if asked("taps") || asked("drops") {
        figures.extend(speed::figures(&stage).await?);
    }
    if asked("taps") {
        let (taps, slowest) = taps::figures(&stage).await?;
        figures.extend(taps);
        words.push("The taps, the slowest first:".to_owned());
        words.extend(slowest);
    }
    if asked("drops") {
        figures.extend(drops::figures(&stage).await?);
    }
    if asked("draft") {
        figures.extend(draft::figures(&stage).await?);
    }
    if asked("rewind") {
        figures.extend(rewind::figures(&stage).await?);
    }
    if asked("replay") {
        figures.extend(replay::figures(&stage).await?);
    }
    stage.browser.clone().quit().await?;
    Ok((figures, words))
}

/// An empty browser, slowed down.
async fn fresh_stage(driver: &Driver) -> Outcome<Stage> {
    let case = Case {
        engine: Engine::Chromium,
        size: Size::Landscape,
        lang: Lang::En,
        theme: Theme::Auto,
    };
    let stage = Stage::set(driver.browser().await?, case).await?;
    // The browser itself has started; nothing of the page is in any cache yet.
    stage.browser.goto(format!("{}version.json", stage.server().url())).await?;
    stage.slow_down(SLOWER).await?;
    Ok(stage)
}

/// Others at work make every figure too high.
fn warn_when_busy() {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load: f64 =
        load.split(' ').next().and_then(|minute| minute.parse().ok()).unwrap_or_default();
    if 1.0 < load {
        println!("The machine is busy (load {load}): times are too high.\n");
    }
}

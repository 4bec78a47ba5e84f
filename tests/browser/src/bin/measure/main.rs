//! Measures `dist/` in Chromium and prints a table; fails when a figure is over its budget.
//!
//! To add a figure: an `async fn` that gives [`Figure`]s, and its call in [`figures`].

#![allow(clippy::print_stdout, reason = "the table is for the person who asked for it")]

use std::process::ExitCode;

use xtask::server::Fault;

use browser_stories::harness::{Case, Driver, Engine, Lang, Outcome, Size, Stage, Theme};

/// A tablet of the middle class beside the machine that builds.
const SLOWER: u32 = 4;
/// Loads a figure is the median of.
const LOADS: usize = 5;

struct Figure {
    what: &'static str,
    value: f64,
    unit: &'static str,
    budget: Option<f64>,
}

fn main() -> Outcome<ExitCode> {
    warn_when_busy();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let figures = runtime.block_on(figures())?;
    println!("| what | measured | budget |\n|---|---:|---:|");
    for Figure { what, value, unit, budget } in &figures {
        let budget = budget.map_or_else(|| "–".to_owned(), |budget| format!("{budget:.0} {unit}"));
        println!("| {what} | {value:.1} {unit} | {budget} |");
    }
    let over =
        figures.iter().any(|figure| figure.budget.is_some_and(|budget| budget < figure.value));
    Ok(if over { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

async fn figures() -> Outcome<Vec<Figure>> {
    let driver = Driver::start(Engine::Chromium).await?;
    let mut figures = first_load(&driver).await?;
    figures.extend(memory_of_an_empty_board(&driver).await?);
    Ok(figures)
}

/// The shell is measured with the module held back: on a real network it comes later.
async fn first_load(driver: &Driver) -> Outcome<Vec<Figure>> {
    let (mut paints, mut readies) = (Vec::new(), Vec::new());
    for _ in 0..LOADS {
        let stage = fresh_stage(driver).await?;
        stage.server().break_path(".wasm", Fault::Held);
        stage.open("").await?;
        paints.push(stage.first_paint_ms().await?);
        stage.server().heal();
        stage.until_ready().await?;
        stage.browser.clone().quit().await?;

        let stage = fresh_stage(driver).await?;
        stage.open("").await?;
        readies.push(stage.ready_ms().await?);
        stage.browser.clone().quit().await?;
    }
    Ok(vec![
        Figure {
            what: "static shell painted, 4x slower CPU",
            value: median(paints),
            unit: "ms",
            budget: Some(300.0),
        },
        Figure {
            what: "app stands, empty, 4x slower CPU",
            value: median(readies),
            unit: "ms",
            budget: None,
        },
    ])
}

async fn memory_of_an_empty_board(driver: &Driver) -> Outcome<Vec<Figure>> {
    let stage = fresh_stage(driver).await?;
    stage.start("").await?;
    let memory = stage.memory().await?;
    stage.browser.clone().quit().await?;
    let megabytes = |bytes: u64| bytes as f64 / 1e6;
    Ok(vec![
        Figure {
            what: "heap, empty",
            value: megabytes(memory.heap_bytes),
            unit: "MB",
            budget: None,
        },
        Figure {
            what: "memory of the module, empty",
            value: megabytes(memory.module_bytes),
            unit: "MB",
            budget: None,
        },
        Figure { what: "nodes, empty", value: memory.nodes as f64, unit: "", budget: Some(2500.0) },
    ])
}

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

/// Of at least one value.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

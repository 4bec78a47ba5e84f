//! Tells the stories about `dist/`; words choose some of them.

use std::process::ExitCode;

use browser_stories::harness::{Outcome, tell};
use browser_stories::stories;

fn main() -> Outcome<ExitCode> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let totals = runtime.block_on(tell(stories::all(), &words))?;
    Ok(if totals.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

//! Tells the stories about `dist/`: words choose some of them, `--all-cases` tells each in every
//! engine, screen, language and theme it names.

use std::process::ExitCode;

use browser_stories::harness::{Breadth, Outcome, tell};
use browser_stories::stories;

fn main() -> Outcome<ExitCode> {
    let (flags, words): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|word| word == "--all-cases");
    let breadth = if flags.is_empty() { Breadth::Pairs } else { Breadth::All };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let totals = runtime.block_on(tell(stories::all(), breadth, &words))?;
    Ok(if totals.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

//! Tells the stories about `dist/`: words choose some of them, `--pairs` tells each wherever two of
//! the engines, screens, languages and themes it names meet, `--all-cases` wherever all of them do.

use std::process::ExitCode;

use browser_stories::harness::{Breadth, Outcome, tell};
use browser_stories::stories;

fn main() -> Outcome<ExitCode> {
    let (flags, words): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|word| word.starts_with("--"));
    let breadth = match flags.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Breadth::Each,
        ["--pairs"] => Breadth::Pairs,
        ["--all-cases"] => Breadth::All,
        _ => return Err(format!("--pairs or --all-cases, not {}", flags.join(" ")).into()),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let totals = runtime.block_on(tell(stories::all(), breadth, &words))?;
    Ok(if totals.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

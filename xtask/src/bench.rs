//! `cargo xtask bench`: native benches, then measurements in a browser, as a table.

use crate::process::{self, Outcome};
use crate::{build, debian, paths, setup};

/// Measures; the browser's table holds each figure beside its budget.
///
/// # Errors
/// When something could not be measured or is over its budget.
pub fn run() -> Outcome {
    if has_benches()? {
        process::run(process::command("cargo").args([
            "bench",
            "--package",
            "huddle",
            "--no-default-features",
        ]))?;
    }
    debian::browsers()?;
    setup::npm_packages()?;
    build::ensure_page()?;
    process::run(process::command("cargo").args([
        "run",
        "--quiet",
        "--package",
        "browser-stories",
        "--bin",
        "measure",
    ]))
}

fn has_benches() -> Outcome<bool> {
    let folder = paths::root().join("benches");
    Ok(folder.is_dir()
        && std::fs::read_dir(folder)?
            .flatten()
            .any(|entry| entry.path().extension().is_some_and(|end| end == "rs")))
}

//! Builds the page with Trunk: for release into `dist/`, or in debug with reloading.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Instant, SystemTime};

use crate::process::{self, Outcome};
use crate::{paths, setup};

/// Whether there was something to build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Built {
    /// The page was made anew.
    Now,
    /// No input is newer than the page.
    Before,
}

/// What the page is made of. The commands are among it: they finish the page.
const INPUTS: [&str; 10] = [
    "Cargo.lock",
    "Cargo.toml",
    ".cargo",
    "Trunk.toml",
    "index.html",
    "public",
    "src",
    "style",
    "worker",
    "xtask",
];

/// Makes sure that `dist/` is the release build of the tree as it is.
pub fn ensure_page() -> Outcome<Built> {
    if is_current()? {
        println!("The page in dist/ is up to date.");
        return Ok(Built::Before);
    }
    setup::page_tools()?;
    if setup::wasm_opt().is_none() {
        println!(
            "Node is not installed: the module is not optimised, the download is about half as large again."
        );
    }
    println!("Building the page …");
    let begun = Instant::now();
    let stamp = SystemTime::now();
    process::run(trunk().args(["build", "--release"]))?;
    // An input changed while Trunk was at work is newer than this.
    File::create(stamp_file())?.set_modified(stamp)?;
    println!("Built dist/ in {:.0} s.", begun.elapsed().as_secs_f64());
    Ok(Built::Now)
}

/// Serves a debug build that follows every change, until it is interrupted.
pub fn dev() -> Outcome {
    setup::page_tools()?;
    println!("Building in debug. Then: http://127.0.0.1:8080/  (Ctrl+C ends it)");
    let mut trunk = trunk();
    trunk.args(["serve", "--filehash", "false", "--dist", "target/dev"]);
    process::run(&mut trunk)
}

fn trunk() -> Command {
    let mut trunk = process::command(&paths::cargo_tool("trunk").to_string_lossy());
    // Trunk takes NO_COLOR for a flag of its own and refuses values such as 1.
    trunk.arg("--quiet").env("TRUNK_SKIP_VERSION_CHECK", "true").env_remove("NO_COLOR");
    // Its own errors are sentences; where in Trunk they arose helps nobody here.
    trunk.env("RUST_BACKTRACE", "0");
    trunk
}

fn stamp_file() -> PathBuf {
    paths::target().join("page-inputs.stamp")
}

/// Whether `dist/` is the release build of the tree as it is.
///
/// # Errors
/// When an input cannot be read.
pub fn is_current() -> Outcome<bool> {
    let Ok(stamp) = stamp_file().metadata().and_then(|stamp| stamp.modified()) else {
        return Ok(false);
    };
    if !paths::dist().join("version.json").is_file() {
        return Ok(false);
    }
    for input in INPUTS {
        if stamp <= newest(&paths::root().join(input))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The newest change below a place. A folder changes when a file leaves it.
fn newest(place: &Path) -> Outcome<SystemTime> {
    let about = place.metadata()?;
    let mut newest_change = about.modified()?;
    if about.is_dir() {
        for entry in std::fs::read_dir(place)? {
            newest_change = newest_change.max(newest(&entry?.path())?);
        }
    }
    Ok(newest_change)
}

//! Finishes what Trunk has put together: cuts the module into parts, adds the worker, optimises and
//! names them, joins the style sheets, tells the loader the names, and lists every file for the
//! service worker.
//!
//! Invariant: finishing is repeatable; a finished page finished again is the same page.

mod optimise;
mod parts;
mod seal;
mod sheet;
mod worker;

use std::path::{Path, PathBuf};

pub(crate) use seal::files;
pub use seal::seal;

use crate::process::Outcome;

/// A call by Trunk's `post_build` hook.
#[derive(Debug)]
pub struct Hook {
    staging: PathBuf,
    profile: Profile,
}

#[derive(Debug, PartialEq, Eq)]
enum Profile {
    Release,
    Debug,
}

impl Hook {
    /// The hook that runs this process, or nothing where a person called it.
    pub fn from_environment() -> Option<Hook> {
        let staging = PathBuf::from(std::env::var_os("TRUNK_STAGING_DIR")?);
        let profile = if std::env::var("TRUNK_PROFILE").as_deref() == Ok("release") {
            Profile::Release
        } else {
            Profile::Debug
        };
        Some(Hook { staging, profile })
    }

    /// Finishes the staging folder.
    pub fn finish(self) -> Outcome {
        match self.profile {
            Profile::Release => finish(&self.staging),
            Profile::Debug => {
                worker::build(&self.staging)?;
                open_for_reloading(&self.staging)
            }
        }
    }
}

fn finish(folder: &Path) -> Outcome {
    parts::cut(folder)?;
    worker::build(folder)?;
    optimise::modules(folder)?;
    sheet::join(folder)?;
    parts::name_by_content(folder)?;
    worker::name_by_content(folder)?;
    seal(folder)?;
    Ok(())
}

/// The reloading script of a debug build is inline and opens a socket; the policy allows neither.
fn open_for_reloading(folder: &Path) -> Outcome {
    let place = folder.join("index.html");
    let html = std::fs::read_to_string(&place)?;
    let lines = html.lines().filter(|line| !line.contains("Content-Security-Policy"));
    Ok(std::fs::write(place, lines.collect::<Vec<_>>().join("\n"))?)
}

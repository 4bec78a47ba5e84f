//! Runs `wasm-opt` over every module of a page.
//!
//! Here and not in Trunk: Trunk would download one where none is installed, and could not go on
//! without.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::seal::sha256;
use crate::process::{self, Outcome};
use crate::{paths, setup};

/// What the compiler's output uses, named one by one: Safari 15.1 and Chrome 96 have all of it,
/// while `--all-features` may emit what they have not.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What makes the download smallest, which is not what makes the file smallest: of the same module
/// `-Oz` makes 684 KB, 222 in brotli, and this 719 KB, 220 in brotli.
const OPTIONS: [&str; 3] = ["--quiet", "-O2", "--one-caller-inline-max-function-size=0"];

/// Optimises every module in `folder` in place, as many at a time as there are cores; without
/// `wasm-opt` they stay as they are.
///
/// # Errors
/// When one could not be optimised.
pub fn modules(folder: &Path) -> Outcome {
    let Some(wasm_opt) = setup::wasm_opt() else { return Ok(()) };
    let mut modules = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let place = entry?.path();
        if place.extension().is_some_and(|extension| extension == "wasm") {
            modules.push(place);
        }
    }
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(module) = modules.get(next.fetch_add(1, Ordering::Relaxed)) {
            // A trouble of another thread is told as its words are.
            optimise(&wasm_opt, module).map_err(|trouble| trouble.to_string())?;
        }
        Ok(())
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let done: Result<(), String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|it| it.join().expect("a worker does not panic"))
    });
    Ok(done?)
}

/// The result is kept: a change of style only does not optimise the same module again.
fn optimise(wasm_opt: &Path, module: &Path) -> Outcome {
    let kept = paths::tools().join("optimised");
    std::fs::create_dir_all(&kept)?;
    let input = [OPTIONS.join(" ").as_bytes(), &std::fs::read(module)?].concat();
    let result = kept.join(format!("{}.wasm", sha256(&input)));
    if !result.is_file() {
        let unfinished =
            kept.join(format!("{}.part", sha256(module.as_os_str().as_encoded_bytes())));
        let mut command = process::command(&wasm_opt.to_string_lossy());
        // It warns of names in the parts that it does not know and drops.
        process::run_silently(
            command.args(OPTIONS).args(FEATURES).arg(module).arg("-o").arg(&unfinished),
        )?;
        std::fs::rename(&unfinished, &result)?;
    }
    std::fs::copy(result, module)?;
    Ok(())
}

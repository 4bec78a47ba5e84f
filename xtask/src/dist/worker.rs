//! Puts the worker beside the module: the small module that works off the page's thread, and the
//! script that starts it.
//!
//! It is built for release in a development build too: a worker without the optimiser takes longer
//! than the page would. Without a module graph, because Safari before 15 has no module workers.

use std::path::Path;

use super::seal::sha256;
use crate::paths;
use crate::process::{self, Outcome};

/// The module as cargo leaves it.
const BUILT: &str = "wasm32-unknown-unknown/release/huddle-worker.wasm";
/// The names that the tools give; a development build keeps them.
const GLUE: &str = "worker.js";
const MODULE: &str = "worker_bg.wasm";

/// Builds the worker into `folder`.
pub(super) fn build(folder: &Path) -> Outcome {
    let mut cargo = process::command("cargo");
    cargo.args(["build", "--quiet", "--locked", "--release", "--package", "huddle-worker"]);
    cargo.args(["--target", "wasm32-unknown-unknown"]);
    // Not the page's flags: nothing here is cut into parts, so relocations would be kept for nobody.
    cargo.env_remove("CARGO_ENCODED_RUSTFLAGS").env("RUSTFLAGS", "");
    process::run(cargo.env("CARGO_TARGET_DIR", paths::target()))?;
    let mut bindgen = process::command(&paths::cargo_tool("wasm-bindgen").to_string_lossy());
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", "worker"]);
    bindgen.arg("--out-dir").arg(folder).arg(paths::target().join(BUILT));
    process::run(&mut bindgen)?;
    begin_with(folder, MODULE)
}

/// Gives both files names that change with any of their bytes.
pub(super) fn name_by_content(folder: &Path) -> Outcome {
    let bytes = [std::fs::read(folder.join(GLUE))?, std::fs::read(folder.join(MODULE))?].concat();
    let hash = &sha256(&bytes)[..16];
    let module = format!("worker-{hash}_bg.wasm");
    let glue = std::fs::read_to_string(folder.join(GLUE))?;
    std::fs::write(folder.join(GLUE), glue.replace(&quoted(MODULE), &quoted(&module)))?;
    std::fs::rename(folder.join(MODULE), folder.join(module))?;
    Ok(std::fs::rename(folder.join(GLUE), folder.join(format!("worker-{hash}.js")))?)
}

/// Lets the script start the module as soon as it is here. A worker that cannot start says so by
/// `null`, for the page does not hear of a promise that failed in it.
fn begin_with(folder: &Path, module: &str) -> Outcome {
    let place = folder.join(GLUE);
    let glue = std::fs::read_to_string(&place)?;
    let start = format!(
        "wasm_bindgen({{ module_or_path: new URL({}, self.location.href) }}).catch(() => self.postMessage(null));\n",
        quoted(module)
    );
    Ok(std::fs::write(place, [glue.trim_end(), "\n", &start].concat())?)
}

fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(folder: &str, module: &str) -> Vec<(String, String)> {
        let folder = paths::target().join("worker-tests").join(folder);
        drop(std::fs::remove_dir_all(&folder));
        std::fs::create_dir_all(&folder).expect("target is writable");
        std::fs::write(folder.join(GLUE), "let wasm_bindgen;\n").expect("target is writable");
        std::fs::write(folder.join(MODULE), module).expect("target is writable");
        begin_with(&folder, MODULE).expect("a script");
        name_by_content(&folder).expect("a worker");
        let files = crate::dist::files(&folder).expect("files").into_iter();
        files.map(|(name, bytes)| (name, String::from_utf8(bytes).expect("a text"))).collect()
    }

    #[test]
    fn the_script_starts_the_module_that_it_came_with() {
        let [(glue, script), (module, _)] = &named("one", "a")[..] else { panic!("two files") };
        assert!(glue.starts_with("worker-") && glue.ends_with(".js"), "{glue}");
        assert!(script.contains(&format!("new URL(\"{module}\", self.location.href)")), "{script}");
    }

    #[test]
    fn another_module_gives_both_files_another_name() {
        let names = |folder, module| named(folder, module).into_iter().map(|it| it.0);
        assert!(names("two", "a").eq(names("three", "a")));
        assert!(names("two", "a").zip(names("three", "b")).all(|(one, other)| one != other));
    }
}

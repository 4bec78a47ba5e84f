//! Installs the tools of pinned versions below `target/tools`, each once.
//!
//! Invariant: a second run finds everything and takes no longer than asking for the versions.

use crate::paths;
use crate::process::{self, Outcome};

/// Newer ones want a newer compiler than the workspace does.
const TRUNK: &str = "0.21.14";
/// The version of the library in Cargo.lock: the two speak a private format.
const WASM_BINDGEN: &str = "0.2.125";
/// Cuts the module into parts; reads what `wasm_split_helpers` of Cargo.lock marks.
const WASM_SPLIT: &str = "0.2.4";
/// `wasm-opt` as plain files; other packages download it while they are installed.
const BINARYEN: &str = "132.0.0";
/// The accessibility rules of the browser stories.
const AXE: &str = "4.14.1";

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Everything that building the page takes. `wasm-opt` may be missing: see [`wasm_opt`].
pub fn page_tools() -> Outcome {
    wasm_target()?;
    cargo_tool("trunk", "trunk", TRUNK, &["--no-default-features", "--features", "rustls"])?;
    test_runner()?;
    cargo_tool(
        "wasm_split_cli_support",
        "wasm-split-cli",
        WASM_SPLIT,
        &["--features", "build-binary"],
    )?;
    forget_builds()?;
    if paths::program("npm").is_some() { npm_packages() } else { Ok(()) }
}

/// Where tools are built: what they share, and what a broken-off build had done.
fn builds() -> std::path::PathBuf {
    paths::tools().join("build")
}

/// Once all tools stand, what they were built from is gigabytes that nobody reads again.
fn forget_builds() -> Outcome {
    if builds().is_dir() {
        std::fs::remove_dir_all(builds())?;
    }
    Ok(())
}

/// `wasm-bindgen` and the runner of the component tests.
fn test_runner() -> Outcome {
    cargo_tool("wasm-bindgen-cli", "wasm-bindgen", WASM_BINDGEN, &[])
}

/// The optimiser of the module, where Node is there to run it.
pub fn wasm_opt() -> Option<std::path::PathBuf> {
    paths::program("node")?;
    Some(paths::npm_package("binaryen").join("bin/wasm-opt")).filter(|place| place.is_file())
}

/// The compiler's half for WebAssembly.
fn wasm_target() -> Outcome {
    let library = process::output(process::command("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        WASM_TARGET,
    ]))?;
    if std::path::Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    println!("Adding the compiler target {WASM_TARGET} …");
    process::run(process::command("rustup").args(["target", "add", WASM_TARGET])).map_err(
        |trouble| {
            format!(
                "{trouble}\nInstall the target {WASM_TARGET} for this compiler (https://rustup.rs)."
            )
            .into()
        },
    )
}

/// The packages of npm: they run without a download of their own.
pub fn npm_packages() -> Outcome {
    if npm_version("binaryen").as_deref() == Some(BINARYEN)
        && npm_version("axe-core").as_deref() == Some(AXE)
    {
        return Ok(());
    }
    println!("Installing binaryen {BINARYEN} and axe-core {AXE} with npm …");
    let folder = paths::tools().join("npm");
    std::fs::create_dir_all(&folder)?;
    let mut npm = process::command("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]).arg(folder);
    npm.arg(format!("binaryen@{BINARYEN}")).arg(format!("axe-core@{AXE}"));
    process::run(&mut npm)
        .map_err(|trouble| format!("{trouble}\nInstall Node 20 or newer with npm.").into())
}

fn cargo_tool(package: &str, binary: &str, version: &str, options: &[&str]) -> Outcome {
    // Cargo's own list of what it installed: not every tool tells its version.
    let list = std::fs::read_to_string(paths::tools().join(".crates.toml")).unwrap_or_default();
    let is_listed = list.contains(&format!("\"{package} {version} ("));
    if is_listed && paths::cargo_tool(binary).is_file() {
        return Ok(());
    }
    println!("Building {package} {version} (a few minutes, once) …");
    let mut cargo = process::command("cargo");
    cargo.args(["install", "--locked", "--debug", "--force", "--root"]).arg(paths::tools());
    // The tools share what they have in common, and a broken-off build goes on where it stopped.
    // Nobody debugs them: without what a debugger reads they take half the room.
    cargo
        .env("CARGO_TARGET_DIR", builds())
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        .args(options)
        .arg(format!("{package}@{version}"));
    process::run(&mut cargo)
}

fn npm_version(package: &str) -> Option<String> {
    let text = std::fs::read_to_string(paths::npm_package(package).join("package.json")).ok()?;
    let value: serde_json::Value = serde_json::from_str(&text).ok()?;
    Some(value.get("version")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tool_has_the_version_of_the_library() {
        let lock = std::fs::read_to_string(paths::root().join("Cargo.lock"))
            .expect("Cargo.lock is committed");
        assert!(lock.contains(&format!("name = \"wasm-bindgen\"\nversion = \"{WASM_BINDGEN}\"")));
    }
}

//! Where things are. Everything made by a command is below `target/` or in `dist/`.

use std::path::{Path, PathBuf};

/// The folder of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository")
}

/// The built page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Everything that cargo and the commands make.
pub fn target() -> PathBuf {
    root().join("target")
}

/// Tools of pinned versions, installed by [`crate::setup`].
pub fn tools() -> PathBuf {
    target().join("tools")
}

/// A tool that cargo installed.
pub fn cargo_tool(name: &str) -> PathBuf {
    tools().join("bin").join(name)
}

/// The folder of a package that npm installed.
pub fn npm_package(name: &str) -> PathBuf {
    tools().join("npm/node_modules").join(name)
}

/// Where `program` is found on the path.
pub fn program(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|place| place.is_file())
}

//! Cuts the module into the parts that the source names with `on_demand!`, so that a first visit
//! fetches the frame and the first page only.
//!
//! The cut is made by the relocations that the linker leaves in the module, before `wasm-bindgen`
//! sees it; what Trunk made of the whole module is replaced. All files that belong together carry
//! one hash of all their bytes, because they name each other.

use std::path::{Path, PathBuf};

use super::seal::{Module, sha256};
use crate::paths;
use crate::process::{self, Outcome};

/// The module as cargo left it.
const WHOLE: &str = "wasm32-unknown-unknown/release/huddle.wasm";
/// The names that the tools give.
const GLUE: &str = "huddle.js";
const MAIN: &str = "huddle_bg.wasm";
const LOADER: &str = "__wasm_split.js";

/// Puts the module's parts in place of the whole module.
pub(super) fn cut(folder: &Path) -> Outcome {
    let work = paths::target().join("parts");
    if work.is_dir() {
        std::fs::remove_dir_all(&work)?;
    }
    let mut split = process::command(&paths::cargo_tool("wasm-split-cli").to_string_lossy());
    split.arg(paths::target().join(WHOLE)).arg(&work).args(["--out-name", "huddle"]);
    process::run(&mut split)?;
    let page = work.join("page");
    let mut bindgen = process::command(&paths::cargo_tool("wasm-bindgen").to_string_lossy());
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "huddle"]);
    bindgen.args(["--keep-lld-exports", "--no-demangle", "--out-dir"]);
    process::run(bindgen.arg(&page).arg(work.join("huddle.wasm")))?;

    let Module { wasm, glue } = Module::find(folder)?;
    std::fs::remove_file(folder.join(wasm))?;
    std::fs::remove_file(folder.join(glue))?;
    std::fs::remove_file(work.join("huddle.wasm"))?;
    for place in [files_of(&page)?, files_of(&work)?].concat() {
        let name = place.file_name().ok_or("a file has a name")?;
        std::fs::copy(&place, folder.join(name))?;
    }
    Ok(())
}

/// Gives the files of the module the names of the page, which change with any of their bytes.
/// Trunk's own names follow what cargo made, before three tools change it, so that the same name
/// could hold different bytes and a cache would mix two builds.
pub(super) fn name_by_content(folder: &Path) -> Outcome {
    let mut files = files_of(folder)?;
    files.retain(|place| page_name(place, "").is_some());
    files.sort();
    let mut all = Vec::new();
    for place in &files {
        all.extend(std::fs::read(place)?);
    }
    let hash = &sha256(&all)[..16];
    let renamed = |name: &str| page_name(Path::new(name), hash).ok_or("a file of the module");
    let (glue, loader) = (renamed(GLUE)?, renamed(LOADER)?);
    replace(
        &folder.join(GLUE),
        &[
            (format!("from \"./{LOADER}\""), format!("from \"./{loader}\"")),
            (format!("'{MAIN}'"), format!("'{}'", renamed(MAIN)?)),
        ],
    )?;
    let mut names = vec![(format!("\"./{GLUE}\""), format!("\"./{glue}\""))];
    for place in &files {
        let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
        names.push((format!("\"./{name}\""), format!("\"./{}\"", renamed(&name)?)));
    }
    replace(&folder.join(LOADER), &names)?;
    for place in files {
        let name = page_name(&place, hash).ok_or("a file of the module")?;
        std::fs::rename(&place, folder.join(name))?;
    }
    Ok(())
}

/// The name in the page of a file as the tools name it; nothing for what is no file of the module.
fn page_name(place: &Path, hash: &str) -> Option<String> {
    let name = place.file_name()?.to_str()?;
    let part = |prefix| name.strip_prefix(prefix)?.strip_suffix(".wasm");
    match name {
        GLUE => Some(format!("huddle-{hash}.js")),
        MAIN => Some(format!("huddle-{hash}_bg.wasm")),
        LOADER => Some(format!("parts-{hash}.js")),
        _ => part("split_").or(part("chunk_")).map(|part| format!("part-{part}-{hash}.wasm")),
    }
}

fn replace(place: &Path, changes: &[(String, String)]) -> Outcome {
    let mut text = std::fs::read_to_string(place)?;
    for (from, to) in changes {
        text = text.replace(from, to);
    }
    Ok(std::fs::write(place, text)?)
}

fn files_of(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let place = entry?.path();
        if place.is_file() {
            files.push(place);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, name: &str, text: &str) {
        std::fs::write(folder.join(name), text).expect("target is writable");
    }

    #[test]
    fn files_that_belong_together_name_each_other() {
        let folder = paths::target().join("parts-tests");
        drop(std::fs::remove_dir_all(&folder));
        std::fs::create_dir_all(&folder).expect("target is writable");
        let glue = "import * as a from \"./__wasm_split.js\"\nlet b = { \"./__wasm_split.js\": a };\nnew URL('huddle_bg.wasm')";
        write(&folder, GLUE, glue);
        write(
            &folder,
            LOADER,
            "from \"./huddle.js\"; new URL(\"./split_leads.wasm\"); new URL(\"./chunk_7.wasm\")",
        );
        for name in [MAIN, "split_leads.wasm", "chunk_7.wasm", "boot.js"] {
            write(&folder, name, name);
        }
        name_by_content(&folder).expect("a module");
        let files = files_of(&folder).expect("files");
        let named = |start: &str| {
            let names = files.iter().filter_map(|it| it.file_name()?.to_str());
            names.filter(|it| it.starts_with(start)).collect::<Vec<_>>().join(" ")
        };
        let text = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a file");
        let (module, loader) = (named("huddle-"), named("parts-"));
        let (wasm, glue): (Vec<&str>, Vec<&str>) =
            module.split(' ').partition(|name| name.ends_with(".wasm"));
        assert_eq!(
            text(glue[0]),
            format!(
                "import * as a from \"./{loader}\"\nlet b = {{ \"./__wasm_split.js\": a }};\nnew URL('{}')",
                wasm[0]
            )
        );
        assert_eq!(
            text(&loader),
            format!(
                "from \"./{}\"; new URL(\"./{}\"); new URL(\"./{}\")",
                glue[0],
                named("part-leads"),
                named("part-7")
            )
        );
        assert_eq!(named("boot"), "boot.js");
    }
}

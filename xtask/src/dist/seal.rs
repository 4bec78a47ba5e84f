//! Gives a page its build name and writes it where it is needed: into the loader's tag, the
//! service worker's list and `version.json`.
//!
//! Invariant: the same files give the same build name, and a change of any file a new one.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;
use sha2::{Digest, Sha256};

use crate::process::Outcome;

/// Not listed for the service worker: itself, what must come from the network, and the page that
/// only a server uses.
const NOT_STORED: [&str; 3] = ["sw.js", "version.json", "404.html"];

/// The two halves of the app's module.
#[derive(Debug)]
pub(super) struct Module {
    /// The module itself.
    pub(super) wasm: String,
    /// The script that loads it and lends it the browser.
    pub(super) glue: String,
}

impl Module {
    /// Finds the halves by their names, whatever hash these carry.
    pub(super) fn find(folder: &Path) -> Outcome<Module> {
        Ok(Module {
            wasm: only_one(folder, "huddle", "_bg.wasm")?,
            glue: only_one(folder, "huddle", ".js")?,
        })
    }
}

/// Seals the page in `folder` and gives its build name: 16 hexadecimal digits.
///
/// # Errors
/// When the folder does not hold the files of a page.
pub fn seal(folder: &Path) -> Outcome<String> {
    let build = build_name(folder)?;
    write_loader_tag(folder, &build)?;
    write_service_worker(folder, &build)?;
    std::fs::write(folder.join("version.json"), json!({ "build": build }).to_string())?;
    Ok(build)
}

/// SHA-256 in hexadecimal digits.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Depends on every file but on no build name written earlier.
fn build_name(folder: &Path) -> Outcome<String> {
    write_loader_tag(folder, "")?;
    let worker = with_lists(&std::fs::read_to_string(folder.join("sw.js"))?, "", "");
    let all = json!([stored_files(folder)?, worker]).to_string();
    Ok(sha256(all.as_bytes())[..16].to_owned())
}

fn write_loader_tag(folder: &Path, build: &str) -> Outcome {
    let Module { wasm, glue } = Module::find(folder)?;
    let sheet = only_one(folder, "page-", ".css")?;
    let worker = only_one(folder, "worker-", ".js")?;
    let bytes = folder.join(&wasm).metadata()?.len();
    let place = folder.join("index.html");
    let html = std::fs::read_to_string(&place)?;
    let (before, rest) =
        html.split_once("<script src=\"boot.js\"").ok_or("index.html does not load boot.js")?;
    let (_, after) = rest.split_once('>').ok_or("the tag of boot.js does not end")?;
    let tag = format!(
        r#"<script src="boot.js" data-build="{build}" data-glue="{glue}" data-wasm="{wasm}" data-bytes="{bytes}" data-sheet="{sheet}" data-worker="{worker}">"#
    );
    Ok(std::fs::write(place, [before, &tag, after].concat())?)
}

fn write_service_worker(folder: &Path, build: &str) -> Outcome {
    let place = folder.join("sw.js");
    let files = serde_json::to_string(&stored_files(folder)?)?;
    let worker = with_lists(&std::fs::read_to_string(&place)?, &format!("\"{build}\""), &files);
    Ok(std::fs::write(place, worker)?)
}

/// The service worker's source with its two written lines replaced.
fn with_lists(worker: &str, build: &str, files: &str) -> String {
    let line = |line: &str| match line {
        _ if line.starts_with("const BUILD = ") => format!("const BUILD = {build};\n"),
        _ if line.starts_with("const FILES = ") => format!("const FILES = {files};\n"),
        other => format!("{other}\n"),
    };
    worker.lines().map(line).collect()
}

/// The files that the service worker keeps, by their path from the page, with their SHA-256.
fn stored_files(folder: &Path) -> Outcome<BTreeMap<String, String>> {
    let mut files = files(folder)?;
    files.retain(|path, _| !NOT_STORED.contains(&path.as_str()));
    Ok(files.into_iter().map(|(path, bytes)| (path, sha256(&bytes))).collect())
}

/// Every file below `folder`, by its path with `/` between the parts.
pub(crate) fn files(folder: &Path) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry
            .file_name()
            .into_string()
            .map_err(|name| format!("a file name is not text: {name:?}"))?;
        if entry.file_type()?.is_dir() {
            let below = files(&entry.path())?;
            found.extend(below.into_iter().map(|(path, bytes)| (format!("{name}/{path}"), bytes)));
        } else {
            found.insert(name, std::fs::read(entry.path())?);
        }
    }
    Ok(found)
}

fn only_one(folder: &Path, start: &str, ending: &str) -> Outcome<String> {
    let names = files(folder)?.into_keys();
    let mut fitting: Vec<String> =
        names.filter(|name| name.starts_with(start) && name.ends_with(ending)).collect();
    match fitting.pop() {
        Some(name) if fitting.is_empty() => Ok(name),
        _ => Err(format!("expected exactly one {start}…{ending} in {}", folder.display()).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKER: &str = "const BUILD = \"old\";\nconst FILES = {\"a\":\"1\"};\nrest();\n";

    fn page(name: &str, style: &str) -> std::path::PathBuf {
        let folder = crate::paths::target().join("seal-tests").join(name);
        std::fs::create_dir_all(folder.join("icons")).expect("target is writable");
        let write = |path: &str, text: &str| {
            std::fs::write(folder.join(path), text).expect("target is writable");
        };
        write("index.html", "<head><script src=\"boot.js\"></script></head>");
        write("sw.js", WORKER);
        write("huddle-1_bg.wasm", "wasm");
        write("huddle-2.js", "glue");
        write("icons/icon.svg", "<svg/>");
        write("page-1.css", style);
        write("worker-1.js", "start");
        write("worker-1_bg.wasm", "worker");
        folder
    }

    #[test]
    fn a_sealed_page_sealed_again_is_the_same() {
        let folder = page("again", "a{}");
        let first = (seal(&folder).expect("a page"), files(&folder).expect("files"));
        assert_eq!(first, (seal(&folder).expect("a page"), files(&folder).expect("files")));
    }

    #[test]
    fn a_changed_file_gives_a_new_build() {
        let build = |name, style| seal(&page(name, style)).expect("a page");
        assert_ne!(build("one", "a{}"), build("two", "b{}"));
        assert_eq!(build("one", "a{}"), build("two", "a{}"));
    }

    #[test]
    fn the_list_holds_every_file_but_the_unstored() {
        let folder = page("list", "a{}");
        seal(&folder).expect("a page");
        let listed: Vec<String> = stored_files(&folder).expect("files").into_keys().collect();
        assert_eq!(
            listed,
            [
                "huddle-1_bg.wasm",
                "huddle-2.js",
                "icons/icon.svg",
                "index.html",
                "page-1.css",
                "worker-1.js",
                "worker-1_bg.wasm"
            ]
        );
    }
}

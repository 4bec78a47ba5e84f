//! The invariants of ARCHITECTURE.md that can be read off the source: layers, sizes, documentation,
//! the one way to write, words only in `i18n`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Files may be longer than 400 lines only for a reason given here.
const LONG_FILES: &[(&str, usize)] = &[];
const FILE_LINES: usize = 420;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder but the files of unit tests, with its text.
fn sources(folder: &str) -> BTreeMap<String, String> {
    let mut found = all_sources(folder);
    found.retain(|name, _| !(name.starts_with("src") && name.ends_with("tests.rs")));
    found
}

/// The same with the files that hold nothing but tests.
fn all_sources(folder: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    collect(&root().join(folder), &mut found);
    assert!(!found.is_empty(), "{folder} has Rust files");
    found
}

fn collect(folder: &Path, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let name = path.strip_prefix(root()).unwrap_or(&path).display().to_string();
            found.insert(name, fs::read_to_string(&path).expect("a text"));
        }
    }
}

/// The lines of a file before its tests.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().take_while(|line| !line.starts_with("#[cfg(test)]"))
}

/// The modules of this crate that a layer may name.
const LAYERS: &[(&str, &[&str])] = &[
    ("src/domain", &["domain"]),
    ("src/i18n", &["i18n", "domain", "transfer"]),
    ("src/journal", &["journal", "domain"]),
    ("src/transfer", &["transfer", "journal", "domain"]),
    ("src/present", &["present", "i18n", "domain", "transfer"]),
    ("src/ui", &["ui", "i18n", "present::chart", "present::format"]),
    ("src/runtime", &["runtime", "journal", "transfer", "present", "i18n", "domain", "ui"]),
    ("src/pages", &["pages", "ui", "runtime", "present", "i18n", "domain", "transfer", "journal"]),
];

#[test]
fn layers_use_only_what_lies_below_them() {
    for (folder, allowed) in LAYERS {
        for (name, text) in sources(folder) {
            for used in code(&text).flat_map(|line| line.split("crate::").skip(1)) {
                let within = allowed.iter().any(|it| used.starts_with(it));
                let declared = used.starts_with("i18n::Lang");
                assert!(within || declared, "{name} uses crate::{used}");
            }
        }
    }
}

#[test]
fn pages_do_not_import_each_other() {
    for (name, text) in sources("src/pages") {
        let own = name.split('/').nth(2).unwrap_or_default().trim_end_matches(".rs").to_owned();
        for used in code(&text).flat_map(|line| line.split("crate::pages::").skip(1)) {
            let allowed = used.starts_with(&own) || used.starts_with("common::");
            assert!(allowed, "{name} uses crate::pages::{used}");
        }
    }
}

/// Finds a text outside of a folder's permitted places.
#[track_caller]
fn check_absent(folder: &str, wanted: &[&str], permitted: &[&str]) {
    for (name, text) in sources(folder) {
        if permitted.iter().any(|it| name.starts_with(it)) {
            continue;
        }
        for line in code(&text).filter(|line| !line.trim_start().starts_with("//")) {
            for found in wanted {
                assert!(!line.contains(found), "{name}: {found} in `{}`", line.trim());
            }
        }
    }
}

#[test]
fn the_pure_half_knows_no_browser_clock_or_chance() {
    let outside = [
        "web_sys",
        "js_sys",
        "leptos",
        "gloo_",
        "wasm_bindgen",
        "SystemTime",
        "Instant::now",
        "Local::now",
        "Utc::now",
        "std::fs",
        "std::env",
    ];
    for folder in ["src/domain", "src/journal", "src/transfer", "src/present", "src/i18n"] {
        check_absent(folder, &outside, &[]);
    }
}

#[test]
fn only_the_platform_and_the_storage_adapter_reach_the_browser() {
    let browser =
        ["js_sys", "gloo_storage", "Date::now", "wasm_bindgen_futures", "local_storage()"];
    check_absent("src", &browser, &["src/runtime/platform", "src/runtime/storage.rs"]);
}

#[test]
fn only_the_ledger_changes_a_workspace_and_only_the_shell_asks_it_to() {
    check_absent("src", &[".refresh("], &["src/journal/ledger", "src/domain/workspace.rs"]);
    let writers = ["src/journal", "src/runtime", "src/transfer"];
    check_absent(
        "src",
        &["ledger.commit(", "ledger.receive(", ".append(", ".append_sealed("],
        &writers,
    );
}

#[test]
fn the_web_half_does_not_panic_on_purpose() {
    let panics = [".unwrap()", "panic!(", "unreachable!(", "todo!(", "unimplemented!("];
    for folder in ["src/runtime", "src/pages", "src/ui"] {
        check_absent(folder, &panics, &[]);
    }
}

#[test]
fn every_module_says_what_it_is() {
    for folder in ["src", "tests", "examples", "benches", "worker/src", "xtask/src"] {
        for (name, text) in all_sources(folder) {
            assert!(text.starts_with("//!"), "{name} does not open with //!");
        }
    }
}

#[test]
fn files_stay_small() {
    for (name, text) in sources("src") {
        let allowed =
            LONG_FILES.iter().find(|(it, _)| *it == name).map_or(FILE_LINES, |(_, lines)| *lines);
        assert!(text.lines().count() <= allowed, "{name} has {} lines", text.lines().count());
    }
}

#[test]
fn words_stand_in_i18n_alone() {
    let chinese = |it: char| ('\u{4e00}'..='\u{9fff}').contains(&it);
    for folder in ["src/pages", "src/runtime", "src/ui"] {
        for (name, text) in sources(folder) {
            // The widgets' own page shows them with examples; it is in no release.
            if name.starts_with("src/pages/kit") {
                continue;
            }
            for line in code(&text).filter(|line| !line.trim_start().starts_with("//")) {
                assert!(!line.chars().any(chinese), "{name}: a Chinese text in `{}`", line.trim());
            }
        }
    }
}

#[test]
fn colours_stand_in_the_tokens_alone() {
    for entry in fs::read_dir(root().join("style")).expect("a folder").flatten() {
        let name = entry.file_name().display().to_string();
        let text = fs::read_to_string(entry.path()).expect("a text");
        assert!(!text.contains("!important"), "{name}: !important");
        if name == "tokens.css" {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let raw = ["oklch(", "rgb(", "rgba(", "hsl("].iter().any(|it| line.contains(it));
            assert!(!raw, "{name}:{}: a colour outside of the tokens", number + 1);
        }
    }
}

#[test]
fn every_text_is_used() {
    let all: String = sources("src").into_values().collect();
    let words: Vec<&str> = all.split(|it: char| !it.is_alphanumeric() && it != '_').collect();
    let mut texts = 0;
    for text in sources("src/i18n").values() {
        let declared =
            text.lines().filter(|line| line.starts_with("    ") && line.ends_with("\";"));
        let names = declared.filter_map(|line| line.trim().split([':', '(']).next());
        for name in names.filter(|it| it.chars().all(|it| it.is_alphanumeric() || it == '_')) {
            texts += 1;
            assert!(1 < words.iter().filter(|it| **it == name).count(), "nobody says {name}");
        }
    }
    assert!(500 < texts, "only {texts} texts were found");
}

#[test]
fn no_test_is_switched_off() {
    let off = [
        "#[ign".to_owned() + "ore",
        "#[should_".to_owned() + "panic",
        "thread::sl".to_owned() + "eep",
    ];
    for folder in ["src", "tests", "xtask/src"] {
        for (name, text) in all_sources(folder) {
            assert!(off.iter().all(|it| !text.contains(it.as_str())), "{name} switches a test off");
        }
    }
}

#[test]
fn every_file_of_tests_is_run() {
    let program = fs::read_to_string(root().join("tests/native.rs")).expect("native.rs");
    for file in fs::read_dir(root().join("tests")).expect("tests") {
        let path = file.expect("a file").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if path.extension().is_some_and(|it| it == "rs")
            && !["native", "components"].contains(&&*name)
        {
            assert!(program.contains(&format!("\nmod {name};\n")), "native.rs runs {name}");
        }
    }
}

#[test]
fn every_invariant_of_the_architecture_names_its_test() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let tests: String =
        ["tests", "src"].iter().flat_map(|it| all_sources(it).into_values()).collect();
    let mut invariants = 0;
    for paragraph in text.split("\n\n").filter(|it| it.contains("**Invariant:**")) {
        invariants += 1;
        let named = paragraph.rsplit_once("Test: `").and_then(|(_, it)| it.split('`').next());
        let named = named.unwrap_or_else(|| panic!("no test is named: {paragraph}"));
        assert!(tests.contains(&format!("fn {named}(")), "there is no test {named}");
    }
    assert!(6 <= invariants, "{invariants} invariants");
}

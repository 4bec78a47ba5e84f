//! What a visitor downloads, and what it may come to.
//!
//! Sizes are bytes as a good host sends them (brotli, quality 11) and as a plain one does (gzip).

use std::path::Path;

use crate::dist;
use crate::process::Outcome;

/// What everything that the first visit loads before the app stands may come to, brotli. The
/// foundation alone stayed below 250,000 and the whole product may come to 380,000; what is built
/// so far has to leave room for what is not. The same sources come to a few thousandths more or
/// less in another folder, so what is measured here has to stay below by more than that.
const FIRST_LOAD: usize = 300_000;
/// What the parts may come to together, brotli.
const PARTS: usize = 2_800_000;
/// What the worker may come to, brotli.
const WORKER: usize = 450_000;

/// When a file is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moment {
    /// By the first visit, before the app stands.
    FirstLoad,
    /// Right after the app stands, in the background: the other pages.
    Parts,
    /// When there is the first work for it: what works off the page's thread.
    Worker,
    /// By the service worker, or by the system that installs the app.
    Later,
}

struct Size {
    path: String,
    moment: Moment,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the sizes of the page in `folder`.
///
/// # Errors
/// When a budget is exceeded.
pub fn check(folder: &Path) -> Outcome {
    let sizes: Vec<Size> =
        dist::files(folder)?.into_iter().map(|(path, bytes)| measure(path, &bytes)).collect();
    println!("{:<44} {:>10} {:>10} {:>10}", "file", "raw", "gzip", "brotli");
    for size in sizes.iter().filter(|size| size.moment != Moment::Later) {
        println!("{:<44} {:>10} {:>10} {:>10}", size.path, size.raw, size.gzip, size.brotli);
    }
    let total = |moment| {
        sizes.iter().filter(|size| size.moment == moment).map(|size| size.brotli).sum::<usize>()
    };
    println!("loaded later, in the background: {} bytes brotli", total(Moment::Later));
    within("first load", total(Moment::FirstLoad), FIRST_LOAD)?;
    within("parts, right after it", total(Moment::Parts), PARTS)?;
    within("worker", total(Moment::Worker), WORKER)
}

fn measure(path: String, bytes: &[u8]) -> Size {
    Size { moment: moment(&path), raw: bytes.len(), gzip: gzip(bytes), brotli: brotli(bytes), path }
}

fn moment(path: &str) -> Moment {
    let first_by_name =
        ["index.html", "boot.js", "manifest.webmanifest", "icons/icon.svg"].contains(&path);
    match path.rsplit('.').next() {
        _ if path.starts_with("part-") => Moment::Parts,
        _ if path.starts_with("worker-") => Moment::Worker,
        _ if first_by_name => Moment::FirstLoad,
        _ if path.starts_with("recovery") || path == "sw.js" => Moment::Later,
        Some("wasm" | "js" | "css" | "woff2") => Moment::FirstLoad,
        _ => Moment::Later,
    }
}

fn within(what: &str, brotli: usize, budget: usize) -> Outcome {
    println!("{what}: {brotli} of {budget} bytes brotli");
    if brotli <= budget {
        Ok(())
    } else {
        Err(format!("The {what} is over its budget: {brotli} of {budget} bytes.").into())
    }
}

fn gzip(bytes: &[u8]) -> usize {
    const HEADER_AND_TRAILER: usize = 18;
    miniz_oxide::deflate::compress_to_vec(bytes, 9).len() + HEADER_AND_TRAILER
}

fn brotli(bytes: &[u8]) -> usize {
    let options = brotli::enc::BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &options)
        .expect("memory takes every byte");
    packed.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expect: Moment) {
        assert_eq!(moment(path), expect, "{path}");
    }

    #[test]
    fn what_the_first_visit_waits_for_is_counted() {
        check("index.html", Moment::FirstLoad);
        check("huddle-0123_bg.wasm", Moment::FirstLoad);
        check("snippets/some-1/inline0.js", Moment::FirstLoad);
        check("shell-0123.css", Moment::FirstLoad);
    }

    #[test]
    fn what_comes_in_the_background_is_not() {
        check("sw.js", Moment::Later);
        check("recovery.js", Moment::Later);
        check("icons/icon-512.png", Moment::Later);
        check("404.html", Moment::Later);
    }

    #[test]
    fn the_parts_have_their_own_budget() {
        check("part-leads-0123.wasm", Moment::Parts);
        check("parts-0123.js", Moment::FirstLoad);
    }

    #[test]
    fn the_worker_has_its_own_budget() {
        check("worker-0123.js", Moment::Worker);
        check("worker-0123_bg.wasm", Moment::Worker);
    }

    #[test]
    fn a_budget_is_held_to_the_byte() {
        assert!(within("page", 10, 10).is_ok());
        assert!(within("page", 11, 10).is_err());
    }
}

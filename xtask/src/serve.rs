//! `cargo xtask serve`: builds the page when it has to and serves it to this machine.

use crate::build::{self, Built};
use crate::process::Outcome;
use crate::server::{Server, Site};
use crate::{paths, sizes};

/// Where the page is served.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    base: String,
    port: u16,
}

impl Options {
    /// Reads `--base /path/` and `--port N`.
    ///
    /// # Errors
    /// On any other word.
    pub fn parse(words: &[&str]) -> Outcome<Options> {
        let mut options = Options { base: "/".to_owned(), port: 8080 };
        for pair in words.chunks(2) {
            match pair {
                ["--base", base] => {
                    options.base = format!("/{}/", base.trim_matches('/')).replace("//", "/");
                }
                ["--port", port] => {
                    options.port = port.parse().map_err(|_| format!("{port} is not a port"))?;
                }
                _ => {
                    return Err(format!(
                        "serve takes --base /path/ and --port N, not {}",
                        pair.join(" ")
                    )
                    .into());
                }
            }
        }
        Ok(options)
    }
}

/// Serves until interrupted.
///
/// # Errors
/// When the page cannot be built or the port is taken.
pub fn run(options: Options) -> Outcome {
    if build::ensure_page()? == Built::Now
        && let Err(trouble) = sizes::check(&paths::dist())
    {
        // Too large to be published, not to be looked at.
        println!("{trouble}");
    }
    let site = Site { folder: paths::dist(), base: options.base };
    let server = Server::start(site, options.port).map_err(|error| {
        format!("Port {} cannot be used: {error}. Another one: --port N", options.port)
    })?;
    println!("Huddle is at {}  (Ctrl+C ends it)", server.url());
    server.wait();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &[&str], expect: Option<(&str, u16)>) {
        let expect = expect.map(|(base, port)| Options { base: base.to_owned(), port });
        assert_eq!(Options::parse(words).ok(), expect, "{words:?}");
    }

    #[test]
    fn the_page_is_at_the_root_of_8080_unless_said_otherwise() {
        check(&[], Some(("/", 8080)));
        check(&["--base", "some/path", "--port", "81"], Some(("/some/path/", 81)));
        check(&["--base", "/"], Some(("/", 8080)));
    }

    #[test]
    fn unknown_words_are_refused() {
        check(&["--port"], None);
        check(&["--port", "many"], None);
        check(&["--host", "all"], None);
    }
}

//! A folder under a path of a host, and what the host answers for each address below it.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A page and the path it lies under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The folder with `index.html`.
    pub folder: PathBuf,
    /// Begins and ends with `/`.
    pub base: String,
}

/// An answer, complete.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Response {
    pub(super) status: &'static str,
    headers: Vec<(&'static str, String)>,
    pub(super) body: Vec<u8>,
}

impl Site {
    pub(super) fn response(&self, path: &str) -> Response {
        let Some(place) = self.place(path) else { return self.not_found() };
        match std::fs::read(&place) {
            Ok(body) => Response::new("200 OK", media_type(&place), body),
            Err(_) => self.not_found(),
        }
    }

    /// As the hosts of static pages do it: their own page with the status that programs read.
    pub(super) fn not_found(&self) -> Response {
        let body =
            std::fs::read(self.folder.join("404.html")).unwrap_or_else(|_| b"not found".to_vec());
        Response::new("404 Not Found", "text/html; charset=utf-8", body)
    }

    /// The file for a path; none outside the folder.
    fn place(&self, path: &str) -> Option<PathBuf> {
        let below = path.strip_prefix(&self.base)?;
        let ordinary = |part: &str| {
            !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', '\0'])
        };
        match below {
            "" => Some(self.folder.join("index.html")),
            _ if below.split('/').all(ordinary) => Some(self.folder.join(below)),
            _ => None,
        }
    }
}

impl Response {
    fn new(status: &'static str, media_type: &'static str, body: Vec<u8>) -> Response {
        let headers = vec![
            ("Content-Type", media_type.to_owned()),
            ("Content-Length", body.len().to_string()),
            ("Cache-Control", "no-cache".to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Connection", "close".to_owned()),
        ];
        Response { status, headers, body }
    }

    pub(super) fn with_header(mut self, name: &'static str, value: &str) -> Response {
        self.headers.push((name, value.to_owned()));
        self
    }

    pub(super) fn write(&self, connection: &mut impl Write, method: &str) -> io::Result<()> {
        let mut head = format!("HTTP/1.1 {}\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        connection.write_all(head.as_bytes())?;
        if method == "HEAD" { Ok(()) } else { connection.write_all(&self.body) }
    }
}

fn media_type(place: &Path) -> &'static str {
    match place.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

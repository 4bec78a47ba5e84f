//! Links: addresses elsewhere that belong to a lead. Files are not kept here, only where they are.

use std::fmt;
use std::str::FromStr;

/// An address with a title. Only web and mail addresses can be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    url: String,
    /// What it is called; empty means by its address.
    pub title: String,
}

/// A text that is no web or mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotALink;

impl Link {
    /// The link of an address as it was typed. One without a scheme is taken for a web page.
    ///
    /// # Errors
    /// [`NotALink`] where it is anything but a web or mail address.
    pub fn new(title: &str, url: &str) -> Result<Link, NotALink> {
        let url = url.trim();
        let url = match url.split_once(':') {
            None => format!("https://{url}"),
            Some((host, port)) if host.contains('.') && begins_with_digit(port) => {
                format!("https://{url}")
            }
            Some(_) => url.to_owned(),
        };
        is_safe(&url).then(|| Link { url, title: title.trim().to_owned() }).ok_or(NotALink)
    }

    /// The address.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What it is shown as.
    pub fn words(&self) -> &str {
        if self.title.is_empty() { &self.url } else { &self.title }
    }
}

fn begins_with_digit(text: &str) -> bool {
    text.starts_with(|it: char| it.is_ascii_digit())
}

/// Whether an address leads to a page or a mailbox and nowhere else. Browsers drop tabs and line
/// ends from an address before they read it, so none may be in it.
fn is_safe(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once(':') else { return false };
    let whole = !url.chars().any(|it| it.is_whitespace() || it.is_control());
    let leads = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest.strip_prefix("//").is_some_and(|host| {
            let host = host.split(['/', '?', '#']).next().unwrap_or_default();
            host.contains(char::is_alphanumeric)
        }),
        "mailto" => rest.split_once('@').is_some_and(|(who, at)| !who.is_empty() && !at.is_empty()),
        _ => false,
    };
    whole && leads
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.url, self.title)
    }
}

impl FromStr for Link {
    type Err = NotALink;

    fn from_str(text: &str) -> Result<Link, NotALink> {
        let (url, title) = text.split_once(' ').unwrap_or((text, ""));
        match is_safe(url) {
            true => Ok(Link { url: url.to_owned(), title: title.to_owned() }),
            false => Err(NotALink),
        }
    }
}

super::value::text_scalar!(Link);

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expect: Option<&str>) {
        let link = Link::new(" Plan ", typed);
        assert_eq!(link.as_ref().ok().map(Link::url), expect, "{typed}");
        if let Ok(link) = link {
            assert_eq!(link.to_string().parse(), Ok(link));
        }
    }

    #[test]
    fn pages_and_mailboxes_are_links() {
        check(" https://example.com/a?b=1#c ", Some("https://example.com/a?b=1#c"));
        check("HTTP://example.com", Some("HTTP://example.com"));
        check("example.com/计划", Some("https://example.com/计划"));
        check("example.com:8080/x", Some("https://example.com:8080/x"));
        check("mailto:ann@example.com", Some("mailto:ann@example.com"));
    }

    // The addresses of OWASP's cheat sheet on evading filters: schemes that run something, written
    // so that a browser still understands them.
    #[test]
    fn what_runs_or_reads_files_is_not() {
        for typed in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "javascript://example.com/%0aalert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:msgbox(1)",
            "file:///etc/passwd",
            "blob:https://example.com/1",
            "https:example.com",
            "https://",
            "mailto:",
            "",
            "two words.com",
        ] {
            check(typed, None);
        }
        assert_eq!("javascript:alert(1) Plan".parse::<Link>(), Err(NotALink));
    }
}

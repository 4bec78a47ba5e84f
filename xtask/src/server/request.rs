//! Reads the little of HTTP that a static server has to know.

use std::io::{self, BufRead, BufReader, Read};

/// Far more than any browser sends.
const MOST_HEAD_BYTES: u64 = 64 * 1024;

/// What a visitor asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: String,
    /// Decoded, without the query; begins with `/`.
    pub(super) path: String,
}

impl Request {
    /// Reads one request; nothing when the visitor hung up first.
    pub(super) fn read(connection: impl Read) -> io::Result<Option<Request>> {
        let mut head = BufReader::new(connection.take(MOST_HEAD_BYTES));
        let mut first = String::new();
        head.read_line(&mut first)?;
        let mut line = String::new();
        while 0 < head.read_line(&mut line)? && line.trim_end() != "" {
            line.clear();
        }
        Ok(parse(&first))
    }
}

fn parse(first_line: &str) -> Option<Request> {
    let mut words = first_line.split_whitespace();
    let (method, target) = (words.next()?, words.next()?);
    let path = target.split(['?', '#']).next()?;
    Some(Request { method: method.to_owned(), path: percent_decoded(path) })
}

fn percent_decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let code = after
            .get(..2)
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match (first, code) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<(&str, &str)>) {
        let read = Request::read(text.as_bytes()).expect("memory can be read");
        let expect = expect
            .map(|(method, path)| Request { method: method.to_owned(), path: path.to_owned() });
        assert_eq!(read, expect, "{text}");
    }

    #[test]
    fn a_request_is_a_method_and_a_path() {
        check("GET /a/b.js HTTP/1.1\r\nHost: x\r\n\r\n", Some(("GET", "/a/b.js")));
        check("HEAD /%E4%BC%9A?x=1 HTTP/1.1\r\n\r\n", Some(("HEAD", "/会")));
        check("GET /100% HTTP/1.1\r\n\r\n", Some(("GET", "/100%")));
    }

    #[test]
    fn a_visitor_who_hangs_up_asks_nothing() {
        check("", None);
        check("\r\n", None);
    }
}

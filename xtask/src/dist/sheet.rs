//! Joins the style sheets into two, without their comments, and leaves out of the page what only
//! the build reads.
//!
//! The first holds what the static shell wears: a browser paints nothing before it is here. The
//! second is fetched by the loader beside the module. Two and not eight: browsers ask for sheets
//! one by one, and small files pack worse than large ones.

use std::path::Path;

use super::seal::sha256;
use crate::process::Outcome;

/// The sheets that the static shell wears, by the beginning of their names.
const SHELL: [&str; 3] = ["tokens", "base", "frame"];

/// Joins the sheets that the page links, in their order.
pub(super) fn join(folder: &Path) -> Outcome {
    let place = folder.join("index.html");
    let html = std::fs::read_to_string(&place)?;
    let (mut shell, mut page) = (String::new(), String::new());
    for name in html.lines().filter_map(linked_sheet) {
        let sheet = packed(&std::fs::read_to_string(folder.join(name))?);
        let joined = match SHELL.iter().any(|it| name.starts_with(it)) {
            true => &mut shell,
            false => &mut page,
        };
        joined.push_str(&sheet);
        std::fs::remove_file(folder.join(name))?;
    }
    write(folder, "page", &page)?;
    let shell = write(folder, "shell", &shell)?;
    Ok(std::fs::write(place, with_one_sheet(&html, &shell))?)
}

/// Writes a sheet below a name that follows its content.
fn write(folder: &Path, name: &str, sheet: &str) -> Outcome<String> {
    let name = format!("{name}-{}.css", &sha256(sheet.as_bytes())[..16]);
    std::fs::write(folder.join(&name), sheet)?;
    Ok(name)
}

fn with_one_sheet(html: &str, sheet: &str) -> String {
    let mut lines = Vec::new();
    let mut links = 0;
    for line in html.lines().filter(|line| !is_for_the_build(line)) {
        if linked_sheet(line).is_none() {
            lines.push(line.to_owned());
        } else if links == 0 {
            lines.push(format!("    <link rel=\"stylesheet\" href=\"./{sheet}\"/>"));
        }
        links += usize::from(linked_sheet(line).is_some());
    }
    lines.join("\n") + "\n"
}

/// The file of a line that Trunk writes for a style sheet.
fn linked_sheet(line: &str) -> Option<&str> {
    line.trim_start().strip_prefix("<link rel=\"stylesheet\" href=\"./")?.split('"').next()
}

fn is_for_the_build(line: &str) -> bool {
    let text = line.trim();
    text.is_empty()
        || text.contains("data-trunk")
        || (text.starts_with("<!--") && text.ends_with("-->"))
}

/// A style sheet without comments, indentation and empty lines.
fn packed(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['/', '"', '\'']) {
        let (before, from) = rest.split_at(at);
        bare.push_str(before);
        let length = match from.as_bytes() {
            [b'/', b'*', ..] => 0,
            [b'/', ..] => 1,
            [quote, ..] => string_length(from, char::from(*quote)),
            [] => 0,
        };
        bare.push_str(&from[..length]);
        rest = if length == 0 {
            from.split_once("*/").map_or("", |(_, after)| after)
        } else {
            &from[length..]
        };
    }
    bare.push_str(rest);
    bare.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| format!("{line}\n"))
        .collect()
}

/// Up to and with the closing quote, past escaped ones.
fn string_length(from: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in from.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    from.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(css: &str, expect: &str) {
        assert_eq!(packed(css), expect);
    }

    #[test]
    fn comments_and_blanks_go() {
        check("/* a */\na {\n  b: c; /* d\n e */\n}\n\n", "a {\nb: c;\n}\n");
        check("a{b:c/d}", "a{b:c/d}\n");
        check("a{} /* open", "a{}\n");
    }

    #[test]
    fn strings_stay() {
        check("a{b:\"/* c */\"}", "a{b:\"/* c */\"}\n");
        check("a{b:'it\\'s /* c */'} /* d */", "a{b:'it\\'s /* c */'}\n");
        check("a{b:url(\"x//y\")}", "a{b:url(\"x//y\")}\n");
    }

    #[test]
    fn one_link_stands_where_the_first_stood() {
        let html = "<a>\n  <link rel=\"stylesheet\" href=\"./a-1.css\"/>\n\n  <link rel=\"stylesheet\" href=\"./b-2.css\"/>\n<!-- x -->\n<link data-trunk rel=\"rust\">\n<b>\n";
        assert_eq!(
            with_one_sheet(html, "s.css"),
            "<a>\n    <link rel=\"stylesheet\" href=\"./s.css\"/>\n<b>\n"
        );
    }
}

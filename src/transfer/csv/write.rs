//! Writes delimited text that no spreadsheet takes for a formula.
//!
//! A cell that begins with one of the signs a formula begins with gets a guard in front, an
//! apostrophe; reading takes exactly one away again (OWASP, "CSV Injection").

/// What a cell must not begin with.
const HAZARDS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\0'];

/// Adds a row to a text, ended by CRLF (RFC 4180).
pub fn write_row<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (place, cell) in cells.enumerate() {
        if 0 < place {
            out.push(',');
        }
        write_cell(out, cell);
    }
    out.push_str("\r\n");
}

/// A cell as it was before it was guarded.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(HAZARDS) => rest,
        _ => cell,
    }
}

fn write_cell(out: &mut String, cell: &str) {
    let guard = if cell.starts_with(HAZARDS) { "'" } else { "" };
    if !cell.contains([',', '"', '\r', '\n', ';', '\t', '|']) {
        out.push_str(guard);
        out.push_str(cell);
        return;
    }
    out.push('"');
    out.push_str(guard);
    out.push_str(&cell.replace('"', "\"\""));
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, expect: &str) {
        let mut out = String::new();
        write_row(&mut out, std::iter::once(cell));
        assert_eq!(out, format!("{expect}\r\n"));
        assert_eq!(unguarded(expect.trim_matches('"')), cell);
    }

    #[test]
    fn formulas_are_guarded() {
        check("=1+1", "'=1+1");
        check("+86", "'+86");
        check("-", "'-");
        check("@x", "'@x");
        check("\tx", "\"'\tx\"");
        check("'quoted'", "'quoted'");
        check("Acme", "Acme");
    }
}

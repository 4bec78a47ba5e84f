//! Minutes as files: Markdown for any notebook, HTML for any browser and printer.
//!
//! What people have written is told as it is: signs that mean something in the format are escaped.
//! Files go from hand to hand, so they hold what the room may see and count the rest.

use super::{Minutes, Part, Told};
use crate::i18n::Lang;

/// Minutes as Markdown (CommonMark).
pub fn markdown(minutes: &Minutes, lang: Lang) -> String {
    let mut text = format!("# {}\n\n{}\n", plain(&minutes.title), plain(&minutes.when));
    for told in minutes.shared().filter(|it| it.0.part() == Part::Outcome) {
        markdown_group(&mut text, told);
    }
    if let Some(words) = minutes.private_words(lang) {
        text.push_str(&format!("\n{}\n", plain(&words)));
    }
    text.push_str(&format!("\n## {}\n", lang.minutes_people()));
    for fact in [&minutes.people, &minutes.rated].into_iter().filter(|it| !it.is_empty()) {
        text.push_str(&format!("\n{}\n", plain(fact)));
    }
    for told in minutes.part(Part::Course) {
        markdown_group(&mut text, told);
    }
    text.push_str(&format!("\n## {}\n\n", lang.minutes_sections()));
    for (name, planned, took) in &minutes.sections {
        text.push_str(&format!("- {}\n", plain(&lang.minutes_section(name, planned, took))));
    }
    if !minutes.remarks.is_empty() {
        let remarks: Vec<String> = minutes.remarks.lines().map(plain).collect();
        text.push_str(&format!("\n## {}\n\n{}\n", lang.minutes_remarks(), remarks.join("  \n")));
    }
    text
}

fn markdown_group(text: &mut String, (_, name, lines): &Told) {
    text.push_str(&format!("\n## {}\n\n", plain(name)));
    for line in lines {
        let lacks = marked(&line.lacks, |it| format!("**{}**", plain(it)));
        text.push_str(&format!("- {} {}{lacks}\n", line.time, plain(&line.words)));
    }
}

/// What an action lacks, behind the rest of its line.
fn marked(lacks: &str, mark: impl Fn(&str) -> String) -> String {
    match lacks {
        "" => String::new(),
        lacks => format!(" · {}", mark(lacks)),
    }
}

/// A text in which nothing means anything to Markdown.
fn plain(text: &str) -> String {
    let mut escaped = String::new();
    for sign in text.chars() {
        match sign {
            '\n' | '\r' => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' => {
                escaped.push('\\');
                escaped.push(sign);
            }
            sign => escaped.push(sign),
        }
    }
    escaped
}

const LOOK: &str = "body{font:16px/1.6 system-ui,'PingFang SC','Microsoft YaHei',sans-serif;\
    max-width:44rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.6rem;margin:0}\
    h2{font-size:1.1rem;margin:1.5rem 0 .25rem;break-after:avoid}ul{margin:0;padding:0;list-style:none}\
    li{padding:.15rem 0;break-inside:avoid}time{display:inline-block;min-width:3.5em;\
    font-variant-numeric:tabular-nums}";

/// Minutes as a page of their own, which prints well.
pub fn html(minutes: &Minutes, lang: Lang) -> String {
    let title = escaped(&minutes.title);
    let mut text = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>{LOOK}</style>\n<h1>{title}</h1>\n<p>{}</p>\n",
        lang.tag(),
        escaped(&minutes.when),
    );
    for told in minutes.shared().filter(|it| it.0.part() == Part::Outcome) {
        html_group(&mut text, told);
    }
    if let Some(words) = minutes.private_words(lang) {
        text.push_str(&format!("<p>{}</p>\n", escaped(&words)));
    }
    text.push_str(&format!("<h2>{}</h2>\n", lang.minutes_people()));
    for fact in [&minutes.people, &minutes.rated].into_iter().filter(|it| !it.is_empty()) {
        text.push_str(&format!("<p>{}</p>\n", escaped(fact)));
    }
    for told in minutes.part(Part::Course) {
        html_group(&mut text, told);
    }
    text.push_str(&format!("<h2>{}</h2>\n<ul>\n", lang.minutes_sections()));
    for (name, planned, took) in &minutes.sections {
        let words = lang.minutes_section(name, planned, took);
        text.push_str(&format!("<li>{}</li>\n", escaped(&words)));
    }
    text.push_str("</ul>\n");
    if !minutes.remarks.is_empty() {
        let remarks: Vec<String> = minutes.remarks.lines().map(escaped).collect();
        text.push_str(&format!(
            "<h2>{}</h2>\n<p>{}</p>\n",
            lang.minutes_remarks(),
            remarks.join("<br>")
        ));
    }
    text.push_str("</html>\n");
    text
}

fn html_group(text: &mut String, (_, name, lines): &Told) {
    text.push_str(&format!("<h2>{}</h2>\n<ul>\n", escaped(name)));
    for line in lines {
        let words = escaped(&line.words);
        let lacks = marked(&line.lacks, |it| format!("<mark>{}</mark>", escaped(it)));
        text.push_str(&format!("<li><time>{}</time> {words}{lacks}</li>\n", line.time));
    }
    text.push_str("</ul>\n");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

//! Writing a formula in the words of a language, or in the form that is kept.

use super::formula::{Formula, Sign};
use super::lexicon::{Lexicon, Term};
use super::{Attribute, Tally};

/// The text of a formula, with no more brackets than it needs; reading it gives the same formula.
pub fn print(formula: &Formula, lexicon: &Lexicon) -> String {
    let mut text = String::new();
    write(&mut text, formula, lexicon, 0);
    text
}

/// How closely a part must bind to stand without brackets: 0 anything, 1 products, 2 single parts.
fn write(text: &mut String, formula: &Formula, lexicon: &Lexicon, closeness: u8) {
    match formula {
        Formula::Number(number) => text.push_str(&number.to_string()),
        Formula::Percent(number) => {
            text.push_str(&number.to_string());
            text.push('%');
        }
        Formula::Of(measure, _) => text.push_str(&name(lexicon.word(Term::Measure(*measure)))),
        Formula::Tally(tally) => write_tally(text, tally, lexicon),
        Formula::YearBefore(part) => {
            text.push_str(lexicon.word(Term::YearBefore));
            text.push('(');
            write(text, part, lexicon, 0);
            text.push(')');
        }
        Formula::Negated(part) => {
            text.push_str(Sign::Minus.as_str());
            write(text, part, lexicon, 2);
        }
        Formula::Joined(left, sign, _, right) => {
            let own = u8::from(sign.is_close());
            let brackets = own < closeness;
            text.push_str(if brackets { "(" } else { "" });
            write(text, left, lexicon, own);
            text.extend([" ", sign.as_str(), " "]);
            write(text, right, lexicon, own + 1);
            text.push_str(if brackets { ")" } else { "" });
        }
    }
}

/// A name, in square brackets where it has signs in it.
fn name(word: &str) -> String {
    let is_plain = |it: char| it.is_alphabetic() || it.is_ascii_digit() || it == ' ' || it == '_';
    let begins = word.chars().next().is_some_and(|it| it.is_alphabetic() || it == '_');
    match begins && word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("[{word}]"),
    }
}

fn write_tally(text: &mut String, tally: &Tally, lexicon: &Lexicon) {
    text.push_str(lexicon.word(Term::What(tally.what)));
    text.push('(');
    text.push_str(lexicon.word(Term::Records(tally.records)));
    for (nth, only) in tally.only.iter().enumerate() {
        let more = if nth == 0 { Term::Where } else { Term::And };
        let attribute = lexicon.word(Term::Attribute(only.attribute));
        text.extend([" ", lexicon.word(more), " ", attribute, " ", only.compare.as_str(), " "]);
        match only.attribute {
            Attribute::Amount => text.push_str(&only.value),
            _ => text.extend(["\"", &only.value, "\""]),
        }
    }
    text.push(')');
}

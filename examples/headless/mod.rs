//! The verbs of the headless runner, callable by tests without a process.

mod assign;
pub mod board;
pub mod commission;
mod decimal;
mod forecast;
mod import;
mod insight;
mod moved;
mod replay;
mod spread;
mod survey;

use huddle::transfer::decode::{Doubt, decode, native_gb18030};
use serde_json::Value;

/// Why a verb gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The exit code.
    pub exit: u8,
    /// One line for standard error.
    pub complaint: String,
}

impl Failure {
    /// Arguments or files that cannot be used.
    pub fn unusable(complaint: impl Into<String>) -> Failure {
        // What is quoted of a file may be longer than a line.
        let complaint = complaint.into().replace(['\r', '\n'], " ");
        Failure { exit: 2, complaint }
    }
}

/// The text of a JSON file, with or without a byte order mark.
fn json_text(path: &str) -> Result<String, String> {
    let decoded = decode(std::fs::read(path).map_err(|error| error.to_string())?, native_gb18030);
    match decoded.doubt {
        Some(Doubt::Damaged | Doubt::Guessed) => Err("not a text in UTF-8 or UTF-16".to_owned()),
        _ => Ok(decoded.text),
    }
}

/// The file of a verb that takes one and nothing else.
fn only_file<'a>(verb: &str, arguments: &'a [String]) -> Result<&'a str, Failure> {
    if let Some(option) = arguments.iter().find(|it| it.starts_with("--")) {
        return Err(Failure::unusable(format!("{verb}: unknown option {option}")));
    }
    match arguments {
        [path] => Ok(path),
        _ => Err(Failure::unusable(format!("{verb} takes one file"))),
    }
}

/// Runs a verb with its options and files.
///
/// # Errors
/// A [`Failure`] where there is no answer.
pub fn run(arguments: &[String]) -> Result<Value, Failure> {
    let Some((verb, rest)) = arguments.split_first() else {
        return Err(Failure::unusable(
            "a verb is missing: assign, commission, forecast, forecast-many, import, insight, moved, replay, spread or survey",
        ));
    };
    match verb.as_str() {
        "assign" => assign::run(rest),
        "commission" => commission::run(rest),
        "forecast" => forecast::run(rest),
        "forecast-many" => forecast::run_many(rest),
        "import" => import::run(rest),
        "insight" => insight::run(rest),
        "moved" => moved::run(rest),
        "replay" => replay::run(rest),
        "spread" => spread::run(rest),
        "survey" => survey::run(rest),
        verb => Err(Failure::unusable(format!("unknown verb {verb}"))),
    }
}

//! Running other programs, with a clean environment and without a standard input.

use std::error::Error;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::paths;

/// What a command comes to: nothing, or a sentence for the person who called it.
pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Variables of a running `cargo run`. A cargo below it would take them for a changed environment
/// and build again what is already built.
const CARGO_RUN_VARIABLES: [&str; 3] = ["CARGO_MANIFEST_", "CARGO_PKG_", "CARGO_PRIMARY_PACKAGE"];

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// A program to be run in the repository's folder, finding the tools of `target/tools` first.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root()).stdin(Stdio::null());
    for (name, _) in std::env::vars_os() {
        if CARGO_RUN_VARIABLES.iter().any(|start| name.to_string_lossy().starts_with(start)) {
            command.env_remove(name);
        }
    }
    let own = [paths::tools().join("bin"), paths::tools().join("npm/node_modules/.bin")];
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(own.into_iter().chain(std::env::split_paths(&inherited)));
    command.env("PATH", path.expect("folders of the path hold no separator"));
    command
}

/// Runs a program to its end; its output goes to the terminal.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| format!("{}: {error}", name(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} failed ({status})", name(command)).into())
    }
}

/// Runs a program to its end; what it says is shown only when it fails.
pub fn run_silently(command: &mut Command) -> Outcome {
    let output = command.output().map_err(|error| format!("{}: {error}", name(command)))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("{} failed ({})\n{}", name(command), output.status, said.trim()).into())
}

/// Runs a program to its end and gives its standard output.
pub fn output(command: &mut Command) -> Outcome<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{}: {error}", name(command)))?;
    if !output.status.success() {
        return Err(format!("{} failed ({})", name(command), output.status).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Runs a program that ends with summaries as `cargo test` prints them, passing its output on and
/// adding the summaries up. A failure without a failed test counts as one.
pub fn run_tests(command: &mut Command) -> Outcome<Counts> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{}: {error}", name(command)))?;
    let lines = BufReader::new(child.stdout.take().expect("the output is piped")).lines();
    let mut counts = Counts::default();
    for line in lines {
        let line = line?;
        println!("{line}");
        counts += summary(&line).unwrap_or_default();
    }
    if !child.wait()?.success() && counts.failed == 0 {
        counts.failed = 1;
    }
    Ok(counts)
}

/// Reads `test result: ok. 3 passed; 0 failed; …`.
fn summary(line: &str) -> Option<Counts> {
    let (_, numbers) = line.split_once("test result: ")?;
    let number = |word: &str| {
        numbers.split_once(word)?.0.rsplit([' ', ';']).find(|part| !part.is_empty())?.parse().ok()
    };
    Some(Counts { passed: number(" passed")?, failed: number(" failed")? })
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expect: Option<(usize, usize)>) {
        assert_eq!(
            summary(line),
            expect.map(|(passed, failed)| Counts { passed, failed }),
            "{line}"
        );
    }

    #[test]
    fn summaries_of_test_runs_are_read() {
        check("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured", Some((12, 0)));
        check("test result: FAILED. 3 passed; 21 failed; 0 ignored", Some((3, 21)));
    }

    #[test]
    fn other_lines_count_nothing() {
        check("test money::sums_are_exact ... ok", None);
        check("    12 passed in all", None);
    }
}

//! Where an import is, as plain data: its step, its work, what went wrong with a file.

use crate::i18n::Lang;
use crate::runtime::refusal::Refusal;
use crate::transfer::import::FileRefused;

/// Where the wizard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Files are chosen.
    Files,
    /// Columns are looked through.
    Columns,
    /// The dry run is looked through.
    Check,
    /// All is in.
    Done,
}

/// What is being done, and the share of it that is done, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Work {
    /// Nothing: there is a plan, or no file.
    Idle,
    /// Files are read.
    Reading(f64),
    /// The plan is worked out.
    Planning(f64),
    /// The plan is stored.
    Saving(f64),
    /// The person stopped it before there was a plan.
    Stopped,
}

/// Why a file is not in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It is no table of text.
    Refused(String, FileRefused),
    /// The browser could not read it.
    Unreadable(String),
    /// It is in already.
    Twice(String),
}

impl Trouble {
    /// What is wrong, and what to do.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Trouble::Refused(name, refused) => lang.file_refused(name, *refused),
            Trouble::Unreadable(name) => lang.import_file_unreadable(name),
            Trouble::Twice(name) => lang.import_file_twice(name),
        }
    }
}

/// Something that the wizard should say above its step.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// Data changed while the dry run was looked at.
    ChangedMeanwhile,
    /// It was stopped before anything was changed.
    Stopped,
    /// It could not be stored.
    Refused(Refusal),
}

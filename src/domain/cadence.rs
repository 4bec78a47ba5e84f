//! Cadences: how often customers of a class are due a word.

use super::id::CadenceId;
use super::workspace::Workspace;

/// The longest rhythm, in working days.
pub const LONGEST_RHYTHM: i64 = 366;

record! {
    /// The rhythm of a class of customers.
    pub struct Cadence(CadenceId) {
        /// The class, in the manager's own words: A, B, C, or others.
        class: String,
        /// After how many working days without a word one is due.
        days: Option<i64>,
        /// Whether it is left alone for now.
        paused: bool,
    }
}

impl Cadence {
    /// The days of the rhythm, while it runs.
    pub fn running_days(&self) -> Option<i64> {
        self.days.filter(|days| (1..=LONGEST_RHYTHM).contains(days) && !self.paused)
    }
}

/// A class as it is compared: whatever its letters' case and the space around it.
pub fn class_key(class: &str) -> String {
    class.trim().to_lowercase()
}

/// Every class that has a rhythm or is given to a customer, in order, each once.
pub fn classes(workspace: &Workspace) -> Vec<String> {
    let rhythms = workspace.cadences.values().map(|it| &it.class);
    let given = workspace.customers.values().map(|it| &it.class);
    let mut found: std::collections::BTreeMap<String, String> = Default::default();
    for class in rhythms.chain(given).filter(|it| !it.trim().is_empty()) {
        found.entry(class_key(class)).or_insert_with(|| class.trim().to_owned());
    }
    found.into_values().collect()
}

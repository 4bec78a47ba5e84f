//! What was done when: the entries themselves, read from the log and the sealed history.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::Entry;
use super::entry_set::EntrySet;
use super::port::Fault;
use super::stamp::Stamp;
use super::transaction::Transaction;
use super::vault::Vault;
use crate::domain::id::RecordId;
use crate::domain::label::Label;
use crate::domain::value::Value;

/// One change of one record.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    /// When, and on which installation.
    pub stamp: Stamp,
    /// What was done.
    pub label: Label,
    /// The fields that were written, with their new values.
    pub fields: Vec<(String, Value)>,
}

/// Every entry there is, as lines in the order of their stamps; each once.
///
/// # Errors
/// [`Fault::Denied`].
pub fn all_lines(vault: &Vault<'_>) -> Result<Vec<String>, Fault> {
    let mut lines: BTreeMap<Stamp, String> = BTreeMap::new();
    each_text(vault, &mut |text| {
        for line in text.lines() {
            if let Ok(entry) = Entry::from_line(line) {
                lines.insert(entry.stamp(), line.to_owned());
            }
        }
    })?;
    Ok(lines.into_values().collect())
}

/// Which entries there are.
///
/// # Errors
/// [`Fault::Denied`].
pub fn present(vault: &Vault<'_>) -> Result<EntrySet, Fault> {
    let mut entries = Vec::new();
    each_text(vault, &mut |text| {
        let read = text.lines().filter_map(|line| Entry::from_line(line).ok());
        entries.extend(read.map(|it| (it.stamp().writer, it.seq())));
    })?;
    Ok(EntrySet::of(entries))
}

/// What happened to one record, latest first.
///
/// # Errors
/// [`Fault::Denied`].
pub fn of_record(vault: &Vault<'_>, table: &str, id: RecordId) -> Result<Vec<Happening>, Fault> {
    let mut found: BTreeMap<Stamp, Happening> = BTreeMap::new();
    let mark = format!("\"{id}\"");
    each_text(vault, &mut |text| {
        for line in text.lines().filter(|line| line.contains(&mark)) {
            if let Ok(Entry::Transaction(transaction)) = Entry::from_line(line) {
                found.extend(happening(&transaction, table, id).map(|it| (it.stamp, it)));
            }
        }
    })?;
    Ok(found.into_values().rev().collect())
}

fn happening(transaction: &Transaction, table: &str, id: RecordId) -> Option<Happening> {
    let record = transaction.writes.iter().find(|it| it.table == table && it.id == id)?;
    let fields = record.fields.iter().map(|it| (it.field.to_string(), it.value.clone()));
    Some(Happening {
        stamp: transaction.stamp,
        label: transaction.label.clone(),
        fields: fields.collect(),
    })
}

/// A reading of the history text by text, with time in between. The history may be packed
/// meanwhile, here or in another tab: what is packed is written anew before it is taken away, so a
/// reading that looks again until there is nothing new has seen every entry, some of them twice. A
/// reading that is kept reads on with what came since.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    found: BTreeSet<String>,
    waiting: Vec<String>,
}

impl Reading {
    /// The lines of the next text; none once all that is there has been read.
    ///
    /// # Errors
    /// [`Fault::Denied`].
    pub fn next(&mut self, vault: &Vault<'_>) -> Result<Option<String>, Fault> {
        loop {
            while let Some(key) = self.waiting.pop() {
                if let Some(lines) = vault.lines(&key)? {
                    return Ok(Some(lines));
                }
            }
            self.waiting = keys(vault)?;
            self.waiting.retain(|key| self.found.insert(key.clone()));
            if self.waiting.is_empty() {
                return Ok(None);
            }
        }
    }
}

/// The keys of the texts that hold the history, the sealed ones first.
fn keys(vault: &Vault<'_>) -> Result<Vec<String>, Fault> {
    Ok([vault.segment_keys()?, vault.log_keys()?].concat())
}

fn each_text(vault: &Vault<'_>, visit: &mut dyn FnMut(&str)) -> Result<(), Fault> {
    for key in keys(vault)? {
        if let Some(text) = vault.lines(&key)? {
            visit(&text);
        }
    }
    Ok(())
}

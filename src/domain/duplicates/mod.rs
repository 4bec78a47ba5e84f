//! Records that may be one and the same: customers and leads with the same name, phone, mail or
//! domain, and customers whose names sound the same in Chinese and Latin letters.
//!
//! Found by keys: each record stands in a bucket of every key it has, and only records of one
//! bucket are compared. What people said is not the same is not offered again.

mod contact;
mod find;
mod name;
mod sound;
mod trade;

pub use contact::{Phone, domains, mails, phones};
pub use find::{Candidates, Hit, Match, leads_like, pair_key};
pub use name::{NameForms, forms};

use super::calendar::Day;
use super::id::{AliasId, CustomerId, DistinctId, LeadId, RecordId};

record! {
    /// Two records that somebody said are not the same.
    pub struct Distinct(DistinctId) {
        /// The one.
        first: Option<RecordId>,
        /// The other.
        second: Option<RecordId>,
    }
}

record! {
    /// Under what else a record is known: the name and key of one that was merged into it, or
    /// that an import linked to it.
    pub struct Alias(AliasId) {
        /// The customer, where it is one.
        customer: Option<CustomerId>,
        /// The lead, where it is one.
        lead: Option<LeadId>,
        /// The other name.
        name: String,
        /// The other key in the system it was imported from.
        external: String,
        /// The record that this was; it is not there any more, or never was.
        gone: Option<RecordId>,
        /// The day this was said.
        day: Option<Day>,
    }
}

impl Distinct {
    /// The record of a pair, whichever comes first.
    pub fn id_of(a: RecordId, b: RecordId) -> DistinctId {
        let (first, second) = pair_key(a, b);
        DistinctId::of_key(&format!("distinct/{first}/{second}"))
    }
}

impl Alias {
    /// The record that says what became of one.
    pub fn id_of(gone: RecordId) -> AliasId {
        AliasId::of_key(&format!("alias/{gone}"))
    }
}

/// Why two records may be the same, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The same name.
    SameName,
    /// The same mail address.
    SameMail,
    /// The same phone number.
    SamePhone,
    /// The same name but for the legal form or the place in brackets.
    SameCore,
    /// The same web domain.
    SameDomain,
    /// The same name of a lead with the same customer.
    SameDeal,
    /// The same amount with the same customer, and names that do not tell them apart.
    SameAmount,
    /// A Chinese and a Latin name that sound the same.
    SameSound,
}

/// How sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Two signs of different kinds, or the very name.
    Sure,
    /// One sign.
    Likely,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DuplicateKind {
    /// Customers.
    Customers,
    /// Leads.
    Leads,
}

/// Small letters, half-width, without the marks over Latin letters.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        let narrow = match letter {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
            '\u{3000}' | '\u{a0}' => ' ',
            letter => letter,
        };
        for small in narrow.to_lowercase() {
            match plain(small) {
                Some(plain) => folded.push_str(plain),
                None => folded.push(small),
            }
        }
    }
    folded
}

/// A Latin letter without its mark.
fn plain(letter: char) -> Option<&'static str> {
    const PLAIN: &[(&str, &str)] = &[
        ("àáâãäåāăą", "a"),
        ("çćč", "c"),
        ("ďđ", "d"),
        ("èéêëēęě", "e"),
        ("ìíîïī", "i"),
        ("ł", "l"),
        ("ñńň", "n"),
        ("òóôõöøō", "o"),
        ("řŕ", "r"),
        ("śšş", "s"),
        ("ùúûüūůű", "u"),
        ("ýÿ", "y"),
        ("žźż", "z"),
        ("ß", "ss"),
        ("æ", "ae"),
        ("œ", "oe"),
    ];
    if letter.is_ascii() {
        return None;
    }
    // A mark of its own after its letter.
    if ('\u{300}'..='\u{36f}').contains(&letter) {
        return Some("");
    }
    PLAIN.iter().find(|(marked, _)| marked.contains(letter)).map(|(_, plain)| *plain)
}

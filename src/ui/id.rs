//! Names of elements, so that a label finds its field and a hint its reader.
//!
//! Names are unique in one page and mean nothing outside it.

use std::sync::atomic::{AtomicU32, Ordering};

/// A name that no other element of the page has.
pub fn fresh_id() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let mut id = String::from("w");
    id.push_str(&NEXT.fetch_add(1, Ordering::Relaxed).to_string());
    id
}

/// The name of a part of the element `id`: its hint, its error, its list.
pub fn part_id(id: &str, part: &str) -> String {
    let mut name = String::with_capacity(id.len() + part.len() + 1);
    name.push_str(id);
    name.push('-');
    name.push_str(part);
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_differ() {
        assert_ne!(fresh_id(), fresh_id());
    }

    #[test]
    fn a_part_is_named_after_its_whole() {
        assert_eq!(part_id("w7", "hint"), "w7-hint");
    }
}

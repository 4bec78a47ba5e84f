//! Lists that are found by a text or by an id.
//!
//! Maps are made for two kinds of key only, and hold places in a list: each kind of map costs
//! the page several kilobytes of download.

use std::collections::BTreeMap;

use crate::domain::arrange;
use crate::domain::id::RecordId;

/// A list found by texts.
#[derive(Debug)]
pub(super) struct TextTable<T> {
    places: BTreeMap<String, usize>,
    items: Vec<T>,
}

impl<T> Default for TextTable<T> {
    fn default() -> TextTable<T> {
        TextTable { places: BTreeMap::new(), items: Vec::new() }
    }
}

impl<T> TextTable<T> {
    /// The item of a text.
    pub(super) fn get(&self, text: &str) -> Option<&T> {
        self.items.get(*self.places.get(text)?)
    }

    /// The item of a text, made where there is none.
    pub(super) fn get_or(&mut self, text: &str, make: impl FnOnce() -> T) -> &mut T {
        let place = match self.places.get(text) {
            Some(place) => *place,
            None => {
                self.places.insert(text.to_owned(), self.items.len());
                self.items.push(make());
                self.items.len() - 1
            }
        };
        &mut self.items[place]
    }

    /// All items, as they came.
    pub(super) fn items_mut(&mut self) -> &mut [T] {
        &mut self.items
    }
}

/// A list found by ids.
#[derive(Debug)]
pub(super) struct IdTable<T> {
    places: BTreeMap<RecordId, usize>,
    items: Vec<T>,
}

impl<T> Default for IdTable<T> {
    fn default() -> IdTable<T> {
        IdTable { places: BTreeMap::new(), items: Vec::new() }
    }
}

impl<T> IdTable<T> {
    /// Whether there is an item of an id.
    pub(super) fn has(&self, id: impl Into<RecordId>) -> bool {
        self.places.contains_key(&id.into())
    }

    /// The item of an id.
    pub(super) fn get(&self, id: impl Into<RecordId>) -> Option<&T> {
        self.items.get(*self.places.get(&id.into())?)
    }

    /// The item of an id, made where there is none.
    pub(super) fn get_or(&mut self, id: impl Into<RecordId>, make: impl FnOnce() -> T) -> &mut T {
        let id = id.into();
        let place = match self.places.get(&id) {
            Some(place) => *place,
            None => {
                self.places.insert(id, self.items.len());
                self.items.push(make());
                self.items.len() - 1
            }
        };
        &mut self.items[place]
    }

    /// All ids in order, with the places of their items.
    pub(super) fn places(&self) -> impl Iterator<Item = (RecordId, usize)> {
        self.places.iter().map(|(id, place)| (*id, *place))
    }

    /// All items, as they came.
    pub(super) fn items_mut(&mut self) -> &mut Vec<T> {
        &mut self.items
    }
}

/// Items in the order of their keys.
pub(super) fn sorted_by<T>(items: Vec<T>, key: impl Fn(&T) -> String) -> Vec<T> {
    let mut keys: Vec<(String, usize)> =
        items.iter().enumerate().map(|(place, it)| (key(it), place)).collect();
    arrange::naturally(&mut keys);
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    keys.into_iter().filter_map(|(_, place)| items[place].take()).collect()
}

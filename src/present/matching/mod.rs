//! Whether a name is meant by what was typed, and how surely.
//!
//! A name is compared in its searchable [`Form`], which is made once; what is typed becomes a
//! [`Wanted`]. Letters count without case, width and accents. Chinese names are found by their
//! characters, by pinyin ("lilei", "li lei", "lil"), by initials ("ll") and by mixtures of them,
//! whatever a character of several readings is read as; Latin names by words, initials ("as" for
//! Acme Steel) and with one slip in a word of five letters or more.

mod fold;
mod form;
mod index;
mod near;
mod spelled;
mod wanted;

pub use fold::fold;
pub use form::Form;
pub use index::{Found, Index};
pub use wanted::{Rank, Ranks, Wanted};

#[cfg(test)]
mod tests;

//! The searchable form of a name.

use super::fold::fold;
use super::wanted::marks;

/// A name with what searching it needs; made once for a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    source: Box<str>,
    pub(super) signs: Box<[char]>,
    /// The letters that it can be found by, also those of readings: most names are ruled out by
    /// them alone.
    pub(super) marks: u64,
}

impl Form {
    /// The form of a name.
    pub fn of(name: &str) -> Form {
        let signs: Box<[char]> = fold(name).into_boxed_slice();
        let marks = marks(&signs, true);
        Form { source: name.into(), signs, marks }
    }

    /// The name it was made of.
    pub fn source(&self) -> &str {
        &self.source
    }
}

//! One field of one record: its value, and whatever was written to it at the same time.
//!
//! A register is a function of the set of writes it has seen, not of their order: the writes that
//! no other write replaced are its heads, the latest head is its value, the other heads are
//! conflicts.

use super::stamp::Stamp;
use crate::domain::arrange;
use crate::domain::value::Value;

/// A field's name by its place in the document's table of names.
pub(super) type NameIndex = u16;

/// A stamp by its place in the document's table of dots.
pub(super) type DotIndex = u32;

/// One field.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Register {
    pub(super) field: NameIndex,
    /// The latest head.
    pub(super) dot: DotIndex,
    /// Its value.
    pub(super) value: Value,
    /// What is seldom there.
    pub(super) rest: Option<Box<Rest>>,
}

/// The seldom part of a register.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rest {
    /// The other heads: written at the same time as the value, and earlier by their stamps.
    pub(super) others: Vec<(DotIndex, Value)>,
    /// Writes known to be replaced that have not arrived.
    pub(super) replaced: Vec<Stamp>,
}

impl Register {
    /// Every head, the value's first.
    pub(super) fn heads(&self) -> impl Iterator<Item = (DotIndex, &Value)> {
        let others = self.rest.iter().flat_map(|rest| &rest.others);
        std::iter::once((self.dot, &self.value)).chain(others.map(|(dot, value)| (*dot, value)))
    }

    /// The register of some heads; `None` where there are none.
    pub(super) fn of_heads(
        field: NameIndex,
        mut heads: Vec<(DotIndex, Value)>,
        replaced: Vec<Stamp>,
        stamp_of: impl Fn(DotIndex) -> Stamp,
    ) -> Option<Register> {
        arrange::by_key(&mut heads, |(dot, _)| std::cmp::Reverse(stamp_of(*dot)));
        let mut heads = heads.into_iter();
        let (dot, value) = heads.next()?;
        let rest = Rest { others: heads.collect(), replaced };
        let seldom = !rest.others.is_empty() || !rest.replaced.is_empty();
        Some(Register { field, dot, value, rest: seldom.then(|| Box::new(rest)) })
    }

    /// Writes known to be replaced that have not arrived.
    pub(super) fn replaced(&self) -> &[Stamp] {
        self.rest.as_ref().map_or(&[], |rest| &rest.replaced)
    }
}

//! Delimited text: which delimiter, which rows, which cells.
//!
//! Knows nothing of what the cells mean.

pub mod delimiter;
pub mod reader;
pub mod table;
pub mod write;

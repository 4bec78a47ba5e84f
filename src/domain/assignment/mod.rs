//! Handing out leads: what each pair is worth, the best assignment under capacities, and why each
//! lead went where it did.

mod asks;
pub mod books;
pub mod claim;
pub mod equity;
pub mod fit;
pub mod job;
pub mod pool;
pub mod propose;
pub mod reason;
mod room;
pub mod rules;
pub mod solve;
pub mod stuck;
pub mod weigh;
pub mod why;
pub mod wire;

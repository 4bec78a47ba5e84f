//! Handing out leads: the best assignment under capacities, and why each lead went where it did.

pub mod solve;
pub mod why;

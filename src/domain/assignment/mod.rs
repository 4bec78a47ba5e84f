//! Handing out leads: what each pair is worth, the best assignment under capacities, and why each
//! lead went where it did.

pub mod fit;
pub mod propose;
pub mod rules;
pub mod solve;
pub mod why;

//! What several test programs need: a seeded source of numbers, a storage that fails on demand,
//! and random things to do to a team's data.
#![allow(dead_code, missing_docs)]

pub mod faulty;
pub mod random;
pub mod random_plans;
pub mod team;

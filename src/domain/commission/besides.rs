//! What a plan has besides what is earned: what is taken back, kept back, advanced, and how somebody
//! new begins.

use crate::domain::exact::Exact;

/// What is taken back of a deal that is cancelled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clawback {
    /// How much of what the deal had earned.
    pub share: Exact,
    /// How long after the day it counts on; none means for ever.
    pub within: Option<Stretch>,
    /// Whether less is taken back the later it is cancelled: the part of the window that is left.
    pub prorated: bool,
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// So many days.
    Days(u32),
    /// So many months.
    Months(u32),
}

/// What is kept back of deals for a while.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Holdback {
    /// How much of what they earn.
    pub share: Exact,
    /// Until when.
    pub release: Release,
}

/// When what was kept back is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Release {
    /// So long after the day the deal counts on.
    After(Stretch),
    /// On the day the customer pays.
    Paid,
    /// Nobody has said yet.
    Open,
}

/// What is advanced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draw {
    /// How much a period pays at least.
    pub amount: i64,
    /// Whether it is taken back from what later periods earn above it.
    pub recoverable: bool,
    /// For how many periods; none means for as long as the plan holds.
    pub periods: Option<u32>,
}

/// How a period of somebody new differs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RampStep {
    /// The part of the quota that is asked.
    pub quota: Option<Exact>,
    /// The least that the period pays with salary and everything.
    pub guarantee: Option<i64>,
    /// The draw of the period.
    pub draw: Option<i64>,
}

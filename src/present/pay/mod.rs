//! View models of pay. Pay is private: nothing outside of the pay pages uses them.

pub mod accrued;
pub mod address;
mod budget;
pub mod builder;
pub mod corrections;
pub mod deal;
pub mod file;
pub mod findings;
pub mod gap;
pub mod overlap;
pub mod overview;
pub mod own;
pub mod part_period;
pub mod replay;
pub mod statement;
pub mod summary;
pub mod version;
pub mod what_if;
mod whom;

use crate::domain::commission::Plan;
use crate::domain::commission::format;
use crate::domain::commission::kept::PayPlan;
use crate::domain::workspace::Table;

/// The tables that pay is reckoned from.
pub const TABLES: [Table; 15] = [
    Table::PayPlans,
    Table::DealPays,
    Table::PaySlips,
    Table::PayTrueUps,
    Table::PayDisputes,
    Table::Settings,
    Table::People,
    Table::Teams,
    Table::Customers,
    Table::Products,
    Table::Pipelines,
    Table::Stages,
    Table::Leads,
    Table::Goals,
    Table::Rates,
];

/// The plan that is kept; none where it cannot be read.
pub fn read(plan: &PayPlan) -> Option<Plan> {
    format::plan_of_text(&plan.plan).ok()
}

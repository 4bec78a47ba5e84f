//! Page objects: what a person sees and does on one page, without selectors.

mod agenda;
mod board;
mod data;
mod frame;
mod import;
mod lead;
mod pay;
mod quotas;
mod real_team;
mod recovery;
mod search;
mod welcome;

pub use agenda::AgendaPage;
pub use board::Board;
pub use data::{DataPage, Way};
pub use frame::Frame;
pub use import::ImportPage;
pub use lead::LeadPage;
pub use pay::{PayPeriodPage, deal_of_statement};
pub use quotas::QuotasPage;
pub use real_team::RealTeam;
pub use recovery::RecoveryPage;
pub use search::Search;
pub use welcome::WelcomePage;

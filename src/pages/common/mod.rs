//! What several pages show in the same way.

mod activity_form;
mod bearer_field;
mod call_choice;
mod contacts;
mod duplicate_hint;
mod forecast_nav;
mod goal_certificate;
mod kinds;
mod leave_face;
mod move_buttons;
mod moved;
mod offered_name;
mod offers;
mod period_picker;
mod pool_field;
mod price_field;
mod refused;
mod tasks;

pub use activity_form::{ActivityDialog, ActivityForm};
pub use bearer_field::BearerField;
pub use call_choice::CallChoice;
pub use contacts::Contacts;
pub use duplicate_hint::CustomerHint;
pub use forecast_nav::ForecastNav;
pub use goal_certificate::{GoalCertificate, last_changes};
pub use kinds::Kinds;
pub use leave_face::{LeaveFace, PinForm};
pub use move_buttons::MoveButtons;
pub use moved::{Comparison, MovedSteps};
pub use offered_name::OfferedName;
pub use offers::Offers;
pub use period_picker::{PeriodPicker, current_quarter};
pub use pool_field::PoolField;
pub use price_field::PriceField;
pub use refused::Refused;
pub use tasks::{TaskDialogs, TaskForms};

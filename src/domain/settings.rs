//! What holds for the whole team: its name, currency and calendar.

use super::calendar::{Day, FiscalStart};
use super::id::{RecordId, SettingsId};
use super::money::Currency;
use super::quota::USUAL_RAMP;

record! {
    /// The team's settings.
    pub struct Settings(SettingsId) {
        /// The name of the team or company.
        name: String,
        /// The currency goals are set in and amounts without one are read in.
        currency: Option<Currency>,
        /// The month in which the fiscal year begins, 1 to 12; none means January.
        fiscal_month: Option<i64>,
        /// Weekdays on which nobody works.
        holidays: Vec<Day>,
        /// Weekend days that are worked.
        extra_working_days: Vec<Day>,
        /// Whether the data is the sample team.
        sample: bool,
        /// What a joiner carries of a full quota in the first, second … month, in thousandths; none
        /// means the usual.
        ramp: Vec<i64>,
    }
}

impl Settings {
    /// The id of the one record.
    pub const ID: SettingsId = SettingsId(RecordId(0));

    /// The month in which the fiscal year begins.
    pub fn fiscal_start(&self) -> FiscalStart {
        FiscalStart::new(self.fiscal_month.and_then(|it| u32::try_from(it).ok()).unwrap_or(1))
    }

    /// What a joiner carries of a full quota in the first, second … month, in thousandths.
    pub fn ramp_shares(&self) -> Vec<i64> {
        match self.ramp.is_empty() {
            true => USUAL_RAMP.to_vec(),
            false => self.ramp.iter().map(|it| (*it).clamp(0, 1000)).collect(),
        }
    }

    /// The currency of goals; renminbi until another is chosen.
    pub fn currency(&self) -> Currency {
        self.currency.unwrap_or(Currency::CNY)
    }
}

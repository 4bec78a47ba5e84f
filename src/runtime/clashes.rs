//! Fields that two tablets wrote at the same time, as views know them.

use leptos::prelude::*;

use super::app::App;
use super::backup;
use super::platform::clock;
use crate::domain::value::Value;
use crate::journal::stamp::Stamp;
use crate::present::data::{Clash, Device, Moment, Written};

/// A moment at this place.
pub fn moment(millis: u64) -> Moment {
    Moment { millis, ahead: clock::minutes_ahead(millis) }
}

/// The fields that two tablets wrote at the same time.
pub fn clashes(app: App) -> Vec<Clash> {
    let here = app.core.with_value(|core| core.ledger.writer().device);
    let written = |(stamp, value): (Stamp, Value)| Written {
        value,
        moment: moment(stamp.millis),
        device: if stamp.writer.device == here { Device::This } else { Device::Other },
    };
    let clash = |conflict: backup::Conflict| Clash {
        table: conflict.place.0.into(),
        id: conflict.place.1,
        field: conflict.field.into(),
        kept: written(conflict.kept),
        lost: conflict.lost.into_iter().map(written).collect(),
    };
    backup::conflicts(app).into_iter().map(clash).collect()
}

//! What the journal has of a record.

use crate::domain::id::RecordId;
use crate::domain::workspace::Table;
use crate::present::lead::Past;
use crate::runtime::app::App;
use crate::runtime::platform::clock;

/// What happened to a record, latest first.
pub(super) fn past(app: App, table: Table, id: impl Into<RecordId>) -> Vec<Past> {
    let happenings = app.history(table, id.into());
    let past = happenings.into_iter().map(|it| Past {
        millis: it.stamp.millis,
        minutes_ahead: clock::minutes_ahead(it.stamp.millis),
        label: it.label,
        fields: it.fields,
    });
    past.collect()
}

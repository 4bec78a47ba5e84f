//! The rules of rates of exchange.

use crate::domain::changes::Changes;
use crate::domain::id::RateId;
use crate::domain::label::Label;
use crate::domain::rates::Rate;
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn save(workspace: &Workspace, rate: &Rate) -> Result<Changes, Rejection> {
    let (Some(currency), Some(home), Some(_)) = (rate.currency, rate.home, rate.day) else {
        return Err(Rejection::RateIncomplete);
    };
    if currency == home {
        return Err(Rejection::RateOfHome(home));
    }
    if rate.millionths <= 0 || rate.units.is_some_and(|it| it <= 0) {
        return Err(Rejection::RateIncomplete);
    }
    let mut changes = Changes::new(Label::RateSaved(currency.to_string()));
    changes.put(workspace, rate.id(), rate);
    Ok(changes)
}

pub(super) fn delete(workspace: &Workspace, id: RateId) -> Result<Changes, Rejection> {
    let rate = workspace.rates.get(id).ok_or(Rejection::RateGone)?;
    let code = rate.currency.map(|it| it.to_string()).unwrap_or_default();
    let mut changes = Changes::new(Label::RateDeleted(code));
    changes.remove::<Rate>(workspace, id);
    Ok(changes)
}

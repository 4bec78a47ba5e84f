//! What a record adds to a figure of a forecast, and how that is reckoned: so that a sum can be done
//! again by hand.

use super::certificate::Figure;
use super::{ForecastView, assumed};
use crate::domain::id::LeadId;
use crate::domain::outlook::Chance;
use crate::domain::rates::Rates;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// What a record adds, and how that is reckoned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// What it adds.
    pub amount: String,
    /// How that is reckoned; empty where it is all of it.
    pub how: String,
}

/// What a lead adds to a figure; `None` where that is its whole amount, as it stands.
pub fn added(
    workspace: &Workspace,
    lang: Lang,
    view: &ForecastView,
    figure: Figure,
    id: LeadId,
) -> Option<Added> {
    let lead = workspace.leads.get(id)?;
    match figure {
        Figure::Stage(_) => Some(Added {
            amount: lang.leads_outcome_of(lead.outcome(workspace)).to_owned(),
            how: String::new(),
        }),
        Figure::StageOpen(_) => None,
        Figure::Assumption(of) => assumed::added(workspace, lang, view, of, id),
        Figure::Fresh => came(lang, view, id),
        Figure::Open | Figure::Landing | Figure::Low | Figure::High | Figure::Chance
            if view.outlook.chance(id).is_some() =>
        {
            let chance = view.outlook.chance(id)?;
            Some(open(lang, view, chance, lead.amount.is_none()))
        }
        _ => {
            // A lead that was won, in the currency of the figure.
            let own = lead.amount.filter(|it| it.currency != view.currency)?;
            let worth = Rates::on(workspace, view.today).convert_to(own, view.currency)?;
            let how = lang.forecast_added_converted(&format::money(lang, own));
            Some(Added { amount: format::money(lang, worth), how })
        }
    }
}

fn tenths(lang: Lang, share: f64) -> String {
    format::percent(lang, (share * 1000.0).round() as i64)
}

fn open(lang: Lang, view: &ForecastView, chance: &Chance, is_estimated: bool) -> Added {
    let worth = format::money(lang, view.money(chance.amount));
    let worth = match is_estimated {
        true => lang.forecast_added_estimated(&worth),
        false => worth,
    };
    let (odds, by_age) = (tenths(lang, chance.odds), tenths(lang, chance.by_age));
    let how = match chance.age {
        Some(days) => lang.forecast_added(&worth, &odds, days, &by_age),
        None => lang.forecast_added_undated(&worth, &odds, &by_age),
    };
    Added { amount: format::money(lang, view.money(chance.brings())), how }
}

/// What a lead that came in earlier stretches adds to their mean.
fn came(lang: Lang, view: &ForecastView, id: LeadId) -> Option<Added> {
    let came = view.outlook.came.iter().find(|it| it.lead == id)?;
    let (times, stretches) = (came.times as i64, view.outlook.fresh.len() as i64);
    let part = came.amount.saturating_mul(times) as f64 / stretches.max(1) as f64;
    let worth = format::money(lang, view.money(came.amount));
    Some(Added {
        amount: format::money(lang, view.money(part.round() as i64)),
        how: lang.forecast_added_came(&worth, times, stretches),
    })
}

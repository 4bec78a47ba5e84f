//! How what is assumed was computed, and of which leads it is a part.

use super::{Assumed, Base, adds};
use crate::domain::arrange;
use crate::domain::id::{AssumptionId, LeadId};
use crate::domain::money::{Money, share};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::forecast::ForecastView;
use crate::present::forecast::added::Added;
use crate::present::forecast::words::about;
use crate::present::format;
use crate::present::goals::certificate::Certificate;
use crate::present::market::effect;

fn input(name: &str, value: String) -> (String, String) {
    (name.to_owned(), value)
}

/// An amount with its sign.
fn signed(lang: Lang, amount: Money) -> String {
    let sign = if 0 < amount.minor { "+" } else { "" };
    [sign, &format::money(lang, amount)].concat()
}

/// Where a period is likely to land with the assumptions that are on.
pub(in crate::present::forecast) fn of_sum(
    workspace: &Workspace,
    lang: Lang,
    view: &ForecastView,
) -> Option<Certificate> {
    let found = Assumed::new(workspace, lang, view, view.bearer)?;
    let mut inputs = vec![input(lang.assumed_plain(), about(lang, found.plain))];
    let on = found.rows.iter().filter(|it| it.on);
    inputs.extend(on.filter_map(|it| Some((it.name.clone(), signed(lang, it.adds?)))));
    inputs.push(input(lang.forecast_input_low(), about(lang, found.range.0)));
    inputs.push(input(lang.forecast_input_high(), about(lang, found.range.1)));
    Some(Certificate {
        title: [lang.assumed_with(), &format::period(lang, view.period)].join(" · "),
        value: about(lang, found.with),
        formula: lang.assumed_formula_with().to_owned(),
        inputs,
        notes: vec![lang.assumed_how().to_owned()],
        leads: Vec::new(),
    })
}

/// What one assumption adds.
pub(in crate::present::forecast) fn of_one(
    workspace: &Workspace,
    lang: Lang,
    view: &ForecastView,
    id: AssumptionId,
) -> Option<Certificate> {
    let it = workspace.assumptions.get(id)?;
    let (adds, base) = (adds(workspace, it, view)?, Base::of(workspace, it, view)?);
    let fresh = view.money(base.fresh.round() as i64);
    let mut inputs = Vec::new();
    let mut leads = Vec::new();
    let formula = match it.permille {
        Some(part) if part != 0 => {
            let of = format::money(lang, view.money(base.sum()));
            inputs.push(input(lang.assumed_input_of(), of.clone()));
            inputs.push(input(lang.forecast_from_fresh(), format::money(lang, fresh)));
            leads = base.leads;
            let part = format::percent(lang, part);
            lang.assumed_formula_part(&part, &of)
        }
        _ => lang.assumed_formula_amount().to_owned(),
    };
    arrange::by(&mut leads, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    Some(Certificate {
        title: [&*it.name, &format::period(lang, view.period)].join(" · "),
        value: signed(lang, adds),
        formula,
        inputs,
        notes: vec![effect(workspace, lang, it)],
        leads: leads.into_iter().map(|(id, _)| id).collect(),
    })
}

/// What a lead adds to what an assumption does.
pub(in crate::present::forecast) fn added(
    workspace: &Workspace,
    lang: Lang,
    view: &ForecastView,
    id: AssumptionId,
    lead: LeadId,
) -> Option<Added> {
    let it = workspace.assumptions.get(id)?;
    let (part, base) = (it.permille?, Base::of(workspace, it, view)?);
    let brings = base.leads.iter().find(|it| it.0 == lead)?.1.round() as i64;
    let money = |minor| format::money(lang, view.money(minor));
    Some(Added {
        amount: money(share(brings, part, 1000)),
        how: lang.assumed_added(&money(brings), &format::percent(lang, part)),
    })
}

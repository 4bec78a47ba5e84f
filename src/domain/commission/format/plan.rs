//! Plans as they are read.

use super::keys::{Keys, Why, Wrong, wrong};
use super::part;
use crate::domain::calendar::Day;
use crate::domain::commission::cycle::Cycle;
use crate::domain::commission::plan::{
    Axis, Clawback, CountedOn, Draw, Holdback, Negative, Plan, RampStep, Release, Stretch,
};
use crate::domain::exact::Exact;

pub(super) const CYCLES: [(&str, Cycle); 4] = [
    ("once", Cycle::Once),
    ("month", Cycle::Month),
    ("quarter", Cycle::Quarter),
    ("year", Cycle::Year),
];

pub(super) const AXES: [(&str, Axis); 4] = [
    ("amount", Axis::Amount),
    ("margin", Axis::Margin),
    ("count", Axis::Count),
    ("quantity", Axis::Quantity),
];

pub(super) const COUNTED_ON: [(&str, CountedOn); 2] =
    [("signed", CountedOn::Signed), ("paid", CountedOn::Paid)];

pub(super) const NEGATIVE: [(&str, Negative); 2] =
    [("pay", Negative::Pay), ("carry", Negative::Carry)];

pub(super) fn read(keys: &Keys) -> Result<Plan, Wrong> {
    let currency = keys.text("currency")?;
    let currency = keys.need("currency", currency)?.parse();
    let Ok(currency) = currency else { return keys.fail("currency", Why::NotACurrency) };
    let mut plan = Plan::blank(currency, keys.word("period", &CYCLES)?);
    let digits = plan.currency.digits();
    if let Some(month) = keys.count("year_starts")? {
        if 12 < month {
            return keys.fail("year_starts", Why::OutOfRange("1", "12"));
        }
        plan.year_starts = month;
    }
    plan.counted_on = keys.word("counted_on", &COUNTED_ON)?;
    plan.quota_in = keys.word("quota_in", &AXES)?;
    plan.negative = keys.word("negative", &NEGATIVE)?;
    (plan.from, plan.until) = days(keys)?;
    plan.signed_from = keys.day("signed_from")?;
    if plan.signed_from.is_some() && plan.counted_on == CountedOn::Signed {
        return keys.fail("signed_from", Why::NotTogether("signed_from", "counted_on"));
    }
    plan.prorated = keys.yes("prorated")?;
    plan.salary = keys.sum("salary", digits)?.unwrap_or(0);
    plan.cap = keys.sum("cap", digits)?;
    plan.floor = keys.sum("floor", digits)?;
    plan.guarantee = keys.sum("guarantee", digits)?;
    if plan.cap.zip(plan.floor).is_some_and(|(cap, floor)| cap < floor) {
        return keys.fail("floor", Why::NotTogether("floor", "cap"));
    }
    let components = keys.objects("components")?;
    plan.components =
        components.into_iter().map(|it| part::read(it, digits)).collect::<Result<_, _>>()?;
    plan.clawback = keys.object("clawback")?.map(clawback).transpose()?;
    plan.holdback = keys.object("holdback")?.map(holdback).transpose()?;
    plan.draw = keys.object("draw")?.map(|it| draw(it, digits)).transpose()?;
    let ramp = keys.objects("ramp")?;
    plan.ramp = ramp.into_iter().map(|it| ramp_step(it, digits)).collect::<Result<_, _>>()?;
    keys.done()?;
    Ok(plan)
}

/// The first and the last day on which something holds.
pub(super) fn days(keys: &Keys) -> Result<(Option<Day>, Option<Day>), Wrong> {
    let (from, until) = (keys.day("from")?, keys.day("until")?);
    match from.zip(until) {
        Some((from, until)) if until < from => keys.fail("until", Why::NotAbove),
        _ => Ok((from, until)),
    }
}

fn clawback(keys: Keys<'_>) -> Result<Clawback, Wrong> {
    let share = keys.share("share")?.unwrap_or(Exact::ONE);
    let (days, months) = (keys.count("within_days")?, keys.count("within_months")?);
    let prorated = keys.yes("prorated")?;
    let within = match (days, months) {
        (Some(_), Some(_)) => {
            return keys.fail("within_days", Why::NotTogether("within_days", "within_months"));
        }
        (Some(days), None) => Some(Stretch::Days(days)),
        (None, Some(months)) => Some(Stretch::Months(months)),
        (None, None) if prorated => {
            return Err(wrong(&keys.at, Why::OneOf(vec!["within_days", "within_months"])));
        }
        (None, None) => None,
    };
    keys.done()?;
    Ok(Clawback { share, within, prorated })
}

fn holdback(keys: Keys) -> Result<Holdback, Wrong> {
    let share = keys.share("share")?;
    let share = keys.need("share", share)?;
    let (days, months) = (keys.count("release_after_days")?, keys.count("release_after_months")?);
    let paid = keys.yes("release_when_paid")?;
    let release = match (days, months, paid) {
        (None, None, false) => Release::Open,
        (Some(days), None, false) => Release::After(Stretch::Days(days)),
        (None, Some(months), false) => Release::After(Stretch::Months(months)),
        (None, None, true) => Release::Paid,
        _ => {
            let keys_of = ["release_after_days", "release_after_months", "release_when_paid"];
            return Err(wrong(&keys.at, Why::OneOf(keys_of.to_vec())));
        }
    };
    keys.done()?;
    Ok(Holdback { share, release })
}

fn draw(keys: Keys, digits: u32) -> Result<Draw, Wrong> {
    let amount = keys.sum("amount", digits)?;
    let amount = keys.need("amount", amount)?;
    if !keys.has("recoverable") {
        return Err(wrong(&keys.at, Why::Missing("recoverable")));
    }
    let (recoverable, periods) = (keys.yes("recoverable")?, keys.count("periods")?);
    keys.done()?;
    Ok(Draw { amount, recoverable, periods })
}

fn ramp_step(keys: Keys, digits: u32) -> Result<RampStep, Wrong> {
    let quota = keys.positive("quota")?;
    let (guarantee, draw) = (keys.sum("guarantee", digits)?, keys.sum("draw", digits)?);
    keys.done()?;
    Ok(RampStep { quota, guarantee, draw })
}

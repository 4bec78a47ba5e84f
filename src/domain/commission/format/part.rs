//! Parts of plans as they are read.

use super::keys::{Keys, Why, Wrong, wrong};
use super::number;
use super::plan::days;
use crate::domain::commission::plan::{
    Axis, Between, Bonus, Component, Earning, Filled, Measure, Measured, Mode, Only, Over, Pays,
    Pool, Price, Reached, Shares, Spiff, Threshold, ThresholdPays, Tier, TierPrice, Tiers, Whose,
};
use crate::domain::exact::Exact;

/// What a part of a plan pays, by name.
#[derive(Clone, Copy)]
pub(super) enum Name {
    Commission,
    Bonus,
    Spiff,
    Pool,
}

pub(super) const NAMES: [(&str, Name); 4] = [
    ("commission", Name::Commission),
    ("bonus", Name::Bonus),
    ("spiff", Name::Spiff),
    ("pool", Name::Pool),
];

pub(super) const WHOSE: [(&str, Whose); 3] =
    [("own", Whose::Own), ("team", Whose::Team), ("below", Whose::Below)];

pub(super) const MODES: [(&str, Mode); 2] =
    [("marginal", Mode::Marginal), ("retroactive", Mode::Retroactive)];

pub(super) const MEASURED: [(&str, Measured); 2] = [("own", Measured::Own), ("all", Measured::All)];

pub(super) const OVER: [(&str, Over); 4] = [
    ("period", Over::Period),
    ("year", Over::Year),
    ("year_to_date", Over::YearToDate),
    ("deal", Over::Deal),
];

pub(super) const REACHED: [(&str, Reached); 2] = [("at", Reached::At), ("above", Reached::Above)];

pub(super) const THRESHOLD_PAYS: [(&str, ThresholdPays); 2] =
    [("all", ThresholdPays::All), ("excess", ThresholdPays::Excess)];

pub(super) const BETWEEN: [(&str, Between); 3] =
    [("steps", Between::Steps), ("sum", Between::Sum), ("line", Between::Line)];

/// What something is measured by, and whether as a part of the amount; none is attainment.
pub(super) const BY: [(&str, (Option<Axis>, bool)); 6] = [
    ("amount", (Some(Axis::Amount), false)),
    ("margin", (Some(Axis::Margin), false)),
    ("count", (Some(Axis::Count), false)),
    ("quantity", (Some(Axis::Quantity), false)),
    ("attainment", (None, false)),
    ("margin_share", (Some(Axis::Margin), true)),
];

pub(super) fn read(keys: Keys, digits: u32) -> Result<Component, Wrong> {
    let name = keys.text("name")?.unwrap_or_default().to_owned();
    let kind = keys.word("kind", &NAMES)?;
    let of = keys.word("of", &WHOSE)?;
    let (from, until) = days(&keys)?;
    let (products, classes) = (keys.texts("products")?, keys.texts("classes")?);
    let only = Only { products, classes, rest: keys.yes("rest")?, from, until };
    let uncapped = keys.yes("uncapped")?;
    let pays = match kind {
        Name::Commission => Pays::Commission(earning(&keys, digits)?),
        Name::Bonus => Pays::Bonus(bonus(&keys, digits)?),
        Name::Spiff => Pays::Spiff(spiff(&keys, digits)?),
        Name::Pool => Pays::Pool(pool(&keys, digits)?),
    };
    keys.done()?;
    Ok(Component { name, of, only, pays, uncapped })
}

/// The scale of what a measure is measured in: amounts are written in major units.
fn scale(measure: Measure, digits: u32) -> Exact {
    if measure.is_in_money() { Exact::whole(10_i128.pow(digits)) } else { Exact::ONE }
}

fn scaled(keys: &Keys, key: &'static str, by: Exact) -> Result<Option<Exact>, Wrong> {
    let Some(number) = keys.positive(key)? else { return Ok(None) };
    number.times(by).map(Some).ok_or_else(|| wrong(&keys.at(key), Why::NotANumber))
}

fn measure(keys: &Keys) -> Result<Measure, Wrong> {
    let (axis, of_amount) = keys.word("by", &BY)?;
    let over = keys.word("over", &OVER)?;
    // One deal is neither several nor a part of a quota, and only it has one margin.
    let is_of_deal = over == Over::Deal;
    let fits = match (axis, of_amount) {
        (_, true) => is_of_deal,
        (None | Some(Axis::Count), false) => !is_of_deal,
        _ => true,
    };
    if !fits {
        return keys.fail("by", Why::NotTogether("by", "over"));
    }
    let (of, reached) = (keys.word("of", &MEASURED)?, keys.word("reached", &REACHED)?);
    Ok(Measure { axis, of_amount, of, over, reached })
}

fn earning(keys: &Keys, digits: u32) -> Result<Earning, Wrong> {
    let each = keys.has("each") || keys.has("per");
    let base = match each {
        true => keys.word("per", &[("deal", Axis::Count), ("unit", Axis::Quantity)])?,
        false => keys.word("base", &[("amount", Axis::Amount), ("margin", Axis::Margin)])?,
    };
    if each && keys.has("base") {
        return keys.fail("base", Why::NotTogether("base", "each"));
    }
    let price = price(keys, digits)?;
    let tiers = keys.object("tiers")?.map(|it| tiers(it, each, price.is_some(), digits));
    let tiers = tiers.transpose()?;
    if price.is_none() && tiers.is_none() {
        return Err(wrong(&keys.at, Why::OneOf(vec!["rate", "target", "each", "tiers"])));
    }
    let threshold = keys.object("threshold")?.map(|it| threshold(it, digits)).transpose()?;
    if let (Some(tiers), Some(threshold)) = (&tiers, &threshold) {
        let (a, b) = (tiers.measure, threshold.measure);
        let alike = a.over == b.over
            && (threshold.pays == ThresholdPays::All
                || (a.axis, a.of_amount, a.of) == (b.axis, b.of_amount, b.of));
        if !alike {
            return keys.fail("threshold", Why::MeasuredApart);
        }
    }
    let (cap, floor) = (keys.sum("cap", digits)?, keys.sum("floor", digits)?);
    if cap.zip(floor).is_some_and(|(cap, floor)| cap < floor) {
        return keys.fail("floor", Why::NotTogether("floor", "cap"));
    }
    let deal_cap = keys.sum("deal_cap", digits)?;
    let deal_floor = keys.sum("deal_floor", digits)?;
    if deal_cap.zip(deal_floor).is_some_and(|(cap, floor)| cap < floor) {
        return keys.fail("deal_floor", Why::NotTogether("deal_floor", "deal_cap"));
    }
    Ok(Earning { base, price, tiers, threshold, cap, floor, deal_cap, deal_floor })
}

fn price(keys: &Keys, digits: u32) -> Result<Option<Price>, Wrong> {
    let major = Exact::whole(10_i128.pow(digits));
    let rate = keys.positive("rate")?.map(Price::Flat);
    let target = keys.sum("target", digits)?.map(Price::Target);
    let each = scaled(keys, "each", major)?.map(Price::Flat);
    match [rate, target, each].into_iter().flatten().collect::<Vec<_>>()[..] {
        [] => Ok(None),
        [price] => Ok(Some(price)),
        _ => Err(wrong(&keys.at, Why::OneOf(vec!["rate", "target", "each"]))),
    }
}

fn tiers(keys: Keys, each: bool, priced: bool, digits: u32) -> Result<Tiers, Wrong> {
    let measure = measure(&keys)?;
    let mode = match (keys.word("mode", &MODES)?, measure.of_amount) {
        // No deal lies in several margins.
        (Mode::Marginal, true) if keys.has("mode") => {
            return keys.fail("mode", Why::NotTogether("mode", "by"));
        }
        (_, true) => Mode::Retroactive,
        (mode, false) => mode,
    };
    let mut steps: Vec<Tier> = Vec::new();
    for step in keys.objects("steps")? {
        let tier = tier(&step, each, priced, (measure, digits))?;
        if steps.last().is_some_and(|before| tier.from <= before.from) {
            return step.fail("from", Why::NotAbove);
        }
        steps.push(tier);
        step.done()?;
    }
    if steps.is_empty() {
        return keys.fail("steps", Why::Empty);
    }
    keys.done()?;
    Ok(Tiers { mode, measure, steps })
}

fn tier(
    keys: &Keys,
    each: bool,
    priced: bool,
    (measure, digits): (Measure, u32),
) -> Result<Tier, Wrong> {
    let by = scale(measure, digits);
    let from = scaled(keys, "from", by)?;
    let from = keys.need("from", from)?;
    let to = scaled(keys, "to", by)?;
    if to.is_some_and(|to| to <= from) {
        return keys.fail("to", Why::NotAbove);
    }
    let own = if each { "each" } else { "rate" };
    let allowed: &[&'static str] = if priced { &[own, "times"] } else { &[own] };
    let all: &[&'static str] = if priced { &["rate", "each", "times"] } else { &["rate", "each"] };
    let said = keys.one_of(all)?;
    if !allowed.contains(&said) {
        return Err(wrong(&keys.at, Why::OneOf(allowed.to_vec())));
    }
    let major = if each { Exact::whole(10_i128.pow(digits)) } else { Exact::ONE };
    let flat = match own {
        "each" => scaled(keys, "each", major)?,
        _ => keys.positive("rate")?,
    };
    let times = keys.positive("times")?;
    let price = flat.map(TierPrice::Flat).or(times.map(TierPrice::Times));
    Ok(Tier { from, to, price: keys.need(own, price)? })
}

fn threshold(keys: Keys, digits: u32) -> Result<Threshold, Wrong> {
    let measure = measure(&keys)?;
    let at = scaled(&keys, "at", scale(measure, digits))?;
    let at = keys.need("at", at)?;
    let pays = keys.word("pays", &THRESHOLD_PAYS)?;
    if measure.of_amount && pays == ThresholdPays::Excess {
        return keys.fail("pays", Why::NotTogether("pays", "by"));
    }
    keys.done()?;
    Ok(Threshold { at, measure, pays })
}

fn bonus(keys: &Keys, digits: u32) -> Result<Bonus, Wrong> {
    let own = keys.object("measure")?;
    let own = keys.need("measure", own)?;
    let measure = measure(&own)?;
    if measure.over == Over::Deal {
        return own.fail("over", Why::NotOneOf(vec!["period", "year", "year_to_date"]));
    }
    own.done()?;
    let target = keys.sum("target", digits)?;
    let between = keys.word("between", &BETWEEN)?;
    let mut levels: Vec<(Exact, Exact)> = Vec::new();
    for level in keys.objects("levels")? {
        let at = scaled(&level, "from", scale(measure, digits))?;
        let at = level.need("from", at)?;
        if levels.last().is_some_and(|(before, _)| at <= *before) {
            return level.fail("from", Why::NotAbove);
        }
        let pays = match (target, level.sum("amount", digits)?, level.positive("share")?) {
            (_, Some(amount), None) => Exact::whole(amount.into()),
            (Some(target), None, Some(share)) => {
                let pays = Exact::whole(target.into()).times(share);
                Exact::whole(level.need("share", pays)?.rounded().into())
            }
            (None, None, Some(_)) => return Err(wrong(&keys.at, Why::Missing("target"))),
            _ => return Err(wrong(&level.at, Why::OneOf(vec!["amount", "share"]))),
        };
        levels.push((at, pays));
        level.done()?;
    }
    if levels.is_empty() {
        return keys.fail("levels", Why::Empty);
    }
    Ok(Bonus { measure, levels, between })
}

fn spiff(keys: &Keys, digits: u32) -> Result<Spiff, Wrong> {
    let each = keys.sum("each", digits)?;
    let each = keys.need("each", each)?;
    let per = keys.word("per", &[("deal", Axis::Count), ("unit", Axis::Quantity)])?;
    let at_least = keys.sum("at_least", digits)?;
    Ok(Spiff { each, per, at_least, first: keys.count("first")?.map(i64::from) })
}

fn pool(keys: &Keys, digits: u32) -> Result<Pool, Wrong> {
    let shares = shares(keys)?;
    let filled = match keys.sum("amount", digits)? {
        Some(amount) => {
            let other = ["rate", "target", "each", "tiers"].into_iter().find(|it| keys.has(it));
            if let Some(other) = other {
                return keys.fail("amount", Why::NotTogether("amount", other));
            }
            Filled::Amount(amount)
        }
        None => Filled::Earning(earning(keys, digits)?),
    };
    Ok(Pool { filled, shares })
}

fn shares(keys: &Keys) -> Result<Shares, Wrong> {
    let Some(value) = keys.get("shares") else { return Ok(Shares::Equal) };
    let at = keys.at("shares");
    if let Some(text) = value.as_str() {
        return match text {
            "equal" => Ok(Shares::Equal),
            "sales" => Ok(Shares::Sales),
            _ => Err(wrong(&at, Why::NotOneOf(vec!["equal", "sales"]))),
        };
    }
    let Some(map) = value.as_object() else { return Err(wrong(&at, Why::NotAnObject)) };
    let share = |(name, it): (&String, &serde_json::Value)| {
        let share = number::read(it).filter(|it| Exact::ZERO <= *it && *it <= Exact::ONE);
        let at = format!("{at}.{name}");
        Ok((name.clone(), share.ok_or_else(|| wrong(&at, Why::OutOfRange("0", "1")))?))
    };
    let given: Vec<(String, Exact)> = map.iter().map(share).collect::<Result<_, Wrong>>()?;
    let sum = given.iter().try_fold(Exact::ZERO, |sum, (_, it)| sum.plus(*it));
    if sum != Some(Exact::ONE) {
        return Err(wrong(&at, Why::SharesNotWhole));
    }
    Ok(Shares::Given(given))
}

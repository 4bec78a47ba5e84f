//! Plans as they are written: what a reader would assume anyway is left out.

use serde_json::{Map, Value, json};

use super::number::{print, print_major};
use super::part::{BETWEEN, BY, MEASURED, MODES, OVER, REACHED, THRESHOLD_PAYS, WHOSE};
use super::plan::{AXES, COUNTED_ON, CYCLES, NEGATIVE};
use crate::domain::commission::plan::{
    Axis, Bonus, Clawback, Component, Earning, Filled, Holdback, Measure, Pays, Plan, Pool, Price,
    Release, Shares, Stretch, TierPrice, Tiers,
};
use crate::domain::exact::Exact;

/// An object in the making.
#[derive(Default)]
struct Made(Map<String, Value>);

impl Made {
    fn put(&mut self, key: &str, value: impl Into<Value>) {
        self.0.insert(key.to_owned(), value.into());
    }

    fn put_some<T: Into<Value>>(&mut self, key: &str, value: Option<T>) {
        if let Some(value) = value {
            self.put(key, value);
        }
    }

    /// The word for something; none for the first of the words, which is assumed.
    fn word<T: PartialEq>(&mut self, key: &str, words: &[(&str, T)], it: T) {
        let place = words.iter().position(|(_, own)| *own == it);
        if let Some(place) = place.filter(|it| *it != 0) {
            self.put(key, words[place].0);
        }
    }
}

pub(super) fn plan(plan: &Plan) -> Value {
    let digits = plan.currency.digits();
    let amount = |minor: i64| print_major(Exact::whole(minor.into()), digits);
    let mut made = Made::default();
    made.put("currency", plan.currency.code());
    made.word("period", &CYCLES, plan.cycle);
    made.put_some("year_starts", (plan.year_starts != 1).then_some(plan.year_starts));
    made.word("counted_on", &COUNTED_ON, plan.counted_on);
    made.word("quota_in", &AXES, plan.quota_in);
    made.word("negative", &NEGATIVE, plan.negative);
    made.put_some("from", plan.from.map(|it| it.to_string()));
    made.put_some("until", plan.until.map(|it| it.to_string()));
    made.put_some("signed_from", plan.signed_from.map(|it| it.to_string()));
    made.put_some("prorated", plan.prorated.then_some(true));
    made.put_some("salary", (plan.salary != 0).then(|| amount(plan.salary)));
    made.put_some("cap", plan.cap.map(amount));
    made.put_some("floor", plan.floor.map(amount));
    made.put_some("guarantee", plan.guarantee.map(amount));
    let components: Vec<Value> = plan.components.iter().map(|it| component(it, digits)).collect();
    made.put("components", components);
    made.put_some("clawback", plan.clawback.map(clawback));
    made.put_some("holdback", plan.holdback.map(holdback));
    if let Some(draw) = plan.draw {
        let mut own = Made::default();
        own.put("amount", amount(draw.amount));
        own.put("recoverable", draw.recoverable);
        own.put_some("periods", draw.periods);
        made.put("draw", own.0);
    }
    let step = |it: &crate::domain::commission::plan::RampStep| {
        let mut own = Made::default();
        own.put_some("quota", it.quota.map(print));
        own.put_some("guarantee", it.guarantee.map(amount));
        own.put_some("draw", it.draw.map(amount));
        Value::Object(own.0)
    };
    let ramp: Vec<Value> = plan.ramp.iter().map(step).collect();
    made.put_some("ramp", (!ramp.is_empty()).then_some(ramp));
    Value::Object(made.0)
}

fn clawback(clawback: Clawback) -> Value {
    let mut made = Made::default();
    made.put("share", print(clawback.share));
    match clawback.within {
        Some(Stretch::Days(days)) => made.put("within_days", days),
        Some(Stretch::Months(months)) => made.put("within_months", months),
        None => {}
    }
    made.put_some("prorated", clawback.prorated.then_some(true));
    Value::Object(made.0)
}

fn holdback(holdback: Holdback) -> Value {
    let mut made = Made::default();
    made.put("share", print(holdback.share));
    match holdback.release {
        Release::After(Stretch::Days(days)) => made.put("release_after_days", days),
        Release::After(Stretch::Months(months)) => made.put("release_after_months", months),
        Release::Paid => made.put("release_when_paid", true),
        Release::Open => {}
    }
    Value::Object(made.0)
}

fn component(component: &Component, digits: u32) -> Value {
    let mut made = Made::default();
    made.put_some("name", (!component.name.is_empty()).then(|| component.name.clone()));
    made.word("of", &WHOSE, component.of);
    let only = &component.only;
    let list = |it: &Vec<String>| (!it.is_empty()).then(|| json!(it));
    made.put_some("products", list(&only.products));
    made.put_some("classes", list(&only.classes));
    made.put_some("rest", only.rest.then_some(true));
    made.put_some("from", only.from.map(|it| it.to_string()));
    made.put_some("until", only.until.map(|it| it.to_string()));
    made.put_some("uncapped", component.uncapped.then_some(true));
    match &component.pays {
        Pays::Commission(it) => earning(&mut made, it, digits),
        Pays::Bonus(it) => bonus(&mut made, it, digits),
        Pays::Spiff(it) => {
            let amount = |minor: i64| print_major(Exact::whole(minor.into()), digits);
            made.put("kind", "spiff");
            made.put("each", amount(it.each));
            made.put_some("per", (it.per == Axis::Quantity).then_some("unit"));
            made.put_some("at_least", it.at_least.map(amount));
            made.put_some("first", it.first);
        }
        Pays::Pool(it) => pool(&mut made, it, digits),
    }
    Value::Object(made.0)
}

/// A measured number as it is written.
fn measured(number: Exact, measure: Measure, digits: u32) -> String {
    if measure.is_in_money() { print_major(number, digits) } else { print(number) }
}

fn measure(made: &mut Made, measure: Measure) {
    made.word("by", &BY, (measure.axis, measure.of_amount));
    made.word("of", &MEASURED, measure.of);
    made.word("over", &OVER, measure.over);
    made.word("reached", &REACHED, measure.reached);
}

fn earning(made: &mut Made, earning: &Earning, digits: u32) {
    let amount = |minor: i64| print_major(Exact::whole(minor.into()), digits);
    let each = matches!(earning.base, Axis::Count | Axis::Quantity);
    match earning.base {
        Axis::Amount => {}
        Axis::Margin => made.put("base", "margin"),
        // Said even where it is assumed: tiers alone do not tell.
        Axis::Count => made.put("per", "deal"),
        Axis::Quantity => made.put("per", "unit"),
    }
    match earning.price {
        None => {}
        Some(Price::Flat(price)) if each => made.put("each", print_major(price, digits)),
        Some(Price::Flat(price)) => made.put("rate", print(price)),
        Some(Price::Target(target)) => made.put("target", amount(target)),
    }
    made.put_some("tiers", earning.tiers.as_ref().map(|it| tiers(it, each, digits)));
    if let Some(threshold) = earning.threshold {
        let mut own = Made::default();
        measure(&mut own, threshold.measure);
        own.put("at", measured(threshold.at, threshold.measure, digits));
        own.word("pays", &THRESHOLD_PAYS, threshold.pays);
        made.put("threshold", own.0);
    }
    made.put_some("cap", earning.cap.map(amount));
    made.put_some("floor", earning.floor.map(amount));
    made.put_some("deal_cap", earning.deal_cap.map(amount));
    made.put_some("deal_floor", earning.deal_floor.map(amount));
}

fn tiers(tiers: &Tiers, each: bool, digits: u32) -> Value {
    let mut made = Made::default();
    made.word("mode", &MODES, tiers.mode);
    measure(&mut made, tiers.measure);
    let by = tiers.measure;
    let step = |it: &crate::domain::commission::plan::Tier| {
        let mut own = Made::default();
        own.put("from", measured(it.from, by, digits));
        own.put_some("to", it.to.map(|it| measured(it, by, digits)));
        match it.price {
            TierPrice::Flat(price) if each => own.put("each", print_major(price, digits)),
            TierPrice::Flat(price) => own.put("rate", print(price)),
            TierPrice::Times(times) => own.put("times", print(times)),
        }
        Value::Object(own.0)
    };
    made.put("steps", tiers.steps.iter().map(step).collect::<Vec<_>>());
    Value::Object(made.0)
}

fn bonus(made: &mut Made, bonus: &Bonus, digits: u32) {
    made.put("kind", "bonus");
    let mut own = Made::default();
    measure(&mut own, bonus.measure);
    made.put("measure", own.0);
    made.word("between", &BETWEEN, bonus.between);
    let level = |(at, pays): &(Exact, Exact)| {
        let mut own = Made::default();
        own.put("from", measured(*at, bonus.measure, digits));
        own.put("amount", print_major(*pays, digits));
        Value::Object(own.0)
    };
    made.put("levels", bonus.levels.iter().map(level).collect::<Vec<_>>());
}

fn pool(made: &mut Made, pool: &Pool, digits: u32) {
    match &pool.filled {
        Filled::Amount(amount) => {
            made.put("amount", print_major(Exact::whole((*amount).into()), digits));
        }
        Filled::Earning(it) => earning(made, it, digits),
    }
    made.put("kind", "pool");
    match &pool.shares {
        Shares::Equal => {}
        Shares::Sales => made.put("shares", "sales"),
        Shares::Given(given) => {
            let shares: Map<String, Value> =
                given.iter().map(|(name, it)| (name.clone(), print(*it).into())).collect();
            made.put("shares", shares);
        }
    }
}

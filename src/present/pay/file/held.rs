//! Lines as the script of the file reads them, and what it holds them against.

use serde_json::{Value, json};

use super::steps::Shown;
use crate::domain::commission::cycle::Turn;
use crate::domain::commission::format::{print_number, print_sum};
use crate::domain::commission::kept::KeptLine;
use crate::domain::commission::plan::{Axis, Between, Mode, Pays, Reached};
use crate::domain::commission::proof::{
    BonusProof, DealProof, EachProof, MeasuredProof, MeasuredTurn, PartProof, Step, ThresholdProof,
};
use crate::domain::commission::{Kind, Plan};
use crate::domain::exact::Exact;
use crate::domain::id::LeadId;
use crate::present::pay::statement::LineProof;

/// A line as the script reads it.
pub(super) fn written(plan: &Plan, it: &KeptLine, part: Option<usize>) -> Value {
    let each = it.rate.strip_prefix("× ");
    let component = part.and_then(|it| plan.components.get(it));
    let is_counted = match it.kind {
        Kind::Bonus => component.is_some_and(|it| match &it.pays {
            Pays::Bonus(bonus) => !matches!(bonus.measure.axis, Some(Axis::Amount | Axis::Margin)),
            _ => false,
        }),
        Kind::Threshold => {
            let threshold = component.and_then(|it| it.pays.earning()?.threshold);
            threshold.is_some_and(|it| {
                let axis = it.measure.axis.unwrap_or(plan.quota_in);
                it.measure.of_amount || matches!(axis, Axis::Count | Axis::Quantity)
            })
        }
        _ => each.is_some(),
    };
    json!({
        "kind": it.kind.to_string(),
        "amount": it.amount.to_string(),
        "name": it.component,
        "base": it.base,
        "money": !is_counted,
        "foreign": it.kind == Kind::Converted,
        "rate": each.unwrap_or(&it.rate),
        "each": each.is_some(),
        "part": part,
        "uncapped": component.is_some_and(|it| it.uncapped),
        "key": it.lead.map(|it| it.to_string()).unwrap_or_default(),
    })
}

/// What the lines can be held against.
pub(super) fn held(known: &LineProof, told: &mut Value, (plan, shown): (&Plan, &mut Shown)) {
    let LineProof { proof, silent, leads, .. } = known;
    let silent = silent.iter().map(|(place, it)| written(plan, it, proof.lines[*place].component));
    told["silent"] = silent.collect();
    let part = |it: &PartProof| part(plan, leads, it, shown);
    told["parts"] = proof.parts.iter().map(part).collect();
    told["bonuses"] = proof.bonuses.iter().map(|it| bonus(it, shown)).collect();
    let deal = |it: &DealProof| {
        let (key, whole) = (leads[it.deal].to_string(), it.whole.to_string());
        json!({ "key": key, "whole": whole, "share": print_number(it.share) })
    };
    told["deals"] = proof.deals.iter().map(deal).collect();
    let earned = proof.earned.iter().map(|(deal, all)| {
        let when = |turn: &Turn| turn.0.map(|it| it.to_string()).unwrap_or_default();
        let amount =
            |(turn, it): &(Turn, i64)| json!({ "period": when(turn), "amount": it.to_string() });
        json!({ "key": leads[*deal].to_string(), "of": all.iter().map(amount).collect::<Vec<_>>() })
    });
    told["earned"] = earned.collect();
    let parts = (0..plan.components.len()).filter(|it| plan.pays_for_own_amounts(*it));
    told["amounts"] = parts.collect();
}

fn part(plan: &Plan, leads: &[LeadId], it: &PartProof, shown: &mut Shown) -> Value {
    let is_each = match &plan.components[it.component].pays {
        Pays::Spiff(_) => true,
        other => other.earning().is_some_and(|it| matches!(it.base, Axis::Count | Axis::Quantity)),
    };
    let price = |price: Exact| match is_each {
        true => print_sum(price, plan.currency),
        false => print_number(price),
    };
    let step = |it: &Step| {
        json!({
            "from": it.from.map(print_number),
            "price": price(it.price),
            "times": it.times.map(print_number),
        })
    };
    let base = |(deal, base): (&usize, &Exact)| json!({ "key": leads[*deal].to_string(), "base": print_number(*base) });
    json!({
        "at": it.component,
        "deals": it.bases.iter().map(base).collect::<Vec<_>>(),
        "money": !is_each,
        "price": price(it.price),
        "steps": it.steps.iter().map(step).collect::<Vec<_>>(),
        "each": it.each.as_ref().map(|it| each(leads, it)),
        "reach": it.measured.as_ref().map(reach),
        "threshold": it.threshold.map(threshold),
        "told": shown.part(it),
    })
}

fn reach(it: &MeasuredProof) -> Value {
    json!({
        "unit": print_number(it.unit),
        "begins": print_number(it.begins),
        "ends": print_number(it.ends),
        "own": it.is_own,
        "retroactive": it.mode == Mode::Retroactive,
        "above": it.reached == Reached::Above,
        "excess": it.is_excess,
    })
}

fn each(leads: &[LeadId], it: &EachProof) -> Value {
    let deal = |(deal, (size, against)): (&usize, &(Exact, Option<Exact>))| {
        json!({
            "key": leads[*deal].to_string(),
            "size": print_number(*size),
            "against": against.map(print_number),
        })
    };
    json!({
        "deals": it.deals.iter().map(deal).collect::<Vec<_>>(),
        "at": it.threshold.map(|(at, _)| print_number(at)),
        "at_above": it.threshold.is_some_and(|(_, reached)| reached == Reached::Above),
        "retroactive": it.mode == Mode::Retroactive,
        "above": it.reached == Reached::Above,
        "excess": it.is_excess,
    })
}

fn threshold(it: ThresholdProof) -> Value {
    json!({
        "at": print_number(it.at),
        "sold": print_number(it.sold),
        "above": it.reached == Reached::Above,
    })
}

fn bonus(it: &BonusProof, shown: &mut Shown) -> Value {
    let turn = |it: &MeasuredTurn| json!({ "unit": it.unit.map(print_number), "paid": it.paid.to_string() });
    let level = |(from, pays): &(Exact, Exact)| json!({ "from": print_number(*from), "pays": print_number(*pays) });
    json!({
        "at": it.component,
        "levels": it.levels.iter().map(level).collect::<Vec<_>>(),
        "between": match it.between {
            Between::Steps => "steps",
            Between::Sum => "sum",
            Between::Line => "line",
        },
        "above": it.reached == Reached::Above,
        "due": print_number(it.due),
        "sold": print_number(it.sold),
        "turns": it.turns.iter().map(turn).collect::<Vec<_>>(),
        "paid_before": it.paid_before.to_string(),
        "told": shown.bonus(it),
    })
}

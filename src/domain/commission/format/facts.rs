//! Facts as they are read.

use serde_json::Value;

use super::Asked;
use super::keys::{Keys, Why, Wrong, wrong};
use super::number;
use super::plan::AXES;
use crate::domain::commission::cycle::{Cycle, Turn};
use crate::domain::commission::facts::{Credit, DatedRate, Deal, DealLine, Facts, Member};
use crate::domain::commission::plan::{Axis, CountedOn, Plan};
use crate::domain::exact::Exact;
use crate::domain::money::{Currency, Money};

/// The name of the one who is paid where nobody is named.
const NAMELESS: &str = "rep";

pub(super) fn read(keys: &Keys, plan: &Plan) -> Result<Asked, Wrong> {
    let mut facts = Facts::default();
    let own = member(keys, plan)?;
    facts.members = people(keys, plan, &own)?;
    if facts.members.is_empty() {
        facts.members.push(Member { id: NAMELESS.to_owned(), ..own });
    }
    facts.rates = rates(keys)?;
    for (place, sale) in sales(keys)?.iter().enumerate() {
        let at = format!("{}[{place}]", keys.at("sales"));
        let digits = plan.currency.digits();
        let minor =
            number::minor(sale, digits).ok_or_else(|| wrong(&at, Why::NotAnAmount(digits)))?;
        let credits = alone(&facts, keys)?;
        let amount = Some(Money::new(minor, plan.currency));
        facts.deals.push(Deal {
            id: format!("sale {}", place + 1),
            amount,
            credits,
            ..Deal::default()
        });
    }
    for deal in keys.objects("deals")? {
        let deal = read_deal(deal, plan, &facts)?;
        if facts.deals.iter().any(|it| it.id == deal.id) {
            return keys.fail("deals", Why::Twice(deal.id));
        }
        facts.deals.push(deal);
    }
    let turn = |it: Option<&str>, at: &str| it.map(|it| turn(it, plan, at)).transpose();
    if let Some(periods) = keys.object("periods")? {
        let first = turn(periods.text("first")?, &periods.at("first"))?;
        let last = turn(periods.text("last")?, &periods.at("last"))?;
        let (first, last) = (periods.need("first", first)?, periods.need("last", last)?);
        periods.done()?;
        if last < first {
            return Err(wrong(&periods.at("last"), Why::NotAbove));
        }
        facts.turns = Some((first, last));
    }
    let report = turn(keys.text("report")?, &keys.at("report"))?;
    keys.done()?;
    Ok(Asked { facts, report })
}

/// What facts say of somebody: of a person, or at the top of everybody who says nothing else.
fn member(keys: &Keys, plan: &Plan) -> Result<Member, Wrong> {
    let (started, left) = (keys.day("started")?, keys.day("left")?);
    if started.zip(left).is_some_and(|(started, left)| left < started) {
        return keys.fail("left", Why::NotAbove);
    }
    let mut member = Member { started, left, ..Member::default() };
    if let Some(value) = keys.get("quota") {
        let at = keys.at("quota");
        match value.as_object() {
            None => member.quota = Some(quota(value, plan, &at)?),
            Some(map) => {
                for (key, it) in map {
                    let at = format!("{at}.{key}");
                    let quota = quota(it, plan, &at)?;
                    member.quotas.insert(turn(key, plan, &at)?, quota);
                }
            }
        }
    }
    if let Some(before) = keys.object("before")? {
        let digits = plan.currency.digits();
        for (key, axis) in AXES {
            let number = match axis {
                Axis::Amount | Axis::Margin => {
                    before.amount(key, digits)?.map(|it| Exact::whole(it.into()))
                }
                Axis::Count | Axis::Quantity => before.positive(key)?,
            };
            member.before.extend(number.map(|it| (axis, it)));
        }
        member.debt = before.sum("debt", digits)?.unwrap_or(0);
        before.done()?;
    }
    Ok(member)
}

fn quota(value: &Value, plan: &Plan, at: &str) -> Result<Exact, Wrong> {
    let digits = plan.currency.digits();
    let quota = match plan.quota_in {
        Axis::Amount | Axis::Margin => {
            let minor = number::minor(value, digits);
            minor.map(|it| Exact::whole(it.into())).ok_or(Why::NotAnAmount(digits))
        }
        Axis::Count | Axis::Quantity => number::read(value).ok_or(Why::NotANumber),
    };
    let quota = quota.map_err(|why| wrong(at, why))?;
    match quota < Exact::ZERO {
        true => Err(wrong(at, Why::OutOfRange("0", ""))),
        false => Ok(quota),
    }
}

fn turn(text: &str, plan: &Plan, at: &str) -> Result<Turn, Wrong> {
    let turn = text.parse().ok().filter(|it| plan.cycle.has(*it));
    turn.ok_or_else(|| wrong(at, Why::NotAPeriod(plan.cycle)))
}

fn people(keys: &Keys, plan: &Plan, own: &Member) -> Result<Vec<Member>, Wrong> {
    let Some(people) = keys.get("people") else { return Ok(Vec::new()) };
    let at = keys.at("people");
    let map = people.as_object().ok_or_else(|| wrong(&at, Why::NotAnObject))?;
    let mut members: Vec<Member> = Vec::new();
    for (name, value) in map {
        let keys = Keys::of(&format!("{at}.{name}"), value)?;
        let said = member(&keys, plan)?;
        let manager = keys.text("manager")?;
        let manager = match manager.map(|manager| map.keys().position(|it| it == manager)) {
            Some(None) => {
                return keys.fail("manager", Why::Nobody(manager.unwrap_or_default().to_owned()));
            }
            place => place.flatten(),
        };
        let team = keys.text("team")?.unwrap_or_default().to_owned();
        keys.done()?;
        let has_quota = said.quota.is_some() || !said.quotas.is_empty();
        members.push(Member {
            id: name.clone(),
            manager,
            team,
            quota: if has_quota { said.quota } else { own.quota },
            quotas: if has_quota { said.quotas } else { own.quotas.clone() },
            started: said.started.or(own.started),
            left: said.left.or(own.left),
            before: if said.before.is_empty() { own.before.clone() } else { said.before },
            debt: if said.debt == 0 { own.debt } else { said.debt },
            is_paid_elsewhere: false,
        });
    }
    for (place, member) in members.iter().enumerate() {
        let above = |it: &usize| members[*it].manager;
        let chain = std::iter::successors(member.manager, above).take(members.len() + 1);
        if chain.into_iter().any(|it| it == place) {
            return Err(wrong(&format!("{at}.{}.manager", member.id), Why::Circle));
        }
    }
    Ok(members)
}

fn rates(keys: &Keys) -> Result<Vec<DatedRate>, Wrong> {
    let mut rates = Vec::new();
    for rate in keys.objects("rates")? {
        let code = rate.text("currency")?;
        let currency = currency(&rate, rate.need("currency", code)?)?;
        let (day, number) = (rate.day("date")?, rate.positive("rate")?);
        let number = rate.need("rate", number)?;
        rate.done()?;
        rates.push(DatedRate { currency, day, rate: number });
    }
    Ok(rates)
}

fn currency(keys: &Keys, code: &str) -> Result<Currency, Wrong> {
    code.parse().map_err(|_| wrong(&keys.at("currency"), Why::NotACurrency))
}

/// Amounts without anything else: one or several.
fn sales<'a>(keys: &Keys<'a>) -> Result<Vec<&'a Value>, Wrong> {
    match keys.get("sales") {
        None => Ok(Vec::new()),
        Some(Value::Array(all)) => Ok(all.iter().collect()),
        Some(one) => Ok(vec![one]),
    }
}

/// The whole of a deal for the only one there is.
fn alone(facts: &Facts, keys: &Keys) -> Result<Vec<Credit>, Wrong> {
    match facts.members.len() {
        1 => Ok(vec![Credit { member: 0, share: Exact::ONE, overlay: false }]),
        _ => Err(wrong(&keys.at, Why::OneOf(vec!["person", "credits"]))),
    }
}

fn read_deal(keys: Keys, plan: &Plan, facts: &Facts) -> Result<Deal, Wrong> {
    let id = keys.text("id")?;
    let id = keys.need("id", id)?.to_owned();
    let code = keys.text("currency")?;
    let currency = code.map_or(Ok(plan.currency), |it| currency(&keys, it))?;
    let digits = currency.digits();
    let minor = keys.amount("amount", digits)?;
    let deal = Deal {
        id,
        signed: keys.day("date")?,
        amount: minor.map(|it| Money::new(it, currency)),
        margin: keys.amount("margin", digits)?,
        quantity: keys.number("quantity")?,
        product: keys.text("product")?.unwrap_or_default().to_owned(),
        class: keys.text("class")?.unwrap_or_default().to_owned(),
        lines: lines(&keys, digits)?,
        credits: credits(&keys, facts)?,
        paid: keys.day("paid")?,
        cancelled: keys.day("cancelled")?,
    };
    keys.done()?;
    let sum: i64 = deal.lines.iter().map(|it| it.amount).sum();
    if !deal.lines.is_empty() && minor.is_some_and(|it| it != sum) {
        return keys.fail("lines", Why::LinesNotWhole);
    }
    let is_dated = deal.signed.is_some() || plan.counted_on == CountedOn::Paid;
    let is_asked = plan.signed_from.is_some() && deal.signed.is_none();
    if is_asked || !is_dated && plan.cycle != Cycle::Once {
        return Err(wrong(&keys.at, Why::Missing("date")));
    }
    let margins: Option<i64> = deal.lines.iter().map(|it| it.margin).sum();
    if !deal.lines.is_empty() && deal.margin.zip(margins).is_some_and(|(whole, it)| whole != it) {
        return keys.fail("margin", Why::MarginsNotWhole);
    }
    let whole = Some(Money::new(sum, currency));
    Ok(if deal.lines.is_empty() { deal } else { Deal { amount: whole, ..deal } })
}

fn lines(keys: &Keys, digits: u32) -> Result<Vec<DealLine>, Wrong> {
    let mut lines = Vec::new();
    for line in keys.objects("lines")? {
        let product = line.text("product")?.unwrap_or_default().to_owned();
        let amount = line.amount("amount", digits)?;
        let amount = line.need("amount", amount)?;
        let margin = line.amount("margin", digits)?;
        let quantity = line.number("quantity")?;
        line.done()?;
        lines.push(DealLine { product, amount, margin, quantity });
    }
    Ok(lines)
}

fn credits(keys: &Keys, facts: &Facts) -> Result<Vec<Credit>, Wrong> {
    let find = |keys: &Keys, name: &str| {
        let place = facts.members.iter().position(|it| it.id == name);
        place.ok_or_else(|| wrong(&keys.at("person"), Why::Nobody(name.to_owned())))
    };
    let person = keys.text("person")?;
    let credits = keys.objects("credits")?;
    match (person, credits.is_empty()) {
        (Some(_), false) => return keys.fail("person", Why::NotTogether("person", "credits")),
        (Some(name), true) => {
            return Ok(vec![Credit {
                member: find(keys, name)?,
                share: Exact::ONE,
                overlay: false,
            }]);
        }
        (None, true) => return alone(facts, keys),
        (None, false) => {}
    }
    let mut all: Vec<Credit> = Vec::new();
    for credit in credits {
        let name = credit.text("person")?;
        let name = credit.need("person", name)?;
        let member = find(&credit, name)?;
        let share = credit.share("share")?;
        let (share, overlay) = (credit.need("share", share)?, credit.yes("overlay")?);
        credit.done()?;
        if all.iter().any(|it| it.member == member) {
            return keys.fail("credits", Why::Twice(name.to_owned()));
        }
        all.push(Credit { member, share, overlay });
    }
    let own = all.iter().filter(|it| !it.overlay);
    let sum = own.clone().try_fold(Exact::ZERO, |sum, it| sum.plus(it.share));
    match own.count() == 0 || sum == Some(Exact::ONE) {
        true => Ok(all),
        false => keys.fail("credits", Why::SharesNotWhole),
    }
}

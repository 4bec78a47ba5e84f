//! A plan replayed over the past: what it would have cost, who would have gained and who lost.

mod closed;
mod span;
#[cfg(test)]
mod tests;
mod working;

pub use span::{ReplayEnds, replay_ends};
pub use working::Working;

use std::collections::BTreeMap;

use crate::domain::arrange;
use crate::domain::calendar::{Day, Period};
use crate::domain::commission::Plan;
use crate::domain::commission::cycle::{Cycle, Turn};
use crate::domain::commission::kept::PayPlan;
use crate::domain::id::{PayPlanId, PersonId};
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::name_order::NameOrder;
use crate::present::pay::read;
use span::nothing_won;
use working::Found;

/// By how much deals are smaller and larger in the question how sensitive the cost is, in percent.
const BY: i64 = 10;

/// Their sizes then, in percent.
const SIZES: [i64; 2] = [100 - BY, 100 + BY];

/// The most periods of people that are named.
const NAMED: usize = 6;

/// What somebody would have been paid.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplayRow {
    /// The name.
    pub name: String,
    /// By the plans that are published.
    pub now: String,
    /// By the plan.
    pub then: String,
    /// The difference.
    pub change: String,
    /// The difference as a part of the largest, −1 to 1.
    pub part: f64,
}

/// What a plan would have paid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplayView {
    /// The plan.
    pub title: String,
    /// What it would have cost, and for how many that is good.
    pub sentence: String,
    /// Which periods were replayed.
    pub span: String,
    /// In which of them nothing was won; empty where something was won in each.
    pub nothing_won: String,
    /// How many closed statements it is compared with; empty where none is.
    pub compared: String,
    /// That there is nothing to compare with; empty where there is.
    pub alone: String,
    /// What it would have cost with smaller and with larger deals.
    pub sensitivity: String,
    /// Who stood just below a step of the plan, and when; empty where nobody did, or it has none.
    pub near: String,
    /// Who is left out for want of a quota; empty where nobody is.
    pub left_out: String,
    /// Which published plans are not compared, because they pay in another currency or once; empty
    /// where none is.
    pub not_compared: String,
    /// Where the plan makes people hold deals back or pull them forward.
    pub cliffs: Vec<String>,
    /// The people, those who gain most first.
    pub rows: Vec<ReplayRow>,
    /// Why it cannot be replayed.
    pub error: Option<String>,
}

impl ReplayView {
    /// The replay of a plan in one go; none where the plan is not there or cannot be read.
    pub fn new(
        workspace: &Workspace,
        lang: Lang,
        id: PayPlanId,
        asked: (Day, Option<Period>),
    ) -> Option<ReplayView> {
        let mut working = Working::begin(workspace, lang, id, asked)?;
        while !working.advance(workspace) {}
        Some(working.finish(workspace))
    }

    fn of(workspace: &Workspace, lang: Lang, found: Found) -> ReplayView {
        let Found { id, known, plan, within: (first, last), then, now, other, .. } = &found;
        let title = lang.replay_title(&known.name);
        let period = |it: Turn| it.0.map(|it| format::period(lang, it)).unwrap_or_default();
        let mut left_out = found.left_out.clone();
        left_out.retain(|(person, _)| known.people.contains(person));
        arrange::by_key(&mut left_out, |it| *it);
        left_out.dedup_by_key(|it| it.0);
        let name =
            |it: &PersonId| workspace.people.get(*it).map(|it| it.name.clone()).unwrap_or_default();
        let words = words_of_left_out(lang, &left_out, &name, &period);
        let mut people = known.people.clone();
        people.retain(|it| left_out.iter().all(|(left, _)| left != it));
        let told = ReplayView {
            span: lang.replay_span(&format::period(lang, *first), &format::period(lang, *last)),
            nothing_won: nothing_won(lang, (&found.won, plan), (*first, *last)),
            left_out: words,
            title,
            ..ReplayView::default()
        };
        if people.is_empty() {
            return told;
        }
        // Rows of nothing say nothing.
        let is_any = [then, now].into_iter().flatten().any(|(_, it)| *it != 0);
        if !is_any && !found.won.iter().any(|it| first <= it && it <= last) {
            return told;
        }
        let money = |minor: i64| format::money(lang, Money::new(minor, plan.currency));
        let change = |it: &PersonId| then.get(it).unwrap_or(&0) - now.get(it).unwrap_or(&0);
        arrange::by_cached_key(&mut people, |it| (-change(it), NameOrder::of(&name(it))));
        let only = |all: &BTreeMap<PersonId, i64>| -> i64 {
            people.iter().filter_map(|it| all.get(it)).sum()
        };
        let widest = people.iter().map(|it| change(it).abs()).max().unwrap_or(0).max(1);
        let row = |it: &PersonId| ReplayRow {
            name: name(it),
            now: money(*now.get(it).unwrap_or(&0)),
            then: money(*then.get(it).unwrap_or(&0)),
            change: signed(change(it), &money),
            part: change(it) as f64 / widest as f64,
        };
        let count = |wins: bool| {
            let all = people.iter().filter(|it| if wins { 0 < change(it) } else { change(it) < 0 });
            format::count(lang, all.count() as u64)
        };
        ReplayView {
            sentence: lang.replay_sentence(
                &money(only(then)),
                &money(only(now)),
                &count(true),
                &count(false),
            ),
            sensitivity: match other {
                [Some(less), Some(more)] => {
                    let part = format::percent(lang, BY * 10);
                    let cost = |it: &BTreeMap<PersonId, i64>| {
                        money_and_change(lang, &money, (only(then), only(it)))
                    };
                    lang.replay_sensitivity(&part, &cost(less), &cost(more))
                }
                _ => String::new(),
            },
            near: near(lang, &found, &people, &name),
            compared: match found.closed {
                0 => String::new(),
                count => lang.replay_closed(&format::count(lang, count as u64)),
            },
            alone: match found.is_alone {
                true => lang.replay_alone().to_owned(),
                false => String::new(),
            },
            not_compared: match &not_compared(workspace, (*id, known), plan)[..] {
                [] => String::new(),
                some => lang.replay_not_compared(&some.join(lang.list_comma())),
            },
            rows: people.iter().map(row).collect(),
            cliffs: found.cliffs,
            ..told
        }
    }
}

/// What something costs, and how much that is more or less than before.
fn money_and_change(
    lang: Lang,
    money: &dyn Fn(i64) -> String,
    (before, after): (i64, i64),
) -> String {
    if before <= 0 {
        return money(after);
    }
    let part = crate::domain::money::share(after - before, 1000, before);
    let percent = format::percent(lang, part.abs());
    let sign = if part < 0 { "−" } else { "+" };
    lang.replay_cost(&money(after), &format!("{sign}{percent}"))
}

/// Who stood just below a step, and when.
fn near(
    lang: Lang,
    found: &Found,
    people: &[PersonId],
    name: &dyn Fn(&PersonId) -> String,
) -> String {
    let all: Vec<_> = found.near.iter().filter(|(it, _)| people.contains(it)).collect();
    if all.is_empty() {
        return String::new();
    }
    let one = |(who, turn): &&(PersonId, Turn)| {
        let period = turn.0.map(|it| format::period(lang, it)).unwrap_or_default();
        lang.replay_lacks(&name(who), &period)
    };
    let named: Vec<String> = all.iter().take(NAMED).map(one).collect();
    let named = named.join(lang.list_comma());
    let named = match all.len().saturating_sub(NAMED) {
        0 => named,
        more => lang.replay_more(&named, &format::count(lang, more as u64)),
    };
    let part = format::percent(lang, BY * 10);
    lang.replay_near(&format::count(lang, all.len() as u64), &part, &named)
}

fn words_of_left_out(
    lang: Lang,
    left_out: &[(PersonId, Turn)],
    name: &dyn Fn(&PersonId) -> String,
    period: &dyn Fn(Turn) -> String,
) -> String {
    let one = |(who, turn): &(PersonId, Turn)| lang.replay_lacks(&name(who), &period(*turn));
    match left_out {
        [] => String::new(),
        some => {
            lang.replay_left_out(&some.iter().map(one).collect::<Vec<_>>().join(lang.list_comma()))
        }
    }
}

fn signed(minor: i64, money: &dyn Fn(i64) -> String) -> String {
    if 0 < minor { format!("+{}", money(minor)) } else { money(minor) }
}

/// The published plans that pay some of the same people in a way that sums cannot be compared with.
fn not_compared(
    workspace: &Workspace,
    (id, known): (PayPlanId, &PayPlan),
    like: &Plan,
) -> Vec<String> {
    let pays_same = |it: &PayPlan| it.people.iter().any(|it| known.people.contains(it));
    let others = workspace
        .pay_plans
        .iter()
        .filter(|(other, it)| *other != id && it.published.is_some() && pays_same(it));
    let odd = others.filter(|(_, it)| {
        read(it).is_none_or(|it| it.cycle == Cycle::Once || it.currency != like.currency)
    });
    let mut names: Vec<String> = odd.map(|(_, it)| it.name.clone()).collect();
    arrange::by_cached_key(&mut names, |it| NameOrder::of(it));
    names
}

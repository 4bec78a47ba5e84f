//! What the sample's people say: calls of deals, and a sealed round in each of the last quarters.
//!
//! Calls of deals that are won lean to commit, others away from it, so that their history says
//! something; everybody promises a little too much or too little in a way of their own.

use std::collections::BTreeMap;

use super::people::{PROFILES, TEAM_SIZE, first_day};
use super::{PEOPLE, STAGES, Words, major, person_id, stage_id};
use crate::domain::calendar::{Day, FiscalStart, Period};
use crate::domain::call::{Category, DealCall};
use crate::domain::draw::Draw;
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::{CallId, GoalId, LeadId, PersonId, PromiseId, RoundId};
use crate::domain::lead::Lead;
use crate::domain::money::Currency;
use crate::domain::round::{Promise, Round};

/// How likely each category is, from commit to omitted, and none last: for deals that are won,
/// lost, and open in each stage.
const WON: [u64; 5] = [58, 24, 12, 1, 5];
const LOST: [u64; 5] = [12, 28, 40, 14, 6];
const OPEN: [[u64; 5]; STAGES - 2] =
    [[0, 0, 30, 10, 60], [2, 10, 55, 8, 25], [15, 40, 30, 3, 12], [52, 30, 8, 2, 8]];

/// What people promise, in percent of what they come to win.
const PROMISED: [i64; 6] = [124, 96, 108, 138, 103, 90];
/// Worst and best, in percent of the commit.
const RANGE: (i64, i64) = (78, 122);
/// Which part of what is due and open is promised in the running quarter, in percent.
const OF_OPEN: i64 = 45;

fn this_quarter(today: Day) -> Period {
    FiscalStart::new(1).quarter_of(today)
}

/// The last quarters, this one last.
fn quarters(today: Day) -> [Period; 3] {
    let this = this_quarter(today);
    [this.previous().previous(), this.previous(), this]
}

pub(super) fn calls(
    words: &Words,
    leads: &[(LeadId, Lead)],
    today: Day,
) -> Vec<(CallId, DealCall)> {
    let mut draw = Draw::of_seed(4);
    let mut calls = Vec::new();
    let mut one_waits = false;
    for (id, lead) in leads {
        let Some((closes, stage)) = lead.closes.zip(lead.stage) else { continue };
        let place = (0..STAGES).find(|it| stage_id(*it) == stage).unwrap_or(0);
        let weights = match STAGES - place {
            1 => LOST,
            2 => WON,
            _ => OPEN[place],
        };
        let said = [draw.weighted(&weights), draw.weighted(&weights)];
        let agrees = draw.happens(65);
        let period = FiscalStart::new(1).quarter_of(closes);
        let owner = lead.owner.and_then(|it| (0..PEOPLE).find(|place| person_id(*place) == it));
        let (Some(owner), true) = (owner, quarters(today).contains(&period)) else { continue };
        // Whatever the day, something is left to call.
        if !one_waits && place < STAGES - 2 && period == this_quarter(today) {
            one_waits = true;
            continue;
        }
        let [rep, own] = said.map(|it| Category::ALL.get(it).copied());
        let manager = if agrees { rep } else { own };
        if rep.is_none() && manager.is_none() {
            continue;
        }
        let call = DealCall {
            lead: Some(*id),
            period: Some(period),
            rep,
            rep_by: rep.and(lead.owner),
            manager,
            manager_by: manager
                .map_or("", |_| words.people[owner / TEAM_SIZE * TEAM_SIZE])
                .to_owned(),
        };
        calls.push((DealCall::id_of(*id, period), call));
    }
    calls
}

fn round_id(place: usize) -> RoundId {
    RoundId::of_key(&format!("sample/round/{place}"))
}

/// The rounds with what everybody said in them.
pub(super) type Said = (Vec<(RoundId, Round)>, Vec<(PromiseId, Promise)>);

pub(super) fn rounds(
    leads: &[(LeadId, Lead)],
    goals: &[(GoalId, Goal)],
    currency: Currency,
    today: Day,
) -> Said {
    let (mut rounds, mut promises) = (Vec::new(), Vec::new());
    for (place, period) in quarters(today).into_iter().enumerate() {
        let Some(span) = period.span(FiscalStart::new(1)) else { continue };
        let day = span.first.plus(11).min(today.minus(2)).max(span.first);
        let worth = worth(leads, period, currency);
        let people: Vec<usize> = (0..PEOPLE).filter(|it| first_day(*it, today) <= day).collect();
        let mut sum = 0;
        for who in &people {
            let promised = PROMISED[who % PROMISED.len()];
            let person = person_id(*who);
            let commit = worth.get(&person).copied().unwrap_or(0) * promised / 100;
            // Whoever has nothing yet promises one small deal.
            let commit = (commit / 1_000).max(10 + PROFILES[*who].share as i64) * 1_000;
            sum += commit;
            let minor = |percent: i64| major(commit * percent / 100, currency).minor;
            let promise = Promise {
                round: Some(round_id(place)),
                person: Some(person),
                absent: false,
                worst: minor(RANGE.0),
                commit: minor(100),
                best: minor(RANGE.1),
            };
            promises.push((Promise::id_of(round_id(place), person), promise));
        }
        let goal = goals.iter().find(|it| it.0 == Goal::id_of(Bearer::Company, period));
        let part = |percent: i64| Some(major(sum * percent / 100, currency).minor);
        let round = Round {
            period: Some(period),
            people: people.into_iter().map(person_id).collect(),
            currency: Some(currency),
            begun: Some(day),
            revealed: Some(day),
            low: part(79),
            likely: part(94),
            high: part(109),
            goal: goal.and_then(|it| it.1.quota).map(|it| it.minor),
        };
        rounds.push((round_id(place), round));
    }
    (rounds, promises)
}

/// What people come to win in a quarter, in major units: what is won, and a part of what is due.
fn worth(leads: &[(LeadId, Lead)], period: Period, currency: Currency) -> BTreeMap<PersonId, i64> {
    let mut worth: BTreeMap<PersonId, i64> = BTreeMap::new();
    for (_, lead) in leads {
        let due = lead.closes.map(|it| FiscalStart::new(1).quarter_of(it));
        let (Some(owner), Some(amount)) = (lead.owner, lead.amount) else { continue };
        let part = match lead.stage {
            _ if due != Some(period) => 0,
            Some(stage) if stage == stage_id(STAGES - 2) => 100,
            Some(stage) if stage == stage_id(STAGES - 1) => 0,
            _ => OF_OPEN,
        };
        *worth.entry(owner).or_default() += amount.minor / currency.scale() * part / 100;
    }
    worth
}

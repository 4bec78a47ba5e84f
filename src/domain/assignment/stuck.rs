//! Leads that the rules leave nobody for, and what it is that nobody has.

use std::collections::BTreeMap;

use super::fit::{Barrier, Survey, UNMET_DEMANDS};
use super::weigh::{DEMANDS, UNMET};

/// Leads that can go to nobody for the same reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// How many.
    pub leads: usize,
    /// What nobody has.
    pub lack: Lack,
}

/// What nobody has who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nobody takes part at all.
    Anybody,
    /// Nobody meets this demand of the leads.
    Demand {
        /// The rule that keeps everybody from them.
        rule: Barrier,
        /// What the leads ask, as the record writes it.
        asked: String,
    },
    /// Each demand is met by somebody, but nobody meets all of them.
    AllAtOnce,
}

/// Leads that can go to nobody, by reason, the most leads first.
pub fn stuck(survey: &Survey) -> Vec<Stuck> {
    let taking_part: Vec<usize> =
        (0..survey.people.len()).filter(|it| survey.takes_part(*it)).collect();
    let mut known = BTreeMap::new();
    let mut found: Vec<Stuck> = Vec::new();
    for lead in 0..survey.leads.len() {
        // Leads that ask the same are looked at once.
        let asks = survey.scales.leads[lead].asks;
        let reason = *known.entry(asks).or_insert_with(|| {
            let reason = lack(survey, lead, &taking_part)?;
            let place = found.iter().position(|it| it.lack == reason);
            Some(place.unwrap_or_else(|| {
                found.push(Stuck { leads: 0, lack: reason });
                found.len() - 1
            }))
        });
        if let Some(place) = reason {
            found[place].leads += 1;
        }
    }
    crate::domain::arrange::by_key(&mut found, |it| std::cmp::Reverse(it.leads));
    found
}

fn lack(survey: &Survey, lead: usize, taking_part: &[usize]) -> Option<Lack> {
    let meets = |person: usize, demand: usize| {
        let place = survey.scales.leads[lead].asks[demand] * survey.people.len() + person;
        !survey.scales.needs[demand] || survey.scales.met[demand][place] != UNMET
    };
    if taking_part.is_empty() {
        return Some(Lack::Anybody);
    }
    if taking_part.iter().any(|person| (0..DEMANDS).all(|it| meets(*person, it))) {
        return None;
    }
    let unmet = (0..DEMANDS).find(|it| !taking_part.iter().any(|person| meets(*person, *it)));
    Some(unmet.map_or(Lack::AllAtOnce, |demand| Lack::Demand {
        rule: UNMET_DEMANDS[demand],
        asked: survey.asked(lead, demand).to_owned(),
    }))
}

//! Who has waited longest for a word of thanks.

use std::collections::BTreeMap;

use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::id::PersonId;
use crate::domain::workspace::Workspace;

/// Somebody who waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Who.
    pub person: PersonId,
    /// The day of the last praise, on the wall or as feedback; none where there never was any.
    pub last: Option<Day>,
    /// Days since then, or since the person began; none where neither is known.
    pub days: Option<i64>,
}

/// Everybody who is in the team today: first who was never thanked, the longest in the team first
/// and who began on an unknown day before all; then whose last thanks lie furthest back.
pub fn waiting(workspace: &Workspace, today: Day) -> Vec<Waiting> {
    let last = last_thanks(workspace, today);
    let there = workspace.people.iter().filter(|(_, it)| it.is_active(today));
    let wait = |(person, it): (PersonId, &crate::domain::people::Person)| {
        let last = last.get(&person).copied();
        let days = last.or(it.started).map(|day| today.days_since(day));
        Waiting { person, last, days }
    };
    let mut waiting: Vec<Waiting> = there.map(wait).collect();
    arrange::by_key(&mut waiting, |it| {
        let days = it.days.map_or(i64::MIN, |days| -days);
        (it.last.is_some(), days, it.person)
    });
    waiting
}

fn last_thanks(workspace: &Workspace, today: Day) -> BTreeMap<PersonId, Day> {
    let praised =
        workspace.praises.values().flat_map(|it| it.to.iter().map(move |to| (*to, it.on)));
    let told = workspace.feedbacks.values().filter(|it| !it.constructive);
    let told = told.filter_map(|it| Some((it.person?, it.on)));
    let mut last = BTreeMap::new();
    for (person, on) in praised.chain(told) {
        let Some(on) = on.filter(|it| *it <= today) else { continue };
        let known = last.entry(person).or_insert(on);
        *known = (*known).max(on);
    }
    last
}

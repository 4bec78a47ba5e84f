//! The awards of a month: who was first in something that counts, and by how much.
//!
//! Whoever has the same figure shares an award. Where more than [`MOST_WINNERS`] share one, it
//! tells nothing of anybody, and nobody is named.

use std::collections::BTreeMap;

use super::won_in;
use crate::domain::calendar::Span;
use crate::domain::id::PersonId;
use crate::domain::workspace::Workspace;

/// So many people may share an award.
pub const MOST_WINNERS: usize = 3;

/// What an award is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AwardKind {
    /// The most deals won.
    Wins,
    /// The longest way to a deal that was won, in days.
    LongestWay,
    /// The most words with customers.
    Words,
    /// The most words with customers of colleagues.
    Helper,
    /// The most praise from others.
    Praised,
}

impl AwardKind {
    /// Every award, in the order in which they are told.
    pub const ALL: [AwardKind; 5] = [
        AwardKind::Wins,
        AwardKind::LongestWay,
        AwardKind::Words,
        AwardKind::Helper,
        AwardKind::Praised,
    ];
}

/// An award with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Award {
    /// What for.
    pub kind: AwardKind,
    /// Everybody who is first, in order of their ids.
    pub first: Vec<PersonId>,
    /// Their figure: deals, days, words or praise.
    pub figure: i64,
    /// The best figure of the others; none where nobody else has one.
    pub next: Option<i64>,
}

/// The awards over some days; what nobody did is left out.
pub fn awards(workspace: &Workspace, days: Span) -> Vec<Award> {
    let award = |kind| {
        let figures = figures(workspace, kind, days);
        let best = *figures.values().max().filter(|it| 0 < **it)?;
        let first = figures.iter().filter(|(_, it)| **it == best).map(|(id, _)| *id).collect();
        let next = figures.values().filter(|it| **it < best).max().copied();
        Some(Award { kind, first, figure: best, next })
    };
    AwardKind::ALL.into_iter().filter_map(award).collect()
}

fn figures(workspace: &Workspace, kind: AwardKind, days: Span) -> BTreeMap<PersonId, i64> {
    let mut figures = BTreeMap::new();
    match kind {
        AwardKind::Wins => {
            won_in(workspace, days)
                .for_each(|(_, _, owner)| *figures.entry(owner).or_default() += 1);
        }
        AwardKind::LongestWay => {
            for (_, lead, owner) in won_in(workspace, days) {
                let longest = figures.entry(owner).or_default();
                *longest = lead.days_to_close().unwrap_or(0).max(*longest);
            }
        }
        AwardKind::Words | AwardKind::Helper => {
            let said = workspace.activities.values();
            let said = said.filter(|it| !it.planned && it.kind().is_word());
            let said = said.filter(|it| it.on.is_some_and(|day| days.holds(day)));
            for it in said {
                let Some(person) = it.person.filter(|it| workspace.people.has(*it)) else {
                    continue;
                };
                let owner = workspace.leads.find(it.lead).and_then(|it| it.owner);
                let helps = owner.is_some_and(|it| it != person);
                if kind == AwardKind::Words || helps {
                    *figures.entry(person).or_default() += 1;
                }
            }
        }
        AwardKind::Praised => {
            let praised = workspace.praises.values();
            let praised = praised.filter(|it| it.on.is_some_and(|day| days.holds(day)));
            for person in praised.flat_map(|it| &it.to).filter(|it| workspace.people.has(**it)) {
                *figures.entry(*person).or_default() += 1;
            }
        }
    }
    figures
}

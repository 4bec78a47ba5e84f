//! How far somebody is from the next level.

use super::kept::CareerCriterion;
use super::reading::{Reading, Verdict, read};
use super::{criteria_of, ladder, promotions_of};
use crate::domain::calendar::{Day, FiscalStart, Period};
use crate::domain::id::{CareerCriterionId, CareerLevelId, PersonId};
use crate::domain::workspace::Workspace;

/// How far somebody is from the next level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Readiness {
    /// The present level; none before the first.
    pub level: Option<CareerLevelId>,
    /// Since when.
    pub since: Option<Day>,
    /// The next one; none on top of the ladder, and where there is no ladder.
    pub next: Option<CareerLevelId>,
    /// The criteria of the next level as they stand.
    pub readings: Vec<(CareerCriterionId, CareerCriterion, Reading)>,
}

impl Readiness {
    /// How many criteria are so.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.readings.iter().filter(|(.., it)| it.verdict == verdict).count()
    }

    /// Whether the next level has criteria and all of them are met.
    pub fn is_ready(&self) -> bool {
        !self.readings.is_empty() && self.count(Verdict::Met) == self.readings.len()
    }
}

/// How far somebody is from the next level on a day.
pub fn ready(workspace: &Workspace, person: PersonId, today: Day) -> Readiness {
    let levels = ladder(workspace);
    let last = promotions_of(workspace, person);
    let present = last.first().map(|(_, it)| *it);
    let level = present.and_then(|it| it.level).filter(|it| workspace.career_levels.has(*it));
    let above = match level.and_then(|level| levels.iter().position(|(id, _)| *id == level)) {
        Some(place) => levels.get(place + 1),
        None => levels.first(),
    };
    let next = above.map(|(id, _)| *id);
    let criteria = next.map(|it| criteria_of(workspace, it)).unwrap_or_default();
    let readings = criteria
        .into_iter()
        .map(|(id, it)| (id, it.clone(), read(workspace, person, (id, it), today)))
        .collect();
    Readiness { level, since: present.and_then(|it| it.on), next, readings }
}

/// The last quarters that are over, the latest first.
pub fn closed_quarters(today: Day, count: i64, start: FiscalStart) -> Vec<Period> {
    let last = start.quarter_of(today).previous();
    let count = usize::try_from(count).unwrap_or(0);
    std::iter::successors(Some(last), |it| Some(it.previous())).take(count).collect()
}

/// Whole months from a day to another; 0 where that is not later.
pub fn months_since(from: Day, today: Day) -> i64 {
    let apart = (i64::from(today.year()) - i64::from(from.year())) * 12 + i64::from(today.month())
        - i64::from(from.month());
    let apart = u32::try_from(apart).unwrap_or(0);
    let whole = from.plus_months(apart) <= today;
    i64::from(if whole { apart } else { apart.saturating_sub(1) })
}

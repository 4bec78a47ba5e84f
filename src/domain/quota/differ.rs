//! By what a grid differs: from an earlier state of it, and from the teams of now.

use std::collections::BTreeSet;

use super::{MONTHS, QuotaGrid, Row};
use crate::domain::id::TeamId;

impl QuotaGrid {
    /// The people whose months of the year count in part for a team that they have left, with that
    /// team.
    pub fn moved_people(&self) -> BTreeSet<(Row, Option<TeamId>)> {
        let moved = self.elsewhere.iter().filter(|(place, _)| self.amounts[**place] != 0);
        moved.map(|(place, team)| (self.seats[place / MONTHS].row, *team)).collect()
    }

    /// How many persons' months differ from those of an earlier state of the grid.
    pub fn moved_since(&self, before: &QuotaGrid) -> usize {
        self.amounts.iter().zip(&before.amounts).filter(|(one, other)| one != other).count()
    }

    /// The people whose amounts in any month differ from those of an earlier state of the grid.
    pub fn people_moved_since(&self, before: &QuotaGrid) -> usize {
        let rows = self.amounts.chunks(MONTHS).zip(before.amounts.chunks(MONTHS));
        rows.filter(|(one, other)| one != other).count()
    }
}

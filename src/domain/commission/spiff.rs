//! Amounts for deals of a kind.

use super::earn::Asked;
use super::line::{Kind, Line};
use super::measure::Stage;
use super::pay::CannotPay;
use super::plan::{Axis, Measured, Over, Spiff};
use super::tier::Scale;
use super::walk::{Paying, walk};
use crate::domain::exact::Exact;

impl Stage<'_> {
    /// The lines of a spiff: so much for each deal or piece, of the first ones alone where it says
    /// so.
    pub(super) fn spiffs(&self, asked: &Asked, spiff: &Spiff) -> Result<Vec<Line>, CannotPay> {
        let turns = self.turns(asked.turn, Over::Period);
        let entries = self.entries(&asked.sellers, &turns);
        let mut items =
            self.items(asked.place, &entries, (Axis::Count, Measured::Own), spiff.per)?;
        if let Some(least) = spiff.at_least {
            let amounts =
                self.items(asked.place, &entries, (Axis::Amount, Measured::Own), Axis::Count)?;
            let is_enough = amounts.iter().map(|it| Exact::whole(least.into()) <= it.size);
            let mut is_enough = is_enough.collect::<Vec<_>>().into_iter();
            items.retain(|_| is_enough.next().unwrap_or(false));
        }
        let each = Exact::whole(spiff.each.into());
        let scale = match spiff.first {
            None => Scale::flat(each, None),
            Some(first) => {
                let ends = Some(Exact::whole(first.into()));
                Scale::of_tiers(Exact::ZERO, &[(Exact::ZERO, ends, each)])
            }
        };
        let mut lines = Vec::new();
        let paying = Paying {
            base: spiff.per,
            deal_cap: None,
            deal_floor: None,
            facts: self.facts,
            kind: Kind::Spiff,
            place: asked.place,
            ranks: &self.book.ranks,
        };
        walk(&items, Exact::ZERO, &|_| Some(&scale), &mut |block, pieces| {
            lines.extend(paying.lines(block, pieces).ok_or(CannotPay::TooLarge)?);
            Ok(())
        })?;
        Ok(lines)
    }
}

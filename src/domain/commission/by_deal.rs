//! Tiers and thresholds that look at each deal by itself: at its size or its margin.

use super::earn::{Asked, is_reached, told};
use super::line::{Base, Kind, Line};
use super::measure::{Item, Stage};
use super::pay::CannotPay;
use super::plan::{Axis, Earning, Measure, ThresholdPays};
use super::walk::Paying;
use crate::domain::exact::Exact;

impl Stage<'_> {
    /// The lines of a part of a plan that measures each deal by itself. Of a deal that is split the
    /// whole is measured, and everybody has their part of what it earns; what goes back is measured
    /// as what was sold.
    pub(super) fn deal_by_deal(
        &self,
        asked: &Asked,
        earning: &Earning,
        items: &[Item],
        paying: &Paying,
    ) -> Result<Vec<Line>, CannotPay> {
        let mut lines = Vec::new();
        for item in items.iter().filter(|it| it.is_paid_for) {
            let whole = |measure: Measure| self.size_of_deal(asked, item, measure);
            if let Some(threshold) = earning.threshold
                && threshold.pays == ThresholdPays::All
            {
                let size = whole(threshold.measure)?;
                if !is_reached(size, threshold, Exact::ONE).ok_or(CannotPay::TooLarge)? {
                    let base = match threshold.measure.of_amount {
                        true => Base::Number(size),
                        false => told(threshold.measure.axis.unwrap_or_default(), size),
                    };
                    let line = Line::new(Kind::Threshold, 0).by(base, None);
                    lines.push(Line {
                        component: Some(asked.place),
                        deal: Some(item.deal),
                        ..line
                    });
                    continue;
                }
            }
            let own = earning.tiers.as_ref().map(|it| it.measure);
            let measure = own.or(earning.threshold.map(|it| it.measure)).unwrap_or_default();
            let size = whole(measure)?;
            let alone = Item { size, ..*item };
            let scale = self.scale(asked, earning, &[alone], Exact::ZERO)?;
            let pieces = scale.pieces(Exact::ZERO, size).ok_or(CannotPay::TooLarge)?;
            lines.extend(paying.lines(&[alone], &pieces).ok_or(CannotPay::TooLarge)?);
        }
        Ok(lines)
    }

    /// How large a whole deal is in a measure, whosever it is: never less than nothing.
    pub(super) fn size_of_deal(
        &self,
        asked: &Asked,
        item: &Item,
        measure: Measure,
    ) -> Result<Exact, CannotPay> {
        let of = |axis: Axis| {
            let turns = item.turn..=item.turn;
            let mut entries = self.entries(&asked.sellers, &turns);
            entries.retain(|it| (it.deal, it.credit) == (item.deal, item.credit));
            let found = self.items(asked.place, &entries, (axis, measure.of), axis)?;
            Ok(found.first().map_or(Exact::ZERO, |it| it.size))
        };
        let size = of(measure.axis.unwrap_or_default())?;
        let whole = match measure.of_amount {
            true => of(Axis::Amount)?,
            false => self.facts.deals[item.deal].credits[item.credit].share,
        };
        // Of nothing there is no part.
        let Some(size) = size.over(whole) else { return Ok(Exact::ZERO) };
        let size =
            if size < Exact::ZERO && !measure.of_amount { size.negated() } else { Some(size) };
        size.map(|it| if it < Exact::ZERO { Exact::ZERO } else { it }).ok_or(CannotPay::TooLarge)
    }
}

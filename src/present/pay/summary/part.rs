//! A part of a plan in plain words.

use super::{Words, percent};
use crate::domain::commission::format::print_number;
use crate::domain::commission::plan::{
    Axis, Between, Bonus, Component, Earning, Filled, Measure, Measured, Mode, Only, Over, Pays,
    Pool, Price, Reached, Shares, Spiff, ThresholdPays, Tier, TierPrice, Tiers, Whose,
};
use crate::domain::exact::Exact;
use crate::present::format;

impl Words<'_> {
    /// A part of the plan.
    pub(super) fn component(&self, component: &Component) -> String {
        let deals = self.deals(component);
        let mut told = vec![match &component.pays {
            Pays::Commission(earning) => self.earning(earning, &deals),
            Pays::Bonus(bonus) => self.bonus(bonus, component, &deals),
            Pays::Spiff(spiff) => self.spiff(spiff, &deals),
            Pays::Pool(pool) => self.pool(pool, component, &deals),
        }];
        let is_left_alone = component.uncapped && self.plan.cap.is_some();
        told.extend(is_left_alone.then(|| self.lang.sum_uncapped().to_owned()));
        let text = self.sentences(&told);
        match component.name.is_empty() {
            true => text,
            false => self.lang.sum_part(&component.name, &text),
        }
    }

    fn deals(&self, component: &Component) -> String {
        let lang = self.lang;
        let mut deals = match (&component.pays, component.of) {
            // Whoever is in the team fills its pool.
            (Pays::Pool(_), _) => lang.sum_pool_deals(),
            (_, Whose::Own) => lang.sum_own(),
            (_, Whose::Team) => lang.sum_team(),
            (_, Whose::Below) => lang.sum_below(),
        }
        .to_owned();
        let only = &component.only;
        if !only.products.is_empty() {
            deals = lang.sum_products(&deals, &self.listed(&only.products));
        }
        if !only.classes.is_empty() {
            deals = lang.sum_classes(&deals, &self.listed(&only.classes));
        }
        let deals = if only.rest { lang.sum_rest(&deals) } else { deals };
        let day = |it| format::day(lang, it);
        match (only.from, only.until) {
            (None, None) => deals,
            (Some(from), None) => lang.sum_deals_from(&deals, &day(from)),
            (None, Some(until)) => lang.sum_deals_until(&deals, &day(until)),
            (Some(from), Some(until)) => lang.sum_deals_between(&deals, &day(from), &day(until)),
        }
    }

    fn earning(&self, earning: &Earning, deals: &str) -> String {
        let lang = self.lang;
        let what = match earning.base {
            Axis::Margin => lang.sum_margin(),
            Axis::Amount | Axis::Count | Axis::Quantity => lang.sum_amount(),
        };
        let first = match (earning.price, earning.base) {
            (None, Axis::Amount | Axis::Margin) => lang.sum_unpriced(what, deals),
            (None, _) => lang.sum_unpriced_each(deals),
            (Some(Price::Target(target)), _) => {
                lang.sum_target(&self.money(target), self.target_of(earning.base), deals)
            }
            (Some(Price::Flat(each)), Axis::Count) => lang.sum_each(&self.sum(each), deals),
            (Some(Price::Flat(each)), Axis::Quantity) => lang.sum_each_unit(&self.sum(each), deals),
            (Some(Price::Flat(rate)), _) => lang.sum_rate(&percent(rate), what, deals),
        };
        let mut told = vec![lang.sum_clawback_ever(&first)];
        told.extend(earning.tiers.iter().flat_map(|it| self.tiers(it, earning)));
        told.extend(self.over(earning).map(str::to_owned));
        told.extend(earning.threshold.iter().flat_map(|it| {
            let at = self.boundary(it.measure, it.at);
            let mut told = vec![match it.pays {
                ThresholdPays::All => lang.sum_threshold_all(&at),
                ThresholdPays::Excess => lang.sum_threshold_excess(&at),
            }];
            told.extend(self.measured(it.measure, lang.sum_a_threshold()));
            told
        }));
        told.extend(earning.deal_cap.map(|it| lang.sum_deal_cap(&self.money(it))));
        told.extend(earning.deal_floor.map(|it| lang.sum_deal_floor(&self.money(it))));
        told.extend(earning.cap.map(|it| lang.sum_cap(&self.money(it))));
        told.extend(earning.floor.map(|it| lang.sum_floor(&self.money(it))));
        self.sentences(&told)
    }

    /// What a rate that comes from a target is multiplied with.
    fn target_of(&self, base: Axis) -> &'static str {
        match base {
            Axis::Amount => self.lang.sum_amount(),
            Axis::Margin => self.lang.sum_margin(),
            Axis::Count => self.lang.sum_number(),
            Axis::Quantity => self.lang.sum_quantity(),
        }
    }

    /// Since when tiers, or a threshold alone, are measured.
    fn over(&self, earning: &Earning) -> Option<&'static str> {
        let lang = self.lang;
        let tiers = earning.tiers.as_ref().map(|it| it.measure.over);
        let over = tiers.or(earning.threshold.map(|it| it.measure.over))?;
        match (over, tiers.is_some()) {
            (Over::Period, _) => None,
            (Over::Year, true) => Some(lang.sum_over_year()),
            (Over::Year, false) => Some(lang.sum_threshold_over_year()),
            (Over::YearToDate, true) => Some(lang.sum_over_year_to_date()),
            (Over::YearToDate, false) => Some(lang.sum_threshold_over_year_to_date()),
            (Over::Deal, _) => Some(lang.sum_over_deal()),
        }
    }

    /// Which deals are measured where it is not those that are paid for, and whether a boundary is
    /// reached exactly at it.
    fn measured(&self, measure: Measure, what: &str) -> Vec<String> {
        let (is_all, is_above) = (measure.of == Measured::All, measure.reached == Reached::Above);
        let mut told = Vec::new();
        told.extend(is_all.then(|| self.lang.sum_of_all(what)));
        told.extend(is_above.then(|| self.lang.sum_only_above(what)));
        told
    }

    fn tiers(&self, tiers: &Tiers, earning: &Earning) -> Vec<String> {
        let lang = self.lang;
        let tier = |it: &Tier| {
            let price = match (it.price, earning.base) {
                (TierPrice::Times(times), _) => lang.sum_times(&print_number(times)),
                (TierPrice::Flat(each), Axis::Count) => lang.sum_price_deal(&self.sum(each)),
                (TierPrice::Flat(each), Axis::Quantity) => lang.sum_price_piece(&self.sum(each)),
                (TierPrice::Flat(rate), _) => percent(rate),
            };
            let from = self.boundary(tiers.measure, it.from);
            match it.to {
                Some(to) => lang.sum_tier_until(&from, &self.boundary(tiers.measure, to), &price),
                None => lang.sum_tier(&from, &price),
            }
        };
        let all: Vec<String> = tiers.steps.iter().map(tier).collect();
        let all = self.listed(&all);
        let mut told = vec![match tiers.mode {
            Mode::Marginal => lang.sum_marginal(&all),
            Mode::Retroactive => lang.sum_retroactive(&all),
        }];
        told.extend(leaves_a_gap(tiers).then(|| match earning.price {
            Some(_) => lang.sum_between_priced().to_owned(),
            None => lang.sum_between_unpriced().to_owned(),
        }));
        let measure = match tiers.mode {
            // What lies in a tier does not ask whether its beginning is reached.
            Mode::Marginal => Measure { reached: Reached::At, ..tiers.measure },
            Mode::Retroactive => tiers.measure,
        };
        told.extend(self.measured(measure, lang.sum_a_tier()));
        told
    }

    fn bonus(&self, bonus: &Bonus, component: &Component, deals: &str) -> String {
        let lang = self.lang;
        let level = |(at, pays): &(Exact, Exact)| {
            lang.sum_tier(&self.boundary(bonus.measure, *at), &self.sum(*pays))
        };
        let levels = self.listed(&bonus.levels.iter().map(level).collect::<Vec<_>>());
        let mut told = vec![match bonus.between {
            Between::Steps => lang.sum_bonus_steps(&levels),
            Between::Sum => lang.sum_bonus_sum(&levels),
            Between::Line => lang.sum_bonus_line(&levels),
        }];
        let is_plain = component.of == Whose::Own && component.only == Only::default();
        told.extend((!is_plain).then(|| lang.sum_bonus_of(deals)));
        told.extend(bonus.measure.over.is_over_year().then(|| lang.sum_bonus_year().to_owned()));
        let is_to_date = bonus.measure.over == Over::YearToDate;
        told.extend(is_to_date.then(|| lang.sum_quota_to_date().to_owned()));
        told.extend(self.measured(bonus.measure, lang.sum_a_level()));
        self.sentences(&told)
    }

    fn spiff(&self, spiff: &Spiff, deals: &str) -> String {
        let (lang, each) = (self.lang, self.money(spiff.each));
        let mut told = vec![match spiff.per {
            Axis::Quantity => lang.sum_spiff_unit(&each, deals),
            Axis::Amount | Axis::Margin | Axis::Count => lang.sum_spiff(&each, deals),
        }];
        told.extend(spiff.at_least.map(|it| lang.sum_spiff_at_least(&self.money(it))));
        told.extend(spiff.first.map(|it| lang.sum_spiff_first(&it.to_string())));
        self.sentences(&told)
    }

    fn pool(&self, pool: &Pool, component: &Component, deals: &str) -> String {
        let lang = self.lang;
        let mut told = vec![match &pool.filled {
            Filled::Amount(amount) => lang.sum_pool_amount(&self.money(*amount)),
            Filled::Earning(earning) => {
                let own = self.earning(earning, deals);
                let own = own.trim_end_matches(['.', '。']);
                lang.sum_pool_rate(own)
            }
        }];
        // A fixed amount goes by no deals but by those that it is shared by.
        let is_plain =
            matches!(pool.filled, Filled::Earning(_)) || component.only == Only::default();
        told.extend((!is_plain).then(|| lang.sum_bonus_of(deals)));
        told.push(match &pool.shares {
            Shares::Equal => lang.sum_pool_equal().to_owned(),
            Shares::Sales => lang.sum_pool_sales().to_owned(),
            Shares::Given(given) => {
                let share = |(name, it): &(String, Exact)| format!("{name} {}", percent(*it));
                lang.sum_pool_given(&self.listed(&given.iter().map(share).collect::<Vec<_>>()))
            }
        });
        self.sentences(&told)
    }
}

/// Whether something lies above a tier and in none.
fn leaves_a_gap(tiers: &Tiers) -> bool {
    let next = tiers.steps.iter().skip(1).map(|it| Some(it.from)).chain([None]);
    let ends = tiers.steps.iter().map(|it| it.to);
    ends.zip(next).any(|(to, next)| to.is_some_and(|to| next.is_none_or(|next| to < next)))
}

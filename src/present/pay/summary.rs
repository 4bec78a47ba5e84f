//! A plan in plain words, written from the plan itself.

use crate::domain::commission::cycle::Cycle;
use crate::domain::commission::format::print_number;
use crate::domain::commission::plan::{
    Axis, Between, Bonus, Component, CountedOn, Earning, Filled, Measure, Mode, Only, Over, Pays,
    Plan, Pool, Price, RampStep, Release, Shares, Spiff, Stretch, ThresholdPays, TierPrice, Tiers,
    Whose,
};
use crate::domain::exact::Exact;
use crate::domain::money::Money;
use crate::i18n::Lang;
use crate::present::format;

/// What a plan promises, sentence by sentence.
pub fn summary(lang: Lang, plan: &Plan) -> Vec<String> {
    let words = Words { lang, plan };
    let mut told = vec![lang.sum_period(words.cycle())];
    told.extend(plan.from.map(|it| lang.sum_from(&format::day(lang, it))));
    told.extend(plan.until.map(|it| lang.sum_until(&format::day(lang, it))));
    if plan.counted_on == CountedOn::Paid {
        told.push(lang.sum_paid().to_owned());
    }
    told.extend(plan.signed_from.map(|it| lang.sum_signed_from(&format::day(lang, it))));
    told.extend(plan.components.iter().map(|it| words.component(it)));
    told.extend((plan.salary != 0).then(|| lang.sum_salary(&words.money(plan.salary))));
    told.extend(plan.prorated.then(|| lang.sum_by_days().to_owned()));
    told.extend(plan.cap.map(|it| lang.sum_plan_cap(&words.money(it))));
    told.extend(plan.floor.map(|it| lang.sum_plan_floor(&words.money(it))));
    told.extend(words.later());
    told.extend(plan.guarantee.map(|it| lang.sum_guarantee(&words.money(it))));
    told
}

/// A part as percent, with as many digits as it needs.
pub fn percent(part: Exact) -> String {
    part.times(Exact::whole(100)).map(|it| format!("{}%", print_number(it))).unwrap_or_default()
}

/// A part of a plan in words, by its place.
pub(super) fn part(lang: Lang, plan: &Plan, place: usize) -> String {
    let words = Words { lang, plan };
    plan.components.get(place).map(|it| words.component(it)).unwrap_or_default()
}

struct Words<'a> {
    lang: Lang,
    plan: &'a Plan,
}

impl Words<'_> {
    fn money(&self, minor: i64) -> String {
        format::money(self.lang, Money::new(minor, self.plan.currency))
    }

    fn sum(&self, minor: Exact) -> String {
        self.money(minor.rounded())
    }

    fn cycle(&self) -> &'static str {
        match self.plan.cycle {
            Cycle::Once => self.lang.sum_once(),
            Cycle::Month => self.lang.sum_month(),
            Cycle::Quarter => self.lang.sum_quarter(),
            Cycle::Year => self.lang.sum_year(),
        }
    }

    /// What comes after the parts are added up.
    fn later(&self) -> Vec<String> {
        let (lang, plan) = (self.lang, self.plan);
        let mut told = Vec::new();
        if let Some(holdback) = plan.holdback {
            let share = percent(holdback.share);
            told.push(match holdback.release {
                Release::After(Stretch::Days(it)) => {
                    lang.sum_holdback_days(&share, &it.to_string())
                }
                Release::After(Stretch::Months(it)) => {
                    lang.sum_holdback_months(&share, &it.to_string())
                }
                Release::Paid => lang.sum_holdback_paid(&share),
                Release::Open => lang.sum_holdback_open(&share),
            });
        }
        if let Some(clawback) = plan.clawback {
            let text = lang.sum_clawback(&percent(clawback.share));
            told.push(match clawback.within {
                None => lang.sum_clawback_ever(&text),
                Some(Stretch::Days(it)) => lang.sum_clawback_days(&text, &it.to_string()),
                Some(Stretch::Months(it)) => lang.sum_clawback_months(&text, &it.to_string()),
            });
            told.extend(clawback.prorated.then(|| lang.sum_prorated().to_owned()));
        }
        if let Some(draw) = plan.draw {
            let amount = self.money(draw.amount);
            told.push(match draw.recoverable {
                true => lang.sum_draw(&amount),
                false => lang.sum_draw_plain(&amount),
            });
            told.extend(draw.periods.map(|it| lang.sum_draw_periods(&it.to_string())));
        }
        let quotas: Vec<String> = plan.ramp.iter().filter_map(|it| it.quota).map(percent).collect();
        told.extend((!quotas.is_empty()).then(|| lang.sum_ramp(&self.listed(&quotas))));
        let amounts = |of: fn(&RampStep) -> Option<i64>| -> Vec<String> {
            plan.ramp.iter().filter_map(of).map(|it| self.money(it)).collect()
        };
        let (least, draws) = (amounts(|it| it.guarantee), amounts(|it| it.draw));
        told.extend((!least.is_empty()).then(|| lang.sum_ramp_guarantee(&self.listed(&least))));
        told.extend((!draws.is_empty()).then(|| lang.sum_ramp_draw(&self.listed(&draws))));
        told
    }

    fn listed(&self, all: &[String]) -> String {
        let between = match self.lang {
            Lang::En => ", ",
            Lang::Zh => "，",
        };
        all.join(between)
    }

    fn component(&self, component: &Component) -> String {
        let deals = self.deals(component);
        let text = match &component.pays {
            Pays::Commission(earning) => self.earning(earning, &deals),
            Pays::Bonus(bonus) => self.bonus(bonus, component, &deals),
            Pays::Spiff(spiff) => self.spiff(spiff, &deals),
            Pays::Pool(pool) => self.pool(pool, &deals),
        };
        match component.name.is_empty() {
            true => text,
            false => self.lang.sum_part(&component.name, &text),
        }
    }

    fn deals(&self, component: &Component) -> String {
        let lang = self.lang;
        let mut deals = match component.of {
            Whose::Own => lang.sum_own(),
            Whose::Team => lang.sum_team(),
            Whose::Below => lang.sum_below(),
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
            (None, _) => lang.sum_unpriced(deals),
            (Some(Price::Target(target)), _) => lang.sum_target(&self.money(target), deals),
            (Some(Price::Flat(each)), Axis::Count) => lang.sum_each(&self.sum(each), deals),
            (Some(Price::Flat(each)), Axis::Quantity) => lang.sum_each_unit(&self.sum(each), deals),
            (Some(Price::Flat(rate)), _) => lang.sum_rate(&percent(rate), what, deals),
        };
        let mut told = vec![lang.sum_clawback_ever(&first)];
        told.extend(earning.tiers.as_ref().map(|it| self.tiers(it, earning.base)));
        let measures =
            [earning.tiers.as_ref().map(|it| it.measure), earning.threshold.map(|it| it.measure)];
        let over = measures.into_iter().flatten().map(|it| it.over).next();
        match over {
            Some(Over::Year) => told.push(lang.sum_over_year().to_owned()),
            Some(Over::YearToDate) => told.push(lang.sum_over_year_to_date().to_owned()),
            Some(Over::Deal) => told.push(lang.sum_over_deal().to_owned()),
            Some(Over::Period) | None => {}
        }
        told.extend(earning.threshold.map(|it| {
            let at = self.boundary(it.measure, it.at);
            match it.pays {
                ThresholdPays::All => lang.sum_threshold_all(&at),
                ThresholdPays::Excess => lang.sum_threshold_excess(&at),
            }
        }));
        told.extend(earning.deal_cap.map(|it| lang.sum_deal_cap(&self.money(it))));
        told.extend(earning.deal_floor.map(|it| lang.sum_deal_floor(&self.money(it))));
        told.extend(earning.cap.map(|it| lang.sum_cap(&self.money(it))));
        told.extend(earning.floor.map(|it| lang.sum_floor(&self.money(it))));
        self.sentences(&told)
    }

    fn sentences(&self, told: &[String]) -> String {
        match self.lang {
            Lang::En => told.join(" "),
            Lang::Zh => told.concat(),
        }
    }

    fn tiers(&self, tiers: &Tiers, base: Axis) -> String {
        let tier = |it: &crate::domain::commission::plan::Tier| {
            let price = match it.price {
                TierPrice::Times(times) => self.lang.sum_times(&print_number(times)),
                TierPrice::Flat(each) if matches!(base, Axis::Count | Axis::Quantity) => {
                    self.sum(each)
                }
                TierPrice::Flat(rate) => percent(rate),
            };
            self.lang.sum_tier(&self.boundary(tiers.measure, it.from), &price)
        };
        let all: Vec<String> = tiers.steps.iter().map(tier).collect();
        match tiers.mode {
            Mode::Marginal => self.lang.sum_marginal(&self.listed(&all)),
            Mode::Retroactive => self.lang.sum_retroactive(&self.listed(&all)),
        }
    }

    fn boundary(&self, measure: Measure, at: Exact) -> String {
        match measure.axis {
            Some(Axis::Margin) if measure.of_amount => self.lang.sum_of_margin(&percent(at)),
            Some(Axis::Amount | Axis::Margin) => self.sum(at),
            Some(Axis::Count) => self.lang.sum_deals(&print_number(at)),
            Some(Axis::Quantity) => self.lang.sum_pieces(&print_number(at)),
            None => self.lang.sum_of_quota(&percent(at)),
        }
    }

    fn bonus(&self, bonus: &Bonus, component: &Component, deals: &str) -> String {
        let level = |(at, pays): &(Exact, Exact)| {
            self.lang.sum_tier(&self.boundary(bonus.measure, *at), &self.sum(*pays))
        };
        let levels = self.listed(&bonus.levels.iter().map(level).collect::<Vec<_>>());
        let mut told = vec![match bonus.between {
            Between::Steps => self.lang.sum_bonus_steps(&levels),
            Between::Sum => self.lang.sum_bonus_sum(&levels),
            Between::Line => self.lang.sum_bonus_line(&levels),
        }];
        let is_plain = component.of == Whose::Own && component.only == Only::default();
        told.extend((!is_plain).then(|| self.lang.sum_bonus_of(deals)));
        let is_year = bonus.measure.over.is_over_year();
        told.extend(is_year.then(|| self.lang.sum_bonus_year().to_owned()));
        let is_to_date = bonus.measure.over == Over::YearToDate;
        told.extend(is_to_date.then(|| self.lang.sum_quota_to_date().to_owned()));
        self.sentences(&told)
    }

    fn spiff(&self, spiff: &Spiff, deals: &str) -> String {
        let lang = self.lang;
        let mut told = vec![lang.sum_spiff(&self.money(spiff.each), deals)];
        told.extend(spiff.at_least.map(|it| lang.sum_spiff_at_least(&self.money(it))));
        told.extend(spiff.first.map(|it| lang.sum_spiff_first(&it.to_string())));
        self.sentences(&told)
    }

    fn pool(&self, pool: &Pool, deals: &str) -> String {
        let lang = self.lang;
        let first = match &pool.filled {
            Filled::Amount(amount) => lang.sum_pool_amount(&self.money(*amount)),
            Filled::Earning(earning) => {
                let own = self.earning(earning, deals);
                let own = own.trim_end_matches(['.', '。']);
                lang.sum_pool_rate(own)
            }
        };
        let shares = match &pool.shares {
            Shares::Equal => lang.sum_pool_equal().to_owned(),
            Shares::Sales => lang.sum_pool_sales().to_owned(),
            Shares::Given(given) => {
                let share = |(name, it): &(String, Exact)| format!("{name} {}", percent(*it));
                lang.sum_pool_given(&self.listed(&given.iter().map(share).collect::<Vec<_>>()))
            }
        };
        self.sentences(&[first, shares])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::commission::format::plan_of_text;

    #[track_caller]
    fn check(text: &str, english: &str, chinese: &str) {
        let plan = plan_of_text(text).expect("a plan");
        assert_eq!(summary(Lang::En, &plan).join(" "), english);
        assert_eq!(summary(Lang::Zh, &plan).concat(), chinese);
    }

    #[test]
    fn a_plan_is_told_from_itself() {
        check(
            r#"{"currency":"CNY","period":"quarter","components":[{"rate":"5%","tiers":{"by":"attainment","steps":[{"from":1,"times":"1.5"}]},"cap":20000}],"clawback":{"within_days":90}}"#,
            "Pays each quarter. 5% of the amount of their own deals. In tiers, each for what lies in it: from 100% of the quota 1.5 times the rate. At most CN¥20,000 a period. 100% of what a deal was paid is taken back if it is cancelled within 90 days.",
            "按季度结算。本人商机的金额的 5%。分段累进：目标的 100% 起 1.5 倍比例。每期最多 ¥20,000。商机取消时追回已发提成的 100%（90 天内）。",
        );
    }

    #[test]
    fn a_bonus_is_told_with_what_it_is_measured_by() {
        let text = r#"{"currency":"CNY","period":"month","components":[{"kind":"bonus","of":"team","products":["Pro"],"from":"2026-03-01","measure":{"by":"amount","over":"year"},"levels":[{"from":1000,"amount":50}]}],"ramp":[{"draw":300,"guarantee":200}]}"#;
        let plan = plan_of_text(text).expect("a plan");
        let told = summary(Lang::En, &plan).join(" ");
        for part in [
            "It goes by deals of those they manage with Pro, from ",
            "2026 on.",
            "It counts since the beginning of the year; each period pays what it is more than before.",
            "New joiners are paid at least, period by period: CN¥200.",
            "New joiners are advanced, period by period: CN¥300.",
        ] {
            assert!(told.contains(part), "{part} in {told}");
        }
        let told = summary(Lang::Zh, &plan).concat();
        assert!(told.contains("计量口径：直属下级的商机（产品：Pro），自"), "{told}");
    }
}

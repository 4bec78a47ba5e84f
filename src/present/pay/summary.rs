//! A plan in plain words, written from the plan itself.

mod part;
#[cfg(test)]
mod tests;

use crate::domain::commission::cycle::Cycle;
use crate::domain::commission::format::print_number;
use crate::domain::commission::plan::{
    Axis, Clawback, CountedOn, Draw, Holdback, Measure, Negative, Plan, RampStep, Release, Stretch,
};
use crate::domain::exact::Exact;
use crate::domain::money::Money;
use crate::i18n::Lang;
use crate::present::format;

/// What a plan promises, sentence by sentence.
pub fn summary(lang: Lang, plan: &Plan) -> Vec<String> {
    let words = Words { lang, plan };
    let mut told = vec![lang.sum_period(words.cycle(), plan.currency.code())];
    let year = format::month_of_year(lang, plan.year_starts);
    told.extend((plan.year_starts != 1).then(|| lang.sum_year_starts(&year)));
    told.extend(plan.from.map(|it| lang.sum_from(&format::day(lang, it))));
    told.extend(plan.until.map(|it| lang.sum_until(&format::day(lang, it))));
    if plan.counted_on == CountedOn::Paid {
        told.push(lang.sum_paid().to_owned());
    }
    told.extend(plan.signed_from.map(|it| lang.sum_signed_from(&format::day(lang, it))));
    let says_unit = plan.goes_by_quotas() || plan.quota_in != Axis::Amount;
    told.extend(says_unit.then(|| words.quota_in().to_owned()));
    told.extend(plan.components.iter().map(|it| words.component(it)));
    told.extend((plan.salary != 0).then(|| lang.sum_salary(&words.money(plan.salary))));
    told.extend(plan.prorated.then(|| lang.sum_by_days().to_owned()));
    let leaves_any = plan.components.iter().any(|it| it.uncapped);
    told.extend(plan.cap.map(|it| match leaves_any {
        true => lang.sum_plan_cap_others(&words.money(it)),
        false => lang.sum_plan_cap(&words.money(it)),
    }));
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

    /// What quotas are set in.
    fn quota_in(&self) -> &'static str {
        match self.plan.quota_in {
            Axis::Amount => self.lang.sum_quota_amount(),
            Axis::Margin => self.lang.sum_quota_margin(),
            Axis::Count => self.lang.sum_quota_count(),
            Axis::Quantity => self.lang.sum_quota_quantity(),
        }
    }

    /// What comes after the parts are added up.
    fn later(&self) -> Vec<String> {
        let plan = self.plan;
        let mut told: Vec<String> = plan.holdback.iter().map(|it| self.holdback(*it)).collect();
        told.extend(plan.clawback.iter().flat_map(|it| self.clawback(*it)));
        told.extend(plan.draw.iter().flat_map(|it| self.draw(*it)));
        told.extend(self.below_nothing().map(str::to_owned));
        told.extend(self.ramp());
        told
    }

    fn holdback(&self, holdback: Holdback) -> String {
        let (lang, share) = (self.lang, percent(holdback.share));
        match holdback.release {
            Release::After(Stretch::Days(it)) => lang.sum_holdback_days(&share, &it.to_string()),
            Release::After(Stretch::Months(it)) => {
                lang.sum_holdback_months(&share, &it.to_string())
            }
            Release::Paid => lang.sum_holdback_paid(&share),
            Release::Open => lang.sum_holdback_open(&share),
        }
    }

    fn clawback(&self, clawback: Clawback) -> Vec<String> {
        let lang = self.lang;
        let text = lang.sum_clawback(&percent(clawback.share));
        let mut told = vec![match clawback.within {
            None => lang.sum_clawback_ever(&text),
            Some(Stretch::Days(it)) => lang.sum_clawback_days(&text, &it.to_string()),
            Some(Stretch::Months(it)) => lang.sum_clawback_months(&text, &it.to_string()),
        }];
        told.extend(clawback.prorated.then(|| lang.sum_prorated().to_owned()));
        told
    }

    fn draw(&self, draw: Draw) -> Vec<String> {
        let (lang, amount) = (self.lang, self.money(draw.amount));
        let mut told = vec![match draw.recoverable {
            true => lang.sum_draw(&amount),
            false => lang.sum_draw_plain(&amount),
        }];
        told.extend(draw.periods.map(|it| lang.sum_draw_periods(&it.to_string())));
        told.extend(draw.recoverable.then(|| lang.sum_draw_debt().to_owned()));
        told
    }

    /// What becomes of a period that ends below nothing, where one can.
    fn below_nothing(&self) -> Option<&'static str> {
        match self.plan.negative {
            Negative::Carry => Some(self.lang.sum_negative_carry()),
            Negative::Pay if self.plan.can_end_below_nothing() => {
                Some(self.lang.sum_negative_pay())
            }
            Negative::Pay => None,
        }
    }

    /// How the first periods of somebody new differ, each in its place.
    fn ramp(&self) -> Vec<String> {
        let (lang, plan) = (self.lang, self.plan);
        let each = |of: &dyn Fn(&RampStep) -> Option<String>| -> Option<String> {
            let all: Vec<Option<String>> = plan.ramp.iter().map(of).collect();
            let last = all.iter().rposition(Option::is_some)?;
            let usual = || lang.sum_ramp_usual().to_owned();
            let all: Vec<String> =
                all.into_iter().take(last + 1).map(|it| it.unwrap_or_else(usual)).collect();
            Some(self.listed(&all))
        };
        let quotas = each(&|it| it.quota.map(percent));
        let least = each(&|it| it.guarantee.map(|it| self.money(it)));
        let draws = each(&|it| it.draw.map(|it| self.money(it)));
        let has_draws = draws.is_some();
        let mut told: Vec<String> = quotas.iter().map(|it| lang.sum_ramp(it)).collect();
        told.extend(least.iter().map(|it| lang.sum_ramp_guarantee(it)));
        told.extend(draws.iter().map(|it| lang.sum_ramp_draw(it)));
        // Without a draw of the plan's own nothing says that it is taken back.
        let is_plain = has_draws && plan.draw.is_none();
        told.extend(is_plain.then(|| lang.sum_ramp_draw_plain().to_owned()));
        told
    }

    fn listed(&self, all: &[String]) -> String {
        let between = match self.lang {
            Lang::En => ", ",
            Lang::Zh => "，",
        };
        all.join(between)
    }

    fn sentences(&self, told: &[String]) -> String {
        match self.lang {
            Lang::En => told.join(" "),
            Lang::Zh => told.concat(),
        }
    }

    fn boundary(&self, measure: Measure, at: Exact) -> String {
        match measure.axis {
            Some(Axis::Margin) if measure.of_amount => self.lang.sum_of_margin(&percent(at)),
            Some(Axis::Margin) => self.lang.sum_margin_amount(&self.sum(at)),
            Some(Axis::Amount) => self.sum(at),
            Some(Axis::Count) => self.lang.sum_deals(&print_number(at)),
            Some(Axis::Quantity) => self.lang.sum_pieces(&print_number(at)),
            None => self.lang.sum_of_quota(&percent(at)),
        }
    }
}

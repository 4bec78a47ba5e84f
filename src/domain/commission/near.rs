//! Where people stood just below a step at which a plan pays more at once: there they pull deals
//! forward, or hold them for the next period.

use super::cycle::Turn;
use super::earn::Asked;
use super::measure::Stage;
use super::plan::{Between, Measure, Mode, Over, Pays, Plan, ThresholdPays};
use super::{CannotPay, Facts};
use crate::domain::exact::Exact;

/// Somebody just below a step in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Near {
    /// Who: a place among the members.
    pub member: usize,
    /// When.
    pub turn: Turn,
}

/// Who of those that the plan pays would have reached a step with so many percent more, in which of
/// the periods, in order of people and periods.
///
/// # Errors
/// [`CannotPay`] where the facts lack what the plan goes by.
pub fn near_steps(
    plan: &Plan,
    facts: &Facts,
    (is_within, percent): (&dyn Fn(Turn) -> bool, i64),
) -> Result<Vec<Near>, CannotPay> {
    let stage = Stage::new(plan, facts)?;
    let mut all = Vec::new();
    for member in (0..facts.members.len()).filter(|it| !facts.members[*it].is_paid_elsewhere) {
        for (place, turn) in stage.book.turns.iter().enumerate().filter(|(_, it)| is_within(**it)) {
            if stage.is_near(member, place, percent)? {
                all.push(Near { member, turn: *turn });
            }
        }
    }
    Ok(all)
}

impl Stage<'_> {
    fn is_near(&self, member: usize, turn: usize, percent: i64) -> Result<bool, CannotPay> {
        for (place, component) in self.plan.components.iter().enumerate() {
            let (sellers, of) = (self.sellers(member, component.of), Some(component.of));
            let asked = Asked { place, sellers, member, of, turn };
            for (measure, bounds) in component.pays.steps_at_once() {
                let turns = self.turns(turn, measure.over);
                if asked.sellers.is_empty() || self.entries(&asked.sellers, &turns).is_empty() {
                    continue;
                }
                let ((sold, _), unit) = self.sold(&asked, measure, &turns)?;
                let more = Exact::new((100 + percent).into(), 100).and_then(|it| sold.times(it));
                let more = more.ok_or(CannotPay::TooLarge)?;
                for bound in bounds {
                    let at = bound.times(unit).ok_or(CannotPay::TooLarge)?;
                    if sold < at && at <= more {
                        return Ok(true);
                    }
                }
            }
        }
        Ok(false)
    }
}

impl Pays {
    /// Where it pays more at once: the boundaries of tiers that hold for all, a threshold from which
    /// on everything is paid, the levels of a bonus.
    fn steps_at_once(&self) -> Vec<(Measure, Vec<Exact>)> {
        let mut all = Vec::new();
        if let Some(earning) = self.earning() {
            let tiers = earning.tiers.iter().filter(|it| it.mode == Mode::Retroactive);
            all.extend(tiers.map(|it| (it.measure, it.steps.iter().map(|it| it.from).collect())));
            let threshold = earning.threshold.filter(|it| it.pays == ThresholdPays::All);
            all.extend(threshold.map(|it| (it.measure, vec![it.at])));
        }
        if let Pays::Bonus(bonus) = self
            && bonus.between != Between::Line
        {
            all.push((bonus.measure, bonus.levels.iter().map(|(from, _)| *from).collect()));
        }
        all.retain(|(measure, _): &(Measure, Vec<Exact>)| measure.over != Over::Deal);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::commission::format;

    /// With a step at 1,000: a tenth more than 909 is 999.90, below it; than 910 it is 1,001.
    #[track_caller]
    fn check(component: &str, sold: i64, expect: bool) {
        let text = format!(r#"{{"currency":"USD","components":[{component}]}}"#);
        let plan = format::plan_of_text(&text).expect("a plan");
        let happened = serde_json::json!({ "quota": 1000, "sales": sold });
        let facts = format::facts(&happened, &plan).expect("facts").facts;
        let near = near_steps(&plan, &facts, (&|_| true, 10)).expect("it can be paid");
        assert_eq!(!near.is_empty(), expect, "{component} {sold}");
    }

    #[test]
    fn who_is_less_than_a_tenth_below_a_step_is_near_it() {
        let steps = r#""steps":[{"from":0,"rate":"5%"},{"from":1000,"rate":"8%"}]"#;
        let retroactive = format!(r#"{{"tiers":{{"mode":"retroactive",{steps}}}}}"#);
        let threshold = r#"{"rate":"5%","threshold":{"by":"attainment","at":"100%"}}"#;
        let bonus =
            r#"{"kind":"bonus","measure":{"by":"attainment"},"levels":[{"from":1,"amount":50}]}"#;
        for component in [retroactive.as_str(), threshold, bonus] {
            check(component, 909, false);
            check(component, 910, true);
            check(component, 999, true);
            check(component, 1000, false);
        }
        // What pays no more at once is no step.
        check(&format!(r#"{{"tiers":{{{steps}}}}}"#), 999, false);
        check(&bonus.replace("\"levels\"", r#""between":"line","levels""#), 999, false);
    }
}

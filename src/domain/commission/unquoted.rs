//! Who of a plan lacks the quota that it goes by.

use super::cycle::Turn;
use super::earn::Asked;
use super::gather::quotas_of_everybody;
use super::kept::PayPlan;
use super::measure::Stage;
use super::plan::{Component, Over, Pays, Plan, Price};
use crate::domain::calendar::{Day, Period};
use crate::domain::id::PersonId;
use crate::domain::workspace::Workspace;

/// Those of a plan who lack a quota.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unquoted {
    /// The period.
    pub period: Period,
    /// Who.
    pub people: Vec<PersonId>,
    /// How many the plan pays in the period.
    pub of: usize,
}

/// Who is paid by quotas and has none, in the period of the plan that runs today, or in its first or
/// last one where it begins later or has ended; none where everybody has one, or nothing goes by
/// them.
pub fn unquoted(
    workspace: &Workspace,
    (known, plan): (&PayPlan, &Plan),
    today: Day,
) -> Option<Unquoted> {
    if plan.components.iter().all(|it| spans(it).is_empty()) {
        return None;
    }
    let day = plan.from.map_or(today, |it| it.max(today));
    let period = plan.period_of(plan.until.map_or(day, |it| it.min(day)))?;
    // What goes by a year goes by all of its periods.
    let start = plan.start();
    let year = Turn(Some(period)).year(start).and_then(|it| it.span(start))?;
    let turn = |it: Day| plan.cycle.turn_of(it, start);
    let all = plan.cycle.all(turn(year.first), turn(year.last), start);
    let at = all.iter().position(|it| *it == Turn(Some(period)))?;
    let (everybody, facts) = quotas_of_everybody(workspace, plan, &all);
    let stage = Stage::new(plan, &facts).ok()?;
    let places = known.people.iter();
    let places = places.filter_map(|it| everybody.iter().position(|other| other == it));
    let due: Vec<usize> = places.filter(|it| stage.is_due(*it, at, None)).collect();
    let lacks = |member: &usize| {
        let mut parts = plan.components.iter().enumerate();
        parts.any(|part| lacks_quota(&stage, part, *member, at))
    };
    let people: Vec<PersonId> =
        due.iter().filter(|it| lacks(it)).map(|it| everybody[*it]).collect();
    (!people.is_empty()).then_some(Unquoted { period, people, of: due.len() })
}

/// Whether a part of the plan goes by a quota that a member lacks in a period.
fn lacks_quota(
    stage: &Stage,
    (place, component): (usize, &Component),
    member: usize,
    turn: usize,
) -> bool {
    let is_pool = matches!(component.pays, Pays::Pool(_));
    let of = if is_pool { None } else { Some(component.of) };
    let sellers = match is_pool {
        true => {
            let all = &stage.facts.members;
            (0..all.len()).filter(|it| all[*it].team == all[member].team).collect()
        }
        false => stage.sellers(member, component.of),
    };
    // Who manages nobody is paid nothing for a team, whatever its quota.
    if sellers.is_empty() {
        return false;
    }
    let asked = Asked { place, sellers, member, of, turn };
    spans(component).into_iter().any(|over| stage.quota(&asked, over).is_err())
}

/// Over what the quotas are that a part of a plan goes by.
fn spans(component: &Component) -> Vec<Over> {
    let earning = component.pays.earning();
    let tiers = earning.and_then(|it| it.tiers.as_ref()).map(|it| it.measure);
    let threshold = earning.and_then(|it| it.threshold).map(|it| it.measure);
    let bonus = match &component.pays {
        Pays::Bonus(bonus) => Some(bonus.measure),
        _ => None,
    };
    let measured = [tiers, threshold, bonus].into_iter().flatten();
    let mut all: Vec<Over> = measured.filter(|it| it.axis.is_none()).map(|it| it.over).collect();
    let by_target = earning.is_some_and(|it| matches!(it.price, Some(Price::Target(_))));
    all.extend(by_target.then_some(Over::Period));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::commission::format::plan_of_text;
    use crate::domain::for_tests::{day, put};
    use crate::domain::goal::{Bearer, Goal};
    use crate::domain::id::TeamId;
    use crate::domain::money::{Currency, Money};
    use crate::domain::people::{Person, Team};

    /// Ann manages Bo and Cy; Bo alone has a quota, of the year; Di has left.
    fn team() -> (Workspace, Vec<PersonId>) {
        let mut workspace = Workspace::default();
        let team = TeamId::drawn(1);
        let led = Team { name: "North".to_owned(), manager: "Ann".to_owned() };
        put(&mut workspace, team, &led);
        let people: Vec<PersonId> = (1..=4).map(PersonId::drawn).collect();
        for (id, name) in people.iter().zip(["Ann", "Bo", "Cy", "Di"]) {
            let team = ["Bo", "Cy"].contains(&name).then_some(team);
            let left = (name == "Di").then(|| day("2026-03-31"));
            put(
                &mut workspace,
                *id,
                &Person { name: name.to_owned(), team, left, ..Person::default() },
            );
        }
        let (bearer, period) = (Bearer::Person(people[1]), Period::Year(2026));
        let quota = Some(Money::new(1_200_000, Currency::USD));
        let goal = Goal { bearer: Some(bearer), period: Some(period), quota, ..Goal::default() };
        put(&mut workspace, Goal::id_of(bearer, period), &goal);
        (workspace, people)
    }

    #[track_caller]
    fn check(plan: &str, today: &str, expect: Option<(Period, &[usize], usize)>) {
        let (workspace, people) = team();
        let plan = plan_of_text(plan).expect("a plan");
        let known = PayPlan { people: people.clone(), ..PayPlan::default() };
        let found = unquoted(&workspace, (&known, &plan), day(today));
        let expect = expect.map(|(period, who, of)| {
            let people = who.iter().map(|it| people[*it]).collect();
            Unquoted { period, people, of }
        });
        assert_eq!(found, expect);
    }

    // What is written of quotas: the payee's own; that of the team where a manager has none; that of
    // all who share a pool together.
    #[test]
    fn whoever_is_paid_by_a_quota_and_has_none_is_named() {
        let may = Period::Month(2026, 5);
        let tiers = r#"{"currency":"USD","period":"month","components":[{"rate":"5%","tiers":{"by":"attainment","steps":[{"from":1,"times":2}]}}]}"#;
        check(tiers, "2026-05-10", Some((may, &[0, 2], 3)));
        let march = Period::Month(2026, 3);
        check(tiers, "2026-03-10", Some((march, &[0, 2, 3], 4)));
        let bonus = r#"{"currency":"USD","period":"month","components":[{"of":"team","kind":"bonus","measure":{"by":"attainment"},"levels":[{"from":1,"amount":300}]}]}"#;
        check(bonus, "2026-05-10", None);
        let amount = r#"{"currency":"USD","period":"month","components":[{"rate":"5%"}]}"#;
        check(amount, "2026-05-10", None);
        let target = r#"{"currency":"USD","period":"month","components":[{"target":500}]}"#;
        check(target, "2026-05-10", Some((may, &[0, 2], 3)));
    }

    #[test]
    fn a_plan_is_looked_at_in_a_period_that_it_has() {
        let from = r#"{"currency":"USD","period":"quarter","from":"2026-07-01","components":[{"target":500}]}"#;
        check(from, "2026-05-10", Some((Period::Quarter(2026, 3), &[0, 2], 3)));
        let until = r#"{"currency":"USD","period":"month","until":"2026-04-30","components":[{"target":500}]}"#;
        check(until, "2026-05-10", Some((Period::Month(2026, 4), &[0, 2], 3)));
    }
}

//! What a plan and others would pay twice, in words, with the ways out.

use super::builder::Edit;
use super::read;
use super::summary::part;
use crate::domain::arrange;
use crate::domain::commission::Plan;
use crate::domain::commission::kept::{PayDeed, PayPlan};
use crate::domain::commission::overlap::{
    Overlap, Twice, can_end, is_meant, overlaps, won_already,
};
use crate::domain::id::{PayPlanId, PersonId};
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::name_order::NameOrder;

/// What a plan and another one would pay twice.
#[derive(Clone, Debug, PartialEq)]
pub struct OverlapView {
    /// The other plan.
    pub other: PayPlanId,
    /// Its name.
    pub name: String,
    /// Whom both pay, and when.
    pub sentence: String,
    /// What is paid twice, and what is won of it already.
    pub twice: Vec<String>,
    /// Whom both pay.
    pub people: Vec<PersonId>,
    /// Ending the other plan before this one begins, where that is possible.
    pub end: Option<EndOffer>,
    /// Beginning this plan once the other has ended, where it ends.
    pub begin: Option<(Edit, String)>,
}

/// The way out of ending the other plan.
#[derive(Clone, Debug, PartialEq)]
pub struct EndOffer {
    /// What the button says.
    pub label: String,
    /// What becomes of it once the plan is published.
    pub chosen: String,
    /// Who is paid by no plan then.
    pub lacks: Option<String>,
}

/// All that a plan, as it is written now, and published ones would pay twice.
pub fn paid_twice(
    workspace: &Workspace,
    lang: Lang,
    (id, known): (PayPlanId, &PayPlan),
) -> Vec<OverlapView> {
    let Some(plan) = read(known) else { return Vec::new() };
    let all = overlaps(workspace, (id, known, &plan));
    // The version that this one follows ends when it is published.
    let others = all.iter().filter(|it| known.follows != Some(it.other));
    let view = |it: &Overlap| {
        let record = workspace.pay_plans.get(it.other)?;
        let pair = (&plan, &read(record)?);
        Some(OverlapView {
            other: it.other,
            name: record.name.clone(),
            sentence: sentence(workspace, lang, it, &record.name),
            twice: twice(workspace, lang, pair, it),
            people: it.people.clone(),
            end: end(workspace, lang, (known, &plan), (it, record)),
            begin: begin(lang, pair, record),
        })
    };
    others.filter_map(view).collect()
}

/// What a published plan says of others that pay for the same.
pub fn told(workspace: &Workspace, lang: Lang, (id, known): (PayPlanId, &PayPlan)) -> Vec<String> {
    let plan = read(known).filter(|_| known.published.is_some());
    let Some(plan) = plan else { return Vec::new() };
    let all = overlaps(workspace, (id, known, &plan));
    let words = |it: &Overlap| {
        let other = workspace.pay_plans.get(it.other)?;
        if !is_meant(workspace, (id, known), it.other) {
            return Some(sentence(workspace, lang, it, &other.name));
        }
        let reason = match known.beside_reason.trim() {
            "" => other.beside_reason.trim(),
            own => own,
        };
        Some(lang.overlap_meant(&other.name, reason))
    };
    all.iter().filter_map(words).collect()
}

/// What publishing a plan is: those of the chosen plans that pay for the same end before it, and
/// beside the rest it is meant to pay where a reason is given.
pub fn publishing(
    workspace: &Workspace,
    (id, plan): (PayPlanId, PayPlan),
    ends: &[PayPlanId],
) -> PayDeed {
    let read = read(&plan);
    let all = read.map(|read| overlaps(workspace, (id, &plan, &read))).unwrap_or_default();
    let others = all.iter().map(|it| it.other).filter(|it| plan.follows != Some(*it));
    let (ends, mut beside): (Vec<PayPlanId>, Vec<PayPlanId>) =
        others.partition(|it| ends.contains(it));
    let reason = plan.beside_reason.trim();
    if reason.is_empty() {
        beside.clear();
    }
    let beside_reason = if beside.is_empty() { String::new() } else { reason.to_owned() };
    PayDeed::PublishAfter(id, PayPlan { beside, beside_reason, ..plan }, ends)
}

fn names(workspace: &Workspace, lang: Lang, people: &[PersonId]) -> String {
    let known = people.iter().filter_map(|it| workspace.people.get(*it));
    let mut names: Vec<&str> = known.map(|it| it.name.as_str()).collect();
    arrange::by_cached_key(&mut names, |it| NameOrder::of(it));
    names.join(lang.list_comma())
}

fn sentence(workspace: &Workspace, lang: Lang, overlap: &Overlap, other: &str) -> String {
    let names = names(workspace, lang, &overlap.people);
    let day = |it| format::day(lang, it);
    match (overlap.first.map(day), overlap.last.map(day)) {
        (Some(first), Some(last)) => lang.overlap_between(&names, other, &first, &last),
        (Some(first), None) => lang.overlap_from(&names, other, &first),
        (None, Some(last)) => lang.overlap_until(&names, other, &last),
        (None, None) => lang.overlap_always(&names, other),
    }
}

fn twice(
    workspace: &Workspace,
    lang: Lang,
    (plan, second): (&Plan, &Plan),
    overlap: &Overlap,
) -> Vec<String> {
    let words = |it: &Twice| match *it {
        Twice::Parts(own, other) => {
            lang.overlap_parts(&part(lang, plan, own), &part(lang, second, other))
        }
        Twice::Salary => lang.overlap_salary().to_owned(),
        Twice::Draw => lang.overlap_draw().to_owned(),
        Twice::Guarantee => lang.overlap_guarantee().to_owned(),
    };
    let mut told: Vec<String> = overlap.twice.iter().map(words).collect();
    let (count, worth) = won_already(workspace, (plan, second), overlap);
    if count != 0 {
        let worth = format::money(lang, Money::new(worth, plan.currency));
        told.push(lang.overlap_won(&format::count(lang, count as u64), &worth));
    }
    told
}

fn end(
    workspace: &Workspace,
    lang: Lang,
    (known, plan): (&PayPlan, &Plan),
    (overlap, other): (&Overlap, &PayPlan),
) -> Option<EndOffer> {
    let from = plan.from.filter(|it| can_end(workspace, overlap.other, *it))?;
    let day = format::day(lang, from.minus(1));
    let alone = other.people.iter().copied().filter(|it| !known.people.contains(it));
    let alone: Vec<PersonId> = alone.filter(|it| workspace.people.has(*it)).collect();
    let lacks = (!alone.is_empty()).then(|| lang.overlap_lacks(&names(workspace, lang, &alone)));
    Some(EndOffer {
        label: lang.overlap_end(&other.name, &day),
        chosen: lang.overlap_ends(&other.name, &day),
        lacks,
    })
}

fn begin(lang: Lang, (plan, second): (&Plan, &Plan), other: &PayPlan) -> Option<(Edit, String)> {
    let day = second.until?.next();
    // A plan that would end before it begins is none.
    plan.until.is_none_or(|it| day <= it).then(|| {
        let label = lang.overlap_begin(&format::day(lang, day), &other.name);
        (Edit::Set("/from".to_owned(), day.to_string()), label)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::{day, put};
    use crate::domain::people::Person;

    #[test]
    fn the_plan_the_people_the_days_and_what_is_paid_twice_are_named() {
        let mut workspace = Workspace::default();
        let people = [("Ann", 1), ("Bo", 2)].map(|(name, id)| {
            let id = PersonId::drawn(id);
            put(&mut workspace, id, &Person { name: name.to_owned(), ..Person::default() });
            id
        });
        let plan = |name: &str, from: &str, people: &[PersonId]| PayPlan {
            name: name.to_owned(),
            plan: format!(
                r#"{{"currency":"CNY","period":"month","from":"{from}","components":[{{"rate":"5%"}}]}}"#
            ),
            people: people.to_vec(),
            published: Some(day("2026-01-01")),
            ..PayPlan::default()
        };
        let (old, new) = (PayPlanId::drawn(1), PayPlanId::drawn(2));
        put(&mut workspace, old, &plan("Old", "2026-01-01", &people));
        let second = plan("New", "2026-07-01", &people[..1]);
        let views = paid_twice(&workspace, Lang::En, (new, &second));
        let view = views.first().expect("an overlap");
        assert_eq!(view.sentence, "Ann: paid for the same by Old as well, from 1 Jul 2026 on.");
        assert_eq!(
            view.twice,
            [
                "This plan: 5% of the amount of their own deals. The other: 5% of the amount of their own deals."
            ]
        );
        let end = view.end.clone().expect("a way out");
        assert_eq!(end.label, "End Old on 30 Jun 2026");
        assert_eq!(end.lacks.as_deref(), Some("Then paid by no plan: Bo."));
        assert_eq!(view.begin, None);
        let (beside, beside_reason) = (vec![old], "launch of X".to_owned());
        let meant = PayPlan { beside, beside_reason, ..second };
        put(&mut workspace, new, &meant);
        let known = workspace.pay_plans.get(old).expect("a plan").clone();
        let words = told(&workspace, Lang::En, (old, &known));
        assert_eq!(words, ["Meant to add up with New: launch of X"]);
    }
}

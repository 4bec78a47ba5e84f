//! What a plan and others would pay twice, in words, with the ways out.

use super::builder::Edit;
use super::summary::part;
use super::whom::whom;
use super::{part_period, read};
use crate::domain::calendar::Day;
use crate::domain::commission::Plan;
use crate::domain::commission::kept::{Ending, LastPeriod, PayDeed, PayPlan};
use crate::domain::commission::overlap::{
    Days, Overlap, Twice, between, can_end, ended, is_meant, overlaps, overlaps_after, won_already,
};
use crate::domain::commission::part_period::{PartPeriod, can_be_cut, part_periods};
use crate::domain::commission::plan::CountedOn;
use crate::domain::id::{PayPlanId, PersonId};
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

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
    /// What can be changed of this plan so that nothing is paid twice, once the other has ended where
    /// it can: beginning later, counting deals as the other does, leaving those to it that were signed
    /// before.
    pub ways: Vec<(Edit, String)>,
}

/// The way out of ending the other plan.
#[derive(Clone, Debug, PartialEq)]
pub struct EndOffer {
    /// What the button says.
    pub label: String,
    /// What becomes of it once the plan is published.
    pub chosen: String,
    /// What comes of that: who is paid by no plan then, what is still paid twice, what by neither.
    pub notes: Vec<String>,
    /// What becomes of a period that is run for in part, as it is written.
    pub last: Option<String>,
    /// Cutting that period to the days, where that is possible.
    pub cut: Option<CutOffer>,
}

/// Cutting the last period of a plan that ends to the days.
#[derive(Clone, Debug, PartialEq)]
pub struct CutOffer {
    /// What becomes of the period then.
    pub words: String,
    /// What the button says.
    pub label: String,
    /// What it says to take that back.
    pub keep: String,
}

/// All that a plan, as it is written now, and published ones would pay twice.
pub fn paid_twice(
    workspace: &Workspace,
    lang: Lang,
    (id, known): (PayPlanId, &PayPlan),
) -> Vec<OverlapView> {
    let Some(plan) = read(known) else { return Vec::new() };
    // The version that this one follows ends when it is published.
    let before = workspace.pay_plans.find(known.follows).and_then(read);
    let before = known.follows.zip(before).zip(plan.from);
    let before: Vec<_> =
        before.map(|((it, old), from)| (it, ended(&old, from))).into_iter().collect();
    let all = overlaps_after(workspace, (id, known, &plan), &before);
    let view = |it: &Overlap| {
        let record = workspace.pay_plans.get(it.other)?;
        let second = match before.iter().find(|(id, _)| *id == it.other) {
            Some((_, second)) => second.clone(),
            None => read(record)?,
        };
        let pair =
            Pair { workspace, lang, known, plan: &plan, other: it.other, record, second: &second };
        Some(OverlapView {
            other: it.other,
            name: record.name.clone(),
            sentence: sentence(workspace, lang, (it, known), &record.name),
            twice: twice(workspace, lang, (&plan, &second), it),
            people: it.people.clone(),
            end: if known.follows == Some(it.other) { None } else { pair.end() },
            ways: pair.ways(),
        })
    };
    all.iter().filter_map(view).collect()
}

/// What a published plan says of others that pay for the same.
pub fn told(workspace: &Workspace, lang: Lang, (id, known): (PayPlanId, &PayPlan)) -> Vec<String> {
    let plan = read(known).filter(|_| known.published.is_some());
    let Some(plan) = plan else { return Vec::new() };
    let all = overlaps(workspace, (id, known, &plan));
    let words = |it: &Overlap| {
        let other = workspace.pay_plans.get(it.other)?;
        if !is_meant(workspace, (id, known), it.other) {
            return Some(sentence(workspace, lang, (it, known), &other.name));
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
    ends: &[Ending],
) -> PayDeed {
    let (ends, mut beside) = remaining(workspace, (id, &plan), ends);
    // What is still paid twice by plans that end is meant as well, where a reason is given.
    let reason = plan.beside_reason.trim();
    if reason.is_empty() {
        beside.clear();
    }
    let beside_reason = if beside.is_empty() { String::new() } else { reason.to_owned() };
    PayDeed::PublishAfter(id, PayPlan { beside, beside_reason, ..plan }, ends)
}

/// Whether anything is still paid twice once a plan is published and the chosen ones end before it, so
/// that a reason is needed.
pub fn needs_reason(
    workspace: &Workspace,
    (id, plan): (PayPlanId, &PayPlan),
    ends: &[Ending],
) -> bool {
    !remaining(workspace, (id, plan), ends).1.is_empty()
}

/// Those of the chosen plans that pay for the same and end before a plan, and the plans that pay for the
/// same even then.
fn remaining(
    workspace: &Workspace,
    (id, plan): (PayPlanId, &PayPlan),
    ends: &[Ending],
) -> (Vec<Ending>, Vec<PayPlanId>) {
    let read_plan = read(plan);
    let from = read_plan.as_ref().and_then(|it| it.from);
    let overlapping = |changed: &[(PayPlanId, Plan)]| {
        let all = read_plan.as_ref().map(|it| overlaps_after(workspace, (id, plan, it), changed));
        all.unwrap_or_default().into_iter().map(|it| it.other).collect::<Vec<_>>()
    };
    let as_ended = |it: Ending| {
        let old = workspace.pay_plans.get(it.plan).and_then(read)?;
        let ended = ended(&old, from?);
        let prorated = ended.prorated || it.last == LastPeriod::ByDays;
        Some((it.plan, Plan { prorated, ..ended }))
    };
    let known = overlapping(&[]);
    let ends: Vec<Ending> = ends.iter().copied().filter(|it| known.contains(&it.plan)).collect();
    let follows = plan.follows.map(|plan| Ending { plan, last: LastPeriod::AsWritten });
    let all_ends = ends.iter().copied().chain(follows);
    let changed: Vec<_> = all_ends.filter_map(as_ended).collect();
    (ends, overlapping(&changed))
}

fn sentence(
    workspace: &Workspace,
    lang: Lang,
    (overlap, known): (&Overlap, &PayPlan),
    other: &str,
) -> String {
    let names = whom(workspace, lang, &overlap.people, &known.people);
    let day = |it| format::day(lang, it);
    let days = overlap.days.map(|it| match (it.first.map(day), it.last.map(day)) {
        (Some(first), Some(last)) => lang.overlap_between(&names, other, &first, &last),
        (Some(first), None) => lang.overlap_from(&names, other, &first),
        (None, Some(last)) => lang.overlap_until(&names, other, &last),
        (None, None) => lang.overlap_always(&names, other),
    });
    let when = |it: Days| match (it.first.map(day), it.last.map(day)) {
        (Some(first), Some(last)) => lang.overlap_span(&first, &last),
        (Some(first), None) => lang.overlap_since(&first),
        (None, Some(last)) => lang.overlap_to(&last),
        (None, None) => lang.overlap_any_day().to_owned(),
    };
    let deals = overlap.deals;
    let deals = deals.map(|it| lang.overlap_apart(&names, other, &when(it.signed), &when(it.paid)));
    days.into_iter().chain(deals).collect::<Vec<_>>().join(lang.sentence_space())
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

/// A plan as it is written now, and another that pays for the same.
#[derive(Clone, Copy)]
struct Pair<'a> {
    workspace: &'a Workspace,
    lang: Lang,
    known: &'a PayPlan,
    plan: &'a Plan,
    other: PayPlanId,
    record: &'a PayPlan,
    second: &'a Plan,
}

impl Pair<'_> {
    /// What both pay where each of them is as given.
    fn between(&self, plan: &Plan, second: &Plan) -> Option<Overlap> {
        between(self.workspace, (self.known, plan), (self.other, self.record, second))
    }

    /// The other one as it is when this one is published, where it can end before.
    fn ended(&self) -> Option<Plan> {
        let from = self.plan.from.filter(|it| can_end(self.workspace, self.other, *it))?;
        Some(ended(self.second, from))
    }

    fn end(&self) -> Option<EndOffer> {
        let Pair { workspace, lang, known, plan, record, .. } = *self;
        let (ended, from) = self.ended().zip(plan.from)?;
        let day = format::day(lang, from.minus(1));
        let alone = record.people.iter().copied().filter(|it| !known.people.contains(it));
        let alone: Vec<PersonId> = alone.filter(|it| workspace.people.has(*it)).collect();
        let mut notes = Vec::new();
        notes.extend(
            (!alone.is_empty()).then(|| lang.overlap_lacks(&whom(workspace, lang, &alone, &[]))),
        );
        let remains = self.between(plan, &ended);
        let words = |it: &Overlap| {
            lang.overlap_remains(&sentence(workspace, lang, (it, known), &record.name))
        };
        notes.extend(remains.as_ref().map(words));
        let is_lost = ended.waits_for_payment() && !plan.waits_for_payment();
        let from = format::day(lang, from);
        notes.extend(is_lost.then(|| lang.overlap_neither(&from, &record.name)));
        let last = part_periods(workspace, (record, &ended)).pop();
        let last = last
            .filter(|it| ended.until.is_some_and(|day| ended.period_of(day) == Some(it.period)));
        let can_cut = !ended.prorated && can_be_cut(workspace, self.other, &ended);
        let cut = last.filter(|_| can_cut).map(|it| self.cut(&ended, &it));
        Some(EndOffer {
            label: lang.overlap_end(&record.name, &day),
            chosen: lang.overlap_ends(&record.name, &day),
            notes,
            last: last.map(|it| part_period::words(lang, &ended, &it)),
            cut,
        })
    }

    /// Cutting the period in which the other one ends to the days. Where both pay something for it,
    /// this one has to be cut as well.
    fn cut(&self, ended: &Plan, last: &PartPeriod) -> CutOffer {
        let Pair { lang, plan, record, .. } = *self;
        let cut = |plan: &Plan| Plan { prorated: true, ..plan.clone() };
        let mut words = part_period::words(lang, &cut(ended), last);
        let needs_both = self.between(plan, &cut(ended)).is_some()
            && self.between(&cut(plan), &cut(ended)).is_none();
        if needs_both {
            words = [words.as_str(), lang.overlap_cut_both()].join(lang.sentence_space());
        }
        let (label, keep) = (lang.overlap_cut(&record.name), lang.overlap_cut_not(&record.name));
        CutOffer { words, label, keep }
    }

    /// Only what helps is offered.
    fn ways(&self) -> Vec<(Edit, String)> {
        let Pair { lang, plan, second, record, .. } = *self;
        let ended = self.ended().unwrap_or_else(|| second.clone());
        let mut ways = Vec::new();
        // A plan that would end before it begins is none.
        let fits = |it: &Day| plan.until.is_none_or(|until| *it <= until);
        let helps = |it: &Day| {
            let later = Plan { from: Some(*it), ..plan.clone() };
            fits(it) && self.between(&later, second).is_none()
        };
        let after = second.until.and_then(|it| second.period_of(it)?.span(second.start()));
        let begins = [second.until, after.map(|it| it.last)];
        if let Some(day) = begins.into_iter().flatten().map(Day::next).find(helps) {
            let label = lang.overlap_begin(&format::day(lang, day), &record.name);
            ways.push((Edit::Set("/from".to_owned(), day.to_string()), label));
        }
        if plan.counted_on == second.counted_on {
            return ways;
        }
        if let Some(day) = ended.until.map(Day::next).filter(|_| plan.waits_for_payment()) {
            let apart = Plan { signed_from: Some(day), ..plan.clone() };
            if self.between(&apart, &ended).is_none() && plan.signed_from != Some(day) {
                let label = lang.overlap_signed_from(&format::day(lang, day));
                ways.push((Edit::Set("/signed_from".to_owned(), day.to_string()), label));
            }
        }
        let alike = Plan { counted_on: second.counted_on, signed_from: None, ..plan.clone() };
        if self.between(&alike, &ended).is_none() {
            let (word, label) = match second.counted_on {
                CountedOn::Signed => ("signed", lang.overlap_count_signed(&record.name)),
                CountedOn::Paid => ("paid", lang.overlap_count_paid(&record.name)),
            };
            ways.push((Edit::Set("/counted_on".to_owned(), word.to_owned()), label));
        }
        ways
    }
}

#[cfg(test)]
mod tests;

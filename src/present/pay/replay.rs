//! A plan replayed over the past: what it would have cost, who would have gained and who lost.

mod working;

pub use working::Working;

use std::collections::BTreeMap;

use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::commission::Plan;
use crate::domain::commission::cycle::{Cycle, Turn};
use crate::domain::commission::kept::PayPlan;
use crate::domain::id::{PayPlanId, PersonId};
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::name_order::NameOrder;
use crate::present::pay::read;
use working::Found;

/// By how much deals are smaller and larger in the question how sensitive the cost is, in percent.
const BY: i64 = 10;

/// Their sizes then, in percent.
const SIZES: [i64; 2] = [100 - BY, 100 + BY];

/// The most periods of people that are named.
const NAMED: usize = 6;

/// What somebody would have been paid.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplayRow {
    /// The name.
    pub name: String,
    /// By the plans that are published.
    pub now: String,
    /// By the plan.
    pub then: String,
    /// The difference.
    pub change: String,
    /// The difference as a part of the largest, −1 to 1.
    pub part: f64,
}

/// What a plan would have paid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplayView {
    /// The plan.
    pub title: String,
    /// What it would have cost, and for how many that is good.
    pub sentence: String,
    /// Which periods were replayed.
    pub span: String,
    /// What it would have cost with smaller and with larger deals.
    pub sensitivity: String,
    /// Who stood just below a step of the plan, and when; empty where nobody did, or it has none.
    pub near: String,
    /// Who is left out for want of a quota; empty where nobody is.
    pub left_out: String,
    /// Which published plans are not compared, because they pay in another currency or once; empty
    /// where none is.
    pub not_compared: String,
    /// Where the plan makes people hold deals back or pull them forward.
    pub cliffs: Vec<String>,
    /// The people, those who gain most first.
    pub rows: Vec<ReplayRow>,
    /// Why it cannot be replayed.
    pub error: Option<String>,
}

impl ReplayView {
    /// The replay of a plan over the year that has ended last, in one go; none where the plan is not
    /// there or cannot be read.
    pub fn new(workspace: &Workspace, lang: Lang, id: PayPlanId, today: Day) -> Option<ReplayView> {
        let mut working = Working::begin(workspace, lang, id, today)?;
        while !working.advance(workspace) {}
        Some(working.finish(workspace))
    }

    fn of(workspace: &Workspace, lang: Lang, found: Found) -> ReplayView {
        let Found { id, known, plan, within: (first, last), then, now, other, .. } = &found;
        let title = lang.replay_title(&known.name);
        let period = |it: Turn| it.0.map(|it| format::period(lang, it)).unwrap_or_default();
        let mut left_out = found.left_out.clone();
        left_out.retain(|(person, _)| known.people.contains(person));
        arrange::by_key(&mut left_out, |it| *it);
        left_out.dedup_by_key(|it| it.0);
        let name =
            |it: &PersonId| workspace.people.get(*it).map(|it| it.name.clone()).unwrap_or_default();
        let words = words_of_left_out(lang, &left_out, &name, &period);
        let mut people = known.people.clone();
        people.retain(|it| left_out.iter().all(|(left, _)| left != it));
        if people.is_empty() {
            return ReplayView { title, left_out: words, ..ReplayView::default() };
        }
        let money = |minor: i64| format::money(lang, Money::new(minor, plan.currency));
        let change = |it: &PersonId| then.get(it).unwrap_or(&0) - now.get(it).unwrap_or(&0);
        arrange::by_cached_key(&mut people, |it| (-change(it), NameOrder::of(&name(it))));
        let only = |all: &BTreeMap<PersonId, i64>| -> i64 {
            people.iter().filter_map(|it| all.get(it)).sum()
        };
        let widest = people.iter().map(|it| change(it).abs()).max().unwrap_or(0).max(1);
        let row = |it: &PersonId| ReplayRow {
            name: name(it),
            now: money(*now.get(it).unwrap_or(&0)),
            then: money(*then.get(it).unwrap_or(&0)),
            change: signed(change(it), &money),
            part: change(it) as f64 / widest as f64,
        };
        let count = |wins: bool| {
            let all = people.iter().filter(|it| if wins { 0 < change(it) } else { change(it) < 0 });
            format::count(lang, all.count() as u64)
        };
        ReplayView {
            sentence: lang.replay_sentence(
                &money(only(then)),
                &money(only(now)),
                &count(true),
                &count(false),
            ),
            span: lang.replay_span(&format::period(lang, *first), &format::period(lang, *last)),
            sensitivity: match other {
                [Some(less), Some(more)] => {
                    let part = format::percent(lang, BY * 10);
                    let cost = |it: &BTreeMap<PersonId, i64>| {
                        money_and_change(lang, &money, (only(then), only(it)))
                    };
                    lang.replay_sensitivity(&part, &cost(less), &cost(more))
                }
                _ => String::new(),
            },
            near: near(lang, &found, &people, &name),
            left_out: words,
            not_compared: match &not_compared(workspace, (*id, known), plan)[..] {
                [] => String::new(),
                some => lang.replay_not_compared(&some.join(lang.list_comma())),
            },
            rows: people.iter().map(row).collect(),
            cliffs: found.cliffs,
            title,
            error: None,
        }
    }
}

/// What something costs, and how much that is more or less than before.
fn money_and_change(
    lang: Lang,
    money: &dyn Fn(i64) -> String,
    (before, after): (i64, i64),
) -> String {
    if before <= 0 {
        return money(after);
    }
    let part = crate::domain::money::share(after - before, 1000, before);
    let percent = format::percent(lang, part.abs());
    let sign = if part < 0 { "−" } else { "+" };
    lang.replay_cost(&money(after), &format!("{sign}{percent}"))
}

/// Who stood just below a step, and when.
fn near(
    lang: Lang,
    found: &Found,
    people: &[PersonId],
    name: &dyn Fn(&PersonId) -> String,
) -> String {
    let all: Vec<_> = found.near.iter().filter(|(it, _)| people.contains(it)).collect();
    if all.is_empty() {
        return String::new();
    }
    let one = |(who, turn): &&(PersonId, Turn)| {
        let period = turn.0.map(|it| format::period(lang, it)).unwrap_or_default();
        lang.replay_lacks(&name(who), &period)
    };
    let named: Vec<String> = all.iter().take(NAMED).map(one).collect();
    let named = named.join(lang.list_comma());
    let named = match all.len().saturating_sub(NAMED) {
        0 => named,
        more => lang.replay_more(&named, &format::count(lang, more as u64)),
    };
    let part = format::percent(lang, BY * 10);
    lang.replay_near(&format::count(lang, all.len() as u64), &part, &named)
}

fn words_of_left_out(
    lang: Lang,
    left_out: &[(PersonId, Turn)],
    name: &dyn Fn(&PersonId) -> String,
    period: &dyn Fn(Turn) -> String,
) -> String {
    let one = |(who, turn): &(PersonId, Turn)| lang.replay_lacks(&name(who), &period(*turn));
    match left_out {
        [] => String::new(),
        some => {
            lang.replay_left_out(&some.iter().map(one).collect::<Vec<_>>().join(lang.list_comma()))
        }
    }
}

fn signed(minor: i64, money: &dyn Fn(i64) -> String) -> String {
    if 0 < minor { format!("+{}", money(minor)) } else { money(minor) }
}

/// The published plans that pay some of the same people in a way that sums cannot be compared with.
fn not_compared(
    workspace: &Workspace,
    (id, known): (PayPlanId, &PayPlan),
    like: &Plan,
) -> Vec<String> {
    let pays_same = |it: &PayPlan| it.people.iter().any(|it| known.people.contains(it));
    let others = workspace
        .pay_plans
        .iter()
        .filter(|(other, it)| *other != id && it.published.is_some() && pays_same(it));
    let odd = others.filter(|(_, it)| {
        read(it).is_none_or(|it| it.cycle == Cycle::Once || it.currency != like.currency)
    });
    let mut names: Vec<String> = odd.map(|(_, it)| it.name.clone()).collect();
    arrange::by_cached_key(&mut names, |it| NameOrder::of(it));
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apply::apply;
    use crate::domain::command::{Command, Context};
    use crate::domain::for_tests::take;
    use crate::domain::record::Record;
    use crate::domain::sample;
    use crate::domain::workspace::Table;
    use crate::present::for_tests::day;

    const BY_ATTAINMENT: &str = r#"{"currency": "USD", "period": "month", "components": [{"rate": "6%",
        "tiers": {"by": "attainment", "steps": [{"from": "100%", "times": 1.5}]}}]}"#;

    /// The sample team, and everybody in it.
    fn sample_team(today: Day) -> (Workspace, Vec<PersonId>) {
        let mut workspace = Workspace::default();
        let batch = sample::team(&Lang::En.sample_words(), today);
        let import = Command::Import(Box::new(batch));
        let changes = apply(&workspace, &import, &Context { today }).expect("accepted");
        take(&mut workspace, &changes);
        let everybody = workspace.people.iter().map(|(id, _)| id).collect();
        (workspace, everybody)
    }

    fn put_plan(workspace: &mut Workspace, people: Vec<PersonId>) -> PayPlanId {
        let id = PayPlanId::of_key("plan");
        let plan = PayPlan {
            name: "Plan".to_owned(),
            plan: BY_ATTAINMENT.to_owned(),
            people,
            ..PayPlan::default()
        };
        let fields = plan.fields();
        let mut fields = fields.iter().map(|(field, value)| (*field, value));
        workspace.refresh(Table::PayPlans, id.into(), Some(&mut fields));
        id
    }

    /// A rate pays a tenth less for deals a tenth smaller, and a tenth more for larger ones; it has no
    /// step. Where everything is paid higher from a step on, it falls and rises by more than that.
    #[test]
    fn what_a_plan_costs_with_other_deals_is_told_with_the_change() {
        let today = day("2026-11-23");
        let (mut workspace, everybody) = sample_team(today);
        let id = put_plan(&mut workspace, everybody);
        let mut known = workspace.pay_plans.get(id).expect("a plan").clone();
        let mut replay = |text: &str| {
            known.plan = text.to_owned();
            crate::domain::for_tests::put(&mut workspace, id, &known);
            ReplayView::new(&workspace, Lang::En, id, today).expect("a plan")
        };
        let plain = replay(r#"{"currency":"USD","period":"month","components":[{"rate":"5%"}]}"#);
        assert!(plain.sensitivity.contains("(−10%)"), "{}", plain.sensitivity);
        assert!(plain.sensitivity.contains("(+10%)"), "{}", plain.sensitivity);
        assert_eq!(plain.near, "");
        let steps: Vec<String> = (0..40)
            .map(|it| format!(r#"{{"from":{},"rate":"{}%"}}"#, it * 5_000, it + 1))
            .collect();
        let steps = steps.join(",");
        let steep = replay(&format!(
            r#"{{"currency":"USD","period":"month","components":[{{"tiers":{{"mode":"retroactive","steps":[{steps}]}}}}]}}"#
        ));
        assert!(!steep.sensitivity.contains("10%)"), "{}", steep.sensitivity);
        assert!(steep.near.contains("ended less than 10% below a step"), "{}", steep.near);
    }

    /// One without a quota keeps nobody else from being replayed, and changes nothing of theirs.
    #[test]
    fn who_has_no_quota_is_left_out_by_name() {
        let today = day("2026-11-23");
        let (mut workspace, everybody) = sample_team(today);
        let replay = |workspace: &Workspace, id| {
            ReplayView::new(workspace, Lang::En, id, today).expect("a plan")
        };
        let id = put_plan(&mut workspace, everybody.clone());
        let all = replay(&workspace, id);
        assert_eq!(all.error, None);
        assert!(all.left_out.contains("Priya Menon"), "{}", all.left_out);
        let is_left_out = |id: &PersonId| {
            let person = workspace.people.get(*id).expect("a person");
            all.left_out.contains(&person.name)
        };
        let others: Vec<PersonId> =
            everybody.iter().filter(|it| !is_left_out(it)).copied().collect();
        assert_eq!(all.rows.len(), others.len());
        assert!(others.len() < everybody.len() && !others.is_empty());
        let without_quota = everybody.iter().filter(|it| is_left_out(it)).copied().collect();
        let id = put_plan(&mut workspace, without_quota);
        let nobody = replay(&workspace, id);
        assert_eq!((nobody.rows.len(), nobody.sentence.as_str()), (0, ""));
        assert_eq!(nobody.left_out, all.left_out);
        let id = put_plan(&mut workspace, others);
        let without = replay(&workspace, id);
        assert_eq!(without.left_out, "");
        assert_eq!((without.rows, without.sentence), (all.rows, all.sentence));
    }
}

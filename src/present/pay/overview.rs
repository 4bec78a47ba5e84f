//! All plans, and what people are paid by one in a period.

use crate::domain::apply::paid_so_far;
use crate::domain::arrange;
use crate::domain::calendar::{Day, Period};
use crate::domain::commission::accrual::Accrual;
use crate::domain::commission::follow::{begins_next, paid_by};
use crate::domain::commission::gather::Gathered;
use crate::domain::commission::kept::{PayPlan, PaySlip};
use crate::domain::commission::statement::{Of, lines};
use crate::domain::commission::{Kind, Paid, Plan};
use crate::domain::id::{PayPlanId, PersonId};
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::forecast::Passed;
use crate::present::format;
use crate::present::name_order::NameOrder;
use crate::present::pay::accrued::{self, AccrualRow};
use crate::present::pay::budget::{Costs, costs};
use crate::present::pay::read;
use crate::present::pay::summary::summary;
use crate::present::pay::{gap, overlap, part_period};

/// A plan in short.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanCard {
    /// The plan.
    pub id: PayPlanId,
    /// Its name.
    pub name: String,
    /// Whether it is published, and for how many.
    pub facts: String,
    /// What it promises.
    pub words: Vec<String>,
    /// Whether it can be paid by.
    pub is_readable: bool,
}

/// All plans, by name.
pub fn plans(workspace: &Workspace, lang: Lang) -> Vec<PlanCard> {
    let mut all: Vec<(PayPlanId, &PayPlan)> = workspace.pay_plans.iter().collect();
    arrange::by_cached_key(&mut all, |(_, it)| NameOrder::of(&it.name));
    let card = |(id, plan): (PayPlanId, &PayPlan)| {
        let state = plan.published.map(|it| lang.pay_published(&format::day(lang, it)));
        let state = state.unwrap_or_else(|| lang.pay_draft().to_owned());
        let people = lang.pay_people(&format::count(lang, plan.people.len() as u64));
        let read = read(plan);
        let words = match &read {
            Some(read) => {
                let mut words = summary(lang, read);
                words.extend(part_period::years(workspace, lang, (plan, read)));
                words.extend(overlap::told(workspace, lang, (id, plan)));
                words.extend(gap::told(workspace, lang, (id, plan)));
                words
            }
            None => vec![lang.pay_unreadable().to_owned()],
        };
        PlanCard {
            id,
            name: plan.name.clone(),
            facts: [state, people].join(" · "),
            words,
            is_readable: read.is_some(),
        }
    };
    all.into_iter().map(card).collect()
}

/// What people are paid by a plan in a period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PeriodView {
    /// The plan's name.
    pub plan: String,
    /// The period.
    pub period: Option<Period>,
    /// The period in words.
    pub title: String,
    /// The people, by name.
    pub rows: Vec<PayRow>,
    /// What is paid altogether.
    pub total: String,
    /// Whether the period can be closed.
    pub can_close: bool,
    /// What is accrued, and what the period may cost.
    pub budget: String,
    /// What is accrued, line by line, the sum last; none where everything earned is paid at once.
    pub accrued: Vec<AccrualRow>,
    /// Why nothing can be paid.
    pub error: Option<String>,
}

/// What somebody is paid.
#[derive(Clone, Debug, PartialEq)]
pub struct PayRow {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// What was sold.
    pub sold: String,
    /// What is paid.
    pub payout: String,
    /// Whether it is closed, and whether it would be the same today.
    pub state: String,
}

/// The period of a plan that holds a day.
pub fn period_of(workspace: &Workspace, id: PayPlanId, day: Day) -> Option<Period> {
    read(workspace.pay_plans.get(id)?)?.period_of(day)
}

impl PeriodView {
    /// The view; none where the plan is not there or cannot be read. What the period may cost waits
    /// for the stages that leads passed, from which the odds of open ones come.
    pub fn new(
        workspace: &Workspace,
        lang: Lang,
        id: PayPlanId,
        (period, today, passed): (Period, Day, Option<&Passed>),
    ) -> Option<PeriodView> {
        let known = workspace.pay_plans.get(id)?;
        let plan = read(known)?;
        let title = format::period(lang, period);
        let period_words = |turn: crate::domain::commission::cycle::Turn| {
            turn.0.map(|it| format::period(lang, it)).unwrap_or_default()
        };
        let span = period.span(plan.start());
        let followed = begins_next(workspace, id);
        // What comes after is paid by the version that follows, and told of there.
        if let Some(day) = followed.filter(|day| span.is_some_and(|it| *day <= it.first)) {
            let error = Some(lang.pay_followed(&format::day(lang, day)));
            let (plan, period) = (known.name.clone(), Some(period));
            return Some(PeriodView { plan, period, title, error, ..PeriodView::default() });
        }
        let (gathered, paid) = match paid_by(workspace, (id, known, &plan), period, &[]) {
            Ok(both) => both,
            Err(why) => {
                let error = Some(lang.cannot_pay(&why, period_words));
                let (plan, period) = (known.name.clone(), Some(period));
                return Some(PeriodView { plan, period, title, error, ..PeriodView::default() });
            }
        };
        let scene = Scene { workspace, lang, plan: &plan, id, period, gathered, paid };
        let is_closed = |it: &PersonId| workspace.pay_slips.has(PaySlip::id_of(id, *it, period));
        // Whoever was deleted is told of as long as they were paid.
        let mut people = known.people.clone();
        people.retain(|it| workspace.people.has(*it) || is_closed(it));
        let is_open = people.iter().any(|it| !is_closed(it));
        let mut rows: Vec<(PayRow, i64)> = people.iter().map(|it| scene.row(*it)).collect();
        arrange::by_cached_key(&mut rows, |(it, _)| NameOrder::of(&it.name));
        let total: i64 = rows.iter().map(|(_, it)| it).sum();
        let accruals = rows.iter().map(|(row, paid)| scene.accrual(row.person, *paid));
        let accrual = accruals.fold(Accrual::default(), |sum, it| sum.and(&it));
        let costs = passed.and_then(|it| costs(workspace, (id, known, &plan), (period, today, it)));
        let ended = period.span(crate::domain::calendar::FiscalStart::new(plan.year_starts));
        let ended =
            ended.is_some_and(|it| it.last < today && followed.is_none_or(|day| it.last < day));
        Some(PeriodView {
            plan: known.name.clone(),
            period: Some(period),
            title,
            total: lang.pay_total(&scene.money(total)),
            rows: rows.into_iter().map(|(row, _)| row).collect(),
            can_close: ended && is_open && known.published.is_some(),
            budget: scene.budget(accrual.cost(), costs.as_ref(), known.budget),
            accrued: accrued::rows(lang, &accrual, &|it| scene.money(it)),
            error: None,
        })
    }
}

struct Scene<'a> {
    workspace: &'a Workspace,
    lang: Lang,
    plan: &'a Plan,
    id: PayPlanId,
    period: Period,
    gathered: Gathered,
    paid: Paid,
}

impl Scene<'_> {
    fn money(&self, minor: i64) -> String {
        format::money(self.lang, Money::new(minor, self.plan.currency))
    }

    /// What is accrued, what the period may cost, and how both stand to the budget.
    fn budget(&self, total: i64, costs: Option<&Costs>, budget: Option<Money>) -> String {
        let lang = self.lang;
        let count = |it: usize| format::count(lang, it as u64);
        let mut told = vec![match costs.map(|it| (it.tenths(), it.draws())) {
            Some(([low, middle, high], draws)) if low < high => lang.pay_budget(
                &self.money(total),
                &self.money(low),
                &self.money(middle),
                &self.money(high),
                &count(draws),
            ),
            _ => lang.pay_accrued(&self.money(total)),
        }];
        let budget = budget.filter(|it| it.currency == self.plan.currency).map(|it| it.minor);
        if let Some(budget) = budget {
            told.push(match budget - total {
                left if left < 0 => lang.pay_budget_over(&self.money(budget), &self.money(-left)),
                left => lang.pay_budget_left(&self.money(budget), &self.money(left)),
            });
            let above = costs.map(|it| (it.above(budget), it.draws())).filter(|it| it.0 != 0);
            told.extend(above.map(|it| lang.pay_budget_risk(&count(it.0), &count(it.1))));
        }
        match lang {
            Lang::En => told.join(" "),
            Lang::Zh => told.concat(),
        }
    }

    /// What the period costs for somebody who is paid so much.
    fn accrual(&self, person: PersonId, paid: i64) -> Accrual {
        let member = self.gathered.people.iter().position(|it| *it == person);
        let turn = self.paid.turns.iter().position(|it| it.0 == Some(self.period));
        let known = member
            .zip(turn)
            .map(|(member, turn)| self.paid.accrual(&self.gathered.facts, member, turn));
        let mut accrual = Accrual { paid, ..known.unwrap_or_default() };
        // What is closed has kept back and advanced what it says, whatever the records say by now.
        if let Some(slip) =
            self.workspace.pay_slips.get(PaySlip::id_of(self.id, person, self.period))
        {
            let sum = |kinds: &[Kind]| -> i64 {
                slip.lines.iter().filter(|it| kinds.contains(&it.kind)).map(|it| it.amount).sum()
            };
            let is_owed = self.plan.draw.is_some_and(|it| it.recoverable);
            let advanced = if is_owed { sum(&[Kind::Draw]) } else { 0 };
            accrual.held[1] = accrual.held[0] - sum(&[Kind::Holdback, Kind::Release]);
            accrual.owed[1] = accrual.owed[0] + advanced + sum(&[Kind::Recovery, Kind::Carried]);
        }
        accrual
    }

    fn row(&self, person: PersonId) -> (PayRow, i64) {
        let lang = self.lang;
        let of = Of { id: self.id, plan: self.plan, person, period: self.period };
        let lines = lines(self.workspace, of, (&self.gathered, &self.paid));
        let now: i64 = lines.iter().map(|it| it.amount).sum();
        let id = PaySlip::id_of(self.id, person, self.period);
        let slip = self.workspace.pay_slips.get(id);
        let (payout, state) = match slip {
            None => (now, lang.pay_state_open().to_owned()),
            Some(slip) => {
                let paid = paid_so_far(self.workspace, id, slip);
                let was = slip.payout.map_or(0, |it| it.minor);
                let closed = slip.closed.map(|it| format::day(lang, it)).unwrap_or_default();
                match paid == now || !self.workspace.people.has(person) {
                    true => (was, lang.pay_state_closed(&closed)),
                    false => (was, lang.pay_state_differs(&self.money(now))),
                }
            }
        };
        let name = self.workspace.people.get(person).map(|it| it.name.clone());
        let sold = self.money(self.sold(person));
        let (name, payout_words) = (name.unwrap_or_default(), self.money(payout));
        (PayRow { person, name, sold, payout: payout_words, state }, payout)
    }

    fn sold(&self, person: PersonId) -> i64 {
        let span =
            self.period.span(crate::domain::calendar::FiscalStart::new(self.plan.year_starts));
        let facts = &self.gathered.facts;
        let Some(member) = self.gathered.people.iter().position(|it| *it == person) else {
            return 0;
        };
        let in_period = facts.deals.iter().filter(|it| {
            let day = if self.plan.waits_for_payment() { it.paid } else { it.signed };
            day.zip(span).is_some_and(|(day, span)| span.holds(day))
        });
        let own = in_period.flat_map(|deal| {
            let credit = deal.credits.iter().filter(move |it| it.member == member);
            credit.filter_map(|it| {
                let amount = deal.amount.filter(|it| it.currency == self.plan.currency)?;
                let whole = crate::domain::exact::Exact::whole(amount.minor.into());
                whole.times(it.share).map(crate::domain::exact::Exact::rounded)
            })
        });
        own.sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::put;
    use crate::domain::money::Currency;
    use crate::domain::people::Person;
    use crate::present::for_tests::day;

    fn board(second: &str) -> Workspace {
        let mut workspace = Workspace::default();
        let ann = PersonId::drawn(1);
        put(&mut workspace, ann, &Person { name: "Ann".to_owned(), ..Person::default() });
        let first = r#""until":"2026-06-30""#;
        for (nth, days) in [(1, first), (2, second)] {
            let text = format!(
                r#"{{"currency":"CNY","period":"month","components":[{{"rate":"5%"}}],{days}}}"#
            );
            let (people, published) = (vec![ann], Some(day("2026-01-01")));
            let plan = PayPlan {
                name: format!("Plan {nth}"),
                plan: text,
                people,
                published,
                budget: Some(Money::new(10_000, Currency::CNY)),
                ..PayPlan::default()
            };
            put(&mut workspace, PayPlanId::drawn(nth), &plan);
        }
        workspace
    }

    #[test]
    fn two_plans_of_somebody_in_the_same_time_are_told() {
        let told = |second: &str| {
            let cards = plans(&board(second), Lang::En);
            let words = cards.into_iter().flat_map(|it| it.words);
            words.filter(|it| it.contains("paid for the same by")).count()
        };
        assert_eq!(told(r#""from":"2026-06-01""#), 2);
        assert_eq!(told(r#""from":"2026-07-01""#), 0);
    }

    #[test]
    fn what_is_accrued_is_held_against_the_budget() {
        let workspace = board(r#""from":"2026-07-01""#);
        let (period, today) = (Period::Month(2026, 5), day("2026-05-10"));
        let id = PayPlanId::drawn(1);
        let passed = Passed::default();
        let asked = (period, today, Some(&passed));
        let view = PeriodView::new(&workspace, Lang::En, id, asked).expect("a view");
        assert_eq!(view.budget, "Accrued CN¥0. The budget is CN¥100: CN¥100 left.");
    }
}

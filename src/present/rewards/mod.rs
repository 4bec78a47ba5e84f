//! Rewards as they are shown: what waits, who holds how many points, the catalogue and budgets.

mod points;
mod start;
mod words;

pub use points::{EntryLine, OfferLine, PointsView, points_view};
pub use start::usual_rewards;
pub use words::{occasion_words, refused};

use super::format;
use super::name_order::NameOrder;
use crate::domain::arrange;
use crate::domain::calendar::{Day, Period};
use crate::domain::id::{PersonId, RedemptionId, RewardItemId};
use crate::domain::reward::{
    Occasion, Redemption, RedemptionState, RewardBudget, RewardItem, balance, catalogue, ledger_of,
    stock_left, used, worth_points,
};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// What the pages depend on.
pub const TABLES: [Table; 15] = [
    Table::Settings,
    Table::People,
    Table::Teams,
    Table::Customers,
    Table::Pipelines,
    Table::Stages,
    Table::Leads,
    Table::Activities,
    Table::Praises,
    Table::Contests,
    Table::RewardItems,
    Table::PointEntries,
    Table::Redemptions,
    Table::RewardBudgets,
    Table::Trainings,
];

/// So many settled redemptions are shown.
const SETTLED: usize = 12;

/// A redemption.
#[derive(Clone, Debug, PartialEq)]
pub struct RedemptionLine {
    /// Which.
    pub id: RedemptionId,
    /// Who.
    pub who: String,
    /// What.
    pub what: String,
    /// Its points, and how far it has come.
    pub note: String,
    /// How far it has come.
    pub state: RedemptionState,
}

/// Somebody's balance.
#[derive(Clone, Debug, PartialEq)]
pub struct BalanceLine {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// When it moved last.
    pub note: String,
    /// The points.
    pub points: String,
}

/// Something in the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemLine {
    /// Which.
    pub id: RewardItemId,
    /// The name.
    pub name: String,
    /// What it is, its worth, and how many are left.
    pub note: String,
    /// What it costs.
    pub points: String,
    /// Whether it is offered no more.
    pub retired: bool,
}

/// A budget.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetLine {
    /// Of which period.
    pub period: Period,
    /// The period's name.
    pub title: String,
    /// What is used and what is left, in points and in money.
    pub note: String,
    /// The share that is used, 0 to 1; of points and money the higher.
    pub share: f64,
}

/// Rewards as the manager sees them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RewardsView {
    /// How many points people hold, and how much waits.
    pub headline: String,
    /// What waits to be handed over, the earliest first.
    pub waiting: Vec<RedemptionLine>,
    /// What was handed over or cancelled last.
    pub settled: Vec<RedemptionLine>,
    /// Who holds how much, by name.
    pub balances: Vec<BalanceLine>,
    /// The catalogue.
    pub items: Vec<ItemLine>,
    /// The budgets, the latest period first.
    pub budgets: Vec<BudgetLine>,
    /// Who can be given points, by name.
    pub people: Vec<(PersonId, String)>,
    /// What points can be given with, by its key.
    pub occasions: Vec<(String, String)>,
    /// The periods that a budget can be set for.
    pub periods: Vec<(Period, String)>,
}

/// Rewards as the manager sees them.
pub fn rewards_view(workspace: &Workspace, lang: Lang, today: Day) -> RewardsView {
    let mut asked: Vec<_> = workspace.redemptions.iter().collect();
    arrange::by_key(&mut asked, |(id, it)| (it.asked, *id));
    let (waiting, mut settled): (Vec<_>, Vec<_>) =
        asked.into_iter().partition(|(_, it)| it.state() == RedemptionState::Asked);
    arrange::by_key(&mut settled, |(id, it)| (std::cmp::Reverse(it.cancelled.or(it.handed)), *id));
    let line = |(id, it): (RedemptionId, &Redemption)| redemption_line(workspace, lang, id, it);
    let balances = balances(workspace, lang, today);
    let held: i128 = balances.iter().map(|it| i128::from(it.1)).sum();
    let mut headline = vec![lang.rewards_headline(&points_of(lang, held))];
    if !waiting.is_empty() {
        let count = format::count(lang, waiting.len() as u64);
        headline.push(lang.rewards_headline_waiting(&count));
    }
    let people = workspace.people.iter().filter(|(_, it)| it.is_active(today));
    let mut people: Vec<_> = people.map(|(id, it)| (id, it.name.clone())).collect();
    arrange::by_cached_key(&mut people, |(_, name)| NameOrder::of(name));
    let occasion = |it: Occasion| (it.to_string(), occasion_words(workspace, lang, it));
    RewardsView {
        headline: match lang {
            Lang::En => headline.join(" "),
            Lang::Zh => headline.concat(),
        },
        waiting: waiting.into_iter().map(line).collect(),
        settled: settled.into_iter().take(SETTLED).map(line).collect(),
        balances: balances.into_iter().map(|it| it.0).collect(),
        items: catalogue(workspace)
            .into_iter()
            .map(|(id, it)| item_line(workspace, lang, id, it))
            .collect(),
        budgets: budgets(workspace, lang),
        people,
        occasions: Occasion::open(workspace, today).into_iter().map(occasion).collect(),
        periods: periods(workspace, lang, today),
    }
}

/// Points with their sign: "1,200", "−300".
pub fn points_of(lang: Lang, points: i128) -> String {
    let size = u64::try_from(points.unsigned_abs()).unwrap_or(u64::MAX);
    let sign = if points < 0 { "−" } else { "" };
    format!("{sign}{}", format::count(lang, size))
}

/// A grant that is begun with an occasion: who gets points, and the reason.
pub fn begun_with(workspace: &Workspace, lang: Lang, it: Occasion) -> (Vec<PersonId>, String) {
    (worth_points(workspace, it), words::reason(workspace, lang, it))
}

fn redemption_line(
    workspace: &Workspace,
    lang: Lang,
    id: RedemptionId,
    it: &Redemption,
) -> RedemptionLine {
    let who = workspace.people.find(it.person).map(|it| it.name.clone());
    let state = it.state();
    let day = match state {
        RedemptionState::Asked => it.asked,
        RedemptionState::Handed => it.handed,
        RedemptionState::Cancelled => it.cancelled,
    };
    let day = day.map(|it| format::day(lang, it)).unwrap_or_default();
    let what = [it.name.as_str(), lang.reward_kind(it.kind.unwrap_or_default())];
    RedemptionLine {
        id,
        who: who.unwrap_or_else(|| lang.rewards_somebody().to_owned()),
        what: what.join(" · "),
        note: lang.redemption_state(state, &points_of(lang, it.points.into()), &day),
        state,
    }
}

fn balances(workspace: &Workspace, lang: Lang, today: Day) -> Vec<(BalanceLine, i64)> {
    let line = |(person, it): (PersonId, &crate::domain::people::Person)| {
        let ledger = ledger_of(workspace, person);
        let points = balance(workspace, person);
        if !it.is_active(today) && points == 0 {
            return None;
        }
        let last = ledger.first().and_then(|(_, it)| it.on);
        let note = match last {
            Some(day) => lang.rewards_balance_last(&format::day_near(lang, day, today)),
            None => lang.rewards_balance_none().to_owned(),
        };
        let name = it.name.clone();
        let shown = points_of(lang, points.into());
        Some((BalanceLine { person, name, note, points: shown }, points))
    };
    let mut lines: Vec<_> = workspace.people.iter().filter_map(line).collect();
    arrange::by_cached_key(&mut lines, |(it, _)| NameOrder::of(&it.name));
    lines
}

fn item_line(workspace: &Workspace, lang: Lang, id: RewardItemId, it: &RewardItem) -> ItemLine {
    ItemLine {
        id,
        name: it.name.clone(),
        note: item_note(workspace, lang, id, it),
        points: lang.catalogue_points_each(&points_of(lang, it.points.into())),
        retired: it.retired,
    }
}

fn item_note(workspace: &Workspace, lang: Lang, id: RewardItemId, it: &RewardItem) -> String {
    let left = stock_left(workspace, id).map(|left| match left {
        left if left < 0 => lang.catalogue_overdrawn().to_owned(),
        left => lang.catalogue_left(&points_of(lang, left.into())),
    });
    let kind = Some(lang.reward_kind(it.kind.unwrap_or_default()).to_owned());
    let worth = it.worth.map(|it| format::money(lang, it));
    [kind, worth, left].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn budgets(workspace: &Workspace, lang: Lang) -> Vec<BudgetLine> {
    let line = |it: &RewardBudget| {
        let period = it.period?;
        let used = used(workspace, it);
        let points = |n: i64| points_of(lang, n.into());
        let in_points = it.points.map(|limit| {
            let left = limit.saturating_sub(used.points);
            lang.reward_budget_used(&points(used.points), &points(limit), &points(left))
        });
        let in_money = it.worth.zip(used.worth).map(|(limit, spent)| {
            let left = limit.minor.saturating_sub(spent.minor);
            let left = crate::domain::money::Money::new(left, limit.currency);
            let words = [spent, limit, left].map(|it| format::money(lang, it));
            lang.reward_budget_spent(&words[0], &words[1], &words[2])
        });
        let unknown = (used.unknown != 0)
            .then(|| lang.reward_budget_unknown(&format::count(lang, used.unknown)));
        let share = |part: i64, whole: i64| match whole {
            0 => 1.0,
            _ => (part as f64 / whole as f64).clamp(0.0, 1.0),
        };
        let of_points = it.points.map_or(0.0, |limit| share(used.points, limit));
        let of_money = it.worth.zip(used.worth);
        let of_money = of_money.map_or(0.0, |(limit, spent)| share(spent.minor, limit.minor));
        let parts = [in_points, in_money, unknown].into_iter().flatten();
        Some(BudgetLine {
            period,
            title: format::period(lang, period),
            note: parts.collect::<Vec<_>>().join(" · "),
            share: of_points.max(of_money),
        })
    };
    let limits = |it: &&RewardBudget| it.points.is_some() || it.worth.is_some();
    let kept = workspace.reward_budgets.values().filter(limits);
    let mut lines: Vec<_> = kept.filter_map(line).collect();
    let start = workspace.settings().fiscal_start();
    arrange::by_key(&mut lines, |it| {
        std::cmp::Reverse((it.period.span(start).map(|it| it.last), it.period))
    });
    lines
}

/// This month, quarter and year, and the next ones.
fn periods(workspace: &Workspace, lang: Lang, today: Day) -> Vec<(Period, String)> {
    let start = workspace.settings().fiscal_start();
    let (month, quarter) = (Period::Month(today.year(), today.month()), start.quarter_of(today));
    let year = start.year_of(today);
    let all = [quarter, quarter.next(), month, month.next(), year, year.next()];
    all.map(|it| (it, format::period(lang, it))).to_vec()
}

#[cfg(test)]
mod tests;

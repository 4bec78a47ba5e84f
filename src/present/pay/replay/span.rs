//! Over which time a plan is replayed, and when something was won in it.

use std::collections::BTreeSet;

use crate::domain::calendar::{Day, Period};
use crate::domain::commission::Plan;
use crate::domain::commission::cycle::Turn;
use crate::domain::commission::kept::PayPlan;
use crate::domain::commission::plan::{CountedOn, Pays, Whose};
use crate::domain::id::{LeadId, PayPlanId};
use crate::domain::lead::Lead;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::pay::read;

/// The most periods that are named.
const NAMED: usize = 6;

/// The periods with which a replay of a plan can end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplayEnds {
    /// Those that have ended, as far back as deals were won, the latest first.
    pub all: Vec<Period>,
    /// The one with which it ends unless another is asked for.
    pub usual: Option<Period>,
}

/// The periods with which a replay of a plan can end; none where the plan is not there or cannot be
/// read.
pub fn replay_ends(workspace: &Workspace, id: PayPlanId, today: Day) -> ReplayEnds {
    ends(workspace, id, today).unwrap_or_default()
}

fn ends(workspace: &Workspace, id: PayPlanId, today: Day) -> Option<ReplayEnds> {
    let known = workspace.pay_plans.get(id)?;
    let plan = read(known)?;
    let ended = last_ended(&plan, today)?;
    let won = won(workspace, (known, &plan));
    let first = won.first().copied().unwrap_or(ended).min(ended);
    let all = plan.cycle.all(Turn(Some(first)), Turn(Some(ended)), plan.start());
    let all = all.into_iter().rev().filter_map(|it| it.0).collect();
    Some(ReplayEnds { all, usual: usual_end(&won, &plan, today) })
}

/// The period with which a replay ends unless another one is asked for: the last in which something
/// was won, of those that have ended.
pub(super) fn usual_end(won: &BTreeSet<Period>, plan: &Plan, today: Day) -> Option<Period> {
    let ended = last_ended(plan, today)?;
    Some(won.range(..=ended).next_back().copied().unwrap_or(ended))
}

fn last_ended(plan: &Plan, today: Day) -> Option<Period> {
    Some(plan.period_of(today)?.previous())
}

/// The periods in which deals count that a plan pays its people for.
pub(super) fn won(workspace: &Workspace, (known, plan): (&PayPlan, &Plan)) -> BTreeSet<Period> {
    let is_for_own =
        plan.components.iter().all(|it| it.of == Whose::Own && !matches!(it.pays, Pays::Pool(_)));
    let day = |(id, lead): (LeadId, &Lead)| {
        let pay = workspace.deal_pays.get(id);
        let credits = pay.map(|it| &it.credits[..]).unwrap_or_default();
        let is_theirs = match credits {
            [] => lead.owner.is_some_and(|it| known.people.contains(&it)),
            some => some.iter().any(|it| known.people.contains(&it.person)),
        };
        if lead.outcome(workspace) != Outcome::Won || is_for_own && !is_theirs {
            return None;
        }
        let signed = lead.closes?;
        match plan.counted_on {
            CountedOn::Signed => Some(signed),
            CountedOn::Paid => pay?.paid,
        }
    };
    workspace.leads.iter().filter_map(day).filter_map(|it| plan.period_of(it)).collect()
}

/// In which periods of a time nothing was won; empty where something was won in each.
pub(super) fn nothing_won(
    lang: Lang,
    (won, plan): (&BTreeSet<Period>, &Plan),
    (first, last): (Period, Period),
) -> String {
    let all = plan.cycle.all(Turn(Some(first)), Turn(Some(last)), plan.start());
    let all: Vec<Period> = all.into_iter().filter_map(|it| it.0).collect();
    let empty: Vec<Period> = all.iter().copied().filter(|it| !won.contains(it)).collect();
    let period = |it: &Period| format::period(lang, *it);
    if empty.is_empty() {
        return String::new();
    }
    if empty.len() == all.len() {
        return match first == last {
            true => lang.replay_nothing_won_in(&period(&first)),
            false => lang.replay_nothing_won(&period(&first), &period(&last)),
        };
    }
    let named: Vec<String> = empty.iter().take(NAMED).map(period).collect();
    let named = named.join(lang.list_comma());
    match empty.len().saturating_sub(NAMED) {
        0 => lang.replay_nothing_won_in(&named),
        more => {
            let more = format::count(lang, more as u64);
            lang.replay_nothing_won_in(&lang.replay_more_periods(&named, &more))
        }
    }
}

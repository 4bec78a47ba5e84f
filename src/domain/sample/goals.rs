//! The sample's goals: three quarters, for the company, each team and each person.
//!
//! A person's goal is the share of leads that falls to that person, of a little more than the
//! team has lately won in three months; a team's is the sum of its people's, the company's the sum
//! of its teams'.

use super::leads::PAST_DAYS;
use super::people::{PROFILES, TEAM_SIZE};
use super::{PEOPLE, TEAMS, major, person_id, team_id};
use crate::domain::calendar::{Day, FiscalStart, Period};
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::{GoalId, IndicatorGoalId};
use crate::domain::indicator::goal::{IndicatorGoal, Target};
use crate::domain::indicator::{Builtin, Measure};
use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Money, share};

/// How many days a quarter has.
const QUARTER_DAYS: i64 = 91;
/// What is asked for, in percent of what was won, from the quarter before last to this one.
const ASKED: [i64; 3] = [96, 104, 118];
/// Goals are set in steps of so many major units.
const STEP: i64 = 10_000;

pub(super) fn goals(won: &[&Lead], currency: Currency, today: Day) -> Vec<(GoalId, Goal)> {
    let won_minor: i64 = won.iter().filter_map(|it| it.amount).map(|it| it.minor).sum();
    let lately = share(won_minor / currency.scale(), QUARTER_DAYS, PAST_DAYS as i64);
    let this = FiscalStart::new(1).quarter_of(today);
    let quarters = [this.previous().previous(), this.previous(), this];
    let goals = quarters.into_iter().zip(ASKED);
    goals
        .flat_map(|(quarter, percent)| of_quarter(quarter, lately * percent / 100, currency))
        .collect()
}

/// This quarter's goals for how many leads are won and what each brings on average: a little more
/// than lately.
pub(super) fn for_indicators(
    won: &[&Lead],
    currency: Currency,
    today: Day,
) -> Vec<(IndicatorGoalId, IndicatorGoal)> {
    let count = won.len() as i64;
    let sum: i64 = won.iter().filter_map(|it| it.amount).map(|it| it.minor).sum();
    let lately = share(count * ASKED[2] / 100, QUARTER_DAYS, PAST_DAYS as i64).max(1);
    let each = share(sum, ASKED[1], 100 * count.max(1)) / currency.scale() / 1000 * 1000;
    let period = FiscalStart::new(1).quarter_of(today);
    let goals = [
        (Builtin::WonCount, Target::Thousandths(1000 * lately)),
        (Builtin::AverageWon, Target::Amount(major(each.max(1000), currency))),
    ];
    let goal = |(of, target)| {
        let measure = Measure::Builtin(of);
        let id = IndicatorGoal::id_of(Bearer::Company, period, measure);
        (id, IndicatorGoal::new(Bearer::Company, period, measure, target))
    };
    goals.into_iter().map(goal).collect()
}

fn of_quarter(quarter: Period, whole: i64, currency: Currency) -> Vec<(GoalId, Goal)> {
    let shares: i64 = PROFILES.iter().map(|it| it.share as i64).sum();
    let own = |place: usize| {
        let exact = share(whole, PROFILES[place].share as i64, shares);
        (exact / STEP).max(1) * STEP
    };
    let of_team = |team: usize| (team * TEAM_SIZE..(team + 1) * TEAM_SIZE).map(own).sum::<i64>();
    let mut quotas = vec![(Bearer::Company, (0..TEAMS).map(of_team).sum::<i64>())];
    quotas.extend((0..TEAMS).map(|team| (Bearer::Team(team_id(team)), of_team(team))));
    quotas.extend((0..PEOPLE).map(|place| (Bearer::Person(person_id(place)), own(place))));
    let goal = |bearer, quota: Money| Goal {
        bearer: Some(bearer),
        period: Some(quarter),
        quota: Some(quota),
        objective: (bearer == Bearer::Company).then(|| super::objective_id(0)),
        ..Goal::default()
    };
    let quotas = quotas.into_iter();
    quotas
        .map(|(bearer, quota)| (Goal::id_of(bearer, quarter), goal(bearer, major(quota, currency))))
        .collect()
}

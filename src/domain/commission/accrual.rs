//! What a period costs: what it pays, what it keeps back to be paid later, and what it advances to be
//! taken back later.

use super::facts::Facts;
use super::pay::{Paid, Slip};

/// What a period costs, and what it leaves open, in minor units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accrual {
    /// What is paid out.
    pub paid: i64,
    /// What is kept back before it and after it.
    pub held: [i64; 2],
    /// What is owed of advances, and of periods that ended below nothing, before it and after it.
    pub owed: [i64; 2],
}

impl Accrual {
    /// What the period costs: what is paid, with what is kept back more and less what is owed more.
    pub fn cost(&self) -> i64 {
        self.paid + self.net(1) - self.net(0)
    }

    /// What is still to be paid, less what is still to be taken back: before the period (0), after it
    /// (1).
    pub fn net(&self, at: usize) -> i64 {
        self.held[at] - self.owed[at]
    }

    /// Both together.
    #[must_use]
    pub fn and(&self, other: &Accrual) -> Accrual {
        let sum = |a: [i64; 2], b: [i64; 2]| [a[0] + b[0], a[1] + b[1]];
        Accrual {
            paid: self.paid + other.paid,
            held: sum(self.held, other.held),
            owed: sum(self.owed, other.owed),
        }
    }
}

impl Paid {
    /// What a period costs for somebody: places among the members and the periods.
    pub fn accrual(&self, facts: &Facts, member: usize, turn: usize) -> Accrual {
        // They are in the order of the periods, and the last ones are asked for.
        let of = |turn: usize| self.slips.iter().rfind(|it| (it.member, it.turn) == (member, turn));
        let Some(slip) = of(turn) else { return Accrual::default() };
        let before = match turn.checked_sub(1).and_then(of) {
            Some(before) => (before.held, before.debt),
            // What an earlier plan has left.
            None => {
                let carried = facts.carried.iter().filter(|it| it.member == member);
                (carried.map(|it| it.kept).sum(), facts.members[member].debt)
            }
        };
        let Slip { held, debt, .. } = *slip;
        Accrual { paid: slip.payout(), held: [before.0, held], owed: [before.1, debt] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::commission::{Plan, format, pay};
    use serde_json::json;

    /// What the periods of an example of `docs/commission.md` cost.
    fn costs(plan: &serde_json::Value, facts: &serde_json::Value) -> Vec<Accrual> {
        let plan: Plan = format::plan(plan).expect("a plan");
        let facts = format::facts(facts, &plan).expect("facts").facts;
        let paid = pay(&plan, &facts).expect("pay");
        (0..paid.turns.len()).map(|turn| paid.accrual(&facts, 0, turn)).collect()
    }

    /// By hand, from the example “Recoverable draw”: 1,500, 2,375 and 2,050 are earned and 2,000 is
    /// paid each month, so that 500, 125 and 75 are owed at their ends.
    #[test]
    fn an_advance_costs_nothing_until_it_is_earned() {
        let plan = json!({"currency": "USD", "period": "month", "components": [{"rate": 1}],
            "draw": {"amount": 2000, "recoverable": true}});
        let facts = json!({"deals": [{"id": "1", "date": "2026-01-31", "amount": 1500},
            {"id": "2", "date": "2026-02-28", "amount": 2375},
            {"id": "3", "date": "2026-03-31", "amount": 2050}]});
        let all = costs(&plan, &facts);
        let told: Vec<_> = all.iter().map(|it| (it.paid, it.owed, it.cost())).collect();
        assert_eq!(
            told,
            [
                (200_000, [0, 50_000], 150_000),
                (200_000, [50_000, 12_500], 237_500),
                (200_000, [12_500, 7_500], 205_000),
            ]
        );
    }

    /// By hand, from the example “Holdback and release”: 1,000 is earned in January, a fifth of it is
    /// paid in March.
    #[test]
    fn what_is_kept_back_costs_when_it_is_earned() {
        let plan = json!({"currency": "USD", "period": "month", "components": [{"rate": "10%"}],
            "holdback": {"share": "20%", "release_after_days": 60}});
        let facts = json!({"deals": [{"id": "a", "date": "2026-01-15", "amount": 10000}]});
        let all = costs(&plan, &facts);
        let told: Vec<_> = all.iter().map(|it| (it.paid, it.held, it.cost())).collect();
        assert_eq!(
            told,
            [(80_000, [0, 20_000], 100_000), (0, [20_000, 20_000], 0), (20_000, [20_000, 0], 0),]
        );
    }
}

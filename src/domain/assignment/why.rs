//! Why a lead went to one person and not to another, in the solver's own numbers.

use super::solve::{Points, Problem};

/// Why a lead is not with a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// It is with this person.
    Has,
    /// A hard rule forbids it.
    Forbidden,
    /// The person cannot take a single lead.
    NoPlace,
    /// It would cost the team points.
    Costs {
        /// By how much the best total with this pair is lower than the best of all; the pair would
        /// be part of a best assignment with so many points more. Zero is a tie.
        gap: Points,
        /// Whether one more place with the person would be enough.
        room_helps: bool,
    },
}

/// Why a lead is with whom it is, for one lead and anybody.
pub struct Inquiry<'a> {
    problem: &'a Problem,
    owners: &'a [Option<usize>],
    lead: usize,
    /// The moves of the others, with the lead taken out of its place.
    without: Moves,
    /// The moves of all.
    all: Moves,
}

impl Inquiry<'_> {
    /// Looks at a lead.
    pub fn new<'a>(problem: &'a Problem, owners: &'a [Option<usize>], lead: usize) -> Inquiry<'a> {
        let without = Moves::new(problem, owners, Some(lead));
        let all = Moves::new(problem, owners, None);
        Inquiry { problem, owners, lead, without, all }
    }

    /// Why the lead is not with a person, and the smallest change that would turn it.
    pub fn why_not(&self, person: usize) -> WhyNot {
        let own = self.owners[self.lead];
        if own == Some(person) {
            return WhyNot::Has;
        }
        let Some(worth) = self.problem.points(self.lead, person) else { return WhyNot::Forbidden };
        let held = own.and_then(|own| self.problem.points(self.lead, own)).unwrap_or(0);
        let Inquiry { without, all, .. } = self;
        let own = own.unwrap_or(without.nobody());
        let Some(chain) = without.cheapest(person, own) else { return WhyNot::NoPlace };
        let gap = held - worth + chain;
        // One place more could be better filled by another: the lead has to compete for it.
        let win = all.cheapest(all.free(), person).map_or(0, |loss| 0.max(-loss));
        let roomy = without.cheapest(without.free(), own).map_or(chain, |loss| loss.min(chain));
        WhyNot::Costs { gap, room_helps: gap != 0 && held - worth + roomy + win == 0 }
    }
}

/// What moves between places lose, perhaps with one lead taken out of its place.
///
/// Places are the people, nobody, and what is free: a step to it fills a free place, a step from
/// it leaves one free.
struct Moves {
    people: usize,
    /// From place to place; `None` where no lead can move.
    loss: Vec<Option<Points>>,
}

impl Moves {
    fn new(problem: &Problem, owners: &[Option<usize>], taken_out: Option<usize>) -> Moves {
        let people = problem.people();
        let mut moves = Moves { people, loss: vec![None; (people + 2) * (people + 2)] };
        let mut load = vec![0_u32; people];
        let worth = |lead, place| match place == people {
            true => Some(0),
            false => problem.points(lead, place),
        };
        for (other, owner) in owners.iter().enumerate() {
            let here = owner.unwrap_or(people);
            if let Some(load) = load.get_mut(here) {
                *load += 1;
            }
            let Some(held) = worth(other, here).filter(|_| Some(other) != taken_out) else {
                continue;
            };
            for there in (0..=people).filter(|it| *it != here) {
                if let Some(worth) = worth(other, there) {
                    moves.offer(here, there, held - worth);
                }
            }
        }
        let free = moves.free();
        // Nobody has room for all, and may always do with one less.
        moves.offer(people, free, 0);
        moves.offer(free, people, 0);
        for (person, load) in load.into_iter().enumerate() {
            if load < problem.capacity(person) {
                moves.offer(person, free, 0);
            }
            if load != 0 {
                moves.offer(free, person, 0);
            }
        }
        moves
    }

    fn nobody(&self) -> usize {
        self.people
    }

    fn free(&self) -> usize {
        self.people + 1
    }

    fn offer(&mut self, from: usize, to: usize, loss: Points) {
        let known = &mut self.loss[from * (self.people + 2) + to];
        *known = Some(known.map_or(loss, |it| it.min(loss)));
    }

    /// What the cheapest chain of moves between two places loses. Bellman and Ford's method, for
    /// moves may also win; a round of moves never does, or the assignment were not the best.
    fn cheapest(&self, from: usize, to: usize) -> Option<Points> {
        let places = self.people + 2;
        let mut loss = vec![None; places];
        loss[from] = Some(0);
        let mut changed = true;
        while changed {
            changed = false;
            for (step, own) in self.loss.iter().enumerate() {
                let (Some(own), Some(so_far)) = (own, loss[step / places]) else { continue };
                let through = so_far + own;
                if loss[step % places].is_none_or(|it| through < it) {
                    loss[step % places] = Some(through);
                    changed = true;
                }
            }
        }
        loss[to]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::solve::solve;
    use super::super::solve::tests::{problem, problems};
    use super::*;

    /// The best total with a lead held to a person, found by solving again.
    fn forced(problem: &Problem, lead: usize, person: usize) -> Points {
        let rows = (0..problem.leads()).map(|row| {
            let worth = |it| problem.points(row, it);
            let row = (0..problem.people()).map(|it| match (row == lead, it == person) {
                (true, true) => worth(it).map(|points| points + (1 << 20)),
                (true, false) => None,
                (false, _) => worth(it),
            });
            row.collect::<Vec<_>>()
        });
        let rows: Vec<_> = rows.collect();
        solve(&super::super::solve::tests::problem(&capacities(problem), &rows)).total - (1 << 20)
    }

    fn capacities(problem: &Problem) -> Vec<u32> {
        (0..problem.people()).map(|it| problem.capacity(it)).collect()
    }

    /// The same with one more place for a person.
    fn with_room(given: &Problem, person: usize) -> Problem {
        let mut capacities = capacities(given);
        capacities[person] += 1;
        let rows = (0..given.leads())
            .map(|lead| (0..given.people()).map(|it| given.points(lead, it)).collect::<Vec<_>>());
        problem(&capacities, &rows.collect::<Vec<_>>())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        /// The gap is what solving again with the pair held fast loses.
        #[test]
        fn the_gap_is_what_the_team_would_lose(problem in problems()) {
            let solution = solve(&problem);
            for lead in 0..problem.leads() {
                for person in (0..problem.people()).filter(|it| 0 < problem.capacity(*it)) {
                    let WhyNot::Costs { gap, room_helps } = Inquiry::new(&problem, &solution.owners, lead).why_not(person)
                    else {
                        continue;
                    };
                    prop_assert_eq!(gap, solution.total - forced(&problem, lead, person));
                    let roomier = with_room(&problem, person);
                    let tie = solve(&roomier).total == forced(&roomier, lead, person);
                    prop_assert_eq!(room_helps, gap != 0 && tie);
                }
            }
        }
    }

    #[test]
    fn more_room_helps_where_only_room_was_missing() {
        let problem = problem(&[1, 1], &[vec![Some(9), Some(2)], vec![Some(8), Some(3)]]);
        let solution = solve(&problem);
        assert_eq!(
            Inquiry::new(&problem, &solution.owners, 1).why_not(0),
            WhyNot::Costs { gap: 2, room_helps: true }
        );
        assert_eq!(
            Inquiry::new(&problem, &solution.owners, 0).why_not(1),
            WhyNot::Costs { gap: 2, room_helps: false }
        );
        assert_eq!(Inquiry::new(&problem, &solution.owners, 0).why_not(0), WhyNot::Has);
    }

    #[test]
    fn a_rule_is_a_rule() {
        let problem = problem(&[1, 1], &[vec![Some(9), None]]);
        assert_eq!(
            Inquiry::new(&problem, &solve(&problem).owners, 0).why_not(1),
            WhyNot::Forbidden
        );
    }
}

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
    NoPlace {
        /// What a first place would do.
        with_one: Turn,
    },
    /// It would cost the team points.
    Costs {
        /// By how much the best total with this pair is lower than the best of all. With so many
        /// points more the pair is as good as what is, with more than that it turns. Zero is a tie.
        gap: Points,
        /// What one more place with the person would do.
        with_one: Turn,
    },
}

/// What a change would do, all points staying as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Every best assignment gives the lead to the person.
    Turns,
    /// Some best assignment does, and some does not.
    Ties,
    /// None does: the pair still lacks so many points.
    Lacks(Points),
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
        let with_one = self.with_one_place(person, worth);
        match self.gap(person, worth) {
            Some(gap) => WhyNot::Costs { gap, with_one },
            None => WhyNot::NoPlace { with_one },
        }
    }

    /// By how much the best total with a pair that is worth so much would be lower than the best of
    /// all; negative where it would be higher, as that of a forbidden pair might. `None` where the
    /// person cannot take a single lead.
    pub fn gap(&self, person: usize, worth: Points) -> Option<Points> {
        let (held, own) = self.held();
        Some(held - worth + self.without.cheapest(person, own)?)
    }

    /// What the lead is worth where it is, and that place.
    fn held(&self) -> (Points, usize) {
        let own = self.owners[self.lead];
        let held = own.and_then(|own| self.problem.points(self.lead, own)).unwrap_or(0);
        (held, own.unwrap_or(self.without.nobody()))
    }

    /// What one more place with a person would do. Another could fill it better: the lead has to
    /// compete for it.
    fn with_one_place(&self, person: usize, worth: Points) -> Turn {
        let (held, own) = self.held();
        let loss = held - worth;
        let win = |moves: &Moves| moves.cheapest(moves.free(), person).map_or(0, |it| 0.max(-it));
        let refilled = self.without.cheapest(self.without.free(), own).unwrap_or(0);
        let best = win(&self.all);
        match loss + refilled + best {
            0 if win(&self.all_but(person, own)) < best => Turn::Turns,
            0 => Turn::Ties,
            lack => Turn::Lacks(lack),
        }
    }

    /// The moves of all, but for that of the lead to a person.
    fn all_but(&self, person: usize, own: usize) -> Moves {
        let mut moves = self.without.clone();
        moves.offer_all(self.problem, self.lead, own, Some(person));
        moves
    }
}

/// What moves between places lose, perhaps with one lead taken out of its place.
///
/// Places are the people, nobody, and what is free: a step to it fills a free place, a step from
/// it leaves one free.
#[derive(Clone)]
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
        for (other, owner) in owners.iter().enumerate() {
            let here = owner.unwrap_or(people);
            if let Some(load) = load.get_mut(here) {
                *load += 1;
            }
            if Some(other) != taken_out {
                moves.offer_all(problem, other, here, None);
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

    /// Notes where else a lead could go, but for one person.
    fn offer_all(&mut self, problem: &Problem, lead: usize, here: usize, but: Option<usize>) {
        let people = self.people;
        let worth = |place| match place == people {
            true => Some(0),
            false => problem.points(lead, place),
        };
        let Some(held) = worth(here) else { return };
        for there in (0..=people).filter(|it| *it != here && Some(*it) != but) {
            if let Some(worth) = worth(there) {
                self.offer(here, there, held - worth);
            }
        }
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
mod tests;

//! The best assignment of leads to people with capacities: no other one has a higher total.
//!
//! Leads come in one after the other, and each insertion keeps the whole optimal: it follows the
//! cheapest chain of moves that ends at a person with a free place, or at nobody. This is the
//! method of successive shortest paths for the transportation problem (Kuhn 1955; Edmonds and Karp
//! 1972 for the prices that keep all steps non-negative), on a graph of people instead of leads,
//! so that ten thousand leads cost no more than ten thousand looks at a hundred people.
//!
//! Invariant: between insertions every lead lies where its points less the person's price are
//! highest, and a person with a free place has the price zero. These two together prove the
//! optimum; [`Solution::is_proved`] checks them.

/// Points of a lead with a person.
pub type Points = i64;

/// Leads, people and what each pair is worth.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    capacities: Vec<u32>,
    /// Lead by lead; [`FORBIDDEN`] is not allowed.
    points: Vec<Points>,
}

/// Points beyond this are cut, so that sums over ten thousand leads and their chains stay exact.
pub const MOST_POINTS: Points = 1 << 48;

const FORBIDDEN: Points = Points::MIN;

impl Problem {
    /// A problem without leads; `capacities` are how many leads each person can take.
    pub fn new(capacities: Vec<u32>) -> Problem {
        Problem { capacities, points: Vec::new() }
    }

    /// Adds a lead with its points for each person; `None` where a hard rule forbids the pair.
    /// Missing people count as forbidden, supernumerary ones are left out.
    pub fn push(&mut self, points: &[Option<Points>]) {
        for person in 0..self.people() {
            let worth = points.get(person).copied().flatten();
            let worth = worth.map(|it| it.clamp(-MOST_POINTS, MOST_POINTS));
            self.points.push(worth.unwrap_or(FORBIDDEN));
        }
        if self.people() == 0 {
            // A lead that nobody can take still is one.
            self.points.push(FORBIDDEN);
        }
    }

    /// How many leads a person can take.
    pub fn capacity(&self, person: usize) -> u32 {
        self.capacities[person]
    }

    /// How many people there are.
    pub fn people(&self) -> usize {
        self.capacities.len()
    }

    /// How many leads there are.
    pub fn leads(&self) -> usize {
        self.points.len() / self.people().max(1)
    }

    /// The points of a pair, if it is allowed.
    pub fn points(&self, lead: usize, person: usize) -> Option<Points> {
        let worth = *self.points.get(lead * self.people() + person)?;
        (worth != FORBIDDEN).then_some(worth)
    }
}

/// Who has each lead, and what a place with each person is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// Lead by lead: the person, or nobody.
    pub owners: Vec<Option<usize>>,
    /// The sum of the points.
    pub total: Points,
    /// Person by person: by how much one more place would raise the total.
    pub prices: Vec<Points>,
}

impl Solution {
    /// Whether the prices prove that no assignment has a higher total.
    pub fn is_proved(&self, problem: &Problem) -> bool {
        let mut taken = vec![0_u32; problem.people()];
        for (lead, owner) in self.owners.iter().enumerate() {
            let net = |person: usize| Some(problem.points(lead, person)? - self.prices[person]);
            let own = match owner {
                Some(person) => {
                    taken[*person] += 1;
                    net(*person)
                }
                None => Some(0),
            };
            let best = (0..problem.people()).filter_map(net).max().unwrap_or(0).max(0);
            if own != Some(best) {
                return false;
            }
        }
        (0..problem.people()).all(|person| {
            let (taken, capacity) = (taken[person], problem.capacities[person]);
            taken <= capacity
                && 0 <= self.prices[person]
                && (taken == capacity || self.prices[person] == 0)
        })
    }
}

/// Works a problem off, some leads at a time.
#[derive(Clone, Debug)]
pub struct Solver {
    problem: Problem,
    /// Person by person: the leads there.
    held: Vec<Vec<usize>>,
    owners: Vec<Option<usize>>,
    prices: Vec<Points>,
    /// From place to place: the lead that loses least by the move, and what it loses.
    moves: Vec<Move>,
    search: Search,
    /// Places to which a leaving lead was the best to move; kept to be used again.
    lost: Vec<usize>,
    /// The leads in the order in which they come in.
    order: Vec<usize>,
    next: usize,
}

#[derive(Clone, Copy, Debug)]
struct Move {
    lead: usize,
    loss: Points,
}

/// No way, or no lead: more than any chain of moves can cost.
const NONE: Points = Points::MAX / 4;
const NO_MOVE: Move = Move { lead: usize::MAX, loss: NONE };

/// The search for the cheapest chain, place by place.
#[derive(Clone, Debug, Default)]
struct Search {
    cost: Vec<Points>,
    /// The place before in the chain; the place itself where the new lead comes in.
    from: Vec<usize>,
    is_done: Vec<bool>,
}

/// Solves a problem at once.
pub fn solve(problem: &Problem) -> Solution {
    let mut solver = Solver::new(problem.clone());
    while solver.step(usize::MAX) {}
    solver.finish().1
}

impl Solver {
    /// Nothing assigned yet.
    pub fn new(problem: Problem) -> Solver {
        let places = problem.people() + 1;
        Solver {
            held: vec![Vec::new(); problem.people()],
            owners: vec![None; problem.leads()],
            problem,
            prices: vec![0; places],
            moves: vec![NO_MOVE; places * places],
            search: Search::default(),
            lost: Vec::new(),
            order: Vec::new(),
            next: 0,
        }
        .ordered()
    }

    /// Lets those leads come in first for which it matters most who has them, so that later ones
    /// seldom move earlier ones: where points are the worth of a lead times the skill of a person,
    /// that is a hundred times faster. Equal ones keep their order.
    fn ordered(mut self) -> Solver {
        let range = |lead: usize| {
            let own = (0..self.problem.people()).filter_map(|it| self.problem.points(lead, it));
            let (least, most) = own.fold((0, 0), |(low, high), it| (it.min(low), it.max(high)));
            most.saturating_sub(least)
        };
        let mut order: Vec<(Points, usize)> =
            (0..self.problem.leads()).map(|lead| (-range(lead), lead)).collect();
        order.sort_unstable();
        self.order = order.into_iter().map(|(_, lead)| lead).collect();
        self
    }

    /// How many leads are done.
    pub fn done(&self) -> usize {
        self.next
    }

    /// Takes in up to `leads` more; whether some are left.
    pub fn step(&mut self, leads: usize) -> bool {
        let until = self.next.saturating_add(leads).min(self.problem.leads());
        while self.next < until {
            self.insert(self.order[self.next]);
            self.next += 1;
        }
        self.next < self.problem.leads()
    }

    /// The problem and what was found.
    pub fn finish(self) -> (Problem, Solution) {
        let own = |(lead, owner): (usize, &Option<usize>)| self.problem.points(lead, (*owner)?);
        let total = self.owners.iter().enumerate().filter_map(own).sum();
        let mut prices = self.prices;
        prices.pop();
        (self.problem, Solution { owners: self.owners, total, prices })
    }

    fn nobody(&self) -> usize {
        self.problem.people()
    }

    /// The points of a lead at a place; nobody gives none and takes everything.
    fn worth(&self, lead: usize, place: usize) -> Option<Points> {
        if place == self.nobody() { Some(0) } else { self.problem.points(lead, place) }
    }

    fn has_room(&self, place: usize) -> bool {
        place == self.nobody() || self.held[place].len() < self.problem.capacity(place) as usize
    }

    /// Takes a lead in by the cheapest chain of moves.
    fn insert(&mut self, lead: usize) {
        let (end, cost) = self.cheapest_end(lead);
        for place in 0..self.nobody() {
            if self.search.is_done[place] {
                self.prices[place] += cost - self.search.cost[place];
            }
        }
        let mut place = end;
        while self.search.from[place] != place {
            let from = self.search.from[place];
            let moved = self.moves[from * (self.nobody() + 1) + place].lead;
            self.leave(moved, from);
            self.join(moved, place);
            place = from;
        }
        self.join(lead, place);
    }

    /// The nearest place with room, by Dijkstra's method over the reduced losses. There is one:
    /// nobody always has room.
    fn cheapest_end(&mut self, lead: usize) -> (usize, Points) {
        let places = self.nobody() + 1;
        let mut search = std::mem::take(&mut self.search);
        let net = |place| self.worth(lead, place).map(|worth| worth - self.prices[place]);
        let best = (0..places).filter_map(net).max().unwrap_or(0);
        search.cost.clear();
        search.cost.extend((0..places).map(|place| net(place).map_or(NONE, |net| best - net)));
        search.from.clear();
        search.from.extend(0..places);
        search.is_done.clear();
        search.is_done.resize(places, false);
        let found = loop {
            let here = self.nearest(&search);
            let cost = search.cost[here];
            if self.has_room(here) {
                break (here, cost);
            }
            search.is_done[here] = true;
            let through = cost - self.prices[here];
            let moves = &self.moves[here * places..(here + 1) * places];
            for (there, Move { loss, .. }) in moves.iter().enumerate() {
                let cost = through + loss + self.prices[there];
                if cost < search.cost[there] && !search.is_done[there] {
                    search.cost[there] = cost;
                    search.from[there] = here;
                }
            }
        };
        self.search = search;
        found
    }

    /// The place of the lowest cost that was not looked at. Among equals one with room, which ends
    /// the chain, and people before nobody.
    fn nearest(&self, search: &Search) -> usize {
        let mut nearest = self.nobody();
        for place in (0..self.nobody()).rev().filter(|it| !search.is_done[*it]) {
            let (cost, least) = (search.cost[place], search.cost[nearest]);
            if cost < least || (cost == least && (nearest == self.nobody() || self.has_room(place)))
            {
                nearest = place;
            }
        }
        nearest
    }

    fn join(&mut self, lead: usize, place: usize) {
        if place == self.nobody() {
            // Places only get scarcer: who has none now will have none later.
            self.owners[lead] = None;
            return;
        }
        self.held[place].push(lead);
        self.owners[lead] = Some(place);
        for there in 0..=self.nobody() {
            self.offer(lead, place, there);
        }
    }

    fn leave(&mut self, lead: usize, place: usize) {
        self.held[place].retain(|it| *it != lead);
        let places = self.nobody() + 1;
        let mut lost = std::mem::take(&mut self.lost);
        lost.clear();
        lost.extend((0..places).filter(|there| self.moves[place * places + there].lead == lead));
        for there in &lost {
            self.moves[place * places + there] = NO_MOVE;
        }
        // Lead by lead, as their points lie in memory.
        for other in 0..self.held[place].len() {
            for there in &lost {
                self.offer(self.held[place][other], place, *there);
            }
        }
        self.lost = lost;
    }

    /// Notes a lead's move from one place to another if none loses less.
    fn offer(&mut self, lead: usize, place: usize, there: usize) {
        if place == there {
            return;
        }
        let (Some(here), Some(worth)) = (self.worth(lead, place), self.worth(lead, there)) else {
            return;
        };
        let at = place * (self.nobody() + 1) + there;
        let (loss, known) = (here - worth, self.moves[at]);
        if (loss, lead) < (known.loss, known.lead) {
            self.moves[at] = Move { lead, loss };
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    pub(in crate::domain::assignment) fn problem(
        capacities: &[u32],
        points: &[Vec<Option<Points>>],
    ) -> Problem {
        let mut problem = Problem::new(capacities.to_vec());
        points.iter().for_each(|it| problem.push(it));
        problem
    }

    /// The highest total, found by trying everything.
    fn tried(problem: &Problem, lead: usize, room: &mut [u32]) -> Points {
        if lead == problem.leads() {
            return 0;
        }
        let mut best = tried(problem, lead + 1, room);
        for person in 0..problem.people() {
            if let Some(points) = problem.points(lead, person).filter(|_| room[person] != 0) {
                room[person] -= 1;
                best = best.max(points + tried(problem, lead + 1, room));
                room[person] += 1;
            }
        }
        best
    }

    pub(in crate::domain::assignment) fn problems() -> impl Strategy<Value = Problem> {
        let worth = prop_oneof![Just(None), (-3_i64..8).prop_map(Some)];
        (1..4_usize, 0..6_usize).prop_flat_map(move |(people, leads)| {
            let row = prop::collection::vec(worth.clone(), people);
            (prop::collection::vec(0..3_u32, people), prop::collection::vec(row, leads))
                .prop_map(|(capacities, rows)| problem(&capacities, &rows))
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn no_assignment_has_a_higher_total(problem in problems()) {
            let solution = solve(&problem);
            prop_assert_eq!(solution.total, tried(&problem, 0, &mut problem.capacities.clone()));
            prop_assert!(solution.is_proved(&problem));
        }

        #[test]
        fn working_in_steps_gives_the_same(problem in problems()) {
            let mut solver = Solver::new(problem.clone());
            while solver.step(1) {}
            prop_assert_eq!(solver.finish().1, solve(&problem));
        }
    }

    #[track_caller]
    fn check(capacities: &[u32], points: &[Vec<Option<Points>>], expect: &[Option<usize>]) {
        assert_eq!(solve(&problem(capacities, points)).owners, expect);
    }

    #[test]
    fn a_chain_of_moves_makes_room() {
        let points = [vec![Some(9), Some(8)], vec![Some(9), Some(1)]];
        check(&[1, 1], &points, &[Some(1), Some(0)]);
    }

    #[test]
    fn what_nobody_may_take_stays_with_nobody() {
        check(&[2], &[vec![None], vec![Some(5)]], &[None, Some(0)]);
        check(&[0], &[vec![Some(5)]], &[None]);
        check(&[], &[vec![]], &[None]);
    }

    #[test]
    fn less_than_nothing_is_not_handed_out() {
        check(&[1], &[vec![Some(-1)]], &[None]);
        check(&[1], &[vec![Some(0)]], &[Some(0)]);
    }
}

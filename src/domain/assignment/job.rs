//! Weighing and solving as one piece of work, some leads at a time, wherever it is done.

use super::solve::{Points, Problem, Solver};
use super::weigh::{Scales, Weighing};

/// What comes of the work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Lead by lead: whose book it filled while the pairs were weighed.
    pub takers: Vec<Option<usize>>,
    /// Lead by lead: who should have it.
    pub owners: Vec<Option<usize>>,
    /// Person by person: by how much one more place would raise the total.
    pub prices: Vec<Points>,
}

/// Works on an answer, some leads at a time.
#[derive(Debug)]
pub struct Job {
    scales: Scales,
    takers: Vec<Option<usize>>,
    step: Step,
}

/// What the work is at.
#[derive(Debug)]
enum Step {
    Weighing(Weighing),
    Solving(Solver),
}

impl Job {
    /// Nothing is done yet.
    pub fn new(scales: Scales) -> Job {
        let step = Step::Weighing(Weighing::new(&scales));
        Job { scales, takers: Vec::new(), step }
    }

    /// The share that is done, 0 to 1. Weighing is the lesser part.
    pub fn done(&self) -> f64 {
        let done = match &self.step {
            Step::Weighing(weighing) => weighing.takers.len(),
            Step::Solving(solver) => self.scales.leads.len() + 9 * solver.done(),
        };
        done as f64 / 10.0 / self.scales.leads.len().max(1) as f64
    }

    /// Works on, up to some leads; whether there is more to do.
    pub fn step(&mut self, leads: usize) -> bool {
        match &mut self.step {
            Step::Weighing(weighing) => {
                let from = weighing.takers.len();
                let until = from.saturating_add(leads).min(self.scales.leads.len());
                for lead in from..until {
                    let taker = weighing.weigh(&self.scales, lead);
                    weighing.take(&self.scales, lead, taker);
                }
                if until == self.scales.leads.len() {
                    self.takers = std::mem::take(&mut weighing.takers);
                    let problem = std::mem::take(&mut weighing.problem);
                    self.step = Step::Solving(Solver::new(problem));
                }
                true
            }
            Step::Solving(solver) => solver.step(leads),
        }
    }

    /// The answer, and the problem it is of, with all the work done that is still to do.
    pub fn finish(mut self) -> (Scales, Problem, Answer) {
        while matches!(self.step, Step::Weighing(_)) {
            self.step(usize::MAX);
        }
        let Step::Solving(mut solver) = self.step else { return Default::default() };
        while solver.step(usize::MAX) {}
        let (problem, solution) = solver.finish();
        let answer =
            Answer { takers: self.takers, owners: solution.owners, prices: solution.prices };
        (self.scales, problem, answer)
    }
}

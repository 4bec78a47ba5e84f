//! The proposal: who should get each lead.
//!
//! First every pair is weighed, the most valuable lead first. Books are filled as if each lead went
//! to whom it fits best by then; so the points for evening out favour whoever is short when a
//! lead's turn comes. Then the best assignment for these points is found, over all leads at once.

use super::fit::{Barrier, Fit, Survey, balance};
use super::rules::AssignmentRules;
use super::solve::{Points, Problem, Solution, Solver};
use super::why::{Inquiry, WhyNot};

/// Added to every allowed pair, so that no lead stays over for the sake of points.
const PLACED: Points = 1 << 30;

/// Who should get each lead.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// What was looked at.
    pub survey: Survey,
    /// Points for evening out, lead by lead.
    balance: Vec<Vec<Points>>,
    problem: Problem,
    solution: Solution,
}

/// Why a lead is not proposed to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// It is.
    Has,
    /// A hard rule forbids it.
    Rule(Barrier),
    /// The person has no place left for a single lead.
    Full,
    /// Another lead would be left with nobody.
    LeavesOne,
    /// The whole would lose this many points; with so many more for this pair it would turn.
    Points {
        /// By how much the proposal with the pair is worse; zero is a tie.
        gap: Points,
        /// Whether one more place with the person would turn it as well.
        room_helps: bool,
    },
}

/// Works on a proposal, some leads at a time.
#[derive(Debug)]
pub struct Work {
    survey: Survey,
    balance: Vec<Vec<Points>>,
    step: Step,
}

/// What the work is at.
#[derive(Debug)]
enum Step {
    Weighing(Weighing),
    Solving(Solver),
}

/// The pairs weighed so far, and what each person would have by then.
#[derive(Debug)]
struct Weighing {
    problem: Problem,
    books: Vec<i64>,
    room: Vec<u32>,
}

impl Work {
    /// Nothing is done yet.
    pub fn new(survey: Survey) -> Work {
        let people = 0..survey.people.len();
        let room: Vec<u32> = people.clone().map(|it| survey.room(it)).collect();
        let books = people.map(|it| survey.held(it)).collect();
        let step = Step::Weighing(Weighing { problem: Problem::new(room.clone()), books, room });
        Work { survey, balance: Vec::new(), step }
    }

    /// The share that is done, 0 to 1.
    pub fn done(&self) -> f64 {
        let done = match &self.step {
            Step::Weighing(_) => self.balance.len(),
            Step::Solving(solver) => self.survey.leads.len() + solver.done(),
        };
        done as f64 / 2.0 / self.survey.leads.len().max(1) as f64
    }

    /// Works on, up to some leads; whether there is more to do.
    pub fn step(&mut self, leads: usize) -> bool {
        match &mut self.step {
            Step::Weighing(weighing) => {
                let from = self.balance.len();
                let until = from.saturating_add(leads).min(self.survey.leads.len());
                for lead in from..until {
                    self.balance.push(weighing.weigh(&self.survey, lead));
                }
                if until == self.survey.leads.len() {
                    let problem = std::mem::take(&mut weighing.problem);
                    self.step = Step::Solving(Solver::new(problem));
                }
                true
            }
            Step::Solving(solver) => solver.step(leads),
        }
    }

    /// The proposal, with all the work done that is still to do.
    pub fn finish(mut self) -> Proposal {
        loop {
            match self.step {
                Step::Solving(mut solver) => {
                    while solver.step(usize::MAX) {}
                    let (problem, solution) = solver.finish();
                    let Work { survey, balance, .. } = self;
                    return Proposal { survey, balance, problem, solution };
                }
                Step::Weighing(_) => self.step(usize::MAX),
            };
        }
    }
}

impl Weighing {
    /// Weighs a lead with everybody, and gives the points for evening out that it was weighed by.
    fn weigh(&mut self, survey: &Survey, lead: usize) -> Vec<Points> {
        let balance = balance(survey, &self.books);
        let fits = balance
            .iter()
            .enumerate()
            .map(|(person, balance)| Some(survey.fit(lead, person, *balance).ok()?.total));
        let fits: Vec<Option<Points>> = fits.collect();
        let open = (0..fits.len()).filter(|it| self.room[*it] != 0);
        let best = open.filter_map(|it| Some((fits[it]?, std::cmp::Reverse(it)))).max();
        if let Some((_, std::cmp::Reverse(person))) = best {
            self.room[person] -= 1;
            self.books[person] = self.books[person].saturating_add(survey.expected(lead));
        }
        self.problem.push(&fits.into_iter().map(|it| Some(PLACED + it?)).collect::<Vec<_>>());
        balance
    }
}

impl Proposal {
    /// Makes a proposal at once.
    pub fn new(survey: Survey) -> Proposal {
        Work::new(survey).finish()
    }

    /// The person proposed for a lead.
    pub fn owner(&self, lead: usize) -> Option<usize> {
        self.solution.owners[lead]
    }

    /// What speaks for a pair.
    ///
    /// # Errors
    /// The [`Barrier`] where a hard rule forbids it.
    pub fn fit(&self, lead: usize, person: usize) -> Result<Fit, Barrier> {
        self.survey.fit(lead, person, self.balance[lead][person])
    }

    /// What each person's open leads will bring in, with what is proposed.
    pub fn books(&self) -> Vec<i64> {
        let mut books: Vec<i64> =
            (0..self.survey.people.len()).map(|it| self.survey.held(it)).collect();
        for (lead, owner) in self.solution.owners.iter().enumerate() {
            if let Some(person) = owner {
                books[*person] = books[*person].saturating_add(self.survey.expected(lead));
            }
        }
        books
    }

    /// Why a lead is not proposed to each of the people, in the solver's own numbers.
    pub fn against(&self, lead: usize) -> Vec<Against> {
        let inquiry = Inquiry::new(&self.problem, &self.solution, lead);
        let why_not = |person| match self.fit(lead, person) {
            Err(barrier) => Against::Rule(barrier),
            Ok(_) => match inquiry.why_not(person) {
                WhyNot::Has => Against::Has,
                WhyNot::Forbidden | WhyNot::NoPlace => Against::Full,
                WhyNot::Costs { gap, .. } if PLACED / 2 < gap => Against::LeavesOne,
                WhyNot::Costs { gap, room_helps } => Against::Points { gap, room_helps },
            },
        };
        (0..self.survey.people.len()).map(why_not).collect()
    }

    /// The rules it was made by.
    pub fn rules(&self) -> &AssignmentRules {
        self.survey.rules()
    }
}

#[cfg(test)]
mod tests {
    use super::super::rules::Factor;
    use super::*;
    use crate::domain::calendar::Day;
    use crate::domain::customer::Customer;
    use crate::domain::id::*;
    use crate::domain::lead::Lead;
    use crate::domain::money::{Currency, Money};
    use crate::domain::people::{Level, Person};
    use crate::domain::workspace::{Kept, Workspace};

    fn put<R: Kept>(workspace: &mut Workspace, id: R::Id, record: &R) {
        let fields = record.fields();
        let mut fields = fields.iter().map(|(name, value)| (*name, value));
        workspace.refresh(R::TABLE, id.into(), Some(&mut fields));
    }

    fn team(rules: &AssignmentRules) -> Workspace {
        let mut workspace = Workspace::default();
        put(&mut workspace, AssignmentRules::ID, rules);
        let customer = Customer { location: "Leeds".to_owned(), ..Customer::default() };
        put(&mut workspace, CustomerId::drawn(1), &customer);
        for (id, level, place) in [(1, Level::Senior, "York"), (2, Level::Newcomer, "leeds ")] {
            let person = Person {
                level: Some(level),
                capacity: Some(2),
                territories: vec![place.to_owned()],
                ..Person::default()
            };
            put(&mut workspace, PersonId::drawn(id), &person);
        }
        for (id, amount) in [(1, 100), (2, 900), (3, 200), (4, 800)] {
            let lead = Lead {
                customer: Some(CustomerId::drawn(1)),
                amount: Some(Money::new(amount, Currency::CNY)),
                ..Lead::default()
            };
            put(&mut workspace, LeadId::drawn(id), &lead);
        }
        workspace
    }

    fn proposal(workspace: &Workspace) -> Proposal {
        let leads: Vec<LeadId> = workspace.leads.iter().map(|(id, _)| id).collect();
        let today = Day::from_epoch(20_000).expect("a day");
        Proposal::new(Survey::new(workspace, &leads, None, today))
    }

    #[test]
    fn seniors_get_what_is_valuable() {
        let rules = AssignmentRules::default().with(Factor::Balance, 0);
        let proposal = proposal(&team(&rules));
        let owners: Vec<_> = (0..4).map(|lead| proposal.owner(lead)).collect();
        assert_eq!(proposal.survey.leads, [2, 4, 3, 1].map(LeadId::drawn));
        assert_eq!(owners, [Some(0), Some(0), Some(1), Some(1)]);
    }

    #[test]
    fn a_rule_forbids_and_says_so() {
        let rules = AssignmentRules { needs_territory: true, ..AssignmentRules::default() };
        let proposal = proposal(&team(&rules));
        let owned = (0..4).filter_map(|lead| proposal.owner(lead)).collect::<Vec<_>>();
        assert_eq!(owned, [1, 1], "only two places in Leeds");
        assert_eq!(proposal.against(0)[0], Against::Rule(Barrier::Territory));
    }

    #[test]
    fn who_hands_over_gets_nothing_back() {
        let workspace = team(&AssignmentRules::default());
        let leads: Vec<LeadId> = workspace.leads.iter().map(|(id, _)| id).collect();
        let leaver = Some(PersonId::drawn(1));
        let proposal = Proposal::new(Survey::new(&workspace, &leads, leaver, Day::EPOCH));
        assert!((0..4).all(|lead| proposal.owner(lead) != Some(0)));
        assert_eq!(proposal.against(0)[0], Against::Rule(Barrier::HandsOver));
    }

    #[test]
    fn amounts_of_another_currency_are_not_added_up() {
        let mut workspace = team(&AssignmentRules::default());
        let amount = Some(Money::new(1 << 40, Currency::USD));
        put(&mut workspace, LeadId::drawn(2), &Lead { amount, ..Lead::default() });
        let proposal = proposal(&workspace);
        assert_eq!(proposal.survey.leads.last(), Some(&LeadId::drawn(2)));
        assert!(proposal.books().iter().sum::<i64>() <= 1_100);
    }

    #[test]
    fn without_a_person_every_lead_stays() {
        let mut workspace = team(&AssignmentRules::default());
        for person in [1, 2] {
            workspace.refresh(crate::domain::workspace::Table::People, RecordId(person), None);
        }
        assert_eq!(proposal(&workspace).owner(0), None);
    }

    #[test]
    fn nobody_without_a_limit_gets_much_more_than_a_fair_share() {
        let mut workspace = team(&AssignmentRules::default());
        for id in 1..=4 {
            put(&mut workspace, PersonId::drawn(id), &Person::default());
        }
        for id in 1..=40 {
            let amount = Some(Money::new(id as i64 * 1_000, Currency::CNY));
            put(&mut workspace, LeadId::drawn(id), &Lead { amount, ..Lead::default() });
        }
        let books = proposal(&workspace).books();
        let mean = books.iter().sum::<i64>() / 4;
        assert!(books.iter().all(|book| (book - mean).abs() * 5 < mean), "{books:?}");
    }

    #[test]
    fn working_in_steps_gives_the_same() {
        let workspace = team(&AssignmentRules::default());
        let leads: Vec<LeadId> = workspace.leads.iter().map(|(id, _)| id).collect();
        let mut work = Work::new(Survey::new(&workspace, &leads, None, Day::EPOCH));
        while work.step(1) {}
        assert_eq!(work.finish(), Proposal::new(Survey::new(&workspace, &leads, None, Day::EPOCH)));
    }
}

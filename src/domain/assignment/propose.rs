//! The proposal: who should get each lead, and why.
//!
//! Every pair is weighed first (see [`weigh`](super::weigh)); then the best assignment for these
//! points is found, over all leads at once.

use std::sync::OnceLock;

use super::fit::{Barrier, Fit, Survey};
use super::job::{Answer, Job};
use super::rules::AssignmentRules;
use super::solve::{Points, Problem};
use super::weigh::PLACED;
use super::why::{Inquiry, Turn, WhyNot};

/// Who should get each lead.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// What was looked at.
    pub survey: Survey,
    answer: Answer,
    /// The points of each lead with who should get it.
    points: Vec<Option<Points>>,
    /// What the solver solved: many numbers, made when somebody first asks why.
    problem: OnceLock<Problem>,
}

impl PartialEq for Proposal {
    fn eq(&self, other: &Proposal) -> bool {
        (&self.survey, &self.answer) == (&other.survey, &other.answer)
    }
}

/// Why a lead is not proposed to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// It is.
    Has,
    /// A hard rule forbids it, and what an exception for the pair would do where the person could
    /// take a lead at all.
    Rule(Barrier, Option<Exception>),
    /// The person has no place for a single lead, and what a first one would do.
    Full(Place),
    /// Another lead would be left with nobody, and what one more place would do.
    LeavesOne(Place),
    /// The whole would lose this many points, and zero is a tie; with more than that for this pair
    /// it would turn.
    Points {
        /// By how much the proposal with the pair is worse.
        gap: Points,
        /// What one more place with the person would do.
        place: Place,
    },
}

/// What an exception from a rule would do for one pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exception {
    /// The lead would go to the person.
    Turns,
    /// It would be as good with the person.
    Ties,
    /// More points than these would be needed beside it.
    Lacks(Points),
    /// Another lead would be left with nobody.
    LeavesOne,
    /// The person has no place.
    Full,
}

impl Exception {
    fn of(gap: Option<Points>) -> Exception {
        match gap {
            None => Exception::Full,
            Some(..0) => Exception::Turns,
            Some(0) => Exception::Ties,
            Some(gap) if PLACED / 2 < gap => Exception::LeavesOne,
            Some(gap) => Exception::Lacks(gap),
        }
    }
}

/// What one more place would do, all points staying as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The lead would go to the person.
    Turns,
    /// It would be as good with the person.
    Ties,
    /// More points than these would be needed beside it.
    Lacks(Points),
    /// Another lead, which now has nobody, would take it.
    Saves,
}

impl Place {
    fn of(turn: Turn) -> Place {
        match turn {
            Turn::Turns => Place::Turns,
            Turn::Ties => Place::Ties,
            Turn::Lacks(points) if PLACED / 2 < points => Place::Saves,
            Turn::Lacks(points) => Place::Lacks(points),
        }
    }
}

impl Proposal {
    /// Makes a proposal at once.
    pub fn new(survey: Survey) -> Proposal {
        let (_, _, answer) = Job::new(survey.scales.clone()).finish();
        Proposal::of(survey, answer)
    }

    /// The proposal that an answer makes.
    pub fn of(survey: Survey, answer: Answer) -> Proposal {
        let points = survey.scales.points(&answer.takers, &answer.owners);
        Proposal { survey, answer, points, problem: OnceLock::new() }
    }

    /// The person proposed for a lead.
    pub fn owner(&self, lead: usize) -> Option<usize> {
        self.answer.owners[lead]
    }

    /// Lead by lead: whose book it filled while the pairs were weighed.
    pub fn takers(&self) -> &[Option<usize>] {
        &self.answer.takers
    }

    /// The points of a lead with who is proposed for it.
    pub fn points(&self, lead: usize) -> Option<Points> {
        self.points[lead]
    }

    /// What speaks for a lead with each person.
    ///
    /// # Errors
    /// In place of a fit the [`Barrier`] where a hard rule forbids the pair.
    pub fn fits(&self, lead: usize) -> Vec<Result<Fit, Barrier>> {
        let books = self.survey.scales.books_by(lead, &self.answer.takers);
        let balance = self.survey.scales.balance(&books);
        let people = 0..self.survey.people.len();
        people.map(|person| self.survey.fit(lead, person, balance(person))).collect()
    }

    fn problem(&self) -> &Problem {
        self.problem.get_or_init(|| self.survey.scales.problem(&self.answer.takers))
    }

    /// What each person's open leads will bring in, with what is proposed.
    pub fn books(&self) -> Vec<i64> {
        let mut books: Vec<i64> =
            (0..self.survey.people.len()).map(|it| self.survey.held(it)).collect();
        for (lead, owner) in self.answer.owners.iter().enumerate() {
            if let Some(person) = owner {
                books[*person] = books[*person].saturating_add(self.survey.expected(lead));
            }
        }
        books
    }

    /// Why a lead is not proposed to each of the people, in the solver's own numbers.
    pub fn against(&self, lead: usize) -> Vec<Against> {
        let scales = &self.survey.scales;
        let inquiry = Inquiry::new(self.problem(), &self.answer.owners, lead);
        let books = scales.books_by(lead, &self.answer.takers);
        let balance = scales.balance(&books);
        let excused = |person| {
            let worth = PLACED + scales.weighed(lead, person, balance(person)).total;
            scales.people[person].takes_part.then(|| Exception::of(inquiry.gap(person, worth)))
        };
        let why_not = |(person, fit): (usize, Result<Fit, Barrier>)| match fit {
            Err(barrier) => Against::Rule(barrier, excused(person)),
            Ok(_) => match inquiry.why_not(person) {
                WhyNot::Has => Against::Has,
                // Whatever has a fit is allowed.
                WhyNot::Forbidden => Against::Full(Place::Saves),
                WhyNot::NoPlace { with_one } => Against::Full(Place::of(with_one)),
                WhyNot::Costs { gap, with_one } if PLACED / 2 < gap => {
                    Against::LeavesOne(Place::of(with_one))
                }
                WhyNot::Costs { gap, with_one } => {
                    Against::Points { gap, place: Place::of(with_one) }
                }
            },
        };
        self.fits(lead).into_iter().enumerate().map(why_not).collect()
    }

    /// The rules it was made by.
    pub fn rules(&self) -> &AssignmentRules {
        self.survey.rules()
    }
}

#[cfg(test)]
mod tests {
    use super::super::rules::Factor;
    use super::super::wire;
    use super::*;
    use crate::domain::calendar::Day;
    use crate::domain::customer::Customer;
    use crate::domain::for_tests::put;
    use crate::domain::id::*;
    use crate::domain::lead::Lead;
    use crate::domain::money::{Currency, Money};
    use crate::domain::people::{Level, Person};
    use crate::domain::workspace::Workspace;

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
        assert_eq!(
            proposal.against(0)[0],
            Against::Rule(Barrier::Territory, Some(Exception::Turns))
        );
    }

    #[test]
    fn who_hands_over_gets_nothing_back() {
        let workspace = team(&AssignmentRules::default());
        let leads: Vec<LeadId> = workspace.leads.iter().map(|(id, _)| id).collect();
        let leaver = Some(PersonId::drawn(1));
        let proposal = Proposal::new(Survey::new(&workspace, &leads, leaver, Day::EPOCH));
        assert!((0..4).all(|lead| proposal.owner(lead) != Some(0)));
        assert_eq!(proposal.against(0)[0], Against::Rule(Barrier::HandsOver, None));
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
    fn working_in_steps_and_elsewhere_gives_the_same() {
        let workspace = team(&AssignmentRules::default());
        let leads: Vec<LeadId> = workspace.leads.iter().map(|(id, _)| id).collect();
        let survey = Survey::new(&workspace, &leads, None, Day::EPOCH);
        let sent = wire::scales(&wire::of_scales(&survey.scales)).expect("scales");
        let mut job = Job::new(sent);
        while job.step(1) {}
        let (scales, problem, answer) = job.finish();
        let returned = wire::answer(&wire::of_answer(&answer), &scales).expect("an answer");
        let proposal = Proposal::of(survey.clone(), returned);
        assert_eq!(proposal, Proposal::new(survey));
        assert_eq!(*proposal.problem(), problem);
    }

    #[test]
    fn who_leaves_soon_gets_nothing_new() {
        let mut workspace = team(&AssignmentRules::default());
        let left = Day::from_epoch(20_010);
        put(&mut workspace, PersonId::drawn(1), &Person { left, ..Person::default() });
        let proposal = proposal(&workspace);
        assert!((0..4).all(|lead| proposal.owner(lead) != Some(0)));
        let left = left.expect("a day");
        assert_eq!(proposal.against(0)[0], Against::Rule(Barrier::Leaves(left), None));
    }
}

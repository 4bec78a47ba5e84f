//! How a draft stands: whose turn it is, what is left, what everybody has by now.

use super::{Draft, DraftTurn, seat_of};
use crate::domain::arrange;
use crate::domain::assignment::books::{Book, books};
use crate::domain::assignment::fit::{Barrier, Fit, Survey};
use crate::domain::assignment::solve::Points;
use crate::domain::id::{LeadId, PersonId};
use crate::domain::workspace::Workspace;

/// A draft as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Seat by seat, in the order of the first round: the person's place in the survey; none where
    /// the person is gone.
    seats: Vec<Option<usize>>,
    /// Lead by lead of the survey: who picked it.
    takers: Vec<Option<usize>>,
    /// Person by person of the survey: what their open leads bring in, with what they picked, but
    /// without what is dealt. Leads are weighed by this.
    books: Vec<i64>,
    /// Person by person of the survey: how many they picked.
    counts: Vec<u32>,
    /// The number of the first turn that is not taken.
    next: usize,
    /// Person by person of the survey: why a turn of theirs would be passed over.
    hindrances: Vec<Option<Hindrance>>,
}

/// A turn: its number, from 0, and the person's place in the survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The number.
    pub number: usize,
    /// Whose it is.
    pub person: usize,
}

/// Why somebody is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// The person can take no lead at all.
    Barrier(Barrier),
    /// The person has no free place.
    Full,
    /// A rule forbids each of the leads that are left.
    NothingAllowed,
}

/// A lead that is left, for the person on turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The lead's place in the survey.
    pub lead: usize,
    /// What it is worth with the person, or what forbids it.
    pub fit: Result<Fit, Barrier>,
}

impl Standing {
    /// How a draft stands after some turns, given in their order.
    pub fn new<'a>(
        survey: &Survey,
        draft: &Draft,
        turns: impl Iterator<Item = &'a DraftTurn>,
    ) -> Standing {
        let seat = |id: &PersonId| survey.people.binary_search(id).ok();
        let mut standing = Standing {
            seats: draft.people.iter().map(seat).collect(),
            takers: vec![None; survey.leads.len()],
            books: (0..survey.people.len()).map(|it| survey.held(it)).collect(),
            counts: vec![0; survey.people.len()],
            next: 0,
            hindrances: Vec::new(),
        };
        let mut places: Vec<(LeadId, usize)> = survey.leads.iter().copied().zip(0..).collect();
        arrange::naturally(&mut places);
        for turn in turns {
            standing.next = usize::try_from(turn.number).map_or(standing.next, |it| it + 1);
            let place = turn.lead().and_then(|id| places.binary_search_by_key(&id, |it| it.0).ok());
            let person = turn.person.as_ref().and_then(seat);
            if let (Some(place), Some(person)) = (place, person) {
                standing.pick(survey, places[place].1, person);
            }
        }
        let people = 0..survey.people.len();
        standing.hindrances = people.map(|it| standing.look(survey, it)).collect();
        standing
    }

    /// A lead that two tablets have both picked counts for who picked it first.
    fn pick(&mut self, survey: &Survey, lead: usize, person: usize) {
        if self.takers[lead].is_none() {
            self.takers[lead] = Some(person);
            self.counts[person] += 1;
            self.books[person] = self.books[person].saturating_add(survey.expected(lead));
        }
    }

    fn look(&self, survey: &Survey, person: usize) -> Option<Hindrance> {
        if !survey.takes_part(person) {
            let barrier = survey.barrier(person).unwrap_or(Barrier::NotInTeam);
            return Some(Hindrance::Barrier(barrier));
        }
        if survey.room(person) <= self.counts[person] {
            return Some(Hindrance::Full);
        }
        let mut left = self.left();
        let may_have_one = left.any(|lead| survey.fit(lead, person, 0).is_ok());
        (!may_have_one).then_some(Hindrance::NothingAllowed)
    }

    /// The leads that are left, by their places in the survey, the most valuable first.
    pub fn left(&self) -> impl Iterator<Item = usize> {
        (0..self.takers.len()).filter(|it| self.takers[*it].is_none())
    }

    /// The leads that were picked, the most valuable first, and by whom.
    pub fn moves(&self) -> impl Iterator<Item = (usize, usize)> {
        let takers = self.takers.iter().enumerate();
        takers.filter_map(|(lead, taker)| Some((lead, (*taker)?)))
    }

    /// Seat by seat: who takes part and is still there.
    pub fn people(&self) -> impl Iterator<Item = usize> {
        self.seats.iter().flatten().copied()
    }

    /// How many leads somebody has picked.
    pub fn count(&self, person: usize) -> u32 {
        self.counts[person]
    }

    /// How many leads were picked.
    pub fn picked(&self) -> usize {
        self.moves().count()
    }

    /// How many more leads somebody can take.
    pub fn room(&self, survey: &Survey, person: usize) -> u32 {
        survey.room(person).saturating_sub(self.counts[person])
    }

    /// The books of all people of the survey, before and with what was picked. What nobody has
    /// picked stays with whom it is.
    pub fn books(&self, workspace: &Workspace, survey: &Survey) -> Vec<Book> {
        let owner = |taker: &Option<usize>| taker.map(|it| survey.people[it]);
        books(workspace, survey, self.takers.iter().map(owner))
    }

    /// The first turn that is not taken; those from it to the turn now are passed over.
    pub fn next(&self) -> usize {
        self.next
    }

    /// In which round a turn is, from 0.
    pub fn round(&self, number: usize) -> usize {
        number / self.seats.len().max(1)
    }

    /// Why a turn of somebody's would be passed over.
    pub fn hindrance(&self, person: usize) -> Option<Hindrance> {
        self.hindrances[person]
    }

    /// Whose turn it is; none where nobody can take any of the leads that are left.
    pub fn turn(&self) -> Option<Turn> {
        // Everybody comes within two rounds, wherever they begin.
        let within = self.next..self.next + 2 * self.seats.len();
        within.into_iter().find_map(|number| {
            let person = self.seats[seat_of(number, self.seats.len())]?;
            self.hindrances[person].is_none().then_some(Turn { number, person })
        })
    }

    /// The people who are passed over before the turn now, once each, and why.
    pub fn passed_over(&self) -> Vec<(usize, Hindrance)> {
        let until = self.turn().map_or(self.next + self.seats.len(), |it| it.number);
        let mut passed = Vec::new();
        for number in self.next..until {
            let Some(person) = self.seats[seat_of(number, self.seats.len())] else { continue };
            if let Some(hindrance) = self.hindrances[person]
                && !passed.contains(&(person, hindrance))
            {
                passed.push((person, hindrance));
            }
        }
        passed
    }

    /// Who comes after the turn now, up to some turns, if everybody picks one.
    pub fn upcoming(&self, survey: &Survey, turns: usize) -> Vec<Turn> {
        let Some(Turn { number: mut last, person }) = self.turn() else { return Vec::new() };
        let mut used = vec![0; survey.people.len()];
        used[person] = 1;
        let mut found = Vec::new();
        let many = self.left().count().saturating_sub(1).min(turns);
        let mut idle = 0;
        while found.len() < many && idle < 2 * self.seats.len() {
            last += 1;
            idle += 1;
            let Some(person) = self.seats[seat_of(last, self.seats.len())] else { continue };
            let is_free = used[person] < self.room(survey, person);
            if is_free && self.hindrances[person].is_none() {
                used[person] += 1;
                idle = 0;
                found.push(Turn { number: last, person });
            }
        }
        found
    }

    /// The leads that are left, as they suit a person: what fits best first, what a rule forbids
    /// last. Weighed by the rules of assignment, with the books as they are now.
    pub fn offers(&self, survey: &Survey, person: usize) -> Vec<Offer> {
        let balance = self.balance(survey, person);
        let offer = |lead| Offer { lead, fit: survey.fit(lead, person, balance) };
        let mut offers: Vec<Offer> = self.left().map(offer).collect();
        let points = |it: &Offer| it.fit.map_or(Points::MIN, |fit| fit.total);
        arrange::by(&mut offers, |a, b| (points(b), a.lead).cmp(&(points(a), b.lead)));
        offers
    }

    /// Somebody's points for evening out, with the books as they are now.
    pub fn balance(&self, survey: &Survey, person: usize) -> Points {
        survey.scales.balance(&self.books)(person)
    }
}

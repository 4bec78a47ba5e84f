//! What every pair is worth, in numbers alone: no record and no text, so that it can be worked out
//! off the page's thread.
//!
//! First every pair is weighed, the most valuable lead first. Books are filled as if each lead went
//! to whom it fits best by then; so the points for evening out favour whoever is short when a
//! lead's turn comes.

use super::solve::{Points, Problem};

/// Most points of a factor, and of a fit.
pub const FULL: Points = 1000;
/// Points of a factor of which nothing is known.
pub const UNKNOWN: Points = FULL / 2;
/// How many factors a fit has: see [`Factor`](super::rules::Factor).
pub const FACTORS: usize = 5;
/// What a lead may ask of a person: product, language, territory.
pub const DEMANDS: usize = 3;

/// Added to every allowed pair, so that no lead stays over for the sake of points.
pub const PLACED: Points = 1 << 30;

/// Whether a person meets what a lead asks.
pub const UNSAID: u8 = 0;
/// The person does.
pub const MET: u8 = 1;
/// The person is known not to.
pub const UNMET: u8 = 2;

/// Why a pair is forbidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// The person takes no part.
    Absent,
    /// What the lead asks is not met: which of the demands.
    Demand(usize),
}

/// What speaks for a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The points of each factor.
    pub factors: [Points; FACTORS],
    /// Their weighted mean.
    pub total: Points,
}

/// What is known of a lead that is to be handed out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What it asks, as places in [`Scales::met`]; leads that ask the same share a place.
    pub asks: [usize; DEMANDS],
    /// How much it asks of a person by its value among the others and its complexity, 0 to 1000.
    pub demand: Points,
    /// What it will bring in on average, in minor units of the team's currency.
    pub expected: i64,
}

/// What is known of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seller {
    /// Whether the person can take any lead at all.
    pub takes_part: bool,
    /// How much the person has seen, 0 to 1000.
    pub level: Points,
    /// Free places among all, 0 to 1000.
    pub ease: Points,
    /// How many more leads the person can take.
    pub room: u32,
    /// What is open with the person already, on average.
    pub held: i64,
}

/// Leads and people in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scales {
    /// How much each factor counts.
    pub weights: [Points; FACTORS],
    /// Whether a lead is kept from who is known not to meet what it asks.
    pub needs: [bool; DEMANDS],
    /// The leads, the most valuable first.
    pub leads: Vec<Wanted>,
    /// The people.
    pub people: Vec<Seller>,
    /// Demand by demand: what is asked, person by person, and whether they meet it.
    pub met: [Vec<u8>; DEMANDS],
    /// Points of the past win rate: product by product, as the first demand asks, person by person.
    pub records: Vec<Points>,
}

impl Scales {
    /// What a lead is worth with a person, given the person's points for evening out.
    ///
    /// # Errors
    /// The [`Bar`] where a hard rule forbids the pair.
    pub fn fit(&self, lead: usize, person: usize, balance: Points) -> Result<Fit, Bar> {
        if !self.people[person].takes_part {
            return Err(Bar::Absent);
        }
        let place = |demand: usize| self.leads[lead].asks[demand] * self.people.len() + person;
        for demand in 0..DEMANDS {
            if self.needs[demand] && self.met[demand][place(demand)] == UNMET {
                return Err(Bar::Demand(demand));
            }
        }
        Ok(self.weighed(lead, person, balance))
    }

    /// The same where no rule forbids the pair.
    pub fn weighed(&self, lead: usize, person: usize, balance: Points) -> Fit {
        let (wanted, seller) = (&self.leads[lead], &self.people[person]);
        let place = |demand: usize| wanted.asks[demand] * self.people.len() + person;
        let factors = [
            match self.met[0][place(0)] {
                MET => FULL,
                UNMET => 0,
                _ => UNKNOWN,
            },
            FULL - (wanted.demand - seller.level).abs(),
            self.records[place(0)],
            seller.ease,
            balance,
        ];
        let sum: Points = factors.iter().zip(self.weights).map(|(it, weight)| it * weight).sum();
        Fit { factors, total: sum / self.weights.iter().sum::<Points>().max(1) }
    }

    /// Points for evening out: the emptiest book gets all, the fullest none, and half where all are
    /// alike. Books are expected values; who takes no part is left out.
    pub fn balance(&self, books: &[i64]) -> impl Fn(usize) -> Points {
        let counted = books.iter().zip(&self.people).filter(|(_, it)| it.takes_part);
        let (mut emptiest, mut fullest) = (i64::MAX, i64::MIN);
        for (book, _) in counted {
            (emptiest, fullest) = (emptiest.min(*book), fullest.max(*book));
        }
        // Coarser where the product would not fit; no book is that full in any one currency.
        let range = i128::from(fullest) - i128::from(emptiest);
        let shift = (128 - range.max(0).leading_zeros()).saturating_sub(52);
        let range = (range.max(0) >> shift) as i64;
        move |person| match (range, books[person]) {
            (0, _) => UNKNOWN,
            (_, book) if shift == 0 => {
                (fullest.saturating_sub(book).saturating_mul(FULL) / range).clamp(0, FULL)
            }
            (_, book) => {
                let above = (i128::from(fullest) - i128::from(book)) >> shift;
                (above.clamp(0, i128::from(range)) as i64 * FULL / range).clamp(0, FULL)
            }
        }
    }

    /// What each person has open, before anything is handed out.
    pub fn books(&self) -> Vec<i64> {
        self.people.iter().map(|it| it.held).collect()
    }

    /// The books by the time a lead is weighed, given who took the leads before it.
    pub fn books_by(&self, lead: usize, takers: &[Option<usize>]) -> Vec<i64> {
        let mut books = self.books();
        for (wanted, taker) in self.leads.iter().zip(takers).take(lead) {
            fill(&mut books, *taker, wanted.expected);
        }
        books
    }

    /// The problem that the weighing makes, given who took the leads.
    pub fn problem(&self, takers: &[Option<usize>]) -> Problem {
        let mut weighing = Weighing::new(self);
        for (lead, taker) in takers.iter().enumerate() {
            weighing.weigh(self, lead);
            weighing.take(self, lead, *taker);
        }
        weighing.problem
    }

    /// The points of each lead with who has it.
    pub fn points(
        &self,
        takers: &[Option<usize>],
        owners: &[Option<usize>],
    ) -> Vec<Option<Points>> {
        let mut books = self.books();
        let leads = owners.iter().zip(takers).enumerate();
        let points = leads.map(|(lead, (owner, taker))| {
            let points = owner.and_then(|it| self.fit(lead, it, self.balance(&books)(it)).ok());
            fill(&mut books, *taker, self.leads[lead].expected);
            points.map(|it| it.total)
        });
        points.collect()
    }
}

/// Adds what a lead will bring in to the book of who takes it.
pub(super) fn fill(books: &mut [i64], taker: Option<usize>, expected: i64) {
    if let Some(book) = taker.and_then(|it| books.get_mut(it)) {
        *book = book.saturating_add(expected);
    }
}

/// The pairs weighed so far, and what each person would have by then.
#[derive(Clone, Debug)]
pub struct Weighing {
    /// What was weighed.
    pub problem: Problem,
    /// Who took each lead.
    pub takers: Vec<Option<usize>>,
    books: Vec<i64>,
    room: Vec<u32>,
    row: Vec<Option<Points>>,
}

impl Weighing {
    /// Nothing is weighed yet.
    pub fn new(scales: &Scales) -> Weighing {
        let room: Vec<u32> = scales.people.iter().map(|it| it.room).collect();
        Weighing {
            problem: Problem::new(room.clone()),
            takers: Vec::new(),
            books: scales.books(),
            room,
            row: Vec::new(),
        }
    }

    /// Weighs a lead with everybody; who would take it.
    pub fn weigh(&mut self, scales: &Scales, lead: usize) -> Option<usize> {
        let balance = scales.balance(&self.books);
        self.row.clear();
        let mut best = None;
        for (person, room) in self.room.iter().enumerate() {
            let points = scales.fit(lead, person, balance(person)).ok().map(|it| it.total);
            if let Some(points) = points.filter(|_| *room != 0)
                && best.is_none_or(|(most, _)| most < points)
            {
                best = Some((points, person));
            }
            self.row.push(points.map(|it| PLACED + it));
        }
        self.problem.push(&self.row);
        best.map(|(_, person)| person)
    }

    /// Fills the book of who takes a lead.
    pub fn take(&mut self, scales: &Scales, lead: usize, taker: Option<usize>) {
        self.takers.push(taker);
        fill(&mut self.books, taker, scales.leads[lead].expected);
        if let Some(room) = taker.and_then(|it| self.room.get_mut(it)) {
            *room = room.saturating_sub(1);
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Leads and people drawn at random; two things may be asked of each kind.
    pub(in crate::domain::assignment) fn scales() -> impl Strategy<Value = Scales> {
        let lead = (prop::array::uniform3(0..2_usize), 0..=FULL, 0..50_i64)
            .prop_map(|(asks, demand, expected)| Wanted { asks, demand, expected });
        let seller = (prop::bool::weighted(0.9), 0..=FULL, 0..=FULL, 0..4_u32, 0..90_i64).prop_map(
            |(takes_part, level, ease, room, held)| Seller { takes_part, level, ease, room, held },
        );
        let lists = (prop::collection::vec(lead, 0..8), prop::collection::vec(seller, 1..5));
        (lists, prop::array::uniform5(0..4_i64), prop::array::uniform3(any::<bool>()))
            .prop_flat_map(|((leads, people), weights, needs)| {
                let size = 2 * people.len();
                let met = prop::array::uniform3(prop::collection::vec(0..3_u8, size));
                (met, prop::collection::vec(0..=FULL, size)).prop_map(move |(met, records)| {
                    Scales {
                        weights,
                        needs,
                        leads: leads.clone(),
                        people: people.clone(),
                        met,
                        records,
                    }
                })
            })
    }

    #[track_caller]
    fn check(books: &[i64], expect: &[Points]) {
        let seller = Seller { takes_part: true, ..Seller::default() };
        let scales = Scales { people: vec![seller; books.len()], ..Scales::default() };
        let balance = scales.balance(books);
        assert_eq!((0..books.len()).map(balance).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn the_emptiest_book_gets_all_points() {
        check(&[0, 50, 100], &[1000, 500, 0]);
        check(&[7, 7], &[500, 500]);
        check(&[i64::MIN, 0, i64::MAX], &[1000, 499, 0]);
        check(&[0, 1 << 61, 1 << 62], &[1000, 500, 0]);
    }
}

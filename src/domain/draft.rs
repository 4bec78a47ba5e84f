//! The draft: a meeting in which people take turns at picking leads.
//!
//! The order is a snake: the second round goes back through the people, the third forth again, so
//! that after every two rounds nobody has picked earlier than anybody else. What was picked stands
//! in the draft alone; the leads change hands when it is finished. Who cannot take a lead when
//! their turn comes is passed over: that follows from the records and is not written down.

pub mod clock;
mod standing;
#[cfg(test)]
mod tests;

pub use standing::{Hindrance, Offer, Standing, Turn};

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use super::arrange;
use super::assignment::books::books;
use super::assignment::fit::{Barrier, Survey};
use super::assignment::pool::{Pool, pooled};
use super::calendar::Day;
use super::id::{DraftId, DraftTurnId, LeadId, NotAnId, PersonId};
use super::value::text_scalar;
use super::workspace::Workspace;

record! {
    /// A draft.
    pub struct Draft(DraftId) {
        /// Who takes part, in the order of the first round.
        people: Vec<PersonId>,
        /// Which leads are dealt; none means those of nobody.
        pool: Option<Pool>,
        /// How many seconds a turn may take; none means any number.
        seconds: Option<i64>,
        /// The day it was begun.
        begun: Option<Day>,
        /// The day it was finished; none while it is underway.
        ended: Option<Day>,
        /// What everybody came to, once it is finished.
        shares: Vec<DraftShare>,
    }
}

record! {
    /// A turn that was taken.
    pub struct DraftTurn(DraftTurnId) {
        /// In which draft.
        draft: Option<DraftId>,
        /// The number of the turn, from 0.
        number: i64,
        /// Whose turn it was.
        person: Option<PersonId>,
        /// What came of it.
        took: Option<Took>,
    }
}

/// What came of a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Took {
    /// Nothing: the turn was passed.
    Nothing,
    /// A lead was picked.
    Lead(LeadId),
}

const NOTHING: &str = "-";

impl fmt::Display for Took {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Took::Nothing => f.write_str(NOTHING),
            Took::Lead(id) => id.fmt(f),
        }
    }
}

impl FromStr for Took {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Took, NotAnId> {
        match text {
            NOTHING => Ok(Took::Nothing),
            id => id.parse().map(Took::Lead),
        }
    }
}

/// What somebody came to in a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftShare {
    /// Who.
    pub person: PersonId,
    /// How many leads they got.
    pub leads: u64,
    /// What all their open leads bring in on average then, in minor units of the team's currency.
    pub book: i64,
}

impl fmt::Display for DraftShare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let DraftShare { person, leads, book } = self;
        write!(f, "{person} {leads} {book}")
    }
}

impl FromStr for DraftShare {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<DraftShare, NotAnId> {
        let parts: Vec<&str> = text.split(' ').collect();
        let [person, leads, book] = parts[..] else { return Err(NotAnId) };
        Ok(DraftShare {
            person: person.parse()?,
            leads: leads.parse().map_err(|_| NotAnId)?,
            book: book.parse().map_err(|_| NotAnId)?,
        })
    }
}

text_scalar!(Took, DraftShare);

impl Draft {
    /// Which leads are dealt.
    pub fn pool(&self) -> Pool {
        self.pool.unwrap_or_default()
    }

    /// What the rules look at for this draft: who does not take part in it can take nothing.
    pub fn survey(&self, workspace: &Workspace, today: Day) -> Survey {
        let pool = self.pool();
        let leads = pooled(workspace, pool);
        let own_barrier = |id| match pool.handing_over() {
            Some(leaver) if leaver == id => Some(Barrier::HandsOver),
            _ => (!self.people.contains(&id)).then_some(Barrier::NotInTeam),
        };
        Survey::but_for(workspace, &leads, &own_barrier, today)
    }
}

impl DraftTurn {
    /// The lead that was picked.
    pub fn lead(&self) -> Option<LeadId> {
        match self.took? {
            Took::Nothing => None,
            Took::Lead(id) => Some(id),
        }
    }

    /// The id of a turn: one for each number, so that two tabs cannot both take it.
    pub fn id_of(draft: DraftId, number: i64) -> DraftTurnId {
        DraftTurnId::of_key(&format!("{draft}/{number}"))
    }
}

/// The draft that is underway; where two tablets have begun one each, the earlier.
pub fn running(workspace: &Workspace) -> Option<(DraftId, &Draft)> {
    let drafts = workspace.drafts.iter().filter(|(_, it)| it.ended.is_none());
    drafts.min_by_key(|(id, it)| (it.begun, *id))
}

/// The draft that was finished last.
pub fn latest(workspace: &Workspace) -> Option<(DraftId, &Draft)> {
    let drafts = workspace.drafts.iter().filter(|(_, it)| it.ended.is_some());
    drafts.max_by_key(|(id, it)| (it.ended, *id))
}

/// The turns of a draft that were taken, in their order.
pub fn turns(workspace: &Workspace, draft: DraftId) -> Vec<(DraftTurnId, &DraftTurn)> {
    let turns = workspace.draft_turns.iter().filter(|(_, it)| it.draft == Some(draft));
    let mut turns: Vec<_> = turns.collect();
    arrange::by_key(&mut turns, |(_, it)| it.number);
    turns
}

/// Whose turn a number is, as a place among so many people: forth and back, and forth again.
pub fn seat_of(number: usize, people: usize) -> usize {
    let people = people.max(1);
    let (round, place) = (number / people, number % people);
    match round % 2 {
        0 => place,
        _ => people - 1 - place,
    }
}

/// People with the weakest book first, that is the lowest expected value of open leads.
pub fn weakest_first(workspace: &Workspace, survey: &Survey, people: &mut [PersonId]) {
    let books = books(workspace, survey, survey.leads.iter().map(|_| None));
    let held = |id: &PersonId| survey.people.binary_search(id).map(|it| books[it].before.value);
    arrange::by_key(people, |id| (held(id).unwrap_or(i64::MAX), *id));
}

/// What a draft comes to if it is finished now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// The leads that change hands, and to whom.
    pub moves: Vec<(LeadId, PersonId)>,
    /// How many were picked by who has them already.
    pub kept: usize,
    /// Everybody's share, in the order of the first round.
    pub shares: Vec<DraftShare>,
    /// How many picks come to nothing: the lead or the person is gone meanwhile, or the lead is
    /// not among those of the draft any more.
    pub void: usize,
    /// Who would have more open leads than they can take, because of leads that nobody picked: how
    /// many, and their limit.
    pub beyond: Vec<(PersonId, u64, u64)>,
}

impl Settled {
    /// How many people get leads that they do not have yet.
    pub fn getting(&self) -> usize {
        self.moves.iter().map(|(_, to)| to).collect::<BTreeSet<_>>().len()
    }
}

/// What a draft comes to if it is finished now.
pub fn settled(workspace: &Workspace, id: DraftId, today: Day) -> Settled {
    let Some(draft) = workspace.drafts.get(id) else { return Settled::default() };
    let (survey, taken) = (draft.survey(workspace, today), turns(workspace, id));
    let standing = Standing::new(&survey, draft, taken.iter().map(|(_, it)| *it));
    let owner = |lead| workspace.leads.get(lead).and_then(|it| it.owner);
    let picked = standing.moves().map(|(lead, to)| (survey.leads[lead], survey.people[to]));
    let moves: Vec<_> = picked.filter(|(lead, to)| owner(*lead) != Some(*to)).collect();
    let books = standing.books(workspace, &survey);
    let share = |person: usize| DraftShare {
        person: survey.people[person],
        leads: standing.count(person).into(),
        book: books[person].after.value,
    };
    let beyond = standing.people().filter_map(|person| {
        let (id, book) = (survey.people[person], &books[person]);
        let limit = u64::try_from(workspace.people.get(id)?.capacity?).ok()?;
        let grows = book.before.leads < book.after.leads;
        (grows && limit < book.after.leads).then_some((id, book.after.leads, limit))
    });
    let picks = taken.iter().filter(|(_, it)| it.lead().is_some());
    Settled {
        kept: standing.picked() - moves.len(),
        void: picks.count() - standing.picked(),
        shares: standing.people().map(share).collect(),
        beyond: beyond.collect(),
        moves,
    }
}

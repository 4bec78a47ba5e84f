//! Why a lead went to whom it was given, kept with the lead: the proposal itself is gone by then.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use super::fit::{Barrier, Fit};
use super::propose::Proposal;
use super::rules::Factor;
use super::solve::Points;
use super::weigh::fill;
use crate::domain::calendar::Day;
use crate::domain::codes::NotACode;
use crate::domain::id::{LeadId, PersonId};

/// What sets the person proposed apart from whoever comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// The rules allow nobody else.
    Alone,
    /// Somebody else has as many points.
    Even(PersonId),
    /// Somebody else has more points, but is worth more with other leads.
    Behind(PersonId, Points),
    /// Somebody else has more points, but no place for a single lead.
    NoRoom(PersonId, Points),
    /// Somebody else has fewer points: by which factor most, one's own points of it, the other's.
    Ahead(PersonId, Factor, Points, Points),
}

/// Why a lead went to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Somebody chose so in place of the proposal.
    ByHand,
    /// It was picked in a draft.
    Picked,
    /// It was proposed: the points, 0 to 1000, and what sets the person apart.
    Proposed(Points, Apart),
}

/// Why leads go to whom they are given.
pub type Whys = BTreeMap<LeadId, Why>;

/// To whom a lead was given, when, and why. It holds while that person has the lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// To whom.
    pub to: PersonId,
    /// On which day.
    pub on: Day,
    /// Why.
    pub why: Why,
}

impl Proposal {
    /// Why each lead is proposed to whom it is; none where it stays over.
    pub fn whys(&self) -> Vec<Option<Why>> {
        let scales = &self.survey.scales;
        let mut books = scales.books();
        let people = 0..self.survey.people.len();
        let why = |(lead, taker): (usize, &Option<usize>)| {
            let own = self.owner(lead);
            let fits = own.map(|_| {
                let balance = scales.balance(&books);
                let fits = people.clone().map(|it| self.survey.fit(lead, it, balance(it)));
                fits.collect::<Vec<_>>()
            });
            fill(&mut books, *taker, scales.leads[lead].expected);
            self.why_of(own?, &fits?)
        };
        self.takers().iter().enumerate().map(why).collect()
    }

    /// Why a lead is with a person, given everybody's fit; none where a rule forbids the pair.
    pub fn why_of(&self, own: usize, fits: &[Result<Fit, Barrier>]) -> Option<Why> {
        let fit = fits[own].as_ref().ok()?;
        let others = fits.iter().enumerate().filter(|(person, _)| *person != own);
        let others = others.filter_map(|(person, fit)| Some((person, fit.as_ref().ok()?)));
        let next = others.max_by_key(|(person, fit)| (fit.total, std::cmp::Reverse(*person)));
        let apart = next.map_or(Apart::Alone, |(person, next)| self.apart(fit, person, next));
        Some(Why::Proposed(fit.total, apart))
    }

    fn apart(&self, own: &Fit, person: usize, next: &Fit) -> Apart {
        let id = self.survey.people[person];
        if own.total < next.total {
            return match self.survey.scales.people[person].room {
                0 => Apart::NoRoom(id, next.total),
                _ => Apart::Behind(id, next.total),
            };
        }
        match self.most_ahead(own, next).filter(|_| next.total < own.total) {
            Some(factor) => Apart::Ahead(id, factor, own.of(factor), next.of(factor)),
            None => Apart::Even(id),
        }
    }

    /// The factor by which one fit is most ahead of another.
    pub fn most_ahead(&self, own: &Fit, other: &Fit) -> Option<Factor> {
        let lead = |it: &Factor| (own.of(*it) - other.of(*it)) * self.rules().weight(*it);
        Factor::ALL.iter().copied().max_by_key(lead).filter(|it| 0 < lead(it))
    }
}

impl fmt::Display for Apart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Apart::Alone => f.write_str("alone"),
            Apart::Even(next) => write!(f, "even:{next}"),
            Apart::Behind(next, points) => write!(f, "behind:{next}:{points}"),
            Apart::NoRoom(next, points) => write!(f, "full:{next}:{points}"),
            Apart::Ahead(next, factor, own, other) => {
                write!(f, "{factor}:{next}:{own}:{other}")
            }
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Reason { to, on, why } = self;
        match why {
            Why::ByHand => write!(f, "{to}:{on}:hand"),
            Why::Picked => write!(f, "{to}:{on}:draft"),
            Why::Proposed(points, apart) => write!(f, "{to}:{on}:{points}:{apart}"),
        }
    }
}

impl FromStr for Reason {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Reason, NotACode> {
        let parts: Vec<&str> = text.split(':').collect();
        let [to, on, why @ ..] = &parts[..] else { return Err(NotACode) };
        let why = match why {
            ["hand"] => Why::ByHand,
            ["draft"] => Why::Picked,
            [points, apart @ ..] => Why::Proposed(read(points)?, apart_of(apart)?),
            [] => return Err(NotACode),
        };
        Ok(Reason { to: read(to)?, on: read(on)?, why })
    }
}

fn apart_of(parts: &[&str]) -> Result<Apart, NotACode> {
    Ok(match parts {
        ["alone"] => Apart::Alone,
        ["even", next] => Apart::Even(read(next)?),
        ["behind", next, points] => Apart::Behind(read(next)?, read(points)?),
        ["full", next, points] => Apart::NoRoom(read(next)?, read(points)?),
        [factor, next, own, other] => {
            Apart::Ahead(read(next)?, read(factor)?, read(own)?, read(other)?)
        }
        _ => return Err(NotACode),
    })
}

fn read<T: FromStr>(text: &str) -> Result<T, NotACode> {
    text.parse().map_err(|_| NotACode)
}

crate::domain::value::text_scalar!(Reason);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn apart() -> impl Strategy<Value = Apart> {
        let person = || (1..9_u64).prop_map(PersonId::drawn);
        prop_oneof![
            Just(Apart::Alone),
            person().prop_map(Apart::Even),
            (person(), 0..1001_i64).prop_map(|(it, points)| Apart::Behind(it, points)),
            (person(), 0..1001_i64).prop_map(|(it, points)| Apart::NoRoom(it, points)),
            (person(), prop::sample::select(Factor::ALL), 0..1001_i64, 0..1001_i64)
                .prop_map(|(it, factor, own, other)| Apart::Ahead(it, factor, own, other)),
        ]
    }

    fn why() -> impl Strategy<Value = Why> {
        prop_oneof![
            Just(Why::ByHand),
            Just(Why::Picked),
            (0..1001_i64, apart()).prop_map(|(points, apart)| Why::Proposed(points, apart)),
        ]
    }

    proptest! {
        #[test]
        fn what_is_kept_is_read_back(
            to in (1..9_u64).prop_map(PersonId::drawn),
            on in (0..30_000_i64).prop_filter_map("a day", Day::from_epoch),
            why in why(),
        ) {
            let reason = Reason { to, on, why };
            prop_assert_eq!(reason.to_string().parse(), Ok(reason));
        }
    }

    #[test]
    fn what_names_no_reason_is_refused() {
        let to = PersonId::drawn(1);
        for text in ["", "hand", "x:2026-01-01:hand", "2026-01-01:hand", "::"] {
            assert_eq!(text.parse::<Reason>(), Err(NotACode), "{text}");
        }
        for rest in ["", ":", ":hand:hand", ":5", ":5:even", ":5:luck:1:2:3"] {
            let text = format!("{to}:2026-01-01{rest}");
            assert_eq!(text.parse::<Reason>(), Err(NotACode), "{text}");
        }
    }
}

//! What points are given with: praise, an award of a month, a contest that has ended.

use std::fmt;
use std::str::FromStr;

use super::{EntryKind, PointEntry};
use crate::domain::arrange;
use crate::domain::calendar::{Day, FiscalStart, Period};
use crate::domain::codes::NotACode;
use crate::domain::goal::Bearer;
use crate::domain::id::{ContestId, PersonId, PraiseId};
use crate::domain::thanks::{AwardKind, MOST_WINNERS, awards};
use crate::domain::workspace::Workspace;

/// So many days praise and contests are offered as a reason.
const RECENT: i64 = 60;

/// Something that points are given with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// Praise on the wall.
    Praise(PraiseId),
    /// An award of a month.
    Award(Period, AwardKind),
    /// A contest that has ended, for its first place.
    Contest(ContestId),
}

const AWARDS: [(AwardKind, &str); 5] = [
    (AwardKind::Wins, "wins"),
    (AwardKind::LongestWay, "longest-way"),
    (AwardKind::Words, "words"),
    (AwardKind::Helper, "helper"),
    (AwardKind::Praised, "praised"),
];

impl fmt::Display for Occasion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Occasion::Praise(id) => write!(f, "praise:{id}"),
            Occasion::Contest(id) => write!(f, "contest:{id}"),
            Occasion::Award(month, kind) => {
                let name = AWARDS.iter().find(|it| it.0 == *kind).map_or("", |it| it.1);
                write!(f, "award:{month}:{name}")
            }
        }
    }
}

impl FromStr for Occasion {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Occasion, NotACode> {
        let wrong = |_| NotACode;
        match text.split_once(':').ok_or(NotACode)? {
            ("praise", id) => id.parse().map(Occasion::Praise).map_err(wrong),
            ("contest", id) => id.parse().map(Occasion::Contest).map_err(wrong),
            ("award", rest) => {
                let (month, name) = rest.split_once(':').ok_or(NotACode)?;
                let kind = AWARDS.iter().find(|it| it.1 == name).ok_or(NotACode)?.0;
                let month = month.parse().map_err(|_| NotACode)?;
                Ok(Occasion::Award(month, kind))
            }
            _ => Err(NotACode),
        }
    }
}

/// Who is thanked, named or first; nobody where it is gone, runs still, or too many share it.
pub fn worth_points(workspace: &Workspace, occasion: Occasion) -> Vec<PersonId> {
    let mut people = match occasion {
        Occasion::Praise(id) => workspace.praises.get(id).map(|it| it.to.clone()),
        Occasion::Award(month, kind) => {
            let days = month.span(FiscalStart::new(1));
            let awards = days.map(|it| awards(workspace, it)).unwrap_or_default();
            let award = awards.into_iter().find(|it| it.kind == kind);
            award.map(|it| it.first).filter(|it| it.len() <= MOST_WINNERS)
        }
        Occasion::Contest(id) => {
            let ended = workspace.contests.get(id).filter(|it| it.ended.is_some());
            ended.map(|it| {
                let first = it.result.iter().filter(|it| it.place == 1 && it.score != 0);
                first.flat_map(|it| members(workspace, it.side)).collect()
            })
        }
    }
    .unwrap_or_default();
    people.retain(|it| workspace.people.has(*it));
    people
}

fn members(workspace: &Workspace, side: Bearer) -> Vec<PersonId> {
    match side {
        Bearer::Company => Vec::new(),
        Bearer::Person(id) => vec![id],
        Bearer::Team(id) => {
            let own = workspace.people.iter().filter(|(_, it)| it.team == Some(id));
            own.map(|(id, _)| id).collect()
        }
    }
}

/// Whether somebody has been given points with something, and has them still.
pub fn given_for(workspace: &Workspace, occasion: Occasion, person: PersonId) -> bool {
    let key = occasion.to_string();
    let with = |it: &PointEntry| {
        it.person == Some(person)
            && it.kind.unwrap_or_default() == EntryKind::Grant
            && it.occasion == key
    };
    let mut given = workspace.point_entries.iter().filter(|(_, it)| with(it));
    given.any(|(id, _)| !workspace.point_entries.has(PointEntry::reversal(id)))
}

impl Occasion {
    /// What somebody could be given points with today, and has not been: praise and contests of
    /// the last sixty days, and the awards of the last month.
    pub fn open(workspace: &Workspace, today: Day) -> Vec<Occasion> {
        let recent =
            |it: Option<Day>| it.is_some_and(|day| (0..=RECENT).contains(&today.days_since(day)));
        let mut praise: Vec<_> = workspace.praises.iter().filter(|it| recent(it.1.on)).collect();
        arrange::by_key(&mut praise, |(id, it)| (std::cmp::Reverse(it.on), *id));
        let praise = praise.into_iter().map(|(id, _)| Occasion::Praise(id));
        let month = Period::Month(today.year(), today.month()).previous();
        let awards = AwardKind::ALL.into_iter().map(|it| Occasion::Award(month, it));
        let contests = workspace.contests.iter().filter(|it| recent(it.1.ended));
        let contests = contests.map(|(id, _)| Occasion::Contest(id));
        let all = contests.chain(awards).chain(praise);
        let waits = |it: &Occasion| {
            let people = worth_points(workspace, *it);
            people.into_iter().any(|person| !given_for(workspace, *it, person))
        };
        all.filter(waits).collect()
    }
}

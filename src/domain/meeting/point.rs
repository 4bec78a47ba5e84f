//! What a meeting brings up: issues to talk about, what was decided, and who does what by when.

use std::fmt;
use std::str::FromStr;

use super::MeetingKind;
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::codes::{NotACode, codes};
use crate::domain::id::{CustomerId, LeadId, MeetingId, MeetingPointId, PersonId};
use crate::domain::workspace::Workspace;

codes! {
    /// What something that was brought up is.
    pub enum PointSort {
        /// Something to be talked about.
        Issue = "issue",
        /// Something that was decided.
        Decision = "decision",
        /// Something that somebody does by a day.
        Action = "action",
    }
}

record! {
    /// Something that was brought up in a meeting, or for one.
    pub struct MeetingPoint(MeetingPointId) {
        /// What it is; none counts as an issue.
        sort: Option<PointSort>,
        /// What it says.
        text: String,
        /// The kind of meeting that it belongs to; none means the next of any kind.
        kind: Option<MeetingKind>,
        /// The meeting in which it was brought up; none where it was outside of one.
        meeting: Option<MeetingId>,
        /// Who does it.
        owner: Option<PersonId>,
        /// By when.
        due: Option<Day>,
        /// What it comes from.
        source: Option<Source>,
        /// When it was settled, in milliseconds since 1970; none while it is open.
        closed: Option<i64>,
        /// The meeting in which it was settled.
        closed_in: Option<MeetingId>,
        /// Its place among all that was ever brought up; what is older than this field has none and
        /// comes first.
        place: Option<i64>,
        /// The day on which it was settled, where the tablet was; none in what is older than this
        /// field.
        closed_on: Option<Day>,
    }
}

/// What an open action needs before somebody will do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nobody does it.
    Owner,
    /// It has no day.
    Day,
}

/// What something that was brought up comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A lead.
    Lead(LeadId),
    /// A customer.
    Customer(CustomerId),
    /// A person.
    Person(PersonId),
    /// Something else: the address of its page within the product, without `#/`.
    Page(String),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Lead(id) => write!(f, "lead/{id}"),
            Source::Customer(id) => write!(f, "customer/{id}"),
            Source::Person(id) => write!(f, "person/{id}"),
            Source::Page(address) => write!(f, "page/{address}"),
        }
    }
}

impl FromStr for Source {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Source, NotACode> {
        let (noun, rest) = text.split_once('/').ok_or(NotACode)?;
        match noun {
            "lead" => rest.parse().map(Source::Lead).map_err(|_| NotACode),
            "customer" => rest.parse().map(Source::Customer).map_err(|_| NotACode),
            "person" => rest.parse().map(Source::Person).map_err(|_| NotACode),
            "page" => Ok(Source::Page(rest.to_owned())),
            _ => Err(NotACode),
        }
    }
}

crate::domain::value::text_scalar!(Source);

impl PointSort {
    /// The deed of a label that says what was done with something of this sort: "issue-settled".
    pub fn deed(self, done: &str) -> String {
        format!("{self}-{done}")
    }

    /// The sort and what was done; the text of the sort alone says that it was brought up.
    pub fn of_deed(deed: &str) -> Option<(PointSort, &str)> {
        match deed.split_once('-') {
            Some((sort, done)) => Some((sort.parse().ok()?, done)),
            None => Some((deed.parse().ok()?, "")),
        }
    }
}

impl MeetingPoint {
    /// An issue for the next meeting, of any kind.
    pub fn issue(text: impl Into<String>, source: Option<Source>) -> MeetingPoint {
        MeetingPoint {
            sort: Some(PointSort::Issue),
            text: text.into(),
            source,
            ..MeetingPoint::default()
        }
    }

    /// What it is.
    pub fn sort(&self) -> PointSort {
        self.sort.unwrap_or(PointSort::Issue)
    }

    /// Whether something is still to be done or talked about. A decision is settled when it is made.
    pub fn is_open(&self) -> bool {
        self.closed.is_none() && self.sort() != PointSort::Decision
    }

    /// The day on which it was settled; where only the moment is known, its day in Greenwich.
    pub fn settled_on(&self) -> Option<Day> {
        const DAY: i64 = 86_400_000;
        let closed = self.closed?;
        self.closed_on.or_else(|| Day::from_epoch(closed.div_euclid(DAY)))
    }

    /// Whether it should have been done.
    pub fn is_late(&self, today: Day) -> bool {
        self.is_open() && self.due.is_some_and(|it| it < today)
    }

    /// Whether it belongs to meetings of a kind.
    pub fn is_for(&self, kind: MeetingKind) -> bool {
        self.kind.is_none_or(|it| it == kind)
    }
}

/// What an action lacks that is open; nothing else lacks anything. Somebody who was deleted does
/// nothing.
pub fn lacks(workspace: &Workspace, point: &MeetingPoint) -> Vec<Lack> {
    if point.sort() != PointSort::Action || !point.is_open() {
        return Vec::new();
    }
    let owner = workspace.people.find(point.owner).is_none().then_some(Lack::Owner);
    let day = point.due.is_none().then_some(Lack::Day);
    owner.into_iter().chain(day).collect()
}

/// The actions that a meeting of a kind leaves open without somebody who does them or without a day,
/// in the order of [`open_points`].
pub fn lacking(
    workspace: &Workspace,
    kind: Option<MeetingKind>,
) -> Vec<(MeetingPointId, &MeetingPoint)> {
    let mut open = open_points(workspace, PointSort::Action, kind);
    open.retain(|(_, it)| !lacks(workspace, it).is_empty());
    open
}

/// The place of what is brought up next.
pub fn next_place(workspace: &Workspace) -> i64 {
    let last = workspace.meeting_points.values().filter_map(|it| it.place).max();
    last.map_or(0, |it| it.saturating_add(1))
}

/// What is open for the next meeting of a kind, or for any: what is due first comes first, what
/// has no day last; of a day it comes as it was brought up.
pub fn open_points(
    workspace: &Workspace,
    sort: PointSort,
    kind: Option<MeetingKind>,
) -> Vec<(MeetingPointId, &MeetingPoint)> {
    let is_wanted = |it: &MeetingPoint| {
        it.sort() == sort && it.is_open() && kind.is_none_or(|kind| it.is_for(kind))
    };
    let found = workspace.meeting_points.iter().filter(|(_, it)| is_wanted(it));
    let mut found: Vec<_> = found.collect();
    arrange::by_key(&mut found, |(id, it)| (it.due.is_none(), it.due, it.place, *id));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::{day, put};

    #[test]
    fn sources_are_read_back() {
        for text in ["lead/0000000000001", "person/0000000000002", "page/surveys/x?y=1"] {
            assert_eq!(text.parse::<Source>().map(|it| it.to_string()), Ok(text.to_owned()));
        }
        assert_eq!("lead/x".parse::<Source>(), Err(NotACode));
    }

    #[test]
    fn an_open_action_without_somebody_or_a_day_lacks_it() {
        let mut workspace = Workspace::default();
        let (ann, gone) = (PersonId::drawn(1), PersonId::drawn(2));
        put(&mut workspace, ann, &crate::domain::people::Person::default());
        let found = |sort, owner: Option<PersonId>, due: &str, closed| {
            let (sort, due) = (Some(sort), due.parse().ok());
            lacks(&workspace, &MeetingPoint { sort, owner, due, closed, ..MeetingPoint::default() })
        };
        let action = PointSort::Action;
        assert_eq!(found(action, Some(ann), "2026-12-01", None), []);
        assert_eq!(found(action, Some(gone), "2026-12-01", None), [Lack::Owner]);
        assert_eq!(found(action, Some(ann), "", None), [Lack::Day]);
        assert_eq!(found(action, None, "", None), [Lack::Owner, Lack::Day]);
        assert_eq!(found(action, None, "", Some(5)), [], "it is done");
        assert_eq!(found(PointSort::Issue, None, "", None), []);
    }

    #[test]
    fn what_is_open_comes_with_the_next_meeting_of_its_kind() {
        let mut workspace = Workspace::default();
        let put_one = |workspace: &mut Workspace, id, kind, due: &str, closed| {
            let (sort, due) = (Some(PointSort::Action), due.parse().ok());
            let point = MeetingPoint { sort, kind, due, closed, ..MeetingPoint::default() };
            put(workspace, MeetingPointId::drawn(id), &point);
        };
        put_one(&mut workspace, 1, None, "", None);
        put_one(&mut workspace, 2, Some(MeetingKind::Retro), "2026-12-01", None);
        put_one(&mut workspace, 3, Some(MeetingKind::Pipeline), "2026-11-01", None);
        put_one(&mut workspace, 4, Some(MeetingKind::Retro), "2026-11-01", Some(5));
        let ids = |kind| {
            let open = open_points(&workspace, PointSort::Action, kind);
            open.into_iter().map(|(id, _)| id.0.0).collect::<Vec<_>>()
        };
        assert_eq!(ids(Some(MeetingKind::Retro)), [2, 1]);
        assert_eq!(ids(Some(MeetingKind::Standup)), [1]);
        assert_eq!(ids(None), [3, 2, 1]);
        assert_eq!(open_points(&workspace, PointSort::Issue, None), []);
        let late = |id| {
            let point = workspace.meeting_points.get(MeetingPointId::drawn(id));
            point.is_some_and(|it| it.is_late(day("2026-11-30")))
        };
        assert_eq!([1, 2, 3, 4].map(late), [false, false, true, false]);
    }
}

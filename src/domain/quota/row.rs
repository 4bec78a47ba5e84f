//! The rows of a quota grid, and what the company is split by.

use std::fmt;
use std::str::FromStr;

use crate::domain::goal::Bearer;
use crate::domain::id::{PartId, PersonId, TeamId};
use crate::domain::workspace::Workspace;

use super::parts::part_name;

/// What the company's quotas are split by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Split {
    /// Teams and people.
    #[default]
    People,
    /// What is sold: a lead counts for its products, by their lines where it has any.
    Product,
    /// The sector of the customer.
    Sector,
    /// The class of the customer.
    Class,
    /// Where the customer is.
    Region,
    /// The office of the owner.
    Office,
}

/// A text that names no split, or no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotASplit;

impl Split {
    /// Every split, in the order in which they are offered.
    pub const ALL: [Split; 6] =
        [Split::People, Split::Product, Split::Sector, Split::Class, Split::Region, Split::Office];

    /// The name in stored records and addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Split::People => "people",
            Split::Product => "product",
            Split::Sector => "sector",
            Split::Class => "class",
            Split::Region => "region",
            Split::Office => "office",
        }
    }
}

impl fmt::Display for Split {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Split {
    type Err = NotASplit;

    fn from_str(text: &str) -> Result<Split, NotASplit> {
        Split::ALL.into_iter().find(|it| it.as_str() == text).ok_or(NotASplit)
    }
}

crate::domain::value::text_scalar!(Split);

/// A row of a quota grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Row {
    /// The whole company, as the sum of the rows of a split.
    Company(Split),
    /// A team.
    Team(TeamId),
    /// A person.
    Person(PersonId),
    /// A part of the company by a split other than people.
    Part(Split, PartId),
}

impl Row {
    /// The bearer of goals that it is; none where the company is split by anything but people.
    pub fn bearer(self) -> Option<Bearer> {
        match self {
            Row::Company(Split::People) => Some(Bearer::Company),
            Row::Team(id) => Some(Bearer::Team(id)),
            Row::Person(id) => Some(Bearer::Person(id)),
            Row::Company(_) | Row::Part(..) => None,
        }
    }

    /// What it is called; empty for the company, and where a row is not there any more.
    pub fn name(self, workspace: &Workspace) -> String {
        match self {
            Row::Part(split, id) => part_name(workspace, split, id),
            row => row.bearer().map(|it| it.name(workspace).to_owned()).unwrap_or_default(),
        }
    }
}

impl From<Bearer> for Row {
    fn from(bearer: Bearer) -> Row {
        match bearer {
            Bearer::Company => Row::Company(Split::People),
            Bearer::Team(id) => Row::Team(id),
            Bearer::Person(id) => Row::Person(id),
        }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Row::Company(Split::People) => Bearer::Company.fmt(f),
            Row::Company(split) => write!(f, "company:{split}"),
            Row::Team(id) => Bearer::Team(*id).fmt(f),
            Row::Person(id) => Bearer::Person(*id).fmt(f),
            Row::Part(split, id) => write!(f, "{split}:{id}"),
        }
    }
}

impl FromStr for Row {
    type Err = NotASplit;

    fn from_str(text: &str) -> Result<Row, NotASplit> {
        if let Ok(bearer) = text.parse::<Bearer>() {
            return Ok(bearer.into());
        }
        match text.split_once(':') {
            Some(("company", split)) => split.parse().map(Row::Company),
            Some((split, id)) => Ok(Row::Part(split.parse()?, id.parse().map_err(|_| NotASplit)?)),
            None => Err(NotASplit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_back_from_their_texts() {
        let part = |split| Row::Part(split, PartId::of_key("part"));
        let companies = Split::ALL.map(Row::Company);
        let people = [Row::Team(TeamId::drawn(1)), Row::Person(PersonId::drawn(2))];
        let parts = Split::ALL[1..].iter().map(|it| part(*it));
        for row in companies.into_iter().chain(people).chain(parts) {
            assert_eq!(row.to_string().parse(), Ok(row));
        }
        for text in ["", "market:0000000000001", "company:market", "product:x"] {
            assert_eq!(text.parse::<Row>(), Err(NotASplit), "{text}");
        }
    }
}

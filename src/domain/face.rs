//! Faces: who looks at the tablet, and what they may see.
//!
//! What a face may not see is asked in one place, [`Face::may_see`]. A page that it may not see is
//! not built, so nothing of it is computed and nothing of it is in the document.

use std::fmt;
use std::str::FromStr;

use super::id::{PersonId, SurveyId};

/// Who looks at the tablet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// The manager: everything.
    #[default]
    Manager,
    /// Everybody in the room: the work of the team, and nothing that is between two people.
    Room,
    /// One person: what is theirs, and nothing of the others.
    Rep(PersonId),
    /// A customer: one survey, and nothing else.
    Client(SurveyId),
}

/// Something that can be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// The board, goals, forecasts and figures of the team: what is worked with together.
    Work,
    /// What everybody may know: nothing about anybody.
    Everyday,
    /// Talks, feedback, reviews, aims and figures of one person.
    Person(PersonId),
    /// The manager's own notes, also about a person who looks on.
    Private,
    /// What people are paid.
    Pay,
    /// What one person is paid.
    OwnPay(PersonId),
    /// The data as a whole: imports, backups, settings, undo.
    Data,
    /// What customers answered.
    Answers,
    /// The questions of a survey, to be answered.
    Asking(SurveyId),
}

/// A text that names no face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAFace;

impl Matter {
    /// What is paid to one person alone, or to several.
    pub fn of_pay(whose: Option<PersonId>) -> Matter {
        whose.map_or(Matter::Pay, Matter::OwnPay)
    }
}

impl Face {
    /// Whether this face may see something.
    pub fn may_see(self, matter: Matter) -> bool {
        match (self, matter) {
            (Face::Manager, _) => true,
            (Face::Room, Matter::Work | Matter::Everyday | Matter::Answers) => true,
            (Face::Room, _) => false,
            (Face::Rep(own), Matter::Person(person) | Matter::OwnPay(person)) => own == person,
            (Face::Rep(_), Matter::Everyday) => true,
            (Face::Rep(_), _) => false,
            (Face::Client(own), Matter::Asking(survey)) => own == survey,
            (Face::Client(_), _) => false,
        }
    }

    /// Whether it is the manager's.
    pub fn is_manager(self) -> bool {
        self == Face::Manager
    }
}

impl fmt::Display for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Face::Manager => f.write_str("manager"),
            Face::Room => f.write_str("room"),
            Face::Rep(person) => write!(f, "rep {person}"),
            Face::Client(survey) => write!(f, "client {survey}"),
        }
    }
}

impl FromStr for Face {
    type Err = NotAFace;

    fn from_str(text: &str) -> Result<Face, NotAFace> {
        let (name, id) = text.split_once(' ').unwrap_or((text, ""));
        match name {
            "manager" => Ok(Face::Manager),
            "room" => Ok(Face::Room),
            "rep" => id.parse().map(Face::Rep).map_err(|_| NotAFace),
            "client" => id.parse().map(Face::Client).map_err(|_| NotAFace),
            _ => Err(NotAFace),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANN: PersonId = PersonId::drawn(1);
    const BOB: PersonId = PersonId::drawn(2);
    const ASKED: SurveyId = SurveyId::drawn(1);
    const MATTERS: [Matter; 11] = [
        Matter::Work,
        Matter::Everyday,
        Matter::Person(ANN),
        Matter::Person(BOB),
        Matter::Private,
        Matter::Pay,
        Matter::OwnPay(ANN),
        Matter::OwnPay(BOB),
        Matter::Data,
        Matter::Answers,
        Matter::Asking(ASKED),
    ];

    #[track_caller]
    fn check(face: Face, expect: &[Matter]) {
        let seen: Vec<Matter> = MATTERS.into_iter().filter(|it| face.may_see(*it)).collect();
        assert_eq!(seen, expect);
    }

    #[test]
    fn each_face_sees_its_own() {
        check(Face::Manager, &MATTERS);
        check(Face::Room, &[Matter::Work, Matter::Everyday, Matter::Answers]);
        check(Face::Rep(ANN), &[Matter::Everyday, Matter::Person(ANN), Matter::OwnPay(ANN)]);
        check(Face::Client(ASKED), &[Matter::Asking(ASKED)]);
        check(Face::Client(SurveyId::drawn(2)), &[]);
    }

    #[test]
    fn a_face_is_read_back() {
        for face in [Face::Manager, Face::Room, Face::Rep(ANN), Face::Client(ASKED)] {
            assert_eq!(face.to_string().parse(), Ok(face));
        }
        assert_eq!("rep nobody".parse::<Face>(), Err(NotAFace));
    }
}

//! The addresses of meetings, below `meetings/`.

use crate::domain::id::MeetingId;

/// A page of meetings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MeetingPlace {
    /// What can be started, and what was held.
    #[default]
    Home,
    /// The meeting that runs.
    Room,
    /// The minutes of a meeting.
    Minutes(MeetingId),
    /// Announcements.
    News,
    /// What is asked of other departments.
    Requests,
    /// Who is due a word, from whom, about what.
    Contacts,
    /// How it stood at a moment, in milliseconds since 1970, and what would be if; none means now.
    Rewind(Option<i64>),
}

impl MeetingPlace {
    /// The page of the parts of an address after `meetings`; what it does not know is the home.
    pub fn parse(parts: &[&str]) -> MeetingPlace {
        match parts {
            ["room"] => MeetingPlace::Room,
            ["minutes", id] => id.parse().map_or(MeetingPlace::Home, MeetingPlace::Minutes),
            ["news"] => MeetingPlace::News,
            ["requests"] => MeetingPlace::Requests,
            ["contacts"] => MeetingPlace::Contacts,
            ["rewind"] => MeetingPlace::Rewind(None),
            ["rewind", at] => MeetingPlace::Rewind(at.parse().ok()),
            _ => MeetingPlace::Home,
        }
    }

    /// The address after `meetings`.
    pub fn printed(&self) -> String {
        match self {
            MeetingPlace::Home => String::new(),
            MeetingPlace::Room => "/room".to_owned(),
            MeetingPlace::Minutes(id) => format!("/minutes/{id}"),
            MeetingPlace::News => "/news".to_owned(),
            MeetingPlace::Requests => "/requests".to_owned(),
            MeetingPlace::Contacts => "/contacts".to_owned(),
            MeetingPlace::Rewind(None) => "/rewind".to_owned(),
            MeetingPlace::Rewind(Some(at)) => format!("/rewind/{at}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_by_its_address() {
        let places = [
            MeetingPlace::Home,
            MeetingPlace::Room,
            MeetingPlace::Minutes(MeetingId::drawn(7)),
            MeetingPlace::News,
            MeetingPlace::Requests,
            MeetingPlace::Contacts,
            MeetingPlace::Rewind(None),
            MeetingPlace::Rewind(Some(1_795_437_296_789)),
        ];
        for place in places {
            let printed = place.printed();
            let parts: Vec<&str> = printed.split('/').skip(1).collect();
            assert_eq!(MeetingPlace::parse(&parts), place);
        }
        assert_eq!(MeetingPlace::parse(&["dance"]), MeetingPlace::Home);
    }
}

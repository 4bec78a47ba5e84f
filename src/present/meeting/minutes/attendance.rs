//! Who was there: how many of the team, and the shorter of the two lists of names.

use super::Reader;
use crate::domain::arrange;
use crate::domain::calendar::{Day, Span};
use crate::domain::id::{MeetingId, PersonId};
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::present::format;
use crate::present::name_order::NameOrder;

/// Who was there, by name.
pub fn who_was_there(workspace: &Workspace, id: MeetingId) -> Vec<(PersonId, String)> {
    let people = workspace.meetings.get(id).map_or(&[][..], |it| &it.people);
    let named = |id: &PersonId| Some((*id, workspace.people.get(*id)?.name.clone()));
    by_name(people.iter().filter_map(named).collect())
}

/// How many of the team were there, with the names of those who were not; where those are more, of
/// those who were. Empty where there was nobody to come.
pub(super) fn words(workspace: &Workspace, reader: Reader, meeting: &Meeting) -> String {
    let (there, absent) = sides(workspace, day_of(reader, meeting), meeting);
    let all = there.len() + absent.len();
    if all == 0 {
        return String::new();
    }
    let lang = reader.lang;
    let count = |count: usize| format::count(lang, count as u64);
    let said = lang.minutes_present(&count(there.len()), &count(all));
    let names = |people: Vec<(PersonId, String)>| {
        let names: Vec<String> = by_name(people).into_iter().map(|it| it.1).collect();
        names.join(lang.list_comma())
    };
    let named = match (there.len(), absent.len()) {
        (_, 0) | (0, _) => None,
        (here, away) if here < away => Some(names(there)),
        _ => Some(lang.minutes_absent(&names(absent))),
    };
    [Some(said), named].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

type People = Vec<(PersonId, String)>;

/// Those of the team of a day, and guests, who were there and who were not.
fn sides(workspace: &Workspace, day: Option<Day>, meeting: &Meeting) -> (People, People) {
    let is_expected = |id: PersonId| {
        let person = workspace.people.get(id);
        let of_day =
            day.zip(person).and_then(|(day, it)| it.in_team(Span { first: day, last: day }));
        of_day.is_some() || meeting.people.contains(&id)
    };
    let all = workspace.people.iter().filter(|(id, _)| is_expected(*id));
    all.map(|(id, it)| (id, it.name.clone())).partition(|it| meeting.people.contains(&it.0))
}

/// The day of a meeting at the place of the reader.
fn day_of(reader: Reader, meeting: &Meeting) -> Option<Day> {
    const DAY: i64 = 86_400_000;
    let begun = meeting.begun?.saturating_add(reader.ahead * 60_000);
    Day::from_epoch(begun.div_euclid(DAY))
}

fn by_name(mut people: People) -> People {
    arrange::by_cached_key(&mut people, |it| NameOrder::of(&it.1));
    people
}

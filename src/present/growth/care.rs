//! Who of the team is due for a talk or has heard no feedback for long.

use super::feedback::SILENCE;
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::feedback::feedback_to;
use crate::domain::id::PersonId;
use crate::domain::people::Person;
use crate::domain::talk::talks_with;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// Without a day that was agreed, a talk is due so many days after the last.
const TALK_EVERY: u64 = 28;

/// Somebody who is due.
#[derive(Clone, Debug, PartialEq)]
pub struct CareLine {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// When they were talked with last and will be next, and how long no feedback was given.
    pub note: String,
}

/// Who is due, the longest first; nobody who has left or has not begun yet. Who has just begun is
/// due as if the first day had been a talk with feedback.
pub fn due_for_care(workspace: &Workspace, lang: Lang, today: Day) -> Vec<CareLine> {
    let line = |(id, person): (PersonId, &Person)| {
        let talks = talks_with(workspace, id);
        let last = talks.first().map(|(_, it)| *it);
        let next = last.and_then(|it| it.next);
        let since = last.and_then(|it| it.on).or(person.started);
        let due = next.or(since.map(|it| it.plus(TALK_EVERY)));
        let heard = feedback_to(workspace, id).first().and_then(|it| it.1.on);
        let weeks = heard.or(person.started).map(|it| today.days_since(it) / 7);
        let silent = weeks.is_none_or(|it| SILENCE <= it);
        let talk_due = due.is_none_or(|it| it <= today);
        if !(talk_due || silent) {
            return None;
        }
        let day = |it: Day| format::day_near(lang, it, today);
        let talked = match (last.and_then(|it| it.on), next) {
            (None, _) => lang.talk_never().to_owned(),
            (Some(on), None) => lang.talk_last(&day(on)),
            (Some(on), Some(next)) => lang.talk_last_next(&day(on), &day(next)),
        };
        let silence = silent.then(|| match heard {
            None => lang.care_feedback_never().to_owned(),
            Some(_) => {
                let weeks = format::count(lang, weeks.unwrap_or(0).unsigned_abs());
                lang.care_feedback_weeks(&weeks)
            }
        });
        let note = [talk_due.then_some(talked), silence].into_iter().flatten();
        let note = note.collect::<Vec<_>>().join(" · ");
        Some((due, CareLine { person: id, name: person.name.clone(), note }))
    };
    let here = workspace.people.iter().filter(|(_, it)| it.is_active(today));
    let mut lines: Vec<(Option<Day>, CareLine)> = here.filter_map(line).collect();
    // Those who never talked come first, then by the day they were due.
    arrange::by_key(&mut lines, |(due, it)| (*due, it.person));
    lines.into_iter().map(|it| it.1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::feedback::Feedback;
    use crate::domain::id::{FeedbackId, TalkId};
    use crate::domain::talk::Talk;
    use crate::present::for_tests::*;

    #[test]
    fn who_was_not_talked_with_or_told_anything_for_long_is_due() {
        let mut workspace = team();
        let talk = |person, on: &str, next: &str| Talk {
            person: Some(person),
            on: on.parse().ok(),
            next: next.parse().ok(),
        };
        put(&mut workspace, TalkId::drawn(1), &talk(ANN, "2026-11-02", "2026-12-05"));
        put(&mut workspace, TalkId::drawn(2), &talk(BOB, "2026-11-02", ""));
        for (id, person, on) in [(1, ANN, "2026-11-20"), (2, BOB, "2026-10-01")] {
            let it = Feedback { person: Some(person), on: on.parse().ok(), ..Feedback::default() };
            put(&mut workspace, FeedbackId::drawn(id), &it);
        }
        let of = |today| {
            let lines = due_for_care(&workspace, Lang::En, day(today));
            lines.into_iter().map(|it| [it.name, it.note].join(": ")).collect::<Vec<_>>()
        };
        let cy = "Cy: No talk has been held yet. · no feedback yet";
        assert_eq!(of("2026-11-22"), [cy]);
        let bob = "Bob: Last talk 2 Nov · no feedback for 8 weeks";
        assert_eq!(of("2026-11-30"), [cy, bob]);
        let ann = "Ann: Last talk 2 Nov, next 5 Dec";
        assert_eq!(of("2026-12-05"), [cy, "Bob: Last talk 2 Nov · no feedback for 9 weeks", ann]);
    }
}

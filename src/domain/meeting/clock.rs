//! How long each section of a meeting has been going on, what is left of it, and from whom time
//! was borrowed.
//!
//! All of it follows from the times of the events and from what time it is now. Sections that are
//! over took what they took; the time that is left of the whole goes to the one that runs and to
//! those that have not begun, each as planned where that is possible and else by the planned
//! minutes. What the running one takes beyond its time is taken from those that come. A clock that
//! was set back stands still until it has caught up: nothing is ever negative.

use super::{Meeting, MeetingMark, Turn};
use crate::domain::split::split;

/// A section as it stands, in seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SectionTime {
    /// What was planned.
    pub planned: i64,
    /// What it has now: less than planned where others have borrowed from it.
    pub given: i64,
    /// What it took so far.
    pub spent: i64,
    /// Whether it has begun.
    pub begun: bool,
}

/// A meeting as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// Section by section.
    pub sections: Vec<SectionTime>,
    /// The place of the one that runs.
    pub current: usize,
    /// Whether the clock stands still.
    pub paused: bool,
    /// The seconds for which it ran in all.
    pub ran: i64,
    /// The moment that the events have come to, in milliseconds since 1970; never before any of
    /// them.
    pub now: i64,
}

impl SectionTime {
    /// The seconds that are left; below nothing where it takes longer than it has.
    pub fn left(&self) -> i64 {
        self.given - self.spent
    }

    /// The seconds that others have borrowed from it.
    pub fn borrowed(&self) -> i64 {
        (self.planned - self.given).max(0)
    }
}

impl Times {
    /// The section that runs.
    pub fn running(&self) -> SectionTime {
        self.sections.get(self.current).copied().unwrap_or_default()
    }

    /// The section after the one that runs; none after the last.
    pub fn next(&self) -> Option<usize> {
        Some(self.current + 1).filter(|it| *it < self.sections.len())
    }

    /// The seconds that were planned in all.
    pub fn planned(&self) -> i64 {
        self.sections.iter().map(|it| it.planned).sum()
    }
}

/// A meeting as it stands at a moment, from its events in their order; one that has ended stands
/// as it ended.
pub fn times(meeting: &Meeting, marks: &[&MeetingMark], now: i64) -> Times {
    let mut spent = vec![0_i64; meeting.sections.len()];
    let mut begun = vec![false; meeting.sections.len()];
    begun.iter_mut().take(1).for_each(|it| *it = true);
    let (mut current, mut paused, mut at) = (0, false, meeting.begun.unwrap_or(now));
    let mut pass = |current: usize, paused: bool, at: i64, to: i64| {
        if let Some(spent) = spent.get_mut(current).filter(|_| !paused) {
            *spent += to - at;
        }
    };
    for mark in marks {
        let to = mark.at.unwrap_or(at).max(at);
        pass(current, paused, at, to);
        at = to;
        match mark.turn {
            Some(Turn::Pause) => paused = true,
            Some(Turn::Resume) => paused = false,
            Some(Turn::Section(place)) if place < begun.len() => {
                (current, begun[place]) = (place, true);
            }
            Some(Turn::Section(_)) | None => {}
        }
    }
    let to = meeting.ended.unwrap_or(now).max(at);
    pass(current, paused, at, to);
    let sections = meeting.sections.iter().zip(spent.iter().zip(&begun));
    let section = |(section, (spent, begun)): (&super::Section, (&i64, &bool))| SectionTime {
        planned: section.minutes.max(0).saturating_mul(60),
        given: spent / 1_000,
        spent: spent / 1_000,
        begun: *begun,
    };
    let mut times = Times {
        sections: sections.map(section).collect(),
        current,
        paused,
        ran: spent.iter().sum::<i64>() / 1_000,
        now: to,
    };
    share_out(&mut times);
    times
}

/// Gives the time that is left to the section that runs and to those that have not begun.
fn share_out(times: &mut Times) {
    let current = times.current;
    let is_over = |place: usize, it: &SectionTime| it.begun && place != current;
    let sections = times.sections.iter().enumerate();
    let over: i64 = sections.filter(|(place, it)| is_over(*place, it)).map(|it| it.1.spent).sum();
    let left = (times.planned() - over).max(0);
    let open: Vec<usize> = (0..times.sections.len())
        .filter(|place| *place == current || !times.sections[*place].begun)
        .collect();
    give(times, &open, left);
    let running = times.running();
    if running.given < running.spent {
        let later: Vec<usize> = open.into_iter().filter(|it| *it != current).collect();
        give(times, &later, (left - running.spent).max(0));
    }
}

fn give(times: &mut Times, to: &[usize], left: i64) {
    let planned: Vec<i64> = to.iter().map(|it| times.sections[*it].planned).collect();
    let shares = match planned.iter().sum::<i64>() <= left {
        true => planned,
        false => split(left, &planned),
    };
    for (place, share) in to.iter().zip(shares) {
        times.sections[*place].given = share;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::meeting::{Section, Topic};
    use proptest::prelude::*;

    const BEGUN: i64 = 1_000_000;
    const MINUTE: i64 = 60_000;

    fn meeting(minutes: &[i64]) -> Meeting {
        let sections = minutes.iter().map(|it| Section::usual(Topic::Own, *it)).collect();
        Meeting { sections, begun: Some(BEGUN), ..Meeting::default() }
    }

    fn marked(turns: &[(i64, Turn)]) -> Vec<MeetingMark> {
        let mark = |(number, (at, turn)): (usize, &(i64, Turn))| MeetingMark {
            number: number as i64,
            at: Some(BEGUN + at),
            turn: Some(*turn),
            ..MeetingMark::default()
        };
        turns.iter().enumerate().map(mark).collect()
    }

    fn stands(minutes: &[i64], turns: &[(i64, Turn)], now: i64) -> Times {
        let marks = marked(turns);
        times(&meeting(minutes), &marks.iter().collect::<Vec<_>>(), BEGUN + now)
    }

    /// Minutes given and spent, section by section.
    #[track_caller]
    fn check(minutes: &[i64], turns: &[(i64, Turn)], now: i64, given: &[i64], spent: &[i64]) {
        let found = stands(minutes, turns, now * MINUTE);
        let of = |read: fn(&SectionTime) -> i64| {
            found.sections.iter().map(|it| read(it) / 60).collect::<Vec<_>>()
        };
        assert_eq!((of(|it| it.given), of(|it| it.spent)), (given.to_vec(), spent.to_vec()));
    }

    #[test]
    fn sections_have_what_was_planned_as_long_as_nobody_takes_more() {
        check(&[10, 20, 30], &[], 5, &[10, 20, 30], &[5, 0, 0]);
        let next = (8 * MINUTE, Turn::Section(1));
        check(&[10, 20, 30], &[next], 12, &[8, 20, 30], &[8, 4, 0]);
    }

    // By hand: 15 of 10 minutes are gone, so 45 of 60 are left for 20 + 30 planned: 18 and 27.
    #[test]
    fn what_one_takes_too_much_is_borrowed_from_those_that_come() {
        check(&[10, 20, 30], &[], 15, &[10, 18, 27], &[15, 0, 0]);
        let next = (15 * MINUTE, Turn::Section(1));
        check(&[10, 20, 30], &[next], 16, &[15, 18, 27], &[15, 1, 0]);
        let found = stands(&[10, 20, 30], &[], 15 * MINUTE);
        assert_eq!((found.running().left(), found.sections[1].borrowed()), (-300, 120));
    }

    #[test]
    fn when_all_is_used_up_nothing_is_left_and_nothing_negative() {
        check(&[10, 20], &[], 45, &[10, 0], &[45, 0]);
        let next = (45 * MINUTE, Turn::Section(1));
        check(&[10, 20], &[next], 50, &[45, 0], &[45, 5]);
    }

    #[test]
    fn a_pause_takes_no_time_and_a_section_can_be_gone_back_to() {
        let turns = [
            (2 * MINUTE, Turn::Pause),
            (9 * MINUTE, Turn::Resume),
            (10 * MINUTE, Turn::Section(1)),
            (14 * MINUTE, Turn::Section(0)),
        ];
        check(&[10, 20], &turns, 15, &[10, 4], &[4, 4]);
        assert!(stands(&[10], &turns[..1], 5 * MINUTE).paused);
    }

    #[test]
    fn a_clock_set_back_stands_still_until_it_has_caught_up() {
        let next = (8 * MINUTE, Turn::Section(1));
        check(&[10, 20], &[next], 3, &[8, 20], &[8, 0]);
        check(&[10, 20], &[next, (2 * MINUTE, Turn::Section(0))], 9, &[10, 0], &[9, 0]);
        check(&[10, 20], &[], -30, &[10, 20], &[0, 0]);
    }

    #[test]
    fn a_meeting_that_has_ended_stands_still() {
        let ended = Meeting { ended: Some(BEGUN + 5 * MINUTE), ..meeting(&[10]) };
        assert_eq!(times(&ended, &[], BEGUN + 900 * MINUTE).running().spent, 300);
    }

    proptest! {
        #[test]
        fn what_is_given_is_what_is_left_whatever_happens(
            minutes in prop::collection::vec(0_i64..90, 1..9),
            turns in prop::collection::vec((-50_i64..400, 0_usize..11), 0..20),
            now in -50_i64..500,
        ) {
            let turns: Vec<(i64, Turn)> = turns
                .into_iter()
                .map(|(at, turn)| (at * MINUTE, match turn {
                    9 => Turn::Pause,
                    10 => Turn::Resume,
                    place => Turn::Section(place),
                }))
                .collect();
            let found = stands(&minutes, &turns, now * MINUTE);
            prop_assert!(found.sections.iter().all(|it| 0 <= it.given && 0 <= it.spent));
            prop_assert!(found.sections.iter().all(|it| it.begun || it.given <= it.planned));
            let last = turns.iter().map(|it| it.0).fold(now * MINUTE, i64::max);
            prop_assert!(found.ran * 1_000 <= last.max(0));
            let is_open = |place: usize, it: &SectionTime| place == found.current || !it.begun;
            let over: i64 = found.sections.iter().enumerate()
                .filter(|(place, it)| !is_open(*place, it)).map(|it| it.1.spent).sum();
            let planned: i64 = found.sections.iter().enumerate()
                .filter(|(place, it)| is_open(*place, it)).map(|it| it.1.planned).sum();
            let later: i64 = found.sections.iter().filter(|it| !it.begun).map(|it| it.given).sum();
            let running = found.running();
            let taken = later + running.given.max(running.spent);
            let left = (found.planned() - over).max(0);
            prop_assert!(taken <= left.max(running.spent));
            if left < planned && running.spent <= left {
                prop_assert_eq!(taken, left);
            }
        }
    }
}

//! Contests as they are shown: the first places, and one's own.

use std::collections::BTreeMap;

use super::{name, people};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::goal::Bearer;
use crate::domain::id::{ContestId, PersonId, TeamId};
use crate::domain::money::Money;
use crate::domain::people::Team;
use crate::domain::thanks::{
    Best, Contest, ContestChange, ContestKind, ContestPart, Counted, Standing, own_bests,
    standings, uncounted,
};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::name_order::NameOrder;

/// So many places are shown where not everybody's is.
pub const SHOWN_PLACES: i64 = 3;

/// A place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceRow {
    /// Whose.
    pub side: Bearer,
    /// The place.
    pub place: String,
    /// The name.
    pub name: String,
    /// Whether it is shared, and when the target was reached.
    pub note: String,
    /// The figure.
    pub score: String,
    /// Whether everybody sees it.
    pub shown: bool,
}

/// A contest.
#[derive(Clone, Debug, PartialEq)]
pub struct ContestCard {
    /// Which.
    pub id: ContestId,
    /// The name.
    pub name: String,
    /// How it is decided, what counts, from when to when.
    pub note: String,
    /// That it has ended, and when; empty while it runs.
    pub ended: String,
    /// What the first place gets; empty where nothing is said.
    pub prize: String,
    /// What was changed once it was made, the latest first.
    pub changes: Vec<String>,
    /// Whether what counts can still be changed.
    pub can_measure: bool,
    /// Which rates are missing for amounts that count; empty where none is.
    pub missing: String,
    /// That nobody has scored, and how many take part; empty where somebody has.
    pub nobody: String,
    /// All places; those that not everybody sees are for who asks for their own.
    pub rows: Vec<PlaceRow>,
    /// How many places are not shown; empty where all are.
    pub hidden: String,
    /// Those who may ask for their own place, by name: their order tells nothing of their places.
    pub asking: Vec<(Bearer, String)>,
    /// What each of them has reached at best before, in words.
    pub bests: Vec<(Bearer, String)>,
}

/// All contests.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContestsView {
    /// Those that run first, then the latest.
    pub cards: Vec<ContestCard>,
    /// Who can take part: people by name.
    pub people: Vec<(Bearer, String)>,
    /// Who can take part: teams.
    pub teams: Vec<(Bearer, String)>,
    /// The people of each team that has some, by the name of the team.
    pub by_team: Vec<(String, Vec<Bearer>)>,
}

/// All contests.
pub fn contests_view(workspace: &Workspace, lang: Lang, today: Day) -> ContestsView {
    let mut contests: Vec<(ContestId, &Contest)> = workspace.contests.iter().collect();
    arrange::by_key(&mut contests, |(id, it)| {
        (it.ended.is_some(), std::cmp::Reverse(it.last), *id)
    });
    let cards = contests.into_iter().map(|(id, it)| card(workspace, lang, today, (id, it)));
    let teams = workspace.teams.iter().map(|(id, it)| (Bearer::Team(id), it.name.clone()));
    let all = people(workspace, today);
    let of_team = |(id, it): (TeamId, &Team)| {
        let own = |who: &&(PersonId, String)| {
            workspace.people.get(who.0).is_some_and(|it| it.team == Some(id))
        };
        (
            it.name.clone(),
            all.iter().filter(own).map(|it| Bearer::Person(it.0)).collect::<Vec<Bearer>>(),
        )
    };
    let by_team = workspace.teams.iter().map(of_team);
    let mut by_team: Vec<(String, Vec<Bearer>)> = by_team.filter(|it| !it.1.is_empty()).collect();
    arrange::by_cached_key(&mut by_team, |(name, _)| NameOrder::of(name));
    ContestsView {
        cards: cards.collect(),
        people: all.into_iter().map(|(id, name)| (Bearer::Person(id), name)).collect(),
        teams: teams.collect(),
        by_team,
    }
}

fn card(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    (id, contest): (ContestId, &Contest),
) -> ContestCard {
    let all = standings(workspace, contest, today);
    // Where nobody has scored there are no places: everybody would share the first one.
    let is_open = all.iter().any(|it| it.score != 0);
    let row = |it: &Standing| row(workspace, lang, contest, it, &all);
    let rows: Vec<PlaceRow> = all.iter().filter(|_| is_open).map(row).collect();
    let count = format::count(lang, all.len() as u64);
    let nobody = match (is_open || all.is_empty(), contest.ended) {
        (true, _) => String::new(),
        (false, None) => lang.contest_nobody_yet(&count),
        (false, Some(_)) => lang.contest_nobody_scored(&count),
    };
    let day = |it: Option<Day>| it.map(|it| format::day(lang, it)).unwrap_or_default();
    let kind = contest.kind.unwrap_or_default();
    let hidden = rows.iter().filter(|it| !it.shown).count() as u64;
    let mut asking: Vec<(Bearer, String)> =
        rows.iter().map(|it| (it.side, it.name.clone())).collect();
    let is_by_people = all.iter().any(|it| matches!(it.side, Bearer::Person(_)));
    let known = match is_open && is_by_people {
        true => own_bests(workspace, contest, today),
        false => BTreeMap::new(),
    };
    let best = |it: &Standing| {
        let Bearer::Person(person) = it.side else { return None };
        Some((it.side, best(workspace, lang, contest, (it.score, known.get(&person)))))
    };
    let bests = all.iter().filter(|_| is_open).filter_map(best).collect();
    arrange::by_cached_key(&mut asking, |(_, it)| NameOrder::of(it));
    ContestCard {
        id,
        name: contest.name.clone(),
        note: lang.contest_note(
            lang.contest_kind_of(kind),
            lang.contest_counted_of(contest.counted.unwrap_or_default()),
            &day(contest.first),
            &day(contest.last),
        ),
        ended: match contest.ended {
            Some(_) => lang.contest_ended_on(&day(contest.ended)),
            None => String::new(),
        },
        prize: match contest.prize.as_str() {
            "" => String::new(),
            prize => lang.contest_prize_told(prize),
        },
        changes: contest.changes.iter().rev().map(|it| change(workspace, lang, it)).collect(),
        can_measure: all.iter().all(|it| it.score == 0),
        missing: match &uncounted(workspace, contest, today)[..] {
            [] => String::new(),
            some => lang.contest_uncounted(&format::codes(some)),
        },
        nobody,
        rows,
        asking,
        bests,
        hidden: match hidden {
            0 => String::new(),
            more => lang.contest_hidden(&format::count(lang, more)),
        },
    }
}

/// A change in words.
fn change(workspace: &Workspace, lang: Lang, change: &ContestChange) -> String {
    let on = format::day(lang, change.on);
    let side = |it: Bearer| match it {
        Bearer::Person(id) => name(workspace, lang, id),
        side => side.name(workspace).to_owned(),
    };
    let names = || {
        let names: Vec<String> = change.sides().into_iter().map(side).collect();
        names.join(lang.list_comma())
    };
    let day = |it: &str| it.parse().map(|it| format::day(lang, it)).unwrap_or_default();
    let kind = |it: &str| it.parse().map(|it| lang.contest_kind_of(it).to_owned());
    let counted = |it: &str| it.parse().map(|it| lang.contest_counted_of(it).to_owned());
    let typed = |it: &str| match it {
        "" => lang.contest_nothing().to_owned(),
        some => some.to_owned(),
    };
    let (was, now) = (change.was.as_str(), change.now.as_str());
    let told = |part: &str, of: &dyn Fn(&str) -> String| {
        lang.contest_changed(&on, part, &of(was), &of(now))
    };
    match change.part {
        ContestPart::Name => told(lang.contest_name(), &typed),
        ContestPart::Prize => told(lang.contest_prize(), &typed),
        ContestPart::Target => told(lang.contest_target(), &typed),
        ContestPart::First => told(lang.contest_first(), &day),
        ContestPart::Last => told(lang.contest_last(), &day),
        ContestPart::Kind => told(lang.contest_kind(), &|it| kind(it).unwrap_or_default()),
        ContestPart::Counted => told(lang.contest_counted(), &|it| counted(it).unwrap_or_default()),
        ContestPart::Open if now == "true" => lang.contest_opened(&on),
        ContestPart::Open => lang.contest_closed(&on),
        ContestPart::Joined => lang.contest_joined(&on, &names()),
        ContestPart::Left => lang.contest_left(&on, &names()),
    }
}

/// A figure of a contest.
fn figure(workspace: &Workspace, lang: Lang, contest: &Contest, score: i64) -> String {
    match contest.counted {
        Some(Counted::Amount) => {
            format::money(lang, Money::new(score, workspace.settings().currency()))
        }
        _ => format::count(lang, score.unsigned_abs()),
    }
}

/// How somebody stands to their own best.
fn best(
    workspace: &Workspace,
    lang: Lang,
    contest: &Contest,
    (score, best): (i64, Option<&Best>),
) -> String {
    let Some(Best { score: most, days }) = best else {
        return lang.contest_own_best_none().to_owned();
    };
    let told = figure(workspace, lang, contest, *most);
    let (first, last) = (format::day(lang, days.first), format::day(lang, days.last));
    match most < &score {
        true => lang.contest_own_best_beaten(&told, &first, &last),
        false => lang.contest_own_best(&told, &first, &last),
    }
}

fn row(
    workspace: &Workspace,
    lang: Lang,
    contest: &Contest,
    it: &Standing,
    all: &[Standing],
) -> PlaceRow {
    let shared = 1 < all.iter().filter(|other| other.place == it.place).count();
    let reached = it.reached.map(|day| lang.contest_reached(&format::day(lang, day)));
    let parts = [shared.then(|| lang.awards_shared().to_owned()), reached];
    let score = match it.score {
        0 => lang.contest_none_yet().to_owned(),
        score => figure(workspace, lang, contest, score),
    };
    let by_all = matches!(contest.kind, Some(ContestKind::Duel | ContestKind::Teams));
    PlaceRow {
        side: it.side,
        place: it.place.to_string(),
        name: match it.side {
            Bearer::Person(id) => name(workspace, lang, id),
            side => side.name(workspace).to_owned(),
        },
        note: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        score,
        shown: contest.open || by_all || it.place <= SHOWN_PLACES && it.score != 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::people::Person;
    use crate::present::for_tests::{ANN, BOB, NORTH, WON, day, lead, put, team};

    /// Five people in a contest of this month, each of whom has won so many deals.
    fn race(won: impl Fn(u64) -> u64, contest: Contest) -> ContestsView {
        let mut workspace = team();
        let mut sides = Vec::new();
        for nth in 1..=5 {
            let id = PersonId::drawn(10 + nth);
            put(&mut workspace, id, &Person { name: format!("P{nth}"), ..Person::default() });
            sides.push(Bearer::Person(id));
            for deal in 0..won(nth) {
                lead(&mut workspace, 100 * nth + deal, Some(id), WON, 1, "2026-11-09");
            }
        }
        let (first, last) = (Some(day("2026-11-01")), Some(day("2026-11-30")));
        put(&mut workspace, ContestId::drawn(1), &Contest { first, last, sides, ..contest });
        contests_view(&workspace, Lang::En, day("2026-11-20"))
    }

    /// The last two have won as many, all others fewer.
    fn view(open: bool) -> ContestsView {
        race(|nth| nth.min(4), Contest { name: "Race".to_owned(), open, ..Contest::default() })
    }

    #[test]
    fn only_the_first_three_places_are_shown_unless_all_are() {
        let card = view(false).cards.remove(0);
        let places: Vec<_> =
            card.rows.iter().map(|it| (it.place.as_str(), it.score.as_str(), it.shown)).collect();
        let expect = [
            ("1", "4", true),
            ("1", "4", true),
            ("3", "3", true),
            ("4", "2", false),
            ("5", "1", false),
        ];
        assert_eq!(places, expect);
        assert_eq!((card.rows[0].note.as_str(), card.rows[2].note.as_str()), ("shared", ""));
        assert_eq!(card.hidden, "Further places, shown to each alone: 2");
        assert!(view(true).cards[0].rows.iter().all(|it| it.shown));
    }

    /// So many have won one deal each.
    fn scored(winners: u64, contest: Contest) -> ContestCard {
        race(|nth| u64::from(nth <= winners), contest).cards.remove(0)
    }

    // Standard competition ranking: who has nothing shares the place after those who have something,
    // which is the first where nobody has.
    #[test]
    fn a_contest_without_a_score_says_so_and_lists_nobody() {
        let card = scored(0, Contest::default());
        let said = "Nobody has scored yet; 5 take part. Places appear with the first result.";
        assert_eq!((card.nobody.as_str(), card.rows.len()), (said, 0));
        assert_eq!((card.hidden.as_str(), card.asking.len()), ("", 0));
        let open = scored(0, Contest { open: true, ..Contest::default() });
        assert_eq!((open.nobody.as_str(), open.rows.len()), (said, 0));
        let one = scored(1, Contest::default());
        let shown = one.rows.iter().filter(|it| it.shown).map(|it| it.name.as_str());
        assert_eq!((one.nobody.as_str(), shown.collect::<Vec<_>>()), ("", vec!["P1"]));
        assert_eq!(one.hidden, "Further places, shown to each alone: 4");
        assert_eq!(one.asking.len(), 5);
        let open = scored(1, Contest { open: true, ..Contest::default() });
        assert!(open.rows.iter().all(|it| it.shown));
    }

    #[test]
    fn the_people_of_a_team_can_take_part_together() {
        let view = contests_view(&team(), Lang::En, day("2026-11-20"));
        let north: Vec<Bearer> = [ANN, BOB].map(Bearer::Person).to_vec();
        assert_eq!(view.by_team.iter().map(|it| &it.1).collect::<Vec<_>>(), [&north]);
        assert!(view.teams.iter().any(|it| it.0 == Bearer::Team(NORTH)));
    }

    #[test]
    fn changes_are_told_to_everybody_the_latest_first() {
        let mut workspace = team();
        let change = |part, was: &str, now: &str| ContestChange {
            on: day("2026-11-20"),
            part,
            was: was.to_owned(),
            now: now.to_owned(),
        };
        let changes = vec![
            change(ContestPart::Last, "2026-11-25", "2026-11-30"),
            change(ContestPart::Prize, "", "A day off"),
            change(ContestPart::Joined, "", &Bearer::Person(ANN).to_string()),
        ];
        let prize = "A day off".to_owned();
        let contest = Contest { changes, prize, ..Contest::default() };
        put(&mut workspace, ContestId::drawn(1), &contest);
        let card = contests_view(&workspace, Lang::En, day("2026-11-20")).cards.remove(0);
        let expect = [
            "20 Nov 2026: takes part now: Ann",
            "20 Nov 2026: Prize for the first place, nothing → A day off",
            "20 Nov 2026: Last day, 25 Nov 2026 → 30 Nov 2026",
        ];
        assert_eq!(card.changes, expect);
        assert_eq!((card.prize.as_str(), card.can_measure), ("Prize: A day off", true));
    }

    #[test]
    fn who_asks_for_their_own_place_is_listed_by_name() {
        let view = view(false);
        let names: Vec<&str> = view.cards[0].asking.iter().map(|(_, it)| it.as_str()).collect();
        assert_eq!(names, ["P1", "P2", "P3", "P4", "P5"]);
        // The places are another order.
        assert_eq!(view.cards[0].rows.last().map(|it| it.name.as_str()), Some("P1"));
    }
}

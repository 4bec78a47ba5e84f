//! Presence, win rates and sums in words.

use super::{PersonLine, Presence, TeamGroup};
use crate::domain::calendar::Day;
use crate::domain::insight::Rate;
use crate::domain::money::{Currency, Money, Sums};
use crate::i18n::Lang;
use crate::present::format;

/// Whether somebody is there, in words; nothing for who simply is.
pub fn presence(lang: Lang, presence: Presence, today: Day) -> String {
    let day = |day: Day| format::day_near(lang, day, today);
    match presence {
        Presence::Here => String::new(),
        Presence::Away(until) => lang.team_away_until(&day(until)),
        Presence::Coming(from) => lang.team_coming(&day(from)),
        Presence::Left(last) => lang.team_left(&day(last)),
    }
}

/// A win rate, and how sure it is.
///
/// The rule: a rate says something once its 95 % interval is at most 30 points wide. Before that
/// only the counts are shown, with about how many more closed leads would settle it.
pub fn win_rate(lang: Lang, rate: Option<Rate>) -> (String, String) {
    let Some(rate) = rate else {
        return ("–".to_owned(), lang.team_nothing_closed().to_owned());
    };
    let percent = |share: f64| format::percent(lang, (share * 100.0).round() as i64 * 10);
    let (won, closed) = (format::count(lang, rate.successes), format::count(lang, rate.trials));
    if rate.is_settled() {
        let note = lang.team_rate_between(&percent(rate.low), &percent(rate.high), &closed);
        return (percent(rate.value()), note);
    }
    let more = format::count(lang, rate.trials_to_settle());
    (lang.team_rate_counts(&won, &closed), lang.team_rate_too_few(&more))
}

/// Sums of all currencies, the team's own first; a dash where there is nothing.
pub fn sums(lang: Lang, sums: &Sums, home: Currency) -> String {
    let other = |it: &crate::domain::money::Money| it.currency != home && it.minor != 0;
    let own = Some(sums.of(home)).filter(|it| it.minor != 0);
    let all: Vec<String> = own
        .into_iter()
        .chain(sums.iter().filter(other))
        .map(|it| format::money(lang, it))
        .collect();
    if all.is_empty() { "–".to_owned() } else { all.join(" + ") }
}

/// What was won: as other sums, but nothing won is an amount of nothing, as it is where it is held
/// against a quota.
pub fn won(lang: Lang, all: &Sums, home: Currency) -> String {
    match all.iter().any(|it| it.minor != 0) {
        true => sums(lang, all, home),
        false => format::money(lang, Money::new(0, home)),
    }
}

/// What stands below a person's name: the role, the region where the team has several, the first
/// day.
pub fn person_note(lang: Lang, line: &PersonLine, group: &TeamGroup, today: Day) -> String {
    let region = Some(&line.region).filter(|_| 1 < group.regions.len());
    let mut parts: Vec<String> =
        [Some(&line.role), region].into_iter().flatten().cloned().collect();
    parts.extend(
        line.started.filter(|it| *it <= today).map(|it| lang.team_since(&format::day(lang, it))),
    );
    parts.retain(|it| !it.is_empty());
    parts.join(" · ")
}

/// Manager and regions of a team in one line.
pub fn team_note(lang: Lang, group: &TeamGroup) -> String {
    let mut parts = Vec::new();
    if !group.manager.is_empty() {
        parts.push(lang.team_managed_by(&group.manager));
    }
    parts.extend(group.regions.iter().cloned());
    parts.join(" · ")
}

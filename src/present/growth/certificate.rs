//! How a figure of a scorecard was read: what it counts, and the person's records.

use super::aims::formula;
use super::card::words;
use super::last_year;
use crate::domain::behind::Behind;
use crate::domain::calendar::Day;
use crate::domain::id::PersonId;
use crate::domain::rates::{Conversion, Rates};
use crate::domain::scorecard::{Reading, Trait, readings, records};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::certificate::Certificate;
use crate::present::indicators::certificate::sorted;
use crate::present::rates::conversion_notes;

/// How a figure of a person was read, with the records that are no leads; none once there is no
/// such person.
pub fn certificate(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    (person, of): (PersonId, Trait),
) -> Option<(Certificate, Vec<Behind>)> {
    let name = workspace.people.get(person)?.name.clone();
    let days = last_year(today);
    let reading = readings(workspace, person, days, today);
    let reading = reading.into_iter().find(|it| it.0 == of)?.1;
    let behind = records(workspace, person, (days, today), of);
    let (leads, others) = sorted(workspace, behind.into_iter());
    let (rates, mut conversion) = (Rates::on(workspace, today), Conversion::default());
    for id in leads.iter().filter(|_| of == Trait::DealSize) {
        if let Some(amount) = workspace.leads.get(*id).and_then(|it| it.amount) {
            conversion.take(&rates, rates.home(), (*id, amount));
        }
    }
    let (first, last) = (format::day(lang, days.first), format::day(lang, days.last));
    let paper = Certificate {
        title: [lang.scorecard_trait(of), &name].join(" · "),
        value: words(workspace, lang, of, reading.as_ref()),
        formula: formula(lang, of.aim(), &[first, last]),
        inputs: inputs(lang, of, reading.as_ref()),
        notes: conversion_notes(lang, &conversion, &rates, rates.home()),
        leads,
    };
    Some((paper, others))
}

fn inputs(lang: Lang, of: Trait, reading: Option<&Reading>) -> Vec<(String, String)> {
    let count = |n: u64| format::count(lang, n);
    let input = |name: &str, value: String| (name.to_owned(), value);
    match reading {
        None => Vec::new(),
        Some(Reading::Share(rate)) => {
            let hits = match of {
                Trait::WinRate => lang.insight_won_count(),
                _ => lang.trait_as_it_should(),
            };
            vec![input(hits, count(rate.successes)), input(lang.trait_all(), count(rate.trials))]
        }
        Some(Reading::Middle { count: n, .. }) => vec![input(lang.trait_all(), count(*n))],
        Some(Reading::Daily { rate, count: n, .. }) => {
            let days = if *rate == 0.0 { None } else { Some((*n as f64 / rate).round() as u64) };
            let days = days.map(|it| input(lang.fair_days(), count(it)));
            std::iter::once(input(lang.trait_all(), count(*n))).chain(days).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::activity::{Activity, ActivityKind};
    use crate::domain::id::{ActivityId, LeadId};
    use crate::present::for_tests::*;

    /// Ann won one lead and lost another, has one open, and made two calls; Bob won one.
    #[track_caller]
    fn check(of: Trait, expect: (&[u64], usize)) {
        let mut board = team();
        for (id, person, stage) in [(1, ANN, WON), (2, ANN, LOST), (3, ANN, OPEN), (4, BOB, WON)] {
            lead(&mut board, id, Some(person), stage, 100, "2026-11-02");
            let made = board.leads.get(LeadId::drawn(id)).expect("a lead").clone();
            let made = crate::domain::lead::Lead { created: Some(day("2026-10-01")), ..made };
            put(&mut board, LeadId::drawn(id), &made);
        }
        for id in [5, 6] {
            let call = Activity {
                person: Some(ANN),
                kind: Some(ActivityKind::Call),
                on: Some(day("2026-11-05")),
                ..Activity::default()
            };
            put(&mut board, ActivityId::drawn(id), &call);
        }
        let found = certificate(&board, Lang::En, day("2026-11-25"), (ANN, of));
        let (paper, others) = found.expect("a certificate");
        let leads: Vec<LeadId> = expect.0.iter().map(|it| LeadId::drawn(*it)).collect();
        assert_eq!((paper.leads, others.len()), (leads, expect.1), "{of:?}");
    }

    #[test]
    fn every_figure_names_the_records_of_the_person_alone() {
        check(Trait::WinRate, (&[1, 2], 0));
        check(Trait::DealSize, (&[1], 0));
        check(Trait::DaysToWin, (&[1], 0));
        check(Trait::Activities, (&[], 2));
        check(Trait::NextSteps, (&[3], 0));
        check(Trait::Fresh, (&[3], 0));
    }
}

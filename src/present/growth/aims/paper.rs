//! How a figure that is worked on was read, before the work and since: over which days, and from
//! which records.

use super::figures;
use crate::domain::aim::{Aim, AimFigure, Measured, behind};
use crate::domain::behind::Behind;
use crate::domain::calendar::Day;
use crate::domain::id::{AimId, PersonId};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::certificate::Certificate;
use crate::present::indicators::certificate::sorted;

/// Which of the two figures of an aim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AimSide {
    /// Over as many days before the work began.
    Before,
    /// Since it began.
    Since,
}

/// How a figure of an aim was read, with the records that are no leads; none before it began or once
/// it is gone.
pub fn aim_paper(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    (id, side): (AimId, AimSide),
) -> Option<(Certificate, Vec<Behind>)> {
    let aim = workspace.aims.get(id)?;
    let person = aim.person?;
    let (before, since) = aim.windows(today)?;
    let outcome = aim.outcome(workspace, today)?;
    let [told_before, told_since] = figures(workspace, lang, aim, today, &outcome);
    let [stood_before, stood_since] = aim.stood(workspace, today).unwrap_or_default();
    let (days, measured, value, stood) = match side {
        AimSide::Before => (before, &outcome.0, told_before, stood_before),
        AimSide::Since => (since, &outcome.1, told_since, stood_since),
    };
    let is_kept = aim.figure().is_of_a_moment() && (side == AimSide::Before || aim.ended.is_some());
    let records = match is_kept {
        true => Vec::new(),
        false => behind(workspace, person, aim.figure(), days, today),
    };
    let (leads, others) = sorted(workspace, records.into_iter());
    let as_of = stood.map_or(days.last, |it| it.on);
    let words = [days.first, as_of].map(|it| format::day(lang, it));
    let paper = Certificate {
        title: title(workspace, lang, aim, person)?,
        value,
        formula: formula(lang, aim.figure(), &words),
        inputs: inputs(lang, aim.figure(), measured),
        notes: is_kept.then(|| lang.aim_kept().to_owned()).into_iter().collect(),
        leads,
    };
    Some((paper, others))
}

fn title(workspace: &Workspace, lang: Lang, aim: &Aim, person: PersonId) -> Option<String> {
    let name = &workspace.people.get(person)?.name;
    Some([lang.aim_figure_name(aim.figure()), name].join(" · "))
}

/// What a figure counts, from one day to another, in words.
pub(in crate::present::growth) fn formula(
    lang: Lang,
    figure: AimFigure,
    [first, last]: &[String; 2],
) -> String {
    match figure {
        AimFigure::WinRate => lang.trait_win_rate_how(first, last),
        AimFigure::DealSize => lang.trait_deal_size_how(first, last),
        AimFigure::DaysToWin => lang.trait_days_to_win_how(first, last),
        AimFigure::Activities => lang.trait_activities_how(first, last),
        AimFigure::NextSteps => lang.trait_next_steps_how(last),
        AimFigure::Fresh => lang.trait_fresh_how(last),
        AimFigure::Wins | AimFigure::Visits | AimFigure::Quotes | AimFigure::NewLeads => {
            lang.aim_daily_how(lang.aim_figure_name(figure), first, last)
        }
    }
}

fn inputs(lang: Lang, figure: AimFigure, measured: &Measured) -> Vec<(String, String)> {
    let input = |name: &str, n: u64| (name.to_owned(), format::count(lang, n));
    match *measured {
        Measured::Rate { hits, trials } => {
            let hit = match figure {
                AimFigure::WinRate => lang.insight_won_count(),
                _ => lang.trait_as_it_should(),
            };
            vec![input(hit, hits), input(lang.trait_all(), trials)]
        }
        Measured::Count { hits, days } => {
            vec![input(lang.trait_all(), hits), input(lang.fair_days(), days)]
        }
        Measured::Values(ref values) => vec![input(lang.trait_all(), values.len() as u64)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::LeadId;
    use crate::present::for_tests::*;

    const AIM: AimId = AimId::drawn(70);

    /// Ann is coached from 2 November on; she won a lead before and another since, and lost one.
    #[track_caller]
    fn check(figure: AimFigure, side: AimSide, leads: &[u64], inputs: &[&str]) {
        let mut board = team();
        let deals = [(1, WON, "2026-10-28"), (2, WON, "2026-11-05"), (3, LOST, "2026-11-06")];
        for (id, stage, closes) in deals {
            lead(&mut board, id, Some(ANN), stage, 100, closes);
        }
        let aim = Aim {
            person: Some(ANN),
            figure: Some(figure),
            begun: Some(day("2026-11-02")),
            due: Some(day("2026-11-29")),
            ..Aim::default()
        };
        put(&mut board, AIM, &aim);
        let found = aim_paper(&board, Lang::En, day("2026-11-13"), (AIM, side));
        let (paper, others) = found.expect("a certificate");
        let expect: Vec<LeadId> = leads.iter().map(|it| LeadId::drawn(*it)).collect();
        assert_eq!((paper.leads, others), (expect, Vec::new()), "{figure:?} {side:?}");
        let counts: Vec<&str> = paper.inputs.iter().map(|it| it.1.as_str()).collect();
        assert_eq!(counts, inputs, "{figure:?} {side:?}");
    }

    #[test]
    fn each_side_names_the_records_of_its_own_days() {
        check(AimFigure::WinRate, AimSide::Before, &[1], &["1", "1"]);
        check(AimFigure::WinRate, AimSide::Since, &[3, 2], &["1", "2"]);
        check(AimFigure::Wins, AimSide::Before, &[1], &["1", "8"]);
        check(AimFigure::Wins, AimSide::Since, &[2], &["1", "10"]);
        check(AimFigure::DealSize, AimSide::Since, &[2], &["1"]);
        check(AimFigure::Quotes, AimSide::Since, &[], &["0", "10"]);
    }

    /// What was counted when the work began has no records any more.
    #[test]
    fn what_was_looked_at_then_has_its_count_alone() {
        check(AimFigure::NextSteps, AimSide::Before, &[], &["0", "0"]);
    }
}

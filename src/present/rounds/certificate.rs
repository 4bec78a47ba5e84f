//! How the figures of rounds were computed: the formula, what went into it, and who said what.

use super::money;
use super::result::{amount, landing};
use crate::domain::id::{LeadId, PersonId, RoundId};
use crate::domain::round::{Round, Said, said};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::words::whole;

/// How a figure was computed of what people said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaidPaper {
    /// What it is the figure of.
    pub title: String,
    /// The figure.
    pub value: String,
    /// The formula in words.
    pub formula: String,
    /// The formula's inputs by name.
    pub inputs: Vec<(String, String)>,
    /// What it leaves out.
    pub notes: Vec<String>,
    /// What was said, and the leads that came of it, each with what it adds.
    pub rows: Vec<SaidRow>,
}

/// A record behind a figure of what people said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SaidOf {
    /// What somebody said in a round.
    Promise(RoundId, PersonId),
    /// A lead.
    Lead(LeadId),
}

/// What somebody said, or what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidRow {
    /// The record.
    pub of: SaidOf,
    /// Who, or what it is called.
    pub name: String,
    /// The range, and what became of it; of a lead its day and source.
    pub detail: String,
    /// What it adds to the figure.
    pub amount: String,
}

/// Whose range it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeOf {
    /// That of all.
    Sum,
    /// The forecast of the day.
    Forecast,
    /// That of one person.
    Person(PersonId),
}

/// Which amount of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangePart {
    /// The worst case.
    Worst,
    /// The commit.
    Commit,
    /// The best case.
    Best,
}

impl RangePart {
    /// All, in the order of the columns.
    pub const ALL: [RangePart; 3] = [RangePart::Worst, RangePart::Commit, RangePart::Best];

    /// What it is called.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            RangePart::Worst => lang.round_worst(),
            RangePart::Commit => lang.round_commit(),
            RangePart::Best => lang.round_best(),
        }
    }

    fn of(self, said: Said) -> i64 {
        match self {
            RangePart::Worst => said.worst,
            RangePart::Commit => said.commit,
            RangePart::Best => said.best,
        }
    }
}

/// How a figure of a revealed round was computed; `None` before it is revealed, and where there is
/// no such figure.
pub fn certificate(
    workspace: &Workspace,
    lang: Lang,
    id: RoundId,
    (of, part): (RangeOf, RangePart),
) -> Option<SaidPaper> {
    let round = workspace.rounds.get(id).filter(|it| it.revealed.is_some())?;
    let mut answers = said(workspace, id);
    let period = round.period.map(|it| format::period(lang, it)).unwrap_or_default();
    let day = round.revealed.map(|it| format::day(lang, it)).unwrap_or_default();
    let mut inputs = vec![(lang.round_revealed_on().to_owned(), day)];
    let (title, value, formula) = match of {
        RangeOf::Forecast => {
            answers.clear();
            let forecast = landing(round)?;
            let title = [lang.round_forecast(), part.name(lang)].join(" · ");
            let formula = match part {
                RangePart::Worst => lang.round_formula_low(),
                RangePart::Commit => lang.round_formula_likely(),
                RangePart::Best => lang.round_formula_high(),
            };
            (title, part.of(forecast), formula.to_owned())
        }
        RangeOf::Sum => {
            let sum = answers.iter().fold(0_i64, |sum, (_, it)| sum.saturating_add(part.of(*it)));
            let count = format::count(lang, answers.len() as u64);
            inputs.push((lang.round_answers().to_owned(), count));
            inputs.extend(
                round.goal.map(|it| (lang.goals_quota().to_owned(), money(lang, round, it))),
            );
            match part {
                RangePart::Commit => {
                    (lang.round_said(&period), sum, lang.round_formula().to_owned())
                }
                _ => {
                    let title = [lang.round_sum(), part.name(lang)].join(" · ");
                    (title, sum, lang.round_formula_ends().to_owned())
                }
            }
        }
        RangeOf::Person(who) => {
            answers.retain(|(it, _)| *it == who);
            let (_, own) = *answers.first()?;
            let name = name(workspace, lang, who);
            let title = [part.name(lang), &name].join(" · ");
            (title, part.of(own), lang.round_formula_one(&name, part.name(lang)))
        }
    };
    let row = |(person, it): &(PersonId, Said)| SaidRow {
        of: SaidOf::Promise(id, *person),
        name: name(workspace, lang, *person),
        detail: range(lang, round, *it),
        amount: money(lang, round, part.of(*it)),
    };
    Some(SaidPaper {
        title,
        value: money(lang, round, value),
        formula,
        inputs,
        notes: Vec::new(),
        rows: answers.iter().map(row).collect(),
    })
}

/// Worst to best in words.
pub(in crate::present) fn range(lang: Lang, round: &Round, it: Said) -> String {
    let shown = |minor| format::money(lang, whole(amount(round, minor)));
    lang.round_range(&shown(it.worst), &shown(it.best))
}

/// The name of somebody who said something; that they have left where they are known no more.
pub(in crate::present) fn name(workspace: &Workspace, lang: Lang, id: PersonId) -> String {
    let known = workspace.people.get(id).map(|it| it.name.clone());
    known.unwrap_or_else(|| lang.round_left().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Period;
    use crate::domain::money::Currency;
    use crate::domain::round::Promise;
    use crate::present::for_tests::*;

    const SUM: (RangeOf, RangePart) = (RangeOf::Sum, RangePart::Commit);

    #[test]
    fn what_people_said_adds_up_to_the_figure_and_nothing_is_told_before() {
        let (mut board, id) = (team(), RoundId::drawn(1));
        let mut round = Round {
            period: Some(Period::Quarter(2026, 4)),
            people: vec![ANN, BOB],
            currency: Some(Currency::CNY),
            ..Round::default()
        };
        for (person, commit) in [(ANN, 30_000), (BOB, 12_000)] {
            let (round, worst, best) = (Some(id), commit - 1_000, commit + 1_000);
            let promise =
                Promise { round, person: Some(person), worst, commit, best, ..Promise::default() };
            put(&mut board, Promise::id_of(id, person), &promise);
        }
        put(&mut board, id, &round);
        assert_eq!(certificate(&board, Lang::En, id, SUM), None);
        round.revealed = Some(day("2026-10-05"));
        put(&mut board, id, &round);
        let paper = certificate(&board, Lang::En, id, SUM).expect("a certificate");
        let rows: Vec<&str> = paper.rows.iter().map(|it| it.amount.as_str()).collect();
        assert_eq!((paper.value.as_str(), rows), ("CN¥420", vec!["CN¥300", "CN¥120"]));
        let value = |of, part| {
            certificate(&board, Lang::En, id, (of, part)).map(|it| (it.value, it.rows.len()))
        };
        let told = |value: &str, rows| Some((value.to_owned(), rows));
        assert_eq!(value(RangeOf::Sum, RangePart::Worst), told("CN¥400", 2));
        assert_eq!(value(RangeOf::Person(BOB), RangePart::Best), told("CN¥130", 1));
        assert_eq!(value(RangeOf::Forecast, RangePart::Commit), None);
        round.low = Some(10_000);
        round.likely = Some(20_000);
        round.high = Some(30_000);
        put(&mut board, id, &round);
        let forecast = certificate(&board, Lang::En, id, (RangeOf::Forecast, RangePart::Best));
        assert_eq!(forecast.map(|it| (it.value, it.rows.len())), told("CN¥300", 0));
    }
}

//! How the figures of rounds were computed: the formula, what went into it, and who said what.

use super::money;
use super::result::amount;
use crate::domain::id::{PersonId, RoundId};
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
    /// In which round it was said.
    pub round: RoundId,
    /// Who said it, and what it adds.
    pub people: Vec<SaidRow>,
}

/// What somebody said.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidRow {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The range, and what became of it.
    pub detail: String,
    /// What it adds to the figure.
    pub amount: String,
}

/// How the sum of a revealed round was computed; `None` before it is revealed.
pub fn certificate(workspace: &Workspace, lang: Lang, id: RoundId) -> Option<SaidPaper> {
    let round = workspace.rounds.get(id).filter(|it| it.revealed.is_some())?;
    let answers = said(workspace, id);
    let sum = answers.iter().fold(0_i64, |sum, (_, it)| sum.saturating_add(it.commit));
    let period = round.period.map(|it| format::period(lang, it)).unwrap_or_default();
    let day = round.revealed.map(|it| format::day(lang, it)).unwrap_or_default();
    let goal = round.goal.map(|it| (lang.goals_quota().to_owned(), money(lang, round, it)));
    let count = format::count(lang, answers.len() as u64);
    let inputs =
        [(lang.round_revealed_on().to_owned(), day), (lang.round_answers().to_owned(), count)];
    let row = |(person, it): &(PersonId, Said)| SaidRow {
        person: *person,
        name: name(workspace, lang, *person),
        detail: range(lang, round, *it),
        amount: money(lang, round, it.commit),
    };
    Some(SaidPaper {
        title: lang.round_said(&period),
        value: money(lang, round, sum),
        formula: lang.round_formula().to_owned(),
        inputs: inputs.into_iter().chain(goal).collect(),
        round: id,
        people: answers.iter().map(row).collect(),
    })
}

/// Worst to best in words.
pub(in crate::present) fn range(lang: Lang, round: &Round, it: Said) -> String {
    let shown = |minor| format::money(lang, whole(amount(round, minor)));
    lang.round_range(&shown(it.worst), &shown(it.best))
}

fn name(workspace: &Workspace, lang: Lang, id: PersonId) -> String {
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
        assert_eq!(certificate(&board, Lang::En, id), None);
        round.revealed = Some(day("2026-10-05"));
        put(&mut board, id, &round);
        let paper = certificate(&board, Lang::En, id).expect("a certificate");
        let rows: Vec<&str> = paper.people.iter().map(|it| it.amount.as_str()).collect();
        assert_eq!((paper.value.as_str(), rows), ("CN¥420", vec!["CN¥300", "CN¥120"]));
    }
}

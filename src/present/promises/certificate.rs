//! How a figure of what became of promises was computed: the formula, what went into it, what was
//! said, and the leads that came of it.

use super::{Facts, Past, Running, RunningRow, money, percent, signed_percent};
use crate::domain::behind::Behind;
use crate::domain::calendar::{Day, Period};
use crate::domain::id::{LeadId, PersonId, RoundId};
use crate::domain::money::{Currency, Money};
use crate::domain::promise::{Kept, WEIGHT};
use crate::domain::round::{Round, Said, revealed, said};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::goals::words::{signed, whole};
use crate::present::rounds::{SaidOf, SaidPaper, SaidRow, name, range};
use crate::present::{behind, format};

/// A figure of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Of the running period's commits: whose, none for the team, and which.
    Expected(Option<PersonId>, Expectation),
    /// Of periods that are over: whose, none for the team, and which.
    Kept(Option<PersonId>, Reliable),
    /// Of one answer.
    Said(RoundId, PersonId, Came),
}

/// What is to be expected of a commit, and what that is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// The commit.
    Commit,
    /// What is won.
    Won,
    /// Which part is to be expected.
    Part,
    /// What that comes to.
    Expected,
}

/// How far promises were kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reliable {
    /// How many there were.
    Count,
    /// How far what came lay from the commit.
    Bias,
    /// How often it lay between worst and best.
    Within,
}

/// What was said and what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// What was said.
    Said,
    /// What was won.
    Won,
    /// What was won, less the commit.
    Difference,
}

impl Expectation {
    /// All, in the order of the columns.
    pub const ALL: [Expectation; 4] =
        [Expectation::Commit, Expectation::Won, Expectation::Part, Expectation::Expected];
}

impl Reliable {
    /// All, in the order of the columns.
    pub const ALL: [Reliable; 3] = [Reliable::Count, Reliable::Bias, Reliable::Within];
}

impl Came {
    /// All, in the order of the columns.
    pub const ALL: [Came; 3] = [Came::Said, Came::Won, Came::Difference];
}

/// How a figure was computed; `None` where there is no such figure.
pub fn certificate(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    figure: Figure,
) -> Option<SaidPaper> {
    let desk = Desk { workspace, lang };
    let mut facts = Facts::new(workspace, today);
    match figure {
        Figure::Expected(who, of) => {
            let running = facts.running(workspace)?;
            desk.expected(&mut facts, &running, who, of)
        }
        Figure::Kept(who, of) => desk.kept(&facts, who, of),
        Figure::Said(round, person, of) => desk.said(&mut facts, (round, person), of),
    }
}

/// What all certificates are written with.
#[derive(Clone, Copy)]
struct Desk<'a> {
    workspace: &'a Workspace,
    lang: Lang,
}

fn input(name: &str, value: String) -> (String, String) {
    (name.to_owned(), value)
}

impl Desk<'_> {
    /// What it is, whose, and of which period.
    fn title(self, what: &str, who: Option<PersonId>, period: Option<Period>) -> String {
        let who = who.map_or_else(
            || self.lang.promises_team().to_owned(),
            |it| name(self.workspace, self.lang, it),
        );
        let period = period.map(|it| format::period(self.lang, it));
        let parts: Vec<String> = [what.to_owned(), who].into_iter().chain(period).collect();
        parts.join(" · ")
    }

    fn revealed_on(self, round: &Round) -> String {
        round.revealed.map(|it| format::day(self.lang, it)).unwrap_or_default()
    }

    fn share(self, share: Option<f64>) -> String {
        share.map_or_else(|| "–".to_owned(), |it| percent(self.lang, it))
    }

    fn expected(
        self,
        facts: &mut Facts,
        running: &Running,
        who: Option<PersonId>,
        of: Expectation,
    ) -> Option<SaidPaper> {
        let Desk { workspace, lang } = self;
        let is_asked = |it: &&RunningRow| who.is_none_or(|who| who == it.person);
        let asked: Vec<&RunningRow> = running.rows.iter().filter(is_asked).collect();
        let sum = |read: fn(&RunningRow) -> i64| {
            asked.iter().fold(0_i64, |sum, it| sum.saturating_add(read(it)))
        };
        let shown = |minor| running.money(lang, minor);
        let (commit, won, expected) = (
            shown(sum(|it| it.answer.commit)),
            shown(sum(|it| it.won)),
            shown(sum(|it| it.expected)),
        );
        let part = who.map_or(running.part(), |_| asked.first().map_or(1.0, |it| it.part));
        let part = percent(lang, part);
        let mut inputs = Vec::new();
        if matches!(of, Expectation::Part | Expectation::Expected) {
            inputs.extend([
                input(lang.promises_commit(), commit.clone()),
                input(lang.promises_won(), won.clone()),
            ]);
            inputs.extend(who.map(|it| self.shares(facts, it)).into_iter().flatten());
        }
        let day = self.revealed_on(running.round);
        let weighed = || lang.promises_formula(&WEIGHT.to_string());
        let (what, value, formula) = match (of, who) {
            (Expectation::Commit, Some(id)) => {
                let name = name(workspace, lang, id);
                (lang.promises_commit(), commit, lang.promises_formula_commit(&name, &day))
            }
            (Expectation::Commit, None) => {
                (lang.promises_commit(), commit, lang.promises_formula_commits(&day))
            }
            (Expectation::Won, _) => (lang.promises_won(), won, self.won_formula(running.period)?),
            (Expectation::Part, Some(_)) => (lang.promises_part(), part, weighed()),
            (Expectation::Part, None) => {
                inputs.insert(0, input(lang.promises_expected(), expected));
                (lang.promises_part(), part, lang.promises_formula_part().to_owned())
            }
            (Expectation::Expected, Some(_)) => {
                inputs.push(input(lang.promises_part(), part));
                (lang.promises_expected(), expected, weighed())
            }
            (Expectation::Expected, None) => {
                inputs.push(input(lang.promises_part(), part));
                let formula = lang.promises_formula_sum(&weighed());
                (lang.promises_expected(), expected, formula)
            }
        };
        let mut rows: Vec<SaidRow> = Vec::new();
        let mut notes = Vec::new();
        if of == Expectation::Won {
            for it in &asked {
                rows.extend(self.won(
                    facts,
                    (running.period, running.currency),
                    it.person,
                    &mut notes,
                ));
            }
        } else {
            rows.extend(asked.iter().map(|it| self.committed(running, it, of)));
        }
        // What the part of one person rests on.
        if let (Expectation::Part | Expectation::Expected, Some(who)) = (of, who) {
            let past = facts.past.get(&who).into_iter().flatten();
            rows.extend(past.map(|it| self.past(who, it, |_, it| self.came_of(it))));
        }
        Some(SaidPaper {
            title: self.title(what, who, Some(running.period)),
            value,
            formula,
            inputs,
            notes,
            rows,
        })
    }

    /// The shares that the part of somebody is weighed from.
    fn shares(self, facts: &Facts, who: PersonId) -> Vec<(String, String)> {
        let (lang, own) = (self.lang, facts.reliability(who));
        vec![
            input(lang.promises_count(), format::count(lang, own.promises)),
            input(lang.promises_input_kept(), self.share(own.kept())),
            input(lang.promises_input_team(), self.share(facts.team.kept())),
        ]
    }

    /// Somebody's commit of the running period.
    fn committed(self, running: &Running, it: &RunningRow, of: Expectation) -> SaidRow {
        let Desk { workspace, lang } = self;
        let said = range(lang, running.round, it.answer);
        let detail = match of {
            Expectation::Commit => said,
            _ => lang.promises_kept_part(&said, &percent(lang, it.part)),
        };
        let amount = if of == Expectation::Commit { it.answer.commit } else { it.expected };
        SaidRow {
            of: SaidOf::Promise(running.id, it.person),
            name: name(workspace, lang, it.person),
            detail,
            amount: running.money(lang, amount),
        }
    }

    /// What came of a commit, as a part of it.
    fn came_of(self, it: &Past) -> String {
        let Kept { said, actual } = it.kept;
        self.share((0 < said.commit).then(|| actual as f64 / said.commit as f64))
    }

    /// A promise whose period is over, with what it adds.
    fn past(self, who: PersonId, it: &Past, adds: impl Fn(Self, &Past) -> String) -> SaidRow {
        let Desk { workspace, lang } = self;
        let Kept { said, actual } = it.kept;
        let shown = |minor| money(lang, minor, it.currency);
        let range = lang.round_shown(&shown(said.commit), &shown(said.worst), &shown(said.best));
        let came = lang.promises_came_of(&range, &shown(actual));
        SaidRow {
            of: SaidOf::Promise(it.round, who),
            name: name(workspace, lang, who),
            detail: [format::period(lang, it.period), came].join(" · "),
            amount: adds(self, it),
        }
    }

    fn kept(self, facts: &Facts, who: Option<PersonId>, of: Reliable) -> Option<SaidPaper> {
        let lang = self.lang;
        let found = who.map_or(facts.team, |it| facts.reliability(it));
        let [count, bias, within] = super::reliability(lang, &found);
        let (what, value, formula) = match of {
            Reliable::Count => {
                (lang.promises_count(), count.clone(), lang.promises_formula_count())
            }
            Reliable::Bias => (lang.promises_bias(), bias, lang.promises_bias_formula()),
            Reliable::Within => (lang.promises_within(), within, lang.promises_bias_formula()),
        };
        let adds = |desk: Self, it: &Past| {
            let Kept { said, actual } = it.kept;
            let is_within = said.worst <= actual && actual <= said.best;
            match of {
                Reliable::Count => money(lang, said.commit, it.currency),
                Reliable::Bias if said.commit <= 0 => desk.share(None),
                Reliable::Bias => {
                    let off = actual.saturating_sub(said.commit) as f64;
                    signed_percent(lang, off / said.commit as f64)
                }
                Reliable::Within if is_within => lang.promises_is_within().to_owned(),
                Reliable::Within => lang.promises_is_outside().to_owned(),
            }
        };
        let people = facts.past.iter().filter(|(id, _)| who.is_none_or(|who| who == **id));
        let rows =
            people.flat_map(|(id, past)| past.iter().map(move |it| self.past(*id, it, adds)));
        Some(SaidPaper {
            title: self.title(what, who, None),
            value,
            formula: formula.to_owned(),
            inputs: vec![input(lang.promises_count(), count)],
            notes: Vec::new(),
            rows: rows.collect(),
        })
    }

    fn said(
        self,
        facts: &mut Facts,
        (id, person): (RoundId, PersonId),
        of: Came,
    ) -> Option<SaidPaper> {
        let Desk { workspace, lang } = self;
        let (_, round) = revealed(workspace).into_iter().find(|(it, _)| *it == id)?;
        let (period, currency) = round.period.zip(round.currency)?;
        let (_, answer) = said(workspace, id).into_iter().find(|(it, _)| *it == person)?;
        let Said { worst, commit, best } = answer;
        let shown = |minor| money(lang, minor, currency);
        let whose = name(workspace, lang, person);
        let own = SaidRow {
            of: SaidOf::Promise(id, person),
            name: whose.clone(),
            detail: range(lang, round, answer),
            amount: shown(commit),
        };
        let (mut notes, mut rows) = (Vec::new(), Vec::new());
        if of != Came::Won {
            rows.push(own);
        }
        if of != Came::Said {
            rows.extend(self.won(facts, (period, currency), person, &mut notes));
        }
        let (what, value, formula, inputs) = match of {
            Came::Said => (
                lang.promises_said(),
                shown(commit),
                lang.promises_formula_commit(&whose, &self.revealed_on(round)),
                vec![
                    input(lang.round_worst(), shown(worst)),
                    input(lang.round_best(), shown(best)),
                ],
            ),
            Came::Won => {
                let won = shown(facts.won.of(period, person, currency)?);
                (lang.promises_actual(), won, self.won_formula(period)?, Vec::new())
            }
            Came::Difference => {
                let won = facts.won.of(period, person, currency)?;
                let difference = whole(Money::new(won.saturating_sub(commit), currency));
                let formula = lang.promises_formula_difference(&shown(won), &shown(commit));
                (lang.promises_difference(), signed(lang, difference), formula, Vec::new())
            }
        };
        let title = self.title(what, Some(person), Some(period));
        Some(SaidPaper { title, value, formula, inputs, notes, rows })
    }

    fn won_formula(self, period: Period) -> Option<String> {
        let span = period.span(self.workspace.settings().fiscal_start())?;
        let day = |it| format::day(self.lang, it);
        Some(self.lang.promises_formula_won(&day(span.first), &day(span.last)))
    }

    /// The leads that somebody won in a period, and how many cannot be converted.
    fn won(
        self,
        facts: &mut Facts,
        (period, currency): (Period, Currency),
        person: PersonId,
        notes: &mut Vec<String>,
    ) -> Vec<SaidRow> {
        let Desk { workspace, lang } = self;
        let leads = facts.won.leads(period, person);
        if facts.won.of(period, person, currency).is_none() {
            notes.push(
                [name(workspace, lang, person), lang.promises_rate_missing().to_owned()].join(": "),
            );
        }
        let row = |(id, worth): (LeadId, Option<Money>)| {
            let line = behind::line(workspace, lang, Behind::Lead(id))?;
            let own = workspace.leads.get(id)?.amount;
            let is_same = own.map(|it| it.currency) == worth.map(|it| it.currency);
            let detail = match is_same {
                true => line.detail,
                false => [lang.forecast_added_converted(&line.amount), line.detail].join(" · "),
            };
            let amount = worth.map_or_else(
                || lang.promises_rate_missing().to_owned(),
                |it| format::money(lang, it),
            );
            Some(SaidRow { of: SaidOf::Lead(id), name: line.name, detail, amount })
        };
        leads.into_iter().filter_map(row).collect()
    }
}

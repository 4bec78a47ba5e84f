//! The scorecard: goals, what is in hand, activities, and figures that are called strong or weak
//! only where the numbers say so.

use super::last_year;
use crate::domain::aim::{AimFigure, measure};
use crate::domain::calendar::{Day, Span};
use crate::domain::id::PersonId;
use crate::domain::insight::{Figures, Rate};
use crate::domain::money::Money;
use crate::domain::pipeline::Outcome;
use crate::domain::rates::Rates;
use crate::domain::scorecard::{
    Line, Reading, Trait, Verdict, converted, readings, scorecard, weakest,
};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::words::whole;
use crate::present::rates::conversion_notes;
use crate::present::team::words::sums;
use crate::present::team::{GoalLine, goals_of};

/// Whether a person's figures stand beside those of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// Beside the others', for the manager.
    WithOthers,
    /// Alone: nothing of the others is read.
    Alone,
}

/// A figure in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct TraitLine {
    /// Which.
    pub of: Trait,
    /// What it is called.
    pub name: &'static str,
    /// The person's, with its interval.
    pub own: String,
    /// The others'; empty where the person stands alone.
    pub others: String,
    /// What is said of it; none where the person stands alone.
    pub verdict: Option<(Verdict, &'static str)>,
}

/// A scorecard.
#[derive(Clone, Debug, PartialEq)]
pub struct CardView {
    /// Strengths and weaknesses in a sentence or two; empty where the person stands alone.
    pub sentences: Vec<String>,
    /// Goals of this month, quarter and year.
    pub goals: Vec<GoalLine>,
    /// Open leads and what they are worth.
    pub pipeline: String,
    /// Activities of the last four weeks and of the four before.
    pub activities: String,
    /// The figures.
    pub lines: Vec<TraitLine>,
    /// The weakest figure that can be worked on, with its name.
    pub work_on: Option<(AimFigure, &'static str)>,
    /// How the figures come about.
    pub how: &'static str,
    /// How amounts were converted, and what is left out.
    pub notes: Vec<String>,
}

/// The scorecard of a person; `None` once there is no such person.
pub fn card(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    person: PersonId,
    compared: Compared,
) -> Option<CardView> {
    workspace.people.get(person)?;
    let days = last_year(today);
    let (lines, all) = match compared {
        Compared::WithOthers => {
            let all = scorecard(workspace, person, days, today);
            (all.iter().map(|it| line(workspace, lang, it)).collect(), all)
        }
        Compared::Alone => {
            let own = readings(workspace, person, days, today).into_iter();
            let alone = |(of, reading): (Trait, Option<Reading>)| TraitLine {
                of,
                name: lang.scorecard_trait(of),
                own: words(workspace, lang, of, reading.as_ref()),
                others: String::new(),
                verdict: None,
            };
            (own.map(alone).collect(), Vec::new())
        }
    };
    let whose = (compared == Compared::Alone).then_some(person);
    let (conversion, rates) =
        (converted(workspace, whose, days, today), Rates::on(workspace, today));
    let weak = weakest(&all).map(|it| (it.of.aim(), lang.scorecard_trait(it.of)));
    Some(CardView {
        sentences: if compared == Compared::Alone { Vec::new() } else { sentences(lang, &all) },
        goals: goals_of(workspace, lang, today, person),
        pipeline: pipeline(workspace, lang, person),
        activities: activities(workspace, lang, today, person),
        lines,
        work_on: weak,
        how: if compared == Compared::Alone { lang.card_own_how() } else { lang.card_how() },
        notes: conversion_notes(lang, &conversion, &rates, rates.home()),
    })
}

fn sentences(lang: Lang, lines: &[Line]) -> Vec<String> {
    let named = |verdict| {
        let all = lines.iter().filter(|it| it.verdict == verdict);
        let names: Vec<&str> = all.map(|it| lang.scorecard_trait(it.of)).collect();
        names.join(lang.list_comma())
    };
    let (strong, weak) = (named(Verdict::Strength), named(Verdict::Weakness));
    let mut sentences = Vec::new();
    if !strong.is_empty() {
        sentences.push(lang.card_strong(&strong));
    }
    if !weak.is_empty() {
        sentences.push(lang.card_weak(&weak));
    }
    if sentences.is_empty() {
        sentences.push(lang.card_alike().to_owned());
    }
    sentences
}

fn line(workspace: &Workspace, lang: Lang, line: &Line) -> TraitLine {
    let verdict = match line.verdict {
        Verdict::Strength => lang.card_strength(),
        Verdict::Weakness => lang.card_weakness(),
        Verdict::Alike => lang.card_same(),
        Verdict::TooFew => lang.card_too_few(),
    };
    TraitLine {
        of: line.of,
        name: lang.scorecard_trait(line.of),
        own: words(workspace, lang, line.of, line.own.as_ref()),
        others: words(workspace, lang, line.of, line.others.as_ref()),
        verdict: Some((line.verdict, verdict)),
    }
}

/// A figure with its interval; a dash where there is none.
pub(super) fn words(
    workspace: &Workspace,
    lang: Lang,
    of: Trait,
    reading: Option<&Reading>,
) -> String {
    let currency = workspace.settings().currency();
    let size = |value: f64| whole(Money::new(value.round() as i64, currency));
    let number = |value: f64| match of {
        Trait::DealSize => format::money_compact(lang, size(value)),
        Trait::DaysToWin => lang.reading_days(&format::decimal(lang, value, 0)),
        _ => format::decimal(lang, value, 1),
    };
    match reading {
        None => "–".to_owned(),
        Some(Reading::Share(rate)) => share_words(lang, *rate),
        Some(Reading::Middle { median, interval: Some((low, high)), .. }) => {
            let values = [*median, *low as f64, *high as f64];
            let short = values.map(number);
            // What looks alike when it is short is told in full.
            let alike = short[0] == short[1] || short[0] == short[2];
            let [median, low, high] = match of {
                Trait::DealSize if alike => values.map(|it| format::money(lang, size(it))),
                _ => short,
            };
            lang.reading_between(&median, &low, &high)
        }
        Some(Reading::Middle { median, interval: None, .. }) => number(*median),
        Some(Reading::Daily { rate, interval: (low, high), .. }) => {
            lang.reading_between(&number(*rate), &number(*low), &number(*high))
        }
    }
}

/// A share with its interval: in percent where the numbers settle it, else as some of all.
pub(super) fn share_words(lang: Lang, rate: Rate) -> String {
    let percent = |share: f64| format::percent(lang, (share * 100.0).round() as i64 * 10);
    let [value, low, high] = [rate.value(), rate.low, rate.high].map(percent);
    match rate.is_settled() {
        true => lang.reading_between(&value, &low, &high),
        false => {
            let count = |n| format::count(lang, n);
            lang.reading_of_between(&count(rate.successes), &count(rate.trials), &low, &high)
        }
    }
}

fn pipeline(workspace: &Workspace, lang: Lang, person: PersonId) -> String {
    let mut figures = Figures::default();
    let own = workspace.leads.values().filter(|it| it.owner == Some(person));
    for lead in own.filter(|it| it.outcome(workspace) == Outcome::Open) {
        figures.add(lead, Outcome::Open);
    }
    let worth = sums(lang, &figures.open_value, workspace.settings().currency());
    lang.card_pipeline_line(&format::count(lang, figures.open), &worth)
}

fn activities(workspace: &Workspace, lang: Lang, today: Day, person: PersonId) -> String {
    let weeks = |from: u64, to: u64| Span { first: today.minus(from), last: today.minus(to) };
    let count = |days| {
        let measured = measure(workspace, Some(person), AimFigure::Activities, days, today);
        format::count(lang, measured.count())
    };
    lang.card_activities_line(&count(weeks(27, 0)), &count(weeks(55, 28)))
}

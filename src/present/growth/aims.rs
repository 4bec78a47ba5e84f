//! What is worked on: the figure before and since, and whether it moved.

mod paper;

pub(super) use paper::formula;
pub use paper::{AimSide, aim_paper};

use super::card::{share_words, words};
use crate::domain::aim::{Aim, AimFigure, Measured, Stood, aims_of};
use crate::domain::calendar::{Day, Span};
use crate::domain::effect::{Effect, Turn};
use crate::domain::id::{AimId, PersonId};
use crate::domain::insight::{Rate, median};
use crate::domain::rates::Rates;
use crate::domain::scorecard::{Reading, Trait, converted, median_interval};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::rates::conversion_notes;

/// What is worked on, in a few lines.
#[derive(Clone, Debug, PartialEq)]
pub struct AimLine {
    /// Which.
    pub id: AimId,
    /// The figure.
    pub figure: AimFigure,
    /// Whether it is an improvement plan, and the figure.
    pub title: String,
    /// The days, and whether it has ended.
    pub note: String,
    /// The drill, or what has to change.
    pub text: String,
    /// What help there is; empty for none.
    pub help: String,
    /// The figure before and since; none before it began.
    pub figures: Option<[String; 2]>,
    /// Whether it moved; none before it began.
    pub moved: Option<Moved>,
    /// How amounts were converted, and why there is no before where there is none.
    pub notes: Vec<String>,
    /// What was said at its end.
    pub conclusion: String,
    /// Whether it has ended.
    pub ended: bool,
}

/// Whether a figure moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// Which way.
    pub effect: Effect,
    /// Whether that was wanted.
    pub turn: Turn,
    /// What is said of it.
    pub words: &'static str,
}

/// What is worked on with a person.
pub fn aim_lines(workspace: &Workspace, lang: Lang, today: Day, person: PersonId) -> Vec<AimLine> {
    let line = |(id, aim): (AimId, &Aim)| {
        let day = |it: Option<Day>| it.map(|it| format::day(lang, it)).unwrap_or_default();
        let kind = if aim.plan { lang.aim_kind_plan() } else { lang.aim_kind_coaching() };
        let mut note = vec![lang.aim_until(&day(aim.begun), &day(aim.due))];
        note.extend(aim.ended.map(|it| lang.aim_ended(&format::day(lang, it))));
        let figure = aim.figure();
        let outcome = aim.outcome(workspace, today);
        let moved = outcome.as_ref().map(|it| it.2);
        AimLine {
            id,
            figure,
            title: [kind, lang.aim_figure_name(figure)].join(" · "),
            note: note.join(" · "),
            text: aim.text.clone(),
            help: aim.help.clone(),
            figures: outcome.as_ref().map(|it| figures(workspace, lang, aim, today, it)),
            moved: moved.map(|effect| {
                let (turn, words) = (figure.turn(effect), lang.effect(figure, effect));
                Moved { effect, turn, words }
            }),
            notes: notes(workspace, lang, aim, today),
            conclusion: aim.conclusion.clone(),
            ended: aim.ended.is_some(),
        }
    };
    aims_of(workspace, person).into_iter().map(line).collect()
}

/// What came of it: the figure before and since, in words; how open leads stood with the day.
pub fn figures(
    workspace: &Workspace,
    lang: Lang,
    aim: &Aim,
    today: Day,
    (before, since, _): &(Measured, Measured, Effect),
) -> [String; 2] {
    let days = aim.stood(workspace, today).unwrap_or([None; 2]);
    let told = |measured: &Measured, stood: Option<Stood>| {
        let words = measured_words(workspace, lang, aim.figure(), measured);
        match stood {
            Some(stood) => lang.aim_as_of(&format::day(lang, stood.on), &words),
            None => words,
        }
    };
    [told(before, days[0]), told(since, days[1])]
}

/// How amounts were converted, and that there is no before where leads were looked at too late.
fn notes(workspace: &Workspace, lang: Lang, aim: &Aim, today: Day) -> Vec<String> {
    let Some((before, since)) = aim.windows(today) else { return Vec::new() };
    match aim.figure() {
        AimFigure::DealSize => {
            let (days, rates) =
                (Span { first: before.first, ..since }, Rates::on(workspace, since.last));
            let conversion = converted(workspace, aim.person, days, since.last);
            conversion_notes(lang, &conversion, &rates, rates.home())
        }
        figure if figure.is_of_a_moment() => {
            let late = (!aim.has_before()).then(|| lang.aim_looked_late().to_owned());
            late.into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// A figure over some days, in words.
pub fn measured_words(
    workspace: &Workspace,
    lang: Lang,
    figure: AimFigure,
    measured: &Measured,
) -> String {
    let count = |n| format::count(lang, n);
    match *measured {
        Measured::Rate { hits, trials } => {
            Rate::new(hits, trials).map_or_else(|| "–".to_owned(), |it| share_words(lang, it))
        }
        Measured::Values(ref values) => {
            let of = match figure {
                AimFigure::DaysToWin => Trait::DaysToWin,
                _ => Trait::DealSize,
            };
            let Some(median) = median(values) else { return "–".to_owned() };
            let (interval, all) = (median_interval(values), values.len() as u64);
            let reading = Reading::Middle { median, interval, count: all };
            let middle = words(workspace, lang, of, Some(&reading));
            lang.aim_middle(&middle, &count(all))
        }
        Measured::Count { days: 0, .. } => "–".to_owned(),
        Measured::Count { hits, days } => {
            let rate = format::decimal(lang, hits as f64 / days as f64, 1);
            lang.aim_daily(&count(hits), &count(days), &rate)
        }
    }
}

/// A new aim: four weeks of coaching, or eight of a plan, from today on.
pub fn aim_draft(person: PersonId, plan: bool, figure: AimFigure, today: Day) -> Aim {
    Aim {
        person: Some(person),
        plan,
        figure: Some(figure),
        begun: Some(today),
        due: Some(today.plus(if plan { 55 } else { 27 })),
        ..Aim::default()
    }
}

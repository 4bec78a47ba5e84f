//! What is worked on: the figure before and since, and whether it moved.

use crate::domain::aim::{Aim, AimFigure, Measured, aims_of};
use crate::domain::calendar::Day;
use crate::domain::effect::Effect;
use crate::domain::id::{AimId, PersonId};
use crate::domain::insight::Rate;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// What is worked on, in a few lines.
#[derive(Clone, Debug, PartialEq)]
pub struct AimLine {
    /// Which.
    pub id: AimId,
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
    pub effect: Option<(Effect, &'static str)>,
    /// What was said at its end.
    pub conclusion: String,
    /// Whether it has ended.
    pub ended: bool,
}

/// What is worked on with a person.
pub fn aim_lines(workspace: &Workspace, lang: Lang, today: Day, person: PersonId) -> Vec<AimLine> {
    let line = |(id, aim): (AimId, &Aim)| {
        let day = |it: Option<Day>| it.map(|it| format::day(lang, it)).unwrap_or_default();
        let kind = if aim.plan { lang.aim_kind_plan() } else { lang.aim_kind_coaching() };
        let mut note = vec![lang.aim_until(&day(aim.begun), &day(aim.due))];
        note.extend(aim.ended.map(|it| lang.aim_ended(&format::day(lang, it))));
        let outcome = aim.outcome(workspace, today);
        AimLine {
            id,
            title: [kind, lang.aim_figure_name(aim.figure())].join(" · "),
            note: note.join(" · "),
            text: aim.text.clone(),
            help: aim.help.clone(),
            figures: outcome.map(|(before, since, _)| [before, since].map(|it| measured(lang, it))),
            effect: outcome.map(|(.., it)| (it, lang.effect(it))),
            conclusion: aim.conclusion.clone(),
            ended: aim.ended.is_some(),
        }
    };
    aims_of(workspace, person).into_iter().map(line).collect()
}

/// A figure over some days, in words.
pub fn measured(lang: Lang, measured: Measured) -> String {
    let count = |n| format::count(lang, n);
    let percent = |share: f64| format::percent(lang, (share * 100.0).round() as i64 * 10);
    match measured {
        Measured::Rate { hits, trials } => match Rate::new(hits, trials) {
            Some(rate) if rate.is_settled() => lang.reading_between(
                &percent(rate.value()),
                &percent(rate.low),
                &percent(rate.high),
            ),
            Some(_) => lang.reading_of(&count(hits), &count(trials)),
            None => "–".to_owned(),
        },
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

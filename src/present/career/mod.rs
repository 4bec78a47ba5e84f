//! The career ladder as it is shown: the levels, who stands where, and how far somebody is.

mod person;
mod start;
mod words;

pub use person::{CareerView, CriterionLine, PromotionLine, TrainingLine, career_view};
pub use start::usual_ladder;
pub use words::{criterion_words, refused};

use super::format;
use super::name_order::NameOrder;
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::career::{CareerCriterion, Verdict, criteria_of, ladder, ready};
use crate::domain::id::{CareerCriterionId, CareerLevelId, PersonId};
use crate::domain::people::Person;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// What the pages depend on.
pub const TABLES: [Table; 15] = [
    Table::Settings,
    Table::People,
    Table::Pipelines,
    Table::Stages,
    Table::Leads,
    Table::Activities,
    Table::Goals,
    Table::QuotaYears,
    Table::Surveys,
    Table::SurveyReplies,
    Table::Trainings,
    Table::CareerLevels,
    Table::CareerCriteria,
    Table::Judgements,
    Table::Promotions,
];

/// A level.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelCard {
    /// Which.
    pub id: CareerLevelId,
    /// The name.
    pub name: String,
    /// Its criteria in words.
    pub criteria: Vec<(CareerCriterionId, String)>,
    /// Whether it is the first and whether it is the last.
    pub ends: (bool, bool),
}

/// Somebody on the ladder.
#[derive(Clone, Debug, PartialEq)]
pub struct StandingLine {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The present level and the next.
    pub note: String,
    /// How many criteria are met; empty where there are none to meet.
    pub standing: String,
    /// Whether they are ready; none where there is no next level with criteria.
    pub verdict: Option<Verdict>,
}

/// The ladder and who stands where.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LadderView {
    /// How many are ready.
    pub headline: String,
    /// The levels, from the lowest.
    pub levels: Vec<LevelCard>,
    /// People by name.
    pub people: Vec<StandingLine>,
}

/// The ladder and who stands where.
pub fn ladder_view(workspace: &Workspace, lang: Lang, today: Day) -> LadderView {
    let all = ladder(workspace);
    let words = |(id, it): (CareerCriterionId, &CareerCriterion)| (id, criterion_words(lang, it));
    let levels: Vec<LevelCard> = all
        .iter()
        .enumerate()
        .map(|(place, (id, level))| LevelCard {
            id: *id,
            name: level.name.clone(),
            criteria: criteria_of(workspace, *id).into_iter().map(words).collect(),
            ends: (place == 0, place + 1 == all.len()),
        })
        .collect();
    let there = workspace.people.iter().filter(|(_, it)| it.is_active(today));
    let mut people: Vec<StandingLine> =
        there.map(|(id, it)| standing(workspace, lang, today, (id, it))).collect();
    arrange::by_cached_key(&mut people, |it| NameOrder::of(&it.name));
    let ready = people.iter().filter(|it| it.verdict == Some(Verdict::Met)).count();
    LadderView {
        headline: match levels.is_empty() {
            true => lang.career_headline_empty().to_owned(),
            false => lang.career_headline(&format::count(lang, ready as u64)),
        },
        levels,
        people,
    }
}

fn standing(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    (person, it): (PersonId, &Person),
) -> StandingLine {
    let found = ready(workspace, person, today);
    let name = |id: Option<CareerLevelId>| workspace.career_levels.find(id).map(|it| &it.name);
    let present = match name(found.level) {
        Some(level) => lang.career_on(level),
        None => lang.career_on_none().to_owned(),
    };
    let next = match name(found.next) {
        Some(level) => lang.career_next(level),
        None if found.level.is_some() => lang.career_top().to_owned(),
        None => String::new(),
    };
    let parts = [present, next].into_iter().filter(|it| !it.is_empty());
    let count = |n: usize| format::count(lang, n as u64);
    let (met, of) = (found.count(Verdict::Met), found.readings.len());
    let verdict = if found.readings.is_empty() {
        None
    } else if found.is_ready() {
        Some(Verdict::Met)
    } else if found.count(Verdict::NotMet) != 0 {
        Some(Verdict::NotMet)
    } else {
        Some(Verdict::CannotTell)
    };
    StandingLine {
        person,
        name: it.name.clone(),
        note: parts.collect::<Vec<_>>().join(" · "),
        standing: match of {
            0 => String::new(),
            of => lang.career_standing(
                &count(met),
                &count(of),
                &count(found.count(Verdict::CannotTell)),
            ),
        },
        verdict,
    }
}

#[cfg(test)]
mod tests;

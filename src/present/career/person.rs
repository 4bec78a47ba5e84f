//! How far one person is from the next level, criterion by criterion, with the figures.

use super::words::{criterion_words, evidence_words, unknown_words};
use crate::domain::calendar::Day;
use crate::domain::career::{
    CareerCriterion, CareerFigure, Promotion, Reading, Verdict, ladder, promotions_of, ready,
};
use crate::domain::id::{CareerCriterionId, CareerLevelId, PersonId, PromotionId, TrainingId};
use crate::domain::reward::{Training, trainings_of};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::{format, rewards};

/// A criterion as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionLine {
    /// Which.
    pub id: CareerCriterionId,
    /// What has to be met.
    pub words: String,
    /// What is said of it.
    pub verdict: Verdict,
    /// The figures, and the days they are over.
    pub evidence: String,
    /// How much is missing, or why nobody can tell.
    pub note: String,
    /// Whether the manager judges it.
    pub judged: bool,
    /// What it is read from; none where another version knows.
    pub figure: Option<CareerFigure>,
}

/// A promotion.
#[derive(Clone, Debug, PartialEq)]
pub struct PromotionLine {
    /// Which.
    pub id: PromotionId,
    /// To which level.
    pub level: String,
    /// The day, and how many criteria were met then.
    pub note: String,
    /// Why.
    pub reason: String,
}

/// A training.
#[derive(Clone, Debug, PartialEq)]
pub struct TrainingLine {
    /// Which.
    pub id: TrainingId,
    /// Its name.
    pub name: String,
    /// The day, and whether it was a reward.
    pub note: String,
    /// Whether it was written down by hand.
    pub by_hand: bool,
}

/// How far one person is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CareerView {
    /// The present level, and how far it is to the next.
    pub sentences: Vec<String>,
    /// The next level; none on top of the ladder.
    pub next: Option<CareerLevelId>,
    /// The criteria of the next level.
    pub criteria: Vec<CriterionLine>,
    /// The promotions, the latest first.
    pub promotions: Vec<PromotionLine>,
    /// The trainings, the latest first.
    pub trainings: Vec<TrainingLine>,
    /// The levels, from the lowest.
    pub levels: Vec<(CareerLevelId, String)>,
}

/// How far one person is on a day.
pub fn career_view(workspace: &Workspace, lang: Lang, today: Day, person: PersonId) -> CareerView {
    let found = ready(workspace, person, today);
    let name = |id: Option<CareerLevelId>| workspace.career_levels.find(id).map(|it| &*it.name);
    let count = |n: usize| format::count(lang, n as u64);
    let mut sentences = Vec::new();
    match (name(found.level), found.since) {
        (Some(level), Some(day)) => {
            sentences.push(lang.career_since(level, &format::day(lang, day)));
        }
        _ if workspace.career_levels.is_empty() => {
            sentences.push(lang.career_no_ladder().to_owned());
        }
        _ => sentences.push(lang.career_on_none().to_owned()),
    }
    if let Some(level) = name(found.next).filter(|_| !found.readings.is_empty()) {
        let (met, of) = (found.count(Verdict::Met), found.readings.len());
        let unknown = found.count(Verdict::CannotTell);
        match found.is_ready() {
            true => sentences.push(lang.career_is_ready(level)),
            false => sentences.push(lang.career_far(level, &count(met), &count(of))),
        }
        if unknown != 0 {
            sentences.push(lang.career_far_unknown(&count(unknown)));
        }
    }
    let line = |(id, it, reading): &(CareerCriterionId, CareerCriterion, Reading)| {
        criterion_line(lang, *id, it, reading)
    };
    let promotion = |(id, it): (PromotionId, &Promotion)| PromotionLine {
        id,
        level: name(it.level).unwrap_or(lang.promotion_level_gone()).to_owned(),
        note: lang.promotion_line(
            &it.on.map(|it| format::day(lang, it)).unwrap_or_default(),
            &rewards::points_of(lang, it.met.into()),
            &rewards::points_of(lang, it.of.into()),
        ),
        reason: it.reason.clone(),
    };
    let levels = ladder(workspace).into_iter().map(|(id, it)| (id, it.name.clone()));
    CareerView {
        sentences,
        next: found.next,
        criteria: found.readings.iter().map(line).collect(),
        promotions: promotions_of(workspace, person).into_iter().map(promotion).collect(),
        trainings: trainings_of(workspace, person)
            .into_iter()
            .map(|(id, it)| training_line(lang, id, it))
            .collect(),
        levels: levels.collect(),
    }
}

fn criterion_line(
    lang: Lang,
    id: CareerCriterionId,
    it: &CareerCriterion,
    reading: &Reading,
) -> CriterionLine {
    let days = reading.days.map(|days| {
        lang.career_days(&format::day(lang, days.first), &format::day(lang, days.last))
    });
    let judged = it.figure == Some(CareerFigure::Judged);
    let figures = Some(evidence_words(lang, reading)).filter(|it| !it.is_empty());
    let parts = [figures, days].into_iter().flatten();
    let missing = match reading.missing {
        0 => String::new(),
        more => lang.career_missing(&rewards::points_of(lang, more.into())),
    };
    CriterionLine {
        id,
        words: criterion_words(lang, it),
        verdict: reading.verdict,
        evidence: parts.collect::<Vec<_>>().join(" · "),
        note: reading.unknown.map_or(missing, |why| unknown_words(lang, why)),
        judged,
        figure: it.figure,
    }
}

fn training_line(lang: Lang, id: TrainingId, it: &Training) -> TrainingLine {
    let day = it.on.map(|it| format::day(lang, it));
    let reward = it.redemption.map(|_| lang.training_reward().to_owned());
    TrainingLine {
        id,
        name: it.name.clone(),
        note: day.into_iter().chain(reward).collect::<Vec<_>>().join(" · "),
        by_hand: it.redemption.is_none(),
    }
}

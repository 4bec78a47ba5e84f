//! Answers of quarters, products and people beside each other, where the numbers allow it.
//!
//! Each group is compared with all the others by rank sums, and all comparisons that are made
//! together are corrected together (see [`crate::domain::contrast`]), so a small group is called
//! neither good nor bad.

use std::collections::BTreeMap;

use super::results::{figure, tally};
use crate::domain::contrast::{LEVEL, corrected, rank_chance};
use crate::domain::id::{RecordId, SurveyId};
use crate::domain::survey::{Answer, SurveyReply, replies_to};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// By what answers are put into groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CompareBy {
    /// The quarter of the answer.
    #[default]
    Quarter,
    /// The product of the deal.
    Product,
    /// Who worked on the deal.
    Person,
}

/// A group.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedRow {
    /// Its name.
    pub name: String,
    /// How many answered.
    pub answers: String,
    /// The figure; a dash where there are too few.
    pub figure: String,
    /// Its interval; empty where there are too few.
    pub interval: String,
    /// What is said of it against the rest.
    pub verdict: &'static str,
}

impl CompareBy {
    /// Every way.
    pub const ALL: [CompareBy; 3] = [CompareBy::Quarter, CompareBy::Product, CompareBy::Person];

    /// Its name in a choice.
    pub const fn as_str(self) -> &'static str {
        match self {
            CompareBy::Quarter => "quarter",
            CompareBy::Product => "product",
            CompareBy::Person => "person",
        }
    }

    /// The way of a name; the first where there is none.
    pub fn named(name: &str) -> CompareBy {
        CompareBy::ALL.into_iter().find(|it| it.as_str() == name).unwrap_or_default()
    }
}

/// Groups in order of their names; quarters in order of time; those that are not known last.
type Key = (bool, String, Option<RecordId>);

/// The answers to a question by group; nothing where it has no scale.
pub fn compared(
    workspace: &Workspace,
    lang: Lang,
    id: SurveyId,
    place: usize,
    by: CompareBy,
) -> Vec<ComparedRow> {
    let question = workspace.surveys.get(id).and_then(|it| it.questions.get(place));
    let Some(scale) = question.and_then(|it| it.scale()) else { return Vec::new() };
    let mut groups: BTreeMap<Key, (String, Vec<&SurveyReply>)> = BTreeMap::new();
    for (_, reply) in replies_to(workspace, id) {
        let (key, name) = group(workspace, lang, reply, by);
        groups.entry(key).or_insert_with(|| (name, Vec::new())).1.push(reply);
    }
    let steps = |replies: &[&SurveyReply]| -> Vec<i64> {
        let step = |it: &&SurveyReply| match it.answers.get(place) {
            Some(Answer::Number(step)) if scale.holds(*step) => Some(*step),
            _ => None,
        };
        replies.iter().filter_map(step).collect()
    };
    let all: Vec<Vec<i64>> = groups.values().map(|(_, it)| steps(it)).collect();
    let rest = |own: usize| -> Vec<i64> {
        all.iter().enumerate().filter(|(it, _)| *it != own).flat_map(|(_, it)| it.clone()).collect()
    };
    let chances: Vec<Option<f64>> =
        (0..all.len()).map(|own| rank_chance(&all[own], &rest(own))).collect();
    let mut fair = corrected(&chances.iter().flatten().copied().collect::<Vec<_>>()).into_iter();
    let rows =
        groups.into_values().zip(chances).enumerate().map(|(own, ((name, replies), chance))| {
            let score = tally(scale, place, replies.iter().copied()).score();
            let settled = score.filter(|it| it.is_settled(scale));
            let words = |value| figure(lang, scale, value);
            let verdict = match chance.and_then(|_| fair.next()) {
                None => lang.survey_cannot_tell(),
                Some(chance) if LEVEL <= chance => lang.survey_alike(),
                Some(_) if mean(&rest(own)) < mean(&all[own]) => lang.survey_higher(),
                Some(_) => lang.survey_lower(),
            };
            ComparedRow {
                name,
                answers: format::count(lang, all[own].len() as u64),
                figure: settled.map_or_else(|| "–".to_owned(), |it| words(it.value)),
                interval: settled
                    .map(|it| [words(it.low), words(it.high)].join(" – "))
                    .unwrap_or_default(),
                verdict,
            }
        });
    rows.collect()
}

fn mean(values: &[i64]) -> f64 {
    values.iter().sum::<i64>() as f64 / values.len().max(1) as f64
}

fn group(workspace: &Workspace, lang: Lang, reply: &SurveyReply, by: CompareBy) -> (Key, String) {
    let lead = workspace.leads.find(reply.lead);
    let known: Option<(String, String, Option<RecordId>)> = match by {
        CompareBy::Quarter => reply.on.map(|day| {
            let quarter = workspace.settings().fiscal_start().quarter_of(day);
            (quarter.to_string(), format::period(lang, quarter), None)
        }),
        CompareBy::Product => lead.and_then(|it| it.product).and_then(|id| {
            let name = workspace.products.get(id)?.name.clone();
            Some((name.clone(), name, Some(id.into())))
        }),
        CompareBy::Person => lead.and_then(|it| it.owner).and_then(|id| {
            let name = workspace.people.get(id)?.name.clone();
            Some((name.clone(), name, Some(id.into())))
        }),
    };
    match known {
        Some((order, name, id)) => ((false, order, id), name),
        None => ((true, String::new(), None), lang.survey_without().to_owned()),
    }
}

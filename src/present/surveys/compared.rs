//! Answers of quarters, products and people beside each other, where the numbers allow it.
//!
//! Each group is compared with all answers that are not in it by rank sums, and all comparisons that
//! are made together are corrected together (see [`crate::domain::contrast`]), so a small group is
//! called neither good nor bad. An answer about a deal with several products is in the group of each.

use std::collections::{BTreeMap, BTreeSet};

use super::results::{figure, tally};
use crate::domain::contrast::{LEVEL, corrected, rank_chance};
use crate::domain::id::{PersonId, ProductId, RecordId, SurveyId};
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
    /// The products of the deal, each of them.
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
    let replies = replies_to(workspace, id);
    let mut groups: BTreeMap<Key, (String, BTreeSet<usize>)> = BTreeMap::new();
    for (nth, (_, reply)) in replies.iter().enumerate() {
        for (key, name) in groups_of(workspace, lang, reply, by) {
            groups.entry(key).or_insert_with(|| (name, BTreeSet::new())).1.insert(nth);
        }
    }
    let step = |reply: &SurveyReply| match reply.answers.get(place) {
        Some(Answer::Number(step)) if scale.holds(*step) => Some(*step),
        _ => None,
    };
    let split = |(_, own): &(String, BTreeSet<usize>)| {
        let (mut within, mut rest) = (Vec::new(), Vec::new());
        for (nth, (_, reply)) in replies.iter().enumerate() {
            let side = if own.contains(&nth) { &mut within } else { &mut rest };
            side.extend(step(reply));
        }
        (within, rest)
    };
    let all: Vec<(Vec<i64>, Vec<i64>)> = groups.values().map(split).collect();
    let chances: Vec<Option<f64>> = all.iter().map(|(own, rest)| rank_chance(own, rest)).collect();
    let mut fair = corrected(&chances.iter().flatten().copied().collect::<Vec<_>>()).into_iter();
    let rows = groups.into_values().zip(chances).zip(&all).map(
        |(((name, own), chance), (steps, rest))| {
            let score = tally(scale, place, own.iter().map(|it| replies[*it].1)).score();
            let settled = score.filter(|it| it.is_settled(scale));
            let words = |value| figure(lang, scale, value);
            let verdict = match chance.and_then(|_| fair.next()) {
                None => lang.survey_cannot_tell(),
                Some(chance) if LEVEL <= chance => lang.survey_alike(),
                Some(_) if mean(rest) < mean(steps) => lang.survey_higher(),
                Some(_) => lang.survey_lower(),
            };
            ComparedRow {
                name,
                answers: format::count(lang, steps.len() as u64),
                figure: settled.map_or_else(|| "–".to_owned(), |it| words(it.value)),
                interval: settled
                    .map(|it| [words(it.low), words(it.high)].join(" – "))
                    .unwrap_or_default(),
                verdict,
            }
        },
    );
    rows.collect()
}

fn mean(values: &[i64]) -> f64 {
    values.iter().sum::<i64>() as f64 / values.len().max(1) as f64
}

/// The groups that a reply is in, each with its name: of several products several, else one.
fn groups_of(
    workspace: &Workspace,
    lang: Lang,
    reply: &SurveyReply,
    by: CompareBy,
) -> Vec<(Key, String)> {
    let lead = workspace.leads.find(reply.lead);
    let named = |name: &str, id: RecordId| ((false, name.to_owned(), Some(id)), name.to_owned());
    let known: Vec<(Key, String)> = match by {
        CompareBy::Quarter => Vec::from_iter(reply.on.map(|day| {
            let quarter = workspace.settings().fiscal_start().quarter_of(day);
            ((false, quarter.to_string(), None), format::period(lang, quarter))
        })),
        CompareBy::Product => {
            let products = lead.map(|it| it.products()).unwrap_or_default();
            let product = |id: ProductId| Some(named(&workspace.products.get(id)?.name, id.into()));
            products.into_iter().filter_map(product).collect()
        }
        CompareBy::Person => {
            let person = |id: PersonId| Some(named(&workspace.people.get(id)?.name, id.into()));
            lead.and_then(|it| it.owner).and_then(person).into_iter().collect()
        }
    };
    match known.is_empty() {
        true => vec![((true, String::new(), None), lang.survey_without().to_owned())],
        false => known,
    }
}

//! Books before and after an assignment: person by person, and how even they are.

use super::format;
use super::name_order::NameOrder;
use crate::domain::arrange;
use crate::domain::assignment::books::{Book, books, unevenness};
use crate::domain::assignment::propose::Proposal;
use crate::domain::id::{LeadId, PersonId};
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;

/// A person's book before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct AssignShare {
    /// Who.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// How many more leads could come, and how many tasks come.
    pub note: String,
    /// The open leads: "4 → 6", or "4" where nothing changes.
    pub leads: String,
    /// What they will bring in, as it is now.
    pub before: String,
    /// The same with what is proposed.
    pub after: String,
    /// What comes or goes: "+$34.4K".
    pub change: String,
    /// Where the book is another now: as a share of the fullest one, 0 to 1.
    pub share_before: Option<f64>,
    /// The book then as a share of the fullest one, 0 to 1.
    pub share_after: f64,
}

/// What all books together say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssignBooks {
    /// The people who take part or whose book changes, by name.
    pub shares: Vec<AssignShare>,
    /// How even the books are before and after; empty where that says nothing.
    pub even: String,
    /// Who would have more leads than their own limit, and how many more; empty for nobody.
    pub beyond: String,
}

/// The books, given who shall have each lead; `doers` gets what else waits for a leaver.
pub(super) fn assign_books(
    workspace: &Workspace,
    lang: Lang,
    proposal: &Proposal,
    owners: &[(LeadId, Option<PersonId>)],
    doers: &[PersonId],
) -> AssignBooks {
    let survey = &proposal.survey;
    let books = books(workspace, survey, owners.iter().map(|(_, owner)| *owner));
    let fullest = books.iter().map(|it| it.before.value.max(it.after.value)).max();
    let fullest = fullest.unwrap_or(0).max(1) as f64;
    let home = workspace.settings().currency();
    let shown = (0..survey.people.len())
        .filter(|it| survey.takes_part(*it) || books[*it].before != books[*it].after);
    let share = |place: usize| {
        let (id, book) = (survey.people[place], &books[place]);
        let tasks = doers.iter().filter(|it| **it == id).count();
        let room = survey.takes_part(place).then(|| {
            let room = u64::from(survey.room(place));
            match book.given.checked_sub(room) {
                Some(beyond @ 1..) => lang.assign_beyond(&format::count(lang, beyond)),
                _ => lang.assign_places(&format::count(lang, room - book.given)),
            }
        });
        let tasks = (tasks != 0).then(|| lang.assign_tasks(&format::count(lang, tasks as u64)));
        let note: Vec<String> = room.into_iter().chain(tasks).collect();
        let worth = |value| format::money_compact(lang, Money::new(value, home));
        AssignShare {
            id,
            name: workspace.people.get(id).map(|it| it.name.clone()).unwrap_or_default(),
            note: note.join(" · "),
            leads: leads_then(lang, book),
            before: worth(book.before.value),
            after: worth(book.after.value),
            change: match book.after.value.saturating_sub(book.before.value) {
                0 => "–".to_owned(),
                less @ ..0 => worth(less),
                more => ["+", &worth(more)].concat(),
            },
            share_before: (book.before.value != book.after.value)
                .then_some(book.before.value as f64 / fullest),
            share_after: book.after.value as f64 / fullest,
        }
    };
    let mut shares: Vec<AssignShare> = shown.map(share).collect();
    arrange::by_cached_key(&mut shares, |it| NameOrder::of(&it.name));
    AssignBooks {
        shares,
        even: even(lang, proposal, &books),
        beyond: beyond(workspace, lang, proposal, &books),
    }
}

/// Who would have more than their own limit. Nobody has a fair share of their own to keep to.
fn beyond(workspace: &Workspace, lang: Lang, proposal: &Proposal, books: &[Book]) -> String {
    let survey = &proposal.survey;
    let more = |place: usize| books[place].given.saturating_sub(u64::from(survey.room(place)));
    let people = (0..survey.people.len())
        .filter(|it| survey.takes_part(*it) && !survey.has_fair_share(*it) && more(*it) != 0);
    let mut names: Vec<String> = people
        .filter_map(|it| {
            let name = &workspace.people.get(survey.people[it])?.name;
            Some(lang.assign_beyond_who(name, &format::count(lang, more(it))))
        })
        .collect();
    arrange::by_cached_key(&mut names, |it| NameOrder::of(it));
    names.join(lang.list_comma())
}

fn leads_then(lang: Lang, book: &Book) -> String {
    let [before, after] = [book.before, book.after].map(|it| format::count(lang, it.leads));
    if before == after { before } else { [before, after].join(" → ") }
}

/// How far the books of those who take part lie from their average, before and after.
fn even(lang: Lang, proposal: &Proposal, books: &[Book]) -> String {
    let taking_part = || {
        books.iter().enumerate().filter(|(it, _)| proposal.survey.takes_part(*it)).map(|it| it.1)
    };
    let before: Vec<i64> = taking_part().map(|it| it.before.value).collect();
    let after: Vec<i64> = taking_part().map(|it| it.after.value).collect();
    let said = |values: &[i64]| unevenness(values).map(|it| format::percent(lang, it));
    match (said(&before), said(&after)) {
        (Some(before), Some(after)) if before == after => lang.assign_even_same(&after),
        (Some(before), Some(after)) => lang.assign_even(&before, &after),
        (None, Some(after)) => lang.assign_even_after(&after),
        _ => String::new(),
    }
}

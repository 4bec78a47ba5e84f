//! The draft as it is shown: who takes part, whose turn it is, what fits, and how even it is.

mod set_up;
#[cfg(test)]
mod tests;

pub use set_up::{DraftPlan, LastDraft, SetUpPerson, SetUpView, last_draft, set_up};

use std::sync::Arc;

use super::assign::TABLES;
use super::barrier::barred;
use super::bulk::leads_in_words;
use super::format;
use crate::domain::apply::{lead_about, lead_heading};
use crate::domain::assignment::books::Book;
use crate::domain::assignment::equity::{Equity, places};
use crate::domain::assignment::fit::Survey;
use crate::domain::assignment::pool::Pool;
use crate::domain::calendar::Day;
use crate::domain::draft::clock::Left;
use crate::domain::draft::{Draft, Hindrance, Offer, Standing, running, settled, turns};
use crate::domain::id::{DraftId, LeadId, PersonId};
use crate::domain::money::Money;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// The tables that a deal is read from: those that the rules look at, and that of drafts.
pub fn deal_tables() -> Vec<Table> {
    [&TABLES[..], &[Table::Drafts]].concat()
}

/// How many turns ahead are told.
const AHEAD: usize = 5;

/// The draft that is underway, with what the rules look at. It stays the same from turn to turn.
#[derive(Clone, Debug, PartialEq)]
pub struct Deal {
    /// Which draft.
    pub id: DraftId,
    /// What was agreed.
    pub draft: Draft,
    /// The leads and the people.
    pub survey: Arc<Survey>,
}

/// The draft that is underway.
pub fn deal(workspace: &Workspace, today: Day) -> Option<Deal> {
    let (id, draft) = running(workspace)?;
    let survey = Arc::new(draft.survey(workspace, today));
    Some(Deal { id, draft: draft.clone(), survey })
}

impl Deal {
    /// How it stands.
    pub fn standing(&self, workspace: &Workspace) -> Standing {
        let taken = turns(workspace, self.id);
        Standing::new(&self.survey, &self.draft, taken.iter().map(|(_, it)| *it))
    }
}

/// Whose turn it is.
#[derive(Clone, Debug, PartialEq)]
pub struct OnTurn {
    /// The number of the turn.
    pub number: i64,
    /// Who.
    pub name: String,
    /// Which round and turn it is.
    pub place: String,
}

/// A person's part of what is dealt.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareRow {
    /// Who.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// How many leads they have picked.
    pub picked: String,
    /// How many more they can take.
    pub room: String,
    /// What their open leads bring in on average, with what they picked.
    pub book: String,
    /// The same against their fair share, in words; empty where they have no place.
    pub of_share: String,
    /// The same as a bar, 0 to 1: the fullest against its fair share fills it.
    pub share: f64,
    /// Where a fair share stands on that bar, 0 to 1.
    pub fair: f64,
    /// Whether it is their turn.
    pub is_on_turn: bool,
}

/// A draft as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftView {
    /// Whose turn it is; nobody's where nobody can pick any more.
    pub on_turn: Option<OnTurn>,
    /// Who is passed over before, and why: a sentence each.
    pub passed_over: Vec<String>,
    /// Who comes next.
    pub next: Vec<String>,
    /// How many leads are left, in words.
    pub left: String,
    /// Why nobody can pick any more; empty while somebody can.
    pub over: String,
    /// How many leads were picked.
    pub picked: usize,
    /// Whether a turn was taken that can be taken back.
    pub has_turns: bool,
    /// How many seconds a turn may take.
    pub seconds: Option<u64>,
    /// Everybody's part, in the order of the first round.
    pub shares: Vec<ShareRow>,
    /// How even the books are, in one sentence.
    pub even: String,
    /// Whether leads of people are dealt afresh, which stay with whom they are until they are picked.
    pub is_afresh: bool,
}

/// A draft as it stands.
pub fn draft_view(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    deal: &Deal,
    standing: &Standing,
) -> DraftView {
    let survey = &*deal.survey;
    let name = |person: usize| name_of(workspace, survey.people[person]);
    let turn = standing.turn();
    let passed = standing.passed_over().into_iter();
    let number = |it: usize| format::count(lang, it as u64 + 1);
    let is_empty = standing.left().next().is_none();
    let books = standing.books(workspace, survey);
    let fair = Fair::new(workspace, survey, standing, &books);
    DraftView {
        on_turn: turn.map(|it| OnTurn {
            number: it.number as i64,
            name: name(it.person),
            place: lang.draft_round(&number(standing.round(it.number)), &number(it.number)),
        }),
        passed_over: match is_empty {
            true => Vec::new(),
            false => passed.map(|(it, why)| passed_words(lang, today, &name(it), why)).collect(),
        },
        next: standing.upcoming(survey, AHEAD).into_iter().map(|it| name(it.person)).collect(),
        left: lang.draft_left(&leads_in_words(lang, standing.left().count())),
        over: match (turn, is_empty) {
            (Some(_), _) => String::new(),
            (None, true) => lang.draft_over_no_leads().to_owned(),
            (None, false) => lang.draft_over_reasons().to_owned(),
        },
        picked: standing.picked(),
        has_turns: 0 < standing.next(),
        seconds: deal.draft.seconds.and_then(|it| u64::try_from(it).ok()),
        shares: shares(workspace, lang, survey, standing, &fair),
        even: even(workspace, lang, survey, standing, &fair),
        is_afresh: deal.draft.pool() != Pool::Free,
    }
}

fn name_of(workspace: &Workspace, id: PersonId) -> String {
    workspace.people.get(id).map(|it| it.name.clone()).unwrap_or_default()
}

fn passed_words(lang: Lang, today: Day, name: &str, why: Hindrance) -> String {
    match why {
        Hindrance::Full => lang.draft_passed_full(name),
        Hindrance::NothingAllowed => lang.draft_passed_rules(name),
        Hindrance::Barrier(it) => lang.draft_passed_why(name, &barred(lang, it, today)),
    }
}

fn shares(
    workspace: &Workspace,
    lang: Lang,
    survey: &Survey,
    standing: &Standing,
    fair: &Fair,
) -> Vec<ShareRow> {
    let home = workspace.settings().currency();
    let on_turn = standing.turn().map(|it| it.person);
    let most = fair.now.of_share.iter().flatten().copied().max().unwrap_or(0).max(FAIR) as f64;
    let row = |(place, person): (usize, usize)| ShareRow {
        id: survey.people[person],
        name: name_of(workspace, survey.people[person]),
        picked: format::count(lang, standing.count(person).into()),
        room: format::count(lang, standing.room(survey, person).into()),
        book: format::money_compact(lang, Money::new(fair.books[place], home)),
        of_share: match fair.now.of_share[place] {
            Some(share) => lang.draft_of_share(&format::percent(lang, share)),
            None => String::new(),
        },
        share: fair.now.of_share[place].unwrap_or(0) as f64 / most,
        fair: FAIR as f64 / most,
        is_on_turn: on_turn == Some(person),
    };
    standing.people().enumerate().map(row).collect()
}

/// A fair share, in thousandths of itself.
const FAIR: i64 = 1_000;

/// Books of those who take part against their fair shares, seat by seat.
struct Fair {
    /// What they have with what was picked.
    books: Vec<i64>,
    before: Equity,
    now: Equity,
}

impl Fair {
    /// Places are shared out among the open leads of those who take part and those that are dealt:
    /// they stay the same from turn to turn.
    fn new(workspace: &Workspace, survey: &Survey, standing: &Standing, books: &[Book]) -> Fair {
        let people: Vec<usize> = standing.people().collect();
        let limit = |it: &usize| workspace.people.get(survey.people[*it])?.capacity;
        let limits: Vec<Option<i64>> = people.iter().map(limit).collect();
        let owner = |id: &LeadId| workspace.leads.get(*id).and_then(|it| it.owner);
        let is_theirs = |id: &&LeadId| {
            owner(id).is_some_and(|it| people.iter().any(|at| survey.people[*at] == it))
        };
        let dealt = survey.leads.len() - survey.leads.iter().filter(is_theirs).count();
        let held: u64 = people.iter().map(|it| books[*it].before.leads).sum();
        let places = places(&limits, held as i64 + dealt as i64);
        let values = |read: fn(&Book) -> i64| people.iter().map(|it| read(&books[*it])).collect();
        let (before, books): (Vec<i64>, Vec<i64>) =
            (values(|it| it.before.value), values(|it| it.after.value));
        Fair { before: Equity::of(&before, &places), now: Equity::of(&books, &places), books }
    }
}

/// How fair the books are, in one sentence; nothing to say of one person.
fn even(
    workspace: &Workspace,
    lang: Lang,
    survey: &Survey,
    standing: &Standing,
    fair: &Fair,
) -> String {
    if standing.people().count() < 2 {
        return String::new();
    }
    let shares = standing.people().zip(&fair.now.of_share);
    let known = shares.filter_map(|(person, share)| Some((person, (*share)?)));
    let poor = known.min_by_key(|it| it.1);
    let (Some(now), Some((poor, least))) = (fair.now.off, poor) else {
        return lang.draft_even_none().to_owned();
    };
    let (now, least) = (format::percent(lang, now), format::percent(lang, least));
    let before = fair.before.off.map(|it| format::percent(lang, it)).filter(|it| *it != now);
    let name = name_of(workspace, survey.people[poor]);
    match before {
        Some(before) => lang.draft_even(&now, &before, &name, &least),
        None => lang.draft_even_now(&now, &name, &least),
    }
}

/// A lead that is left, as it suits the person on turn.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferRow {
    /// Which lead.
    pub id: LeadId,
    /// The customer, or what it is about where it has none.
    pub title: String,
    /// What it is about beside the customer.
    pub about: String,
    /// What it brings in on average, or its amount where that is of another currency.
    pub expected: String,
    /// The points of the pair; empty where a rule forbids it.
    pub points: String,
    /// What forbids it; empty where nothing does.
    pub reason: String,
}

/// One row of the leads that are left.
pub fn offer_row(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    survey: &Survey,
    offer: &Offer,
) -> OfferRow {
    let id = survey.leads[offer.lead];
    let lead = workspace.leads.get(id);
    let home = workspace.settings().currency();
    let amount = lead.and_then(|it| it.amount);
    let expected = match amount {
        None => String::new(),
        Some(amount) if amount.currency != home => format::money_compact(lang, amount),
        Some(_) => format::money_compact(lang, Money::new(survey.expected(offer.lead), home)),
    };
    let points = offer.fit.map(|it| format::count(lang, it.total.max(0) as u64));
    OfferRow {
        id,
        title: lead.map(|it| lead_heading(workspace, it)).unwrap_or_default(),
        about: lead.map(|it| lead_about(workspace, it)).unwrap_or_default(),
        expected,
        points: points.unwrap_or_default(),
        reason: offer.fit.err().map(|it| barred(lang, it, today)).unwrap_or_default(),
    }
}

/// What finishing a draft would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ending {
    /// How many leads would change hands, in words.
    pub leads: String,
    /// That, and what stays, in sentences.
    pub sentences: Vec<String>,
}

/// What finishing a draft would do.
pub fn ending(workspace: &Workspace, lang: Lang, today: Day, deal: &Deal) -> Ending {
    let settled = settled(workspace, deal.id, today);
    let leads = leads_in_words(lang, settled.moves.len());
    let left = deal.survey.leads.len() - settled.moves.len() - settled.kept;
    let beyond: Vec<String> = settled
        .beyond
        .iter()
        .map(|(person, leads, limit)| {
            let [leads, limit] = [leads, limit].map(|it| format::count(lang, *it));
            lang.draft_finish_of(&name_of(workspace, *person), &leads, &limit)
        })
        .collect();
    let said = |count: usize, words: fn(Lang, &str) -> String| {
        (count != 0).then(|| words(lang, &leads_in_words(lang, count)))
    };
    let people = format::count(lang, settled.getting() as u64);
    let preview = lang.draft_finish_preview(&leads, &people);
    let rest = [
        said(settled.kept, |lang, leads| lang.draft_finish_kept(leads)),
        said(left, |lang, leads| lang.draft_finish_left(leads)),
        said(settled.void, |lang, leads| lang.draft_finish_void(leads)),
    ];
    let beyond =
        (!beyond.is_empty()).then(|| lang.draft_finish_beyond(&beyond.join(lang.list_comma())));
    let sentences = std::iter::once(preview).chain(rest.into_iter().flatten()).chain(beyond);
    let sentences = sentences.collect();
    Ending { leads, sentences }
}

/// A clock as people read it: minutes and seconds, and what they mean.
pub fn clock_words(lang: Lang, left: Left) -> (String, &'static str) {
    let time = |seconds: u64| format!("{}:{:02}", seconds / 60, seconds % 60);
    match left {
        Left::Seconds(seconds) => (time(seconds), lang.draft_time_left()),
        Left::Over(seconds) => (["+", &time(seconds)].concat(), lang.draft_time_over()),
    }
}

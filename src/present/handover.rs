//! What a leaver hands over: what goes to others in one step, what stays, and what is decided by
//! hand.

use std::collections::BTreeMap;

use super::assign::{ByHand, Pool, TABLES, moves};
use super::board::{converted, converted_text, sums_text};
use super::bulk::leads_in_words;
use super::format;
use super::name_order::NameOrder;
use crate::domain::arrange;
use crate::domain::assignment::propose::Proposal;
use crate::domain::calendar::Day;
use crate::domain::handover::{WholeBook, new_doers, whole_book};
use crate::domain::id::{LeadId, PersonId};
use crate::domain::money::Sums;
use crate::domain::rates::Rates;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// The tables that a handover is foretold from.
pub fn handover_tables() -> Vec<Table> {
    let besides = [
        Table::Activities,
        Table::MeetingPoints,
        Table::Requests,
        Table::Objectives,
        Table::Cadences,
    ];
    [&TABLES[..], &besides].concat()
}

/// What a leaver hands over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handover {
    /// The whole book in sentences.
    pub book: String,
    /// What goes to others with what is proposed, and what stays; empty where nothing waits.
    pub goes: String,
    /// What the button does; empty where nothing goes.
    pub act: String,
    /// Whether something waits that goes to whoever is chosen for the rest.
    pub asks_rest: bool,
    /// What is decided by hand.
    pub by_hand: Vec<LeftOver>,
}

/// Something that is decided by hand, elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOver {
    /// What it is.
    pub what: DecidedAt,
    /// How much of it, in a sentence.
    pub words: String,
}

/// Where something is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecidedAt {
    /// Among the person's follow-ups.
    FollowUps,
    /// Among the objectives.
    Objectives,
}

/// How the leads are handed over: the proposal, where there are leads, what was chosen by hand, and
/// who takes what is about none of them.
#[derive(Clone, Copy)]
pub struct Terms<'a> {
    /// The proposal; none where the person has no open lead.
    pub proposal: Option<&'a Proposal>,
    /// What was chosen by hand.
    pub by_hand: &'a ByHand,
    /// Who takes the rest; nobody means who gets most leads.
    pub rest: Option<PersonId>,
}

/// The handover on these terms; none where nobody hands over.
pub fn handover(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    pool: Pool,
    terms: Terms<'_>,
) -> Option<Handover> {
    let person = pool.handing_over()?;
    let name = &workspace.people.get(person)?.name;
    let book = whole_book(workspace, person, today);
    let moves: Vec<(LeadId, Option<PersonId>)> =
        terms.proposal.map(|it| moves(workspace, it, terms.by_hand)).unwrap_or_default();
    let doers = new_doers(workspace, person, &moves, terms.rest);
    let tasks = doers.len();
    let stay = (book.leads.len() - moves.len().min(book.leads.len()), book.duties.len() - tasks);
    let count = |it: usize| format::count(lang, it as u64);
    let goes = match stay {
        _ if book.leads.is_empty() && book.duties.is_empty() => String::new(),
        (0, 0) => lang.handover_all(name),
        (0, tasks) => lang.handover_stays_tasks(name, &count(tasks)),
        (leads, tasks) => lang.handover_stays(name, &leads_in_words(lang, leads), &count(tasks)),
    };
    let who = tasks_by_person(workspace, lang, doers.iter().map(|(_, doer)| *doer));
    let to = (!who.is_empty()).then(|| lang.handover_tasks_to(&who));
    let goes = Some(goes).filter(|it| !it.is_empty()).into_iter().chain(to);
    let with_leads = (!moves.is_empty()).then(|| leads_in_words(lang, moves.len()));
    let with_tasks = (tasks != 0).then(|| lang.handover_tasks(&count(tasks)));
    let acts: Vec<String> = with_leads.into_iter().chain(with_tasks).collect();
    Some(Handover {
        book: book_words(workspace, lang, today, name, &book),
        goes: sentences(lang, &goes.collect::<Vec<_>>()),
        act: match acts.is_empty() {
            true => String::new(),
            false => lang.handover_act(&acts.join(" · ")),
        },
        asks_rest: !book.duties.is_empty(),
        by_hand: by_hand(lang, name, &book),
    })
}

/// Whether something waits for a person: leads, tasks, or what is decided by hand.
pub fn waits_for(workspace: &Workspace, person: PersonId, today: Day) -> bool {
    !whole_book(workspace, person, today).is_empty()
}

/// Who may take the rest: who is in the team on a day, by name.
pub fn takers(workspace: &Workspace, leaver: PersonId, today: Day) -> Vec<(PersonId, String)> {
    let here = workspace.people.iter().filter(|(id, it)| *id != leaver && it.is_active(today));
    let mut people: Vec<_> = here.map(|(id, it)| (id, it.name.clone())).collect();
    arrange::by_cached_key(&mut people, |it| NameOrder::of(&it.1));
    people
}

fn book_words(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    name: &str,
    book: &WholeBook,
) -> String {
    let count = |it: usize| format::count(lang, it as u64);
    let leads = match book.leads.len() {
        0 if book.is_empty() => return lang.handover_nothing(name),
        0 => lang.handover_no_leads(name),
        leads => {
            let leads = leads_in_words(lang, leads);
            let worth = worth(workspace, lang, today, book);
            lang.handover_book(name, &leads, &worth, &count(book.customers))
        }
    };
    let [plans, actions, requests] = book.counts();
    let parts = [
        (plans, lang.handover_plans(&count(plans))),
        (actions, lang.handover_actions(&count(actions))),
        (requests, lang.handover_requests(&count(requests))),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|it| it.0 != 0).map(|it| it.1).collect();
    match parts.is_empty() {
        true => leads,
        false => {
            let besides = lang.handover_besides(&parts.join(lang.list_comma()));
            sentences(lang, &[leads, besides])
        }
    }
}

/// Who takes how many tasks, by name.
fn tasks_by_person(
    workspace: &Workspace,
    lang: Lang,
    doers: impl Iterator<Item = PersonId>,
) -> String {
    let mut counts: BTreeMap<PersonId, u64> = BTreeMap::new();
    doers.for_each(|it| *counts.entry(it).or_default() += 1);
    let named = counts
        .into_iter()
        .filter_map(|(id, count)| Some((workspace.people.get(id)?.name.as_str(), count)));
    let mut named: Vec<(&str, u64)> = named.collect();
    arrange::by_cached_key(&mut named, |it| NameOrder::of(it.0));
    let words = named.into_iter();
    let words =
        words.map(|(name, count)| lang.handover_tasks_of(name, &format::count(lang, count)));
    words.collect::<Vec<_>>().join(lang.list_comma())
}

fn sentences(lang: Lang, sentences: &[String]) -> String {
    sentences.join(match lang {
        Lang::En => " ",
        Lang::Zh => "",
    })
}

fn worth(workspace: &Workspace, lang: Lang, today: Day, book: &WholeBook) -> String {
    let rates = Rates::on(workspace, today);
    let sums: Sums = book.amounts.iter().copied().collect();
    let worth = sums_text(lang, &sums, rates.home());
    match converted(&sums, book.amounts.iter().copied(), &rates) {
        Some(converted) => lang.handover_worth(&worth, &converted_text(lang, &converted)),
        None => worth,
    }
}

fn by_hand(lang: Lang, name: &str, book: &WholeBook) -> Vec<LeftOver> {
    let count = |it: usize| format::count(lang, it as u64);
    let rhythms = (book.rhythms != 0).then(|| LeftOver {
        what: DecidedAt::FollowUps,
        words: lang.handover_rhythms(&count(book.rhythms)),
    });
    let objectives = (book.objectives != 0).then(|| LeftOver {
        what: DecidedAt::Objectives,
        words: lang.handover_objectives(name, &count(book.objectives)),
    });
    rhythms.into_iter().chain(objectives).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::activity::Activity;
    use crate::domain::for_tests::day;
    use crate::domain::id::{ActivityId, MeetingPointId, ObjectiveId};
    use crate::domain::meeting::{MeetingPoint, PointSort};
    use crate::domain::objective::Objective;
    use crate::present::for_tests::{ANN, BOB, CY, put, team};

    /// Ann has a plan, an action and an objective, and no lead.
    fn workspace() -> Workspace {
        let mut workspace = team();
        let plan = Activity { planned: true, person: Some(ANN), ..Activity::default() };
        put(&mut workspace, ActivityId::drawn(1), &plan);
        let action = MeetingPoint {
            sort: Some(PointSort::Action),
            owner: Some(ANN),
            ..MeetingPoint::default()
        };
        put(&mut workspace, MeetingPointId::drawn(1), &action);
        put(
            &mut workspace,
            ObjectiveId::drawn(1),
            &Objective { owner: Some(ANN), ..Objective::default() },
        );
        workspace
    }

    fn said(person: PersonId, rest: Option<PersonId>, lang: Lang) -> Handover {
        let by_hand = ByHand::new();
        let terms = Terms { proposal: None, by_hand: &by_hand, rest };
        let handover = handover(&workspace(), lang, day("2026-05-01"), Pool::Of(person), terms);
        handover.expect("somebody hands over")
    }

    #[test]
    fn who_has_no_open_leads_still_hands_over_what_waits() {
        let handover = said(ANN, Some(CY), Lang::En);
        assert_eq!(
            handover.book,
            "Ann has no open leads. Also waiting: planned activities 1, actions from meetings 1."
        );
        assert_eq!(handover.act, "Hand over tasks: 2");
        let goes = "All of it goes to others. Closed leads stay with Ann. Tasks go to Cy (2).";
        assert_eq!(handover.goes, goes);
        assert_eq!(
            handover.by_hand.iter().map(|it| it.what).collect::<Vec<_>>(),
            [DecidedAt::Objectives]
        );
        assert!(handover.asks_rest);
        assert_eq!(
            said(ANN, Some(CY), Lang::Zh).book,
            "Ann没有进行中的线索。另有待交接：计划活动 1 项、会议待办 1 项。"
        );
    }

    #[test]
    fn without_somebody_to_take_it_nothing_goes_and_it_says_so() {
        let handover = said(ANN, None, Lang::En);
        assert_eq!(
            (handover.act.as_str(), handover.goes.as_str()),
            ("", "Tasks that stay with Ann: 2.")
        );
    }

    #[test]
    fn for_whom_nothing_waits_that_is_said() {
        let handover = said(BOB, None, Lang::En);
        assert_eq!(handover.book, "Nothing waits for Bob.");
        assert!(handover.act.is_empty() && !handover.asks_rest && handover.by_hand.is_empty());
        assert!(waits_for(&workspace(), ANN, day("2026-05-01")));
        assert!(!waits_for(&workspace(), BOB, day("2026-05-01")));
    }
}

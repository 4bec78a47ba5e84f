//! Thanks as they are shown: the wall, facts worth a word, who waits, the awards of a month.

mod awards;
mod contest_list;

pub use awards::{AwardLine, AwardsView, MONTHS, awards_view, last_month, months};
pub use contest_list::{ContestCard, ContestsView, PlaceRow, SHOWN_PLACES, contests_view};

use super::format;
use super::name_order::NameOrder;
use crate::domain::apply::lead_title;
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::id::{PersonId, PraiseId};
use crate::domain::thanks::{Fact, FactKind, Praise, ThanksRules, Waiting, facts, waiting, wall};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// What the page depends on.
pub const TABLES: [Table; 15] = [
    Table::Settings,
    Table::People,
    Table::Customers,
    Table::Products,
    Table::Pipelines,
    Table::Stages,
    Table::Leads,
    Table::Activities,
    Table::Rounds,
    Table::Promises,
    Table::Rates,
    Table::Praises,
    Table::ThanksRules,
    Table::Contests,
    Table::Teams,
];

/// So much praise is shown.
const SHOWN: usize = 60;
/// So many facts are shown.
const FACTS: usize = 12;
/// So many of those who wait are shown.
const WAITING: usize = 5;
/// Praise of so many days is counted at the head.
const RECENT: i64 = 30;
/// Who has had no word for so many days waits.
const LONG: i64 = 28;

/// Praise on the wall.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PraiseCard {
    /// Which.
    pub id: PraiseId,
    /// Who is thanked.
    pub to: Vec<String>,
    /// All of them, as one text.
    pub names: String,
    /// What for.
    pub text: String,
    /// The value.
    pub value: String,
    /// Who thanks, and when.
    pub note: String,
}

/// A fact that nobody has thanked for.
#[derive(Clone, Debug, PartialEq)]
pub struct FactLine {
    /// Who did it.
    pub name: String,
    /// What was done.
    pub words: String,
    /// The deal and the day.
    pub note: String,
    /// What praise for it is begun with.
    pub draft: Praise,
}

/// Somebody who waits for a word.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitingLine {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// For how long.
    pub note: String,
}

/// The wall and what everybody may see.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WallView {
    /// How much praise there was of late.
    pub headline: String,
    /// The praise, the latest first.
    pub cards: Vec<PraiseCard>,
    /// How much earlier praise is not shown; empty where all is.
    pub older: String,
    /// The values of the team.
    pub values: Vec<String>,
    /// Whether there is no celebration.
    pub quiet: bool,
    /// Who can be thanked, by name.
    pub people: Vec<(PersonId, String)>,
}

/// What the manager alone sees.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnsaidView {
    /// How many wait for long; empty where nobody does.
    pub headline: String,
    /// Facts worth a word.
    pub facts: Vec<FactLine>,
    /// Who waits longest.
    pub waiting: Vec<WaitingLine>,
}

/// The wall.
pub fn wall_view(workspace: &Workspace, lang: Lang, today: Day) -> WallView {
    let all = wall(workspace);
    let recent = all
        .iter()
        .filter(|(_, it)| it.on.is_some_and(|on| (0..RECENT).contains(&today.days_since(on))));
    let rules = rules(workspace, lang);
    WallView {
        headline: lang.thanks_headline(&format::count(lang, recent.count() as u64)),
        cards: all
            .iter()
            .take(SHOWN)
            .map(|(id, it)| card(workspace, lang, today, *id, it))
            .collect(),
        older: match all.len().saturating_sub(SHOWN) {
            0 => String::new(),
            more => lang.thanks_older(&format::count(lang, more as u64)),
        },
        values: rules.values,
        quiet: rules.quiet,
        people: people(workspace, today),
    }
}

/// What nobody has said yet, and who waits.
pub fn unsaid_view(workspace: &Workspace, lang: Lang, today: Day) -> UnsaidView {
    let waiting = waiting(workspace, today);
    let long = waiting.iter().filter(|it| it.days.is_none_or(|days| LONG <= days)).count();
    let line = |it: &Waiting| WaitingLine {
        person: it.person,
        name: name(workspace, lang, it.person),
        note: wait_words(lang, today, it),
    };
    UnsaidView {
        headline: match long {
            0 => String::new(),
            long => lang.thanks_headline_waiting(&format::count(lang, long as u64)),
        },
        facts: facts(workspace, today)
            .into_iter()
            .take(FACTS)
            .map(|it| fact_line(workspace, lang, today, it))
            .collect(),
        waiting: waiting.iter().take(WAITING).map(line).collect(),
    }
}

/// How the team thanks, with the usual values where it has set none.
pub fn rules(workspace: &Workspace, lang: Lang) -> ThanksRules {
    let mut rules = workspace.thanks_rules.get(ThanksRules::ID).cloned().unwrap_or_default();
    if rules.values.is_empty() {
        let usual =
            [lang.value_customer(), lang.value_reliable(), lang.value_team(), lang.value_learn()];
        rules.values = usual.map(str::to_owned).into();
    }
    rules
}

fn people(workspace: &Workspace, today: Day) -> Vec<(PersonId, String)> {
    let there = workspace.people.iter().filter(|(_, it)| it.is_active(today));
    let mut people: Vec<_> = there.map(|(id, it)| (id, it.name.clone())).collect();
    arrange::by_cached_key(&mut people, |(_, name)| NameOrder::of(name));
    people
}

fn name(workspace: &Workspace, lang: Lang, id: PersonId) -> String {
    let known = workspace.people.get(id).map(|it| it.name.clone());
    known.unwrap_or_else(|| lang.thanks_somebody().to_owned())
}

fn card(workspace: &Workspace, lang: Lang, today: Day, id: PraiseId, it: &Praise) -> PraiseCard {
    let to = it.to.iter().filter_map(|it| Some(workspace.people.get(*it)?.name.clone()));
    let to: Vec<String> = to.collect();
    let from = match it.from {
        Some(id) => name(workspace, lang, id),
        None => lang.thanks_manager().to_owned(),
    };
    let day = it.on.map(|on| format::day_near(lang, on, today)).unwrap_or_default();
    PraiseCard {
        id,
        names: to.join(lang.list_comma()),
        to,
        text: it.text.clone(),
        value: it.value.clone(),
        note: lang.thanks_from_on(&from, &day),
    }
}

fn fact_line(workspace: &Workspace, lang: Lang, today: Day, fact: Fact) -> FactLine {
    let words = fact_words(workspace, lang, &fact);
    let deal = fact.lead.and_then(|id| workspace.leads.get(id));
    let deal = deal.map(|it| lead_title(workspace, it));
    let day = format::day_near(lang, fact.on, today);
    let note = [deal.unwrap_or_default(), day].into_iter().filter(|it| !it.is_empty());
    let draft = Praise {
        to: vec![fact.person],
        text: words.clone(),
        fact: fact.key(),
        ..Praise::default()
    };
    FactLine {
        name: name(workspace, lang, fact.person),
        words,
        note: note.collect::<Vec<_>>().join(" · "),
        draft,
    }
}

fn fact_words(workspace: &Workspace, lang: Lang, fact: &Fact) -> String {
    match &fact.kind {
        FactKind::LongWay(days, usual) => lang.fact_long_way(&days.to_string(), &usual.to_string()),
        FactKind::FirstWin(days) => lang.fact_first_win(&days.to_string()),
        FactKind::FromPool => lang.fact_from_pool().to_owned(),
        FactKind::Helped(owner, words) => {
            lang.fact_helped(&name(workspace, lang, *owner), &format::count(lang, *words))
        }
        FactKind::KeptPromise(period) => lang.fact_kept(&format::period(lang, *period)),
    }
}

fn wait_words(lang: Lang, today: Day, it: &Waiting) -> String {
    match (it.last, it.days) {
        (Some(_), Some(0)) => lang.waiting_today().to_owned(),
        (Some(last), Some(days)) => {
            lang.waiting_since(&days.to_string(), &format::day_near(lang, last, today))
        }
        (_, Some(days)) => lang.waiting_never_since(&days.to_string()),
        (_, None) => lang.waiting_never().to_owned(),
    }
}

#[cfg(test)]
mod tests;

//! What is agreed before a draft begins: which leads, who, in which order, how long a turn is.

use super::name_of;
use crate::domain::arrange;
use crate::domain::assignment::books::books;
use crate::domain::assignment::fit::Survey;
use crate::domain::assignment::pool::Pool;
use crate::domain::calendar::Day;
use crate::domain::draft::{Draft, latest, weakest_first};
use crate::domain::id::PersonId;
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::barrier::barred;
use crate::present::bulk::leads_in_words;
use crate::present::format;
use crate::present::name_order::NameOrder;
use crate::present::pipelines::{Shift, shifted};

/// What is agreed before a draft begins.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftPlan {
    /// Which leads.
    pub pool: Pool,
    /// Everybody, in the order of the first round.
    pub order: Vec<PersonId>,
    /// Who does not take part though they could.
    pub out: Vec<PersonId>,
    /// How many seconds a turn may take; none means any number.
    pub seconds: Option<i64>,
}

impl DraftPlan {
    /// Everybody by name, the leads of nobody, a minute a turn.
    pub fn new(workspace: &Workspace) -> DraftPlan {
        let plan = DraftPlan { seconds: Some(60), ..DraftPlan::default() };
        plan.by_name(workspace)
    }

    /// Everybody by name.
    pub fn by_name(self, workspace: &Workspace) -> DraftPlan {
        let mut order: Vec<PersonId> = workspace.people.iter().map(|(id, _)| id).collect();
        arrange::by_cached_key(&mut order, |id| NameOrder::of(&name_of(workspace, *id)));
        DraftPlan { order, ..self }
    }

    /// Who has the least goes first.
    pub fn by_book(self, workspace: &Workspace, today: Day) -> DraftPlan {
        let mut order = self.order.clone();
        weakest_first(workspace, &self.survey(workspace, today), &mut order);
        DraftPlan { order, ..self }
    }

    /// Somebody goes one place up or down, past those who take no part.
    pub fn moved(self, people: &[PersonId], id: PersonId, shift: Shift) -> DraftPlan {
        let mut asked = shifted(people.to_vec(), id, shift).into_iter();
        let replaced = |it: &PersonId| match people.contains(it) {
            true => asked.next().unwrap_or(*it),
            false => *it,
        };
        let order = self.order.iter().map(replaced).collect();
        DraftPlan { order, ..self }
    }

    /// Somebody takes part, or does not.
    pub fn with(mut self, id: PersonId, takes_part: bool) -> DraftPlan {
        self.out.retain(|it| *it != id);
        if !takes_part {
            self.out.push(id);
        }
        self
    }

    /// What the rules look at, with everybody who is ticked.
    fn survey(&self, workspace: &Workspace, today: Day) -> Survey {
        Draft { people: self.ticked(), ..self.agreed() }.survey(workspace, today)
    }

    fn agreed(&self) -> Draft {
        Draft { pool: Some(self.pool), seconds: self.seconds, ..Draft::default() }
    }

    fn ticked(&self) -> Vec<PersonId> {
        self.order.iter().copied().filter(|it| !self.out.contains(it)).collect()
    }

    /// The draft that is begun: whoever is ticked and can take leads today.
    pub fn draft(&self, workspace: &Workspace, today: Day) -> Draft {
        let survey = self.survey(workspace, today);
        let can = |id: &PersonId| {
            survey.people.binary_search(id).is_ok_and(|place| survey.takes_part(place))
        };
        let people = self.ticked().into_iter().filter(can).collect();
        Draft { people, ..self.agreed() }
    }
}

/// A person who may take part.
#[derive(Clone, Debug, PartialEq)]
pub struct SetUpPerson {
    /// Who.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// What they have and can take, or why they can take nothing.
    pub note: String,
    /// Whether they take part.
    pub is_in: bool,
    /// Whether they could.
    pub can: bool,
}

/// What is shown before a draft begins.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetUpView {
    /// Those who can take leads today in their order, then the others.
    pub people: Vec<SetUpPerson>,
    /// How many leads are in, in words.
    pub leads: String,
}

/// What is shown before a draft begins.
pub fn set_up(workspace: &Workspace, lang: Lang, today: Day, plan: &DraftPlan) -> SetUpView {
    let everybody = DraftPlan { out: Vec::new(), ..plan.clone() };
    let all = everybody.survey(workspace, today);
    // Where all are ticked that is the plan's own.
    let own = (!plan.out.is_empty()).then(|| plan.survey(workspace, today));
    let survey = own.as_ref().unwrap_or(&all);
    let home = workspace.settings().currency();
    let books = books(workspace, &all, all.leads.iter().map(|_| None));
    let person = |id: &PersonId| {
        let place = all.people.binary_search(id).ok()?;
        let barrier = all.barrier(place);
        let is_in = barrier.is_none() && !plan.out.contains(id);
        let book = format::money_compact(lang, Money::new(books[place].before.value, home));
        let room = format::count(lang, survey.room(place).into());
        let note = match barrier {
            Some(barrier) => barred(lang, barrier, today),
            None if is_in => [book, lang.draft_places(&room)].join(" · "),
            None => book,
        };
        Some(SetUpPerson {
            id: *id,
            name: name_of(workspace, *id),
            note,
            is_in,
            can: barrier.is_none(),
        })
    };
    let mut people: Vec<SetUpPerson> = plan.order.iter().filter_map(person).collect();
    arrange::by_key(&mut people, |it| !it.can);
    SetUpView { people, leads: leads_in_words(lang, all.leads.len()) }
}

/// What the last draft came to.
#[derive(Clone, Debug, PartialEq)]
pub struct LastDraft {
    /// Whether it was today.
    pub is_today: bool,
    /// When it was, and how many leads were picked.
    pub sentence: String,
    /// Who got how many, and what their open leads brought in on average then.
    pub rows: Vec<(String, String, String)>,
}

/// What the last draft came to; nothing before the first.
pub fn last_draft(workspace: &Workspace, lang: Lang, today: Day) -> Option<LastDraft> {
    let (_, draft) = latest(workspace)?;
    let home = workspace.settings().currency();
    let picked: u64 = draft.shares.iter().map(|it| it.leads).sum();
    let day = draft.ended.map(|it| format::day_near(lang, it, today)).unwrap_or_default();
    // Who got nothing is not in the way of those who did.
    let rows = draft.shares.iter().filter(|it| it.leads != 0).map(|it| {
        let book = format::money_compact(lang, Money::new(it.book, home));
        (name_of(workspace, it.person), format::count(lang, it.leads), book)
    });
    Some(LastDraft {
        is_today: draft.ended == Some(today),
        sentence: lang.draft_last_sum(&day, &leads_in_words(lang, picked as usize)),
        rows: rows.collect(),
    })
}

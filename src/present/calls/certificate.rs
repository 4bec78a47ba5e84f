//! How a figure of the calls was computed, and the deals behind it.

use super::{Asked, Survey, place, words};
use crate::domain::arrange;
use crate::domain::call::{Caller, Category, past_calls};
use crate::domain::id::{LeadId, PersonId};
use crate::domain::insight::Rate;
use crate::domain::pipeline::Outcome;
use crate::domain::rates::{Conversion, Total};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::certificate::Certificate;
use crate::present::goals::{GoalsView, counts_for, won_in};
use crate::present::rates::conversion_notes;

/// A figure of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// What is won and committed.
    Landing,
    /// What the deals of one sum are worth, of everybody or of one person, who may be nobody.
    Sum(Column, Option<Option<PersonId>>),
    /// How calls of a category turned out.
    Past(Caller, Category),
}

/// What is summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What is won.
    Won,
    /// The open deals of a category; none for those without a call.
    Called(Option<Category>),
}

impl Column {
    /// All, in the order of the table.
    pub const ALL: [Column; super::SUMS] = {
        let mut all = [Column::Won; super::SUMS];
        let mut nth = 0;
        while nth < super::GROUPS.len() {
            all[nth + 1] = Column::Called(super::GROUPS[nth]);
            nth += 1;
        }
        all
    };

    /// What it is called.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Column::Won => lang.calls_won(),
            Column::Called(None) => lang.category_none(),
            Column::Called(Some(it)) => lang.category(it),
        }
    }

    fn place(self) -> usize {
        match self {
            Column::Won => 0,
            Column::Called(it) => place(it),
        }
    }
}

/// How a figure was computed; `None` outside the calendar, and where there is no such figure.
pub fn certificate(
    workspace: &Workspace,
    lang: Lang,
    asked: Asked,
    figure: Figure,
) -> Option<Certificate> {
    let goals = GoalsView::new(workspace, asked.period, asked.today)?;
    let survey = Survey::of(workspace, asked, goals.span);
    let desk = Desk { workspace, lang, asked, goals: &goals, survey: &survey };
    match figure {
        Figure::Landing => Some(desk.landing()),
        Figure::Sum(column, who) => desk.sum(column, who),
        Figure::Past(caller, category) => desk.past(caller, category),
    }
}

/// What all certificates are made from.
#[derive(Clone, Copy)]
struct Desk<'a> {
    workspace: &'a Workspace,
    lang: Lang,
    asked: Asked,
    goals: &'a GoalsView,
    survey: &'a Survey,
}

impl Desk<'_> {
    /// The first and the last day.
    fn days(self) -> [String; 2] {
        [self.goals.span.first, self.goals.span.last].map(|it| format::day(self.lang, it))
    }

    /// The leads that are summed in a column.
    fn leads(self, column: Column) -> Vec<LeadId> {
        let Desk { workspace, asked, .. } = self;
        match column {
            Column::Won => {
                let won = won_in(workspace, self.goals.span);
                let own = won.filter(|(_, it)| counts_for(workspace, it, asked.bearer));
                own.map(|(id, _)| id).collect()
            }
            Column::Called(category) => {
                let due = self.survey.due.iter();
                let own = due.filter(|it| it.1[asked.caller as usize] == category);
                own.map(|(id, ..)| *id).collect()
            }
        }
    }

    fn total(self, total: &Total) -> String {
        words::total(self.lang, total, &self.survey.rates)
    }

    fn landing(self) -> Certificate {
        let Desk { workspace, lang, asked, survey, .. } = self;
        let sums = &survey.all[asked.caller as usize];
        let commit = Column::Called(Some(Category::Commit));
        let goal = self.goals.row(asked.bearer).and_then(|it| it.quota.amount());
        let goal = goal.map(|it| (lang.goals_quota().to_owned(), format::money(lang, it)));
        let mut leads = self.leads(Column::Won);
        leads.extend(self.leads(commit));
        let order = |id: &LeadId| {
            let lead = workspace.leads.get(*id);
            let is_open = lead.is_some_and(|it| it.outcome(workspace) == Outcome::Open);
            (is_open, std::cmp::Reverse(lead.and_then(|it| it.closes)), *id)
        };
        arrange::by_key(&mut leads, order);
        let [first, last] = self.days();
        let formula = match asked.caller {
            Caller::Rep => lang.calls_formula_rep(&first, &last),
            Caller::Manager => lang.calls_formula_manager(&first, &last),
        };
        let made_of = [
            (lang.goals_won().to_owned(), self.total(&sums[0])),
            (lang.category(Category::Commit).to_owned(), self.total(&sums[commit.place()])),
        ];
        Certificate {
            title: lang.calls_head(&format::period(lang, asked.period)),
            value: words::money(lang, survey.landing(asked.caller)),
            formula,
            inputs: made_of.into_iter().chain(goal).collect(),
            notes: words::notes(lang, survey),
            leads,
        }
    }

    /// The sum of a column: that of everybody, or of whoever is named.
    fn sum(self, column: Column, who: Option<Option<PersonId>>) -> Option<Certificate> {
        let Desk { workspace, lang, asked, survey, .. } = self;
        let sums = match who {
            None => &survey.all[asked.caller as usize],
            Some(who) => survey.people.get(&who)?,
        };
        let owner = |id: &LeadId| {
            let owner = workspace.leads.get(*id).and_then(|it| it.owner);
            owner.filter(|it| workspace.people.has(*it))
        };
        let mut leads = self.leads(column);
        leads.retain(|id| who.is_none_or(|who| owner(id) == who));
        let name = who.map(|who| match who.and_then(|it| workspace.people.get(it)) {
            Some(person) => person.name.clone(),
            None => lang.calls_nobody().to_owned(),
        });
        let (rates, mut conversion) = (&survey.rates, Conversion::default());
        for id in &leads {
            if let Some(amount) = workspace.leads.get(*id).and_then(|it| it.amount) {
                conversion.take(rates, rates.home(), (*id, amount));
            }
        }
        let [first, last] = self.days();
        let period = format::period(lang, asked.period);
        let title = [column.name(lang).to_owned(), period].into_iter().chain(name);
        Some(Certificate {
            title: title.collect::<Vec<_>>().join(" · "),
            value: self.total(&sums[column.place()]),
            formula: match column {
                Column::Won => lang.calls_formula_won(&first, &last),
                Column::Called(_) => {
                    let by = lang.caller(asked.caller);
                    lang.calls_formula_sum(column.name(lang), by, &first, &last)
                }
            },
            inputs: vec![(
                lang.calls_input_deals().to_owned(),
                format::count(lang, leads.len() as u64),
            )],
            notes: conversion_notes(lang, &conversion, rates, rates.home()),
            leads,
        })
    }

    /// How calls of a category turned out; `None` without one of a quarter that is over.
    fn past(self, caller: Caller, category: Category) -> Option<Certificate> {
        let Desk { workspace, lang, asked, .. } = self;
        let counts = |lead: &_| counts_for(workspace, lead, asked.bearer);
        let calls = past_calls(workspace, caller, asked.today);
        let own = calls.filter(|it| it.category == category && counts(it.about));
        let mut found: Vec<_> = own.collect();
        arrange::by_key(&mut found, |it| (!it.is_won, it.lead));
        let won = found.iter().filter(|it| it.is_won).count() as u64;
        let rate = Rate::new(won, found.len() as u64)?;
        let count = |n: u64| format::count(lang, n);
        let (value, note) = words::rate(lang, Some(rate));
        Some(Certificate {
            title: [lang.category(category), lang.caller(caller)].join(" · "),
            value,
            formula: lang.calls_past_how().to_owned(),
            inputs: vec![
                (lang.calls_input_deals().to_owned(), count(rate.trials)),
                (lang.calls_won().to_owned(), count(won)),
                (lang.insight_interval().to_owned(), note),
            ],
            notes: Vec::new(),
            leads: found.into_iter().map(|it| it.lead).collect(),
        })
    }
}

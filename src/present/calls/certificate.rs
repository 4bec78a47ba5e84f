//! How what is won and committed was computed, and the deals behind it.

use super::{Asked, Survey, place, words};
use crate::domain::arrange;
use crate::domain::call::{Caller, Category};
use crate::domain::id::LeadId;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::certificate::Certificate;
use crate::present::goals::{GoalsView, counts_for, won_in};

/// The certificate of the one figure of the page; `None` outside the calendar.
pub fn certificate(workspace: &Workspace, lang: Lang, asked: Asked) -> Option<Certificate> {
    let goals = GoalsView::new(workspace, asked.period, asked.today)?;
    let survey = Survey::of(workspace, asked, goals.span);
    let sums = &survey.all[asked.caller as usize];
    let commit = Some(Category::Commit);
    let sum = |place: usize| words::total(lang, &sums[place], &survey.rates);
    let goal = goals.row(asked.bearer).and_then(|it| it.quota.amount());
    let goal = goal.map(|it| (lang.goals_quota().to_owned(), format::money(lang, it)));
    let won = won_in(workspace, goals.span);
    let mut leads: Vec<LeadId> = won
        .filter(|(_, lead)| counts_for(workspace, lead, asked.bearer))
        .map(|(id, _)| id)
        .collect();
    let called = survey.due.iter().filter(|it| it.1[asked.caller as usize] == commit);
    leads.extend(called.map(|(id, ..)| *id));
    let order = |id: &LeadId| {
        let lead = workspace.leads.get(*id);
        let is_open = lead.is_some_and(|it| it.outcome(workspace) == Outcome::Open);
        (is_open, std::cmp::Reverse(lead.and_then(|it| it.closes)), *id)
    };
    arrange::by_key(&mut leads, order);
    let (first, last) = (format::day(lang, goals.span.first), format::day(lang, goals.span.last));
    let formula = match asked.caller {
        Caller::Rep => lang.calls_formula_rep(&first, &last),
        Caller::Manager => lang.calls_formula_manager(&first, &last),
    };
    let made_of = [
        (lang.goals_won().to_owned(), sum(0)),
        (lang.category(Category::Commit).to_owned(), sum(place(commit))),
    ];
    Some(Certificate {
        title: lang.calls_head(&format::period(lang, asked.period)),
        value: words::money(lang, survey.landing(asked.caller)),
        formula,
        inputs: made_of.into_iter().chain(goal).collect(),
        notes: words::notes(lang, &survey),
        leads,
    })
}

//! The rules of assignment; every change is saved, the proposal follows it, and what it does is said.

use leptos::prelude::*;

use super::{Contradictions, Desk};
use crate::domain::assignment::rules::{AssignmentRules, Factor};
use crate::domain::command::Command;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::assign_rules::{Before, consequence};
use crate::runtime::app::{App, use_app};
use crate::runtime::assigning::Assigning;
use crate::ui::{CheckField, Choice, Dialog, SegmentedField};

/// The dialog with the rules.
#[component]
pub(super) fn RulesDialog(
    desk: Desk,
    /// Who had which lead when the dialog opened.
    before: RwSignal<Before>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let rules = Memo::new(move |_| {
        app.view(&[Table::AssignmentRules], |it| {
            it.assignment_rules.get(AssignmentRules::ID).cloned().unwrap_or_default()
        })
    });
    let must = move |label: fn(Lang) -> &'static str,
                     slot: fn(&mut AssignmentRules) -> &mut bool| {
        let change = move |ticked: bool| {
            let mut rules = rules.get_untracked();
            *slot(&mut rules) = ticked;
            save(app, rules);
        };
        view! {
            <CheckField
                label=Signal::derive(move || label(lang.get()).to_owned())
                checked=Signal::derive(move || *slot(&mut rules.get()))
                on_change=change
            />
        }
    };
    view! {
        <Dialog open title=move || lang.get().assign_rules() on_close=move || open.set(false)>
            <div class="form" data-testid="assign-rules-form">
                <h3>{move || lang.get().assign_rules_hard()}</h3>
                {must(Lang::assign_needs_skill, |it| &mut it.needs_skill)}
                {must(Lang::assign_needs_language, |it| &mut it.needs_language)}
                {must(Lang::assign_needs_territory, |it| &mut it.needs_territory)}
                <h3>{move || lang.get().assign_rules_soft()}</h3>
                {Factor::ALL.iter().map(|it| view! { <FactorField rules factor=*it /> }).collect_view()}
                <Consequences desk before />
                <p class="section__note">{move || lang.get().assign_rules_note()}</p>
            </div>
        </Dialog>
    }
}

/// What the rules do as they are now, said again after every change.
#[component]
fn Consequences(desk: Desk, before: RwSignal<Before>) -> impl IntoView {
    let Desk { lang, work, by_hand, view, .. } = desk;
    let said = Memo::new(move |_| match &*work.read() {
        Assigning::Done(Some(proposal)) => {
            consequence(lang.get(), &before.read(), proposal, &by_hand.read())
        }
        Assigning::Done(None) => String::new(),
        Assigning::Underway(_) => lang.get().assign_working().to_owned(),
        Assigning::Stopped => lang.get().assign_stopped().to_owned(),
    });
    view! {
        <div role="status" data-testid="assign-consequence">
            <p>{said}</p>
            <Contradictions view />
        </div>
    }
}

#[component]
fn FactorField(rules: Memo<AssignmentRules>, factor: Factor) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let choices = Signal::derive(move || {
        let lang = lang.get();
        vec![
            Choice::new("0", lang.assign_off()),
            Choice::new("1", lang.assign_usual()),
            Choice::new("2", lang.assign_strong()),
        ]
    });
    let choose = move |id: String| {
        if let Ok(strength) = id.parse() {
            save(app, rules.get_untracked().with(factor, strength));
        }
    };
    view! {
        <div class="assign__factor">
            <span aria-hidden="true">{move || lang.get().factor(factor)}</span>
            <SegmentedField
                label=move || lang.get().factor(factor)
                choices
                value=Signal::derive(move || rules.read().strength(factor).to_string())
                on_change=choose
            />
        </div>
    }
}

/// Saves without a word: the proposal shows it at once.
fn save(app: App, rules: AssignmentRules) {
    if let Err(refusal) = app.give(Command::SaveAssignmentRules(rules)) {
        app.say_refused(&refusal);
    }
}

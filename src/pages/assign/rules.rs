//! The rules of assignment; every change is saved and the proposal follows it.

use leptos::prelude::*;

use crate::domain::assignment::rules::{AssignmentRules, Factor};
use crate::domain::command::Command;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::runtime::app::{App, use_app};
use crate::ui::{CheckField, Choice, Dialog, SegmentedField};

/// The dialog with the rules.
#[component]
pub(super) fn RulesDialog(open: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
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
                {Factor::ALL.map(|factor| view! { <FactorField rules factor /> }).collect_view()}
                <p class="section__note">{move || lang.get().assign_rules_note()}</p>
            </div>
        </Dialog>
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
        app.say(crate::ui::Tone::Bad, refusal.words(app.lang().get_untracked()));
    }
}

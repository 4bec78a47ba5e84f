//! An indicator of one's own: its name, its formula, what is wrong with it and where, and what it
//! would be worth, while it is typed.

use leptos::prelude::*;

use super::Desk;
use super::detail::Figures;
use crate::domain::command::Command;
use crate::domain::id::IndicatorId;
use crate::domain::indicator::{Book, Indicator, Measure};
use crate::pages::common::{Offers, Refused};
use crate::present::indicators::words::{WrongView, formula as formula_words};
use crate::present::indicators::{self, TABLES, Typed, is_builtin_name, typed};
use crate::runtime::refusal::Refusal;
use crate::ui::{AreaField, Button, CheckField, Form, FormActions, TextField};

/// What is filled in: the formula is the typed text.
#[derive(Clone, Debug, Default, PartialEq)]
struct Draft {
    name: String,
    formula: String,
    percent: bool,
}

/// The form of an indicator, which may be new.
#[component]
pub(super) fn IndicatorForm(desk: Desk, id: IndicatorId) -> impl IntoView {
    let Desk { app, lang, chosen, period, .. } = desk;
    let form = Form::<Draft, Refusal>::closed();
    form.show(kept(desk, id));
    let found = Memo::new(move |_| {
        let (draft, lang, today) = (form.draft.get(), lang.get(), app.today().get());
        app.view(&TABLES, |it| {
            let scope = indicators::scope(it, period.get(), today)?;
            Some(typed(it, lang, id, (&draft.formula, draft.percent), scope))
        })
    });
    let (name, set_name) = form.text(|it| &mut it.name);
    let (formula, set_formula) = form.text(|it| &mut it.formula);
    let taken = move || {
        let name = form.draft.read().name.clone();
        is_builtin_name(&name).then(|| lang.get().indicators_taken(name.trim()))
    };
    let stored = move || match found.read().as_ref() {
        Some(Typed::Holds { stored, .. }) => Some(stored.clone()),
        _ => None,
    };
    let save = move || {
        let Some(formula) = stored().filter(|_| taken().is_none()) else { return };
        let Draft { name, percent, .. } = form.draft.get_untracked();
        let indicator = Indicator { name, formula, percent };
        match app.give(Command::SaveIndicator(id, indicator)) {
            Ok(()) => chosen.set(None),
            refused => form.settle(refused),
        }
    };
    let put = move |word: String| form.draft.update(|it| it.formula = joined(&it.formula, &word));
    view! {
        <div class="form" data-testid="indicator-form">
            <TextField
                label=move || lang.get().indicators_name()
                value=name
                on_input=set_name
                error=Signal::derive(taken)
                attr:data-testid="indicator-name"
            />
            <AreaField
                label=move || lang.get().indicators_formula()
                hint=Signal::derive(move || lang.get().indicators_formula_hint().to_owned())
                value=formula
                on_input=set_formula
                lines=2
                attr:data-testid="indicator-typed"
            />
            <Outcome desk id found form />
            <Names desk id on_choose=put />
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions
                    name="indicator-save"
                    disabled=Signal::derive(move || stored().is_none() || taken().is_some())
                    on_cancel=move || chosen.set(None)
                    on_save=save
                />
            </div>
        </div>
    }
}

/// The indicator as it is kept.
fn kept(desk: Desk, id: IndicatorId) -> Draft {
    let lang = desk.lang.get_untracked();
    desk.app.peek(|workspace| {
        let Some(it) = workspace.indicators.get(id) else { return Draft::default() };
        let formula = Book::new(workspace).formula(Measure::Own(id));
        let formula = formula.map(|it| formula_words(workspace, lang, &it));
        let formula = formula.unwrap_or_else(|| it.formula.clone());
        Draft { name: it.name.clone(), formula, percent: it.percent }
    })
}

/// A word put behind a formula, or into the brackets that end it.
fn joined(formula: &str, word: &str) -> String {
    let formula = formula.trim_end();
    let space = if formula.is_empty() || formula.ends_with(['(', '（']) { "" } else { " " };
    [formula, space, word].concat()
}

/// What is wrong with the formula, or what it would be worth.
#[component]
fn Outcome(
    desk: Desk,
    id: IndicatorId,
    found: Memo<Option<Typed>>,
    form: Form<Draft, Refusal>,
) -> impl IntoView {
    let lang = desk.lang;
    let figures = Memo::new(move |_| match found.get() {
        Some(Typed::Holds { figures, .. }) => figures,
        _ => Default::default(),
    });
    let is_number = move || matches!(*found.read(), Some(Typed::Holds { is_number: true, .. }));
    let holds = Memo::new(move |_| matches!(*found.read(), Some(Typed::Holds { .. })));
    let nature = move || match *found.read() {
        Some(Typed::Holds { nature, .. }) => nature,
        _ => "",
    };
    let wrong = move || match found.get() {
        Some(Typed::Wrong(wrong)) => Some(view! { <Wrong wrong form /> }),
        _ => None,
    };
    view! {
        <div aria-live="polite">{wrong}</div>
        <Show when=is_number>
            <CheckField
                label=move || lang.get().indicators_percent()
                checked=Signal::derive(move || form.draft.read().percent)
                on_change=move |percent| form.draft.update(|it| it.percent = percent)
                attr:data-testid="indicator-percent"
            />
        </Show>
        <Show when=move || holds.get()>
            <p class="section__note" data-testid="indicator-nature">{nature}</p>
            <Figures desk measure=Measure::Own(id) figures />
        </Show>
    }
}

/// The formula with what is wrong marked, why, and what may have been meant.
#[component]
fn Wrong(wrong: WrongView, form: Form<Draft, Refusal>) -> impl IntoView {
    let WrongView { before, marked, after, sentence, fix } = wrong;
    let is_empty = form.draft.read_untracked().formula.trim().is_empty();
    let text = (!is_empty).then(|| {
        view! {
            <p class="indicators__wrong" data-testid="indicator-wrong">
                {before} <mark>{marked}</mark> {after}
            </p>
        }
    });
    let fix = fix.map(|(label, text)| {
        let take = move || form.draft.update(|it| it.formula.clone_from(&text));
        view! { <Button label on_press=take attr:data-testid="indicator-fix" /> }
    });
    let tone = if is_empty { "section__note" } else { "field__error" };
    view! {
        {text}
        <p class=tone data-testid="indicator-why">{sentence}</p>
        <div class="actions actions--start">{fix}</div>
    }
}

/// The names that a formula may use; a tap puts one in.
#[component]
fn Names(desk: Desk, id: IndicatorId, #[prop(into)] on_choose: Callback<String>) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let words =
        Signal::derive(move || app.view(&TABLES, |it| indicators::names(it, lang.get(), id)));
    view! {
        <div class="section" data-testid="indicator-names">
            <h3 class="section__title">{move || lang.get().indicators_insert()}</h3>
            <Offers words on_choose />
        </div>
    }
}

//! A cell that is being changed, larger than life: Enter and Tab save and go on, Escape leaves.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::Desk;
use super::keys::focus_cell;
use crate::domain::money::{Currency, Money};
use crate::domain::quota::{Cell, Edit};
use crate::present::format;
use crate::present::quotas::words;
use crate::ui::id::fresh_id;
use crate::ui::key::is_composing;
use crate::ui::type_into;

/// Safari reports the Enter that ends a composition as an ordinary key with this old code.
const COMPOSING_KEY_CODE: u32 = 229;

impl Desk {
    /// Begins to change a cell from the amount that it has.
    pub(super) fn begin_with_amount(self, cell: Cell) {
        let view = self.view.read_untracked();
        let amount = view.as_ref().and_then(|it| it.cell(cell)).map(|it| it.amount);
        drop(view);
        let text = amount.filter(|it| it.minor != 0).map(format::editable).unwrap_or_default();
        self.begin(cell, text);
    }

    fn typed(self) -> Option<Money> {
        let currency = self.view.read().as_ref().map_or(Currency::CNY, |it| it.currency);
        let minor = format::parse_money(&self.draft.read(), currency)?;
        Some(Money::new(minor, currency))
    }

    /// Saves what is typed and goes to another cell; or says why not and stays.
    fn save(self, cell: Cell, next: Option<Cell>, refused: RwSignal<Option<String>>) {
        let lang = self.lang.get_untracked();
        let typed = untrack(|| self.typed());
        let amount = match typed {
            Some(amount) => amount.minor,
            None if self.draft.read_untracked().trim().is_empty() => 0,
            None => return refused.set(Some(lang.goals_not_an_amount().to_owned())),
        };
        let now = self.view.read_untracked().as_ref().and_then(|it| Some(it.cell(cell)?.amount));
        if now.map(|it| it.minor) != Some(amount) {
            let edit = Edit::Set(cell, amount, self.rest.get_untracked());
            if let Err(refusal) = self.app.act_here(self.command(vec![edit])) {
                return refused.set(Some(refusal.words(lang)));
            }
        }
        self.leave(next.unwrap_or(cell));
    }

    fn leave(self, to: Cell) {
        self.edited.set(None);
        self.choose(to);
        focus_cell(to);
    }

    fn beside(self, cell: Cell, rows: isize, columns: isize) -> Option<Cell> {
        self.view.read_untracked().as_ref()?.beside(cell, rows, columns)
    }
}

/// The field of a cell, with what is understood or wrong below it.
#[component]
pub(super) fn CellEditor(desk: Desk, cell: Cell) -> impl IntoView {
    let Desk { app, lang, draft, edited, .. } = desk;
    let refused = RwSignal::new(None::<String>);
    let input = NodeRef::<html::Input>::new();
    let is_fresh = draft.read_untracked().chars().count() == 1;
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            // What was typed to begin is not to be typed over by the next figure.
            type_into(&input, &draft.read_untracked(), !is_fresh);
        }
    });
    let type_in = move |text: String| {
        refused.set(None);
        draft.set(text);
    };
    let leave = move |_| {
        if edited.try_get_untracked().flatten() == Some(cell) {
            desk.save_or_drop(cell);
        }
    };
    let (hint, label) = (fresh_id(), move || {
        let lang = lang.get();
        lang.quotas_amount_of(&app.peek(|it| words::cell(it, lang, cell)))
    });
    let described_by = hint.clone();
    let told = move || match (refused.get(), desk.typed()) {
        (Some(refused), _) => refused,
        (None, Some(amount)) => format::money(lang.get(), amount),
        (None, None) => lang.get().goals_not_an_amount().to_owned(),
    };
    view! {
        <input
            class="input quotas__input"
            type="text"
            inputmode="decimal"
            autocomplete="off"
            aria-label=label
            aria-describedby=described_by
            aria-invalid=move || refused.read().is_some().then_some("true")
            data-testid="quotas-input"
            node_ref=input
            prop:value=draft
            on:input=move |event| {
                if !is_composing(&event) {
                    type_in(event_target_value(&event));
                }
            }
            on:compositionend=move |event| type_in(event_target_value(&event))
            on:keydown=move |event| press(desk, cell, refused, &event)
            on:blur=leave
        />
        <output
            class="quotas__understood"
            id=hint
            data-state=move || refused.read().is_some().then_some("wrong")
            data-testid="quotas-understood"
        >
            {told}
        </output>
    }
}

fn press(desk: Desk, cell: Cell, refused: RwSignal<Option<String>>, event: &KeyboardEvent) {
    event.stop_propagation();
    if event.is_composing() || event.key_code() == COMPOSING_KEY_CODE {
        return;
    }
    let back = if event.shift_key() { -1 } else { 1 };
    match event.key().as_str() {
        "Enter" => desk.save(cell, desk.beside(cell, back, 0), refused),
        "Tab" => desk.save(cell, desk.beside(cell, 0, back), refused),
        "ArrowUp" => desk.save(cell, desk.beside(cell, -1, 0), refused),
        "ArrowDown" => desk.save(cell, desk.beside(cell, 1, 0), refused),
        "Escape" => desk.leave(cell),
        _ => return,
    }
    event.prevent_default();
}

impl Desk {
    /// Saves what is typed when somebody goes elsewhere; what is no amount is dropped.
    fn save_or_drop(self, cell: Cell) {
        let typed = untrack(|| self.typed());
        self.edited.set(None);
        let now = self.view.read_untracked().as_ref().and_then(|it| Some(it.cell(cell)?.amount));
        if let Some(typed) = typed.filter(|it| Some(*it) != now) {
            self.act(vec![Edit::Set(cell, typed.minor, self.rest.get_untracked())]);
        }
    }
}

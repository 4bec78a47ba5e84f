//! A line at the head of a column: customer, amount, Enter; and the next.

use leptos::html;
use leptos::prelude::*;

use super::column::name;
use super::desk::Desk;
use super::entry_hints::EntryHints;
use crate::domain::id::StageId;
use crate::domain::workspace::Table;
use crate::present::entry_hint::Typed;
use crate::present::lead::{QuickFault, QuickLead, is_new_customer, quick_lead};
use crate::ui::key::{Key, is_composing, pressed_key};
use crate::ui::{Button, ButtonKind, Icon, IconButton, IconView};

/// The line of a column, with what was understood below it.
#[component]
pub(super) fn QuickLine(desk: Desk, stage: Option<StageId>) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let typed = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<QuickFault>);
    let line = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(line) = line.get() {
            let _ = line.focus();
        }
    });
    let read = move || {
        let home = app.view(&[Table::Settings], |it| it.settings().currency());
        quick_lead(&typed.read(), home)
    };
    let type_text = move |text: String| {
        fault.set(None);
        typed.set(text);
    };
    let add = move || match untrack(read) {
        Ok(lead) if desk.add_quickly(stage, &lead) => typed.set(String::new()),
        Ok(_) => {}
        Err(why) => fault.set(Some(why)),
    };
    let more = move || {
        desk.add_with(stage, untrack(read).ok().as_ref());
        desk.quick.set(None);
    };
    let press = move |event| match pressed_key(&event) {
        Some(Key::Enter) => add(),
        Some(Key::Escape) => {
            event.stop_propagation();
            desk.quick.set(None);
        }
        _ => {}
    };
    let told = move || match fault.get() {
        Some(why) => {
            Some(view! { <IconView icon=Icon::Warn /> {why.words(lang.get())} }.into_any())
        }
        None => read().ok().map(|lead| understood(desk, &lead).into_any()),
    };
    let hinted = Memo::new(move |_| {
        let customer = read().map(|it| it.customer).unwrap_or_default();
        Typed { customer, ..Typed::default() }
    });
    let take = move |name: String| {
        let meant = hinted.read_untracked().customer.clone();
        let text = typed.with_untracked(|it| it.replacen(&meant, &name, 1));
        type_text(text);
    };
    view! {
        <div class="quick" data-testid="quick-add">
            <input
                class="input"
                type="text"
                autocomplete="off"
                enterkeyhint="done"
                data-testid="quick-line"
                aria-label=move || lang.get().quick_add_to(&name(desk, stage))
                aria-invalid=move || fault.get().map(|_| "true")
                placeholder=move || lang.get().quick_add_hint()
                node_ref=line
                prop:value=typed
                on:input=move |event| {
                    if !is_composing(&event) {
                        type_text(event_target_value(&event));
                    }
                }
                on:compositionend=move |event| type_text(event_target_value(&event))
                on:keydown=press
            />
            <IconButton
                icon=Icon::Close
                label=move || lang.get().quick_done()
                on_press=move || desk.quick.set(None)
            />
            <p
                class="quick__told"
                role="status"
                data-testid="quick-told"
                data-state=move || fault.get().map(|_| "wrong")
            >
                {told}
            </p>
            <EntryHints typed=hinted on_take=take desk />
            <Button kind=ButtonKind::Link label=move || lang.get().quick_more() on_press=more />
        </div>
    }
}

/// What was understood, and whether it makes a new customer.
fn understood(desk: Desk, lead: &QuickLead) -> String {
    let lang = desk.app.lang().get();
    let new = desk.app.view(&[Table::Customers], |it| is_new_customer(it, &lead.customer));
    match new {
        true => [lead.words(lang), lang.quick_new_customer().to_owned()].join(" · "),
        false => lead.words(lang),
    }
}

//! The four categories of a call as buttons, of which one may be in.

use leptos::prelude::*;

use crate::domain::call::{Caller, Category};
use crate::domain::command::Command;
use crate::domain::id::LeadId;
use crate::runtime::app::use_app;
use crate::ui::bool_word;

/// One tap calls a deal, a tap on the chosen category takes the call away.
#[component]
pub fn CallChoice(
    /// The deal.
    lead: LeadId,
    /// What it is called.
    #[prop(into)]
    title: Signal<String>,
    /// Who calls.
    caller: Caller,
    /// What is said.
    #[prop(into)]
    chosen: Signal<Option<Category>>,
    /// Whether nothing can be said any more.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let say = move |category: Category| {
        let said = (chosen.get_untracked() != Some(category)).then_some(category);
        app.act(Command::SetCall(lead, caller, said));
    };
    let choice = move |category: Category| {
        view! {
            <button
                type="button"
                class="chip chip--choice"
                data-testid=format!("call-{caller}-{category}")
                aria-pressed=move || bool_word(chosen.get() == Some(category))
                prop:disabled=disabled
                on:click=move |_| say(category)
            >
                {move || lang.get().category(category)}
            </button>
        }
    };
    let name = move || lang.get().calls_of(lang.get().caller(caller), &title.read());
    view! {
        <div class="call" role="group" aria-label=name>
            <span class="call__who" aria-hidden="true">{move || lang.get().caller(caller)}</span>
            <span class="chips">{Category::ALL.into_iter().map(choice).collect_view()}</span>
        </div>
    }
}

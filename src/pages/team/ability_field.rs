//! A list of what somebody knows, speaks or sells in: words are offered, and one that was probably
//! mistyped is asked about where it stands.

use leptos::prelude::*;

use crate::domain::ability::Ability;
use crate::pages::common::Offers;
use crate::present::team::abilities::{
    ABILITY_TABLES, Remark, completed, offered, remarks, replaced,
};
use crate::runtime::app::use_app;
use crate::ui::{Button, ButtonKind, TextField};

/// The list as it is typed.
#[component]
pub(super) fn AbilityField(
    ability: Ability,
    /// What is typed.
    value: Signal<String>,
    /// Tells the text whenever it changes.
    on_input: Callback<String>,
    /// What the field is called by tests.
    name: &'static str,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    // Words are offered from when the field is first entered, so that the form begins short.
    let entered = RwSignal::new(false);
    let words = Memo::new(move |_| match entered.get() {
        true => app.view(&ABILITY_TABLES, |it| offered(it, ability, &value.read())),
        false => Vec::new(),
    });
    let choose = move |word: String| on_input.run(completed(&value.get_untracked(), &word));
    view! {
        <div class="customer-field" on:focusin=move |_| entered.set(true)>
            <TextField
                label=Signal::derive(move || lang.get().ability(ability).to_owned())
                value
                on_input
                hint=Signal::derive(move || lang.get().person_list_hint().to_owned())
                attr:data-testid=name
            />
            <Remarks ability value on_input />
            <Offers words on_choose=choose />
        </div>
    }
}

/// What is to be said of words that are none of the known ones, and what they were meant to be.
#[component]
pub(super) fn Remarks(
    ability: Ability,
    /// What is typed.
    value: Signal<String>,
    /// Tells the text whenever it changes.
    on_input: Callback<String>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let said = Memo::new(move |_| {
        app.view(&ABILITY_TABLES, |it| remarks(it, lang.get(), ability, &value.read()))
    });
    let remark = move |Remark { word, said, meant }: Remark| {
        let take = meant.map(|meant| {
            let label = lang.get().person_word_take(&meant);
            let take = move || on_input.run(replaced(&value.get_untracked(), &word, &meant));
            view! {
                <Button
                    kind=ButtonKind::Link
                    label
                    on_press=take
                    attr:data-testid="ability-take"
                />
            }
        });
        view! { <p class="field__hint" data-testid="ability-remark">{said} " " {take}</p> }
    };
    view! { <div role="status">{move || said.get().into_iter().map(remark).collect_view()}</div> }
}

//! Every widget in every state, in both languages and all themes, side by side.
//!
//! For those who make the product; compiled in development builds only. It keeps no data.

mod controls;
mod data;
mod feedback;
mod fields;

use crate::i18n::Lang;
use crate::ui::{Button, LangContext, use_lang};
use leptos::context::Provider;
use leptos::prelude::*;

/// The kit page: three panels a section, each with its theme and its language.
#[component]
pub fn KitPage() -> impl IntoView {
    let lang = use_lang();
    let swapped = RwSignal::new(false);
    let (odd, even) = (language(swapped, Lang::En), language(swapped, Lang::Zh));
    let panels = move |title: fn(Lang) -> &'static str, part: fn() -> AnyView| {
        view! {
            <section class="section">
                <h2 class="section__title">{move || title(lang.get())}</h2>
                <div class="kit__panels">
                    <Panel theme="light" lang=odd part />
                    <Panel theme="dark" lang=even part />
                    <Panel theme="contrast" lang=odd part />
                </div>
            </section>
        }
    };
    view! {
        <div class="content kit">
            <div class="toolbar">
                <Button
                    label=move || lang.get().kit_swap()
                    pressed=swapped
                    on_press=move || swapped.update(|swapped| *swapped = !*swapped)
                />
            </div>
            {panels(Lang::kit_buttons, controls::buttons)}
            {panels(Lang::kit_words, controls::words)}
            {panels(Lang::kit_icons, controls::icons)}
            {panels(Lang::kit_fields, fields::fields)}
            {panels(Lang::kit_owner, fields::choices)}
            {panels(Lang::kit_figures, data::figures)}
            {panels(Lang::kit_cards, data::cards)}
            {panels(Lang::kit_charts, data::charts)}
            {panels(Lang::kit_tables, data::tables)}
            {panels(Lang::kit_import, feedback::feedback)}
        </div>
    }
}

/// One section in one theme and one language.
#[component]
fn Panel(theme: &'static str, lang: Signal<Lang>, part: fn() -> AnyView) -> impl IntoView {
    view! {
        <Provider value=LangContext(lang)>
            <div class="kit__panel" data-theme=theme lang=move || lang.get().tag()>{part()}</div>
        </Provider>
    }
}

fn language(swapped: RwSignal<bool>, first: Lang) -> Signal<Lang> {
    let second = match first {
        Lang::En => Lang::Zh,
        Lang::Zh => Lang::En,
    };
    Signal::derive(move || if swapped.get() { second } else { first })
}

/// A text in the language of the panel.
fn text(of: fn(Lang) -> &'static str) -> Signal<String> {
    let lang = use_lang();
    Signal::derive(move || of(lang.get()).to_owned())
}

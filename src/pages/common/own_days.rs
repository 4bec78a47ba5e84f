//! The first and the last day of a review.

use leptos::prelude::*;

use crate::domain::calendar::{Day, Span};
use crate::runtime::app::use_app;
use crate::ui::DateField;

/// The two fields; what is no day changes nothing.
#[component]
pub fn OwnDays(days: RwSignal<Span>) -> impl IntoView {
    let lang = use_app().lang();
    let set = move |text: String, slot: fn(&mut Span) -> &mut Day| {
        if let Ok(day) = text.parse() {
            days.update(|it| *slot(it) = day);
        }
    };
    view! {
        <DateField
            label=move || lang.get().review_first()
            value=Signal::derive(move || days.get().first.to_string())
            on_change=move |it| set(it, |days| &mut days.first)
        />
        <DateField
            label=move || lang.get().review_last()
            value=Signal::derive(move || days.get().last.to_string())
            on_change=move |it| set(it, |days| &mut days.last)
        />
    }
}
